using System.Collections.Concurrent;
using System.Collections.Immutable;
using BienNien.Gazetteers;

namespace BienNien.Reconciling.Linking;

/// <summary>Units of the gazetteer that are one place under several names: each was renamed or raised, nothing was split off or joined.</summary>
internal sealed class PlaceLineages(Lazy<Gazetteer> gazetteer)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> _known = new(StringComparer.Ordinal);

    /// <summary>The names of a unit over time with the key of the first one in front; only the key when it is not in the gazetteer.</summary>
    internal ImmutableArray<string> Of(string key) => _known.GetOrAdd(key, Find);

    private ImmutableArray<string> Find(string key)
    {
        if (gazetteer.Value.ByKey(key) is not { } unit)
        {
            return [key];
        }

        List<PlaceUnit> line = [unit];
        while (Only(gazetteer.Value.PredecessorsOf(line[0])) is { } before && Follows(before, line[0]) && Only(gazetteer.Value.SuccessorsOf(before)) == line[0] && !line.Contains(before))
        {
            line.Insert(0, before);
        }

        while (Only(gazetteer.Value.SuccessorsOf(line[^1])) is { } after && Follows(line[^1], after) && Only(gazetteer.Value.PredecessorsOf(after)) == line[^1] && !line.Contains(after))
        {
            line.Add(after);
        }

        return [line[0].Key, .. line.Select(static part => part.Name).Distinct(StringComparer.Ordinal)];
    }

    // The one ended when the other began: what goes on beside the other gave it a part, and what was there before took it in.
    private static bool Follows(PlaceUnit before, PlaceUnit after) =>
        before.ValidTo?.End.Year is { } last && after.ValidFrom?.Start.Year is { } first && Math.Abs(first - last) <= 1;

    private static PlaceUnit? Only(ImmutableArray<Succession> steps)
    {
        PlaceUnit? only = null;
        foreach (Succession step in steps)
        {
            if (step.Steps == 1)
            {
                if (only is not null)
                {
                    return null;
                }

                only = step.Unit;
            }
        }

        return only;
    }
}
