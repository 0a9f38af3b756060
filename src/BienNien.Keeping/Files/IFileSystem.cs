using System.Collections.Immutable;

namespace BienNien.Keeping.Files;

/// <summary>One entry of a folder.</summary>
/// <param name="Path">The folder's path with the entry's name.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="IsLink">Whether it is a symbolic link, wherever it leads.</param>
/// <param name="IsEmpty">Whether it is no folder and has no length: an empty file, or a pipe or socket, whose opening could wait for ever.</param>
/// <param name="IsHidden">Whether it is not meant to be seen: hidden, a name that begins with a dot, or an editor's lock file (<c>~$</c>).</param>
public readonly record struct FileEntry(string Path, bool IsFolder, bool IsLink, bool IsEmpty, bool IsHidden);

/// <summary>What reading a folder needs of a file system. All methods throw as <see cref="File"/> does.</summary>
public interface IFileSystem
{
    /// <summary>Whether there is a folder of this path.</summary>
    bool IsFolder(string path);

    /// <summary>The entries of a folder, in any order.</summary>
    ImmutableArray<FileEntry> List(string folder);

    /// <summary>Opens a file that others may go on using.</summary>
    Stream OpenRead(string path);
}

/// <summary>The file system of the machine.</summary>
public sealed class DiskFileSystem : IFileSystem
{
    private static readonly EnumerationOptions _everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false, ReturnSpecialDirectories = false };

    /// <inheritdoc/>
    public bool IsFolder(string path) => Directory.Exists(path);

    /// <inheritdoc/>
    public ImmutableArray<FileEntry> List(string folder) =>
        [.. new DirectoryInfo(folder).EnumerateFileSystemInfos("*", _everything).Select(static entry => new FileEntry(
            entry.FullName,
            (entry.Attributes & FileAttributes.Directory) != 0,
            (entry.Attributes & FileAttributes.ReparsePoint) != 0,
            entry is FileInfo { Length: 0 },
            (entry.Attributes & FileAttributes.Hidden) != 0 || entry.Name.StartsWith('.') || entry.Name.StartsWith("~$", StringComparison.Ordinal)))];

    /// <inheritdoc/>
    public Stream OpenRead(string path) =>
        new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, FileOptions.SequentialScan);
}
