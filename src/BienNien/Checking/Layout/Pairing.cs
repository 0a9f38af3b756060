using System.Buffers;
using BienNien.Text;

namespace BienNien.Checking.Layout;

/// <summary>Quotation marks and brackets that are opened and not closed, closed and not opened, or closed by a mark of another make.</summary>
internal static class Pairing
{
    // A quotation may run over so many blocks; one that is closed farther away is two mistakes.
    private const int LongestQuotation = 12;
    private const int LongestMixed = 200;
    private const int WordsShown = 3;

    // What may stand before the first word of a block.
    private static readonly SearchValues<char> _beforeText = SearchValues.Create(" \t-–*>");

    /// <summary>Reports the faults of a document.</summary>
    public static void Check(Document document, LayoutSink found)
    {
        List<Open> left = [];
        List<Open> stack = [];
        for (int b = 0; b < document.Blocks.Length; b++)
        {
            Block block = document.Blocks[b];
            if (!block.Kind.IsSaid())
            {
                continue;
            }

            stack.Clear();
            foreach (TextSpan part in block.Parts)
            {
                Scan(document.Text, block, b, part, stack, left, found);
            }

            left.AddRange(stack);
        }

        // Straight marks that stand alone in two blocks near each other are one quotation, of verse as a rule.
        for (int i = 0; i + 1 < left.Count; i++)
        {
            int next = left.FindIndex(i + 1, static open => open.Mark == '"');
            if (left[i].Mark == '"' && next > 0 && left[next].Block - left[i].Block <= LongestQuotation)
            {
                left.RemoveAt(next);
                left.RemoveAt(i--);
            }
        }

        foreach (Open open in left)
        {
            ReportOpen(document, open, found);
        }
    }

    private static void Scan(string text, Block block, int number, TextSpan part, List<Open> stack, List<Open> left, LayoutSink found)
    {
        for (int at = part.Start; at < part.End; at++)
        {
            char mark = text[at];
            switch (mark)
            {
                case '“' or '«' or '(' or '[':
                    stack.Add(new Open(mark, at, number));
                    break;
                case '"':
                    ReadStraight(text, at, number, part, stack, left, found);
                    break;
                case '”' or '»' or ')' or ']':
                    Close(text, block, mark, at, part, number, stack, left, found);
                    break;
            }
        }
    }

    private static void Close(string text, Block block, char mark, int at, TextSpan part, int number, List<Open> stack, List<Open> left, LayoutSink found)
    {
        char opening = mark switch { '”' => '“', '»' => '«', ')' => '(', _ => '[' };
        int own = stack.FindLastIndex(open => open.Mark == opening);
        bool item = mark == ')' && (IsEnumeration(text, at, part) || (block.Label.EndsWith(')') && at < part.Start + block.Label.Length));
        if (own >= 0 && !(item && EndsSentence(text, stack[own].At, at)))
        {
            stack.RemoveAt(own);
            return;
        }

        if (item)
        {
            return;
        }

        if (mark == '”' && stack.FindLastIndex(static open => open.Mark == '"') is >= 0 and int straight && at - stack[straight].At < LongestMixed)
        {
            ReportMixed(text, stack[straight].At, at, '“', atOpening: true, found);
            stack.RemoveAt(straight);
            return;
        }

        // A quotation that went on over paragraphs ends here.
        if (left.FindLastIndex(open => open.Mark == opening && number - open.Block <= LongestQuotation) is >= 0 and int before && mark is '”' or '»')
        {
            left.RemoveAll(open => open.Mark == opening && number - open.Block <= LongestQuotation);
            return;
        }

        TextSpan span = LayoutSink.Around(text, new TextSpan(at, 1));
        found.Report(
            span, null, DiagnosticConfidence.Likely,
            mark is '”' or '»' ? "dấu ngoặc kép đóng mà không mở" : "dấu ngoặc đóng mà không mở",
            mark is '”' or '»' ? "a quotation mark that closes nothing" : "a bracket that closes nothing");
    }

    // A straight mark closes a curly one, or opens and closes by itself.
    private static void ReadStraight(string text, int at, int number, TextSpan part, List<Open> stack, List<Open> left, LayoutSink found)
    {
        // 5'30", 17": minutes and inches.
        if (at > part.Start && char.IsAsciiDigit(text[at - 1]) && !stack.Exists(static open => open.Mark is '"' or '“'))
        {
            return;
        }

        if (stack.FindLastIndex(static open => open.Mark == '"') is >= 0 and int own)
        {
            // "Thà hy sinh … của "tiểu đội thép": what can only open leaves the one before it open.
            if (Opens(text, at, part) && Opens(text, stack[own].At, part) && HasFellow(text, at, part))
            {
                left.Add(stack[own]);
                stack[own] = new Open('"', at, number);
                return;
            }

            stack.RemoveAt(own);
        }
        else if (stack.FindLastIndex(static open => open.Mark == '“') is >= 0 and int curly && at > part.Start && !char.IsWhiteSpace(text[at - 1]) && at - stack[curly].At < LongestMixed)
        {
            ReportMixed(text, stack[curly].At, at, '”', atOpening: false, found);
            stack.RemoveAt(curly);
        }
        else
        {
            stack.Add(new Open('"', at, number));
        }
    }

