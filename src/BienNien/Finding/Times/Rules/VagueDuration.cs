using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM016. A length of time without a figure: “mấy ngàn năm”, “hàng trăm năm”, “nhiều năm”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: VagueDuration.md, beside this file.</remarks>
internal sealed class VagueDuration(TimeGrammar grammar) : TimeRule("TIM016", grammar, grammar.Lexicon.Openings(TimeWord.SeveralMay, TimeWord.SeveralVai, TimeWord.Many, TimeWord.Hang2), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Grammar.Amount(sentence, at, out var amount) && DurationGrammar.Unit(Grammar, sentence, amount.End, out var unit, out var end))
        {
            var order = amount.Order > 0;
            Propose(sentence, at, end, new TimeValue(TimexType.Duration, IsoDuration.Unknown(unit.Unit).ToString(), order ? TimexMod.Order : TimexMod.None)
            {
                Order = order ? amount.Order * unit.Factor : null,
            }, found);
        }
    }
}
