using System.Collections.Immutable;

namespace BienNien.Telling;

/// <summary>How many things begin in a decade.</summary>
/// <param name="FirstYear">1930 for 1930–1939; astronomical, so that it is negative before the year 0.</param>
/// <param name="Count">How many.</param>
public readonly record struct DecadeCount(int FirstYear, int Count)
{
    /// <summary>How many entries begin in each decade, from the first that has one to the last; decades without any are there with 0.</summary>
    /// <returns>By decade; empty without entries.</returns>
    public static ImmutableArray<DecadeCount> Of(IEnumerable<TimelineEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        SortedDictionary<int, int> counts = [];
        foreach (TimelineEntry entry in entries)
        {
            int decade = (int)Math.Floor(entry.Span.First.Year / 10.0) * 10;
            counts[decade] = counts.GetValueOrDefault(decade) + 1;
        }

        if (counts.Count == 0)
        {
            return [];
        }

        ImmutableArray<DecadeCount>.Builder decades = ImmutableArray.CreateBuilder<DecadeCount>();
        for (int decade = counts.Keys.First(); decade <= counts.Keys.Last(); decade += 10)
        {
            decades.Add(new DecadeCount(decade, counts.GetValueOrDefault(decade)));
        }

        return decades.ToImmutable();
    }
}
