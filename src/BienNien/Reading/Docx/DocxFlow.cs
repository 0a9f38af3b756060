using System.Globalization;
using System.Xml;
using BienNien.Reading.Encodings;
using BienNien.Reading.Packages;
using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Docx;

/// <summary>Turns the elements of a Word file into blocks while they stream by.</summary>
/// <param name="document">What the blocks are added to.</param>
/// <param name="styles">What paragraph styles say.</param>
/// <param name="numbering">What lists set before their paragraphs.</param>
/// <param name="tables">How many tables the document has already.</param>
/// <param name="readChunk">Adds a file of another kind that stands among the paragraphs, by its relationship, given how many tables there are; gives how many there are then.</param>
internal sealed class DocxFlow(DocumentAssembler document, DocxStyles styles, DocxNumbering numbering, int tables, Func<string, int, int> readChunk)
{
    private readonly Dictionary<string, int> _noteNumbers = new(StringComparer.Ordinal);

    // What text boxes and tables interrupt, outermost first.
    private readonly Stack<DocxStory> _interrupted = new();
    private DocxStory _story = new();
    private BlockKind? _forced;
    private string _author = "";

    /// <summary>How many tables the document has by now.</summary>
    public int Tables { get; private set; } = tables;

    /// <summary>Reads the main document.</summary>
    public void ReadBody(XmlReader reader)
    {
        Read(reader);
        EndStory();
    }

