using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM002. A day of the solar calendar, in figures or words: “01/4/1930”, “ngày 3 tháng 2 năm 1930”, “sáng 16/9/1950”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CalendarDay.md, beside this file.</remarks>
internal sealed class CalendarDay(TimeGrammar grammar) : TimeRule("TIM002", grammar, grammar.Lexicon.Openings(TimeWord.Day, TimeWord.Dawn, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord, TimeWord.Hour, TimeWord.Half, TimeWord.Watch), Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (sentence[at].IsNumber)
        {
            // A figure after ngày or a part of the day is read from there.
            if (Word(sentence, at - 1) is TimeWord.Day or TimeWord.Mung || !Grammar.StartsFree(sentence, at) || !Grammar.Day(sentence, at, Is(sentence, at - 1, TimeClass.DayIntroducer) || ContinuesList(sentence, at), out var bare) || bare.Lunar is not null || IsLone(bare))
            {
                return;
            }

            var named = bare.Date.YearPrecision != YearPrecision.Unspecified
                || (!Is(sentence, at - 1, TimeClass.NamedAfterDay) && !Is(sentence, at - 1, TimeClass.Label) && Word(sentence, bare.End) != TimeWord.Times);
            if (named && !(Word(sentence, at - 1) == TimeWord.Month && sentence[at].Length <= 2 && bare.Date.Day is null))
            {
                Propose(sentence, at, bare, found);
            }

            return;
        }

        if (Grammar.Day(sentence, at, false, out var day) && day.Lunar is null && !(IsLone(day) && !day.IsMung && Counts(sentence, day.End)))
        {
            Propose(sentence, at, day, found);
        }
    }

    // ngày 30/4, 1/5 và 2/9
    private bool ContinuesList(Sentence sentence, int at)
    {
        for (var pairs = 0; pairs < 6 && Word(sentence, at - 1) is TimeWord.Comma or TimeWord.And; pairs++)
        {
            if (!sentence[at - 2].IsNumber || Word(sentence, at - 3) != TimeWord.Slash || !sentence[at - 4].IsNumber)
            {
                return false;
            }

            at -= 4;
            if (Word(sentence, at - 1) == TimeWord.Day || Is(sentence, at - 1, TimeClass.DayIntroducer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLone(TimePoint day) => day.Date is { Month: null, Day: not null };

    // ngày 3 buổi, ngày 2 lần
    private bool Counts(Sentence sentence, int at) =>
        sentence[at].IsWord && !sentence[at].Capitalised && !Is(sentence, at, TimeClass.Follower);
}
