using System.Collections.Immutable;
using BienNien.Reconciling;

namespace BienNien.Telling.Chronicles;

/// <summary>A person, place, body or paper of the library, ready to be shown.</summary>
/// <param name="Id">See <see cref="LinkedEntity.Id"/>.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The preferred name.</param>
/// <param name="Aliases">All other names, ordinal order.</param>
/// <param name="Mentions">Where it is named, by document's name and place.</param>
public sealed record EntityView(string Id, EntityKind Kind, string Name, ImmutableArray<string> Aliases, ImmutableArray<QuotedPlace> Mentions)
{
    /// <summary>What joins its names over documents.</summary>
    public ImmutableArray<EntityNameView> Names { get; init; } = [];

    /// <summary>In how many documents it is named.</summary>
    public int Documents => Mentions.Select(static mention => mention.Document).Distinct().Count();
}

/// <summary>How one document names an entity, and why it is the same.</summary>
/// <param name="Document">The document's name as it is shown.</param>
/// <param name="Names">Its names there, the usual one first.</param>
/// <param name="Reason">Why it belongs to the entity.</param>
/// <param name="Confidence">How sure: 0 to 1.</param>
/// <param name="Evidence">What joins it, in values; empty where the name alone does.</param>
public sealed record EntityNameView(string Document, ImmutableArray<string> Names, LinkReason Reason, double Confidence, string Evidence);
