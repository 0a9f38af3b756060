using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reconciling;

/// <summary>A happening that is named rather than told: <c>chiến dịch Biên giới</c>, <c>Đại hội lần thứ II</c>.</summary>
/// <param name="Head">What it is: a hash of the noun.</param>
/// <param name="Name">Its name: a hash; 0 for none.</param>
/// <param name="Ordinal">Its number; 0 for none.</param>
public readonly record struct Topic(uint Head, uint Name, int Ordinal);

/// <summary>Finds named happenings. Immutable.</summary>
internal sealed class Topics
{
    private const int LongestName = 6;
    private const int OrdinalReach = 12;

    private static readonly FrozenDictionary<string, int> _numbers = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["nhat"] = 1,
        ["dau"] = 1,
        ["mot"] = 1,
        ["hai"] = 2,
        ["nhi"] = 2,
        ["ba"] = 3,
        ["tu"] = 4,
        ["bon"] = 4,
        ["nam"] = 5,
        ["sau"] = 6,
        ["bay"] = 7,
        ["tam"] = 8,
        ["chin"] = 9,
        ["muoi"] = 10,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly FrozenDictionary<uint, ImmutableArray<ImmutableArray<uint>>> _heads;
    private readonly uint _times = ContentWords.HashOf("lần");
    private readonly uint _th = ContentWords.HashOf("thứ");
    private readonly uint _term = ContentWords.HashOf("khóa");

    private Topics(FrozenDictionary<uint, ImmutableArray<ImmutableArray<uint>>> heads) => _heads = heads;

    /// <summary>With the nouns of <c>data/named-happenings.tsv</c>.</summary>
    internal static Topics Create() => new(
        DataTable.Load("named-happenings").Column("words")
            .Select(static words => words.Split(' ').Select(static word => ContentWords.HashOf(word)).ToImmutableArray())
            .GroupBy(static words => words[0])
            .ToFrozenDictionary(static group => group.Key, static group => group.OrderByDescending(static words => words.Length).ToImmutableArray()));

    /// <summary>Those that a sentence names, in reading order.</summary>
    internal List<Topic> Of(TokenizedDocument document, int first, int end)
    {
        List<Topic> found = [];
        for (int i = first; i < end; i++)
        {
            if (!document.Tokens[i].IsWord || !_heads.TryGetValue(Hash(document, i), out ImmutableArray<ImmutableArray<uint>> heads))
            {
                continue;
            }

            foreach (ImmutableArray<uint> head in heads)
            {
                if (Has(document, i, end, head))
                {
                    (uint name, int after) = NameAt(document, i + head.Length, end);
                    int ordinal = OrdinalAt(document, i + head.Length, end);
                    if (name != 0 || ordinal != 0)
                    {
                        found.Add(new Topic(head[^1], name, ordinal));
                    }

                    i = Math.Max(i, after - 1);
                    break;
                }
            }
        }

        return found;
    }

    private static (uint Name, int After) NameAt(TokenizedDocument document, int at, int end)
    {
        uint hash = 0;
        int i = at;
        for (; i < end && i < at + LongestName && document.Tokens[i] is { IsWord: true, Capitalised: true }; i++)
        {
            hash = unchecked((hash * 31) + Hash(document, i));
        }

        return (hash, i);
    }

    // “lần thứ II”, “lần thứ nhất”, “lần 3”, “khóa XIII”.
    private int OrdinalAt(TokenizedDocument document, int at, int end)
    {
        for (int i = at; i + 1 < end && i < at + OrdinalReach; i++)
        {
            uint word = Hash(document, i);
            if (word == _times || word == _term)
            {
                return NumberAt(document, Hash(document, i + 1) == _th ? i + 2 : i + 1, end);
            }
        }

        return 0;
    }

    private static int NumberAt(TokenizedDocument document, int at, int end)
    {
        if (at >= end)
        {
            return 0;
        }

        Token token = document.Tokens[at];
        string surface = document.Document.Surface(token.Span);
        return token.IsNumber && int.TryParse(surface, System.Globalization.CultureInfo.InvariantCulture, out int number) ? number
            : token.IsRoman ? RomanNumeral.Parse(surface)
            : _numbers.GetValueOrDefault(Letters.Fold(surface));
    }

    private static bool Has(TokenizedDocument document, int at, int end, ImmutableArray<uint> words)
    {
        if (at + words.Length > end)
        {
            return false;
        }

        for (int i = 0; i < words.Length; i++)
        {
            if (Hash(document, at + i) != words[i])
            {
                return false;
            }
        }

        return true;
    }

    private static uint Hash(TokenizedDocument document, int token) =>
        ContentWords.HashOf(document.Document.Text.AsSpan(document.Tokens[token].Start, document.Tokens[token].Length));
}
