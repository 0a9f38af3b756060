using NodaTime;

namespace BienNien.Time;

/// <summary>The days from one to another, both included: what a time that is not known better can mean.</summary>
/// <param name="First">The first day; <see cref="LocalDate.MinIsoValue"/> where the beginning is open or not known.</param>
/// <param name="Last">The last day, not before the first; <see cref="LocalDate.MaxIsoValue"/> where the end is.</param>
public readonly record struct DayRange(LocalDate First, LocalDate Last) : IComparable<DayRange>
{
    /// <summary>Whether both ends are days that were told.</summary>
    public bool IsBounded => First != LocalDate.MinIsoValue && Last != LocalDate.MaxIsoValue;

    /// <summary>By first day, then by last: what may have begun earlier comes first.</summary>
    public int CompareTo(DayRange other) => First.CompareTo(other.First) is var order and not 0 ? order : Last.CompareTo(other.Last);

    /// <summary>Whether every day of another range is one of this.</summary>
    public bool Contains(DayRange other) => First <= other.First && other.Last <= Last;

    /// <summary>The days that both have; null when they share none, so that the two cannot be the same time.</summary>
    public DayRange? Intersect(DayRange other)
    {
        LocalDate first = LocalDate.Max(First, other.First);
        LocalDate last = LocalDate.Min(Last, other.Last);
        return first <= last ? new DayRange(first, last) : null;
    }

    /// <summary>Whether the first is before the second.</summary>
    public static bool operator <(DayRange one, DayRange other) => one.CompareTo(other) < 0;

    /// <summary>Whether the first is after the second.</summary>
    public static bool operator >(DayRange one, DayRange other) => one.CompareTo(other) > 0;

    /// <summary>Whether the first is not after the second.</summary>
    public static bool operator <=(DayRange one, DayRange other) => one.CompareTo(other) <= 0;

    /// <summary>Whether the first is not before the second.</summary>
    public static bool operator >=(DayRange one, DayRange other) => one.CompareTo(other) >= 0;
}
