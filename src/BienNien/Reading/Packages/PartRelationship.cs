namespace BienNien.Reading.Packages;

/// <summary>What one part of a package says about another.</summary>
/// <param name="Id">By which the part itself names it (<c>r:id</c>).</param>
/// <param name="Kind">The last word of its type: <c>styles</c>, <c>worksheet</c>.</param>
/// <param name="Target">The other part, from the package's root.</param>
internal sealed record PartRelationship(string Id, string Kind, string Target);
