using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>Two places that speak of one thing in different words, ready to be shown.</summary>
/// <param name="Id">See <see cref="StableName"/>.</param>
/// <param name="Judgement">What was judged.</param>
/// <param name="A">The side that comes first.</param>
/// <param name="B">The other.</param>
public sealed record ConflictView(string Id, Judgement Judgement, QuotedPlace A, QuotedPlace B)
{
    /// <summary>Of whom or what both speak: the id of an entity that both sentences name; empty where there is none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>That entity's name.</summary>
    public string SubjectName { get; init; } = "";

    /// <summary>Whether neither side is copied from the other, nor both from one text.</summary>
    public bool Independent { get; init; } = true;

    /// <summary>What an editor has decided of it, still standing; null without.</summary>
    public RulingView? Ruling { get; init; }

    /// <summary>Why: one sentence in both languages.</summary>
    public BilingualText Why => JudgementWords.Explain(Judgement, A.Quote, B.Quote);

    /// <summary>A view of a judgement.</summary>
    public static ConflictView Of(Judgement judgement, QuotedPlace a, QuotedPlace b) => new(StableName.Of(judgement), judgement, a, b);
}
