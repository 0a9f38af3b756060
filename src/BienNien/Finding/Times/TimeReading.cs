using BienNien.Finding.Times.Grammar;
using BienNien.Time;

namespace BienNien.Finding.Times;

/// <summary>Which date the text before must give.</summary>
internal enum TimeRelation
{
    /// <summary>None: the words tell a date, or a part of one.</summary>
    None,

    /// <summary>cùng tháng, tháng đó.</summary>
    SameMonth,

    /// <summary>Tháng sau.</summary>
    NextMonth,

    /// <summary>cùng ngày, hôm đó.</summary>
    SameDay,

    /// <summary>hôm sau.</summary>
    NextDay,

    /// <summary>hôm trước.</summary>
    PreviousDay,

    /// <summary>hôm nay, sáng nay: the day of the document.</summary>
    Today,

    /// <summary>hôm qua: the day before the document's.</summary>
    Yesterday,

    /// <summary>ngày mai: the day after the document's.</summary>
    Tomorrow,
}

/// <summary>What a rule read and cannot value alone: <see cref="Resolving"/> does, from the text around.</summary>
/// <param name="First">The date, or the beginning of an interval.</param>
/// <param name="Last">The end of an interval; null for a single date.</param>
/// <param name="Relation">Which date of the text before is meant, when the words name none.</param>
internal sealed record TimeReading(TimePoint First, TimePoint? Last = null, TimeRelation Relation = TimeRelation.None)
{
    /// <summary>A length counted from the date before: “ba ngày sau”; null for what is no length.</summary>
    public IsoDuration? Length { get; init; }

    /// <summary>Whether <see cref="Length"/> counts back: “ba năm trước đó”.</summary>
    public bool IsBack { get; init; }

    /// <summary>How many days after the first the last clock time is, when no day is told: 1 for “22 giờ đến 5 giờ sáng hôm sau”.</summary>
    public int DaysToLast { get; init; }

    /// <summary>The value of a date that was read; with what is missing left to <see cref="Resolving"/>.</summary>
    public static TimeValue Value(TimePoint point)
    {
        var type = point.Date.MinuteOfDay is null ? TimexType.Date : TimexType.Time;
        var edtf = point.To is { } to ? Edtf.Between(point.Date, to) : Edtf.Of(point.Date);
        return new TimeValue(type, edtf.ToString(), point.Mod)
        {
            Part = point.Part,
            Invalid = point.Invalid,
            Lunar = point.Lunar is { Month: > 0 },
            Reading = point.IsComplete ? null : new TimeReading(point),
        };
    }

    /// <summary>The value of an interval that was read.</summary>
    public static TimeValue Value(TimePoint first, TimePoint last)
    {
        var edtf = last.IsPresent || last.IsOpen ? Edtf.Since(first.Date)
            : first.IsOpen ? Edtf.Until(last.Date)
            : first.IsUnknown ? Edtf.WithUnknownStart(last.Date)
            : last.IsUnknown ? Edtf.WithUnknownEnd(first.Date)
            : Edtf.Between(first.Date, last.To ?? last.Date);
        var type = first.Date.MinuteOfDay is null ? TimexType.Date : TimexType.Time;
        return new TimeValue(type, edtf.ToString(), first.WholeMod)
        {
            Invalid = first.Invalid | last.Invalid,
            Lunar = first.Lunar is { Month: > 0 },
            Reading = first.IsComplete && last.IsComplete ? null : new TimeReading(first, last),
        };
    }
}
