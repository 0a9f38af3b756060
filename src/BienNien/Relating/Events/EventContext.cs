using BienNien.Text;

namespace BienNien.Relating.Events;

/// <summary>What the text before a sentence leaves to it: dates of headings, list heads, table rows and sentences; plans.</summary>
internal sealed class EventContext(EventScene scene)
{
    /// <summary>A date serves at most this many sentences after its own.</summary>
    private const int SentencesServed = 2;

    /// <summary>A title that only names its year has at most this many words before it.</summary>
    private const int TitleWords = 3;

    private int _block = -1;
    private int _paragraphDate = -1;
    private int _sentencesSince;
    private int _headingDate = -1;
    private bool _headingPlans;
    private int _listDate = -1;
    private (int Table, int Row) _row = (-1, -1);
    private int _rowDate = -1;

    /// <summary>Whether the sentence supposes: <c>nếu</c>.</summary>
    public bool Supposes { get; private set; }

    /// <summary>Whether the sentence or its heading tells of plans.</summary>
    public bool Plans { get; private set; }

    /// <summary>The token from which another is quoted or reported; -1 when none is.</summary>
    public int ReportsFrom { get; private set; } = -1;

    /// <summary>A verb whose list follows in other blocks: <c>được thành lập:</c>.</summary>
    public ListLead? Lead { get; private set; }

    /// <summary>Whether the sentence can tell an event at all: it has a date, may take one, or leads a list of dated items.</summary>
    public bool MayTell => scene.HasDate || Inherited() >= 0 || EndsWithColon || scene.OpensFeast || (scene.OpensWithTime && LastDay >= 0);

    /// <summary>The date that the sentences before leave, where it is a day; -1 without one.</summary>
    public int LastDay => _paragraphDate >= 0 && scene.DateValue(_paragraphDate).Length == 10 ? _paragraphDate : -1;

    private bool EndsWithColon => scene.Sentence[scene.Sentence.Count - 1].Word == scene.Grammar.Colon;

    /// <summary>Begins a sentence that the scene has laid out.</summary>
    public void Begin()
    {
        Sentence sentence = scene.Sentence;
        Block block = sentence.Block;
        if (sentence.BlockIndex != _block)
        {
            _block = sentence.BlockIndex;
            _paragraphDate = -1;
            EnterBlock(block);
        }
    }

    /// <summary>The date that a sentence without one may take from before; -1 when it may not. What ends with a colon waits for its list.</summary>
    public int Inherited()
    {
        Sentence sentence = scene.Sentence;
        if (scene.HasDate || EndsWithColon || scene.Grammar.LeavesDate.Contains(sentence[0]) || LeadsAway(sentence) || scene.OpensWithTime)
        {
            return -1;
        }

        int date = _paragraphDate >= 0 ? _paragraphDate : sentence.Block.Cell is not null ? _rowDate : _listDate >= 0 ? _listDate : _headingDate;
        return date >= 0 && IsOneTime(date) ? date : -1;
    }

    // “Sau khi …”, “Ngay sau đó …”
    private bool LeadsAway(Sentence sentence) =>
        scene.Grammar.LeadsAway.Contains(sentence[0]) || (sentence[0].Word == scene.Grammar.Right && scene.Grammar.LeadsAway.Contains(sentence[1]));

    /// <summary>Ends a sentence: what it leaves to the next ones.</summary>
    /// <param name="lastDate">The date of its last event, where that stands in the sentence; -1 otherwise.</param>
    /// <param name="lead">A verb whose list follows.</param>
    public void End(int lastDate, ListLead? lead)
    {
        Sentence sentence = scene.Sentence;
        Block block = sentence.Block;
        int front = FrontOf();
        int date = lastDate >= 0 ? lastDate : front;
        if (date >= 0)
        {
            _paragraphDate = date;
            _sentencesSince = 0;
        }
        else if (scene.HasDate || scene.OpensWithTime || LeadsAway(sentence) || ++_sentencesSince > SentencesServed)
        {
            _paragraphDate = -1;
        }

        if (block.Kind == BlockKind.Heading)
        {
            _headingDate = front >= 0 ? front : NamedYear(sentence);
            _paragraphDate = -1;
        }

        if (block.Cell is { } cell && front >= 0 && cell.Column == 0)
        {
            _rowDate = front;
        }

        bool opensList = block.Kind != BlockKind.ListItem && EndsWithColon;
        if (block.Kind != BlockKind.ListItem)
        {
            _listDate = opensList ? front : -1;
            Lead = lead;
        }
    }

