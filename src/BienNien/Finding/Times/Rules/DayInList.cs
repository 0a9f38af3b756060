using BienNien.Finding.Times.Grammar;
using BienNien.Text;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM025. The days of a list that only its last member gives a month: “các ngày 12, 13 và 14/5/1968”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DayInList.md, beside this file.</remarks>
internal sealed class DayInList(TimeGrammar grammar) : TimeRule("TIM025", grammar, [], Openings.Numbers)
{
    private const int LongestList = 12;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (!IsDay(sentence[at]) || !Grammar.StartsFree(sentence, at) || Word(sentence, at + 1) is not (TimeWord.Comma or TimeWord.And))
        {
            return;
        }

        var first = at;
        for (var members = 0; Word(sentence, first - 1) is TimeWord.Comma or TimeWord.And && IsDay(sentence[first - 2]); members++)
        {
            if (members == LongestList)
            {
                return;
            }

            first -= 2;
        }

        string? part = null;
        var hasPart = Word(sentence, first - 1) != TimeWord.Day && Grammar.PartOfDay(sentence, first - 1, out part) == 1;
        // “ba ngày 9, 10 và 11/7”: the word counts them
        var isCounted = !hasPart && Word(sentence, first - 1) == TimeWord.Day && Grammar.IsCountedDay(sentence, first - 1);
        var named = hasPart || Word(sentence, first - 1) == TimeWord.Day;
        for (var (last, members) = (at + 2, 0); members < LongestList; last += 2, members++)
        {
            if (!IsDay(sentence[last]) || sentence[last].Number <= sentence[last - 2].Number)
            {
                return;
            }

            if (Word(sentence, last + 1) is TimeWord.Comma or TimeWord.And)
            {
                continue;
            }

            // Without “ngày” the last one must be a whole date: 6, 7, 8/11/2018.
            if (Grammar.Day(sentence, last, true, out var whole, announced: named) && whole is { Lunar: null, Date: { Month: not null, Day: not null } } && (named || whole.Date.Year is not null))
            {
                var start = first == at && named && !isCounted ? at - 1 : at;
                Propose(sentence, start, TimeGrammar.SameMonth(whole, at + 1, sentence[at].Number) with { Part = first == at ? part : null }, found, weight: 3);
            }

            return;
        }
    }

    private static bool IsDay(Token token) => token is { IsNumber: true, Length: <= 2, Number: >= 1 and <= 31 };
}
