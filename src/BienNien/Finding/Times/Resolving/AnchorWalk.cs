using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Resolving;

/// <summary>The dates around one time that may give it what it leaves out.</summary>
/// <param name="Joined">Right beside it, after a joint.</param>
/// <param name="Before">The likeliest before it: in the sentence, over it, or in the narrative.</param>
/// <param name="After">After it in its sentence.</param>
/// <param name="IsJoinedToYearly">Whether a day of every year is joined to it: “ngày 3/2 và ngày 2/9 hằng năm”.</param>
internal readonly record struct Anchors(ChosenAnchor? Joined, ChosenAnchor? Before, ChosenAnchor? After, bool IsJoinedToYearly)
{
    /// <summary>Whether its clause says before it that this is so every year: “hằng năm, dân làng mở hội vào ngày 3/2”.</summary>
    public bool IsUnderYearly { get; init; }

    /// <summary>Whether a word of its sentence says that something is the rule: opening hours, days of rest.</summary>
    public bool IsRule { get; init; }

    /// <summary>Whether its sentence tells of weather, farming or custom, which are so every year, and names no year.</summary>
    public bool IsHabit { get; init; }

    /// <summary>Whether its clause says before it how often this is so: “mỗi Chủ nhật có hai lễ, lễ nhất 5 giờ sáng”.</summary>
    public bool IsUnderEvery { get; init; }

    /// <summary>The one that is believed first.</summary>
    public ChosenAnchor? Best => Joined ?? Before ?? After;
}

/// <summary>Goes through the times of a document in order and remembers what each may be counted from: the narrative, headings, heads of tables.</summary>
/// <remarks>Dates of cited papers are no anchors, nor are anniversaries. Nothing is taken from a clock.</remarks>
internal sealed class AnchorWalk(TokenizedDocument document, List<Proposal> mentions, List<int> times, TimeLexicon lexicon, DocumentDate own)
{
    private const int FarthestSentence = 40;
    private const int NearSentences = 3;
    private const int FurthestAhead = 6;
    private const int FarthestEvery = 16;

    private readonly List<(int Level, DatedAnchor Date)> _headings = [];
    private readonly Dictionary<(int Table, int Line, bool IsRow), DatedAnchor> _heads = [];
    private DatedAnchor? _last;
    private DatedAnchor? _cited;
    private int _block;
    private int _habitSentence = -1;
    private (bool IsHabit, bool IsRule) _habit;

    /// <summary>What a time may be counted from; to be asked in order of the text.</summary>
    public Anchors Around(int t)
    {
        var proposal = mentions[times[t]];
        var sentence = document.SentenceOfToken(proposal.FirstToken);
        Enter(document.Sentences[sentence].Block);
        var (joined, after, yearly) = Ahead(t, proposal, sentence);
        return new Anchors(joined, Before(t, proposal, sentence, ref after), after, yearly) { IsUnderEvery = IsUnder(t, proposal, sentence, yearly: false), IsUnderYearly = IsUnder(t, proposal, sentence, yearly: true), IsHabit = HabitOf(sentence).IsHabit, IsRule = HabitOf(sentence).IsRule };
    }

    /// <summary>Takes in a time whose value is settled.</summary>
    public void Pass(int t)
    {
        var proposal = mentions[times[t]];
        if (AnchorOf(times[t]) is not { } date)
        {
            _cited = Dated(times[t]) ?? _cited;
            return;
        }

        var sentence = document.SentenceOfToken(proposal.FirstToken);
        var range = document.Sentences[sentence];
        Enter(range.Block);
        date = date with { Sentence = sentence, Block = range.Block };
        var block = document.Document.Blocks[range.Block];
        if (block.Cell is { } cell)
        {
            if (cell.Row == 0 || cell.IsHeader)
            {
                _heads.TryAdd((cell.Table, cell.Column, false), date);
            }

            if (cell.Column == 0)
            {
                _heads.TryAdd((cell.Table, cell.Row, true), date);
            }

            // What stands in the body of a table tells nothing of the text after it, but for a column of dates.
            if (cell.Column > 0)
            {
                return;
            }
        }

        if (!date.IsStretch && Heads(block, proposal, range))
        {
            SetHeading(HeadingLevel(block), date);
        }

        if (IsCompared(proposal, range) || (IsOfBirth(proposal, range) && _last is { } told && told.Block == range.Block))
        {
            return;
        }

        // A year or month told again leaves the day of the tale as it was: “ngày 20/7/1969 … của năm 1969 … lúc 20 giờ”.
        _last = date.Date is null && _last is { Date: { } day } last && day.Year == date.Year && (date.Month ?? day.Month) == day.Month && sentence - last.Sentence <= 1
            ? date with { Date = day, Span = last.Span }
            : date;
    }

