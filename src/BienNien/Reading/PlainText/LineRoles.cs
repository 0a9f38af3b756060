using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>What a line is by its opening alone.</summary>
internal enum LineRole
{
    Text,
    MarkdownHeading,
    RomanNumbered,
    Numbered,
    Lettered,
    Division,
    Bullet,
    TableRow,
    Footnote,
    Furniture,
}

/// <summary>Tells a line's role.</summary>
internal static class LineRoles
{
    /// <summary>The role of a trimmed line that is not empty.</summary>
    public static LineRole Of(ReadOnlySpan<char> line)
    {
        char first = line[0];
        if (line.Length >= 3 && line.IndexOfAnyExcept(first) < 0 && first is '-' or '_' or '=' or '*' or '—')
        {
            return LineRole.Furniture;
        }

        if (first == '|' && line.Length > 2)
        {
            return LineRole.TableRow;
        }

        if (first == '#')
        {
            int depth = line.IndexOfAnyExcept('#');
            return depth is > 0 and <= 6 && line[depth] == ' ' ? LineRole.MarkdownHeading : LineRole.Text;
        }

        if (line.StartsWith("<sup>") || line.StartsWith("[^"))
        {
            return LineRole.Footnote;
        }

        if (first is '-' or '+' or '•' or '*' or '–' or '▪' or '●' or '\uF0B7' && line.Length > 2 && line[1] is ' ' or '\t')
        {
            return LineRole.Bullet;
        }

        // “**1. Title**”: emphasis says nothing about the role.
        line = line.TrimStart('*');
        if (IsDivision(line))
        {
            return LineRole.Division;
        }

        int end = line.IndexOfAny(". )-/");
        if (end is <= 0 or > 6 || line.Length <= end + 1)
        {
            return LineRole.Text;
        }

        // “1. ”, “a) ”, “II- ”, “1.2. ”: the mark must be followed by a space; “1.080 ” is a figure.
        ReadOnlySpan<char> label = line[..end];
        char mark = line[end];
        int after = end + 1;
        int digits = 0;
        while (after < line.Length && digits <= 2 && (char.IsAsciiDigit(line[after]) || (line[after] == '.' && char.IsAsciiDigit(line[after - 1]))))
        {
            digits = line[after] == '.' ? 0 : digits + 1;
            after++;
        }

        if (mark == ' ' || digits > 2 || after >= line.Length || line[after] is not (' ' or '\t'))
        {
            return LineRole.Text;
        }

        if (RomanNumeral.Parse(label) > 0)
        {
            return LineRole.RomanNumbered;
        }

        if (label.Length <= 2 && label.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            return mark is '.' or ')' ? LineRole.Numbered : LineRole.Text;
        }

        return label.Length == 1 && char.IsLower(label[0]) && mark is '.' or ')' ? LineRole.Lettered : LineRole.Text;
    }

    /// <summary>The kind of a block by its first line.</summary>
    /// <param name="words">The first line, trimmed, not empty.</param>
    /// <param name="role">Its role.</param>
    /// <param name="single">Whether the block has no other line.</param>
    /// <param name="bold">Whether all of it is bold, where the format says so.</param>
    public static (BlockKind Kind, int Level) Classify(ReadOnlySpan<char> words, LineRole role, bool single, bool bold = false)
    {
        ReadOnlySpan<char> plain = words.TrimEnd('*');
        bool opens = plain.Length > 0 && plain[^1] is not ('.' or ';' or ',' or '!' or '?' or '…');
        switch (role)
        {
            case LineRole.MarkdownHeading:
                return (BlockKind.Heading, Math.Max(1, words.IndexOfAnyExcept('#')));
            case LineRole.Footnote:
                return (BlockKind.Footnote, 0);
            case LineRole.Bullet:
                return (BlockKind.ListItem, 1);
            case LineRole.Division when opens && single && words.Length <= 200:
                return (BlockKind.Heading, 1);
            case LineRole.RomanNumbered when opens && words.Length <= 250:
                return (BlockKind.Heading, 1);
            case LineRole.Numbered or LineRole.Lettered when opens && single && words.Length <= 150:
                return (BlockKind.Heading, role == LineRole.Numbered ? 2 : 3);
            case LineRole.RomanNumbered or LineRole.Numbered or LineRole.Lettered:
                return (BlockKind.ListItem, role == LineRole.Lettered ? 2 : 1);
            default:
                return words.Length > 200 || !opens ? (BlockKind.Paragraph, 0)
                    : IsAllUpper(words) ? (BlockKind.Heading, 0)
                    : bold && single ? (BlockKind.Heading, 3)
                    : (BlockKind.Paragraph, 0);
        }
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
        return role is LineRole.TableRow or LineRole.MarkdownHeading ? (BlockKind.Paragraph, 0)
            : role == LineRole.Furniture ? (BlockKind.Furniture, 0)
            : Classify(first, role, end < 0, paragraph.AllBold);
    }

    private static bool IsAllUpper(ReadOnlySpan<char> words)
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

    // “Chương III”, “PHẦN THỨ NHẤT”, “Phụ lục 2: …”: a division of the document, whatever its number is written in.
    private static bool IsDivision(ReadOnlySpan<char> line)
    {
        int space = line.IndexOf(' ');
        if (space is < 3 or > 7 || line.Length > 200 || !char.IsUpper(line[0]))
        {
            return false;
        }

        ReadOnlySpan<char> rest = line[(space + 1)..];
        if (line.StartsWith("Phụ lục ", StringComparison.OrdinalIgnoreCase))
        {
            rest = line[8..];
        }
        else if (!line.StartsWith("Chương ", StringComparison.OrdinalIgnoreCase) && !line.StartsWith("Phần ", StringComparison.OrdinalIgnoreCase)
            && !line.StartsWith("Mục ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int end = rest.IndexOfAny(" .:-–");
        ReadOnlySpan<char> number = end < 0 ? rest : rest[..end];
        bool counted = number.Length is > 0 and <= 6
            && (RomanNumeral.Parse(number) > 0 || number.IndexOfAnyExceptInRange('0', '9') < 0
                || (end > 0 && number.Equals("thứ", StringComparison.OrdinalIgnoreCase)));
        if (!counted)
        {
            return false;
        }

        // “Phần 2 được viết năm …” is a sentence: after the number a title stands behind a mark, in capitals, or not at all.
        ReadOnlySpan<char> title = end < 0 ? default : rest[end..].TrimStart();
        return title.IsEmpty || title[0] is '.' or ':' or '-' or '–' || char.IsUpper(title[0]) || number.Length == 3 && !char.IsAsciiDigit(number[0]) && RomanNumeral.Parse(number) <= 0;
    }

    /// <summary>The number of a line that is nothing but a page number (<c>12</c>, <c>- 12 -</c>, <c>Trang 12</c>), or 0.</summary>
    public static int PageNumber(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line.Trim("-–— ");
        if (rest.StartsWith("trang ", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[6..].Trim();
        }

        int slash = rest.IndexOf('/');
        if (slash > 0 && int.TryParse(rest[(slash + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _))
        {
            rest = rest[..slash];
        }

        return rest.Length is >= 1 and <= 4
            && int.TryParse(rest, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int page)
            ? page
            : 0;
    }
}
