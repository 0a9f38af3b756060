using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

internal sealed partial class TableLayout
{
    private readonly Column[] _columns;

    private sealed record Column(ColumnRole Role, Axis Axis)
    {
        /// <summary>For a column that compares: the column that is compared, or -1.</summary>
        public int Compared { get; init; } = -1;

        /// <summary>The column that it is compared with, or -1.</summary>
        public int Base { get; init; } = -1;
    }

    private Column[] ReadColumns()
    {
        Column[] columns = new Column[Grid.Columns];
        bool figures = false;
        bool stub = false;
        List<int> path = [];
        List<int> before = [];
        for (int c = 0; c < columns.Length; c++)
        {
            PathOf(c, path);
            List<Head> heads = [.. path.Select(HeadOf)];
            ColumnRole role = RoleOf(c, heads, figures, stub);
            stub |= role is ColumnRole.Indicator or ColumnRole.Scope;
            figures |= role == ColumnRole.Figures;
            columns[c] = new Column(role, role == ColumnRole.Figures ? Axis.Of(heads, PartOf(columns, c, path)) : Axis.Empty with { Evidence = [.. heads.Select(static head => head.Span)] });
        }

        for (int c = 0; c < columns.Length; c++)
        {
            if (columns[c] is { Role: ColumnRole.Figures, Axis.Measure: not FigureMeasure.Level })
            {
                columns[c] = Comparing(columns, c);
            }
        }

        LeaveOutFiller(columns);
        return columns;
    }

    // Where all columns of figures only say “Số lượng”, the heads of the rows say all.
    private static void LeaveOutFiller(Column[] columns)
    {
        string? filler = null;
        foreach (Column column in columns)
        {
            if (column.Role == ColumnRole.Figures)
            {
                if (!column.Axis.IsFiller || (filler is not null && filler != column.Axis.Label))
                {
                    return;
                }

                filler = column.Axis.Label;
            }
        }

        for (int c = 0; c < columns.Length && filler is not null; c++)
        {
            columns[c] = columns[c] with { Axis = columns[c].Axis with { Label = "", TotalLabel = columns[c].Axis.TotalLabel.Length > 0 ? columns[c].Axis.TotalLabel : columns[c].Axis.Label } };
        }
    }

    // The heads over a column, from the outermost. Files without merged cells leave the places empty that a head reaches over.
    private void PathOf(int column, List<int> path)
    {
        path.Clear();
        for (int row = _headStart; row < _headEnd; row++)
        {
            int cell = row == _numbersRow ? -1 : Grid.At(row, column);
            if (row != _numbersRow && cell < 0 && FilledBelow(row, column))
            {
                int left = column - 1;
                while (left >= 0 && Grid.At(row, left) < 0)
                {
                    left--;
                }

                cell = left >= 0 && FilledBelow(row, left) ? Grid.At(row, left) : -1;
            }

            if (cell >= 0 && !path.Contains(cell) && NamesColumn(cell))
            {
                path.Add(cell);
            }
        }
    }

    private bool FilledBelow(int row, int column)
    {
        int above = Grid.At(row, column);
        for (int below = row + 1; below < _headEnd; below++)
        {
            if (Grid.At(below, column) is >= 0 and var cell && cell != above && below != _numbersRow)
            {
                return true;
            }
        }

        return false;
    }

    // What stands before “Trong đó”: the label of the column left of it.
    private Axis? PartOf(Column[] columns, int column, List<int> path)
    {
        foreach (int cell in path)
        {
            if (HeadOf(cell).IsPart)
            {
                int left = Math.Min(column, Grid.Cells[cell].Place.Column) - 1;
                return left >= 0 && columns[left].Role == ColumnRole.Figures ? columns[left].Axis : null;
            }
        }

        return null;
    }

