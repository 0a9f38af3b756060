using BienNien.Finding.Quantities;
using BienNien.Rules;

namespace BienNien.Relating.Figures.Rules;

/// <summary>FIG002. So many per cent of what was planned: “bằng 110,6% kế hoạch”, “vượt 5% chỉ tiêu”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PlanShare.md, beside this file.</remarks>
internal sealed class PlanShare : IFigureRule
{
    private const int Reach = 4;

    /// <inheritdoc/>
    public RuleId Id { get; } = new("FIG002");

    /// <inheritdoc/>
    public bool Read(FigureScene scene, int amount, FigureSink sink)
    {
        Amount told = scene.Amounts[amount];
        int plan = PlanBehind(scene, told.End);
        if (!told.IsPercent || plan < 0)
        {
            return false;
        }

        int verb = scene.Before(told.First);
        FigureRole role = scene.RoleAt(verb);
        FigureTurn turn = role switch { FigureRole.Rise => FigureTurn.Rise, FigureRole.Fall => FigureTurn.Fall, _ => FigureTurn.None };
        string words = scene.TextOf(scene.PhraseStart(plan), PlanEnd(scene, plan));
        if (sink.GoesOn(amount, verb >= 0 && role != FigureRole.None ? scene.PhraseStart(verb) : told.First))
        {
            sink.AddFurther(amount, FigureMeasure.OfPlan, turn, [new FigureRelation(FigureRelationKind.OfPlan, sink.CurrentLevel?.Figure ?? -1, -1, sink.Current!.Period.Value, words)]);
        }
        else
        {
            sink.AddNamed(amount, NameReader.Before(scene, told.First), FigureMeasure.OfPlan, turn, [new FigureRelation(FigureRelationKind.OfPlan, -1, -1, "", words)]);
        }

        return true;
    }

    private static int PlanBehind(FigureScene scene, int end)
    {
        for (int i = end; i < end + Reach; i++)
        {
            if (scene.RoleAt(i) == FigureRole.Plan)
            {
                return i;
            }

            if (scene.MarkAt(i) != '\0' || scene.TimeAt(i) >= 0 || scene.RoleAt(i) is not (FigureRole.Over or FigureRole.Skip or FigureRole.None or FigureRole.Head))
            {
                return -1;
            }

            // “95% hộ đạt chỉ tiêu”: people who reach something, not a share of a plan.
            if (scene.RoleAt(i) == FigureRole.None && i > end)
            {
                return -1;
            }
        }

        return -1;
    }

    private static int PlanEnd(FigureScene scene, int plan)
    {
        int end = scene.PhraseEnd(plan);
        while (end < scene.Sentence.Count && scene.MarkAt(end) == '\0' && scene.AmountAt(end) < 0 && (scene.TimeAt(end) >= 0 || scene.RoleAt(end) is FigureRole.None or FigureRole.Skip or FigureRole.Plan or FigureRole.Whole) && end < plan + 8)
        {
            end++;
        }

        return end;
    }
}
