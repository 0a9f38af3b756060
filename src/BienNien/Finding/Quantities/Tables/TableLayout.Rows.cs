using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

internal sealed partial class TableLayout
{
    private const int RowsToLookBack = 40;
    private const int MostTotals = 8;

    private readonly Row[] _rows;
    private readonly List<int> _totals = [];

    private sealed record Row
    {
        public Axis Axis { get; init; } = Axis.Empty;

        /// <summary>The cell that heads it, or -1.</summary>
        public int Label { get; init; } = -1;

        public bool HasFigures { get; init; }

        public bool IsRepeatedHead { get; init; }

        /// <summary>The words of its head with its unit left out, for a figure whose heads say nothing else.</summary>
        public string Raw { get; init; } = "";

        /// <summary>The row that it compares with, for a row that compares; -1 otherwise.</summary>
        public int Compared { get; init; } = -1;

        public int Base { get; init; } = -1;
    }

    private Row[] ReadRows()
    {
        Row[] rows = new Row[Grid.Rows];
        int[] above = [-1, -1, -1, -1, -1, -1, -1];
        int[] carried = new int[Grid.Columns];
        carried.AsSpan().Fill(-1);
        int numbered = -1;
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = row < _headEnd ? new Row() : RepeatsHead(row) ? new Row { IsRepeatedHead = true } : ReadRow(rows, row, above, carried, ref numbered);
        }

