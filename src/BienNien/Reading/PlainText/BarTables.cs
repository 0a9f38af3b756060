using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>Reads tables whose rows are lines between bars, as Markdown has them.</summary>
internal static class BarTables
{
    /// <summary>Reads the table that begins at a line.</summary>
    /// <returns>The first line after it.</returns>
    public static int Read(string text, List<Line> lines, int first, int table, List<Block> blocks)
    {
        int end = first + 1;
        while (end < lines.Count && lines[end].Role == LineRole.TableRow && lines[end].BlanksBefore == 0)
        {
            end++;
        }

        bool headed = end > first + 1 && IsDelimiterRow(text, lines[first + 1]);
        int row = 0;
        for (int i = first; i < end; i++)
        {
            if (IsDelimiterRow(text, lines[i]))
            {
                blocks.Add(new Block(BlockKind.Furniture, lines[i].Span));
                continue;
            }

            int column = 0;
            int at = lines[i].Start + 1;
            bool any = false;
            while (at < lines[i].End)
            {
                int bar = text.IndexOf('|', at, lines[i].End - at);
                int stop = bar < 0 ? lines[i].End : bar;
                TextSpan cell = Line.Trim(text, at, stop);
                if (cell.Length > 0)
                {
                    blocks.Add(new Block(BlockKind.TableCell, cell, cell: new TableCell(table, row, column, headed && i == first)));
                    any = true;
                }

                column++;
                at = stop + 1;
            }

            if (!any)
            {
                blocks.Add(new Block(BlockKind.Furniture, lines[i].Span));
            }

            row++;
        }

        return end;
    }

    private static bool IsDelimiterRow(string text, Line line)
    {
        ReadOnlySpan<char> row = text.AsSpan(line.Start, line.Length);
        return row.IndexOfAnyExcept("|-: \t") < 0 && row.Contains('-');
    }
}
