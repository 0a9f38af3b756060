using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.People;
using BienNien.Finding.Places;
using BienNien.Relating.Facts;
using BienNien.Text;

namespace BienNien.Relating.References;

/// <summary>Whom and what a paragraph has named up to a word, and whom its heading names.</summary>
internal sealed class NamedBefore(TokenizedDocument document, ImmutableArray<Mention> mentions, ReferenceWords words)
{
    /// <summary>More persons than this in one paragraph are a list: no word points at one of them.</summary>
    private const int MostPersons = 16;

    private readonly List<(string Id, int Mention)> _persons = [];
    private readonly Dictionary<int, (int Mention, string Name, bool Several)> _things = [];
    private int _subject = -1;
    private int _topic = -1;
    private int _before = -1;
    private bool _beforeAlone;

    /// <summary>The person of the biography that a block stands in; -1 outside biographies.</summary>
    public int Hero { get; set; } = -1;

    /// <summary>The person of whom the sentence before told; -1 for none.</summary>
    public int Subject => _subject;

    /// <summary>Begins a block.</summary>
    /// <param name="goesOn">Whether it goes on from the block before: two paragraphs of running text.</param>
    public void BeginBlock(bool goesOn)
    {
        _before = goesOn ? _subject : -1;
        _beforeAlone = _persons.Count == 1;
        _persons.Clear();
        _things.Clear();
        _subject = _topic = Hero;
        if (Hero >= 0)
        {
            _persons.Add((IdOf(Hero), Hero));
        }
    }

    /// <summary>Takes a name as it is read.</summary>
    /// <param name="mention">Index of the mention.</param>
    /// <param name="sentence">The sentence that it stands in.</param>
    /// <param name="at">Its first token in the sentence.</param>
    public void Take(int mention, Sentence sentence, int at)
    {
        switch (mentions[mention].Value)
        {
            case PersonValue person:
                int known = _persons.FindIndex(told => told.Id == person.Id);
                if (known >= 0)
                {
                    _persons[known] = (person.Id, mention);
                }
                else if (_persons.Count < MostPersons)
                {
                    _persons.Add((person.Id, mention));
                }

                break;
            case PlaceValue or Finding.Organisations.OrganisationValue when words.HeadOf(sentence, at) is > 0 and int head:
                string name = Letters.FormOf(document.Document.WordsAt(mentions[mention].Span));
                bool several = _things.TryGetValue(head, out (int Mention, string Name, bool Several) told) && (told.Several || told.Name != name);
                _things[head] = (mention, name, several);
                break;
            default:
                break;
        }
    }

    /// <summary>Says of whom a sentence tells, once it is known.</summary>
    public void SetSubject(int mention)
    {
        _subject = mention;
        _topic = _topic < 0 ? mention : _topic;
    }

    /// <summary>The person that a sentence goes on from which names nobody.</summary>
    public Topic Current => _subject < 0 ? Topic.None : new Topic(LastOf(_subject), _persons.Count == 1 || IdOf(_subject) == IdOf(_topic) ? FactCertainty.Medium : FactCertainty.Low);

    /// <summary>The person that a form of address stands for.</summary>
    /// <param name="sex">m, f, or u for a form that is said of both.</param>
    public Topic Person(char sex)
    {
        int fitting = 0;
        int last = -1;
        foreach ((string id, int mention) in _persons)
        {
            if (Fits(id, sex))
            {
                fitting++;
                last = last < 0 || mentions[mention].Span.Start > mentions[last].Span.Start ? mention : last;
            }
        }

        if (fitting == 1)
        {
            return new Topic(last, FactCertainty.Medium);
        }

        if (fitting == 0)
        {
            return _before >= 0 && _persons.Count == 0 && Fits(IdOf(_before), sex) ? new Topic(_before, _beforeAlone ? FactCertainty.Medium : FactCertainty.Low) : Topic.None;
        }

        bool goesOn = _subject >= 0 && Fits(IdOf(_subject), sex);
        return goesOn ? new Topic(LastOf(_subject), IdOf(_subject) == IdOf(_topic) ? FactCertainty.Medium : FactCertainty.Low) : new Topic(last, FactCertainty.Low);
    }

    /// <summary>The person of one id, where the paragraph or heading has named that one.</summary>
    public Topic Named(string id)
    {
        int known = _persons.FindIndex(told => told.Id == id);
        return known >= 0 ? new Topic(_persons[known].Mention, FactCertainty.Medium)
            : _before >= 0 && IdOf(_before) == id ? new Topic(_before, FactCertainty.Medium)
            : Topic.None;
    }

    /// <summary>The body or place whose name opens with a word.</summary>
    public Topic Thing(int head) => _things.TryGetValue(head, out (int Mention, string Name, bool Several) told)
        ? new Topic(told.Mention, told.Several ? FactCertainty.Low : FactCertainty.Medium)
        : Topic.None;

    private int LastOf(int mention)
    {
        string id = IdOf(mention);
        int known = _persons.FindIndex(told => told.Id == id);
        return known >= 0 ? _persons[known].Mention : mention;
    }

    private bool Fits(string id, char sex) => sex == 'u' || ReferenceWords.SexOf(id) is var known && (known == 'u' || known == sex);

    private string IdOf(int mention) => mention >= 0 && mentions[mention].Value is PersonValue person ? person.Id : "";
}
