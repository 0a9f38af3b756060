using System.Globalization;
using BienNien.SampleFormats.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Packaging;
using P = DocumentFormat.OpenXml.Presentation;

namespace BienNien.SampleFormats.Office;

/// <summary>The document as slides: one for each heading, with the paragraphs under it; tables are tables.</summary>
internal static class SlidesFile
{
    private const long Width = 9_144_000;
    private const long Height = 6_858_000;

    /// <summary>The file.</summary>
    public static byte[] Of(SampleDocument document)
    {
        using MemoryStream stream = new();
        using (PresentationDocument file = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            PresentationPart main = file.AddPresentationPart();
            SlideMasterPart master = main.AddNewPart<SlideMasterPart>("master");
            SlideLayoutPart layout = master.AddNewPart<SlideLayoutPart>("layout");
            layout.AddPart(master, "master");
            master.AddNewPart<ThemePart>("theme").Theme = Theme();
            layout.SlideLayout = new P.SlideLayout(new P.CommonSlideData(Tree()), new P.ColorMapOverride(new MasterColorMapping())) { Type = P.SlideLayoutValues.ObjectText };
            master.SlideMaster = new P.SlideMaster(
                new P.CommonSlideData(Tree()),
                new P.ColorMap
                {
                    Background1 = ColorSchemeIndexValues.Light1,
                    Text1 = ColorSchemeIndexValues.Dark1,
                    Background2 = ColorSchemeIndexValues.Light2,
                    Text2 = ColorSchemeIndexValues.Dark2,
                    Accent1 = ColorSchemeIndexValues.Accent1,
                    Accent2 = ColorSchemeIndexValues.Accent2,
                    Accent3 = ColorSchemeIndexValues.Accent3,
                    Accent4 = ColorSchemeIndexValues.Accent4,
                    Accent5 = ColorSchemeIndexValues.Accent5,
                    Accent6 = ColorSchemeIndexValues.Accent6,
                    Hyperlink = ColorSchemeIndexValues.Hyperlink,
                    FollowedHyperlink = ColorSchemeIndexValues.FollowedHyperlink,
                },
                new P.SlideLayoutIdList(new P.SlideLayoutId { Id = 2147483649, RelationshipId = "layout" }));
            P.SlideIdList ids = new();
            foreach ((List<string> title, List<SampleBlock> body) in Slides(document))
            {
                uint number = (uint)ids.ChildElements.Count + 1;
                string id = string.Create(CultureInfo.InvariantCulture, $"slide{number}");
                SlidePart slide = main.AddNewPart<SlidePart>(id);
                slide.AddPart(layout, "layout");
                slide.Slide = new P.Slide(new P.CommonSlideData(Tree([.. Shapes(title, body)])), new P.ColorMapOverride(new MasterColorMapping()));
                ids.Append(new P.SlideId { Id = 255 + number, RelationshipId = id });
            }

            main.Presentation = new P.Presentation(
                new P.SlideMasterIdList(new P.SlideMasterId { Id = 2147483648, RelationshipId = "master" }),
                ids,
                new P.SlideSize { Cx = (int)Width, Cy = (int)Height, Type = P.SlideSizeValues.Screen4x3 },
                new P.NotesSize { Cx = Height, Cy = Width });
            file.PackageProperties.Title = SampleDocument.ShortTitle;
            file.PackageProperties.Created = SampleDocument.Day;
            file.PackageProperties.Modified = SampleDocument.Day;
        }

        return Package.Settle(stream.ToArray());
    }

    private static IEnumerable<(List<string> Title, List<SampleBlock> Body)> Slides(SampleDocument document)
    {
        List<(List<string> Title, List<SampleBlock> Body)> slides = [([], [])];
        foreach (SampleBlock block in document.Blocks)
        {
            if (block.Kind == SampleKind.Heading)
            {
                slides.Add(([], []));
            }

            if (block.Kind is SampleKind.Heading or SampleKind.Title)
            {
                slides[^1].Title.Add(block.Text);
            }
            else
            {
                slides[^1].Body.Add(block);
            }
        }

        slides[^1].Body.AddRange(document.Notes.Select(static (note, i) => new SampleBlock(SampleKind.Paragraph, $"{PlainText.MarkOf(i + 1)} {note}")));
        return slides;
    }

    private static IEnumerable<OpenXmlElement> Shapes(List<string> title, List<SampleBlock> body)
    {
        // The letterhead stands above the title of the first slide.
        bool letterhead = body is [{ Kind: SampleKind.Letterhead }, ..];
        if (letterhead)
        {
            yield return Box(3, "Tiêu ngữ", null, body.TakeWhile(static block => block.Kind == SampleKind.Letterhead), 0);
            body = [.. body.SkipWhile(static block => block.Kind == SampleKind.Letterhead)];
        }

        yield return Box(2, "Tiêu đề", new P.PlaceholderShape { Type = P.PlaceholderValues.Title }, title.Select(static words => new SampleBlock(SampleKind.Title, words)), letterhead ? Height / 4 : 0);
        int table = body.FindIndex(static block => block.Kind == SampleKind.Table);
        if (table < 0)
        {
            if (body.Count > 0)
            {
                yield return Box(4, "Nội dung", new P.PlaceholderShape { Index = 1 }, body, Height / 2);
            }

            yield break;
        }

        yield return Box(4, "Nội dung", new P.PlaceholderShape { Index = 1 }, body[..table], Height / 4);
        yield return TableFrame(5, body[table]);
        if (body.Count > table + 1)
        {
            yield return Box(6, "Nội dung sau bảng", null, body[(table + 1)..], Height * 3 / 4);
        }
    }

