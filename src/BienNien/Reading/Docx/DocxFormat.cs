using System.Collections.Immutable;
using System.Xml;

namespace BienNien.Reading.Docx;

/// <summary>Word files: body, tables, text boxes, then foot- and endnotes, then each header and footer once.</summary>
/// <remarks>
/// The parts are streamed, never held as a tree: nesting and size cost no stack and little memory. Tracked changes are read as accepted;
/// hidden text and the marks that Word itself numbers lists with are left out. The document's map leads to the text before it was
/// composed, for a Word file has no characters of its own to count.
/// </remarks>
internal sealed class DocxFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".docx", ".docm"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options)
    {
        ReadOnlyMemory<byte> bytes = content.Bytes;
        if (bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            // An OLE container: an encrypted package, or a file of Word 97 under the newer ending.
            return bytes.Span.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? new ReadResult.Unreadable(ProblemCode.Protected, 0, "EncryptedPackage")
                : new ReadResult.Unreadable(ProblemCode.UnknownFormat, 0, ".doc (Word 97–2003)");
        }

        if (!bytes.Span.StartsWith("PK"u8))
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no ZIP archive");
        }

        try
        {
            using DocxPackage package = new(bytes, options.MaxBytes);
            return ReadPackage(name, package);
        }
        catch (DocxPackage.TooLargeException)
        {
            return new ReadResult.Unreadable(ProblemCode.TooLarge, 0, $"unpacks to > {options.MaxBytes} bytes");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or IOException or NotSupportedException or OverflowException)
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, e.Message.ReplaceLineEndings(" "));
        }
    }

    private static ReadResult ReadPackage(string name, DocxPackage package)
    {
        string? main = package.Relationships("").FirstOrDefault(static one => one.Kind == "officeDocument").Target;
        using XmlReader? body = package.Open(main);
        if (main is null || body is null)
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, 0, "no main document");
        }

        List<(string Kind, string Target)> relationships = package.Relationships(main);
        using XmlReader? styles = Open("styles");
        DocumentAssembler document = new();
        DocxFlow flow = new(document, DocxStyles.Read(styles));
        flow.ReadBody(body);
        foreach (string kind in (string[])["footnotes", "endnotes"])
        {
            using XmlReader? notes = Open(kind);
            flow.ReadNotes(notes, kind[..^1]);
        }

        // Several sections may name one header: each part once.
        foreach (string part in relationships.Where(static one => one.Kind is "header" or "footer").Select(static one => one.Target).Distinct(StringComparer.Ordinal))
        {
            using XmlReader? furniture = package.Open(part);
            flow.ReadFurniture(furniture);
        }

        return document.Finish(name);

        XmlReader? Open(string kind) => package.Open(relationships.FirstOrDefault(one => one.Kind == kind).Target);
    }
}
