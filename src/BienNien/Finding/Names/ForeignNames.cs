using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Finding.Names;

/// <summary>Knows words that are spelt as no Vietnamese word is, and transcriptions that join their syllables by hyphens: <c>Charles</c>, <c>Giơ-ne-vơ</c>.</summary>
internal static class ForeignNames
{
    /// <summary>One past the written word that begins at a token: <c>Ga-li-na</c> is five tokens.</summary>
    public static int UnitEnd(NameReader names, Sentence sentence, int at)
    {
        int end = at + 1;
        while (names.Lexicon.Hyphen.Contains(sentence[end]) && !sentence[end].SpaceBefore && sentence[end + 1].IsWord && !sentence[end + 1].SpaceBefore)
        {
            end += 2;
        }

        return end;
    }

    /// <summary>Whether the word <c>[at, end)</c> is a transcription, or spelt as no syllable of Vietnamese may be.</summary>
    public static bool IsForeign(Sentence sentence, int at, int end)
    {
        // “TTr-UBND”, “iPhone”: codes and brands have capitals inside.
        for (int i = at; i < end; i += 2)
        {
            if (sentence[i].IsWord && sentence[i].Length > 1 && sentence.Surface(i)[1..].ContainsAnyInRange('A', 'Z'))
            {
                return false;
            }
        }

        if (end - at == 1)
        {
            return !SyllableGrammar.IsPossible(sentence.Surface(at));
        }

        // “Việt-Mỹ”, “Lê-nin”: two names side by side have two capitals.
        for (int i = at + 2; i < end; i += 2)
        {
            if (sentence[i].Capitalised && SyllableGrammar.IsPossible(sentence.Surface(i)))
            {
                return false;
            }
        }

        return true;
    }
}