    /// <summary>What a settled time gives to others; null when it gives nothing.</summary>
    public DatedAnchor? AnchorOf(int index) => IsCited(index) ? null : Dated(index);

    private DatedAnchor? Dated(int index)
    {
        var mention = mentions[index].Mention;
        return mention.Value is TimeValue { Reading: null } value && (value.Anchored ?? (value.Type is TimexType.Date or TimexType.Time ? value.Value : null)) is { } told
            && told != TimeValue.PresentReference && Edtf.TryParse(told) is { } edtf
            ? DatedAnchor.Of(edtf, mention.Span) is { } date ? date with { IsNight = value.Part == "NI" && !edtf.IsInterval } : null
            : null;
    }

    // Headings between the last time and this one close what stood over the text before them.
    private void Enter(int block)
    {
        for (; _block <= block; _block++)
        {
            var entered = document.Document.Blocks[_block];
            if (entered.Kind == BlockKind.Heading)
            {
                CloseHeadings(entered.Level);
            }
        }
    }

    private void CloseHeadings(int level)
    {
        while (_headings.Count > 0 && _headings[^1].Level >= level)
        {
            _headings.RemoveAt(_headings.Count - 1);
        }
    }

    private void SetHeading(int level, DatedAnchor date)
    {
        CloseHeadings(level);
        _headings.Add((level, date));
    }

    // A line that is no heading by its form but says nothing than a time stands below all real headings.
    private static int HeadingLevel(Block block) => block.Kind == BlockKind.Heading ? block.Level : int.MaxValue - (block.Kind == BlockKind.ListItem ? 0 : 1);

    // A heading with a time in it, or a block that is nothing but a time: “Năm 1947”, “* Tháng 8/1945:”.
    private bool Heads(Block block, Proposal time, SentenceRange range)
    {
        if (block.Kind == BlockKind.Heading)
        {
            return true;
        }

        if (block.Cell is not null || time.FirstToken - range.First > 2)
        {
            return false;
        }

        for (var at = range.First; at < range.End; at++)
        {
            if ((at < time.FirstToken || at >= time.EndToken) && !document.Tokens[at].IsMark)
            {
                return false;
            }
        }

        return document.Tokens[range.End - 1].End >= block.Span.End - 3;
    }

    private (ChosenAnchor? Joined, ChosenAnchor? After, bool Yearly) Ahead(int t, Proposal proposal, int sentence)
    {
        for (var next = t + 1; next < times.Count && next <= t + FurthestAhead; next++)
        {
            var other = mentions[times[next]];
            if (other.FirstToken >= document.Sentences[sentence].End)
            {
                break;
            }

            if (other.Mention.Value is TimeValue { Type: TimexType.Set } set && set.Value.StartsWith("XXXX-", StringComparison.Ordinal) && AreJoined(proposal, t, next))
            {
                return (null, null, true);
            }

            if (!AreParted(proposal, other) && AnchorOf(times[next]) is { } date)
            {
                var joined = AreJoined(proposal, t, next) || (next == t + 1 && IsSeasonBefore(proposal, other));
                var after = new ChosenAnchor(date, joined ? AnchorSource.Joined : AnchorSource.Following, joined ? AnchorCertainty.High : AnchorCertainty.Medium) { IsNear = true };
                return (joined ? after : null, after, false);
            }
        }

        return default;
    }

    // “6 tháng cuối năm giảm còn 9 trận; quý I/1953 …”: what stands behind a semicolon is told of something else.
    private bool AreParted(Proposal first, Proposal other)
    {
        for (var at = first.EndToken; at < other.FirstToken; at++)
        {
            if (lexicon[document.Tokens[at]] == TimeWord.Semicolon)
            {
                return true;
            }
        }

        return false;
    }

