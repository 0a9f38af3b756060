using BienNien.Time;
using NodaTime;

namespace BienNien.Finding.Times;

/// <summary>What a time expression means.</summary>
/// <param name="Type">The TIMEX3 type.</param>
/// <param name="Value">EDTF for a DATE or a SET of days, ISO 8601 for the others; <c>PRESENT_REF</c> for “hiện nay”.</param>
/// <param name="Mod">How the words around the value change it.</param>
public sealed record TimeValue(TimexType Type, string Value, TimexMod Mod = TimexMod.None) : MentionValue
{
    /// <summary>The value of “hiện nay”, “đến nay” (TIMEX3).</summary>
    public const string PresentReference = "PRESENT_REF";

    /// <summary>
    /// The first and last day that can be meant, its shade counted in; <see cref="LocalDate.MinIsoValue"/> and <see cref="LocalDate.MaxIsoValue"/> where
    /// an end is open. Null for lengths, for what comes every year and for <c>PRESENT_REF</c>, which lie nowhere on the line of time.
    /// </summary>
    public DayRange? Days
    {
        get
        {
            if (LunarYear is { } year)
            {
                return year;
            }

            return Type is TimexType.Date or TimexType.Time && Edtf.TryParse(Value) is { } edtf && TimexBounds.Of(edtf, Mod) is var days
                && (days.First != LocalDate.MinIsoValue || days.Last != LocalDate.MaxIsoValue)
                ? days
                : null;
        }
    }

    /// <summary>From Tết to the eve of the next, for a year told by the lunar calendar, whose <see cref="Value"/> can only name the solar year in which it begins.</summary>
    public DayRange? LunarYear { get; init; }

    /// <summary>Whether the expression counts by the lunar calendar; the value is the Gregorian date.</summary>
    public bool Lunar { get; init; }

    /// <summary>Whether part of the value (the year, as a rule) stands elsewhere in the text.</summary>
    public bool Implicit { get; init; }

    /// <summary>Whether the calendar has no such day; the value keeps what is possible.</summary>
    public bool Invalid { get; init; }

    /// <summary>Whether the words name the year twice and the names do not agree: “năm Giáp Tý, niên hiệu Hồng Đức thứ 21”. The era is believed.</summary>
    public bool Disagrees { get; init; }

    /// <summary>MO, AF, EV or NI (TIMEX3) for <c>sáng</c>, <c>chiều</c>, <c>tối</c>, <c>đêm</c>; otherwise null.</summary>
    public string? Part { get; init; }

    /// <summary>The order of magnitude for <see cref="TimexMod.Order"/>: 1000 for “mấy nghìn năm”.</summary>
    public long? Order { get; init; }

    /// <summary>The date (EDTF) that a length counted from the time before it comes to: “ba ngày sau”; null for a length that is not counted from one.</summary>
    public string? Anchored { get; init; }

    /// <summary>What is still to be found in the text around; null once the value is whole.</summary>
    internal TimeReading? Reading { get; init; }
}
