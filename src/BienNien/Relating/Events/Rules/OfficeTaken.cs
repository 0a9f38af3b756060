using BienNien.Rules;

namespace BienNien.Relating.Events.Rules;

/// <summary>REL003. Somebody comes into an office without a verb of appointing: “do đồng chí A làm Bí thư”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OfficeTaken.md, beside this file.</remarks>
internal sealed class OfficeTaken : IEventRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("REL003");

    /// <inheritdoc/>
    public void Relate(EventScene scene, EventSink sink)
    {
        foreach (Trigger trigger in scene.Triggers)
        {
            if (!trigger.Taken && trigger.OfficeAt == trigger.Head + 1 && scene.Sentence[trigger.Head].Word == scene.Grammar.Serve && !trigger.Purpose)
            {
                sink.Add(trigger, EventDates.Of(scene, sink, trigger));
            }
        }
    }
}
