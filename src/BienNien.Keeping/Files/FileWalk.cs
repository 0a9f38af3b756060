using System.Collections.Immutable;
using BienNien.Reading;

namespace BienNien.Keeping.Files;

/// <summary>The files of some folders.</summary>
/// <param name="Files">Absolute paths, each once, in ordinal order.</param>
/// <param name="Problems">Folders that could not be looked at and files with nothing in them; paths absolute.</param>
/// <param name="PassedOver">How many files of folders are of kinds that are not read.</param>
public sealed record FileWalk(ImmutableArray<string> Files, ImmutableArray<ProblemRow> Problems, int PassedOver)
{
    /// <summary>Goes through folders and the folders in them. Hidden files and symbolic links inside a folder are left alone.</summary>
    /// <param name="fileSystem">Where they lie.</param>
    /// <param name="paths">Folders, and files: a file that is named is taken whatever its kind.</param>
    /// <param name="reads">Whether a file of a folder is of a kind that is read.</param>
    /// <param name="cancel">Ends the walk.</param>
    public static FileWalk Through(IFileSystem fileSystem, IEnumerable<string> paths, Func<string, bool> reads, CancellationToken cancel = default)
    {
        SortedSet<string> files = new(StringComparer.Ordinal);
        List<ProblemRow> problems = [];
        HashSet<string> passedOver = new(StringComparer.Ordinal);
        Stack<string> folders = new();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
            if (fileSystem.IsFolder(full))
            {
                folders.Push(full);
            }
            else
            {
                files.Add(full);
            }
        }

        while (folders.TryPop(out string? folder))
        {
            cancel.ThrowIfCancellationRequested();
            if (!seen.Add(folder))
            {
                continue;
            }

            try
            {
                foreach (FileEntry entry in fileSystem.List(folder))
                {
                    if (entry.IsHidden || entry.IsLink)
                    {
                        continue;
                    }

                    if (entry.IsFolder)
                    {
                        folders.Push(entry.Path);
                    }
                    else if (reads(entry.Path) && entry.IsEmpty)
                    {
                        problems.Add(new ProblemRow(entry.Path, (int)ProblemCode.Empty, 0, "0 bytes"));
                    }
                    else if (reads(entry.Path))
                    {
                        files.Add(entry.Path);
                    }
                    else
                    {
                        passedOver.Add(entry.Path);
                    }
                }
            }
            catch (Exception e) when (FileLoader.ProblemOf(folder, e) is { } problem)
            {
                problems.Add(problem);
            }
        }

        passedOver.ExceptWith(files);
        return new FileWalk([.. files], [.. problems.OrderBy(static problem => problem.Path, StringComparer.Ordinal)], passedOver.Count);
    }
}
