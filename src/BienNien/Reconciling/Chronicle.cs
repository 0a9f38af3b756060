using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;

namespace BienNien.Reconciling;

/// <summary>What the documents of a library say together: entities, happenings with all who tell them, and where they differ.</summary>
/// <param name="Entities">By id.</param>
/// <param name="Events">Happenings, by their first telling.</param>
/// <param name="Judgements">By side A, then side B, then kind.</param>
public sealed record Chronicle(ImmutableArray<LinkedEntity> Entities, ImmutableArray<ChronicleEvent> Events, ImmutableArray<Judgement> Judgements);

/// <summary>A happening of the chronicle.</summary>
/// <param name="Tellings">The statements that tell it, by document and place: at least one.</param>
public sealed record ChronicleEvent(ImmutableArray<LinkedStatement> Tellings);
