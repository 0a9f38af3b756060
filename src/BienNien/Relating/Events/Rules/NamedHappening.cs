using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Events.Rules;

/// <summary>REL004. A happening told as a noun with its date beside it: “chiến thắng Chi Lăng (10/10/1427)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NamedHappening.md, beside this file.</remarks>
internal sealed class NamedHappening : IEventRule
{
    /// <summary>How far its date may stand behind it: a name lies between.</summary>
    private const int Reach = 14;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("REL004");

    /// <inheritdoc/>
    public void Relate(EventScene scene, EventSink sink)
    {
        Sentence sentence = scene.Sentence;
        foreach (Trigger trigger in scene.Triggers)
        {
            if (trigger.Taken || sentence.Block.Kind == BlockKind.Heading || !(trigger.Nominal || trigger.Entry.Voice == TriggerVoice.Noun) || trigger.Entry.Voice == TriggerVoice.Weak
                || (trigger.Entry.Voice != TriggerVoice.Noun && scene.Grammar.Bodies.Contains(sentence[trigger.First - 1])))
            {
                continue;
            }

            int end = Math.Min(trigger.WindowEnd, trigger.End + Reach);
            for (int i = trigger.End; i < end; i++)
            {
                int date = scene.DateAt(i);
                if (date >= 0 && EventDates.Tells(scene, sentence, i) && (scene.BracketAt(i) >= 0 || trigger.Entry.Voice != TriggerVoice.Noun))
                {
                    sink.Add(trigger, new EventDate(date, Implied: false));
                    break;
                }

                if (date < 0 && sentence[i].Word == scene.Grammar.Comma && scene.BracketAt(i) < 0)
                {
                    break;
                }
            }
        }
    }
}
