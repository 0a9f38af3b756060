using System.Collections.Immutable;

namespace BienNien.Reconciling;

/// <summary>
/// What one document brings to the chronicle: whom and what it names, and what it states of them, without its text. The library keeps it, so that
/// reconciling reads no document again.
/// </summary>
/// <param name="Entities">By kind, then by their first mention.</param>
/// <param name="Statements">By sentence, then by span.</param>
/// <param name="Dates">All its dates of one day, month, year or period, by span: what a copy that was edited is held against.</param>
public sealed record Testimony(ImmutableArray<LocalEntity> Entities, ImmutableArray<Statement> Statements, ImmutableArray<StatedDate> Dates);
