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

        var part = Grammar.PartOfDay(sentence, end, out var code);
        if (part > 0)
        {
            hour += code is "AF" or "EV" && hour < 12 ? 12 : code == "NI" && hour is >= 6 and < 12 ? 12 : 0;
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
            Propose(sentence, at, end, TimeReading.Value(point), found, weight: 3);
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

    private bool Announces(Sentence sentence, int at) => Is(sentence, at, TimeClass.ClockAnnouncer);
}
