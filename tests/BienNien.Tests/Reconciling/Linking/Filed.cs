using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Linking;
using BienNien.Text;

namespace BienNien.Tests.Reconciling.Linking;

/// <summary>Entities of documents, made for tests: each call is another document.</summary>
internal sealed class Filed
{
    private readonly List<FiledEntity> _all = [];

    /// <summary>One linker for all tests.</summary>
    internal static EntityLinker Linker { get; } = new(new(BienNien.Gazetteers.Gazetteer.Load));

    internal Filed Person(string name, EntityTraits? traits = null, params string[] aliases) => Add(EntityKind.Person, name, traits, aliases);

    internal Filed Place(string name, string level, EntityTraits? traits = null) => Add(EntityKind.Place, name, (traits ?? EntityTraits.None) with { Type = level });

    internal Filed Body(string name, EntityTraits? traits = null, params string[] aliases) => Add(EntityKind.Organisation, name, traits, aliases);

    internal Filed Paper(string type, string number, string date, string issuer = "", long? document = null) =>
        Add(EntityKind.Paper, $"{type} {number}", EntityTraits.None with { Type = type, Number = number, Begun = date, Issuer = issuer }, [], document);

    internal ImmutableArray<LinkedEntity> Link(EntityRulings? rulings = null) => Linker.LinkAll(_all, rulings ?? EntityRulings.None);

    /// <summary>How the members fall into entities: <c>1 2|3</c>, documents counted from 1, entities by their first.</summary>
    internal string Groups(EntityRulings? rulings = null) => string.Join('|', Link(rulings)
        .Select(static entity => entity.Links.Select(static link => link.Document).Order().ToArray()).OrderBy(static members => members[0]).Select(static members => string.Join(' ', members)));

    private Filed Add(EntityKind kind, string name, EntityTraits? traits, string[]? aliases = null, long? document = null)
    {
        _all.Add(Of(document ?? _all.Count + 1, _all.Count, kind, name, traits, aliases));
        return this;
    }

    internal static FiledEntity Of(long document, int local, EntityKind kind, string name, EntityTraits? traits, string[]? aliases = null) =>
        new(document, local, new LocalEntity(kind, [name, .. aliases ?? []], [new EntityMention(new TextSpan(0, 1), 0)], traits ?? EntityTraits.None));
}
