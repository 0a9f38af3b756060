using NodaTime;

namespace BienNien.Time;

public readonly partial record struct EdtfDate
{
    /// <summary>
    /// The first day that the date can mean, <see cref="LocalDate.MinIsoValue"/> to <see cref="LocalDate.MaxIsoValue"/>; what is before
    /// or after those is given as the nearest of the two. An unspecified year begins at the former, and then month and day say nothing.
    /// </summary>
    /// <remarks>
    /// <para>Seasons are the three months of the lunar calendar, at their widest in 1600–2199: spring 21 January to 22 May, summer 21 April
    /// to 23 August, autumn 24 July to 22 November, winter 22 October to 20 February of the next year. Those of a hemisphere (25–32) run from
    /// the first of the month of their equinox or solstice to the next one: northern spring from 1 March to 22 June.</para>
    /// <para>Unknown digits are looked through: <c>1984-1X</c> begins in October, <c>19XX-02-29</c> in 1904. The offset of a clock time does
    /// not move its day. Qualifiers widen nothing: by how much is for the reader to judge.</para>
    /// </remarks>
    public LocalDate Earliest => FirstDay.ToLocalDate();

    /// <summary>The last day that the date can mean, counterpart of <see cref="Earliest"/>.</summary>
    public LocalDate Latest => LastDay.ToLocalDate();

    /// <summary>The first day that it can mean, in a year of any length.</summary>
    internal EdtfDay FirstDay
    {
        get
        {
            if (_year.IsUnspecified)
            {
                return EdtfDay.Beginning;
            }

            for (var index = 0L; ; index++)
            {
                if (FirstIn(_year.At(index)) is { } day)
                {
                    return day;
                }
            }
        }
    }

    /// <summary>The last day that it can mean, in a year of any length.</summary>
    internal EdtfDay LastDay
    {
        get
        {
            if (_year.IsUnspecified)
            {
                return EdtfDay.End;
            }

            for (var index = _year.Count - 1; ; index--)
            {
                if (LastIn(_year.At(index)) is { } day)
                {
                    return day;
                }
            }
        }
    }

    // Whether it can mean a day at all, as 1945-02-29, 2004-02-3X and XX01-02-29 cannot. Every value that leaves this type can.
    private bool IsPossible
    {
        get
        {
            if (!_day.IsWritten)
            {
                return true;
            }

            if (_year.IsUnspecified)
            {
                return FirstIn(2000) is not null;
            }

            var years = _year.Count;
            for (var index = 0L; index < years; index++)
            {
                if (FirstIn(_year.At(index)) is not null)
                {
                    return true;
                }
            }

            return false;
        }
    }

    private EdtfDay? FirstIn(long year)
    {
        if (!_month.IsWritten)
        {
            return EdtfDay.Of(year, 1, 1);
        }

        if (IsSubYearGrouping)
        {
            var (_, month, day) = Grouping(_month.Number!.Value).First;
            return EdtfDay.Of(year, month, day);
        }

        for (var month = _month.First(1, 12); month != 0; month = _month.First(month + 1, 12))
        {
            var day = _day.IsWritten ? _day.First(1, EdtfDay.LengthOfMonth(year, month)) : 1;
            if (day != 0)
            {
                return EdtfDay.Of(year, month, day);
            }
        }

        return null;
    }

    private EdtfDay? LastIn(long year)
    {
        if (!_month.IsWritten)
        {
            return EdtfDay.Of(year, 12, 31);
        }

        if (IsSubYearGrouping)
        {
            var (later, month, day) = Grouping(_month.Number!.Value).Last;
            return EdtfDay.Of(year + later, month, day);
        }

        for (var month = _month.Last(1, 12); month != 0; month = _month.Last(1, month - 1))
        {
            var length = EdtfDay.LengthOfMonth(year, month);
            var day = _day.IsWritten ? _day.Last(1, length) : length;
            if (day != 0)
            {
                return EdtfDay.Of(year, month, day);
            }
        }

        return null;
    }

    // The years after its own, month and day with which a part of a year begins and ends.
    private static ((int Later, int Month, int Day) First, (int Later, int Month, int Day) Last) Grouping(int code) => code switch
    {
        21 => ((0, 1, 21), (0, 5, 22)),
        22 => ((0, 4, 21), (0, 8, 23)),
        23 => ((0, 7, 24), (0, 11, 22)),
        24 => ((0, 10, 22), (1, 2, 20)),
        25 or 31 => ((0, 3, 1), (0, 6, 22)),
        26 or 32 => ((0, 6, 1), (0, 9, 23)),
        27 or 29 => ((0, 9, 1), (0, 12, 22)),
        28 or 30 => ((0, 12, 1), (1, 3, 21)),
        <= 36 => Months(((code - 33) * 3) + 1, 3),
        <= 39 => Months(((code - 37) * 4) + 1, 4),
        _ => Months(((code - 40) * 6) + 1, 6),
    };

    // Every third, fourth and sixth month has one length in all years.
    private static ((int Later, int Month, int Day) First, (int Later, int Month, int Day) Last) Months(int month, int count) =>
        ((0, month, 1), (0, month + count - 1, EdtfDay.LengthOfMonth(1, month + count - 1)));
}
