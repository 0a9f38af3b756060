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
            return line.Length >= 3 ? LineRole.Furniture : LineRole.Text;
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
