using System.Buffers;
using System.Globalization;
using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>A number with its symbol, as a form has them.</summary>
/// <param name="Number">The digits before the symbol; null when they were left blank.</param>
/// <param name="Symbol">The letters; null when there are none.</param>
/// <param name="End">One past the last character.</param>
internal readonly record struct PaperNumber(TextSpan? Number, TextSpan? Symbol, int End)
{
    public bool IsEmpty => Number is null && Symbol is null;
}

/// <summary>A date of issue with the place before it.</summary>
/// <param name="Place">The place; null when only the date stands there.</param>
/// <param name="Date">The words of the date.</param>
/// <param name="Edtf">Its value.</param>
internal readonly record struct PaperDate(TextSpan? Place, TextSpan Date, string Edtf);

/// <summary>Reads numbers and dates of issue.</summary>
internal static class PaperNumbers
{
    private static readonly SearchValues<char> _beforeDate = SearchValues.Create(", \t\u00A0.*_\n-–");
    private static readonly string _number = Letters.FormOf("số");
    private static readonly string _day = Letters.FormOf("ngày");
    private static readonly string _month = Letters.FormOf("tháng");
    private static readonly string _year = Letters.FormOf("năm");

    /// <summary>Reads “Số: 12/BC-UBND”, “Số 12-NQ/TU”, “Số:     /KH-UBND”, “12-NQ/TU”.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="words">The words of a piece.</param>
    /// <param name="at">The word “số”, or the number itself.</param>
    /// <param name="end">Where the piece ends.</param>
    public static PaperNumber NumberAt(string text, PieceWord[] words, int at, int end)
    {
        bool named = words[at].Form == _number;
        if (!named && !char.IsAsciiDigit(text[words[at].Start]))
        {
            return default;
        }

        int next = named ? words[at].End : words[at].Start;
        while (named && next < end && (char.IsWhiteSpace(text[next]) || text[next] is ':' or '.' or '…' or '_' or '*'))
        {
            next++;
        }

        int first = next;
        while (next < end && char.IsAsciiDigit(text[next]))
        {
            next++;
        }

        if (next > first && next < end && char.IsAsciiLetter(text[next]) && (next + 1 == end || text[next + 1] is '/' or '-' or ' '))
        {
            next++;
        }

        // 30/2020/NĐ-CP: the year belongs to the number.
        if (next > first && next + 5 < end && text[next] == '/' && text[next + 5] is '/' or '-' && text.AsSpan(next + 1, 4).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            next += 5;
        }

        TextSpan? number = next > first && next - first <= 12 ? TextSpan.Between(first, next) : null;
        TextSpan? symbol = SymbolAt(text, next, end, spaced: named);
        return symbol is { } letters ? new PaperNumber(number, letters, letters.End)
            : named && number is { } digits && OnlyMarks(text, digits.End, end) ? new PaperNumber(digits, null, digits.End)
            : default;
    }

    /// <summary>Reads the date, with its place, that a piece consists of.</summary>
    public static PaperDate? DateOf(string text, PaperPiece piece)
    {
        PieceWord[] words = piece.Words;
        for (int i = 0; i < words.Length && i <= 12; i++)
        {
            if ((words[i].Form == _day || words[i].Form == _month) && DateAt(text, words, i, piece.End) is { } date)
            {
                // “BẢN TIN THÁNG 6 NĂM 2024” has no place: a month alone needs the comma.
                bool comma = i == 0 || words[i].Form == _day || text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).Contains(',');
                return comma && OnlyMarks(text, date.Span.End, piece.End) && PlaceBefore(text, piece, words, i, out TextSpan? place)
                    ? new PaperDate(place, date.Span, date.Edtf)
                    : null;
            }

            if (!char.IsUpper(text[words[i].Start]))
            {
                return null;
            }
        }

