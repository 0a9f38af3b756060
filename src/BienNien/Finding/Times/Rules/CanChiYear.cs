using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM013. A year by its name in the cycle of sixty: “năm Canh Tý”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CanChiYear.md, beside this file.</remarks>
internal sealed class CanChiYear(TimeGrammar grammar) : TimeRule("TIM013", grammar, grammar.Lexicon.Openings(TimeWord.Year), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Grammar.Year(sentence, at, out var year) && year.Lunar is { Name: not null, YearOfReign: 0 } lunar)
        {
            // “năm Mậu Thân 1788”: one mention where nothing stands between.
            var figure = sentence[year.End];
            if (TimeGrammar.IsBareYear(figure) && Grammar.EndsFree(sentence, year.End + 1))
            {
                year = year with { End = year.End + 1, Lunar = lunar with { Year = figure.Number } };
            }

            Propose(sentence, at, year, found);
        }
    }
}
