using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using BienNien.Finding;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>One name of a document written with other capitals, with or without a hyphen, an apostrophe or a space.</summary>
/// <remarks>A form is compared by its letters alone; what is rarer departs, and of two as frequent the later one.</remarks>
internal static class NameLettering
{
    private const int LeastLetters = 5;

    // So long a name is of one body: of two ways to write it the first stands, without a third place to decide.
    private const int LeastLongName = 30;

    private static readonly FrozenSet<string> _official = DataTable.Load("orgs-known") is var bodies
        ? bodies.Rows.Where(row => row[bodies.IndexOf("kind")].Length == 0).Select(row => row[bodies.IndexOf("name")]).ToFrozenSet(StringComparer.Ordinal) : [];

    // “Lênin”, “Lê nin”: foreigners known by one word, which a space or a hyphen cuts.
    private static readonly ImmutableArray<string> _foreign =
        [.. DataTable.Load("persons-known").Column("name").Where(static name => !name.AsSpan().ContainsAny(" .-")).Select(static name => Letters.FormOf(name)).Distinct(StringComparer.Ordinal)];

    /// <summary>The slips of a document.</summary>
    public static void Find(DocumentAnalysis analysis, List<PublisherName> publishers, List<NameSlip> found)
    {
        Dictionary<string, List<NamePlace>> forms = new(StringComparer.Ordinal);
        Collect(analysis, publishers, forms);
        foreach (List<NamePlace> places in forms.Values)
        {
            if (places.Count < 2)
            {
                continue;
            }

            List<IGrouping<string, NamePlace>> ways =
                [.. places.DistinctBy(static place => place.Span).GroupBy(static place => place.Key, StringComparer.Ordinal).OrderByDescending(static way => way.Count()).ThenBy(static way => way.First().Span)];
            if (ways.Count < 2)
            {
                continue;
            }

            // What everybody writes one way is right however often the document writes it another.
            int official = ways.FindIndex(static way => _official.Contains(way.First().Written));
            if (official < 0 && ways[0].Count() + ways[1].Count() < 3 && ways[0].First().Span.Length < LeastLongName)
            {
                continue;
            }

            if (official > 0)
            {
                (ways[0], ways[official]) = (ways[official], ways[0]);
            }

            TextSpan usual = ways[0].First().Span;
            foreach (IGrouping<string, NamePlace> way in ways.Skip(1))
            {
                // Half and half is no slip.
                if (official < 0 && way.Count() * 2 > ways[0].Count() + 1)
                {
                    continue;
                }

                foreach (NamePlace place in way)
                {
                    found.Add(new NameSlip(place.Span, ways[0].First().Written, usual, DiagnosticConfidence.Likely));
                }
            }
        }
    }

