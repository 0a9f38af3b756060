using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Reconciling;

/// <summary>Names of places without their type words: <c>tỉnh Cao Bằng</c> is <c>Cao Bằng</c>.</summary>
public static class BareNames
{
    private static readonly Lazy<string[]> _types = new(static () =>
    {
        DataTable table = DataTable.Load("place-types");
        return [.. table.Column("word").Select(static type => type + " ").OrderByDescending(static type => type.Length).ThenBy(static type => type, StringComparer.Ordinal)];
    });

    /// <summary>The bare name; the name itself when it has no type word, or is nothing else.</summary>
    /// <param name="name">On one line.</param>
    public static string Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (string type in _types.Value)
        {
            if (name.Length > type.Length && name.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            {
                return name[type.Length..];
            }
        }

        return name;
    }

    /// <summary>The bare name in the form by which names are compared.</summary>
    public static string FormOf(string name) => NameSpelling.FormOf(Of(name));
}
