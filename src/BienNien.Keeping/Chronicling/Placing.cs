using BienNien.Reconciling;

namespace BienNien.Keeping.Chronicling;

/// <summary>Puts statements whose entities have changed into the blocks where they meet others.</summary>
internal sealed class Placing(ChronicleStore store)
{
    private const int Batch = 400;
    private readonly BlockMembers _members = new(store);

    internal bool IsToDo => store["select 1 from dirty_links limit 1"].Any();

    /// <summary>Places the statements of some documents.</summary>
    internal void Some()
    {
        List<(long Key, string Place, StatementPlace Statement)> come = [];
        foreach ((long document, HashSet<int> locals) in Documents())
        {
            Place(document, locals, come);
            store["delete from dirty_links where document = ?"].Run(document);
        }

        _members.Add(come);
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

    private void Place(long document, HashSet<int> locals, List<(long Key, string Place, StatementPlace Statement)> come)
    {
        if (store.Testimony(document) is not { } testimony)
        {
            return;
        }

        bool all = locals.Contains(-1);
        FiledStatement[] filed = FilingCodec.ReadBlocks(store.Filing("blocks", document));
        FiledStatement[] blocks = new FiledStatement[testimony.Statements];
        for (int ordinal = 0; ordinal < blocks.Length; ordinal++)
        {
            FiledStatement before = filed.Length == 0 ? new FiledStatement("", []) : filed[ordinal];
            Statement statement = testimony.Bare(ordinal);
            if (!all && !TestimonyCodec.EntitiesOf(statement).Any(locals.Contains))
            {
                blocks[ordinal] = before;
                continue;
            }

            StatementPlace place = new(document, ordinal);
            FiledStatement now = new(
                Judge.PlaceOf(statement), [.. Judge.KeysOf(store.Statement(document, ordinal)!.Value).Select(static key => unchecked((long)key.Hash))]);
            foreach (long key in before.Keys)
            {
                if (now.Keys.Contains(key))
                {
                    _members.Change(key, now.Place, place);
                }
                else
                {
                    _members.Remove(key, before.Place, place);
                }
            }

            come.AddRange(now.Keys.Where(key => !before.Keys.Contains(key)).Select(key => (key, now.Place, place)));
            blocks[ordinal] = now;
        }

        store["update filings set blocks = ?2 where document = ?1"].With(document).Set(2, FilingCodec.WriteBlocks(blocks)).Run();
    }
}
