using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM030. A day of every week: “thứ Hai hằng tuần”, “chiều thứ Bảy hằng tuần”, “trừ Chủ nhật”, “thứ Ba đến thứ Sáu”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: WeeklyDay.md, beside this file.</remarks>
internal sealed class WeeklyDay(TimeGrammar grammar) : TimeRule("TIM030", grammar, grammar.Lexicon.Openings(TimeWord.Ordinal, TimeWord.ChuOf, TimeWord.Day, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord), Openings.None)
{
    private const int FarthestRegular = 24;
    private const int FarthestAfter = 5;
    private const int FarthestEach = 8;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        var first = at + Grammar.PartOfDay(sentence, at, out var part);
        first += Word(sentence, first) == TimeWord.Day ? 1 : 0;
        if (!Weekday(sentence, first, out var weekday, out var end) || (first == at && (Word(sentence, at - 1) == TimeWord.Day || Grammar.PartOfDay(sentence, at - 1, out _) == 1)))
        {
            return;
        }

        var value = $"XXXX-WXX-{weekday}";
        var isRange = false;
        if (Word(sentence, end) is TimeWord.To or TimeWord.Hyphen && Weekday(sentence, end + 1, out var last, out var lastEnd))
        {
            isRange = true;
            end = lastEnd;
            value = $"{value}/XXXX-WXX-{last}";
        }
        else if (Word(sentence, at - 1) is TimeWord.To or TimeWord.Hyphen && Weekday(sentence, at - 3, out _, out var before) && before == at - 1)
        {
            return;     // the end of such a range
        }

        if (Grammar.IsEvery(sentence, end, TimeWord.Week))
        {
            end += 2;
        }
        else if (!IsNamed(sentence, first) || IsOfOneWeek(sentence, first, end) || !(isRange || IsRegular(sentence, at, end)))
        {
            return;
        }

        Propose(sentence, at, end, new TimeValue(TimexType.Set, value) { Part = part }, found, weight: 3);
    }

    // With its word: a T7 by itself is the name of something else.
    private bool Weekday(Sentence sentence, int at, out int weekday, out int end) =>
        Grammar.NamedWeekday(sentence, at, out weekday, out end) && end == at + 2;

    // “thứ Hai”; “thứ hai” is the second but after “mỗi tuần”. “Chiến tranh thế giới thứ Hai”, “lần thứ Ba” and the like are ordinals too.
    private bool IsNamed(Sentence sentence, int first)
    {
        // năm Khải Lịch thứ 2: counted after a name
        if (Word(sentence, first) == TimeWord.Ordinal && (sentence[first + 1].IsNumber || (sentence[first - 1] is { IsWord: true, Capitalised: true } && Grammar.PartOfDay(sentence, first - 1, out _) == 0)))
        {
            return false;
        }

        if (Word(sentence, first) == TimeWord.ChuOf)
        {
            return sentence[first].Capitalised || Word(sentence, first - 1) is TimeWord.Day or TimeWord.Morning or TimeWord.Afternoon or TimeWord.Evening;
        }

        if (!sentence[first + 1].Capitalised && !sentence[first + 1].IsNumber)
        {
            for (var back = 1; back <= FarthestEach; back++)
            {
                if (Grammar.IsEvery(sentence, first - back, TimeWord.Week))
                {
                    return true;
                }
            }

            return false;
        }

        var before = sentence[first - 1];
        return first == 0 || before.IsMark || Is(sentence, first - 1, TimeClass.Follower) || Is(sentence, first - 1, TimeClass.Regular) || Is(sentence, first - 1, TimeClass.ClockAnnouncer)
            || Word(sentence, first - 1) is TimeWord.Day or TimeWord.Morning or TimeWord.Noon or TimeWord.Afternoon or TimeWord.Evening or TimeWord.Night or TimeWord.Hom or TimeWord.And or TimeWord.Or or TimeWord.From or TimeWord.To;
    }

    // thứ Ba, ngày 12/3/2024; 12/3/2024 (thứ Ba); thứ Hai tuần sau; Ngày Chủ nhật xanh
    private bool IsOfOneWeek(Sentence sentence, int first, int end)
    {
        var next = end + (Word(sentence, end) == TimeWord.Comma ? 1 : 0);
        return Grammar.Day(sentence, next, true, out _) || Word(sentence, end) is TimeWord.Week or TimeWord.This or TimeWord.That or TimeWord.After or TimeWord.Before
            || (Word(sentence, first - 1) == TimeWord.Open && sentence[first - 2].IsNumber)
            || (sentence[end].IsWord && !Grammar.IsFree(sentence, end) && !Is(sentence, end, TimeClass.Regular) && Word(sentence, end) != TimeWord.Have);
    }

    // What its sentence says before it, or soon after, is the rule.
    private bool IsRegular(Sentence sentence, int at, int end)
    {
        for (var back = 1; back <= FarthestRegular && at - back >= 0; back++)
        {
            if (Is(sentence, at - back, TimeClass.Regular))
            {
                return true;
            }
        }

        for (var ahead = 0; ahead < FarthestAfter && end + ahead < sentence.Count; ahead++)
        {
            if (Is(sentence, end + ahead, TimeClass.Regular))
            {
                return true;
            }
        }

        return false;
    }
}
