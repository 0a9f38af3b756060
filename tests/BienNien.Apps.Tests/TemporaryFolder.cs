using System.IO.Compression;
using System.Text;

namespace BienNien.Apps.Tests;

/// <summary>A folder of one test, gone when the test ends.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("biennien-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, and the folders above it.</summary>
    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    /// <inheritdoc cref="Write(string, string)"/>
    public string Write(string name, byte[] bytes)
    {
        string path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Writes a ZIP archive of texts.</summary>
    public string WriteZip(string name, params (string Name, string Text)[] files)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string inside, string text) in files)
            {
                using Stream entry = archive.CreateEntry(inside).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return Write(name, stream.ToArray());
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
