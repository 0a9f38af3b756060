using System.Collections.Immutable;
using NodaTime;

namespace BienNien.Gazetteers;

/// <summary>The places that the program knows, with their times: units of today and of before, sites, waters, mountains, places over the border.</summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. Made of the tables <c>data/places-*.tsv</c>; <c>docs/gazetteer.md</c> says what is in it and what it costs.</para>
/// <para>A unit that changed its name, rank or outline by a law is a new one, joined to the old by <see cref="SuccessorsOf(PlaceUnit)"/>. A unit that was
/// split, or whose pieces went to several, keeps all of them: the gazetteer offers candidates and does not choose.</para>
/// </remarks>
public sealed class Gazetteer
{
    private const int MostWordsOfType = 3;

    private readonly UnitRow[] _rows;
    private readonly PlaceNames _exact;
    private readonly Lazy<PlaceNames> _folded;
    private readonly PlaceNames _exactTypes;
    private readonly Lazy<PlaceNames> _foldedTypes;
    private readonly ImmutableArray<string> _typeWords;
    private readonly ChangeLinks _links;
    private readonly Dictionary<string, int> _keys;

    internal Gazetteer(UnitRow[] rows, PlaceNames exact, ImmutableArray<string> typeWords, ChangeLinks links, Dictionary<string, int> keys)
    {
        (_rows, _exact, _typeWords, _links, _keys) = (rows, exact, typeWords, links, keys);
        PlaceNames.Builder types = new(typeWords.Length);
        for (int i = 0; i < typeWords.Length; i++)
        {
            types.Add(typeWords[i], i);
        }

        _exactTypes = types.Build(folded: false);
        // Names in texts have their marks: who asks for none of the others does not pay for them.
        _folded = new Lazy<PlaceNames>(_exact.ToFolded);
        _foldedTypes = new Lazy<PlaceNames>(_exactTypes.ToFolded);
    }

    /// <summary>How many places there are; their numbers run from 0.</summary>
    public int Count => _rows.Length;

    /// <summary>A place by its number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public PlaceUnit this[int id] => (uint)id < (uint)_rows.Length ? new PlaceUnit(this, id) : throw new ArgumentOutOfRangeException(nameof(id), id, "No place has this number.");

    /// <summary>The gazetteer of the tables that the engine carries. Costs some tens of milliseconds: build it once and share it.</summary>
    public static Gazetteer Load() => GazetteerLoader.Load();

    /// <summary>A place by its lasting key (<see cref="PlaceUnit.Key"/>); null when there is none.</summary>
    public PlaceUnit? ByKey(string key) => _keys.TryGetValue(key, out int id) ? new PlaceUnit(this, id) : null;

    /// <summary>Whether any place has this name. Allocates nothing.</summary>
    /// <param name="name">NFC, with or without its type.</param>
    /// <param name="matching">How nearly it has to be spelt.</param>
    public bool Knows(ReadOnlySpan<char> name, NameMatching matching = NameMatching.Exact) =>
        (matching != NameMatching.Folded && Look(_exact, _exactTypes, name, null)) || (matching != NameMatching.Exact && Look(_folded.Value, _foldedTypes.Value, name, null));

    /// <summary>The places of a name.</summary>
    /// <param name="name">With or without its type: <c>Cao Bằng</c>, <c>tỉnh Cao Bằng</c>. With a type only places of that type, or that have it in their names.</param>
    /// <param name="filter">Narrows by level, time and container.</param>
    /// <param name="matching">How nearly it has to be spelt.</param>
    /// <returns>In the order of their numbers; all candidates, empty when there are none.</returns>
    public ImmutableArray<PlaceUnit> Find(string name, PlaceFilter filter = default, NameMatching matching = NameMatching.ExactElseFolded)
    {
        ArgumentNullException.ThrowIfNull(name);
        string composed = name.IsNormalized() ? name : name.Normalize();
        if (string.IsNullOrEmpty(filter.Within))
        {
            return Find(composed, filter, matching, null);
        }

        HashSet<int> containers = ContainersNamed(filter.Within);
        ImmutableArray<PlaceUnit> found = containers.Count == 0 ? [] : Find(composed, filter, matching, containers);
        if (found.IsEmpty && containers.Count > 0)
        {
            // What lay in Cao Lạng lies in Cao Bằng or Lạng Sơn.
            AddChanged(containers);
            found = Find(composed, filter, matching, containers);
        }

        return found;
    }

    /// <summary>All places that may have been there on a day, those of unknown time among them.</summary>
    public ImmutableArray<PlaceUnit> At(LocalDate day)
    {
        ImmutableArray<PlaceUnit>.Builder there = ImmutableArray.CreateBuilder<PlaceUnit>();
        for (int id = 0; id < _rows.Length; id++)
        {
            if (_rows[id].First <= day && day <= _rows[id].Last)
            {
                there.Add(new PlaceUnit(this, id));
            }
        }

        return there.ToImmutable();
    }

