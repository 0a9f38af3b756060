using BienNien.Text.Syllables;

namespace BienNien.Reading.Repairing;

/// <summary>A written word as letters of Vietnamese and its tone mark: where the mark stands does not matter.</summary>
internal ref struct SyllableCode
{
    /// <summary>A word with more letters is no syllable, damaged or not.</summary>
    public const int MostLetters = 9;

    private const int LetterBits = 5;
    private readonly Span<byte> _room;

    /// <summary>A code that is written into room for <see cref="MostLetters"/>.</summary>
    public SyllableCode(Span<byte> room) => _room = room;

    /// <summary>The letters, without tones.</summary>
    public readonly Span<byte> Letters => _room[..Length];

    /// <summary>How many letters there are.</summary>
    public int Length { get; private set; }

    /// <summary>The first tone mark; 0 for none.</summary>
    public int Tone { get; private set; }

    /// <summary>A second tone mark, which no syllable can have; 0 for none.</summary>
    public int SecondTone { get; private set; }

    /// <summary>All of it in one number; 0 for no word.</summary>
    public readonly ulong Key => KeyOf(Letters, Tone);

    /// <summary>Reads a word; false when it is too long or has other letters.</summary>
    public bool TryRead(ReadOnlySpan<char> word)
    {
        (Length, Tone, SecondTone) = (0, 0, 0);
        if (word.Length is 0 or > MostLetters)
        {
            return false;
        }

        for (int i = 0; i < word.Length; i++)
        {
            int code = SyllableLetters.CodeOf(word[i]);
            if (code == 0)
            {
                return false;
            }

            _room[i] = (byte)(code & SyllableLetters.LetterMask);
            int tone = code >> SyllableLetters.ToneShift;
            if (tone != 0)
            {
                (Tone, SecondTone) = Tone == 0 ? (tone, 0) : (Tone, tone);
            }
        }

        Length = word.Length;
        return true;
    }

    /// <summary>Letters and a tone in one number.</summary>
    public static ulong KeyOf(ReadOnlySpan<byte> letters, int tone)
    {
        ulong key = 0;
        foreach (byte letter in letters)
        {
            key = (key << LetterBits) | letter;
        }

        return (key << 3) | (uint)tone;
    }
}
