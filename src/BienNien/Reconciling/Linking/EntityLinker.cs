using System.Collections.Immutable;

namespace BienNien.Reconciling.Linking;

/// <summary>Says which entities of documents are one. Built once, immutable, safe to share between threads.</summary>
public sealed class EntityLinker
{
    /// <summary>The keys under which an entity is filed.</summary>
    public ImmutableArray<string> KeysOf(LocalEntity entity) => [entity.Kind + "/" + BareNames.FormOf(entity.Name)];

    /// <summary>The entities of a component.</summary>
    public ImmutableArray<LinkedEntity> LinkAll(IEnumerable<FiledEntity> all, EntityRulings rulings) =>
        [.. all.GroupBy(e => KeysOf(e.Entity)[0]).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new LinkedEntity(g.Key, g.First().Entity.Kind, g.First().Entity.Name, [], [.. g.Select(m => new EntityLink(m.Document, m.Local, LinkReason.SameName, 1, ""))]))];
}