        return null;
    }

    private static bool PlaceBefore(string text, PaperPiece piece, PieceWord[] words, int count, out TextSpan? place)
    {
        place = null;
        if (count == 0)
        {
            return true;
        }

        place = TextSpan.Between(piece.Start, words[count - 1].End);
        // “Hà Nội, ngày …”, “TP. Hồ Chí Minh, ngày …”: nothing else ends before a date.
        return count <= 8 && text.AsSpan(words[count - 1].End, words[count].Start - words[count - 1].End).IndexOfAnyExcept(_beforeDate) < 0
            && !char.IsAsciiDigit(text[words[count - 1].Start]);
    }

    private static (TextSpan Span, string Edtf)? DateAt(string text, PieceWord[] words, int at, int end)
    {
        int next = at;
        int day = 0;
        int month = 0;
        if (words[next].Form == _day)
        {
            next++;
            // A slash before the first figure: the day was left blank (“ngày    /9/2025”).
            bool blank = next < words.Length && text.AsSpan(words[at].End, words[next].Start - words[at].End).IndexOfAny("/") >= 0;
            if (!blank && Figure(text, words, next, 2) is { } figure)
            {
                day = figure;
                next++;
            }

            if (next >= words.Length)
            {
                return null;
            }

            if (words[next].Form != _month)
            {
                if (Figure(text, words, next, 2) is not { } written || !Joined(text, words, next) || Figure(text, words, next + 1, 4) is not { } ends)
                {
                    return null;
                }

                return Value(words, at, next + 1, day, written, ends);
            }
        }

        next++;
        if (next < words.Length && Figure(text, words, next, 2) is { } named)
        {
            month = named;
            next++;
        }

        if (next < words.Length && words[next].Form == _year)
        {
            next++;
        }
        else if (month == 0)
        {
            return null;
        }

        if (next >= words.Length || Figure(text, words, next, 4) is not { } last)
        {
            return null;
        }

        return Value(words, at, next, day, month, last);

        // Figures of a date have marks of a date between them and no words.
        static bool Joined(string text, PieceWord[] words, int at) =>
            at + 1 < words.Length && text.AsSpan(words[at].End, words[at + 1].Start - words[at].End).Trim() is "/" or "-" or "." or "–";

        static (TextSpan, string)? Value(PieceWord[] words, int first, int last, int day, int month, int year) =>
            year is < 1800 or >= 2200 ? null : (TextSpan.Between(words[first].Start, words[last].End), Edtf(year, month, day));
    }

    private static int? Figure(string text, PieceWord[] words, int at, int most) =>
        at < words.Length && words[at].Length <= most && char.IsAsciiDigit(text[words[at].Start])
            && int.TryParse(text.AsSpan(words[at].Start, words[at].Length), NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : null;

    private static string Edtf(int year, int month, int day)
    {
        bool hasMonth = month is >= 1 and <= 12;
        return hasMonth && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")
            : hasMonth ? string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}")
            : year.ToString("0000", CultureInfo.InvariantCulture);
    }

    // “-NQ/TU”, “/QĐ-UBND”, “ - KH/HU”: a joint, then letters of which some are capitals, with joints between.
    private static TextSpan? SymbolAt(string text, int at, int end, bool spaced)
    {
        int next = at;
        while (spaced && next < end && (char.IsWhiteSpace(text[next]) || text[next] is '.' or '…' or '_'))
        {
            next++;
        }

        if (next >= end || text[next] is not ('-' or '–' or '/'))
        {
            return null;
        }

        next++;
        while (spaced && next < end && char.IsWhiteSpace(text[next]))
        {
            next++;
        }

        int first = next;
        int last = next;
        int capitals = 0;
        while (next < end)
        {
            char c = text[next];
            if (char.IsLetterOrDigit(c))
            {
                capitals += char.IsUpper(c) ? 1 : 0;
                last = ++next;
            }
            else if (c is '-' or '–' or '/' or '&' or '.' && next + 1 < end && char.IsLetterOrDigit(text[next + 1]))
            {
                next++;
            }
            else if (spaced && c == ' ' && next + 2 < end && text[next + 1] is '/' or '-' && text[next + 2] is ' ' or (>= 'A' and <= 'Z'))
            {
                next += text[next + 2] == ' ' ? 3 : 2;
            }
            else
            {
                break;
            }
        }

        return capitals >= 1 && last - first is >= 2 and <= 40 ? TextSpan.Between(first, last) : null;
    }

    private static bool OnlyMarks(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
