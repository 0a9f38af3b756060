using System.Collections.Immutable;

namespace BienNien.Reconciling.Linking;

/// <summary>An editor's rulings as far as they speak of one kind of entity, in the forms in which names are compared.</summary>
internal sealed class Rulings
{
    private readonly Likeness _likeness;
    private readonly ImmutableArray<(Named A, Named B)> _same;
    private readonly ImmutableArray<(Named A, Named B)> _different;
    private readonly ImmutableArray<(Named Entity, string Name)> _preferred;

    internal Rulings(EntityRulings rulings, Likeness likeness)
    {
        _likeness = likeness;
        _same = Pairs(rulings.Same);
        _different = Pairs(rulings.Different);
        _preferred = [.. rulings.Preferred.OrderBy(static pair => pair.Entity, StringComparer.Ordinal).ThenBy(static pair => pair.Name, StringComparer.Ordinal).Select(pair => (NamedBy(pair.Entity), pair.Name)).Where(static pair => pair.Item1.Says)];
    }

    /// <summary>Whether two profiles bear names that are ruled to be of two.</summary>
    internal bool Part(Profile a, Profile b)
    {
        foreach ((Named one, Named other) in _different)
        {
            if ((a.Mains.Contains(one.Form) && b.Mains.Contains(other.Form)) || (a.Mains.Contains(other.Form) && b.Mains.Contains(one.Form)))
            {
                return one.Form != other.Form;
            }
        }

        return false;
    }

    /// <summary>Joins what is ruled to be one.</summary>
    /// <param name="clusters">The entities as they are without these rulings.</param>
    /// <param name="ids">The id of each, by its root.</param>
    internal void Join(Clusters clusters, SortedDictionary<int, string> ids)
    {
        foreach ((Named one, Named other) in _same)
        {
            ImmutableArray<int> some = Find(one, clusters, ids);
            ImmutableArray<int> others = Find(other, clusters, ids);
            foreach (int a in some)
            {
                foreach (int b in others)
                {
                    if (clusters.RootOf(a) != clusters.RootOf(b) && !Part(clusters, ids, clusters.RootOf(a), clusters.RootOf(b)))
                    {
                        clusters.Join(a, b);
                    }
                }
            }
        }
    }

    /// <summary>The name that an editor wants to see, or null.</summary>
    internal string? Preferred(string id, Profile profile)
    {
        foreach ((Named entity, string name) in _preferred)
        {
            if (entity.Id == id || (entity.Form.Length > 0 && profile.Mains.Contains(entity.Form)))
            {
                return name;
            }
        }

        return null;
    }

    private bool Part(Clusters clusters, SortedDictionary<int, string> ids, int a, int b)
    {
        if (Part(clusters.ProfileOf(a), clusters.ProfileOf(b)))
        {
            return true;
        }

        foreach ((Named one, Named other) in _different)
        {
            HashSet<int> some = [.. Find(one, clusters, ids).Select(clusters.RootOf)];
            HashSet<int> others = [.. Find(other, clusters, ids).Select(clusters.RootOf)];
            if ((some.Contains(a) && others.Contains(b)) || (some.Contains(b) && others.Contains(a)))
            {
                return one != other;
            }
        }

        return false;
    }

    private static ImmutableArray<int> Find(Named named, Clusters clusters, SortedDictionary<int, string> ids)
    {
        if (named.Id.Length == 0)
        {
            return [.. ids.Keys.Where(root => clusters.ProfileOf(clusters.RootOf(root)).Mains.Contains(named.Form))];
        }

        ImmutableArray<int> found = [.. ids.Where(pair => pair.Value == named.Id).Select(static pair => pair.Key)];

        // An id from the time when it had no namesakes.
        return found.IsEmpty ? [.. ids.Where(pair => pair.Value.StartsWith(named.Id + "~", StringComparison.Ordinal)).Select(static pair => pair.Key)] : found;
    }

    private ImmutableArray<(Named A, Named B)> Pairs(ImmutableArray<(string A, string B)> pairs) =>
    [
        .. pairs.Select(static pair => string.CompareOrdinal(pair.A, pair.B) <= 0 ? pair : (pair.B, pair.A)).Distinct()
            .OrderBy(static pair => pair.Item1, StringComparer.Ordinal).ThenBy(static pair => pair.Item2, StringComparer.Ordinal)
            .Select(pair => (NamedBy(pair.Item1), NamedBy(pair.Item2))).Where(static pair => pair.Item1.Says && pair.Item2.Says),
    ];

    private Named NamedBy(string words)
    {
        int slash = words.IndexOf('/', StringComparison.Ordinal);
        bool isId = slash > 0 && words[..slash] is "person" or "place" or "body" or "paper";
        return !isId ? new Named("", _likeness.FormOfName(words)) : words[..slash] == _likeness.Kind ? new Named(words, "") : new Named("", "");
    }

    /// <summary>Whom a ruling speaks of: an id or the form of a name; neither when it is of another kind.</summary>
    private readonly record struct Named(string Id, string Form)
    {
        internal bool Says => Id.Length > 0 || Form.Length > 0;
    }
}
