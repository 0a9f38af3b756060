using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Telling;
using BienNien.Text;

namespace BienNien.Web.Shared;

/// <summary>Text for lists: on one line, not too long.</summary>
internal static class Excerpt
{
    /// <summary>White space joined to one space; cut at a word's end, with an ellipsis, when longer than <paramref name="longest"/>.</summary>
    public static string OneLine(string text, int longest)
    {
        string line = Join(text).Trim();
        return line.Length <= longest ? line : line[..Cut(line, longest)].TrimEnd() + "…";
    }

    /// <summary>A document's title, not too long for a heading.</summary>
    public static string Title(DocumentRow document) => OneLine(document.Title.Length > 0 ? document.Title : document.Name, 160);

    /// <summary>A sentence in three pieces, the middle one being the words of the event; each on one line.</summary>
    public static (string Before, string Words, string After) Around(EventRow row, int longest = 600)
    {
        int start = Math.Clamp(row.Trigger.Start - row.Sentence.Start, 0, row.SentenceText.Length);
        int end = Math.Clamp(row.Trigger.End - row.Sentence.Start, start, row.SentenceText.Length);
        string before = Join(row.SentenceText[..start]).TrimStart();
        string after = Join(row.SentenceText[end..]).TrimEnd();
        if (before.Length > longest / 2)
        {
            int from = before.IndexOf(' ', before.Length - (longest / 2));
            before = "…" + before[Math.Max(from, before.Length - longest)..];
        }

        if (after.Length > longest / 2)
        {
            after = after[..Cut(after, longest / 2)].TrimEnd() + "…";
        }

        return (before, Join(row.SentenceText[start..end]), after);
    }

    /// <summary>What an event is: the clause that tells it, see <see cref="EventLabel"/>.</summary>
    public static string Label(EventRow row, int longest = 70)
    {
        TextSpan? date = Inside(row, row.DateSpan);
        List<TextSpan> times = [.. row.Times.Select(span => Inside(row, span)).OfType<TextSpan>()];
        if (Inside(row, row.Trigger) is not { } trigger)
        {
            return date is { } own ? EventLabel.Item(row.SentenceText, row.TriggerText, own, times, longest) : OneLine(row.TriggerText, longest);
        }

        return EventLabel.Of(
            row.SentenceText, trigger, times,
            [.. row.Parts.Where(static part => part.Kind is MentionKind.Person or MentionKind.Organisation).Select(part => Inside(row, part.Span)).OfType<TextSpan>()],
            longest, date);
    }

    // A span of the document as one of the sentence; null outside it.
    private static TextSpan? Inside(EventRow row, TextSpan? span) =>
        span is { } place && row.Sentence.Contains(place) && place.End - row.Sentence.Start <= row.SentenceText.Length
            ? TextSpan.Between(place.Start - row.Sentence.Start, place.End - row.Sentence.Start)
            : null;

    private static string Join(string text) =>
        string.Create(text.Length, text, static (line, source) =>
        {
            for (int i = 0; i < source.Length; i++)
            {
                line[i] = char.IsWhiteSpace(source[i]) ? ' ' : source[i];
            }
        }).Replace("  ", " ", StringComparison.Ordinal);

    private static int Cut(string line, int longest)
    {
        int space = line.LastIndexOf(' ', longest);
        return space > longest / 2 ? space : char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest;
    }
}
