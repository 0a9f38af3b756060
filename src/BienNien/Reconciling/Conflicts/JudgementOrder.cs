using System.Collections.Immutable;

namespace BienNien.Reconciling.Conflicts;

/// <summary>The one judgement on each pair of places, in order.</summary>
internal static class JudgementOrder
{
    /// <summary>
    /// By side A, then side B, then kind. Two statements may meet in several ways (as a fact, as an event): of several judgements of one kind on one pair
    /// the surest stays; a reason why both can hold goes before a conflict of the same kind, but for that they are of two things: then other statements at the same places are.
    /// </summary>
    internal static ImmutableArray<Judgement> Sorted(IEnumerable<Judgement> judgements) =>
    [
        .. judgements
            .GroupBy(static judgement => (judgement.A.Document, judgement.A.Span, judgement.B.Document, B: judgement.B.Span, judgement.Kind))
            .Select(static group => group.OrderBy(Weight).ThenByDescending(static one => one.Confidence).ThenBy(static one => one.Reason)
                .ThenBy(static one => one.About, StringComparer.Ordinal).ThenBy(static one => one.A.Sentence).ThenBy(static one => one.B.Sentence).First())
            .OrderBy(static judgement => judgement.A).ThenBy(static judgement => judgement.B).ThenBy(static judgement => judgement.Kind),
    ];

    private static int Weight(Judgement judgement) => judgement.Reason switch
    {
        JudgementReason.Contradiction => 1,
        JudgementReason.DifferentEvent or JudgementReason.Scope => 2,
        _ => 0,
    };
}
