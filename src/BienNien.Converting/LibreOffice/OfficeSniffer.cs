using System.IO.Compression;
using System.Text;
using BienNien.Reading;

namespace BienNien.Converting.LibreOffice;

/// <summary>What a file of an office is by its bytes: half of all <c>.doc</c> files on the web are something else.</summary>
internal static class OfficeSniffer
{
    private const int SectorBytes = 512;
    private const int HeadBytes = 4096;

    private static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The ending of what a file is; null when it is nothing that an office writes, or when its name must tell.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("{\\rtf"u8))
        {
            return ".rtf";
        }

        if (bytes.StartsWith("PK\x3\x4"u8))
        {
            return OfZip(bytes);
        }

        ReadOnlySpan<byte> head = bytes[..Math.Min(HeadBytes, bytes.Length)];
        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        head = head.TrimStart(" \t\r\n"u8);
        string text = Encoding.ASCII.GetString(head);
        return text.StartsWith('<') && text.Contains("<html", StringComparison.OrdinalIgnoreCase) ? ".html"
            : text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) ? ".mht"
            : text.StartsWith("<?xml", StringComparison.Ordinal) ? ".xml"
            : null;
    }

    /// <summary>Whether it is a container of Word, Excel or PowerPoint 97.</summary>
    public static bool IsOle(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Ole);

    /// <summary>Whether it has the stream in which Word, Excel or PowerPoint 97 keeps its document; LibreOffice would read any other bytes as text.</summary>
    /// <param name="bytes">A container.</param>
    /// <param name="ending"><c>.doc</c>, <c>.xls</c> or <c>.ppt</c>.</param>
    public static bool HoldsDocument(ReadOnlySpan<byte> bytes, string ending) => ending switch
    {
        ".xls" => bytes.IndexOf("W\0o\0r\0k\0b\0o\0o\0k\0"u8) >= 0 || bytes.IndexOf("B\0o\0o\0k\0\0\0"u8) >= 0,
        ".ppt" => bytes.IndexOf("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0o\0c\0"u8) >= 0,
        _ => bytes.IndexOf("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"u8) >= 0,
    };

    /// <summary>Whether a password keeps it closed.</summary>
    public static bool IsLocked(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        if (IsOle(span))
        {
            return span.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0 || IsLockedWord(span);
        }

        return span.StartsWith("PK\x3\x4"u8) && ManifestOf(bytes).Contains("encryption-data", StringComparison.Ordinal);
    }

    // [MS-DOC] FibBase: wIdent 0xA5EC at the start of a sector, bit fEncrypted (8) of the flags ten bytes on.
    private static bool IsLockedWord(ReadOnlySpan<byte> bytes)
    {
        for (int at = SectorBytes; at + 12 <= bytes.Length; at += SectorBytes)
        {
            if (bytes[at] == 0xEC && bytes[at + 1] == 0xA5)
            {
                return (bytes[at + 11] & 1) != 0;
            }
        }

        return false;
    }

    // OpenDocument writes what it is as its first entry, not packed.
    private static string? OfZip(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(SectorBytes, bytes.Length)];
        return head.IndexOf("application/vnd.oasis.opendocument.text"u8) >= 0 ? ".odt"
            : head.IndexOf("application/vnd.oasis.opendocument.spreadsheet"u8) >= 0 ? ".ods"
            : head.IndexOf("application/vnd.oasis.opendocument.presentation"u8) >= 0 ? ".odp"
            : bytes.IndexOf("word/document"u8) >= 0 ? ".docx"
            : bytes.IndexOf("xl/workbook"u8) >= 0 ? ".xlsx"
            : bytes.IndexOf("ppt/presentation"u8) >= 0 ? ".pptx"
            : null;
    }

    private static string ManifestOf(ReadOnlyMemory<byte> bytes)
    {
        const int LongestManifest = 1 << 20;
        try
        {
            using Stream stream = FileContent.Of(bytes).Open();
            using ZipArchive archive = new(stream, ZipArchiveMode.Read);
            using Stream? manifest = archive.GetEntry("META-INF/manifest.xml")?.Open();
            byte[] text = new byte[LongestManifest];
            return manifest is null ? "" : Encoding.UTF8.GetString(text, 0, manifest.ReadAtLeast(text, text.Length, throwOnEndOfStream: false));
        }
        catch (InvalidDataException)
        {
            return "";
        }
    }
}
