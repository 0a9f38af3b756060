using NodaTime;

namespace BienNien.Time;

/// <summary>The days that a date can mean with its shade: what lets “cuối năm 1945”, “khoảng 1820” and “trước ngày 30/6/2023” sort, compare and intersect.</summary>
/// <remarks>
/// EDTF leaves open how wide “about” is, and TIMEX3 what an “end” is, so both are settled here, generously: who compares two claims must not
/// find them at odds because a bound was drawn too close.
/// <list type="bullet">
/// <item>START, MID and END are the first, the middle and the last half: “đầu”, “nửa đầu” and “thượng tuần” all lie in the first.</item>
/// <item>BEFORE and AFTER end and begin at the day beside the date, and are open at the other end.</item>
/// <item>APPROX, and EDTF's <c>~</c>, reach as far again on either side, three days at least: a year becomes three, a century three.</item>
/// </list>
/// </remarks>
public static class TimexBounds
{
    private const int LeastDaysAbout = 3;

    /// <summary>The first and last day that can be meant; <see cref="LocalDate.MinIsoValue"/> and <see cref="LocalDate.MaxIsoValue"/> stand for an open or unknown end.</summary>
    /// <param name="date">The date.</param>
    /// <param name="mod">Its shade; one that belongs to lengths of time (MORE_THAN …) changes nothing.</param>
    public static DayRange Of(Edtf date, TimexMod mod = TimexMod.None)
    {
        ArgumentNullException.ThrowIfNull(date);
        var (first, last) = (date.Earliest, date.Latest);
        if ((date.Qualifiers & EdtfQualifiers.Approximate) != 0 && mod == TimexMod.None)
        {
            mod = TimexMod.Approx;
        }

        var isOpen = first == LocalDate.MinIsoValue || last == LocalDate.MaxIsoValue;
        switch (mod)
        {
            case TimexMod.Before:
                return new DayRange(LocalDate.MinIsoValue, first == LocalDate.MinIsoValue ? last : first.PlusDays(-1));
            case TimexMod.After:
                return new DayRange(last == LocalDate.MaxIsoValue ? first : last.PlusDays(1), LocalDate.MaxIsoValue);
            case TimexMod.Start or TimexMod.Mid or TimexMod.End or TimexMod.Approx when isOpen:
                return new DayRange(first, last);
            default:
                break;
        }

        var days = Period.DaysBetween(first, last) + 1;
        var half = (days + 1) / 2;
        var quarter = days / 4;
        var wide = Math.Max(days, LeastDaysAbout);
        return mod switch
        {
            TimexMod.Start => new DayRange(first, first.PlusDays(half - 1)),
            TimexMod.Mid => new DayRange(first.PlusDays(quarter), last.PlusDays(-quarter)),
            TimexMod.End => new DayRange(last.PlusDays(1 - half), last),
            TimexMod.Approx => new DayRange(Back(first, wide), On(last, wide)),
            _ => new DayRange(first, last),
        };
    }

    private static LocalDate Back(LocalDate day, int days) =>
        Period.DaysBetween(LocalDate.MinIsoValue, day) <= days ? LocalDate.MinIsoValue : day.PlusDays(-days);

    private static LocalDate On(LocalDate day, int days) =>
        Period.DaysBetween(day, LocalDate.MaxIsoValue) <= days ? LocalDate.MaxIsoValue : day.PlusDays(days);
}
