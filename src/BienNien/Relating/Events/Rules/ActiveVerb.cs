using BienNien.Rules;

namespace BienNien.Relating.Events.Rules;

/// <summary>REL001. A dated clause whose verb tells what its subject did or underwent: “Ngày …, quân ta nổ súng”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ActiveVerb.md, beside this file.</remarks>
internal sealed class ActiveVerb : IEventRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("REL001");

    /// <inheritdoc/>
    public void Relate(EventScene scene, EventSink sink)
    {
        foreach (Trigger trigger in scene.Triggers)
        {
            bool turned = trigger.PassiveAt >= 0 && trigger.Entry.Voice == TriggerVoice.Active;
            if (!trigger.Taken && !turned && EventDates.IsMain(scene, trigger)
                && trigger.Entry.Voice is TriggerVoice.Active or TriggerVoice.Middle or TriggerVoice.Light)
            {
                sink.Add(trigger, EventDates.Of(scene, sink, trigger));
            }
        }
    }
}
