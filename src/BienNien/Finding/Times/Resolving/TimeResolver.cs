using BienNien.Finding.Times.Grammar;
using BienNien.Reading.Papers;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Finding.Times.Resolving;

/// <summary>Gives the times that leave something out what the text around them tells: years, months, lunar days, names of years.</summary>
/// <remarks>
/// In this order: a date that is joined by “và”, a comma or an opening bracket; the last date before, in the sentence; a date after, in
/// the sentence; the head of the table's row or column; the heading, for what opens an entry under it; the narrative before; the document's
/// own date. Each mention says from which it was (<see cref="Mention.Anchor"/>). Nothing is taken from a clock.
/// </remarks>
internal sealed class TimeResolver(LunisolarCalendar calendar, TimeLexicon lexicon, PaperHeaderReader headers) : IMentionResolver
{
    // Before that, nobody shortens years.
    private const int FirstShortYear = 1850;

    // Before that, a decade without its century is not of the twentieth.
    private const int LastOldYear = 1890;
    private const int LongestCount = 1_000;

    // Till five, hours told after a night are of the day after it.
    private const int DawnMinutes = 5 * 60;

    private readonly LunarYears _lunar = new(calendar);

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
                open |= value.Reading is not null || IsOfNow(value);
            }
        }

        if (!open)
        {
            return;
        }

        var readings = times.Select(index => ((TimeValue)mentions[index].Mention.Value).Reading).ToArray();
        LunarContext context = new(document, mentions, times, readings, lexicon, _lunar);

        // Eras first: they are sure by themselves, and settle the can chi years beside them.
        SettleEras(mentions, times);
        DocumentDate own = new(document, mentions, headers);
        AnchorWalk walk = new(document, mentions, times, lexicon, own);
        List<int> unsettled = [];
        for (var t = 0; t < times.Count; t++)
        {
            var proposal = mentions[times[t]];
            var value = (TimeValue)proposal.Mention.Value;
            if (value.Reading is { } told)
            {
                var anchors = walk.Around(t);
                var reading = context.Read(t, told, anchors.Best);
                readings[t] = reading;
                if (reading.First.Lunar is { } named && (context.Naming(t, named, inSentence: true) ?? (anchors.Best is null ? context.Naming(t, named, inSentence: false) : null)) is { } naming)
                {
                    anchors = anchors with { Joined = naming };
                }

                if (IsOfOtherYear(reading) && anchors.Before is { } before && context.YearBefore(t) is { } lunarYear)
                {
                    anchors = anchors with { Before = before with { Date = before.Date with { Year = lunarYear } } };
                }

                if (Settle(reading, value, anchors, own) is not { } settled)
                {
                    unsettled.Add(times[t]);
                    continue;
                }

                var (found, anchor) = settled;
                found = IsOfEveryYear(found) && reading.First.Lunar is null or { IsYearless: true } ? found with { Type = TimexType.Set } : found;
                mentions[times[t]] = proposal with { Mention = proposal.Mention with { Value = found with { Reading = null }, Anchor = anchor?.ToMention() } };
            }
            else if (IsOfNow(value) && own.Date is { } now)
            {
                mentions[times[t]] = proposal with { Mention = proposal.Mention with { Anchor = new MentionAnchor(AnchorSource.Document, now.Span, AnchorCertainty.Medium) } };
            }

            context.Pass(t, readings[t], (TimeValue)mentions[times[t]].Mention.Value);
            walk.Pass(t);
        }

        for (var t = 0; t < times.Count; t++)
        {
            if (context.IsContradicted(t))
            {
                var proposal = mentions[times[t]];
                mentions[times[t]] = proposal with { Mention = proposal.Mention with { Value = (TimeValue)proposal.Mention.Value with { Disagrees = true } } };
            }
        }

        for (var i = unsettled.Count - 1; i >= 0; i--)
        {
            mentions.RemoveAt(unsettled[i]);
        }
    }

    // năm đó, năm sau
    private static bool IsOfOtherYear(TimeReading reading) =>
        reading is { Relation: TimeRelation.None, Last: null, First: { Lunar: null, OfDocument: false, IsOfContext: false, Date: { YearPrecision: YearPrecision.Unspecified, Month: null, Day: null, MinuteOfDay: null } } };

    // A day or month that no year can be found for comes every year.
    private static bool IsOfEveryYear(TimeValue value) => value is { Type: TimexType.Date, Invalid: false } && value.Value.StartsWith("XXXX-", StringComparison.Ordinal);

    // hiện nay; 1988 đến nay
    private static bool IsOfNow(TimeValue value) => value.Value == TimeValue.PresentReference || (value.Type == TimexType.Date && value.Value.EndsWith("/..", StringComparison.Ordinal));

    private void SettleEras(List<Proposal> mentions, List<int> times)
    {
        foreach (var index in times)
        {
            var proposal = mentions[index];
            var value = (TimeValue)proposal.Mention.Value;
            if (value.Reading is { Last: null, First.Lunar: { } lunar } && Sure(lunar) is { } year)
            {
                value = _lunar.Value(value, lunar, year) with { Reading = null };
                mentions[index] = proposal with { Mention = proposal.Mention with { Value = value } };
            }
        }
    }

    // The year that the words tell by themselves.
    private static int? Sure(LunarReading lunar) =>
        lunar.Year is not null && lunar.Name is not null ? lunar.Year
            : lunar.YearOfReign > 0 && LunarYears.Candidates(lunar) is { Count: 1 } only ? only[0]
            : null;

    // The value and what it was counted from; null when it cannot be settled and is no mention.
    private (TimeValue Value, ChosenAnchor? Anchor)? Settle(TimeReading reading, TimeValue value, Anchors anchors, DocumentDate own)
    {
        if (reading.Length is { } length)
        {
            return CountedOff(length, reading.IsBack, value, anchors.Before);
        }

        if (reading.First.Date is { MinuteOfDay: not null, Month: null })
        {
            return Clock(reading, value, anchors);
        }

        if (reading.Relation != TimeRelation.None)
        {
            return reading.Relation is TimeRelation.Today or TimeRelation.Yesterday or TimeRelation.Tomorrow
                ? OfDocument(reading.Relation, value, own)
                : Related(reading.Relation, value, anchors.Before);
        }

        if (anchors.IsUnderYearly && Yearly(reading) is { } yearly)
        {
            return (value with { Type = TimexType.Set, Value = yearly }, null);     // hằng năm, vào ngày 3/2
        }

        if (reading.First.Lunar is { } lunar)
        {
            return Lunar(reading, lunar, value, anchors);
        }

        var first = reading.First;
        var date = first.Date;
        if (anchors.IsJoinedToYearly && date.Month is not null)
        {
            return (value with { Type = TimexType.Set }, null);     // ngày 3/2 và ngày 2/9 hằng năm
        }

        if (date is { Month: null, Day: { } day })
        {
            return DayAlone(first, day, value, anchors);
        }

        var near = first.OfDocument || reading.Last is { OfDocument: true } ? OfOwn(own) : anchors.Best;
        if (anchors.IsHabit && near is not { Source: AnchorSource.Joined or AnchorSource.Sentence } && date is { Month: <= 12, YearPrecision: YearPrecision.Unspecified }
            && first is { OfDocument: false, YearShift: 0 })
        {
            return (value, null);
        }

        // A later date gives its year to a day; a month alone is then as likely one of every year.
        if (near is { Source: AnchorSource.Following, Certainty: AnchorCertainty.Low } && date.Day is null)
        {
            near = null;
        }

        // A season without a year is a word of nature, “năm đó” without one tells nothing; a day without one still says which day.
        if (first is { IsShortYear: true, Date.YearPrecision: YearPrecision.Decade })
        {
            return (near is { Date.Year: > 1000 and < LastOldYear and var century } old ? value with { Value = InCentury(first, century) } : value, near is { Date.Year: < LastOldYear } ? near : null);
        }

        var isNothingAlone = date is { YearPrecision: YearPrecision.Unspecified, Month: null };
        var isSeason = date.IsSubYearGrouping && date.Month <= 28;
        if (near is not { } anchor)
        {
            return first.OfDocument && isNothingAlone && first.YearShift == 0 ? (value with { Value = TimeValue.PresentReference, Implicit = false }, null)
                : isSeason || isNothingAlone || first.IsOfContext ? null
                : (value, null);
        }

        if ((isSeason || (first.IsOfContext && date.Day is null)) && !anchor.IsNear)
        {
            return null;
        }

        var year = first.IsShortYear ? LongYear(date.Year!.Value, anchor.Date.Year) : anchor.Date.YearOf(date.Month);
        if (date.InYear(year + first.YearShift) is not { } start)
        {
            return (value with { Invalid = true }, anchor);
        }

        if (reading.Last is { IsOpen: true })
        {
            return (value with { Value = Edtf.Since(start).ToString(), Implicit = true }, anchor);      // từ tháng 6 trở đi
        }

        var end = (reading.Last?.Date ?? first.To)?.InYear(year + (reading.Last?.YearShift ?? first.YearShift));
        return (value with { Value = end is { } e ? Edtf.Between(start, e).ToString() : Text(start, first), Implicit = true }, anchor);
    }

    // “ngày 14”, after a month that is near enough.
    private static (TimeValue Value, ChosenAnchor? Anchor)? DayAlone(TimePoint point, int day, TimeValue value, Anchors anchors)
    {
        var near = anchors.Joined is { Date.Month: not null } ? anchors.Joined : anchors.Before is { Date.Month: not null, IsNear: true } ? anchors.Before : null;
        if (near is not { Date: { Year: var year, Month: { } month } } anchor || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return null;
        }

        return (value with { Value = Text(EdtfDate.OfYear(year).WithMonth(month).WithDay(day), point), Implicit = true }, anchor);
    }

    // A time of the clock on the day told before: “22 giờ cùng ngày”, “5 giờ sáng ngày 14”, “đến chín giờ”.
    private static (TimeValue Value, ChosenAnchor? Anchor)? Clock(TimeReading reading, TimeValue value, Anchors anchors)
    {
        var clock = reading.First.Date.MinuteOfDay!.Value;
        if (reading.First.Date.Day is { } day)
        {
            var month = (anchors.Joined ?? anchors.Before) is { Date.Month: not null, IsNear: true } inMonth ? inMonth : (ChosenAnchor?)null;
            return month is { Date: { Year: var year, Month: { } number } } && day <= CalendarSystem.Iso.GetDaysInMonth(year, number)
                ? On(new LocalDate(year, number, day), month)
                : (value, null);
        }

        if (reading.Relation == TimeRelation.None)
        {
            return anchors.Best is { Date.Date: { } date, IsNear: true } near && !anchors.IsUnderEvery && !(anchors.IsRule && near.Source == AnchorSource.Narrative && !near.IsInBlock) ? On(near.Date.IsNight && clock < DawnMinutes ? date.PlusDays(1) : date, near) : (value, null);
        }

        return anchors.Before is { Date.Date: { } told } before ? On(told.PlusDays(reading.Relation == TimeRelation.NextDay ? 1 : 0), before) : (value, null);

        (TimeValue Value, ChosenAnchor? Anchor)? On(LocalDate on, ChosenAnchor? anchor)
        {
            var first = EdtfDate.OfDay(on).WithTime(clock / 60, clock % 60);
            var text = reading.Last?.Date.MinuteOfDay is { } last
                ? Edtf.Between(first, EdtfDate.OfDay(on.PlusDays(reading.DaysToLast)).WithTime(last / 60, last % 60)).ToString()
                : first.ToString();
            return (value with { Value = text, Implicit = true }, anchor);
        }
    }

    // “ba ngày sau”: the length stays the value; what it comes to is said besides, as finely as the date before and the unit allow.
    private static (TimeValue Value, ChosenAnchor? Anchor)? CountedOff(IsoDuration length, bool isBack, TimeValue value, ChosenAnchor? anchor)
    {
        if (anchor is not { IsNear: true, Source: not AnchorSource.Document, Date: { Year: > -9_000 and < 9_000 } from } near || length.Amount > LongestCount)
        {
            return (value, null);
        }

        var count = (int)length.Amount * (isBack ? -1 : 1);
        EdtfDate? to = length.Unit switch
        {
            DurationUnit.Day when from.Date is { } day => EdtfDate.OfDay(day.PlusDays(count)),
            DurationUnit.Week when from.Date is { } day => EdtfDate.OfDay(day.PlusWeeks(count)),
            DurationUnit.Month when from.Month is { } month => OfMonth(new LocalDate(from.Year, month, 1).PlusMonths(count)),
            DurationUnit.Year when from.Year + count is > -9_998 and < 9_999 and var year => EdtfDate.OfYear(year),
            _ => null,
        };
        return to is { } date ? (value with { Anchored = date.ToString() }, near) : (value, null);

        static EdtfDate OfMonth(LocalDate day) => EdtfDate.OfYear(day.Year).WithMonth(day.Month);
    }

    // A day or month that every year has, as it is written; null when a year is told or nothing but a year is left out.
    private string? Yearly(TimeReading reading)
    {
        var (first, last) = (reading.First, reading.Last);
        if (first.Lunar is { Month: > 0 and <= 12, Year: null, Name: null, YearOfReign: 0 } lunar)
        {
            var blank = new TimeValue(TimexType.Date, "XXXX");
            return last is null ? _lunar.Value(blank, lunar, null).Value
                : last.Value.Lunar is { } end ? _lunar.Interval(blank, lunar, end, null, null).Value : null;
        }

        return first is { Lunar: null, Date: { Month: <= 12, Year: null } } && last?.Lunar is null && last?.Date.Year is null && first.To is null
            ? (last is { } to ? Edtf.Between(first.Date, to.Date) : Edtf.Of(first.Date)).ToString()
            : null;
    }

    private (TimeValue Value, ChosenAnchor? Anchor)? Lunar(TimeReading reading, LunarReading lunar, TimeValue value, Anchors anchors)
    {
        var near = anchors.Best;
        if (reading.Last is { Lunar: { } last })
        {
            var every = LunarYears.IsFeast(last) && near is not { Source: AnchorSource.Joined or AnchorSource.Sentence } && (near is not { IsNear: true } || anchors.IsHabit || last.Month is > 1 and <= 12 || last.Day > 8);
            var interval = _lunar.Interval(value, lunar, last, every ? null : LunarYears.YearOf(lunar, near), every ? null : LunarYears.YearOf(last, near));
            return (interval, LunarYears.IsFeast(last) && interval.Implicit ? near : null);
        }

        var isFeast = LunarYears.IsFeast(lunar);
        if (isFeast && (anchors.IsHabit || lunar.Month > 1 || lunar.Day > 8) && lunar.Month is > 0 and <= 12 && near is not { Source: AnchorSource.Joined or AnchorSource.Sentence })
        {
            return (_lunar.Value(value, lunar, null), null);
        }

        // A feast in a table of days is kept every year, whatever year stands at the head of the row.
        if (isFeast && ((anchors.Joined ?? anchors.Before) is not { IsNear: true, Source: not AnchorSource.Table } || lunar.Month == 0))
        {
            return lunar.Month == 0 && lunar.Day == 0 && lunar.DayName is null ? null : (_lunar.Value(value, lunar, null), null);
        }

        var year = LunarYears.YearOf(lunar, near);
        return (_lunar.Value(value, lunar, year), (lunar.Year is null || lunar.IsFromContext) && (isFeast || near is not null) ? near : null);
    }

    private static (TimeValue Value, ChosenAnchor? Anchor)? Related(TimeRelation relation, TimeValue value, ChosenAnchor? anchor)
    {
        if (anchor is not { Date: var a } chosen)
        {
            return null;
        }

        EdtfDate? date = relation switch
        {
            TimeRelation.NextMonth when a.Month is { } month => EdtfDate.OfYear(month == 12 ? a.Year + 1 : a.Year).WithMonth((month % 12) + 1),
            TimeRelation.PreviousDay when a.Date is { } day => EdtfDate.OfDay(day.PlusDays(-1)),
            TimeRelation.SameMonth when a.Month is { } month => EdtfDate.OfYear(a.Year).WithMonth(month),
            TimeRelation.SameDay when a.Date is { } day => EdtfDate.OfDay(day),
            TimeRelation.NextDay when a.Date is { } day => EdtfDate.OfDay(day.PlusDays(1)),
            _ => null,
        };
        return date is { } known ? (value with { Value = known.ToString(), Implicit = true }, chosen) : null;
    }

    // năm 68 in a text about 1960; năm 40 in one about the Hai Bà Trưng, or without a text around, is the year 40
    private static int LongYear(int figures, int near)
    {
        if (near < FirstShortYear)
        {
            return figures;
        }

        var year = (near / 100 * 100) + figures;
        return year - near > 50 ? year - 100 : near - year > 50 ? year + 100 : year;
    }

    // những năm 70 in a text about 1765 are those of its century
    private static string InCentury(TimePoint point, int year)
    {
        var first = EdtfDate.OfDecade((year / 100 * 100) + (point.Date.Earliest.Year % 100));
        return point.To is { } to ? Edtf.Between(first, EdtfDate.OfDecade((year / 100 * 100) + (to.Earliest.Year % 100))).ToString() : first.ToString();
    }

    private static ChosenAnchor? OfOwn(DocumentDate own) =>
        own.Date is { } date ? new ChosenAnchor(date, AnchorSource.Document, AnchorCertainty.Medium) { IsNear = true } : null;

    // hôm nay, hôm qua, sáng mai: by the document's own day, which only papers, news and speeches tell
    private static (TimeValue Value, ChosenAnchor? Anchor)? OfDocument(TimeRelation relation, TimeValue value, DocumentDate own)
    {
        if (own.IsTold && OfOwn(own) is { Date.Date: { } day } anchor)
        {
            var moved = day.PlusDays(relation switch { TimeRelation.Yesterday => -1, TimeRelation.Tomorrow => 1, _ => 0 });
            return (value with { Value = EdtfDate.OfDay(moved).ToString() }, anchor);
        }

        return relation == TimeRelation.Today ? (value with { Value = TimeValue.PresentReference, Implicit = false }, null) : null;
    }

    private static string Text(EdtfDate date, TimePoint point) =>
        point.Date.MinuteOfDay is { } minute ? date.WithTime(minute / 60, minute % 60).ToString() : date.ToString();
}
