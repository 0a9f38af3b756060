using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// Tables with a column for the birth, one for the death and one for the age.
internal sealed partial class AgeArithmetic
{
    // Columns for birth, an event and the age at it.
    private void CheckTables(MentionView view, DiagnosticSink found)
    {
        foreach (TableGrid grid in view.Tables.Grids)
        {
            int birth = -1;
            int then = -1;
            int age = -1;
            for (int column = 0; column < grid.Columns; column++)
            {
                if (!view.Tables.TryGet(grid.Table, 0, column, out Sentence head))
                {
                    continue;
                }

                for (int i = head.FirstToken; i < head.FirstToken + head.Count; i++)
                {
                    // “Hưởng dương”, “Thọ” with nothing else are ages.
                    if ((head.Count <= 3 && _tieWords.Enjoys.Contains(view[i]) && _tieWords.EnjoysSecond.Contains(view[i + 1])) || (head.Count == 1 && _tieWords.EnjoysSecond.Contains(view[i])))
                    {
                        age = column;
                        break;
                    }

                    bool born = view[i].Word == _born && !_notBorn.Contains(view[i - 1]);
                    bool bornDay = view[i].Word == _born && head.Count <= 4 && i > head.FirstToken && !_died.Contains(view[i - 1]);
                    birth = born || bornDay ? column : birth;
                    then = _died.Contains(view[i]) && !bornDay && (i == head.FirstToken || view[i - 1].Word != _born) ? column : then;
                    age = view[i].Word == _age && view[i + 1].Word != _party && head.Count <= 5 ? column : age;
                }
            }

            if (birth < 0 || age < 0 || then < 0 || birth == then || age == birth || age == then)
            {
                continue;
            }

            List<(Age Age, Birth Birth, Mention Then)> wrong = [];
            int right = 0;
            for (int row = 1; row < grid.Rows; row++)
            {
                if (TimeIn(view, grid.Table, row, birth) is { } born && TimeIn(view, grid.Table, row, then) is { } died
                    && Told.Date(born) is { IsInterval: false } from && Told.Date(died) is { IsInterval: false } to
                    && view.Tables.TryGet(grid.Table, row, age, out Sentence cell) && cell[0] is { IsNumber: true, Number: > 0 and < OldestAge } number)
                {
                    Age said = new(cell.FirstToken, cell.FirstToken + 1, number.Span, number.Number, 0, false);
                    if (Fits(said, from.Start, to.Start))
                    {
                        right++;
                    }
                    else
                    {
                        wrong.Add((said, new Birth(0, from.Start, born, null), died));
                    }
                }
            }

            if (right > wrong.Count && right + wrong.Count >= LeastRows)
            {
                foreach ((Age said, Birth born, Mention died) in wrong)
                {
                    Report(view, found, said, born, died, Told.Date(died)!.Start);
                }
            }
        }
    }

    private static Mention? TimeIn(MentionView view, int table, int row, int column)
    {
        if (!view.Tables.TryGet(table, row, column, out Sentence cell))
        {
            return null;
        }

        for (int i = cell.FirstToken; i < cell.FirstToken + cell.Count; i++)
        {
            if (view.At(i) is { } mention && IsSingle(mention))
            {
                return mention;
            }
        }

        return null;
    }
}
