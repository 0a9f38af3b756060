using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Events.Rules;

/// <summary>
/// REL006. A list whose items have a date each and one verb together: “… được thành lập: tháng 6/1930, chi bộ A; tháng 10/1930, chi
/// bộ B”. One event an item, told by the one verb.
/// </summary>
/// <remarks>Examples, sources and the cases it leaves alone: ListedItem.md, beside this file.</remarks>
internal sealed class ListedItem : IEventRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("REL006");

    /// <inheritdoc/>
    public void Relate(EventScene scene, EventSink sink)
    {
        Trigger? verb = null;
        bool first = true;
        int next = 0;
        for (int s = 0; s < scene.Segments.Count; s++)
        {
            Trigger? own = null;
            bool weak = false;
            for (; next < scene.Triggers.Count && scene.Triggers[next].Segment == s; next++)
            {
                own = scene.Triggers[next].Entry.Voice == TriggerVoice.Weak || scene.Triggers[next].Nominal ? own : scene.Triggers[next];
                weak |= scene.Triggers[next].Entry.Voice == TriggerVoice.Weak;
            }

            Segment segment = scene.Segments[s];
            if (own is not null)
            {
                bool leads = s + 1 < scene.Segments.Count && IsLead(scene, own, segment) && HasItem(scene, s + 1, next);
                verb = leads || segment.FrontDate >= 0 ? own : null;
                first = false;
                if (leads)
                {
                    // The verb before the colon happens in its items, each at its own date.
                    own.Taken = true;
                }
            }
            else if (segment.FrontDate >= 0 && !weak && IsItem(scene, segment))
            {
                if (verb is not null && HasFigure(scene, segment.FrontDate))
                {
                    AddItem(scene, sink, segment, TriggerSpan.Of(scene, verb), verb.Entry.Type, ItemRole(verb), EventStatus.Of(scene, sink.Context, verb));
                }
                else if (first && sink.Context.Lead is { } lead)
                {
                    AddItem(scene, sink, segment, lead.Span, lead.Type, lead.ItemRole, sink.Context.Plans ? ClaimStatus.Planned : ClaimStatus.Asserted);
                }
            }
            else if (segment.FrontDate < 0)
            {
                if (first && !weak && verb is null && sink.Context.Lead is { } lead && OpensBlock(scene) && LastDate(scene, segment) is >= 0 and int date && IsItem(scene, segment))
                {
                    // “- trường Tân Phú, năm 1951;”
                    AddItem(scene, sink, segment with { FrontDate = date }, lead.Span, lead.Type, lead.ItemRole, sink.Context.Plans ? ClaimStatus.Planned : ClaimStatus.Asserted);
                }

                first = false;
            }
        }
    }

    /// <summary>The verb of a sentence that ends with a colon and has no date: its list follows in other blocks.</summary>
    public static ListLead? LeadOf(EventScene scene)
    {
        if (scene.Triggers.Count == 0 || scene.Sentence[scene.Sentence.Count - 1].Word != scene.Grammar.Colon)
        {
            return null;
        }

        Trigger last = scene.Triggers[^1];
        return last.Nominal || last.Entry.Voice is TriggerVoice.Weak or TriggerVoice.Noun || scene.Segments[last.Segment].FrontDate >= 0
            ? null
            : new ListLead(TriggerSpan.Of(scene, last), last.Entry.Type, ItemRole(last));
    }

    private static bool OpensBlock(EventScene scene) => scene.SentenceIndex == 0 || scene.Document.Sentences[scene.SentenceIndex - 1].Block != scene.Sentence.BlockIndex;

    // The date that ends an item; -1 when it ends otherwise.
    private static int LastDate(EventScene scene, Segment segment)
    {
        int end = segment.End;
        while (end > segment.First && scene.Sentence[end - 1].IsMark)
        {
            end--;
        }

        for (int i = end - 1; i > segment.First; i--)
        {
            if (scene.DateAt(i) >= 0)
            {
                return scene.DateEnd(i) >= end && scene.BracketAt(i) < 0 ? scene.DateAt(i) : -1;
            }
        }

        return -1;
    }

    private static string ItemRole(Trigger verb) =>
        verb.PassiveAt >= 0 || verb.Entry.Voice != TriggerVoice.Middle ? (verb.Entry.Object.Length > 0 ? verb.Entry.Object : "patient") : verb.Entry.Subject;

    private static bool IsLead(EventScene scene, Trigger verb, Segment segment) =>
        segment.End < scene.Sentence.Count && scene.Sentence[segment.End].Word == scene.Grammar.Colon && segment.End - verb.End <= 12;

    private static bool HasItem(EventScene scene, int segment, int next) =>
        scene.Segments[segment].FrontDate >= 0 && (next >= scene.Triggers.Count || scene.Triggers[next].Segment != segment);

    // A list counts by its dates; “sáng hôm sau” goes on with the story, and its clause has a verb of its own.
    private static bool HasFigure(EventScene scene, int date) =>
        scene.Document.Document.Surface(scene.Mentions[date].Span).AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    // An item names something, and ends soon.
    private static bool IsItem(EventScene scene, Segment segment)
    {
        int length = segment.End - segment.ContentStart;
        return length is >= 2 and <= 30 && scene.Sentence[segment.ContentStart] is { IsWord: true } word && word.Word != scene.Grammar.Have && !scene.Grammar.Passive.Contains(word);
    }

    private static void AddItem(EventScene scene, EventSink sink, Segment segment, TextSpan verb, EventType type, string role, ClaimStatus status)
    {
        List<Participant> who = [];
        List<int> where = [];
        List<int> figures = [];
        foreach (SceneMention inside in scene.Inside)
        {
            int bracket = scene.BracketAt(inside.First);
            if (inside.First < segment.ContentStart || inside.First >= segment.End || (bracket >= 0 && scene.Grammar.Asides.Contains(scene.Sentence[bracket + 1])))
            {
                continue;
            }

            switch (scene.Mentions[inside.Index].Kind)
            {
                case MentionKind.Person or MentionKind.Organisation:
                    who.Add(new Participant(inside.Index, role));
                    break;
                case MentionKind.Place:
                    where.Add(inside.Index);
                    break;
                case MentionKind.Quantity:
                    figures.Add(inside.Index);
                    break;
                default:
                    break;
            }
        }

        sink.AddAt(verb, type, status, new EventDate(segment.FrontDate, Implied: false), [.. who], [.. where], [.. figures], scene.Span);
    }
}
