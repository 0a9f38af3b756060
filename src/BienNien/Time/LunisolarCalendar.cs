using NodaTime;

namespace BienNien.Time;

/// <summary>A day of the lunar calendar.</summary>
/// <param name="Year">The solar year in which the lunar year begins: 1941 for Tân Tỵ, whose Tết fell on 27 January 1941.</param>
/// <param name="Month">1 (Giêng) to 12 (Chạp).</param>
/// <param name="IsLeapMonth">Whether it is the second month of that number, tháng nhuận.</param>
/// <param name="Day">1 to 30.</param>
public readonly record struct LunarDate(int Year, int Month, bool IsLeapMonth, int Day);

/// <summary>The Vietnamese lunar calendar for lunar years 999 to 2199, so for every day of the solar years 1000 to 2199.</summary>
/// <remarks>
/// <para>A month begins with the day of the new moon; the winter solstice falls in month 11; of the twelve or thirteen months between two
/// solstice months, when they are thirteen, the first without a principal term is the leap month.</para>
/// <para>What changed over time, and what is done here, by lunar years:</para>
/// <list type="bullet">
/// <item>999 to 1280: the almanacs are lost. The rule is that of the Song: a true new moon after 18 h gives its month to the next day,
/// and the year from solstice to solstice is cut into twelve equal parts; up to 1079 the solstice is put half a day late, as theirs was.</item>
/// <item>1281 to 1812 (Thụ Thời, Đại Thống; here called Khâm Thụ, Vạn Toàn): new moons and terms with the numbers of the books, see
/// <see cref="DaiThong"/>. Until about 1305 Việt Nam had a reckoning of its own, which is lost too; the Yuan's stands in for it, as in
/// the conversions that histories print. From 1631 the South had an almanac that differs now and then, as had the Tây Sơn: these are not here.</item>
/// <item>From 1813 (lịch Hiệp Kỷ): the true new moons and the sun's true principal terms, at Beijing (UTC+7:45:40) until 1928, at UTC+8
/// from 1929. Fifteen months from 1813 to 1925 begin as they were printed, a day beside the true new moon.</item>
/// <item>From 1968 days are those of UTC+7 (Decision 121-CP of 8 August 1967), so that Tết of 1968, 1969, 1985 and 2007 differ from China's.
/// The South kept UTC+8 until 1975: Tết Mậu Thân was 29 January 1968 in the North and 30 January in the South. The calendar is the North's.</item>
/// </list>
/// <para>How far this agrees with other calendars, by period and in figures, is told in docs/calendar.md. In short: from 1813 on it is
/// the printed calendar; from 1281 to 1812 a month in some hundreds may begin a day away from what was printed; before 1281 a date may be
/// a day or a month away. Sources: Hoàng Xuân Hãn, “Lịch và lịch Việt Nam”, Tập san Khoa học Xã hội 9, Paris 1982; Lê Thành Lân,
/// “Năm trăm năm lịch Việt Nam (1544–2043)”, Hà Nội 2010; H. Aslaksen, “The Mathematics of the Chinese Calendar”, 2010.</para>
/// <para>Solar days are of the proleptic Gregorian calendar also before 1582. Years are computed once and kept; an instance may be shared.</para>
/// </remarks>
public sealed class LunisolarCalendar
{
    /// <summary>The first lunar year that is computed.</summary>
    public const int FirstYear = 999;

    /// <summary>The last lunar year that is computed.</summary>
    public const int LastYear = 2199;

    private static readonly LocalDate _dayZero = new(2000, 1, 1);      // Julian day number 2451545
    private const int JulianDayZero = 2451545;

    // First days of months, as they would be computed, that were printed a day later or earlier: the new moon came so near to midnight that
    // the tables of the time had it on the other day. A month is here when both Vietnamese tables of its time say so, or one of them with
    // China's and Korea's. The months: 8 of 1378; 4 of 1813, 9 of 1817, 11 of 1820, 4 of 1823, 10 of 1842, 8 of 1849, 11 of 1856, 10 of 1861,
    // 4 of 1869, 10 of 1880, 3 of 1887, 4 of 1906 and, farthest from midnight (82 minutes), Tết Ất Sửu of 1925.
    private static readonly int[] _printedDayLater =
    [
        2224607, 2383364, 2384988, 2386140, 2387026, 2394142, 2396652, 2399281, 2401082, 2403829, 2408022, 2410355, 2417324, 2424175,
    ];

