using System.Globalization;
using System.Xml;
using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Pptx;

/// <summary>Turns the elements of slides into blocks while they stream by.</summary>
internal sealed class SlideFlow(DocumentAssembler document)
{
    private int _tables;
    private Shape _shape = new();
    private FlowText _text = new();
    private int _level;
    private bool? _bullet;
    private bool _inText;
    private bool _bold;
    private bool _notes;

    // The table that is open.
    private TableBuilder? _table;
    private List<TextSpan>? _cellParts;
    private int _cellColumns;
    private int _cellRows;
    private bool _cellIsCovered;

    /// <summary>Reads a slide.</summary>
    /// <returns>Whether it is shown.</returns>
    public bool ReadSlide(XmlReader reader) => Read(reader);

    /// <summary>Reads what the speaker has noted: the body of the notes page, not the small picture of the slide nor its number.</summary>
    public void ReadNotes(XmlReader? reader)
    {
        if (reader is not null)
        {
            _notes = true;
            Read(reader);
            _notes = false;
        }
    }

    /// <summary>Reads the words of a drawn diagram.</summary>
    public void ReadDiagram(XmlReader? reader)
    {
        if (reader is not null)
        {
            Read(reader);
        }
    }

    private bool Read(XmlReader reader)
    {
        _shape = new Shape();
        bool more = reader.Read();
        while (more)
        {
            switch (reader.NodeType)
            {
                // What is there twice for older programs; what is no text.
                case XmlNodeType.Element when reader.LocalName is "Fallback" or "extLst" or "timing" or "transition":
                    reader.Skip();
                    more = !reader.EOF;
                    continue;
                case XmlNodeType.Element when reader.LocalName == "sld" && reader.GetAttribute("show") is "0" or "false":
                    return false;
                case XmlNodeType.Element:
                    bool empty = reader.IsEmptyElement;
                    string name = reader.LocalName;
                    Open(reader, name);
                    if (empty)
                    {
                        Close(name);
                    }

                    break;
                case XmlNodeType.EndElement:
                    Close(reader.LocalName);
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when _inText:
                    Append(reader.Value);
                    break;
            }

            more = reader.Read();
        }

        EndParagraph();
        CloseTable();
        return true;
    }

    private void Open(XmlReader reader, string name)
    {
        switch (name)
        {
            case "sp":
                _shape = new Shape();
                break;
            case "ph":
                _shape = new Shape { Placeholder = reader.GetAttribute("type") ?? "body" };
                break;
            case "p":
                (_text, _level, _bullet) = (new FlowText(), 0, null);
                break;
            case "pPr":
                _level = Number(reader, "lvl", 0);
                break;
            case "buNone":
                _bullet = false;
                break;
            case "buChar" or "buAutoNum" or "buBlip":
                _bullet = true;
                break;
            case "r" or "fld":
                _bold = false;
                break;
            case "rPr":
                _bold = reader.GetAttribute("b") is "1" or "true";
                break;
            case "t" when reader.NamespaceURI.Contains("/drawingml/", StringComparison.Ordinal) && reader.NamespaceURI.EndsWith("/main", StringComparison.Ordinal):
                _inText = !reader.IsEmptyElement;
                break;
            case "br":
                _text.TrimEnd();
                _text.Append('\n');
                break;
            case "tbl":
                CloseTable();
                document.NextLine();
                _table = new TableBuilder(_tables++, document.Blocks.Count);
                break;
            case "tr" when _table is not null:
                _table.NextRow();
                document.NextLine();
                break;
            case "tc" when _table is not null:
                _cellColumns = Number(reader, "gridSpan", 1);
                _cellRows = Number(reader, "rowSpan", 1);
                _cellIsCovered = reader.GetAttribute("hMerge") is "1" or "true" || reader.GetAttribute("vMerge") is "1" or "true";
                _cellParts = [];
                if (!_cellIsCovered && _table.InRow)
                {
                    document.NextCell();
                }

                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "p":
                EndParagraph();
                break;
            case "t":
                _inText = false;
                break;
            case "tc" when _table is not null:
                EndCell(_table);
                break;
            case "tbl":
                CloseTable();
                break;
            case "sp":
                _shape = new Shape();
                break;
        }
    }

    private void EndCell(TableBuilder table)
    {
        if (!_cellIsCovered)
        {
            table.HeaderReaches(table.Row, _cellRows);
            TableCell cell = table.NextCell(_cellColumns, _cellRows, header: false);
            if (_cellParts is { Count: > 0 } parts)
            {
                document.Add(new Block(BlockKind.TableCell, [.. parts], 0, cell));
            }
        }

        _cellParts = null;
    }

    private void CloseTable()
    {
        _table?.Finish(document);
        (_table, _cellParts) = (null, null);
        document.NextLine();
    }

    private void EndParagraph()
    {
        FlowText text = _text;
        _text = new FlowText();
        if (text.IsBlank || (_notes && _shape.Placeholder != "body"))
        {
            return;
        }

        if (_cellParts is { } parts)
        {
            if (parts.Count > 0)
            {
                document.NextLine();
            }

            if (document.Append(text) is { } part)
            {
                parts.Add(part);
            }

            return;
        }

        (BlockKind kind, int level) = KindOf(text);
        document.NextLine();
        document.Add(text, kind, level);
        document.NextLine();
    }

    private (BlockKind Kind, int Level) KindOf(FlowText text) => _shape.Placeholder switch
    {
        _ when _notes => (BlockKind.Paragraph, 0),
        "title" or "ctrTitle" => (BlockKind.Heading, 1),
        "dt" or "ftr" or "sldNum" or "hdr" => (BlockKind.Furniture, 0),

        // The body of a slide is a list, unless the paragraph says otherwise.
        "body" or "obj" when _bullet != false => (BlockKind.ListItem, Math.Clamp(_level, 0, 8) + 1),
        _ when _bullet == true => (BlockKind.ListItem, Math.Clamp(_level, 0, 8) + 1),
        "subTitle" => (BlockKind.Paragraph, 0),
        _ => LineRoles.ClassifyParagraph(text),
    };

    private void Append(string value)
    {
        foreach (char c in value)
        {
            _text.Append(c is '\t' or '\r' or '\n' ? ' ' : c == '\v' ? '\n' : c, -1, _bold);
        }
    }

    private static int Number(XmlReader reader, string attribute, int otherwise) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;

    /// <summary>The shape that is open.</summary>
    private sealed class Shape
    {
        /// <summary>Which place of the layout it fills (<c>title</c>, <c>body</c>); empty for a text box.</summary>
        public string Placeholder { get; init; } = "";
    }
}
