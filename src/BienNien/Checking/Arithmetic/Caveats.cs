using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Words by which a writer says that figures do not agree, and why: then there is nothing to tell (<c>data/figure-caveats.tsv</c>). Immutable.</summary>
internal sealed class Caveats
{
    private readonly WordSet _words;
    private readonly ImmutableArray<ImmutableArray<int>> _phrases;

    public Caveats(Vocabulary.Builder words)
    {
        string[] phrases = [.. DataTable.Load("figure-caveats").Column("phrase")];
        _words = words.AddSet(phrases.Where(static phrase => !phrase.Contains(' ', StringComparison.Ordinal)));
        _phrases = [.. phrases.Where(static phrase => phrase.Contains(' ', StringComparison.Ordinal)).Select(words.AddPhrase)];
    }

    /// <summary>Whether such words stand in the sentence of a token, or in the one behind it in the same block.</summary>
    /// <param name="document">The document.</param>
    /// <param name="token">The token.</param>
    /// <param name="behind">Whether the next sentence counts, too.</param>
    public bool Around(TokenizedDocument document, int token, bool behind)
    {
        int index = document.SentenceOfToken(token);
        SentenceRange sentence = document.Sentences[index];
        int end = behind && index + 1 < document.Sentences.Length && document.Sentences[index + 1].Block == sentence.Block ? document.Sentences[index + 1].End : sentence.End;
        for (int at = sentence.First; at < end; at++)
        {
            if (_words.Contains(document.Tokens[at]))
            {
                return true;
            }

            foreach (ImmutableArray<int> phrase in _phrases)
            {
                int i = 0;
                while (i < phrase.Length && at + i < end && document.Tokens[at + i].Word == phrase[i])
                {
                    i++;
                }

                if (i == phrase.Length)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
