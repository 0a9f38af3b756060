using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

internal sealed partial class TableLayout
{
    private const decimal Near = 0.02m;

    /// <summary>Reads a figure of a cell as its table says.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="figure">The figure in it.</param>
    /// <param name="own">Whether the figure's own words carry a unit.</param>
    public QuantityValue ValueOf(int cell, Proposal figure, bool own)
    {
        TableCell place = Grid.Cells[cell].Place;
        QuantityValue value = (QuantityValue)figure.Mention.Value;
        Column column = _columns[place.Column];
        Row row = _rows[place.Row];
        Axis across = column.Axis;
        Axis down = row.Axis;
        bool byColumn = across.Measure != FigureMeasure.Level;
        Axis measured = byColumn ? across : down;
        (int compared, int other) = byColumn ? (CellAt(place.Row, column.Compared), CellAt(place.Row, column.Base)) : (CellAt(row.Compared, place.Column), CellAt(row.Base, place.Column));
        string from = measured.Base;

        FigureMeasure measure = measured.Measure;
        TableUnit levels = LevelUnit(across.Measure == FigureMeasure.Level ? across : Axis.Empty, down, column);
        measure = ByItsWords(cell, figure, value, measure, levels);
        if (byColumn && other < 0 && from.Length == 0 && compared >= 0 && measure is FigureMeasure.Growth or FigureMeasure.Ratio or FigureMeasure.Multiple or FigureMeasure.Change && !across.IsLastYear
            && RowBefore(place.Row) is >= 0 and var before)
        {
            // “Tốc độ tăng” where the years stand below each other.
            (other, from) = (CellAt(before, column.Compared), _rows[before].Axis.Period);
        }

        bool open = measured.IsOpen && measure == measured.Measure;
        if (open && value.Value is { } said && Compared(compared) is { } upper && Compared(other) is { } lower && lower != 0)
        {
            measure = Nearest(said, upper, lower, across.Unit.IsKnown ? across.Unit.Text : value.Unit);
        }

        if (measure == FigureMeasure.Share)
        {
            other = Whole(place, column, compared, value.Value);
            compared = other < 0 ? -1 : compared;
        }
        else if (measure == FigureMeasure.Level)
        {
            (compared, other, from) = (-1, -1, "");
        }

        if (!own)
        {
            value = WithUnit(value, UnitOf(measure, across, down, levels));
        }

        string period = across.Period.Length > 0 ? across.Period : down.Period.Length > 0 ? down.Period : Caption.Period;
        string scope = across.Scope.Length > 0 ? across.Scope : down.Scope.Length > 0 ? down.Scope : Caption.Scope;
        if (across.IsLastYear && from.Length == 0)
        {
            from = YearBefore(period);
        }

        return value with
        {
            Cell = new CellContext(place, Indicator(across, down, row), scope, period, measure, measure == FigureMeasure.Level ? "" : from, Evidence(across, down))
            {
                IsTotal = across.IsTotal || down.IsTotal,
                IsPlanned = across.IsPlanned || down.IsPlanned,
                Compared = compared >= 0 && other >= 0 ? [Grid.Cells[compared].Place, Grid.Cells[other].Place] : [],
            },
        };
    }

    private int CellAt(int row, int column) => row >= 0 && column >= 0 && Grid.At(row, column) is >= 0 and var cell && _kinds[cell] == CellKind.Figure ? cell : -1;

    private decimal? Compared(int cell) => cell >= 0 ? _figures[cell] : null;

    private int RowBefore(int row)
    {
        if (_rows[row].Axis.Period.Length == 0)
        {
            return -1;
        }

        int before = row - 1;
        while (before >= _headEnd && !(_rows[before].HasFigures && _rows[before].Axis is { Period.Length: > 0, Measure: FigureMeasure.Level }))
        {
            before--;
        }

        return before >= _headEnd && _rows[before].Axis.Label == _rows[row].Axis.Label ? before : -1;
    }

    private string Indicator(Axis across, Axis down, Row row)
    {
        string label = down.Label.Length == 0 ? across.Label : across.Label.Length == 0 ? down.Label : down.Label + Axis.Separator + across.Label;
        return label.Length > 0 ? label
            : down.TotalLabel.Length > 0 ? down.TotalLabel
            : across.TotalLabel.Length > 0 ? across.TotalLabel
            : down.Measure == FigureMeasure.Level && down.Period.Length == 0 && down.Scope.Length == 0 ? row.Raw : "";
    }

    private ImmutableArray<TextSpan> Evidence(Axis across, Axis down)
    {
        ImmutableArray<TextSpan>.Builder spans = ImmutableArray.CreateBuilder<TextSpan>(across.Evidence.Length + down.Evidence.Length + 1);
        if (Caption.PeriodSpan.Length > 0 && across.Period.Length == 0 && down.Period.Length == 0)
        {
            spans.Add(Caption.PeriodSpan);
        }

        if (Caption.ScopeSpan.Length > 0 && across.Scope.Length == 0 && down.Scope.Length == 0)
        {
            spans.Add(Caption.ScopeSpan);
        }

        if (Caption.UnitSpan.Length > 0 && !across.Unit.IsKnown && !down.Unit.IsKnown)
        {
            spans.Add(Caption.UnitSpan);
        }

        spans.AddRange(across.Evidence);
        spans.AddRange(down.Evidence);
        spans.Sort();
        return [.. spans.Distinct()];
    }

