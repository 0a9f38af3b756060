
namespace BienNien.Apps.Tests.Converting;

/// <summary>A test that needs programs of the machine; it says which are missing where it cannot run.</summary>
internal sealed class NeedsFactAttribute : FactAttribute
{
    public NeedsFactAttribute(params string[] programs) => Skip = Missing(programs);

    /// <summary>Why a test cannot run; null when it can.</summary>
    internal static string? Missing(string[] programs)
    {
        string[] missing = [.. programs.Where(static name => Machine.Programs.Find(name) is null)];
        return missing.Length > 0 ? $"needs {string.Join(", ", missing)}: see tools/ensure-programs and tools/ensure-editor" : null;
    }
}
