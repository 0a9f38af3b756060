using BienNien.Text.Syllables;

namespace BienNien.Reading.Repairing;

/// <summary>The <see cref="SyllableCode.Key"/> of a word while its letters are being read, one by one.</summary>
internal struct SyllableKey
{
    private ulong _letters;
    private int _length;
    private bool _isBroken;

    /// <summary>The tone; 0 for none.</summary>
    public int Tone { get; private set; }

    /// <summary>Which letter bears the tone mark, from 0.</summary>
    public int Marked { get; private set; }

    /// <summary>Whether it may be a syllable: not too long, letters of Vietnamese only, no second tone mark.</summary>
    public readonly bool IsSyllable => !_isBroken && _length is > 0 and <= SyllableCode.MostLetters;

    /// <summary>The key.</summary>
    public readonly ulong Value => (_letters << 3) | (uint)Tone;

    /// <summary>Adds a letter.</summary>
    /// <param name="code">Its <see cref="SyllableLetters.CodeOf"/>.</param>
    public void Add(byte code)
    {
        int tone = code >> SyllableLetters.ToneShift;
        _isBroken |= code == 0 || (tone != 0 && Tone != 0);
        if (tone != 0)
        {
            (Tone, Marked) = (tone, _length);
        }

        _letters = (_letters << SyllableLetters.ToneShift) | (uint)(code & SyllableLetters.LetterMask);
        _length++;
    }
}
