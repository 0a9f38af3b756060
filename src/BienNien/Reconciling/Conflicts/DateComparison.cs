using BienNien.Time;
using NodaTime;

namespace BienNien.Reconciling.Conflicts;

/// <summary>How two values that documents give for one thing stand to each other.</summary>
internal enum ValueRelation
{
    /// <summary>They cannot be compared: one is missing or says nothing.</summary>
    Unknown,

    /// <summary>They say the same.</summary>
    Same,

    /// <summary>They differ, and both can hold; the reason says why.</summary>
    Compatible,

    /// <summary>They cannot both hold.</summary>
    Contrary,
}

/// <summary>Compares dates by the days that they can mean (EDTF bounds, with the shades of <see cref="TimexBounds"/>).</summary>
internal static class DateComparison
{
    // Later texts say so when they count by the moon.
    private const int LastLunarYear = 1960;

    private static readonly Lazy<LunisolarCalendar> _calendar = new(static () => new LunisolarCalendar());

    /// <summary>How two dates stand to each other.</summary>
    internal static (ValueRelation Relation, JudgementReason Reason) Compare(in StatedDate a, in StatedDate b)
    {
        if (Edtf.TryParse(a.Value) is not { } one || Edtf.TryParse(b.Value) is not { } other || Days(one, a.Mod) is not { } first || Days(other, b.Mod) is not { } second)
        {
            return (ValueRelation.Unknown, default);
        }

        // A year of the cycle of sixty that the passage leaves open may be the one of another round.
        if ((a.Lunar || b.Lunar) && first.Intersect(second) is null && one.Start.Year is { } firstYear && other.Start.Year is { } secondYear && Math.Abs(firstYear - secondYear) % 60 is 0 or 1 or 59 && Math.Abs(firstYear - secondYear) >= 59)
        {
            return (ValueRelation.Unknown, default);
        }

        if (first == second)
        {
            return a.Lunar != b.Lunar ? (ValueRelation.Compatible, JudgementReason.Calendar) : (ValueRelation.Same, default);
        }

        // “đêm 22 tháng 5 năm Ất Dậu” may stand without the name of its year, and is then read by the solar calendar.
        if (!a.Lunar && !b.Lunar && (IsOtherByTheMoon(one, other) || IsOtherByTheMoon(other, one)))
        {
            return (ValueRelation.Compatible, JudgementReason.Calendar);
        }

        // “giữa năm 1928” and “cuối năm 1928”: parts of one year that a writer tells apart, whatever days they may share.
        bool parts = one == other && a.Mod != b.Mod && IsPart(a.Mod) && IsPart(b.Mod);
        if (parts || first.Intersect(second) is null)
        {
            return (ValueRelation.Contrary, JudgementReason.Contradiction);
        }

        return (ValueRelation.Compatible, a.Lunar != b.Lunar && Width(first) == Width(second) ? JudgementReason.Calendar : JudgementReason.Precision);
    }

    /// <summary>Whether two dates that exclude each other are so near that they look like one date written twice: one part of the date differs, or few days lie between.</summary>
    internal static bool IsNear(string a, string b)
    {
        if (Edtf.TryParse(a) is not { } one || Edtf.TryParse(b) is not { } other || one.StartKind != EdtfEnd.Known || other.StartKind != EdtfEnd.Known)
        {
            return false;
        }

        (EdtfDate x, EdtfDate y) = (one.Start, other.Start);
        if (x.Year is not { } firstYear || y.Year is not { } secondYear)
        {
            return false;
        }

        int differ = (firstYear != secondYear ? 1 : 0) + (x.Month is { } m && y.Month is { } n && m != n ? 1 : 0) + (x.Day is { } d && y.Day is { } e && d != e ? 1 : 0);
        bool nearYear = Math.Abs(firstYear - secondYear) <= 1;
        return (differ <= 1 && (x.Month is not null || y.Month is not null ? firstYear == secondYear || (x.Month == y.Month && Math.Abs(firstYear - secondYear) <= 10) : nearYear))
            || (one.Earliest != LocalDate.MinIsoValue && other.Earliest != LocalDate.MinIsoValue && Math.Abs(Period.DaysBetween(one.Earliest, other.Earliest)) <= 31);
    }

    /// <summary>
    /// Whether two dates differ in one part alone, others being there and the same: another day of one month, the same day of another month or year, another
    /// part of one year, a neighbouring month.
    /// </summary>
    internal static bool DifferInOnePart(in StatedDate a, in StatedDate b)
    {
        if (Edtf.TryParse(a.Value) is not { } one || Edtf.TryParse(b.Value) is not { } other || one.StartKind != EdtfEnd.Known || other.StartKind != EdtfEnd.Known)
        {
            return false;
        }

        (EdtfDate x, EdtfDate y) = (one.Start, other.Start);
        if (x.Year is not { } firstYear || y.Year is not { } secondYear || x.Month is not { } m || y.Month is not { } n)
        {
            return x.Year == y.Year && x.Year is not null && x.Month is null && y.Month is null && IsPart(a.Mod) && IsPart(b.Mod) && a.Mod != b.Mod;
        }

        int differ = (firstYear != secondYear ? 1 : 0) + (m != n ? 1 : 0) + (x.Day != y.Day && x.Day is not null && y.Day is not null ? 1 : 0);
        bool days = x.Day is not null && y.Day is not null;
        bool nextMonth = !days && x.Day is null && y.Day is null && firstYear == secondYear && Math.Abs(m - n) == 1;
        return (differ == 1 && nextMonth) || differ == 1 && (days || (m == n && x.Day is null && y.Day is null && Math.Abs(firstYear - secondYear) <= 2)) && Math.Abs(firstYear - secondYear) <= 10;
    }

    // Whether the day, read by the lunar calendar, is the other.
    private static bool IsOtherByTheMoon(Edtf told, Edtf solar) =>
        told.Start is { Year: { } year, Month: { } month, Day: { } day } && year is >= LunisolarCalendar.FirstYear and <= LastLunarYear && month <= 12 && solar.Start.Day is not null
        && _calendar.Value.ToSolar(new LunarDate(year, month, IsLeapMonth: false, day)) is { } found && found == solar.Earliest;

    private static bool IsPart(TimexMod mod) => mod is TimexMod.Start or TimexMod.Mid or TimexMod.End;

    private static int Width(DayRange days) => days.IsBounded ? Period.DaysBetween(days.First, days.Last) : int.MaxValue;

    private static DayRange? Days(Edtf date, TimexMod mod) =>
        TimexBounds.Of(date, mod) is var days && (days.First != LocalDate.MinIsoValue || days.Last != LocalDate.MaxIsoValue) ? days : null;
}
