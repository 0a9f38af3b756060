using System.Collections.Immutable;

namespace BienNien.Reconciling.Reuse;

/// <summary>Two profiles to the passages that stand in both documents.</summary>
/// <remarks>
/// <para>From the longest stretch of common words around a shared fingerprint on, both ways are followed for as long as the documents go on alike
/// (<see cref="GreedyExtension"/>); where a gap is too long the passage is cut; its ends are the words between which it scores best. The words of
/// a passage are then taken, on both sides, and the next longest stretch has its turn: a passage that was moved is found by itself, no word belongs to two
/// passages, and of several copies the one with the longest common stretch is told, the first of equals.</para>
/// <para>Formulas of papers (the motto is 13 words, the recipients and most legal bases fewer than 20) are shorter than
/// <see cref="LeastWords"/>; a longer chain of them is reuse like any other, told of each paper with one other (<see cref="ReuseCandidates"/>).</para>
/// <para>Time and memory grow with the length of the documents, whatever stands in them: of a fingerprint that is repeated the first places alone are
/// looked at, and the search ends when it has made 500 comparisons a word, the longest stretches done.</para>
/// </remarks>
public static class PassageAligner
{
    /// <summary>The words that a passage has at least, in both documents.</summary>
    public const int LeastWords = 25;

    /// <summary>The least <see cref="ReusedPassage.Similarity"/>.</summary>
    public const double LeastSimilarity = 0.6;

    /// <summary>No more words in a row are unmatched inside a passage, in either document.</summary>
    public const int LongestGap = 20;

    /// <summary>What may be spent: ordinary documents need fewer than 20 comparisons a word.</summary>
    private const long WorkPerWord = 500;

    // Short documents may spend what a long one does not notice.
    private const long WorkAtLeast = 2_000_000;

    /// <summary>The passages that two documents share.</summary>
    /// <param name="a">The first document.</param>
    /// <param name="b">The second document.</param>
    /// <returns>By their places in the first document; no two share a word of either. With the documents changed round the same passages, turned round.</returns>
    public static ImmutableArray<ReusedPassage> Align(ReuseProfile a, ReuseProfile b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Align(a, b, out _);
    }

    /// <summary>The same, with the number of comparisons that it took.</summary>
    internal static ImmutableArray<ReusedPassage> Align(ReuseProfile a, ReuseProfile b, out long work)
    {
        // One order for the search, so that ties are broken alike for (a, b) and (b, a).
        bool turned = Compare(a, b) > 0;
        (ReuseProfile first, ReuseProfile second) = turned ? (b, a) : (a, b);
        ImmutableArray<ReusedPassage>.Builder passages = ImmutableArray.CreateBuilder<ReusedPassage>();
        foreach (Passage passage in Search(first, second, out work))
        {
            IEnumerable<ReuseEdit> edits = EditFinder.Find(first, second, passage.Runs)
                .Select(edit => turned ? new ReuseEdit(edit.B, edit.A) : edit);
            passages.Add(new ReusedPassage(
                turned ? passage.SpanB(second) : passage.SpanA(first), turned ? passage.SpanA(first) : passage.SpanB(second), passage.Similarity, [.. edits]));
        }

        passages.Sort(static (one, other) => one.A.CompareTo(other.A));
        return passages.ToImmutable();
    }

    private static List<Passage> Search(ReuseProfile a, ReuseProfile b, out long work)
    {
        List<Passage> passages = [];
        Seeds seeds = Seeds.Find(a, b);
        Taken takenA = new();
        Taken takenB = new();
        GreedyExtension extension = new(a.Folded.AsSpan(), b.Folded.AsSpan());
        long most = WorkAtLeast + (WorkPerWord * (a.Count + b.Count));
        foreach (int number in seeds.ByLength)
        {
            if (extension.Work > most)
            {
                break;
            }

            MatchRun seed = seeds.IsTried(number) ? default : LongestFree(seeds[number], takenA, takenB);
            if (seed.Length < Winnowing.Run)
            {
                continue;
            }

            (int startA, int endA) = takenA.FreeAround(seed.A, a.Count);
            (int startB, int endB) = takenB.FreeAround(seed.B, b.Count);
            int credit = 2 * seed.Length;
            List<MatchRun> ahead = extension.Follow(seed.EndA, seed.EndB, endA, endB, ref credit);
            List<MatchRun> path = extension.Follow(seed.A, seed.B, startA, startB, ref credit);
            path.Add(seed);
            path.AddRange(ahead);
            foreach (MatchRun matched in path)
            {
                seeds.Try(matched);
            }

            foreach (Passage passage in Cut(path).Select(piece => Passage.Best(a, b, piece)).OfType<Passage>())
            {
                takenA.Add(passage.StartA, passage.EndA);
                takenB.Add(passage.StartB, passage.EndB);
                passages.Add(passage);
            }
        }

        work = extension.Work;
        return passages;
    }

    // The pieces between gaps that are too long.
    private static IEnumerable<MatchRun[]> Cut(List<MatchRun> path)
    {
        int first = 0;
        for (int i = 1; i <= path.Count; i++)
        {
            if (i == path.Count || path[i].A - path[i - 1].EndA > LongestGap || path[i].B - path[i - 1].EndB > LongestGap)
            {
                yield return [.. path[first..i]];
                first = i;
            }
        }
    }

    private static MatchRun LongestFree(MatchRun run, Taken takenA, Taken takenB)
    {
        MatchRun longest = default;
        for (int at = 0; at < run.Length;)
        {
            (int startA, int endA) = takenA.From(run.A + at);
            (int startB, int endB) = takenB.From(run.B + at);
            int free = Math.Min(run.Length, Math.Min(startA - run.A, startB - run.B));
            if (free > at)
            {
                longest = free - at > longest.Length ? new MatchRun(run.A + at, run.B + at, free - at) : longest;
                at = free;
            }
            else
            {
                at = Math.Max(startA <= run.A + at ? endA - run.A : at, startB <= run.B + at ? endB - run.B : at);
            }
        }

        return longest;
    }

    private static int Compare(ReuseProfile a, ReuseProfile b)
    {
        if (a.Count != b.Count)
        {
            return a.Count.CompareTo(b.Count);
        }

        ReadOnlySpan<ReuseWord> ofA = a.Words;
        ReadOnlySpan<ReuseWord> ofB = b.Words;
        for (int i = 0; i < ofA.Length; i++)
        {
            int order = (ofA[i].Folded, ofA[i].Exact, ofA[i].Traits).CompareTo((ofB[i].Folded, ofB[i].Exact, ofB[i].Traits));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
