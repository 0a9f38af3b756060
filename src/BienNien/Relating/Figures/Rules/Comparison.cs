using System.Collections.Immutable;
using BienNien.Finding.Quantities;
using BienNien.Rules;

namespace BienNien.Relating.Figures.Rules;

/// <summary>FIG004. By how much something rose or fell, or how many times or per cent of another it is: “tăng 51,8% so với năm 2015”, “gấp 4,8 lần”, “bằng 85,1% cùng kỳ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Comparison.md, beside this file.</remarks>
internal sealed class Comparison : IFigureRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FIG004");

    /// <inheritdoc/>
    public bool Read(FigureScene scene, int amount, FigureSink sink)
    {
        Amount told = scene.Amounts[amount];
        int verb = scene.Before(told.First);
        FigureRole role = scene.RoleAt(verb);
        if (role is not (FigureRole.Rise or FigureRole.Fall or FigureRole.Times or FigureRole.Equal) || told.IsAge)
        {
            return false;
        }

        if (role == FigureRole.Equal && !told.IsPercent && !told.IsTimes)
        {
            return false;
        }

        int start = VerbStart(scene, verb);
        bool goesOn = sink.GoesOn(amount, start);
        string period = sink.PeriodOf(amount).Value;
        ComparisonBase compared = BaseReader.Behind(scene, amount, period, goesOn ? sink.CurrentUnit ?? "" : "");
        if (role == FigureRole.Equal && !compared.IsTold)
        {
            return false;
        }

        FigureClaim? level = goesOn ? sink.CurrentLevel : null;
        FigureMeasure measure = MeasureOf(told, role, level, scene, start);
        FigureTurn turn = role switch { FigureRole.Rise => FigureTurn.Rise, FigureRole.Fall => FigureTurn.Fall, _ => FigureTurn.None };
        ImmutableArray<FigureRelation> relations = [new FigureRelation(KindOf(measure), level?.Figure ?? -1, compared.Figure, compared.Period, compared.Whole)];
        if (goesOn)
        {
            sink.AddFurther(amount, measure, turn, relations);
            return true;
        }

        NameSpan name = NameReader.Before(scene, start);
        if (name.IsEmpty || (!name.HasHead && !told.IsPercent && !told.IsTimes && !compared.IsTold))
        {
            return false;
        }

        sink.AddNamed(amount, name, measure, turn, relations);
        return sink.Took(amount);
    }

    // “tăng bình quân hằng năm”: the first verb of a run of them.
    private static int VerbStart(FigureScene scene, int verb)
    {
        int start = scene.PhraseStart(verb);
        while (scene.Before(start) is >= 0 and int before && before == start - 1 && scene.RoleAt(before) is FigureRole.Rise or FigureRole.Fall or FigureRole.Times)
        {
            start = scene.PhraseStart(before);
        }

        return start;
    }

    private static FigureMeasure MeasureOf(Amount told, FigureRole role, FigureClaim? level, FigureScene scene, int start)
    {
        if (role == FigureRole.Equal)
        {
            return told.IsTimes ? FigureMeasure.Multiple : FigureMeasure.Ratio;
        }

        if (told.IsTimes)
        {
            return FigureMeasure.Multiple;
        }

        if (!told.IsPercent || told.IsPoints)
        {
            return FigureMeasure.Change;
        }

        // A share that falls by 4% falls by so many points: nobody divides percentages by percentages.
        bool rate = level is not null ? level.Unit is "%" or "‰" : IsRate(scene, start);
        return rate && !told.IsYearly ? FigureMeasure.Change : FigureMeasure.Growth;
    }

    private static bool IsRate(FigureScene scene, int start)
    {
        NameSpan name = NameReader.Before(scene, start);
        return !name.IsEmpty && scene.Words.Rates.Contains(scene.Sentence[name.First]) && scene.Words.RateEnds.Contains(scene.Sentence[name.First + 1]);
    }

    private static FigureRelationKind KindOf(FigureMeasure measure) => measure switch
    {
        FigureMeasure.Growth => FigureRelationKind.GrowthOver,
        FigureMeasure.Multiple => FigureRelationKind.MultipleOf,
        FigureMeasure.Ratio => FigureRelationKind.RatioTo,
        _ => FigureRelationKind.ChangeFrom,
    };
}
