using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM045. A date of several parts side by side, as chronicles and steles tell it: “Tự Đức năm thứ 15, mùa hạ, tháng 5, ngày mồng 9”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Chronicle.md, beside this file.</remarks>
internal sealed class Chronicle(TimeGrammar grammar) : TimeRule("TIM045", grammar, [.. grammar.ReignOpenings, .. grammar.RulerOpenings, .. grammar.Lexicon.StemWords, .. grammar.Lexicon.Openings(TimeWord.Year, TimeWord.Nien, TimeWord.Season, TimeWord.Month, TimeWord.Leap, TimeWord.Day, TimeWord.Mung, TimeWord.Ram, TimeWord.Hour, TimeWord.Watch, TimeWord.Dawn, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord, TimeWord.Half)], Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        // After a figure it is a unit or the rest of a date: 3 tháng 5 ngày, hai năm 1940.
        var before = sentence[at - 1];
        if (before.IsNumber || Grammar.Lexicon.Numeral(before) > 0 || Word(sentence, at - 1) is TimeWord.Tens or TimeWord.Slash or TimeWord.Hieu or TimeWord.Tet
            || (Word(sentence, at) == TimeWord.Year && Grammar.IsCounted(sentence, at))
            || (Word(sentence, at) is TimeWord.Mung or TimeWord.Ram && Word(sentence, at - 1) == TimeWord.Day))
        {
            return;
        }

        if (Grammar.Chronicle(sentence, at, out var date))
        {
            Propose(sentence, at, date, found);
        }
    }
}
