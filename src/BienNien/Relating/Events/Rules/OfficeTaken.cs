using BienNien.Rules;

namespace BienNien.Relating.Events.Rules;

/// <summary>REL003. Somebody comes into an office without a verb of appointing: “do đồng chí A làm Bí thư”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OfficeTaken.md, beside this file.</remarks>
internal sealed class OfficeTaken : IEventRule
{
    /// <summary>How far from <c>do</c> its <c>làm</c> may stand: address and name lie between.</summary>
    private const int Reach = 10;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REL003");

    /// <inheritdoc/>
    public void Relate(EventScene scene, EventSink sink)
    {
        Trigger? before = null;
        foreach (Trigger trigger in scene.Triggers)
        {
            Trigger? last = before;
            before = trigger;
            if (trigger is { IsFirst: false, IsCoordinate: false } && IsAttribute(scene, trigger))
            {
                // “thành lập chi bộ do đồng chí A làm Bí thư”: who led it, told with its founding.
                trigger.Taken = true;
                continue;
            }

            if (!trigger.Taken && trigger.OfficeAt == trigger.Head + 1 && scene.Sentence[trigger.Head].Word == scene.Grammar.Serve && !trigger.Purpose)
            {
                EventDate date = EventDates.Of(scene, sink, trigger);
                if (date.Mention < 0 && last is { Nominal: false, Entry.Type: not EventType.Birth } && last.Segment == trigger.Segment && EventDates.After(scene, last) is >= 0 and int own && !scene.IsBracketed(own))
                {
                    // “Chi bộ được thành lập tháng 12/1929, do đồng chí A làm Bí thư”
                    date = new EventDate(own, Implied: false);
                }

                sink.Add(trigger, date);
            }
        }
    }

    private static bool IsAttribute(EventScene scene, Trigger trigger)
    {
        if (scene.Sentence[trigger.Head].Word != scene.Grammar.Serve || EventDates.After(scene, trigger) >= 0)
        {
            return false;
        }

        for (int i = trigger.Head - 1; i >= trigger.Head - Reach && i > 0; i--)
        {
            if (scene.Sentence[i].Word == scene.Grammar.By)
            {
                return scene.Sentence[i - 1].IsWord;
            }
        }

        return false;
    }
}
