using BienNien.Reading.Repairing;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>Asks the language's table of neighbours about two tokens. Immutable, safe to share.</summary>
internal sealed class SyllablePairs
{
    // About one pair in five thousand.
    private const double Rare = -8.5;

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

    private int NumberOf(string text, Token token) => token.IsWord ? NumberOf(text.AsSpan(token.Start, token.Length)) : SyllableModel.Unknown;

    private int NumberOf(ReadOnlySpan<char> word)
    {
        Span<byte> letters = stackalloc byte[SyllableCode.MostLetters];
        SyllableCode code = new(letters);
        return code.TryRead(word) ? _model.NumberOf(code.Key) : SyllableModel.Unknown;
    }
}
