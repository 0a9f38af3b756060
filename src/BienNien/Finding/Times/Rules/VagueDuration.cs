using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM016. A length of time without a figure: “mấy ngàn năm”, “hàng trăm năm”, “nhiều năm”, “mười mấy năm”, “hàng tháng trời”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: VagueDuration.md, beside this file.</remarks>
internal sealed class VagueDuration(TimeGrammar grammar) : TimeRule("TIM016", grammar, [.. grammar.Lexicon.NumeralWords, .. grammar.Lexicon.Openings(TimeWord.SeveralMay, TimeWord.SeveralVai, TimeWord.SeveralDam, TimeWord.SeveralDoi, TimeWord.Many, TimeWord.Hang2)], Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Grammar.Amount(sentence, at, out var amount) && amount.Value is null && DurationGrammar.Unit(Grammar, sentence, amount.End, out var unit, out var end)
            && !(Word(sentence, at) == TimeWord.SeveralVai && Grammar.Lexicon.Numeral(sentence[at - 1]) == 1))
        {
            var isWhole = Word(sentence, at) == TimeWord.Hang2 && amount.Order == 0;        // hàng tháng trời
            var order = amount.Order > 0;
            Propose(sentence, at, isWhole ? end + 1 : end, new TimeValue(TimexType.Duration, IsoDuration.Unknown(unit.Unit).ToString(), order || isWhole ? TimexMod.Order : TimexMod.None)
            {
                Order = order ? amount.Order * unit.Factor : null,
            }, found);
        }
    }
}