    /// <summary>Reads the notes that the text before refers to, in the order of their part.</summary>
    /// <param name="reader">The part; null when there is none.</param>
    /// <param name="kind"><c>footnote</c> or <c>endnote</c>.</param>
    public void ReadNotes(XmlReader? reader, string kind)
    {
        _forced = BlockKind.Footnote;
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == kind && DocxXml.IsWord(reader)
                && _noteNumbers.TryGetValue(kind + DocxXml.Attribute(reader, "id"), out int number))
            {
                _story.NoteMark = Superscripts.Of(number) + " ";
                using XmlReader note = reader.ReadSubtree();
                Read(note);
                EndStory();
            }
        }

        _forced = null;
    }

    /// <summary>Reads the remarks that editors hung on the text; each bears its author's name.</summary>
    public void ReadComments(XmlReader? reader)
    {
        _forced = BlockKind.Comment;
        while (reader is not null && reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "comment" } && DocxXml.IsWord(reader))
            {
                _author = DocxXml.Attribute(reader, "author") ?? "";
                using XmlReader comment = reader.ReadSubtree();
                Read(comment);
                EndStory();
            }
        }

        (_forced, _author) = (null, "");
    }

    /// <summary>Reads a header or footer.</summary>
    public void ReadFurniture(XmlReader? reader)
    {
        if (reader is not null)
        {
            _forced = BlockKind.Furniture;
            Read(reader);
            EndStory();
            _forced = null;
        }
    }

    private void Read(XmlReader reader)
    {
        bool more = reader.Read();
        while (more)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when IsLeftOut(reader.LocalName, DocxXml.IsWord(reader)):
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                case XmlNodeType.Element:
                    ReadElement(reader);
                    break;
                case XmlNodeType.EndElement when DocxXml.IsWord(reader):
                    Close(reader.LocalName);
                    break;
                case XmlNodeType.EndElement:
                    _story.InText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when _story.InText:
                    AppendText(reader.Value);
                    break;
            }

            more = reader.Read();
        }
    }

    private void ReadElement(XmlReader reader)
    {
        bool empty = reader.IsEmptyElement;
        string name = reader.LocalName;
        if (DocxXml.IsWord(reader))
        {
            Open(reader, name);
            if (empty)
            {
                Close(name);
            }
        }
        else if (name == "t" && reader.NamespaceURI.EndsWith("/math", StringComparison.Ordinal))
        {
            _story.InText = !empty;
        }
    }

    // Deleted and moved text, earlier properties, ruby, and the second form of what is there twice.
    private bool IsLeftOut(string name, bool word) => word
        ? name switch
        {
            "moveFrom" or "delText" or "instrText" or "delInstrText" or "sectPr" or "sdtPr" or "sdtEndPr" or "rt" or "binData" or "tblGrid" => true,
            "pPrChange" or "rPrChange" or "tblPrChange" or "tblPrExChange" or "trPrChange" or "tcPrChange" or "numberingChange" => true,
            "del" => !_story.InParagraphMark && !_story.InRowProperties,
            _ => false,
        }
        : name == "Fallback";

    private void Open(XmlReader reader, string name)
    {
        DocxStory story = _story;
        switch (name)
        {
            case "p":
                story.BeginParagraph();
                break;
            case "pPr":
                story.InParagraphProperties = true;
                break;
            case "rPr":
                story.InParagraphMark = story.InParagraphProperties;
                break;
            case "del" when story.InParagraphMark:
                story.JoinsNext = true;
                break;
            case "pStyle":
                story.SetStyle(DocxXml.Value(reader), styles);
                break;
            case "outlineLvl":
                story.Outline = DocxXml.Number(reader);
                break;
            case "ilvl":
                story.ListLevel = DocxXml.Number(reader);
                break;
            case "numId":
                story.List = DocxXml.Number(reader);
                break;
            case "r":
                story.BeginRun(styles);
                break;
            case "rStyle" when !story.InParagraphProperties:
                story.Font = styles.FontOfRuns(DocxXml.Value(reader), story.Font);
                break;
            case "rFonts" when !story.InParagraphProperties && DocxXml.Font(reader) is { } font:
                story.Font = FontEncoding.Of(font);
                break;
            case "b" when !story.InParagraphProperties:
                story.Bold = DocxXml.IsOn(reader);
                break;
            case "vertAlign" when !story.InParagraphProperties:
                story.Raised = DocxXml.Value(reader) == "superscript";
                break;
            case "vanish" when !story.InParagraphProperties:
                story.Hidden = DocxXml.IsOn(reader);
                break;
            case "t":
                story.InText = true;
                break;
            case "tab" when !story.InParagraphProperties:
            case "ptab":
                Append('\t');
                break;
            case "br" or "cr":
                story.Text.TrimEnd();
                Append('\n');
                break;
            case "lastRenderedPageBreak" when _forced is null:
                BreakPage();
                break;
            case "noBreakHyphen":
                Append('-');
                break;
            case "softHyphen" when story.Font is not null:
                // A letter under the fonts of TCVN3 (ư).
                Append('\u00AD');
                break;
            case "sym":
                AppendSymbol(DocxXml.Attribute(reader, "char"), FontEncoding.Of(DocxXml.Attribute(reader, "font")));
                break;
            case "footnoteReference" or "endnoteReference":
                AppendNoteMark(name[..^"Reference".Length] + DocxXml.Attribute(reader, "id"));
                break;
            case "altChunk" when _story.Table is null && OfficeXml.RelationshipId(reader) is { } chunk:
                EndParagraph();
                document.NextLine();
                Tables = readChunk(chunk, Tables);
                document.NextLine();
                break;
            case "txbxContent":
                Interrupt(new DocxStory { IsBox = true });
                break;
            case "tbl":
                FlushCell();
                document.NextLine();
                Interrupt(new DocxStory { Table = new TableBuilder(Tables++, document.Blocks.Count) });
                break;
            case "tr":
                story.BeginRow();
                document.NextLine();
                break;
            case "trPr":
                story.InRowProperties = true;
                break;
            case "tblHeader":
                story.RowIsHeader = DocxXml.IsOn(reader);
                break;
            case "gridBefore":
                story.ColumnsBefore = DocxXml.Number(reader) ?? 0;
                break;
            case "del" when story.InRowProperties:
                story.RowIsDeleted = true;
                break;
            case "tc":
                (story.InCell, story.CellColumns, story.CellMerge) = (true, 1, null);
                break;
            case "vMerge":
                story.CellMerge = DocxXml.Attribute(reader, "val") ?? "continue";
                break;
            case "gridSpan":
                story.CellColumns = DocxXml.Number(reader) ?? 1;
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p" when !_story.JoinsNext:
                EndParagraph();
                break;
            case "pPr":
                (_story.InParagraphProperties, _story.InParagraphMark) = (false, false);
                break;
            case "rPr":
                _story.InParagraphMark = false;
                break;
            case "t":
                _story.InText = false;
                break;
            case "trPr":
                _story.InRowProperties = false;
                break;
            case "tc":
                EndCell();
                break;
            case "txbxContent" or "tbl" when _interrupted.Count > 0:
                EndParagraph();
                Resume();
                break;
        }
    }

    private void Interrupt(DocxStory story)
    {
        _interrupted.Push(_story);
        _story = story;
    }

    private void Resume()
    {
        DocxStory ended = _story;
        _story = _interrupted.Pop();
        if (ended.Table is { } table)
        {
            table.Finish(document);
            document.NextLine();
        }

        // The words of a box come after the paragraph that it hangs on.
        _story.Boxes.AddRange(ended.Boxes);
    }

    private void EndStory()
    {
        EndParagraph();
        while (_interrupted.Count > 0)
        {
            Resume();
            EndParagraph();
        }

        _story = new DocxStory();
    }

    private void BeginCell()
    {
        if (_story is not { Table: { } table, Cell: null, InCell: true, RowIsDeleted: false })
        {
            return;
        }

        if (_story.RowBegun)
        {
            document.NextCell();
        }
        else
        {
            table.NextRow(_story.RowIsHeader);
            table.SkipColumns(_story.ColumnsBefore);
            _story.RowBegun = true;
        }

        // A cell that goes on from the row above stands there again, empty: it takes its own column.
        _story.Cell = table.NextCell(_story.CellColumns, 1, header: false);
        switch (_story.CellMerge)
        {
            case "restart":
                table.BeginMerge();
                break;
            case null:
                table.EndMerge();
                break;
            default:
                table.GoOnWithMerge();
                break;
        }
    }

    private void EndCell()
    {
        EndParagraph();
        BeginCell();
        FlushCell();
        (_story.Cell, _story.InCell) = (null, false);
    }

    private void FlushCell()
    {
        if (_story.CellParts.Count > 0)
        {
            document.Add(_forced is { } kind
                ? new Block(kind, [.. _story.CellParts])
                : new Block(BlockKind.TableCell, [.. _story.CellParts], 0, _story.Cell));
            _story.CellParts.Clear();
        }
    }

    private void EndParagraph()
    {
        DocxStory story = _story;
        string label = _forced is null ? LabelOf(story) : _author;
        (BlockKind Kind, int Level) kind = KindOf(story, label);
        if (story.IsBox)
        {
            story.Boxes.Add((story.Text, kind, label));
        }
        else
        {
            Place(story.Text, kind, label);
            foreach ((FlowText box, (BlockKind Kind, int Level) boxKind, string boxLabel) in story.Boxes)
            {
                Place(box, boxKind, boxLabel);
            }

            story.Boxes.Clear();
        }

        story.EndParagraph();
        if (story.PageAfter)
        {
            story.PageAfter = false;
            document.NextPage();
        }
    }

    private void Place(FlowText text, (BlockKind Kind, int Level) kind, string label)
    {
        if (text.IsBlank || _story.RowIsDeleted)
        {
            return;
        }

        if (_story.Table is null)
        {
            document.NextLine();
            document.Add(text, kind.Kind, kind.Level, label: label);
            document.NextLine();
            return;
        }

        BeginCell();
        if (_story.CellParts.Count > 0)
        {
            document.NextLine();
        }

        if (_story.Cell is not null && document.Append(text) is { } part)
        {
            _story.CellParts.Add(part);
        }
    }

    // Paragraphs without words are counted, too: Word numbers them.
    private string LabelOf(DocxStory story)
    {
        (int? styleList, int? styleLevel) = styles.ListOf(story.Style);
        return (story.List ?? styleList) is { } list and > 0 && !story.RowIsDeleted
            ? numbering.Next(list, story.ListLevel ?? styleLevel ?? numbering.LevelOf(list, story.Style) ?? 0)
            : "";
    }

    private (BlockKind Kind, int Level) KindOf(DocxStory story, string label)
    {
        if (_forced is { } forced)
        {
            return (forced, 0);
        }

        (DocxRole role, int level, int? listLevel, _) = styles.Of(story.Style);
        if (story.Outline is >= 0 and <= 8)
        {
            return (BlockKind.Heading, story.Outline.Value + 1);
        }

        switch (role)
        {
            case DocxRole.Heading when story.Outline != 9:
                return (BlockKind.Heading, level);
            case DocxRole.Caption:
                return (BlockKind.Caption, 0);
            case DocxRole.Contents:
                return (BlockKind.Furniture, 0);
        }

        if (story.List is { } list ? list > 0 : listLevel is not null)
        {
            // A bold line that Word numbers is the heading that it would be with its number typed.
            if (story.Text is { AllBold: true, IsBlank: false } && label.Length > 0
                && LineRoles.ClassifyParagraph(label, story.Text) is { Kind: BlockKind.Heading } heading)
            {
                return heading;
            }

            return (BlockKind.ListItem, Math.Clamp(story.ListLevel ?? listLevel ?? 0, 0, 8) + 1);
        }

        return LineRoles.ClassifyParagraph(story.Text);
    }

    // A page that begins inside a paragraph is reckoned from the paragraph after it.
    private void BreakPage()
    {
        if (_story.Text.IsBlank)
        {
            document.NextPage();
        }
        else
        {
            _story.PageAfter = true;
        }
    }

    private void AppendText(string value)
    {
        foreach (char c in value)
        {
            Append(c is '\n' or '\r' or '\t' ? ' ' : _story.Raised ? Superscripts.Raise(c) : c);
        }
    }

    private void Append(char c)
    {
        if (_story.Hidden || (_story.NoteMark is not null && char.IsWhiteSpace(c)))
        {
            return;
        }

        // A note opens with the number that stands in the text.
        AppendMark(_story.NoteMark ?? "");
        _story.NoteMark = null;
        _story.Append(c);
    }

    private void AppendMark(string mark)
    {
        foreach (char c in mark)
        {
            _story.Text.Append(c, -1, bold: true);
        }
    }

    private void AppendSymbol(string? code, FontEncoding? font)
    {
        // Symbol fonts keep their pictures in the private area: bullets and arrows, no letters.
        if (int.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int c) && (c is >= ' ' and < 0xD800 || (font is not null && c is >= 0xF020 and <= 0xF0FF)))
        {
            FontEncoding? around = _story.Font;
            _story.Font = font;
            Append((char)c);
            _story.Font = around;
        }
    }

    private void AppendNoteMark(string id)
    {
        if (!_story.Hidden)
        {
            if (!_noteNumbers.TryGetValue(id, out int number))
            {
                number = _noteNumbers.Count + 1;
                _noteNumbers.Add(id, number);
            }

            AppendMark(Superscripts.Of(number));
        }
    }
}
