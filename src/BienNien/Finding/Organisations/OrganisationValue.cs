using System.Collections.Immutable;

namespace BienNien.Finding.Organisations;

/// <summary>A named body; the surface is its name.</summary>
public sealed record OrganisationValue : MentionValue;

/// <summary>A change in the life of a body.</summary>
/// <param name="Type">founded, split, merged, renamed, dissolved or recognised.</param>
/// <param name="From">The names before, as written.</param>
/// <param name="To">The names after, as written.</param>
public sealed record OrganisationChangeValue(string Type, ImmutableArray<string> From, ImmutableArray<string> To) : MentionValue;
