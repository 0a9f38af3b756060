using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM018. A day, month or quarter of every year, a day of every month: “ngày 14/10 hằng năm”, “quý IV hằng năm”, “trước ngày 20 hằng tháng”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: YearlyDay.md, beside this file.</remarks>
internal sealed class YearlyDay(TimeGrammar grammar) : TimeRule("TIM018", grammar, grammar.Lexicon.Openings(TimeWord.Month, TimeWord.Quarter, TimeWord.Mung, TimeWord.Ram, TimeWord.Day, TimeWord.Dawn, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord, TimeWord.Half, TimeWord.Before, TimeWord.After, TimeWord.About), Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (sentence[at].IsNumber && !Grammar.MayBeDay(sentence, at))
        {
            return;
        }

        var mod = Word(sentence, at) switch
        {
            TimeWord.Before => TimexMod.Before,
            TimeWord.After => TimexMod.After,
            TimeWord.About => TimexMod.Approx,
            _ => TimexMod.None,
        };
        var first = mod == TimexMod.None ? at : at + 1;
        if (Word(sentence, first - 1) is TimeWord.Day or TimeWord.Month or TimeWord.Mung
            || !(Grammar.Day(sentence, first, true, out var day) || Grammar.Month(sentence, first, out day) || Grammar.Quarter(sentence, first, out day))
            || day.Date.Year is not null)
        {
            return;
        }

        if (day is { Lunar: null, Named: true, Date: { Month: null, Day: not null } } && Grammar.IsEvery(sentence, day.End, TimeWord.Month))
        {
            Propose(sentence, at, day.End + 2, new TimeValue(TimexType.Set, day.Date.ToString(), mod) { Part = day.Part }, found, weight: 3);     // ngày 15 hằng tháng
            return;
        }

        var end = day.End;
        end += Word(sentence, end) == TimeWord.Comma ? 1 : 0;
        var lunar = day.Lunar;
        var (month, number) = lunar is null ? (day.Date.Month ?? 0, day.Date.Day ?? 0) : (lunar.Month, lunar.Day);
        if (Grammar.IsEvery(sentence, end, TimeWord.Year) && month is (>= 1 and <= 12) or (>= 33 and <= 36) && lunar?.Name is null)
        {
            var date = default(EdtfDate).WithMonth(month);
            // The lunar calendar has a 30th in any month.
            date = number > 0 && !(month == 2 && number == 30) ? date.WithDay(number) : date;
            Propose(sentence, at, end + 2, new TimeValue(TimexType.Set, date.ToString(), mod) { Lunar = lunar is not null, Part = day.Part }, found, weight: 3);
        }
    }
}