    /// <summary>The units that had its area, or a part of it, later: nearest first, over any number of changes.</summary>
    /// <remarks>Xã → commune of 2025; Cao Bằng → Cao Lạng → Cao Bằng and Lạng Sơn. Where a unit was split all parts are here, and from then on these are candidates only.</remarks>
    /// <returns>Each unit once; empty for one that goes on as it was, or of whose end nothing is known.</returns>
    public ImmutableArray<Succession> SuccessorsOf(PlaceUnit unit) => Walk(unit, forwards: true);

    /// <summary>The units that had its area, or a part of it, earlier; the inverse of <see cref="SuccessorsOf(PlaceUnit)"/>.</summary>
    public ImmutableArray<Succession> PredecessorsOf(PlaceUnit unit) => Walk(unit, forwards: false);

    /// <summary>The units in which its area may lie on a day: itself while it was there, else its successors or predecessors of that day.</summary>
    /// <remarks>Candidates: after a split all parts are given. Empty when the day lies where nothing is known.</remarks>
    public ImmutableArray<PlaceUnit> On(PlaceUnit unit, LocalDate day)
    {
        int id = Require(unit);
        if (_rows[id].First <= day && day <= _rows[id].Last)
        {
            return [unit];
        }

        ImmutableArray<PlaceUnit>.Builder there = ImmutableArray.CreateBuilder<PlaceUnit>();
        foreach ((int other, _, LocalDate change) in _links.Walk(id, forwards: day > _rows[id].Last))
        {
            // A change that is yet to come on that day does not count, nor does one that was over before, going back.
            bool counts = day > _rows[id].Last ? change <= day : change > day;
            if (counts && _rows[other].First <= day && day <= _rows[other].Last)
            {
                there.Add(new PlaceUnit(this, other));
            }
        }

        return there.ToImmutable();
    }

    /// <summary>What it lies in at its own time, from the smallest on: district, province.</summary>
    public ImmutableArray<PlaceUnit> ContainersOf(PlaceUnit unit)
    {
        ImmutableArray<PlaceUnit>.Builder containers = ImmutableArray.CreateBuilder<PlaceUnit>();
        for (int at = _rows[Require(unit)].Parent; at >= 0; at = _rows[at].Parent)
        {
            containers.Add(new PlaceUnit(this, at));
        }

        return containers.ToImmutable();
    }

    /// <summary>What it lies in on a day: where its own container was not there, the units that had the container's area then.</summary>
    /// <returns>From the smallest on, each once; all candidates where a container was split. A commune of before 2025 has a province on a later day, and no district.</returns>
    public ImmutableArray<PlaceUnit> ContainersOf(PlaceUnit unit, LocalDate day)
    {
        ImmutableArray<PlaceUnit>.Builder containers = ImmutableArray.CreateBuilder<PlaceUnit>();
        foreach (PlaceUnit container in ContainersOf(unit))
        {
            foreach (PlaceUnit there in On(container, day))
            {
                if (!containers.Contains(there))
                {
                    containers.Add(there);
                }
            }
        }

        return containers.ToImmutable();
    }

    /// <summary>Where it is: its own place on the map or, where that is not known, that of the smallest container that has one.</summary>
    /// <returns>The point, and the place that it was told of; null when nothing is known.</returns>
    public (GeoPoint Point, PlaceUnit Of)? LocationOf(PlaceUnit unit)
    {
        for (int at = Require(unit); at >= 0; at = _rows[at].Parent)
        {
            if (_rows[at].Location is { } point)
            {
                return (point, new PlaceUnit(this, at));
            }
        }

        return null;
    }

    /// <summary>Names that are spelt much like one that is not known, for “did you mean”: both compared without marks.</summary>
    /// <param name="name">With or without its type.</param>
    /// <param name="most">How many names at most.</param>
    /// <returns>The nearest first, then in the order of their letters, each once; empty when none is near.</returns>
    public ImmutableArray<string> Nearest(string name, int most = 5)
    {
        ArgumentNullException.ThrowIfNull(name);
        string composed = name.IsNormalized() ? name : name.Normalize();
        ImmutableArray<(string Name, int Distance)> whole = _folded.Value.Nearest(composed);
        ImmutableArray<(string Name, int Distance)> bare = TypeLength(composed) is int type and > 0 ? _folded.Value.Nearest(composed.AsSpan(type)) : [];
        return
        [
            .. whole.Concat(bare).OrderBy(static near => near.Distance).ThenBy(static near => near.Name, StringComparer.Ordinal)
                .Select(static near => near.Name).Distinct(StringComparer.Ordinal).Take(most),
        ];
    }

    internal ref readonly UnitRow RowOf(int id) => ref _rows[id];

