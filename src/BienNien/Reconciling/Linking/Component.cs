using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace BienNien.Reconciling.Linking;

/// <summary>One component on its way to entities: sorts its members by content, joins them, names them and says why each belongs.</summary>
internal sealed class Component
{
    private const int MostEvidence = 3;

    /// <summary>Of more entities in a component none is held against another for its spelling.</summary>
    private const int MostNear = 60;

    private readonly Likeness _likeness;
    private readonly EntityKind _kind;
    private readonly Rulings _rulings;

    // Members with the same content are one node.
    private readonly List<Node> _nodes;

    internal Component(Likeness likeness, EntityKind kind, IEnumerable<FiledEntity> members, Rulings rulings)
    {
        (_likeness, _kind, _rulings) = (likeness, kind, rulings);
        _nodes =
        [
            .. members.GroupBy(static filed => SignatureOf(filed.Entity), StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal)
                .Select(group => new Node(likeness, group.Key, [.. group.OrderBy(static filed => filed.Document).ThenBy(static filed => filed.Local)])),
        ];
    }

    internal IEnumerable<LinkedEntity> Entities()
    {
        Profile[] profiles = [.. _nodes.Select(node => Described(node))];
        Clusters clusters = Clusters.Of(_likeness, profiles, _rulings.Part);
        SortedDictionary<int, string> natural = IdsOf(clusters);
        int[] before = [.. _nodes.Select((_, index) => clusters.RootOf(index))];
        _rulings.Join(clusters, natural);
        SortedDictionary<int, string> ids = IdsOf(clusters);
        ILookup<int, string> near = NearOnes(clusters, [.. ids.Keys]).ToLookup(static pair => pair.Root, pair => ids[pair.Other]);
        foreach ((int root, string id) in ids)
        {
            yield return Entity(clusters, root, id, before) with { MayBe = [.. near[root].Order(StringComparer.Ordinal)] };
        }
    }

    // Those with nearly one name that were not joined for want of anything that agrees.
    private IEnumerable<(int Root, int Other)> NearOnes(Clusters clusters, ImmutableArray<int> roots)
    {
        if (_kind == EntityKind.Paper || roots.Length > MostNear)
        {
            yield break;
        }

        for (int i = 0; i < roots.Length; i++)
        {
            for (int j = i + 1; j < roots.Length; j++)
            {
                if (NameSpelling.IsSlip(SpelledOf(clusters, roots[i]), SpelledOf(clusters, roots[j])) && clusters.Weigh(roots[i], roots[j]) >= _likeness.NotApart)
                {
                    yield return (roots[i], roots[j]);
                    yield return (roots[j], roots[i]);
                }
            }
        }
    }

    private string SpelledOf(Clusters clusters, int root) => NameOf(clusters.MembersOf(root)).Name is var name && _kind == EntityKind.Place ? BareNames.Of(name) : name;

    private Profile Described(Node node)
    {
        Profile profile = _likeness.Describe(node.Entity);
        node.Main = profile.Mains.First();
        profile.Members = node.Members.Length;
        profile.Documents.UnionWith(node.Members.Select(static filed => filed.Document));
        return profile;
    }

    private LinkedEntity Entity(Clusters clusters, int root, string id, int[] before)
    {
        ImmutableArray<int> members = clusters.MembersOf(root);
        Profile profile = clusters.ProfileOf(root);
        (string name, int bearer) = NameOf(members);
        string preferred = _rulings.Preferred(id, profile) ?? name;
        string shown = NameForms.Exact(preferred);
        ImmutableArray<string> aliases =
        [
            .. members.SelectMany(index => _nodes[index].Entity.Names.Append(_nodes[index].Display)).Distinct(StringComparer.Ordinal)
                .GroupBy(NameForms.Exact, StringComparer.Ordinal).Where(group => group.Key != shown && group.Key.Length > 0)
                .Select(static group => group.OrderBy(IsShouted).ThenByDescending(static written => written, StringComparer.Ordinal).First()).Order(StringComparer.Ordinal),
        ];

        Dictionary<string, int> counts = Counts(members);
        List<EntityLink> links = [];
        foreach (int index in members)
        {
            Node node = _nodes[index];
            (LinkReason reason, double confidence) = Why(clusters, profile, index, bearer, before);
            string evidence = Evidence(node, name, counts);
            foreach (FiledEntity filed in node.Members)
            {
                links.Add(new EntityLink(filed.Document, filed.Local, reason, confidence, evidence));
            }
        }

        links.Sort(static (one, other) => (one.Document, one.Local).CompareTo((other.Document, other.Local)));
        return new LinkedEntity(id, _kind, preferred, aliases, [.. links]);
    }

