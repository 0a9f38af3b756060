using BienNien.Reconciling.Corroborating;
using BienNien.Time;

namespace BienNien.Reconciling.Conflicts;

/// <summary>What speaks for and against two figures being of one thing. The weights were fitted on libraries written for the purpose (<c>docs/reconciling.md</c>).</summary>
internal readonly record struct FigureLikeness
{
    // An outline that is copied was written so many years ago at most.
    private const int MostYearsLate = 5;

    /// <summary>The share of words that both have around them, 0 to 1.</summary>
    internal double Words { get; private init; }

    /// <summary>Whether one indicator was read for both.</summary>
    internal bool SameIndicator { get; private init; }

    /// <summary>How much the entities that both have beside them single out: 0 to 1.</summary>
    internal double Near { get; private init; }

    /// <summary>Whether both are of one day, month or year as they say.</summary>
    internal bool SamePeriod { get; private init; }

    /// <summary>Whether their times can be one, or lie in one year.</summary>
    internal bool MeetInTime { get; private init; }

    /// <summary>Whether their years exclude each other.</summary>
    internal bool OtherYear { get; private init; }

    /// <summary>Whether their units are the same words.</summary>
    internal bool SameUnit { get; private init; }

    /// <summary>Whether that unit is more than a common noun: two words and more.</summary>
    internal bool LongUnit { get; private init; }

    /// <summary>What named happenings say: 0 to 3.</summary>
    internal double Topic { get; private init; }

    /// <summary>Whether the numbers look like one that was copied wrongly.</summary>
    internal bool Slip { get; private init; }

    /// <summary>Whether the numbers are one rounded, or in another unit.</summary>
    internal bool Rounded { get; private init; }

    /// <summary>Whether they differ by less than a fifth.</summary>
    internal bool Close { get; private init; }

    /// <summary>Whether something of their settings is the same.</summary>
    internal bool SharedSetting { get; private init; }

    /// <summary>Whether both are told of places, and of others.</summary>
    internal bool OtherPlace { get; private init; }

    /// <summary>Whether only one is told of a small place.</summary>
    internal bool OnePlace { get; private init; }

    /// <summary>Whether one is a plan, the other not; or they belong to other members of a counted series.</summary>
    internal bool OtherStatus { get; private init; }

    /// <summary>Whether one is a target, as its words or its paper say.</summary>
    internal bool OtherPlan { get; private init; }

    /// <summary>Whether words say that they cover different parts: a part, each, all so far, a plan.</summary>
    internal bool OtherSigns { get; private init; }

    /// <summary>Whether one document gives both.</summary>
    internal bool SameDocument { get; private init; }

    /// <summary>Whether one of them stands in a table.</summary>
    internal bool InTable { get; private init; }

    /// <summary>Numbers, days and names that their paragraphs share.</summary>
    internal PassageLikeness Passage { get; private init; }

    /// <summary>Whether the paragraph of one has the other's number too.</summary>
    internal bool Known { get; private init; }

    /// <summary>Whether both are small numbers of people, whom every paragraph counts.</summary>
    internal bool FewPersons { get; private init; }

    /// <summary>Whether they are lengths of time.</summary>
    internal bool Length { get; private init; }

    /// <summary>Whether they are years gone by until one year, and a few apart: the paper of last year was copied.</summary>
    internal bool OneAnniversary { get; private init; }

    /// <summary>Whether they are years gone by until two other years, or years that nobody knows.</summary>
    internal bool OtherTimes { get; private init; }

    /// <summary>Whether they may count other things, however alike: another year, place, congress, or a plan.</summary>
    internal bool Apart => OtherTimes || (SameDocument && InTable) || OtherYear || OtherPlace || OnePlace || OtherStatus || OtherSigns;

    /// <summary>How likely they are of one thing, as log odds.</summary>
    internal double Score => Alike + (OnePlace ? -1.25 : 0) + (OtherPlace ? -1.2 : 0) + (OtherSigns ? -0.6 : 0) + (OtherPlan ? -2 : 0) + (OtherStatus ? -2.5 : 0) + (OtherYear ? -3 : 0) + (OtherTimes ? -6 : 0);

    /// <summary>How likely they are of one sort, perhaps of two places or times.</summary>
    internal double Alike =>
        -5.3 + (2.65 * Words) + (2.3 * Near) + (SamePeriod ? 0.3 : 0) + (MeetInTime ? 0.6 : 0) + (SameUnit ? 0.3 : 0) + (0.2 * Topic)
        + (Slip ? 2.7 : 0) + (Rounded ? 2.6 : 0) + (Close ? 2.5 : 0) + (SharedSetting ? 0.3 : 0) + (FewPersons ? -1 : 0) + (SameDocument ? -0.9 : 0) + (InTable ? -0.55 : 0) + (Known ? (SameDocument ? -1.7 : -3) : 0)
        + (0.25 * Passage.Numbers) + (0.7 * Passage.Dates) + (0.2 * Passage.Names);

    /// <summary>Whether more than their units tells that they are of one thing; lengths of time, which are everywhere, need more.</summary>
    internal bool IsAnchored => Length
        ? Near > 0 || (OneAnniversary && Words >= 0.4) || (Words >= 0.3 && Passage.Dates + Passage.Names + Passage.Numbers >= 1)
        : IsGrounded && (!Measured || Words >= 0.2) && (!FewPersons || Words >= 0.5);

    // “120 công nhân” and “124 người”, told of nothing in common, are two numbers; a slip in like words may be one.
    private bool IsGrounded => SamePeriod || MeetInTime || Near > 0 || Topic > 0 || Passage.Dates >= 1 || ((Slip || Rounded) && Passage.Names + Passage.Numbers > 0) || ((Slip || Rounded) && Words >= 0.4);

    /// <summary>Whether a measure is all that their units say.</summary>
    internal bool Measured { get; private init; }

    /// <summary>From here on two numbers that can both hold are taken for one thing's.</summary>
    internal const double CompatibleFrom = -1.5;

    /// <summary>From here on two of one document that cannot: it counts many things in like words.</summary>
    internal const double ConflictWithinFrom = -0.3;

    /// <summary>From here on two that cannot.</summary>
    internal const double ConflictFrom = -0.85;

    /// <summary>
    /// How likely they count one sort of thing of two places, times or parts, as log odds: the numbers themselves say nothing of it, since those of a province and of
    /// its districts are unlike.
    /// </summary>
    internal double OfOneSort =>
        -3.4 + (2.2 * Words) + (SamePeriod ? 1.2 : MeetInTime ? 0.6 : 0) + (0.4 * Topic) + (SameIndicator ? 0.5 : 0) + (LongUnit ? 0.5 : 0) + (SameUnit ? 0.4 : 0) + (1.2 * Near)
        + (OtherPlace || OnePlace || OtherSigns || OtherStatus || OtherYear ? 0.7 : 0) + (Length ? -4 : 0) + (FewPersons ? -1 : 0) + (Known ? -0.6 : 0) + (InTable && SameDocument ? -2 : 0) + (SameDocument ? -1 : 0);

    /// <summary>From here on two numbers that differ are taken for those of two places, times or parts.</summary>
    internal const double ScopeFrom = -1.0;

    /// <summary>Compares two figures.</summary>
    internal static FigureLikeness Of(in LinkedStatement a, in LinkedStatement b, ValueRelation values)
    {
        FigureStatement one = (FigureStatement)a.Statement;
        FigureStatement other = (FigureStatement)b.Statement;
        TopicLikeness topics = TopicLikeness.Of(one.Context, other.Context);
        (ValueRelation periods, _) = DateComparison.Compare(one.Period, other.Period);
        bool otherYear = periods == ValueRelation.Contrary && AreYearsApart(one.Period, other.Period);
        (int places, int smallest) = FigurePlaces.Compare(a, one, b, other);
        return new FigureLikeness
        {
            Words = ContentWords.Overlap(one.Words, other.Words),
            SameIndicator = one.Indicator.Length > 0 && one.Indicator == other.Indicator,
            Near = Math.Min(1, SharedNear(a, one, b, other) / 2.5),
            SamePeriod = periods == ValueRelation.Same,
            MeetInTime = periods == ValueRelation.Compatible || (periods == ValueRelation.Contrary && !otherYear),
            OtherYear = otherYear,
            OneAnniversary = (one.Context.Signs & other.Context.Signs & ScopeSigns.Elapsed) != 0 && one.Period.Value.Length > 0 && one.Period.Value == other.Period.Value
                && one.Number.Value is { } years && other.Number.Value is { } others && Math.Abs(years - others) <= MostYearsLate,
            OtherTimes = AreOfOtherTimes(one, other),
            SameUnit = one.Number.Unit == other.Number.Unit,
            LongUnit = one.Number.Unit.Contains(' ', StringComparison.Ordinal) && other.Number.Unit.Contains(' ', StringComparison.Ordinal),
            Topic = topics.Score,
            Measured = CountedNouns.IsMeasure(one.Number.Unit) && CountedNouns.IsMeasure(other.Number.Unit),
            Slip = values == ValueRelation.Contrary && SameScale(one, other) && NumberComparison.IsSlip(one.Number, other.Number),
            Rounded = values == ValueRelation.Compatible,
            Close = SameScale(one, other) && one.Number.Value is { } x && other.Number.Value is { } y && Math.Abs(x - y) * 5 <= Math.Max(Math.Abs(x), Math.Abs(y)),
            Passage = PassageLikeness.Of(one.Context.Passage, other.Context.Passage, values == ValueRelation.Same ? PassageSigns.OfNumber(one.Number.Value, one.Number.Unit) : null),
            Known = PassageSigns.IsKnown(
                PassageSigns.OfNumber(one.Number.Value, one.Number.Unit), other.Context.Passage, PassageSigns.OfNumber(other.Number.Value, other.Number.Unit), one.Context.Passage),
            FewPersons = one.Number.Value < 10 && other.Number.Value < 10 && CountedNouns.IsPerson(one.Number.Unit),
            Length = IsLength(one.Number.Unit) && one.Number.Unit == other.Number.Unit,
            SharedSetting = SharesSetting(a, one, b, other),
            OtherPlace = places == 2,
            OnePlace = places == 1 && smallest >= 3,
            OtherPlan = ((one.Context.Signs ^ other.Context.Signs) & ScopeSigns.Plan) != 0,
            OtherSigns = ((one.Context.Signs ^ other.Context.Signs) & ~ScopeSigns.Correction) != 0,
            SameDocument = a.Document == b.Document,
            InTable = one.Table >= 0 || other.Table >= 0,
            OtherStatus = one.Status != other.Status || topics.OtherOrdinal,
        };
    }

    private static bool AreYearsApart(in StatedDate a, in StatedDate b)
    {
        if (Edtf.TryParse(a.Value) is not { } one || Edtf.TryParse(b.Value) is not { } other || one.Start.Year is not { } first || other.Start.Year is not { } second)
        {
            return true;
        }

        // Between two months or quarters of one year figures differ as those of two years do, if both say so themselves.
        return first != second || (!a.Implied && !b.Implied && one.Start.Day is null && other.Start.Day is null);
    }

    // 92 years in a paper of 2022 are 93 in one of 2023; and of which year a paper is must be known to say that one is wrong.
    private static bool AreOfOtherTimes(FigureStatement one, FigureStatement other) =>
        (one.Context.Signs & other.Context.Signs & ScopeSigns.Elapsed) != 0 && one.Number.Unit == "năm" && (one.Period.Value.Length == 0 || one.Period.Value != other.Period.Value);

    private static bool IsLength(string unit) => unit is "năm" or "tháng" or "tuần" or "ngày" or "tuổi" || unit.EndsWith("tuổi đảng", StringComparison.Ordinal);

    private static bool SameScale(FigureStatement one, FigureStatement other) => one.Number.Unit == other.Number.Unit || !CountedNouns.IsMeasure(one.Number.Unit) || !CountedNouns.IsMeasure(other.Number.Unit);

    private static double SharedNear(in LinkedStatement a, FigureStatement one, in LinkedStatement b, FigureStatement other)
    {
        double shared = 0;
        foreach (int mine in one.Near)
        {
            string entity = a.Entity(mine);
            foreach (int its in other.Near)
            {
                if (b.Entity(its) == entity)
                {
                    shared += EventSimilarity.Weight(a.Local(mine));
                    break;
                }
            }
        }

        return shared;
    }

    private static bool SharesSetting(in LinkedStatement a, FigureStatement one, in LinkedStatement b, FigureStatement other)
    {
        foreach (int mine in one.Context.Setting)
        {
            string entity = a.Entity(mine);
            foreach (int its in other.Context.Setting)
            {
                if (b.Entity(its) == entity && EventSimilarity.Weight(a.Local(mine)) >= 1)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
