using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>A title of two syllables before a person's name, one syllable with another mark: “đông chí Lò Văn Pấng”, “bi thư Hà Thị Mai”.</summary>
/// <remarks>Also where the two syllables are a word of their own: a solstice has no name.</remarks>
internal static class TitleSlips
{
    private static readonly BilingualText _why = new("đứng trước tên người chỉ có thể là chức danh, cách xưng hô", "before a person's name only a title can be meant");
    private static readonly FrozenDictionary<(ulong, ulong), ImmutableArray<string[]>> _titles = Load();

    /// <summary>The slips of a document.</summary>
    public static void Find(DocumentAnalysis analysis, List<SpellingSlip> found)
    {
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        foreach (Mention mention in analysis.Mentions)
        {
            int name = mention.Kind == MentionKind.Person ? analysis.Tokens.TokenAt(mention.Span.Start) : 0;
            if (name < 2 || !tokens[name - 1].IsWord || !tokens[name - 2].IsWord || analysis.Tokens.SentenceOfToken(name - 2) != analysis.Tokens.SentenceOfToken(name))
            {
                continue;
            }

            ReadOnlySpan<char> first = text.AsSpan(tokens[name - 2].Start, tokens[name - 2].Length);
            ReadOnlySpan<char> second = text.AsSpan(tokens[name - 1].Start, tokens[name - 1].Length);
            if (_titles.TryGetValue((SyllablePairs.BareKey(first), SyllablePairs.BareKey(second)), out ImmutableArray<string[]> titles)
                && Odd(titles, Letters.FormOf(first.ToString()), Letters.FormOf(second.ToString())) is var (odd, title))
            {
                Token token = tokens[name - 2 + odd];
                string reading = title[odd];
                found.Add(new SpellingSlip(token.Span, char.IsUpper(text[token.Start]) ? char.ToUpperInvariant(reading[0]) + reading[1..] : reading, _why, IsSure: true));
            }
        }
    }

    // Which syllable departs from which title; null when one of the titles is what is printed, or none is near.
    private static (int Odd, string[] Title)? Odd(ImmutableArray<string[]> titles, string first, string second)
    {
        (int, string[])? near = null;
        foreach (string[] title in titles)
        {
            bool opens = Letters.FormOf(title[0]) == first;
            bool ends = Letters.FormOf(title[1]) == second;
            if (opens && ends)
            {
                return null;
            }

            near ??= opens ? (1, title) : ends ? (0, title) : null;
        }

        return near;
    }

    private static FrozenDictionary<(ulong, ulong), ImmutableArray<string[]>> Load()
    {
        Dictionary<(ulong, ulong), List<string[]>> titles = [];
        foreach (string title in DataTable.Load("person-titles").Column("title"))
        {
            if (title.Split(' ') is { Length: 2 } syllables)
            {
                (ulong, ulong) key = (SyllablePairs.BareKey(syllables[0]), SyllablePairs.BareKey(syllables[1]));
                if (!titles.TryGetValue(key, out List<string[]>? list))
                {
                    titles.Add(key, list = []);
                }

                list.Add(syllables);
            }
        }

        return titles.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.ToImmutableArray());
    }
}
