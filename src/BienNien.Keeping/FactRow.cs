using BienNien.Reconciling;

namespace BienNien.Keeping;

/// <summary>What a document states of an entity.</summary>
/// <param name="Document">The document.</param>
/// <param name="Fact">What it states.</param>
/// <param name="Object">The id of the entity that is the value or goes with it; empty without one.</param>
public sealed record FactRow(long Document, FactStatement Fact, string Object);
