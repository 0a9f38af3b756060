using BienNien.Checking.Arithmetic;
using BienNien.Relating.Figures;
using BienNien.Text;
using Amount = BienNien.Checking.Arithmetic.Amount;

namespace BienNien.Checking.Rules;

// Rising and falling.
internal sealed partial class DirectionMismatch
{
    // “| 64 | 52 | Tăng 12 |”: a cell that tells the change between the two before it.
    private void Cells(Reading reading)
    {
        foreach (TableNumbers table in TableNumbers.Of(reading.Analysis.Document))
        {
            for (int row = table.HeadRows; row < table.Rows && !table.IsMerged; row++)
            {
                for (int column = 2; column < table.Columns; column++)
                {
                    if (table.Number(row, column) is null && table.Number(row, column - 1) is { } now && table.Number(row, column - 2) is { } then && table.Cell(row, column) is { } cell)
                    {
                        Cell(reading, cell, then, now);
                    }
                }
            }
        }
    }

    private void Cell(Reading reading, Block cell, CellNumber then, CellNumber now)
    {
        int first = reading.RangeOf(cell.Span).First;
        int end = reading.RangeOf(cell.Span).End;
        while (first < end && !reading[first].IsWord)
        {
            first++;
        }

        if (first >= end || _words.TurnAt(reading.Tokens, first) is not { Length: > 0 } turn || reading[first + turn.Length] is not { IsNumber: true } number
            || !Figure.TryReadWritten(reading.Words(TextSpan.Between(number.Start, cell.Span.End)), out decimal change, out _) || Math.Abs(now.Value - then.Value) != change || Math.Sign(now.Value - then.Value) != -turn.Sense)
        {
            return;
        }

        string right = turn.Sense > 0 ? "giảm" : "tăng";
        int last = first + turn.Length;
        reading.Tell(first, last + 1, reading.Words(then.Span), reading.Words(now.Span), right, turn.Sense > 0 ? "it fell" : "it rose", now.Span);
    }

