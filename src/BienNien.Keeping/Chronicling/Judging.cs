using BienNien.Reconciling;

namespace BienNien.Keeping.Chronicling;

/// <summary>Holds the statements of blocks against each other in which somebody came, went or changed.</summary>
internal sealed class Judging(ChronicleStore store, Judge judge)
{
    private const int Batch = 5000;
    private const int MostMembers = 50_000;

    internal bool IsToDo => store["select 1 from dirty_blocks limit 1"].Any();

    /// <summary>Judges some blocks.</summary>
    internal void Some()
    {
        List<(long Key, LinkedStatement[] Members)> blocks = [];
        int members = 0;
        foreach (long key in Keys())
        {
            LinkedStatement[] block = Members(key);
            blocks.Add((key, block));
            members += block.Length;
            if (members > MostMembers)
            {
                break;
            }
        }

        BlockFindings[] findings = new BlockFindings[blocks.Count];
        Parallel.For(0, blocks.Count, i => findings[i] = blocks[i].Members.Length < 2 ? BlockFindings.None : judge.Compare(blocks[i].Members));

        Prepared replace = store["insert into findings (key, found) values (?1, ?2) on conflict (key) do update set found = excluded.found"];
        Prepared delete = store["delete from findings where key = ?"];
        Prepared done = store["delete from dirty_blocks where key = ?"];
        for (int i = 0; i < findings.Length; i++)
        {
            (long key, LinkedStatement[] block) = blocks[i];
            if (block.Length < 2)
            {
                delete.Run(key);
            }
            else
            {
                replace.With(key).Set(2, FindingsCodec.Write(findings[i])).Run();
            }

            done.Run(key);
        }
    }

    private List<long> Keys()
    {
        List<long> keys = [];
        Prepared select = store["select key from dirty_blocks order by key limit ?"].With(Batch);
        while (select.Step())
        {
            keys.Add(select.Number(0));
        }

        return keys;
    }

    private LinkedStatement[] Members(long key)
    {
        List<(long Document, int Ordinal)> places = [];
        Prepared select = store["select document, ordinal from block_members where key = ?"].With(key);
        while (select.Step())
        {
            places.Add((select.Number(0), (int)select.Number(1)));
        }

        // Alone, a statement need not even be read.
        return places.Count < 2 ? [] : [.. places.Select(place => store.Statement(place.Document, place.Ordinal)!.Value)];
    }
}
