using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM021. The beginning, middle or end of a time: “cuối tháng 8/1950”, “đầu thế kỷ XX”, “nửa đầu năm 1945”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ShadedDate.md, beside this file.</remarks>
internal sealed class ShadedDate(TimeGrammar grammar) : TimeRule("TIM021", grammar, grammar.Lexicon.Openings(TimeWord.Start, TimeWord.Mid, TimeWord.End, TimeWord.Half, TimeWord.Thuong, TimeWord.Trung, TimeWord.Ha), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Grammar.Shade(sentence, at, out _) > 0 && Grammar.ShadedPoint(sentence, at, false, out var point))
        {
            Propose(sentence, at, point, found, weight: 2);
        }
    }
}
