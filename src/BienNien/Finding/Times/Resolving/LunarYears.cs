using BienNien.Finding.Times.Grammar;
using BienNien.Time;

namespace BienNien.Finding.Times.Resolving;

/// <summary>Turns what a text says by the lunar calendar, by the cycle of sixty and by eras into solar dates.</summary>
internal sealed class LunarYears(LunisolarCalendar calendar)
{
    // A name of a year comes again after sixty: the one nearest to the text around is meant.
    private const int YearsBack = 30;
    private const int YearsAhead = 29;

    /// <summary>A lunar day without any year: rằm tháng Giêng. Far from any date it is that of every year.</summary>
    public static bool IsFeast(LunarReading lunar) => lunar is { Year: null, Name: null, YearOfReign: 0 };

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
            years.Add(lunar.Reigns[^1].YearOf(lunar.YearOfReign));
        }

        return years;
    }

    /// <summary>Whether the two names that a text gives one year do not agree: năm Giáp Tý, Hồng Đức thứ 21.</summary>
    public static bool Disagrees(LunarReading lunar, int year) => lunar.Name is { } name && CanChi.OfYear(year) != name;

    /// <summary>The lunar year that is meant; null when nothing tells it.</summary>
    /// <param name="lunar">What was read.</param>
    /// <param name="near">The year that the text around speaks of; null when there is none.</param>
    public static int? YearOf(LunarReading lunar, int? near)
    {
        if (lunar.Year is { } told)
        {
            return told;
        }

        if (lunar.YearOfReign > 0)
        {
            var years = Candidates(lunar);
            return near is { } n ? years.MinBy(year => Math.Abs(year - n)) : years[^1];
        }

        return lunar.Name is { } name ? (near is { } around ? name.YearsBetween(around - YearsBack, around + YearsAhead).First() : null) : near;
    }

    /// <summary>The value of a lunar date in a year; of every year when <paramref name="year"/> is null.</summary>
    public TimeValue Value(TimeValue value, LunarReading lunar, int? year)
    {
        if (year is not { } known || (IsFeast(lunar) && known <= LunisolarCalendar.FirstYear))
        {
            return lunar.Month is 0 or > 12 ? value : value with { Value = EveryYear(lunar).ToString() };
        }

        value = value with { Disagrees = Disagrees(lunar, known) };
        if (lunar.Month == 0)
        {
            var inYear = EdtfDate.OfYear(known);
            return value with { Value = (lunar.Season > 0 ? inYear.WithMonth(lunar.Season) : inYear).ToString() };
        }

        var isImplicit = lunar.Year is null && lunar.Name is null && lunar.YearOfReign == 0;
        return Bounds(lunar, known) is { } bounds
            ? value with { Value = (bounds.First == bounds.Last ? Edtf.Of(bounds.First) : Edtf.Between(bounds.First, bounds.Last)).ToString(), Implicit = isImplicit }
            : value with { Value = EdtfDate.OfYear(known).ToString(), Implicit = isImplicit, Invalid = known is >= LunisolarCalendar.FirstYear and <= LunisolarCalendar.LastYear };
    }

    /// <summary>The value of an interval between two lunar dates in their years.</summary>
    public TimeValue Interval(TimeValue value, LunarReading first, LunarReading last, int? firstYear, int? lastYear)
    {
        if (firstYear is { } from && lastYear is { } to && Bounds(first, from) is { } start && Bounds(last, to) is { } end)
        {
            return value with { Value = Edtf.Between(start.First, end.Last).ToString(), Implicit = IsFeast(last) };
        }

        return first.Month is 0 or > 12 || last.Month is 0 or > 12 ? value : value with { Value = Edtf.Between(EveryYear(first), EveryYear(last)).ToString() };
    }

    private static EdtfDate EveryYear(LunarReading lunar)
    {
        var date = default(EdtfDate).WithMonth(lunar.Month);
        return lunar.Day is > 0 and < 30 ? date.WithDay(lunar.Day) : date;
    }

    // First and last solar day of what a lunar reading names, in a lunar year.
    private (EdtfDate First, EdtfDate Last)? Bounds(LunarReading lunar, int year)
    {
        if (year is <= LunisolarCalendar.FirstYear or > LunisolarCalendar.LastYear)
        {
            return null;
        }

        if (lunar.Month == 0)
        {
            return (EdtfDate.OfYear(year), EdtfDate.OfYear(year));
        }

        if (lunar.Month > 12)
        {
            // The days before Tết: 30 is its eve, also where the month had but 29.
            var length = Math.Max(calendar.DaysInMonth(year - 1, 12, calendar.LeapMonth(year - 1) == 12), lunar.Day);
            var eve = EdtfDate.OfDay(calendar.NewYear(year).PlusDays(lunar.Day - length - 1));
            return (eve, eve);
        }

        var first = calendar.ToSolar(new LunarDate(year, lunar.Month, lunar.IsLeapMonth, Math.Max(1, lunar.Day)));
        if (first is not { } start)
        {
            return null;
        }

        var last = lunar.Day > 0 ? start : start.PlusDays(calendar.DaysInMonth(year, lunar.Month, lunar.IsLeapMonth) - 1);
        return (EdtfDate.OfDay(start), EdtfDate.OfDay(last));
    }
}
