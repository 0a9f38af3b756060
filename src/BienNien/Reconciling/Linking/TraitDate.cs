using System.Globalization;
using BienNien.Finding.DocumentReferences;
using BienNien.Time;

namespace BienNien.Reconciling.Linking;

/// <summary>How two dates of one property of one thing stand to each other.</summary>
internal enum DateFit
{
    /// <summary>One is missing.</summary>
    Unknown,

    /// <summary>The same as far as both go.</summary>
    Same,

    /// <summary>They differ as one date does that was copied wrongly: in one part, or by a digit.</summary>
    Slip,

    /// <summary>They differ more than that.</summary>
    Apart,
}

/// <summary>A date as far as a year, month and day of it are known.</summary>
internal readonly record struct TraitDate(int Year, int? Month, int? Day)
{
    /// <summary>Years from here on are never one slip apart.</summary>
    private const int FarYears = 12;

    /// <summary>The date, or null when not even the year is known.</summary>
    internal static TraitDate? Of(string edtf) =>
        edtf.Length > 0 && Edtf.TryParse(edtf) is { StartKind: EdtfEnd.Known, Start: { Year: { } year } start } ? new TraitDate(year, start.Month is <= 12 ? start.Month : null, start.Day) : null;

    /// <summary>As EDTF.</summary>
    internal EdtfDate ToEdtf() => Edtf.Parse((Year < 0 ? "-" : "") + (Month, Day) switch
    {
        ({ } month, { } day) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(Year):0000}-{month:00}-{day:00}"),
        ({ } month, null) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(Year):0000}-{month:00}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(Year):0000}"),
    }).Start;

    /// <summary>How they stand to each other.</summary>
    internal DateFit Fit(TraitDate other)
    {
        bool month = Month is { } m && other.Month is { } n && m != n;
        bool day = Day is { } d && other.Day is { } e && d != e;
        int years = Math.Abs(Year - other.Year);
        if (years == 0)
        {
            return month || day ? DateFit.Slip : DateFit.Same;
        }

        if (Month is not null && other.Month is not null)
        {
            bool sameDay = !month && !day && Day is not null && other.Day is not null;
            return (sameDay && years < 3 * FarYears) || (years <= 2 && (!month || !day)) ? DateFit.Slip : DateFit.Apart;
        }

        return years <= 2 || (years < FarYears && (PaperIdentity.DigitsApart(Year, other.Year) == 1 || Transposed(Year, other.Year))) ? DateFit.Slip : DateFit.Apart;
    }

    // 1912 and 1921.
    private static bool Transposed(int a, int b) => a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10;

    /// <summary>How well two sets of dates fit: the best of all pairs, but apart when any pair is.</summary>
    internal static DateFit Fit(IReadOnlyCollection<TraitDate> some, IReadOnlyCollection<TraitDate> others)
    {
        DateFit fit = DateFit.Unknown;
        foreach (TraitDate one in some)
        {
            foreach (TraitDate other in others)
            {
                DateFit pair = one.Fit(other);
                if (pair == DateFit.Apart)
                {
                    return DateFit.Apart;
                }

                fit = fit == DateFit.Unknown || pair < fit ? pair : fit;
            }
        }

        return fit;
    }
}
