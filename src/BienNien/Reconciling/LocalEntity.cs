using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reconciling;

/// <summary>What an entity is.</summary>
public enum EntityKind
{
    /// <summary>A human being.</summary>
    Person,

    /// <summary>A place, from a country to a hamlet, a river, a road.</summary>
    Place,

    /// <summary>A body: an organisation, unit, school, company.</summary>
    Organisation,

    /// <summary>An issued paper or a book.</summary>
    Paper,
}

/// <summary>A person, place, body or paper as one document knows it: all mentions that the document itself joins, with what it says of them.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Names">
/// Every name it has here, each once, on one line, letters as written: the name by which the document's mentions are joined first, then in reading
/// order, stated aliases among them. Never empty.
/// </param>
/// <param name="Mentions">Where it is mentioned, by start. Never empty.</param>
/// <param name="Traits">What the document says of it.</param>
public sealed record LocalEntity(EntityKind Kind, ImmutableArray<string> Names, ImmutableArray<EntityMention> Mentions, EntityTraits Traits)
{
    /// <summary>The name by which the document's mentions are joined.</summary>
    public string Name => Names[0];
}

/// <summary>One mention of an entity.</summary>
/// <param name="Span">Its words.</param>
/// <param name="Name">Which of <see cref="LocalEntity.Names"/> they are.</param>
public readonly record struct EntityMention(TextSpan Span, int Name);

/// <summary>What a document says of an entity, as far as it helps to tell who or what it is. Empty strings and arrays where it says nothing.</summary>
public sealed record EntityTraits
{
    /// <summary>Nothing said.</summary>
    public static EntityTraits None { get; } = new();

    /// <summary>A person's birth, a body's founding, a paper's date of issue: EDTF.</summary>
    public string Begun { get; init; } = "";

    /// <summary>A person's death, a body's end: EDTF.</summary>
    public string Ended { get; init; } = "";

    /// <summary>The first and last year of dated happenings in which the document names it; 0 when there are none.</summary>
    public (int First, int Last) Years { get; init; }

    /// <summary>A person's native place, a place's larger places, the unit that a body belongs to: names as written, the nearest first.</summary>
    public ImmutableArray<string> In { get; init; } = [];

    /// <summary>A person's titles and offices, as written, in reading order, each once.</summary>
    public ImmutableArray<string> Offices { get; init; } = [];

    /// <summary>Names of other persons, places below the province, and bodies in its sentences: each once, ordinal order, at most 32.</summary>
    public ImmutableArray<string> Beside { get; init; } = [];

    /// <summary>The same of its paragraphs, those of <see cref="Beside"/> left out: at most 16.</summary>
    public ImmutableArray<string> Around { get; init; } = [];

    /// <summary>A place's level as the annotation standard names it; a paper's type; empty for others.</summary>
    public string Type { get; init; } = "";

    /// <summary>Places of the gazetteer that it may be (<see cref="Gazetteers"/>), in ordinal order.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>Other names that the document says it had before or got later (<c>nay là …</c>, <c>đổi tên thành …</c>), as written.</summary>
    public ImmutableArray<string> Renamed { get; init; } = [];

    /// <summary>The long form of an abbreviated body, as written.</summary>
    public string Full { get; init; } = "";

    /// <summary>A paper's number and symbol, spaces removed.</summary>
    public string Number { get; init; } = "";

    /// <summary>Who issued a paper, as written.</summary>
    public string Issuer { get; init; } = "";
}
