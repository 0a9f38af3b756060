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

            TextSpan words = sentence.Span(at, Math.Min(at + 5, i - 1));
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
                List<Participant> who = [];
                List<int> where = [];
                Participants.Read(scene, recalled, recalled.PassiveAt >= 0, who, where, []);
                recalled.Taken = true;
                sink.AddValue(
                    TriggerSpan.Of(scene, recalled), recalled.Entry.Type, ClaimStatus.Asserted, date, time.Start.ToString(), [.. who], [.. where], [], scene.Span);
            }

            return i;
        }

        return at + 1;
    }

    private static System.Collections.Immutable.ImmutableArray<int> Places(EventScene scene, int first, int end) =>
        [.. scene.Inside.Where(mention => mention.First >= first && mention.First < end && scene.Mentions[mention.Index].Kind == MentionKind.Place).Select(mention => mention.Index)];
}
