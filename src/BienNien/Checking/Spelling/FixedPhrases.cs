using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>A phrase that is fixed, printed with a slip in one syllable, or without one.</summary>
/// <param name="First">The first token that the slip concerns.</param>
/// <param name="End">One past the last.</param>
/// <param name="Length">How many syllables the phrase has.</param>
/// <param name="Reading">What should stand there: one syllable, or the words around the one that is left out.</param>
internal readonly record struct PhraseSlip(int First, int End, int Length, string Reading);

/// <summary>Finds slips in phrases that are written one way only (<c>data/fixed-phrases.tsv</c>). Immutable, safe to share.</summary>
internal sealed class FixedPhrases
{
    // A phrase of four syllables without one is still known for what it was.
    private const int LeastForDropped = 4;

    private readonly WordSet _openings;
    private readonly Dictionary<int, List<Phrase>> _byFirst = [];
    private readonly Dictionary<int, List<Phrase>> _bySecond = [];

    public FixedPhrases(Vocabulary.Builder words)
    {
        foreach (string text in DataTable.Load("fixed-phrases").Column("phrase"))
        {
            Phrase phrase = new(words.AddPhrase(text), [.. text.Split(' ')]);
            Add(_byFirst, phrase.Numbers[0], phrase);
            Add(_bySecond, phrase.Numbers[1], phrase);
        }

        _openings = new WordSet(_byFirst.Keys.Concat(_bySecond.Keys));

        static void Add(Dictionary<int, List<Phrase>> index, int word, Phrase phrase)
        {
            if (!index.TryGetValue(word, out List<Phrase>? phrases))
            {
                index.Add(word, phrases = []);
            }

            phrases.Add(phrase);
        }
    }

    /// <summary>The slips in a sentence, in reading order; of two in one place the one of the longer phrase.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="tokens">The sentence's tokens.</param>
    /// <param name="pairs">What the language says of two syllables.</param>
    /// <param name="found">Where to put them.</param>
    public void Find(string text, ReadOnlySpan<Token> tokens, SyllablePairs pairs, List<PhraseSlip> found)
    {
        int first = found.Count;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (!_openings.Contains(tokens[at]))
            {
                continue;
            }

            if (_byFirst.TryGetValue(tokens[at].Word, out List<Phrase>? begun))
            {
                foreach (Phrase phrase in begun)
                {
                    Compare(text, tokens, at, phrase, pairs, found);
                }
            }

            if (at > 0 && tokens[at - 1].IsWord && _bySecond.TryGetValue(tokens[at].Word, out List<Phrase>? headless))
            {
                foreach (Phrase phrase in headless)
                {
                    if (tokens[at - 1].Word != phrase.Numbers[0] && Matches(tokens, at, phrase, 1))
                    {
                        Substitute(text, tokens, at - 1, 0, phrase, pairs, found);
                    }
                }
            }
        }

