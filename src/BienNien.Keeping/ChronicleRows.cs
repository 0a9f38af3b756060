using System.Collections.Immutable;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Keeping;

/// <summary>A person, place, body or paper of the library.</summary>
/// <param name="Id">Stable: <c>person/hoang-van-non</c> (<see cref="LinkedEntity.Id"/>).</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name to show: an editor's, else the one that most documents use.</param>
/// <param name="Aliases">All other names, ordinal order.</param>
/// <param name="Documents">How many documents name it, at least 1.</param>
public sealed record EntityRow(string Id, EntityKind Kind, string Name, ImmutableArray<string> Aliases, int Documents);

/// <summary>Which entities are asked for. <c>new EntityFilter()</c>: all of them.</summary>
public sealed record EntityFilter
{
    /// <summary>Only this kind; null for all.</summary>
    public EntityKind? Kind { get; init; }

    /// <summary>Only entities one of whose names holds these words, in any order; marks and case do not matter.</summary>
    public string? Name { get; init; }

    /// <summary>How many are passed over.</summary>
    public int Offset { get; init; }

    /// <summary>How many are given at most.</summary>
    public int Limit { get; init; } = int.MaxValue;
}

/// <summary>An entity in one document.</summary>
/// <param name="Entity">The entity's id.</param>
/// <param name="Document">The document.</param>
/// <param name="DocumentName">The document's file name.</param>
/// <param name="DocumentTitle">Its title.</param>
/// <param name="Local">The entity's place among those of the document.</param>
/// <param name="Names">What the document calls it, the name by which its mentions are joined first.</param>
/// <param name="Mentions">Where it is mentioned, by start.</param>
/// <param name="Reason">Why it belongs to the entity.</param>
/// <param name="Confidence">How sure that is, 0 to 1.</param>
/// <param name="Evidence">In a few words what joins it.</param>
public sealed record EntityLinkRow(
    string Entity, long Document, string DocumentName, string DocumentTitle, int Local, ImmutableArray<string> Names, ImmutableArray<EntityMention> Mentions,
    LinkReason Reason, double Confidence, string Evidence);

/// <summary>A telling of a happening: with <see cref="EventRow.Document"/> and <see cref="EventRow.Ordinal"/> the event.</summary>
/// <param name="Document">The document.</param>
/// <param name="Ordinal">The event's ordinal in it.</param>
public readonly record struct EventAddress(long Document, int Ordinal) : IComparable<EventAddress>
{
    /// <summary>By document, then ordinal.</summary>
    public int CompareTo(EventAddress other) => (Document, Ordinal).CompareTo((other.Document, other.Ordinal));
}

/// <summary>A happening that is told more than once.</summary>
/// <param name="Tellings">All tellings, by document and ordinal: at least two.</param>
public sealed record EventGroupRow(ImmutableArray<EventAddress> Tellings);

/// <summary>One side of a judgement.</summary>
/// <param name="Document">The document.</param>
/// <param name="DocumentName">Its file name.</param>
/// <param name="DocumentPath">Its path.</param>
/// <param name="DocumentTitle">Its title.</param>
/// <param name="Handling">A mark that restricts its use, as written; empty when there is none.</param>
/// <param name="Span">The words that hold the value.</param>
/// <param name="Quote">Those words, exactly.</param>
/// <param name="Sentence">The sentence around them.</param>
/// <param name="SentenceText">That sentence, exactly.</param>
public sealed record JudgementSide(
    long Document, string DocumentName, string DocumentPath, string DocumentTitle, string Handling, TextSpan Span, string Quote, TextSpan Sentence, string SentenceText);

/// <summary>What is to be said of two statements of one fact whose words differ.</summary>
/// <param name="Kind">In what they differ.</param>
/// <param name="Reason"><see cref="JudgementReason.Contradiction"/> for a conflict; otherwise why both can hold.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="A">The side that comes first by document and place.</param>
/// <param name="B">The other.</param>
/// <param name="Confidence">How sure it is that both speak of one fact, 0 to 1.</param>
/// <param name="About">What both speak of, in data's words.</param>
/// <param name="IsIndependent">False when the two stand in one document, or in passages of which one was copied from the other or both from a third.</param>
public sealed record JudgementRow(
    ConflictKind Kind, JudgementReason Reason, ConflictSeverity Severity, JudgementSide A, JudgementSide B, double Confidence, string About, bool IsIndependent)
{
    /// <summary>Whether both cannot hold.</summary>
    public bool IsConflict => Reason == JudgementReason.Contradiction;
}

/// <summary>A passage that stands in two documents.</summary>
/// <param name="DocumentA">The document with the lesser id.</param>
/// <param name="DocumentB">The other.</param>
/// <param name="A">Where it stands in the first.</param>
/// <param name="B">Where it stands in the second.</param>
/// <param name="Similarity">How alike the two are, 0.6 to 1.</param>
/// <param name="Edits">Where they differ, in reading order.</param>
public sealed record ReuseRow(long DocumentA, long DocumentB, TextSpan A, TextSpan B, double Similarity, ImmutableArray<ReuseEditRow> Edits);

/// <summary>Words that differ between the two sides of a passage.</summary>
/// <param name="A">In the first document; empty where only the second has words.</param>
/// <param name="B">In the second document.</param>
/// <param name="TextA">The first document's words, exactly.</param>
/// <param name="TextB">The second's.</param>
public sealed record ReuseEditRow(TextSpan A, TextSpan B, string TextA, string TextB);

/// <summary>What an editor decides.</summary>
/// <param name="Kind"><c>same</c> and <c>different</c> for two names, <c>preferred</c> for a name to show; other words (<c>date</c>, <c>figure</c>) for rulings that are kept and shown.</param>
/// <param name="A">A name as written, or an entity's id; for other kinds what is ruled on.</param>
/// <param name="B">The other name or id; empty where there is none.</param>
/// <param name="Value">The preferred name, the right date; empty where there is none.</param>
/// <param name="Reason">Why.</param>
/// <param name="Who">Who decides.</param>
/// <param name="At">When, as the caller's clock tells it: an ISO 8601 instant.</param>
public sealed record Ruling(string Kind, string A, string B, string Value, string Reason, string Who, string At);

/// <summary>A ruling as the library keeps it.</summary>
/// <param name="Id">Its number in this library.</param>
/// <param name="Ruling">What was decided.</param>
/// <param name="WithdrawnBy">Who withdrew it; null while it stands.</param>
/// <param name="WithdrawnAt">When; null while it stands.</param>
/// <param name="WithdrawnReason">Why; null while it stands.</param>
public sealed record RulingRow(long Id, Ruling Ruling, string? WithdrawnBy, string? WithdrawnAt, string? WithdrawnReason)
{
    /// <summary>Whether it stands.</summary>
    public bool Stands => WithdrawnAt is null;
}
