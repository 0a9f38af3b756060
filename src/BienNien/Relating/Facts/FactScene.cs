using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.OrganisationChanges;
using BienNien.Finding.People;
using BienNien.Finding.Times;
using BienNien.Reading.Papers;
using BienNien.Relating.Events;
using BienNien.Relating.References;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Facts;

/// <summary>Of whom a fact is told.</summary>
/// <param name="Mention">Index of the mention; -1 for nobody.</param>
/// <param name="Certainty">How sure that is.</param>
/// <param name="Lean">Where it stands when it is not named in the sentence; of length 0 otherwise.</param>
internal readonly record struct FactSubject(int Mention, FactCertainty Certainty, TextSpan Lean)
{
    /// <summary>Nobody.</summary>
    public static FactSubject None => new(-1, FactCertainty.Low, default);
}

/// <summary>The office of a list of those who held it.</summary>
/// <param name="Value">The office.</param>
/// <param name="Object">Index of the mention of the body; -1 without one.</param>
/// <param name="Span">Its words.</param>
/// <param name="Heading">Whether a heading names it.</param>
internal sealed record OfficeLead(string Value, int Object, TextSpan Span, bool Heading);

/// <summary>A founding whose first members a list names.</summary>
/// <param name="Date">EDTF.</param>
/// <param name="Mention">Index of the TIME mention.</param>
/// <param name="Body">Index of the mention of the body; -1 without one.</param>
internal sealed record ListDate(string Date, int Mention, int Body);

/// <summary>One sentence laid out for the rules: its names, times, papers, references and brackets. Reused from sentence to sentence.</summary>
internal sealed class FactScene(TokenizedDocument document, ImmutableArray<Mention> mentions, ReferenceMap references, FactGrammar words, ILookup<int, EventClaim> foundings)
{
    /// <summary>No subject is looked for farther from its verb.</summary>
    private const int FarthestSubject = 60;

    /// <summary>No date is looked for farther from its verb.</summary>
    private const int FarthestDate = 30;

    private readonly List<SceneMention> _inside = [];
    private int[] _name = [];
    private int[] _time = [];
    private int[] _paper = [];
    private int[] _reference = [];
    private int[] _bracket = [];
    private int _sentence;
    private int _count;

    private const int MostLeadWords = 6;

    /// <summary>An entry of a list of holders of an office has at most so many tokens.</summary>
    private const int LongestEntry = 30;

    /// <summary>The document's own form; null without one.</summary>
    public PaperHeader? Header { get; init; }

    /// <summary>Where the parts of the form end that are read.</summary>
    public int HeaderEnd { get; init; } = -1;

    /// <summary>The office of which the list around tells; null without one.</summary>
    public OfficeLead? Lead { get; private set; }

    /// <summary>The founding of which the line above a list tells; null without one.</summary>
    public ListDate? ListDate { get; private set; }

    /// <summary>Whether the sentence opens with a verb of a life, behind a date at most.</summary>
    public bool OpensWithVerb { get; private set; }

    /// <summary>The document.</summary>
    public TokenizedDocument Document => document;

    /// <summary>The document's mentions, by start.</summary>
    public ImmutableArray<Mention> Mentions => mentions;

    /// <summary>What its words stand for.</summary>
    public ReferenceMap References => references;

    /// <summary>The function words.</summary>
    public FactGrammar Words => words;

    /// <summary>The sentence.</summary>
    public Sentence Sentence => document.SentenceAt(_sentence);

    /// <summary>Its number in the document.</summary>
    public int SentenceIndex => _sentence;

    /// <summary>The span of the whole sentence.</summary>
    public TextSpan Span => Sentence.Span(0, _count);

    /// <summary>Its mentions, in reading order.</summary>
    public List<SceneMention> Inside => _inside;

    /// <summary>Whether it holds any word that stands for somebody or something named before.</summary>
    public bool HasReferences { get; private set; }

    /// <summary>Of whom it tells when it names nobody.</summary>
    public Topic Topic => references.Topics[_sentence];

    /// <summary>The place in <see cref="Inside"/> of the person, place, body or award that covers a token; -1 without one.</summary>
    public int NameAt(int at) => (uint)at < (uint)_count ? _name[at] : -1;

    /// <summary>The place in <see cref="Inside"/> of the time that covers a token; -1 without one.</summary>
    public int TimeAt(int at) => (uint)at < (uint)_count ? _time[at] : -1;

