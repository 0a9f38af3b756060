namespace BienNien.Reconciling.Conflicts;

/// <summary>Figures of one thing: told with another number, rounded, in another unit, or counting something else after all.</summary>
internal sealed class FigureJudge(NumberComparison numbers) : IStatementJudge
{
    /// <inheritdoc/>
    public void Judge(in LinkedStatement a, in LinkedStatement b, Findings found)
    {
        FigureStatement one = (FigureStatement)a.Statement;
        FigureStatement other = (FigureStatement)b.Statement;
        if ((a.Document == b.Document && (one.Sentence == other.Sentence || (one.Table >= 0 && one.Table == other.Table))) || !CountedNouns.Meet(one.Number.Unit, other.Number.Unit))
        {
            return;
        }

        (ValueRelation relation, JudgementReason reason) = numbers.Compare(one.Number, other.Number);
        if (relation == ValueRelation.Unknown)
        {
            return;
        }

        FigureLikeness likeness = FigureLikeness.Of(a, b, relation);
        double confidence = 1 / (1 + Math.Exp(-likeness.Score - 1));
        if (relation == ValueRelation.Same)
        {
            found.Agree(ConflictKind.Figure, new Side(a.Document, one.Span, one.Sentence), new Side(b.Document, other.Span, other.Sentence), confidence, one.Number.Unit);
        }
        else if (!(relation == ValueRelation.Contrary && AreOfASeries(one, other, likeness)) && likeness.IsAnchored && likeness.Score >= (relation != ValueRelation.Contrary ? FigureLikeness.CompatibleFrom : likeness.SameDocument ? FigureLikeness.ConflictWithinFrom : FigureLikeness.ConflictFrom))
        {
            bool corrected = relation == ValueRelation.Contrary && ((one.Context.Signs ^ other.Context.Signs) & ScopeSigns.Correction) != 0;
            Add(a, one, b, other, corrected ? JudgementReason.Supersession : reason, confidence, found);
        }
        else if (relation == ValueRelation.Contrary && likeness.OfOneSort >= FigureLikeness.ScopeFrom)
        {
            Add(a, one, b, other, JudgementReason.Scope, Math.Min(confidence, 0.5), found);
        }
    }

    // “Năm 2019 … 38 triệu đồng”, “năm 2021 … 46 triệu đồng”: one indicator in two years, as each says itself.
    private static bool AreOfASeries(FigureStatement one, FigureStatement other, in FigureLikeness likeness) =>
        likeness is { OtherYear: true, SameIndicator: true } && !one.Period.Implied && !other.Period.Implied;

    private static void Add(in LinkedStatement a, FigureStatement one, in LinkedStatement b, FigureStatement other, JudgementReason reason, double confidence, Findings found) =>
        found.Add(
            ConflictKind.Figure, reason, ConflictSeverity.Medium, new Side(a.Document, one.Span, one.Sentence), new Side(b.Document, other.Span, other.Sentence), confidence, one.Number.Unit);
}
