using System.Runtime.CompilerServices;
using BienNien.Knowledge;

namespace BienNien.Gazetteers;

/// <summary>The rows of a table with their cells found in one pass: the tables of places are the engine's largest.</summary>
internal ref struct CellReader
{
    private const int MostColumns = 20;

    private DataRows _rows;
    private readonly Span<Range> _cells;

    /// <summary>Goes before the first row of one of the engine's own tables.</summary>
    public CellReader(string name)
    {
        _rows = DataRows.Of(name);
        _cells = new Range[MostColumns];
    }

    /// <summary>A cell of the row.</summary>
    public readonly ReadOnlySpan<char> this[int column]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _rows.Row[_cells[column]];
    }

    /// <summary>Where a column stands in each row.</summary>
    /// <exception cref="InvalidDataException">The table has no such column.</exception>
    public readonly int IndexOf(ReadOnlySpan<char> column) => _rows.IndexOf(column);

    /// <summary>Goes on to the next row; false behind the last.</summary>
    public bool MoveNext()
    {
        if (!_rows.MoveNext())
        {
            return false;
        }

        _rows.Row.Split(_cells, '\t');
        return true;
    }
}
