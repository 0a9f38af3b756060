using BienNien.Time;
using NodaTime;

namespace BienNien.Telling;

/// <summary>How finely a date is known; decides how it is drawn.</summary>
public enum TimeGrain
{
    /// <summary>One day, or a part of it.</summary>
    Day,

    /// <summary>One month.</summary>
    Month,

    /// <summary>A season, quarter or half of a year.</summary>
    PartOfYear,

    /// <summary>One year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,

    /// <summary>A thousand years.</summary>
    Millennium,

    /// <summary>From one date to another: something that lasted, rather than a date not known better.</summary>
    Interval,
}

/// <summary>A date as it is drawn on a line of time: as wide as what it can mean.</summary>
/// <param name="First">The first day that can be meant.</param>
/// <param name="Last">The last day that can be meant; never before <paramref name="First"/>.</param>
/// <param name="Grain">How finely it is known.</param>
/// <param name="IsDoubtful">Whether the source calls it approximate or uncertain: it is drawn faded.</param>
/// <param name="OpenStart">Whether it has no known beginning; <paramref name="First"/> is then its end's first day.</param>
/// <param name="OpenEnd">Whether it has no known end; <paramref name="Last"/> is then its beginning's last day.</param>
public readonly record struct TimelineSpan(LocalDate First, LocalDate Last, TimeGrain Grain, bool IsDoubtful, bool OpenStart, bool OpenEnd)
{
    /// <summary>
    /// How an EDTF expression is drawn; null when it is none, names no year (<c>XXXX-10-14</c>), or one that no line of time reaches
    /// (<c>Y170000002</c>). A set is drawn from the first of its members to the last.
    /// </summary>
    /// <param name="edtf">The date.</param>
    /// <param name="mod">How the source shades it: “khoảng” makes it doubtful, “trước” and “sau” open an end.</param>
    public static TimelineSpan? Of(string edtf, TimexMod mod = TimexMod.None) =>
        Edtf.TryParse(edtf) is { } date && Of(date) is { } span
            ? span with
            {
                IsDoubtful = span.IsDoubtful || mod == TimexMod.Approx,
                OpenStart = span.OpenStart || mod == TimexMod.Before,
                OpenEnd = span.OpenEnd || mod == TimexMod.After,
            }
            : null;

    /// <summary>How a date is drawn; null when it names no year that can be.</summary>
    public static TimelineSpan? Of(Edtf date)
    {
        ArgumentNullException.ThrowIfNull(date);
        if (date.IsSet)
        {
            return OfSet(date);
        }

        bool openStart = date.StartKind != EdtfEnd.Known;
        bool openEnd = date.EndKind != EdtfEnd.Known;
        // An open end has no width of its own: the known end is drawn, with an arrow.
        EdtfDate start = openStart ? date.End : date.Start;
        EdtfDate end = openEnd ? date.Start : date.End;
        if (!IsDrawn(start) || !IsDrawn(end))
        {
            return null;
        }

        LocalDate first = start.Earliest;
        LocalDate last = end.Latest;
        if (last < first)
        {
            // A source may write “1935 – 1930”; it is drawn over the years that it names.
            (first, last) = (end.Earliest, start.Latest);
        }

        TimeGrain grain = date.IsInterval && !openStart && !openEnd ? TimeGrain.Interval : GrainOf(start);
        return new TimelineSpan(first, last, grain, (start.Qualifiers | end.Qualifiers) != EdtfQualifiers.None, openStart, openEnd);
    }

    /// <summary>Whether it shares a day with the days from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public bool Touches(LocalDate from, LocalDate to) => First <= to && from <= Last;

    private static bool IsDrawn(EdtfDate date) =>
        date.YearPrecision != YearPrecision.Unspecified && date.NominalYear is not (< -9998 or > 9999);

    private static TimelineSpan? OfSet(Edtf set)
    {
        TimelineSpan? all = null;
        foreach (Edtf member in set.Members)
        {
            if (Of(member) is not { } span)
            {
                return null;
            }

            all = all is not { } sofar ? span : new TimelineSpan(
                LocalDate.Min(sofar.First, span.First), LocalDate.Max(sofar.Last, span.Last), TimeGrain.Interval,
                sofar.IsDoubtful || span.IsDoubtful, sofar.OpenStart || span.OpenStart, sofar.OpenEnd || span.OpenEnd);
        }

        return all;
    }

    private static TimeGrain GrainOf(EdtfDate date) => date switch
    {
        { YearPrecision: YearPrecision.Millennium } => TimeGrain.Millennium,
        { YearPrecision: YearPrecision.Century } => TimeGrain.Century,
        { YearPrecision: YearPrecision.Decade } => TimeGrain.Decade,
        { IsSubYearGrouping: true } => TimeGrain.PartOfYear,
        { Month: null } => TimeGrain.Year,
        { Day: null } => TimeGrain.Month,
        _ => TimeGrain.Day,
    };
}
