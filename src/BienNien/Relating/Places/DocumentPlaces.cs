using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Gazetteers;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Relating.Places;

/// <summary>The places of one document, and what each leaves of those that have its name.</summary>
internal sealed class DocumentPlaces
{
    // A unit prevails when it is named at least so often, and in more than this share of all mentions of its level.
    private const int FewestNamed = 2;
    private const double PrevailingShare = 0.5;

    private const int NoContainer = -1;

    private static readonly ImmutableArray<int> _nobody = [];
    private static readonly DayRange _always = new(LocalDate.MinIsoValue, LocalDate.MaxIsoValue);

    private readonly Gazetteer _gazetteer;
    private readonly UnitChanges _changes;
    private readonly TokenizedDocument _document;
    private readonly ImmutableArray<Mention> _mentions;
    private readonly PlaceTimes _times;
    private readonly Candidate[] _places;
    private readonly Dictionary<(string Name, string Level), ImmutableArray<int>> _named = new(SameName.Instance);

    // By name without type: those that a container beside the name has left, wherever in the document it stands.
    private readonly Dictionary<(string Name, string Level), ImmutableArray<int>> _told = new(SameName.Instance);
    private readonly List<Prevailing> _prevailing = [];

    // By the array itself: a name that comes again without being narrowed has the same.
    private readonly Dictionary<ImmutableArray<int>, PlaceLink> _links = [];

    /// <summary>Takes the places of a document.</summary>
    /// <param name="gazetteer">All that is known.</param>
    /// <param name="changes">What became of it.</param>
    /// <param name="document">The document, cut.</param>
    /// <param name="mentions">All its mentions, by start.</param>
    /// <param name="places">How many of them are places.</param>
    public DocumentPlaces(Gazetteer gazetteer, UnitChanges changes, TokenizedDocument document, ImmutableArray<Mention> mentions, int places)
    {
        (_gazetteer, _changes, _document, _mentions, _times) = (gazetteer, changes, document, mentions, new PlaceTimes(document, mentions));
        _places = new Candidate[places];
        int count = 0;
        for (int m = 0; m < mentions.Length; m++)
        {
            if (mentions[m].Value is not PlaceValue place)
            {
                continue;
            }

            string surface = OneSpaced(document.Document.Surface(mentions[m].Span));
            _places[count] = new Candidate(m, place, WithWholeType(surface), NoContainer);
            if (count > 0 && _places[count - 1].Value.In == surface)
            {
                // The text puts a place in the next one, written as it stands there.
                _places[count - 1].Container = count;
            }

            count++;
        }
    }

    /// <summary>All mentions, the places with their links.</summary>
    public ImmutableArray<Mention> Link()
    {
        FindPrevailing("province");
        FindPrevailing("district");
        for (int i = 0; i < _places.Length; i++)
        {
            ref Candidate place = ref _places[i];
            place.Nowadays = (i > 0 && _places[i - 1].Container == i && _places[i - 1].Nowadays) || _times.IsNowadays(_mentions[place.Mention]);
        }

        for (int i = 0; i < _places.Length; i++)
        {
            if (_places[i].Container >= 0)
            {
                LearnContainer(i);
            }
        }

        ImmutableArray<Mention>.Builder linked = _mentions.ToBuilder();
        for (int i = 0; i < _places.Length; i++)
        {
            ref readonly Candidate place = ref Settle(i);
            if (!place.InTime.IsEmpty && place.InTime.Length <= PlaceLinker.MostUnits)
            {
                PlaceLink link = LinkOf(place.InTime);
                if (place.Assumed is not null || place.OutOfTime)
                {
                    link = link with { Assumed = place.Assumed, OutOfTime = place.OutOfTime };
                }

                linked[place.Mention] = linked[place.Mention] with { Value = place.Value with { Link = link } };
            }
        }

        return linked.MoveToImmutable();
    }

    // First what the text says it lies in, then when: the place beside a name is surer than the date of its sentence.
    private ref readonly Candidate Settle(int i)
    {
        ref Candidate place = ref _places[i];
        if (place.IsSettled)
        {
            return ref place;
        }

        place.IsSettled = true;
        ImmutableArray<int> named = Named(place.Name, place.Value.Level);
        place.Kept = named;
        if (named.Length > 1 || (named.Length == 1 && place.Value.In is not null))
        {
            Narrow(ref place, named);
        }

        place.InTime = place.Nowadays ? place.Kept : InTime(place.Kept, _mentions[place.Mention], out place.OutOfTime);
        return ref place;
    }

