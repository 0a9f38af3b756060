using System.Collections.Immutable;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

/// <summary>What the grammar read from some place on: a date, perhaps with parts missing (X), and how it was said.</summary>
/// <param name="End">One past the last token read.</param>
/// <param name="Date">The date; what the expression leaves out is unspecified in it.</param>
internal readonly record struct TimePoint(int End, EdtfDate Date)
{
    /// <summary>The last part, where the expression is an interval by itself: 9 tháng đầu năm 2022.</summary>
    public EdtfDate? To { get; init; }

    /// <summary>Whether a word says that it is a time; false for bare figures.</summary>
    public bool Named { get; init; }

    /// <summary>How it is shaded.</summary>
    public TimexMod Mod { get; init; }

    /// <summary>How an interval that it begins is shaded as a whole: “khoảng tháng 5 đến tháng 7”.</summary>
    public TimexMod WholeMod { get; init; }

    /// <summary>Part of the day, by the codes of TIMEX3.</summary>
    public string? Part { get; init; }

    /// <summary>Whether the calendar has no such day.</summary>
    public bool Invalid { get; init; }

    /// <summary>Whether it is before our era.</summary>
    public bool IsBeforeEra { get; init; }

    /// <summary>How many years after the one that the text tells it is: 1 for “tháng 6 năm sau”.</summary>
    public int YearShift { get; init; }

    /// <summary>Whether the year counts from the document's own date: “tháng 10 năm nay”.</summary>
    public bool OfDocument { get; init; }

    /// <summary>Whether the year is told by two figures, “năm 68”: of the century of the text around, if that is a late one.</summary>
    public bool IsShortYear { get; init; }

    /// <summary>Whether it is a part of the year that the text speaks of, which must be near: “cuối năm”.</summary>
    public bool IsOfContext { get; init; }

    /// <summary>Whether it is the present: đến nay.</summary>
    public bool IsPresent { get; init; }

    /// <summary>Whether it is an end that an interval does not have: năm 1959 trở đi.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it is an end that the writer does not know: 1874 - ?.</summary>
    public bool IsUnknown { get; init; }
    /// <summary>Whether the month is told as “tháng Một”: the eleventh where the text counts by the lunar calendar, January elsewhere.</summary>
    public bool IsMot { get; init; }

    /// <summary>Whether the day is told as mồng or rằm: of the lunar calendar, unless the text around counts by the solar one.</summary>
    public bool IsMung { get; init; }

    /// <summary>Whether it is told as chronicles do, season before month: of the lunar calendar, unless the text around is of our time.</summary>
    public bool IsChronicle { get; init; }

    /// <summary>What is said by the lunar calendar or by the name of a year; null for a date of the solar calendar.</summary>
    public LunarReading? Lunar { get; init; }

    /// <summary>Whether nothing has to be found elsewhere in the text.</summary>
    public bool IsComplete => Lunar is null && !IsShortYear && (Date.YearPrecision != YearPrecision.Unspecified || IsPresent || IsOpen || IsUnknown);
}

/// <summary>A date of the lunar calendar, or a year by its name, as it is written.</summary>
/// <param name="Year">The lunar year, when a figure tells it.</param>
/// <param name="Name">The name of the year in the cycle of sixty, when it is told.</param>
/// <param name="Reigns">The eras of the name that is told, more than one when dynasties shared it; empty without.</param>
/// <param name="YearOfReign">The year of the era; 0 without.</param>
/// <param name="Month">1–12; 0 when it is not told.</param>
/// <param name="IsLeapMonth">Whether it is called nhuận.</param>
/// <param name="Day">1–30; 0 when it is not told.</param>
internal sealed record LunarReading(
    int? Year, CanChi? Name, ImmutableArray<Reign> Reigns, int YearOfReign, int Month = 0, bool IsLeapMonth = false, int Day = 0)
{
    /// <summary>A season of the year by its EDTF code; 0 when none is told.</summary>
    public int Season { get; init; }

    /// <summary>The name of the day in the cycle of sixty: ngày Canh Dần.</summary>
    public CanChi? DayName { get; init; }

    /// <summary>First and last year of the reign that the words around name without counting its years: năm Canh Dần đời Hồng Đức.</summary>
    public (int First, int Last)? Within { get; init; }

    /// <summary>How many years before or after the year that is told: tháng Chạp of the year before, in “từ tháng Chạp đến tháng Hai năm Tân Sửu”.</summary>
    public int YearShift { get; init; }

    /// <summary>Whether the year was told by the text before, not by these words.</summary>
    public bool IsFromContext { get; init; }

    /// <summary>Whether no year is told.</summary>
    public bool IsYearless => Year is null && Name is null && YearOfReign == 0;

    /// <summary>A month or day without a year.</summary>
    public static LunarReading WithoutYear { get; } = new(null, null, [], 0);
}
