using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM011. Two dates joined, with any part left out, or one that runs to the present: “16/9 - 14/10/1950”, “1975 đến nay”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Interval.md, beside this file.</remarks>
internal sealed class Interval(TimeGrammar grammar) : TimeRule("TIM011", grammar, grammar.Lexicon.Openings(TimeWord.Day, TimeWord.Dawn, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord, TimeWord.Half, TimeWord.Month, TimeWord.Year, TimeWord.Quarter, TimeWord.Season, TimeWord.Spring, TimeWord.SummerHe, TimeWord.Autumn, TimeWord.Winter, TimeWord.Decade, TimeWord.Century, TimeWord.CenturySign, TimeWord.Start, TimeWord.Mid, TimeWord.End, TimeWord.Mung, TimeWord.Thuong, TimeWord.Trung, TimeWord.Ha, TimeWord.About, TimeWord.Question), Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at) == TimeWord.About)
        {
            // khoảng tháng 5 đến tháng 7/2024
            if (Grammar.Interval(sentence, at + 1, out var about, out var until) && (about.Named || until.Named || (about.Date.Year is not null && until.Date.Year is not null)))
            {
                Propose(sentence, at, until.End, TimeReading.Value(about with { WholeMod = TimexMod.Approx }, until), found, weight: 2);
            }

            return;
        }

        // vụ đông xuân 1975 - 1976: a crop, of which the years are told
        if (!sentence[at].IsNumber && (Is(sentence, at - 1, TimeClass.Crop)
            || ((Is(sentence, at - 2, TimeClass.Crop) || Is(sentence, at - 3, TimeClass.Crop)) && Word(sentence, at) is TimeWord.Spring or TimeWord.Winter or TimeWord.Autumn or TimeWord.SummerHe)))
        {
            return;
        }

        if (sentence[at].IsNumber && (!Grammar.MayBeDay(sentence, at) || !Grammar.StartsFree(sentence, at)))
        {
            return;
        }

        // “- 26-27/2: …”, “17-8 đến cuối tháng 9: …”: the head of an entry
        var heads = sentence[at].IsNumber && (at == 0 || (at <= 2 && sentence[at - 1].IsMark && sentence[0].IsMark));
        if (!Grammar.Interval(sentence, at, out var first, out var last, announced: heads) || (heads && !first.Named && !last.Named && Word(sentence, last.End) != TimeWord.Colon && !Grammar.Interval(sentence, at, out first, out last)))
        {
            return;
        }

        if (sentence[at].IsNumber && !TimeGrammar.IsBareYear(sentence[at])
            && (Word(sentence, at - 1) is TimeWord.Month or TimeWord.Slash || (Word(sentence, at - 1) == TimeWord.Day && !Grammar.IsCountedDay(sentence, at - 1))))
        {
            return;     // read from ngày or tháng
        }

        if (sentence[at].IsNumber && Word(sentence, at - 1) == TimeWord.Year && !(TimeGrammar.IsBareYear(sentence[at]) && Grammar.IsCounted(sentence, at - 1)))
        {
            return;     // read from năm, save in “5 năm 2016 - 2020”
        }

        if (Word(sentence, last.End) is TimeWord.Hang or TimeWord.Hang2 && Word(sentence, last.End + 1) == TimeWord.Year
            && first.Date.Year is null && last.Date.Year is null && first.Lunar?.Year is null)
        {
            // từ ngày 6 đến ngày 8 tháng Giêng hằng năm
            var every = first.Lunar is { } from && last.Lunar is { } to
                ? Edtf.Between(default(EdtfDate).WithMonth(from.Month).WithDay(Math.Min(from.Day, 29)), default(EdtfDate).WithMonth(to.Month).WithDay(Math.Min(to.Day, 29)))
                : Edtf.Between(first.Date, last.Date);
            if (first.Lunar is null or { Month: <= 12, Day: > 0 })
            {
                Propose(sentence, at, last.End + 2, new TimeValue(TimexType.Set, every.ToString()) { Lunar = first.Lunar is not null }, found, weight: 3);
                return;
            }
        }

        Propose(sentence, at, last.End, TimeReading.Value(first, last), found, weight: 2);
    }
}
