using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM021. The beginning, middle or end of a time: “cuối tháng 8/1950”, “đầu thế kỷ XX”, “nửa đầu năm 1945”, “cuối năm”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ShadedDate.md, beside this file.</remarks>
internal sealed class ShadedDate(TimeGrammar grammar) : TimeRule(
    "TIM021", grammar,
    grammar.Lexicon.Openings(TimeWord.Start, TimeWord.Mid, TimeWord.End, TimeWord.Half, TimeWord.Thuong, TimeWord.Trung, TimeWord.Ha, TimeWord.Those, TimeWord.These, TimeWord.SeveralMay, TimeWord.SeveralVai),
    Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at) is TimeWord.Those or TimeWord.These or TimeWord.SeveralMay or TimeWord.SeveralVai)
        {
            Several(sentence, at, found);
            return;
        }

        var shade = Grammar.Shade(sentence, at, out var mod);
        if (shade == 0)
        {
            return;
        }

        if (Grammar.ShadedPoint(sentence, at, false, out var point))
        {
            Propose(sentence, at, point, found, weight: 2);
        }
        else if (shade == 2 && Word(sentence, at + 1) == TimeWord.Week)
        {
            // “Hạ tuần, …”: of the month that the text speaks of
            var month = new TimeReading(new TimePoint(at + 2, default) { Mod = mod }, Relation: TimeRelation.SameMonth);
            Propose(sentence, at, at + 2, new TimeValue(TimexType.Date, "XXXX", mod) { Implicit = true, Reading = month }, found);
        }
        else if (Word(sentence, at + shade) == TimeWord.Year && IsOfThatYear(sentence, at, at + shade + 1))
        {
            Propose(sentence, at, new TimePoint(at + shade + 1, default) { Mod = mod, IsOfContext = true }, found);
        }
    }

    // “Cuối năm, huyện …”: of the year that the text speaks of; not a report, a feast or a habit of every year's end.
    private bool IsOfThatYear(Sentence sentence, int at, int end) =>
        (at == 0 || sentence[at - 1].IsMark || Word(sentence, at - 1) is TimeWord.To or TimeWord.From or TimeWord.Into)
        && !sentence[end].IsNumber && Word(sentence, end) is not (TimeWord.School or TimeWord.Am or TimeWord.Duong or TimeWord.Hang or TimeWord.Each) && !(sentence[end].IsWord && sentence[end].Capitalised)
        && !Is(sentence, end, TimeClass.NewYear) && Grammar.Lexicon.Numeral(sentence[end]) < 0;

    // những năm đầu thế kỷ XX, những ngày cuối tháng 8/1945, những thập niên đầu thế kỷ XX, mấy tháng cuối năm
    private void Several(Sentence sentence, int at, MentionSink found)
    {
        var unit = Word(sentence, at + 1);
        var shadeAt = unit switch
        {
            TimeWord.Year or TimeWord.Month or TimeWord.Day or TimeWord.Week => at + 2,
            TimeWord.Decade or TimeWord.Century when Word(sentence, at + 2) is TimeWord.Ky or TimeWord.Nien => at + 3,
            _ => -1,
        };
        var mod = shadeAt < 0 ? TimexMod.None : Word(sentence, shadeAt) switch { TimeWord.Start => TimexMod.Start, TimeWord.Mid => TimexMod.Mid, TimeWord.End => TimexMod.End, _ => TimexMod.None };
        if (mod == TimexMod.None)
        {
            return;
        }

        var inner = Word(sentence, shadeAt + 1) == TimeWord.Of ? shadeAt + 2 : shadeAt + 1;
        if (Grammar.Point(sentence, inner, false, out var whole) || Grammar.ShiftedYear(sentence, inner, out whole))
        {
            if (whole.Date.Day is null && whole.Lunar is null)
            {
                Propose(sentence, at, whole with { Mod = mod }, found, weight: 2);
            }
        }
        else if (unit == TimeWord.Month && Word(sentence, inner) == TimeWord.Year && IsOfThatYear(sentence, 0, inner + 1))
        {
            Propose(sentence, at, new TimePoint(inner + 1, default) { Mod = mod, IsOfContext = true }, found, weight: 1);
        }
    }
}
