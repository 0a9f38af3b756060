using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Relating.Facts;
using BienNien.Text;

namespace BienNien.Relating.References;

/// <summary>Gives events the person of whom their sentence tells by a word such as <c>ông</c>, or by naming nobody in a life.</summary>
/// <remarks>Only what is Medium at least is taken; the evidence of the event then has the place of the name.</remarks>
internal sealed class EventSubjects
{
    private readonly FactScene _scene;
    private readonly ImmutableArray<EventClaim>.Builder _events;
    private readonly ILookup<int, int> _bySentence;

    /// <summary>Takes the events of a document.</summary>
    public EventSubjects(FactScene scene, ImmutableArray<EventClaim> events)
    {
        _scene = scene;
        _events = events.ToBuilder();
        _bySentence = Enumerable.Range(0, events.Length).ToLookup(index => events[index].Evidence[0].Start);
    }

    /// <summary>The events, as far as they are filled.</summary>
    public ImmutableArray<EventClaim> Events => _events.ToImmutable();

    /// <summary>Fills the events of the sentence that the scene has laid out.</summary>
    public void Fill()
    {
        foreach (int index in _bySentence[_scene.Span.Start])
        {
            EventClaim told = _events[index];
            int at = TokenAt(told.Span.Start);
            if (at < 0 || told.Who.Any(who => _scene.Mentions[who.Mention].Kind == MentionKind.Person && _scene.Mentions[who.Mention].Span.Start < told.Span.Start))
            {
                continue;
            }

            FactSubject subject = _scene.PersonBefore(at);
            bool named = subject.Lean.Length == 0;
            if (subject.Mention < 0 || named || subject.Certainty == FactCertainty.Low || told.Who.Any(who => who.Mention == subject.Mention) || !Tells(told, subject, at))
            {
                continue;
            }

            ImmutableArray<TextSpan> evidence = told.Evidence.Contains(subject.Lean) ? told.Evidence : told.Evidence.Add(subject.Lean);
            _events[index] = told with { Who = told.Who.Insert(0, new Participant(subject.Mention, RoleOf(told, at))), Evidence = evidence };
        }
    }

    // A sentence that names nobody tells of a person's life only where it opens with its verb.
    private bool Tells(EventClaim told, FactSubject subject, int at)
    {
        bool ofTopic = subject.Mention == _scene.Topic.Mention && !HasReference(at);
        return !ofTopic || (_scene.OpensWithVerb && told.Type is not (EventType.Founding or EventType.Meeting or EventType.Battle or EventType.Issue or EventType.Ceremony));
    }

    private bool HasReference(int before)
    {
        for (int i = 0; _scene.HasReferences && i < before; i++)
        {
            if (_scene.ReferenceAt(i) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private string RoleOf(EventClaim told, int at) =>
        _scene.Words.Passive.Contains(_scene.Sentence[at]) || told.Type is EventType.Birth or EventType.Death || (at > 0 && _scene.Words.Passive.Contains(_scene.Sentence[at - 1])) ? "patient" : "agent";

    private int TokenAt(int offset)
    {
        Sentence sentence = _scene.Sentence;
        for (int i = 0; i < sentence.Count; i++)
        {
            if (sentence[i].Start == offset)
            {
                return i;
            }
        }

        return -1;
    }
}
