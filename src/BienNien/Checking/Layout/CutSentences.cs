using BienNien.Text;
using BienNien.Text.Syllables;

namespace BienNien.Checking.Layout;

/// <summary>Sentences with a page number, a note or an empty line in the middle, in documents that have no pages of their own.</summary>
internal static class CutSentences
{
    private const int WordsShown = 2;
    private const int LongestPageNumber = 24;

    /// <summary>Reports the faults of a document.</summary>
    public static void Check(Document document, LayoutSink found)
    {
        // On fixed pages a sentence goes on behind the page's end as a matter of course.
        if (document.PageCount > 0)
        {
            return;
        }

        Block? before = null;
        Block? number = null;
        foreach (Block block in document.Blocks)
        {
            if (!block.Kind.IsSaid())
            {
                continue;
            }

            // A page number that stands as a paragraph of its own.
            if (IsPageNumber(document.Text.AsSpan(block.Span.Start, block.Span.Length)) && before is not null && block.Cell is null)
            {
                number = block;
                continue;
            }

            if (block.Kind == BlockKind.Paragraph)
            {
                foreach (TextSpan part in block.Parts)
                {
                    ReportNumbers(document, part, found);
                    ReportBroken(document.Text, part, found);
                }
            }

            for (int i = 0; i + 1 < block.Parts.Length; i++)
            {
                TextSpan gap = TextSpan.Between(block.Parts[i].End, block.Parts[i + 1].Start);
                if (IsCut(document, gap))
                {
                    Report(document, block.Parts[i], gap, found);
                }
            }

            if (before is not null && GoesOn(document.Text, before, block))
            {
                if (number is not null)
                {
                    ReportNumber(number.Span, null, found);
                }
                else
                {
                    Report(document, before.Parts[^1], default, found);
                }
            }

            (before, number) = (block, null);
        }
    }

    // A line that is a page number, in the middle of a sentence.
    private static void ReportNumbers(Document document, TextSpan part, LayoutSink found)
    {
        string text = document.Text;
        for (int at = text.IndexOf('\n', part.Start, part.Length); at >= 0 && at < part.End;)
        {
            int end = text.IndexOf('\n', at + 1);
            if (end < 0 || end >= part.End)
            {
                return;
            }

            ReadOnlySpan<char> line = text.AsSpan(at + 1, end - at - 1).Trim();
            if (IsPageNumber(line) && at > part.Start && text[at - 1] is not ('.' or ':' or ';') && char.IsLower(text[end + 1]))
            {
                int start = at + 1 + text.AsSpan(at + 1).IndexOf(line);
                ReportNumber(new TextSpan(start, line.Length), new TextEdit(TextSpan.Between(at, end), ""), found);
            }

            at = end;
        }
    }

    // “chi-” at the end of a line, “ến” at the head of the next: Vietnamese does not part a syllable.
    private static void ReportBroken(string text, TextSpan part, LayoutSink found)
    {
        for (int at = text.IndexOf('\n', part.Start, part.Length); at >= 0 && at + 1 < part.End; at = text.IndexOf('\n', at + 1, part.End - at - 1))
        {
            int hyphen = at - 1;
            while (hyphen > part.Start && text[hyphen] is ' ' or '\r')
            {
                hyphen--;
            }

            if (hyphen <= part.Start || text[hyphen] is not ('-' or '\u00AD') || !char.IsLetter(text[hyphen - 1]))
            {
                continue;
            }

            int first = hyphen;
            while (first > part.Start && char.IsLetter(text[first - 1]))
            {
                first--;
            }

            int start = at + 1;
            while (start < part.End && text[start] == ' ')
            {
                start++;
            }

            int end = start;
            while (end < part.End && char.IsLetter(text[end]))
            {
                end++;
            }

            string joined = string.Concat(text.AsSpan(first, hyphen - first), text.AsSpan(start, end - start));
            if (end > start && char.IsLower(text[start]) && SyllableGrammar.IsPossible(joined))
            {
                found.Report(
                    TextSpan.Between(first, end), new TextEdit(TextSpan.Between(first, end), joined), DiagnosticConfidence.Likely, "một chữ bị ngắt làm đôi ở cuối dòng", "a syllable is parted at the end of a line");
            }
        }
    }

    private static bool IsPageNumber(ReadOnlySpan<char> line) => line.Length is > 0 and <= 4 && line.IndexOfAnyExceptInRange('0', '9') < 0;

    private static void ReportNumber(TextSpan number, TextEdit? fix, LayoutSink found) =>
        found.Report(number, fix, DiagnosticConfidence.Likely, "số trang nằm giữa câu", "a page number in the middle of a sentence");

    // Something is printed between the parts, or an empty line stands there; marks of quotations and the debris of programs are not.
    private static bool IsCut(Document document, TextSpan gap)
    {
        bool printed = false;
        int lines = 0;
        foreach (char c in document.Text.AsSpan(gap.Start, gap.Length))
        {
            printed |= char.IsLetterOrDigit(c);
            lines += c == '\n' ? 1 : 0;
        }

        return (printed || lines > 1) && !document.Blocks.Any(block => block.Kind == BlockKind.Debris && block.Span.Overlaps(gap));
    }

    // A paragraph that ends in a word, and one after it that begins with a small letter.
    private static bool GoesOn(string text, Block before, Block after)
    {
        if (before.Kind != BlockKind.Paragraph || after.Kind != BlockKind.Paragraph)
        {
            return false;
        }

        ReadOnlySpan<char> end = text.AsSpan(before.Parts[^1].Start, before.Parts[^1].Length).TrimEnd();
        ReadOnlySpan<char> start = text.AsSpan(after.Parts[0].Start, after.Parts[0].Length).TrimStart();
        return end.Length > 40 && start.Length > 20 && (char.IsLower(end[^1]) || end[^1] == ',') && char.IsLower(start[0]) && !(start.Length > 1 && start[1] is ')' or '.' or '/');
    }

    private static void Report(Document document, TextSpan part, TextSpan gap, LayoutSink found)
    {
        string text = document.Text;
        int end = part.End;
        while (end > part.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        int start = end;
        for (int words = 0; start > part.Start; start--)
        {
            if (char.IsWhiteSpace(text[start - 1]) && ++words == WordsShown)
            {
                break;
            }
        }

        if (end > start)
        {
            // A page number is shown with the words that it cuts.
            bool small = gap.Length is > 0 and <= LongestPageNumber;
            found.Report(
                TextSpan.Between(start, small ? LastPrinted(text, gap) : end), null, DiagnosticConfidence.Likely, "câu bị ngắt ở đây, phần sau nằm dưới số trang, chú thích hoặc dòng trống",
                "the sentence is cut here; its rest stands behind a page number, a note or an empty line");
        }
    }

    private static int LastPrinted(string text, TextSpan gap)
    {
        int end = gap.End;
        while (end > gap.Start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }
}