    private static void Collect(DocumentAnalysis analysis, List<PublisherName> publishers, Dictionary<string, List<NamePlace>> forms)
    {
        // The names that were found say which letters to look for; the text may have them where no name was found, for want of a capital.
        Dictionary<int, List<string>> wanted = [];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;
        string text = analysis.Document.Text;
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string> houses = new(StringComparer.Ordinal);
        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation)
            {
                int first = Math.Max(0, analysis.Tokens.TokenAt(mention.Span.Start));
                int end = analysis.Tokens.TokenAt(mention.Span.End - 1) + 1;

                // A type word before the name is written either way: “huyện”, “Huyện”.
                while (first < end - 1 && !(tokens[first].Capitalised && tokens[first + 1].Capitalised) && mention.Kind == MentionKind.Place && !tokens[first].Capitalised)
                {
                    first++;
                }

                Want(first, end);
            }
        }

        foreach (PublisherName publisher in publishers)
        {
            Want(publisher.First, publisher.End);
            houses.Add(FormOf(text, tokens, publisher.First, publisher.End));
        }

        foreach (string name in _foreign)
        {
            Add(name);
        }

        int sentence = -1;
        QuoteDepth quotes = default;
        for (int at = 0; at < tokens.Length; at++)
        {
            if (analysis.Tokens.SentenceOfToken(at) is var own && own != sentence)
            {
                quotes = sentence < 0 || analysis.Tokens.Sentences[own].Block != analysis.Tokens.Sentences[sentence].Block ? default : quotes;
                sentence = own;
            }

            // A quotation keeps the spelling of its source.
            if (tokens[at].IsMark)
            {
                quotes.Read(text[tokens[at].Start]);
            }

            if (quotes.IsQuoted || !tokens[at].IsWord || !tokens[at].Capitalised || tokens[at].AllUpper || !wanted.TryGetValue(OpeningOf(text[tokens[at].Start]), out List<string>? names))
            {
                continue;
            }

            int longest = 0;
            string? read = null;
            foreach (string form in names)
            {
                int end = ReadForm(text, tokens, at, form);
                if (end - at > longest)
                {
                    (longest, read) = (end - at, form);
                }

                // “Nxb Chính trị quốc gia Sự thật” has the name of “Nxb Chính trị quốc gia” as well.
                if (end > at && houses.Contains(form))
                {
                    Keep(form, at, end);
                }
            }

            if (read is not null && !houses.Contains(read))
            {
                Keep(read, at, at + longest);
            }
        }

        void Keep(string form, int first, int end)
        {
            TextSpan span = TextSpan.Between(tokens[first].Start, tokens[end - 1].End);
            if (!forms.TryGetValue(form, out List<NamePlace>? places))
            {
                forms.Add(form, places = []);
            }

            if (!IsInCapitals(text, span))
            {
                string written = Written(text, span);
                places.Add(new NamePlace(written, KeyOf(written), span));
            }
        }

        void Want(int first, int end)
        {
            if (!tokens[first].AllUpper && !tokens[end - 1].AllUpper)
            {
                Add(FormOf(text, tokens, first, end));
            }
        }

        void Add(string form)
        {
            if (form.Length >= LeastLetters && seen.Add(form))
            {
                if (!wanted.TryGetValue(form[0], out List<string>? list))
                {
                    wanted.Add(form[0], list = []);
                }

                list.Add(form);
            }
        }
    }

    // The tokens from a place on whose letters are the form; 0 when they are not.
    private static int ReadForm(string text, ImmutableArray<Token> tokens, int at, string form)
    {
        Span<char> room = stackalloc char[2 * Letters.LongestWord];
        int read = 0;
        for (int i = at; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            if (token.IsMark)
            {
                if (i == at || text[token.Start] is not ('-' or '–' or '’' or '\'' or '‘') || token.SpaceBefore || (i + 1 < tokens.Length && tokens[i + 1].SpaceBefore))
                {
                    return 0;
                }

                continue;
            }

            if (token.Length > Letters.LongestWord || !token.IsWord)
            {
                return 0;
            }

            ReadOnlySpan<char> word = WriteLetters(text.AsSpan(token.Start, token.Length), room);
            if (!form.AsSpan(read).StartsWith(word))
            {
                return 0;
            }

            read += word.Length;
            if (read == form.Length)
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static string FormOf(string text, ImmutableArray<Token> tokens, int first, int end)
    {
        StringBuilder form = new();
        Span<char> room = stackalloc char[2 * Letters.LongestWord];
        for (int i = first; i < end; i++)
        {
            if (tokens[i].IsWord && tokens[i].Length <= Letters.LongestWord)
            {
                form.Append(WriteLetters(text.AsSpan(tokens[i].Start, tokens[i].Length), room));
            }
        }

        return form.ToString();
    }

    // “H’leo”: the letters alone.
    private static ReadOnlySpan<char> WriteLetters(ReadOnlySpan<char> word, Span<char> room)
    {
        int length = Letters.WriteForm(word, room).Length;
        int kept = 0;
        for (int i = 0; i < length; i++)
        {
            if (room[i] is not ('’' or '\'' or '‘'))
            {
                room[kept++] = room[i];
            }
        }

        return room[..kept];
    }

    // A first letter as forms have it: small, without its tone.
    private static int OpeningOf(char letter)
    {
        Span<char> room = stackalloc char[2];
        return Letters.WriteForm([letter], room)[0];
    }

    private static bool IsInCapitals(string text, TextSpan span)
    {
        foreach (char c in text.AsSpan(span.Start, span.Length))
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    // The letters wherever their tone marks stand, then which of them are capitals.
    private static string KeyOf(string written)
    {
        StringBuilder key = new(2 * written.Length);
        foreach (string word in written.Split(' '))
        {
            key.Append(Letters.FormOf(word)).Append(' ');
        }

        foreach (char c in written)
        {
            key.Append(char.IsUpper(c) ? 'A' : 'a');
        }

        return key.ToString();
    }

    // One space for any white space, one apostrophe.
    private static string Written(string text, TextSpan span)
    {
        StringBuilder written = new(span.Length);
        foreach (string word in text.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            written.Append(written.Length == 0 ? "" : " ").Append(word.Replace('\'', '’').Replace('–', '-'));
        }

        return written.ToString();
    }

    /// <summary>A name where it stands.</summary>
    /// <param name="Written">As written, on one line.</param>
    /// <param name="Key">The same for spellings that are one.</param>
    /// <param name="Span">Where.</param>
    private readonly record struct NamePlace(string Written, string Key, TextSpan Span);
}
