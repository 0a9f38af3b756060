using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Relating.Events;

/// <summary>Who, where and how much, read from the part of the sentence that belongs to a trigger.</summary>
internal static class Participants
{
    /// <summary>Reads them by the trigger's frame.</summary>
    /// <param name="scene">The sentence.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="passive">Whether <c>được</c>, <c>bị</c> turn the frame round.</param>
    /// <param name="who">Takes persons and bodies.</param>
    /// <param name="where">Takes places.</param>
    /// <param name="figures">Takes quantities.</param>
    public static void Read(EventScene scene, Trigger trigger, bool passive, List<Participant> who, List<int> where, List<int> figures)
    {
        if (trigger.SubjectOf is { } owner && owner != trigger && !passive)
        {
            ReadSharedSubject(scene, owner, trigger, who);
            if (who.Count == 0 && LifeOf(scene, owner) is >= 0 and int subject)
            {
                who.Add(new Participant(subject, Other(trigger.Entry.Subject, "agent")));
            }
        }

        if (LifeOf(scene, trigger) is >= 0 and int hero)
        {
            who.Add(new Participant(hero, Other(passive ? trigger.Entry.Object : trigger.Entry.Subject, passive ? "patient" : "agent")));
        }

        // Mentions are in reading order and windows do not overlap: all windows of a sentence together cost one pass.
        List<SceneMention> inside = scene.Inside;
        for (int i = scene.FirstInside(trigger.WindowStart); i < inside.Count && inside[i].First < trigger.WindowEnd; i++)
        {
            int at = inside[i].First;
            int index = inside[i].Index;
            if (IsAside(scene, at) || (trigger.Head >= scene.ToldFrom && at < scene.ToldFrom && scene.Mentions[index].Kind is MentionKind.Person or MentionKind.Organisation))
            {
                continue;
            }

            switch (scene.Mentions[index].Kind)
            {
                case MentionKind.Place:
                    where.Add(index);
                    break;
                case MentionKind.Quantity when at >= trigger.Head:
                    figures.Add(index);
                    break;
                case MentionKind.Organisation when trigger.Entry.Type == EventType.Birth:
                    break;
                case MentionKind.Person or MentionKind.Organisation:
                    if (trigger.Entry.Type == EventType.Birth && at < trigger.Head)
                    {
                        // Of the names before “sinh năm …” the last is meant.
                        who.Clear();
                    }

                    who.Add(new Participant(index, RoleAt(scene, trigger, passive, at, scene.Mentions[index].Kind)));
                    break;
                default:
                    break;
            }
        }
    }

    // “Phan Bội Châu sinh ngày …; năm 1900 thi đỗ …”: a dated clause of a life that opens with its verb tells of the person who opened the
    // sentence. Of bodies it is not said: who took what they left may be another.
    private static int LifeOf(EventScene scene, Trigger trigger)
    {
        Segment own = scene.Segments[trigger.Segment];
        if (trigger.Segment == 0 || own.FrontDate < 0 || trigger.First != own.ContentStart || trigger.Entry.Subject is not ("agent" or "patient") || trigger.Entry.Voice == TriggerVoice.Weak)
        {
            return -1;
        }

        int content = scene.Segments[0].ContentStart;
        foreach (SceneMention inside in scene.Inside)
        {
            if (inside.First >= content && scene.Mentions[inside.Index].Kind == MentionKind.Person)
            {
                return inside.First <= content + 2 && inside.End < scene.Segments[0].End && !scene.Sentence[inside.End].IsMark ? inside.Index : -1;
            }
        }

        return -1;
    }

    private static void ReadSharedSubject(EventScene scene, Trigger owner, Trigger trigger, List<Participant> who)
    {
        string role = Other(trigger.Entry.Subject, "agent");
        string body = role == "agent" && IsWithoutObject(scene, trigger) ? "patient" : role;
        List<SceneMention> inside = scene.Inside;
        for (int i = scene.FirstInside(owner.WindowStart); i < inside.Count && inside[i].First < owner.First; i++)
        {
            if (scene.Mentions[inside[i].Index].Kind is MentionKind.Person or MentionKind.Organisation && !IsAside(scene, inside[i].First))
            {
                who.Add(new Participant(inside[i].Index, scene.Mentions[inside[i].Index].Kind == MentionKind.Organisation ? body : role));
            }
        }
    }

    private static string RoleAt(EventScene scene, Trigger trigger, bool passive, int at, MentionKind kind)
    {
        if (at >= trigger.Head)
        {
            // “được kết nạp vào …”, “làm Bí thư …”: the body behind; a person behind them only goes along.
            return trigger.OfficeAt >= 0 && at >= trigger.OfficeAt ? (kind == MentionKind.Organisation ? "office" : "other")
                : !passive ? Other(trigger.Entry.Object, "other")
                : kind == MentionKind.Organisation ? "office" : "other";
        }

        return passive ? (at > trigger.PassiveAt ? "agent" : Other(trigger.Entry.Object, "patient"))
            : kind == MentionKind.Person && IsOwner(scene, at) ? "other"
            : FollowsBy(scene, at) && trigger.OfficeAt < 0 ? "agent"
            : kind == MentionKind.Organisation && trigger.Entry.Subject == "agent" && IsWithoutObject(scene, trigger) ? "patient"
            : Other(trigger.Entry.Subject, "agent");
    }

    private static bool IsAside(EventScene scene, int at)
    {
        int bracket = scene.BracketAt(at);
        return bracket >= 0 && scene.Grammar.Asides.Contains(scene.Sentence[bracket + 1]);
    }

    // “do đồng chí A đứng đầu thành lập”: up to two words of address between.
    private static bool FollowsBy(EventScene scene, int first)
    {
        Sentence sentence = scene.Sentence;
        for (int i = first - 1; i >= first - 3 && i >= 0; i--)
        {
            if (sentence[i].Word == scene.Grammar.By)
            {
                return true;
            }
        }

        return false;
    }

    // “Nhà máy khởi công ngày …”, “xã A sáp nhập với …”: what stands before undergoes it.
    private static bool IsWithoutObject(EventScene scene, Trigger trigger) =>
        trigger.Entry is { Object: "patient", Type: EventType.Construction or EventType.Merge or EventType.Rename or EventType.Split }
        && (trigger.End >= scene.Sentence.Count || scene.Sentence[trigger.End].IsMark || scene.DateAt(trigger.End) >= 0 || scene.Grammar.NoObject.Contains(scene.Sentence[trigger.End]));

    // “tại nhà ông Bùi Tấn Lộc”: one or two words of address between.
    private static bool IsOwner(EventScene scene, int first)
    {
        for (int i = first - 1; i >= first - 3 && i >= 0; i--)
        {
            if (scene.Grammar.Homes.Contains(scene.Sentence[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static string Other(string role, string otherwise) => role is "" or "place" ? otherwise : role;
}
