using System.Collections.Immutable;
using System.Text;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Figures;

/// <summary>An amount of the sentence.</summary>
/// <param name="Mention">Index into the document's mentions.</param>
/// <param name="First">First token in the sentence, its modifier included.</param>
/// <param name="End">One past the last.</param>
/// <param name="Value">What it is worth.</param>
internal readonly record struct Amount(int Mention, int First, int End, QuantityValue Value)
{
    /// <summary>Whether it is a percentage, of whatever kind: <c>7%/năm</c>.</summary>
    public bool IsPercent => Value.Unit.Length > 0 && (Value.Unit[0] is '%' or '‰' || Value.Unit.StartsWith("phần trăm", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is a number of times.</summary>
    public bool IsTimes => Value.Unit == "lần";

    /// <summary>Whether it counts percentage points.</summary>
    public bool IsPoints => Value.Unit.StartsWith("điểm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is an average over years: <c>%/năm</c>.</summary>
    public bool IsYearly => Value.Unit.EndsWith("/năm", StringComparison.Ordinal);

    /// <summary>Whether it can only be the age of somebody.</summary>
    public bool IsAge => Value.Unit.StartsWith("tuổi", StringComparison.OrdinalIgnoreCase);
}

/// <summary>One sentence laid out for the rules: its amounts, what its words do, its times and places. Reused from sentence to sentence.</summary>
internal sealed class FigureScene(TokenizedDocument document, ImmutableArray<Mention> mentions, FigureGrammar words)
{
    private readonly List<Amount> _amounts = [];
    private FigureRole[] _roles = [];
    private int[] _phraseStart = [];
    private int[] _phraseEnd = [];
    private int[] _time = [];
    private int[] _place = [];
    private int[] _amount = [];
    private Dictionary<TableCell, int>? _cells;
    private int _sentence;
    private int _count;

    /// <summary>The document's mentions, by start.</summary>
    public ImmutableArray<Mention> Mentions => mentions;

    /// <summary>The words of the grammar.</summary>
    public FigureGrammar Words => words;

    /// <summary>The sentence.</summary>
    public Sentence Sentence => document.SentenceAt(_sentence);

    /// <summary>Its amounts, in reading order.</summary>
    public List<Amount> Amounts => _amounts;

    /// <summary>The span of the whole sentence.</summary>
    public TextSpan Span => Sentence.Span(0, _count);

    /// <summary>What the word at a place does; None outside the sentence and inside names.</summary>
    public FigureRole RoleAt(int at) => (uint)at < (uint)_count ? _roles[at] : FigureRole.None;

    /// <summary>The first token of the phrase that a token is part of.</summary>
    public int PhraseStart(int at) => _phraseStart[at];

    /// <summary>One past the last token of the phrase that a token is part of.</summary>
    public int PhraseEnd(int at) => _phraseEnd[at];

    /// <summary>The TIME mention that covers a token; -1 without one.</summary>
    public int TimeAt(int at) => (uint)at < (uint)_count ? _time[at] : -1;

    /// <summary>The PLACE or ORG mention that covers a token; -1 without one.</summary>
    public int PlaceAt(int at) => (uint)at < (uint)_count ? _place[at] : -1;

    /// <summary>The amount (index into <see cref="Amounts"/>) that covers a token; -1 without one.</summary>
    public int AmountAt(int at) => (uint)at < (uint)_count ? _amount[at] : -1;

    /// <summary>The character of a mark; <c>'\0'</c> where a word stands or nothing.</summary>
    public char MarkAt(int at) => Sentence[at] is { IsMark: true } mark ? Sentence.Text[mark.Start] : '\0';

    /// <summary>The period that a TIME mention tells; empty for -1 and for what tells none.</summary>
    public string PeriodOf(int mention) => mention >= 0 ? FigurePeriod.Told(mentions[mention]) : "";

    /// <summary>Whether no person is named in the sentence.</summary>
    public bool PersonFree { get; private set; }

    /// <summary>Whether a word only points at something: “đây là”, “đó là”.</summary>
    public bool IsPronoun(int at) => words.Pronouns.Contains(Sentence[at]);

    /// <summary>Goes on to a sentence; only those with amounts are laid out.</summary>
    /// <param name="sentence">Its number in the document.</param>
    /// <param name="first">The first mention that may stand in it.</param>
    /// <param name="end">One past the last mention that begins before its end.</param>
    public void Load(int sentence, int first, int end)
    {
        _sentence = sentence;
        _count = Sentence.Count;
        _amounts.Clear();
        if (_roles.Length < _count)
        {
            int room = _count * 2;
            (_roles, _phraseStart, _phraseEnd, _time, _place, _amount) = (new FigureRole[room], new int[room], new int[room], new int[room], new int[room], new int[room]);
        }

        Array.Clear(_roles, 0, _count);
        Array.Fill(_time, -1, 0, _count);
        Array.Fill(_place, -1, 0, _count);
        Array.Fill(_amount, -1, 0, _count);
        TakeMentions(first, end);
        TakeRoles();
    }

    private void TakeMentions(int first, int end)
    {
        ReadOnlySpan<Token> tokens = Sentence.Tokens;
        int token = 0;
        PersonFree = true;
        for (int m = first; m < end; m++)
        {
            Mention mention = mentions[m];
            PersonFree &= mention.Kind != MentionKind.Person;
            if (mention.Kind is not (MentionKind.Time or MentionKind.Quantity or MentionKind.Place or MentionKind.Organisation))
            {
                continue;
            }

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

            if (mention.Value is QuantityValue narrowing && NarrowsName(token, past, narrowing))
            {
                continue;
            }

            int[] cover = mention.Kind switch { MentionKind.Time => _time, MentionKind.Quantity => _amount, _ => _place };
            int value = mention.Kind == MentionKind.Quantity ? _amounts.Count : m;
            for (int i = token; i < past; i++)
            {
                cover[i] = cover[i] < 0 ? value : cover[i];
            }

            if (mention.Value is QuantityValue quantity)
            {
                _amounts.Add(new Amount(m, token, past, quantity));
            }
        }
    }

    // “trẻ em dưới 5 tuổi”, “số bác sĩ trên 1 vạn dân”: an amount that only says of whom or of how many the figure is told.
    private bool NarrowsName(int first, int end, QuantityValue value)
    {
        if (value.Unit.StartsWith("tuổi", StringComparison.OrdinalIgnoreCase) && value.Unit.Length == 4)
        {
            return value.Mod != TimexMod.None || Sentence[first - 1].Word == words.From || words.Prepositions.Contains(Sentence[first - 1]);
        }

        bool among = value.Mod == TimexMod.MoreThan && value.Value is 1 or 100 or 1000 or 10_000 or 100_000;
        return among && words.Roles.Longest(Sentence, end, out FigureRole role) > 0 && role is FigureRole.Connector or FigureRole.To;
    }

    private void TakeRoles()
    {
        Sentence sentence = Sentence;
        for (int i = 0; i < _count;)
        {
            int length = _amount[i] >= 0 || _time[i] >= 0 || _place[i] >= 0 ? 0 : words.Roles.Longest(sentence, i, out _);
            if (length == 0)
            {
                i++;
                continue;
            }

            words.Roles.Longest(sentence, i, out FigureRole role);
            for (int j = i; j < i + length; j++)
            {
                (_roles[j], _phraseStart[j], _phraseEnd[j]) = (role, i, i + length);
            }

            i += length;
        }
    }

    /// <summary>Whether a token says nothing between a name and its value: a filler, a time, an opening or closing bracket with nothing else in it.</summary>
    public bool IsSkipped(int at) => RoleAt(at) == FigureRole.Skip || TimeAt(at) >= 0;

    /// <summary>The nearest token to the left that says something, brackets with a time or an abbreviation left out; -1 at the start.</summary>
    public int Before(int at)
    {
        for (int i = at - 1; i >= 0; i--)
        {
            if (IsSkipped(i))
            {
                continue;
            }

            if (MarkAt(i) == ')' && BracketStart(i) is >= 0 and int open && IsAside(open, i))
            {
                i = open;
                continue;
            }

            return i;
        }

        return -1;
    }

    /// <summary>The place of the bracket that a closing one belongs to; -1 when there is none near.</summary>
    public int BracketStart(int close)
    {
        for (int i = close - 1; i >= Math.Max(0, close - 20); i--)
        {
            if (MarkAt(i) == '(')
            {
                return i;
            }
        }

        return -1;
    }

    // “(năm 2015)”, “(GRDP)”, “(giá so sánh năm 2010)”: no amount in it.
    private bool IsAside(int open, int close)
    {
        for (int i = open + 1; i < close; i++)
        {
            if (AmountAt(i) >= 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The figure that stands in a cell; -1 when none does.</summary>
    public int FigureIn(TableCell cell)
    {
        if (_cells is null)
        {
            _cells = [];
            for (int m = 0; m < mentions.Length; m++)
            {
                if (mentions[m].Value is QuantityValue { Cell: { } context })
                {
                    _cells.TryAdd(context.Place, m);
                }
            }
        }

        return _cells.GetValueOrDefault(cell, -1);
    }

    /// <summary>The exact characters of a mention.</summary>
    public string Surface(int mention) => document.Document.Surface(mentions[mention].Span);

    /// <summary>The words of tokens <c>[first, end)</c> on one line, without what is left out.</summary>
    /// <param name="first">First token.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="leaves">Whether a token is left out.</param>
    public string TextOf(int first, int end, Func<int, bool>? leaves = null)
    {
        Sentence sentence = Sentence;
        StringBuilder text = new();
        for (int i = first; i < end; i++)
        {
            if (leaves is not null && leaves(i))
            {
                continue;
            }

            if (text.Length > 0 && sentence[i].SpaceBefore)
            {
                text.Append(' ');
            }

            text.Append(sentence.Surface(i));
        }

        return text.ToString();
    }
}
