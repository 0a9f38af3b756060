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
            else if (weak is null && segment.FrontDate >= 0 && FindMarked(scene, segment) is { } marked)
            {
                sink.Add(marked, new EventDate(segment.FrontDate, Implied: false));
            }
        }
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
                TriggerEntry entry = new(EventType.Other, "agent", "other", TriggerVoice.Active, Carries: false);
                int end = sentence[i + 2].IsWord && scene.NameAt(i + 2) < 0 ? i + 3 : i + 2;
                return new Trigger(entry, i + 1, i + 1, end) { WindowStart = segment.First, WindowEnd = segment.End, Segment = scene.Segments.IndexOf(segment) };
            }
        }

        return null;
    }
}
