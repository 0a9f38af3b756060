using BienNien.Text;

namespace BienNien.Finding.Names;

/// <summary>Names that a document has given, to be found again in it.</summary>
internal sealed class SaidBefore
{
    // No name, body or award that could cover a later one is longer than this many code units.
    private const int NameWindow = 400;
    private const int LongestSymbol = 8;

    private readonly Node _root = new();

    /// <summary>Takes the names and what each stands for; of one name the first in ordinal order counts.</summary>
    public SaidBefore(IEnumerable<(string Name, string Value)> names)
    {
        foreach ((string name, string value) in names.OrderBy(static pair => pair.Name, StringComparer.Ordinal))
        {
            Node node = _root;
            foreach (string word in name.Split(' '))
            {
                node = node.Child(word);
            }

            node.Value ??= value;
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
        int next = 0;
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            Sentence sentence = document.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                Token token = sentence[at];
                if (token.IsWord && token.Capitalised)
                {
                    int length = Longest(sentence, at, out string value);
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
                && (mentions[i].Mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation or MentionKind.Award || IsNumberOf(mentions[i].Mention, span)))
            {
                return true;
            }
        }

        return false;
    }

    // “Quyết định số 12/QĐ-HTC”: letters of a number are nobody's name.
    private static bool IsNumberOf(Mention mention, TextSpan span) =>
        mention.Value is DocumentReferences.DocumentReferenceValue { Number: not null } && span.Start > mention.Span.Start && span.Length <= LongestSymbol;

    // Word by word down the tree, so that the cost is the name's length, however many names begin alike.
    private int Longest(Sentence sentence, int at, out string value)
    {
        value = "";
        int longest = 0;
        Node? node = _root;
        for (int i = at; i < sentence.Count && sentence[i].Capitalised;)
        {
            int end = UnitEnd(sentence, i);
            node = node.Find(sentence.Text.AsSpan(sentence[i].Start, sentence[end - 1].End - sentence[i].Start));
            if (node is null)
            {
                break;
            }

            if (node.Value is { } found)
            {
                longest = end - at;
                value = found;
            }

            i = end;
        }

        return longest;
    }

    // “Ga-li-na” is one word of a name and five tokens.
    private static int UnitEnd(Sentence sentence, int at)
    {
        int end = at + 1;
        while (sentence[end] is { IsMark: true, SpaceBefore: false, Length: 1 } && sentence.Text[sentence[end].Start] is '-' or '–' && sentence[end + 1] is { IsWord: true, SpaceBefore: false })
        {
            end += 2;
        }

        return end;
    }

    private sealed class Node
    {
        private Dictionary<string, Node>? _children;

        public string? Value { get; set; }

        public Node Child(string word)
        {
            _children ??= new Dictionary<string, Node>(StringComparer.OrdinalIgnoreCase);
            if (!_children.TryGetValue(word, out Node? child))
            {
                _children.Add(word, child = new Node());
            }

            return child;
        }

        public Node? Find(ReadOnlySpan<char> word) =>
            _children is not null && _children.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out Node? child) ? child : null;
    }
}
