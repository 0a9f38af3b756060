using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Arithmetic;

/// <summary>The lengths that the customary ways of counting give.</summary>
internal readonly record struct Lengths(int Least, int Most)
{
    /// <summary>Null when the dates are too vague, or in the wrong order, to be counted.</summary>
    /// <param name="interval">Both ends known.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="anniversary">Whether whole years from the day itself are counted, never both ends.</param>
    public static Lengths? Between(Edtf interval, DurationUnit unit, bool anniversary)
    {
        EdtfDate start = interval.Start;
        EdtfDate end = interval.End;
        if (start.Year is not { } from || end.Year is not { } to || from > to
            || start.Qualifiers != EdtfQualifiers.None || end.Qualifiers != EdtfQualifiers.None
            || start.IsSubYearGrouping || end.IsSubYearGrouping || start.Latest > end.Earliest)
        {
            return null;
        }

        return unit switch
        {
            DurationUnit.Year => Years(start, end, to - from, anniversary),
            DurationUnit.Month when start.Month is not null && end.Month is not null => Months(start, end),
            DurationUnit.Week when start.Day is not null && end.Day is not null => Days(start, end) is var days ? new(days.Least / 7, (days.Most + 6) / 7) : null,
            DurationUnit.Day when start.Day is not null && end.Day is not null => Days(start, end),
            _ => null,
        };
    }

    private static Lengths Years(EdtfDate start, EdtfDate end, int difference, bool anniversary)
    {
        if (start.Month is null || end.Month is null)
        {
            // 1965 – 1975: nine whole years between them, ten from one to the other, eleven with both.
            return anniversary ? new(difference, difference) : new(difference - 1, difference + 1);
        }

        if (start.Month == end.Month && start.Day == end.Day)
        {
            return new(difference, difference);
        }

        // From the earliest to the latest day, counted down and up: 02/1936 – 10/1944 is eight years, or going on nine.
        int least = Period.Between(start.Latest, end.Earliest, PeriodUnits.Years).Years;
        int most = Period.Between(start.Earliest, end.Latest.PlusDays(1), PeriodUnits.Years).Years + 1;
        return new(least, most);
    }

    private static Lengths Months(EdtfDate start, EdtfDate end)
    {
        int least = Period.Between(start.Latest, end.Earliest, PeriodUnits.Months).Months;
        Period most = Period.Between(start.Earliest, end.Latest.PlusDays(1), PeriodUnits.Months | PeriodUnits.Days);
        return new(least, most.Months + (most.Days > 0 ? 1 : 0));
    }

    private static Lengths Days(EdtfDate start, EdtfDate end)
    {
        int days = Period.DaysBetween(start.Earliest, end.Latest);
        return new(days, days + 1);
    }
}
