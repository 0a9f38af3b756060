using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM021. The beginning, middle or end of a time: “cuối tháng 8/1950”, “đầu thế kỷ XX”, “nửa đầu năm 1945”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ShadedDate.md, beside this file.</remarks>
internal sealed class ShadedDate(TimeGrammar grammar) : TimeRule("TIM021", grammar, grammar.Lexicon.Openings(TimeWord.Start, TimeWord.Mid, TimeWord.End, TimeWord.Half, TimeWord.Thuong, TimeWord.Trung, TimeWord.Ha, TimeWord.Those, TimeWord.These), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at) is TimeWord.Those or TimeWord.These)
        {
            // những năm đầu thế kỷ XX, những ngày cuối tháng 8/1945
            var mod = Word(sentence, at + 2) switch { TimeWord.Start => TimexMod.Start, TimeWord.Mid => TimexMod.Mid, TimeWord.End => TimexMod.End, _ => TimexMod.None };
            var inner = Word(sentence, at + 3) == TimeWord.Of ? at + 4 : at + 3;
            if (mod != TimexMod.None && Word(sentence, at + 1) is TimeWord.Year or TimeWord.Month or TimeWord.Day
                && Grammar.Point(sentence, inner, false, out var whole) && whole.Date.Day is null && whole.Lunar is null)
            {
                Propose(sentence, at, whole with { Mod = mod }, found, weight: 2);
            }

            return;
        }

        if (Grammar.Shade(sentence, at, out _) > 0 && Grammar.ShadedPoint(sentence, at, false, out var point))
        {
            Propose(sentence, at, point, found, weight: 2);
        }
    }
}
