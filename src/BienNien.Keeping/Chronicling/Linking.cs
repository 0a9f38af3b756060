using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Linking;

namespace BienNien.Keeping.Chronicling;

/// <summary>Says anew who is who among all entities that hang together with a changed name.</summary>
internal sealed class Linking(ChronicleStore store, EntityLinker linker)
{
    private const int Batch = 2000;
    private const int MostMembers = 20_000;

    // Documents all of whose statements will be looked at anyway.
    private readonly HashSet<long> _whole = [];

    internal bool IsToDo => store["select 1 from dirty_names limit 1"].Any() || store["select 1 from dirty_entities limit 1"].Any();

    /// <summary>Links some components.</summary>
    internal void Some()
    {
        List<long> dirty = Numbers("select key from dirty_names limit ?");
        if (dirty.Count == 0)
        {
            // All members that stayed have found their entities.
            foreach (long entity in Numbers("select entity from dirty_entities limit ?"))
            {
                Drop(entity);
                store["delete from dirty_entities where entity = ?"].Run(entity);
            }

            return;
        }

        _whole.Clear();
        _whole.UnionWith(Numbers("select document from dirty_links where local = -1 limit ?", int.MaxValue));
        RulingIndex rulings = RulingIndex.Load(store, linker);
        HashSet<long> visited = [];
        int members = 0;
        Prepared done = store["delete from dirty_names where key = ?"];
        foreach (long start in dirty)
        {
            if (!visited.Contains(start))
            {
                HashSet<long> keys = [];
                List<FiledEntity> component = Component(start, rulings, keys);
                Write(component, linker.Link(component, rulings.On(keys)));
                visited.UnionWith(keys);
                members += component.Count;
                if (members > MostMembers)
                {
                    break;
                }
            }
        }

        foreach (long key in visited)
        {
            done.Run(key);
        }
    }

    private List<long> Numbers(string sql, int limit = Batch)
    {
        List<long> numbers = [];
        Prepared select = store[sql].With(limit);
        while (select.Step())
        {
            numbers.Add(select.Number(0));
        }

        return numbers;
    }

    private List<(long Document, int Local)> Members(long key)
    {
        List<(long, int)> members = [];
        Prepared select = store["select document, local from names where key = ?"].With(key);
        while (select.Step())
        {
            members.Add((select.Number(0), (int)select.Number(1)));
        }

        return members;
    }

    // Breadth first over shared keys.
    private List<FiledEntity> Component(long start, RulingIndex rulings, HashSet<long> keys)
    {
        List<FiledEntity> component = [];
        HashSet<(long, int)> known = [];
        Queue<long> next = [];
        Meet(start);
        while (next.TryDequeue(out long key))
        {
            foreach ((long document, int local) in Members(key))
            {
                if (known.Add((document, local)))
                {
                    KeptTestimony testimony = store.Testimony(document) ?? throw new InvalidOperationException(FormattableString.Invariant($"Document {document} is filed without a testimony."));
                    component.Add(new FiledEntity(document, local, testimony.Entity(local)));
                    foreach (long own in store.Keys(testimony, local))
                    {
                        Meet(own);
                    }
                }
            }

            foreach (long joined in rulings.JoinedWith(key))
            {
                Meet(joined);
            }
        }

        return component;

        void Meet(long key)
        {
            if (keys.Add(key))
            {
                next.Enqueue(key);
            }
        }
    }

