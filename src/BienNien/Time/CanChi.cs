using NodaTime;

namespace BienNien.Time;

/// <summary>A name of the cycle of sixty, as years, months, days and hours bear it: Giáp Tý, Ất Sửu … Quý Hợi.</summary>
/// <remarks><c>default</c> is Giáp Tý. The year is the lunar one: Mậu Thân began on 29 January 1968. The cycle of days has run unbroken
/// for more than two thousand years and owes nothing to any calendar; see docs/calendar.md.</remarks>
/// <param name="Index">0 for Giáp Tý to 59 for Quý Hợi.</param>
public readonly record struct CanChi(int Index)
{
    private static readonly string[] _stems = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
    private static readonly string[] _branches = ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

    /// <summary>0–59.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is another number.</exception>
    public int Index { get; } = Index is >= 0 and < 60 ? Index : throw new ArgumentOutOfRangeException(nameof(Index), Index, "The cycle has sixty names, 0–59.");

    /// <summary>The ten heavenly stems, Giáp first.</summary>
    public static ReadOnlySpan<string> Stems => _stems;

    /// <summary>The twelve earthly branches, Tý first.</summary>
    public static ReadOnlySpan<string> Branches => _branches;

    /// <summary>The name of a lunar year, given by the solar year in which it begins.</summary>
    public static CanChi OfYear(int year) => new(Cycle(year - 4, 60));

    /// <summary>The name of a lunar month; a leap month has that of the month before it.</summary>
    /// <remarks>Giêng is Dần in every year, and its stem follows from the year's: Bính Dần in years Giáp and Kỷ (<i>ngũ hổ độn</i>).</remarks>
    /// <param name="lunarYear">The solar year in which the lunar year begins.</param>
    /// <param name="month">1–12.</param>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1–12.</exception>
    public static CanChi OfMonth(int lunarYear, int month) => month is >= 1 and <= 12
        ? new(Cycle((OfYear(lunarYear).Index % 5 * 12) + month + 1, 60))
        : throw new ArgumentOutOfRangeException(nameof(month), month, "Lunar months are 1–12.");

    /// <summary>The name of a day, from midnight to midnight.</summary>
    /// <remarks>From the Julian day number: day 11 was Giáp Tý, as was every sixtieth before and after it (N. Dershowitz and E. M. Reingold,
    /// <i>Calendrical Calculations</i>, 4th ed. 2018, ch. 19).</remarks>
    public static CanChi OfDay(LocalDate day) => new(Cycle(DaysSince2000(day) + 54, 60));       // 1 January 2000 was Mậu Ngọ

    /// <summary>The name of one of the twelve hours of a day.</summary>
    /// <remarks>The stem of giờ Tý follows from the day's: Giáp Tý in days Giáp and Kỷ (<i>ngũ tử độn</i>). Giờ Tý is from 23 h to 1 h, and
    /// sources differ on whether its first half is of the day before: pass the day they count it to.</remarks>
    /// <param name="day">The day's name.</param>
    /// <param name="branch">0 for giờ Tý to 11 for giờ Hợi.</param>
    /// <exception cref="ArgumentOutOfRangeException">The branch is not 0–11.</exception>
    public static CanChi OfHour(CanChi day, int branch) => branch is >= 0 and < 12
        ? new(Cycle((day.Index % 5 * 12) + branch, 60))
        : throw new ArgumentOutOfRangeException(nameof(branch), branch, "There are twelve hours, 0–11.");

    /// <summary>The name that joins a stem (0–9) and a branch (0–11), or null: only half of the pairs occur, odd with odd and even with even.</summary>
    public static CanChi? Of(int stem, int branch) =>
        stem is < 0 or > 9 || branch is < 0 or > 11 || (stem - branch) % 2 != 0 ? null : new CanChi(Cycle((6 * stem) - (5 * branch), 60));

    /// <summary>The stem's number, 0 for Giáp: it takes the usual other spellings (Kỉ, Quí) in any case; -1 for another word.</summary>
    public static int StemOf(ReadOnlySpan<char> word) => Find(_stems, word) switch
    {
        >= 0 and var found => found,
        _ => Is(word, "Kỉ") ? 5 : Is(word, "Quí") ? 9 : -1,
    };

    /// <summary>The branch's number, 0 for Tý: it takes the usual other spellings (Tí, Tị, Mẹo, Vị) in any case; -1 for another word.</summary>
    public static int BranchOf(ReadOnlySpan<char> word) => Find(_branches, word) switch
    {
        >= 0 and var found => found,
        _ => Is(word, "Tí") ? 0 : Is(word, "Tị") ? 5 : Is(word, "Mẹo") ? 3 : Is(word, "Vị") ? 7 : -1,
    };

    /// <summary>Reads two words with white space between them.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CanChi name)
    {
        text = text.Trim();
        var space = text.IndexOfAny(" \t\n");
        var read = space < 0 ? null : Of(StemOf(text[..space]), BranchOf(text[space..].Trim()));
        name = read ?? default;
        return read is not null;
    }

    /// <summary>The lunar years of this name from one year to another, both included, earliest first.</summary>
    public IEnumerable<int> YearsBetween(int first, int last)
    {
        var step = Cycle(Index - OfYear(first).Index, 60);
        for (long year = (long)first + step; year <= last; year += 60)
        {
            yield return (int)year;
        }
    }

    /// <summary>The name in its usual spelling: <c>Tân Tỵ</c>.</summary>
    public override string ToString() => $"{_stems[Index % 10]} {_branches[Index % 12]}";

    private static int DaysSince2000(LocalDate day) => Period.DaysBetween(new LocalDate(2000, 1, 1), day.WithCalendar(CalendarSystem.Iso));

    private static int Cycle(int value, int length) => ((value % length) + length) % length;

    private static int Find(string[] words, ReadOnlySpan<char> word)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (Is(word, words[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool Is(ReadOnlySpan<char> word, string name) => word.Equals(name, StringComparison.OrdinalIgnoreCase);
}
