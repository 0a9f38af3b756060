using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>What a stretch of a document is on the page.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A title of the document or of a part of it.</summary>
    Heading,

    /// <summary>One item of a list, its mark included.</summary>
    ListItem,

    /// <summary>One cell of a table; <see cref="Block.Cell"/> says which.</summary>
    TableCell,

    /// <summary>The words under or above a table or picture.</summary>
    Caption,

    /// <summary>A note set apart from the text that refers to it.</summary>
    Footnote,

    /// <summary>Page number, running head, rule: printed, but no part of what the document says.</summary>
    Furniture,
}

/// <summary>Where a cell stands in its table.</summary>
/// <param name="Table">Which table of the document, from 0.</param>
/// <param name="Row">From 0, header rows counted.</param>
/// <param name="Column">From 0.</param>
/// <param name="IsHeader">Whether the cell names its column or row.</param>
public readonly record struct TableCell(int Table, int Row, int Column, bool IsHeader);

/// <summary>One block of a document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parts">
/// Where it stands: one span, or several when a page break, a page number or a footnote cuts it. In reading order, never empty.
/// </param>
/// <param name="Level">Heading depth from 1 (0: the document's title), list depth from 1; 0 for other kinds.</param>
/// <param name="Cell">The place in a table, for <see cref="BlockKind.TableCell"/> alone.</param>
public sealed record Block(BlockKind Kind, ImmutableArray<TextSpan> Parts, int Level = 0, TableCell? Cell = null)
{
    /// <summary>A block of one piece.</summary>
    public Block(BlockKind kind, TextSpan span, int level = 0, TableCell? cell = null)
        : this(kind, [span], level, cell)
    {
    }

    /// <summary>From the first part's start to the last part's end; covers what cuts the block, too.</summary>
    public TextSpan Span => TextSpan.Between(Parts[0].Start, Parts[^1].End);
}
