namespace BienNien.Telling.Chronicles;

/// <summary>A place with the words around it, on one line, cut at words; “…” stands for what is left out.</summary>
/// <param name="Before">What stands before.</param>
/// <param name="Quote">The words themselves.</param>
/// <param name="After">What stands behind.</param>
public readonly record struct QuotedLine(string Before, string Quote, string After)
{
    private const char Omission = '…';

    /// <summary>Cuts a line.</summary>
    /// <param name="place">The place.</param>
    /// <param name="room">How many characters at most; the words themselves are cut when they are longer.</param>
    public static QuotedLine Of(QuotedPlace place, int room)
    {
        ArgumentNullException.ThrowIfNull(place);
        int start = place.Span.Start - place.Sentence.Start;
        string quote = OneLine(place.Quote);
        string before = OneLine(place.SentenceText[..start]).TrimStart();
        string after = OneLine(place.SentenceText[(start + place.Span.Length)..]).TrimEnd();
        if (quote.Length >= room)
        {
            return new QuotedLine("", Head(quote, room), "");
        }

        int left = room - quote.Length;
        int forBefore = Math.Min(before.Length, Math.Max(left / 2, left - after.Length));
        before = Tail(before, forBefore);
        return new QuotedLine(before, quote, Head(after, left - before.Length));
    }

    /// <summary>The beginning of a line, cut at a word.</summary>
    public static string Head(string line, int room)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Length <= room)
        {
            return line;
        }

        if (room < 2)
        {
            return room < 1 ? "" : Omission.ToString();
        }

        int space = line.LastIndexOf(' ', room - 1);
        return (space >= room / 2 ? line[..space] : line[..(room - 1)]).TrimEnd() + Omission;
    }

    /// <summary>The end of a line, cut at a word.</summary>
    public static string Tail(string line, int room)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Length <= room)
        {
            return line;
        }

        if (room < 2)
        {
            return room < 1 ? "" : Omission.ToString();
        }

        int from = line.Length - room + 1;
        int space = line.IndexOf(' ', from - 1);
        return Omission + (space >= 0 && space < line.Length - (room / 2) ? line[(space + 1)..] : line[from..]).TrimStart();
    }

    /// <summary>Every run of white space as one space; one at an end stays.</summary>
    public static string OneLine(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        System.Text.StringBuilder line = new(text.Length);
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c) && !char.IsControl(c))
            {
                line.Append(c);
            }
            else if (line.Length == 0 || line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        return line.ToString();
    }
}
