using System.Globalization;
using System.Text.RegularExpressions;

namespace BienNien.Reading.Xlsx;

/// <summary>Characters that XML cannot hold, as Excel writes them: <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
internal static partial class XmlEscapes
{
    /// <summary>Puts the characters back.</summary>
    public static string Undo(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape.Replace(text, static match => ((char)int.Parse(match.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.NonBacktracking)]
    private static partial Regex Escape { get; }
}
