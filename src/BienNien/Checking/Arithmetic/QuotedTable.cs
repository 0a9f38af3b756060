using System.Buffers;
using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Arithmetic;

/// <summary>A cell that prose may quote.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Column">Its column.</param>
/// <param name="Number">Its number as written.</param>
/// <param name="Amount">The same with the unit that the heads give; null when no mention says it.</param>
/// <param name="Unit">The unit or noun, from the heads; empty without one.</param>
internal sealed record QuotedCell(int Row, int Column, CellNumber Number, Amount? Amount, string Unit)
{
    /// <summary>Whether a figure of the prose may be the cell's, rounded or not.</summary>
    public bool Agrees(Amount amount) =>
        amount.Range is { } said && ((Amount is not null && Amount.Base == amount.Base && Amount.Range is { } mine && mine.Meets(said)) || (amount.Figure.Range is { } plain && plain.Meets(Number.Range) && !OtherUnit(amount)));

    /// <summary>Whether the figures are the cell's, but the unit is another of the same kind.</summary>
    public bool OtherUnit(Amount amount) =>
        amount.IsMeasure && amount.IsExact && Amount is { IsMeasure: true } && Amount.Base == amount.Base && amount.Figure.Value.Value is { } && WrittenAlike(amount) && Amount.Value != amount.Value;

    /// <summary>Whether the prose counts or measures what the cell does, in the same unit.</summary>
    public bool SameUnit(Amount amount) =>
        amount.IsMeasure ? Amount is null or { Unit.Length: 0 } || (Amount.Base == amount.Base && Amount.Scale == amount.Scale) : Amount is not { IsMeasure: true } || amount.Unit.Length == 0;

    /// <summary>Whether a rounded figure of the prose has one figure other than the cell rounded alike: “khoảng 2,5 nghìn” for 3.510.</summary>
    public bool IsRoundedWrong(Amount amount, Document document)
    {
        string written = AmountText.Number(document.Surface(amount.Span));
        if (amount.IsExact || !amount.IsSingle || amount.Figure.Value.Value is not { } value || Number.Value <= 0 || value / Number.Value is > 0.8m and < 1.25m or < 0.3m or > 3m
            || !Figure.TryReadWritten(written, out decimal plain, out int decimals) || plain <= 0)
        {
            return false;
        }

        return DigitSlips.IsSlip(written, AmountText.Plain(Number.Value / (value / plain), decimals));
    }

    /// <summary>Whether the prose gives this column the figure of another column of the row: “49 nam và 58 nữ” for 58 and 49.</summary>
    public bool IsCrossed(Amount amount, QuotedTable table) =>
        amount.IsExact && !amount.IsMeasure && amount.Figure.Value.Value is { } value and >= 10 && value != Number.Value && table.HeadIs(Column, amount.Unit)
        && table.Cells.Exists(cell => cell.Row == Row && cell.Column != Column && cell.Number.Value == value);

    /// <summary>Whether the prose's figures are the cell's with a slip.</summary>
    public bool IsMisquoted(Amount amount, Document document) =>
        amount.IsExact && DigitSlips.IsSlip(AmountText.Number(document.Surface(amount.Span)), document.Surface(Number.Span));

    /// <summary>Whether the prose gives the figure of another row of the column.</summary>
    public bool IsSwapped(Amount amount, QuotedTable table) =>
        amount.IsExact && amount.Figure.Value.Value is { } value && value >= 100 && table.Cells.Exists(cell => cell.Column == Column && cell.Row != Row && cell.Number.Value == value);

    /// <summary>By how much the numbers of the row differ from each other.</summary>
    public List<decimal> Differences(QuotedTable table)
    {
        List<decimal> values = [.. table.Cells.Where(cell => cell.Row == Row).Select(static cell => cell.Number.Value)];
        List<decimal> differences = [];
        for (int i = 0; i < values.Count; i++)
        {
            for (int j = i + 1; j < values.Count; j++)
            {
                differences.Add(Math.Abs(values[i] - values[j]));
            }
        }

        return differences;
    }

