namespace BienNien.Reconciling.Corroborating;

/// <summary>What named happenings say of two statements.</summary>
/// <param name="Score">3 when both name the same, less where one or both inherit it; 0 without one.</param>
/// <param name="OtherOrdinal">Whether both name one of a counted series, and not the same: the second congress and the third.</param>
internal readonly record struct TopicLikeness(double Score, bool OtherOrdinal)
{
    /// <summary>Compares two contexts.</summary>
    internal static TopicLikeness Of(StatementContext a, StatementContext b)
    {
        double score = Math.Max(Math.Max(Best(a.Topics, b.Topics, 3), Best(a.Topics, b.Around, 2)), Math.Max(Best(a.Around, b.Topics, 2), Best(a.Around, b.Around, 1)));
        bool other = false;
        foreach (Topic one in a.Topics)
        {
            foreach (Topic its in b.Topics)
            {
                other |= one.Head == its.Head && one.Ordinal != 0 && its.Ordinal != 0 && one.Ordinal != its.Ordinal;
            }
        }

        return new TopicLikeness(score, other && score < 3);
    }

    private static double Best(System.Collections.Immutable.ImmutableArray<Topic> a, System.Collections.Immutable.ImmutableArray<Topic> b, double weight)
    {
        double best = 0;
        foreach (Topic one in a)
        {
            foreach (Topic its in b)
            {
                if (one.Head == its.Head && (one.Name == its.Name || one.Name == 0 || its.Name == 0) && one.Ordinal == its.Ordinal)
                {
                    // A number alone names less than a name: each province has its second congress.
                    best = Math.Max(best, one.Name != 0 && its.Name != 0 ? weight : weight * 0.6);
                }
            }
        }

        return best;
    }
}
