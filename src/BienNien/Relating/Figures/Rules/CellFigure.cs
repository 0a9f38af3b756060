using System.Collections.Immutable;
using BienNien.Finding.Quantities;
using BienNien.Finding.Quantities.Tables;
using BienNien.Rules;

namespace BienNien.Relating.Figures.Rules;

/// <summary>FIG001. The figure of a cell, whose row and column say what it measures.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: CellFigure.md, beside this file.</remarks>
internal sealed class CellFigure(IndicatorNames names) : IFigureRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FIG001");

    /// <inheritdoc/>
    public bool Read(FigureScene scene, int amount, FigureSink sink)
    {
        Amount told = scene.Amounts[amount];
        if (told.Value.Cell is not { } cell)
        {
            return false;
        }

        if (cell.Indicator.Length == 0)
        {
            return true;
        }

        FigureScope scope = cell.Scope.Length > 0 ? new FigureScope(cell.Scope, cell.Scope.ToLowerInvariant(), -1, Implied: false) : sink.Context.Scope;
        FigurePeriod period = cell.Period.Length > 0 ? new FigurePeriod(cell.Period, -1, Implied: false) : sink.Context.Period;
        sink.AddCell(new FigureClaim(
            scene.Mentions[told.Mention].Span, Id, cell.IsPlanned ? ClaimStatus.Planned : ClaimStatus.Asserted, [scene.Span, .. cell.Evidence], told.Mention,
            names.Of(FigureText.Uncapitalised(FigureText.OneLine(cell.Indicator))), cell.Measure, TurnOf(scene, told), told.Value.Unit, scope, period, Relations(scene, told, cell)));
        return true;
    }

    // Totals and shares name the cells of their column, comparisons two of their row.
    private static ImmutableArray<FigureRelation> Relations(FigureScene scene, Amount told, CellContext cell)
    {
        ImmutableArray<int> compared = [.. cell.Compared.Select(scene.FigureIn)];
        if (cell.Measure == FigureMeasure.Level)
        {
            ImmutableArray<int> parts = [.. compared.Where(static part => part >= 0)];
            return cell.IsTotal && parts.Length > 1 ? [new FigureRelation(FigureRelationKind.SumOf, told.Mention, -1) { Parts = parts }] : [];
        }

        FigureRelationKind kind = cell.Measure switch
        {
            FigureMeasure.Growth => FigureRelationKind.GrowthOver,
            FigureMeasure.Change => FigureRelationKind.ChangeFrom,
            FigureMeasure.Multiple => FigureRelationKind.MultipleOf,
            FigureMeasure.Ratio => FigureRelationKind.RatioTo,
            FigureMeasure.Share => FigureRelationKind.ShareOf,
            _ => FigureRelationKind.OfPlan,
        };
        return [new FigureRelation(kind, compared.Length > 0 ? compared[0] : -1, compared.Length > 1 ? compared[1] : -1, cell.Base)];
    }

    private static FigureTurn TurnOf(FigureScene scene, Amount told) =>
        scene.Before(told.First) is >= 0 and int before
            ? scene.RoleAt(before) switch { FigureRole.Rise => FigureTurn.Rise, FigureRole.Fall => FigureTurn.Fall, _ => FigureTurn.None }
            : FigureTurn.None;
}
