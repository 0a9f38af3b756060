using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Figures;

/// <summary>What the text before a sentence leaves to its figures: period and place of headings, of lines that lead to lists, of sentences before; whether it tells of plans.</summary>
internal sealed class FigureContext(TokenizedDocument document, System.Collections.Immutable.ImmutableArray<Mention> mentions, FigureGrammar words)
{
    private const int FirstTokens = 400;
    private const int TitleRank = -1;
    private const int RomanRank = 10;
    private const int ArabicRank = 20;
    private const int LetterRank = 40;

    // Outermost first. A bold “1.” under “II.” lies deeper, whatever level the file gives it: labels rank headings, levels those without one.
    private readonly List<(int Rank, Setting Setting)> _headings = [];
    private bool _inTitle = true;
    private Setting _lead = Setting.None;
    private int _block = -1;
    private FigurePeriod _paragraphPeriod = FigurePeriod.None;
    private FigureScope _home = FigureScope.None;
    private bool _homeKnown;

    /// <summary>Whether headings or the line before the list say that targets follow.</summary>
    public bool Plans => _lead.Plans || _headings.Exists(static heading => heading.Setting.Plans);

    /// <summary>The period told before: in the paragraph, in the lead of the list, in the nearest heading.</summary>
    public FigurePeriod Period
    {
        get
        {
            FigurePeriod period = _paragraphPeriod.Value.Length > 0 ? _paragraphPeriod : _lead.Period;
            for (int i = _headings.Count - 1; i >= 0 && period.Value.Length == 0; i--)
            {
                period = _headings[i].Setting.Period;
            }

            return period.Value.Length > 0 ? period with { Implied = true } : FigurePeriod.None;
        }
    }

    /// <summary>The place told before: in the lead of the list, in the nearest heading, else the place that the document is about.</summary>
    public FigureScope Scope
    {
        get
        {
            FigureScope scope = _lead.Scope;
            for (int i = _headings.Count - 1; i >= 0 && scope.Name.Length == 0; i--)
            {
                scope = _headings[i].Setting.Scope;
            }

            scope = scope.Name.Length > 0 ? scope : Home;
            return scope.Name.Length > 0 ? scope with { Implied = true } : FigureScope.None;
        }
    }

    /// <summary>The place that the document is about: the first province or district, else any unit, of its headings, else of its first sentences.</summary>
    public FigureScope Home
    {
        get
        {
            if (!_homeKnown)
            {
                _home = FindHome();
                _homeKnown = true;
            }

            return _home;
        }
    }

    /// <summary>Begins a sentence.</summary>
    public void Begin(Sentence sentence)
    {
        if (sentence.BlockIndex == _block)
        {
            return;
        }

        _block = sentence.BlockIndex;
        _paragraphPeriod = FigurePeriod.None;
        Block block = sentence.Block;
        if (block.Kind == BlockKind.Heading)
        {
            int rank = RankOf(block);
            _headings.RemoveAll(heading => heading.Rank >= rank && heading.Rank != TitleRank);
            _headings.Add((rank, Setting.None));
        }
        else
        {
            _inTitle = false;
        }

        if (block.Kind is not (BlockKind.ListItem or BlockKind.Footnote or BlockKind.TableCell))
        {
            _lead = Setting.None;
        }
    }

    /// <summary>Ends a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="first">Its first mention.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="last">The period that its last figure holds for; empty without one.</param>
    public void End(Sentence sentence, int first, int end, FigurePeriod last)
    {
        Block block = sentence.Block;
        bool leads = sentence.Surface(sentence.Count - 1) is ":";
        if (block.Kind == BlockKind.Heading || leads)
        {
            Setting setting = Read(sentence, first, end);
            if (block.Kind == BlockKind.Heading)
            {
                (int rank, Setting before) = _headings[^1];
                // What a title plans, the paper also reports on.
                _headings[^1] = (rank, before.And(rank == TitleRank ? setting with { Plans = false } : setting));
            }
            else if (block.Kind != BlockKind.ListItem)
            {
                _lead = setting;
            }
        }

        if (last.Value.Length > 0 && !(last.Value.Length == 10 && last.Value[4] == '-'))
        {
            _paragraphPeriod = last;
        }
        else if (Front(sentence, first, end) is { Value.Length: > 0 } front)
        {
            _paragraphPeriod = front;
        }
    }

    // A time right at the start of a sentence also dates those after it.
    private FigurePeriod Front(Sentence sentence, int first, int end)
    {
        if (words.Roles.Longest(sentence, 0, out FigureRole role) > 0 && role is FigureRole.Over or FigureRole.Earlier)
        {
            return FigurePeriod.None;
        }

        for (int m = first; m < end; m++)
        {
            if (mentions[m].Span.Start > sentence[Math.Min(4, sentence.Count - 1)].Start)
            {
                break;
            }

            // The day up to which one figure was counted says nothing of the next.
            if (PeriodOf(m) is { Length: > 0 } value && !(value.Length == 10 && value[4] == '-'))
            {
                return new FigurePeriod(value, m, Implied: false);
            }
        }

        return FigurePeriod.None;
    }

