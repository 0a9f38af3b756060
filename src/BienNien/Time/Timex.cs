namespace BienNien.Time;

/// <summary>What kind of time an expression tells: the TYPE of TIMEX3 (ISO 24617-1).</summary>
public enum TimexType
{
    /// <summary>A day or anything longer, or an interval of such.</summary>
    Date,

    /// <summary>A time of the clock.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>Something that comes again.</summary>
    Set,
}

/// <summary>How an expression shades its value: the MOD of TIMEX3, with ORDER besides.</summary>
public enum TimexMod
{
    /// <summary>The value as it stands.</summary>
    None,

    /// <summary>đầu, nửa đầu.</summary>
    Start,

    /// <summary>giữa.</summary>
    Mid,

    /// <summary>cuối, nửa cuối.</summary>
    End,

    /// <summary>trước.</summary>
    Before,

    /// <summary>sau.</summary>
    After,

    /// <summary>khoảng, gần, độ.</summary>
    Approx,

    /// <summary>hơn, trên.</summary>
    MoreThan,

    /// <summary>dưới, chưa đầy.</summary>
    LessThan,

    /// <summary>tối đa, không quá.</summary>
    EqualOrLess,

    /// <summary>tối thiểu, ít nhất.</summary>
    EqualOrMore,

    /// <summary>Only the order of magnitude is told: hàng nghìn năm.</summary>
    Order,
}

/// <summary>The codes of TIMEX3, as the JSON writes them.</summary>
public static class TimexNames
{
    /// <summary><c>DATE</c>, <c>TIME</c>, <c>DURATION</c> or <c>SET</c>.</summary>
    public static string Code(this TimexType type) => type switch
    {
        TimexType.Date => "DATE",
        TimexType.Time => "TIME",
        TimexType.Duration => "DURATION",
        TimexType.Set => "SET",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a TIMEX3 type."),
    };

    /// <summary>The mod of a code; <see cref="TimexMod.None"/> for null and for what is no code.</summary>
    public static TimexMod ParseMod(string? code) =>
        Enum.GetValues<TimexMod>().FirstOrDefault(mod => string.Equals(mod.Code(), code, StringComparison.Ordinal));

    /// <summary>The code, or null for <see cref="TimexMod.None"/>.</summary>
    public static string? Code(this TimexMod mod) => mod switch
    {
        TimexMod.None => null,
        TimexMod.Start => "START",
        TimexMod.Mid => "MID",
        TimexMod.End => "END",
        TimexMod.Before => "BEFORE",
        TimexMod.After => "AFTER",
        TimexMod.Approx => "APPROX",
        TimexMod.MoreThan => "MORE_THAN",
        TimexMod.LessThan => "LESS_THAN",
        TimexMod.EqualOrLess => "EQUAL_OR_LESS",
        TimexMod.EqualOrMore => "EQUAL_OR_MORE",
        TimexMod.Order => "ORDER",
        _ => throw new ArgumentOutOfRangeException(nameof(mod), mod, "Not a TIMEX3 mod."),
    };
}