    /// <summary>The place in <see cref="Inside"/> of the paper that covers a token; -1 without one.</summary>
    public int PaperAt(int at) => (uint)at < (uint)_count ? _paper[at] : -1;

    /// <summary>The index of the reference that covers a token; -1 without one.</summary>
    public int ReferenceAt(int at) => (uint)at < (uint)_count ? _reference[at] : -1;

    /// <summary>The place of the bracket that a token stands in, the bracket itself included; -1 outside brackets.</summary>
    public int BracketAt(int at) => (uint)at < (uint)_count ? _bracket[at] : -1;

    /// <summary>The mention of a place in <see cref="Inside"/>.</summary>
    public Mention MentionOf(int inside) => mentions[_inside[inside].Index];

    /// <summary>The kind of the name that covers a token; null without one.</summary>
    public MentionKind? KindAt(int at) => NameAt(at) is >= 0 and int name ? MentionOf(name).Kind : null;

    /// <summary>The name of one kind that begins at a token; a place in <see cref="Inside"/>, -1 without one.</summary>
    public int NameFrom(int at, MentionKind kind) => NameAt(at) is >= 0 and int name && _inside[name].First == at && MentionOf(name).Kind == kind ? name : -1;

    /// <summary>The words of a span on one line.</summary>
    public string WordsAt(int first, int end) => document.Document.WordsAt(Sentence.Span(first, end));

    /// <summary>The words of a mention on one line.</summary>
    public string WordsOf(int mention) => document.Document.WordsAt(mentions[mention].Span);

    /// <summary>Goes on to a sentence and lays it out.</summary>
    public void Load(int sentence)
    {
        _sentence = sentence;
        _count = Sentence.Count;
        if (_name.Length < _count)
        {
            int room = _count * 2;
            (_name, _time, _paper, _reference, _bracket) = (new int[room], new int[room], new int[room], new int[room], new int[room]);
        }

        Array.Fill(_name, -1, 0, _count);
        Array.Fill(_time, -1, 0, _count);
        Array.Fill(_paper, -1, 0, _count);
        Array.Fill(_reference, -1, 0, _count);
        MarkBrackets();
        TakeMentions();
        TakeReferences();
        OpensWithVerb = Topic.Mention >= 0 && FindsVerbAtStart();
        ReadLead();
    }

    // “Năm 1928 gia nhập …”, “Sinh năm 1906 …”
    private bool FindsVerbAtStart()
    {
        int i = EventScene.SkipListMark(Sentence);
        while (i < _count && (TimeAt(i) >= 0 || Sentence[i].IsMark || words.BeforeDate.Contains(Sentence[i]) || (words.Adverbs.Contains(Sentence[i]) && !words.OpeningVerbs.Contains(Sentence[i]))))
        {
            i = TimeAt(i) is >= 0 and int time ? _inside[time].End : i + 1;
        }

        // In an entry of a life the verb stands behind “Ngày 1-4-1930:”.
        bool entry = i > 0 && Sentence[i - 1].Word == words.Colon && Sentence.Block.Kind == BlockKind.ListItem && Sentence[i].IsWord && !Sentence[i].Capitalised;
        return (entry || words.OpeningVerbs.Contains(Sentence[i])) && NameAt(i) < 0 && ReferenceAt(i) < 0;
    }

    // A heading, or a line that ends with a colon, of an office whose holders follow.
    private void ReadLead()
    {
        Sentence sentence = Sentence;
        Block block = sentence.Block;
        bool heading = block.Kind == BlockKind.Heading;
        bool colon = sentence[_count - 1].Word == words.Colon && block.Kind == BlockKind.Paragraph;
        if (block.Kind != BlockKind.ListItem)
        {
            ListDate = colon ? FoundingDate() : null;
        }

        if (!heading && !colon)
        {
            // A paragraph that is no entry of a list ends it.
            Lead = Lead is { Heading: false } && block.Kind == BlockKind.Paragraph && _count > LongestEntry ? null : Lead;
            return;
        }

        Lead = null;
        for (int i = EventScene.SkipListMark(sentence), end = i + MostLeadWords; i <= end && i < _count; i++)
        {
            if (NameAt(i) >= 0 && KindAt(i) == MentionKind.Person)
            {
                return;
            }

            Office office = OfficeReader.Read(this, i);
            if (!office.IsNone)
            {
                Lead = new OfficeLead(office.Value, office.Object, sentence.Span(office.First, office.End), heading);
                return;
            }
        }
    }

