namespace BienNien.Text.Syllables;

/// <summary>Each letter of Vietnamese as one byte: which of the 29 it is, and its tone.</summary>
internal static class SyllableLetters
{
    /// <summary>One more than the highest number of a letter.</summary>
    public const int Count = 30;

    /// <summary>The bits of a code that hold the letter; the tone stands above them.</summary>
    public const int LetterMask = 31;

    /// <summary>How far a code is shifted to leave its tone.</summary>
    public const int ToneShift = 5;

    private const string Alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy";
    private const string Vowels = "aăâeêioôơuưy";

    // The order of Tone.
    private const string Marks = "\u0300\u0301\u0309\u0303\u0323";

    private static readonly byte[] _codes = MakeCodes();

    /// <summary>The code of a precomposed letter of either case; 0 for what is no letter of Vietnamese.</summary>
    public static byte CodeOf(char c) => c < _codes.Length ? _codes[c] : (byte)0;

    /// <summary>Whether a letter is written before e, ê, i or y as <c>k</c> is.</summary>
    public static bool IsFront(char vowel) => vowel is 'e' or 'ê' or 'i' or 'y';

    private static byte[] MakeCodes()
    {
        byte[] codes = new byte[0x1F00];
        for (int i = 0; i < Alphabet.Length; i++)
        {
            Set(codes, Alphabet[i], i + 1);
        }

        foreach (char vowel in Vowels)
        {
            for (int tone = 1; tone <= Marks.Length; tone++)
            {
                string letter = $"{vowel}{Marks[tone - 1]}".Normalize();
                Set(codes, letter[0], (Alphabet.IndexOf(vowel, StringComparison.Ordinal) + 1) | (tone << ToneShift));
            }
        }

        return codes;
    }

    private static void Set(byte[] codes, char letter, int code) => codes[letter] = codes[char.ToUpperInvariant(letter)] = (byte)code;
}
