using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM024. The new year of a year, without a day: “Tết Mậu Thân 1968”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Tet.md, beside this file.</remarks>
internal sealed class Tet(TimeGrammar grammar) : TimeRule("TIM024", grammar, grammar.Lexicon.Openings(TimeWord.Tet), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at - 1) is TimeWord.Mung || sentence[at - 1].IsNumber || Grammar.Lexicon.Numeral(sentence[at - 1]) > 0)
        {
            return;
        }

        var tet = Grammar.TetYear(sentence, at + 1);
        if (tet.Lunar is { } lunar && (lunar.Name is not null || lunar.Year is not null))
        {
            Propose(sentence, at, tet with { Lunar = lunar with { Month = 1, Day = 1 }, Named = true }, found);
        }
    }
}
