using System.Collections.Immutable;
using System.Runtime.InteropServices;
using BienNien.Reconciling;
using BienNien.Reconciling.Reuse;

namespace BienNien.Keeping.Chronicling;

/// <summary>Finds the passages that changed documents share with others.</summary>
/// <remarks>
/// Which pairs are compared is the rule of <see cref="ReuseCandidates"/>. A changed document's own pairs are found from its fingerprints. Pairs of
/// others change only where a posting turns from all pairs to a star or back, or a star gets another middle: these are looked at again one by one.
/// </remarks>
internal sealed class Comparing(ChronicleStore store, Judge judge)
{
    private const int Batch = 250;
    private const int MostProfiles = 2000;

    private readonly Dictionary<long, ReuseProfile> _profiles = [];
    private readonly Dictionary<long, LinkedTestimony?> _witnesses = [];

    internal bool IsToDo => store["select 1 from dirty_words limit 1"].Any() || store["select 1 from dirty_copies limit 1"].Any();

    /// <summary>Compares some documents.</summary>
    internal void Some()
    {
        _profiles.Clear();
        _witnesses.Clear();
        if (store["select 1 from dirty_words limit 1"].Any())
        {
            CompareSome();
        }
        else
        {
            JudgeSome();
        }
    }

    private void CompareSome()
    {
        // In the order of their ids: the middle of a star is its first, and so stays what it is while a library is built.
        SortedDictionary<long, ulong[]> dirty = [];
        Prepared select = store["select document from dirty_words order by document limit ?"].With(Batch);
        while (select.Step())
        {
            dirty.Add(select.Number(0), []);
        }

        SortedDictionary<ulong, Change> changes = [];
        foreach (long document in dirty.Keys.ToList())
        {
            foreach (ulong hash in Filed(document))
            {
                At(changes, hash).Gone.Add(document);
            }

            ReuseProfile? profile = store["select 1 from documents where id = ?"].Any(document) ? Profile(document) : null;
            dirty[document] = profile is null ? [] : [.. profile.Hashes];
            foreach (ulong hash in dirty[document])
            {
                At(changes, hash).Come.Add(document);
            }
        }

        Dictionary<ulong, Posting> postings = [];
        HashSet<(long A, long B)> disturbed = [];
        foreach ((ulong hash, Change change) in changes)
        {
            Posting before = Read(hash);
            Write(hash, change);
            Posting after = before.With(change) ?? Read(hash);
            postings.Add(hash, after);
            Disturb(hash, before, after, dirty, disturbed);
        }

        List<(long A, long B)> pairs = [];
        foreach ((long document, ulong[] hashes) in dirty)
        {
            store["delete from reuse where a = ?"].Run(document);
            store["delete from reuse where b = ?"].Run(document);
            // A pair of two changed documents once.
            pairs.AddRange(Partners(document, hashes, postings).Where(other => other > document || !dirty.ContainsKey(other)).Select(other => InOrder(document, other)));
            Keep(document, hashes);
        }

        pairs.AddRange(disturbed.Order().Where(pair => IsNewPair(pair, postings)));
        Align(pairs);
        foreach (long document in dirty.Keys)
        {
            store["delete from dirty_words where document = ?"].Run(document);
            store["delete from dirty_copies where document = ?"].Run(document);
        }
    }

    // The texts are the same, but not who is who.
    private void JudgeSome()
    {
        List<long> dirty = [];
        Prepared select = store["select document from dirty_copies order by document limit ?"].With(Batch);
        while (select.Step())
        {
            dirty.Add(select.Number(0));
        }

        List<(long A, long B, byte[] Passages)> pairs = [];
        foreach (long document in dirty)
        {
            foreach (string sql in (ReadOnlySpan<string>)["select a, b, passages from reuse where a = ? and length(passages) > 0", "select a, b, passages from reuse where b = ? and length(passages) > 0"])
            {
                Prepared read = store[sql].With(document);
                while (read.Step())
                {
                    pairs.Add((read.Number(0), read.Number(1), read.Bytes(2)));
                }
            }

            store["delete from dirty_copies where document = ?"].Run(document);
        }

        Prepared update = store["update reuse set found = ?3 where a = ?1 and b = ?2"];
        foreach ((long a, long b, byte[] passages) in pairs.DistinctBy(static pair => (pair.A, pair.B)))
        {
            update.With(a, b).Set(3, Judged(a, b, PassageCodec.Read(passages))).Run();
        }
    }