    private (LinkReason Reason, double Confidence) Why(Clusters clusters, Profile profile, int index, int bearer, int[] before)
    {
        Node node = _nodes[index];
        string form = node.Main;
        string main = _nodes[bearer].Main;
        if (before[index] != before[bearer])
        {
            return (LinkReason.Ruling, 1);
        }

        if (clusters.Chosen[index] > 0)
        {
            return (LinkReason.Context, clusters.Chosen[index]);
        }

        if (form == main)
        {
            bool oneWord = _kind == EntityKind.Person && NameForms.Count(form) < 2;
            return IsKnownByAnother(node.Entity) ? (LinkReason.KnownAlias, 0.95) : (LinkReason.SameName, oneWord ? 0.45 : 0.95);
        }

        if (profile.Renamed.Contains(form) || profile.Renamed.Contains(main) || _kind == EntityKind.Place && NameForms.Fold(form) != NameForms.Fold(main))
        {
            return (LinkReason.Renamed, 0.85);
        }

        if (profile.Asides.Contains(form) || profile.Asides.Contains(main))
        {
            // A bare tier (“UBND tỉnh”) is no other name, only a shorter one.
            bool shorter = (_kind is EntityKind.Organisation or EntityKind.Paper) && (main.StartsWith(form, StringComparison.Ordinal) || form.StartsWith(main, StringComparison.Ordinal));
            return shorter ? (LinkReason.SameName, 0.8) : (LinkReason.StatedAlias, 0.9);
        }

        return (LinkReason.Spelling, 0.7);
    }

    // No mention has the name by which the document joined them: general knowledge gave it.
    private bool IsKnownByAnother(LocalEntity entity)
    {
        if (_kind != EntityKind.Person || entity.Mentions.Any(static mention => mention.Name == 0))
        {
            return false;
        }

        string folded = NameForms.Folded(entity.Name);
        return entity.Mentions.All(mention => !(" " + folded).EndsWith(" " + NameForms.Folded(entity.Names[mention.Name]), StringComparison.Ordinal));
    }

    private static string Evidence(Node node, string name, Dictionary<string, int> counts)
    {
        StringBuilder evidence = new();
        if (node.Entity.Name != name)
        {
            evidence.Append(node.Entity.Name).Append(" = ").Append(name);
        }

        int most = MostEvidence;
        foreach (string value in Values(node.Entity.Traits).Distinct(StringComparer.Ordinal))
        {
            if (counts[value] > 1 && most-- > 0)
            {
                evidence.Append(evidence.Length > 0 ? "; " : "").Append(value);
            }
        }

        return evidence.ToString();
    }

    private Dictionary<string, int> Counts(ImmutableArray<int> members)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (int index in members)
        {
            foreach (string value in Values(_nodes[index].Entity.Traits).Distinct(StringComparer.Ordinal))
            {
                counts[value] = counts.GetValueOrDefault(value) + _nodes[index].Members.Length;
            }
        }

