using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>Finds the blocks of a text file by its lines: paragraphs (hard-wrapped or not), headings, list items, tables, page numbers.</summary>
internal static class LineBlocks
{
    /// <summary>The blocks of a text, in reading order; every line that is not blank is in one.</summary>
    public static ImmutableArray<Block> Find(string text)
    {
        List<Line> lines = SplitLines(text);
        Layout layout = Layout.Measure(text, lines);
        MarkPageNumbers(text, lines);
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
        int table = 0;
        for (int i = 0; i < lines.Count;)
        {
            Line line = lines[i];
            switch (line.Role)
            {
                case LineRole.Furniture:
                    blocks.Add(new Block(BlockKind.Furniture, line.Span));
                    i++;
                    break;
                case LineRole.TableRow:
                    i = ReadTable(text, lines, i, table++, blocks);
                    break;
                default:
                    i = ReadText(text, lines, i, layout, blocks);
                    break;
            }
        }

        return blocks.ToImmutable();
    }

    private static int ReadText(string text, List<Line> lines, int first, Layout layout, ImmutableArray<Block>.Builder blocks)
    {
        List<TextSpan> parts = [];
        List<TextSpan> furniture = [];
        int start = lines[first].Start;
        int last = first;
        int next = first + 1;
        while (next < lines.Count)
        {
            // A page number or a rule may stand inside a paragraph: look past it.
            int beyond = next;
            while (beyond < lines.Count && lines[beyond].Role == LineRole.Furniture)
            {
                beyond++;
            }

            if (beyond == lines.Count || !layout.Joins(text, lines[last], lines[beyond], cut: beyond > next))
            {
                break;
            }

            if (beyond > next)
            {
                parts.Add(TextSpan.Between(start, lines[last].End));
                start = lines[beyond].Start;
                for (int f = next; f < beyond; f++)
                {
                    furniture.Add(lines[f].Span);
                }
            }

            last = beyond;
            next = beyond + 1;
        }

        parts.Add(TextSpan.Between(start, lines[last].End));
        (BlockKind kind, int level) = Classify(text, lines[first], last == first);
        blocks.Add(new Block(kind, [.. parts], level));
        foreach (TextSpan span in furniture)
        {
            blocks.Add(new Block(BlockKind.Furniture, span));
        }

        return next;
    }

    private static (BlockKind Kind, int Level) Classify(string text, Line line, bool single)
    {
        ReadOnlySpan<char> words = text.AsSpan(line.Start, line.Length);
        bool opens = words[^1] is not ('.' or ';' or ',' or '!' or '?' or '…');
        switch (line.Role)
        {
            case LineRole.MarkdownHeading:
                return (BlockKind.Heading, Math.Max(1, words.IndexOfAnyExcept('#')));
            case LineRole.Footnote:
                return (BlockKind.Footnote, 0);
            case LineRole.Bullet:
                return (BlockKind.ListItem, 1);
            case LineRole.RomanNumbered when opens && line.Length <= 250:
                return (BlockKind.Heading, 1);
            case LineRole.Numbered or LineRole.Lettered when opens && single && line.Length <= 150:
                return (BlockKind.Heading, line.Role == LineRole.Numbered ? 2 : 3);
            case LineRole.RomanNumbered or LineRole.Numbered or LineRole.Lettered:
                return (BlockKind.ListItem, line.Role == LineRole.Lettered ? 2 : 1);
            default:
                return line.Length <= 200 && opens && IsAllUpper(words) ? (BlockKind.Heading, 0) : (BlockKind.Paragraph, 0);
        }
    }

    private static bool IsAllUpper(ReadOnlySpan<char> words)
    {
        int upper = 0;
        foreach (char c in words)
        {
            if (char.IsLower(c))
            {
                return false;
            }

            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper >= 4;
    }

    private static int ReadTable(string text, List<Line> lines, int first, int table, ImmutableArray<Block>.Builder blocks)
    {
        int end = first;
        while (end < lines.Count && lines[end].Role == LineRole.TableRow && lines[end].BlanksBefore == (end == first ? lines[end].BlanksBefore : 0))
        {
            end++;
        }

        bool headed = end > first + 1 && IsDelimiterRow(text, lines[first + 1]);
        int row = 0;
        for (int i = first; i < end; i++)
        {
            if (IsDelimiterRow(text, lines[i]))
            {
                blocks.Add(new Block(BlockKind.Furniture, lines[i].Span));
                continue;
            }

            int column = 0;
            int at = lines[i].Start + 1;
            while (at < lines[i].End)
            {
                int bar = text.IndexOf('|', at, lines[i].End - at);
                int stop = bar < 0 ? lines[i].End : bar;
                TextSpan cell = Trim(text, at, stop);
                if (cell.Length > 0)
                {
                    blocks.Add(new Block(BlockKind.TableCell, cell, cell: new TableCell(table, row, column, headed && i == first)));
                }

                column++;
                at = stop + 1;
            }

            row++;
        }

        return end;
    }

    private static bool IsDelimiterRow(string text, Line line)
    {
        ReadOnlySpan<char> row = text.AsSpan(line.Start, line.Length);
        return row.IndexOfAnyExcept("|-: \t") < 0 && row.Contains('-');
    }

    private static TextSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }

    private static List<Line> SplitLines(string text)
    {
        List<Line> lines = [];
        int blanks = 0;
        for (int start = 0; start < text.Length;)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\f');
            end = end < 0 ? text.Length : start + end;
            TextSpan span = Trim(text, start, end);
            if (span.Length == 0)
            {
                blanks++;
            }
            else
            {
                lines.Add(new Line(span.Start, span.Length, blanks, LineRoles.Of(text.AsSpan(span.Start, span.Length))));
                blanks = 0;
            }

            start = end + 1;
        }

        return lines;
    }

    // Numbers alone on their lines are page numbers when they count up through the text with a page of lines between them;
    // otherwise they may be the cells of a table that lost its shape, and stay text.
    private static void MarkPageNumbers(string text, List<Line> lines)
    {
        const int LeastPages = 3;
        const int LeastLinesApart = 12;
        List<(int Line, int Page)> candidates = [];
        for (int i = 0; i < lines.Count; i++)
        {
            int page = LineRoles.PageNumber(text.AsSpan(lines[i].Start, lines[i].Length));
            if (page > 0)
            {
                candidates.Add((i, page));
            }
        }

        for (int c = 0; c < candidates.Count; c++)
        {
            if (candidates[c].Page > 3)
            {
                continue;
            }

            List<int> chain = [candidates[c].Line];
            int page = candidates[c].Page;
            for (int d = c + 1; d < candidates.Count; d++)
            {
                if (candidates[d].Page == page + 1 && candidates[d].Line - chain[^1] >= LeastLinesApart)
                {
                    chain.Add(candidates[d].Line);
                    page++;
                }
            }

            if (chain.Count >= LeastPages)
            {
                foreach (int line in chain)
                {
                    lines[line] = lines[line] with { Role = LineRole.Furniture };
                }

                return;
            }
        }
    }
}

/// <summary>A line that is not blank, trimmed.</summary>
internal readonly record struct Line(int Start, int Length, int BlanksBefore, LineRole Role)
{
    public int End => Start + Length;

    public TextSpan Span => new(Start, Length);
}

/// <summary>How the lines of a text are laid out, measured once.</summary>
/// <param name="Width">Lines wrap at about this length; 0 when paragraphs stand on one line each.</param>
/// <param name="BlanksInside">How many blank lines may stand inside a paragraph (1 for double-spaced print).</param>
internal readonly record struct Layout(int Width, int BlanksInside)
{
    public static Layout Measure(string text, List<Line> lines)
    {
        // Wrapped text shows itself by many lines of about the same length, after which the sentence goes on.
        const int WidestWrap = 130;
        const int NarrowestWrap = 40;
        int[] lengths = [.. lines.Where(static line => line.Role == LineRole.Text).Select(static line => line.Length).Order()];
        if (lengths.Length < 6)
        {
            return default;
        }

        int width = lengths[(int)(lengths.Length * 0.9)];
        if (width is < NarrowestWrap or > WidestWrap)
        {
            return default;
        }

        int full = 0;
        int goesOn = 0;
        int spaced = 0;
        for (int i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length >= width * 0.7 && lines[i + 1].Role == LineRole.Text)
            {
                full++;
                if (!EndsSentence(text, lines[i]) && lines[i + 1].BlanksBefore <= 1)
                {
                    goesOn++;
                    spaced += lines[i + 1].BlanksBefore;
                }
            }
        }

        return full >= 4 && goesOn * 2 >= full ? new Layout(width, spaced * 2 > goesOn ? 1 : 0) : default;
    }

    /// <summary>Whether a line continues the paragraph of the line before it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The line before.</param>
    /// <param name="next">The line after it.</param>
    /// <param name="cut">Whether a page number or a rule stands between.</param>
    public bool Joins(string text, Line line, Line next, bool cut)
    {
        if (next.Role != LineRole.Text || line.Role == LineRole.TableRow || line.Role == LineRole.MarkdownHeading)
        {
            return false;
        }

        bool goesOn = char.IsLower(FirstLetter(text, next)) && !EndsSentence(text, line);
        if (cut)
        {
            return goesOn;
        }

        if (next.BlanksBefore > BlanksInside)
        {
            return false;
        }

        if (Width == 0)
        {
            return goesOn;
        }

        // A capital after a short line, or after a full stop well before the margin, begins something new.
        bool full = line.Length >= Width * (EndsSentence(text, line) ? 0.9 : 0.7);
        return goesOn || (full && line.Length <= Width * 1.5);
    }

    private static char FirstLetter(string text, Line line) => text[line.Start] == '*' && line.Length > 1 ? text[line.Start + 1] : text[line.Start];

    private static bool EndsSentence(string text, Line line)
    {
        char last = text[line.End - 1] == '*' && line.Length > 1 ? text[line.End - 2] : text[line.End - 1];
        return last is '.' or '!' or '?' or ':' or ';' or '…';
    }
}
