using NodaTime;

namespace BienNien.Gazetteers;

/// <summary>A unit that had the area of another one, or a part of it, before or after.</summary>
/// <param name="Unit">That unit.</param>
/// <param name="Steps">How many changes lie between the two, from 1.</param>
/// <param name="Day">When the change next to <see cref="Unit"/> took place: its first possible day.</param>
public readonly record struct Succession(PlaceUnit Unit, int Steps, LocalDate Day);
