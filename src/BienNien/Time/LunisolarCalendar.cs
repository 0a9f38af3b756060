using NodaTime;

namespace BienNien.Time;

/// <summary>A day of the lunar calendar.</summary>
/// <param name="Year">The solar year in which the lunar year begins: 1941 for Tân Tỵ, whose Tết fell on 27 January 1941.</param>
/// <param name="Month">1 (Giêng) to 12 (Chạp).</param>
/// <param name="IsLeapMonth">Whether it is the second month of that number, tháng nhuận.</param>
/// <param name="Day">1 to 30.</param>
public readonly record struct LunarDate(int Year, int Month, bool IsLeapMonth, int Day);

/// <summary>The Vietnamese lunar calendar, computed from the true new moons and the sun's course, for lunar years 1000 to 2199.</summary>
/// <remarks>
/// <para>A month begins with the day of the new moon; the winter solstice falls in month 11; of the twelve or thirteen months between two
/// solstice months, when they are thirteen, the first without a principal term is the leap month.</para>
/// <para>What changed over time, and what is done here:</para>
/// <list type="bullet">
/// <item>From 1968 days are those of UTC+7 (Decision 121-CP of 8 August 1967), so that Tết of 1968, 1969, 1985 and 2007 differ from China's.
/// The South kept UTC+8 until 1975: Tết Mậu Thân was 29 January 1968 in the North and 30 January in the South. The calendar is the North's.</item>
/// <item>1929 to 1967: UTC+8. Before 1929: mean time of Beijing, UTC+7:45:40, by which the printed almanacs were reckoned.</item>
/// <item>From 1813 (lịch Hiệp Kỷ) the principal terms are the sun's true ones; up to 1812 (lịch Đại Thống, and those before it) the year
/// from solstice to solstice is cut into twelve equal parts, as those calendars did.</item>
/// </list>
/// <para>From 1901 on this agrees with printed calendars save for what is said above. For earlier centuries the court astronomers' own
/// tables differed by a day or by the place of a leap month now and then: take a day before 1813 as a day or a month either way uncertain.
/// Sources: Hoàng Xuân Hãn, “Lịch và lịch Việt Nam”, Tập san Khoa học Xã hội 9, Paris 1982; Lê Thành Lân, “Năm trăm năm lịch Việt Nam (1544–2043)”,
/// Hà Nội 2010; H. Aslaksen, “The Mathematics of the Chinese Calendar”, 2010.</para>
/// <para>Solar days are of the proleptic Gregorian calendar also before 1582. Years are computed once and kept; an instance may be shared.</para>
/// </remarks>
public sealed class LunisolarCalendar
{
    /// <summary>The first lunar year that is computed.</summary>
    public const int FirstYear = 1000;

    /// <summary>The last lunar year that is computed.</summary>
    public const int LastYear = 2199;

    private static readonly LocalDate _dayZero = new(2000, 1, 1);      // Julian day number 2451545
    private const int JulianDayZero = 2451545;

    private readonly LunarYear?[] _years = new LunarYear?[LastYear - FirstYear + 2];

    /// <summary>The first solar day that has a lunar date here.</summary>
    public LocalDate FirstDay => ToDate(YearOf(FirstYear).FirstDay);

    /// <summary>The last solar day that has a lunar date here.</summary>
    public LocalDate LastDay => ToDate(YearOf(LastYear + 1).FirstDay - 1);

    /// <summary>Tết, the first day of a lunar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not computed.</exception>
    public LocalDate NewYear(int year) => ToDate(Known(year).FirstDay);

    /// <summary>The month that comes twice in a lunar year, 1–12, or null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not computed.</exception>
    public int? LeapMonth(int year) => Known(year).LeapMonth is var month and > 0 ? month : null;

    /// <summary>How many days a lunar month has, 29 or 30; 0 when the year has no such leap month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not computed, or the month is not 1–12.</exception>
    public int DaysInMonth(int year, int month, bool leap)
    {
        var known = Known(year);
        var index = IndexOf(known, month, leap);
        return index < 0 ? 0 : known.FirstDays[index + 1] - known.FirstDays[index];
    }

    /// <summary>The solar day of a lunar one.</summary>
    /// <returns>Null when that month has no such day, or that year no such leap month.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is not computed, or the month is not 1–12.</exception>
    public LocalDate? ToSolar(LunarDate date)
    {
        var year = Known(date.Year);
        var index = IndexOf(year, date.Month, date.IsLeapMonth);
        return index < 0 || date.Day < 1 || date.Day > year.FirstDays[index + 1] - year.FirstDays[index]
            ? null
            : ToDate(year.FirstDays[index] + date.Day - 1);
    }

    /// <summary>The lunar date of a solar day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day is before <see cref="FirstDay"/> or after <see cref="LastDay"/>.</exception>
    public LunarDate ToLunar(LocalDate day)
    {
        var number = ToNumber(day);
        var guess = day.WithCalendar(CalendarSystem.Iso).Year;
        if (guess is < FirstYear or > LastYear + 1 || number < YearOf(FirstYear).FirstDay || number >= YearOf(LastYear + 1).FirstDay)
        {
            throw new ArgumentOutOfRangeException(nameof(day), day, $"Lunar dates are computed from {FirstDay} to {LastDay}.");
        }

        var year = YearOf(number < YearOf(guess).FirstDay ? guess - 1 : guess);
        var index = year.FirstDays.Length - 2;
        while (year.FirstDays[index] > number)
        {
            index--;
        }

        var leap = year.LeapMonth > 0 && index == year.LeapMonth;
        var month = year.LeapMonth > 0 && index >= year.LeapMonth ? index : index + 1;
        return new LunarDate(year.Year, month, leap, number - year.FirstDays[index] + 1);
    }

