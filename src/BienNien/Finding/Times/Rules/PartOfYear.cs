using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM007. Months counted from the beginning or end of a year: “6 tháng đầu năm 2024”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PartOfYear.md, beside this file.</remarks>
internal sealed class PartOfYear(TimeGrammar grammar) : TimeRule("TIM007", grammar, [.. grammar.Lexicon.NumeralWords], Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Grammar.PartOfYear(sentence, at, out var part) && Word(sentence, at - 1) != TimeWord.Ordinal)
        {
            Propose(sentence, at, part, found, weight: 3);
        }
    }
}
