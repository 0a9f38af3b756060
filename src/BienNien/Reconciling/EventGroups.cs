namespace BienNien.Reconciling;

/// <summary>Groups of statements that ties hold together, directly or over others.</summary>
public static class EventGroups
{
    /// <summary>For each statement the first of its group.</summary>
    /// <param name="count">How many statements.</param>
    /// <param name="ties">Pairs of their numbers.</param>
    public static int[] Of(int count, IEnumerable<(int A, int B)> ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        int[] first = new int[count];
        for (int i = 0; i < count; i++)
        {
            first[i] = i;
        }

        foreach ((int a, int b) in ties)
        {
            (int one, int other) = (Root(first, a), Root(first, b));
            (first[Math.Max(one, other)], first[Math.Min(one, other)]) = (Math.Min(one, other), Math.Min(one, other));
        }

        for (int i = 0; i < count; i++)
        {
            first[i] = Root(first, i);
        }

        return first;
    }

    private static int Root(int[] first, int at)
    {
        while (first[at] != at)
        {
            first[at] = first[first[at]];
            at = first[at];
        }

        return at;
    }
}
