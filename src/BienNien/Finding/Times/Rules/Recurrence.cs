using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM017. What comes again: “hằng năm”, “mỗi quý một lần”, “định kỳ 6 tháng”, “ba năm đáo lệ một lần”, “ngày ngày”, “thường niên”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Recurrence.md, beside this file.</remarks>
internal sealed class Recurrence(TimeGrammar grammar) : TimeRule("TIM017", grammar, [.. grammar.Lexicon.NumeralWords, .. grammar.Lexicon.Openings(TimeWord.Hang, TimeWord.Hang2, TimeWord.Each, TimeWord.Dinh, TimeWord.Usual, TimeWord.Day, TimeWord.Night, TimeWord.Morning, TimeWord.Afternoon, TimeWord.Week)], Openings.Numbers)
{
    private const int LongestDoing = 3;
    private const int LongestList = 4;
    private const int Weight = 1;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        int end;
        switch (Word(sentence, at))
        {
            case TimeWord.Hang or TimeWord.Hang2 or TimeWord.Each:
                if (Every(sentence, at, out var every, out var part, out end))
                {
                    end += TurnsAfter(sentence, end);
                    Propose(sentence, at, end, new TimeValue(TimexType.Set, every) { Part = part }, found, Weight);
                    if (Word(sentence, at) != TimeWord.Each)
                    {
                        Others(sentence, end, hasAmounts: false, found);
                    }
                }

                return;
            case TimeWord.Dinh when Word(sentence, at + 1) == TimeWord.Period:
                if (Every(sentence, at + 2, out every, out part, out end) || Length(sentence, at + 2, out every, out end) || Bare(sentence, at + 2, out every, out end))
                {
                    end += TurnsAfter(sentence, end);
                    Propose(sentence, at, end, new TimeValue(TimexType.Set, every), found, Weight);
                    Others(sentence, end, hasAmounts: true, found);
                }

                return;
            case TimeWord.Usual when Word(sentence, at + 1) == TimeWord.Nien:
                Propose(sentence, at, at + 2, new TimeValue(TimexType.Set, "P1Y"), found, Weight);
                return;
            case TimeWord.Day or TimeWord.Night or TimeWord.Morning or TimeWord.Afternoon or TimeWord.Week:
                Doubled(sentence, at, found);
                return;
            default:
                if (Grammar.Amount(sentence, at, out var nights) && nights.Value is { } count && Word(sentence, nights.End) == TimeWord.Night)
                {
                    end = nights.End + 1;
                    if (OnceAfter(sentence, ref end))
                    {
                        Propose(sentence, at, end, new TimeValue(TimexType.Set, IsoDuration.Of(count, DurationUnit.Day).ToString()), found, Weight);     // 5 đêm một lượt
                    }

                    return;
                }

                if (Word(sentence, at - 1) is not (TimeWord.Month or TimeWord.After) && !Is(sentence, at - 1, TimeClass.BeforeLength)
                    && DurationGrammar.Read(Grammar, sentence, at, out var length, out end, out var mod) && mod == TimexMod.None && OnceAfter(sentence, ref end))
                {
                    Propose(sentence, at, end, new TimeValue(TimexType.Set, length), found, Weight);
                }

                return;
        }
    }

    // hằng năm, mỗi quý, hằng đêm, mỗi buổi sáng; hàng only where it is no ware
    private bool Every(Sentence sentence, int at, out string every, out string? part, out int end)
    {
        every = "P1D";
        part = null;
        end = at + 1;
        if (Word(sentence, at) is not (TimeWord.Hang or TimeWord.Hang2 or TimeWord.Each) || (Word(sentence, at) == TimeWord.Hang2 && IsWare(sentence, at)))
        {
            return false;
        }

        if (Word(sentence, at + 1) is TimeWord.PartWord or TimeWord.Morning or TimeWord.Noon or TimeWord.Afternoon or TimeWord.Evening or TimeWord.Night
            && Grammar.PartOfDay(sentence, at + 1, out part) is > 0 and var length)
        {
            end = at + 1 + length;
            return Word(sentence, end) is not (TimeWord.Da or TimeWord.Thieu);
        }

        return Period(sentence, at + 1, out every, out end);
    }

    private bool Period(Sentence sentence, int at, out string every, out int end)
    {
        end = at + 1;
        every = Word(sentence, at) switch
        {
            TimeWord.Year => "P1Y",
            TimeWord.Quarter => "P3M",
            TimeWord.Month => "P1M",
            TimeWord.Week => "P1W",
            TimeWord.Day => "P1D",
            TimeWord.Hour => "PT1H",
            TimeWord.Minute => "PT1M",
            TimeWord.Century => "P100Y",
            TimeWord.Decade => "P10Y",
            _ => "",
        };
        end += Word(sentence, at) switch
        {
            TimeWord.Week when Word(sentence, end) == TimeWord.Le => 1,
            TimeWord.Day when Word(sentence, end) == TimeWord.Night => 1,
            TimeWord.Century when Word(sentence, end) == TimeWord.Ky => 1,
            TimeWord.Decade when Word(sentence, end) is TimeWord.Ky or TimeWord.Nien => 1,
            _ => 0,
        };
        return every.Length > 0 && !Is(sentence, end, TimeClass.OtherPeriod) && !(Word(sentence, at) is TimeWord.Century or TimeWord.Decade && end == at + 1);
    }

    // bán hàng, cửa hàng; hàng năm gian, hàng ngày một đông, hàng quý (lụa); đầu hàng năm 1945
    private bool IsWare(Sentence sentence, int at)
    {
        if (Is(sentence, at - 1, TimeClass.BeforeWare) || Grammar.Lexicon.Numeral(sentence[at - 1]) > 0 || sentence[at - 1].IsNumber)
        {
            return true;
        }

        var next = at + 2;
        switch (Word(sentence, at + 1))
        {
            case TimeWord.Year:
                return Word(sentence, next) is TimeWord.Hundred or TimeWord.Thousand or TimeWord.TenThousand or TimeWord.Chuc or TimeWord.Million or TimeWord.Sky
                    || Is(sentence, next, TimeClass.BeforeWare) || sentence[next] is { IsNumber: true, Length: >= 3 };
            case TimeWord.Quarter:
                return Word(sentence, next) == TimeWord.Open || (at > 0 && sentence[at - 1].IsMark && Word(sentence, next) != TimeWord.Comma)
                    || Word(sentence, next - 3) == TimeWord.None && Is(sentence, next, TimeClass.Narrated);
            case TimeWord.Day or TimeWord.Month or TimeWord.Week:
                return Word(sentence, next) == TimeWord.Sky || sentence[next].IsNumber
                    || (Grammar.Lexicon.Numeral(sentence[next]) > 0 && TurnsAfter(sentence, next) == 0);
            default:
                return false;
        }
    }

    private bool Length(Sentence sentence, int at, out string every, out int end) =>
        DurationGrammar.Read(Grammar, sentence, at, out every, out end, out var mod) && mod == TimexMod.None;

    // A period without a word for each, where nothing but a mark or a joint follows: “định kỳ tháng, quý và năm”.
    private bool Bare(Sentence sentence, int at, out string every, out int end) =>
        Period(sentence, at, out every, out end) && Word(sentence, at) is TimeWord.Year or TimeWord.Quarter or TimeWord.Month or TimeWord.Week or TimeWord.Day
        && !sentence[end].IsNumber && Grammar.IsFree(sentence, end);

    // The rest of such a list: “hằng quý, 6 tháng, năm”.
    private void Others(Sentence sentence, int at, bool hasAmounts, MentionSink found)
    {
        for (var count = 0; count < LongestList && Word(sentence, at) is TimeWord.Comma or TimeWord.And or TimeWord.Or; count++)
        {
            var first = at + 1;
            if (!Bare(sentence, first, out var every, out var end) && !(hasAmounts && Length(sentence, first, out every, out end) && Grammar.IsFree(sentence, end)))
            {
                return;
            }

            Propose(sentence, first, end, new TimeValue(TimexType.Set, every), found, Weight);
            at = end;
        }
    }

    // ngày ngày, đêm đêm; ngày hai buổi, tuần 3 lần
    private void Doubled(Sentence sentence, int at, MentionSink found)
    {
        var word = Word(sentence, at);
        if (sentence[at - 1].IsNumber || Grammar.Lexicon.Numeral(sentence[at - 1]) > 0
            || Word(sentence, at - 1) is TimeWord.Each or TimeWord.Hang or TimeWord.Hang2 or TimeWord.Those or TimeWord.These or TimeWord.Tens or TimeWord.Many
                or TimeWord.SeveralMay or TimeWord.SeveralVai or TimeWord.Half or TimeWord.Thuong or TimeWord.Trung or TimeWord.Ha or TimeWord.Period || Word(sentence, at - 1) == word)
        {
            return;
        }

        if (word != TimeWord.Week && Word(sentence, at + 1) == word)
        {
            if (!sentence[at + 2].IsNumber)
            {
                _ = Grammar.PartOfDay(sentence, at, out var part);
                Propose(sentence, at, at + 2, new TimeValue(TimexType.Set, "P1D") { Part = part }, found, Weight);
            }
        }
        else if (word is TimeWord.Day or TimeWord.Week && TurnsAfter(sentence, at + 1) is > 0 and var turns)
        {
            Propose(sentence, at, at + 1 + turns, new TimeValue(TimexType.Set, word == TimeWord.Day ? "P1D" : "P1W"), found, Weight);
        }
    }

    // “hai buổi”, “02 lần”, “một kỳ”; “2 vụ” is what is counted, not how often
    private int TurnsAfter(Sentence sentence, int at)
    {
        var end = at + 1;
        if (!(sentence[at] is { IsNumber: true, Length: <= 2, Number: > 0 } || Grammar.SmallNumeral(sentence, at, out _, out end)) || !Is(sentence, end, TimeClass.Turn))
        {
            return 0;
        }

        return Word(sentence, end) == TimeWord.Times || Grammar.IsFree(sentence, end + 1) ? end + 1 - at : 0;
    }

    // “một lần”, “một phiên”, “họp một lần”, “đáo lệ một lần”
    private bool OnceAfter(Sentence sentence, ref int end)
    {
        for (var doing = 0; doing <= LongestDoing; doing++)
        {
            var at = end + doing;
            if ((sentence[at].Number == 1 || Grammar.Lexicon.Numeral(sentence[at]) == 1) && TurnsAfter(sentence, at) is > 0 and var turns)
            {
                end = at + turns;
                return true;
            }

            if (!Is(sentence, at, TimeClass.DoneInTurn))
            {
                return false;
            }
        }

        return false;
    }
}
