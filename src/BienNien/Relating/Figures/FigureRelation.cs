using System.Collections.Immutable;

namespace BienNien.Relating.Figures;

/// <summary>How a figure can be computed from others.</summary>
public enum FigureRelationKind
{
    /// <summary><c>Of</c> is by so many per cent more (or, when it fell, less) than the base.</summary>
    GrowthOver,

    /// <summary><c>Of</c> differs from the base by so much.</summary>
    ChangeFrom,

    /// <summary><c>Of</c> is so many times the base; with a word of rising, some writers mean: so many times more.</summary>
    MultipleOf,

    /// <summary><c>Of</c> is so many per cent of the base.</summary>
    RatioTo,

    /// <summary><c>Of</c> is so many per cent of the whole.</summary>
    ShareOf,

    /// <summary><c>Of</c> is so many per cent of its plan; with a turn, above or below it.</summary>
    OfPlan,

    /// <summary>The figure is one part of the base.</summary>
    PartOf,

    /// <summary>The figure is the sum of the parts.</summary>
    SumOf,

    /// <summary>The same indicator went from the base to this figure.</summary>
    FromTo,
}

/// <summary>A relation between figures of one document, with all that a check needs to recompute it. Mentions are indices of QUANTITY mentions.</summary>
/// <param name="Kind">How.</param>
/// <param name="Of">The level that the figure is told of; the figure's own mention when it is a level itself; -1 when the text gives no level.</param>
/// <param name="Over">The base, whole, plan or total; -1 when this document does not give its figure.</param>
/// <param name="Period">The base's period, EDTF; empty when it has none.</param>
/// <param name="Whole">What the base is, in the text's words: <c>dân số</c>, <c>kế hoạch</c>, <c>cùng kỳ</c>; empty without words.</param>
public sealed record FigureRelation(FigureRelationKind Kind, int Of, int Over, string Period = "", string Whole = "")
{
    /// <summary>The parts of a <see cref="FigureRelationKind.SumOf"/>, in reading order; empty otherwise.</summary>
    public ImmutableArray<int> Parts { get; init; } = [];
}

/// <summary>How kinds of relations are written in data.</summary>
public static class FigureRelationKinds
{
    /// <summary>growthOver, changeFrom, multipleOf, ratioTo, shareOf, ofPlan, partOf, sumOf or fromTo.</summary>
    public static string Code(this FigureRelationKind kind) => kind switch
    {
        FigureRelationKind.GrowthOver => "growthOver",
        FigureRelationKind.ChangeFrom => "changeFrom",
        FigureRelationKind.MultipleOf => "multipleOf",
        FigureRelationKind.RatioTo => "ratioTo",
        FigureRelationKind.ShareOf => "shareOf",
        FigureRelationKind.OfPlan => "ofPlan",
        FigureRelationKind.PartOf => "partOf",
        FigureRelationKind.SumOf => "sumOf",
        FigureRelationKind.FromTo => "fromTo",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A relation without a code."),
    };
}
