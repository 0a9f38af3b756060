using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Checking.Spelling;

/// <summary>A name that no Vietnamese syllable spells, written once with a letter other than elsewhere: “Pasquyer” beside “Pasquier”, “Krong” beside “Kroong”.</summary>
internal static class ForeignSpellings
{
    // Short words of one language resemble each other; beside the same word they are one name.
    private const int LeastAlone = 6;
    private const int LeastBeside = 4;
    private const int LeastUsual = 2;

    /// <summary>The slips of a document.</summary>
    public static void Find(DocumentAnalysis analysis, List<NameSlip> found)
    {
        List<List<Written>> words = Collect(analysis);
        string text = analysis.Document.Text;
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        foreach (List<Written> odd in words)
        {
            if (odd.Count != 1)
            {
                continue;
            }

            TextSpan span = SpanOf(tokens, odd[0]);
            foreach (List<Written> usual in words)
            {
                if (usual.Count < LeastUsual)
                {
                    continue;
                }

                // “Ri-sác … Ri-xác”: syllables joined by hyphens are one name wherever they stand.
                TextSpan other = SpanOf(tokens, usual[0]);
                bool joined = odd[0].IsJoined && usual[0].IsJoined;
                if (IsSlip(text.AsSpan(span.Start, span.Length), text.AsSpan(other.Start, other.Length))
                    && (joined || (!usual.Exists(at => analysis.Tokens.SentenceOfToken(at.First) == analysis.Tokens.SentenceOfToken(odd[0].First)) && AreOneName(text, tokens, odd[0], usual))))
                {
                    found.Add(new NameSlip(span, analysis.Document.Surface(other), other, DiagnosticConfidence.Likely));
                    break;
                }
            }
        }
    }

    private static TextSpan SpanOf(ImmutableArray<Token> tokens, Written word) => TextSpan.Between(tokens[word.First].Start, tokens[word.Last].End);

    private static List<List<Written>> Collect(DocumentAnalysis analysis)
    {
        Dictionary<string, List<Written>> words = new(StringComparer.Ordinal);
        string text = analysis.Document.Text;
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        int block = -1;
        QuoteDepth quotes = default;
        for (int at = 0; at < tokens.Length; at++)
        {
            Token token = tokens[at];
            if (analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(at)].Block is var own && own != block)
            {
                (quotes, block) = (default, own);
            }

            if (token.IsMark)
            {
                quotes.Read(text[token.Start]);
            }

            if (quotes.IsQuoted || !token.IsWord || !token.Capitalised || token.AllUpper || (token.Traits & TokenTraits.HasDigit) != 0)
            {
                continue;
            }

            int last = LastJoined(text, tokens, at);
            if (last > at || (token.Length >= LeastBeside && !SyllableGrammar.IsPossible(text.AsSpan(token.Start, token.Length))))
            {
                string key = text[token.Start..tokens[last].End];
                if (!words.TryGetValue(key, out List<Written>? places))
                {
                    words.Add(key, places = []);
                }

                places.Add(new Written(at, last));
                at = last;
            }
        }

        return [.. words.Values];
    }

    // “Rô-be”: small syllables behind hyphens without spaces.
    private static int LastJoined(string text, ImmutableArray<Token> tokens, int at)
    {
        while (at + 2 < tokens.Length && text[tokens[at + 1].Start] == '-' && !tokens[at + 1].SpaceBefore && tokens[at + 2] is { IsWord: true, SpaceBefore: false, Capitalised: false })
        {
            at += 2;
        }

        return at;
    }

    // Beside one and the same word, or long enough to be known alone; never beside two different ones.
    private static bool AreOneName(string text, ImmutableArray<Token> tokens, Written odd, List<Written> usual)
    {
        bool alone = SpanOf(tokens, odd).Length >= LeastAlone && SpanOf(tokens, usual[0]).Length >= LeastAlone;
        foreach (Written at in usual)
        {
            bool? before = IsSame(text, tokens, odd.First - 1, at.First - 1);
            bool? after = IsSame(text, tokens, odd.Last + 1, at.Last + 1);
            if (before == false || after == false)
            {
                return false;
            }

            alone |= before == true || after == true;
        }

        return alone;
    }

    // Null when one of the two is no part of a name.
    private static bool? IsSame(string text, ImmutableArray<Token> tokens, int one, int other)
    {
        if (!IsName(one) || !IsName(other))
        {
            return null;
        }

        return text.AsSpan(tokens[one].Start, tokens[one].Length).SequenceEqual(text.AsSpan(tokens[other].Start, tokens[other].Length));

        bool IsName(int at) => at >= 0 && at < tokens.Length && tokens[at] is { IsWord: true, Capitalised: true } && (tokens[at].Traits & TokenTraits.SentenceStart) == 0;
    }

    // One letter changed, left out or put in, or two turned; the first letter stays, and an ending of French (“Français”, “Française”) is none.
    private static bool IsSlip(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length < other.Length)
        {
            return IsSlip(other, one);
        }

        if (one.Length - other.Length > 1 || Letters.Fold(one[0]) != Letters.Fold(other[0]))
        {
            return false;
        }

        int same = one.CommonPrefixLength(other);
        if (one.Length > other.Length)
        {
            return one[(same + 1)..].SequenceEqual(other[same..]) && !(same == other.Length && one[^1] is 'e' or 's');
        }

        return same < one.Length && (one[(same + 1)..].SequenceEqual(other[(same + 1)..])
            || (same + 1 < one.Length && one[same] == other[same + 1] && one[same + 1] == other[same] && one[(same + 2)..].SequenceEqual(other[(same + 2)..])));
    }

    /// <summary>A name where it stands.</summary>
    /// <param name="First">Its first token.</param>
    /// <param name="Last">Its last: the same, or the last syllable behind a hyphen.</param>
    private readonly record struct Written(int First, int Last)
    {
        /// <summary>Whether hyphens join its syllables.</summary>
        public bool IsJoined => Last > First;
    }
}
