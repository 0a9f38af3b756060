using BienNien.Reconciling.Corroborating;
using BienNien.Time;

namespace BienNien.Reconciling.Conflicts;

/// <summary>What speaks for and against two figures being of one thing. The weights were fitted on libraries written for the purpose (<c>docs/reconciling.md</c>).</summary>
internal readonly record struct FigureLikeness
{
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

    /// <summary>Whether words say that they cover different parts: a part, each, all so far, a plan.</summary>
    internal bool OtherSigns { get; private init; }

    /// <summary>Whether one document gives both.</summary>
    internal bool SameDocument { get; private init; }

    /// <summary>Whether one of them stands in a table.</summary>
    internal bool InTable { get; private init; }

    /// <summary>Whether they count other things, however alike: another year, place, congress, or a plan.</summary>
    internal bool Apart => (SameDocument && InTable) || OtherYear || OtherPlace || OnePlace || OtherStatus || OtherSigns;

    /// <summary>How likely they are of one thing, as log odds; <see cref="Apart"/> left aside but for the year.</summary>
    internal double Score =>
        -4.4 + (2 * Words) + (SameIndicator ? 0.3 : 0) + (1.3 * Near) + (SamePeriod ? 0.6 : 0) + (MeetInTime ? 0.4 : 0) + (SameUnit ? 0.6 : 0) + (LongUnit ? 0.4 : 0) + (0.3 * Topic)
        + (Slip ? 2.2 : 0) + (Rounded ? 2.2 : 0) + (Close ? 1.6 : 0) + (SharedSetting ? 0.6 : 0) + (OtherYear ? -1 : 0) + (SameDocument ? -0.5 : 0) + (InTable ? -0.6 : 0);

    /// <summary>From here on two numbers that can both hold are taken for one thing's.</summary>
    internal const double CompatibleFrom = -1.25;

    /// <summary>From here on two that cannot.</summary>
    internal const double ConflictFrom = -0.5;

    /// <summary>From here on two of one document, which counts many things in like words.</summary>
    internal const double ConflictWithinFrom = 0.7;

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
            SameUnit = one.Number.Unit == other.Number.Unit,
            LongUnit = one.Number.Unit.Contains(' ', StringComparison.Ordinal) && other.Number.Unit.Contains(' ', StringComparison.Ordinal),
            Topic = topics.Score,
            Slip = values == ValueRelation.Contrary && NumberComparison.IsSlip(one.Number, other.Number),
            Rounded = values == ValueRelation.Compatible,
            Close = one.Number.Value is { } x && other.Number.Value is { } y && Math.Abs(x - y) * 5 <= Math.Max(Math.Abs(x), Math.Abs(y)),
            SharedSetting = SharesSetting(a, one, b, other),
            OtherPlace = places == 2,
            OnePlace = places == 1 && smallest >= 3,
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
                if (b.Entity(its) == entity)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
