namespace BienNien.Reading.PlainText;

/// <summary>Tells numbers that count headings and items from numbers that a line break brought to the front: <c>… thế kỷ ⏎ XX. Đến …</c>.</summary>
internal static class Numbering
{
    // How many lines back a count inside a sentence may have begun.
    private const int LongestSentence = 8;

    /// <summary>Takes the role back from lines that only continue the line before.</summary>
    public static void TakeBack(string text, List<Line> lines, Layout layout)
    {
        Dictionary<(LineRole Role, int Depth), int> counted = [];
        int before = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            Line line = lines[i];
            if (line.Role == LineRole.Furniture)
            {
                continue;
            }

            if (line.Role is LineRole.RomanNumbered or LineRole.Numbered or LineRole.Lettered or LineRole.Bracketed or LineRole.Article)
            {
                LineLabel label = LineLabel.Read(text.AsSpan(line.Start, line.Length));
                bool counts = label.Number == 1 || (counted.TryGetValue((label.Role, label.Depth), out int last) && label.Number == last + 1);
                if (before >= 0 && Continues(text, lines, before, i, layout, label, counts))
                {
                    lines[i] = line with { Role = LineRole.Text };
                }
                else
                {
                    counted[(label.Role, label.Depth)] = label.Number;
                }
            }

            before = i;
        }
    }

    private static bool Continues(string text, List<Line> lines, int before, int i, Layout layout, LineLabel label, bool counts)
    {
        Line line = lines[before];
        bool beside = lines[i].BlanksBefore <= layout.BlanksInside && i == before + 1;
        if (line.Role is LineRole.MarkdownHeading or LineRole.TableRow or LineRole.Footnote || !beside)
        {
            return false;
        }

        if (label.Role == LineRole.Bracketed && layout.IsFull(line))
        {
            return label.Number > 1 ? CountsInside(text, lines, before, label.Number - 1) : !Layout.EndsSentence(text, line.Span);
        }

        return !Layout.EndsSentence(text, line.Span)
            && (Layout.WantsNumber(text, line.Span) || (layout.IsFull(line) && !counts && text[line.End - 1] != ','));
    }

    // “gồm: (1) …; (2) …”: the number before stands inside a line.
    private static bool CountsInside(string text, List<Line> lines, int last, int number)
    {
        string mark = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({number})");
        for (int i = last; i >= 0 && last - i < LongestSentence; i--)
        {
            int at = text.AsSpan(lines[i].Start, lines[i].Length).IndexOf(mark);
            if (at >= 0)
            {
                return at > 0 || lines[i].Role == LineRole.Text;
            }
        }

        return false;
    }
}
