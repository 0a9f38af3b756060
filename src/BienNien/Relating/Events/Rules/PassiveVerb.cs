using BienNien.Rules;

namespace BienNien.Relating.Events.Rules;

/// <summary>REL002. A dated clause with <c>được</c> or <c>bị</c>: who stands before undergoes it, who stands between does it.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PassiveVerb.md, beside this file.</remarks>
internal sealed class PassiveVerb : IEventRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("REL002");

    /// <inheritdoc/>
    public void Relate(EventScene scene, EventSink sink)
    {
        foreach (Trigger trigger in scene.Triggers)
        {
            if (!trigger.Taken && trigger.PassiveAt >= 0 && EventDates.IsMain(scene, trigger) && trigger.Entry.Voice == TriggerVoice.Active)
            {
                sink.Add(trigger, EventDates.Of(scene, sink, trigger), passive: true);
            }
        }
    }
}
