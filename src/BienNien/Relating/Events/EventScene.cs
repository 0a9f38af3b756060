using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Events;

/// <summary>One sentence laid out for the rules: its mentions, its triggers, its parts under one date. Reused from sentence to sentence.</summary>
internal sealed class EventScene(TokenizedDocument document, ImmutableArray<Mention> mentions, TriggerLexicon lexicon, GrammarWords grammar)
{
    /// <summary>A front date stands at most this many words from the start of its segment.</summary>
    private const int WordsBeforeDate = 4;

    /// <summary>How far <c>được … bầu</c> reaches over its agent.</summary>
    private const int PassiveReach = 16;

    /// <summary>The name of a happening has at most this many words before its date.</summary>
    private const int NameReach = 8;

    /// <summary>A paper that is issued stands at most this many words behind the verb.</summary>
    private const int PaperReach = 9;

    /// <summary>Two days of a feast, with brackets and marks, have at most this many tokens.</summary>
    private const int FeastTokens = 14;

    /// <summary>How far into its clause a period in brackets may stand, and how far behind it the clause goes on.</summary>
    private const int PeriodReach = 16;

    private static readonly System.Buffers.SearchValues<char> _quoteMarks = System.Buffers.SearchValues.Create("“”«»\"");

    private readonly List<SceneMention> _inside = [];
    private readonly List<Trigger> _triggers = [];
    private readonly List<Segment> _segments = [];
    private int[] _timeAt = [];
    private int[] _timeEnd = [];
    private int[] _name = [];
    private int[] _bracket = [];
    private bool[] _quoted = [];
    private bool[] _inLength = [];
    private int _firstMention;
    private int _nextMention;
    private int _sentence;
    private int _count;
    private int _quoteBlock = -1;
    private int _quotesRead;
    private int _nextQuote = -1;
    private bool _quoteOpen;

    /// <summary>The document.</summary>
    public TokenizedDocument Document => document;

    /// <summary>The document's mentions, by start.</summary>
    public ImmutableArray<Mention> Mentions => mentions;

    /// <summary>The function words.</summary>
    public GrammarWords Grammar => grammar;

    /// <summary>The sentence.</summary>
    public Sentence Sentence => document.SentenceAt(_sentence);

    /// <summary>Its number in the document.</summary>
    public int SentenceIndex => _sentence;

    /// <summary>Its triggers, in reading order.</summary>
    public List<Trigger> Triggers => _triggers;

    /// <summary>Its parts, in reading order; together they hold every token.</summary>
    public List<Segment> Segments => _segments;

    /// <summary>Its mentions, in reading order.</summary>
    public List<SceneMention> Inside => _inside;

    /// <summary>Whether any of its time expressions can date an event.</summary>
    public bool HasDate { get; private set; }

    /// <summary>Whether any time expression, a length too, stands at its start.</summary>
    public bool OpensWithTime { get; private set; }

    /// <summary>The token from which another is quoted or reported; -1 when none is.</summary>
    public int ToldFrom { get; set; } = -1;

    /// <summary>The span of the whole sentence.</summary>
    public TextSpan Span => Sentence.Span(0, Sentence.Count);

    /// <summary>The dating mention that begins at a token, or -1.</summary>
    public int DateAt(int token) => (uint)token < (uint)_count ? _timeAt[token] : -1;

    /// <summary>One past the last token of the dating mention that begins at a token.</summary>
    public int DateEnd(int token) => _timeEnd[token];

    /// <summary>The person, place, body or paper that covers a token, or -1.</summary>
    public int NameAt(int token) => (uint)token < (uint)_count ? _name[token] : -1;

    /// <summary>The place of the bracket that a token stands in, or -1.</summary>
    public int BracketAt(int token) => (uint)token < (uint)_count ? _bracket[token] : -1;

    /// <summary>The date (EDTF) that a mention gives: for a length counted from the time before it, the day that it comes to.</summary>
    public string DateValue(int mention)
    {
        TimeValue time = (TimeValue)mentions[mention].Value;
        if (time.Type == TimexType.Duration)
        {
            return time.Anchored ?? time.Value;
        }

        // “cuối thế kỷ XIX đầu thế kỷ XX”: two expressions, one period.
        return time.Value.EndsWith("XX", StringComparison.Ordinal) && time.Mod == TimexMod.End && mention + 1 < mentions.Length
            && mentions[mention + 1] is { Kind: MentionKind.Time, Value: TimeValue { Mod: TimexMod.Start } next } && next.Value.EndsWith("XX", StringComparison.Ordinal)
            && mentions[mention + 1].Span.Start - mentions[mention].Span.End <= 4
            ? $"{time.Value}/{next.Value}"
            : time.Value;
    }