    private static int IndexOf(LunarYear year, int month, bool leap)
    {
        if (month is < 1 or > 12)
        {
            throw new ArgumentOutOfRangeException(nameof(month), month, "Lunar months are 1–12.");
        }

        return leap
            ? (year.LeapMonth == month ? month : -1)
            : month - 1 + (year.LeapMonth > 0 && month > year.LeapMonth ? 1 : 0);
    }

    private LunarYear Known(int year) =>
        year is < FirstYear or > LastYear
            ? throw new ArgumentOutOfRangeException(nameof(year), year, $"Lunar years are computed from {FirstYear} to {LastYear}.")
            : YearOf(year);

    // Two threads may compute the same year: both get the same answer, and either may be kept.
    private LunarYear YearOf(int year)
    {
        ref var place = ref _years[year - FirstYear];
        var known = Volatile.Read(ref place);
        if (known is null)
        {
            known = Compute(year);
            Volatile.Write(ref place, known);
        }

        return known;
    }

    private static LunarYear Compute(int year)
    {
        // Months from the solstice month before the year to the one at its end, numbered; the year itself runs from 1 to 1.
        var (before, leapBefore) = Sui(year);
        var (after, leapAfter) = Sui(year + 1);
        List<int> days = [];
        var leap = 0;
        foreach (var (months, leapIndex, isFirst) in new[] { (before, leapBefore, true), (after, leapAfter, false) })
        {
            for (var i = 0; i < months.Length - 1; i++)
            {
                // Months 11 and 12 are the first two of a sui, or three with a leap month among them.
                var number = i - (leapIndex >= 0 && i >= leapIndex ? 1 : 0);
                var inOldYear = number < 2;
                if (inOldYear == isFirst)
                {
                    continue;
                }

                if (i == leapIndex)
                {
                    leap = isFirst ? number - 1 : number + 11;
                }

                days.Add(months[i]);
            }
        }

        days.Add(after[NumberIndex(2, leapAfter)]);
        return new LunarYear(year, [.. days], leap);
    }

    private static int NumberIndex(int number, int leapIndex) => leapIndex >= 0 && number >= leapIndex ? number + 1 : number;

    // The months of a sui: first days of month 11 of the year before, and so on, to month 11 of the year itself (included as the end).
    private static (int[] FirstDays, int LeapIndex) Sui(int year)
    {
        var solstice = Solstice(year - 1);
        var next = Solstice(year);
        var first = LunationOfDay((int)DayOf(solstice));
        var end = LunationOfDay((int)DayOf(next));
        var days = new int[end - first + 1];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = DayOf(Astronomy.NewMoon(first + i));
        }

        if (days.Length == 13)
        {
            return (days, -1);
        }

        Span<int> terms = stackalloc int[13];       // the days of the principal terms, the solstices included
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = year <= 1812
                ? DayOf(solstice + ((next - solstice) * i / 12))
                : DayOf(Astronomy.WhenSunAt((270 + (30 * i)) % 360, solstice + (30.4368 * i)));
        }

        for (var i = 1; i < days.Length - 1; i++)
        {
            var hasTerm = false;
            foreach (var term in terms)
            {
                hasTerm |= term >= days[i] && term < days[i + 1];
            }

            if (!hasTerm)
            {
                return (days, i);
            }
        }

        throw new InvalidOperationException($"The thirteen months before the winter solstice of {year} all have a principal term.");
    }

    private static double Solstice(int year) => Astronomy.WhenSunAt(270, 2451545.0 + ((year - 2000) * 365.2422) + 355);

    // The lunation in whose month a day falls.
    private static int LunationOfDay(int day)
    {
        var lunation = Astronomy.NearestLunation(day) + 1;
        while (DayOf(Astronomy.NewMoon(lunation)) > day)
        {
            lunation--;
        }

        return lunation;
    }

    // The Julian day number of the civil day in which an instant falls.
    private static int DayOf(double instant) => (int)Math.Floor(instant + 0.5 + (HoursAhead(instant) / 24));

    private static double HoursAhead(double instant) => instant switch
    {
        >= 2439856.2083333 => 7,                                  // from 1 January 1968, 0 h at UTC+7
        >= 2425611.5 => 8,                                        // from 1 January 1929
        _ => 7 + (45.0 / 60) + (40.0 / 3600),
    };

    private static LocalDate ToDate(int number) => _dayZero.PlusDays(number - JulianDayZero);

    private static int ToNumber(LocalDate day) => JulianDayZero + Period.DaysBetween(_dayZero, day.WithCalendar(CalendarSystem.Iso));

    /// <summary>What is kept of a year.</summary>
    /// <param name="Year">The lunar year.</param>
    /// <param name="FirstDays">First day of each month in order, then of the next year.</param>
    /// <param name="LeapMonth">The number that comes twice, or 0; the leap month stands at the same index.</param>
    private sealed record LunarYear(int Year, int[] FirstDays, int LeapMonth)
    {
        public int FirstDay => FirstDays[0];
    }
}
