using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Finding.Names;

/// <summary>The last words of the phrases of a table, and how many words such phrases have: a quick no to "does one end here?", and few tries otherwise.</summary>
internal sealed class PhraseEnds
{
    /// <summary>The longest phrase that is looked for backwards.</summary>
    public const int Longest = 6;

    private readonly byte[] _lengths;

    /// <summary>The ends of these phrases, as <see cref="Vocabulary.Builder.AddPhrase"/> gives them.</summary>
    public PhraseEnds(IEnumerable<ImmutableArray<int>> phrases)
    {
        ImmutableArray<int>[] all = [.. phrases.Where(static phrase => phrase.Length <= Longest)];
        _lengths = new byte[all.Length == 0 ? 1 : all.Max(static phrase => phrase[^1]) + 1];
        foreach (ImmutableArray<int> phrase in all)
        {
            _lengths[phrase[^1]] |= (byte)(1 << phrase.Length);
        }
    }

    /// <summary>A bit for each length of the phrases that end in this word, bit 1 for one word; 0 when none does.</summary>
    public int LengthsAt(in Token token) => token.Word != 0 && token.Word < _lengths.Length ? _lengths[token.Word] : 0;

    /// <summary>Whether a phrase may end in this word.</summary>
    public bool Contains(in Token token) => LengthsAt(token) != 0;
}
