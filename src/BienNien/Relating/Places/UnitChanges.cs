using System.Collections.Immutable;
using BienNien.Finding.Places;
using BienNien.Gazetteers;

namespace BienNien.Relating.Places;

/// <summary>What became of the units, each worked out when it is first asked for and then kept: the same units come in every document.</summary>
/// <remarks>Two threads that ask at once work out the same, and one of the two is kept.</remarks>
internal sealed class UnitChanges(Gazetteer gazetteer)
{
    private readonly HashSet<int>?[] _changed = new HashSet<int>?[gazetteer.Count];
    private readonly PlaceLink?[] _links = new PlaceLink?[gazetteer.Count];
    private readonly PlaceUnit[]?[] _now = new PlaceUnit[gazetteer.Count][];

    /// <summary>The link of a place that may be these.</summary>
    public PlaceLink LinkOf(ImmutableArray<int> ids)
    {
        if (ids.Length > 1)
        {
            return Make([.. ids.Select(id => gazetteer[id])]);
        }

        return _links[ids[0]] ??= Make([gazetteer[ids[0]]]);
    }

    /// <summary>Whether a place lies in what had the area of one of these before or after.</summary>
    public bool LiesInChanged(int id, ImmutableArray<int> containers)
    {
        foreach (int container in containers)
        {
            HashSet<int> changed = _changed[container] ??= ChangedOf(container);
            if (changed.Count > 0 && gazetteer.LiesIn(id, changed))
            {
                return true;
            }
        }

        return false;
    }

    private HashSet<int> ChangedOf(int unit)
    {
        HashSet<int> changed = [unit];
        gazetteer.AddChanged(changed);
        changed.Remove(unit);
        return changed;
    }

    private PlaceLink Make(ImmutableArray<PlaceUnit> units)
    {
        List<PlaceUnit>? now = null;
        foreach (PlaceUnit unit in units)
        {
            if (unit.GoesOn)
            {
                return new PlaceLink(units, []);
            }

            foreach (PlaceUnit next in _now[unit.Id] ??= NowOf(unit))
            {
                now ??= [];
                if (!now.Contains(next))
                {
                    now.Add(next);
                }
            }
        }

        now?.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        ImmutableArray<string> words =
        [
            .. now?.Select(static unit => unit.Parent is { Level: >= PlaceLevel.Province } around ? $"{unit} ({around})" : unit.ToString()) ?? [],
            .. units.Select(static unit => unit.Today).Where(static today => today.Length > 0).Distinct(StringComparer.Ordinal),
        ];
        return new PlaceLink(units, words.Length <= PlaceLinker.MostUnits ? words : []);
    }

    private PlaceUnit[] NowOf(PlaceUnit unit) => [.. gazetteer.SuccessorsOf(unit).Select(static next => next.Unit).Where(static next => next.GoesOn)];
}
