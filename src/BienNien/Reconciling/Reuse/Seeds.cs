using System.Collections.Immutable;

namespace BienNien.Reconciling.Reuse;

/// <summary>The runs of common words that shared fingerprints lead to: where passages may be.</summary>
internal sealed class Seeds
{
    /// <summary>
    /// A fingerprint that a document has more often is looked at where it stands first. What is repeated that much is found by the fingerprints
    /// around it, and by going on from there; without a limit a text of one sentence would have as many seeds as the square of its length.
    /// </summary>
    private const int MostOccurrences = 8;

    private readonly MatchRun[] _runs;
    private readonly bool[] _tried;

    private Seeds(MatchRun[] runs)
    {
        _runs = runs;
        _tried = new bool[runs.Length];
        ByLength = [.. Enumerable.Range(0, runs.Length)
            .OrderByDescending(i => runs[i].Length).ThenBy(i => runs[i].A).ThenBy(i => runs[i].B)];
    }

    /// <summary>Numbers of the runs, the longest first, then by their places.</summary>
    public ImmutableArray<int> ByLength { get; }

    public MatchRun this[int run] => _runs[run];

    /// <summary>The longest possible runs around all shared fingerprints, each once.</summary>
    public static Seeds Find(ReuseProfile a, ReuseProfile b)
    {
        ReadOnlySpan<Fingerprint> ofA = a.Fingerprints.AsSpan();
        ReadOnlySpan<Fingerprint> ofB = b.Fingerprints.AsSpan();
        List<(int Diagonal, int A)> hits = [];
        while (!ofA.IsEmpty && !ofB.IsEmpty)
        {
            int order = ofA[0].Hash.CompareTo(ofB[0].Hash);
            int inA = order <= 0 ? Same(ofA) : 0;
            int inB = order >= 0 ? Same(ofB) : 0;
            foreach (Fingerprint one in ofA[..Math.Min(inA, MostOccurrences)])
            {
                foreach (Fingerprint other in ofB[..Math.Min(inB, MostOccurrences)])
                {
                    hits.Add((one.Position - other.Position, one.Position));
                }
            }

            ofA = ofA[inA..];
            ofB = ofB[inB..];
        }

        hits.Sort();
        return new Seeds(Widen(a.Folded.AsSpan(), b.Folded.AsSpan(), hits));
    }

    public bool IsTried(int run) => _tried[run];

    /// <summary>Notes that an alignment went through these words: the seeds that hold them lead to nothing else.</summary>
    public void Try(MatchRun matched)
    {
        int low = 0;
        int high = _runs.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            MatchRun run = _runs[middle];
            if (run.Diagonal < matched.Diagonal || (run.Diagonal == matched.Diagonal && run.EndA <= matched.A))
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        for (int i = low; i < _runs.Length && _runs[i].Diagonal == matched.Diagonal && _runs[i].A < matched.EndA; i++)
        {
            _tried[i] = true;
        }
    }

    private static int Same(ReadOnlySpan<Fingerprint> fingerprints)
    {
        int count = 1;
        while (count < fingerprints.Length && fingerprints[count].Hash == fingerprints[0].Hash)
        {
            count++;
        }

        return count;
    }

    private static MatchRun[] Widen(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, List<(int Diagonal, int A)> hits)
    {
        List<MatchRun> runs = [];
        foreach ((int diagonal, int at) in hits)
        {
            if (runs.Count > 0 && runs[^1].Diagonal == diagonal && at < runs[^1].EndA)
            {
                continue;
            }

            int length = a[at..].CommonPrefixLength(b[(at - diagonal)..]);
            int before = 0;
            while (before < at && before < at - diagonal && a[at - before - 1] == b[at - diagonal - before - 1])
            {
                before++;
            }

            // Two hashes of 64 bits that agree by chance lead to nothing.
            if (length + before >= Winnowing.Run)
            {
                runs.Add(new MatchRun(at - before, at - diagonal - before, length + before));
            }
        }

        return [.. runs];
    }
}
