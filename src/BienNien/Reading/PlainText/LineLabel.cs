using System.Buffers;
using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>The number or mark that a line opens with.</summary>
/// <param name="Role">What the line is by it.</param>
/// <param name="Start">Where the label begins in the line.</param>
/// <param name="End">Where it ends; equal to <paramref name="Start"/> when there is none.</param>
/// <param name="Number">The number, from 1 (<c>1.2.</c>: 2); 0 when it has none.</param>
/// <param name="Depth">How many numbers it is made of (<c>1.2.</c>: 2).</param>
internal readonly record struct LineLabel(LineRole Role, int Start, int End, int Number, int Depth)
{
    private const int LongestDivision = 300;
    private const int LongestNote = 40;
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static readonly SearchValues<char> _raised = SearchValues.Create(Raised);
    private static readonly SearchValues<char> _afterRoman = SearchValues.Create(". )-/–");
    private static readonly SearchValues<char> _afterNumber = SearchValues.Create(" .:-–,;");
    private const string Article = "Điều ";
    private static readonly ImmutableArray<string> _divisions = ["Chương ", "Phần ", "Mục ", "Phụ lục ", "Nội dung ", "Tiểu mục ", Article];
    private static readonly ImmutableArray<string> _ordinals = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    /// <summary>Reads the label of a trimmed line that is not empty.</summary>
    public static LineLabel Read(ReadOnlySpan<char> line)
    {
        if (IsRule(line))
        {
            return new LineLabel(LineRole.Furniture, 0, 0, 0, 0);
        }

        char first = line[0];
        if (first == '|' && line.Length > 2)
        {
            return new LineLabel(LineRole.TableRow, 0, 0, 0, 0);
        }

        if (first == '>' && line.Length > 2 && line[1] == ' ')
        {
            return new LineLabel(LineRole.Quoted, 0, 0, 0, 0);
        }

        if (first == '#')
        {
            int depth = line.IndexOfAnyExcept('#');
            if (depth is <= 0 or > 6 || line[depth] != ' ')
            {
                return default;
            }

            int words = depth + line[depth..].IndexOfAnyExcept(' ');
            LineLabel inner = words < line.Length && line[words] != '#' ? Read(line[words..]) : default;
            return inner with { Role = LineRole.MarkdownHeading, Start = words + inner.Start, End = words + inner.End };
        }

        if (ReadNote(line) is { Role: LineRole.Footnote } note)
        {
            return note;
        }

        int escape = first == '\\' && line.Length > 1 ? 1 : 0;
        if (line[escape] is '-' or '+' or '•' or '*' or '–' or '▪' or '●' or '\uF0B7' && line.Length > escape + 2 && line[escape + 1] is ' ' or '\t')
        {
            return new LineLabel(LineRole.Bullet, escape, escape + 1, 0, 1);
        }

        // “**1. Title**”: emphasis says nothing about the role.
        int emphasis = line.IndexOfAnyExcept("*_");
        if (emphasis < 0)
        {
            return default;
        }

        LineLabel label = ReadNumber(line[emphasis..]);
        return label with { Start = emphasis + label.Start, End = emphasis + label.End };
    }

    // “-----”, “***”, the lone star under a letterhead, “* *” and “\*” before a closing part.
    private static bool IsRule(ReadOnlySpan<char> line) =>
        (line.Length >= 3 && line.IndexOfAnyExcept(line[0]) < 0 && line[0] is '-' or '_' or '=' or '*' or '—' or '~' or '.')
        || line.IndexOfAnyExcept("* \\") < 0;

    private static LineLabel ReadNote(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("<sup>", StringComparison.OrdinalIgnoreCase))
        {
            int close = 5 + line[5..].IndexOf('<');
            return close > 5 && close <= LongestNote ? new LineLabel(LineRole.Footnote, 5, close, ReadDigits(line[5..close]), 1) : default;
        }

        if (line.StartsWith("[^"))
        {
            int close = line.IndexOf(']');
            return close is > 2 and <= LongestNote ? new LineLabel(LineRole.Footnote, 0, close + 1, ReadDigits(line[2..close]), 1) : default;
        }

        int raised = line.IndexOfAnyExcept(_raised);
        return raised is > 0 and <= 3 ? new LineLabel(LineRole.Footnote, 0, raised, RaisedNumber(line[..raised]), 1) : default;
    }

    private static LineLabel ReadNumber(ReadOnlySpan<char> line)
    {
        if (line[0] is '(' or '[')
        {
            int close = line.IndexOf(line[0] == '(' ? ')' : ']');
            bool bracketed = close is >= 2 and <= 4 && close + 1 < line.Length && line[close + 1] is ' ' or '\t';
            return !bracketed ? default
                : line[1..close].IndexOfAnyExcept('*') < 0 ? new LineLabel(LineRole.Bracketed, 0, close + 1, 1 - close, 1)
                : line[1..close].IndexOfAnyExceptInRange('0', '9') < 0 ? new LineLabel(LineRole.Bracketed, 0, close + 1, ReadDigits(line[1..close]), 1)
                : default;
        }

        if (char.IsUpper(line[0]))
        {
            LineLabel division = ReadDivision(line);
            return division.Role != LineRole.Text ? division : ReadRoman(line);
        }

        if (char.IsAsciiDigit(line[0]))
        {
            return ReadDecimal(line);
        }

        return line.Length > 3 && char.IsLower(line[0]) && line[1] is '.' or ')' && line[2] is ' ' or '\t'
            ? new LineLabel(LineRole.Lettered, 0, 2, line[0] == 'đ' ? 5 : line[0] < 'e' ? line[0] - 'a' + 1 : line[0] - 'a' + 2, 1)
            : default;
    }

    // “II. ”, “II- ”, “IV/ ”; “V. I. Lênin” and “C. Mác” are names.
    private static LineLabel ReadRoman(ReadOnlySpan<char> line)
    {
        int end = line.IndexOfAny(_afterRoman);
        if (end is <= 0 or > 6 || line[end] == ' ' || line.Length <= end + 2 || line[end + 1] is not (' ' or '\t'))
        {
            return default;
        }

        int number = line[..end] is "C" or "D" or "L" or "M" ? -1 : RomanNumeral.Parse(line[..end]);
        bool initials = end == 1 && line[end] == '.' && line.Length > 4 && char.IsUpper(line[3]) && line[4] == '.';
        return number > 0 && !initials ? new LineLabel(LineRole.RomanNumbered, 0, end + 1, number, 1)
            : end == 1 && number <= 0 && line[0] < 'K' ? new LineLabel(LineRole.Text, 0, 2, line[0] - 'A' + 1, 1)
            : default;
    }

    // “1. ”, “12) ”, “1.2. ”, “1.2 ”: the mark must be followed by a space; “1.080 ” is a figure.
    private static LineLabel ReadDecimal(ReadOnlySpan<char> line)
    {
        int at = 0;
        int depth = 0;
        int number = 0;
        while (at < line.Length && char.IsAsciiDigit(line[at]) && depth < 6)
        {
            int digits = line[at..].IndexOfAnyExceptInRange('0', '9');
            if (digits is < 0 or > 2)
            {
                return default;
            }

            number = ReadDigits(line.Slice(at, digits));
            depth++;
            at += digits;
            if (line[at] is not ('.' or ')'))
            {
                break;
            }

            at++;
        }

        if (at + 1 >= line.Length || line[at] is not (' ' or '\t'))
        {
            return default;
        }

        bool closed = line[at - 1] is '.' or ')';
        return closed || (depth > 1 && char.IsUpper(line[at + 1])) ? new LineLabel(LineRole.Numbered, 0, at, number, depth) : default;
    }

    // “Chương III”, “PHẦN THỨ NHẤT”, “Phụ lục 2: …”: a division of the document, whatever its number is written in.
    private static LineLabel ReadDivision(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestDivision)
        {
            return default;
        }

        foreach (string word in _divisions)
        {
            if (line.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return ReadDivisionNumber(line, word.Length, article: ReferenceEquals(word, Article));
            }
        }

        return default;
    }

    private static LineLabel ReadDivisionNumber(ReadOnlySpan<char> line, int at, bool article)
    {
        ReadOnlySpan<char> rest = line[at..];
        bool ordinal = rest.StartsWith("thứ ", StringComparison.OrdinalIgnoreCase);
        int numberAt = ordinal ? at + 4 : at;
        rest = line[numberAt..];
        int length = rest.IndexOfAny(_afterNumber);
        length = length < 0 ? rest.Length : length;
        ReadOnlySpan<char> digits = rest[..length];
        int number = digits.Length is 0 or > 6 ? 0
            : digits.IndexOfAnyExceptInRange('0', '9') < 0 ? ReadDigits(digits)
            : ordinal ? 1 + _ordinals.IndexOf(digits.ToString().ToLowerInvariant())
            : Math.Max(0, RomanNumeral.Parse(digits));
        if (number <= 0)
        {
            return default;
        }

        int end = numberAt + length;
        if (article)
        {
            // “Điều 5. Phạm vi”, “Điều 5: …”; “Điều 5 của Luật …” begins a sentence.
            return end < line.Length && line[end] is '.' or ':' && number < 1_000 && end + 1 < line.Length
                ? new LineLabel(LineRole.Article, 0, end, number, 1)
                : default;
        }

        // “Phần 2 được viết năm …” is a sentence: after the number a title stands behind a mark, in capitals, or not at all.
        ReadOnlySpan<char> title = line[end..].TrimStart();
        return title.IsEmpty || title[0] is '.' or ':' or '-' or '–' || char.IsUpper(title[0])
            ? new LineLabel(LineRole.Division, 0, end, number, char.ToLowerInvariant(line[0]) is 'n' or 't' ? 2 : 1)
            : default;
    }

    private static int ReadDigits(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char c in digits)
        {
            if (!char.IsAsciiDigit(c) || number > 1_000)
            {
                return 0;
            }

            number = (number * 10) + c - '0';
        }

        return number;
    }

    private static int RaisedNumber(ReadOnlySpan<char> digits)
    {
        int number = 0;
        foreach (char c in digits)
        {
            number = (number * 10) + Raised.IndexOf(c, StringComparison.Ordinal);
        }

        return number;
    }
}
