using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>
/// Slips in words of two syllables: other marks than where the document writes the word again (“Đảng bô”, “Đảng bộ”),
/// a figure for a letter (“1ãnh đạo”), a tone that no syllable with such an end can have (“Phảp”).
/// </summary>
internal static class WordSlips
{
    // What is so marked again and again is meant.
    private const int MostSlips = 1;
    private const int LeastAgainst = 2;

    private static readonly BilingualText _elsewhere = new("chỗ khác trong văn bản viết đúng từ này", "elsewhere the document spells the word right");
    private static readonly BilingualText _figure = new("chữ số đứng vào chỗ chữ cái", "a figure stands for a letter");
    private static readonly BilingualText _tone = new("vần này không mang dấu ấy", "no such syllable bears this tone");

    /// <summary>The slips of a document.</summary>
    public static void Find(DocumentAnalysis analysis, SyllablePairs pairs, List<SpellingSlip> found)
    {
        string text = analysis.Document.Text;
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        Dictionary<(ulong, ulong), List<int>> words = [];
        Dictionary<(ulong, ulong), List<int>> others = [];
        QuoteDepth quotes = default;
        for (int s = 0; s < analysis.Tokens.Sentences.Length; s++)
        {
            SentenceRange sentence = analysis.Tokens.Sentences[s];
            if (s == 0 || sentence.Block != analysis.Tokens.Sentences[s - 1].Block)
            {
                quotes = default;
            }

            bool own = analysis.Document.Blocks[sentence.Block].Kind is not (BlockKind.Verse or BlockKind.Quotation);
            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (tokens[at].IsMark)
                {
                    quotes.Read(text[tokens[at].Start]);
                }
                else if (tokens[at] is { IsNumber: true, Length: 1 } && at + 1 < sentence.End && tokens[at + 1] is { IsWord: true, SpaceBefore: false } && own)
                {
                    // The figure is a token of its own.
                    ReadFigure(text, TextSpan.Between(tokens[at].Start, tokens[at + 1].End), at > sentence.First ? tokens[at - 1] : default, at + 2 < sentence.End ? tokens[at + 2] : default, pairs, found);
                }
                else if (tokens[at].IsWord && own && !quotes.IsQuoted)
                {
                    Token before = at > sentence.First ? tokens[at - 1] : default;
                    Token after = at + 1 < sentence.End ? tokens[at + 1] : default;
                    ReadFigure(text, tokens[at].Span, before, after, pairs, found);
                    ReadTone(text, tokens[at], before, after, pairs, found);
                    if (after.IsWord && !(tokens[at].Capitalised && after.Capitalised && !after.AllUpper))
                    {
                        Keep(at, at > sentence.First ? at - 1 : -1, at + 2 < sentence.End ? at + 2 : -1);
                    }
                }
            }
        }

        foreach (((ulong, ulong) bare, List<int> places) in others)
        {
            if (places.Count <= MostSlips && words.TryGetValue(bare, out List<int>? right))
            {
                Report(text, tokens, places[0], right, pairs, found);
            }
        }

        // Words are kept with those that they might be slips of; what stands in a word with its other neighbour is none.
        void Keep(int at, int before, int after)
        {
            (ulong First, ulong Second) bare = (SyllablePairs.BareKey(text.AsSpan(tokens[at].Start, tokens[at].Length)), SyllablePairs.BareKey(text.AsSpan(tokens[at + 1].Start, tokens[at + 1].Length)));
            if (bare.First == 0 || bare.Second == 0)
            {
                return;
            }

            if (pairs.IsCompound(text, tokens[at], tokens[at + 1]))
            {
                // “trong sổ” is no slip of “trong số”.
                if (!SyllablePairs.IsFunction(Surface(text, tokens[at])) && !SyllablePairs.IsFunction(Surface(text, tokens[at + 1])))
                {
                    Add(words, bare, at);
                }
            }
            else if (!(before >= 0 && pairs.IsCompound(text, tokens[before], tokens[at])) && !(after >= 0 && pairs.IsCompound(text, tokens[at + 1], tokens[after])))
            {
                Add(others, bare, at);
            }
        }

