using System.Collections.Frozen;
using System.Text;
using BienNien.Knowledge;
using BienNien.Reading.Repairing;
using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Checking.Spelling;

/// <summary>Asks the language's table of neighbours about two tokens. Immutable, safe to share.</summary>
internal sealed class SyllablePairs
{
    // About one pair in five thousand.
    private const double Rare = -8.5;

    // About one in a thousand.
    private const double Frequent = -6.97;

    private static readonly FrozenSet<string> _function =
        DataTable.Load("function-words").Column("words").SelectMany(static words => words.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly SyllableModel _model = SyllableModel.Own;

    /// <summary>Whether the second stands behind the first in Vietnamese print.</summary>
    public bool IsPair(string text, Token first, Token second) =>
        NumberOf(text, first) is > SyllableModel.Figure and int one && NumberOf(text, second) is > SyllableModel.Figure and int other && _model.IsPair(one, other);

    /// <summary>Whether the two are a word.</summary>
    public bool IsCompound(string text, Token first, Token second) =>
        NumberOf(text, first) is > SyllableModel.Figure and int one && NumberOf(text, second) is > SyllableModel.Figure and int other && _model.IsCompound(one, other);

    /// <summary>Whether a token and a syllable are a word, in the order told.</summary>
    public bool IsCompound(string text, Token token, string syllable, bool syllableFirst)
    {
        int one = NumberOf(text, token);
        int other = NumberOf(syllable);
        return one > SyllableModel.Figure && other > SyllableModel.Figure && (syllableFirst ? _model.IsCompound(other, one) : _model.IsCompound(one, other));
    }

    /// <summary>Whether a syllable is seldom printed; true for what is no known syllable.</summary>
    public bool IsRare(string text, Token token) => NumberOf(text, token) is not (> SyllableModel.Figure and int number) || _model.LogFrequency(number) < Rare;

    /// <summary>Whether a syllable tells nothing of what a sentence is about: “những”, “trong”.</summary>
    public static bool IsFunction(string syllable) => _function.Contains(syllable);

    /// <summary>Whether two syllables have the same letters and differ in the tone alone: “nhừng”, “những”.</summary>
    public static bool IsToneApart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        Span<byte> left = stackalloc byte[SyllableCode.MostLetters];
        Span<byte> right = stackalloc byte[SyllableCode.MostLetters];
        SyllableCode first = new(left);
        SyllableCode second = new(right);
        return first.TryRead(one) && second.TryRead(other) && first.Letters.SequenceEqual(second.Letters);
    }

    /// <summary>Whether a syllable is among those that every page has.</summary>
    public bool IsFrequent(string text, Token token) => NumberOf(text, token) is > SyllableModel.Figure and int number && _model.LogFrequency(number) >= Frequent;

    /// <summary>A syllable's letters without any mark, in one number; 0 for what is none.</summary>
    public static ulong BareKey(ReadOnlySpan<char> word)
    {
        Span<byte> letters = stackalloc byte[SyllableCode.MostLetters];
        SyllableCode code = new(letters);
        if (!code.TryRead(word))
        {
            return 0;
        }

        foreach (ref byte letter in code.Letters)
        {
            letter = SyllableModel.Bare(letter);
        }

        return SyllableCode.KeyOf(code.Letters, 0);
    }

    /// <summary>Whether a word that ends in p, t, c, ch bears the falling, the dipping or the broken tone, which such syllables cannot; with what it would be with the two that they can bear.</summary>
    /// <param name="word">The word.</param>
    /// <param name="rising">With the rising tone, in lower case.</param>
    /// <param name="heavy">With the heavy tone, in lower case.</param>
    public bool IsStopWithoutItsTone(ReadOnlySpan<char> word, out string rising, out string heavy)
    {
        (rising, heavy) = ("", "");
        Span<byte> letters = stackalloc byte[SyllableCode.MostLetters];
        SyllableCode code = new(letters);
        if (!code.TryRead(word) || code.SecondTone != 0 || (Tone)code.Tone is not (Tone.Falling or Tone.Dipping or Tone.Broken))
        {
            return false;
        }

        string bare = word.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD);
        int mark = bare.IndexOfAny(['\u0300', '\u0309', '\u0303']);
        rising = bare.Remove(mark, 1).Insert(mark, "\u0301").Normalize();
        heavy = bare.Remove(mark, 1).Insert(mark, "\u0323").Normalize();
        return NumberOf(rising) > SyllableModel.Figure || NumberOf(heavy) > SyllableModel.Figure;
    }

    private int NumberOf(string text, Token token) => token.IsWord ? NumberOf(text.AsSpan(token.Start, token.Length)) : SyllableModel.Unknown;

    private int NumberOf(ReadOnlySpan<char> word)
    {
        Span<byte> letters = stackalloc byte[SyllableCode.MostLetters];
        SyllableCode code = new(letters);
        return code.TryRead(word) ? _model.NumberOf(code.Key) : SyllableModel.Unknown;
    }
}
