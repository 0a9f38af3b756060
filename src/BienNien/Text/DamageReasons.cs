using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>The names of the reasons for a reading, as they are printed and stored.</summary>
public static class DamageReasons
{
    private static readonly ImmutableArray<string> _names = ["impossible-syllable", "letter-for-digit", "unlikely-syllable", "broken-date"];

    /// <summary>The name of a reason.</summary>
    public static string Name(this DamageReason reason) => _names[(int)reason];

    /// <summary>The reason of a name; null when there is no such name.</summary>
    public static DamageReason? Parse(string name) => _names.IndexOf(name) is >= 0 and int index ? (DamageReason)index : null;
}