        static void Add(Dictionary<(ulong, ulong), List<int>> kept, (ulong, ulong) key, int at)
        {
            if (!kept.TryGetValue(key, out List<int>? places))
            {
                kept.Add(key, places = []);
            }

            places.Add(at);
        }
    }

    // Both syllables have the letters of the word; one alone has other marks. A syllable that is not rare wants more than one place against it, and no fellow.
    private static void Report(string text, ImmutableArray<Token> tokens, int at, List<int> right, SyllablePairs pairs, List<SpellingSlip> found)
    {
        bool first = Letters.FormOf(Surface(text, tokens[at])) != Letters.FormOf(Surface(text, tokens[right[0]]));
        bool second = Letters.FormOf(Surface(text, tokens[at + 1])) != Letters.FormOf(Surface(text, tokens[right[0] + 1]));
        Token odd = tokens[first ? at : at + 1];
        int beyond = first ? at - 1 : at + 2;
        bool goesOn = beyond >= 0 && beyond < tokens.Length && (first ? pairs.IsPair(text, tokens[beyond], odd) : pairs.IsPair(text, odd, tokens[beyond]));
        bool strange = pairs.IsRare(text, odd) || (right.Count >= LeastAgainst && !goesOn && !pairs.IsPair(text, tokens[at], tokens[at + 1]) && !pairs.IsFrequent(text, odd));
        if (first != second && !odd.Capitalised && strange)
        {
            found.Add(new SpellingSlip(odd.Span, Surface(text, tokens[first ? right[0] : right[0] + 1]).ToLowerInvariant(), _elsewhere, IsSure: false));
        }
    }

    // “1ãnh đạo”, “h0ạt động”: one figure, and with the letter a syllable that makes a word with a neighbour.
    private static void ReadFigure(string text, TextSpan span, Token before, Token after, SyllablePairs pairs, List<SpellingSlip> found)
    {
        ReadOnlySpan<char> word = text.AsSpan(span.Start, span.Length);
        int figure = word.IndexOfAnyInRange('0', '9');
        if (word.Length is < 3 or > 7 || figure < 0 || word.LastIndexOfAnyInRange('0', '9') != figure || char.IsUpper(word[^1]))
        {
            return;
        }

        foreach (char letter in word[figure] switch { '1' => "li", '0' => "o", '5' => "s", '6' => "b", '9' => "g", _ => "" })
        {
            string reading = string.Concat(word[..figure], [letter], word[(figure + 1)..]);
            if (pairs.IsCompound(text, after, reading, syllableFirst: true) || pairs.IsCompound(text, before, reading, syllableFirst: false))
            {
                found.Add(new SpellingSlip(span, reading, _figure, IsSure: true));
                return;
            }
        }
    }

    // Syllables that end in p, t, c, ch bear the rising or the heavy tone alone.
    private static void ReadTone(string text, Token token, Token before, Token after, SyllablePairs pairs, List<SpellingSlip> found)
    {
        ReadOnlySpan<char> word = text.AsSpan(token.Start, token.Length);
        if (!token.Capitalised || token.AllUpper || !(word[^1] is 'p' or 't' or 'c' || word.EndsWith("ch", StringComparison.Ordinal)) || !pairs.IsStopWithoutItsTone(word, out string rising, out string heavy))
        {
            return;
        }

        string reading = pairs.IsCompound(text, before, heavy, syllableFirst: false) || pairs.IsCompound(text, after, heavy, syllableFirst: true) ? heavy : rising;
        found.Add(new SpellingSlip(token.Span, char.ToUpperInvariant(reading[0]) + reading[1..], _tone, IsSure: false));
    }

    private static string Surface(string text, Token token) => text.Substring(token.Start, token.Length);
}
