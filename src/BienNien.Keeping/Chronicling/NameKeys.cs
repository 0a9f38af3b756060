using BienNien.Reconciling;
using BienNien.Reconciling.Linking;
using BienNien.Text;

namespace BienNien.Keeping.Chronicling;

/// <summary>The numbers under which entities of documents are filed.</summary>
internal static class NameKeys
{
    /// <summary>The keys of an entity: the linker's, which make components, and those of its names, by which a ruling finds it.</summary>
    internal static FiledKeys Of(EntityLinker linker, LocalEntity entity) => new(
        [.. linker.KeysOf(entity).Select(static key => StableHash.Of("linker", key)).Distinct()],
        [.. entity.Names.SelectMany(OfName).Distinct()]);

    /// <summary>The keys of what a ruling names: a name as written, or the id of an entity, whose name is told without marks.</summary>
    internal static IEnumerable<long> OfRuled(string side)
    {
        // person/nguyen-van-an~1904
        int slash = side.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && !side.Contains(' ', StringComparison.Ordinal) && Enum.TryParse<EntityKind>(side.AsSpan(0, slash), ignoreCase: true, out _))
        {
            int end = side.IndexOf('~', StringComparison.Ordinal);
            return OfName(side[(slash + 1)..(end < 0 ? side.Length : end)]).Concat(OfName(side)).Distinct();
        }

        return OfName(side).Distinct();
    }

    // Marks, case and what parts the syllables do not count: several names under one key only make more to look at.
    private static IEnumerable<long> OfName(string name) => [KeyOf(name), KeyOf(BareNames.Of(name))];

    private static long KeyOf(string name)
    {
        string folded = Letters.Fold(name.Normalize());
        return StableHash.Of("name", string.Concat(folded.Where(char.IsLetterOrDigit)));
    }
}
