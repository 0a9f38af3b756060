using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;
using NodaTime;
using NodaTime.Text;

namespace BienNien.Relating.Events;

/// <summary>Which date a trigger takes: that of its own clause, then of the sentence, then the one left by the text before.</summary>
internal static class EventDates
{
    /// <summary>The date of a trigger; <see cref="EventDate.None"/> when none can be told from the context.</summary>
    public static EventDate Of(EventScene scene, EventSink sink, Trigger trigger)
    {
        EventDate date = Find(scene, sink, trigger);

        // The title of a part gives its period: “2. Xây dựng lực lượng (1930 - 1945)”.
        bool titlesPeriod = date.Mention >= 0 && scene.Sentence.Block.Kind == BlockKind.Heading
            && scene.DateValue(date.Mention).Contains('/', StringComparison.Ordinal);
        return titlesPeriod || (date.Mention >= 0 && !date.Implied && TokenOf(scene, date.Mention) is >= 0 and int at && IsOfBirth(scene, trigger, at)) ? EventDate.None : date;
    }

    private static int TokenOf(EventScene scene, int date)
    {
        for (int i = 0; i < scene.Sentence.Count; i++)
        {
            if (scene.DateAt(i) == date)
            {
                return i;
            }
        }

        return -1;
    }

    private static EventDate Find(EventScene scene, EventSink sink, Trigger trigger)
    {
        Segment segment = scene.Segments[trigger.Segment];
        int after = After(scene, trigger);
        if (!trigger.IsFirst && after < 0 && IsLater(scene, trigger))
        {
            return EventDate.None;
        }

        if (segment.FrontDate >= 0)
        {
            // “năm 1931 vào hội, hy sinh ngày 3/12/1947”: a later verb with its own date right behind it.
            bool own = after >= 0 && (IsFiner(scene, after, segment.FrontDate) || (!trigger.IsFirst && IsRightBehind(scene, trigger)));
            return new EventDate(own ? after : segment.FrontDate, false);
        }

        if (after >= 0)
        {
            return new EventDate(after, false);
        }

        int before = Before(scene, trigger);
        if (before >= 0)
        {
            return new EventDate(before, false);
        }

        int paper = trigger.Entry.Type is EventType.Issue or EventType.Treaty ? scene.DateOfPaper(trigger) : -1;
        if (paper >= 0)
        {
            return new EventDate(paper, false);
        }

        int carried = Carried(scene, sink, trigger);
        if (carried >= 0)
        {
            return new EventDate(carried, false);
        }

        if (trigger is { IsFirst: true, Segment: 0, Entry.Carries: true } && DayCounted(scene, sink) is { } counted)
        {
            return new EventDate(sink.Context.LastDay, true, counted);
        }

        // “Bị bao vây, địch rút về …”: what opens only tells the cause.
        bool cause = trigger.PassiveAt == 0 && scene.Sentence[0].Word == scene.Grammar.Suffer;
        int inherited = trigger.Entry.Carries && trigger.IsFirst && trigger.Segment == 0 && !cause ? sink.Context.Inherited() : -1;
        return inherited >= 0 ? new EventDate(inherited, true) : EventDate.None;
    }

    // “Sau hai ngày chiến đấu, ta làm chủ …”, from the day of the sentence before.
    private static string? DayCounted(EventScene scene, EventSink sink)
    {
        int days = scene.DaysAfter;
        return days > 0 && sink.Context.LastDay is >= 0 and int last && Edtf.TryParse(scene.DateValue(last)) is { IsInterval: false, Start: { Year: int year, Month: int month, Day: int day } }
            ? LocalDatePattern.Iso.Format(new LocalDate(year, month, day).PlusDays(days))
            : null;
    }

    /// <summary>
    /// Whether a verb tells what happened: it is the first of its clause or joined to it by a comma or <c>và</c>; neither made a noun nor a
    /// purpose. “Chỉ đạo tập trung xây dựng” tells one thing, not two; “đi dự hội nghị họp tháng 3/1935” tells two, since the second has its date.
    /// </summary>
    public static bool IsMain(EventScene scene, Trigger trigger) =>
        !trigger.Nominal && !trigger.Purpose && !trigger.RepeatsVerb
        && (trigger.IsFirst || trigger.IsCoordinate || trigger.SubjectOf == trigger || (trigger.Entry.Carries && After(scene, trigger) >= 0));

    /// <summary>The first date in the trigger's own part of the sentence, behind it; -1 without one.</summary>
    public static int After(EventScene scene, Trigger trigger)
    {
        Sentence sentence = scene.Sentence;

        // From within the trigger: “sinh ngày” and “ngày 26/12/1867” share a word.
        for (int i = trigger.Head + 1; i < trigger.WindowEnd; i++)
        {
            int date = scene.DateAt(i);
            if (date >= 0 && Tells(scene, sentence, i) && !IsOfBirth(scene, trigger, i))
            {
                // “cuộc tấn công mùa đông … (năm 1947)”: a season in the name, the year behind it.
                int next = IsBareSeason(scene, date) ? NextBracketed(scene, i + 1, trigger.WindowEnd) : -1;
                return next >= 0 ? next : date;
            }
        }

        return -1;
    }

