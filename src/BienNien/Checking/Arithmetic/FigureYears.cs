using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>Tells which year a figure is of.</summary>
internal static class FigureYears
{
    /// <summary>The one year that a mention covering a token tells; null for none.</summary>
    public static int? At(MentionView view, int token) =>
        view.At(token) is { Value: TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days } } && days.Last.Year == days.First.Year ? days.First.Year : null;

    /// <summary>The year nearest to a figure in its sentence, with no other figure between.</summary>
    public static int? Of(MentionView view, AmountLines amounts, Amount amount, SentenceRange sentence)
    {
        int? after = null;
        int afterAt = int.MaxValue;
        for (int at = amount.End; at < Math.Min(sentence.End, amount.End + 6) && amounts.At(at) is null && !view[at].IsMark; at++)
        {
            if (At(view, at) is { } year)
            {
                (after, afterAt) = (year, at - amount.End);
                break;
            }
        }

        for (int at = amount.First - 1; at >= sentence.First; at--)
        {
            if (At(view, at) is { } year)
            {
                return after is not null && afterAt <= 1 ? after : year;
            }

            if (amounts.At(at) is { } other && other.Base == amount.Base)
            {
                break;
            }
        }

        return after;
    }
}
