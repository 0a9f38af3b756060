using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Events.Rules;

/// <summary>
/// REL007. A clause that opens with its date and has no verb of the lexicon but a general one, or none but the mark of the past
/// <c>đã</c>: “Năm 1957, tỉnh đã mở rộng …”.
/// </summary>
/// <remarks>Examples, sources and the cases it leaves alone: DatedClause.md, beside this file.</remarks>
internal sealed class DatedClause : IEventRule
{
    /// <summary>How far from the start of the clause its verb may stand.</summary>
    private const int Reach = 40;

    /// <summary>Words of title and address before a name.</summary>
    private const int TitleReach = 6;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REL007");

    /// <inheritdoc/>
    public void Relate(EventScene scene, EventSink sink)
    {
        int next = 0;
        for (int s = 0; s < scene.Segments.Count; s++)
        {
            Segment segment = scene.Segments[s];
            Trigger? weak = null;
            bool told = false;
            for (; next < scene.Triggers.Count && scene.Triggers[next].Segment == s; next++)
            {
                Trigger trigger = scene.Triggers[next];
                told |= trigger.Taken;
                weak ??= trigger.Entry.Voice == TriggerVoice.Weak && !trigger.Nominal && !trigger.Purpose ? trigger : null;
            }

            if (told)
            {
                continue;
            }

            if (weak is not null && weak.Head - segment.First <= Reach)
            {
                int date = segment.FrontDate >= 0 ? segment.FrontDate : EventDates.Before(scene, weak);
                sink.Add(weak, new EventDate(date, Implied: false), weak.PassiveAt >= 0);
            }
            else if (weak is null && segment.FrontDate >= 0 && (FindMarked(scene, segment) ?? FindPlain(scene, segment)) is { } marked)
            {
                sink.Add(marked, new EventDate(segment.FrontDate, Implied: false));
            }
        }
    }

    // “Ngày 5/6/1911, Nguyễn Văn Ba xin việc …”: right behind the date who, right behind that what.
    private static Trigger? FindPlain(EventScene scene, Segment segment)
    {
        Sentence sentence = scene.Sentence;
        int subject = segment.ContentStart;
        while (subject < Math.Min(segment.End, segment.ContentStart + TitleReach) && scene.NameAt(subject) < 0 && sentence[subject].IsWord)
        {
            subject++;
        }

        int name = scene.NameAt(subject);
        if (name < 0 || scene.Mentions[name].Kind is not (MentionKind.Person or MentionKind.Organisation) || ((TimeValue)scene.Mentions[segment.FrontDate].Value).Value.Contains('/', StringComparison.Ordinal))
        {
            return null;
        }

        int at = subject;
        while (at < segment.End && scene.NameAt(at) == name)
        {
            at++;
        }

        Token verb = sentence[at];
        return at + 1 < segment.End && verb.IsWord && !verb.Capitalised && !verb.IsNumber && scene.NameAt(at) < 0 && scene.DateAt(at) < 0 && !scene.IsNoTrigger(at)
            && !scene.Grammar.EndsObject.Contains(verb) && !scene.Grammar.NoDeeds.Contains(verb) && !scene.Grammar.Passive.Contains(verb) && sentence[at + 1].IsWord
            ? Told(scene, segment, at)
            : null;
    }

    private static Trigger Told(EventScene scene, Segment segment, int verb)
    {
        TriggerEntry entry = new(EventType.Other, "agent", "other", TriggerVoice.Active, Carries: false);
        int end = scene.Sentence[verb + 1].IsWord && scene.NameAt(verb + 1) < 0 ? verb + 2 : verb + 1;
        return new Trigger(entry, verb, verb, end) { WindowStart = segment.First, WindowEnd = segment.End, Segment = scene.Segments.IndexOf(segment) };
    }

    private static Trigger? FindMarked(EventScene scene, Segment segment)
    {
        Sentence sentence = scene.Sentence;
        int last = Math.Min(segment.End - 2, segment.First + Reach);
        for (int i = segment.ContentStart; i < last; i++)
        {
            Token verb = sentence[i + 1];
            if (sentence[i].Word == scene.Grammar.Already && !scene.IsNoTrigger(i + 1) && verb.IsWord && !verb.Capitalised && scene.NameAt(i + 1) < 0 && !scene.Grammar.EndsObject.Contains(verb))
            {
                return Told(scene, segment, i + 1);
            }
        }

        return null;
    }
}