    /// <summary>Whether a place lies in one of these at its own time, at any number of steps.</summary>
    internal bool LiesIn(int id, HashSet<int> containers)
    {
        for (int at = _rows[id].Parent; at >= 0; at = _rows[at].Parent)
        {
            if (containers.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc cref="LiesIn(int, HashSet{int})"/>
    internal bool LiesIn(int id, ReadOnlySpan<int> containers)
    {
        for (int at = _rows[id].Parent; at >= 0; at = _rows[at].Parent)
        {
            if (containers.Contains(at))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many characters of a name are its type word and the space behind it; 0 when it begins with none.</summary>
    internal int TypeLength(ReadOnlySpan<char> name)
    {
        Span<char> room = stackalloc char[2 * PlaceNames.Longest];
        int length = 0;
        int end = 0;
        for (int words = 0; words < MostWordsOfType && name[end..].IndexOf(' ') is int space and >= 0; words++)
        {
            end += space + 1;
            if (_exactTypes.Ask(name[..(end - 1)], room).MoveNext())
            {
                length = end;
            }
        }

        return length;
    }

    /// <summary>Adds the places that had their area before or after.</summary>
    internal void AddChanged(HashSet<int> containers)
    {
        int[] named = [.. containers];
        foreach (int id in named)
        {
            containers.UnionWith(_links.Walk(id, forwards: true).Select(static reached => reached.Unit));
            containers.UnionWith(_links.Walk(id, forwards: false).Select(static reached => reached.Unit));
        }
    }

    private int Require(PlaceUnit unit) => unit.IsOf(this) ? unit.Id : throw new ArgumentException("The place is of another gazetteer.", nameof(unit));

    private ImmutableArray<Succession> Walk(PlaceUnit unit, bool forwards) =>
        [.. _links.Walk(Require(unit), forwards).Select(reached => new Succession(new PlaceUnit(this, reached.Unit), reached.Steps, reached.Day))];

    private ImmutableArray<PlaceUnit> Find(string name, PlaceFilter filter, NameMatching matching, HashSet<int>? containers)
    {
        ImmutableArray<PlaceUnit> found = matching == NameMatching.Folded ? [] : Passing(_exact, _exactTypes, name, filter, containers);
        return found.IsEmpty && matching != NameMatching.Exact ? Passing(_folded.Value, _foldedTypes.Value, name, filter, containers) : found;
    }

    private ImmutableArray<PlaceUnit> Passing(PlaceNames names, PlaceNames types, string name, PlaceFilter filter, HashSet<int>? containers)
    {
        List<int> ids = [];
        Look(names, types, name, ids);
        ids.Sort();
        ImmutableArray<PlaceUnit>.Builder found = ImmutableArray.CreateBuilder<PlaceUnit>();
        int last = -1;
        foreach (int id in ids)
        {
            if (id != last && Passes(id, filter, containers))
            {
                found.Add(new PlaceUnit(this, id));
            }

            last = id;
        }

        return found.ToImmutable();
    }

    // The name as it stands and, when it begins like a type, what follows among the places of that type. Without a list the first place is enough.
    private bool Look(PlaceNames names, PlaceNames types, ReadOnlySpan<char> name, List<int>? found)
    {
        Span<char> room = stackalloc char[2 * PlaceNames.Longest];
        Span<char> typeRoom = stackalloc char[2 * PlaceNames.Longest];
        bool any = false;
        PlaceNames.Answers whole = names.Ask(name, room);
        while (whole.MoveNext())
        {
            any = true;
            if (found is null)
            {
                return true;
            }

            found.Add(whole.Current);
        }

        int end = 0;
        for (int words = 0; words < MostWordsOfType; words++)
        {
            int space = name[end..].IndexOf(' ');
            if (space < 0)
            {
                break;
            }

            end += space + 1;
            PlaceNames.Answers type = types.Ask(name[..(end - 1)], typeRoom);
            while (type.MoveNext())
            {
                PlaceNames.Answers rest = names.Ask(name[end..], room);
                while (rest.MoveNext())
                {
                    if (_rows[rest.Current].Type == _typeWords[type.Current])
                    {
                        any = true;
                        if (found is null)
                        {
                            return true;
                        }

                        found.Add(rest.Current);
                    }
                }
            }
        }

        return any;
    }

    private bool Passes(int id, PlaceFilter filter, HashSet<int>? containers)
    {
        ref readonly UnitRow row = ref _rows[id];
        if ((filter.Level is { } level && row.Level != level) || (filter.During is { } days && (row.Last < days.First || days.Last < row.First)))
        {
            return false;
        }

        return containers is null || LiesIn(id, containers);
    }

    private HashSet<int> ContainersNamed(string name)
    {
        string composed = name.IsNormalized() ? name : name.Normalize();
        List<int> ids = [];
        if (!Look(_exact, _exactTypes, composed, ids))
        {
            Look(_folded.Value, _foldedTypes.Value, composed, ids);
        }

        return [.. ids];
    }
}
