using System.Collections.Immutable;
using BienNien.Gazetteers;

namespace BienNien.Finding.Places;

/// <summary>Which places of the gazetteer a mention may mean: candidates, not a choice.</summary>
/// <param name="Units">At least one, in the order of the gazetteer.</param>
/// <param name="Now">
/// What has their area today, when none of them is there any more: <c>phường Cầu Giấy (thành phố Hà Nội)</c>. All that may have a part of it;
/// empty when one is still there, when nothing is known, and when there are too many.
/// </param>
public sealed record PlaceLink(ImmutableArray<PlaceUnit> Units, ImmutableArray<string> Now)
{
    /// <summary>The unit that narrowed the candidates without standing beside the name, since the document is about it; null when none did.</summary>
    public string? Assumed { get; init; }

    /// <summary>Whether none of them was there at the time of the sentence: a name of another time.</summary>
    public bool OutOfTime { get; init; }

    /// <summary>Two are equal when they hold the same.</summary>
    public bool Equals(PlaceLink? other) => other is not null && Units.SequenceEqual(other.Units) && Now.SequenceEqual(other.Now)
        && Assumed == other.Assumed && OutOfTime == other.OutOfTime;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Units.Length, Units[0], Now.Length, Assumed, OutOfTime);
}
