using BienNien.Reconciling.Linking;

namespace BienNien.Keeping.Chronicling;

/// <summary>Takes documents that are gone or changed out of the chronicle, and files those that are new under the names of their entities.</summary>
internal sealed class Filing(ChronicleStore store, EntityLinker linker)
{
    private const int Batch = 500;
    private readonly BlockMembers _members = new(store);

    internal bool IsToDo => store["select 1 from dirty_documents limit 1"].Any();

    /// <summary>Files some of them.</summary>
    internal void Some()
    {
        SortedSet<(long Key, long Document, int Local)> names = [];
        HashSet<long> keys = [];
        foreach (long document in Documents())
        {
            TakeOut(document, keys);
            PutIn(document, names);
            store["delete from dirty_documents where document = ?"].Run(document);
        }

        // In the order of the index.
        Prepared insert = store["insert into names (key, document, local) values (?, ?, ?)"];
        foreach ((long key, long document, int local) in names)
        {
            keys.Add(key);
            insert.Run(key, document, local);
        }

        Prepared dirty = store["insert or ignore into dirty_names (key) values (?)"];
        foreach (long key in keys.Order())
        {
            dirty.Run(key);
        }
    }

    private List<long> Documents()
    {
        List<long> documents = [];
        Prepared select = store["select document from dirty_documents order by document limit ?"].With(Batch);
        while (select.Step())
        {
            documents.Add(select.Number(0));
        }

        return documents;
    }

    private void TakeOut(long document, HashSet<long> keys)
    {
        store.Forget(document);
        store["insert or ignore into dirty_words (document) values (?)"].Run(document);
        if (!store["select 1 from filings where document = ?"].Any(document))
        {
            return;
        }

        Prepared name = store["delete from names where key = ? and document = ? and local = ?"];
        int local = 0;
        foreach (long[] filed in FilingCodec.ReadNames(store.Filing("names", document)))
        {
            foreach (long key in filed)
            {
                name.Run(key, document, local);
                keys.Add(key);
            }

            local++;
        }

        FiledStatement[] blocks = FilingCodec.ReadBlocks(store.Filing("blocks", document));
        for (int ordinal = 0; ordinal < blocks.Length; ordinal++)
        {
            foreach (long key in blocks[ordinal].Keys)
            {
                _members.Remove(key, blocks[ordinal].Place, new StatementPlace(document, ordinal));
            }
        }

        store["insert or ignore into dirty_entities (entity) select entity from links where document = ?"].Run(document);
        store["delete from links where document = ?"].Run(document);
        store["delete from dirty_links where document = ?"].Run(document);
        store["update filings set names = x'', blocks = x'' where document = ?"].Run(document);
    }

    private void PutIn(long document, SortedSet<(long Key, long Document, int Local)> names)
    {
        if (!store["select 1 from documents where id = ?"].Any(document))
        {
            store["delete from testimonies where document = ?"].Run(document);
        }

        if (store.Testimony(document) is not { } testimony)
        {
            return;
        }

        long[][] filed = new long[testimony.Entities][];
        for (int local = 0; local < filed.Length; local++)
        {
            filed[local] = NameKeys.Of(linker, testimony.Entity(local));
            foreach (long key in filed[local])
            {
                names.Add((key, document, local));
            }
        }

        store["insert into filings (document, names, blocks, words) values (?1, ?2, x'', x'') on conflict (document) do update set names = excluded.names"]
            .With(document).Set(2, FilingCodec.WriteNames(filed)).Run();
        store["insert or ignore into dirty_links (document, local) values (?, -1)"].Run(document);
    }
}
