using System.Collections.Immutable;

namespace BienNien.Reconciling.Reuse;

/// <summary>Chooses few of the many runs of words of a document, so that two documents choose the same ones where they agree.</summary>
/// <remarks>
/// <para>Schleimer, Wilkerson, Aiken: Winnowing: Local Algorithms for Document Fingerprinting, SIGMOD 2003; the robust variant of
/// its section 4.1. Each run of <see cref="Run"/> words is hashed, and from every <see cref="Window"/> runs in a row the least hash is
/// chosen, the last of equals, but the one chosen before as long as it is among them.</para>
/// <para>Guarantee: of <see cref="Guarantee"/> = <see cref="Run"/> + <see cref="Window"/> − 1 words in a row that two documents share, both choose a run
/// with the same hash, since that hash depends on nothing but those words. Nothing shorter than <see cref="Run"/> words is ever seen.
/// Of ordinary text 2 / (<see cref="Window"/> + 1) of all runs are chosen.</para>
/// </remarks>
public static class Winnowing
{
    /// <summary>Words in a fingerprint.</summary>
    public const int Run = 5;

    /// <summary>Runs in a row of which one is chosen.</summary>
    public const int Window = 4;

    /// <summary>So many shared words in a row always share a fingerprint.</summary>
    public const int Guarantee = Run + Window - 1;

    /// <summary>The fingerprints of a document, by hash, then position.</summary>
    /// <param name="folded">The hashes of its words, in reading order.</param>
    internal static ImmutableArray<Fingerprint> Fingerprints(ReadOnlySpan<uint> folded)
    {
        int runs = folded.Length - Run + 1;
        if (runs <= 0)
        {
            return [];
        }

        ulong[] hashes = new ulong[runs];
        for (int i = 0; i < runs; i++)
        {
            ulong hash = StableHash.Empty;
            foreach (uint word in folded.Slice(i, Run))
            {
                hash = StableHash.Add(hash, word);
            }

            hashes[i] = StableHash.Finish(hash);
        }

        List<Fingerprint> chosen = new((runs / 2) + 1);
        int last = -1;
        int window = Math.Min(Window, runs);
        for (int first = 0; first + window <= runs; first++)
        {
            int least = last >= first ? last : first;
            for (int i = first; i < first + window; i++)
            {
                if (hashes[i] < hashes[least] || (hashes[i] == hashes[least] && least != last))
                {
                    least = i;
                }
            }

            if (least != last)
            {
                chosen.Add(new Fingerprint(hashes[least], least));
                last = least;
            }
        }

        chosen.Sort(static (one, other) => one.Hash != other.Hash ? one.Hash.CompareTo(other.Hash) : one.Position.CompareTo(other.Position));
        return [.. chosen];
    }
}
