using System.Collections.Immutable;
using System.Xml;
using BienNien.Reading.Packages;

namespace BienNien.Reading.Pptx;

/// <summary>PowerPoint files: a page a slide, in the order of the show; what the speaker has noted comes after its slide as running text.</summary>
/// <remarks>
/// A hidden slide is a page with nothing on it, so that pages bear the numbers of slides. Date, number and foot of a slide are furniture.
/// Drawn diagrams (SmartArt) give their words; charts and pictures give none.
/// </remarks>
internal sealed class PptxFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".pptx", ".pptm", ".ppsx", ".ppsm", ".potx"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options) => OfficePackage.Read(content, options, (package, main) =>
    {
        DocumentAssembler document = new();
        SlideFlow flow = new(document);
        int number = 0;
        foreach (string slide in Slides(package, main))
        {
            document.BeginPage(++number);
            List<PartRelationship> relationships = package.Relationships(slide);
            using XmlReader? reader = package.Open(slide);
            if (reader is not null && flow.ReadSlide(reader))
            {
                foreach (PartRelationship diagram in relationships.Where(static one => one.Kind == "diagramData"))
                {
                    using XmlReader? words = package.Open(diagram.Target);
                    flow.ReadDiagram(words);
                }

                using XmlReader? notes = package.Open(relationships.Find(static one => one.Kind == "notesSlide")?.Target);
                flow.ReadNotes(notes);
            }
        }

        return document.Finish(name);
    });

    private static List<string> Slides(OfficePackage package, string main)
    {
        List<PartRelationship> relationships = package.Relationships(main);
        List<string> slides = [];
        using XmlReader presentation = package.Open(main)!;
        while (presentation.Read())
        {
            if (presentation is { NodeType: XmlNodeType.Element, LocalName: "sldId" } && OfficeXml.RelationshipId(presentation) is { } id
                && relationships.Find(one => one.Id == id && one.Kind == "slide") is { } slide)
            {
                slides.Add(slide.Target);
            }
        }

        return slides;
    }
}