        return rows;
    }

    private Row ReadRow(Row[] rows, int row, int[] above, int[] carried, ref int numbered)
    {
        int scope = -1;
        int time = -1;
        int unit = -1;
        int label = -1;
        int outer = -1;
        int number = -1;
        bool figures = false;
        int cells = 0;
        int only = -1;
        for (int column = 0; column < Grid.Columns; column++)
        {
            int cell = Grid.At(row, column);
            if (cell >= 0 && Grid.Cells[cell].Place.Row == row && Grid.Cells[cell].Place.Column == column)
            {
                cells++;
                only = cell;
            }

            ColumnRole role = column < _columns.Length ? _columns[column].Role : ColumnRole.Text;
            if (role is ColumnRole.Scope or ColumnRole.Time)
            {
                // Files without merged cells leave what stays the same empty.
                carried[column] = cell >= 0 ? cell : carried[column];
            }

            switch (role)
            {
                case ColumnRole.RowNumber when cell >= 0:
                    number = cell;
                    break;
                case ColumnRole.Scope when scope < 0:
                    scope = cell;
                    break;
                case ColumnRole.Time when time < 0 && cell >= 0:
                    time = cell;
                    break;
                case ColumnRole.Unit when unit < 0:
                    unit = cell;
                    break;
                case ColumnRole.Indicator when cell >= 0 && _kinds[cell] != CellKind.Blank:
                    (outer, label) = label >= 0 && IsGroupColumn(column) ? (label, cell) : label >= 0 ? (outer, label) : (outer, cell);
                    break;
                case ColumnRole.Figures:
                    figures |= cell >= 0 && _kinds[cell] == CellKind.Figure;
                    break;
            }
        }

        if (number >= 0 && _kinds[number] == CellKind.Words && label < 0 && scope < 0 && Grid.Words(number) is var said && !(said.Count <= 2 && said[0].Length <= 4 && (said[0].IsRoman || said[0].Length == 1)))
        {
            // “Tổng cộng” over the columns of numbers and names.
            (label, number) = (number, -1);
        }

        if (label < 0 && scope < 0 && time < 0 && cells == 1 && _kinds[only] == CellKind.Words)
        {
            label = only;
        }

        if (scope < 0 && label >= 0)
        {
            // The place stands in the first row of its group.
            for (int column = 0; column < Grid.Columns && scope < 0; column++)
            {
                scope = _columns[column].Role == ColumnRole.Scope ? carried[column] : -1;
            }
        }

        return Headed(rows, row, above, ref numbered, number, outer, label, scope, time, unit, figures);
    }

    private Row Headed(Row[] rows, int row, int[] above, ref int numbered, int number, int outer, int label, int scope, int time, int unit, bool figures)
    {
        int own = label >= 0 ? label : scope >= 0 ? scope : time;
        if (own < 0)
        {
            return new Row { HasFigures = figures };
        }

        Head head = HeadOf(own);
        int depth = DepthOf(head, number, figures, ref numbered);
        int parent = -1;
        for (int d = depth - 1; d >= 0 && parent < 0; d--)
        {
            parent = above[d];
        }

        bool total = head.IsTotal;
        if (!total)
        {
            above[depth] = row;
            above.AsSpan(depth + 1).Fill(-1);
        }
        else
        {
            parent = -1;
        }

        List<Head> heads = [];
        if (outer >= 0)
        {
            heads.Add(HeadOf(outer));
        }

        heads.Add(head);
        Axis axis = Axis.Of(heads);
        if (time >= 0 && time != own)
        {
            Head when = HeadOf(time);
            axis = axis with { Period = when.Period.Length > 0 ? when.Period : axis.Period, Evidence = axis.Evidence.Add(when.Span) };
        }

        if (scope >= 0)
        {
            Head where = HeadOf(scope);
            axis = axis with
            {
                Scope = where.IsBareTotal ? "" : where.Label.Length > 0 ? where.Label : axis.Scope,
                Label = label >= 0 ? axis.Label : "",
                TotalLabel = where.IsTotal ? "" : axis.TotalLabel,
                IsTotal = axis.IsTotal || where.IsTotal,
                Evidence = label >= 0 ? [where.Span, .. axis.Evidence] : axis.Evidence,
            };
        }

        if (unit >= 0)
        {
            TableUnit told = UnitIn(unit, isTold: true);
            if (!told.IsKnown && row > 0 && Grid.At(row - 1, Grid.Cells[unit].Place.Column) >= 0 && IsDitto(unit))
            {
                told = rows[row - 1].Axis.Unit;
            }

            axis = axis with { Unit = told.IsKnown ? told : axis.Unit, Evidence = axis.Evidence.Add(Grid.Words(unit).Span(0, Grid.Words(unit).Count)) };
        }

        if (parent >= 0)
        {
            Axis over = rows[parent].Axis;
            bool needs = NeedsParent(head, depth, rows[parent], HeadOf(rows[parent].Label));
            axis = axis with
            {
                Label = needs && over.Label.Length > 0 ? axis.Label.Length > 0 ? over.Label + Axis.Separator + axis.Label : over.Label : axis.Label,
                Period = axis.Period.Length > 0 ? axis.Period : over.Period,
                Scope = axis.Scope.Length > 0 ? axis.Scope : over.Scope,
                Unit = axis.Unit.Or(unit < 0 && needs ? over.Unit : default),
                Counted = axis.Counted.Or(needs ? over.Counted : default),
                Named = needs ? over.Named.Or(axis.Named) : axis.Named,
                Evidence = needs ? [.. over.Evidence, .. axis.Evidence] : axis.Evidence,
            };
        }

        Row read = new() { Axis = axis, Label = own, HasFigures = figures, Raw = head.Label.Length > 0 ? head.Label : TextOf(own) };
        if (total && figures && _totals.Count < MostTotals)
        {
            _totals.Add(row);
        }

        return axis.Measure == FigureMeasure.Level || !figures ? read : Comparing(rows, row, read);
    }

    private int DepthOf(Head head, int number, bool figures, ref int numbered)
    {
        if (head.Depth != Head.Ordinary)
        {
            numbered = number >= 0 ? head.Depth : numbered;
            return head.Depth;
        }

        if (number >= 0)
        {
            return numbered = NumberedDepth(Grid.Words(number));
        }

        if (!figures)
        {
            return head.IsAllUpper ? Head.Section : Head.Section + 1;
        }

        return numbered >= 0 ? Math.Min(numbered + 1, Head.Dashed - 1) : Head.Ordinary;
    }

    private static int NumberedDepth(Sentence number)
    {
        if (number[0].IsWord)
        {
            return number[0].IsRoman || number[0].Capitalised ? Head.Section : Head.Ordinary + 1;
        }

        if (number[0].IsMark)
        {
            return number.Surface(0) is "+" ? Head.Dashed + 1 : Head.Dashed;
        }

        return number[0].IsNumber && number[2].IsNumber ? Head.Ordinary + 1 : Head.Ordinary;
    }

    private static bool NeedsParent(Head head, int depth, Row parent, Head over)
    {
        if (depth >= Head.Dashed && parent.HasFigures)
        {
            return true;
        }

        bool generic = head.IsOnlyLeading && (head.Leading & HeadRoles.Generic) != 0;
        return generic || (head.SaysLittle && over.Depth != Head.Section && !over.IsAllUpper && (depth > Head.Ordinary || !parent.HasFigures));
    }

    private bool IsDitto(int cell)
    {
        Sentence words = Grid.Words(cell);
        return _kinds[cell] == CellKind.Blank || (_reader.Words.At(words, 0, out HeadRoles role) > 0 && (role & HeadRoles.Ditto) != 0);
    }

    // An inner column of heads: the one before it has fewer cells.
    private bool IsGroupColumn(int column)
    {
        if (_groupColumns is null)
        {
            _groupColumns = new bool[Grid.Columns];
            int before = -1;
            for (int c = 0; c < Grid.Columns; c++)
            {
                if (_columns[c].Role != ColumnRole.Indicator)
                {
                    continue;
                }

                int filled = 0;
                for (int row = _headEnd; row < Grid.Rows; row++)
                {
                    filled += Grid.Own(row, c) >= 0 ? 1 : 0;
                }

                _groupColumns[c] = before >= 0 && before < filled;
                before = filled;
            }
        }

        return _groupColumns[column];
    }

    private bool[]? _groupColumns;

    // After a page break the heads stand there again.
    private bool RepeatsHead(int row)
    {
        for (int head = _headStart; head < _headEnd; head++)
        {
            bool same = true;
            int cells = 0;
            for (int column = 0; column < Grid.Columns && same; column++)
            {
                int one = Grid.Own(row, column);
                int other = Grid.Own(head, column);
                same = (one < 0) == (other < 0) && (one < 0 || SameWords(one, other));
                cells += one >= 0 ? 1 : 0;
            }

            if (same && cells > 1)
            {
                return true;
            }
        }

        return false;
    }

    private bool SameWords(int one, int other)
    {
        Sentence a = Grid.Words(one);
        Sentence b = Grid.Words(other);
        if (a.Count != b.Count)
        {
            return false;
        }

        for (int i = 0; i < a.Count; i++)
        {
            if (!a.Surface(i).Equals(b.Surface(i), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    // A row that compares two others: “So sánh 2002/2001 (%)”.
    private static Row Comparing(Row[] rows, int row, Row read)
    {
        Axis axis = read.Axis;
        int compared = -1;
        int other = -1;
        for (int r = row - 1; r >= 0 && r >= row - RowsToLookBack; r--)
        {
            if (rows[r] is not { HasFigures: true, Axis: { Measure: FigureMeasure.Level } level } || (axis.Label.Length > 0 && level.Label != axis.Label))
            {
                continue;
            }

            if (compared < 0 && (axis.Period.Length == 0 ? axis.Base.Length == 0 || level.Period != axis.Base : level.Period == axis.Period) && (axis.Measure != FigureMeasure.OfPlan || !level.IsPlanned))
            {
                compared = r;
            }
            else if (other < 0 && (axis.Base.Length == 0 || level.Period == axis.Base) && (axis.Measure != FigureMeasure.OfPlan || level.IsPlanned))
            {
                other = r;
            }
        }

        return read with
        {
            Compared = compared,
            Base = other,
            Axis = axis with
            {
                Label = axis.Label.Length > 0 || compared < 0 ? axis.Label : rows[compared].Axis.Label,
                Period = axis.Period.Length > 0 || compared < 0 ? axis.Period : rows[compared].Axis.Period,
                Base = axis.Base.Length > 0 || other < 0 || axis.Measure == FigureMeasure.OfPlan ? axis.Base : rows[other].Axis.Period,
            },
        };
    }

    private string TextOf(int cell)
    {
        Sentence words = Grid.Words(cell);
        System.Text.StringBuilder text = new();
        for (int i = 0; i < words.Count; i++)
        {
            if (i > 0 && words[i].SpaceBefore)
            {
                text.Append(' ');
            }

            text.Append(words.Surface(i));
        }

        return text.ToString();
    }
}
