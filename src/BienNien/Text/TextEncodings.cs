using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>The names of encodings, as they are typed and stored.</summary>
public static class TextEncodings
{
    private static readonly ImmutableArray<(TextEncoding Encoding, string Name)> _names =
    [
        (TextEncoding.Utf8, "utf-8"),
        (TextEncoding.Utf16LittleEndian, "utf-16le"),
        (TextEncoding.Utf16BigEndian, "utf-16be"),
        (TextEncoding.Windows1258, "windows-1258"),
        (TextEncoding.Tcvn3, "tcvn3"),
        (TextEncoding.VniWindows, "vni"),
        (TextEncoding.Viscii, "viscii"),
        (TextEncoding.Vps, "vps"),
    ];

    /// <summary>All names, in the order of <see cref="TextEncoding"/>.</summary>
    public static ImmutableArray<string> Names { get; } = [.. _names.Select(static one => one.Name)];

    /// <summary>The name of an encoding.</summary>
    public static string Name(this TextEncoding encoding) => _names[(int)encoding].Name;

    /// <summary>The encoding of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>, in any case.</param>
    /// <returns>Null when there is no such name.</returns>
    public static TextEncoding? Parse(string name)
    {
        foreach ((TextEncoding encoding, string known) in _names)
        {
            if (string.Equals(known, name, StringComparison.OrdinalIgnoreCase))
            {
                return encoding;
            }
        }

        return null;
    }
}