    private void Write(List<FiledEntity> component, ImmutableArray<LinkedEntity> entities)
    {
        Dictionary<(long, int), FiledEntity> byPlace = component.ToDictionary(static member => (member.Document, member.Local));
        Dictionary<string, LinkedEntity> byId = entities.ToDictionary(static entity => entity.Id, StringComparer.Ordinal);
        HashSet<string> changed = new(StringComparer.Ordinal);
        foreach (LinkedEntity entity in entities)
        {
            (long number, bool isNew) = NumberOf(entity);
            bool isChanged = isNew || store["select 1 from dirty_entities where entity = ?"].Any(number) || store["select count(*) from links where entity = ?"].First(number) != entity.Links.Length;
            foreach (EntityLink link in entity.Links)
            {
                isChanged |= Write(number, link);
            }

            if (isChanged)
            {
                changed.Add(entity.Id);
            }
        }

        // Who may be somebody else changes with both, and a third that comes between them takes it away.
        foreach (LinkedEntity entity in changed.Count == 0 ? [] : entities)
        {
            long number = NumberOf(entity).Number;
            ImmutableArray<Judgement> spellings = Judge.CompareNames(
                Filed(entity), entity.MayBe.Where(other => string.CompareOrdinal(other, entity.Id) > 0).SelectMany(other => Filed(byId[other])));
            store["delete from spellings where entity = ?"].Run(number);
            if (!spellings.IsEmpty)
            {
                store["insert into spellings (entity, found) values (?1, ?2)"].With(number).Set(2, FindingsCodec.Write(spellings)).Run();
            }
        }

        IEnumerable<FiledEntity> Filed(LinkedEntity entity) => entity.Links.Select(link => byPlace[(link.Document, link.Local)]);
    }

    private (long Number, bool IsNew) NumberOf(LinkedEntity entity)
    {
        string kind = Queries.Codes.Write(entity.Kind);
        string aliases = JsonSerializer.Serialize(entity.Aliases);
        Prepared select = store["select number, name, aliases, kind from entities where id = ?"].With().Set(1, entity.Id);
        bool isKnown = select.Step();
        long number = isKnown ? select.Number(0) : 0;
        bool isSame = isKnown && select.Text(1) == entity.Name && select.Text(2) == aliases && select.Text(3) == kind;
        select.With();
        if (!isKnown)
        {
            store["insert into entities (id, kind, name, folded, aliases) values (?, ?, ?, ?, ?)"].With()
                .Set(1, entity.Id).Set(2, kind).Set(3, entity.Name).Set(4, Library.FoldName(entity.Name)).Set(5, aliases).Run();
            return (store["select last_insert_rowid()"].First()!.Value, true);
        }

        if (!isSame)
        {
            store["update entities set kind = ?2, name = ?3, folded = ?4, aliases = ?5 where number = ?1"].With(number)
                .Set(2, kind).Set(3, entity.Name).Set(4, Library.FoldName(entity.Name)).Set(5, aliases).Run();
        }

        return (number, false);
    }

    // Whether anything is other than it was.
    private bool Write(long entity, EntityLink link)
    {
        Prepared select = store["select entity, reason, confidence, evidence from links where document = ? and local = ?"].With(link.Document, link.Local);
        bool isKnown = select.Step();
        long before = isKnown ? select.Number(0) : 0;
        bool isSame = isKnown && before == entity && select.Number(1) == (long)link.Reason && select.Real(2).Equals(link.Confidence);
        bool isToldSame = isSame && select.Text(3) == link.Evidence;
        select.With();
        if (isToldSame)
        {
            return false;
        }

        store["""
            insert into links (document, local, entity, reason, confidence, evidence) values (?1, ?2, ?3, ?4, ?5, ?6)
            on conflict (document, local) do update set entity = excluded.entity, reason = excluded.reason, confidence = excluded.confidence, evidence = excluded.evidence
            """].With(link.Document, link.Local, entity, (long)link.Reason).Set(5, link.Confidence).Set(6, link.Evidence).Run();
        if (isKnown && before != entity)
        {
            store["insert or ignore into dirty_entities (entity) values (?)"].Run(before);
        }

        if (!isSame)
        {
            store.ForgetLink(link.Document, link.Local);
            if (!_whole.Contains(link.Document))
            {
                store["insert or ignore into dirty_links (document, local) values (?, ?)"].Run(link.Document, link.Local);
                store["insert or ignore into dirty_copies (document) values (?)"].Run(link.Document);
            }
        }

        return true;
    }

    private void Drop(long entity)
    {
        if (store["select 1 from links where entity = ?"].Any(entity))
        {
            return;
        }

        store["delete from spellings where entity = ?"].Run(entity);
        store["delete from entities where number = ?"].Run(entity);
    }
}
