using System.Collections.Immutable;

namespace BienNien.Reconciling;

/// <summary>The entities of one document, linked with those of the library.</summary>
/// <param name="Document">The document's id.</param>
/// <param name="Testimony">What it brings.</param>
/// <param name="Links">For each entity of the testimony, what it is in the library.</param>
public sealed record LinkedTestimony(long Document, Testimony Testimony, ImmutableArray<LocalLink> Links)
{
    /// <summary>Its statements with their links, in order.</summary>
    public ImmutableArray<LinkedStatement> Statements => [.. Testimony.Statements.Select((statement, ordinal) => new LinkedStatement(this, ordinal, statement))];
}

/// <summary>What an entity of a document is in the library.</summary>
/// <param name="Entity">The id of the <see cref="LinkedEntity"/>.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">How sure: 0 to 1.</param>
public readonly record struct LocalLink(string Entity, LinkReason Reason, double Confidence);

/// <summary>A statement with its document, whose entities are linked.</summary>
/// <param name="Witness">The document.</param>
/// <param name="Ordinal">The statement's place in its testimony.</param>
/// <param name="Statement">The statement.</param>
public readonly record struct LinkedStatement(LinkedTestimony Witness, int Ordinal, Statement Statement)
{
    /// <summary>The document's id.</summary>
    public long Document => Witness.Document;

    /// <summary>What an entity of its document is in the library; empty for -1.</summary>
    public string Entity(int local) => local < 0 ? "" : Witness.Links[local].Entity;

    /// <summary>An entity as its document knows it.</summary>
    public LocalEntity Local(int local) => Witness.Testimony.Entities[local];
}
