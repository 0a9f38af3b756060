using BienNien.Reconciling;

namespace BienNien.Keeping.Chronicling;

/// <summary>Holds the statements of blocks against each other in which somebody came, went or changed.</summary>
/// <remarks>What came of two members that stayed as they were is kept, and is not worked out again as long as the two still meet.</remarks>
internal sealed class Judging(ChronicleStore store, Judge judge)
{
    private const int Batch = 4000;
    private const int MostMembers = 40_000;
    private const int Unknown = -1;

    internal bool IsToDo => store["select 1 from dirty_blocks limit 1"].Any();

    /// <summary>Judges some blocks.</summary>
    internal void Some()
    {
        List<Block> blocks = [];
        int members = 0;
        foreach (long key in Keys())
        {
            Block block = Load(key);
            blocks.Add(block);
            members += block.Members.Length;
            if (members > MostMembers)
            {
                break;
            }
        }

        (byte[] Found, byte[] Pairs)[] results = new (byte[], byte[])[blocks.Count];
        Parallel.For(0, blocks.Count, i => results[i] = blocks[i].Members.Length == 0 ? ([], []) : Compare(blocks[i]));

        Prepared replace = store["insert into findings (key, found, pairs) values (?1, ?2, ?3) on conflict (key) do update set found = excluded.found, pairs = excluded.pairs"];
        Prepared delete = store["delete from findings where key = ?"];
        Prepared done = store["delete from dirty_blocks where key = ?"];
        Prepared forget = store["delete from dirty_members where key = ?"];
        for (int i = 0; i < results.Length; i++)
        {
            if (blocks[i].Members.Length == 0)
            {
                delete.Run(blocks[i].Key);
            }
            else
            {
                replace.With(blocks[i].Key).Set(2, results[i].Found).Set(3, results[i].Pairs).Run();
            }

            done.Run(blocks[i].Key);
            forget.Run(blocks[i].Key);
        }
    }

    private static int Reach(int members) => members > Judge.MostInFull ? Judge.Neighbours : members;

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

    private Block Load(long key)
    {
        List<(string Place, StatementPlace Statement)> members = [];
        Prepared select = store["select place, document, ordinal from block_members where key = ? order by place, document, ordinal limit ?"].With(key, Judge.MostMembers + 1);
        while (select.Step())
        {
            members.Add((select.Text(0), new StatementPlace(select.Number(1), (int)select.Number(2))));
        }

        // Too many are as good as none: should some of them go, all are held against each other.
        if (members.Count is < 2 or > Judge.MostMembers)
        {
            return new Block(key, [], [], [], []);
        }

        byte[]? kept = null;
        Prepared found = store["select pairs from findings where key = ?"].With(key);
        if (found.Step())
        {
            kept = found.Bytes(0);
        }

        found.With();
        (int[] before, int reachBefore) = kept is null ? ([.. members.Select(static _ => Unknown)], 0) : Before(key, members);
        int[] order = [.. Enumerable.Range(0, members.Count)];
        if (members.Count <= Judge.MostInFull)
        {
            Array.Sort(order, (one, other) => members[one].Statement.CompareTo(members[other].Statement));
        }

        List<(int I, int J, LinkedStatement One, LinkedStatement Other)> compare = [];
        int reach = Reach(members.Count);
        for (int i = 0; i < order.Length; i++)
        {
            for (int j = i + 1; j < order.Length && j - i <= reach; j++)
            {
                (int one, int other) = (before[order[i]], before[order[j]]);
                if (one == Unknown || other == Unknown || Math.Abs(one - other) > reachBefore)
                {
                    compare.Add((i, j, Statement(members[order[i]].Statement), Statement(members[order[j]].Statement)));
                }
            }
        }

        return new Block(key, [.. order.Select(at => members[at].Statement)], [.. order.Select(at => before[at] != Unknown)], kept ?? [], compare);
    }

    // Where members stood that are as they were when all were last held against each other, and how far each then reached.
    private (int[] Ranks, int Reach) Before(long key, List<(string Place, StatementPlace Statement)> members)
    {
        Dictionary<StatementPlace, string?> changed = [];
        Prepared select = store["select document, ordinal, was_there, place from dirty_members where key = ?"].With(key);
        while (select.Step())
        {
            changed.Add(new StatementPlace(select.Number(0), (int)select.Number(1)), select.Number(2) != 0 ? select.Text(3) : null);
        }

        int[] ranks = [.. members.Select(static _ => Unknown)];
        List<(string Place, StatementPlace Statement, int Member)> before =
        [
            .. members.Select(static (member, index) => (member.Place, member.Statement, index)).Where(member => !changed.ContainsKey(member.Statement)),
            .. changed.Where(static change => change.Value is not null).Select(static change => (change.Value!, change.Key, Unknown)),
        ];
        before.Sort(static (one, other) => string.CompareOrdinal(one.Place, other.Place) is var order and not 0 ? order : one.Statement.CompareTo(other.Statement));
        for (int rank = 0; rank < before.Count; rank++)
        {
            if (before[rank].Member != Unknown)
            {
                ranks[before[rank].Member] = rank;
            }
        }

        return (ranks, Reach(before.Count));
    }

    private LinkedStatement Statement(StatementPlace place) =>
        store.Statement(place.Document, place.Ordinal) ?? throw new InvalidOperationException(FormattableString.Invariant($"{place} stands in a block without a testimony."));

    // On several threads.
    private (byte[] Found, byte[] Pairs) Compare(Block block)
    {
        List<(int I, int J, ComparedPair Pair)> pairs = [];
        if (block.Kept.Length > 0)
        {
            Dictionary<StatementPlace, int> positions = [];
            for (int i = 0; i < block.Members.Length; i++)
            {
                if (block.IsAsBefore[i])
                {
                    positions.Add(block.Members[i], i);
                }
            }

            int reach = Reach(block.Members.Length);
            foreach (ComparedPair pair in PairCodec.Read(block.Kept))
            {
                if (positions.TryGetValue(pair.A, out int a) && positions.TryGetValue(pair.B, out int b) && Math.Abs(a - b) <= reach)
                {
                    pairs.Add((Math.Min(a, b), Math.Max(a, b), pair));
                }
            }
        }

        foreach ((int i, int j, LinkedStatement one, LinkedStatement other) in block.Compare)
        {
            PairFindings found = judge.ComparePair(one, other);
            if (!found.IsNone)
            {
                (StatementPlace a, StatementPlace b) = (block.Members[i], block.Members[j]);
                pairs.Add((i, j, a.CompareTo(b) < 0 ? new ComparedPair(a, b, found) : new ComparedPair(b, a, found)));
            }
        }

        if (pairs.Count == 0)
        {
            return ([], []);
        }

        pairs.Sort(static (one, other) => (one.I, one.J).CompareTo((other.I, other.J)));
        return (FindingsCodec.Write(Judge.Conclude(pairs.Select(static pair => pair.Pair.Found))), PairCodec.Write(pairs.Select(static pair => pair.Pair)));
    }

    /// <summary>A block with what has to be done in it.</summary>
    /// <param name="Key">Its key.</param>
    /// <param name="Members">In the order in which they are held against each other.</param>
    /// <param name="IsAsBefore">Whether each is as it was.</param>
    /// <param name="Kept">What came of the members' pairs before.</param>
    /// <param name="Compare">Pairs, by places among the members, of which it is not known what comes of them.</param>
    private sealed record Block(long Key, StatementPlace[] Members, bool[] IsAsBefore, byte[] Kept, List<(int I, int J, LinkedStatement One, LinkedStatement Other)> Compare);
}
