using System.Collections.Immutable;

namespace BienNien.Finding.OrganisationChanges;

/// <summary>A change in the life of a body.</summary>
/// <param name="Type">founded, split, merged, renamed, dissolved or recognised.</param>
/// <param name="From">The names before, as written; empty when none is said.</param>
/// <param name="To">The names after, as written; empty when none is said.</param>
public sealed record OrganisationChangeValue(string Type, ImmutableArray<string> From, ImmutableArray<string> To) : MentionValue
{
    /// <summary>When it happened (EDTF), as the sentence dates it; null when it does not.</summary>
    public string? Date { get; init; }
}
