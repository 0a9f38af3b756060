using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Finding.Times;

/// <summary>Gives the times that leave something out what the text around them tells: years, months, lunar days, names of years.</summary>
/// <remarks>
/// In this order: a date that is joined by “và”, a comma or an opening bracket; the last date before, in the sentence; a date after, in
/// the sentence; the last date before the sentence. Dates of cited papers are no anchors. Nothing is taken from a clock.
/// </remarks>
internal sealed class Resolving(LunisolarCalendar calendar, TimeLexicon lexicon) : IMentionResolver
{
    private const int FarthestSentence = 40;
    private const int NearSentences = 3;

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        List<int> times = [];
        var open = false;
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is TimeValue value)
            {
                times.Add(i);
                open |= value.Reading is not null;
            }
        }

        if (!open)
        {
            return;
        }

        // Eras first: they are sure by themselves, and settle the can chi years beside them.
        SettleEras(mentions, times);
        List<int> unsettled = [];
        Anchor last = default;
        for (var t = 0; t < times.Count; t++)
        {
            var proposal = mentions[times[t]];
            var value = (TimeValue)proposal.Mention.Value;
            if (value.Reading is { } reading)
            {
                var anchors = Around(document, mentions, times, t, last);
                if (Settle(reading, value, anchors) is not { } settled)
                {
                    unsettled.Add(times[t]);
                    continue;
                }

                value = settled with { Reading = null };
                mentions[times[t]] = proposal with { Mention = proposal.Mention with { Value = value } };
            }

            if (AnchorOf(document, mentions, times[t]) is { } anchor)
            {
                // A year or month told again leaves the day of the tale as it was: “ngày 20/7/1969 … của năm 1969 … lúc 20 giờ”.
                last = anchor.Date is null && last.Date is { } day && day.Year == anchor.Year && (anchor.Month ?? day.Month) == day.Month && anchor.Sentence - last.Sentence <= 1
                    ? anchor with { Date = day }
                    : anchor;
            }
        }

        for (var i = unsettled.Count - 1; i >= 0; i--)
        {
            mentions.RemoveAt(unsettled[i]);
        }
    }

    private void SettleEras(List<Proposal> mentions, List<int> times)
    {
        foreach (var index in times)
        {
            var proposal = mentions[index];
            var value = (TimeValue)proposal.Mention.Value;
            if (value.Reading is { Last: null, First.Lunar: { YearOfReign: > 0 } lunar } && Candidates(lunar) is { Count: 1 } only)
            {
                value = WithLunar(value, lunar, only[0]) with { Reading = null };
                mentions[index] = proposal with { Mention = proposal.Mention with { Value = value } };
            }
        }
    }

    private TimeValue? Settle(TimeReading reading, TimeValue value, Anchors anchors)
    {
        if (reading.Relation != TimeRelation.None)
        {
            return Related(reading.Relation, value, anchors.Before);
        }

        var first = reading.First;
        if (first.Lunar is { } lunar)
        {
            return reading.Last is { Lunar: { } lastLunar }
                ? LunarInterval(value, lunar, lastLunar, anchors)
                : WithLunar(value, lunar, IsFeast(lunar) && (anchors.Joined ?? anchors.Before) is not { IsNear: true } ? null : YearOf(lunar, anchors));
        }

        var date = first.Date;
        var isDayAlone = date is { Month: null, Day: not null };
        if (anchors.IsJoinedToYearly && date.Month is not null)
        {
            return value with { Type = TimexType.Set };     // ngày 3/2 và ngày 2/9 hằng năm
        }

        var near = anchors.Joined ?? anchors.Before ?? anchors.After;
        if (isDayAlone)
        {
            near = anchors.Joined is { Month: not null } ? anchors.Joined : anchors.Before is { Month: not null, IsNear: true } ? anchors.Before : null;
            if (near is not { Year: var year, Month: { } month })
            {
                return null;
            }

            var inMonth = EdtfDate.OfYear(year).WithMonth(month);
            return date.Day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
                ? value with { Value = Text(inMonth.WithDay(date.Day!.Value), first), Implicit = true }
                : null;
        }

        if (date is { MinuteOfDay: { } clock, Month: null })
        {
            return near is { Date: { } day, IsNear: true }
                ? value with { Value = Clocks(EdtfDate.OfDay(day), clock, reading.Last?.Date.MinuteOfDay), Implicit = true }
                : value;
        }

        if (near is null)
        {
            // A season without a year is a word of nature; a day without one still says which day.
            return date.IsSubYearGrouping && date.Month <= 28 ? null : value;
        }

        if (date.IsSubYearGrouping && date.Month <= 28 && !near.Value.IsNear)
        {
            return null;
        }

        var start = date.InYear(near.Value.Year);
        if (start is not { } known)
        {
            return value with { Invalid = true };
        }

        var end = (reading.Last?.Date ?? first.To)?.InYear(near.Value.Year);
        return value with { Value = end is { } e ? Edtf.Between(known, e).ToString() : Text(known, first), Implicit = true };
    }

    // A lunar day without a year, far from any date, is that of every year: rằm tháng Giêng.
    private static bool IsFeast(LunarReading lunar) => lunar is { Year: null, Name: null, YearOfReign: 0 };

    private static string Text(EdtfDate date, TimePoint point) =>
        point.Date.MinuteOfDay is { } minute ? date.WithTime(minute / 60, minute % 60).ToString() : date.ToString();

    private static TimeValue? Related(TimeRelation relation, TimeValue value, Anchor? anchor)
    {
        if (anchor is not { } a)
        {
            return null;
        }

        var text = relation switch
        {
            TimeRelation.SameYear => EdtfDate.OfYear(a.Year).ToString(),
            TimeRelation.NextYear => EdtfDate.OfYear(a.Year + 1).ToString(),
            TimeRelation.SameMonth when a.Month is { } month => EdtfDate.OfYear(a.Year).WithMonth(month).ToString(),
            TimeRelation.SameDay when a.Date is { } day => EdtfDate.OfDay(day).ToString(),
            TimeRelation.NextDay when a.Date is { } day => EdtfDate.OfDay(day.PlusDays(1)).ToString(),
            _ => null,
        };
        return text is null ? null : value with { Value = text, Implicit = true };
    }

    private static List<int> Candidates(LunarReading lunar)
    {
        List<int> years = [];
        foreach (var reign in lunar.Reigns)
        {
            var year = reign.YearOf(lunar.YearOfReign);
            if (reign.HasYear(lunar.YearOfReign) && (lunar.Name is not { } name || CanChi.OfYear(year) == name))
            {
                years.Add(year);
            }
        }

        if (years.Count == 0 && lunar.Reigns.Length > 0)
        {
            // The source counts on, or its two names of the year do not agree: the era is believed.
            years.Add(lunar.Reigns[^1].YearOf(lunar.YearOfReign));
        }

        return years;
    }

    // The lunar year that is meant; null when nothing tells it.
    private static int? YearOf(LunarReading lunar, Anchors anchors)
    {
        if (lunar.Year is { } told)
        {
            return told;
        }

        var near = (anchors.Joined ?? anchors.Before ?? anchors.After)?.Year;
        if (lunar.YearOfReign > 0)
        {
            var years = Candidates(lunar);
            return near is { } n ? years.MinBy(year => Math.Abs(year - n)) : years[^1];
        }

        if (lunar.Name is { } name)
        {
            return near is { } n ? name.YearsBetween(n - 30, n + 29).First() : null;
        }

        return near;
    }

    private TimeValue LunarInterval(TimeValue value, LunarReading first, LunarReading last, Anchors anchors)
    {
        if (YearOf(first, anchors) is not { } from || YearOf(last, anchors) is not { } to || Bounds(first, from) is not { } start || Bounds(last, to) is not { } end)
        {
            return first.Month is 0 or > 12 || last.Month is 0 or > 12 ? value : value with { Value = Edtf.Between(EveryYear(first), EveryYear(last)).ToString() };
        }

        return value with { Value = Edtf.Between(start.First, end.Last).ToString(), Implicit = IsFeast(last) };
    }

    private static string Clocks(EdtfDate day, int minute, int? until)
    {
        var first = day.WithTime(minute / 60, minute % 60);
        return until is { } last ? Edtf.Between(first, day.WithTime(last / 60, last % 60)).ToString() : first.ToString();
    }

    private static EdtfDate EveryYear(LunarReading lunar)
    {
        var date = default(EdtfDate).WithMonth(lunar.Month);
        return lunar.Day is > 0 and < 30 ? date.WithDay(lunar.Day) : date;
    }

    private TimeValue WithLunar(TimeValue value, LunarReading lunar, int? year)
    {
        if (year is not { } known || (IsFeast(lunar) && known <= LunisolarCalendar.FirstYear))
        {
            return lunar.Month is 0 or > 12 ? value : value with { Value = EveryYear(lunar).ToString() };
        }

        if (lunar.Month == 0)
        {
            var inYear = EdtfDate.OfYear(known);
            return value with { Value = (lunar.Season > 0 ? inYear.WithMonth(lunar.Season) : inYear).ToString() };
        }

        var isImplicit = lunar.Year is null && lunar.Name is null && lunar.YearOfReign == 0;
        return Bounds(lunar, known) is { } bounds
            ? value with { Value = (bounds.First == bounds.Last ? Edtf.Of(bounds.First) : Edtf.Between(bounds.First, bounds.Last)).ToString(), Implicit = isImplicit }
            : value with { Value = EdtfDate.OfYear(known).ToString(), Implicit = isImplicit, Invalid = known is >= LunisolarCalendar.FirstYear and <= LunisolarCalendar.LastYear };
    }

    // First and last solar day of what a lunar reading names, in a lunar year.
    private (EdtfDate First, EdtfDate Last)? Bounds(LunarReading lunar, int year)
    {
        if (year is <= LunisolarCalendar.FirstYear or > LunisolarCalendar.LastYear)
        {
            return null;
        }

        if (lunar.Month == 0)
        {
            return (EdtfDate.OfYear(year), EdtfDate.OfYear(year));
        }

        if (lunar.Month > 12)
        {
            // The days before Tết: 30 is its eve, also where the month had but 29.
            var length = Math.Max(calendar.DaysInMonth(year - 1, 12, calendar.LeapMonth(year - 1) == 12), lunar.Day);
            var eve = EdtfDate.OfDay(calendar.NewYear(year).PlusDays(lunar.Day - length - 1));
            return (eve, eve);
        }

        var first = calendar.ToSolar(new LunarDate(year, lunar.Month, lunar.IsLeapMonth, Math.Max(1, lunar.Day)));
        if (first is not { } start)
        {
            return null;
        }

        var last = lunar.Day > 0 ? start : start.PlusDays(calendar.DaysInMonth(year, lunar.Month, lunar.IsLeapMonth) - 1);
        return (EdtfDate.OfDay(start), EdtfDate.OfDay(last));
    }

    private Anchors Around(TokenizedDocument document, List<Proposal> mentions, List<int> times, int t, Anchor last)
    {
        var proposal = mentions[times[t]];
        var sentence = document.SentenceOfToken(proposal.FirstToken);
        Anchor? joined = null;
        Anchor? after = null;
        var yearly = false;
        for (var next = t + 1; next < times.Count && next <= t + 6; next++)
        {
            var other = mentions[times[next]];
            if (other.FirstToken >= document.Sentences[sentence].End)
            {
                break;
            }

            if (other.Mention.Value is TimeValue { Type: TimexType.Set } set && set.Value.StartsWith("XXXX-", StringComparison.Ordinal)
                && AreJoined(document, proposal, mentions, times, t, next))
            {
                yearly = true;
                break;
            }

            if (AnchorOf(document, mentions, times[next]) is { } anchor)
            {
                if (AreJoined(document, proposal, mentions, times, t, next) || (next == t + 1 && IsSeasonBefore(document, proposal, other)))
                {
                    joined = anchor;
                }

                after ??= anchor;
                break;
            }
        }

        Anchor? before = last.IsSet && sentence - last.Sentence <= FarthestSentence ? last : null;
        if (before is { } b)
        {
            before = b with { IsNear = sentence - b.Sentence <= NearSentences || document.Sentences[b.Sentence].Block == document.Sentences[sentence].Block };
            after = b.Sentence == sentence ? null : after;
            // In the sentence itself a date after is nearer than one of an earlier sentence: “mùa đông … (năm 1947)”.
            before = b.Sentence != sentence && after is not null ? null : before;
        }

        return new Anchors(joined, before, after, yearly);
    }

    // “mùa hè đỏ lửa năm 1972”: a few words between a season and its year, and no mark.
    private bool IsSeasonBefore(TokenizedDocument document, Proposal season, Proposal year)
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
    private bool AreJoined(TokenizedDocument document, Proposal first, List<Proposal> mentions, List<int> times, int t, int next)
    {
        var at = first.EndToken;
        for (var k = t + 1; k <= next; k++)
        {
            var other = mentions[times[k]];
            for (; at < other.FirstToken; at++)
            {
                var token = document.Tokens[at];
                if (lexicon[token] is not (TimeWord.And or TimeWord.Comma or TimeWord.Open or TimeWord.Hyphen or TimeWord.To))
                {
                    return false;
                }
            }

            at = other.EndToken;
        }

        return true;
    }

    private static Anchor? AnchorOf(TokenizedDocument document, List<Proposal> mentions, int index)
    {
        var proposal = mentions[index];
        if (proposal.Mention.Value is not TimeValue { Reading: null, Type: TimexType.Date or TimexType.Time } value
            || value.Value == TimeValue.PresentReference || IsCited(mentions, index) || Edtf.TryParse(value.Value) is not { } edtf)
        {
            return null;
        }

        // (14/10/1930 - 14/10/2023) is an anniversary, not a time that is told of.
        if (edtf.IsInterval && edtf.Start.Month is not null && edtf.Start.Month == edtf.End.Month && edtf.Start.Day == edtf.End.Day && edtf.Start.Year != edtf.End.Year)
        {
            return null;
        }

        var date = edtf.EndKind == EdtfEnd.Known && edtf.End.Year is not null ? edtf.End : edtf.Start;
        if (date.Year is not { } year)
        {
            return null;
        }

        var month = date.Month is <= 12 ? date.Month : null;
        LocalDate? day = month is { } m && date.Day is { } d ? new LocalDate(year, m, d) : null;
        return new Anchor(true, year, month, day, document.SentenceOfToken(proposal.FirstToken), true);
    }

    // The date of a cited paper says nothing of what the text tells.
    private static bool IsCited(List<Proposal> mentions, int index)
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

    /// <summary>A date that others are counted from.</summary>
    private readonly record struct Anchor(bool IsSet, int Year, int? Month, LocalDate? Date, int Sentence, bool IsNear);

    private readonly record struct Anchors(Anchor? Joined, Anchor? Before, Anchor? After, bool IsJoinedToYearly);
}
