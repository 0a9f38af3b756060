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

    /// <summary>Adds a judgement on two places, unless one of them has no words.</summary>
    public void Add(ConflictKind kind, JudgementReason reason, ConflictSeverity severity, Side a, Side b, double confidence, string about)
    {
        if (a.Span.Length > 0 && b.Span.Length > 0 && !(a.Document == b.Document && a.Span.Overlaps(b.Span)))
        {
            Judgements.Add(new Judgement(kind, reason, severity, a, b, confidence, about).Ordered());
        }
    }
}
