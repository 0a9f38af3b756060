using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reconciling.Reuse;

/// <summary>What is kept of one document so that passages of it can be found in others, without its text. Immutable and safe to share.</summary>
/// <remarks>
/// Words and numbers only, each with its place and two stable hashes: one of the letters without marks, by which copies are
/// aligned, and one of the letters as they are written, by which they are said to differ. Neither minds case, the place of
/// the tone mark (<c>hoà</c>, <c>hòa</c>), the kind of apostrophe or zeros before a whole number (<c>01/4</c>, <c>1/4</c>).
/// </remarks>
public sealed class ReuseProfile
{
    /// <summary>Which way of hashing and writing this is. It changes with either: bytes of another version have to be made anew from the document.</summary>
    public const byte Version = 1;

    private readonly ReuseWord[] _words;
    private readonly Lazy<ImmutableArray<Fingerprint>> _fingerprints;

    internal ReuseProfile(ReuseWord[] words)
    {
        _words = words;
        // The hashes stand apart: alignment reads them by the million and needs nothing else.
        Folded = [.. words.Select(static word => word.Folded)];
        _fingerprints = new Lazy<ImmutableArray<Fingerprint>>(() => Winnowing.Fingerprints(Folded.AsSpan()));
    }

    /// <summary>How many words and numbers the document has; marks and the numbers of notes are none.</summary>
    public int Count => _words.Length;

    /// <summary>The fingerprints with all their positions, by hash, then position. Worked out when they are first asked for.</summary>
    /// <remarks>
    /// Winnowing: whatever <see cref="Winnowing.Guarantee"/> words in a row two documents share, at least one fingerprint of that stretch is in both.
    /// </remarks>
    public ImmutableArray<Fingerprint> Fingerprints => _fingerprints.Value;

    /// <summary>The hashes of the fingerprints, each once, ascending: what an index of documents keeps.</summary>
    public ImmutableArray<ulong> Hashes
    {
        get
        {
            ImmutableArray<ulong>.Builder hashes = ImmutableArray.CreateBuilder<ulong>();
            foreach (Fingerprint fingerprint in Fingerprints)
            {
                if (hashes.Count == 0 || hashes[^1] != fingerprint.Hash)
                {
                    hashes.Add(fingerprint.Hash);
                }
            }

            return hashes.ToImmutable();
        }
    }

    internal ImmutableArray<uint> Folded { get; }

    internal ReadOnlySpan<ReuseWord> Words => _words;

    /// <summary>Where words stand in the document's text.</summary>
    /// <param name="first">The first word, from 0.</param>
    /// <param name="end">One past the last word. The same as <paramref name="first"/> gives the empty span before that word.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such words.</exception>
    public TextSpan SpanOf(int first, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, end);
        if (first == end)
        {
            return new TextSpan(first < Count ? _words[first].Start : Count > 0 ? _words[^1].End : 0, 0);
        }

        // Words go in reading order: a note that cuts a paragraph is read after it, though it stands before its end.
        int start = int.MaxValue;
        int last = 0;
        foreach (ReuseWord word in _words.AsSpan(first..end))
        {
            start = Math.Min(start, word.Start);
            last = Math.Max(last, word.End);
        }

        return TextSpan.Between(start, last);
    }

    /// <summary>The profile as bytes, about as many as the document's text has in UTF-8. The same profile gives the same bytes everywhere.</summary>
    public byte[] ToBytes() => ReuseProfileBytes.Write(_words);

    /// <summary>Reads what <see cref="ToBytes"/> wrote.</summary>
    /// <exception cref="FormatException">The bytes are of another <see cref="Version"/>, cut short or otherwise damaged.</exception>
    public static ReuseProfile FromBytes(ReadOnlyMemory<byte> bytes) => new(ReuseProfileBytes.Read(bytes));
}
