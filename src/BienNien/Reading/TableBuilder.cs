using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Gives the cells of one table their rows and columns, spans reckoned in, and settles at its end what is a header.</summary>
internal sealed class TableBuilder(int number, int firstBlock)
{
    // Wider tables are read, but no longer told apart by column.
    private const int MostColumns = 1_000;
    private const int MostRowSpan = 65_534;

    private readonly List<int> _takenUntil = [];
    private readonly List<bool> _headerRows = [];
    private readonly Dictionary<int, int> _merges = [];
    private readonly Dictionary<(int Row, int Column), int> _rowsOf = [];
    private int _column = -1;
    private int _nextColumn;
    private bool _anyHeader;
    private int _headerRowsReached = 1;

    /// <summary>Which table of the document.</summary>
    public int Number { get; } = number;

    /// <summary>The row begun last, or -1.</summary>
    public int Row { get; private set; } = -1;

    /// <summary>Whether a cell of the row was begun.</summary>
    public bool InRow => _column >= 0;

    /// <summary>Begins a row.</summary>
    public void NextRow(bool header = false)
    {
        Row++;
        _column = -1;
        _nextColumn = 0;
        _headerRows.Add(header);
        _anyHeader |= header;
    }

    /// <summary>A cell of the first row that reaches into those below it takes them along when it names columns.</summary>
    /// <param name="row">The row of the cell.</param>
    /// <param name="rows">How many rows it takes.</param>
    public void HeaderReaches(int row, int rows) => _headerRowsReached = row == 0 ? Math.Max(_headerRowsReached, rows) : _headerRowsReached;

    /// <summary>Leaves columns of the row without a cell.</summary>
    public void SkipColumns(int count) => _nextColumn = Math.Min(MostColumns, _nextColumn + Math.Clamp(count, 0, MostColumns));

    /// <summary>Begins a cell.</summary>
    public TableCell NextCell(int columns, int rows, bool header)
    {
        if (Row < 0)
        {
            NextRow();
        }

        while (_nextColumn < _takenUntil.Count && _takenUntil[_nextColumn] > Row)
        {
            _nextColumn++;
        }

        columns = Math.Clamp(columns, 1, MostColumns);
        rows = Math.Clamp(rows, 1, MostRowSpan);
        _column = _nextColumn;
        _nextColumn += columns;
        if (rows > 1)
        {
            for (int column = _column; column < Math.Min(_nextColumn, MostColumns); column++)
            {
                while (_takenUntil.Count <= column)
                {
                    _takenUntil.Add(0);
                }

                _takenUntil[column] = Row + rows;
            }
        }

        _anyHeader |= header;
        return new TableCell(Number, Row, _column, header || _headerRows[Row]) { Columns = Math.Min(columns, MostColumns - _column), Rows = rows };
    }

    /// <summary>The cell begun last begins one that may go on in the rows below (<c>vMerge</c> of Word).</summary>
    public void BeginMerge() => _merges[_column] = Row;

    /// <summary>The cell begun last only goes on from the row above.</summary>
    public void GoOnWithMerge()
    {
        if (_merges.TryGetValue(_column, out int origin))
        {
            _rowsOf[(origin, _column)] = Row - origin + 1;
        }
    }

    /// <summary>The cell begun last belongs to no merge.</summary>
    public void EndMerge() => _merges.Remove(_column);

    /// <summary>Ends the table: its first row names the columns when nobody says so and it looks so; a table of one cell is none.</summary>
    public void Finish(DocumentAssembler document)
    {
        if (_rowsOf.Count > 0)
        {
            document.Rewrite(firstBlock, block => block.Cell is { } cell && cell.Table == Number && _rowsOf.TryGetValue((cell.Row, cell.Column), out int rows) ? block with { Cell = cell with { Rows = rows } } : block);
        }

        if (_anyHeader)
        {
            return;
        }

        int cells = 0;
        int last = -1;
        bool firstRowNames = true;
        int firstRowCells = 0;
        bool figures = false;
        for (int i = firstBlock; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i].Cell is not { } cell || cell.Table != Number)
            {
                continue;
            }

            cells++;
            last = cell.Row;
            bool figure = document.StartsWithFigure(document.Blocks[i]);
            if (cell.Row < _headerRowsReached)
            {
                firstRowCells++;
                firstRowNames &= !figure;
            }
            else
            {
                figures |= figure;
            }
        }

        if (cells == 1)
        {
            document.Rewrite(firstBlock, block => block.Cell?.Table == Number ? block with { Kind = BlockKind.Paragraph, Cell = null } : block);
        }
        else if (last >= _headerRowsReached && firstRowCells > 1 && firstRowNames && figures)
        {
            document.Rewrite(firstBlock, block => block.Cell is { } cell && cell.Row < _headerRowsReached && cell.Table == Number ? block with { Cell = cell with { IsHeader = true } } : block);
        }
    }
}