    // What happened in a period is not carried on: the next sentence may speak of any part of it.
    private bool IsOneTime(int mention)
    {
        string value = scene.DateValue(mention);
        return !value.Contains('/', StringComparison.Ordinal) && !value.Contains('X', StringComparison.Ordinal);
    }

    private void EnterBlock(Block block)
    {
        if (block.Kind == BlockKind.Heading)
        {
            _headingDate = -1;
            _listDate = -1;
            _headingPlans = NamesPlan();
        }

        if (block.Kind is not (BlockKind.ListItem or BlockKind.Footnote))
        {
            _listDate = -1;
        }

        (int, int) row = block.Cell is { } cell ? (cell.Table, cell.Row) : (-1, -1);
        if (row != _row)
        {
            _row = row;
            _rowDate = -1;
        }
    }

    /// <summary>Reads from the words of the sentence whether it supposes, plans or reports.</summary>
    public void ReadManner()
    {
        Sentence sentence = scene.Sentence;
        GrammarWords grammar = scene.Grammar;
        Supposes = false;
        ReportsFrom = -1;
        Plans = _headingPlans || NamesPlan();
        for (int i = 0; i < sentence.Count; i++)
        {
            int word = sentence[i].Word;
            Supposes |= grammar.Ifs.Contains(word);
            if (ReportsFrom < 0 && grammar.SayingOpenings.Contains(word) && grammar.Sayings.Longest(sentence, i, out _) > 0)
            {
                ReportsFrom = i;
            }
        }

        if (sentence[0].Word == grammar.AccordingTo && !grammar.NotWitnesses.Contains(sentence[1]))
        {
            ReportsFrom = 0;
        }

        scene.ToldFrom = ReportsFrom;
    }

    // A heading or sentence that opens with “Nhiệm vụ”, “Phương hướng”, “Kế hoạch”, behind its number.
    private bool NamesPlan()
    {
        Sentence sentence = scene.Sentence;
        int at = EventScene.SkipListMark(sentence);
        return scene.Grammar.PlanHeads.Contains(sentence[at]) && scene.Grammar.PlanTails.Contains(sentence[at + 1]);
    }

    // “2. Cao trào năm 1936”: a short title that ends with its date.
    private int NamedYear(Sentence sentence)
    {
        if (scene.Segments.Count == 0)
        {
            // Not laid out: it has no date.
            return -1;
        }

        int at = EventScene.SkipListMark(sentence);
        for (int i = at + 1; i <= Math.Min(at + TitleWords, sentence.Count - 1); i++)
        {
            if (scene.DateAt(i) >= 0)
            {
                return scene.DateEnd(i) >= sentence.Count - 1 ? scene.DateAt(i) : -1;
            }
        }

        return -1;
    }

    private int FrontOf()
    {
        for (int i = scene.Segments.Count - 1; i >= 0; i--)
        {
            if (scene.Segments[i].FrontDate >= 0)
            {
                return scene.Segments[i].FrontDate;
            }
        }

        return -1;
    }
}

/// <summary>The verb of a list that follows it.</summary>
/// <param name="Span">Its span.</param>
/// <param name="Type">What kind of happening.</param>
/// <param name="ItemRole">What the items are to it: patient for <c>được thành lập:</c>.</param>
internal sealed record ListLead(TextSpan Span, EventType Type, string ItemRole);
