using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reconciling;

/// <summary>The words of a passage that say what it is about, as numbers that are the same on every machine. Immutable.</summary>
/// <remarks>Words are compared without marks and case, so that a slip of a scanner in one of them does not hide that two passages are alike.</remarks>
public sealed class ContentWords
{
    private readonly FrozenSet<uint> _function;

    private ContentWords(FrozenSet<uint> function) => _function = function;

    /// <summary>With the function words of <c>data/function-words.tsv</c>.</summary>
    public static ContentWords Create() => new(
        DataTable.Load("function-words").Column("words").SelectMany(static row => row.Split(' ')).Select(static word => HashOf(word)).ToFrozenSet());

    /// <summary>The content words among some tokens, sorted, each once.</summary>
    /// <param name="document">The document.</param>
    /// <param name="first">The first token.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="isLeftOut">Whether a token is left out: a part of a name, a date, a number.</param>
    /// <param name="further">Further words, on one line.</param>
    public ImmutableArray<uint> Of(TokenizedDocument document, int first, int end, Func<int, bool> isLeftOut, string further = "")
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(isLeftOut);
        ArgumentNullException.ThrowIfNull(further);
        List<uint> hashes = [];
        string text = document.Document.Text;
        for (int i = first; i < end; i++)
        {
            Token token = document.Tokens[i];
            if (token.IsWord && !isLeftOut(i) && HashOf(text.AsSpan(token.Start, token.Length)) is var hash && !_function.Contains(hash))
            {
                hashes.Add(hash);
            }
        }

        foreach (Range word in further.AsSpan().SplitAny(" ,;()/"))
        {
            if (further.AsSpan(word) is { Length: > 0 } syllable && HashOf(syllable) is var hash && !_function.Contains(hash))
            {
                hashes.Add(hash);
            }
        }

        hashes.Sort();
        int kept = 0;
        for (int i = 0; i < hashes.Count; i++)
        {
            if (i == 0 || hashes[i] != hashes[i - 1])
            {
                hashes[kept++] = hashes[i];
            }
        }

        hashes.RemoveRange(kept, hashes.Count - kept);
        return [.. hashes];
    }

    /// <summary>How many members two sorted sets share.</summary>
    public static int Shared(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        int shared = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            shared += a[i] == b[j] ? 1 : 0;
            (i, j) = a[i] < b[j] ? (i + 1, j) : a[i] > b[j] ? (i, j + 1) : (i + 1, j + 1);
        }

        return shared;
    }

    /// <summary>How much of the smaller set the other holds: 0 to below 1, the nearer to 1 the larger both are.</summary>
    internal static double Overlap(ImmutableArray<uint> a, ImmutableArray<uint> b) =>
        a.IsEmpty || b.IsEmpty ? 0 : (double)Shared(a.AsSpan(), b.AsSpan()) / (Math.Min(a.Length, b.Length) + 1);

    /// <summary>The same with marks: <c>mỗi</c> is not <c>mọi</c>. Case makes no difference.</summary>
    internal static uint ExactHashOf(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char letter in word)
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619;
        }

        return hash;
    }

    // FNV-1a, 32 bits, over the folded letters.
    internal static uint HashOf(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char letter in word)
        {
            hash = (hash ^ Letters.Fold(letter)) * 16777619;
        }

        return hash;
    }
}
