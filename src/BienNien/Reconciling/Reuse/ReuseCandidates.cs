using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BienNien.Reconciling.Reuse;

/// <summary>Which documents are worth aligning, told from their fingerprints alone.</summary>
/// <remarks>
/// <para>A posting is the list of documents that have one fingerprint, in the order of their keys. A posting of up to
/// <see cref="AllPairsUpTo"/> documents proposes each pair of them; a longer one is a star: it proposes its first document with each of the
/// others. Two documents are aligned when at least <see cref="FewestShared"/> postings propose them. So the number of pairs grows with
/// the number of documents and not with its square: formulas that every paper has (the motto, the recipients, the legal bases) give stars only,
/// and a passage that hundreds copy still leads from each of them to one that all can be compared through.</para>
/// <para>The order of keys must be a property of the documents (their paths, say), not of when they were added: then the
/// same documents give the same pairs, in whatever order they came.</para>
/// <para>A document that is added, changed or taken out changes only pairs of documents that share a fingerprint with it: its own
/// (<see cref="PartnersOf"/>), and those of the documents of a posting that turns from all pairs to a star or back, or whose star gets another middle.
/// <see cref="IsDisturbed"/> says of which postings that holds; the partners of all their documents must be looked for again.
/// A posting that grows from 24 to 25 documents is the common case.</para>
/// </remarks>
public static class ReuseCandidates
{
    /// <summary>A posting of at most so many documents proposes all pairs of them.</summary>
    public const int AllPairsUpTo = 24;

    /// <summary>So many postings must propose a pair.</summary>
    public const int FewestShared = 3;

    /// <summary>The pairs that one posting proposes, in the order of the posting; the first of a pair is the one with the lesser key.</summary>
    /// <param name="posting">Documents that have one fingerprint, each once, in the order of their keys.</param>
    public static IEnumerable<(TKey A, TKey B)> Proposed<TKey>(IReadOnlyList<TKey> posting)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(posting);
        return Pairs(posting);
    }

    /// <summary>The documents that one document is to be aligned with, in the order of their keys.</summary>
    /// <param name="document">The document.</param>
    /// <param name="postings">For each of its fingerprints the documents that have it, itself among them, in the order of their keys.</param>
    /// <param name="order">The order of the keys.</param>
    public static ImmutableArray<TKey> PartnersOf<TKey>(TKey document, IEnumerable<IReadOnlyList<TKey>> postings, IComparer<TKey> order)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(postings);
        Dictionary<TKey, int> shared = [];
        foreach (IReadOnlyList<TKey> posting in postings)
        {
            foreach (TKey other in Beside(document, posting))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
            }
        }

        return [.. shared.Where(static pair => pair.Value >= FewestShared).Select(static pair => pair.Key).Order(order)];
    }

    /// <summary>Whether pairs of other documents than the one that came or went have to be looked for again.</summary>
    /// <param name="before">A posting as it was, without repetition, in the order of the keys.</param>
    /// <param name="after">The same posting with one document more or less.</param>
    public static bool IsDisturbed<TKey>(IReadOnlyList<TKey> before, IReadOnlyList<TKey> after)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        bool wasStar = before.Count > AllPairsUpTo;
        bool isStar = after.Count > AllPairsUpTo;
        return wasStar != isStar || (isStar && !before[0].Equals(after[0]));
    }

    /// <summary>All pairs to be aligned, by the first, then the second document.</summary>
    /// <param name="hashes">For each document, in the order of their keys, the hashes of its fingerprints (<see cref="ReuseProfile.Hashes"/>), each once.</param>
    /// <returns>Places in <paramref name="hashes"/>, the lesser first. Found while they are asked for: besides the postings nothing is kept.</returns>
    public static IEnumerable<(int A, int B)> Find(IReadOnlyList<ImmutableArray<ulong>> hashes)
    {
        ArgumentNullException.ThrowIfNull(hashes);
        return FindPairs(hashes);
    }

    private static IEnumerable<(TKey A, TKey B)> Pairs<TKey>(IReadOnlyList<TKey> posting)
    {
        int firsts = posting.Count > AllPairsUpTo ? 1 : posting.Count;
        for (int i = 0; i < firsts; i++)
        {
            for (int j = i + 1; j < posting.Count; j++)
            {
                yield return (posting[i], posting[j]);
            }
        }
    }

    private static IEnumerable<TKey> Beside<TKey>(TKey document, IReadOnlyList<TKey> posting)
        where TKey : notnull =>
        posting.Count <= AllPairsUpTo || (posting.Count > 0 && posting[0].Equals(document))
            ? posting.Where(other => !other.Equals(document))
            : posting.Take(1);

    private static IEnumerable<(int A, int B)> FindPairs(IReadOnlyList<ImmutableArray<ulong>> hashes)
    {
        (ulong Hash, int Document)[] entries = new (ulong, int)[hashes.Sum(static own => own.Length)];
        int count = 0;
        for (int document = 0; document < hashes.Count; document++)
        {
            foreach (ulong hash in hashes[document])
            {
                entries[count++] = (hash, document);
            }
        }

        Array.Sort(entries);
        // Postings are runs of entries; behind each of its entries a document's postings are chained.
        int[] starts = new int[entries.Length];
        int[] ends = new int[entries.Length];
        int[] next = new int[entries.Length];
        int[] heads = new int[hashes.Count];
        Array.Fill(heads, -1);
        for (int start = 0, end; start < entries.Length; start = end)
        {
            for (end = start + 1; end < entries.Length && entries[end].Hash == entries[start].Hash; end++)
            {
            }

            for (int at = start; at < end; at++)
            {
                (starts[at], ends[at]) = (start, end);
                next[at] = heads[entries[at].Document];
                heads[entries[at].Document] = at;
            }
        }

        int[] shared = new int[hashes.Count];
        List<int> met = [];
        for (int document = 0; document < hashes.Count; document++)
        {
            for (int at = heads[document]; at >= 0; at = next[at])
            {
                // Those with a lesser key have met this one already; in a star only the first meets anybody.
                if (ends[at] - starts[at] > AllPairsUpTo && at != starts[at])
                {
                    continue;
                }

                for (int other = at + 1; other < ends[at]; other++)
                {
                    if (shared[entries[other].Document]++ == 0)
                    {
                        met.Add(entries[other].Document);
                    }
                }
            }

            met.Sort();
            foreach (int other in met)
            {
                if (shared[other] >= FewestShared)
                {
                    yield return (document, other);
                }

                shared[other] = 0;
            }

            met.Clear();
        }
    }
}
