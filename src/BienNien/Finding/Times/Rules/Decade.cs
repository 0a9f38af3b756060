using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM008. A decade: “những năm 80 của thế kỷ XX”, “thập niên 1930”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Decade.md, beside this file.</remarks>
internal sealed class Decade(TimeGrammar grammar) : TimeRule("TIM008", grammar, grammar.Lexicon.Openings(TimeWord.Decade, TimeWord.Year), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Grammar.Decade(sentence, at, out var decade))
        {
            // những belongs to “những năm 80”, where the figure is no full year.
            var first = Word(sentence, at) == TimeWord.Year && sentence[at + 1] is not { IsNumber: true, Length: 4 } ? at - 1 : at;
            Propose(sentence, first, decade, found, weight: 1);
        }
    }
}
