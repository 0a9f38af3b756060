using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>What stands in a cell.</summary>
internal enum CellKind : byte
{
    /// <summary>Marks only, or an <c>x</c>.</summary>
    Blank,

    /// <summary>A figure, perhaps with the word that says which way it went.</summary>
    Figure,

    /// <summary>A time and nothing else.</summary>
    Time,

    /// <summary>Digits that are no amount.</summary>
    Number,

    /// <summary>Words.</summary>
    Words,
}

/// <summary>What stands in the cells of a column.</summary>
internal enum ColumnRole : byte
{
    /// <summary>Words that head nothing: remarks.</summary>
    Text,

    RowNumber,

    /// <summary>Numbers that count nothing: telephone numbers, codes, years of birth.</summary>
    Code,

    /// <summary>Times that head the rows.</summary>
    Time,

    /// <summary>Units.</summary>
    Unit,

    /// <summary>Places or bodies that head the rows.</summary>
    Scope,

    /// <summary>What heads the rows.</summary>
    Indicator,

    Figures,
}

/// <summary>How one table is to be read: which rows and columns are heads, what each says, how rows hang together.</summary>
/// <remarks>Made once for a table, in time linear in its cells; columns are compared with each other, of which there are few.</remarks>
internal sealed partial class TableLayout
{
    private const int MostTitleRows = 3;
    private const int MostHeadRows = 6;
    private const int FewestNumbered = 2;
    private const int CellsToProve = 8;

    private readonly TokenizedDocument _document;
    private readonly HeadReader _reader;
    private readonly CellMentions _mentions;
    private readonly CellKind[] _kinds;
    private readonly decimal?[] _figures;
    private readonly Head?[] _heads;
    private readonly int _headStart;
    private readonly int _headEnd;
    private int _numbersRow = -1;

    private TableLayout(TokenizedDocument document, TableGrid grid, HeadReader reader, CellMentions mentions, TableLayout? previous)
    {
        _document = document;
        Grid = grid;
        _reader = reader;
        _mentions = mentions;
        _kinds = new CellKind[grid.Cells.Length];
        _figures = new decimal?[grid.Cells.Length];
        _heads = new Head?[grid.Cells.Length];
        for (int i = 0; i < _kinds.Length; i++)
        {
            _kinds[i] = KindOf(i, out int figure);
            _figures[i] = figure >= 0 ? ((QuantityValue)mentions[figure].Mention.Value).Value : null;
        }

        Caption = TableCaption.Above(document, reader, mentions, grid.Cells[0].FirstToken, previous?.Grid.Columns == grid.Columns ? previous.Caption : TableCaption.None, out bool follows);
        _headStart = Titles();
        _headEnd = HeadEnd();
        bool goesOn = follows && _headEnd == _headStart && previous is not null && previous.Grid.Columns == grid.Columns && previous._headEnd > previous._headStart;
        _columns = goesOn ? previous!._columns : ReadColumns();
        _rows = ReadRows();
    }

    /// <summary>The table.</summary>
    public TableGrid Grid { get; }

    /// <summary>What is said above it.</summary>
    public TableCaption Caption { get; private set; }

    /// <summary>Works out how a table is to be read.</summary>
    public static TableLayout Read(TokenizedDocument document, TableGrid grid, HeadReader reader, CellMentions mentions, TableLayout? previous) =>
        new(document, grid, reader, mentions, previous);

    /// <summary>Whether a figure of this cell is one: not a number of its row, a code, a year, a column's number or a part of a head.</summary>
    public bool Counts(int cell)
    {
        TableCell place = Grid.Cells[cell].Place;
        return !IsHeadRow(place.Row) && _columns[place.Column].Role is not (ColumnRole.RowNumber or ColumnRole.Code or ColumnRole.Time or ColumnRole.Unit)
            && _rows[place.Row].Label != cell;
    }

    /// <summary>Whether a cell holds heads or units, in which a scale such as <c>1.000 tấn</c> is no amount.</summary>
    public bool TellsUnits(int cell)
    {
        TableCell place = Grid.Cells[cell].Place;
        return IsHeadRow(place.Row) || _columns[place.Column].Role == ColumnRole.Unit;
    }

    /// <summary>What kind of cell it is.</summary>
    public CellKind Kind(int cell) => _kinds[cell];

    private bool IsHeadRow(int row) => row < _headEnd || _rows[row].IsRepeatedHead;

    private Head HeadOf(int cell) => _heads[cell] ??= _reader.Read(_document, Grid.Words(cell), _mentions);

    private CellKind KindOf(int cell, out int figure)
    {
        GridPlace place = Grid.Cells[cell];
        Sentence words = Grid.Words(cell);
        figure = -1;
        int covered = place.FirstToken;
        bool plain = true;
        bool time = false;
        for (int m = _mentions.From(place.FirstToken); m < _mentions.Count && _mentions[m].FirstToken < place.EndToken; m++)
        {
            Proposal mention = _mentions[m];
            if (mention.Mention.Kind == MentionKind.Quantity)
            {
                figure = figure < 0 ? m : figure;
                plain &= OnlyDirections(words, covered - place.FirstToken, mention.FirstToken - place.FirstToken);
                covered = Math.Max(covered, mention.EndToken);
            }
            else if (mention.Mention.Kind == MentionKind.Time && OnlyMarks(words, 0, mention.FirstToken - place.FirstToken) && OnlyMarks(words, mention.EndToken - place.FirstToken, words.Count))
            {
                time = true;
            }
        }

        if (figure >= 0 && plain && OnlyDirections(words, covered - place.FirstToken, words.Count))
        {
            return CellKind.Figure;
        }

        figure = -1;
        return time ? CellKind.Time : WithoutFigure(words);
    }

