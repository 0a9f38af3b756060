using System.Collections.Immutable;
using BienNien.Relating.Facts;
using BienNien.Time;

namespace BienNien.Telling.Chronicles;

/// <summary>What one document says of an entity, ready to be shown.</summary>
/// <param name="Property">What is said.</param>
/// <param name="Value">The value in the document's words, or the name of the entity that is the value; empty where the date says all.</param>
/// <param name="Date">EDTF: when it was so, or the date that is the value; empty without one.</param>
/// <param name="Mod">The shade of the date's words.</param>
/// <param name="Place">The words, with their sentence.</param>
public sealed record FactView(FactProperty Property, string Value, string Date, TimexMod Mod, QuotedPlace Place);

/// <summary>All that the library has of one entity, ready to be shown.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Facts">By property, then date, then document and place.</param>
/// <param name="Events">In which it takes part, by date; undated last.</param>
/// <param name="Conflicts">About it.</param>
public sealed record EntityDossier(EntityView Entity, ImmutableArray<FactView> Facts, ImmutableArray<EventView> Events, ImmutableArray<ConflictView> Conflicts);