        return counts;
    }

    private static IEnumerable<string> Values(EntityTraits traits) =>
        new[] { traits.Begun, traits.Ended, traits.Issuer }.Concat(traits.In).Concat(traits.Offices).Concat(traits.Beside).Where(static value => value.Length > 0);

    // By root. Every entity of a slug is in this component, so that what is unique here is unique in the library.
    private SortedDictionary<int, string> IdsOf(Clusters clusters)
    {
        SortedDictionary<int, string> ids = [];
        Dictionary<string, List<int>> byBase = new(StringComparer.Ordinal);
        foreach (int root in Enumerable.Range(0, _nodes.Count).Select(clusters.RootOf).Distinct().Order())
        {
            string start = BaseOf(clusters.MembersOf(root));
            byBase.TryAdd(start, []);
            byBase[start].Add(root);
        }

        foreach ((string start, List<int> roots) in byBase)
        {
            if (roots.Count == 1)
            {
                ids[roots[0]] = start;
                continue;
            }

            Dictionary<string, int> marks = new(StringComparer.Ordinal);
            foreach (string mark in roots.SelectMany(root => _likeness.Marks(clusters.ProfileOf(root)).Distinct(StringComparer.Ordinal)))
            {
                marks[mark] = marks.GetValueOrDefault(mark) + 1;
            }

            foreach (int root in roots)
            {
                string mark = _likeness.Marks(clusters.ProfileOf(root)).FirstOrDefault(mark => marks[mark] == 1) ?? HashOf(clusters.MembersOf(root));
                ids[root] = $"{start}~{mark}";
            }
        }

        return ids;
    }

    private string BaseOf(ImmutableArray<int> members)
    {
        (_, int bearer) = NameOf(members);
        string start = $"{_likeness.Kind}/{_likeness.SlugOf(_nodes[bearer].Entity)}";
        return _kind == EntityKind.Place ? $"{start}~{LevelOf(members)}" : start;
    }

    // The level that most documents mean, those first that write the type word.
    private string LevelOf(ImmutableArray<int> members) => members
        .GroupBy(index => _nodes[index].Entity.Traits.Type is { Length: > 0 } level ? level : "other", StringComparer.Ordinal)
        .OrderByDescending(group => group.Any(index => _nodes[index].Entity.Names.Any(static name => BareNames.TypeOf(name).Word.Length > 0)))
        .ThenByDescending(group => group.Sum(index => _nodes[index].Members.Length))
        .ThenBy(static group => group.Key, StringComparer.Ordinal)
        .First().Key;

    // The name that most documents join their mentions by, and a member that has it.
    private (string Name, int Bearer) NameOf(ImmutableArray<int> members)
    {
        var best = members
            .Select(index => (Index: index, Name: _nodes[index].Display))
            .GroupBy(pair => _nodes[pair.Index].DisplayForm, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(pair => _nodes[pair.Index].Members.Length))
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .First();
        string name = best
            .GroupBy(static pair => pair.Name, StringComparer.Ordinal)
            .OrderBy(static group => IsShouted(group.Key))
            .ThenByDescending(group => group.Sum(pair => _nodes[pair.Index].Members.Length))
            .ThenBy(static group => group.Key, StringComparer.Ordinal)
            .First().Key;
        return (name, best.Min(static pair => pair.Index));
    }

    private static bool IsShouted(string name) => !name.Any(char.IsLower);

    private string HashOf(ImmutableArray<int> members)
    {
        // FNV-1a, 32 bits, of the first member's content: it stays when others come.
        uint hash = 2166136261;
        foreach (char letter in _nodes[members.Min()].Signature)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return "h" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    private static string SignatureOf(LocalEntity entity)
    {
        EntityTraits traits = entity.Traits;
        StringBuilder signature = new();
        Add(NameForms.Exact(entity.Name));
        AddAll(entity.Names);
        Add(traits.Type);
        Add(traits.Begun);
        Add(traits.Ended);
        AddAll(traits.In);
        AddAll(traits.Units);
        Add(string.Create(CultureInfo.InvariantCulture, $"{traits.Years.First}/{traits.Years.Last}"));
        AddAll(traits.Offices);
        AddAll(traits.Beside);
        AddAll(traits.Around);
        AddAll(traits.Renamed);
        Add(traits.Full);
        Add(traits.Number);
        Add(traits.Issuer);
        AddAll([.. entity.Mentions.Select(static mention => mention.Name).Distinct().Order().Select(static name => name.ToString(CultureInfo.InvariantCulture))]);
        return signature.ToString();

        void Add(string value) => signature.Append(value).Append('\u001f');

        void AddAll(ImmutableArray<string> values)
        {
            foreach (string value in values)
            {
                signature.Append(value).Append('\u001e');
            }

            signature.Append('\u001f');
        }
    }

    /// <summary>Members with one content.</summary>
    private sealed class Node(Likeness likeness, string signature, ImmutableArray<FiledEntity> members)
    {
        internal string Signature => signature;

        internal ImmutableArray<FiledEntity> Members => members;

        internal LocalEntity Entity => members[0].Entity;

        internal string Display { get; } = likeness.DisplayOf(members[0].Entity);

        internal string DisplayForm => field ??= NameForms.Exact(Display);

        /// <summary>The form of the name by which the document joins its mentions.</summary>
        internal string Main { get; set; } = "";
    }
}
