using System.Collections.Immutable;
using System.Xml;
using BienNien.Reading.Packages;

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
    public ReadResult Read(string name, FileContent content, ReadOptions options) =>
        OfficePackage.Read(content, options, (package, main) => ReadPackage(name, package, main));

    private static ReadResult ReadPackage(string name, OfficePackage package, string main)
    {
        using XmlReader? body = package.Open(main);
        List<PartRelationship> relationships = package.Relationships(main);
        using XmlReader? styles = Open("styles");
        DocumentAssembler document = new();
        DocxFlow flow = new(document, DocxStyles.Read(styles));
        flow.ReadBody(body!);
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

        XmlReader? Open(string kind) => package.Open(relationships.FirstOrDefault(one => one.Kind == kind)?.Target);
    }
}
