namespace BienNien.Reading.PlainText;

/// <summary>Tells lines that begin a note from lines that begin an item: something in the text before refers to a note.</summary>
/// <remarks>
/// Lines whose numbers count on make a group; a group is one of notes when each of its numbers has a mark of its own before it. Read from the end, so that the notes
/// of each page find the marks of their page, and items of the same numbers find none.
/// </remarks>
internal static class NoteLines
{
    private const int LongestGroup = 60;

    /// <summary>Gives the lines that begin a note their role.</summary>
    public static void Mark(string text, List<Line> lines)
    {
        List<int> candidates = [];
        for (int i = 0; i < lines.Count; i++)
        {
            if (MayOpenNote(text, lines[i]))
            {
                candidates.Add(i);
            }
        }

        if (candidates.Count == 0)
        {
            return;
        }

        Dictionary<(NoteStyle Style, int Number), Stack<int>> marks = MarksOf(text, lines);
        NoteMarks reader = new(text);
        for (int end = candidates.Count; end > 0;)
        {
            int first = end - 1;
            while (first > 0 && end - first < LongestGroup && CountsOn(reader, lines[candidates[first - 1]], lines[candidates[first]]))
            {
                first--;
            }

            if (marks.Count > 0 && AllMarked(reader, lines, candidates, first, end, marks))
            {
                for (int k = first; k < end; k++)
                {
                    lines[candidates[k]] = lines[candidates[k]] with { Role = LineRole.Footnote };
                }
            }

            end = first;
        }
    }

    // “(1) …”, “[1] …”, “1 Báo cáo”, “(*) …”, “* …”.
    private static bool MayOpenNote(string text, Line line)
    {
        if (line.Role == LineRole.Bracketed || (line.Role == LineRole.Bullet && text[line.Start] == '*'))
        {
            return true;
        }

        ReadOnlySpan<char> words = text.AsSpan(line.Start, line.Length);
        int digits = words.IndexOfAnyExceptInRange('0', '9');
        return digits is 1 or 2 && line.Role is LineRole.Text or LineRole.Numbered && line.Length > digits + 3
            && ((words[digits] is ' ' && (char.IsUpper(words[digits + 1]) || words[digits + 1] is '“' or '"'))
                || (words[digits] is '.' or ')' && words[digits + 1] == ' '));
    }

    private static Dictionary<(NoteStyle Style, int Number), Stack<int>> MarksOf(string text, List<Line> lines)
    {
        NoteMarks reader = new(text);
        List<NoteMark> found = [];
        foreach (Line line in lines)
        {
            if (line.Role is not (LineRole.Furniture or LineRole.Footnote))
            {
                reader.FindIn(line.Span, found);
            }
        }

        Dictionary<(NoteStyle, int), Stack<int>> marks = [];
        foreach (NoteMark mark in found)
        {
            if (!marks.TryGetValue((mark.Style, mark.Number), out Stack<int>? places))
            {
                marks[(mark.Style, mark.Number)] = places = new Stack<int>();
            }

            places.Push(mark.Span.Start);
        }

        return marks;
    }

    private static bool CountsOn(NoteMarks reader, Line before, Line next) =>
        reader.Opening(before.Span) is { } one && reader.Opening(next.Span) is { } two && one.Style == two.Style && two.Number == one.Number + 1;

    private static bool AllMarked(
        NoteMarks reader, List<Line> lines, List<int> candidates, int first, int end, Dictionary<(NoteStyle Style, int Number), Stack<int>> marks)
    {
        int group = lines[candidates[first]].Start;
        bool all = true;
        for (int k = first; k < end; k++)
        {
            // Marks after the group serve no earlier group either.
            if (reader.Opening(lines[candidates[k]].Span) is not { } note || !marks.TryGetValue((note.Style, note.Number), out Stack<int>? places))
            {
                all = false;
                continue;
            }

            while (places.Count > 0 && places.Peek() >= group)
            {
                places.Pop();
            }

            all &= places.Count > 0;
        }

        if (all)
        {
            for (int k = first; k < end; k++)
            {
                if (reader.Opening(lines[candidates[k]].Span) is { } note)
                {
                    marks[(note.Style, note.Number)].Pop();
                }
            }
        }

        return all;
    }
}
