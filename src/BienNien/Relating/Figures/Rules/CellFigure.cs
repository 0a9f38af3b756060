using System.Collections.Immutable;
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
            names.Of(FigureText.Uncapitalised(FigureText.OneLine(cell.Indicator))), cell.Measure, TurnOf(scene, told), told.Value.Unit, scope, period, Relations(told, cell)));
        return true;
    }

    private static ImmutableArray<FigureRelation> Relations(Amount told, CellContext cell) => [];

    private static FigureTurn TurnOf(FigureScene scene, Amount told) =>
        scene.Before(told.First) is >= 0 and int before
            ? scene.RoleAt(before) switch { FigureRole.Rise or FigureRole.Times => FigureTurn.Rise, FigureRole.Fall => FigureTurn.Fall, _ => FigureTurn.None }
            : FigureTurn.None;
}
