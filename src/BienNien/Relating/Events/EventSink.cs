using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Events;

/// <summary>A date for an event, with the place it was read at.</summary>
/// <param name="Mention">Index of the mention; -1 for none.</param>
/// <param name="Implied">Whether it stands in another sentence or heading.</param>
/// <param name="Value">The date (EDTF) where it is counted from the mention; null where it is the mention's.</param>
internal readonly record struct EventDate(int Mention, bool Implied, string? Value = null)
{
    /// <summary>No date.</summary>
    public static EventDate None => new(-1, false);
}

/// <summary>Takes the events that rules read.</summary>
internal sealed class EventSink(EventScene scene, EventContext context)
{
    private readonly List<Claim> _claims = [];
    private readonly HashSet<int> _used = [];

    /// <summary>All claims so far.</summary>
    public List<Claim> Claims => _claims;

    /// <summary>The rule that is being asked.</summary>
    internal RuleId Rule { get; set; }

    /// <summary>The date of the last event of this sentence that stands in the sentence itself; -1 without one.</summary>
    public int LastDate { get; private set; } = -1;

    /// <summary>Where headings, lists and sentences before leave dates.</summary>
    public EventContext Context => context;

    /// <summary>The date of an event before in this sentence that also dates what follows it; -1 without one.</summary>
    public int OpenDate { get; private set; } = -1;

    /// <summary>Begins a sentence.</summary>
    public void BeginSentence()
    {
        LastDate = -1;
        OpenDate = -1;
        _used.Clear();
    }

    /// <summary>Whether a date already dates an event of this sentence.</summary>
    public bool Uses(int date) => _used.Contains(date);

    /// <summary>Adds an event told by a trigger in its own clause.</summary>
    /// <param name="trigger">The trigger; it is taken by this.</param>
    /// <param name="date">When; nothing is added without a date.</param>
    /// <param name="passive">Whether subject and object change places.</param>
    /// <param name="type">Another type than the lexicon's.</param>
    public void Add(Trigger trigger, EventDate date, bool passive = false, EventType? type = null)
    {
        List<Participant> who = [];
        List<int> where = [];
        List<int> figures = [];
        Participants.Read(scene, trigger, passive, who, where, figures);
        trigger.Taken = true;
        bool meets = trigger.Entry.Type == EventType.Meeting && trigger.Entry.Voice != TriggerVoice.Noun && !trigger.Nominal;
        if (date.Mention >= 0 && !date.Implied && (meets || !scene.IsBracketed(date.Mention) || scene.Grammar.Settings.Contains(scene.Sentence[trigger.WindowStart])))
        {
            OpenDate = date.Mention;
        }

        if (date.Value is not null)
        {
            AddValue(
                TriggerSpan.Of(scene, trigger), type ?? trigger.Entry.Type, EventStatus.Of(scene, context, trigger), date, date.Value,
                [.. who], [.. where], [.. figures], scene.Span);
            return;
        }

        // “nghỉ hưu từ năm 1991 đến nay”: what happens once, happened when that time began.
        if (trigger.Entry.Carries && date.Mention >= 0 && Edtf.TryParse(scene.DateValue(date.Mention)) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: not EdtfEnd.Known } since)
        {
            AddValue(
                TriggerSpan.Of(scene, trigger), type ?? trigger.Entry.Type, EventStatus.Of(scene, context, trigger), date, since.Start.ToString(),
                [.. who], [.. where], [.. figures], scene.Span);
            return;
        }

        // “từ cuối năm 1942, phong trào lan rộng”: what lasts, lasted from then on.
        if (!trigger.Entry.Carries && figures.Count == 0 && !scene.Grammar.Beginnings.Contains(scene.Sentence[trigger.Head]) && date.Mention >= 0 && !date.Implied && scene.OpensPeriod(date.Mention) && scene.DateValue(date.Mention) is var from && !from.Contains('/', StringComparison.Ordinal))
        {
            AddValue(
                TriggerSpan.Of(scene, trigger), type ?? trigger.Entry.Type, EventStatus.Of(scene, context, trigger), date, $"{from}/..",
                [.. who], [.. where], [.. figures], scene.Span);
            return;
        }

        AddAt(TriggerSpan.Of(scene, trigger), type ?? trigger.Entry.Type, EventStatus.Of(scene, context, trigger), date, [.. who], [.. where], [.. figures], scene.Span);
    }

    /// <summary>Adds an event whose parts a rule has put together itself.</summary>
    public void AddAt(
        TextSpan span, EventType type, ClaimStatus status, EventDate date,
        ImmutableArray<Participant> who, ImmutableArray<int> where, ImmutableArray<int> figures, TextSpan evidence)
    {
        if (date.Mention < 0)
        {
            return;
        }

        string value = scene.DateValue(date.Mention);
        if (!date.Implied && Edtf.TryParse(value) is { IsInterval: true } both && scene.FeastOf(date.Mention, both) is >= 0 and int feast)
        {
            // What happens on the occasion has the feast's day; what is recalled, its own.
            value = (span.Start < feast ? both.End : both.Start).ToString();
        }

        AddValue(span, type, status, date, value, who, where, figures, evidence);
    }

    /// <summary>Adds an event with a part of what its time mention says: one end of an interval.</summary>
    public void AddValue(
        TextSpan span, EventType type, ClaimStatus status, EventDate date, string value,
        ImmutableArray<Participant> who, ImmutableArray<int> where, ImmutableArray<int> figures, TextSpan evidence)
    {
        Mention time = scene.Mentions[date.Mention];
        if (Edtf.TryParse(value) is null)
        {
            return;
        }

        _used.Add(date.Mention);
        LastDate = date.Implied ? LastDate : date.Mention;
        ImmutableArray<TextSpan> places = evidence.Contains(time.Span) ? [evidence] : [evidence, time.Span];
        if (!evidence.Contains(span))
        {
            places = places.Add(span);
        }

        _claims.Add(new EventClaim(span, Rule, status, places, type, value, date.Mention, date.Implied, who, where, figures));
    }
}
