using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>What words and figures of a flattened table are by themselves.</summary>
internal static class TableWords
{
    private static readonly SearchValues<char> _figureCharacters = SearchValues.Create("0123456789.,");

    private static readonly FrozenSet<string> _units =
        DataTable.Load("units").Column("unit").Concat(DataTable.Load("counted-nouns").Column("noun")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _scales =
        new[] { "trăm", "nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ", "1000", "1.000" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word is a figure that may stand alone in a cell: <c>1.307</c>, <c>9,4</c>, <c>28,75%</c>, or the dash of an empty cell.</summary>
    public static bool IsFigure(ReadOnlySpan<char> word)
    {
        ReadOnlySpan<char> digits = word.TrimStart("+-–").TrimEnd("%‰*");
        return digits.IsEmpty ? word is "-" or "–" or "—"
            : char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1]) && digits.IndexOfAnyExcept(_figureCharacters) < 0;
    }

    /// <summary>Where the figures at the end of a line begin; the line's end when it ends with words.</summary>
    public static int FiguresFrom(string text, TextSpan line)
    {
        int from = line.End;
        int end = line.End;
        while (end > line.Start)
        {
            int space = text.LastIndexOfAny([' ', '\t'], end - 1, end - line.Start);
            int start = space < 0 ? line.Start : space + 1;
            if (start < end && !IsFigure(text.AsSpan(start, end - start)))
            {
                break;
            }

            from = start < end ? start : from;
            end = start - 1;
        }

        return from;
    }

    /// <summary>The number that a line of words opens with, or is: 1 to 999; 0 when there is none.</summary>
    public static int Key(ReadOnlySpan<char> line, out bool alone)
    {
        int digits = line.IndexOfAnyExceptInRange('0', '9');
        alone = digits < 0;
        digits = alone ? line.Length : digits;
        bool words = alone || (digits + 1 < line.Length && line[digits] is ' ' or '\t' && (char.IsLetter(line[digits + 1]) || line[digits + 1] is '“' or '"'));
        return digits is >= 1 and <= 3 && words ? int.Parse(line[..digits], NumberStyles.None, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>The year that a line opens with before a capital, or is; 0 when there is none.</summary>
    public static int Year(ReadOnlySpan<char> line)
    {
        bool opens = line.Length == 4 || (line.Length > 6 && line[4] == ' ' && char.IsUpper(line[5]));
        return opens && line[..4].IndexOfAnyExceptInRange('0', '9') < 0
            && int.Parse(line[..4], NumberStyles.None, CultureInfo.InvariantCulture) is >= 1000 and <= 2100 and int year ? year : 0;
    }

    /// <summary>The heads of columns in lines: each begins with a capital; <c>Số TT</c> is one.</summary>
    public static List<TextSpan> Heads(string text, IReadOnlyList<TextSpan> lines)
    {
        List<TextSpan> heads = [];
        foreach (TextSpan line in lines)
        {
            for (int at = line.Start; at < line.End;)
            {
                int end = text.IndexOfAny([' ', '\t'], at, line.End - at);
                end = end < 0 ? line.End : end;
                if (end > at)
                {
                    bool begins = char.IsUpper(text[at]) && !(heads.Count > 0 && text.AsSpan(at, end - at) is "TT" && IsNumberHead(text, heads[^1]));
                    if (begins || heads.Count == 0)
                    {
                        heads.Add(TextSpan.Between(at, end));
                    }
                    else
                    {
                        heads[^1] = TextSpan.Between(heads[^1].Start, end);
                    }
                }

                at = end + 1;
            }
        }

        return heads;
    }

    /// <summary>Whether a column's head says that units stand below.</summary>
    public static bool IsUnitHead(ReadOnlySpan<char> head) =>
        head.StartsWith("đơn vị", StringComparison.OrdinalIgnoreCase) || head.Equals("đvt", StringComparison.OrdinalIgnoreCase) || head.StartsWith("đv tính", StringComparison.OrdinalIgnoreCase);

    /// <summary>Parts the name of an indicator from its unit: <c>Sản lượng lương thực | Nghìn tấn</c>.</summary>
    public static (TextSpan Name, TextSpan Unit) CutUnit(string text, List<TextSpan> lead)
    {
        List<TextSpan> words = [];
        foreach (TextSpan piece in lead)
        {
            for (int at = piece.Start; at < piece.End;)
            {
                int end = text.IndexOfAny([' ', '\t'], at, piece.End - at);
                end = end < 0 ? piece.End : end;
                if (end > at)
                {
                    words.Add(TextSpan.Between(at, end));
                }

                at = end + 1;
            }
        }

        int capital = -1;
        for (int i = 1; i < words.Count; i++)
        {
            if (char.IsLower(text[words[i].Start]))
            {
                continue;
            }

            capital = i;
            if (IsUnit(text, words, i))
            {
                break;
            }
        }

        return capital < 0
            ? (TextSpan.Between(words[0].Start, words[^1].End), default)
            : (TextSpan.Between(words[0].Start, words[capital - 1].End), TextSpan.Between(words[capital].Start, words[^1].End));
    }

    private static bool IsNumberHead(string text, TextSpan head) => text.AsSpan(head.Start, head.Length).Equals("Số", StringComparison.OrdinalIgnoreCase);

    // “Nghìn tấn”, “Triệu đồng/ha”, “%”, “USD”.
    private static bool IsUnit(string text, List<TextSpan> words, int from)
    {
        if (words.Count - from > 5)
        {
            return false;
        }

        string unit = string.Join(' ', words.Skip(from).Select(word => text.Substring(word.Start, word.Length)));
        return unit is "%" or "‰" || unit.Split('/').All(IsOneUnit);
    }

    private static bool IsOneUnit(string unit)
    {
        string[] words = unit.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int scale = words.TakeWhile(_scales.Contains).Count();
        return words.Length > 0 && (scale == words.Length || _units.Contains(string.Join(' ', words.Skip(scale))));
    }
}
