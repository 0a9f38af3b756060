using System.Buffers;
using System.Globalization;
using BienNien.Text;

namespace BienNien.Reading.Repairing;

/// <summary>Finds letters where figures must stand: in dates, numbers, years and the numbers of articles, and nowhere else.</summary>
internal static class FigureDamage
{
    private const double Sure = 0.97;
    private const double Likely = 0.85;
    private const double Guess = 0.4;
    private const int LongestFigure = 12;

    // Letters that are read for figures, and the figures.
    private const string Letters = "lIiOoSB";
    private const string Figures = "1110058";

    private static readonly SearchValues<char> _joins = SearchValues.Create("/.,-");

    // After these words a number stands.
    private static readonly string[] _beforeNumbers =
        ["ngày", "tháng", "năm", "thứ", "số", "điều", "khoản", "hơn", "gần", "trên", "khoảng", "được", "có", "còn", "mùng", "mồng", "đêm", "từ", "đến", "rơi", "ngót", "chừng", "với", "gồm", "và", "lần"];

    // After these a letter alone is a number; “điểm l” is a letter.
    private static readonly string[] _beforeLone = ["điều", "khoản", "ngày", "tháng", "số", "mục"];

    // After these a Roman numeral stands.
    private static readonly string[] _beforeRoman = ["kỷ", "kỳ", "kỉ", "chương", "khóa", "khoá", "thứ", "phần", "khu", "mục"];

    /// <summary>Adds the damaged figures of a stretch of text.</summary>
    public static void Find(string text, TextSpan part, List<ScannedWord> words, List<Damage> found)
    {
        for (int i = 0; i < words.Count; i++)
        {
            ScannedWord word = words[i];
            if (!word.Is(WordTraits.AllCapitals) && !MayOpenFigure(text[word.Start]))
            {
                continue;
            }

            ReadOnlySpan<char> surface = text.AsSpan(word.Start, word.Length);
            ReadOnlySpan<char> before = word.Is(WordTraits.Follows) ? text.AsSpan(words[i - 1].Start, words[i - 1].Length) : [];
            if (IsFigure(surface, out int letters) && word.Length <= LongestFigure)
            {
                int end = i;
                while (end + 1 < words.Count && IsGlued(text, words[end], words[end + 1]) && IsFigure(text.AsSpan(words[end + 1].Start, words[end + 1].Length), out int more))
                {
                    end++;
                    letters += more;
                }

                TextSpan span = TextSpan.Between(word.Start, words[end].End);
                if (span.Length <= LongestFigure && IsFree(text, span, part) && Judge(text, span, before, letters) is { } damage)
                {
                    found.Add(damage);
                }

                i = end;
            }
            else if (word.Length >= 2 && word.Is(WordTraits.AllCapitals) && IsBrokenRoman(surface) && IsOneOf(before, _beforeRoman))
            {
                found.Add(new Damage(new TextSpan(word.Start, word.Length), surface.ToString().Replace("H", "II", StringComparison.Ordinal), DamageReason.LetterForDigit, Likely));
            }
        }
    }

    private static Damage? Judge(string text, TextSpan span, ReadOnlySpan<char> before, int letters)
    {
        ReadOnlySpan<char> surface = text.AsSpan(span.Start, span.Length);
        Span<char> read = stackalloc char[LongestFigure];
        int digits = 0;
        for (int i = 0; i < surface.Length; i++)
        {
            int letter = Letters.IndexOf(surface[i], StringComparison.Ordinal);
            read[i] = letter >= 0 ? Figures[letter] : surface[i];
            digits += char.IsAsciiDigit(surface[i]) ? 1 : 0;
        }

        read = read[..surface.Length];
        if (letters == 0)
        {
            return ImpossibleDate(span, read);
        }

        double confidence = HasRoman(surface) ? 0
            : IsDate(read) || IsYears(read) ? (digits >= letters ? Sure : Likely)
            : surface.Length == 1 ? (surface[0] is 'l' or 'L' && IsOneOf(before, _beforeLone) ? Likely : 0)
            : digits == 0 ? 0
            : IsYear(read) && surface.Length == 4 && (IsOneOf(before, _beforeNumbers) || digits >= 3) ? Sure
            : !IsNumber(read) || surface.IndexOfAny('S', 'B') >= 0 || surface[^1] is 'o' or 'l' ? (IsOneOf(before, _beforeLone) && IsNumber(read) && surface[^1] is 'l' ? Likely : 0)
            : surface.Contains('.') || surface.Contains(',') ? (HasMixedOrGroup(surface) ? Sure : 0)
            : surface[0] is 'l' or 'i' || char.IsAsciiDigit(surface[0]) ? Likely
            : IsOneOf(before, _beforeNumbers) ? Likely
            : 0;
        return confidence == 0 ? null : new Damage(span, new string(read).Replace('L', '1'), DamageReason.LetterForDigit, confidence);
    }

