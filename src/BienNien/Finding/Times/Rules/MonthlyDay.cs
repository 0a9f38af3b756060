using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM031. Days of every month: “các ngày 10, 20 hằng tháng”, “ngày 1 đến ngày 5 hằng tháng”, “phiên ngày 2, 7, 12”, “mùng một, ngày rằm”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: MonthlyDay.md, beside this file.</remarks>
internal sealed class MonthlyDay(TimeGrammar grammar) : TimeRule("TIM031", grammar, grammar.Lexicon.Openings(TimeWord.Day, TimeWord.Mung, TimeWord.Ram), Openings.None)
{
    private const int LongestList = 12;
    private const int FarthestMarket = 8;
    private const int MarketRound = 5;      // markets are held on two days of ten
    private const int FullMoon = 15;
    private const int Weight = 3;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at - 1) is TimeWord.Day or TimeWord.Mung or TimeWord.Month)
        {
            return;
        }

        var hasDay = Word(sentence, at) == TimeWord.Day;
        var first = hasDay ? at + 1 : at;
        if (Word(sentence, first) == TimeWord.Ram)
        {
            FullMoonDay(sentence, at, first, found);
        }
        else if (DayOf(sentence, first, out _, out _, out var isLunar) && (hasDay || isLunar))
        {
            if (!Range(sentence, at, first, found) && !(isLunar && NewMoonDay(sentence, at, first, found)))
            {
                List(sentence, at, first, found);
            }
        }
    }

    // A day by its figure or, after mùng, its numeral.
    private bool DayOf(Sentence sentence, int at, out int day, out int end, out bool isLunar)
    {
        isLunar = Word(sentence, at) == TimeWord.Mung;
        at += isLunar ? 1 : 0;
        end = at + 1;
        day = sentence[at] is { IsNumber: true, Length: <= 2 } figure ? figure.Number : isLunar ? Grammar.Lexicon.Numeral(sentence[at]) : -1;
        return day is >= 1 and <= 31 && (!sentence[at].IsNumber || Grammar.EndsFree(sentence, end) || Grammar.IsDash(sentence, end))
            && Word(sentence, end) is not (TimeWord.Month or TimeWord.Slash or TimeWord.Tet);
    }

    // ngày 10 đến ngày 25 hằng tháng
    private bool Range(Sentence sentence, int at, int first, MentionSink found)
    {
        _ = DayOf(sentence, first, out var from, out var end, out _);
        if (Word(sentence, end) is not (TimeWord.To or TimeWord.Hyphen))
        {
            return false;
        }

        var next = end + 1;
        next += Word(sentence, next) == TimeWord.Until ? 1 : 0;
        next += Word(sentence, next) == TimeWord.Day ? 1 : 0;
        if (!DayOf(sentence, next, out var to, out end, out var isLunar) || !Grammar.IsEvery(sentence, end, TimeWord.Month))
        {
            return false;
        }

        var days = Edtf.Between(default(EdtfDate).WithDay(from), default(EdtfDate).WithDay(to));
        Propose(sentence, at, end + 2, new TimeValue(TimexType.Set, days.ToString()) { Lunar = isLunar }, found, Weight);
        return true;
    }

    // ngày 10, 20 hằng tháng; ngày 2, 7, 12 âm lịch; phiên ngày 3, 8, 13: a mention for each
    private void List(Sentence sentence, int at, int first, MentionSink found)
    {
        Span<(int First, int End, int Day)> days = stackalloc (int, int, int)[LongestList];
        var count = 0;
        var place = at;
        var isLunar = false;
        var isMarket = true;
        while (count < LongestList && DayOf(sentence, first, out var day, out var end, out var isMung))
        {
            isLunar |= isMung;
            isMarket &= count == 0 || day - days[count - 1].Day == MarketRound;
            days[count++] = (place, end, day);
            if (Word(sentence, end) is not (TimeWord.Comma or TimeWord.And or TimeWord.Or))
            {
                break;
            }

            place = end + 1;
            first = Word(sentence, place) == TimeWord.Day ? place + 1 : place;
        }

        if (count == 0)
        {
            return;
        }

        var last = days[count - 1].End;
        var tail = last;
        if (Grammar.IsEvery(sentence, last, TimeWord.Month))
        {
            tail = last + 2;
        }
        else if (count > 1 && ((Word(sentence, last) == TimeWord.Am && Word(sentence, last + 1) == TimeWord.Lich) || Word(sentence, last) == TimeWord.LunarSign))
        {
            tail = Word(sentence, last) == TimeWord.Am ? last + 2 : last + 1;
            tail += Grammar.IsEvery(sentence, tail, TimeWord.Month) ? 2 : 0;
            isLunar = true;
        }
        else if (count < 2 || !isMarket || !IsOfMarket(sentence, at) || Word(sentence, last) == TimeWord.Month)
        {
            return;
        }

        for (var i = 0; i < count; i++)
        {
            var end = i == count - 1 ? tail : days[i].End;
            Propose(sentence, days[i].First, end, new TimeValue(TimexType.Set, default(EdtfDate).WithDay(days[i].Day).ToString()) { Lunar = isLunar }, found, Weight);
        }
    }

    private bool IsOfMarket(Sentence sentence, int at)
    {
        for (var back = 1; back <= FarthestMarket; back++)
        {
            if (Is(sentence, at - back, TimeClass.Market))
            {
                return true;
            }
        }

        return false;
    }

    // ngày rằm; rằm beside mùng một
    private void FullMoonDay(Sentence sentence, int at, int ram, MentionSink found)
    {
        var end = ram + 1;
        if (Word(sentence, end) == TimeWord.Month)
        {
            return;
        }

        if (Grammar.IsEvery(sentence, end, TimeWord.Month))
        {
            end += 2;
        }
        else if (!IsBesideNewMoon(sentence, at, ram) && (at == ram || !Grammar.IsFree(sentence, end)))
        {
            return;
        }

        Propose(sentence, at, end, new TimeValue(TimexType.Set, default(EdtfDate).WithDay(FullMoon).ToString()) { Lunar = true }, found, Weight);
    }

    // mùng một beside rằm
    private bool NewMoonDay(Sentence sentence, int at, int mung, MentionSink found)
    {
        _ = DayOf(sentence, mung, out var day, out var end, out _);
        var next = end + 1;
        next += Word(sentence, next) == TimeWord.Day ? 1 : 0;
        var beside = (IsJoint(sentence, end) && Word(sentence, next) == TimeWord.Ram && Word(sentence, next + 1) != TimeWord.Month)
            || (IsJoint(sentence, at - 1) && Word(sentence, at - 2) == TimeWord.Ram);
        if (beside)
        {
            Propose(sentence, at, end, new TimeValue(TimexType.Set, default(EdtfDate).WithDay(day).ToString()) { Lunar = true }, found, Weight);
        }

        return beside;
    }

    private bool IsBesideNewMoon(Sentence sentence, int at, int ram)
    {
        var next = ram + 2;
        next += Word(sentence, next) == TimeWord.Day ? 1 : 0;
        return (IsJoint(sentence, ram + 1) && Word(sentence, next) == TimeWord.Mung && DayOf(sentence, next, out var day, out _, out _) && day <= 2)
            || (IsJoint(sentence, at - 1) && Word(sentence, at - 3) == TimeWord.Mung);
    }

    private bool IsJoint(Sentence sentence, int at) => Word(sentence, at) is TimeWord.Comma or TimeWord.And or TimeWord.Or;
}