    private bool WrittenAlike(Amount amount) => Number.Value >= 100 && amount.Figure.Value.Value == Number.Value;
}

/// <summary>A cell that is a time.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Span">The mention.</param>
/// <param name="Days">From its first to its last day.</param>
/// <param name="Column">Its column; -1 where it stands in no table.</param>
internal sealed record QuotedTime(int Row, TextSpan Span, DayRange Days, int Column = -1)
{
    /// <summary>Whether a time of the prose may be the cell's: the same, or less exact, or within it.</summary>
    public bool Agrees(DayRange said) =>
        IsLong(said) && IsLong(Days) ? said.First.Year == Days.First.Year && said.Last.Year == Days.Last.Year : said.Intersect(Days) is not null;

    /// <summary>Whether a time of the prose is the cell's with a slip: one of two ends, or one part of a day.</summary>
    public bool IsMisquoted(DayRange said)
    {
        if (IsLong(said) && IsLong(Days))
        {
            return (said.First.Year == Days.First.Year) != (said.Last.Year == Days.Last.Year);
        }

        if (said.First != said.Last || Days.First != Days.Last)
        {
            return false;
        }

        // “9-3” for “3-9”.
        if (said.First.Year == Days.First.Year && said.First.Month == Days.First.Day && said.First.Day == Days.First.Month)
        {
            return said.First != Days.First;
        }

        int parts = (said.First.Year == Days.First.Year ? 1 : 0) + (said.First.Month == Days.First.Month ? 1 : 0) + (said.First.Day == Days.First.Day ? 1 : 0);
        return parts == 2;
    }

    private static bool IsLong(DayRange days) => days.First.Year != days.Last.Year;
}

/// <summary>A table as prose quotes it: rows and columns by their words. Made for one document.</summary>
internal sealed partial class QuotedTable
{
    private static readonly string[] _types = ["thôn ", "xã ", "làng ", "bản ", "ấp ", "buôn ", "huyện ", "phường ", "tổ ", "đồng chí ", "ông ", "bà ", "trường ", "chi bộ ", "xóm ", "tỉnh ", "số ", "năm ", "vụ ", "lớp ", "khối "];

    private static readonly SearchValues<char> _marked = SearchValues.Create("0123456789-/.,:(");
    private static readonly SearchValues<char> _dated = SearchValues.Create("0123456789-/. ");

    private readonly TableNumbers _numbers;
    private readonly int _firstBlock;
    private readonly int _lastBlock;
    private readonly int _label;
    private readonly List<QuotedTime> _times = [];
    private readonly string[] _heads;

    private QuotedTable(DocumentAnalysis analysis, TableNumbers numbers)
    {
        _numbers = numbers;
        _label = numbers.LabelColumn();

        // “12-4-1947 | Thành lập chi bộ”: what happened names the row, not its day.
        if (_label + 1 < numbers.Columns && Enumerable.Range(numbers.HeadRows, numbers.Rows - numbers.HeadRows).All(row => IsDay(numbers.Words(row, _label)) && numbers.Number(row, _label + 1) is null))
        {
            _label++;
        }

        _heads = [.. Enumerable.Range(0, numbers.Columns).Select(numbers.Head)];
        Numbers = numbers;
        (_firstBlock, _lastBlock) = (int.MaxValue, -1);
        ImmutableArray<Block> blocks = analysis.Document.Blocks;
        for (int b = 0; b < blocks.Length; b++)
        {
            if (blocks[b].Cell is { } cell && numbers.Cell(cell.Row, cell.Column) == blocks[b])
            {
                (_firstBlock, _lastBlock) = (Math.Min(_firstBlock, b), Math.Max(_lastBlock, b));
            }
        }

        Caption = CaptionOf(analysis.Document, _firstBlock);
        for (int row = numbers.HeadRows; row < numbers.Rows; row++)
        {
            string words = numbers.Words(row, _label);
            bool total = TableSums.IsTotal(words);
            if (words.Length > 0 && numbers.Cell(row, _label) is { } head)
            {
                Rows.Add((row, head.Span, Bare(words), total));
            }
        }

        // “Toàn cụm”: whatever it is called, a last row that holds the sums of all others is a total.
        if (Rows is [.., { IsTotal: false } last] && Rows.Count > 2 && last.Row == numbers.Rows - 1 && HoldsSums(last.Row))
        {
            Rows[^1] = last with { IsTotal = true };
        }
    }

