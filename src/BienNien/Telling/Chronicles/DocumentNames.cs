using System.Collections.Immutable;

namespace BienNien.Telling.Chronicles;

/// <summary>What documents of a library are called: by the file's name where no other has it, else by the path.</summary>
public static class DocumentNames
{
    /// <summary>The names.</summary>
    /// <param name="documents">Each document's id, file name and path relative to the library's folder.</param>
    /// <returns>By id.</returns>
    public static ImmutableDictionary<long, string> Of(IEnumerable<(long Id, string Name, string Path)> documents)
    {
        (long Id, string Name, string Path)[] all = [.. documents];
        HashSet<string> twice = [.. all.GroupBy(static document => document.Name, StringComparer.Ordinal).Where(static group => group.Count() > 1).Select(static group => group.Key)];
        return all.ToImmutableDictionary(static document => document.Id, document => twice.Contains(document.Name) ? document.Path : document.Name);
    }
}
