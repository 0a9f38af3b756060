using System.Collections.Immutable;

namespace BienNien.Reconciling;

/// <summary>What an editor has decided of names: these two are one, are not one, are to be called so.</summary>
/// <param name="Same">Pairs of names (as written, any spelling of case and tone marks) or entity ids that are one.</param>
/// <param name="Different">Pairs that are not.</param>
/// <param name="Preferred">For a name or id, the name to show.</param>
public sealed record EntityRulings(
    ImmutableArray<(string A, string B)> Same, ImmutableArray<(string A, string B)> Different, ImmutableArray<(string Entity, string Name)> Preferred)
{
    /// <summary>None.</summary>
    public static EntityRulings None { get; } = new([], [], []);
}
