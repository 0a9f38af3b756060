using System.Collections.Frozen;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reading.Repairing;

/// <summary>Tells words of dates, damaged or not, by their letters (<c>data/date-word-lookalikes.tsv</c>).</summary>
internal static class DateWords
{
    private static readonly (DateWord Word, string Surface, string Bare)[] _words =
    [
        (DateWord.Year, "năm", "nam"), (DateWord.Month, "tháng", "thang"), (DateWord.Day, "ngày", "ngay"),
        (DateWord.Mung, "mùng", "mung"), (DateWord.Mong, "mồng", "mong"), (DateWord.Nearly, "gần", "gan"), (DateWord.Over, "hơn", "hon"),
    ];

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _others =
        DataTable.Load("date-word-lookalikes").Column("lookalike").ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A word of dates as it is written.</summary>
    public static string SurfaceOf(DateWord word) => _words[(int)word - 1].Surface;

    /// <summary>Which word of dates a printed word is or looks like. Allocates nothing.</summary>
    public static DateWord See(ReadOnlySpan<char> printed, out Likeness likeness)
    {
        likeness = Likeness.Exact;
        if (printed.Length is < 3 or > 6)
        {
            return DateWord.None;
        }

        foreach ((DateWord word, string surface, string bare) in _words)
        {
            if (!LooksLike(printed, bare, out bool changed) || (changed && word is DateWord.Nearly or DateWord.Over))
            {
                continue;
            }

            likeness = changed ? Likeness.Damaged
                : printed.Equals(surface, StringComparison.OrdinalIgnoreCase) ? Likeness.Exact
                : _others.Contains(printed) ? Likeness.AnotherWord
                : Likeness.Damaged;
            return word;
        }

        return DateWord.None;
    }

    // Letter by letter without marks; one letter may be another one that looks like it.
    private static bool LooksLike(ReadOnlySpan<char> printed, string bare, out bool changed)
    {
        changed = false;
        int at = 0;
        foreach (char letter in bare)
        {
            char seen = at < printed.Length ? Letters.Fold(printed[at]) : '\0';
            if (seen == letter)
            {
                at++;
                continue;
            }

            int length = changed ? 0 : LengthOfMisread(printed[Math.Min(at, printed.Length)..], letter);
            if (length == 0)
            {
                return false;
            }

            changed = true;
            at += length;
        }

        return at == printed.Length;
    }

    // How many letters stand for one that was misread; 0 when these do not.
    private static int LengthOfMisread(ReadOnlySpan<char> printed, char letter)
    {
        if (printed.IsEmpty)
        {
            return 0;
        }

        char first = Letters.Fold(printed[0]);
        char second = printed.Length > 1 ? Letters.Fold(printed[1]) : '\0';
        return (letter, first, second) switch
        {
            ('m', 'r', 'n') or ('m', 'i', 'n') or ('m', 'n', 'i') => 2,
            ('n', 'u', _) or ('u', 'n', _) or ('g', 'q', _) or ('y', 'v', _) or ('h', 'b', _) or ('t', 'l', _) => 1,
            _ => 0,
        };
    }
}
