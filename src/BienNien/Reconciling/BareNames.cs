using System.Collections.Frozen;
using BienNien.Knowledge;
using BienNien.Reconciling.Linking;

namespace BienNien.Reconciling;

/// <summary>Names of places without their type words: <c>tỉnh Cao Bằng</c> is <c>Cao Bằng</c>.</summary>
public static class BareNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> _levels = new(static () =>
    {
        DataTable table = DataTable.Load("place-types");
        Dictionary<string, string> levels = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string word, string level) in table.Column("word").Zip(table.Column("level")))
        {
            levels.TryAdd(word, level);
        }

        return levels.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    });

    private static readonly Lazy<int> _mostWords = new(static () => _levels.Value.Keys.Max(static word => word.Count(static letter => letter == ' ') + 1));

    /// <summary>The bare name; the name itself when it has no type word, or is nothing else.</summary>
    /// <param name="name">On one line.</param>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name[TypeLength(name)..];
    }

    /// <summary>The bare name in the form by which names are compared.</summary>
    public static string FormOf(string name) => NameForms.Exact(Of(name));

    /// <summary>The type word in small letters with the level that it stands for; empty when the name has none.</summary>
    internal static (string Word, string Level) TypeOf(string name) =>
        TypeLength(name) is > 0 and int length && name[..(length - 1)] is var word ? (word.ToLowerInvariant(), _levels.Value[word]) : ("", "");

    /// <summary>The type word that a name opens with, be it a part of the name: <c>bến</c> of <c>Bến Sanh</c>; empty when there is none.</summary>
    internal static (string Word, string Level) OpeningOf(string name) =>
        LongestType(name) is > 0 and int length && name[..(length - 1)] is var word ? (word.ToLowerInvariant(), _levels.Value[word]) : ("", "");

    // The longest type word that something follows, with the space behind it. “Bến Sanh” and “Đình Lập” are names, whatever “bến” and “đình” mean: a single
    // word behind a type is no name of its own, except behind the types of units.
    private static int TypeLength(string name)
    {
        int length = LongestType(name);
        ReadOnlySpan<char> rest = name.AsSpan(length);
        return length == 0 || rest.Contains(' ') || char.IsAsciiDigit(rest[0]) || IsUnit(name.AsSpan(0, length - 1)) ? length : 0;
    }

    private static int LongestType(string name)
    {
        int length = 0;
        int end = 0;
        for (int words = 0; words < _mostWords.Value && name.AsSpan(end).IndexOf(' ') is >= 0 and int space && end + space + 1 < name.Length; words++)
        {
            end += space + 1;
            length = _levels.Value.ContainsKey(name[..(end - 1)]) ? end : length;
        }

        return length;
    }

    private static bool IsUnit(ReadOnlySpan<char> type)
    {
        foreach (string unit in (ReadOnlySpan<string>)["tỉnh", "thành phố", "thị xã", "huyện", "quận", "xã", "phường", "thị trấn", "tổng", "đặc khu"])
        {
            if (type.Equals(unit, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