    private static bool Opens(string text, int at, TextSpan part) =>
        (at == part.Start || char.IsWhiteSpace(text[at - 1]) || text[at - 1] is '(') && at + 1 < part.End && char.IsLetterOrDigit(text[at + 1]);

    // The next straight mark closes this one.
    private static bool HasFellow(string text, int at, TextSpan part)
    {
        int next = text.IndexOf('"', at + 1, part.End - at - 1);
        return next > 0 && !char.IsWhiteSpace(text[next - 1]) && !Opens(text, next, part);
    }

    private static void ReportMixed(string text, int from, int to, char right, bool atOpening, LayoutSink found)
    {
        TextSpan span = TextSpan.Between(from, to + 1);
        found.Report(
            span, new TextEdit(new TextSpan(atOpening ? from : to, 1), right.ToString()), DiagnosticConfidence.Certain,
            "dấu ngoặc mở và đóng khác kiểu nhau", "the opening and the closing quotation mark are of two makes");
    }

    private static void ReportOpen(Document document, Open open, LayoutSink found)
    {
        // Each paragraph of a long quotation opens with a mark, and only the last closes it.
        if (open.Mark is '“' or '«' && IsAtStart(document, open) && OpensNext(document, open))
        {
            return;
        }

        int end = open.At + 1;
        int limit = document.Blocks[open.Block].Span.End;
        for (int words = 0; end < limit; end++)
        {
            if (char.IsWhiteSpace(document.Text[end]) && ++words == WordsShown)
            {
                break;
            }
        }

        bool quotation = open.Mark is '“' or '«' or '"';
        found.Report(
            TextSpan.Between(open.At, end), null, DiagnosticConfidence.Likely,
            quotation ? "dấu ngoặc kép mở mà không đóng" : "dấu ngoặc mở mà không đóng",
            quotation ? "a quotation mark that is never closed" : "a bracket that is never closed");
    }

    private static bool IsAtStart(Document document, Open open) =>
        document.Text.AsSpan(document.Blocks[open.Block].Span.Start, open.At - document.Blocks[open.Block].Span.Start).IndexOfAnyExcept(_beforeText) < 0;

    private static bool OpensNext(Document document, Open open)
    {
        for (int b = open.Block + 1; b < Math.Min(document.Blocks.Length, open.Block + 3); b++)
        {
            Block block = document.Blocks[b];
            if (block.Kind.IsSaid())
            {
                return document.Text.AsSpan(block.Span.Start, block.Span.Length).TrimStart(" \t-–*>") is { Length: > 0 } words && words[0] == open.Mark;
            }
        }

        return false;
    }

    // “(1954 – 1975, kèm phụ lục. Các mốc: a) …”: the bracket of the item is none of the one before.
    private static bool EndsSentence(string text, int from, int to)
    {
        ReadOnlySpan<char> between = text.AsSpan(from, to - from);
        return between.Contains(". ", StringComparison.Ordinal) || between.Contains(": ", StringComparison.Ordinal) || between.Contains("; ", StringComparison.Ordinal);
    }

    // “a)”, “1)”, “iv)”: the number of an item, also inside a line.
    private static bool IsEnumeration(string text, int at, TextSpan part)
    {
        int start = at;
        while (start > part.Start && char.IsAsciiLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        ReadOnlySpan<char> item = text.AsSpan(start, at - start);
        return item.Length > 0 && (item.Length == 1 || (item.Length <= 4 && (item.IndexOfAnyExceptInRange('0', '9') < 0 || item.IndexOfAnyExcept("ivx") < 0)))
            && (start == part.Start || text[start - 1] is ';' or ',' || (text[start - 1] == '.' && !(start > 1 && char.IsAsciiDigit(text[start - 2]))) || (char.IsWhiteSpace(text[start - 1]) && IsAfterStop(text, start, part)));
    }

    // “vần V)”, “thôn 3)”: behind a word the letter or number is that word's.
    private static bool IsAfterStop(string text, int start, TextSpan part)
    {
        ReadOnlySpan<char> before = text.AsSpan(part.Start, start - part.Start).TrimEnd(" \t");
        return before.Length == 0 || before[^1] is '.' or ';' or ':' or ',' or '\n' or '?' or '!' or '-' or '–' or '|' or '*';
    }

    /// <summary>An opening mark that waits for its closing.</summary>
    /// <param name="Mark">The mark.</param>
    /// <param name="At">Where it stands in the text.</param>
    /// <param name="Block">In which block.</param>
    private readonly record struct Open(char Mark, int At, int Block);
}
