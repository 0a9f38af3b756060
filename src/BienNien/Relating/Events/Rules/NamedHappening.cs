using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Events.Rules;

/// <summary>REL004. A happening told as a noun with its date beside it: “chiến thắng Chi Lăng (10/10/1427)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NamedHappening.md, beside this file.</remarks>
internal sealed class NamedHappening : IEventRule
{
    /// <summary>How far its date may stand behind it: a name lies between.</summary>
    private const int Reach = 14;

    /// <summary>How far before it the word may stand that makes it the setting.</summary>
    private const int SettingReach = 5;

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
                if (date >= 0 && EventDates.Tells(scene, sentence, i) && (scene.BracketAt(i) >= 0 || (trigger.Entry.Voice != TriggerVoice.Noun && !NamesBattle(scene, sentence, trigger))))
                {
                    if (sink.Uses(date) && IsSetting(scene, sentence, trigger))
                    {
                        trigger.Taken = true;
                        break;
                    }

                    sink.Add(trigger, new EventDate(date, Implied: false, FirstOfTwo(scene, date)));
                    break;
                }

                if (date < 0 && sentence[i].Word == scene.Grammar.Comma && scene.BracketAt(i) < 0)
                {
                    break;
                }
            }
        }
    }

    // “ngày sinh … (1/2/1390 - 1/2/1990)”: one day of two years is a feast, and the first is meant.
    private static string? FirstOfTwo(EventScene scene, int date) =>
        scene.BracketAt(scene.Inside[date - scene.Inside[0].Index].First) >= 0
        && Edtf.TryParse(scene.DateValue(date)) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start: { Day: int day } start, End: { Day: int last } end }
        && day == last && start.Month == end.Month && start.Year != end.Year
            ? start.ToString()
            : null;

    // “Chiến thắng Đống Đa năm 1789 là …” speaks of a battle by its name; “ngày chiến thắng 1789” tells it.
    private static bool NamesBattle(EventScene scene, Sentence sentence, Trigger trigger) =>
        trigger.Entry.Type == EventType.Battle && !scene.Grammar.Years.Contains(sentence[trigger.First - 1]);

    // “Tại Đại hội … (tháng 9/1960) đã quyết định …”: the clause tells what happened there.
    private static bool IsSetting(EventScene scene, Sentence sentence, Trigger trigger)
    {
        for (int i = trigger.First - 1; i >= trigger.First - SettingReach && i >= 0; i--)
        {
            if (scene.Grammar.Settings.Contains(sentence[i]) || scene.Grammar.PeriodOpenings.Contains(sentence[i]))
            {
                return true;
            }

            if (sentence[i].IsMark)
            {
                return false;
            }
        }

        return false;
    }
}
