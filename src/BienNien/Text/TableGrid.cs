using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>A filled cell of a table.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="FirstToken">Its first token among all tokens of the document.</param>
/// <param name="EndToken">One past its last token.</param>
/// <param name="Block">Index into <see cref="Document.Blocks"/>.</param>
public readonly record struct GridPlace(TableCell Place, int FirstToken, int EndToken, int Block);

/// <summary>One table as a grid: which cell lies over a row and column, merged cells over each that they take. Immutable.</summary>
public sealed class TableGrid
{
    // Where most places are empty a grid would cost more than its cells.
    private const int PlacesPerCell = 64;
    private const int FewPlaces = 10_000;

    private readonly TokenizedDocument _document;
    private readonly int[] _at;

    internal TableGrid(TokenizedDocument document, int table, List<GridPlace> cells)
    {
        _document = document;
        Table = table;
        Cells = [.. cells];
        foreach (GridPlace cell in cells)
        {
            Rows = Math.Max(Rows, cell.Place.Row + 1);
            Columns = Math.Max(Columns, cell.Place.Column + 1);
        }

        IsSparse = (long)Rows * Columns > FewPlaces + ((long)PlacesPerCell * cells.Count);
        _at = IsSparse ? [] : new int[Rows * Columns];
        for (int i = 0; i < cells.Count && !IsSparse; i++)
        {
            TableCell place = cells[i].Place;
            int rows = Math.Min(place.Rows, Rows - place.Row);
            int columns = Math.Min(place.Columns, Columns - place.Column);
            for (int row = 0; row < rows; row++)
            {
                for (int column = 0; column < columns; column++)
                {
                    // A broken file's merged cells may lie over others: the cell of the place itself counts.
                    ref int at = ref _at[((place.Row + row) * Columns) + place.Column + column];
                    at = at == 0 || (row == 0 && column == 0) ? i + 1 : at;
                }
            }
        }
    }

    /// <summary>Which table of the document, from 0.</summary>
    public int Table { get; }

    /// <summary>How many rows there are.</summary>
    public int Rows { get; }

    /// <summary>How many columns there are, those that only merged heads take left out.</summary>
    public int Columns { get; }

    /// <summary>The filled cells in reading order.</summary>
    public ImmutableArray<GridPlace> Cells { get; }

    /// <summary>Whether the cells lie so far apart that no grid was made of them: then no place has a cell.</summary>
    public bool IsSparse { get; }

    /// <summary>The index in <see cref="Cells"/> of the cell that lies over a place; -1 for an empty one.</summary>
    public int At(int row, int column) => !IsSparse && (uint)row < (uint)Rows && (uint)column < (uint)Columns ? _at[(row * Columns) + column] - 1 : -1;

    /// <summary>The index of the cell that begins at a place; -1 when none does.</summary>
    public int Own(int row, int column) => At(row, column) is >= 0 and var cell && Cells[cell].Place.Row == row && Cells[cell].Place.Column == column ? cell : -1;

    /// <summary>All words of a cell.</summary>
    public Sentence Words(int cell) => new(_document, new SentenceRange(Cells[cell].FirstToken, Cells[cell].EndToken, Cells[cell].Block));
}
