using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Events.Rules;

/// <summary>
/// REL005. A feast with the day that it recalls: “Kỷ niệm 60 năm Ngày thành lập … (1/5/1950 - 1/5/2010)”. The first end of the interval
/// dates what is recalled, the second the feast.
/// </summary>
/// <remarks>Examples, sources and the cases it leaves alone: Commemoration.md, beside this file.</remarks>
internal sealed class Commemoration : IEventRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("REL005");

    /// <inheritdoc/>
    public void Relate(EventScene scene, EventSink sink)
    {
        Sentence sentence = scene.Sentence;
        for (int i = 0; i + 1 < sentence.Count; i++)
        {
            if (sentence[i].Word == scene.Grammar.Commemorate && sentence[i + 1].Word == scene.Grammar.CommemorateEnd)
            {
                i = Read(scene, sink, sentence, i);
            }
        }

        foreach (Trigger trigger in scene.Triggers)
        {
            if (!trigger.Taken && trigger.Entry.Voice != TriggerVoice.Weak && trigger.Entry.Type != EventType.Other && CountsYears(scene, sentence, trigger.First))
            {
                ReadCounted(scene, sink, trigger);
            }
        }
    }

    // “75 năm thành lập trường (1948 - 2023)”, “80 năm ngày thành lập …”: the first of the two dates is that of the happening.
    private static void ReadCounted(EventScene scene, EventSink sink, Trigger trigger)
    {
        int after = EventDates.After(scene, trigger);
        if (after < 0 && scene.OpensFeast && scene.FeastBelow() is >= 0 and int below && Edtf.TryParse(scene.DateValue(below)) is { } days)
        {
            AddRecalled(scene, sink, trigger, new EventDate(below, Implied: true), days);
            return;
        }

        if (after >= 0 && scene.IsBracketed(after)
            && Edtf.TryParse(((TimeValue)scene.Mentions[after].Value).Value) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known } time)
        {
            List<Participant> who = [];
            List<int> where = [];
            Participants.Read(scene, trigger, trigger.PassiveAt >= 0, who, where, []);
            trigger.Taken = true;
            sink.AddValue(
                TriggerSpan.Of(scene, trigger), trigger.Entry.Type, ClaimStatus.Asserted, new EventDate(after, Implied: false), time.Start.ToString(),
                [.. who], [.. where], [], scene.Span);
        }
    }

    private static bool CountsYears(EventScene scene, Sentence sentence, int at)
    {
        int year = scene.Grammar.Years.Contains(sentence[at - 1]) && !sentence[at - 2].IsNumber ? at - 2 : at - 1;
        return scene.Grammar.Years.Contains(sentence[year]) && sentence[year - 1].IsNumber && sentence[year - 1].Length <= 3;
    }

    private static int Read(EventScene scene, EventSink sink, Sentence sentence, int at)
    {
        Trigger? recalled = null;
        Trigger? feast = null;
        foreach (Trigger trigger in scene.Triggers)
        {
            feast ??= trigger.End > at && trigger.First <= at + 1 ? trigger : null;
            recalled ??= trigger.First > at + 1 ? trigger : null;
        }

        for (int i = at + 2; i < sentence.Count; i++)
        {
            if (scene.DateAt(i) < 0 || scene.BracketAt(i) < 0)
            {
                continue;
            }

            EventDate date = new(scene.DateAt(i), Implied: false);
            Edtf? time = Edtf.TryParse(((TimeValue)scene.Mentions[date.Mention].Value).Value);
            if (time is not { StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known })
            {
                return i;
            }

            TextSpan words = sentence.Span(at, FeastEnd(scene, sentence, at));
            if (time.IsInterval)
            {
                sink.AddValue(words, EventType.Ceremony, ClaimStatus.Asserted, date, time.End.ToString(), [], Places(scene, at, i), [], scene.Span);
                if (feast is not null)
                {
                    feast.Taken = true;
                }
            }

            if (recalled is not null && recalled.First < i)
            {
                AddRecalled(scene, sink, recalled, date, time);
            }

            return i;
        }

        int below = scene.OpensFeast ? scene.FeastBelow() : -1;
        if (below >= 0 && Edtf.TryParse(scene.DateValue(below)) is { } days)
        {
            ReadBelow(scene, sink, sentence, at, recalled, new EventDate(below, Implied: true), days);
            if (feast is not null)
            {
                feast.Taken = true;
            }
        }

        return at + 1;
    }

    // A title whose two days stand in the line below it.
    private static void ReadBelow(EventScene scene, EventSink sink, Sentence sentence, int at, Trigger? recalled, EventDate date, Edtf days)
    {
        sink.AddValue(
            sentence.Span(at, FeastEnd(scene, sentence, at)), EventType.Ceremony, ClaimStatus.Asserted, date, days.End.ToString(), [], Places(scene, at, sentence.Count), [], scene.Span);
        if (recalled is not null)
        {
            AddRecalled(scene, sink, recalled, date, days);
        }
    }

    // “kỷ niệm 60 năm ngày”
    private static int FeastEnd(EventScene scene, Sentence sentence, int at)
    {
        int end = at + 2;
        while (end < at + 5 && (sentence[end].IsNumber || scene.Grammar.Years.Contains(sentence[end])))
        {
            end++;
        }

        return end;
    }

    private static void AddRecalled(EventScene scene, EventSink sink, Trigger recalled, EventDate date, Edtf days)
    {
        List<Participant> who = [];
        List<int> where = [];
        Participants.Read(scene, recalled, recalled.PassiveAt >= 0, who, where, []);
        recalled.Taken = true;
        sink.AddValue(TriggerSpan.Of(scene, recalled), recalled.Entry.Type, ClaimStatus.Asserted, date, days.Start.ToString(), [.. who], [.. where], [], scene.Span);
    }

    private static System.Collections.Immutable.ImmutableArray<int> Places(EventScene scene, int first, int end) =>
        [.. scene.Inside.Where(mention => mention.First >= first && mention.First < end && scene.Mentions[mention.Index].Kind == MentionKind.Place).Select(mention => mention.Index)];
}
