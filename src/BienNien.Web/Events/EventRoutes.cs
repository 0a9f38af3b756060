using System.Collections.Immutable;
using BienNien.Keeping;
using BienNien.Text;
using BienNien.Web.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BienNien.Web.Events;

/// <summary>One event as one document tells it.</summary>
/// <param name="Row">The event.</param>
/// <param name="Document">The document.</param>
/// <param name="Before">The text before its sentence in the same block.</param>
/// <param name="After">The text after it.</param>
/// <param name="DateWords">The words that give the date, where they stand outside the sentence, or null.</param>
public sealed record EventModel(EventRow Row, DocumentRow Document, string Before, string After, string? DateWords);

internal static class EventRoutes
{
    private const int Context = 400;

    public static void MapEvents(this IEndpointRouteBuilder routes) => routes.MapGet("/events/{id}", Show);

    private static Results<RazorComponentResult<EventPageView>, NotFound> Show(string id, LibrarySource source)
    {
        if (!Links.TryEventId(id, out long document, out int ordinal)
            || source.Open().Document(document) is not { } content
            || content.Events.FirstOrDefault(row => row.Ordinal == ordinal) is not { } found)
        {
            return TypedResults.NotFound();
        }

        TextSpan sentence = found.Sentence;
        ImmutableArray<TextSpan> around = content.Blocks.FirstOrDefault(block => block.Span.Contains(sentence))?.Parts ?? [sentence];
        int from = Math.Max(Math.Min(around[0].Start, sentence.Start), sentence.Start - Context);
        int to = Math.Min(Math.Max(around[^1].End, sentence.End), sentence.End + Context);
        string? dateWords = found is { DateIsImplied: true, DateMention: int mention } && mention < content.Mentions.Length
            ? content.Mentions[mention].Surface
            : null;
        return Page.Show<EventPageView, EventModel>(new EventModel(
            found, content.Row, content.Text[from..sentence.Start], content.Text[sentence.End..to], dateWords));
    }
}
