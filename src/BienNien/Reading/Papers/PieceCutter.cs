using System.Buffers;
using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>Cuts blocks into the lines and columns of a form.</summary>
internal sealed class PieceCutter(Document document)
{
    // No line of a form is longer; what is longer is prose, of which only the opening is looked at.
    private const int LongestPiece = 600;
    private const int LongestBlock = 6_000;
    private const int Gap = 3;
    private const int Indent = 8;

    private static readonly SearchValues<char> _lineEnds = SearchValues.Create("\n\r\f\v<\u2028");
    private static readonly char[] _frame = ['*', '_', '|', '#', '~'];
    private int _line;
    private int _end;

    /// <summary>Adds the pieces of a block.</summary>
    public void Cut(Block block, List<PaperPiece> pieces)
    {
        string text = document.Text;
        int length = block.Span.Length;
        int budget = LongestBlock;
        foreach (TextSpan part in block.Parts)
        {
            int stop = Math.Min(part.End, part.Start + budget);
            budget -= stop - part.Start;
            for (int at = part.Start; at < stop;)
            {
                int found = text.AsSpan(at, stop - at).IndexOfAny(_lineEnds);
                int end = found < 0 ? stop : at + found;
                int next = end + 1;
                if (end < stop && text[end] == '<')
                {
                    // Cells of Markdown break their lines as HTML does; any other bracket is a character.
                    int bracket = LineBreakAt(text, end, stop);
                    while (bracket == 0 && end < stop)
                    {
                        found = text.AsSpan(end + 1, stop - end - 1).IndexOfAny(_lineEnds);
                        end = found < 0 ? stop : end + 1 + found;
                        bracket = end < stop && text[end] == '<' ? LineBreakAt(text, end, stop) : 1;
                    }

                    next = end + Math.Max(1, bracket);
                }

                CutLine(at, end, block.Kind, length, pieces);
                at = next;
            }

            if (budget <= 0)
            {
                break;
            }
        }
    }

    /// <summary>The words and figures of a text.</summary>
    public static PieceWord[] WordsOf(string text) => WordsOf(text, 0, text.Length);

    /// <summary>The words and figures of a stretch of text.</summary>
    public static PieceWord[] WordsOf(string text, int start, int end)
    {
        List<PieceWord> words = [];
        for (int i = start; i < end;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            int first = i;
            bool digit = char.IsAsciiDigit(text[i]);
            while (i < end && char.IsLetterOrDigit(text[i]) && char.IsAsciiDigit(text[i]) == digit)
            {
                i++;
            }

            words.Add(new PieceWord(first, i - first, Letters.FormOf(text[first..i])));
        }

        return [.. words];
    }

    /// <summary>A piece of another one.</summary>
    public PaperPiece Part(PaperPiece piece, int start, int end)
    {
        Trim(ref start, ref end);
        return piece with { Start = start, End = end, BlankBefore = piece.BlankBefore && start == piece.Start, Words = WordsOf(document.Text, start, end) };
    }

    private static int LineBreakAt(string text, int at, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(at, Math.Min(6, end - at));
        return rest.StartsWith("<br>", StringComparison.OrdinalIgnoreCase) ? 4
            : rest.StartsWith("<br/>", StringComparison.OrdinalIgnoreCase) ? 5
            : rest.StartsWith("<br />", StringComparison.OrdinalIgnoreCase) ? 6
            : 0;
    }

    private void CutLine(int start, int end, BlockKind kind, int blockLength, List<PaperPiece> pieces)
    {
        string text = document.Text;
        end = Math.Min(end, start + LongestPiece);
        int left = start;
        int right = end;
        Trim(ref left, ref right);
        if (left >= right)
        {
            return;
        }

        _line++;
        int lineStart = text.LastIndexOf('\n', Math.Max(0, left - 1), Math.Min(left, LongestPiece)) + 1;
        bool indented = left - lineStart >= Indent && text.AsSpan(lineStart, left - lineStart).IsWhiteSpace();
        bool blank = pieces.Count > 0 && text.AsSpan(_end, Math.Max(0, left - _end)).Count('\n') > 1;
        int from = left;
        while (from < right)
        {
            int to = ColumnEnd(from, right);
            int first = from;
            int last = to;
            Trim(ref first, ref last);
            if (first < last)
            {
                pieces.Add(new PaperPiece(first, last, _line, blank, indented || first > left, kind, blockLength, WordsOf(text, first, last)));
            }

            from = Math.Max(to, last);
            while (from < right && char.IsWhiteSpace(text[from]))
            {
                from++;
            }
        }

        _end = right;
    }

    // A column ends at a tab or a wide gap, unless the gap is a blank to be filled in by hand.
    private int ColumnEnd(int start, int end)
    {
        string text = document.Text;
        for (int i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                continue;
            }

            int stop = i;
            bool tab = false;
            while (stop < end && char.IsWhiteSpace(text[stop]))
            {
                tab |= text[stop] == '\t';
                stop++;
            }

            if ((tab || stop - i >= Gap) && !IsBlank(text, start, i, stop, end))
            {
                return i;
            }

            i = stop - 1;
        }

        return end;
    }

    // “Số:      /BC-UBND”, “ngày      tháng 5 năm 2020”, “ngày    /9/2025”.
    private static bool IsBlank(string text, int start, int gap, int next, int end)
    {
        if (next < end && text[next] is '/' or '-' && next + 1 < end && text[next + 1] != text[next] && !char.IsWhiteSpace(text[next + 1]))
        {
            return true;
        }

        ReadOnlySpan<char> after = text.AsSpan(next, end - next);
        ReadOnlySpan<char> before = text.AsSpan(start, gap - start).TrimEnd(".…:");
        bool datedAfter = after.StartsWith("tháng", StringComparison.OrdinalIgnoreCase) || after.StartsWith("năm", StringComparison.OrdinalIgnoreCase);
        bool openBefore = EndsWithWord(before, "ngày") || EndsWithWord(before, "tháng") || EndsWithWord(before, "năm");
        return (datedAfter && (openBefore || before.EndsWith(",") || (before.Length > 0 && char.IsAsciiDigit(before[^1]))))
            || (openBefore && after.Length > 0 && char.IsAsciiDigit(after[0]))
            || (EndsWithWord(before, "số") && after.Length > 0 && char.IsAsciiDigit(after[0]));
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text, ReadOnlySpan<char> word) =>
        text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (text.Length == word.Length || !char.IsLetter(text[^(word.Length + 1)]));

    private void Trim(ref int start, ref int end)
    {
        string text = document.Text;
        while (start < end && (char.IsWhiteSpace(text[start]) || _frame.Contains(text[start])))
        {
            start++;
        }

        while (end > start && (char.IsWhiteSpace(text[end - 1]) || _frame.Contains(text[end - 1])))
        {
            end--;
        }
    }
}
