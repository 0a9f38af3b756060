using System.Buffers;
using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

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
internal sealed record QuotedTime(int Row, TextSpan Span, DayRange Days)
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
internal sealed class QuotedTable
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
        (_firstBlock, _lastBlock) = (int.MaxValue, -1);
        ImmutableArray<Block> blocks = analysis.Document.Blocks;
        for (int b = 0; b < blocks.Length; b++)
        {
            if (blocks[b].Cell is { } cell && numbers.Cell(cell.Row, cell.Column) == blocks[b])
            {
                (_firstBlock, _lastBlock) = (Math.Min(_firstBlock, b), Math.Max(_lastBlock, b));
            }
        }

        for (int row = numbers.HeadRows; row < numbers.Rows; row++)
        {
            string words = numbers.Words(row, _label);
            bool total = TableSums.IsTotal(words);
            if (words.Length > 0 && numbers.Cell(row, _label) is { } head)
            {
                Rows.Add((row, head.Span, Bare(words), total));
            }
        }
    }

    /// <summary>The rows that have a name: its cell, and the name without its type.</summary>
    public List<(int Row, TextSpan Label, string Name, bool IsTotal)> Rows { get; } = [];

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
                    _times.Add(new QuotedTime(row, mention.Span, days));
                }
                else if ((_numbers.Number(row, column) ?? InWords(analysis.Document, block)) is { } number)
                {
                    Amount? amount = amounts.At(analysis.Tokens.TokenAt(number.Span.Start));
                    Cells.Add(new QuotedCell(row, column, number, amount, amount?.Unit ?? ""));
                }
            }
        }
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

    /// <summary>The row whose name stands whole between two places of a text, nearest to the first; -1 for none.</summary>
    public int RowWithin(string text, int from, int to, out TextSpan name)
    {
        (int best, int row, name) = (int.MaxValue, -1, default);
        foreach ((int index, TextSpan _, string words, bool total) in Rows)
        {
            if (!total && words.Length >= 3 && FirstWhole(text, from, to, words) is >= 0 and var at && at < best)
            {
                (best, row, name) = (at, index, new TextSpan(at, words.Length));
            }
        }

        return row;
    }

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

    /// <summary>The times of the row whose name stands in the sentence before a place.</summary>
    public IEnumerable<QuotedTime> TimesFor(string text, int from, int at)
    {
        int best = -1;
        int row = -1;
        foreach ((int index, TextSpan _, string name, bool _) in Rows)
        {
            if (name.Length >= 3 && LastWhole(text, Math.Max(from, at - 90), at, name) is var place && place > best)
            {
                (best, row) = (place, index);
            }
        }

        row = row < 0 ? RowOfWords(text, from, at) : row;
        return row < 0 ? [] : _times.Where(time => time.Row == row);
    }

    // “Ủy ban … được bầu” for the row “Bầu Ủy ban …”: nearly all words of its name, and of no other row so many.
    private int RowOfWords(string text, int from, int at)
    {
        int best = -1;
        int row = -1;
        foreach ((int index, TextSpan _, string name, bool _) in Rows)
        {
            string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            int found = words.Count(word => FirstWhole(text, from, at, word) >= 0);
            if (words.Length >= 3 && found * 5 >= words.Length * 4)
            {
                (best, row) = found > best ? (found, index) : found == best ? (best, -1) : (best, row);
            }
        }

        return row;
    }

    private int RowNamed(string text, int from, int at, int to, Amount amount)
    {
        int best = -1;
        int row = -1;
        int after = int.MaxValue;
        int rowAfter = -1;
        foreach ((int index, TextSpan _, string name, bool _) in Rows)
        {
            if (name.Length < 2)
            {
                continue;
            }

            // “243 đảng viên”: the row's name is what is counted.
            if (amount.Unit.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }

            int before = LastWhole(text, from, at, name);
            if (before > best)
            {
                (best, row) = (before, index);
            }

            int behind = to > at ? FirstWhole(text, at, to, name) : -1;
            if (behind >= 0 && behind < after)
            {
                (after, rowAfter) = (behind, index);
            }
        }

        return row >= 0 ? row : rowAfter;
    }

    private static int LastWhole(string text, int from, int to, string name)
    {
        for (int at = to > from ? text.LastIndexOf(name, to - 1, to - from, StringComparison.OrdinalIgnoreCase) : -1; at >= from; at = at > from ? text.LastIndexOf(name, at - 1, at - from, StringComparison.OrdinalIgnoreCase) : -1)
        {
            if (IsWhole(text, at, at + name.Length))
            {
                return at;
            }
        }

        return -1;
    }

    private static int FirstWhole(string text, int from, int to, string name)
    {
        for (int at = text.IndexOf(name, from, to - from, StringComparison.OrdinalIgnoreCase); at >= 0; at = at + 1 < to ? text.IndexOf(name, at + 1, to - at - 1, StringComparison.OrdinalIgnoreCase) : -1)
        {
            if (IsWhole(text, at, at + name.Length))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsWhole(string text, int from, int end) => (from == 0 || !char.IsLetterOrDigit(text[from - 1])) && (end >= text.Length || !char.IsLetterOrDigit(text[end]));

    // The same dimension, or the noun of the column's or row's head.
    private bool IsOf(Amount amount, QuotedCell cell, ReadOnlySpan<char> clause)
    {
        if (amount.IsPercent != (cell.Amount?.IsPercent ?? false))
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

    private static bool HeadNamed(ReadOnlySpan<char> text, ReadOnlySpan<char> head)
    {
        int open = head.IndexOf('(');
        head = (open > 0 ? head[..open] : head).Trim();
        head = head.StartsWith("số ", StringComparison.OrdinalIgnoreCase) ? head[3..] : head;
        return head.Length > 1 && text.Contains(head, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsDay(string words) => words.AsSpan().Count('-') + words.AsSpan().Count('/') + words.AsSpan().Count('.') == 2 && !words.AsSpan().ContainsAnyExcept(_dated);

    private static int? YearOf(string head)
    {
        string bare = head.StartsWith("năm ", StringComparison.OrdinalIgnoreCase) ? head[4..] : head;
        return bare.Length == 4 && int.TryParse(bare, out int year) && year is > 1000 and < 2200 ? year : null;
    }

    // The last year of four figures before a place in a clause, or else the first one behind it.
    private static int? YearNamed(string text, int from, int at, int to)
    {
        int? found = null;
        for (int i = from; i + 4 <= to; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])) && IsWhole(text, i, i + 4) && int.TryParse(text.AsSpan(i, 4), out int year) && year is > 1000 and < 2200)
            {
                if (i < at)
                {
                    found = year;
                }
                else
                {
                    return found ?? year;
                }
            }
        }

        return found;
    }

    private static string Bare(string words)
    {
        foreach (string type in _types)
        {
            if (words.Length > type.Length + 1 && words.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            {
                return words[type.Length..];
            }
        }

        return words;
    }
}
