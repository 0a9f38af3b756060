using BienNien.Reconciling.Conflicts;

namespace BienNien.Reconciling.Corroborating;

/// <summary>What speaks for two documents telling of one office of one body at one time.</summary>
internal readonly record struct OfficeLikeness
{
    /// <summary>Whether both name the body, and it is the same.</summary>
    internal bool SameBody { get; private init; }

    /// <summary>Whether both name the body, and they are two.</summary>
    internal bool OtherBody { get; private init; }

    /// <summary>Whether the body of one stands near the other, which names none.</summary>
    internal bool BodyNear { get; private init; }

    /// <summary>How their times stand to each other.</summary>
    internal ValueRelation Dates { get; private init; }

    /// <summary>Whether both name one day or month.</summary>
    internal bool SameTime { get; private init; }

    /// <summary>Whether a date of one is that of a term, within which another may follow.</summary>
    internal bool IsTerm { get; private init; }

    /// <summary>Whether both say that he was the first.</summary>
    internal bool BothFirst { get; private init; }

    /// <summary>The share of words around, 0 to 1.</summary>
    internal double Words { get; private init; }

    /// <summary>How much the entities that both have around them single out: 0 to 1.</summary>
    internal double Shared { get; private init; }

    /// <summary>What named happenings say: 0 to 3.</summary>
    internal double Topic { get; private init; }

    /// <summary>Numbers, days and names that their paragraphs share.</summary>
    internal PassageLikeness Passage { get; private init; }

    /// <summary>How likely both tell of one office at one time, as log odds.</summary>
    internal double Score =>
        -4 + (SameBody ? 3 : BodyNear ? 2.2 : 0) + (BothFirst ? 2.5 : 0) + (SameTime ? 2 : Dates is ValueRelation.Same or ValueRelation.Compatible ? 1 : 0)
        + (2.5 * Words) + (1.2 * Shared) + (0.4 * Topic) + (0.5 * Passage.Names) + (0.8 * Passage.Dates) + (0.4 * Passage.Numbers);

    /// <summary>Whether they tell of one office of one body, of which there can be one holder, or of one person's at one time.</summary>
    internal bool AreOne => !OtherBody && (BothFirst || Dates is ValueRelation.Same or ValueRelation.Compatible || (Dates == ValueRelation.Unknown && Passage.Dates >= 1)) && Score >= 0;

    /// <summary>Whether both offices are of one body, as far as it shows.</summary>
    internal bool IsOfOneBody => SameBody || BodyNear || Words >= 0.4;

    /// <summary>Compares two statements of offices.</summary>
    internal static OfficeLikeness Of(in LinkedStatement a, in LinkedStatement b)
    {
        FactStatement one = (FactStatement)a.Statement;
        FactStatement other = (FactStatement)b.Statement;
        bool bothName = IsBody(a, one) && IsBody(b, other);
        (ValueRelation dates, _) = DateComparison.Compare(one.Date, other.Date);
        return new OfficeLikeness
        {
            SameBody = bothName && a.Entity(one.Object) == b.Entity(other.Object),
            OtherBody = bothName && a.Entity(one.Object) != b.Entity(other.Object),
            BodyNear = !bothName && ((IsBody(a, one) && Has(b, other, a.Entity(one.Object))) || (IsBody(b, other) && Has(a, one, b.Entity(other.Object)))),
            Dates = dates,
            SameTime = dates == ValueRelation.Same && one.Date.Value.Length >= 7,
            IsTerm = IsTermOf(one) || IsTermOf(other),
            BothFirst = (one.Context.Signs & other.Context.Signs & ScopeSigns.First) != 0,
            Words = ContentWords.Overlap(one.Words, other.Words),
            Shared = Math.Min(1, SharedWeight(a, one, b, other) / 2.5),
            Topic = TopicLikeness.Of(one.Context, other.Context).Score,
            Passage = PassageLikeness.Of(one.Context.Passage, other.Context.Passage, own: null),
        };
    }

    // Two may follow each other within a time that both terms touch.
    private static bool IsTermOf(FactStatement fact) => fact.Date.Value.Contains('/', StringComparison.Ordinal);

    private static bool IsBody(in LinkedStatement statement, FactStatement fact) => fact.Object >= 0 && statement.Local(fact.Object).Kind is EntityKind.Organisation or EntityKind.Place;

    private static bool Has(in LinkedStatement statement, FactStatement fact, string entity)
    {
        foreach (int local in fact.Near.AddRange(fact.Context.Setting))
        {
            if (statement.Entity(local) == entity)
            {
                return true;
            }
        }

        return false;
    }

    private static double SharedWeight(in LinkedStatement a, FactStatement one, in LinkedStatement b, FactStatement other)
    {
        HashSet<string> its = new(StringComparer.Ordinal);
        foreach (int local in other.Near.AddRange(other.Context.Setting))
        {
            its.Add(b.Entity(local));
        }

        double shared = 0;
        foreach (int local in one.Near.AddRange(one.Context.Setting))
        {
            shared += local != one.Subject && its.Remove(a.Entity(local)) ? EventSimilarity.Weight(a.Local(local)) / 2 : 0;
        }

        return shared;
    }
}
