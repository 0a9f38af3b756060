using System.Buffers;
using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>A number that fills a cell.</summary>
/// <param name="Value">As written, without the scale that the head gives.</param>
/// <param name="Decimals">How many decimals are written.</param>
/// <param name="Span">The number.</param>
internal readonly record struct CellNumber(decimal Value, int Decimals, TextSpan Span)
{
    /// <summary>The numbers that round to it.</summary>
    public FigureRange Range
    {
        get
        {
            decimal step = 1m;
            for (int i = 0; i < Decimals; i++)
            {
                step /= 10;
            }

            return new FigureRange(Value - (step / 2), Value + (step / 2));
        }
    }
}

/// <summary>A table as rows and columns of words and numbers. Made for one table.</summary>
internal sealed class TableNumbers
{
    private const int LongestNumber = 24;
    private static readonly SearchValues<char> _written = SearchValues.Create("0123456789.,%");
    private readonly Dictionary<(int Row, int Column), CellNumber> _numbers = [];
    private readonly Dictionary<(int Row, int Column), Block> _cells = [];
    private readonly Document _document;

    private TableNumbers(Document document, IEnumerable<Block> blocks)
    {
        _document = document;
        foreach (Block block in blocks)
        {
            TableCell cell = block.Cell!.Value;
            Rows = Math.Max(Rows, cell.Row + 1);
            Columns = Math.Max(Columns, cell.Column + 1);
            if (!_cells.TryAdd((cell.Row, cell.Column), block))
            {
                continue;
            }

            if (cell.IsHeader && cell.Row >= HeadRows && (cell.Row == 0 || cell.Column > 0))
            {
                HeadRows = cell.Row + 1;
            }

            if (Read(document.Surface(block.Span), block.Span.Start) is { } number)
            {
                _numbers.Add((cell.Row, cell.Column), number);
            }
        }

        HeadRows = Math.Max(1, HeadRows);
    }

    /// <summary>How many rows, heads counted.</summary>
    public int Rows { get; }

    /// <summary>How many columns.</summary>
    public int Columns { get; }

    /// <summary>How many rows are heads; at least 1.</summary>
    public int HeadRows { get; }

    /// <summary>Whether cells were merged, so that rows and columns cannot be trusted.</summary>
    public bool IsMerged => _cells.Values.Any(block => block.Cell!.Value is { Columns: > 1 } or { Rows: > 1 } && block.Cell.Value.Row >= HeadRows);

    /// <summary>All tables of a document.</summary>
    public static ImmutableArray<TableNumbers> Of(Document document) =>
    [
        .. document.Blocks.Where(static block => block.Cell is not null).GroupBy(static block => block.Cell!.Value.Table).Select(table => new TableNumbers(document, table)),
    ];

    /// <summary>The number that fills a cell; null for an empty one, and for words.</summary>
    public CellNumber? Number(int row, int column) => _numbers.TryGetValue((row, column), out CellNumber number) ? number : null;

    /// <summary>The cell's block, or null.</summary>
    public Block? Cell(int row, int column) => _cells.GetValueOrDefault((row, column));

    /// <summary>The words of a cell, on one line, without marks of emphasis; empty for none.</summary>
    public string Words(int row, int column) => _cells.TryGetValue((row, column), out Block? block) ? _document.WordsAt(block.Span).Trim('*', '_', ' ', '.', ':') : "";

    /// <summary>Whether a cell is empty, or a dash stands in it for nothing.</summary>
    public bool IsNothing(int row, int column) => Words(row, column) is "" or "-" or "–" or "—" or "0";

    /// <summary>The words of a column's heads, outermost first.</summary>
    public string Head(int column)
    {
        string head = "";
        for (int row = 0; row < HeadRows; row++)
        {
            head = (head + " " + Words(row, column)).Trim();
        }

        return head;
    }

    /// <summary>The column that names the rows: the first whose cells are mostly words.</summary>
    public int LabelColumn()
    {
        for (int column = 0; column < Columns; column++)
        {
            int words = 0;
            int numbers = 0;
            for (int row = HeadRows; row < Rows; row++)
            {
                bool year = column == 0 && Number(row, column) is { Decimals: 0, Value: > 1000 and < 2200 } && Head(0).Contains("năm", StringComparison.OrdinalIgnoreCase);
                numbers += Number(row, column) is null || year ? 0 : 1;
                words += year || (Number(row, column) is null && Words(row, column).Length > 1) ? 1 : 0;
            }

            if (words > 0 && words >= numbers && !Head(column).Equals("stt", StringComparison.OrdinalIgnoreCase) && !Head(column).Equals("tt", StringComparison.OrdinalIgnoreCase))
            {
                return column;
            }
        }

        return 0;
    }

    private static CellNumber? Read(string text, int start)
    {
        string trimmed = text.Trim('*', ' ', '_');
        if (trimmed.Length is 0 or > LongestNumber || trimmed.AsSpan().ContainsAnyExcept(_written) || !Figure.TryReadWritten(trimmed, out decimal value, out int decimals))
        {
            return null;
        }

        int first = text.AsSpan().IndexOfAnyInRange('0', '9');
        int last = text.AsSpan().LastIndexOfAnyInRange('0', '9');
        return new CellNumber(value, decimals, new TextSpan(start + first, last + 1 - first));
    }
}