    private ColumnRole RoleOf(int column, List<Head> heads, bool afterFigures, bool hasStub)
    {
        (int figures, int times, int words, int numbers, int places, int filled) = (0, 0, 0, 0, 0, 0);
        bool counting = true;
        int last = 0;
        for (int row = _headEnd; row < Grid.Rows; row++)
        {
            if (Grid.Own(row, column) is not (>= 0 and var cell) || _kinds[cell] == CellKind.Blank)
            {
                continue;
            }

            // What reaches over the figures is the head of a group of rows.
            if (Grid.Cells[cell].Place.Columns > 1 && Grid.Columns > 2 && _kinds[cell] == CellKind.Words && column == 0)
            {
                continue;
            }

            filled++;
            figures += _kinds[cell] == CellKind.Figure ? 1 : 0;
            times += _kinds[cell] == CellKind.Time ? 1 : 0;
            words += _kinds[cell] == CellKind.Words ? 1 : 0;
            numbers += _kinds[cell] == CellKind.Number ? 1 : 0;
            if (_kinds[cell] is CellKind.Figure or CellKind.Number && column == 0 && counting)
            {
                int number = Grid.Words(cell)[0].Number;
                counting = Grid.Words(cell).Count <= 2 && (number == last + 1 || number == 1);
                last = number;
            }

            places += _kinds[cell] == CellKind.Words && filled <= CellsToProve && BeginsWithName(cell) ? 1 : 0;
        }

        HeadRoles leading = HeadRoles.None;
        HeadRoles only = HeadRoles.None;
        bool timed = false;
        bool named = false;
        foreach (Head head in heads)
        {
            leading |= head.Leading;
            only |= head.IsOnlyLeading ? head.Leading : HeadRoles.None;
            timed |= (head.Leading & HeadRoles.Time) != 0 && head is { IsAxis: true, Period.Length: 0 };
            named |= head.Span.Length > 0;
        }

        // Under “Hộ nghèo”, “Số” is how many there are.
        if ((only & HeadRoles.RowNumber) != 0 && column <= 1 && !afterFigures && heads.Count == 1)
        {
            return ColumnRole.RowNumber;
        }

        if (column <= 1 && !afterFigures && (only & HeadRoles.RowHead) != 0)
        {
            return ColumnRole.Indicator;
        }

        if ((leading & HeadRoles.Code) != 0)
        {
            return ColumnRole.Code;
        }

        if ((only & HeadRoles.Unit) != 0 || (!afterFigures && (hasStub || (leading & HeadRoles.Scope) != 0) && words * 2 > filled - figures && AreUnits(column)))
        {
            return ColumnRole.Unit;
        }

        if (timed || (times * 2 > filled && times > 0 && !afterFigures))
        {
            return ColumnRole.Time;
        }

        if (!named && column == 0 && counting && words == 0 && figures + numbers >= FewestNumbered && Grid.Columns > 2)
        {
            return ColumnRole.RowNumber;
        }

        if (figures * 2 >= filled && figures > 0)
        {
            return ColumnRole.Figures;
        }

        if (afterFigures || words == 0)
        {
            return figures > 0 ? ColumnRole.Figures : ColumnRole.Text;
        }

        return (leading & HeadRoles.Scope) != 0 || places * 2 > Math.Min(words, CellsToProve) ? ColumnRole.Scope : ColumnRole.Indicator;
    }

    private bool BeginsWithName(int cell)
    {
        int first = Grid.Cells[cell].FirstToken;
        for (int m = _mentions.From(first); m < _mentions.Count && _mentions[m].FirstToken == first; m++)
        {
            if (_mentions[m].Mention.Kind is MentionKind.Place or MentionKind.Organisation)
            {
                return true;
            }
        }

        return false;
    }

    // Under “Đơn vị” stand units or bodies; and units are units, though a scan has spoilt their head.
    private bool AreUnits(int column)
    {
        int looked = 0;
        int read = 0;
        for (int row = _headEnd; row < Grid.Rows && looked < CellsToProve; row++)
        {
            if (Grid.Own(row, column) is >= 0 and var cell && _kinds[cell] is CellKind.Words or CellKind.Figure or CellKind.Blank)
            {
                looked++;
                read += UnitIn(cell, isTold: false).IsKnown ? 1 : 0;
            }
        }

        return read * 2 > looked;
    }

