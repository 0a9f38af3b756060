using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>One row of a flattened table: its number, the words before the figures, the figures, the words after them.</summary>
internal sealed class FlatRow
{
    private readonly List<TextSpan> _pieces = [];

    /// <summary>The number or year that counts the row; empty in a row that is not counted.</summary>
    public TextSpan Key { get; private set; }

    /// <summary>The words before the figures, a piece a line.</summary>
    public List<TextSpan> Lead { get; } = [];

    /// <summary>From the first of the words before the figures to the last.</summary>
    public TextSpan LeadSpan => Lead.Count == 0 ? default : TextSpan.Between(Lead[0].Start, Lead[^1].End);

    /// <summary>The figures that stand alone.</summary>
    public List<TextSpan> Figures { get; } = [];

    /// <summary>What follows the figures.</summary>
    public TextSpan Tail { get; private set; }

    /// <summary>Over how many lines that goes.</summary>
    public int TailLines { get; private set; }

    /// <summary>How many lines the row has.</summary>
    public int Lines { get; private set; }

    /// <summary>Reads a row whose first line begins with its number.</summary>
    public static FlatRow Read(string text, IReadOnlyList<TextSpan> lines)
    {
        FlatRow row = new() { Lines = lines.Count };
        TextSpan first = lines[0];
        int space = text.AsSpan(first.Start, first.Length).IndexOf(' ');
        row.Key = space < 0 ? first : new TextSpan(first.Start, space);
        if (space >= 0)
        {
            row.Add(text, Line.Trim(text, row.Key.End, first.End));
        }

        for (int i = 1; i < lines.Count; i++)
        {
            row.Add(text, lines[i]);
        }

        return row;
    }

    /// <summary>Reads a row of one line without a number.</summary>
    public static FlatRow ReadUncounted(string text, TextSpan line)
    {
        FlatRow row = new() { Lines = 1 };
        row.Add(text, line);
        return row;
    }

    /// <summary>How many figures nearly every row has; 0 when the rows differ.</summary>
    public static int UsualFigures(List<FlatRow> rows)
    {
        (int figures, int count) = rows.GroupBy(static row => row.Figures.Count).Select(static group => (group.Key, group.Count())).MaxBy(static group => group.Item2);
        return count * 10 >= rows.Count * 7 && rows.TrueForAll(row => row.Figures.Count <= figures) ? figures : 0;
    }

    /// <summary>The two words with which, in every row, exactly one line opens, after the row's first words; in their order.</summary>
    public static List<string> CommonOpenings(string text, List<FlatRow> rows)
    {
        List<string> common = [];
        int last = -1;
        for (int i = 1; i < rows[0]._pieces.Count; i++)
        {
            string opening = Opening(text, rows[0]._pieces[i]);
            if (opening.Length > 0 && i > last && rows.TrueForAll(row => row._pieces.Skip(1).Count(piece => Opening(text, piece) == opening) == 1))
            {
                common.Add(opening);
                last = i;
            }
        }

        return common;
    }

    /// <summary>The words of the row, cut before the lines that open so.</summary>
    public List<TextSpan> CutAt(string text, List<string> openings)
    {
        List<TextSpan> cells = [];
        int start = 0;
        for (int i = 1; i <= _pieces.Count; i++)
        {
            if (i == _pieces.Count || openings.Contains(Opening(text, _pieces[i])))
            {
                cells.Add(TextSpan.Between(_pieces[start].Start, _pieces[i - 1].End));
                start = i;
            }
        }

        return cells;
    }

    private static string Opening(string text, TextSpan piece)
    {
        ReadOnlySpan<char> words = text.AsSpan(piece.Start, piece.Length);
        int space = words.IndexOf(' ');
        int second = space < 0 ? -1 : words[(space + 1)..].IndexOf(' ');
        return second < 0 || !char.IsUpper(words[0]) ? "" : words[..(space + 1 + second)].ToString();
    }

    private void Add(string text, TextSpan line)
    {
        _pieces.Add(line);
        int figures = TableWords.FiguresFrom(text, line);
        TextSpan words = Line.Trim(text, line.Start, figures);
        // After the figures words begin the last cell; figures after them belong to it.
        if (Tail.Length > 0 || (Figures.Count > 0 && words.Length > 0))
        {
            Tail = TextSpan.Between(Tail.Length > 0 ? Tail.Start : line.Start, line.End);
            TailLines++;
            return;
        }

        if (words.Length > 0)
        {
            Lead.Add(words);
        }

        for (int at = figures; at < line.End;)
        {
            int end = text.IndexOfAny([' ', '\t'], at, line.End - at);
            end = end < 0 ? line.End : end;
            if (end > at)
            {
                Figures.Add(TextSpan.Between(at, end));
            }

            at = end + 1;
        }
    }
}