    // “từ A tăng lên B”, “tăng từ A lên B”, “rút ngắn từ A xuống còn B”.
    private void FromTo(Reading reading, SentenceRange sentence, int from)
    {
        ReadOnlySpan<Amount> after = reading.Amounts.Within(from + 1, sentence.End);
        int first = 0;
        while (first < after.Length && after[first].First <= from + 3 && after[first].Unit.StartsWith("tuổi", StringComparison.Ordinal))
        {
            first++;
        }

        if (first + 1 >= after.Length || after[first].First > from + 3)
        {
            return;
        }

        Amount then = after[first];

        // “từ 42 đồng một tạ … lên 310 đồng một tạ”: what the price is for.
        bool priced = first + 2 < after.Length && after[first + 1].First == then.End && after[first + 1].Value <= after[first + 1].Scale && after[first + 1].Base != then.Base;
        Amount now = after[priced ? first + 2 : first + 1];
        if (!then.IsSingle || !now.IsSingle || now.First - then.End > 14 || !Comparable(then, now) || _words.Ranks.Contains(reading[then.First - 1]) || _words.Ranks.Contains(reading[now.First - 1]))
        {
            return;
        }

        // The words between lead to the second figure, and to nothing else.
        bool leads = false;
        bool ranges = true;
        List<(int First, int End, int Sense)> said = [];
        for (int at = priced ? after[first + 1].End : then.End; at < now.First; at++)
        {
            Token token = reading[at];

            // “từ 50 tuổi trở lên” is a band.
            if (reading.Has(at, "trở lên") || reading.Has(at, "trở xuống"))
            {
                return;
            }

            leads |= _words.To.Contains(token);
            ranges &= !_words.To.Contains(token) || _words.Until.Contains(token);
            if (_words.TurnAt(reading.Tokens, at) is { Length: > 0 } turn)
            {
                said.Add((at, at + turn.Length, turn.Sense));
                leads |= turn.IsTo;
                ranges &= !turn.IsTo;
                at += turn.Length - 1;
            }
            else if (_words.Breaks.Contains(token))
            {
                return;
            }
        }

        for (int at = Math.Max(sentence.First, from - 5); at < from; at++)
        {
            if (_words.TurnAt(reading.Tokens, at) is { Length: > 0 } turn)
            {
                // Only the verb that “từ” belongs to: no figure, no mark between.
                if (reading.Plain(at, from) || (reading[from - 1].IsMark && _words.Onward.Contains(reading[from - 1]) && from - 1 - at - turn.Length <= 2 && reading.Plain(at, from - 1)))
                {
                    said.Insert(0, (at, at + turn.Length, turn.Sense));
                }

                at += turn.Length - 1;
            }
            else if (_words.Not.Contains(reading[at]))
            {
                return;
            }
        }

        // “tăng 120 ha, từ 1.450 ha còn 1.330 ha”
        if (reading.Amounts.Before(from, Math.Max(sentence.First, from - 8)) is { IsExact: true } change && change.Base == then.Base && change.Value == Math.Abs(then.Value - now.Value) && from - change.End <= 1)
        {
            for (int at = change.First - 2; at < change.First; at++)
            {
                if (at >= sentence.First && _words.TurnAt(reading.Tokens, at) is { Length: > 0, IsTo: false } turn && at + turn.Length == change.First)
                {
                    said.Insert(0, (at, change.First, turn.Sense));
                    leads = true;
                    break;
                }
            }
        }

        int sense = Sense(then, now);
        (int First, int End, int Sense) wrong = said.Find(word => word.Sense == -sense);
        // “giảm từ 5 đến 10%” may tell between what it fell.
        if (leads && sense != 0 && wrong.Sense != 0 && !(ranges && sense > 0))
        {
            int end = wrong.End;
            // “tăng” and “lên” one after the other are one word.
            foreach ((int next, int nextEnd, int nextSense) in said)
            {
                end = next == end && nextSense == wrong.Sense ? nextEnd : end;
            }

            reading.Report(wrong.First, end, then, now, sense);
        }
    }

    // “25 đồng, đến năm 1987 đã tụt xuống 120 đồng”.
    private void Onward(Reading reading, SentenceRange sentence, int at, DirectionWord turned)
    {
        int end = at + turned.Length;
        if (!turned.IsTo || reading.Amounts.At(end) is not { IsSingle: true } now || now.First != end || now.Unit.Length == 0
            || reading.Amounts.Before(at, Math.Max(sentence.First, at - 16)) is not { IsSingle: true } then || then.Unit.Length == 0 || !Comparable(then, now) || then.IsTimes)
        {
            return;
        }

        for (int i = then.End; i < at; i++)
        {
            if (!_words.Onward.Contains(reading[i]) && reading.View.At(i) is null)
            {
                return;
            }
        }

        if (_words.From.Contains(reading[then.First - 1]) || Sense(then, now) is var sense && sense != -turned.Sense)
        {
            return;
        }

        reading.Report(at, end, then, now, -turned.Sense);
    }

    // “tăng dần: 1.200, 1.150, 1.100”.
    private void Series(Reading reading, SentenceRange sentence, int at, DirectionWord turned)
    {
        int end = at + turned.Length;
        bool steady = (turned.Length > 1 && reading.Has(end, "năm trước")) || _words.Steady.Contains(reading[end]) || _words.Steady.Contains(reading[at - 1]) || _words.Steady.Contains(reading[end + 1]);
        if (!steady || turned.IsTo || _words.Not.Contains(reading[at - 1]) || _words.Nouns.Contains(reading[at - 1]) || _words.TurnAt(reading.Tokens, end).Length > 0)
        {
            return;
        }

        ReadOnlySpan<Amount> figures = reading.Amounts.Within(end, sentence.End);
        if (figures.Length < 3 || figures[0].First - end > 8)
        {
            return;
        }

        for (int i = 0; i < figures.Length; i++)
        {
            if (!figures[i].IsSingle || !Comparable(figures[0], figures[i]) || (i > 0 && Sense(figures[i - 1], figures[i]) != -turned.Sense))
            {
                return;
            }
        }

        reading.Report(at, end, figures[0], figures[^1], -turned.Sense);
    }

