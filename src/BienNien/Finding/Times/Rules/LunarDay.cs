using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM014. A day of the lunar calendar: “mùng 5 Tết Kỷ Dậu”, “ngày 10 tháng 3 âm lịch”, “rằm tháng Bảy”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: LunarDay.md, beside this file.</remarks>
internal sealed class LunarDay(TimeGrammar grammar) : TimeRule("TIM014", grammar, [.. grammar.Lexicon.NumeralWords, .. grammar.Lexicon.Openings(TimeWord.Day, TimeWord.Dawn, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord, TimeWord.Hour, TimeWord.Half, TimeWord.Watch, TimeWord.Mung, TimeWord.Ram)], Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at - 1) is TimeWord.Day or TimeWord.Mung || (sentence[at].IsNumber && (!Grammar.MayBeDay(sentence, at) || !Grammar.StartsFree(sentence, at))))
        {
            return;
        }

        if (Grammar.Day(sentence, at, false, out var day) && (day.Lunar is not null || day.IsMung))
        {
            Propose(sentence, at, day, found);
        }
    }
}