    // “bầu Đinh Công Hậu, sinh năm 1980, làm chủ tịch”: it says who he is, not when.
    private static bool IsOfBirth(EventScene scene, Trigger trigger, int at)
    {
        int first = at;
        while (first > 0 && scene.DateAt(first - 1) == scene.DateAt(at))
        {
            first--;
        }

        return trigger.Entry.Type != EventType.Birth && first > 0 && scene.Sentence[first - 1].Word == scene.Grammar.Born
            && !scene.Grammar.Sacrifice.Contains(scene.Sentence[first - 2]);
    }

    private static bool IsBareSeason(EventScene scene, int date) =>
        scene.Mentions[date].Value is TimeValue { Implicit: true, Value: [_, _, _, _, '-', '2', '1' or '2' or '3' or '4'] };

    private static int NextBracketed(EventScene scene, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (scene.DateAt(i) >= 0)
            {
                return scene.BracketAt(i) >= 0 ? scene.DateAt(i) : -1;
            }
        }

        return -1;
    }

    private static bool IsRightBehind(EventScene scene, Trigger trigger)
    {
        for (int i = trigger.Head + 1; i <= trigger.End + 1; i++)
        {
            if (scene.DateAt(i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a date says when, and not until when or of which plan.</summary>
    public static bool Tells(EventScene scene, Sentence sentence, int at)
    {
        int bracket = scene.BracketAt(at);
        return !(at > 0 && scene.Grammar.NotWhen.Contains(sentence[at - 1]))
            && !(bracket >= 0 && scene.Grammar.Asides.Contains(sentence[bracket + 1]));
    }

    /// <summary>The nearest date in the trigger's own part of the sentence, before it; -1 without one.</summary>
    public static int Before(EventScene scene, Trigger trigger)
    {
        Sentence sentence = scene.Sentence;
        int bracketed = -1;
        for (int i = trigger.First - 1; i >= trigger.WindowStart; i--)
        {
            // “Bản tổng kết in năm 1985 ghi: trong …”: the paper's year is not that of what it tells.
            if (sentence[i].Word == scene.Grammar.Colon && i > 0 && scene.Grammar.Tellings.Contains(sentence[i - 1]))
            {
                return scene.Grammar.Settings.Contains(sentence[i + 1]) ? bracketed : -1;
            }

            int date = scene.DateAt(i);
            if (date < 0 || !Tells(scene, sentence, i) || IsOfBirth(scene, trigger, i) || (scene.BracketAt(i) < 0 && scene.IsOfName(i, trigger.WindowStart)))
            {
                continue;
            }

            // “Sau khi A chiếm B (1886), chúng …”: a date in brackets is that of the words before it, unless they are the setting.
            if (scene.BracketAt(i) < 0 || scene.DateEnd(i) + 1 >= trigger.First - 1 || scene.Grammar.Settings.Contains(sentence[trigger.WindowStart]))
            {
                return date;
            }

            bracketed = date;
        }

        return -1;
    }

    // “sinh năm 1904 tại A, về sau chuyển sang B”: the second did not happen at the date of the first.
    private static bool IsLater(EventScene scene, Trigger trigger)
    {
        Sentence sentence = scene.Sentence;
        for (int i = Math.Max(trigger.WindowStart, 1); i < trigger.First; i++)
        {
            if (scene.Grammar.Later.Contains(sentence[i]) && (scene.Grammar.Later.Contains(sentence[i - 1]) || scene.Grammar.Later.Contains(sentence[i + 1])))
            {
                return true;
            }
        }

        return false;
    }

    private static int Carried(EventScene scene, EventSink sink, Trigger trigger)
    {
        for (int s = trigger.Segment - 1; s >= 0; s--)
        {
            if (scene.Segments[s].FrontDate >= 0)
            {
                return scene.Segments[s].FrontDate;
            }
        }

        if (sink.OpenDate >= 0 || trigger.SubjectOf is not { } owner || owner == trigger || owner.Segment != trigger.Segment)
        {
            return sink.OpenDate;
        }

        int own = After(scene, owner);
        return own >= 0 && !scene.IsBracketed(own) ? own : -1;
    }

    private static bool IsFiner(EventScene scene, int candidate, int than) =>
        Edtf.TryParse(scene.DateValue(candidate)) is { } fine
        && Edtf.TryParse(scene.DateValue(than)) is { } coarse
        && fine.RelationTo(coarse) == EdtfRelation.Within;
}
