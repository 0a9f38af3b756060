using BienNien.Text;

namespace BienNien.Finding.Names;

/// <summary>Names that a document has given, to be found again in it.</summary>
internal sealed class SaidBefore
{
    // No name, body or award that could cover a later one is longer than this many code units.
    private const int NameWindow = 400;

    private readonly Dictionary<string, List<(string[] Words, string Value)>> _byFirst = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the names and what each stands for.</summary>
    public SaidBefore(IEnumerable<(string Name, string Value)> names)
    {
        foreach ((string name, string value) in names.OrderBy(static pair => pair.Name, StringComparer.Ordinal))
        {
            string[] words = name.Split(' ');
            if (!_byFirst.TryGetValue(words[0], out List<(string[], string)>? list))
            {
                _byFirst.Add(words[0], list = []);
            }

            list.Add((words, value));
        }
    }

    /// <summary>What is done with a name found again.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Place of its first token.</param>
    /// <param name="length">How many tokens it has.</param>
    /// <param name="value">What it stands for.</param>
    public delegate void Found(Sentence sentence, int at, int length, string value);

    /// <summary>The words of a name with one space between them, whatever stands between them in the text.</summary>
    public static string NameOf(Sentence sentence, int first, int end)
    {
        if (end - first == 1)
        {
            return sentence.Surface(first).ToString();
        }

        System.Text.StringBuilder name = new();
        for (int i = first; i < end; i++)
        {
            if (i > first && sentence[i].SpaceBefore)
            {
                name.Append(' ');
            }

            name.Append(sentence.Surface(i));
        }

        return name.ToString();
    }

    /// <summary>The words of a name set in capitals, in ordinary letters: <c>LÊ VĂN TÁM</c>.</summary>
    public static string InSmallLetters(Sentence sentence, int first, int end) => string.Create(
        sentence[end - 1].End - sentence[first].Start,
        sentence.Text.AsMemory(sentence[first].Start, sentence[end - 1].End - sentence[first].Start),
        static (letters, name) =>
        {
            for (int i = 0; i < letters.Length; i++)
            {
                char c = name.Span[i];
                bool initial = i == 0 || !char.IsLetter(name.Span[i - 1]);
                letters[i] = initial ? c : char.ToLowerInvariant(c);
            }
        });

    /// <summary>Goes through a document and tells each place where a name stands that no mention of a person, place, body or award covers.</summary>
    public void FindAgain(TokenizedDocument document, List<Proposal> mentions, Found found)
    {
        string text = document.Document.Text;
        Dictionary<string, List<(string[] Words, string Value)>>.AlternateLookup<ReadOnlySpan<char>> lookup = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        int next = 0;
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            Sentence sentence = document.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                Token token = sentence[at];
                if (token.IsWord && token.Capitalised && lookup.TryGetValue(text.AsSpan(token.Start, token.Length), out List<(string[] Words, string Value)>? candidates))
                {
                    int length = Longest(sentence, at, candidates, out string value);
                    if (length > 0 && !IsTaken(mentions, ref next, sentence.Span(at, at + length)))
                    {
                        found(sentence, at, length, value);
                        at += length - 1;
                    }
                }
            }
        }
    }

    // Mentions are in the order of the text, and so are the questions.
    private static bool IsTaken(List<Proposal> mentions, ref int next, TextSpan span)
    {
        while (next < mentions.Count && mentions[next].Mention.Span.Start + NameWindow < span.Start)
        {
            next++;
        }

        for (int i = next; i < mentions.Count && mentions[i].Mention.Span.Start < span.End; i++)
        {
            if (mentions[i].Mention.Span.Overlaps(span)
                && mentions[i].Mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation or MentionKind.Award)
            {
                return true;
            }
        }

        return false;
    }

    private static int Longest(Sentence sentence, int at, List<(string[] Words, string Value)> candidates, out string value)
    {
        int longest = 0;
        value = "";
        foreach ((string[] words, string candidate) in candidates)
        {
            if (words.Length > longest && Matches(sentence, at, words))
            {
                longest = words.Length;
                value = candidate;
            }
        }

        return longest;
    }

    private static bool Matches(Sentence sentence, int at, string[] words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (!sentence[at + i].Capitalised || !sentence.Surface(at + i).Equals(words[i], StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }
}
