using System.Collections.Immutable;

namespace BienNien.Converting.Programs;

/// <summary>Finds programs in the folders of the path, and where their installers put them. Safe to share.</summary>
/// <param name="folders">Looked through in their order.</param>
public sealed class ProgramFinder(ImmutableArray<string> folders)
{
    /// <summary>Looks where this machine keeps its programs.</summary>
    /// <param name="environment">Variables by name: <c>PATH</c> is asked for.</param>
    public static ProgramFinder OfMachine(Func<string, string?> environment)
    {
        string[] path = (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        IEnumerable<string> installed = OperatingSystem.IsWindows()
            ? [@"C:\Program Files\LibreOffice\program", @"C:\Program Files\Tesseract-OCR"]
            : OperatingSystem.IsMacOS() ? ["/Applications/LibreOffice.app/Contents/MacOS", "/opt/homebrew/bin", "/usr/local/bin"] : [];
        // A folder given relatively would mean another one wherever the user stands.
        return new ProgramFinder([.. path.Where(Path.IsPathFullyQualified), .. installed]);
    }

    /// <summary>Where a program lies; null when it is not installed.</summary>
    public string? Find(ExternalProgram program)
    {
        foreach (string name in program.FileNames)
        {
            if (Find(name) is { } path)
            {
                return path;
            }
        }

        return null;
    }

    internal string? Find(string name) => folders
        .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
        .FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) => File.Exists(path)
        && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
