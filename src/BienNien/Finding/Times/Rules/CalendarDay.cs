using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM002. A day of the solar calendar, in figures or words: “01/4/1930”, “ngày 3 tháng 2 năm 1930”, “sáng 16/9/1950”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CalendarDay.md, beside this file.</remarks>
internal sealed class CalendarDay(TimeGrammar grammar) : TimeRule(
    "TIM002", grammar,
    grammar.Lexicon.Openings(TimeWord.Day, TimeWord.Dawn, TimeWord.Morning, TimeWord.Noon, TimeWord.Afternoon, TimeWord.Evening, TimeWord.Night, TimeWord.PartWord, TimeWord.Dim, TimeWord.Slanting, TimeWord.Falling, TimeWord.Hour, TimeWord.Half, TimeWord.Watch, TimeWord.Ordinal, TimeWord.ChuOf, TimeWord.Hom),
    Openings.Numbers)
{
    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        if (sentence[at].IsNumber)
        {
            if (!Grammar.MayBeDay(sentence, at))
            {
                return;
            }

            // A figure after ngày or a part of the day is read from there.
            if (Word(sentence, at - 1) == TimeWord.Mung || (Word(sentence, at - 1) == TimeWord.Day && !Grammar.IsCountedDay(sentence, at - 1)) || !Grammar.StartsFree(sentence, at))
            {
                return;
            }

            if (!Grammar.Day(sentence, at, IsAnnounced(sentence, at), out var bare) || bare.Lunar is not null || IsLone(bare))
            {
                Unannounced(sentence, at, found);
                return;
            }

            var named = bare.Date.YearPrecision != YearPrecision.Unspecified
                || (!Is(sentence, at - 1, TimeClass.NamedAfterDay) && !Is(sentence, at - 1, TimeClass.Label) && Word(sentence, bare.End) != TimeWord.Times);
            if (named && !(Word(sentence, at - 1) == TimeWord.Month && sentence[at].Length <= 2 && bare.Date.Day is null))
            {
                Propose(sentence, at, bare, found);
            }

            return;
        }

        if (Word(sentence, at) is TimeWord.Ordinal or TimeWord.ChuOf && (Grammar.Weekday(sentence, at, out _) == 0 || Word(sentence, at - 1) == TimeWord.Day))
        {
            return;
        }

        if (Grammar.Day(sentence, at, false, out var day) && day.Lunar is null && !(IsLone(day) && !day.IsMung && Counts(sentence, at, day.End)))
        {
            Propose(sentence, at, day, found);
        }
    }

    // “bế mạc 31/5”, “- 24/4: …”, “Sáng nay (24/2)”: figures that no share can have, the head of an entry, or all that brackets hold. Of the year
    // that the text is near to, or no date.
    private void Unannounced(Sentence sentence, int at, MentionSink found)
    {
        if (!Grammar.Day(sentence, at, true, out var day, announced: true) || day is not { Lunar: null, Date: { Month: not null, Day: { } number, YearPrecision: YearPrecision.Unspecified } }
            || Word(sentence, at + 1) is not (TimeWord.Slash or TimeWord.Hyphen) || sentence[at + 1].SpaceBefore || Is(sentence, at - 1, TimeClass.Label) || Is(sentence, at - 1, TimeClass.NamedAfterDay))
        {
            return;
        }

        var slash = Word(sentence, at + 1) == TimeWord.Slash;
        var heads = Word(sentence, day.End) == TimeWord.Colon && IsFirst(sentence, at);
        var labelled = Word(sentence, at - 1) == TimeWord.Colon && Word(sentence, at - 3) == TimeWord.Day;
        var bracketed = slash && Word(sentence, at - 1) == TimeWord.Open && Word(sentence, day.End) == TimeWord.Close && !sentence[at - 2].IsNumber;
        var unlikeShare = slash && number > 12 && !sentence[at - 1].IsNumber && !Grammar.IsCountedNoun(sentence[day.End]) && !Is(sentence, day.End, TimeClass.CountedADay);
        if (heads || labelled || bracketed || unlikeShare)
        {
            Propose(sentence, at, day with { IsOfContext = true }, found);
        }
    }

    private static bool IsFirst(Sentence sentence, int at) =>
        at == 0 || (at <= 2 && sentence[at - 1].IsMark && (at == 1 || sentence[0].IsMark));

    // dịp 30/4, ngày 30/4, 1/5 và 2/9, Ngày Thầy thuốc Việt Nam 27/2
    private bool IsAnnounced(Sentence sentence, int at) =>
        Is(sentence, at - 1, TimeClass.DayIntroducer) || ContinuesList(sentence, at) || EndsNamedDay(sentence, at);

    // The name of a day stands before its date: “Ngày …” with a capital and words alone up to the figures.
    private bool EndsNamedDay(Sentence sentence, int at)
    {
        const int LongestName = 10;
        for (var before = at - 1; before >= at - LongestName; before--)
        {
            if (Word(sentence, before) == TimeWord.Day)
            {
                return before < at - 1 && sentence[before].Capitalised;
            }

            if (!sentence[before].IsWord)
            {
                return false;
            }
        }

        return false;
    }

    private bool ContinuesList(Sentence sentence, int at)
    {
        for (var pairs = 0; pairs < 6 && Word(sentence, at - 1) is TimeWord.Comma or TimeWord.And; pairs++)
        {
            if (!sentence[at - 2].IsNumber || Word(sentence, at - 3) != TimeWord.Slash || !sentence[at - 4].IsNumber)
            {
                return false;
            }

            at -= 4;
            if (Word(sentence, at - 1) == TimeWord.Day || Is(sentence, at - 1, TimeClass.DayIntroducer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLone(TimePoint day) => day.Date is { Month: null, Day: not null };

    // ngày 3 buổi, ngày 2 lần; after đến or trước only what is counted by the day makes it no date: đến ngày 21 toàn tỉnh …
    private bool Counts(Sentence sentence, int at, int end) =>
        sentence[end].IsWord && !sentence[end].Capitalised
        && (Word(sentence, at - 1) is TimeWord.To or TimeWord.From or TimeWord.Before or TimeWord.After or TimeWord.Into || at == 0
            ? Is(sentence, end, TimeClass.CountedADay)
            : !Is(sentence, end, TimeClass.Follower));
}
