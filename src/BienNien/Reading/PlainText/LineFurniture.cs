using System.Globalization;

namespace BienNien.Reading.PlainText;

/// <summary>Finds what is printed on each page and belongs to none of its sentences: page numbers, running heads and feet.</summary>
internal static class LineFurniture
{
    // A page of print has at least so many lines that are not blank.
    private const int LeastLinesOfPage = 12;
    private const int MostLinesOfPage = 150;
    private const int LongestHead = 120;
    private const int LeastLettersOfHead = 6;
    private const int Certain = 3;

    /// <summary>Marks the lines that are furniture.</summary>
    public static void Mark(string text, List<Line> lines, Layout layout)
    {
        List<(int Line, int Number)> numbers = [];
        for (int i = 0; i < lines.Count; i++)
        {
            int number = PageNumber(text.AsSpan(lines[i].Start, lines[i].Length));
            if (number > 0)
            {
                numbers.Add((i, number));
            }
        }

        MarkCounting(lines, numbers);
        MarkByPlace(text, lines, numbers, layout);
        MarkRunningHeads(text, lines);
    }

    /// <summary>The number of a line that is nothing but a page number (<c>12</c>, <c>- 12 -</c>, <c>Trang 12</c>, <c>12/40</c>), or 0.</summary>
    public static int PageNumber(ReadOnlySpan<char> line)
    {
        if (line.Length > 20)
        {
            return 0;
        }

        ReadOnlySpan<char> rest = line.Trim("-–—~[]| ");
        if (rest.StartsWith("trang ", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[6..].Trim();
        }

        int slash = rest.IndexOf('/');
        if (slash > 0 && int.TryParse(rest[(slash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out _))
        {
            rest = rest[..slash];
        }

        return rest.Length is >= 1 and <= 4 && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out int page) ? page : 0;
    }

    // Numbers alone on their lines are page numbers when they count up through the text with a page of lines between them;
    // otherwise they may be the cells of a table that lost its shape, and stay text. A number or two may be lost in between.
    private static void MarkCounting(List<Line> lines, List<(int Line, int Number)> numbers)
    {
        const int LeastPages = 3;
        const int LeastPagesOfExcerpt = 5;
        const int MostLost = 2;
        List<(int Line, int Length, int Before)> chain = [];
        Dictionary<int, int> longest = [];
        int best = -1;
        foreach ((int i, int page) in numbers)
        {
            (int Line, int Length, int Before) link = (i, page <= 3 ? LeastPagesOfExcerpt - LeastPages + 1 : 1, -1);
            for (int lost = 0; lost <= MostLost; lost++)
            {
                if (longest.TryGetValue(page - 1 - lost, out int before) && i - chain[before].Line >= LeastLinesOfPage * (lost + 1)
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
                Set(lines, chain[link].Line);
            }
        }
    }

    // A few numbers are page numbers by where they stand: in a gap, at a form feed, inside a sentence that goes on after them.
    private static void MarkByPlace(string text, List<Line> lines, List<(int Line, int Number)> numbers, Layout layout)
    {
        (int Line, int Number)? page = null;
        foreach ((int i, int number) in numbers)
        {
            if (lines[i].Role == LineRole.Furniture)
            {
                page = (i, number);
                continue;
            }

            int evidence = Evidence(text, lines, i, layout);
            bool counts = page is { } before && number > before.Number
                && i - before.Line >= LeastLinesOfPage * (number - before.Number) && i - before.Line <= MostLinesOfPage * (number - before.Number);
            if (evidence >= Certain || (evidence > 0 && counts))
            {
                Set(lines, i);
                page = (i, number);
            }
        }
    }

    private static int Evidence(string text, List<Line> lines, int i, Layout layout)
    {
        Line line = lines[i];
        Line? before = i > 0 ? lines[i - 1] : null;
        Line? after = i + 1 < lines.Count ? lines[i + 1] : null;
        int evidence = line.NewPage || after is { NewPage: true } || (after is null && line.Length > 4) ? 2 : 0;
        evidence += text[line.Start] is '-' or '–' or '—' or 'T' or 't' && line.Length > 2 ? 1 : 0;
        bool gap = line.BlanksBefore > layout.BlanksInside && after is { } next && next.BlanksBefore >= layout.BlanksInside;
        if (!gap || after is not { } goesOn)
        {
            return evidence;
        }

        // In a table the lines around a number are as short as itself.
        bool among = goesOn.Length < LongestHead / 3 && (before is null || before.Value.Length < LongestHead / 3) && layout.Width > 0;
        evidence += layout.Width > 0 || line.BlanksBefore > 1 ? 1 : 0;
        bool lower = !among && goesOn.Role == LineRole.Text && char.IsLower(Layout.FirstLetter(text, goesOn.Span));
        bool open = !among && before is { } cut && !Layout.EndsSentence(text, cut.Span);
        return evidence + (lower ? 1 : 0) + (open || (lower && layout.Width > 0) ? 1 : 0)
            + (line.BlanksBefore > layout.BlanksInside + 1 ? among ? 2 : 1 : 0);
    }

    // The same words over and over at the pages' edges, or beside a number that counts the pages.
    private static void MarkRunningHeads(string text, List<Line> lines)
    {
        Dictionary<string, List<(int Line, int Number)>> heads = new(StringComparer.OrdinalIgnoreCase);
        Dictionary<string, List<(int Line, int Number)>>.AlternateLookup<ReadOnlySpan<char>> lookup = heads.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int i = 0; i < lines.Count; i++)
        {
            if (lines[i].Length > LongestHead || text[lines[i].End - 1] is '.' or ',' or ';' or ':' or '!' or '?' || lines[i].Role is LineRole.TableRow or LineRole.Furniture or LineRole.Bullet or LineRole.Footnote)
            {
                continue;
            }

            ReadOnlySpan<char> head = Head(text.AsSpan(lines[i].Start, lines[i].Length), out int number);
            if (head.Length < LeastLettersOfHead || (number == 0 && !AtEdge(text, lines, i)))
            {
                continue;
            }

            if (!lookup.TryGetValue(head, out List<(int Line, int Number)>? places))
            {
                lookup[head] = places = [];
            }

            places.Add((i, number));
        }

        foreach (List<(int Line, int Number)> places in heads.Values)
        {
            MarkHead(lines, places);
        }
    }

    private static void MarkHead(List<Line> lines, List<(int Line, int Number)> places)
    {
        int run = 0;
        for (int i = 1; i <= places.Count; i++)
        {
            if (i < places.Count && Follows(places[i - 1], places[i]))
            {
                continue;
            }

            // Three by their numbers; by their place alone two are enough.
            int length = i - run;
            if (length >= 3 || (length == 2 && places[run].Number == 0))
            {
                for (int k = run; k < i; k++)
                {
                    Set(lines, places[k].Line);
                }
            }

            run = i;
        }
    }

    private static bool Follows((int Line, int Number) before, (int Line, int Number) next)
    {
        const int LeastLinesOfScan = 8;
        int gap = next.Line - before.Line;
        return next.Number == 0
            ? before.Number == 0 && gap > 1
            : next.Number > before.Number && before.Number > 0
                && gap >= LeastLinesOfScan * (next.Number - before.Number) && gap <= MostLinesOfPage * (next.Number - before.Number);
    }

    private static bool AtEdge(string text, List<Line> lines, int i) =>
        lines[i].NewPage
        || (i > 0 && IsPageNumber(text, lines[i - 1]))
        || (i + 1 < lines.Count && (IsPageNumber(text, lines[i + 1]) || lines[i + 1].NewPage));

    private static bool IsPageNumber(string text, Line line) => line.Role == LineRole.Furniture && PageNumber(text.AsSpan(line.Start, line.Length)) > 0;

    // “45 Lịch sử Đảng bộ”, “Lịch sử Đảng bộ | 46”: the words, and the number at either end.
    private static ReadOnlySpan<char> Head(ReadOnlySpan<char> line, out int number)
    {
        number = 0;
        ReadOnlySpan<char> words = line;
        int digits = line.IndexOfAnyExceptInRange('0', '9');
        if (digits is > 0 and <= 4 && digits < line.Length && line[digits] is ' ' or '\t' or '|')
        {
            number = int.Parse(line[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
            words = line[digits..];
        }
        else
        {
            int last = line.LastIndexOfAnyExceptInRange('0', '9');
            if (last >= 0 && line.Length - last - 1 is > 0 and <= 4 && line[last] is ' ' or '\t' or '|')
            {
                number = int.Parse(line[(last + 1)..], NumberStyles.None, CultureInfo.InvariantCulture);
                words = line[..last];
            }
        }

        return words.Trim("|-–—~. \t");
    }

    private static void Set(List<Line> lines, int i) => lines[i] = lines[i] with { Role = LineRole.Furniture };
}
