using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Relating.Events;

/// <summary>The words that tell happenings, by the word numbers of the text. Immutable.</summary>
internal sealed class TriggerLexicon
{
    private readonly PhraseTable<TriggerEntry> _phrases;
    private readonly WordSet _openings;

    private TriggerLexicon(PhraseTable<TriggerEntry> phrases, WordSet openings)
    {
        _phrases = phrases;
        _openings = openings;
    }

    /// <summary>Reads <c>data/event-triggers.tsv</c> and <c>data/event-phrases.tsv</c>.</summary>
    /// <exception cref="InvalidDataException">A row names a type or voice that there is not.</exception>
    public static TriggerLexicon Create(Vocabulary.Builder words)
    {
        PhraseTable<TriggerEntry>.Builder phrases = new();
        List<int> openings = [];
        Read("event-triggers", words, phrases, openings);
        Read("event-phrases", words, phrases, openings);
        return new TriggerLexicon(phrases.Build(), new WordSet(openings));
    }

    private static void Read(string name, Vocabulary.Builder words, PhraseTable<TriggerEntry>.Builder phrases, List<int> openings)
    {
        DataTable table = DataTable.Load(name);
        int phrase = table.IndexOf("words");
        int type = table.IndexOf("type");
        int subject = table.IndexOf("subject");
        int obj = table.IndexOf("object");
        int voice = table.IndexOf("voice");
        int carry = table.IndexOf("carry");
        foreach (System.Collections.Immutable.ImmutableArray<string> row in table.Rows)
        {
            TriggerEntry entry = new(
                Enum.TryParse(row[type], ignoreCase: true, out EventType kind) ? kind : throw Wrong(row[type]),
                Role(row[subject]),
                Role(row[obj]),
                row[voice] == "aux" ? TriggerVoice.Auxiliary : Enum.TryParse(row[voice], ignoreCase: true, out TriggerVoice how) ? how : throw Wrong(row[voice]),
                row[carry] == "yes");
            System.Collections.Immutable.ImmutableArray<int> numbers = words.AddPhrase(row[phrase]);
            openings.Add(numbers[0]);
            phrases.Add(numbers.AsSpan(), entry);
        }

        static string Role(string cell) => cell == "-" ? "" : cell;

        InvalidDataException Wrong(string cell) => new($"data/{name}.tsv: «{cell}» is neither a type of event nor a voice.");
    }

    /// <summary>The longest trigger that begins at a token, and how many tokens it has; 0 when none does.</summary>
    public int Longest(Sentence sentence, int at, out TriggerEntry? entry)
    {
        entry = null;
        return _openings.Contains(sentence[at]) ? _phrases.Longest(sentence, at, out entry) : 0;
    }
}
