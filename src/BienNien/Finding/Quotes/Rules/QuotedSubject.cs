using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes.Rules;

/// <summary>QUO002. The subject of a paper in quotation marks: “Chỉ thị số 05-CT/TW về ‘đẩy mạnh …’”; kept only after a reference to a paper.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: QuotedSubject.md, beside this file; <see cref="Speakers"/> drops the others.</remarks>
internal sealed class QuotedSubject(Vocabulary.Builder words) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id => Speakers.Subject;

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords { get; } = [words.Add("“"), words.Add("\"")];

    /// <inheritdoc/>
    public Openings Openings => Openings.None;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        // A title right after a type of paper is the reference itself, not a quotation from it.
        if (at > 0 && sentence[at - 1].IsWord && QuoteGrammar.Opens(sentence, at) && QuoteGrammar.SixWordsAfter(sentence, at) is var end and > 0)
        {
            found.Add(sentence, MentionKind.Quote, at + 1, end, new QuoteValue(""));
        }
    }
}
