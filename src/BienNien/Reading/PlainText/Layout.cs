using System.Buffers;
using System.Collections.Frozen;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>How the lines of a text are laid out, measured once.</summary>
/// <param name="Width">Lines wrap at about this length; 0 when paragraphs stand on one line each.</param>
/// <param name="BlanksInside">How many blank lines may stand inside a paragraph (1 for double-spaced print).</param>
internal readonly record struct Layout(int Width, int BlanksInside)
{
    private const int WidestWrap = 130;
    private const int NarrowestWrap = 40;

    // “thế kỷ”, “tháng”, “lần thứ”: what follows on the next line is their number, not the number of a heading.
    private static readonly FrozenSet<string> _numberHeads =
        DataTable.Load("number-heads").Column("word").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _numberHeadWords = _numberHeads.GetAlternateLookup<ReadOnlySpan<char>>();

    // “Trong”, “Sau”: with a capital they open a sentence and are no names.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _openers =
        DataTable.Load("sentence-openers").Column("word").ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // A line that ends with these lacks their figure, unless it stands before them.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeDates =
        new[] { "năm", "tháng", "ngày", "quý" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // No line ends with these.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeFigures =
        new[] { "từ", "đến", "hơn", "gần", "khoảng", "mùng", "mồng" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // “sáng ⏎ 23 tháng Chạp”, but “buổi sáng ⏎ 8 giờ” are two lines of a programme.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _beforeDays =
        new[] { "sáng", "trưa", "chiều", "tối", "đêm", "hôm", "và", "tới" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _namedMonths =
        new[] { "giêng", "chạp" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _numberedMonths =
        new[] { "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> _afterWord = SearchValues.Create(" ,.;:)");

    /// <summary>Measures a text: wrapped text shows itself by lines of about the same length, after which the sentence goes on.</summary>
    public static Layout Measure(string text, List<Line> lines)
    {
        int[] lengths = [.. lines.Where(static line => line.Role == LineRole.Text).Select(static line => line.Length).Order()];
        if (lengths.Length < 2)
        {
            return default;
        }

        // Of a few lines the longest tells the margin, of many the shortest of the longest tenth: some lines run over.
        int width = lengths.Length < 6 ? lengths[^1] : lengths[(int)(lengths.Length * 0.9)];
        if (width is < NarrowestWrap or > WidestWrap)
        {
            return default;
        }

        int full = 0;
        int goesOn = 0;
        int spaced = 0;
        int lower = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length >= width * 0.7 && lines[i + 1].Role == LineRole.Text)
            {
                full++;
                if (!EndsSentence(text, lines[i].Span) && lines[i + 1].BlanksBefore <= 1)
                {
                    goesOn++;
                    spaced += lines[i + 1].BlanksBefore;
                    lower += char.IsLower(FirstLetter(text, lines[i + 1].Span)) ? 1 : 0;
                }
            }
        }

        // A few lines: all go on, in small letters or at least as a sentence that ends with the last of them.
        bool wrapped = full >= 4
            ? goesOn * 2 >= full
            : goesOn >= 2 && goesOn == full && lengths[^1] >= NarrowestWrap * 1.5 && (lower > 0 || (lines.Count == goesOn + 1 && EndsSentence(text, lines[^1].Span)));
        return wrapped ? new Layout(width, spaced * 2 > goesOn ? 1 : 0) : default;
    }

    /// <summary>Whether a line continues the paragraph of the line before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line before.</param>
    /// <param name="next">The line after it.</param>
    /// <param name="first">Whether the line before is its paragraph's first, which is often indented.</param>
    public bool Joins(string text, Line line, Line next, bool first = false)
    {
        if (next.Role is not (LineRole.Text or LineRole.Quoted) || line.Role is LineRole.TableRow or LineRole.MarkdownHeading
            || (next.Role == LineRole.Quoted) != (line.Role == LineRole.Quoted))
        {
            return false;
        }

        if (next.Role == LineRole.Quoted)
        {
            return next.BlanksBefore == 0;
        }

        bool ends = EndsSentence(text, line.Span);
        bool lower = char.IsLower(FirstLetter(text, next.Span));
        if (next.BlanksBefore > BlanksInside)
        {
            return false;
        }

        if (IsTitle(text, line) || IsTitle(text, next))
        {
            return TitleGoesOn(text, line, next);
        }

        if (!ends && CutsDate(text, line.Span, next.Span))
        {
            return true;
        }

        if (Width == 0)
        {
            return lower && !ends;
        }

        if (!ends && WantsNumber(text, line.Span) && (char.IsAsciiDigit(text[next.Start]) || text[next.Start] is 'I' or 'V' or 'X'))
        {
            return true;
        }

        // A capital begins something new when the word would have had room on the line before.
        double indent = first ? Width * 0.06 : 0;
        if (ends)
        {
            bool semicolon = lower && text[line.End - 1] is ';' or ':';
            return line.Length + indent >= Width * (semicolon ? 0.8 : 0.9) && line.Length <= Width * 1.5;
        }

        int room = (int)(Width * (text[line.End - 1] is ')' or '”' or '"' ? 0.9 : 0.85));
        return lower || (line.Length >= Width * 0.7 && line.Length + indent + 1 + FirstWord(text, next) > room && line.Length <= Width * 1.5);
    }

    /// <summary>Whether a line is so long that its sentence may go on for want of room.</summary>
    public bool IsFull(Line line) => Width > 0 && line.Length >= Width * 0.7;

    /// <summary>The first character of a stretch, emphasis marks left out.</summary>
    public static char FirstLetter(string text, TextSpan span)
    {
        int at = span.Start;
        while (at < span.End - 1 && text[at] is '*' or '_' or '“' or '(')
        {
            at++;
        }

        return text[at];
    }

    /// <summary>Whether a stretch ends as sentences do, emphasis marks and closing quotation marks left out.</summary>
    public static bool EndsSentence(string text, TextSpan span)
    {
        int at = span.End - 1;
        while (at > span.Start && text[at] is '*' or '_' or '”' or '"' or ')' or '»' or '¹' or '²' or '³' or >= '⁰' and <= '⁹')
        {
            at--;
        }

        return text[at] is '.' or '!' or '?' or ':' or ';' or '…';
    }

    /// <summary>Whether the last word of a stretch wants a number after it: “thế kỷ”, “tháng”, “lần thứ”.</summary>
    public static bool WantsNumber(string text, TextSpan span)
    {
        ReadOnlySpan<char> words = text.AsSpan(span.Start, span.Length);
        int space = words.LastIndexOf(' ');
        if (!_numberHeadWords.Contains(words[(space + 1)..]))
        {
            return false;
        }

        // “1,6 lần”, “5 năm” have theirs.
        return space <= 0 || !char.IsAsciiDigit(words[..space].TrimEnd()[^1]);
    }

    /// <summary>Whether a line ends inside a date or beside a number that it lacks: <c>cuối năm ⏎ 1940</c>, <c>(1961 - ⏎ 1965)</c>, <c>tháng ⏎ Chạp</c>. A line of one or two words may be a cell.</summary>
    public static bool CutsDate(string text, TextSpan line, TextSpan next)
    {
        ReadOnlySpan<char> words = text.AsSpan(line.Start, line.Length);
        ReadOnlySpan<char> after = text.AsSpan(next.Start, next.Length);
        int space = words.LastIndexOf(' ');
        if (space < 0 || !words[..space].Contains(' '))
        {
            return words[^1] is '-' or '–' && words.Length > 2 && char.IsAsciiDigit(words[^2]) && char.IsAsciiDigit(after[0]);
        }

        ReadOnlySpan<char> last = words[(space + 1)..];
        if (last[^1] is '-' or '–')
        {
            // “1961 -”, “tháng 8-”: the dash stands behind a figure.
            ReadOnlySpan<char> before = words[..^1].TrimEnd();
            return char.IsAsciiDigit(after[0]) && char.IsAsciiDigit(before[^1]);
        }

        if (char.IsAsciiDigit(after[0]))
        {
            int digits = after.IndexOfAnyExceptInRange('0', '9');
            char behind = digits < 0 ? ' ' : after[digits];
            ReadOnlySpan<char> rest = digits < 0 ? [] : after[digits..];
            if (behind == ':' || (digits is 1 or 2 && behind is '.' or ')'))
            {
                // An item, an entry of a chronicle.
                return false;
            }

            // “12 tháng”, “5 năm” have their figure, unless what follows can only be a month with its year, or a year.
            bool date = digits is 1 or 2 && (behind is '/' or '-' || rest.StartsWith(" tháng ", StringComparison.OrdinalIgnoreCase));
            bool month = digits is 1 or 2 && (behind == '/' || rest.StartsWith(" năm ", StringComparison.OrdinalIgnoreCase));
            bool year = (digits < 0 ? after.Length : digits) == 4 && after[0] is '1' or '2';
            return _beforeDates.Contains(last)
                ? !char.IsAsciiDigit(words[..space].TrimEnd()[^1])
                    || (month && last.Equals("tháng", StringComparison.OrdinalIgnoreCase)) || (year && last.Equals("năm", StringComparison.OrdinalIgnoreCase))
                : _beforeFigures.Contains(last) || (date && _beforeDays.Contains(last));
        }

        // “tháng ⏎ Chạp”; behind the other names, which are numbers, the date must go on or end: “của tháng ⏎ Năm cô gái”.
        int name = EndOfWord(after);
        return last.Equals("tháng", StringComparison.OrdinalIgnoreCase)
            && (_namedMonths.Contains(after[..name])
                || (_numberedMonths.Contains(after[..name])
                    && (name == after.Length || after[name] != ' '
                        || (after[name..].StartsWith(" năm ", StringComparison.OrdinalIgnoreCase) && name + 5 < after.Length && char.IsAsciiDigit(after[name + 5])))));
    }

    /// <summary>Whether a line begins with a word that has a capital only because a sentence begins.</summary>
    public static bool OpensSentence(string text, Line line) =>
        char.IsUpper(text[line.Start]) && _openers.Contains(text.AsSpan(line.Start, FirstWord(text, line)).TrimEnd(",:"));

    private static int EndOfWord(ReadOnlySpan<char> words)
    {
        int end = words.IndexOfAny(_afterWord);
        return end < 0 ? words.Length : end;
    }

    private static int FirstWord(string text, Line line)
    {
        int space = text.AsSpan(line.Start, line.Length).IndexOf(' ');
        return space < 0 ? line.Length : space;
    }

    private static bool IsTitle(string text, Line line) => line.Length <= WidestWrap && LineRoles.IsAllUpper(text.AsSpan(line.Start, line.Length));

    // A title in capitals over two lines: numbered, or cut after a comma.
    private bool TitleGoesOn(string text, Line line, Line next) =>
        IsTitle(text, line) && IsTitle(text, next)
        && (text[line.End - 1] is ',' or '-' or '–'
            || (Width > 0 && line.Role == LineRole.RomanNumbered && line.Length >= Width * 0.5 && !EndsSentence(text, line.Span)));
}
