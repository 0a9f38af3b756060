using System.Collections.Immutable;
using System.Xml;
using BienNien.Reading.Docx;

namespace BienNien.Checking.Form;

/// <summary>Measures the paragraphs of a Word file while they stream by, in the order in which reading sets them.</summary>
internal sealed class FormBody(FormStyles styles, FormTheme theme, FormMap map)
{
    private readonly ImmutableArray<FormParagraph>.Builder _paragraphs = ImmutableArray.CreateBuilder<FormParagraph>();
    private readonly List<SectionLook> _sections = [];

    // What text boxes interrupt, outermost first; of a paragraph that has not begun there is none.
    private readonly Stack<(FormParagraphBuilder? Paragraph, RunLook? Run)> _interrupted = new();
    private readonly Stack<string?> _tables = new();
    private FormParagraphBuilder? _paragraph;
    private RunLook? _run;
    private RunLook _resolved = RunLook.Nothing;
    private bool _inText;
    private bool _blank;
    private bool _rule;

    /// <summary>The paragraphs whose words were found.</summary>
    public ImmutableArray<FormParagraph> Paragraphs => _paragraphs.ToImmutable();

    /// <summary>The sections, in order.</summary>
    public IReadOnlyList<SectionLook> Sections => _sections;

    /// <summary>Reads the main part.</summary>
    public void Read(XmlReader reader)
    {
        int leftOut = int.MaxValue;
        while (reader.Read())
        {
            if (reader.Depth > leftOut)
            {
                continue;
            }

            leftOut = int.MaxValue;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when IsLeftOut(reader):
                    leftOut = reader.IsEmptyElement ? leftOut : reader.Depth;
                    break;
                case XmlNodeType.Element:
                    bool empty = reader.IsEmptyElement;
                    string name = reader.LocalName;
                    Open(reader, name);
                    if (empty && DocxXml.IsWord(reader))
                    {
                        Close(name);
                    }

                    break;
                case XmlNodeType.EndElement when DocxXml.IsWord(reader):
                    Close(reader.LocalName);
                    break;
                case XmlNodeType.EndElement:
                    _inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA when _inText && _resolved.Hidden != true:
                    foreach (char c in reader.Value)
                    {
                        _paragraph?.Append(c);
                    }

                    break;
            }
        }
    }

    // Deleted and moved text, and the second form of what is there twice.
    private static bool IsLeftOut(XmlReader reader) => DocxXml.IsWord(reader)
        ? reader.LocalName is "del" or "moveFrom" or "delText" or "instrText" or "delInstrText" or "sdtPr" or "sdtEndPr" or "rt" or "binData" or "tblGrid"
        : reader.LocalName == "Fallback";

    private void Open(XmlReader reader, string name)
    {
        if (!DocxXml.IsWord(reader))
        {
            if (name == "t" && reader.NamespaceURI.EndsWith("/math", StringComparison.Ordinal))
            {
                BeginText();
            }

            return;
        }

        switch (name)
        {
            case "p":
                _paragraph = new FormParagraphBuilder(styles.Resolve(ParagraphLook.Nothing), _sections.Count) { InTable = _tables.Count > 0, InBox = _interrupted.Count > 0 };
                break;
            case "pPr" when _paragraph is { } paragraph:
                ParagraphLook direct = ParagraphLook.Read(reader);
                (paragraph.Look, paragraph.Style) = (styles.Resolve(direct), direct.Style);
                break;
            case "r":
                (_run, _resolved) = (RunLook.Nothing, RunLook.Nothing);
                break;
            case "rPr" when _run is not null:
                _run = RunLook.Read(reader, theme);
                break;
            case "t":
                BeginText();
                break;
            case "tab" or "ptab":
                _paragraph?.Tab();
                break;
            case "noBreakHyphen":
                BeginText();
                _paragraph?.Append('-');
                break;
            case "sym" or "footnoteReference" or "endnoteReference":
                EndRun();
                _paragraph?.Cut();
                break;
            case "drawing" or "pict" or "object":
                Rule();
                break;
            case "top" or "bottom" or "insideH" when _tables.Count > 0 && DocxXml.Value(reader) is not (null or "nil" or "none"):
                Rule();
                break;
            case "txbxContent":
                EndRun();
                _interrupted.Push((_paragraph, _run));
                (_paragraph, _run) = (null, null);
                break;
            case "tbl":
                _tables.Push(null);
                break;
            case "tblStyle" when _tables.Count > 0:
                _tables.Pop();
                _tables.Push(DocxXml.Value(reader));
                break;
            case "sectPr":
                _sections.Add(SectionLook.Read(reader));
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "t":
                _inText = false;
                break;
            case "r":
                EndRun();
                _run = null;
                break;
            case "p" when _paragraph is { } paragraph:
                EndRun();
                EndParagraph(paragraph);
                break;
            case "txbxContent" when _interrupted.Count > 0:
                (_paragraph, _run) = _interrupted.Pop();
                break;
            case "tbl" when _tables.Count > 0:
                _tables.Pop();
                break;
        }
    }

    private void BeginText()
    {
        _inText = true;
        _resolved = styles.Resolve(_run ?? RunLook.Nothing, _paragraph?.Style, _tables.Count > 0 ? _tables.Peek() : null);
    }

    private void EndRun()
    {
        _paragraph?.EndRun(_resolved);
        _inText = false;
    }

    private void Rule()
    {
        if (_paragraph is { } paragraph)
        {
            paragraph.HasRule = true;
        }
        else
        {
            _rule = true;
        }
    }

    private void EndParagraph(FormParagraphBuilder paragraph)
    {
        _paragraph = null;
        if (_interrupted.Count > 0 && Host() is { } host)
        {
            host.Boxes.Add(paragraph);
        }
        else
        {
            Place(paragraph);
        }

        if (paragraph.Look.Section is { } section)
        {
            _sections.Add(section);
        }
    }

    // The outermost paragraph that the boxes around hang on.
    private FormParagraphBuilder? Host() => _interrupted.LastOrDefault(static one => one.Paragraph is not null).Paragraph;

    private void Place(FormParagraphBuilder paragraph)
    {
        paragraph.BlankBefore |= _blank;
        paragraph.HasRule |= _rule;
        if (paragraph.Find(map) is { } found)
        {
            _paragraphs.Add(found);
            (_blank, _rule) = (false, false);
        }
        else
        {
            _blank |= paragraph.IsBlank;
            _rule |= paragraph.HasRule || paragraph.Look.HasBorder == true;
        }

        foreach (FormParagraphBuilder box in paragraph.Boxes)
        {
            Place(box);
        }
    }
}
