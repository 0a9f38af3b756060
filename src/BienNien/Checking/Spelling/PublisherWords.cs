using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>The words before the name of a publishing house: “Nxb”, “NXB”, “Nhà xuất bản”. Immutable, safe to share.</summary>
internal sealed class PublisherWords(Vocabulary.Builder words)
{
    private readonly int _short = words.Add("Nxb");
    private readonly ImmutableArray<int> _whole = words.AddPhrase("nhà xuất bản");

    /// <summary>One past the words that begin at a token; 0 where none do.</summary>
    public int EndAt(ImmutableArray<Token> tokens, int at) =>
        tokens[at].Word == _short ? at + 1
        : at + 2 < tokens.Length && tokens[at].Word == _whole[0] && tokens[at + 1].Word == _whole[1] && tokens[at + 2].Word == _whole[2] ? at + 3 : 0;
}
