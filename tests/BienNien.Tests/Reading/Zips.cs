using System.IO.Compression;
using System.Text;

namespace BienNien.Tests.Reading;

/// <summary>Writes ZIP archives for tests.</summary>
internal static class Zips
{
    /// <summary>An archive of texts.</summary>
    public static byte[] Of(params (string Name, string Text)[] files) => Of([.. files.Select(static file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    /// <summary>An archive of files.</summary>
    public static byte[] Of(params (string Name, byte[] Bytes)[] files)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }
}