    /// <summary>
    /// Whether a date belongs to the name of a happening that is only spoken of: “phát huy tinh thần Chiến thắng Đống Đa năm 1789, …”. Where
    /// that name opens its clause or is its setting, the date is that of the clause.
    /// </summary>
    public bool IsOfName(int date, int windowStart)
    {
        Sentence sentence = Sentence;
        for (int i = date - 1; i >= Math.Max(windowStart, date - NameReach); i--)
        {
            if (!sentence[i].IsWord || _timeAt[i] >= 0 || grammar.Settings.Contains(sentence[i]))
            {
                return false;
            }

            if (grammar.HappeningOpenings.Contains(sentence[i]) && grammar.Happenings.Longest(sentence, i, out _) is > 0 and int length && i + length <= date)
            {
                int before = i - 1;
                while (before > windowStart && (grammar.Plurals.Contains(sentence[before]) || OpensHappening(sentence, before - 1)))
                {
                    // “phong trào cách mạng”
                    i = OpensHappening(sentence, before - 1) ? before - 1 : i;
                    before = Math.Min(before, i) - 1;
                }

                return i > windowStart && before >= windowStart && !sentence[before].IsMark && !grammar.Settings.Contains(sentence[before]);
            }
        }

        return false;
    }

    /// <summary>Whether words stand at a token that only look like a trigger.</summary>
    public bool IsNoTrigger(int at) => lexicon.Longest(Sentence, at, out TriggerEntry? entry) > 0 && entry is { Voice: TriggerVoice.None };

    private bool OpensHappening(Sentence sentence, int at) => at >= 0 && grammar.HappeningOpenings.Contains(sentence[at]) && grammar.Happenings.Longest(sentence, at, out _) == 2;

    /// <summary>The days that its opening counts from the time before: <c>Sau hai ngày chiến đấu, …</c>; 0 when it counts none.</summary>
    public int DaysAfter
    {
        get
        {
            Sentence sentence = Sentence;
            if (_inside.Count == 0 || _inside[0].First > 2 || sentence[_inside[0].First - 1].Word != grammar.After)
            {
                return 0;
            }

            // “P2D”
            return mentions[_inside[0].Index].Value is TimeValue { Type: TimexType.Duration, Anchored: null, Mod: TimexMod.None, Value: ['P', >= '1' and <= '9' and var digit, 'D'] } ? digit - '0' : 0;
        }
    }

    /// <summary>The date in a paper's name that follows a verb: “ký Hiệp định … ngày 5/6/1862”; -1 without one.</summary>
    public int DateOfPaper(Trigger trigger)
    {
        for (int p = FirstInside(trigger.Head); p < _inside.Count && _inside[p].First < Math.Min(trigger.WindowEnd, trigger.End + PaperReach); p++)
        {
            SceneMention paper = _inside[p];
            if (mentions[paper.Index].Kind != MentionKind.DocumentReference)
            {
                continue;
            }

            if (IsFounded(trigger.End, paper.First))
            {
                return -1;
            }

            for (int t = p; t < _inside.Count && _inside[t].First < paper.End; t++)
            {
                SceneMention time = _inside[t];
                if (mentions[time.Index] is { Kind: MentionKind.Time, Value: TimeValue value } && Dates(value))
                {
                    return time.Index;
                }
            }

            return -1;
        }

        return -1;
    }