    private bool HoldsSums(int last)
    {
        int sums = 0;
        for (int column = _label + 1; column < _numbers.Columns; column++)
        {
            decimal sum = 0;
            for (int row = _numbers.HeadRows; row < last; row++)
            {
                sum += _numbers.Number(row, column)?.Value ?? 0;
            }

            if (_numbers.Number(last, column) is { } said)
            {
                if (said.Value != sum)
                {
                    return false;
                }

                sums++;
            }
        }

        return sums > 0;
    }

    /// <summary>The rows that have a name: its cell, and the name without its type.</summary>
    public List<(int Row, TextSpan Label, string Name, bool IsTotal)> Rows { get; } = [];

    /// <summary>The table as rows and columns of numbers.</summary>
    public TableNumbers Numbers { get; }

    /// <summary>The words right over the table, a heading or a short line; empty without such.</summary>
    public string Caption { get; }

    /// <summary>The column that names the rows.</summary>
    public int LabelColumn => _label;

    /// <summary>How many rows are no totals.</summary>
    public int RowCount => Rows.Count(static row => !row.IsTotal);

    /// <summary>What the rows are, by the head over their names.</summary>
    public string RowNoun => _heads.Length > _label ? _heads[_label] : "";

    /// <summary>The cells with numbers.</summary>
    public List<QuotedCell> Cells { get; } = [];

    /// <summary>The cells of the rows of totals.</summary>
    public IEnumerable<QuotedCell> Totals => Cells.Where(cell => Rows.Exists(row => row.Row == cell.Row && row.IsTotal));

    /// <summary>The tables of a document.</summary>
    public static ImmutableArray<QuotedTable> Of(DocumentAnalysis analysis)
    {
        ImmutableArray<TableNumbers> all = TableNumbers.Of(analysis.Document);
        if (all.IsEmpty)
        {
            return [];
        }

        return [.. all.Where(static numbers => !numbers.IsMerged && numbers.Rows > numbers.HeadRows).Select(numbers => new QuotedTable(analysis, numbers))];
    }

    /// <summary>Whether a block stands so near that its prose may speak of the table.</summary>
    public bool IsNear(int block, int reach) => block >= _firstBlock - reach && block <= _lastBlock + reach;

    /// <summary>Gives the cells their units, and finds those that are times.</summary>
    public void Fill(DocumentAnalysis analysis, AmountLines amounts)
    {
        MentionView times = new(analysis, MentionKind.Time);
        for (int row = _numbers.HeadRows; row < _numbers.Rows; row++)
        {
            for (int column = 0; column < _numbers.Columns; column++)
            {
                if (column == _label || _numbers.Cell(row, column) is not { } block)
                {
                    continue;
                }

                int token = analysis.Tokens.TokenAt(block.Span.Start + 1);
                token = analysis.Tokens.TokenAt(Math.Max(block.Span.Start, block.Span.End - 1)) is var last && last >= 0 ? Math.Min(Math.Max(token, 0), last) : token;
                if (times.At(token) is { Value: TimeValue { Type: TimexType.Date, Days: { IsBounded: true } days } } mention && mention.Span.Length >= block.Span.Length - 4)
                {
                    _times.Add(new QuotedTime(row, mention.Span, days, column));
                }
                else if (_numbers.Number(row, column) is { Decimals: 0, Value: > 1000 and < 2200 } year && _heads[column].Contains("năm", StringComparison.OrdinalIgnoreCase) && IsYears(column))
                {
                    _times.Add(new QuotedTime(row, year.Span, new DayRange(new LocalDate((int)year.Value, 1, 1), new LocalDate((int)year.Value, 12, 31)), column));
                }
                else if ((_numbers.Number(row, column) ?? InWords(analysis.Document, block)) is { } number)
                {
                    Amount? amount = amounts.At(analysis.Tokens.TokenAt(number.Span.Start));
                    Cells.Add(new QuotedCell(row, column, number, amount, amount?.Unit ?? ""));
                }
            }
        }
    }