        DropOverlaps(found, first);
    }

    private void Compare(string text, ReadOnlySpan<Token> tokens, int at, Phrase phrase, SyllablePairs pairs, List<PhraseSlip> found)
    {
        int same = 1;
        while (same < phrase.Numbers.Length && at + same < tokens.Length && tokens[at + same].Word == phrase.Numbers[same])
        {
            same++;
        }

        if (same == phrase.Numbers.Length)
        {
            FindRepaired(text, tokens, at, phrase, found);
            return;
        }

        if (at + same >= tokens.Length || !tokens[at + same].IsWord)
        {
            return;
        }

        if (Matches(tokens, at + same + 1, phrase, same + 1))
        {
            Substitute(text, tokens, at, same, phrase, pairs, found);
        }
        else if (phrase.Numbers.Length >= LeastForDropped && same + 1 < phrase.Numbers.Length && Matches(tokens, at + same, phrase, same + 1)
            && !tokens[at + same].Capitalised && !GoesOn(text, tokens, at + phrase.Numbers.Length - 1, pairs) && !pairs.IsPair(text, tokens[at + same - 1], tokens[at + same]))
        {
            found.Add(new PhraseSlip(at + same - 1, at + same + 1, phrase.Numbers.Length, string.Join(' ', phrase.Words[(same - 1)..(same + 2)])));
        }
    }

    // Reading has repaired “cơ sở cách mang” already: the token is the right word, the text is not.
    private static void FindRepaired(string text, ReadOnlySpan<Token> tokens, int at, Phrase phrase, List<PhraseSlip> found)
    {
        for (int i = 0; i < phrase.Words.Length; i++)
        {
            ReadOnlySpan<char> printed = text.AsSpan(tokens[at + i].Start, tokens[at + i].Length);
            if (!printed.Equals(phrase.Words[i], StringComparison.OrdinalIgnoreCase) && Letters.FormOf(printed.ToString()) != Letters.FormOf(phrase.Words[i]))
            {
                found.Add(new PhraseSlip(at + i, at + i + 1, phrase.Words.Length, phrase.Words[i]));
            }
        }
    }

    // “Đại hội biểu quyết”: the last word begins another one.
    private static bool GoesOn(string text, ReadOnlySpan<Token> tokens, int end, SyllablePairs pairs) =>
        end > 0 && end < tokens.Length && pairs.IsCompound(text, tokens[end - 1], tokens[end]);

    // The rest of a phrase, from one of its syllables on, with nothing but spaces between.
    private static bool Matches(ReadOnlySpan<Token> tokens, int at, Phrase phrase, int from)
    {
        if (at + phrase.Numbers.Length - from > tokens.Length)
        {
            return false;
        }

        for (int i = from; i < phrase.Numbers.Length; i++)
        {
            if (tokens[at + i - from].Word != phrase.Numbers[i])
            {
                return false;
            }
        }

        return true;
    }

    private void Substitute(string text, ReadOnlySpan<Token> tokens, int at, int wrong, Phrase phrase, SyllablePairs pairs, List<PhraseSlip> found)
    {
        Token printed = tokens[at + wrong];
        string right = phrase.Words[wrong];
        if (printed.Length != right.Length || !IsAlike(text.AsSpan(printed.Start, printed.Length), right))
        {
            return;
        }

        Token before = at + wrong > 0 ? tokens[at + wrong - 1] : default;
        Token after = at + wrong + 1 < tokens.Length ? tokens[at + wrong + 1] : default;
        bool name = printed.Capitalised && !printed.AllUpper && (printed.Traits & TokenTraits.SentenceStart) == 0;
        if (phrase.Numbers.Length == 2)
        {
            Token partner = wrong == 0 ? after : before;

            // “Chi thị”: of a name the second syllable has a capital as well.
            bool term = name && wrong == 0 && !partner.Capitalised;
            name &= !term;
            Token beyond = wrong == 0 ? (at + 2 < tokens.Length ? tokens[at + 2] : default) : (at > 0 ? tokens[at - 1] : default);
            if (name || (wrong == 0 ? pairs.IsCompound(text, partner, beyond) : pairs.IsCompound(text, beyond, partner))
                || (!term && (wrong == 0 ? pairs.IsPair(text, printed, partner) : pairs.IsPair(text, partner, printed)))
                || pairs.IsCompound(text, before, printed) || pairs.IsCompound(text, printed, after))
            {
                return;
            }
        }
        else if (name && wrong > 0)
        {
            return;
        }

        found.Add(new PhraseSlip(at + wrong, at + wrong + 1, phrase.Numbers.Length, right));
    }

    // The same letters with other marks.
    private static bool IsAlike(ReadOnlySpan<char> printed, string right)
    {
        for (int i = 0; i < right.Length; i++)
        {
            if (Letters.Fold(printed[i]) != Letters.Fold(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static void DropOverlaps(List<PhraseSlip> found, int first)
    {
        found.Sort(first, found.Count - first, Comparer<PhraseSlip>.Create(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Length.CompareTo(a.Length)));
        int kept = first;
        for (int i = first; i < found.Count; i++)
        {
            if (kept == first || found[kept - 1].End <= found[i].First)
            {
                found[kept++] = found[i];
            }
        }

        found.RemoveRange(kept, found.Count - kept);
    }

    /// <summary>A phrase.</summary>
    /// <param name="Numbers">Its words by their numbers.</param>
    /// <param name="Words">Its words in small letters.</param>
    private sealed record Phrase(ImmutableArray<int> Numbers, ImmutableArray<string> Words);
}
