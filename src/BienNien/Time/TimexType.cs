namespace BienNien.Time;

/// <summary>What a time expression denotes: the <c>type</c> of TIMEX3 (ISO 24617-1).</summary>
public enum TimexType
{
    /// <summary>A day or anything longer on the calendar; its value is EDTF.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time; its value is an ISO 8601 duration.</summary>
    Duration,

    /// <summary>Times that come again.</summary>
    Set,
}
