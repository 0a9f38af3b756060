using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM046. The day on which a family keeps a death: “giỗ ngày 16 tháng 3”, “kỵ 20/10”. Lunar by custom, and of every year.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DeathDay.md, beside this file.</remarks>
internal sealed class DeathDay(TimeGrammar grammar) : TimeRule("TIM046", grammar, grammar.Lexicon.Openings(TimeWord.DeathDay), Openings.None)
{
    private const int MostWordsBetween = 4;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        var first = at + 1;
        first += Word(sentence, first) is TimeWord.Nhat ? 1 : 0;
        first += Word(sentence, first) is TimeWord.Colon || sentence.Surface(first) is "vào" ? 1 : 0;
        // giỗ cụ tổ 12 tháng Chạp: a few words for the dead may stand between
        TimePoint day;
        for (var words = 0; !Grammar.Day(sentence, first, true, out day); words++, first++)
        {
            if (words == MostWordsBetween || !sentence[first].IsWord)
            {
                return;
            }
        }

        var (month, number) = day switch
        {
            { Lunar: { IsYearless: true, Month: >= 1 and <= 12, Day: > 0 } lunar } => (lunar.Month, lunar.Day),
            { Lunar: null, Date: { YearPrecision: YearPrecision.Unspecified, Month: { } m and <= 12, Day: { } d } } => (day.IsMot ? 11 : m, d),
            _ => (0, 0),
        };
        if (month > 0)
        {
            var date = default(EdtfDate).WithMonth(month);
            date = month == 2 && number == 30 ? date : date.WithDay(Math.Min(number, 30));
            Propose(sentence, first, day.End, new TimeValue(TimexType.Set, date.ToString()) { Lunar = true, Part = day.Part }, found, weight: 2);
        }
    }
}
