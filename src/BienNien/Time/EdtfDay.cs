using NodaTime;

namespace BienNien.Time;

/// <summary>A day of the proleptic Gregorian calendar in a year of any length, or one of the two ends of time.</summary>
/// <remarks><see cref="LocalDate"/> ends with the year 9999; bounds are compared as these, so that <c>Y12000</c> comes before <c>Y13000</c>.</remarks>
internal readonly record struct EdtfDay : IComparable<EdtfDay>
{
    private readonly long _order;   // year, four bits of month, five of day: in the order of days, though not one apart

    private EdtfDay(long order) => _order = order;

    /// <summary>Before every day.</summary>
    public static EdtfDay Beginning => new(long.MinValue);

    /// <summary>After every day.</summary>
    public static EdtfDay End => new(long.MaxValue);

    /// <summary>A day; the year lies within ±10¹⁵, which the bits have room for.</summary>
    public static EdtfDay Of(long year, int month, int day) => new((year * 512) + (month * 32) + day);

    public static bool operator <(EdtfDay left, EdtfDay right) => left._order < right._order;

    public static bool operator >(EdtfDay left, EdtfDay right) => left._order > right._order;

    public static bool operator <=(EdtfDay left, EdtfDay right) => left._order <= right._order;

    public static bool operator >=(EdtfDay left, EdtfDay right) => left._order >= right._order;

    /// <summary>How many days the month has, in a year of any length.</summary>
    public static int LengthOfMonth(long year, int month) => month switch
    {
        2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public int CompareTo(EdtfDay other) => _order.CompareTo(other._order);

    /// <summary>The same day, or the nearest that a <see cref="LocalDate"/> can be.</summary>
    public LocalDate ToLocalDate()
    {
        var year = _order >> 9;
        return year < LocalDate.MinIsoValue.Year ? LocalDate.MinIsoValue
            : year > LocalDate.MaxIsoValue.Year ? LocalDate.MaxIsoValue
            : new LocalDate((int)year, (int)(_order >> 5) & 15, (int)_order & 31);
    }
}