    private byte[] Judged(long a, long b, ImmutableArray<ReusedPassage> passages)
    {
        if (passages.IsEmpty || Witness(a) is not { } one || Witness(b) is not { } other)
        {
            return [];
        }

        return FindingsCodec.Write([.. passages.SelectMany(passage => judge.CompareCopies(one, other, [passage]))]);
    }

    private LinkedTestimony? Witness(long document)
    {
        if (!_witnesses.TryGetValue(document, out LinkedTestimony? witness))
        {
            if (_witnesses.Count >= MostProfiles)
            {
                _witnesses.Clear();
            }

            _witnesses.Add(document, witness = store.Whole(document));
        }

        return witness;
    }

    private static Change At(SortedDictionary<ulong, Change> changes, ulong hash)
    {
        if (!changes.TryGetValue(hash, out Change? change))
        {
            changes.Add(hash, change = new Change([], []));
        }

        return change;
    }

    private static (long, long) InOrder(long one, long other) => one < other ? (one, other) : (other, one);

    // One more than proposes all pairs: then only its first and its length above that matter.
    private Posting Read(ulong hash)
    {
        List<long> documents = [];
        Prepared select = store["select document from fingerprints where hash = ? order by document limit ?"].With(unchecked((long)hash), ReuseCandidates.AllPairsUpTo + 1);
        while (select.Step())
        {
            documents.Add(select.Number(0));
        }

        return new Posting(documents);
    }

    private List<long> ReadWhole(ulong hash)
    {
        List<long> documents = [];
        Prepared select = store["select document from fingerprints where hash = ? order by document"].With(unchecked((long)hash));
        while (select.Step())
        {
            documents.Add(select.Number(0));
        }

        return documents;
    }

    private void Write(ulong hash, Change change)
    {
        Prepared delete = store["delete from fingerprints where hash = ? and document = ?"];
        Prepared insert = store["insert into fingerprints (hash, document) values (?, ?)"];
        foreach (long document in change.Gone)
        {
            if (!change.Come.Contains(document))
            {
                delete.Run(unchecked((long)hash), document);
            }
        }

        foreach (long document in change.Come)
        {
            if (!change.Gone.Contains(document))
            {
                insert.Run(unchecked((long)hash), document);
            }
        }
    }

    private void Disturb(ulong hash, Posting before, Posting after, SortedDictionary<long, ulong[]> dirty, HashSet<(long, long)> disturbed)
    {
        if (!before.IsStar && !after.IsStar)
        {
            return;
        }

        if (before.IsStar && after.IsStar)
        {
            if (before.First == after.First)
            {
                return;
            }

            // A middle that changed itself has found its pairs.
            foreach (long middle in (ReadOnlySpan<long>)[before.First, after.First])
            {
                if (!dirty.ContainsKey(middle))
                {
                    Add([middle], ReadWhole(hash));
                }
            }

            return;
        }

        // All pairs of the shorter one come or go, but for those with the star's middle.
        List<long> few = before.IsStar ? after.Documents : before.Documents;
        Add(few, few);

        void Add(List<long> some, List<long> others)
        {
            foreach (long one in some)
            {
                foreach (long other in others)
                {
                    if (one != other && !dirty.ContainsKey(one) && !dirty.ContainsKey(other))
                    {
                        disturbed.Add(InOrder(one, other));
                    }
                }
            }
        }
    }

    private List<long> Partners(long document, ulong[] hashes, Dictionary<ulong, Posting> postings)
    {
        Dictionary<long, int> shared = [];
        foreach (ulong hash in hashes)
        {
            Posting posting = postings[hash];
            if (posting.IsStar && posting.First != document)
            {
                Count(posting.First);
                continue;
            }

            foreach (long other in posting.IsStar ? ReadWhole(hash) : posting.Documents)
            {
                if (other != document)
                {
                    Count(other);
                }
            }
        }

        return [.. shared.Where(static pair => pair.Value >= ReuseCandidates.FewestShared).Select(static pair => pair.Key).Order()];

        void Count(long other) => CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
    }

