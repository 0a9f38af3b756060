using BienNien.Reconciling;

namespace BienNien.Keeping.Chronicling;

/// <summary>Puts statements whose entities have changed into the blocks where they meet others.</summary>
internal sealed class Placing(ChronicleStore store)
{
    private const int Batch = 400;

    internal bool IsToDo => store["select 1 from dirty_links limit 1"].Any();

    /// <summary>Places the statements of some documents.</summary>
    internal void Some()
    {
        List<(long Key, long Document, int Ordinal)> come = [];
        HashSet<long> dirty = [];
        foreach ((long document, HashSet<int> locals) in Documents())
        {
            Place(document, locals, come, dirty);
            store["delete from dirty_links where document = ?"].Run(document);
        }

        // In the order of the index. Who comes to an empty block has nobody to be held against.
        come.Sort();
        Prepared insert = store["insert into block_members (key, document, ordinal) values (?, ?, ?)"];
        Prepared any = store["select 1 from block_members where key = ? limit 1"];
        for (int i = 0; i < come.Count; i++)
        {
            (long key, long document, int ordinal) = come[i];
            if ((i > 0 && come[i - 1].Key == key) || any.Any(key))
            {
                dirty.Add(key);
            }

            insert.Run(key, document, ordinal);
        }

        Prepared block = store["insert or ignore into dirty_blocks (key) values (?)"];
        foreach (long key in dirty.Order())
        {
            block.Run(key);
        }
    }

    private Dictionary<long, HashSet<int>> Documents()
    {
        Dictionary<long, HashSet<int>> documents = [];
        Prepared select = store["select document, local from dirty_links where document in (select distinct document from dirty_links order by document limit ?)"].With(Batch);
        while (select.Step())
        {
            long document = select.Number(0);
            if (!documents.TryGetValue(document, out HashSet<int>? locals))
            {
                documents.Add(document, locals = []);
            }

            locals.Add((int)select.Number(1));
        }

        return documents;
    }

    private void Place(long document, HashSet<int> locals, List<(long Key, long Document, int Ordinal)> come, HashSet<long> dirty)
    {
        if (store.Testimony(document) is not { } testimony)
        {
            return;
        }

        bool all = locals.Contains(-1);
        long[][] filed = FilingCodec.Read(store.Filing("blocks", document));
        long[][] blocks = new long[testimony.Statements][];
        Prepared delete = store["delete from block_members where key = ? and document = ? and ordinal = ?"];
        for (int ordinal = 0; ordinal < blocks.Length; ordinal++)
        {
            long[] before = filed.Length == 0 ? [] : filed[ordinal];
            if (!all && !TestimonyCodec.EntitiesOf(testimony.Bare(ordinal)).Any(locals.Contains))
            {
                blocks[ordinal] = before;
                continue;
            }

            blocks[ordinal] = [.. Judge.KeysOf(store.Statement(document, ordinal)!.Value).Select(static key => unchecked((long)key.Hash))];
            foreach (long key in before)
            {
                dirty.Add(key);
                if (!blocks[ordinal].Contains(key))
                {
                    delete.Run(key, document, ordinal);
                }
            }

            foreach (long key in blocks[ordinal])
            {
                if (!before.Contains(key))
                {
                    come.Add((key, document, ordinal));
                }
            }
        }

        store["update filings set blocks = ?2 where document = ?1"].With(document).Set(2, FilingCodec.Write(blocks)).Run();
    }
}
