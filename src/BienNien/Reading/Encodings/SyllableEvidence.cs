using BienNien.Text.Syllables;

namespace BienNien.Reading.Encodings;

/// <summary>How far decoded text reads as Vietnamese, by its words with characters beyond ASCII.</summary>
/// <param name="Possible">Words that are syllables, their capitals where capitals stand.</param>
/// <param name="Impossible">The other words.</param>
internal readonly record struct SyllableEvidence(int Possible, int Impossible)
{
    /// <summary>How many words there are.</summary>
    public int Count => Possible + Impossible;

    /// <summary>Weighs the words of a text.</summary>
    /// <param name="text">NFC.</param>
    /// <param name="smallAmongCapitals">Whether small letters with marks among capitals are no fault: TCVN3 has no others.</param>
    public static SyllableEvidence Of(ReadOnlySpan<char> text, bool smallAmongCapitals = false)
    {
        int possible = 0;
        int impossible = 0;
        foreach (ReadOnlySpan<char> word in new MarkedWords(text))
        {
            if (SyllableGrammar.IsPossible(word) && HasCapitalsInPlace(word, smallAmongCapitals))
            {
                possible++;
            }
            else
            {
                impossible++;
            }
        }

        return new SyllableEvidence(possible, impossible);
    }

    // hoà, Hoà, HOÀ; never hOà or hoÀ.
    private static bool HasCapitalsInPlace(ReadOnlySpan<char> word, bool smallAmongCapitals)
    {
        int capitals = 0;
        int small = 0;
        foreach (char c in word)
        {
            if (char.IsUpper(c))
            {
                capitals++;
            }
            else if (c < 0x80 || !smallAmongCapitals)
            {
                small++;
            }
        }

        return capitals == 0 || small == 0 || (capitals == 1 && char.IsUpper(word[0]));
    }
}