    private static CellKind WithoutFigure(Sentence words)
    {
        bool numbers = false;
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i].IsWord && !(words.Count == 1 && words.Surface(i) is "x" or "X"))
            {
                return CellKind.Words;
            }

            numbers |= words[i].IsNumber;
        }

        return !numbers ? CellKind.Blank : HeadReader.IsYears(words) ? CellKind.Time : CellKind.Number;
    }

    private bool OnlyDirections(Sentence words, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (words[i].IsNumber || (words[i].IsWord && !_reader.Words.IsDirection(words[i])))
            {
                return false;
            }
        }

        return true;
    }

    private static bool OnlyMarks(Sentence words, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (words[i].IsNumber || words[i].IsWord)
            {
                return false;
            }
        }

        return true;
    }

    // A first row of one cell over all columns is the table's title, perhaps with its unit.
    private int Titles()
    {
        int row = 0;
        for (; row < Math.Min(MostTitleRows, Grid.Rows - 2) && Grid.Columns > 1; row++)
        {
            int only = -1;
            int cells = 0;
            for (int column = 0; column < Grid.Columns; column++)
            {
                if (Grid.Own(row, column) is >= 0 and var cell)
                {
                    cells++;
                    only = cell;
                }
            }

            if (cells > 1 || (cells == 1 && _kinds[only] is not (CellKind.Words or CellKind.Time)))
            {
                break;
            }

            if (cells == 1)
            {
                Caption = TableCaption.Read(_document, _reader, _mentions, Grid.Words(only)).Or(Caption);
            }
        }

        return row;
    }

    private int HeadEnd()
    {
        int end = _headStart;
        while (end < Math.Min(Grid.Rows - 1, _headStart + MostHeadRows) && IsMarkedHead(end))
        {
            end++;
        }

        if (end == _headStart)
        {
            if (Grid.Rows - end < 2 || !MayBeHead(end))
            {
                return end;
            }

            end++;
        }

        for (; end < Math.Min(Grid.Rows - 1, _headStart + MostHeadRows); end++)
        {
            if (IsColumnNumbers(end))
            {
                _numbersRow = end;
            }
            else if (!IsSubHead(end))
            {
                break;
            }
        }

        return end;
    }

    private bool IsMarkedHead(int row)
    {
        bool any = false;
        for (int column = 0; column < Grid.Columns; column++)
        {
            if (Grid.Own(row, column) is >= 0 and var cell)
            {
                if (!Grid.Cells[cell].Place.IsHeader)
                {
                    return false;
                }

                any = true;
            }
        }

        return any;
    }

    private bool MayBeHead(int row)
    {
        int cells = 0;
        for (int column = 0; column < Grid.Columns; column++)
        {
            if (Grid.Own(row, column) is >= 0 and var cell)
            {
                cells++;
                if (!NamesColumn(cell))
                {
                    return false;
                }
            }
        }

        return cells > 1;
    }

    private bool NamesColumn(int cell) => _kinds[cell] is CellKind.Words or CellKind.Time or CellKind.Blank
        || (_kinds[cell] is CellKind.Figure && HeadReader.IsYears(Grid.Words(cell)));

    // A row of heads below another: its first cell is empty or reaches down from above, and what is filled stands under heads of several columns.
    private bool IsSubHead(int row)
    {
        if (Grid.Own(row, 0) >= 0)
        {
            return false;
        }

        int cells = 0;
        bool grouped = true;
        bool axis = true;
        for (int column = 1; column < Grid.Columns; column++)
        {
            if (Grid.Own(row, column) is not (>= 0 and var cell))
            {
                continue;
            }

            if (!NamesColumn(cell))
            {
                return false;
            }

            cells++;
            int above = Grid.At(row - 1, column);
            grouped &= above < 0 || Grid.Cells[above].Place.Columns > 1 || (column + 1 < Grid.Columns && Grid.At(row - 1, column + 1) < 0);
            axis &= _kinds[cell] is not CellKind.Words || HeadOf(cell).IsAxis;
        }

        return cells > 0 && (grouped || (axis && cells > 1));
    }

    // “(1) (2) (3)”, “A B 1 2”, “(4)=(3)/(2)”: columns are numbered right under their heads.
    private bool IsColumnNumbers(int row)
    {
        int next = -1;
        int numbers = 0;
        for (int column = 0; column < Grid.Columns; column++)
        {
            if (Grid.Own(row, column) is not (>= 0 and var cell))
            {
                continue;
            }

            Sentence words = Grid.Words(cell);
            int at = 0;
            while (words[at].IsMark)
            {
                at++;
            }

            if (words[at] is { IsWord: true, Length: 1, Capitalised: true } && at + 2 >= words.Count)
            {
                continue;
            }

            if (!words[at].IsNumber || (next >= 0 ? words[at].Number != next : words[at].Number > 2))
            {
                return false;
            }

            for (int i = at; i < words.Count; i++)
            {
                if (words[i].IsWord && words[i].Length > 1)
                {
                    return false;
                }
            }

            next = words[at].Number + 1;
            numbers++;
        }

        return numbers >= FewestNumbered;
    }
}
