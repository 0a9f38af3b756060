using System.Collections.Immutable;
using BienNien.Relating;

namespace BienNien.Checking.Arithmetic;

/// <summary>The amounts of a document, found by token. Made for one document.</summary>
internal sealed class AmountLines
{
    private readonly int[] _at;

    public AmountLines(DocumentAnalysis analysis, ImmutableArray<Amount> all)
    {
        All = all;
        _at = new int[analysis.Tokens.Tokens.Length + 1];
        int next = 0;
        for (int token = 0; token < _at.Length; token++)
        {
            while (next < all.Length && all[next].End <= token)
            {
                next++;
            }

            _at[token] = next;
        }
    }

    /// <summary>By their places.</summary>
    public ImmutableArray<Amount> All { get; }

    /// <summary>The index of the first amount that ends behind a token.</summary>
    public int From(int token) => _at[Math.Clamp(token, 0, _at.Length - 1)];

    /// <summary>The amount that covers a token, or null.</summary>
    public Amount? At(int token) => From(token) is var index && index < All.Length && All[index].First <= token ? All[index] : null;

    /// <summary>The amounts that lie within tokens <c>[first, end)</c>.</summary>
    public ReadOnlySpan<Amount> Within(int first, int end)
    {
        int from = From(first);
        while (from < All.Length && All[from].First < first)
        {
            from++;
        }

        int to = from;
        while (to < All.Length && All[to].End <= end)
        {
            to++;
        }

        return All.AsSpan()[from..to];
    }

    /// <summary>The last amount before a token that begins at or after another, or null.</summary>
    public Amount? Before(int token, int first)
    {
        int index = From(token);
        while (index >= All.Length || (index >= 0 && All[index].End > token))
        {
            index--;
        }

        return index >= 0 && All[index].First >= first ? All[index] : null;
    }
}