    // 21/0/1973: a figure is lost, and which is not known; the tenth month is only the likeliest.
    private static Damage? ImpossibleDate(TextSpan span, ReadOnlySpan<char> read)
    {
        int first = read.IndexOf('/');
        int second = first < 0 ? -1 : read[(first + 1)..].IndexOf('/');
        if (second != 1 || first is < 1 or > 2 || read[first + 1] != '0' || read.Length != first + 7 || !IsYear(read[(first + 3)..]))
        {
            return null;
        }

        return int.Parse(read[..first], CultureInfo.InvariantCulture) is >= 1 and <= 31
            ? new Damage(span, $"{read[..first]}/10/{read[(first + 3)..]}", DamageReason.LetterForDigit, Guess)
            : null;
    }

    // Day/month, month/year or day/month/year.
    private static bool IsDate(ReadOnlySpan<char> read)
    {
        Span<Range> parts = stackalloc Range[4];
        char join = read.Contains('/') ? '/' : read.Contains('-') ? '-' : '.';
        int count = read.Split(parts, join);
        if (count is < 2 or > 3 || (count == 2 && join != '/'))
        {
            return false;
        }

        Span<int> numbers = stackalloc int[3];
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<char> part = read[parts[i]];
            if (part.Length is 0 or > 4 || !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        return count == 3
            ? numbers[0] is >= 1 and <= 31 && numbers[1] is >= 1 and <= 12 && IsYear(read[parts[2]])
            : (numbers[1] is >= 1 and <= 12 && numbers[0] is >= 1 and <= 31) || (numbers[0] is >= 1 and <= 12 && IsYear(read[parts[1]]));
    }

    // 1905-19O9
    private static bool IsYears(ReadOnlySpan<char> read) => read.Length == 9 && read[4] is '-' or '/' && IsYear(read[..4]) && IsYear(read[5..]);

    // quý I/1994, 3-II-1930: months and quarters are written so, too.
    private static bool HasRoman(ReadOnlySpan<char> surface)
    {
        foreach (Range part in surface.SplitAny('/', '-', '.', ','))
        {
            if (surface.Length > 1 && !surface[part].ContainsAnyExcept('I') && !surface[part].IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> read) =>
        read.Length == 4 && !read.ContainsAnyExceptInRange('0', '9') && read[0] is '1' or '2' && (read[0] == '1' || read[1] == '0');

    // Digits, in groups of three after full stops, or with one decimal comma.
    private static bool IsNumber(ReadOnlySpan<char> read)
    {
        int group = 0;
        bool grouped = false;
        for (int i = 0; i < read.Length; i++)
        {
            if (char.IsAsciiDigit(read[i]))
            {
                group++;
            }
            else if (read[i] is '.' or ',' && group > 0 && i + 1 < read.Length && (!grouped || group == 3))
            {
                (group, grouped) = (0, read[i] == '.');
            }
            else
            {
                return false;
            }
        }

        return group > 0 && (!grouped || group == 3);
    }

    // 4.I80, 2O,5, 1.O26: each group has a figure of its own.
    private static bool HasMixedOrGroup(ReadOnlySpan<char> surface)
    {
        foreach (Range group in surface.SplitAny('.', ','))
        {
            if (!surface[group].ContainsAnyInRange('0', '9'))
            {
                return false;
            }
        }

        return true;
    }

    // Most words end here.
    private static bool MayOpenFigure(char c) => char.IsAsciiDigit(c) || c == 'L' || Letters.Contains(c, StringComparison.Ordinal);

    private static bool IsFigure(ReadOnlySpan<char> surface, out int letters)
    {
        letters = 0;
        foreach (char c in surface)
        {
            if (!char.IsAsciiDigit(c))
            {
                if (!Letters.Contains(c, StringComparison.Ordinal) && !(c == 'L' && surface.Length == 1))
                {
                    return false;
                }

                letters++;
            }
        }

        return true;
    }

    private static bool IsGlued(string text, ScannedWord one, ScannedWord next) => next.Start == one.End + 1 && _joins.Contains(text[one.End]);

    // Not the middle of a code: 388-KH/l2, B.1O, l2-CT.
    private static bool IsFree(string text, TextSpan span, TextSpan part) =>
        !(span.Start > part.Start && text[span.Start - 1] is '-' or '/' or '_' or '@' or '&' or '\'' or '’' or '.')
        && !(span.End + 1 < part.End && text[span.End] is '-' or '/' or '_' or '@' or '&' or '\'' && char.IsLetterOrDigit(text[span.End + 1]));

    private static bool IsBrokenRoman(ReadOnlySpan<char> surface) => surface.Contains('H') && !surface.ContainsAnyExcept("XVIH");

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] list)
    {
        foreach (string one in list)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