    // Whether a pair is to be compared that was not; a pair that is not to be any more goes.
    private bool IsNewPair((long A, long B) pair, Dictionary<ulong, Posting> postings)
    {
        ulong[] a = Filed(pair.A);
        ulong[] b = Filed(pair.B);
        int proposed = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length && proposed < ReuseCandidates.FewestShared;)
        {
            if (a[i] == b[j])
            {
                if (!postings.TryGetValue(a[i], out Posting? posting))
                {
                    postings.Add(a[i], posting = Read(a[i]));
                }

                proposed += !posting.IsStar || posting.First == pair.A ? 1 : 0;
            }

            (i, j) = a[i] < b[j] ? (i + 1, j) : a[i] > b[j] ? (i, j + 1) : (i + 1, j + 1);
        }

        bool isKept = store["select 1 from reuse where a = ? and b = ?"].Any(pair.A, pair.B);
        bool isPair = proposed >= ReuseCandidates.FewestShared;
        if (isKept && !isPair)
        {
            store["delete from reuse where a = ? and b = ?"].Run(pair.A, pair.B);
        }

        return isPair && !isKept;
    }

    private void Align(List<(long A, long B)> pairs)
    {
        Prepared insert = store["insert into reuse (a, b, passages, found) values (?1, ?2, ?3, ?4)"];
        foreach ((long A, long B)[] chunk in pairs.Chunk(1000))
        {
            (ReuseProfile A, ReuseProfile B)[] profiles = [.. chunk.Select(pair => (Profile(pair.A)!, Profile(pair.B)!))];
            ImmutableArray<ReusedPassage>[] passages = new ImmutableArray<ReusedPassage>[chunk.Length];
            Parallel.For(0, chunk.Length, i => passages[i] = PassageAligner.Align(profiles[i].A, profiles[i].B));
            for (int i = 0; i < chunk.Length; i++)
            {
                (long a, long b) = chunk[i];
                insert.With(a, b).Set(3, PassageCodec.Write(passages[i])).Set(4, Judged(a, b, passages[i])).Run();
            }
        }
    }

    private ReuseProfile? Profile(long document)
    {
        if (!_profiles.TryGetValue(document, out ReuseProfile? profile))
        {
            Prepared select = store["select body from profiles where document = ?"].With(document);
            byte[]? bytes = select.Step() ? select.Bytes(0) : null;
            select.With();
            if (bytes is not [ReuseProfile.Version, ..])
            {
                return null;
            }

            if (_profiles.Count >= MostProfiles)
            {
                _profiles.Clear();
            }

            _profiles.Add(document, profile = ReuseProfile.FromBytes(bytes));
        }

        return profile;
    }

    private ulong[] Filed(long document) => MemoryMarshal.Cast<byte, ulong>(store.Filing("words", document)).ToArray();

    private void Keep(long document, ulong[] hashes)
    {
        if (hashes.Length > 0)
        {
            store["insert into filings (document, names, blocks, words) values (?1, x'', x'', ?2) on conflict (document) do update set words = excluded.words"]
                .With(document).Set(2, MemoryMarshal.AsBytes(hashes.AsSpan())).Run();
            return;
        }

        store["update filings set words = x'' where document = ?"].Run(document);
        if (!store["select 1 from documents where id = ?"].Any(document))
        {
            // Nothing is left of it.
            store["delete from profiles where document = ?"].Run(document);
            store["delete from filings where document = ?"].Run(document);
        }
    }

    /// <summary>Who comes to a posting and who goes.</summary>
    private sealed record Change(SortedSet<long> Gone, SortedSet<long> Come);

    /// <summary>The first documents of a posting, one more than propose all pairs.</summary>
    private sealed record Posting(List<long> Documents)
    {
        internal bool IsStar => Documents.Count > ReuseCandidates.AllPairsUpTo;

        internal long First => Documents[0];

        /// <summary>The posting after a change; null when it has to be read for that.</summary>
        internal Posting? With(Change change)
        {
            if (IsStar && change.Gone.Count > 0)
            {
                return null;
            }

            List<long> after = [.. Documents.Except(change.Gone).Concat(change.Come).Distinct().Order().Take(ReuseCandidates.AllPairsUpTo + 1)];
            return new Posting(after);
        }
    }
}
