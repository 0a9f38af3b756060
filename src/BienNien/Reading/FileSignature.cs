using BienNien.Reading.Packages;

namespace BienNien.Reading;

/// <summary>What a file shows to be by its first bytes: people rename files, and programs save web pages as workbooks.</summary>
internal static class FileSignature
{
    private const int Head = 1024;
    private const int MostParts = 20_000;

    /// <summary>The ending that the file should bear, with the dot; null when its bytes tell nothing.</summary>
    public static string? EndingOf(FileContent content)
    {
        byte[] buffer = new byte[Head];
        using Stream stream = content.Open();
        ReadOnlySpan<byte> head = buffer.AsSpan(0, stream.ReadAtLeast(buffer, Head, throwOnEndOfStream: false));
        if (head.StartsWith("PK\u0003\u0004"u8))
        {
            return PackageEnding(content.Bytes);
        }

        if (OleFile.Is(head))
        {
            return OleFile.EndingOf(content.Bytes.Span);
        }

        return head.StartsWith("%PDF-"u8) ? ".pdf" : head.StartsWith("{\\rtf"u8) ? ".rtf" : TextEnding(head);
    }

    /// <summary>Whether only text in a form of its own bears this ending: its first words may as well be those of a plain text.</summary>
    public static bool IsText(string ending) => ending is ".html" or ".mhtml" or ".rtf";

    private static string? PackageEnding(ReadOnlyMemory<byte> bytes)
    {
        bool types = false;
        string? office = null;
        bool any = false;
        foreach ((ReadOnlyMemory<byte> name, _) in ZipDirectory.Names(bytes, MostParts))
        {
            ReadOnlySpan<byte> part = name.Span;
            any = true;
            types |= part.SequenceEqual("[Content_Types].xml"u8) || part.SequenceEqual("_rels/.rels"u8);
            office ??= part.StartsWith("word/"u8) ? ".docx" : part.StartsWith("xl/"u8) ? ".xlsx" : part.StartsWith("ppt/"u8) ? ".pptx" : null;
            if (part.SequenceEqual("mimetype"u8))
            {
                // OpenDocument and electronic books: other packages, none of ours.
                return null;
            }
        }

        return types ? office : any ? ".zip" : null;
    }

    private static string? TextEnding(ReadOnlySpan<byte> head)
    {
        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        Span<char> letters = stackalloc char[Head];
        int length = System.Text.Encoding.Latin1.GetChars(head, letters);
        ReadOnlySpan<char> text = letters[..length].TrimStart();
        if (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || text.StartsWith("<table", StringComparison.OrdinalIgnoreCase))
        {
            return ".html";
        }

        return text.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase) || (text.StartsWith("From: ", StringComparison.Ordinal) && text.IndexOf("\nMIME-Version:", StringComparison.OrdinalIgnoreCase) > 0)
            ? ".mhtml" : null;
    }
}