    // “Mùa nóng kéo từ tháng 4 đến tháng 10”, “lũ thường về vào tháng 8”: two words of what comes back, or one that says so. Worked out once a sentence.
    private (bool IsHabit, bool IsRule) HabitOf(int sentence)
    {
        if (sentence == _habitSentence)
        {
            return _habit;
        }

        var range = document.Sentences[sentence];
        var (words, isRule) = (0, false);
        for (var at = range.First; at < range.End; at++)
        {
            var token = document.Tokens[at];
            var isRegular = lexicon.Is(token, TimeClass.Regular);
            isRule |= isRegular;
            // “Ban Thường vụ” is no habit
            if (lexicon.Is(token, TimeClass.Habit) && !token.Capitalised && !(at + 1 < range.End && (lexicon.Is(document.Tokens[at + 1], TimeClass.Crop) || lexicon.Is(document.Tokens[at + 1], TimeClass.Regular))))
            {
                words += isRegular ? 2 : 1;
            }
        }

        (_habitSentence, _habit) = (sentence, (words >= 2, isRule));
        return _habit;
    }

    // “Nguyễn Văn Lợi, sinh năm 1934, đã ngã xuống năm ấy”: what says who somebody is does not move the tale.
    private bool IsOfBirth(Proposal time, SentenceRange range) =>
        time.FirstToken > range.First && IsWord(time.FirstToken - 1, "sinh") && !(time.FirstToken - 1 > range.First && (IsWord(time.FirstToken - 2, "hy") || IsWord(time.FirstToken - 2, "hi")));

    private bool IsWord(int token, string word) =>
        document.Tokens[token] is var at && document.Document.Text.AsSpan(at.Start, at.Length).Equals(word, StringComparison.OrdinalIgnoreCase);

    // “so với năm 2022”, “cùng kỳ năm trước”: what figures are held against is not what the text goes on to tell of.
    private bool IsCompared(Proposal time, SentenceRange range)
    {
        const int Reach = 5;
        for (var at = time.FirstToken - 1; at >= range.First && at >= time.FirstToken - Reach; at--)
        {
            if (document.Tokens[at].IsMark)
            {
                return false;
            }

            if (lexicon[document.Tokens[at]] == TimeWord.Than || (lexicon[document.Tokens[at]] == TimeWord.Same && at + 1 < time.FirstToken && lexicon[document.Tokens[at + 1]] == TimeWord.Ky))
            {
                return true;
            }
        }

        return false;
    }

    // In a paper of the same years, what a new paragraph tells without a year is of the paper's own year.
    private bool IsOfOwnTime(DatedAnchor last, int block) => last.Block != block && own.Date is { } written && Math.Abs(written.Year - last.Year) <= 3;

    private ChosenAnchor? Before(int t, Proposal proposal, int sentence, ref ChosenAnchor? after)
    {
        var range = document.Sentences[sentence];
        if (_last is { } told && told.Sentence == sentence)
        {
            after = null;
            if (told.IsStretch && own.Date is { } written && written.Year >= told.FirstYear && written.Year <= told.Year)
            {
                return new ChosenAnchor(written, AnchorSource.Document, AnchorCertainty.Medium) { IsNear = true };
            }

            return new ChosenAnchor(told, AnchorSource.Sentence, AnchorCertainty.High) { IsNear = true };
        }

        // In the sentence itself a date after is nearer than one of an earlier sentence: “mùa đông … (năm 1947)”.
        if (after is not null)
        {
            return null;
        }

        var block = document.Document.Blocks[range.Block];
        if (block.Cell is { } cell && OfTable(cell) is { } head)
        {
            return new ChosenAnchor(head, AnchorSource.Table, AnchorCertainty.High) { IsNear = true };
        }

        // The date that opens an entry under “Năm 1947” is of 1947, whatever year the entry before ended with.
        DatedAnchor? heading = _headings.Count > 0 ? _headings[^1].Date : null;
        if (heading is { } over && proposal.FirstToken - range.First <= 3 && IsFirstOfBlock(sentence))
        {
            // The narrative may know the month that the heading leaves out.
            return _last is { } near && near.Year == over.Year && near.Sentence >= over.Sentence && over.Month is null && near.Block == range.Block
                ? Narrative(near, sentence, range.Block)
                : new ChosenAnchor(over, AnchorSource.Heading, AnchorCertainty.High) { IsNear = true };
        }

        if (_last is { } last && sentence - last.Sentence <= FarthestSentence && !(last.IsStretch && own.Date is not null) && !IsOfOwnTime(last, range.Block))
        {
            return Narrative(last, sentence, range.Block);
        }

        if (heading is { } above)
        {
            return new ChosenAnchor(above, AnchorSource.Heading, AnchorCertainty.Medium) { IsNear = true };
        }

        return own.Date is { } date ? new ChosenAnchor(date, AnchorSource.Document, AnchorCertainty.Medium)
            : _cited is { } cited ? new ChosenAnchor(cited, AnchorSource.Narrative, AnchorCertainty.Low)
            : Later(t) is { } later ? new ChosenAnchor(later, AnchorSource.Following, AnchorCertainty.Low)
            : null;
    }

