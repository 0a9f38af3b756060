using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>Recovers tables that a PDF program wrote as lines: a cell a line, or the cells of a row side by side.</summary>
/// <remarks>
/// Nothing is guessed from one row. The rows must count up (1, 2, 3; 1990, 1991) or repeat one shape of words and figures, and the lines above must give as many heads as a row
/// has cells; heads begin with a capital. Words without figures are cut where every row has a line with the same beginning. What fits none of this stays text.
/// </remarks>
internal sealed class FlattenedTables
{
    private const int LeastLines = 4;
    private const int MostLines = 2_000;
    private const int LongestLine = 90;
    private const int LongestSentenceInCell = 50;
    private const int MostHeaderLines = 24;
    private const int MostColumns = 20;

    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly Layout _layout;
    private readonly Dictionary<int, FlatTable> _found = [];

    // The lines of the region that is looked at, page numbers left out.
    private readonly List<int> _region = [];

    private FlattenedTables(string text, List<Line> lines, Layout layout)
    {
        _text = text;
        _lines = lines;
        _layout = layout;
    }

    /// <summary>The tables of a text, by their first lines.</summary>
    public static Dictionary<int, FlatTable> Find(string text, List<Line> lines, Layout layout)
    {
        FlattenedTables finder = new(text, lines, layout);
        for (int i = 0; i < lines.Count;)
        {
            int end = finder.RegionFrom(i);
            if (finder._region.Count >= LeastLines)
            {
                finder.ReadRegion();
            }

            i = Math.Max(end, i + 1);
        }

        return finder._found;
    }

    private int RegionFrom(int first)
    {
        _region.Clear();
        int i = first;
        for (; i < _lines.Count && _region.Count < MostLines; i++)
        {
            Line line = _lines[i];
            if (line.Role == LineRole.Furniture && _region.Count > 0)
            {
                continue;
            }

            bool isShort = line.Role == LineRole.Text && line.Length <= (_layout.Width > 0 ? _layout.Width * 0.85 : LongestLine);
            // The last line of a paragraph is short, too.
            bool tail = _region.Count == 0 && i > 0 && _layout.IsFull(_lines[i - 1]) && line.BlanksBefore <= _layout.BlanksInside
                && !Layout.EndsSentence(_text, _lines[i - 1].Span);
            bool sentence = line.Length > LongestSentenceInCell && _text[line.End - 1] == '.';
            if (!isShort || tail || sentence)
            {
                break;
            }

            _region.Add(i);
        }

        return i;
    }

    private void ReadRegion()
    {
        for (int from = 0; _region.Count - from >= LeastLines;)
        {
            FlatTable? table = Grid(from) ?? Counted(from) ?? SameShape(from);
            if (table is null)
            {
                return;
            }

            _found.Add(table.FirstLine, table);
            while (from < _region.Count && _region[from] < table.EndLine)
            {
                from++;
            }
        }
    }

    private TextSpan SpanOf(int at) => _lines[_region[at]].Span;

    private ReadOnlySpan<char> WordsOf(int at) => _text.AsSpan(SpanOf(at).Start, SpanOf(at).Length);

    // A cell a line: so many lines of heads, then rows of as many lines, each column all words or all figures.
    private FlatTable? Grid(int from)
    {
        for (int start = from; start < Math.Min(from + 4, _region.Count); start++)
        {
            if (start > from && !ClosesText(start - 1))
            {
                continue;
            }

            for (int columns = 2; columns <= Math.Min(MostColumns, (_region.Count - start) / 3); columns++)
            {
                int rows = GridRows(start, columns);
                if (rows >= 2)
                {
                    ImmutableArray<(TextSpan, int, int, bool)>.Builder cells = ImmutableArray.CreateBuilder<(TextSpan, int, int, bool)>();
                    for (int i = 0; i < (rows + 1) * columns; i++)
                    {
                        cells.Add((SpanOf(start + i), i / columns, i % columns, i < columns));
                    }

                    return TableOf(start, start + ((rows + 1) * columns), cells);
                }
            }
        }

        return null;
    }

    private int GridRows(int start, int columns)
    {
        for (int column = 0; column < columns; column++)
        {
            ReadOnlySpan<char> head = WordsOf(start + column);
            if (!char.IsLetter(head[0]) || !char.IsUpper(head[0]) || Layout.EndsSentence(_text, SpanOf(start + column)))
            {
                return 0;
            }
        }

        bool counted = true;
        int figures = 0;
        int rows = 0;
        for (int row = 0; start + ((row + 2) * columns) <= _region.Count; row++)
        {
            bool same = true;
            bool counts = TableWords.Key(WordsOf(start + ((row + 1) * columns)), out _) == row + 1;
            for (int column = 0; column < columns && same; column++)
            {
                int at = start + ((row + 1) * columns) + column;
                bool figure = TableWords.IsFigure(WordsOf(at));
                same = row == 0 || figure == TableWords.IsFigure(WordsOf(at - columns));
                figures += row == 0 && figure && (column > 0 || !counts) ? 1 : 0;
            }

            if (!same)
            {
                break;
            }

            counted &= counts;
            rows++;
        }

        // A text goes on after its table; rows that count are sure of themselves, others must fill the region.
        int next = start + ((rows + 1) * columns);
        bool fills = next == _region.Count || _lines[_region[next]].BlanksBefore > _lines[_region[next - 1]].BlanksBefore;
        return figures > 0 && figures <= columns && rows >= (counted ? 2 : 3) && (counted || fills) ? rows : 0;
    }

