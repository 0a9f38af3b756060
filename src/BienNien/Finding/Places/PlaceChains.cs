using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.Places;

/// <summary>Says of the places of a chain which lies in which: “Nà Phặc, xã Tung Cao, huyện …”, “xã Tung Cao (huyện …)”.</summary>
internal sealed class PlaceChains(Vocabulary.Builder words, NameReader names)
{
    private readonly WordSet _belongs = words.AddSet("thuộc", "ở", "của");

    /// <summary>Sets <see cref="PlaceValue.In"/> of the places that the text puts in a larger one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mentions">All kinds, by start.</param>
    public void Link(TokenizedDocument document, List<Proposal> mentions)
    {
        int next = -1;
        for (int i = mentions.Count - 1; i >= 0; i--)
        {
            if (mentions[i].Mention.Value is not PlaceValue place)
            {
                continue;
            }

            if (next >= 0 && Contains(document, mentions, i, next))
            {
                string container = document.Document.WordsAt(mentions[next].Mention.Span);
                mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = place with { In = container } } };
            }

            next = i;
        }
    }

    private bool Contains(TokenizedDocument document, List<Proposal> mentions, int inner, int outer)
    {
        Proposal small = mentions[inner];
        Proposal large = mentions[outer];
        if (large.FirstToken != small.EndToken + 1
            || Rank(((PlaceValue)large.Mention.Value).Level) is var outerRank && Rank(((PlaceValue)small.Mention.Value).Level) >= outerRank)
        {
            return false;
        }

        Sentence sentence = document.SentenceAt(document.SentenceOfToken(small.FirstToken));
        int between = small.EndToken - sentence.FirstToken;
        if (sentence[between].Word == names.Lexicon.Open || _belongs.Contains(sentence[between]))
        {
            return true;
        }

        // Without its type word, the next name may be the next of a list: “thị xã Quảng Yên, Hải Dương và Kiến An”.
        return sentence[between].Word == names.Lexicon.Comma
            && (names.Lexicon.PlaceTypes.Longest(sentence, between + 1, out _) > 0 || !GoesOnAsList(mentions, outer, sentence));
    }

    private bool GoesOnAsList(List<Proposal> mentions, int last, Sentence sentence)
    {
        int after = mentions[last].EndToken - sentence.FirstToken;
        if (!names.Lexicon.And.Contains(sentence[after]) && sentence[after].Word != names.Lexicon.Comma)
        {
            return false;
        }

        for (int i = last + 1; i < mentions.Count && mentions[i].FirstToken <= mentions[last].EndToken + 1; i++)
        {
            if (mentions[i].Mention.Value is PlaceValue place && mentions[i].FirstToken == mentions[last].EndToken + 1
                && Rank(place.Level) <= Rank(((PlaceValue)mentions[last].Mention.Value).Level))
            {
                return true;
            }
        }

        return false;
    }

    private static int Rank(string level) => level switch
    {
        "country" => 6,
        "region" => 5,
        "province" => 4,
        "district" => 3,
        "commune" => 2,
        _ => 1,
    };
}
