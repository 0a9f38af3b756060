using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>Tells what a line or a paragraph is by its words.</summary>
internal static class LineRoles
{
    private const int LongestHeading = 150;
    private const int LongestDivisionHeading = 200;
    private const int LongestRomanHeading = 250;

    /// <summary>The role of a trimmed line that is not empty.</summary>
    public static LineRole Of(ReadOnlySpan<char> line) => LineLabel.Read(line).Role;

    /// <summary>The kind of a block by its first line.</summary>
    /// <param name="words">The first line, trimmed, not empty.</param>
    /// <param name="role">Its role.</param>
    /// <param name="single">Whether the block has no other line.</param>
    /// <param name="bold">Whether all of it is bold, where the format says so.</param>
    public static (BlockKind Kind, int Level) Classify(ReadOnlySpan<char> words, LineRole role, bool single, bool bold = false)
    {
        ReadOnlySpan<char> plain = words.TrimEnd("*_ ");
        bool opens = plain.Length > 0 && plain[^1] is not ('.' or ';' or ',' or '!' or '?' or '…');
        int depth = role is LineRole.Numbered or LineRole.Division ? LineLabel.Read(words).Depth : 1;
        return role switch
        {
            LineRole.MarkdownHeading => (BlockKind.Heading, Math.Max(1, words.IndexOfAnyExcept('#'))),
            LineRole.Footnote => (BlockKind.Footnote, 0),
            LineRole.Quoted => (BlockKind.Quotation, 0),
            LineRole.Bullet or LineRole.Bracketed => (BlockKind.ListItem, 1),
            LineRole.Division when opens && single && words.Length <= LongestDivisionHeading => (BlockKind.Heading, depth),
            LineRole.Article when opens && single && words.Length <= LongestDivisionHeading => (BlockKind.Heading, 2),
            LineRole.RomanNumbered when opens && words.Length <= LongestRomanHeading => (BlockKind.Heading, 1),
            LineRole.Numbered when opens && single && words.Length <= LongestHeading => (BlockKind.Heading, 1 + Math.Min(depth, 4)),
            LineRole.Lettered when opens && single && words.Length <= LongestHeading => (BlockKind.Heading, 3),
            LineRole.Division or LineRole.Article or LineRole.RomanNumbered => (BlockKind.ListItem, 1),
            LineRole.Numbered => (BlockKind.ListItem, Math.Min(depth, 4)),
            LineRole.Lettered => (BlockKind.ListItem, 2),
            _ => words.Length > LongestDivisionHeading || !opens ? (BlockKind.Paragraph, 0)
                : IsAllUpper(words) ? (BlockKind.Heading, 0)
                : bold && single ? (BlockKind.Heading, 3)
                : (BlockKind.Paragraph, 0),
        };
    }

    /// <summary>The kind of a paragraph of a format that says nothing more about it.</summary>
    public static (BlockKind Kind, int Level) ClassifyParagraph(FlowText paragraph) => ClassifyParagraph("", paragraph);

    /// <summary>The kind of a paragraph before which a number is set that is not among its characters.</summary>
    public static (BlockKind Kind, int Level) ClassifyParagraph(string label, FlowText paragraph)
    {
        string words = $"{label} {paragraph}".Trim();
        int end = words.IndexOf('\n', StringComparison.Ordinal);
        ReadOnlySpan<char> first = (end < 0 ? words : words.AsSpan(0, end)).TrimEnd();
        if (first.IsEmpty)
        {
            return (BlockKind.Paragraph, 0);
        }

        // Bars and hashes are marks of text files alone.
        LineRole role = Of(first);
        return role is LineRole.TableRow or LineRole.MarkdownHeading or LineRole.Quoted ? (BlockKind.Paragraph, 0)
            : role == LineRole.Furniture ? (BlockKind.Furniture, 0)
            : Classify(first, role, end < 0, paragraph.AllBold);
    }

    /// <summary>Whether a line is written in capitals.</summary>
    public static bool IsAllUpper(ReadOnlySpan<char> words)
    {
        int upper = 0;
        foreach (char c in words)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper >= 4;
    }
}
