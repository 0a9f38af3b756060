using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.Places;

/// <summary>What stands before a name and decides whether a place is meant.</summary>
internal static class PlaceContext
{
    private const int LongestPlainCountry = 5;

    /// <summary>Whether the name is a part of the name of a battle, campaign or agreement: <c>Hiệp định Pa-ri</c>.</summary>
    /// <remarks>Also its second place: <c>chiến thắng Rạch Gầm - Xoài Mút</c>.</remarks>
    public static bool NamesAnEvent(NameReader names, Sentence sentence, int at)
    {
        if (NameReader.Before(names.Lexicon.NotPlaceHeads, names.Lexicon.NotPlaceEnds, sentence, at, out _) > 0)
        {
            return true;
        }

        if (!names.Lexicon.Hyphen.Contains(sentence[at - 1]) || !NameReader.IsName(sentence, at - 2))
        {
            return false;
        }

        int first = at - 2;
        while (NameReader.ContinuesRun(sentence, first))
        {
            first--;
        }

        return NamesAnEvent(names, sentence, first);
    }

    /// <summary>Whether the word before says that a place follows.</summary>
    public static bool IsLocated(NameReader names, Sentence sentence, int at) =>
        at > 0 && names.Lexicon.Prepositions.Contains(sentence[at - 1]);

    /// <summary>Whether the words before announce a place in another way: <c>nay là</c>, <c>quê</c>, <c>giải phóng</c>.</summary>
    public static bool IsAnnounced(NameReader names, Sentence sentence, int at) =>
        NameReader.Before(names.Lexicon.PlaceCues, names.Lexicon.PlaceCueEnds, sentence, at, out _) > 0;

    /// <summary>Whether a country's name names the country here, and does not only qualify people, powers or things.</summary>
    /// <param name="names">The reader.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The name's first token.</param>
    /// <param name="length">How many tokens it has.</param>
    public static bool NamesTheCountry(NameReader names, Sentence sentence, int at, int length)
    {
        NameLexicon lexicon = names.Lexicon;
        Token before = sentence[at - 1];
        if (before.Kind == TokenKind.None)
        {
            // Opening a sentence it is the actor: short names are mostly powers (“Pháp rút quân”).
            return length > 1;
        }

        if (length > 1 && before.Word == lexicon.Attack)
        {
            return true;
        }

        if (NameReader.Before(lexicon.CountryContexts, lexicon.CountryContextEnds, sentence, at, out bool territory) > 0)
        {
            return territory;
        }

        if (before.Word == lexicon.Open)
        {
            return true;
        }

        // In a list or a pair the first decides: “ở Lào và Campuchia”, “quân Pháp - Nhật”.
        if (before.Word == lexicon.Comma || lexicon.And.Contains(before) || lexicon.Hyphen.Contains(before))
        {
            // “Ở tỉnh Hải Ninh, Pháp dùng …”: the actor of what follows.
            if (length == 1 && before.Word == lexicon.Comma && sentence[at + 1] is { IsWord: true, Capitalised: false } next && !lexicon.And.Contains(next))
            {
                return false;
            }

            for (int start = at - 2; start >= 0 && at - start <= 6; start--)
            {
                int previous = names.Named(lexicon.Places, sentence, start, out PlaceLevels levels);
                if (previous > 0 && start + previous == at - 1 && !NameReader.ContinuesRun(sentence, start))
                {
                    return (levels & PlaceLevels.Country) == 0 || NamesTheCountry(names, sentence, start, previous);
                }
            }
        }

        // A name that says what kind of state it is stands for the state: “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”.
        if (length >= LongestPlainCountry)
        {
            return true;
        }

        // After any other small word a long name is the country; a short one is a power or an adjective (“tướng lĩnh Mỹ”).
        return length > 1 && (!before.IsWord || lexicon.Owners.Contains(before));
    }
}
