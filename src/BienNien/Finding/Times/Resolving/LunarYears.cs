using BienNien.Finding.Times.Grammar;
using BienNien.Time;
using NodaTime;

namespace BienNien.Finding.Times.Resolving;

/// <summary>Turns what a text says by the lunar calendar, by the cycle of sixty and by eras into solar dates.</summary>
internal sealed class LunarYears(LunisolarCalendar calendar)
{
    // A name of a year comes again after sixty. A tale goes on rather than back: from a date before it, more years ahead are looked at
    // than behind; from a date after it, the other way round. What a document says of its own time is of the past.
    private const int Back = 10;
    private const int Ahead = 49;
    private const int AheadOfDocument = 4;
    private const int BesideIt = 30;

    private static readonly LocalDate _gregorianReform = new(1582, 10, 15);

    /// <summary>A lunar day without any year: rằm tháng Giêng. Far from any date it is that of every year.</summary>
    public static bool IsFeast(LunarReading lunar) => lunar.IsYearless;

    /// <summary>The years that a year of an era can be: one of each era of that name, fewer when the name of the year in the cycle tells them apart.</summary>
    public static List<int> Candidates(LunarReading lunar)
    {
        List<int> years = [];
        foreach (var reign in lunar.Reigns)
        {
            var year = reign.YearOf(lunar.YearOfReign);
            if (reign.HasYear(lunar.YearOfReign) && (lunar.Name is not { } name || CanChi.OfYear(year) == name))
            {
                years.Add(year);
            }
        }

        if (years.Count == 0 && lunar.Reigns.Length > 0)
        {
            // The source counts on, or its two names of the year do not agree: the era is believed.
            var beyond = lunar.Reigns.Select(reign => reign.YearOf(lunar.YearOfReign)).ToList();
            var agreeing = beyond.FindLastIndex(year => !Disagrees(lunar, year));
            var lasting = lunar.Reigns.Select((reign, i) => (Has: reign.HasYear(lunar.YearOfReign), Year: beyond[i])).Where(x => x.Has).Select(x => x.Year).ToList();
            years.Add(lasting.Count > 0 ? lasting[^1] : beyond[agreeing < 0 ? ^1 : agreeing]);
        }

        return years;
    }

    /// <summary>Whether the two names that a text gives one year do not agree: năm Giáp Tý, Hồng Đức thứ 21.</summary>
    public static bool Disagrees(LunarReading lunar, int year) => lunar.Name is { } name && CanChi.OfYear(year) != name;

    /// <summary>The lunar year that is meant; null when nothing tells it.</summary>
    /// <param name="lunar">What was read.</param>
    /// <param name="near">The date of the text around that it may be counted from; null when there is none.</param>
    public static int? YearOf(LunarReading lunar, ChosenAnchor? near)
    {
        if (lunar.Year is { } told)
        {
            return told;
        }

        var around = near?.Date.Year;
        if (lunar.YearOfReign > 0)
        {
            var years = Candidates(lunar);
            return around is { } n ? years.MinBy(year => Math.Abs(year - n)) : years[^1];
        }

        if (lunar.Name is not { } name)
        {
            return around;
        }

        if (lunar.Within is { } reign && name.YearsBetween(reign.First, reign.Last).ToList() is { Count: > 0 } ofReign)
        {
            return around is { } n ? ofReign.MinBy(year => Math.Abs(year - n)) : ofReign[0];
        }

        return near is { } anchor ? Named(name, anchor) : null;
    }

    /// <summary>The lunar year of a settled value, as the words name it.</summary>
    public int? YearIn(LunarReading lunar, EdtfDate date)
    {
        if (lunar.Year is not null || date.Year is not { } year)
        {
            return lunar.Year ?? date.Year;
        }

        if (lunar.YearOfReign > 0)
        {
            var years = Candidates(lunar);
            return years.Contains(year) ? year : years.Contains(year - 1) ? year - 1 : year;
        }

        if (lunar.Name is { } name)
        {
            return CanChi.OfYear(year) == name ? year : CanChi.OfYear(year - 1) == name ? year - 1 : year;
        }

        return date.Day is not null && year is > LunisolarCalendar.FirstYear and <= LunisolarCalendar.LastYear ? calendar.ToLunar(date.Earliest).Year : year;
    }

