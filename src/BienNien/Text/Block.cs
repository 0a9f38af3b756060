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

    /// <summary>Words of somebody else, set apart as a block.</summary>
    Quotation,

    /// <summary>Lines of verse or song.</summary>
    Verse,

    /// <summary>Page number, running head, rule: printed, but no part of what the document says.</summary>
    Furniture,

    /// <summary>What a program left behind: bookmarks, field codes. Nobody wrote it.</summary>
    Debris,

    /// <summary>A remark that an editor hung on the text (a Word comment): about the document, no part of it.</summary>
    Comment,
}

/// <summary>What follows from the kind of a block.</summary>
public static class BlockKinds
{
    /// <summary>Whether blocks of this kind are part of what the document says: only they are cut into sentences.</summary>
    public static bool IsSaid(this BlockKind kind) => kind is not (BlockKind.Furniture or BlockKind.Debris or BlockKind.Comment);
}

/// <summary>Where a cell stands in its table.</summary>
/// <param name="Table">Which table of the document, from 0.</param>
/// <param name="Row">From 0, header rows counted.</param>
/// <param name="Column">From 0.</param>
/// <param name="IsHeader">Whether the cell names its column or row.</param>
public readonly record struct TableCell(int Table, int Row, int Column, bool IsHeader)
{
    private readonly int _moreColumns;
    private readonly int _moreRows;

    /// <summary>How many columns it takes, itself included; at least 1.</summary>
    public int Columns
    {
        get => _moreColumns + 1;
        init => _moreColumns = Math.Max(0, value - 1);
    }

    /// <summary>How many rows it takes, its own included; at least 1.</summary>
    public int Rows
    {
        get => _moreRows + 1;
        init => _moreRows = Math.Max(0, value - 1);
    }
}

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

    /// <summary>
    /// The number or mark that a heading, list item or note opens with, as written: <c>II.</c>, <c>1.2.</c>, <c>a)</c>, <c>Phần thứ nhất</c>; for a
    /// comment its author; empty when none. What Word numbers itself is no part of the text.
    /// </summary>
    public string Label { get; init; } = "";

    /// <summary>From the first part's start to the last part's end; covers what cuts the block, too.</summary>
    public TextSpan Span => TextSpan.Between(Parts[0].Start, Parts[^1].End);
}