    private Setting Read(Sentence sentence, int first, int end)
    {
        FigurePeriod period = FigurePeriod.None;
        FigureScope scope = FigureScope.None;
        TextSpan paper = default;
        bool feast = false;
        for (int i = 0; i < sentence.Count; i++)
        {
            feast |= sentence[i].Word == words.Feast;
        }

        for (int m = first; m < end; m++)
        {
            if (mentions[m].Span.End <= sentence[0].Start)
            {
                continue;
            }

            // The day on which a cited paper was signed is not the time of the figures under the heading.
            paper = mentions[m].Kind == MentionKind.DocumentReference ? mentions[m].Span : paper;
            if (mentions[m].Kind == MentionKind.Time && paper.Contains(mentions[m].Span))
            {
                continue;
            }

            // “525 năm (1499 - 2024)”, “Kỷ niệm 93 năm (…)”: the years of a feast, in none of which anything was measured.
            feast |= mentions[m].Value is TimeValue { Type: TimexType.Duration };
            if (period.Value.Length == 0 && !feast && PeriodOf(m) is { Length: > 0 } value)
            {
                period = new FigurePeriod(value, m, Implied: true);
            }

            if (scope.Name.Length == 0 && mentions[m].Value is PlaceValue { Level: "province" or "district" or "commune" or "region" or "country" })
            {
                scope = FigureScope.Of(mentions[m], document.Document.Surface(mentions[m].Span), m, implied: true);
            }
        }

        return new Setting(period, scope, IsPlan(sentence));
    }

    // Headings before the first text are the document's title, and hold for all of it.
    private int RankOf(Block block)
    {
        string label = block.Label;
        if (label.Length == 0)
        {
            return _inTitle ? TitleRank : Math.Max(0, block.Level);
        }

        _inTitle = false;
        return char.IsAsciiDigit(label[0]) ? ArabicRank + label.Count(static mark => mark == '.') : char.IsLower(label[0]) ? LetterRank : RomanRank;
    }

    private bool IsPlan(Sentence sentence)
    {
        bool plans = false;
        for (int i = 0; i < sentence.Count; i++)
        {
            plans |= words.PlanHeads.Contains(sentence[i]) && words.PlanTails.Contains(sentence[i + 1]);
            if (words.Reached.Contains(sentence[i]))
            {
                return false;
            }
        }

        return plans;
    }

    private string PeriodOf(int mention) => FigurePeriod.Told(mentions[mention]);

    // A title says it; where there is none, what the first sentences name most often; then any heading.
    private FigureScope FindHome()
    {
        (int title, int heading) = (-1, -1);
        Dictionary<string, (int Mention, int Count)> named = new(StringComparer.OrdinalIgnoreCase);
        foreach (SentenceRange range in document.Sentences)
        {
            Block block = document.Document.Blocks[range.Block];
            bool heads = block.Kind == BlockKind.Heading;
            if (!heads && range.First >= FirstTokens)
            {
                continue;
            }

            (int start, int end) = (document.Tokens[range.First].Start, document.Tokens[range.End - 1].End);
            for (int m = FirstFrom(start); m < mentions.Length && mentions[m].Span.Start < end; m++)
            {
                if (mentions[m].Value is not PlaceValue { Level: "province" or "district" or "commune" })
                {
                    continue;
                }

                title = title < 0 && heads && block.Level == 0 ? m : title;
                heading = heading < 0 && heads ? m : heading;
                string key = FigureScope.Of(mentions[m], document.Document.Surface(mentions[m].Span), m, implied: true).Key;
                named[key] = named.TryGetValue(key, out (int Mention, int Count) before) ? (before.Mention, before.Count + 1) : (m, 1);
            }
        }

        int found = title >= 0 ? title : named.Count > 0 ? named.Values.OrderByDescending(static place => place.Count).ThenBy(static place => place.Mention).First().Mention : heading;
        return found < 0 ? FigureScope.None : FigureScope.Of(mentions[found], document.Document.Surface(mentions[found].Span), found, implied: true);
    }

    private int FirstFrom(int offset)
    {
        (int low, int high) = (0, mentions.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = mentions[middle].Span.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private sealed record Setting(FigurePeriod Period, FigureScope Scope, bool Plans)
    {
        public static Setting None { get; } = new(FigurePeriod.None, FigureScope.None, Plans: false);

        public Setting And(Setting other) => new(Period.Value.Length > 0 ? Period : other.Period, Scope.Name.Length > 0 ? Scope : other.Scope, Plans || other.Plans);
    }
}
