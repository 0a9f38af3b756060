using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>A total in a table that its row or column does not give.</summary>
/// <param name="Cell">The offending number.</param>
/// <param name="Parts">From the first cell added to the last.</param>
/// <param name="Sum">What they add up to.</param>
/// <param name="Decimals">How many decimals the total is written with.</param>
/// <param name="InRow">Whether the parts stand in the total's row, not in its column.</param>
/// <param name="IsPart">Whether the offending number is one of the parts.</param>
internal sealed record TableSlip(TextSpan Cell, TextSpan Parts, decimal Sum, int Decimals, bool InRow, bool IsPart);

/// <summary>Adds the rows and columns of tables that say that they are added.</summary>
internal static class TableSums
{
    private static readonly string[] _totals = ["tổng cộng", "cộng", "tổng số", "tổng", "cộng chung", "toàn xã", "toàn huyện", "toàn tỉnh", "toàn trường", "toàn đảng bộ", "cả xã", "cả huyện", "cả năm", "toàn quận", "toàn ngành"];
    private static readonly string[] _notAdded = ["%", "tỷ lệ", "tỉ lệ", "bình quân", "trung bình", "năng suất", "mật độ", "stt", "giá", "tỷ trọng", "tăng", "so với", "/ha", "/người", "/km", "lần", "xếp", "hạng", "điểm", "năm"];
    private static readonly string[] _within = ["trong đó", "trong đó:", "-", "+", "–", "riêng"];

    /// <summary>The slips of all tables, in reading order.</summary>
    public static ImmutableArray<TableSlip> Slips(Document document)
    {
        ImmutableArray<TableSlip>.Builder slips = ImmutableArray.CreateBuilder<TableSlip>();
        foreach (TableNumbers table in TableNumbers.Of(document))
        {
            if (table.Rows <= table.HeadRows || table.IsMerged)
            {
                continue;
            }

            List<Failure> failures = [];
            Columns(table, failures);
            Rows(table, failures);
            Settle(table, failures, slips);
        }

        return slips.OrderBy(static slip => slip.Cell).ToImmutableArray();
    }

    // A cell that is a part of a failing column and of a failing row by as much is the wrong one; so is a total of both.
    private static void Settle(TableNumbers table, List<Failure> failures, ImmutableArray<TableSlip>.Builder slips)
    {
        HashSet<TextSpan> told = [];
        HashSet<Failure> done = [];
        foreach (Failure column in failures.Where(static failure => !failure.InRow))
        {
            foreach (Failure row in failures.Where(static failure => failure.InRow))
            {
                if (Math.Abs(column.Off - row.Off) < 0.01m && column.Parts.Any(row.Parts.Contains) && column.Parts.First(row.Parts.Contains) is var part && table.Number(part.Row, part.Column) is { } number)
                {
                    done.Add(column);
                    done.Add(row);
                    Tell(number.Span, row, isPart: true);
                }
                else if (column.Parts.Contains(row.Total) && Math.Abs(column.Off + row.Off) < 0.01m)
                {
                    // The row's total is wrong, and the column that it stands in tells so, too.
                    done.Add(column);
                }
                else if (row.Parts.Contains(column.Total) && Math.Abs(column.Off + row.Off) < 0.01m)
                {
                    done.Add(row);
                }
            }
        }

        foreach (Failure failure in failures.Where(failure => !done.Contains(failure)))
        {
            Tell(table.Number(failure.Total.Row, failure.Total.Column)!.Value.Span, failure, isPart: false);
        }

        void Tell(TextSpan span, Failure failure, bool isPart)
        {
            if (told.Add(span))
            {
                TextSpan from = table.Cell(failure.Parts[0].Row, failure.Parts[0].Column)?.Span ?? span;
                TextSpan to = table.Cell(failure.Parts[^1].Row, failure.Parts[^1].Column)?.Span ?? span;
                CellNumber total = table.Number(failure.Total.Row, failure.Total.Column)!.Value;
                slips.Add(new TableSlip(span, TextSpan.Between(Math.Min(from.Start, to.Start), Math.Max(from.End, to.End)), total.Value - failure.Off, Math.Max(total.Decimals, 2), failure.InRow, isPart));
            }
        }
    }

    /// <summary>Whether the name of a row or column says that it is a total.</summary>
    public static bool IsTotal(string words)
    {
        string bare = words.Trim().TrimEnd(':', '.').ToLowerInvariant();
        return Array.Exists(_totals, total => bare == total || (bare.StartsWith(total + " ", StringComparison.Ordinal) && total.StartsWith("tổng", StringComparison.Ordinal) && bare.Length < 28) || bare.StartsWith(total + " (", StringComparison.Ordinal));
    }

