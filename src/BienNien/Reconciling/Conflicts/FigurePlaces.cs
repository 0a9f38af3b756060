namespace BienNien.Reconciling.Conflicts;

/// <summary>Whether two figures hold for two places, as far as their sentences say.</summary>
internal static class FigurePlaces
{
    /// <summary>2 when both are told of places, and of others; 1 when only one is; 0 otherwise. With the level of the smallest place that was told.</summary>
    internal static (int Difference, int Rank) Compare(in LinkedStatement a, FigureStatement one, in LinkedStatement b, FigureStatement other)
    {
        (HashSet<string> mine, int rank) = Of(a, one);
        (HashSet<string> its, int otherRank) = Of(b, other);
        if ((rank > 0) != (otherRank > 0) && (rank > 0 ? Surrounds(b, other, mine) : Surrounds(a, one, its)))
        {
            return (0, Math.Max(rank, otherRank));
        }

        return rank > 0 && otherRank > 0 ? (mine.Overlaps(its) ? 0 : 2, Math.Max(rank, otherRank)) : (rank != otherRank ? 1 : 0, Math.Max(rank, otherRank));
    }

    private static bool Surrounds(in LinkedStatement statement, FigureStatement figure, HashSet<string> places)
    {
        foreach (int local in figure.Context.Setting)
        {
            if (places.Contains(statement.Entity(local)))
            {
                return true;
            }
        }

        return false;
    }

    // The administrative places of its scope, else those of the smallest level beside it.
    private static (HashSet<string> Entities, int Rank) Of(in LinkedStatement statement, FigureStatement figure)
    {
        if (figure.Scope >= 0 && Rank(statement.Local(figure.Scope)) is > 0 and int scope)
        {
            return ([statement.Entity(figure.Scope)], scope);
        }

        HashSet<string> smallest = new(StringComparer.Ordinal);
        int best = 0;
        foreach (int local in figure.Near)
        {
            int rank = Rank(statement.Local(local));
            if (rank > best)
            {
                best = rank;
                smallest.Clear();
            }

            if (rank == best && rank > 0)
            {
                smallest.Add(statement.Entity(local));
            }
        }

        return (smallest, best);
    }

    private static int Rank(LocalEntity entity) =>
        entity.Kind == EntityKind.Place && entity.Traits.Type is "province" or "district" or "commune" or "hamlet" ? Math.Min(PlaceComparison.Rank(entity.Traits.Type), 4) : 0;
}
