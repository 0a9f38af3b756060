using BienNien.Reconciling.Conflicts;

namespace BienNien.Reconciling.Corroborating;

/// <summary>What speaks for and against two statements telling one happening.</summary>
internal readonly record struct EventLikeness
{
    /// <summary>How their dates stand to each other.</summary>
    internal ValueRelation Dates { get; init; }

    /// <summary>Why both dates can hold, where they can.</summary>
    internal JudgementReason Reason { get; init; }

    /// <summary>Whether they are counted and bear other numbers: the second congress and the third.</summary>
    internal bool OtherOrdinal { get; init; }

    /// <summary>Whether both are of one type, which says something.</summary>
    internal bool SameType { get; init; }

    /// <summary>Whether their types are two sides of one deed.</summary>
    internal bool KindredType { get; init; }

    /// <summary>Whether their types have nothing in common.</summary>
    internal bool OtherType { get; init; }

    /// <summary>Whether both name the same day.</summary>
    internal bool SameDay { get; init; }

    /// <summary>Whether both name the same month.</summary>
    internal bool SameMonth { get; init; }

    /// <summary>Whether one date holds the other, or both name one year.</summary>
    internal bool Meeting { get; init; }

    /// <summary>Whether they meet, and both name a month.</summary>
    internal bool MeetingInMonth { get; init; }

    /// <summary>Whether the dates exclude each other, and look like one that was written wrongly.</summary>
    internal bool Near { get; init; }

    /// <summary>Whether they exclude each other in one part alone: day, month or year, the other parts being the same.</summary>
    internal bool OnePart { get; init; }

    /// <summary>Whether they exclude each other by far.</summary>
    internal bool Far { get; init; }

    /// <summary>How much the shared entities together single out: 0 to 1.</summary>
    internal double Shared { get; init; }

    /// <summary>How much the one that does most: 0 to 1.</summary>
    internal double Strongest { get; init; }

    /// <summary>Whether it happened to others.</summary>
    internal bool OtherPatient { get; init; }

    /// <summary>Whether it happened at another place, as far as both say.</summary>
    internal bool OtherPlace { get; init; }

    /// <summary>Whether others did it.</summary>
    internal bool OtherAgent { get; init; }

    /// <summary>Whether it happened to the same.</summary>
    internal bool SamePatient { get; init; }

    /// <summary>The share of words about what it happened to: 0 to 1.</summary>
    internal double Object { get; init; }

    /// <summary>The share of words around: 0 to 1.</summary>
    internal double Words { get; init; }

    /// <summary>Shared figures: 0 to 1.</summary>
    internal double Numbers { get; init; }

    /// <summary>What named happenings say: 0 to 1.</summary>
    internal double Topic { get; init; }

    /// <summary>Whether such a thing happens once.</summary>
    internal bool Unique { get; init; }

    /// <summary>Whether one is a date that no verb goes with.</summary>
    internal bool BareDate { get; init; }

    /// <summary>Whether one document tells both.</summary>
    internal bool SameDocument { get; init; }

    /// <summary>The likeness as log odds.</summary>
    internal double Score =>
        -3 + (SameType ? 1.1 : KindredType ? 0.2 : OtherType ? -1.2 : 0) + (SameDay ? 1.8 : SameMonth ? 0.6 : Meeting ? 0.4 : OnePart ? 0.9 : Near ? -0.2 : Far ? -1.8 : 0) + (MeetingInMonth ? 1.2 : 0)
        + (0.5 * Shared) + (1.3 * Strongest) + (OtherPatient ? -1 : 0) + (OtherPlace ? -1.2 : 0) + (OtherAgent ? -1 : 0) + (SamePatient ? 0.6 : 0) + (1.6 * Object) + (2.2 * Words) + (0.5 * Numbers) + (0.5 * Topic)
        + (Unique ? 0.4 : 0) + (BareDate ? -0.9 : 0) + (SameDocument ? -0.7 : 0);

    /// <summary>Whether they are one happening.</summary>
    internal bool AreSame => !OtherOrdinal && Score >= Bar;

    /// <summary>
    /// From which score on they are: more is asked where the dates exclude each other, most where they do by far; then only of what happens once to whom it
    /// happens. One document seldom tells one happening twice with two dates, and often two happenings in like words.
    /// </summary>
    internal double Bar => Dates != ValueRelation.Contrary ? -0.5
        : !IsAnchored || IsYearly ? double.PositiveInfinity
        : SameDocument ? (OnePart ? 1.5 : double.PositiveInfinity)
        : OnePart ? -0.2
        : Near ? (SamePatient ? -0.2 : 0.4)
        : Unique && SamePatient ? 0.3
        : double.PositiveInfinity;

    /// <summary>Whether they are near enough to one happening to say that one date holds the other, though not to hold all else against each other.</summary>
    internal bool MayBeSame => !OtherOrdinal && Dates == ValueRelation.Compatible && Score >= -1.2;

    /// <summary>Whether both come again every year, or every few: feasts and meetings of another year are others.</summary>
    internal bool IsYearly { get; init; }

    // A province, a month and a common verb hold no happening together.
    private bool IsAnchored => !OtherPlace && (Strongest >= 0.55 || Topic >= 0.6 || (OnePart && Object + Words >= 1 && Strongest >= 0.15));
}