    private void Narrow(ref Candidate place, ImmutableArray<int> named)
    {
        if (place.Value.In is not null)
        {
            // A container that the gazetteer does not have is passed over for the one around it.
            int container = place.Container;
            while (container >= 0 && Settle(container).Kept.IsEmpty)
            {
                container = _places[container].Container;
            }

            if (container >= 0)
            {
                place.Kept = Inside(named, _places[container].Kept, _places[container].InTime);
            }

            return;
        }

        if (_told.Count > 0 && _told.TryGetValue((Bare(place.Name), place.Value.Level), out ImmutableArray<int> told)
            && Both(named, told) is { IsEmpty: false } both)
        {
            place.Kept = both;
            return;
        }

        for (int p = _prevailing.Count - 1; p >= 0; p--)
        {
            Prevailing unit = _prevailing[p];
            if (unit.Level == place.Value.Level)
            {
                continue;
            }

            ImmutableArray<int> inside = Inside(named, unit.Units, unit.Units);
            if (!inside.IsEmpty)
            {
                place.Kept = inside;
                place.Assumed = inside.Length < named.Length ? unit.Name : null;
                return;
            }
        }
    }

    // Those inside the container as it was named at any time; where there are none, those in what had its area before or after.
    private ImmutableArray<int> Inside(ImmutableArray<int> named, ImmutableArray<int> containers, ImmutableArray<int> containersInTime)
    {
        ImmutableArray<int>.Builder? inside = null;
        foreach (int id in named)
        {
            if (_gazetteer.LiesIn(id, containers.AsSpan()))
            {
                (inside ??= ImmutableArray.CreateBuilder<int>()).Add(id);
            }
        }

        if (inside is null)
        {
            foreach (int id in named)
            {
                if (_changes.LiesInChanged(id, containersInTime))
                {
                    (inside ??= ImmutableArray.CreateBuilder<int>()).Add(id);
                }
            }
        }

        return inside is null ? _nobody : inside.Count == named.Length ? named : inside.ToImmutable();
    }

    // A name of another time is still a name: where none was there then, all are kept, and that is told.
    private ImmutableArray<int> InTime(ImmutableArray<int> kept, Mention mention, out bool outOfTime)
    {
        outOfTime = false;
        if (!HasTimes(kept) || _times.Of(mention) is not { IsEmpty: false } dates)
        {
            return kept;
        }

        ImmutableArray<int>.Builder? there = null;
        foreach (int id in kept)
        {
            DayRange days = _gazetteer[id].Days;
            foreach (DayRange date in dates)
            {
                if (date.First <= days.Last && days.First <= date.Last)
                {
                    (there ??= ImmutableArray.CreateBuilder<int>()).Add(id);
                    break;
                }
            }
        }

        outOfTime = there is null;
        return there is null || there.Count == kept.Length ? kept : there.ToImmutable();
    }

    private bool HasTimes(ImmutableArray<int> ids)
    {
        foreach (int id in ids)
        {
            if (_gazetteer[id].Days != _always)
            {
                return true;
            }
        }

        return false;
    }

    // “xã Tân Lập, huyện Na Rì … xã Tân Lập”: said once, it holds for the document; of two of a name that were told of, both.
    private void LearnContainer(int i)
    {
        ref readonly Candidate place = ref Settle(i);
        if (!place.Kept.IsEmpty)
        {
            (string Name, string Level) key = (Bare(place.Name), place.Value.Level);
            _told[key] = _told.TryGetValue(key, out ImmutableArray<int> others) ? [.. others.Union(place.Kept).Order()] : place.Kept;
        }
    }

    private static ImmutableArray<int> Both(ImmutableArray<int> named, ImmutableArray<int> told)
    {
        ImmutableArray<int>.Builder? both = null;
        foreach (int id in named)
        {
            if (told.Contains(id))
            {
                (both ??= ImmutableArray.CreateBuilder<int>()).Add(id);
            }
        }

        return both is null ? _nobody : both.Count == named.Length ? named : both.Count == told.Length ? told : both.ToImmutable();
    }

    private void FindPrevailing(string level)
    {
        Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase);
        int all = 0;
        foreach (ref readonly Candidate place in _places.AsSpan())
        {
            if (place.Value.Level == level)
            {
                string bare = Bare(place.Name);
                counts[bare] = counts.GetValueOrDefault(bare) + 1;
                all++;
            }
        }