    /// <summary>The first of <see cref="Inside"/> that begins at a token or after it; their number when none does.</summary>
    public int FirstInside(int token)
    {
        (int low, int high) = (0, _inside.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _inside[middle].First < token ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // “ban hành kế hoạch thực hiện Quyết định số …”: another paper than the one that is issued.
    private bool IsFounded(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (grammar.Founded.Contains(Sentence[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a date opens a time that is not closed: “từ cuối năm 1942”.</summary>
    public bool OpensPeriod(int mention)
    {
        int place = _inside.Count == 0 ? -1 : mention - _inside[0].Index;
        return place >= 0 && place < _inside.Count && _inside[place] is var date && date.First > 0
            && Sentence[date.First - 1].Word == grammar.From && !grammar.Until.Contains(Sentence[date.End]);
    }

    /// <summary>The two days of a feast that stand alone in the sentence after this one, as under a title; -1 without them.</summary>
    public int FeastBelow()
    {
        if (_sentence + 1 >= document.Sentences.Length)
        {
            return -1;
        }

        Sentence next = document.SentenceAt(_sentence + 1);
        int mention = FirstMentionFrom(next[0].Start);
        return next.Count <= FeastTokens && mention < mentions.Length && mentions[mention] is { Kind: MentionKind.Time, Value: TimeValue time } found
            && found.Span.Start <= next[Math.Min(3, next.Count - 1)].Start
            && Edtf.TryParse(time.Value) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known }
            ? mention
            : -1;
    }

    /// <summary>Whether it opens with <c>kỷ niệm</c> or a count of years: <c>75 năm thành lập …</c>.</summary>
    public bool OpensFeast
    {
        get
        {
            int at = SkipListMark(Sentence);
            return (Sentence[at].IsNumber && Sentence[at].Length <= 3 && Sentence[at + 1].Word == grammar.Year)
                || (Sentence[at].Word == grammar.Commemorate && Sentence[at + 1].Word == grammar.CommemorateEnd);
        }
    }

    /// <summary>Whether a token stands in quotation marks.</summary>
    public bool IsQuoted(int token) => _quoted[token];

    /// <summary>Whether a mention of this sentence stands in brackets.</summary>
    public bool IsBracketed(int mention)
    {
        int place = _inside.Count == 0 ? -1 : mention - _inside[0].Index;
        return place >= 0 && place < _inside.Count && _bracket[_inside[place].First] >= 0;
    }

    /// <summary>Goes on to a sentence and lays out its mentions; sentences must come in reading order.</summary>
    public void Load(int sentence)
    {
        _sentence = sentence;
        _count = Sentence.Count;
        _triggers.Clear();
        _segments.Clear();
        TakeMentions();
    }

    /// <summary>Finds triggers and parts of the sentence: only for sentences that have a date or may take one.</summary>
    public void Parse()
    {
        LayOutMentions();
        FindTriggers();
        CutSegments();
        MarkNouns();
        GiveWindows();
        ReadVerbGroups();
    }

    private void LayOutMentions()
    {
        Sentence sentence = Sentence;
        int count = _count;
        if (_timeAt.Length < count)
        {
            _timeAt = new int[count * 2];
            _timeEnd = new int[count * 2];
            _name = new int[count * 2];
            _bracket = new int[count * 2];
            _quoted = new bool[count * 2];
            _inLength = new bool[count * 2];
        }

        Array.Fill(_timeAt, -1, 0, count);
        Array.Fill(_name, -1, 0, count);
        Array.Fill(_inLength, false, 0, count);
        MarkBracketsAndQuotes(sentence);
        _inside.Clear();
        HasDate = false;
        ReadOnlySpan<Token> tokens = sentence.Tokens;
        int token = 0;
        for (int m = _firstMention; m < _nextMention; m++)
        {
            Mention mention = mentions[m];
            while (token < count - 1 && tokens[token].End <= mention.Span.Start)
            {
                token++;
            }

            // It stands in the gap of a sentence that a page's end cuts.
            if (tokens[token].Start >= mention.Span.End || tokens[token].End <= mention.Span.Start)
            {
                continue;
            }

            int past = token + 1;
            while (past < count && tokens[past].Start < mention.Span.End)
            {
                past++;
            }

            _inside.Add(new SceneMention(m, token, past));
            if (mention.Kind == MentionKind.Time)
            {
                _inLength[token] = ((TimeValue)mention.Value).Type == TimexType.Duration;
                if (Dates((TimeValue)mention.Value) && (_name[token] < 0 || mentions[_name[token]].Kind != MentionKind.DocumentReference))
                {
                    _timeAt[token] = m;
                    _timeEnd[token] = past;
                    HasDate = true;
                }
            }
            else if (mention.Kind is MentionKind.Person or MentionKind.Place or MentionKind.Organisation or MentionKind.DocumentReference or MentionKind.Award)
            {
                for (int i = token; i < past; i++)
                {
                    _name[i] = _name[i] < 0 ? m : _name[i];
                }
            }
        }
    }

    private void MarkBracketsAndQuotes(Sentence sentence)
    {
        int open = -1;
        bool quoted = GoesOnQuoting(sentence);
        ReadOnlySpan<Token> tokens = sentence.Tokens;
        string text = sentence.Text;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].IsMark)
            {
                char mark = text[tokens[i].Start];
                quoted = mark == '"' ? !quoted : mark is '“' or '«' || (quoted && mark is not ('”' or '»'));
                open = mark == '(' ? i : open;
                _bracket[i] = open;
                open = mark == ')' ? -1 : open;
            }
            else
            {
                _bracket[i] = open;
            }

            _quoted[i] = quoted;
        }
    }

    // A quotation of several sentences: open from one before, and closed before the block ends or another opens.
    private bool GoesOnQuoting(Sentence sentence)
    {
        if (_quoteBlock != sentence.BlockIndex)
        {
            (_quoteBlock, _quotesRead, _nextQuote, _quoteOpen) = (sentence.BlockIndex, sentence.Block.Span.Start, -1, false);
        }

        // Sentences come in order, so that each stretch of a block is read once.
        int start = sentence[0].Start;
        while (_quotesRead < start && sentence.Text.AsSpan(_quotesRead, start - _quotesRead).IndexOfAny(_quoteMarks) is >= 0 and int next)
        {
            char read = sentence.Text[_quotesRead + next];
            _quoteOpen = read == '"' ? !_quoteOpen : read is '“' or '«';
            _quotesRead += next + 1;
        }

        _quotesRead = Math.Max(_quotesRead, start);
        if (_quoteOpen && _nextQuote < start)
        {
            int mark = sentence.Text.AsSpan(start, Math.Max(0, sentence.Block.Span.End - start)).IndexOfAny(_quoteMarks);
            _nextQuote = mark >= 0 ? start + mark : -1;
        }

        _quoteOpen &= _nextQuote >= start && sentence.Text[_nextQuote] is not ('“' or '«');
        return _quoteOpen;
    }

    // Which mentions are the sentence's, and whether one of them can date an event: all that most sentences are asked.
    private void TakeMentions()
    {
        ReadOnlySpan<Token> tokens = Sentence.Tokens;
        int start = tokens[0].Start;
        int end = tokens[^1].End;
        // Sentences come block by block, and a block that a page's end cuts may begin before others and end after them.
        _nextMention = _firstMention = FirstMentionFrom(start);
        HasDate = false;
        for (; _nextMention < mentions.Length && mentions[_nextMention].Span.Start < end; _nextMention++)
        {
            HasDate |= mentions[_nextMention] is { Kind: MentionKind.Time, Value: TimeValue time } && Dates(time);
        }

        OpensWithTime = _firstMention < _nextMention && mentions[_firstMention].Kind == MentionKind.Time
            && mentions[_firstMention].Span.Start <= tokens[Math.Min(2, tokens.Length - 1)].Start;
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

    private static bool Dates(TimeValue time) =>
        (time.Type is TimexType.Date or TimexType.Time && time.Value.Length > 0 && time.Value[0] is not ('P' or 'X') && time.Value != TimeValue.PresentReference)
        || time is { Type: TimexType.Duration, Anchored: not null };

    private void FindTriggers()
    {
        Sentence sentence = Sentence;
        _triggers.Clear();
        int auxiliary = -1;
        int auxiliaryEnd = -1;
        for (int i = 0; i < sentence.Count;)
        {
            if (sentence[i].Word == grammar.Serve && TakesOffice(sentence, i))
            {
                i = AddOffice(sentence, i);
                continue;
            }

            TriggerEntry? entry = null;
            int length = _name[i] >= 0 || _timeAt[i] >= 0 ? 0 : lexicon.Longest(sentence, i, out entry);
            if (length == 0 || entry is null)
            {
                i = _timeAt[i] >= 0 ? Math.Max(_timeEnd[i], i + 1) : i + 1;
                continue;
            }

            if (entry.Voice == TriggerVoice.None || IsPartOfName(sentence, i, entry) || TellsShare(i + length) || GoesNowhere(entry, i + length) || TellsLoss(sentence, i, length))
            {
                i += length;
                continue;
            }

            entry = Counted(Entered(sentence, i, length, entry), i + length);
            if (entry.Voice == TriggerVoice.Auxiliary)
            {
                auxiliary = auxiliaryEnd == i ? auxiliary : i;
                auxiliaryEnd = i + length;
                i += length;
                continue;
            }

            int first = auxiliaryEnd == i ? auxiliary : i;
            if (_triggers.Count > 0 && Joins(_triggers[^1], sentence, first, entry))
            {
                // “quyết định mở chiến dịch” is a decision; “tuyên bố thành lập” a founding.
                Trigger before = _triggers[^1];
                if (entry.Voice is not (TriggerVoice.Weak or TriggerVoice.Noun))
                {
                    before.Entry = entry;
                    before.Head = i;
                }

                before.End = i + length;
            }
            else
            {
                _triggers.Add(new Trigger(entry, first, i, i + length));
            }

            i += length;
        }
    }

    // “chiếm 10,67%” is a share, “vượt 20%” a growth: no happenings.
    private bool TellsShare(int after)
    {
        int next = FirstInside(after);
        return next < _inside.Count && _inside[next].First <= after + 1 && mentions[_inside[next].Index].Value is QuantityValue { Unit: ['%', ..] };
    }

    // “mất 12 chiếc xuồng” is a loss, not a death.
    private bool TellsLoss(Sentence sentence, int at, int length) =>
        length == 1 && sentence[at].Word == grammar.Lose && sentence[at + 1].IsNumber && !sentence[at + 2].IsMark && sentence[at + 2].IsWord && _timeAt[at + 1] < 0;

    // “diệt 30 tên”, “đốt 72 nóc nhà”: what is counted, happened.
    private TriggerEntry Counted(TriggerEntry entry, int after) =>
        entry is { Voice: TriggerVoice.Weak, Type: EventType.Battle } && FirstInside(after) is var next && next < _inside.Count
            && _inside[next].First == after && mentions[_inside[next].Index].Kind == MentionKind.Quantity
            ? entry with { Voice = TriggerVoice.Active }
            : entry;

    // “vào Hội A”, “tham gia Hội A”: who goes into a body is admitted to it.
    private TriggerEntry Entered(Sentence sentence, int at, int length, TriggerEntry entry) =>
        (length == 1 && sentence[at].Word == grammar.Into && BodyAt(at + 1)) || (length == 2 && entry.Voice == TriggerVoice.Weak && sentence[at].Word == grammar.Join && sentence[at + 1].Word == grammar.JoinEnd && BodyAt(at + 2))
            ? new TriggerEntry(EventType.Admission, "patient", "office", TriggerVoice.Middle, Carries: false)
            : length == 1 && entry is { Type: EventType.Founding, Carries: false } && BodyAt(at + 1)
            ? entry with { Carries = true }
            : entry;

    private bool BodyAt(int token) => token < _count && _name[token] is >= 0 and int name && mentions[name].Kind == MentionKind.Organisation;

    // “về”, “lên”, “ra” go somewhere only where a place or body follows.
    private bool GoesNowhere(TriggerEntry entry, int after)
    {
        if (entry.Voice != TriggerVoice.Weak || entry.Object != "place")
        {
            return false;
        }

        for (int i = after; i < Math.Min(_count, after + 3); i++)
        {
            if (_name[i] >= 0)
            {
                return mentions[_name[i]].Kind is not (MentionKind.Place or MentionKind.Organisation);
            }
        }

        return true;
    }

    // The verb before goes straight on into this one: “tuyên bố thành lập”, “tiến vào giải phóng”, “được kết nạp”.
    private bool Joins(Trigger before, Sentence sentence, int first, TriggerEntry entry) =>
        before.Entry.Voice != TriggerVoice.Noun
        && before.OfficeAt < 0
        && before.Entry.Type != EventType.Ceremony
        && !(before.Entry.Voice == TriggerVoice.Weak && entry.Voice == TriggerVoice.Noun)
        && (before.End == first || (before.End + 1 == first && before.Entry.Voice == TriggerVoice.Light && grammar.Passive.Contains(sentence[before.End])));

    // “Mặt trận Giải phóng”: a capital inside a sentence is a name's, except after a colon, a date or a dash.
    private bool IsPartOfName(Sentence sentence, int at, TriggerEntry entry)
    {
        Token token = sentence[at];
        if (!token.Capitalised || at == 0)
        {
            return false;
        }

        Token before = sentence[at - 1];

        // “Ban Tổ chức - Kiểm tra”: a dash inside a name.
        if (before.IsMark && at >= 2 && IsDash(sentence, at - 1) && sentence[at - 2] is { IsWord: true } inner && _timeAt[at - 2] < 0 && inner.Kind == TokenKind.Word && IsCapitalName(sentence, at - 2))
        {
            return true;
        }

        return entry.Voice != TriggerVoice.Noun && !(token.AllUpper && before.IsWord && before.AllUpper) && !before.IsMark && !before.IsNumber;
    }

    // The word, or one of the two before it, has a capital: the end of “Ban Tổ chức”, not that of “các tổ chức”.
    private static bool IsCapitalName(Sentence sentence, int at)
    {
        for (int i = at; i > at - 3 && i > 0 && sentence[i].IsWord; i--)
        {
            if (sentence[i].Capitalised)
            {
                return true;
            }
        }

        return false;
    }

    private bool TakesOffice(Sentence sentence, int at) =>
        _name[at] < 0 && (grammar.Offices.Longest(sentence, at + 1, out _) > 0 || (sentence[at + 1].Capitalised && sentence[at + 2].IsWord && _name[at + 1] < 0 && !sentence[at + 1].AllUpper));

    private int AddOffice(Sentence sentence, int at)
    {
        int office = Math.Max(1, grammar.Offices.Longest(sentence, at + 1, out _));
        Trigger? appointer = _triggers.Count > 0 && at - _triggers[^1].End <= 20 && !HasWord(grammar.Semicolon, _triggers[^1].End, at) ? _triggers[^1] : null;
        // “lập chi bộ do ông A làm Bí thư” is a founding.
        if (appointer is not null && !HasWord(grammar.By, appointer.End, at) && (appointer.Entry.Type is EventType.Appointment or EventType.Election || grammar.Appointers.Contains(sentence[appointer.Head])))
        {
            appointer.OfficeAt = at + 1;
            if (appointer.Entry.Type != EventType.Election)
            {
                appointer.Entry = new TriggerEntry(EventType.Appointment, "agent", "patient", TriggerVoice.Active, Carries: true);
            }
        }
        else
        {
            TriggerEntry serves = new(EventType.Appointment, "patient", "", TriggerVoice.Middle, Carries: false);
            _triggers.Add(new Trigger(serves, at, at, at + 1 + office) { OfficeAt = at + 1 });
        }

        return at + 1 + office;
    }

    private bool HasWord(int word, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (Sentence[i].Word == word)
            {
                return true;
            }
        }

        return false;
    }

    private void CutSegments()
    {
        Sentence sentence = Sentence;
        _segments.Clear();
        int first = 0;
        int front = FrontDate(sentence, SkipListMark(sentence), out int content);
        for (int i = 1; i < sentence.Count; i++)
        {
            Token token = sentence[i];
            if (_bracket[i] >= 0 || !(token.IsMark || token.Word == grammar.And))
            {
                continue;
            }

            bool always = token.Word == grammar.Semicolon;
            if (!always && token.Word != grammar.Comma && token.Word != grammar.And && token.Word != grammar.Colon)
            {
                continue;
            }

            int nextFront = FrontDate(sentence, i + 1, out int nextContent);
            bool emptyYet = content > i;
            if (!always && (nextFront < 0 || (emptyYet && front >= 0 && token.Word != grammar.Colon) || IsLastWord(sentence, nextContent)))
            {
                continue;
            }

            _segments.Add(new Segment(first, i, front, Math.Min(content, i)));
            first = i + 1;
            front = nextFront;
            content = nextFront < 0 ? i + 1 : nextContent;
        }

        _segments.Add(new Segment(first, sentence.Count, front, Math.Min(content, sentence.Count)));
    }

    // “…, ngày 5/5/1930.”: a date that ends the sentence or its part dates what stands before it.
    private bool IsLastWord(Sentence sentence, int content) =>
        content >= sentence.Count || sentence[content].Word == grammar.Semicolon || (content == sentence.Count - 1 && sentence[content].IsMark);

    private int FrontDate(Sentence sentence, int at, out int content)
    {
        content = at;
        for (int i = at; i <= at + WordsBeforeDate && i < sentence.Count; i++)
        {
            if (_timeAt[i] >= 0)
            {
                content = _timeEnd[i];
                if (sentence[content].Word == grammar.Dot && _timeAt[i] >= 0 && i == 0)
                {
                    // An entry of annals opens with its year: “1884. Tháng 6, …”.
                    int day = FrontDate(sentence, content + 1, out int past);
                    content = day >= 0 ? past : content + 1;
                    return day >= 0 ? day : _timeAt[i];
                }

                while (content < sentence.Count && (sentence[content].Word == grammar.Comma || sentence[content].Word == grammar.Colon || IsDash(sentence, content)))
                {
                    content++;
                }

                return _timeAt[i];
            }

            if (!grammar.BeforeDate.Contains(sentence[i]) && !(i == at && sentence[i].IsMark))
            {
                break;
            }
        }

        return PeriodFront(sentence, at, ref content);
    }

    // “Sau 56 ngày đêm chiến đấu (13/3 - 7/5/1954), …”, “10 năm đầu (1986 - 1995), …”: a clause opens with a length and its two ends.
    private int PeriodFront(Sentence sentence, int at, ref int content)
    {
        if (!sentence[at].IsNumber && !grammar.PeriodOpenings.Contains(sentence[at]))
        {
            return -1;
        }

        bool counted = sentence[at].IsNumber;
        for (int i = at + 1; i < Math.Min(_count, at + PeriodReach); i++)
        {
            counted |= _inLength[i];
            if (_timeAt[i] >= 0 && _bracket[i] >= 0)
            {
                if (!counted || Edtf.TryParse(((TimeValue)mentions[_timeAt[i]].Value).Value) is not { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known })
                {
                    return -1;
                }

                content = _timeEnd[i];
                while (content < _count && (_bracket[content] >= 0 || sentence[content].Word == grammar.Close))
                {
                    content++;
                }

                for (int j = content; j < Math.Min(_count, content + PeriodReach) && _timeAt[j] < 0 && sentence[j].Word != grammar.Already; j++)
                {
                    if (sentence[j].Word == grammar.Comma)
                    {
                        content = j + 1;
                        break;
                    }
                }

                return _timeAt[i];
            }

            if (_timeAt[i] >= 0 || (sentence[i].IsMark && sentence[i].Word != grammar.Open) || sentence[i].Word == grammar.Already)
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool IsDash(Sentence sentence, int at) => sentence[at].IsMark && sentence.Surface(at) is "-" or "–" or "—" or "*" or "\"" or "|";

    /// <summary>The first token behind a list mark: “- ”, “1. ”, “a) ”.</summary>
    public static int SkipListMark(Sentence sentence)
    {
        int at = 0;
        while (at < 3 && at < sentence.Count && (sentence[at].IsMark && sentence.Surface(at)[0] is '-' or '–' or '+' or '•' or '#' or '*' or '·'))
        {
            at++;
        }

        Token mark = sentence[at];
        bool numbered = (mark.IsNumber && mark.Length <= 2) || mark.IsRoman || (mark.IsWord && mark.Length == 1);
        return numbered && sentence[at + 1].IsMark && sentence.Surface(at + 1)[0] is '.' or ')' && sentence[at + 2].SpaceBefore ? at + 2 : at;
    }

    private void MarkNouns()
    {
        Sentence sentence = Sentence;
        foreach (Trigger trigger in _triggers)
        {
            int before = trigger.First - 1;
            Token previous = sentence[before];
            bool ofMeeting = grammar.Meetings.Contains(previous) && trigger.Entry.Type is EventType.Founding or EventType.Merge;
            trigger.Nominal = trigger.Entry.Voice == TriggerVoice.Noun
                || (before >= 0 && _timeAt[before] < 0 && !IsEndOfName(before) && ((grammar.Nominalisers.Contains(previous) && !IsComrade(sentence, before)) || ofMeeting))
                || NamesDoer(sentence, trigger) || IsListed(sentence, trigger) || IsPredicateNoun(sentence, trigger)
                || IsVictory(sentence, trigger) || IsSubordinate(sentence, trigger);
        }
    }

    // “đồng chí hy sinh”, where “ý chí giải phóng” makes a noun.
    private bool IsComrade(Sentence sentence, int at) => sentence[at].Word == grammar.ComradeEnd && sentence[at - 1].Word == grammar.Comrade;

    // “Người biên soạn: …”, “…; người tặng mua ngày …”: who does it, not that it was done. “Trăm người tham gia” tells that it was.
    private bool NamesDoer(Sentence sentence, Trigger trigger)
    {
        int before = trigger.First - 1;
        if (before < 0 || sentence[before].Word != grammar.Human || trigger.Entry.Voice == TriggerVoice.Noun)
        {
            return false;
        }

        return before == 0 ? sentence[trigger.End].Word == grammar.Colon : sentence[before - 1].IsMark && !sentence[before].Capitalised && _bracket[before] < 0 && sentence[before - 1].Word == grammar.Semicolon;
    }

    // “là chiến dịch tiến công”, “chống Pháp xâm lược”, “trong đó 12 liệt sĩ hy sinh”: a verb within a noun, or a part of a count.
    private bool IsPredicateNoun(Sentence sentence, Trigger trigger)
    {
        for (int i = trigger.First - 1; i >= Math.Max(0, trigger.First - NameReach); i--)
        {
            int word = sentence[i].Word;
            if (sentence[i].IsMark || _timeAt[i] >= 0)
            {
                return false;
            }

            if (word == grammar.Be)
            {
                // “là lúc ông rời quê”: a clause of its own.
                return trigger.First - i <= 4 && !HasName(i, trigger.First);
            }

            if ((word == grammar.Against && sentence[trigger.Head].Word == grammar.Invade) || (word == grammar.That && i > 0 && sentence[i - 1].Word == grammar.In && !HasName(i, trigger.First))
                || (word == grammar.Tell && i > 0 && grammar.Negations.Contains(sentence[i - 1])))
            {
                return true;
            }
        }

        return false;
    }

    // “góp phần vào chiến thắng”, “Chiến thắng Đống Đa là …”: a noun, where “ta chiến thắng” is a verb.
    private bool IsVictory(Sentence sentence, Trigger trigger) =>
        grammar.Victories.Longest(sentence, trigger.Head, out _) > 0 && trigger.Head == trigger.First
        && (grammar.BeforeVictory.Contains(sentence[trigger.First - 1]) || (trigger.First == SkipListMark(sentence) && sentence[trigger.End].Capitalised));

    // “Khi địch tiến vào làng, du kích …”: tells when, unless it has its date itself.
    private bool IsSubordinate(Sentence sentence, Trigger trigger)
    {
        int at = trigger.First - 1;
        int last = Math.Max(0, trigger.First - NameReach);
        while (at >= last && !sentence[at].IsMark && _timeAt[at] < 0 && sentence[at].Word != grammar.When)
        {
            at--;
        }

        if (at < last || sentence[at].Word != grammar.When)
        {
            return false;
        }

        for (int i = trigger.End; i < Math.Min(_count, trigger.End + PeriodReach); i++)
        {
            if (_timeAt[i] >= 0 || sentence[i].Word == grammar.Semicolon)
            {
                return false;
            }

            if (sentence[i].Word == grammar.Comma && _bracket[i] < 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasName(int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_name[i] >= 0 && mentions[_name[i]].Kind is MentionKind.Person or MentionKind.Organisation)
            {
                return true;
            }
        }

        return false;
    }

    // “ghi các xã đã đổi tên”
    private bool IsListed(Sentence sentence, Trigger trigger)
    {
        int at = trigger.First - 1;
        if (at < 2 || sentence[at].Word != grammar.Already)
        {
            return false;
        }

        for (int i = at - 1; i > 0 && i >= at - 4; i--)
        {
            if (grammar.Plurals.Contains(sentence[i]))
            {
                return grammar.Listings.Contains(sentence[i - 1]);
            }
        }

        return false;
    }

    /// <summary>
    /// Where the years of a feast are counted whose two days stand together in brackets: “60 năm” of “nhân 60 năm ngày … (13/5/1955 -
    /// 13/5/2015)”; an offset of the document, -1 when a mention gives no such days. “Trong 10 năm (1965 - 1975)” is a period.
    /// </summary>
    public int FeastOf(int mention, Edtf time)
    {
        if (!IsBracketed(mention) || time is not { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } || time.End.Year - time.Start.Year < 1)
        {
            return -1;
        }

        Sentence sentence = Sentence;
        bool sameDay = time.Start is { Day: not null } start && start.Day == time.End.Day && start.Month == time.End.Month;
        for (int i = _bracket[_inside[mention - _inside[0].Index].First] - 1; i > 0; i--)
        {
            if (sentence[i].Word == grammar.Year && sentence[i - 1].IsNumber && sentence[i - 1].Length <= 4 && _timeAt[i] < 0)
            {
                return sameDay || grammar.Feasts.Contains(sentence[i - 2]) ? sentence[i - 1].Start : -1;
            }
        }

        return -1;
    }

    private bool IsEndOfName(int token) => _name[token] >= 0 && mentions[_name[token]].Kind is MentionKind.Person or MentionKind.Organisation or MentionKind.Place;

    // A noun parts no clause: “Tại Hội nghị … đã quyết định” is one part; so its window lies within that of its verb.
    private void GiveWindows()
    {
        Sentence sentence = Sentence;
        int segment = 0;
        Trigger? verb = null;
        foreach (Trigger trigger in _triggers)
        {
            while (_segments[segment].End <= trigger.Head)
            {
                segment++;
            }

            trigger.Segment = segment;
            trigger.WindowStart = _segments[segment].First;
            trigger.WindowEnd = _segments[segment].End;
            trigger.SubjectOf = trigger;
            trigger.IsFirst = true;

            // What stands in the opening “Sau 10 năm thực hiện … (1986 - 1995)” is the setting.
            trigger.Nominal |= _segments[segment].FrontDate >= 0 && trigger.Head < _segments[segment].ContentStart && _bracket[trigger.Head] < 0;
            if (trigger.Nominal)
            {
                trigger.WindowStart = trigger.First;
                continue;
            }

            if (verb is not null && verb.Segment == segment)
            {
                int cut = LastCut(sentence, verb.End, trigger.First, out bool joined);
                trigger.WindowStart = cut;
                trigger.IsFirst = false;
                trigger.IsCoordinate = joined;
                trigger.SubjectOf = HasOwnSubject(trigger) ? trigger : verb.SubjectOf;
                if (trigger.Entry.Voice == TriggerVoice.Weak && !joined)
                {
                    // “đánh lên căn cứ (năm 1947)”: a word of direction parts nothing.
                    trigger.WindowStart = trigger.First;
                    continue;
                }

                bool parted = sentence[cut].Word == grammar.Comma;
                trigger.RepeatsVerb = trigger.Entry.Type == verb.Entry.Type && (trigger.SubjectOf != trigger || !parted) && !(joined && HasDateBehind(trigger) && HasDateBehind(verb));
                if (trigger.RepeatsVerb)
                {
                    // “vượt qua mốc … về đến làng B”: one happening, and what stands behind both verbs belongs to it.
                    trigger.WindowStart = trigger.First;
                    continue;
                }

                verb.WindowEnd = cut;
            }

            verb = trigger;
        }
    }

    // Two verbs are parted by the last comma between them, without one by the last “và” or “rồi”; without either the second goes on from the first.
    private int LastCut(Sentence sentence, int start, int end, out bool joined)
    {
        joined = true;
        int and = -1;
        for (int i = end - 1; i >= start; i--)
        {
            int word = sentence[i].Word;
            if (_bracket[i] >= 0 || word == 0)
            {
                continue;
            }

            if (word == grammar.Comma || word == grammar.Colon)
            {
                return i;
            }

            and = and < 0 && (word == grammar.And || word == grammar.Then) ? i : and;
        }

        joined = and >= 0;
        return and >= 0 ? and : end;
    }

    // “khởi công năm 1962, khánh thành ngày 19/5/1964”: each verb has its date right behind it.
    private bool HasDateBehind(Trigger trigger)
    {
        for (int i = trigger.Head + 1; i <= trigger.End + 1; i++)
        {
            if (DateAt(i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasOwnSubject(Trigger trigger)
    {
        for (int i = trigger.WindowStart; i < trigger.First; i++)
        {
            if (_name[i] >= 0 && mentions[_name[i]].Kind is MentionKind.Person or MentionKind.Organisation)
            {
                return true;
            }
        }

        return false;
    }

    private void ReadVerbGroups()
    {
        Sentence sentence = Sentence;
        Trigger? last = null;
        foreach (Trigger trigger in _triggers)
        {
            int before = trigger.First - 1;
            if (before >= 0 && grammar.Passive.Contains(sentence[before]))
            {
                trigger.PassiveAt = before;
                trigger.First = before;
            }
            else if (trigger.Entry.Voice == TriggerVoice.Active && !trigger.Nominal)
            {
                trigger.PassiveAt = FindPassive(sentence, trigger);
            }

            bool aim = trigger.PassiveAt != trigger.First && HasPurpose(sentence, trigger);

            // “để về nước và xây dựng căn cứ”: what is joined to a purpose is one.
            trigger.Purpose = aim || (last is { Purpose: true } && !trigger.IsFirst && sentence[trigger.WindowStart].Word == grammar.And);
            last = trigger.Nominal ? last : trigger;
        }
    }

    private int FindPassive(Sentence sentence, Trigger trigger)
    {
        int last = Math.Max(trigger.WindowStart, trigger.First - PassiveReach);
        bool agent = false;
        for (int i = trigger.First - 1; i >= last; i--)
        {
            if (grammar.Passive.Contains(sentence[i]))
            {
                return agent || trigger.First - i <= 5 ? i : -1;
            }

            if (sentence[i].Word == grammar.Already || sentence[i].Word == grammar.Semicolon || sentence[i].Word == grammar.And)
            {
                return -1;
            }

            agent |= _name[i] >= 0;
        }

        return -1;
    }

    private bool HasPurpose(Sentence sentence, Trigger trigger)
    {
        // “để về nước và lập căn cứ”: past the “và” before it.
        int last = Math.Max(Math.Max(0, sentence[trigger.WindowStart].Word == grammar.And ? _segments[trigger.Segment].First : trigger.WindowStart), trigger.First - 8);
        for (int i = trigger.First - 1; i >= last; i--)
        {
            if (grammar.Purposes.Contains(sentence[i]))
            {
                return true;
            }

            if (sentence[i].IsMark || _timeAt[i] >= 0)
            {
                return false;
            }
        }

        return false;
    }
}