    /// <summary>The founding that the sentence tells, with its day: “Ngày 01/4/1930 … lập chi bộ … với ba đảng viên:”; null without one.</summary>
    public ListDate? FoundingDate()
    {
        for (int n = 0; n < _inside.Count; n++)
        {
            if (MentionOf(n).Value is OrganisationChangeValue { Type: "founded", Date: { Length: > 0 } date } change)
            {
                int time = _inside.FindIndex(inside => mentions[inside.Index].Value is TimeValue told && told.Value == date);
                int body = change.To.Length == 1 ? BodyNames.Find(this, change.To[0]) : -1;
                return time < 0 ? null : new ListDate(date, _inside[time].Index, body >= 0 ? _inside[body].Index : -1);
            }
        }

        foreach (EventClaim told in foundings[Span.Start])
        {
            return new ListDate(told.Date, told.DateMention, -1);
        }

        return null;
    }

    /// <summary>Whether anything can be said in a sentence at all: it has a mention, or goes on from one.</summary>
    public bool MayTell(int sentence)
    {
        SentenceRange range = document.Sentences[sentence];
        if (references.Topics[sentence].Mention >= 0 || document.Document.Blocks[range.Block].Kind == BlockKind.Heading || document.Tokens[range.End - 1].Word == words.Colon
            || document.Tokens[range.First].Start < HeaderEnd)
        {
            return true;
        }

        int first = FirstMentionFrom(document.Tokens[range.First].Start);
        return first < mentions.Length && mentions[first].Span.Start < document.Tokens[range.End - 1].End;
    }

    private void MarkBrackets()
    {
        int open = -1;
        ReadOnlySpan<Token> tokens = Sentence.Tokens;
        for (int i = 0; i < tokens.Length; i++)
        {
            open = tokens[i].Word == words.Open ? i : open;
            _bracket[i] = open;
            open = tokens[i].Word == words.Close ? -1 : open;
        }
    }

    private void TakeMentions()
    {
        _inside.Clear();
        ReadOnlySpan<Token> tokens = Sentence.Tokens;
        int token = 0;
        for (int m = FirstMentionFrom(tokens[0].Start); m < mentions.Length && mentions[m].Span.Start < tokens[^1].End; m++)
        {
            Mention mention = mentions[m];
            while (token < _count - 1 && tokens[token].End <= mention.Span.Start)
            {
                token++;
            }

            // It stands in the gap of a sentence that a page's end cuts.
            if (tokens[token].Start >= mention.Span.End || tokens[token].End <= mention.Span.Start)
            {
                continue;
            }

            int past = token + 1;
            while (past < _count && tokens[past].Start < mention.Span.End)
            {
                past++;
            }

            int[]? cover = mention.Kind switch
            {
                MentionKind.Time => _time,
                MentionKind.DocumentReference => _paper,
                MentionKind.Person or MentionKind.Place or MentionKind.Organisation or MentionKind.Award => _name,
                _ => null,
            };
            for (int i = token; i < past && cover is not null; i++)
            {
                cover[i] = cover[i] < 0 ? _inside.Count : cover[i];
            }

            _inside.Add(new SceneMention(m, token, past));
        }
    }

    private void TakeReferences()
    {
        int start = Sentence.FirstToken;
        HasReferences = false;
        for (int r = references.FirstFrom(start); r < references.All.Length && references.All[r].Token < start + _count; r++)
        {
            HasReferences = true;
            for (int i = references.All[r].Token - start; i < Math.Min(_count, references.All[r].Token - start + references.All[r].Length); i++)
            {
                _reference[i] = r;
            }
        }
    }

