using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM005. A quarter of a year: “quý I năm 1949”, “quý III/2024”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Quarter.md, beside this file.</remarks>
internal sealed class Quarter(TimeGrammar grammar) : TimeRule("TIM005", grammar, grammar.Lexicon.Openings(TimeWord.Quarter), Openings.RomanNumerals | Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at) == TimeWord.Quarter ? Grammar.Quarter(sentence, at, out var quarter) : Grammar.QuarterInList(sentence, at, out quarter))
        {
            Propose(sentence, at, quarter, found);
        }
    }
}