    private static P.Shape Box(uint id, string name, P.PlaceholderShape? placeholder, IEnumerable<SampleBlock> blocks, long top) => new(
        new P.NonVisualShapeProperties(
            new P.NonVisualDrawingProperties { Id = id, Name = name },
            new P.NonVisualShapeDrawingProperties(),
            placeholder is null ? new P.ApplicationNonVisualDrawingProperties() : new P.ApplicationNonVisualDrawingProperties(placeholder)),
        new P.ShapeProperties(
            new Transform2D(new Offset { X = Width / 20, Y = top }, new Extents { Cx = Width * 9 / 10, Cy = Height / 4 }),
            new PresetGeometry(new AdjustValueList()) { Preset = ShapeTypeValues.Rectangle }),
        new P.TextBody([new BodyProperties(), new ListStyle(), .. blocks.Select(static block => TextLine(block))]));

    private static Paragraph TextLine(SampleBlock block)
    {
        ParagraphProperties properties = block.Kind == SampleKind.ListItem ? new(new CharacterBullet { Char = "-" }) : new(new NoBullet());
        Paragraph paragraph = new(properties);
        foreach ((string text, int note) in block.Pieces())
        {
            if (text.Length > 0)
            {
                paragraph.Append(new Run(new RunProperties { Language = "vi-VN" }, new DocumentFormat.OpenXml.Drawing.Text(text)));
            }

            if (note > 0)
            {
                paragraph.Append(new Run(new RunProperties { Language = "vi-VN" }, new DocumentFormat.OpenXml.Drawing.Text(PlainText.MarkOf(note))));
            }
        }

        return paragraph;
    }

    private static P.GraphicFrame TableFrame(uint id, SampleBlock block)
    {
        int columns = block.Rows[0].Length;
        Table table = new(
            new TableProperties { FirstRow = true },
            new TableGrid(Enumerable.Range(0, columns).Select(_ => new GridColumn { Width = Width * 9 / 10 / columns })));
        table.Append(block.Rows.Select(static row => new TableRow(row.Select(static words => new TableCell(
            new TextBody(new BodyProperties(), new ListStyle(), TextLine(new SampleBlock(SampleKind.Paragraph, words))),
            new TableCellProperties())))
        { Height = 370_840 }));
        return new P.GraphicFrame(
            new P.NonVisualGraphicFrameProperties(
                new P.NonVisualDrawingProperties { Id = id, Name = "Bảng" },
                new P.NonVisualGraphicFrameDrawingProperties(),
                new P.ApplicationNonVisualDrawingProperties()),
            new P.Transform(new Offset { X = Width / 20, Y = Height / 2 }, new Extents { Cx = Width * 9 / 10, Cy = Height / 3 }),
            new Graphic(new GraphicData(table) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/table" }));
    }

    private static P.ShapeTree Tree(params OpenXmlElement[] shapes) => new(
    [
        new P.NonVisualGroupShapeProperties(
            new P.NonVisualDrawingProperties { Id = 1, Name = "" },
            new P.NonVisualGroupShapeDrawingProperties(),
            new P.ApplicationNonVisualDrawingProperties()),
        new P.GroupShapeProperties(new TransformGroup(
            new Offset { X = 0, Y = 0 }, new Extents { Cx = 0, Cy = 0 }, new ChildOffset { X = 0, Y = 0 }, new ChildExtents { Cx = 0, Cy = 0 })),
        .. shapes,
    ]);

    // The least theme that is valid: programs refuse slides without one.
    private static Theme Theme()
    {
        Color2Type Set<T>(T color, string value) where T : Color2Type
        {
            color.Append(new RgbColorModelHex { Val = value });
            return color;
        }

        return new Theme(new ThemeElements(
            new ColorScheme(
                Set(new Dark1Color(), "000000"), Set(new Light1Color(), "FFFFFF"), Set(new Dark2Color(), "333333"), Set(new Light2Color(), "EEEEEE"),
                Set(new Accent1Color(), "3B6EA5"), Set(new Accent2Color(), "8A5A2B"), Set(new Accent3Color(), "5B7F3A"), Set(new Accent4Color(), "7A4E8A"),
                Set(new Accent5Color(), "2F7F86"), Set(new Accent6Color(), "A04040"), Set(new Hyperlink(), "0000EE"), Set(new FollowedHyperlinkColor(), "551A8B"))
            { Name = "Mẫu" },
            new FontScheme(
                new MajorFont(new LatinFont { Typeface = WordFonts.Unicode }, new EastAsianFont { Typeface = "" }, new ComplexScriptFont { Typeface = "" }),
                new MinorFont(new LatinFont { Typeface = WordFonts.Unicode }, new EastAsianFont { Typeface = "" }, new ComplexScriptFont { Typeface = "" }))
            { Name = "Mẫu" },
            new FormatScheme(
                new FillStyleList(Fill(), Fill(), Fill()),
                new LineStyleList(new Outline(Fill()) { Width = 9525 }, new Outline(Fill()) { Width = 9525 }, new Outline(Fill()) { Width = 9525 }),
                new EffectStyleList(new EffectStyle(new EffectList()), new EffectStyle(new EffectList()), new EffectStyle(new EffectList())),
                new BackgroundFillStyleList(Fill(), Fill(), Fill()))
            { Name = "Mẫu" }))
        { Name = "Mẫu" };
    }

    private static SolidFill Fill() => new(new SchemeColor { Val = SchemeColorValues.PhColor });
}
