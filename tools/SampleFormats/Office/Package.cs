using System.IO.Compression;

namespace BienNien.SampleFormats.Office;

/// <summary>Packs the parts of an Office file so that the same parts give the same bytes.</summary>
internal static class Package
{
    /// <summary>The same ZIP file with its entries in order of their names and no time of its own.</summary>
    public static byte[] Settle(byte[] package)
    {
        using ZipArchive source = new(new MemoryStream(package));
        // Readers that go by the first bytes want this part first.
        return Zip(source.Entries.OrderBy(static entry => entry.FullName != "[Content_Types].xml").ThenBy(static entry => entry.FullName, StringComparer.Ordinal)
            .Select(static entry => (entry.FullName, ReadAll(entry))));
    }

    /// <summary>A ZIP file of these entries.</summary>
    public static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in entries)
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
                entry.LastWriteTime = new DateTimeOffset(SampleDocument.Day);
                using Stream stream = entry.Open();
                stream.Write(bytes);
            }
        }

        return zip.ToArray();
    }

    private static byte[] ReadAll(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
