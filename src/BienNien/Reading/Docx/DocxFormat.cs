using System.Collections.Immutable;
using System.Xml;
using BienNien.Reading.Html;
using BienNien.Reading.Mail;
using BienNien.Reading.Packages;

namespace BienNien.Reading.Docx;

/// <summary>Word files: body, tables, text boxes, then foot- and endnotes, editors' comments, then each header and footer once.</summary>
/// <remarks>
/// The parts are streamed, never held as a tree: nesting and size cost no stack and little memory. Tracked changes are read as accepted;
/// hidden text is left out. The numbers that Word itself sets before paragraphs stand in no run: they are labels, not text. The document's map leads to the text before it was
/// composed, for a Word file has no characters of its own to count.
/// </remarks>
internal sealed class DocxFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".docx", ".docm", ".dotx", ".dotm"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options) => OfficePackage.Read(content, options, (package, main) =>
    {
        DocumentAssembler document = new();
        // The files in it unpack to no more than those of a folder would.
        ReadPackage(package, main, document, options with { Account = options.Account ?? new UnpackAccount(options.MaxBytes) }, 0, isChunk: false);
        return document.Finish(name);
    });

    private static int ReadPackage(OfficePackage package, string main, DocumentAssembler document, ReadOptions options, int tables, bool isChunk)
    {
        using XmlReader? body = package.Open(main);
        List<PartRelationship> relationships = package.Relationships(main);
        using XmlReader? styles = Open("styles");
        using XmlReader? numbering = Open("numbering");
        DocxFlow flow = new(document, DocxStyles.Read(styles), DocxNumbering.Read(numbering), tables, ReadChunk);
        flow.ReadBody(body!);
        foreach (string kind in (string[])["footnotes", "endnotes"])
        {
            using XmlReader? notes = Open(kind);
            flow.ReadNotes(notes, kind[..^1]);
        }

        using XmlReader? comments = Open("comments");
        flow.ReadComments(comments);

        // Several sections may name one header: each part once.
        foreach (string part in relationships.Where(static one => one.Kind is "header" or "footer").Select(static one => one.Target).Distinct(StringComparer.Ordinal))
        {
            using XmlReader? furniture = package.Open(part);
            flow.ReadFurniture(furniture);
        }

        return flow.Tables;

        XmlReader? Open(string kind) => package.Open(relationships.FirstOrDefault(one => one.Kind == kind)?.Target);

        // Programs that put papers together leave them as they came, for Word to take in.
        int ReadChunk(string id, int soFar)
        {
            if (isChunk || relationships.Find(one => one.Id == id && one.Kind == "aFChunk") is not { } chunk || package.Bytes(chunk.Target) is not { } bytes)
            {
                return soFar;
            }

            if (bytes.AsSpan().StartsWith("PK"u8))
            {
                int after = soFar;
                OfficePackage.Read(FileContent.Of(bytes), options, (inner, innerMain) =>
                {
                    after = ReadPackage(inner, innerMain, document, options, soFar, isChunk: true);
                    return new ReadResult.Container(null, []);
                });
                return after;
            }

            ReadOnlyMemory<byte> page = chunk.Target.EndsWith("ht", StringComparison.OrdinalIgnoreCase) ? MhtmlFormat.PageOf(bytes) : bytes;
            if (TextDecoding.DecodeSource(page.Span, options, charset: null, out string source, out _) is not null)
            {
                return soFar;
            }

            HtmlFlow html = new(source, document, soFar);
            html.ReadAll();
            return html.Tables;
        }
    }
}
