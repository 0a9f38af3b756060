using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM003. A month: “tháng 8/1945”, “tháng Tám năm 1945”, “9/1960”, “tháng 5” with its year elsewhere.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Month.md, beside this file.</remarks>
internal sealed class Month(TimeGrammar grammar) : TimeRule("TIM003", grammar, grammar.Lexicon.Openings(TimeWord.Month), Openings.Numbers | Openings.Capitals)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (sentence[at].IsNumber)
        {
            if (Grammar.StartsFree(sentence, at) && Grammar.BareMonth(sentence, at, out var bare) && (bare.Named || IsFramed(sentence, at, bare.End))
                && !Is(sentence, at - 1, TimeClass.Paper) && Word(sentence, at - 1) != TimeWord.Month && !Is(sentence, at - 1, TimeClass.Label))
            {
                Propose(sentence, at, bare, found);
            }

            else if (Grammar.MonthInList(sentence, at, out var listed))
            {
                Propose(sentence, at, listed, found, weight: 1);
            }

            return;
        }

        if (Word(sentence, at) != TimeWord.Month)
        {
            if (Grammar.ShortMonth(sentence, at, out var brief))
            {
                Propose(sentence, at, brief, found);
            }

            return;
        }

        // After a figure it is the month of a day, or the unit of a length: 3 tháng 2, sáu tháng.
        if (sentence[at - 1].IsNumber || (Grammar.Lexicon.Numeral(sentence[at - 1]) > 0 && Word(sentence, at - 2) != TimeWord.Ordinal) || Word(sentence, at - 1) is TimeWord.Tens
            || !Grammar.Month(sentence, at, out var month))
        {
            return;
        }

        var hasYear = month.Date.YearPrecision != YearPrecision.Unspecified || month.Lunar is not null;
        // Cách mạng tháng Tám, Tổng khởi nghĩa tháng Tám, Xô viết tháng Mười: names of events
        var revolution = !sentence[at + 1].IsNumber && Is(sentence, at - 1, TimeClass.Uprising);
        if (hasYear || (!revolution && Word(sentence, month.End) != TimeWord.Times))
        {
            Propose(sentence, at, month, found);
        }
    }

    // 6-1945, 12.1976: with a dash or full stop the words around must leave room for a month alone.
    private bool IsFramed(Sentence sentence, int at, int end) =>
        Word(sentence, at - 1) == TimeWord.Open || Is(sentence, at - 1, TimeClass.YearIntroducer)
        || (sentence[end - 1].Number is >= 1800 and <= 2100 && !(sentence[end].IsWord && !sentence[end].Capitalised && !Is(sentence, end, TimeClass.Follower))
            && (at == 0 || Word(sentence, at - 1) is TimeWord.Comma or TimeWord.Semicolon or TimeWord.Colon or TimeWord.And || (sentence[at - 1].IsWord && !sentence[at - 1].Capitalised)));
}
