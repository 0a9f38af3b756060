using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.People;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>What a rule has read of a fact; what is left out does not apply.</summary>
internal sealed record Fact(FactProperty Property, FactSubject Subject, TextSpan Span, TextSpan ValueSpan)
{
    /// <summary>Index of the mention that is the value; -1 without one.</summary>
    public int Object { get; init; } = -1;

    /// <summary>The value where it is no mention.</summary>
    public string Value { get; init; } = "";

    /// <summary>EDTF.</summary>
    public string Date { get; init; } = "";

    /// <summary>Index of the TIME mention that says so.</summary>
    public int DateMention { get; init; } = -1;

    /// <summary>How the document stands to it.</summary>
    public ClaimStatus Status { get; init; }

    /// <summary>A further place that it leans on; of length 0 without one.</summary>
    public TextSpan Lean { get; init; }
}

/// <summary>Takes the facts that rules read.</summary>
internal sealed class FactSink(FactScene scene)
{
    private readonly List<FactClaim> _claims = [];
    private readonly HashSet<(FactProperty, string, string)> _once = [];
    private readonly HashSet<(FactProperty, string, int)> _told = [];

    /// <summary>All claims so far.</summary>
    public List<FactClaim> Claims => _claims;

    /// <summary>Where the claims of the sentence begin in <see cref="Claims"/>.</summary>
    public int SentenceStart { get; private set; }

    /// <summary>The row of a table that is being read.</summary>
    public TableRow Row { get; } = new();

    /// <summary>The row of a register of papers that is being read.</summary>
    public PaperRow Papers { get; } = new();

    /// <summary>The rule that is being asked.</summary>
    internal RuleId Rule { get; set; }

    /// <summary>The events of the document, by place: a date for an office that an event's sentence tells.</summary>
    internal ImmutableArray<EventClaim> Events { get; init; } = [];

    /// <summary>Begins a sentence.</summary>
    public void BeginSentence() => SentenceStart = _claims.Count;

    /// <summary>Whether a fact without a date that many places of a document tell has been told before; it is told now by this.</summary>
    public bool IsTold(FactProperty property, string subject, string value) => !_once.Add((property, subject, value));

    /// <summary>Adds a fact that was read from several sentences: the cells of a row.</summary>
    public void AddWhole(FactClaim claim)
    {
        if (_told.Add((claim.Property, KeyOf(claim.Subject), claim.ValueSpan.Start)))
        {
            _claims.Add(claim);
        }
    }

    /// <summary>Adds a fact; nothing is added without a subject, unless the document itself is meant.</summary>
    /// <param name="fact">What was read.</param>
    /// <param name="ofDocument">Whether it is said of the document itself.</param>
    public void Add(Fact fact, bool ofDocument = false)
    {
        if ((fact.Subject.Mention < 0 && !ofDocument) || fact.ValueSpan.Length == 0)
        {
            return;
        }

        if (!_told.Add((fact.Property, KeyOf(fact.Subject.Mention), fact.ValueSpan.Start)))
        {
            return;
        }

        TextSpan sentence = scene.Span;
        ImmutableArray<TextSpan>.Builder evidence = ImmutableArray.CreateBuilder<TextSpan>();
        evidence.Add(sentence);
        Lean(fact.Subject.Lean);
        Lean(fact.Lean);
        if (fact.DateMention >= 0)
        {
            Lean(scene.Mentions[fact.DateMention].Span);
        }

        _claims.Add(new FactClaim(
            fact.Span, Rule, fact.Status, evidence.ToImmutable(), fact.Property, fact.Subject.Mention, fact.Object, fact.Value, fact.ValueSpan, fact.Date, fact.DateMention,
            ofDocument ? FactCertainty.High : fact.Subject.Certainty));

        void Lean(TextSpan place)
        {
            if (place.Length > 0 && !sentence.Contains(place) && !evidence.Contains(place))
            {
                evidence.Add(place);
            }
        }
    }

    // Two names of one person say one thing.
    private string KeyOf(int subject) => subject < 0 ? "" : scene.Mentions[subject].Value is PersonValue person ? person.Id : subject.ToString(CultureInfo.InvariantCulture);

    /// <summary>The date of the event that a verb tells; -1 without one.</summary>
    /// <param name="span">The words of the verb group and the office.</param>
    public EventClaim? EventAt(TextSpan span)
    {
        (int low, int high) = (0, Events.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Events[middle].Span.Start < span.Start - 200 ? (middle + 1, high) : (low, middle);
        }

        for (; low < Events.Length && Events[low].Span.Start < span.End; low++)
        {
            if (Events[low].Span.End > span.Start && Events[low].Type is EventType.Appointment or EventType.Election)
            {
                return Events[low];
            }
        }

        return null;
    }
}
