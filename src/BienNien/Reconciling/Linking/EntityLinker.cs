using System.Collections.Immutable;
using BienNien.Gazetteers;

namespace BienNien.Reconciling.Linking;

/// <summary>Says which entities of documents are one. Built once, immutable, safe to share between threads.</summary>
/// <remarks>
/// The work falls into components: entities that share a key, directly or over others. What comes of a component depends on its members alone, not
/// on their order nor on the rest of the library, so that a document that is added changes only the components that it has a key of.
/// How names are joined: <c>docs/reconciling-names.md</c>.
/// </remarks>
public sealed class EntityLinker
{
    private readonly ImmutableArray<Likeness> _kinds;

    /// <summary>A linker that knows of renamed places from a gazetteer, which is loaded when a place needs it.</summary>
    public EntityLinker(Lazy<Gazetteer> gazetteer)
    {
        ArgumentNullException.ThrowIfNull(gazetteer);
        _kinds = [new PersonLikeness(), new PlaceLikeness(new PlaceLineages(gazetteer)), new BodyLikeness(), new PaperLikeness()];
    }

    /// <summary>The keys under which an entity is filed, at least one. Two entities can be one only if a chain of shared keys joins them.</summary>
    public ImmutableArray<string> KeysOf(LocalEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        return _kinds[(int)entity.Kind].KeysOf(entity);
    }

    /// <summary>The keys of all entities that a name or an id in a ruling may stand for: those that <see cref="KeysJoinedBy"/> joins. None for an id of no kind.</summary>
    /// <param name="named">A name as written, or an id.</param>
    public ImmutableArray<string> KeysNamed(string named)
    {
        ArgumentNullException.ThrowIfNull(named);
        return [.. _kinds.Select(kind => KeyOf(named, kind)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Keys that rulings make one: whoever gathers components treats the two of a pair as the same key, so that what an editor has joined comes
    /// before <see cref="Link"/> together. Each pair once, in ordinal order.
    /// </summary>
    public ImmutableArray<(string A, string B)> KeysJoinedBy(EntityRulings rulings)
    {
        ArgumentNullException.ThrowIfNull(rulings);
        SortedSet<(string A, string B)> joined = [];
        foreach ((string one, string other) in rulings.Same)
        {
            foreach (Likeness kind in _kinds)
            {
                if (KeyOf(one, kind) is { } first && KeyOf(other, kind) is { } second && first != second)
                {
                    joined.Add(string.CompareOrdinal(first, second) < 0 ? (first, second) : (second, first));
                }
            }
        }

        return [.. joined];
    }

    /// <summary>The entities of a component: by id; each member in exactly one.</summary>
    /// <param name="component">All entities that hang together by their keys, in any order.</param>
    /// <param name="rulings">What an editor has decided. A name stands for all entities of that name; an id for one.</param>
    public ImmutableArray<LinkedEntity> Link(IReadOnlyCollection<FiledEntity> component, EntityRulings rulings)
    {
        ArgumentNullException.ThrowIfNull(component);
        ArgumentNullException.ThrowIfNull(rulings);
        List<LinkedEntity> linked = [];
        foreach (IGrouping<EntityKind, FiledEntity> kind in component.GroupBy(static filed => filed.Entity.Kind))
        {
            Likeness likeness = _kinds[(int)kind.Key];
            linked.AddRange(new Component(likeness, kind.Key, kind, new Rulings(rulings, likeness)).Entities());
        }

        linked.Sort(static (one, other) => string.CompareOrdinal(one.Id, other.Id));
        return [.. linked];
    }

    /// <summary>The entities of a whole library in memory: its components, each linked. By id.</summary>
    /// <param name="entities">All entities of all documents, in any order.</param>
    /// <param name="rulings">What an editor has decided.</param>
    public ImmutableArray<LinkedEntity> LinkAll(IEnumerable<FiledEntity> entities, EntityRulings rulings)
    {
        ArgumentNullException.ThrowIfNull(entities);
        Dictionary<string, int> holders = new(StringComparer.Ordinal);
        List<int> parent = [];
        List<FiledEntity> all = [];

        int RootOf(int member)
        {
            while (parent[member] != member)
            {
                member = parent[member] = parent[parent[member]];
            }

            return member;
        }

        int HolderOf(string key)
        {
            if (!holders.TryGetValue(key, out int holder))
            {
                holders.Add(key, holder = parent.Count);
                parent.Add(holder);
            }

            return RootOf(holder);
        }

        List<int> first = [];
        foreach (FiledEntity filed in entities)
        {
            ImmutableArray<string> keys = KeysOf(filed.Entity);
            all.Add(filed);
            first.Add(HolderOf(keys[0]));
            foreach (string key in keys.AsSpan()[1..])
            {
                parent[HolderOf(key)] = RootOf(first[^1]);
            }
        }

        foreach ((string a, string b) in KeysJoinedBy(rulings))
        {
            parent[HolderOf(a)] = HolderOf(b);
        }

        return
        [
            .. all.Select((filed, index) => (filed, Root: RootOf(first[index]))).GroupBy(static pair => pair.Root, static pair => pair.filed)
                .SelectMany(component => Link([.. component], rulings)).OrderBy(static entity => entity.Id, StringComparer.Ordinal),
        ];
    }

    private static string? KeyOf(string words, Likeness kind)
    {
        int slash = words.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && words[..slash] is "person" or "place" or "body" or "paper")
        {
            return words[..slash] == kind.Kind ? kind.KeyOfSlug(words[(slash + 1)..].Split('~')[0]) : null;
        }

        return kind.KeyOfSlug(kind.SlugOfName(words));
    }
}
