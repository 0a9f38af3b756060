using System.Collections.Immutable;

namespace BienNien.SampleFormats;

/// <summary>What a piece of the sample document is.</summary>
internal enum SampleKind
{
    /// <summary>A line of the letterhead; the letterhead is a table without rules in the formats that have tables.</summary>
    Letterhead,
    Title,
    Heading,
    Paragraph,
    ListItem,
    Quotation,
    Caption,
    Table,

    /// <summary>A bold line at the end: recipients, office and name of the signer.</summary>
    Closing,
}

/// <summary>One piece of the sample document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, the marks of notes as <c>[^1]</c>; empty for a table.</param>
/// <param name="Level">Of a heading, from 1.</param>
internal sealed record SampleBlock(SampleKind Kind, string Text, int Level = 0)
{
    /// <summary>The cells of a table, row by row; the first row heads the columns.</summary>
    public ImmutableArray<ImmutableArray<string>> Rows { get; init; } = [];

    /// <summary>The words cut at the marks of notes: a piece of text, then the number of the note behind it, or 0.</summary>
    public IEnumerable<(string Text, int Note)> Pieces()
    {
        int at = 0;
        while (Text.IndexOf("[^", at, StringComparison.Ordinal) is >= 0 and var mark)
        {
            int end = Text.IndexOf(']', mark);
            yield return (Text[at..mark], int.Parse(Text.AsSpan(mark + 2, end - mark - 2), System.Globalization.CultureInfo.InvariantCulture));
            at = end + 1;
        }

        yield return (Text[at..], 0);
    }
}