    // When nothing before tells the year, the next date of the text is as good a guess as there is.
    private DatedAnchor? Later(int t)
    {
        for (var next = t + 1; next < times.Count && next <= t + FurthestAhead; next++)
        {
            if (AnchorOf(times[next]) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static ChosenAnchor Narrative(DatedAnchor last, int sentence, int block)
    {
        var near = sentence - last.Sentence <= NearSentences || last.Block == block;
        return new ChosenAnchor(last, AnchorSource.Narrative, near && !last.IsStretch ? AnchorCertainty.Medium : AnchorCertainty.Low) { IsNear = near, IsInBlock = last.Block == block };
    }

    // “hằng năm” and then, with no semicolon and no other date between, the day.
    private bool IsUnder(int t, Proposal proposal, int sentence, bool yearly)
    {
        for (var before = t - 1; before >= 0 && before >= t - 2; before--)
        {
            var other = mentions[times[before]];
            if (other.FirstToken < document.Sentences[sentence].First || proposal.FirstToken - other.EndToken > FarthestEvery)
            {
                return false;
            }

            if (other.Mention.Value is TimeValue { Type: TimexType.Set } set && (!yearly || set.Value == "P1Y"))
            {
                for (var at = other.EndToken; at < proposal.FirstToken; at++)
                {
                    if (document.Tokens[at].IsMark && lexicon[document.Tokens[at]] is not (TimeWord.Comma or TimeWord.Open or TimeWord.Close))
                    {
                        return false;
                    }
                }

                return true;
            }

            if (other.Mention.Value is not TimeValue { Type: TimexType.Set })
            {
                return false;
            }
        }

        return false;
    }

    private bool IsFirstOfBlock(int sentence) => sentence == 0 || document.Sentences[sentence - 1].Block != document.Sentences[sentence].Block;

    private DatedAnchor? OfTable(TableCell cell) =>
        cell.Column > 0 && _heads.TryGetValue((cell.Table, cell.Row, true), out var row) ? row
        : cell.Row > 0 && _heads.TryGetValue((cell.Table, cell.Column, false), out var column) ? column
        : null;

    // “mùa hè đỏ lửa năm 1972”: a few words between a season and its year, and no mark.
    private bool IsSeasonBefore(Proposal season, Proposal year)
    {
        if (season.Mention.Value is not TimeValue { Reading.First.Date: { IsSubYearGrouping: true, Month: <= 28 } } || year.FirstToken - season.EndToken > 4)
        {
            return false;
        }

        for (var at = season.EndToken; at < year.FirstToken; at++)
        {
            if (document.Tokens[at].IsMark && lexicon[document.Tokens[at]] != TimeWord.Open)
            {
                return false;
            }
        }

        return true;
    }

    // Whether only joints and other times stand between: “tháng 4 và tháng 5 năm 2016”, “năm Canh Tý (1840)”.
    private bool AreJoined(Proposal first, int t, int next)
    {
        var at = first.EndToken;
        for (var k = t + 1; k <= next; k++)
        {
            var other = mentions[times[k]];
            for (; at < other.FirstToken; at++)
            {
                if (lexicon[document.Tokens[at]] is not (TimeWord.And or TimeWord.Comma or TimeWord.Open or TimeWord.Hyphen or TimeWord.To))
                {
                    return false;
                }
            }

            at = other.EndToken;
        }

        return true;
    }

    // The date of a cited paper says nothing of what the text tells.
    private bool IsCited(int index)
    {
        var span = mentions[index].Mention.Span;
        for (var i = index - 1; i >= 0 && i >= index - 8; i--)
        {
            if (mentions[i].Mention.Kind == MentionKind.DocumentReference && mentions[i].Mention.Span.Contains(span))
            {
                return true;
            }
        }

        return index + 1 < mentions.Count && mentions[index + 1].Mention is { Kind: MentionKind.DocumentReference } next && next.Span.Contains(span);
    }
}
