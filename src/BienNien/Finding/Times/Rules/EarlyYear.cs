using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM047. A year of the first thousand in brackets, after a name or the name of a year: “Khúc Thừa Dụ (906)”, “(924 - 979)”, “(13-4-548)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: EarlyYear.md, beside this file.</remarks>
internal sealed class EarlyYear(TimeGrammar grammar) : TimeRule("TIM047", grammar, [], Openings.Numbers)
{
    private const int LongestLife = 120;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (Word(sentence, at - 1) != TimeWord.Open)
        {
            return;
        }

        var number = sentence[at];
        var afterCycle = Grammar.CycleName(sentence, at - 3, out var name);
        if (IsEarly(number) && Word(sentence, at + 1) == TimeWord.Close)
        {
            // Alone it may be a count, unless the name of the year before it is of that year, or the sentence speaks of kings.
            if ((afterCycle && CanChi.OfYear(number.Number) == name) || (FollowsName(sentence, at) && !IsInList(sentence, at) && Grammar.IsRoyal(sentence, at)))
            {
                Propose(sentence, at, new TimePoint(at + 1, EdtfDate.OfYear(number.Number)) { Named = true }, found);
            }

            return;
        }

        if (IsEarly(number) && Grammar.IsDash(sentence, at + 1) && sentence[at + 2] is { IsNumber: true, Length: 3 or 4 } last && Word(sentence, at + 3) == TimeWord.Close
            && last.Number > number.Number && last.Number - number.Number <= LongestLife
            && (Word(sentence, at - 2) == TimeWord.Year || (FollowsName(sentence, at) && (last.Length == 4 || Grammar.IsRoyal(sentence, at) || !IsInList(sentence, at)))))
        {
            Propose(sentence, at, at + 3, new TimeValue(TimexType.Date, Edtf.Between(EdtfDate.OfYear(number.Number), EdtfDate.OfYear(last.Number)).ToString()), found, weight: 1);
            return;
        }

        if (afterCycle || Grammar.IsRoyal(sentence, at))
        {
            MonthOrDay(sentence, at, found);
        }
    }

    // (2-544), (13-4-548)
    private void MonthOrDay(Sentence sentence, int at, MentionSink found)
    {
        if (!Joined(sentence, at) || sentence[at] is not { IsNumber: true, Length: <= 2 } first || sentence[at + 2] is not { IsNumber: true } second)
        {
            return;
        }

        if (IsEarly(second) && first.Number is >= 1 and <= 12 && Word(sentence, at + 3) == TimeWord.Close)
        {
            Propose(sentence, at, new TimePoint(at + 3, EdtfDate.OfYear(second.Number).WithMonth(first.Number)) { Named = true }, found);
        }
        else if (Joined(sentence, at + 2) && second is { Length: <= 2, Number: >= 1 and <= 12 } && IsEarly(sentence[at + 4]) && Word(sentence, at + 5) == TimeWord.Close
            && first.Number >= 1 && first.Number <= NodaTime.CalendarSystem.Iso.GetDaysInMonth(sentence[at + 4].Number, second.Number))
        {
            Propose(sentence, at, new TimePoint(at + 5, EdtfDate.OfYear(sentence[at + 4].Number).WithMonth(second.Number).WithDay(first.Number)) { Named = true }, found);
        }
    }

    private bool Joined(Sentence sentence, int at) =>
        Word(sentence, at + 1) is TimeWord.Hyphen or TimeWord.Slash && !sentence[at + 1].SpaceBefore && !sentence[at + 2].SpaceBefore;

    private static bool IsEarly(Token token) => token is { IsNumber: true, Length: 3, Number: >= 100 };

    private static bool FollowsName(Sentence sentence, int at) => sentence[at - 2] is { IsWord: true, Capitalised: true, AllUpper: false };

    // Hà Nội (120), Hải Phòng (98): counts come in lists.
    private bool IsInList(Sentence sentence, int at)
    {
        const int Near = 8;
        for (var i = at - Near; i < at + Near; i++)
        {
            if (i != at && Word(sentence, i - 1) == TimeWord.Open && sentence[i] is { IsNumber: true, Length: <= 3 } && Word(sentence, i + 1) == TimeWord.Close)
            {
                return true;
            }
        }

        return false;
    }
}
