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

    /// <summary>Numbers, days and names that their paragraphs share.</summary>
    internal PassageLikeness Passage { get; init; }

    /// <summary>Whether somebody joined or took office, and both name bodies, but not the same: who joins the League in 1928 may join the Party in 1930.</summary>
    internal bool OtherBody { get; init; }

    /// <summary>Whether somebody joined or took office, and one tells the year alone, the other a day or month of another year: bodies are joined one after the other.</summary>
    internal bool OtherStep { get; init; }

    /// <summary>Whether somebody was admitted: what happened to others of the same body at another time is another admission.</summary>
    internal bool OfJoining { get; init; }

    /// <summary>Whether it is the birth or death of one person, which happened once, wherever sources say that it was.</summary>
    internal bool OfOnePerson { get; init; }

    /// <summary>Whether the documents are of two provinces, and neither speaks of the other's here.</summary>
    internal bool OtherProvince { get; init; }

    /// <summary>Whether the paragraph of one has the other's date too.</summary>
    internal bool Known { get; init; }

    /// <summary>The likeness as log odds.</summary>
    internal double Score =>
        -4.8 + (SameType ? 0.5 : KindredType ? -0.3 : OtherType ? -0.4 : 0)
        + (SameDay ? 3.4 : SameMonth ? 2.4 : Meeting ? 1.1 : OnePart ? 2.6 : Near ? 0.9 : Far ? -1.8 : 0) + (MeetingInMonth ? 1.6 : 0)
        + (1.9 * Strongest) + (OtherPatient ? -0.7 : 0) + (OtherPlace && !OfOnePerson ? -0.6 : 0) + (OtherProvince && !OfOnePerson ? -2 : 0) + (OtherAgent ? -1.2 : 0) + (OtherBody ? -1 : 0) + (SamePatient ? 1.1 : 0)
        + (0.3 * Object) + (3.8 * Words) + (0.4 * Numbers) + (0.6 * Topic) + (Unique ? 0.3 : 0) + (BareDate ? -1.1 : 0) + (SameDocument ? -1.7 : 0) + (IsYearly ? -1.5 : 0)
        + (Known ? -1.1 : 0) + (0.2 * Passage.Names) + (0.3 * Passage.Numbers) + (Dates == ValueRelation.Same ? 0.5 : -0.7) * Passage.Dates;

    /// <summary>Whether they are one happening.</summary>
    internal bool AreSame => !OtherOrdinal && Score >= Bar && (Dates != ValueRelation.Contrary || MayDiffer);

    // Whether one date of the two can be wrong: something besides words holds the two together, and nothing tells that they are two.
    private bool MayDiffer =>
        (Strongest >= 0.3 || Topic > 0 || Passage.Names >= 1) && !IsYearly && !OtherStep && !(OfJoining && !SamePatient && !OnePart) && !((OtherType || OtherBody) && !OnePart) && !(SameDocument && OtherPlace);

    /// <summary>From which score on they are.</summary>
    internal double Bar => Dates == ValueRelation.Contrary ? (SameDocument ? 0.3 : -0.8) : -1;

    /// <summary>Whether they are near enough to one happening to say that one date holds the other, though not to hold all else against each other.</summary>
    internal bool MayBeSame => !OtherOrdinal && Dates == ValueRelation.Compatible && Score >= -1.7;

    /// <summary>Whether they are two happenings that a reader could take for one: the second congress and the third, a body that was founded twice.</summary>
    internal bool AreAlike => Dates == ValueRelation.Contrary && SameType && (Far || OtherOrdinal) && !OtherProvince && !OtherPlace && (OtherOrdinal
        ? Object + Words >= 0.5
        : IsOfPlaceOrBody && !SameDocument && ((Object >= 0.6 && Words >= 0.65) || (Strongest >= 0.75 && Words >= 0.15)));

    /// <summary>Whether it is of a kind that happens to a place or a body, and can happen again: a battle, a meeting, a founding.</summary>
    internal bool IsOfPlaceOrBody { get; init; }

    /// <summary>Whether both come again every year, or every few: feasts and meetings of another year are others.</summary>
    internal bool IsYearly { get; init; }
}
