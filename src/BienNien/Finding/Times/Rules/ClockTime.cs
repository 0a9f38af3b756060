using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM020. A time of the clock, with its day: “8 giờ 30 phút ngày 19/8/2005”, “17h15”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ClockTime.md, beside this file.</remarks>
internal sealed class ClockTime(TimeGrammar grammar) : TimeRule("TIM020", grammar, [], Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (sentence[at] is not { Length: <= 2, Number: >= 0 and <= 24 } || Is(sentence, at - 1, TimeClass.Label) || Word(sentence, at - 1) == TimeWord.Colon
            || !Clock(sentence, at, out var hour, out var minute, out var end, out var sure))
        {
            return;
        }

        // từ 7 giờ đến 11 giờ 30 phút sáng 5/5/1955
        var until = (hour, minute);
        var lastAt = Word(sentence, end) == TimeWord.To || Grammar.IsDash(sentence, end) ? end + 1 : 0;
        var isRange = lastAt > 0 && sentence[lastAt] is { IsNumber: true, Length: <= 2, Number: <= 24 }
            && Clock(sentence, lastAt, out until.hour, out until.minute, out var lastEnd, out _) && (end = lastEnd) > 0;
        if (Word(sentence, at - 1) == TimeWord.To || Grammar.IsDash(sentence, at - 1))
        {
            var before = Word(sentence, at - 2);
            if (before is TimeWord.Hour or TimeWord.Minute)
            {
                return;     // the end of such a range
            }
        }

        sure |= isRange;
        var part = Grammar.PartOfDay(sentence, end, out var code);
        if (part > 0)
        {
            hour = InPart(hour, code);
            until.hour = InPart(until.hour, code);
            end += part;
            sure = true;
        }

        var dayAt = end + (Word(sentence, end) == TimeWord.Comma ? 1 : 0);
        var hasDay = Grammar.Day(sentence, dayAt, true, out var day) && day is { Lunar: null, Invalid: false, Date.Month: not null };
        if (hasDay && (day.Named || day.Date.Year is not null))
        {
            end = day.End;
            sure = true;
        }
        else
        {
            day = default;
        }

        // “trong 7 giờ” is a length; lúc, hồi and minutes make it a time.
        if (sure || Word(sentence, at - 1) == TimeWord.About || Announces(sentence, at - 1))
        {
            var point = new TimePoint(end, day.Date.WithTime(hour, minute)) { Named = true };
            var value = isRange
                ? TimeReading.Value(point, point with { Date = day.Date.WithTime(until.hour, until.minute) })
                : TimeReading.Value(point);
            Propose(sentence, at, end, value, found, weight: 3);
        }
    }

    private bool Clock(Sentence sentence, int at, out int hour, out int minute, out int end, out bool sure)
    {
        hour = sentence[at].Number;
        minute = 0;
        end = at + 2;
        sure = false;
        var sign = sentence[at + 1];
        if (Word(sentence, at + 1) == TimeWord.Colon && !sign.SpaceBefore && sentence[at + 2] is { IsNumber: true, Length: 2, SpaceBefore: false, Number: < 60 } colon)
        {
            minute = colon.Number;
            end = at + 3;
            return hour < 24 && Word(sentence, end) != TimeWord.Colon;
        }

        if (sign is { IsWord: true, SpaceBefore: false } && sentence.Surface(at + 1) is ['h' or 'H' or 'g', .. var rest] && rest.Length <= 2)
        {
            foreach (var digit in rest)
            {
                if (!char.IsAsciiDigit(digit))
                {
                    return false;
                }

                minute = (minute * 10) + (digit - '0');
            }

            sure = true;
            return minute < 60 && hour < 24;
        }

        if (Word(sentence, at + 1) != TimeWord.Hour || hour == 24)
        {
            return false;
        }

        if (sentence[at + 2] is { IsNumber: true, Length: <= 2, Number: < 60 } minutes)
        {
            var unit = Word(sentence, at + 3) == TimeWord.Minute;
            if (unit || !sentence[at + 3].IsWord)
            {
                minute = minutes.Number;
                end = at + (unit ? 4 : 3);
                sure = !unit || Announces(sentence, at - 1);
            }
        }

        return true;
    }

    private static int InPart(int hour, string? code) => code switch
    {
        "AF" or "EV" when hour < 12 => hour + 12,
        "NI" when hour is >= 6 and < 12 => hour + 12,
        _ => hour,
    };

    private bool Announces(Sentence sentence, int at) => Is(sentence, at, TimeClass.ClockAnnouncer);
}
