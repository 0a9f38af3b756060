using System.Collections.Immutable;

namespace BienNien.Reconciling;

/// <summary>An entity of one document, filed among those of the library.</summary>
/// <param name="Document">The document's id; what comes of entities never depends on the order of ids or of documents.</param>
/// <param name="Local">Its place among the entities of the document's testimony.</param>
/// <param name="Entity">The entity as the document knows it.</param>
public sealed record FiledEntity(long Document, int Local, LocalEntity Entity);

/// <summary>Why an entity of a document belongs to an entity of the library.</summary>
public enum LinkReason
{
    /// <summary>The same name, and nothing against it.</summary>
    SameName,

    /// <summary>One document says that both names are one's: <c>tức</c>, <c>bí danh</c>, <c>gọi tắt là</c>.</summary>
    StatedAlias,

    /// <summary>General knowledge joins the names: tables of <c>data/</c>.</summary>
    KnownAlias,

    /// <summary>The names differ by a slip of a scanner or typist, and what is said of them agrees.</summary>
    Spelling,

    /// <summary>A place or body that was renamed.</summary>
    Renamed,

    /// <summary>Of several entities with this name the one that what is said fits best.</summary>
    Context,

    /// <summary>An editor has ruled so.</summary>
    Ruling,
}

/// <summary>One member of an entity, and why.</summary>
/// <param name="Document">The document.</param>
/// <param name="Local">The entity's place in its testimony.</param>
/// <param name="Reason">Why it belongs here.</param>
/// <param name="Confidence">How sure that is: 0 to 1; below 0.5 nothing is concluded from it.</param>
/// <param name="Evidence">In a few words what joins it: the names, the traits that agree. Vietnamese and English need no words: values alone (<c>Hoàng Như = Hoàng Văn Nọn</c>, <c>1904 = 1904-06-01</c>).</param>
public sealed record EntityLink(long Document, int Local, LinkReason Reason, double Confidence, string Evidence);

/// <summary>A person, place, body or paper of the library.</summary>
/// <param name="Id">
/// Stable: it depends only on what the entity is called and what tells it from its namesakes, never on numbering
/// (<c>person/hoang-van-non</c>, <c>person/nguyen-van-an~1904</c>).
/// </param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The preferred name: an editor's, else the name that most documents use, ties in ordinal order.</param>
/// <param name="Aliases">All other names, ordinal order.</param>
/// <param name="Links">Its members, by document and local place.</param>
public sealed record LinkedEntity(string Id, EntityKind Kind, string Name, ImmutableArray<string> Aliases, ImmutableArray<EntityLink> Links)
{
    /// <summary>
    /// Ids of others whose names differ from its own by a slip, and of whom nothing says that they are others: too little is known to join them, enough to
    /// ask whether one of the two is misspelt. Ordinal order; the relation goes both ways.
    /// </summary>
    public ImmutableArray<string> MayBe { get; init; } = [];
}