    // The heading or the line before the table, and a heading before that line.
    private static string CaptionOf(Document document, int first)
    {
        string caption = "";
        for (int b = first - 1; b >= Math.Max(0, first - 2); b--)
        {
            Block block = document.Blocks[b];
            if (block.Cell is not null || (block.Kind is not (BlockKind.Heading or BlockKind.Caption) && block.Span.Length > 160))
            {
                break;
            }

            caption = document.WordsAt(block.Span) + " " + caption;
            if (block.Kind == BlockKind.Heading)
            {
                break;
            }
        }

        return caption.Trim();
    }

    // A column with nothing but years in it.
    private bool IsYears(int column)
    {
        for (int row = _numbers.HeadRows; row < _numbers.Rows; row++)
        {
            if (_numbers.Number(row, column) is { } number && (number.Decimals > 0 || number.Value is <= 1000 or >= 2200))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a column's head is just this word.</summary>
    public bool HeadIs(int column, string word)
    {
        ReadOnlySpan<char> head = _heads[column];
        head = head.StartsWith("số ", StringComparison.OrdinalIgnoreCase) ? head[3..] : head;
        return word.Length > 1 && head.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The row with the greatest or the least number of a column; -1 where two have it, or a row has none.</summary>
    public int Extreme(int column, bool greatest)
    {
        int row = -1;
        decimal best = 0;
        bool tied = false;
        foreach ((int index, TextSpan _, string _, bool total) in Rows)
        {
            if (total)
            {
                continue;
            }

            if (_numbers.Number(index, column) is not { } number)
            {
                return -1;
            }

            tied = row >= 0 && number.Value == best ? true : (row < 0 || greatest == number.Value > best) ? false : tied;
            (row, best) = row < 0 || (number.Value != best && greatest == number.Value > best) ? (index, number.Value) : (row, best);
        }

        return tied ? -1 : row;
    }

    /// <summary>The columns of numbers beside the rows' names.</summary>
    public IEnumerable<int> NumberColumns() => Cells.Select(static cell => cell.Column).Where(column => column != _label && YearOf(_heads[column]) is null).Distinct();

    /// <summary>The words over a column.</summary>
    public string HeadOf(int column) => _heads[column];

    // “cao 92”, “dài 185”: one number behind a word or two.
    private static CellNumber? InWords(Document document, Block block)
    {
        string text = document.Surface(block.Span);
        string written = AmountText.Number(text);
        int at = text.IndexOf(written, StringComparison.Ordinal);
        if (written.Length < 2 || written.Length == text.Length || at is < 2 or > 16 || text.AsSpan(at + written.Length).Trim("* _").Length > 4 || text.AsSpan(0, at).ContainsAny(_marked)
            || text.AsSpan(at + written.Length).ContainsAnyInRange('0', '9') || !Figure.TryReadWritten(written, out decimal value, out int decimals))
        {
            return null;
        }

        return new CellNumber(value, decimals, new TextSpan(block.Span.Start + at, written.Length));
    }

    /// <summary>Whether a figure is that of a row which the sentence also names.</summary>
    public bool IsNamedElsewhere(Amount amount, string sentence) =>
        Cells.Exists(cell => cell.Agrees(amount) && cell.SameUnit(amount) && Rows.Exists(row => row.Row == cell.Row && sentence.Contains(row.Name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Whether a cell of the table has just this figure.</summary>
    public bool Holds(Amount amount) => Cells.Exists(cell => cell.Agrees(amount));

    /// <summary>The cells that a figure may quote: of the row that is named nearest before it (or else behind it), in a column of its unit and, where the columns are years, of its year.</summary>
    public List<QuotedCell> CellsFor(DocumentAnalysis analysis, Amount amount, ImmutableArray<Token> tokens, int sentence, int clause, int end)
    {
        string text = analysis.Document.Text;
        int from = tokens[clause].Start;
        int to = tokens[end - 1].End;
        int row = RowNamed(text, from, amount.Span.Start, to, amount);
        row = row < 0 ? RowNamed(text, tokens[sentence].Start, amount.Span.Start, amount.Span.Start, amount) : row;
        if (row < 0)
        {
            return [];
        }

        List<QuotedCell> cells = [];
        int? year = YearNamed(text, from, amount.Span.Start, to);
        bool years = Array.Exists(_heads, static head => YearOf(head) is not null);
        foreach (QuotedCell cell in Cells)
        {
            if (cell.Row == row && (year is null || !years || YearOf(_heads[cell.Column]) is not { } head || head == year) && IsOf(amount, cell, text.AsSpan(from, amount.Span.Start - from)))
            {
                cells.Add(cell);
            }
        }

        // Of several columns of one unit, those whose head the clause names.
        if (cells.Count > 1 && !years)
        {
            List<QuotedCell> named = cells.FindAll(cell => HeadNamed(text.AsSpan(from, amount.Span.Start - from), _heads[cell.Column]));
            cells = named.Count > 0 ? named : cells;
        }

        return cells;
    }

    // The head, the row or the caption says that the figures are percentages.
    private bool IsShares(QuotedCell cell)
    {
        string label = _numbers.Words(cell.Row, _label);
        foreach (string words in (ReadOnlySpan<string>)[_heads[cell.Column], label, Caption])
        {
            if (words.Contains('%', StringComparison.Ordinal) || words.Contains("tỷ lệ", StringComparison.OrdinalIgnoreCase) || words.Contains("tỉ lệ", StringComparison.OrdinalIgnoreCase) || words.Contains("cơ cấu", StringComparison.OrdinalIgnoreCase)
                || words.Contains("tỷ trọng", StringComparison.OrdinalIgnoreCase) || words.Contains("tỉ trọng", StringComparison.OrdinalIgnoreCase))
            {
                return cell.Number.Value <= 100;
            }
        }

        return false;
    }

    // The same dimension, or the noun of the column's or row's head.
    private bool IsOf(Amount amount, QuotedCell cell, ReadOnlySpan<char> clause)
    {
        bool percent = cell.Amount?.IsPercent ?? false;
        if (amount.IsPercent && !percent && cell.Amount is null or { Unit.Length: 0 } && IsShares(cell))
        {
            return true;
        }

        if (amount.IsPercent != percent)
        {
            return false;
        }

        if (amount.IsMeasure)
        {
            // The unit may stand in the caption: then the clause must name the column.
            return cell.Amount is { Unit.Length: > 0 } ? cell.Amount.Base == amount.Base
                : _heads[cell.Column].Contains("(" + amount.Unit + ")", StringComparison.OrdinalIgnoreCase) || (HeadNamed(clause, _heads[cell.Column]) && YearOf(_heads[cell.Column]) is null && !_heads[cell.Column].Contains('(', StringComparison.Ordinal));
        }

        string label = _numbers.Words(cell.Row, _label);
        return amount.Unit.Length == 0
            ? false
            : (cell.Amount is { IsMeasure: false, Unit.Length: > 0 } other && (other.Base == amount.Base || other.Noun.Equals(amount.Noun, StringComparison.OrdinalIgnoreCase)))
                || HeadNamed(_heads[cell.Column], amount.Unit) || HeadNamed(_heads[cell.Column], amount.Noun) || HeadNamed(label, amount.Unit) || HeadNamed(label, amount.Noun)
                || (Cells.TrueForAll(static other => other.Amount is null or { Unit.Length: 0 }) && Array.TrueForAll(_heads, head => head == RowNoun || YearOf(head) is not null));
    }
}