    private int FirstMentionFrom(int offset)
    {
        (int low, int high) = (0, mentions.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The person of whom the verb tells that begins at a token: named or addressed right before it, at the start of its sentence, or before.</summary>
    /// <param name="at">The first token of the verb group.</param>
    public FactSubject PersonBefore(int at)
    {
        int i = SkipBack(at - 1, out bool crossed);
        if (i < 0)
        {
            // At the start of a sentence a verb may also open a heading or give an order.
            return OfTopic();
        }

        if (SubjectAt(i, MentionKind.Person) is { Mention: >= 0 } near)
        {
            return near;
        }

        return crossed ? Opening(i) : FactSubject.None;
    }

    /// <summary>The subject that ends at a token: a name that is no object or kin of another, or a word that stands for one.</summary>
    public FactSubject SubjectAt(int at, MentionKind kind)
    {
        if (NameAt(at) is >= 0 and int name && MentionOf(name).Kind == kind)
        {
            return IsObject(_inside[name].First) ? FactSubject.None : new FactSubject(_inside[name].Index, FactCertainty.High, default);
        }

        return ReferenceAt(at) is >= 0 and int reference && mentions[references.All[reference].Mention].Kind == kind && !IsObject(references.All[reference].Token - Sentence.FirstToken)
            ? Of(references.All[reference])
            : FactSubject.None;
    }

    /// <summary>The subject that a reference gives.</summary>
    public FactSubject Of(Reference reference) => new(reference.Mention, reference.Certainty, mentions[reference.Mention].Span);

    /// <summary>Of whom the sentence tells when it names nobody.</summary>
    public FactSubject OfTopic() => Topic.Mention < 0 ? FactSubject.None : new FactSubject(Topic.Mention, Topic.Certainty, mentions[Topic.Mention].Span);

    // Goes back over adverbs, dates, brackets, commas and settings of place; -1 at the start of the sentence.
    private int SkipBack(int i, out bool crossed)
    {
        crossed = false;
        int least = Math.Max(0, i - FarthestSubject);
        while (i >= least)
        {
            if (TimeAt(i) is >= 0 and int time)
            {
                i = _inside[time].First - 1;
            }
            else if (Sentence[i].Word == words.Born && TimeAt(i + 1) >= 0)
            {
                i--;
            }
            else if (BracketAt(i) >= 0 && Sentence[i].Word == words.Close)
            {
                i = BracketAt(i) - 1;
            }
            else if (Sentence[i].Word == words.Comma || Sentence[i].Word == words.Semicolon || Sentence[i].Word == words.Colon || words.Dashes.Contains(Sentence[i]) || Sentence[i].Word == words.Open)
            {
                crossed = true;
                i--;
            }
            else if (words.Ands.Contains(Sentence[i]) && NameAt(i) < 0)
            {
                // “bị bắt năm 1932 và qua đời …”: the verb shares the subject of the one before it.
                crossed = true;
                i--;
            }
            else if ((words.Adverbs.Contains(Sentence[i]) || words.BeforeDate.Contains(Sentence[i])) && NameAt(i) < 0 && ReferenceAt(i) < 0)
            {
                i--;
            }
            else if (Sentence[i].IsMark && i < 4)
            {
                i--;
            }
            else if ((Sentence[i].IsNumber || Sentence[i].IsRoman) && i < 2)
            {
                i--;
            }
            else
            {
                return i;
            }
        }

        return i < 0 ? -1 : i;
    }

    // The subject that opens the sentence, for a verb in a later part of it: “A, người làng X, bí danh Y, sinh năm 1904”.
    private FactSubject Opening(int before)
    {
        FactSubject found = FactSubject.None;
        int others = 0;
        string id = "";
        for (int i = 0; i <= before; i++)
        {
            int past = NameAt(i) is >= 0 and int name ? _inside[name].End : ReferenceAt(i) is >= 0 and int reference ? references.All[reference].Token - Sentence.FirstToken + references.All[reference].Length : i + 1;
            if (Sentence[i].Word == words.Semicolon && BracketAt(i) < 0 && found.Mention >= 0 && others > 0)
            {
                // Another part of the sentence with a subject of its own.
                found = FactSubject.None;
                others = 0;
            }

            if (BracketAt(i) < 0 && SubjectAt(i, MentionKind.Person) is { Mention: >= 0 } subject)
            {
                string own = ((PersonValue)mentions[subject.Mention].Value).Id;
                if (found.Mention < 0)
                {
                    found = subject;
                    id = own;
                }
                else if (own != id)
                {
                    others++;
                }
            }

            i = past - 1;
        }

        return found.Mention < 0 ? (OpensWithVerb && others == 0 ? OfTopic() : OfTopic() with { Certainty = FactCertainty.Low }) : others > 0 ? found with { Certainty = FactCertainty.Low } : found;
    }

    /// <summary>Whether a name is no subject: an object, a possessor, a relative.</summary>
    public bool IsObject(int first)
    {
        int i = first - 1;
        for (int steps = 0; i >= 0 && steps < 3 && words.Addresses.Contains(Sentence[i]) && NameAt(i) < 0; steps++)
        {
            i--;
        }

        return i >= 0 && NameAt(i) < 0 && TimeAt(i) < 0 && (words.Objects.Contains(Sentence[i]) || words.Kin.Contains(Sentence[i]));
    }

    /// <summary>The first date behind a verb in its own clause; a place in <see cref="Inside"/>, -1 without one.</summary>
    /// <param name="from">One past the verb.</param>
    public int DateAfter(int from)
    {
        int end = Math.Min(_count, from + FarthestDate);
        for (int i = from; i < end; i++)
        {
            if (TimeAt(i) is >= 0 and int time && Tells(time))
            {
                return time;
            }

            if (Sentence[i].Word == words.Semicolon || Sentence[i].Word == words.Close || (Sentence[i].Word == words.Comma && !GoesOnAfterComma(i)))
            {
                return -1;
            }
        }

        return -1;
    }

    // Behind the comma the chain of places goes on, or nothing but the date follows.
    private bool GoesOnAfterComma(int comma)
    {
        int next = comma + 1;
        if (KindAt(next) == MentionKind.Place)
        {
            return true;
        }

        while (words.BeforeDate.Contains(Sentence[next]) && TimeAt(next) < 0)
        {
            next++;
        }

        if (TimeAt(next) is not (>= 0 and int time))
        {
            return false;
        }

        int past = _inside[time].End;
        return past >= _count || Sentence[past].IsMark;
    }

    /// <summary>The date that opens the clause of a verb; a place in <see cref="Inside"/>, -1 without one.</summary>
    /// <param name="at">The first token of the verb group.</param>
    /// <param name="far">Whether a date counts that opens the sentence, with other clauses between.</param>
    public int DateBefore(int at, bool far = false)
    {
        int commas = 0;
        int least = far ? 0 : Math.Max(0, at - FarthestDate);
        for (int i = at - 1; i >= least; i--)
        {
            if (TimeAt(i) is >= 0 and int time)
            {
                int first = _inside[time].First;
                bool followed = Sentence[_inside[time].End].Word == words.Comma;
                if (Tells(time) && BracketAt(i) < 0 && (far || commas - (followed ? 1 : 0) <= 0) && !IsLimit(first))
                {
                    return time;
                }

                i = first;
                continue;
            }

            if (Sentence[i].Word == words.Semicolon && !far)
            {
                return -1;
            }

            commas += Sentence[i].Word == words.Comma && BracketAt(i) < 0 && KindAt(i + 1) != MentionKind.Place && !(KindAt(i - 1) == MentionKind.Place) ? 1 : 0;
        }

        return -1;
    }

    // “đến tháng 9/1939 giữ chức …” opens a clause; “từ 1937 đến 1939” does not.
    private bool IsLimit(int first) => first > 1 && words.NotWhen.Contains(Sentence[first - 1]) && !Sentence[first - 2].IsMark;

    /// <summary>Whether a time can date a fact: no length, no present, no day of every year, no date of a cited paper.</summary>
    public bool Tells(int time) => DateOf(time).Length > 0 && PaperAt(_inside[time].First) < 0 && !IsBirthYear(_inside[time].First);

    /// <summary>Whether a time is that of a birth, which dates nothing else: “ông B, sinh năm 1980, làm …”.</summary>
    /// <param name="first">Its first token.</param>
    public bool IsBirthYear(int first) => Sentence[first - 1].Word == words.Born && !words.NotBorn.Contains(Sentence[first - 2]) && first > 0;

    /// <summary>The value of a time that can date a fact; empty for others.</summary>
    public string DateOf(int time) =>
        MentionOf(time).Value is TimeValue { Type: TimexType.Date or TimexType.Time, Value: { Length: > 0 } value } && value[0] is not ('P' or 'X') && Edtf.TryParse(value) is not null ? value : "";

    /// <summary>How the sentence stands to what a verb in it says.</summary>
    /// <param name="at">The first token of the verb group.</param>
    public ClaimStatus StatusAt(int at)
    {
        Sentence sentence = Sentence;
        bool planned = false;
        bool reported = false;
        for (int i = 0; i < at; i++)
        {
            if (words.Ifs.Contains(sentence[i]))
            {
                return ClaimStatus.Hypothetical;
            }

            if (sentence[i].Word == words.Semicolon)
            {
                planned = false;
            }

            planned |= i >= at - FarthestDate && NameAt(i) < 0 && words.Planned.Longest(sentence, i, out _) > 0;
            reported |= words.Sayings.Longest(sentence, i, out _) > 0;
        }

        for (int i = at - 1; i >= Math.Max(0, at - 3) && words.Adverbs.Contains(sentence[i]); i--)
        {
            if (words.Negations.Contains(sentence[i]))
            {
                return ClaimStatus.Negated;
            }
        }

        return planned ? ClaimStatus.Planned : reported ? ClaimStatus.Reported : ClaimStatus.Asserted;
    }
}
