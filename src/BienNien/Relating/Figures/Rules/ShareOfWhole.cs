using System.Collections.Immutable;
using BienNien.Finding.Quantities;
using BienNien.Rules;

namespace BienNien.Relating.Figures.Rules;

/// <summary>FIG005. Which part of a whole something is: “chiếm 10,67% dân số”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ShareOfWhole.md, beside this file.</remarks>
internal sealed class ShareOfWhole : IFigureRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("FIG005");

    /// <inheritdoc/>
    public bool Read(FigureScene scene, int amount, FigureSink sink)
    {
        Amount told = scene.Amounts[amount];
        int verb = scene.Before(told.First);
        bool takes = scene.RoleAt(verb) == FigureRole.Share;
        string whole = told.IsPercent ? scene.TextOf(told.End, NounReader.EndOf(scene, told.End)) : told.Value.Unit;
        bool equals = scene.RoleAt(verb) == FigureRole.Equal && whole.Length > 0;
        bool bracketed = scene.MarkAt(verb) == '(' && amount > 0 && scene.MarkAt(told.End) == ')' && sink.Current is not null && sink.CurrentLevel is { } before && !IsRate(before);
        if (!(told.IsPercent || told.Value.Of is not null) || !(takes || equals || bracketed))
        {
            return false;
        }

        int start = bracketed ? verb : scene.PhraseStart(verb);
        if (bracketed || sink.GoesOn(amount, start))
        {
            int level = sink.CurrentLevel is { } counted && !IsRate(counted) ? counted.Figure : -1;
            sink.AddFurther(amount, FigureMeasure.Share, FigureTurn.None, [new FigureRelation(FigureRelationKind.ShareOf, level, -1, "", whole)]);
            return true;
        }

        NameSpan name = NameReader.Before(scene, start);
        if (name.IsEmpty)
        {
            return false;
        }

        // “…, trong đó nữ chiếm 46%”: of the total that the parts are told of.
        int total = whole.Length == 0 && sink.Whole is { } sum && !IsRate(sum) ? sum.Figure : -1;
        ImmutableArray<FigureRelation> relations = [new FigureRelation(FigureRelationKind.ShareOf, -1, total, "", whole)];
        sink.AddNamed(amount, name, FigureMeasure.Share, FigureTurn.None, relations);
        return sink.Took(amount);
    }

    private static bool IsRate(FigureClaim claim) => claim.Unit.Length > 0 && claim.Unit[0] is '%' or '‰';
}
