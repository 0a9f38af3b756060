using BienNien.Text;

namespace BienNien.Reconciling.Conflicts;

/// <summary>Holds two statements of one kind against each other.</summary>
internal interface IStatementJudge
{
    /// <summary>What is to be said of a pair; nothing when they speak of different things or agree in their words.</summary>
    /// <param name="a">The statement that comes first by document and place.</param>
    /// <param name="b">The other; perhaps of the same document.</param>
    /// <param name="found">Takes it.</param>
    void Judge(in LinkedStatement a, in LinkedStatement b, Findings found);
}

/// <summary>Gathers what judges say.</summary>
internal sealed class Findings
{
    /// <summary>Statements that tell one happening.</summary>
    public List<EventTie> Ties { get; } = [];

    /// <summary>What is to be said of pairs.</summary>
    public List<Judgement> Judgements { get; } = [];

    /// <summary>Pairs that say the same.</summary>
    public List<Agreement> Agreements { get; } = [];

    /// <summary>Adds a pair that says the same.</summary>
    public void Agree(ConflictKind kind, Side a, Side b, double confidence, string about) => Agreements.Add(new Agreement(kind, a, b, confidence, about));

    /// <summary>
    /// Takes back conflicts of a value that the other document has as well: of two ages in one sentence each has its own in the other, and is no
    /// conflict with the second.
    /// </summary>
    public void TakeBackWhatAgreesElsewhere()
    {
        Dictionary<(ConflictKind, long, TextSpan, long), double> agreed = [];
        foreach ((ConflictKind kind, Side a, Side b, double confidence, _) in Agreements)
        {
            Raise(agreed, (kind, a.Document, a.Span, b.Document), confidence);
            Raise(agreed, (kind, b.Document, b.Span, a.Document), confidence);
        }

        Judgements.RemoveAll(judgement => judgement.Reason is JudgementReason.Contradiction or JudgementReason.Scope or JudgementReason.DifferentEvent && (
            agreed.GetValueOrDefault((judgement.Kind, judgement.A.Document, judgement.A.Span, judgement.B.Document)) >= judgement.Confidence
            || agreed.GetValueOrDefault((judgement.Kind, judgement.B.Document, judgement.B.Span, judgement.A.Document)) >= judgement.Confidence));
    }

    private static void Raise(Dictionary<(ConflictKind, long, TextSpan, long), double> agreed, (ConflictKind, long, TextSpan, long) key, double confidence) =>
        agreed[key] = Math.Max(agreed.GetValueOrDefault(key), confidence);

    /// <summary>Adds a judgement on two places, unless one of them has no words.</summary>
    public void Add(ConflictKind kind, JudgementReason reason, ConflictSeverity severity, Side a, Side b, double confidence, string about)
    {
        if (a.Span.Length > 0 && b.Span.Length > 0 && !(a.Document == b.Document && a.Span.Overlaps(b.Span)))
        {
            Judgements.Add(new Judgement(kind, reason, severity, a, b, confidence, about).Ordered());
        }
    }
}
