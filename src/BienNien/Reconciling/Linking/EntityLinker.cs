using System.Collections.Immutable;

namespace BienNien.Reconciling.Linking;

/// <summary>Says which entities of documents are one. Built once, immutable, safe to share between threads.</summary>
/// <remarks>
/// The work falls into components: entities that share a key, directly or over others. What comes of a component depends on its members alone, not
/// on their order nor on the rest of the library, so that a document that is added changes only the components that it has a key of.
/// </remarks>
public sealed class EntityLinker
{
    /// <summary>The keys under which an entity is filed, at least one. Two entities can be one only if a chain of shared keys joins them.</summary>
    public ImmutableArray<string> KeysOf(LocalEntity entity) => throw new NotImplementedException();

    /// <summary>The entities of a component: by id; each member in exactly one.</summary>
    /// <param name="component">All entities that hang together by their keys, in any order.</param>
    /// <param name="rulings">What an editor has decided.</param>
    public ImmutableArray<LinkedEntity> Link(IReadOnlyCollection<FiledEntity> component, EntityRulings rulings) => throw new NotImplementedException();
}
