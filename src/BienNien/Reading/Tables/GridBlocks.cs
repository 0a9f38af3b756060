using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Tables;

/// <summary>Makes the blocks of one table whose cells are known with their places: a line a row, tabs between cells.</summary>
/// <remarks>
/// Rows and columns that nothing stands in are none. Above a table its title is often typed into the first cell of a row, below it its
/// source: rows with one cell, at either end, are lines of text.
/// </remarks>
internal static class GridBlocks
{
    private const int MostHeaderRows = 5;

    // Where cells lie far apart, a tab for each empty cell between them would be longer than all that is said.
    private const int EmptyPerCell = 8;
    private const int FewCells = 1_000_000;

    /// <summary>Adds a table.</summary>
    /// <param name="document">What it is added to.</param>
    /// <param name="cells">Ascending by row, then column; no two in one place, none blank.</param>
    /// <param name="table">Which table of the document.</param>
    /// <param name="flow">The characters of a cell with their places.</param>
    /// <returns>Whether there was a table, and not only lines of text or nothing.</returns>
    public static bool Add(DocumentAssembler document, IReadOnlyList<GridCell> cells, int table, Func<GridCell, FlowText> flow)
    {
        (int start, int end) = Body(cells);
        for (int i = 0; i < start; i++)
        {
            AddLine(document, flow(cells[i]));
        }

        if (end > start)
        {
            AddTable(document, cells, start, end, new TableBuilder(table, document.Blocks.Count), flow);
        }

        for (int i = end; i < cells.Count; i++)
        {
            AddLine(document, flow(cells[i]));
        }

        return end > start;
    }

    private static void AddTable(DocumentAssembler document, IReadOnlyList<GridCell> cells, int start, int end, TableBuilder table, Func<GridCell, FlowText> flow)
    {
        int[] columnNumbers = [.. Enumerable.Range(start, end - start).Select(i => cells[i].Column).Distinct().Order()];
        Dictionary<int, int> columns = [];
        foreach (int column in columnNumbers)
        {
            columns.Add(column, columns.Count);
        }

        List<int> rowNumbers = [cells[start].Row];
        for (int i = start + 1; i < end; i++)
        {
            if (cells[i].Row != cells[i - 1].Row)
            {
                rowNumbers.Add(cells[i].Row);
            }
        }

        bool sparse = (long)rowNumbers.Count * columns.Count > FewCells + ((long)EmptyPerCell * (end - start));
        int at = 0;
        int row = -1;
        for (int i = start; i < end; i++)
        {
            GridCell cell = cells[i];
            if (i == start || cell.Row != cells[i - 1].Row)
            {
                document.NextLine();
                (at, row) = (0, row + 1);
                table.NextRow();
            }

            int column = columns[cell.Column];
            for (int tabs = sparse ? Math.Min(1, column - at) : column - at; tabs > 0; tabs--)
            {
                document.NextCell();
            }

            at = column;
            table.HeaderReaches(row, Math.Min(cell.Rows, MostHeaderRows));
            document.Add(flow(cell), BlockKind.TableCell, 0, new TableCell(table.Number, row, column, IsHeader: false)
            {
                Rows = cell.Rows > 1 ? Covered(rowNumbers, cell.Row, cell.Rows) : 1,
                Columns = cell.Columns > 1 ? Covered(columnNumbers, cell.Column, cell.Columns) : 1,
            });
        }

        table.Finish(document);
        document.NextLine();
    }

    // How many of the rows or columns that anything stands in a merged cell takes.
    private static int Covered(IReadOnlyList<int> filled, int first, int count)
    {
        int covered = 0;
        for (int i = AtLeast(filled, first); i < filled.Count && filled[i] - first < count; i++)
        {
            covered++;
        }

        return Math.Max(1, covered);
    }

    private static int AtLeast(IReadOnlyList<int> sorted, int value)
    {
        (int low, int high) = (0, sorted.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // From the first row with more than one cell to the last one; all when there is none: a list.
    private static (int Start, int End) Body(IReadOnlyList<GridCell> cells)
    {
        int start = 0;
        while (start < cells.Count && !SharesRow(cells, start))
        {
            start++;
        }

        if (start == cells.Count)
        {
            return (0, cells.Count);
        }

        int end = cells.Count;
        while (!SharesRow(cells, end - 1))
        {
            end--;
        }

        return (start, end);
    }

    private static bool SharesRow(IReadOnlyList<GridCell> cells, int i) =>
        (i > 0 && cells[i - 1].Row == cells[i].Row) || (i + 1 < cells.Count && cells[i + 1].Row == cells[i].Row);

    private static void AddLine(DocumentAssembler document, FlowText text)
    {
        (BlockKind kind, int level) = LineRoles.ClassifyParagraph(text);
        document.NextLine();
        document.Add(text, kind, level);
        document.NextLine();
    }
}
