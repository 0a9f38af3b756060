using System.Globalization;
using System.Text;

namespace BienNien.Reading.Archives;

/// <summary>The names of the files in one archive or letter, made fit to be shown and told apart: whoever made the file chose them.</summary>
internal sealed class ContainedNames
{
    // File systems take names up to 255; a path of an archive has no limit of its own.
    private const int LongestName = 200;
    private const int MostFolders = 32;

    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name under which a file is known.</summary>
    /// <param name="raw">As the file has it: with either slash, perhaps with a root, <c>..</c> or control characters.</param>
    public string Give(string raw)
    {
        List<string> parts = [];
        foreach (string part in raw.Split('/', '\\'))
        {
            string clean = Clean(part);
            if (clean.Length > 0)
            {
                parts.Add(clean);
            }
        }

        if (parts.Count > MostFolders)
        {
            parts.RemoveRange(0, parts.Count - MostFolders);
        }

        string name = parts.Count == 0 ? "_" : string.Join('/', parts);
        string free = name;
        for (int copy = 2; !_given.Add(free); copy++)
        {
            // “a.docx”, “a (2).docx”: the ending tells the format.
            string extension = Path.GetExtension(name);
            free = string.Create(CultureInfo.InvariantCulture, $"{name.AsSpan(0, name.Length - extension.Length)} ({copy}){extension}");
        }

        return free;
    }

    /// <summary>Whether a file is none that anybody means: what systems and editors leave beside the files, hidden ones.</summary>
    public static bool IsDebris(string name) =>
        name.Split('/').Any(static part => part.StartsWith('.') || part.StartsWith("~$", StringComparison.Ordinal) || part == "__MACOSX");

    private static string Clean(string part)
    {
        StringBuilder clean = new(part.Length);
        foreach (Rune rune in part.EnumerateRunes())
        {
            clean.Append(IsShown(rune) ? rune.ToString() : "_");
        }

        // Composed like every other text; the dots and blanks at its ends are how folders are left and names are made to look alike.
        string name = TextDecoding.HeapOfMarks(clean.ToString()) >= 0 ? "_" : clean.ToString().Normalize();
        name = name.Trim();
        if (name.Trim('.').Length == 0 || (name.Length == 2 && name[1] == ':' && char.IsAsciiLetter(name[0])))
        {
            return "";
        }

        if (name.Length <= LongestName)
        {
            return name;
        }

        string extension = Path.GetExtension(name);
        extension = extension.Length <= 10 ? extension : "";
        int end = LongestName - extension.Length;
        end -= char.IsHighSurrogate(name[end - 1]) ? 1 : 0;
        return name[..end] + extension;
    }

    // No line ends, no marks that turn the direction of writing, nothing that is no character.
    private static bool IsShown(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned);
}
