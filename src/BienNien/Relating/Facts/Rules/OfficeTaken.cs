using BienNien.Finding;
using BienNien.Finding.OrganisationChanges;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts.Rules;

/// <summary>FAC010. Somebody takes or holds an office: “được bầu làm Bí thư Huyện ủy”, “giữ chức Giám đốc Sở từ … đến …”, “do đồng chí A làm Bí thư”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: OfficeTaken.md, beside this file.</remarks>
internal sealed class OfficeTaken : IFactRule
{
    private const int LongestGroup = 10;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FAC010");

    /// <inheritdoc/>
    public void Relate(FactScene scene, FactSink sink)
    {
        Sentence sentence = scene.Sentence;
        int founded = -1;
        (int Mention, FactSubject By, int End) last = (-1, FactSubject.None, 0);
        for (int i = 1; i < sentence.Count; i++)
        {
            Office office = OfficeReader.Read(scene, i);
            if (office.IsNone)
            {
                continue;
            }

            int group = GroupOf(scene, i, out bool takes);
            if (!takes && last.End > 0 && OnlyJoins(scene, last.End, i))
            {
                // “lần lượt giữ các chức vụ: A, B rồi C”: one after another, at times that are not told.
                TextSpan further = sentence.Span(office.First, office.ValueEnd);
                sink.Add(new Fact(FactProperty.Office, last.By, further, further) { Object = office.Object, Value = office.Value, Status = scene.StatusAt(i) });
                last = (office.Object, last.By, office.End);
            }
            else if (takes && scene.PersonBefore(group) is { Mention: >= 0 } subject)
            {
                founded = founded < 0 ? Founded(scene) : founded;
                int body = office.Object >= 0 ? office.Object : HasBodyNoun(scene, office) ? (founded >= 0 && IsHeadOf(scene, office, founded) ? founded : -1) : last.Mention >= 0 ? last.Mention : founded;
                Add(scene, sink, office, body, group, subject);
                last = (body, subject, office.End);
            }

            i = office.End - 1;
        }
    }

    private static bool OnlyJoins(FactScene scene, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (scene.NameAt(i) >= 0 || !(scene.Sentence[i].Word == scene.Words.Comma || scene.Words.Ands.Contains(scene.Sentence[i]) || scene.Words.Former.Contains(scene.Sentence[i])))
            {
                return false;
            }
        }

        return to > from;
    }

    // “thành lập Ban Kinh tế, do ông A làm Trưởng ban”
    private static bool IsHeadOf(FactScene scene, Office office, int body) =>
        scene.WordsOf(body).StartsWith(scene.WordsAt(office.ValueEnd - 1, office.ValueEnd) + " ", StringComparison.OrdinalIgnoreCase);

    private static bool HasBodyNoun(FactScene scene, Office office)
    {
        for (int i = office.First + 1; i < office.ValueEnd; i++)
        {
            if (scene.Words.Bodies.Longest(scene.Sentence, i, out _) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(FactScene scene, FactSink sink, Office office, int body, int group, FactSubject subject)
    {
        Sentence sentence = scene.Sentence;
        TextSpan value = sentence.Span(office.First, office.ValueEnd);
        int term = OfficeBehindName.TermOf(scene, office.End);
        term = term >= 0 ? term : scene.DateAfter(office.End);
        term = term >= 0 ? term : scene.DateBefore(group);
        bool holds = sentence[office.First - 1].Word == scene.Words.Is;
        ListDate? founding = term < 0 && !holds ? scene.FoundingDate() : null;
        term = term >= 0 || holds || founding is not null ? term : OnlyDateBefore(scene, group);
        string date = term >= 0 ? scene.DateOf(term) : founding?.Date ?? "";
        int mention = term >= 0 ? scene.Inside[term].Index : founding?.Mention ?? -1;
        if (mention < 0 && !holds && sink.EventAt(sentence.Span(group, office.ValueEnd)) is { } told && !IsBirth(scene, told.DateMention))
        {
            (date, mention) = (told.Date, told.DateMention);
        }

        sink.Add(new Fact(FactProperty.Office, subject, sentence.Span(group, office.ValueEnd), value)
        {
            Object = body,
            Value = office.Value,
            Date = date,
            DateMention = mention,
            Status = scene.StatusAt(group),
            Lean = body >= 0 ? scene.Mentions[body].Span : default,
        });
    }

    private static bool IsBirth(FactScene scene, int time)
    {
        int inside = scene.Inside.FindIndex(mention => mention.Index == time);
        return inside >= 0 && scene.IsBirthYear(scene.Inside[inside].First);
    }

    // The verb group before the office: “được đại hội bầu giữ chức”.
    private static int GroupOf(FactScene scene, int office, out bool takes)
    {
        FactGrammar words = scene.Words;
        Sentence sentence = scene.Sentence;
        int i = office - 1;
        i = words.Former.Contains(sentence[i]) ? i - 1 : i;
        takes = false;
        int least = Math.Max(0, office - LongestGroup);
        for (; i >= least && scene.NameAt(i) < 0 && scene.TimeAt(i) < 0 && words.TakeGroup.Contains(sentence[i]); i--)
        {
            takes |= words.Takes.Contains(sentence[i]);
        }

        int group = i + 1;
        while (group < office && words.NotGroupStart.Contains(sentence[group]) && group + 1 < office)
        {
            group++;
        }

        return group;
    }

    // The date that opens the sentence, when it is the only one before the verb.
    private static int OnlyDateBefore(FactScene scene, int group)
    {
        int found = -1;
        for (int n = 0; n < scene.Inside.Count && scene.Inside[n].First < group; n++)
        {
            if (scene.MentionOf(n).Kind == MentionKind.Time && scene.Tells(n))
            {
                if (found >= 0 || scene.BracketAt(scene.Inside[n].First) >= 0)
                {
                    return -1;
                }

                found = n;
            }
        }

        return found;
    }

    // The body whose founding the sentence tells.
    private static int Founded(FactScene scene)
    {
        for (int n = 0; n < scene.Inside.Count; n++)
        {
            if (scene.MentionOf(n).Value is OrganisationChangeValue { Type: "founded" } change && change.To.Length == 1)
            {
                return BodyNames.Find(scene, change.To[0]) is >= 0 and int body ? scene.Inside[body].Index : -1;
            }
        }

        return -1;
    }
}
