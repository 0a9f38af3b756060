using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reconciling.Reuse;

/// <summary>A passage that stands in two documents, perhaps with edits.</summary>
/// <param name="A">Where it stands in the first document: from its first to its last common word.</param>
/// <param name="B">Where it stands in the second document.</param>
/// <param name="Similarity">
/// Twice the words that both have, in the same order, through the words of both: from <see cref="PassageAligner.LeastSimilarity"/> to 1. Words that differ in
/// their marks alone count as common, and are edits all the same.
/// </param>
/// <param name="Edits">Where they differ, in reading order, not touching; empty when they differ in nothing but case, punctuation and spelling of one syllable.</param>
public sealed record ReusedPassage(TextSpan A, TextSpan B, double Similarity, ImmutableArray<ReuseEdit> Edits);

/// <summary>Words that differ between the two sides of a passage.</summary>
/// <param name="A">In the first document; empty, before the word where they would stand, when only the second has them.</param>
/// <param name="B">In the second document; empty when only the first has them.</param>
/// <remarks>
/// Numbers that differ in a part are given whole: <c>01/4/1930</c> beside <c>02/4/1930</c>, <c>1.382,08</c> beside <c>1.392,08</c>.
/// </remarks>
public readonly record struct ReuseEdit(TextSpan A, TextSpan B);