    /// <summary>The value of a lunar date in a year; of every year when <paramref name="year"/> is null.</summary>
    public TimeValue Value(TimeValue value, LunarReading lunar, int? year)
    {
        value = value with { Lunar = value.Lunar || lunar.Month > 0 || lunar.Day > 0 || lunar.DayName is not null };
        if (year is not { } known || (IsFeast(lunar) && known <= LunisolarCalendar.FirstYear))
        {
            return lunar is { Month: 0, Day: 0 } ? value
                : value with { Value = EveryYear(lunar).ToString(), Type = lunar.IsYearless && lunar.DayName is null ? TimexType.Set : value.Type };
        }

        if (lunar is { Month: 0, IsLeapMonth: true } && known is >= LunisolarCalendar.FirstYear and <= LunisolarCalendar.LastYear && calendar.LeapMonth(known) is { } leap)
        {
            lunar = lunar with { Month = leap };        // tháng nhuận
        }

        value = value with { Disagrees = Disagrees(lunar, known) };
        if (lunar.Month == 0)
        {
            var inYear = EdtfDate.OfYear(known);
            return value with
            {
                Value = (lunar.Season > 0 ? inYear.WithMonth(lunar.Season) : inYear).ToString(),
                LunarYear = lunar.Season == 0 && value.Mod == TimexMod.None && known is >= LunisolarCalendar.FirstYear and < LunisolarCalendar.LastYear
                    ? new DayRange(calendar.NewYear(known), calendar.NewYear(known + 1).PlusDays(-1))
                    : null,
            };
        }

        var isImplicit = lunar.IsFromContext || lunar.IsYearless;
        return Bounds(lunar, known) is { } bounds
            ? value with { Value = (bounds.First == bounds.Last ? Edtf.Of(bounds.First) : Edtf.Between(bounds.First, bounds.Last)).ToString(), Implicit = isImplicit }
            : value with { Value = EdtfDate.OfYear(known).ToString(), Implicit = isImplicit, Invalid = known is > LunisolarCalendar.FirstYear and <= LunisolarCalendar.LastYear };
    }

    /// <summary>The value of an interval between two lunar dates in their years.</summary>
    public TimeValue Interval(TimeValue value, LunarReading first, LunarReading last, int? firstYear, int? lastYear)
    {
        if (firstYear + first.YearShift is { } from && lastYear + last.YearShift is { } to && Bounds(first, from) is { } start && Bounds(last, to) is { } end)
        {
            return value with { Value = Edtf.Between(start.First, end.Last).ToString(), Implicit = last.IsFromContext || IsFeast(last), Disagrees = Disagrees(first, from - first.YearShift) };
        }

        return first is { Month: 0, Day: 0 } || last is { Month: 0, Day: 0 } ? value
            : value with { Value = Edtf.Between(EveryYear(first), EveryYear(last)).ToString(), Type = last.IsYearless ? TimexType.Set : value.Type };
    }

    private static int Named(CanChi name, ChosenAnchor anchor)
    {
        var year = anchor.Date.Year;
        var (first, last) = anchor.Source switch
        {
            AnchorSource.Joined => (year - BesideIt, year + BesideIt - 1),
            AnchorSource.Following => (year - Ahead, year + Back),
            AnchorSource.Document => (year - 59 + AheadOfDocument, year + AheadOfDocument),
            _ => (year - Back, year + Ahead),
        };
        return name.YearsBetween(first, last).First();
    }

    private static EdtfDate EveryYear(LunarReading lunar)
    {
        if (lunar.Month == 0)
        {
            return lunar.Day > 0 ? default(EdtfDate).WithDay(lunar.Day) : default;
        }

        var date = default(EdtfDate).WithMonth(Math.Min(lunar.Month, 12));
        return lunar.Day is > 0 and <= 30 && !(lunar is { Month: 2, Day: 30 }) ? date.WithDay(lunar.Day) : date;
    }

    // First and last solar day of what a lunar reading names, in a lunar year.
    private (EdtfDate First, EdtfDate Last)? Bounds(LunarReading lunar, int year)
    {
        if (lunar.Month == 0 && year is > -9999 and <= 9999)
        {
            return (EdtfDate.OfYear(year), EdtfDate.OfYear(year));
        }

        if (year is <= LunisolarCalendar.FirstYear or > LunisolarCalendar.LastYear)
        {
            return null;
        }

        if (lunar.Month > 12)
        {
            // The days before Tết: 30 is its eve, also where the month had but 29.
            var length = Math.Max(calendar.DaysInMonth(year - 1, 12, calendar.LeapMonth(year - 1) == 12), lunar.Day);
            var eve = AsWritten(calendar.NewYear(year).PlusDays(lunar.Day - length - 1));
            return (eve, eve);
        }

        var first = calendar.ToSolar(new LunarDate(year, lunar.Month, lunar.IsLeapMonth, Math.Max(1, lunar.Day)));
        if (first is not { } start)
        {
            return null;
        }

        var days = calendar.DaysInMonth(year, lunar.Month, lunar.IsLeapMonth);
        if (lunar.DayName is { } name)
        {
            for (var day = 0; day < days; day++)
            {
                if (CanChi.OfDay(start.PlusDays(day)) == name)
                {
                    return (AsWritten(start.PlusDays(day)), AsWritten(start.PlusDays(day)));
                }
            }

            return null;        // the month has no such day
        }

        return (AsWritten(start), AsWritten(lunar.Day > 0 ? start : start.PlusDays(days - 1)));
    }

    // Histories give days before October 1582 by the Julian calendar (Bạch Đằng: 8 tháng 3 năm Mậu Tý is 9-4-1288), and so are they read from figures:
    // the same reckoning lets the two meet. A leap day that the Gregorian calendar lacks stays Gregorian.
    private static EdtfDate AsWritten(LocalDate day)
    {
        if (day >= _gregorianReform)
        {
            return EdtfDate.OfDay(day);
        }

        var julian = day.WithCalendar(CalendarSystem.Julian);
        return julian is { Month: 2, Day: 29 } && !CalendarSystem.Iso.IsLeapYear(julian.Year)
            ? EdtfDate.OfDay(day)
            : EdtfDate.OfYear(julian.Year).WithMonth(julian.Month).WithDay(julian.Day);
    }
}