    private static bool IsAdded(string head) => !Array.Exists(_notAdded, word => head.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static void Columns(TableNumbers table, List<Failure> failures)
    {
        int label = table.LabelColumn();
        List<int> totals = [];
        for (int row = table.HeadRows; row < table.Rows; row++)
        {
            if (IsTotal(table.Words(row, label)) || (label > 0 && table.Words(row, label).Length == 0 && IsTotal(table.Words(row, 0))) || (label == 0 && table.Columns > 1 && table.Words(row, 0).Length == 0 && IsTotal(table.Words(row, 1))))
            {
                totals.Add(row);
            }
        }

        // One total, at the end or at the beginning; with several, each sums what stands over it, and the last perhaps the others.
        if (totals.Count != 1 || (totals[0] != table.Rows - 1 && totals[0] != table.HeadRows))
        {
            return;
        }

        int at = totals[0];
        (int from, int end) = at == table.Rows - 1 ? (table.HeadRows, at) : (at + 1, table.Rows);
        if (end - from < 2)
        {
            return;
        }

        for (int row = from; row < end; row++)
        {
            string words = table.Words(row, label);
            if (Array.Exists(_within, within => words.StartsWith(within, StringComparison.OrdinalIgnoreCase)))
            {
                return;
            }
        }

        int right = 0;
        List<Failure> failed = [];
        for (int column = 0; column < table.Columns; column++)
        {
            if (column == label || !IsAdded(table.Head(column)) || table.Number(at, column) is not { } total)
            {
                continue;
            }

            List<(int Row, int Column)> parts = [];
            for (int row = from; row < end; row++)
            {
                parts.Add((row, column));
            }

            if (Add(table, parts, total, (at, column), inRow: false) is { } failure)
            {
                failed.Add(failure);
            }
            else if (parts.TrueForAll(part => table.Number(part.Row, part.Column) is not null))
            {
                right++;
            }
        }

        // Where most columns do not add up, the last row is no sum of these rows; one column alone must come near.
        if (failed.Count <= right || (right == 0 && failed.Count == 1 && failed[0].IsNear))
        {
            failures.AddRange(failed);
        }
    }

    private static void Rows(TableNumbers table, List<Failure> failures)
    {
        int label = table.LabelColumn();
        for (int total = 0; total < table.Columns; total++)
        {
            if (total == label || !IsTotal(table.Head(total)))
            {
                continue;
            }

            (int Right, List<Failure> Failed) best = (0, []);
            for (int from = 0; from < table.Columns; from++)
            {
                for (int end = from + 2; end <= table.Columns; end++)
                {
                    // The parts stand beside the total, on its left or right.
                    if ((end != total && from != total + 1) || (from <= label && label < end) || !Added(table, from, end))
                    {
                        continue;
                    }

                    int right = 0;
                    List<Failure> failed = [];
                    for (int row = table.HeadRows; row < table.Rows; row++)
                    {
                        if (table.Number(row, total) is { } number)
                        {
                            List<(int Row, int Column)> parts = [];
                            for (int column = from; column < end; column++)
                            {
                                parts.Add((row, column));
                            }

                            if (Add(table, parts, number, (row, total), inRow: true) is { } failure)
                            {
                                failed.Add(failure);
                            }
                            else if (parts.TrueForAll(part => table.Number(part.Row, part.Column) is not null))
                            {
                                right++;
                            }
                        }
                    }

                    best = right > best.Right ? (right, failed) : best;
                }
            }

            if (best.Right >= 2 ? best.Failed.Count * 2 <= best.Right : best.Right == 1 && best.Failed is [{ IsNear: true }])
            {
                failures.AddRange(best.Failed);
            }
        }
    }

    private static bool Added(TableNumbers table, int from, int end)
    {
        for (int column = from; column < end; column++)
        {
            if (!IsAdded(table.Head(column)) && !table.Head(column).StartsWith("năm", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    // Null when the parts make the total, or when one of them is not a number.
    private static Failure? Add(TableNumbers table, List<(int Row, int Column)> parts, CellNumber total, (int Row, int Column) at, bool inRow)
    {
        FigureRange sum = new(0, 0);
        decimal middle = 0;
        bool decimals = total.Decimals > 0;
        int counted = 0;
        foreach ((int row, int column) in parts)
        {
            if (table.Number(row, column) is { } number)
            {
                decimals |= number.Decimals > 0;
                sum = new FigureRange(sum.Least + number.Range.Least, sum.Most + number.Range.Most);
                middle += number.Value;
                counted++;
            }
            else if (!table.IsNothing(row, column))
            {
                return null;
            }
            else if (table.Words(row, column).Length == 0)
            {
                // An empty cell may be a number that nobody knew.
                return null;
            }
        }

        // Whole numbers are exact unless the table also writes decimals.
        bool meets = decimals ? sum.Meets(total.Range) : middle == total.Value;
        return meets || counted < 2 ? null : new Failure(at, parts, total.Value - middle, inRow, Math.Abs(total.Value - middle) <= Math.Abs(middle) * 0.25m);
    }

    private sealed record Failure((int Row, int Column) Total, List<(int Row, int Column)> Parts, decimal Off, bool InRow, bool IsNear);
}
