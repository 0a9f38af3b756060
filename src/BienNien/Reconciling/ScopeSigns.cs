using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reconciling;

/// <summary>What words around a number or in a sentence say of what it covers.</summary>
[Flags]
public enum ScopeSigns
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A part: <c>trong đó</c>, <c>riêng</c>.</summary>
    Part = 1,

    /// <summary>Each, or on average.</summary>
    Each = 2,

    /// <summary>All up to a time: <c>lũy kế</c>, <c>tính đến</c>.</summary>
    Cumulative = 4,

    /// <summary>A plan or target.</summary>
    Plan = 8,

    /// <summary>An estimate.</summary>
    Estimate = 16,

    /// <summary>It takes the place of what was told or decided before: <c>thay thế</c>, <c>điều chỉnh</c>, <c>đính chính</c>.</summary>
    Correction = 32,

    /// <summary>Years gone by until the document was written: <c>kỷ niệm 93 năm</c>.</summary>
    Elapsed = 64,

    /// <summary>Of an office, that its holder was the first: <c>bí thư đầu tiên</c>.</summary>
    First = 128,
}

/// <summary>Finds the words of <c>data/scope-words.tsv</c>. Immutable.</summary>
internal sealed class ScopeWords
{
    private readonly FrozenDictionary<uint, ImmutableArray<(ImmutableArray<uint> Words, ScopeSigns Sign)>> _phrases;

    private ScopeWords(FrozenDictionary<uint, ImmutableArray<(ImmutableArray<uint>, ScopeSigns)>> phrases) => _phrases = phrases;

    /// <summary>With the engine's table.</summary>
    internal static ScopeWords Create()
    {
        DataTable table = DataTable.Load("scope-words");
        (int words, int sign) = (table.IndexOf("words"), table.IndexOf("sign"));
        return new ScopeWords(table.Rows
            .Select(row => (Words: row[words].Split(' ').Select(static word => ContentWords.ExactHashOf(word)).ToImmutableArray(), Sign: Enum.Parse<ScopeSigns>(row[sign], ignoreCase: true)))
            .GroupBy(static phrase => phrase.Words[0])
            .ToFrozenDictionary(static group => group.Key, static group => group.ToImmutableArray()));
    }

    /// <summary>What the words from one token to another say.</summary>
    internal ScopeSigns Of(TokenizedDocument document, int first, int end)
    {
        ScopeSigns signs = ScopeSigns.None;
        for (int i = Math.Max(first, 0); i < end; i++)
        {
            if (document.Tokens[i].IsWord && _phrases.TryGetValue(Hash(document, i), out ImmutableArray<(ImmutableArray<uint> Words, ScopeSigns Sign)> phrases))
            {
                foreach ((ImmutableArray<uint> words, ScopeSigns sign) in phrases)
                {
                    signs |= Has(document, i, end, words) ? sign : ScopeSigns.None;
                }
            }
        }

        return signs;
    }

    private static bool Has(TokenizedDocument document, int at, int end, ImmutableArray<uint> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (at + i >= end || Hash(document, at + i) != words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static uint Hash(TokenizedDocument document, int token) =>
        ContentWords.ExactHashOf(document.Document.Text.AsSpan(document.Tokens[token].Start, document.Tokens[token].Length));
}
