using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>Puts the words of documents to what a chronicle knows as places alone.</summary>
/// <param name="documents">A document by its id, under the name that is shown.</param>
/// <param name="copies">Which passages are copies.</param>
public sealed class ChronicleTeller(Func<long, Document> documents, CopiedPassages copies)
{
    /// <summary>A judgement with both quotes.</summary>
    public ConflictView Tell(Judgement judgement)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        ConflictView view = ConflictView.Of(judgement, Place(judgement.A), Place(judgement.B));
        return view with { Independent = judgement.A.Document != judgement.B.Document && !copies.Share(view.A, view.B) };
    }

    /// <summary>An entity with its mentions.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="local">What a document knows of it, by document and local place.</param>
    public EntityView Tell(LinkedEntity entity, Func<long, int, LocalEntity> local)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(local);
        return new EntityView(
            entity.Id, entity.Kind, entity.Name, entity.Aliases,
            [
                .. entity.Links.SelectMany(link => local(link.Document, link.Local).Mentions.Select(mention => QuotedPlace.Alone(link.Document, documents(link.Document), mention.Span)))
                    .OrderBy(static place => place.Name, StringComparer.Ordinal).ThenBy(static place => place.Document).ThenBy(static place => place.Span),
            ])
        {
            Names =
            [
                .. entity.Links.Select(link => new EntityNameView(documents(link.Document).Name, local(link.Document, link.Local).Names, link.Reason, link.Confidence, link.Evidence))
                    .OrderBy(static name => name.Document, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>A happening with its tellings.</summary>
    public EventView Tell(ChronicleEvent told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return EventView.Of(told.Tellings.Select(Telling), copies);
    }

    /// <summary>A passage of two documents.</summary>
    public ReuseView Tell(long documentA, TextSpan a, long documentB, TextSpan b, double similarity, ImmutableArray<(TextSpan A, TextSpan B)> edits) =>
        new(QuotedPlace.Alone(documentA, documents(documentA), a), QuotedPlace.Alone(documentB, documents(documentB), b), similarity, edits);

    private QuotedPlace Place(Side side) => Place(side.Document, side.Span, side.Sentence);

    private QuotedPlace Place(long document, TextSpan span, TextSpan sentence) => QuotedPlace.Of(document, documents(document), span, sentence);

    private EventTelling Telling(LinkedStatement statement)
    {
        EventStatement told = (EventStatement)statement.Statement;
        return new EventTelling(
            Place(statement.Document, told.Span, told.Sentence), told.Type, told.Date.Value, told.Date.Mod,
            [.. told.Parts.Select(part => new EventPartView(statement.Entity(part.Local), statement.Local(part.Local).Kind, part.Role, part.Span))])
        {
            DateSpan = told.Date.Span.Length > 0 && told.Sentence.Contains(told.Date.Span) ? told.Date.Span : null,
            Times = Within(statement.Witness.Testimony.Dates, told.Sentence),
        };
    }

    // By span: a document's dates are not gone through for each of its statements.
    private static ImmutableArray<TextSpan> Within(ImmutableArray<StatedDate> dates, TextSpan sentence)
    {
        int low = 0;
        int high = dates.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = dates[middle].Span.Start < sentence.Start ? (middle + 1, high) : (low, middle);
        }

        ImmutableArray<TextSpan>.Builder within = ImmutableArray.CreateBuilder<TextSpan>();
        for (int i = low; i < dates.Length && dates[i].Span.Start < sentence.End; i++)
        {
            if (dates[i].Span.Length > 0 && sentence.Contains(dates[i].Span))
            {
                within.Add(dates[i].Span);
            }
        }

        return within.ToImmutable();
    }
}
