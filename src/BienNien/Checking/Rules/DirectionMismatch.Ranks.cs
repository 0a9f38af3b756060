using BienNien.Checking.Arithmetic;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// Places in a ranking, where the lesser number is the better.
internal sealed partial class DirectionMismatch
{
    private const int NearRank = 14;

    // “xếp thứ 9/12 năm 2021, thứ 4/12 năm 2022, nghĩa là tụt 5 bậc”, “từ hạng 12 xuống hạng 20, tăng 8 bậc”.
    private void Places(Reading reading, SentenceRange sentence)
    {
        List<(int First, int End, int Place)> places = [];
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (PlaceAt(reading, at, sentence.End) is { End: > 0 } place)
            {
                places.Add((at, place.End, place.Number));
                at = place.End - 1;
                continue;
            }

            DirectionWord turn = reading.Amounts.At(at) is null ? _words.RankTurn(reading.Tokens, at) : default;
            if (turn.Length == 0 || places.Count < 2 || at - places[^1].End > NearRank || places[^1].First - places[^2].End > NearRank || _words.Not.Contains(reading[at - 1]))
            {
                continue;
            }

            // “tăng 6 bậc”, “tụt mất 5 hạng”: by as much as the two places differ.
            int end = at + turn.Length;
            if (reading.Amounts.At(end) is not { IsExact: true } change || change.First != end || !_words.Steps.Contains(reading[change.End - 1]) && !_words.Steps.Contains(reading[change.First + 1]))
            {
                continue;
            }

            (int then, int now) = (places[^2].Place, places[^1].Place);
            if (YearAt(reading, places[^2], sentence) is { } early && YearAt(reading, places[^1], sentence) is { } late && early > late)
            {
                (then, now) = (now, then);
            }

            if (then != now && Math.Abs(then - now) == change.Value && Math.Sign(then - now) != turn.Sense)
            {
                reading.Tell(at, change.End, Words(reading, places[^2]), Words(reading, places[^1]), turn.Sense > 0 ? "tụt hạng" : "tăng hạng", turn.Sense > 0 ? "the place became worse" : "the place became better", reading.View.SpanOf(places[^1].First, places[^1].End));
            }
        }

        // “từ hạng 8 vươn lên hạng 15”
        for (int i = 1; i < places.Count; i++)
        {
            (int first, int end) = (places[i - 1].End, places[i].First);
            if (!(_words.From.Contains(reading[places[i - 1].First - 1]) || _words.From.Contains(reading[places[i - 1].First - 2])) || end - first > 9)
            {
                continue;
            }

            for (int at = first; at < end; at++)
            {
                DirectionWord turn = _words.RankTurn(reading.Tokens, at);
                if (turn.Length > 0 && at + turn.Length >= end - 1 && Math.Sign(places[i - 1].Place - places[i].Place) == -turn.Sense)
                {
                    reading.Tell(at, at + turn.Length, Words(reading, places[i - 1]), Words(reading, places[i]), turn.Sense > 0 ? "xuống" : "lên", turn.Sense > 0 ? "the place became worse" : "the place became better", reading.View.SpanOf(places[i].First, places[i].End));
                    break;
                }

                at += turn.Length > 0 ? turn.Length - 1 : 0;
            }
        }
    }

    private static string Words(Reading reading, (int First, int End, int Place) place) => reading.Words(reading.View.SpanOf(place.First, place.End));

    // “thứ 9/12”, “hạng 21”, “vị trí thứ 5”
    private (int Number, int End) PlaceAt(Reading reading, int at, int end)
    {
        if (!_words.Places.Contains(reading[at]) || at + 1 >= end || !reading[at + 1].IsNumber || reading[at + 1].Number is < 1 or > 999)
        {
            return default;
        }

        int past = at + 2;
        if (past + 1 < end && reading.Surface(past) is "/" && reading[past + 1].IsNumber)
        {
            past += 2;
        }

        return (reading[at + 1].Number, past);
    }

    private static int? YearAt(Reading reading, (int First, int End, int Place) place, SentenceRange sentence)
    {
        for (int step = 0; step < 6; step++)
        {
            if (place.End + step < sentence.End && FigureYears.At(reading.View, place.End + step) is { } after && !Marked(reading, place.End, place.End + step))
            {
                return after;
            }
        }

        for (int step = 1; step < 8 && place.First - step >= sentence.First; step++)
        {
            if (FigureYears.At(reading.View, place.First - step) is { } before)
            {
                return before;
            }
        }

        return null;
    }

    private static bool Marked(Reading reading, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (reading[at].IsMark && reading.View.At(at) is null)
            {
                return true;
            }
        }

        return false;
    }
}
