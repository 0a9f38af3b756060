using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM018. A day or month of every year: “ngày 14/10 hằng năm”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: YearlyDay.md, beside this file.</remarks>
internal sealed class YearlyDay(TimeGrammar grammar) : TimeRule("TIM018", grammar, grammar.Lexicon.Openings(TimeWord.Month, TimeWord.Mung, TimeWord.Ram, TimeWord.Day, TimeWord.Dawn, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord, TimeWord.Half), Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at - 1) is TimeWord.Day or TimeWord.Month or TimeWord.Mung
            || !(Grammar.Day(sentence, at, true, out var day) || Grammar.Month(sentence, at, out day))
            || day.Date.Year is not null)
        {
            return;
        }

        if (day is { Lunar: null, Date: { Month: null, Day: not null } } && Word(sentence, day.End) is TimeWord.Hang or TimeWord.Hang2 or TimeWord.Each
            && Word(sentence, day.End + 1) == TimeWord.Month)
        {
            Propose(sentence, at, day.End + 2, new TimeValue(TimexType.Set, day.Date.ToString()), found, weight: 3);     // ngày 15 hằng tháng
            return;
        }

        var end = day.End;
        end += Word(sentence, end) == TimeWord.Comma ? 1 : 0;
        var lunar = day.Lunar;
        var (month, number) = lunar is null ? (day.Date.Month ?? 0, day.Date.Day ?? 0) : (lunar.Month, lunar.Day);
        if (Word(sentence, end) is TimeWord.Hang or TimeWord.Hang2 or TimeWord.Each && Word(sentence, end + 1) == TimeWord.Year && month is >= 1 and <= 12
            && lunar?.Name is null)
        {
            var date = default(EdtfDate).WithMonth(month);
            // The lunar calendar has a 30th in any month.
            date = number > 0 && !(month == 2 && number == 30) ? date.WithDay(number) : date;
            Propose(sentence, at, end + 2, new TimeValue(TimexType.Set, date.ToString()) { Lunar = lunar is not null }, found, weight: 3);
        }
    }
}
