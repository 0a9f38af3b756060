using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Earlier and later.
internal sealed partial class DirectionMismatch
{
    private const int MonthsOfYear = 12;

    // “Đền Trung dựng năm 1820, muộn hơn đền Hạ dựng năm 1854”.
    private void Earlier(Reading reading, SentenceRange sentence, int at, DirectionWord compared)
    {
        // “nhanh hơn năm trước”, “chậm hơn”, compare speeds, too.
        if (!compared.IsTime || compared.Length != 2 || !(reading.Has(at, "sớm hơn") || reading.Has(at, "muộn hơn") || reading.Has(at, "trễ hơn")) || _words.Not.Contains(reading[at - 1]))
        {
            return;
        }

        (int end, Mention? mine, Mention? other) = (at + compared.Length, null, null);
        for (int i = at - 1; i >= Math.Max(sentence.First, at - 7) && mine is null && !_words.Breaks.Contains(reading[i]); i--)
        {
            mine = DateAt(reading, i);
        }

        for (int i = end; i < Math.Min(sentence.End, end + 12) && other is null && !_words.Breaks.Contains(reading[i]) && !(reading[i].IsMark && !_words.Open.Contains(reading[i])); i++)
        {
            other = DateAt(reading, i);
        }

        if (mine is null || other is null || mine == other || DaysOf(mine) is not { } a || DaysOf(other) is not { } b || a.Intersect(b) is not null)
        {
            return;
        }

        int sense = a.First > b.First ? 1 : -1;
        if (sense == -compared.Sense)
        {
            reading.Tell(at, end, reading.Words(mine.Span), reading.Words(other.Span), sense > 0 ? "muộn hơn" : "sớm hơn", sense > 0 ? "later" : "earlier", other.Span);
        }
    }

    // “Dự kiến tháng 12/2019 hoàn thành, đến tháng 9/2019 đã xong, chậm ba tháng”: months and years as days are.
    private void Due(Reading reading, SentenceRange sentence, int at, DirectionWord compared)
    {
        if (!compared.IsTime)
        {
            return;
        }

        int length = 0;
        bool years = false;
        for (int i = at + compared.Length; i < Math.Min(sentence.End, at + compared.Length + 5) && length == 0; i++)
        {
            if (reading.View.At(i) is { Value: TimeValue { Type: TimexType.Duration, Mod: TimexMod.None, Value: { Length: > 2 } value } } && value[0] == 'P' && value[1] != 'T' && value[^1] is 'M' or 'Y' && int.TryParse(value.AsSpan(1, value.Length - 2), out int number))
            {
                (length, years) = (number, value[^1] == 'Y');
            }
        }

        if (length == 0)
        {
            return;
        }

        List<(int Months, Mention Mention)> dates = [];
        int first = reading.FirstOfBlock(sentence);
        for (int i = first; i < sentence.End; i++)
        {
            if (DateAt(reading, i) is { } mention && DaysOf(mention) is { } days && (years ? days.First.Year == days.Last.Year : days.First.Year == days.Last.Year && days.First.Month == days.Last.Month))
            {
                dates.Add(((days.First.Year * MonthsOfYear) + days.First.Month, mention));
                i = reading.RangeOf(mention.Span).End - 1;
            }
        }

        (int Months, Mention Mention) mine = dates.FindLast(date => date.Mention.Span.End <= reading[at].Start && date.Mention.Span.Start >= reading[sentence.First].Start);
        if (mine.Mention is null)
        {
            return;
        }

        Mention? against = null;
        foreach ((int months, Mention mention) in dates)
        {
            if (mention == mine.Mention)
            {
                continue;
            }

            int late = years ? (mine.Months - 1) / MonthsOfYear - ((months - 1) / MonthsOfYear) : mine.Months - months;
            if (Math.Abs(late - (compared.Sense * length)) <= 1)
            {
                return;
            }

            against = late == -compared.Sense * length ? mention : against;
        }

        if (against is not null)
        {
            reading.Tell(at, at + compared.Length, reading.Words(mine.Mention.Span), reading.Words(against.Span), compared.Sense > 0 ? "sớm hơn" : "muộn hơn", compared.Sense > 0 ? "earlier" : "later", against.Span);
        }
    }

    private static Mention? DateAt(Reading reading, int token) =>
        reading.View.At(token) is { Value: TimeValue { Type: TimexType.Date, Mod: TimexMod.None, Days: { IsBounded: true } } } mention ? mention : null;

    private static DayRange? DaysOf(Mention mention) => ((TimeValue)mention.Value).Days;
}
