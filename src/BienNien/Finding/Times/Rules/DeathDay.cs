using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM032. The day on which the dead are remembered, which every lunar year has: “giỗ ngày 16 tháng 3”, “kỵ 12/10”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DeathDay.md, beside this file.</remarks>
internal sealed class DeathDay(TimeGrammar grammar) : TimeRule("TIM032", grammar, grammar.Lexicon.Openings(TimeWord.DeathDay), Openings.None)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        var first = at + 1;
        first += Word(sentence, first) == TimeWord.Colon || Is(sentence, first, TimeClass.ClockAnnouncer) ? 1 : 0;
        if (!Grammar.Day(sentence, first, true, out var day) || day.Invalid || day.Date.Year is not null || day.Lunar is { Year: not null } or { Name: not null } or { YearOfReign: > 0 })
        {
            return;
        }

        var (month, number) = day.Lunar is { } lunar ? (lunar.Month, lunar.Day) : (day.Date.Month ?? 0, day.Date.Day ?? 0);
        // Those of month 13 are the days before Tết; a 30th is kept as its month.
        if (month is >= 1 and <= 12 && number > 0)
        {
            var date = default(EdtfDate).WithMonth(month);
            date = number < 30 ? date.WithDay(number) : date;
            Propose(sentence, first, day.End, new TimeValue(TimexType.Set, date.ToString(), day.Mod) { Lunar = true, Part = day.Part }, found, weight: 3);
        }
    }
}
