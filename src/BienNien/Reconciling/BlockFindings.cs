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
public sealed record BlockFindings(ImmutableArray<EventTie> Ties, ImmutableArray<Judgement> Judgements)
{
    /// <summary>Nothing.</summary>
    public static BlockFindings None { get; } = new([], []);
}
