using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes.Rules;

/// <summary>QUO001. Somebody's words in quotation marks, announced by a colon or a word of saying: the first six.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AttributedQuote.md, beside this file.</remarks>
internal sealed class AttributedQuote(Vocabulary.Builder words) : IMentionRule
{
    private const int FarthestCue = 3;

    private readonly WordSet _cues = words.AddSet(DataTable.Load("quote-cues").Column("word").Select(cue => Lexer.Split(cue)[^1]));

    /// <inheritdoc/>
    public RuleId Id { get; } = new("QUO001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("“"), words.Add("\""), words.Add("«")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        if (at > 0 && QuoteGrammar.Opens(sentence, at) && IsAnnounced(sentence, at) && QuoteGrammar.SixWordsAfter(sentence, at) is var end and > 0)
        {
            found.Add(sentence, MentionKind.Quote, at + 1, end, new QuoteValue(""), weight: 1);
        }
    }

    private bool IsAnnounced(Sentence sentence, int at)
    {
        if (sentence.Surface(at - 1) is ":")
        {
            return true;
        }

        for (int i = at - 1; i >= 0 && at - i <= FarthestCue && !sentence[i].IsMark; i--)
        {
            if (_cues.Contains(sentence[i]))
            {
                return true;
            }
        }

        return false;
    }
}