    // 2 of 1370, 2 of 1610, 9 of 1807, 12 of 1841, 7 of 1890.
    private static readonly int[] _printedDayEarlier = [2221508, 2309155, 2381327, 2393848, 2411596];

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
        // Months from the solstice month before the year to the one at its end, numbered; the year itself runs from 1 to 1. Both ends
        // are reckoned by the rule of the year: a new almanac began with Tết.
        var rule = RuleOf(year);
        var (before, leapBefore) = Sui(year, rule);
        var (after, leapAfter) = Sui(year + 1, rule);
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
    private static (int[] FirstDays, int LeapIndex) Sui(int year, Rule rule)
    {
        var solstice = SolsticeBefore(year, rule);
        var next = SolsticeBefore(year + 1, rule);
        var first = LunationOfDay((int)solstice, rule);
        var end = LunationOfDay((int)next, rule);
        var days = new int[end - first + 1];
        for (var i = 0; i < days.Length; i++)
        {
            days[i] = FirstDayOf(first + i, rule);
        }

        if (days.Length == 13)
        {
            return (days, -1);
        }

        Span<int> terms = stackalloc int[13];       // the days of the principal terms, the solstices included
        for (var i = 0; i < terms.Length; i++)
        {
            terms[i] = rule == Rule.TrueSun
                ? (int)ToLocal(Astronomy.WhenSunAt((270 + (30 * i)) % 360, solstice + (30.4368 * i)))
                : (int)(solstice + ((next - solstice) * i / 12));
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

    private static Rule RuleOf(int year) => year switch
    {
        < 1080 => Rule.EarlySong,
        < 1281 => Rule.Song,
        < 1813 => Rule.DaiThong,
        _ => Rule.TrueSun,
    };

    // The winter solstice of the December before, as a local instant: its whole part is the Julian day number of the civil day.
    private static double SolsticeBefore(int year, Rule rule) => rule == Rule.DaiThong
        ? DaiThong.SolsticeBefore(year)
        : ToLocal(Astronomy.WhenSunAt(270, 2451545.0 + ((year - 2001) * 365.2422) + 355)) + (rule == Rule.EarlySong ? 0.5 : 0);

    // The lunation in whose month a day falls.
    private static int LunationOfDay(int day, Rule rule)
    {
        var lunation = Astronomy.NearestLunation(day) + 1;
        while (FirstDayOf(lunation, rule) > day)
        {
            lunation--;
        }

        return lunation;
    }

    // The Julian day number of the first day of a month.
    private static int FirstDayOf(int lunation, Rule rule)
    {
        switch (rule)
        {
            case Rule.EarlySong or Rule.Song:
                return (int)(ToLocal(Astronomy.NewMoon(lunation)) + 0.25);     // from 18 h on it is the next day
            default:
                var day = (int)(rule == Rule.DaiThong ? DaiThong.NewMoon(lunation) : ToLocal(Astronomy.NewMoon(lunation)));
                return _printedDayLater.Contains(day) ? day + 1 : _printedDayEarlier.Contains(day) ? day - 1 : day;
        }
    }

    // From a Julian day of universal time to days and their fraction since midnight where the calendar is reckoned.
    private static double ToLocal(double instant) => instant + 0.5 + (HoursAhead(instant) / 24);

    private static double HoursAhead(double instant) => instant switch
    {
        >= 2439856.2083333 => 7,                                  // from 1 January 1968, 0 h at UTC+7
        >= 2425611.5 => 8,                                        // from 1 January 1929
        _ => 7 + (45.0 / 60) + (40.0 / 3600),
    };

    private static LocalDate ToDate(int number) => _dayZero.PlusDays(number - JulianDayZero);

    private static int ToNumber(LocalDate day) => JulianDayZero + Period.DaysBetween(_dayZero, day.WithCalendar(CalendarSystem.Iso));

    /// <summary>How the months of a year are found; told above, at the class.</summary>
    private enum Rule
    {
        EarlySong,
        Song,
        DaiThong,
        TrueSun,
    }

    /// <summary>What is kept of a year.</summary>
    /// <param name="Year">The lunar year.</param>
    /// <param name="FirstDays">First day of each month in order, then of the next year.</param>
    /// <param name="LeapMonth">The number that comes twice, or 0; the leap month stands at the same index.</param>
    private sealed record LunarYear(int Year, int[] FirstDays, int LeapMonth)
    {
        public int FirstDay => FirstDays[0];
    }
}
