using System.Collections.Immutable;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>Finds the rows and columns of tables that tell the shares of a whole, or the growth from one row to the next, beside the figures that they are computed from.</summary>
/// <remarks>As with <see cref="RatioColumns"/>, a way of computing holds when most of the cells obey it.</remarks>
internal static class ShareColumns
{
    private const int LeastObeying = 2;

    private static readonly string[] _shares = ["%", "tỷ lệ", "tỉ lệ", "cơ cấu", "tỷ trọng", "tỉ trọng"];
    private static readonly string[] _growths = ["tăng", "giảm", "so với", "tốc độ", "%"];

    /// <summary>The slips of all tables, in reading order.</summary>
    public static ImmutableArray<RatioSlip> Slips(Document document)
    {
        ImmutableArray<RatioSlip>.Builder slips = ImmutableArray.CreateBuilder<RatioSlip>();
        foreach (TableNumbers table in TableNumbers.Of(document))
        {
            if (table.IsMerged)
            {
                continue;
            }

            HashSet<TextSpan> told = [];
            foreach (Grid grid in (ReadOnlySpan<Grid>)[new Grid(table, IsTurned: false), new Grid(table, IsTurned: true)])
            {
                for (int said = 1; said < grid.Columns; said++)
                {
                    string head = grid.Head(said);
                    List<RatioSlip>? found = null;
                    if (Named(head, _shares) && !Named(head, ["kế hoạch", "đạt", "thực hiện", "tăng", "giảm"]))
                    {
                        found = Best(grid, said, Shares);
                    }

                    if (found is null && Named(head, _growths))
                    {
                        found = Best(grid, said, Growths);
                    }

                    foreach (RatioSlip slip in found ?? [])
                    {
                        if (told.Add(slip.Cell))
                        {
                            slips.Add(slip);
                        }
                    }
                }
            }
        }

        return slips.OrderBy(static slip => slip.Cell).ToImmutableArray();
    }

    private static bool Named(string head, string[] words) => Array.Exists(words, word => head.Contains(word, StringComparison.OrdinalIgnoreCase));

    // The slips against the column of figures that most cells follow; null where none is followed.
    private static List<RatioSlip>? Best(Grid grid, int said, Func<Grid, int, int, (int Obeying, List<RatioSlip> Slips)> hold)
    {
        (int Obeying, List<RatioSlip>? Slips) best = (0, null);
        for (int of = 1; of < grid.Columns; of++)
        {
            if (of != said && hold(grid, said, of) is var (obeying, slips) && obeying > best.Obeying)
            {
                best = (obeying, slips);
            }
        }

        return best is { Obeying: >= LeastObeying, Slips: { } found } && found.Count * 2 <= best.Obeying ? found : null;
    }

    // The shares of the total that the table tells; without one, of what the figures add up to.
    private static (int Obeying, List<RatioSlip> Slips) Shares(Grid grid, int said, int of)
    {
        (CellNumber? whole, TextSpan span) = (null, default);
        decimal sum = 0;
        int rows = 0;
        for (int row = grid.First; row < grid.Rows; row++)
        {
            if (grid.Number(row, of) is not { } number)
            {
                continue;
            }

            if (TableSums.IsTotal(grid.Label(row)))
            {
                (whole, span) = (number, number.Span);
            }
            else
            {
                sum += number.Value;
                rows++;
            }
        }

        FigureRange bottom = whole?.Range ?? new FigureRange(sum, sum);
        if (rows < LeastObeying || sum <= 0 || bottom.Least <= 0)
        {
            return (0, []);
        }

        int obeying = 0;
        List<RatioSlip> slips = [];
        for (int row = grid.First; row < grid.Rows; row++)
        {
            if (TableSums.IsTotal(grid.Label(row)) || grid.Number(row, of) is not { } part || grid.Number(row, said) is not { } share || FigureRange.OfResult(share.Value, TimexMod.None, share.Decimals, times: false) is not { } claimed
                || part.Range / bottom is not { } ratio)
            {
                continue;
            }

            FigureRange computed = ratio.Times(100);
            if (computed.Meets(claimed))
            {
                obeying++;
            }
            else
            {
                slips.Add(new RatioSlip(share.Span, part.Span, whole is null ? part.Span : span, computed, IsPercent: true, share.Decimals));
            }
        }

        return (obeying, slips);
    }

    // By how much each row has more, or less, than the one before it.
    private static (int Obeying, List<RatioSlip> Slips) Growths(Grid grid, int said, int of)
    {
        int obeying = 0;
        List<RatioSlip> slips = [];
        for (int row = grid.First + 1; row < grid.Rows; row++)
        {
            if (TableSums.IsTotal(grid.Label(row)) || grid.Number(row, of) is not { } now || grid.Number(row - 1, of) is not { } then || grid.Number(row, said) is not { } change
                || FigureRange.OfResult(change.Value, TimexMod.None, change.Decimals, times: false) is not { } claimed || now.Range / then.Range is not { } ratio || then.Value == now.Value)
            {
                continue;
            }

            FigureRange computed = now.Value > then.Value ? ratio.Times(100).Plus(-100) : new FigureRange(100 - (ratio.Most * 100), 100 - (ratio.Least * 100));
            if (computed.Meets(claimed))
            {
                obeying++;
            }
            else
            {
                slips.Add(new RatioSlip(change.Span, now.Span, then.Span, computed, IsPercent: true, change.Decimals));
            }
        }

        return (obeying, slips);
    }

    /// <summary>A table, or the same with rows for columns.</summary>
    private readonly record struct Grid(TableNumbers Table, bool IsTurned)
    {
        public int Columns => IsTurned ? Table.Rows : Table.Columns;

        public int Rows => IsTurned ? Table.Columns : Table.Rows;

        /// <summary>The first row of figures.</summary>
        public int First => IsTurned ? Table.LabelColumn() + 1 : Table.HeadRows;

        public string Head(int column) => IsTurned ? column < Table.HeadRows ? "" : Table.Words(column, Table.LabelColumn()) : Table.Head(column);

        public string Label(int row) => IsTurned ? Table.Head(row) : Table.Words(row, Table.LabelColumn());

        public CellNumber? Number(int row, int column) => IsTurned ? Table.Number(column, row) : Table.Number(row, column);
    }
}
