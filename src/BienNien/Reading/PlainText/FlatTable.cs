using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>A table that was recovered from lines.</summary>
/// <param name="FirstLine">Its first line.</param>
/// <param name="EndLine">The line after its last.</param>
/// <param name="Cells">The cells in reading order; a table number is not given yet.</param>
/// <param name="Furniture">Page numbers between its rows.</param>
internal sealed record FlatTable(int FirstLine, int EndLine, ImmutableArray<(TextSpan Span, int Row, int Column, bool Header)> Cells, ImmutableArray<TextSpan> Furniture)
{
    /// <summary>Adds the cells as blocks of a table.</summary>
    public void AddTo(List<Block> blocks, int table)
    {
        int furniture = 0;
        foreach ((TextSpan span, int row, int column, bool header) in Cells)
        {
            while (furniture < Furniture.Length && Furniture[furniture].Start < span.Start)
            {
                blocks.Add(new Block(BlockKind.Furniture, Furniture[furniture++]));
            }

            blocks.Add(new Block(BlockKind.TableCell, Around(span), 0, new TableCell(table, row, column, header)));
        }

        for (; furniture < Furniture.Length; furniture++)
        {
            blocks.Add(new Block(BlockKind.Furniture, Furniture[furniture]));
        }
    }

    // A page number inside a cell cuts it.
    private ImmutableArray<TextSpan> Around(TextSpan span)
    {
        ImmutableArray<TextSpan>.Builder parts = ImmutableArray.CreateBuilder<TextSpan>(1);
        int start = span.Start;
        foreach (TextSpan furniture in Furniture)
        {
            if (span.Contains(furniture) && furniture.Start > start)
            {
                parts.Add(TextSpan.Between(start, furniture.Start));
                start = furniture.End;
            }
        }

        parts.Add(TextSpan.Between(start, span.End));
        return parts.DrainToImmutable();
    }
}