    // Rows that count up, over any number of lines.
    private FlatTable? Counted(int from)
    {
        List<int> keys = Ordinals(from);
        bool years = false;
        if (keys.Count < 2)
        {
            keys = Years(from);
            years = true;
        }

        if (keys.Count < 2)
        {
            return null;
        }

        List<FlatRow> rows = [];
        for (int k = 0; k < keys.Count; k++)
        {
            int end = k + 1 < keys.Count ? keys[k + 1] : LastRowEnd(keys);
            rows.Add(FlatRow.Read(_text, [.. Enumerable.Range(keys[k], end - keys[k]).Select(SpanOf)]));
        }

        int header = HeaderStart(from, keys[0]);
        List<TextSpan> heads = TableWords.Heads(_text, [.. Enumerable.Range(header, keys[0] - header).Select(SpanOf)]);
        int figures = FlatRow.UsualFigures(rows);
        return figures > 0
            ? OfFigures(rows, heads, figures, header, keys)
            : years || keys.Count > 2 ? OfWords(rows, heads, header, keys) : null;
    }

    private FlatTable? OfFigures(List<FlatRow> rows, List<TextSpan> heads, int figures, int header, List<int> keys)
    {
        int unit = heads.FindIndex(head => TableWords.IsUnitHead(_text.AsSpan(head.Start, head.Length)));
        bool tail = rows.Count(static row => row.Tail.Length > 0) * 2 > rows.Count;
        int columns = 2 + (unit == 2 ? 1 : 0) + figures + (tail ? 1 : 0);
        bool headed = heads.Count == columns;
        // Without heads only many rows of several figures are a table.
        if (rows.Exists(static row => row.Lead.Count == 0) || (!headed && (rows.Count < 3 || figures < 2)))
        {
            return null;
        }

        // What follows the last row is text when the other rows end sooner.
        int mostTail = rows.Take(rows.Count - 1).Max(static row => row.TailLines);
        FlatRow last = rows[^1];
        int end = keys[^1] + last.Lines - Math.Max(0, last.TailLines - mostTail);
        if (last.TailLines > mostTail)
        {
            rows[^1] = FlatRow.Read(_text, [.. Enumerable.Range(keys[^1], end - keys[^1]).Select(SpanOf)]);
        }

        ImmutableArray<(TextSpan, int, int, bool)>.Builder cells = ImmutableArray.CreateBuilder<(TextSpan, int, int, bool)>();
        AddHeads(cells, headed ? heads : []);
        for (int r = 0; r < rows.Count; r++)
        {
            int row = headed ? r + 1 : r;
            int column = 0;
            cells.Add((rows[r].Key, row, column++, false));
            (TextSpan name, TextSpan unitOf) = unit == 2 && headed ? TableWords.CutUnit(_text, rows[r].Lead) : (rows[r].LeadSpan, default);
            cells.Add((name, row, column++, false));
            if (unit == 2 && headed)
            {
                if (unitOf.Length > 0)
                {
                    cells.Add((unitOf, row, column, false));
                }

                column++;
            }

            for (int f = 0; f < rows[r].Figures.Count; f++)
            {
                cells.Add((rows[r].Figures[f], row, column + f, false));
            }

            if (rows[r].Tail.Length > 0)
            {
                cells.Add((rows[r].Tail, row, column + Math.Max(figures, rows[r].Figures.Count), false));
            }
        }

        return TableOf(headed ? header : keys[0], end, cells);
    }

    // Columns of words begin, in every row, with a line that opens with the same two words.
    private FlatTable? OfWords(List<FlatRow> rows, List<TextSpan> heads, int header, List<int> keys)
    {
        if (heads.Count < 3)
        {
            return null;
        }

        List<string> anchors = FlatRow.CommonOpenings(_text, rows);
        if (anchors.Count != heads.Count - 2)
        {
            return null;
        }

        ImmutableArray<(TextSpan, int, int, bool)>.Builder cells = ImmutableArray.CreateBuilder<(TextSpan, int, int, bool)>();
        AddHeads(cells, heads);
        for (int r = 0; r < rows.Count; r++)
        {
            cells.Add((rows[r].Key, r + 1, 0, false));
            List<TextSpan> words = rows[r].CutAt(_text, anchors);
            for (int column = 0; column < words.Count; column++)
            {
                cells.Add((words[column], r + 1, column + 1, false));
            }
        }

        return TableOf(header, keys[^1] + rows[^1].Lines, cells);
    }

