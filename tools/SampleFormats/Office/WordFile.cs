using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace BienNien.SampleFormats.Office;

/// <summary>The document as a Word file: styles of headings, a real table, real notes, a list, a running head and page numbers.</summary>
internal sealed class WordFile
{
    private readonly SampleDocument _document;
    private readonly WordFonts _fonts;
    private readonly List<int> _notes = [];

    private WordFile(SampleDocument document, WordFonts fonts)
    {
        _document = document;
        _fonts = fonts;
    }

    /// <summary>The file.</summary>
    /// <param name="document">The document.</param>
    /// <param name="fonts">In which its paragraphs are set; tables and notes are in Unicode always, as in files that two persons worked on.</param>
    public static byte[] Of(SampleDocument document, WordFonts fonts) => new WordFile(document, fonts).Write();

    private byte[] Write()
    {
        using MemoryStream stream = new();
        using (WordprocessingDocument word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = word.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = Styles();
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = Numbering();
            main.AddNewPart<HeaderPart>("header").Header = new Header(Paragraph("Header", RunsOf(SampleDocument.RunningHead)));
            main.AddNewPart<FooterPart>("footer").Footer = new Footer(Paragraph("Footer", [new SimpleField(Run("1", WordFonts.Unicode)) { Instruction = " PAGE " }]));
            main.Document = new Document(Body());
            main.AddNewPart<FootnotesPart>("footnotes").Footnotes = Footnotes();
            word.PackageProperties.Title = SampleDocument.ShortTitle;
            word.PackageProperties.Created = SampleDocument.Day;
            word.PackageProperties.Modified = SampleDocument.Day;
        }

        return Package.Settle(stream.ToArray());
    }