        foreach ((string name, int count) in counts)
        {
            if (count >= FewestNamed && count > PrevailingShare * all && Named(name, level) is { IsEmpty: false } units)
            {
                // A district that prevails is the one of the province that does.
                if (_prevailing.Count > 0 && Inside(units, _prevailing[0].Units, _prevailing[0].Units) is { IsEmpty: false } inside)
                {
                    units = inside;
                }

                _prevailing.Add(new Prevailing(name, level, units));
            }
        }
    }

    // With its type, else those whose type is not known; on the level that the finder saw.
    private ImmutableArray<int> Named(string name, string levelName)
    {
        if (!_named.TryGetValue((name, levelName), out ImmutableArray<int> ids))
        {
            // “other” is what the finder could not tell.
            PlaceLevel? level = PlaceLevelWords.Parse(levelName) is { } told and not PlaceLevel.Other ? told : null;
            PlaceFilter filter = new() { Level = level };
            ids = Numbers(_gazetteer.Find(name, filter, NameMatching.Exact), anyType: true);
            if (ids.IsEmpty && Bare(name) is { } bare && bare.Length < name.Length)
            {
                ids = Numbers(_gazetteer.Find(bare, filter, NameMatching.Exact), anyType: false);
            }

            _named.Add((name, levelName), ids);
        }

        return ids;
    }

    private PlaceLink LinkOf(ImmutableArray<int> units)
    {
        if (!_links.TryGetValue(units, out PlaceLink? link))
        {
            _links.Add(units, link = _changes.LinkOf(units));
        }

        return link;
    }

    private static ImmutableArray<int> Numbers(ImmutableArray<PlaceUnit> units, bool anyType)
    {
        if (units.IsEmpty)
        {
            return _nobody;
        }

        ImmutableArray<int>.Builder ids = ImmutableArray.CreateBuilder<int>(units.Length);
        foreach (PlaceUnit unit in units)
        {
            if (anyType || unit.Type.Length == 0)
            {
                ids.Add(unit.Id);
            }
        }

        return ids.DrainToImmutable();
    }

    private static string WithWholeType(string name)
    {
        int space = name.IndexOf(' ', StringComparison.Ordinal);
        ReadOnlySpan<char> first = name.AsSpan(0, Math.Max(0, space)).TrimEnd('.');
        string type = first.Equals("TP", StringComparison.OrdinalIgnoreCase) ? "thành phố" : first.Equals("TX", StringComparison.OrdinalIgnoreCase) ? "thị xã" : "";
        return type.Length == 0 ? name : string.Concat(type, name.AsSpan(space));
    }

    // Words in small letters before a name say what it is: “châu Hòa An”.
    private string Bare(string name)
    {
        int start = _gazetteer.TypeLength(name);
        while (start < name.Length && char.IsLower(name[start]) && name.IndexOf(' ', start) is int space and > 0)
        {
            start = space + 1;
        }

        return start == 0 ? name : name[start..];
    }

    private static string OneSpaced(string surface)
    {
        foreach (char c in surface)
        {
            if (c != ' ' && char.IsWhiteSpace(c))
            {
                return string.Join(' ', surface.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }
        }

        return surface.Contains("  ", StringComparison.Ordinal) ? string.Join(' ', surface.Split(' ', StringSplitOptions.RemoveEmptyEntries)) : surface;
    }

    private sealed record Prevailing(string Name, string Level, ImmutableArray<int> Units);

    /// <summary>A place on its way to a link.</summary>
    private record struct Candidate(int Mention, PlaceValue Value, string Name, int Container)
    {
        /// <summary>Whether the text gives this name as that of its own day.</summary>
        public bool Nowadays;

        /// <summary>What its container leaves of those that have its name, at any time.</summary>
        public ImmutableArray<int> Kept = _nobody;

        /// <summary>What the dates of its sentence leave of these.</summary>
        public ImmutableArray<int> InTime = _nobody;

        public string? Assumed;
        public bool OutOfTime;
        public bool IsSettled;
    }

    // “Xã Tân Lập” at the head of a sentence is “xã Tân Lập”.
    private sealed class SameName : IEqualityComparer<(string Name, string Level)>
    {
        public static readonly SameName Instance = new();

        public bool Equals((string Name, string Level) x, (string Name, string Level) y) =>
            string.Equals(x.Level, y.Level, StringComparison.Ordinal) && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((string Name, string Level) obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(obj.Name) * 31 + obj.Level.Length;
    }
}