    // Rows of a name and the same number of figures, a row a line.
    private FlatTable? SameShape(int from)
    {
        const int LeastRows = 3;
        const int LeastFigures = 2;
        for (int first = from; first + LeastRows <= _region.Count; first++)
        {
            FlatRow row = FlatRow.ReadUncounted(_text, SpanOf(first));
            int end = first + 1;
            if (row.Lead.Count == 0 || row.Figures.Count < LeastFigures)
            {
                continue;
            }

            List<FlatRow> rows = [row];
            for (; end < _region.Count && FlatRow.ReadUncounted(_text, SpanOf(end)) is { Lead.Count: > 0 } next && next.Figures.Count == row.Figures.Count; end++)
            {
                rows.Add(next);
            }

            int header = HeaderStart(from, first);
            List<TextSpan> heads = TableWords.Heads(_text, [.. Enumerable.Range(header, first - header).Select(SpanOf)]);
            if (rows.Count < LeastRows || heads.Count != row.Figures.Count + 1)
            {
                first = end - 1;
                continue;
            }

            ImmutableArray<(TextSpan, int, int, bool)>.Builder cells = ImmutableArray.CreateBuilder<(TextSpan, int, int, bool)>();
            AddHeads(cells, heads);
            for (int r = 0; r < rows.Count; r++)
            {
                cells.Add((rows[r].LeadSpan, r + 1, 0, false));
                for (int f = 0; f < rows[r].Figures.Count; f++)
                {
                    cells.Add((rows[r].Figures[f], r + 1, f + 1, false));
                }
            }

            return TableOf(header, end, cells);
        }

        return null;
    }

    private static void AddHeads(ImmutableArray<(TextSpan, int, int, bool)>.Builder cells, List<TextSpan> heads)
    {
        for (int column = 0; column < heads.Count; column++)
        {
            cells.Add((heads[column], 0, column, true));
        }
    }

    private FlatTable TableOf(int start, int end, ImmutableArray<(TextSpan, int, int, bool)>.Builder cells)
    {
        int first = _region[start];
        int endLine = _region[end - 1] + 1;
        return new FlatTable(
            first, endLine, cells.ToImmutable(),
            [.. Enumerable.Range(first, endLine - first).Where(i => _lines[i].Role == LineRole.Furniture).Select(i => _lines[i].Span)]);
    }

    private List<int> Ordinals(int from)
    {
        List<int> keys = [];
        for (int i = from; i < _region.Count; i++)
        {
            int number = TableWords.Key(WordsOf(i), out bool alone);
            bool follows = number == keys.Count + 1 && (keys.Count == 0 || i > keys[^1] + 1 || !TableWords.IsFigure(WordsOf(keys[^1])));
            if (follows && !(alone && i > from && Layout.WantsNumber(_text, SpanOf(i - 1))))
            {
                keys.Add(i);
            }
        }

        return keys;
    }

    private List<int> Years(int from)
    {
        List<int> keys = [];
        int last = 0;
        for (int i = from; i < _region.Count; i++)
        {
            int year = TableWords.Year(WordsOf(i));
            if (year > 0 && year >= last && !(i > from && Layout.WantsNumber(_text, SpanOf(i - 1)) && _lines[_region[i]].BlanksBefore <= _layout.BlanksInside))
            {
                keys.Add(i);
                last = year;
            }
        }

        return keys;
    }

    // The last row ends at a wider gap than there is inside the others, or with the region.
    private int LastRowEnd(List<int> keys)
    {
        int gap = _layout.BlanksInside;
        for (int i = keys[0] + 1; i < keys[^1]; i++)
        {
            gap = Math.Max(gap, _lines[_region[i]].BlanksBefore);
        }

        int end = keys[^1] + 1;
        while (end < _region.Count && _lines[_region[end]].BlanksBefore <= gap)
        {
            end++;
        }

        return end;
    }

    private int HeaderStart(int from, int firstRow)
    {
        int start = firstRow;
        while (start > from && firstRow - start < MostHeaderLines && !ClosesText(start - 1))
        {
            start--;
        }

        return start;
    }

    // A caption, or the end of a sentence, is no head of a column.
    private bool ClosesText(int at) =>
        Layout.EndsSentence(_text, SpanOf(at)) || BlockSequence.IsCaption(WordsOf(at)) || LineRoles.IsAllUpper(WordsOf(at)) && WordsOf(at).Contains(' ');
}