    private Body Body()
    {
        Body body = new(Letterhead());
        foreach (SampleBlock block in _document.Body)
        {
            body.Append(block.Kind == SampleKind.Table ? Table(block) : Paragraph(StyleOf(block), RunsOf(block)));
        }

        body.Append(new SectionProperties(
            new HeaderReference { Id = "header", Type = HeaderFooterValues.Default },
            new FooterReference { Id = "footer", Type = HeaderFooterValues.Default },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1021, Right = 1021, Bottom = 1021, Left = 1418, Header = 567, Footer = 567, Gutter = 0 }));
        return body;
    }

    private static string? StyleOf(SampleBlock block) => block.Kind switch
    {
        SampleKind.Title => "Title",
        SampleKind.Heading => string.Create(CultureInfo.InvariantCulture, $"Heading{block.Level}"),
        SampleKind.ListItem => "ListBullet",
        SampleKind.Quotation => "Quote",
        SampleKind.Caption => "Caption",
        SampleKind.Closing => "Closing",
        _ => null,
    };

    private static Paragraph Paragraph(string? style, IEnumerable<OpenXmlElement> runs)
    {
        Paragraph paragraph = new(runs);
        if (style is not null)
        {
            paragraph.PrependChild(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        }

        return paragraph;
    }

    private IEnumerable<OpenXmlElement> RunsOf(SampleBlock block)
    {
        foreach ((string text, int note) in block.Pieces())
        {
            foreach (OpenXmlElement run in RunsOf(text))
            {
                yield return run;
            }

            if (note > 0)
            {
                _notes.Add(note);
                yield return new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReference { Id = note });
            }
        }
    }

    private IEnumerable<OpenXmlElement> RunsOf(string text) => text.Length == 0 ? [] : _fonts.Runs(text).Select(static run => Run(run.Characters, run.Font));

    private static Run Run(string characters, string font) => new(
        new RunProperties(new RunFonts { Ascii = font, HighAnsi = font, ComplexScript = font }),
        new WordText(characters) { Space = SpaceProcessingModeValues.Preserve });

    // The letterhead of a paper stands in a table without rules.
    private Table Letterhead()
    {
        ImmutableArray<ImmutableArray<string>> cells = _document.Letterhead;
        Table table = new(
            new TableProperties(new TableWidth { Width = "9071", Type = TableWidthUnitValues.Dxa }),
            new TableGrid(new GridColumn { Width = "4200" }, new GridColumn { Width = "4871" }));
        for (int cell = 0; cell < cells.Length; cell += 2)
        {
            table.Append(new TableRow(LetterheadCell(cells[cell], "4200"), LetterheadCell(cells[cell + 1], "4871")));
        }

        return table;
    }

    private TableCell LetterheadCell(ImmutableArray<string> lines, string width)
    {
        TableCell cell = new(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }));
        cell.Append(lines.Select(line => Paragraph("Letterhead", RunsOf(line))));
        return cell;
    }

    private static Table Table(SampleBlock block)
    {
        Table table = new(
            new TableProperties(
                new TableWidth { Width = "9071", Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 },
                    new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 })),
            new TableGrid(block.Rows[0].Select(static (_, column) => new GridColumn { Width = WidthOf(column) })));
        for (int row = 0; row < block.Rows.Length; row++)
        {
            TableRow line = new();
            if (row == 0)
            {
                line.Append(new TableRowProperties(new CantSplit(), new TableHeader()));
            }

            line.Append(block.Rows[row].Select(static (words, column) => new TableCell(
                new TableCellProperties(new TableCellWidth { Width = WidthOf(column), Type = TableWidthUnitValues.Dxa }),
                Paragraph("TableText", [Run(words, WordFonts.Unicode)]))));
            table.Append(line);
        }

        return table;
    }

    private static string WidthOf(int column) => column == 0 ? "2271" : "1360";

    private Footnotes Footnotes()
    {
        Footnotes notes = new(
            new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Id = -1, Type = FootnoteEndnoteValues.Separator },
            new Footnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Id = 0, Type = FootnoteEndnoteValues.ContinuationSeparator });
        notes.Append(_notes.Select(note => new Footnote(Paragraph("FootnoteText",
        [
            new Run(new RunProperties(new RunStyle { Val = "FootnoteReference" }), new FootnoteReferenceMark()),
            Run(" " + _document.Notes[note - 1], WordFonts.Unicode),
        ]))
        { Id = note }));
        return notes;
    }

    private static Numbering Numbering() => new(
        new AbstractNum(new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new LevelText { Val = "-" },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "567", Hanging = "283" }))
        { LevelIndex = 0 })
        { AbstractNumberId = 1 },
        new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = WordFonts.Unicode, HighAnsi = WordFonts.Unicode, ComplexScript = WordFonts.Unicode },
                new FontSize { Val = "23" },
                new Languages { Val = "vi-VN" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "70" }))),
        Style("Normal", "Normal", basedOn: null, new StyleParagraphProperties(new Justification { Val = JustificationValues.Both })),
        Style("Title", "Title", "Normal", new StyleParagraphProperties(new Justification { Val = JustificationValues.Center }), Bold(26)),
        Style("Heading1", "heading 1", "Normal", Heading(0), Bold(23)),
        Style("Heading2", "heading 2", "Normal", Heading(1), Bold(23)),
        Style("Heading3", "heading 3", "Normal", Heading(2), new StyleRunProperties(new Bold(), new Italic())),
        Style("ListBullet", "List Bullet", "Normal", new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 }))),
        Style("Quote", "Quote", "Normal", new StyleParagraphProperties(new Indentation { Left = "567", Right = "567" }), new StyleRunProperties(new Italic())),
        Style("Caption", "caption", "Normal", new StyleParagraphProperties(new KeepNext(), new Justification { Val = JustificationValues.Center }), Bold(22)),
        Style("Letterhead", "Letterhead", "Normal", new StyleParagraphProperties(new Justification { Val = JustificationValues.Center }), new StyleRunProperties(new FontSize { Val = "20" })),
        Style("TableText", "Table Text", "Normal", new StyleParagraphProperties(new SpacingBetweenLines { After = "0" }, new Justification { Val = JustificationValues.Left }), new StyleRunProperties(new FontSize { Val = "20" })),
        Style("Closing", "Closing", "Normal", new StyleParagraphProperties(new SpacingBetweenLines { Before = "60" }), new StyleRunProperties(new Bold())),
        Style("Header", "header", "Normal", new StyleParagraphProperties(new Justification { Val = JustificationValues.Right }), new StyleRunProperties(new Italic(), new FontSize { Val = "20" })),
        Style("Footer", "footer", "Normal", new StyleParagraphProperties(new Justification { Val = JustificationValues.Center })),
        Style("FootnoteText", "footnote text", "Normal", new StyleParagraphProperties(new SpacingBetweenLines { After = "0" }), new StyleRunProperties(new FontSize { Val = "20" })),
        new Style(new StyleName { Val = "footnote reference" }, new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript }))
        { StyleId = "FootnoteReference", Type = StyleValues.Character });

    private static StyleParagraphProperties Heading(int outline) =>
        new(new KeepNext(), new SpacingBetweenLines { Before = "100", After = "50" }, new Justification { Val = JustificationValues.Left }, new OutlineLevel { Val = outline });

    private static StyleRunProperties Bold(int halfPoints) =>
        new(new Bold(), new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });

    private static Style Style(string id, string name, string? basedOn, params OpenXmlElement[] properties)
    {
        Style style = new(new StyleName { Val = name }) { StyleId = id, Type = StyleValues.Paragraph, Default = basedOn is null ? true : null };
        if (basedOn is not null)
        {
            style.Append(new BasedOn { Val = basedOn });
        }

        style.Append(properties);
        return style;
    }
}