    // “1.260 học sinh so với 1.215 học sinh đầu năm, tức giảm 45 em”, “đạt 500 tấn, giảm 20% so với mức 400 tấn”, “tăng còn 95 hộ so với 120 hộ”.
    private void Turned(Reading reading, SentenceRange sentence, int at, DirectionWord turned)
    {
        int end = at + turned.Length;
        if (_words.Not.Contains(reading[at - 1]) || _words.Nouns.Contains(reading[at - 1]))
        {
            return;
        }

        ReadOnlySpan<Amount> after = reading.Amounts.Within(end, Math.Min(sentence.End, end + 22));
        Amount? beside = after.Length > 0 && after[0].First - end <= 2 && !reading.View.Has(end, _words.Compared) ? after[0] : null;
        Amount? now = turned.IsTo ? beside : reading.Amounts.Before(at, Math.Max(sentence.First, at - 16));
        if (now is null || (!turned.IsTo && !Follows(reading, now.End, at)))
        {
            return;
        }

        // “bằng 129% dự toán (186.500), tăng 12% so với năm trước (215.080)”: the figure in brackets is the plan's.
        if (!turned.IsTo && _words.Open.Contains(reading[now.First - 1]) && reading[now.End].IsMark && (_words.IsPlan(reading[now.First - 3]) || _words.PlanTails.Contains(reading[now.First - 2])))
        {
            return;
        }

        Amount? then = null;
        int past = beside?.End ?? end;
        int next = beside is null ? 0 : 1;
        if (next < after.Length && Over(reading, past, after[next].First))
        {
            then = after[next];
        }
        else if (!turned.IsTo && reading.Amounts.Before(now.First, sentence.First) is { } earlier && Over(reading, earlier.End, now.First) && now.First - earlier.End <= 8)
        {
            // “1.260 so với 1.215 …, giảm 45”: the base stands second.
            (now, then) = (earlier, now);
        }

        if (then is null || !now.IsSingle || !then.IsSingle || now.IsTimes || then.IsTimes || now.IsPercent != then.IsPercent || !Comparable(now, then) || (now.Unit.Length == 0 && then.Unit.Length == 0))
        {
            return;
        }

        int sense = Sense(then, now);
        if (sense == -turned.Sense)
        {
            reading.Report(at, beside is not null && beside != now ? beside.End : end, now, then, sense);
        }
    }

    // What relating has found: the figure of another sentence that the comparison counts from.
    private static void Related(Reading reading, FigureClaim figure)
    {
        foreach (FigureRelation relation in figure.Relations)
        {
            if (relation.Kind is FigureRelationKind.GrowthOver or FigureRelationKind.ChangeFrom && relation.Of >= 0 && relation.Over >= 0
                && reading.Amount(relation.Of) is { IsExact: true } now && reading.Amount(relation.Over) is { IsExact: true } then && now.Unit.Length > 0 && now.Base == then.Base
                && reading.Amount(figure.Figure) is { } change && change != now && change != then)
            {
                int turn = figure.Turn == FigureTurn.Rise ? 1 : -1;
                // The change itself must be that of the two figures, or they are not what is compared.
                decimal gap = Math.Abs(now.Value - then.Value);
                bool fits = change.IsPercent
                    ? then.Value > 0 && Math.Abs((gap / then.Value * 100) - change.Value) <= 1.5m
                    : change.Base == now.Base && change.Value == gap;
                if (fits && Sense(then, now) == -turn && change.First > 0)
                {
                    reading.Report(change.First, change.End, now, then, -turn);
                }
            }
        }
    }
}