    private TableUnit LevelUnit(Axis across, Axis down, Column column)
    {
        TableUnit unit = across.Unit.Or(down.Unit);
        if (!unit.IsKnown && column.Compared >= 0)
        {
            unit = _columns[column.Compared].Axis.Unit.Or(_columns[column.Compared].Axis.Counted);
            unit = unit.IsKnown || down.Counted.IsKnown || Caption.Unit.IsKnown ? unit : _columns[column.Compared].Axis.Named;
        }

        return unit.Or(across.Counted).Or(down.Counted).Or(Caption.Unit).Or(across.Named).Or(down.Named);
    }

    private static TableUnit UnitOf(FigureMeasure measure, Axis across, Axis down, TableUnit levels)
    {
        Axis measured = across.Measure != FigureMeasure.Level ? across : down;
        switch (measure)
        {
            case FigureMeasure.Level:
                return levels;
            case FigureMeasure.Change:
                return across.Measure == FigureMeasure.Change && across.Unit.IsKnown ? across.Unit : levels;
            case FigureMeasure.Multiple:
                return new TableUnit("lần", 1);
            default:
                return measured.Measure != FigureMeasure.Level && measured.Unit is { IsKnown: true, Text: "%" or "‰" } ? measured.Unit : new TableUnit("%", 1);
        }
    }

    private static QuantityValue WithUnit(QuantityValue value, TableUnit unit)
    {
        if (!unit.IsKnown)
        {
            return value;
        }

        // A count so large that its product leaves the range of a decimal is no count: the scale is left out.
        return value with { Value = Scaled(value.Value, unit.Scale), To = Scaled(value.To, unit.Scale), Of = Scaled(value.Of, unit.Scale), Unit = unit.Text };
    }

    private static decimal? Scaled(decimal? value, decimal scale) => value is { } known && Math.Abs(known) < 1e14m && scale < 1e13m ? known * scale : value;

    // “Tăng 1,6 lần”, “Giảm 0,4‰”, “tăng 12%”: the words of the cell tell more than its head.
    private FigureMeasure ByItsWords(int cell, Proposal figure, QuantityValue value, FigureMeasure measure, TableUnit levels)
    {
        bool directed = false;
        bool changes = false;
        Sentence words = Grid.Words(cell);
        for (int i = 0; i < figure.FirstToken - words.FirstToken; i++)
        {
            directed |= _reader.Words.IsDirection(words[i]);
            changes |= words[i].Word == _reader.Words.Rise || words[i].Word == _reader.Words.Fall;
        }

        if (!directed)
        {
            // “100 (20%)”
            bool second = figure.FirstToken > words.FirstToken + 1 && value.Unit == "%" && words.Surface(figure.FirstToken - words.FirstToken - 1) is "(";
            return second && measure == FigureMeasure.Level && levels.Text != "%" ? FigureMeasure.Share : measure;
        }

        if (value.Unit == "lần")
        {
            return FigureMeasure.Multiple;
        }

        if (!changes)
        {
            return measure == FigureMeasure.Level && value.Unit == "%" && levels.Text is not ("%" or "‰") ? FigureMeasure.Ratio : measure;
        }

        bool share = value.Unit is "%" or "‰";
        return share ? levels.Text is "%" or "‰" ? FigureMeasure.Change : FigureMeasure.Growth
            : value.Unit.Length > 0 || measure is FigureMeasure.Level ? FigureMeasure.Change
            : measure == FigureMeasure.Ratio ? FigureMeasure.Growth : measure;
    }

    // Which of the ways to compare two figures gives the one that is said.
    private static FigureMeasure Nearest(decimal said, decimal upper, decimal lower, string unit)
    {
        decimal times = upper / lower;
        FigureMeasure best = FigureMeasure.Ratio;
        decimal distance = Distance(times * 100);
        Try(FigureMeasure.Growth, (times - 1) * 100, unit is "" or "%");
        Try(FigureMeasure.Multiple, times, unit is "");
        Try(FigureMeasure.Change, upper - lower, unit is not "%");
        return best;

        void Try(FigureMeasure measure, decimal value, bool fits)
        {
            if (fits && Distance(value) < distance && Distance(value) < Near)
            {
                (best, distance) = (measure, Distance(value));
            }
        }

        decimal Distance(decimal value) => Math.Abs(value - said) / Math.Max(1, Math.Abs(said));
    }

    // The whole that a share is of: a total of its column, or a figure of its row; only one that gives the share that is said.
    private int Whole(TableCell place, Column column, int part, decimal? share)
    {
        if (Compared(part) is not { } upper || share is not { } said)
        {
            return -1;
        }

        foreach (int total in _totals)
        {
            if (Gives(CellAt(total, column.Compared)))
            {
                return CellAt(total, column.Compared);
            }
        }

        for (int c = column.Compared - 1; c >= 0; c--)
        {
            if (Gives(CellAt(place.Row, c)))
            {
                return CellAt(place.Row, c);
            }
        }

        return -1;

        bool Gives(int cell) => Compared(cell) is { } lower && lower != 0 && Math.Abs((upper / lower * 100) - said) <= Math.Max(0.06m, said * Near / 10);
    }
}
