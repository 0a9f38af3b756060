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

        return BlockSequence.Settle(text, blocks);
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
        (BlockKind kind, int level) = LineRoles.Classify(text.AsSpan(lines[first].Start, lines[first].Length), lines[first].Role, last == first);
        blocks.Add(new Block(kind, [.. parts], level));
        foreach (TextSpan span in furniture)
        {
            blocks.Add(new Block(BlockKind.Furniture, span));
        }

        return next;
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
            int end = text.AsSpan(start).IndexOfAny('\n', '\f', '\r');
            end = end < 0 ? text.Length : start + end;
            int next = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n' ? end + 2 : end + 1;
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

            start = next;
        }

        return lines;
    }

    // Numbers alone on their lines are page numbers when they count up through the text with a page of lines between them;
    // otherwise they may be the cells of a table that lost its shape, and stay text. A number or two may be lost in between.
    private static void MarkPageNumbers(string text, List<Line> lines)
    {
        const int LeastPages = 3;
        const int LeastPagesOfExcerpt = 5;
        const int LeastLinesApart = 12;
        const int MostLost = 2;
        List<(int Line, int Length, int Before)> chain = [];
        Dictionary<int, int> longest = [];
        int best = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            int page = LineRoles.PageNumber(text.AsSpan(lines[i].Start, lines[i].Length));
            if (page == 0)
            {
                continue;
            }

            (int Line, int Length, int Before) link = (i, page <= 3 ? LeastPagesOfExcerpt - LeastPages + 1 : 1, -1);
            for (int lost = 0; lost <= MostLost; lost++)
            {
                if (longest.TryGetValue(page - 1 - lost, out int before) && i - chain[before].Line >= LeastLinesApart * (lost + 1)
                    && chain[before].Length >= link.Length)
                {
                    link = (i, chain[before].Length + 1, before);
                }
            }

            chain.Add(link);
            int added = chain.Count - 1;
            if (!longest.TryGetValue(page, out int rival) || chain[rival].Length <= link.Length)
            {
                longest[page] = added;
            }

            best = best < 0 || chain[best].Length < link.Length ? added : best;
        }

        if (best >= 0 && chain[best].Length >= LeastPagesOfExcerpt)
        {
            for (int link = best; link >= 0; link = chain[link].Before)
            {
                int line = chain[link].Line;
                lines[line] = lines[line] with { Role = LineRole.Furniture };
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
                if (!EndsSentence(text, lines[i].Span) && lines[i + 1].BlanksBefore <= 1)
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

        bool goesOn = char.IsLower(FirstLetter(text, next.Span)) && !EndsSentence(text, line.Span);
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
        bool full = line.Length >= Width * (EndsSentence(text, line.Span) ? 0.9 : 0.7);
        return goesOn || (full && line.Length <= Width * 1.5);
    }

    /// <summary>The first character of a stretch, emphasis marks left out.</summary>
    public static char FirstLetter(string text, TextSpan span)
    {
        int at = span.Start;
        while (at < span.End - 1 && text[at] is '*' or '_' or '“' or '(')
        {
            at++;
        }

        return text[at];
    }

    /// <summary>Whether a stretch ends as sentences do, emphasis marks and closing quotation marks left out.</summary>
    public static bool EndsSentence(string text, TextSpan span)
    {
        int at = span.End - 1;
        while (at > span.Start && text[at] is '*' or '_' or '”' or '"' or ')' or '»' or '¹' or '²' or '³' or >= '⁰' and <= '⁹')
        {
            at--;
        }

        return text[at] is '.' or '!' or '?' or ':' or ';' or '…';
    }
}
