using System.Text;

namespace BienNien.Knowledge;

/// <summary>The rows of a table one after the other, with no string made of a cell: for large tables of which little is asked. Checks what <see cref="DataTable"/> checks.</summary>
internal ref struct DataRows
{
    private readonly string _name;
    private readonly int _columns;
    private readonly ReadOnlySpan<char> _head;
    private SpanLineEnumerator _lines;
    private ReadOnlySpan<char> _row;
    private int _number;

    /// <summary>Goes before the first row of a table's text.</summary>
    /// <exception cref="InvalidDataException">No line names the columns.</exception>
    public DataRows(string name, string text)
    {
        _name = name;
        _lines = text.AsSpan().EnumerateLines();
        if (!MoveToLine())
        {
            throw new InvalidDataException($"data/{name}.tsv:1: no line names the columns.");
        }

        _head = _row;
        _columns = _head.Count('\t') + 1;
    }

    /// <summary>Goes before the first row of one of the engine's own tables.</summary>
    /// <exception cref="ArgumentException">There is no such table: a mistake of the caller.</exception>
    /// <exception cref="InvalidDataException">The table is malformed: a mistake in <c>data/</c>, with its line.</exception>
    public static DataRows Of(string name)
    {
        using Stream stream = typeof(DataRows).Assembly.GetManifestResourceStream($"data/{name}.tsv")
            ?? throw new ArgumentException($"The engine carries no table «{name}».", nameof(name));
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new DataRows(name, Encoding.UTF8.GetString(bytes));
    }

    /// <summary>The line that names the columns.</summary>
    public readonly ReadOnlySpan<char> Head => _head;

    /// <summary>The whole row.</summary>
    public readonly ReadOnlySpan<char> Row => _row;

    /// <summary>A cell of the row.</summary>
    public readonly ReadOnlySpan<char> this[int column]
    {
        get
        {
            ReadOnlySpan<char> rest = _row;
            for (int i = 0; i < column; i++)
            {
                rest = rest[(rest.IndexOf('\t') + 1)..];
            }

            int end = rest.IndexOf('\t');
            return end < 0 ? rest : rest[..end];
        }
    }

    /// <summary>Where a column stands in each row.</summary>
    /// <exception cref="InvalidDataException">The table has no such column.</exception>
    public readonly int IndexOf(ReadOnlySpan<char> column)
    {
        int index = 0;
        foreach (Range name in _head.Split('\t'))
        {
            if (_head[name].SequenceEqual(column))
            {
                return index;
            }

            index++;
        }

        throw new InvalidDataException($"data/{_name}.tsv: no column «{column}».");
    }

    /// <summary>Goes on to the next row; false behind the last.</summary>
    /// <exception cref="InvalidDataException">The row has more or fewer cells than there are columns; the message has the line.</exception>
    public bool MoveNext()
    {
        if (!MoveToLine())
        {
            return false;
        }

        int cells = _row.Count('\t') + 1;
        return cells == _columns ? true : throw new InvalidDataException($"data/{_name}.tsv:{_number}: {cells} cells where the head has {_columns}.");
    }

    private bool MoveToLine()
    {
        while (_lines.MoveNext())
        {
            _number++;
            _row = _lines.Current;
            if (!_row.IsWhiteSpace() && _row[0] != '#')
            {
                return true;
            }
        }

        return false;
    }
}
