using BienNien.Reconciling;
using BienNien.Reconciling.Linking;

namespace BienNien.Keeping.Chronicling;

/// <summary>The linker's keys as numbers.</summary>
internal static class NameKeys
{
    /// <summary>The keys of an entity, each once.</summary>
    internal static long[] Of(EntityLinker linker, LocalEntity entity) => [.. linker.KeysOf(entity).Select(Of).Distinct()];

    /// <summary>The keys of all that a name or an id in a ruling may stand for.</summary>
    internal static IEnumerable<long> OfRuled(EntityLinker linker, string named) => linker.KeysNamed(named).Select(Of).Distinct();

    private static long Of(string key) => StableHash.Of("linker", key);
}
