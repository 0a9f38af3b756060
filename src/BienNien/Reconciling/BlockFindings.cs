using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;

namespace BienNien.Reconciling;

/// <summary>Two statements that tell one happening.</summary>
/// <param name="Document">The document of the first.</param>
/// <param name="Ordinal">Its place in its testimony.</param>
/// <param name="OtherDocument">The document of the second; the pair is in order.</param>
/// <param name="OtherOrdinal">Its place.</param>
public readonly record struct EventTie(long Document, int Ordinal, long OtherDocument, int OtherOrdinal) : IComparable<EventTie>
{
    /// <inheritdoc/>
    public int CompareTo(EventTie other) =>
        (Document, Ordinal, OtherDocument, OtherOrdinal).CompareTo((other.Document, other.Ordinal, other.OtherDocument, other.OtherOrdinal));
}

/// <summary>What comes of comparing the statements of a block.</summary>
/// <param name="Ties">Which tell one happening.</param>
/// <param name="Judgements">What is to be said of those that differ.</param>
/// <param name="Agreements">Which say the same: as few as hold them together.</param>
public sealed record BlockFindings(ImmutableArray<EventTie> Ties, ImmutableArray<Judgement> Judgements, ImmutableArray<Agreement> Agreements)
{
    /// <summary>Nothing.</summary>
    public static BlockFindings None { get; } = new([], [], []);
}

/// <summary>Two places that say the same.</summary>
/// <param name="Kind">In what they agree.</param>
/// <param name="A">The one.</param>
/// <param name="B">The other.</param>
/// <param name="Confidence">How sure it is that both speak of one fact: 0 to 1.</param>
/// <param name="About">What both speak of, as in a judgement.</param>
public readonly record struct Agreement(ConflictKind Kind, Side A, Side B, double Confidence, string About);

/// <summary>What comes of comparing two statements, before the rest of their block is looked at.</summary>
/// <param name="Ties">One when both tell one happening, else none.</param>
/// <param name="Judgements">In what they differ.</param>
/// <param name="Agreements">In what they agree.</param>
public sealed record PairFindings(ImmutableArray<EventTie> Ties, ImmutableArray<Judgement> Judgements, ImmutableArray<Agreement> Agreements)
{
    /// <summary>Nothing.</summary>
    public static PairFindings None { get; } = new([], [], []);

    /// <summary>Whether nothing came of it.</summary>
    public bool IsNone => Ties.IsEmpty && Judgements.IsEmpty && Agreements.IsEmpty;
}
