using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM023. Before, after or about a date: “trước ngày 30/6”, “sau năm 1975”, “khoảng năm 1820”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: AroundDate.md, beside this file.</remarks>
internal sealed class AroundDate(TimeGrammar grammar) : TimeRule("TIM023", grammar, grammar.Lexicon.Openings(TimeWord.Before, TimeWord.After, TimeWord.About, TimeWord.Near), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        var mod = Word(sentence, at) switch
        {
            TimeWord.Before => TimexMod.Before,
            TimeWord.After => TimexMod.After,
            TimeWord.Near => TimexMod.Before,
            _ => TimexMod.Approx,
        };
        var inner = at + 1;
        if (mod == TimexMod.Approx && Word(sentence, inner) is TimeWord.Those or TimeWord.These)
        {
            inner++;
        }

        // trước năm học 2027 - 2028
        if (Word(sentence, inner) == TimeWord.Year && Word(sentence, inner + 1) == TimeWord.School && Grammar.Interval(sentence, inner, out var schoolYear, out var end))
        {
            Propose(sentence, at, end.End, TimeReading.Value(schoolYear with { WholeMod = mod }, end), found, weight: 2);
            return;
        }

        if ((Grammar.ShadedPoint(sentence, inner, true, out var point) || (sentence[inner].IsNumber && mod != TimexMod.Approx && Grammar.Day(sentence, inner, true, out point, announced: true))) && point.To is null && !(point.Lunar is not null && Grammar.IsDash(sentence, point.End)) && IsTold(sentence, inner, point)
            && !(mod != TimexMod.Approx && IsCountedOff(sentence, at)))
        {
            Propose(sentence, at, point.End, TimeReading.Value(point) with { Mod = mod }, found, weight: 2);
        }
    }

    private bool IsTold(Sentence sentence, int inner, TimePoint point)
    {
        if (point.Lunar is { } lunar)
        {
            return lunar is { IsYearless: false } or { Month: > 0 };
        }

        if (point.Named)
        {
            // trước ngày 10: a day alone only where no word follows that it would count
            return point.Date.Month is not null || point.Date.YearPrecision != YearPrecision.Unspecified || point.YearShift != 0
                || (point.Date.Day is not null && !Is(sentence, point.End, TimeClass.CountedADay));
        }

        return (point.Date.YearPrecision != YearPrecision.Unspecified || point.Date is { Month: not null, Day: not null })
            && sentence[inner].IsNumber && !Grammar.IsCountAfter(sentence, -1, point.End);
    }

    // “hai tháng sau ngày …”: a length counted from a day, which is a mention of its own.
    private bool IsCountedOff(Sentence sentence, int at) =>
        Word(sentence, at - 1) is TimeWord.Year or TimeWord.Month or TimeWord.Day or TimeWord.Week
        && (sentence[at - 2].IsNumber || Grammar.Lexicon.Numeral(sentence[at - 2]) > 0 || Word(sentence, at - 2) is TimeWord.Tens or TimeWord.Many);
}