    private TableUnit UnitIn(int cell, bool isTold)
    {
        Sentence words = Grid.Words(cell);
        return _reader.Units.Read(_document, words, 0, HeadReader.EndOfUnit(words, 0, words.Count), isTold);
    }

    // Which columns a comparison compares: those with its label and its periods, else the nearest before it.
    private Column Comparing(Column[] columns, int column)
    {
        Axis axis = columns[column].Axis;
        int nearest = LevelBefore(columns, column, static _ => true);
        if (axis.Label.Length == 0 && nearest >= 0)
        {
            axis = axis with { Label = columns[nearest].Axis.Label, Scope = axis.Scope.Length > 0 ? axis.Scope : columns[nearest].Axis.Scope };
        }

        string label = axis.Label;
        (string period, string from) = (axis.Period, axis.Base);
        int compared;
        int other;
        switch (axis.Measure)
        {
            case FigureMeasure.Share:
                compared = LevelBefore(columns, column, a => a.Label.StartsWith(label, StringComparison.Ordinal));
                return new Column(ColumnRole.Figures, axis) { Compared = compared };
            case FigureMeasure.OfPlan:
                compared = LevelBefore(columns, column, a => !a.IsPlanned && a.Label == label && (period.Length == 0 || a.Period == period));
                string reached = compared >= 0 ? columns[compared].Axis.Period : period;
                other = LevelBefore(columns, column, a => a.IsPlanned && a.Label == label && (a.Period == reached || reached.Length == 0));
                other = other >= 0 ? other : LevelBefore(columns, column, a => a.IsPlanned && a.Label == label);
                from = "";
                break;
            default:
                compared = period.Length > 0
                    ? LevelWith(columns, column, a => a.Label == label && a.Period == period && a.IsPlanned == axis.IsPlanned)
                    : LevelBefore(columns, column, a => a.Label == label && (from.Length == 0 || a.Period != from));
                string later = compared >= 0 ? columns[compared].Axis.Period : period;
                string lastYear = axis.IsLastYear && from.Length == 0 ? YearBefore(later) : "";
                from = from.Length > 0 ? from : lastYear;
                other = from.Length > 0
                    ? LevelWith(columns, column, a => a.Label == label && a.Period == from && !a.IsPlanned)
                    : compared < 0 || axis.IsLastYear ? -1 : LevelBefore(columns, compared, a => a.Label == label && a.Period != later);
                from = from.Length > 0 ? from : other >= 0 ? columns[other].Axis.Period : "";
                break;
        }

        return new Column(ColumnRole.Figures, axis with
        {
            Period = period.Length > 0 ? period : compared >= 0 ? columns[compared].Axis.Period : "",
            Base = from,
        })
        {
            Compared = compared,
            Base = other,
        };
    }

    private static int LevelBefore(Column[] columns, int column, Func<Axis, bool> fits)
    {
        while (--column >= 0)
        {
            if (columns[column] is { Role: ColumnRole.Figures, Axis.Measure: FigureMeasure.Level } level && fits(level.Axis))
            {
                return column;
            }
        }

        return -1;
    }

    private static int LevelWith(Column[] columns, int column, Func<Axis, bool> fits) =>
        LevelBefore(columns, column, fits) is >= 0 and var before ? before : LevelBefore(columns, columns.Length, fits);

    /// <summary>The same time a year before, for dates and intervals of four-digit years; empty for others.</summary>
    private static string YearBefore(string period)
    {
        string[] ends = period.Split('/');
        for (int i = 0; i < ends.Length; i++)
        {
            if (ends[i].Length < 4 || !int.TryParse(ends[i].AsSpan(0, 4), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int year))
            {
                return "";
            }

            ends[i] = (year - 1).ToString("0000", System.Globalization.CultureInfo.InvariantCulture) + ends[i][4..];
        }

        return string.Join('/', ends);
    }
}
