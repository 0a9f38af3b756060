using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Reuse;

namespace BienNien.Reconciling;

/// <summary>What the documents of a library say together: entities, happenings with all who tell them, and where they differ.</summary>
/// <param name="Entities">By id.</param>
/// <param name="Events">Happenings, by their first telling.</param>
/// <param name="Judgements">By side A, then side B, then kind.</param>
/// <param name="Copies">Passages that two documents share, by documents, then by place.</param>
public sealed record Chronicle(ImmutableArray<LinkedEntity> Entities, ImmutableArray<ChronicleEvent> Events, ImmutableArray<Judgement> Judgements, ImmutableArray<Copy> Copies);

/// <summary>A passage that two documents share.</summary>
/// <param name="A">The id of the one.</param>
/// <param name="B">The id of the other.</param>
/// <param name="Passage">Where, how like, and what was edited.</param>
public sealed record Copy(long A, long B, ReusedPassage Passage);

/// <summary>A happening of the chronicle.</summary>
/// <param name="Tellings">The statements that tell it, by document and place: at least one.</param>
public sealed record ChronicleEvent(ImmutableArray<LinkedStatement> Tellings);
