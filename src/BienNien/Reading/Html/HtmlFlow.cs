using System.Collections.Frozen;
using System.Globalization;
using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Html;

/// <summary>Turns the tokens of a page into blocks: a tag says what begins and ends, counters say what is open.</summary>
internal sealed class HtmlFlow
{
    private static readonly FrozenSet<string> _blockTags = new[]
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
        "option", "p", "pre", "search", "section", "summary", "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Their content is no markup; what stands in them is not shown.
    private static readonly FrozenDictionary<string, HtmlParseMode> _opaqueTags = new Dictionary<string, HtmlParseMode>(StringComparer.Ordinal)
    {
        ["script"] = HtmlParseMode.Script,
        ["style"] = HtmlParseMode.Rawtext,
        ["iframe"] = HtmlParseMode.Rawtext,
        ["noembed"] = HtmlParseMode.Rawtext,
        ["noframes"] = HtmlParseMode.Rawtext,
        ["title"] = HtmlParseMode.RCData,
        ["textarea"] = HtmlParseMode.RCData,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly string _source;
    private readonly DocumentAssembler _document;
    private readonly Stack<Scope> _outer = new();
    private readonly List<TextSpan> _cellParts = [];
    private FlowText _flow = new();
    private Scope _scope = new();
    private bool _space;

    /// <summary>Begins a page.</summary>
    /// <param name="source">Its characters.</param>
    /// <param name="document">What its blocks are added to.</param>
    /// <param name="tables">How many tables the document has already.</param>
    public HtmlFlow(string source, DocumentAssembler document, int tables = 0)
    {
        _source = source;
        _document = document;
        Tables = tables;
    }

    /// <summary>How many tables the document has by now.</summary>
    public int Tables { get; private set; }

    /// <summary>Reads the page to its end.</summary>
    public void ReadAll()
    {
        using TextSource text = new(_source);
        using HtmlTokenizer tokenizer = new(text, HtmlEntityProvider.Resolver) { SkipComments = true };
        string? opaque = null;
        string? hidden = null;
        int depth = 0;
        for (HtmlToken token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            string name = token.Name;
            if (opaque is not null)
            {
                opaque = token.Type == HtmlTokenType.EndTag && name == opaque ? null : opaque;
            }
            else if (hidden is not null)
            {
                depth += name != hidden ? 0 : token.Type == HtmlTokenType.StartTag ? 1 : token.Type == HtmlTokenType.EndTag ? -1 : 0;
                hidden = depth == 0 ? null : hidden;
            }
            else if (token.Type == HtmlTokenType.Character)
            {
                Append(token.Data ?? "", token.Position.Position - 1);
            }
            else if (token.Type == HtmlTokenType.EndTag)
            {
                Close(name);
            }
            else if (token is HtmlTagToken tag && token.Type == HtmlTokenType.StartTag)
            {
                if (_opaqueTags.TryGetValue(name, out HtmlParseMode mode))
                {
                    tokenizer.State = mode;
                    opaque = name;
                }
                else if (name is "template" or "svg" && !tag.IsSelfClosing)
                {
                    (hidden, depth) = (name, 1);
                }
                else
                {
                    Open(name, tag);
                }
            }
        }

        EndBlock();
        while (_outer.Count > 0)
        {
            CloseTable();
        }
    }

    private void Open(string name, HtmlTagToken tag)
    {
        switch (name)
        {
            case "br":
                _flow.TrimEnd();
                AppendCharacter('\n', -1);
                _space = false;
                return;
            case "b" or "strong":
                _scope.Bold++;
                return;
            case "sup":
                _scope.Raised++;
                return;
            case "table":
                OpenTable();
                return;
            case "tr" when _scope.Table is { } table:
                EndCell();
                table.NextRow(_scope.Head > 0);
                _document.NextLine();
                return;
            case "td" or "th" when _scope.Table is { } table:
                OpenCell(table, name, tag);
                return;
            case "thead" or "tbody" or "tfoot" when _scope.Table is not null:
                EndCell();
                _scope.Head = name == "thead" ? 1 : 0;
                return;
            case "caption" when _scope.Table is not null:
                EndCell();
                _document.NextLine();
                _scope.Caption = 1;
                return;
        }

        if (!_blockTags.Contains(name))
        {
            return;
        }

        EndBlock();
        switch (name)
        {
            case ['h', >= '1' and <= '6']:
                _scope.Heading = name[1] - '0';
                break;
            case "ul" or "ol" or "menu" or "dir":
                _scope.Lists++;
                break;
            case "li":
                _scope.ItemOpens = true;
                _scope.Note = IsNote(tag);
                break;
            case "p":
                _scope.Heading = 0;
                break;
            case "pre":
                _scope.Preformatted++;
                break;
            case "figcaption":
                _scope.Caption++;
                break;
            case "blockquote":
                _scope.Quoted++;
                break;
            case "nav" or "footer":
                _scope.Apparatus++;
                break;
            case "div" or "aside" or "section" when IsNote(tag):
                _scope.Note = true;
                break;
        }
    }

    private void Close(string name)
    {
        switch (name)
        {
            case "b" or "strong":
                _scope.Bold = Math.Max(0, _scope.Bold - 1);
                return;
            case "sup":
                _scope.Raised = Math.Max(0, _scope.Raised - 1);
                return;
            case "table" when _scope.Table is not null:
                CloseTable();
                return;
            case "td" or "th" or "tr" when _scope.Table is not null:
                EndCell();
                return;
            case "thead" or "tbody" or "tfoot" when _scope.Table is not null:
                EndCell();
                _scope.Head = 0;
                return;
            case "caption" when _scope.Table is not null:
                EndBlock();
                _scope.Caption = 0;
                return;
        }

        if (!_blockTags.Contains(name))
        {
            return;
        }

        EndBlock();
        switch (name)
        {
            case ['h', >= '1' and <= '6']:
                _scope.Heading = 0;
                break;
            case "ul" or "ol" or "menu" or "dir":
                _scope.Lists = Math.Max(0, _scope.Lists - 1);
                _scope.ItemOpens = false;
                break;
            case "li":
                _scope.ItemOpens = false;
                _scope.Note = false;
                break;
            case "pre":
                _scope.Preformatted = Math.Max(0, _scope.Preformatted - 1);
                break;
            case "figcaption":
                _scope.Caption = Math.Max(0, _scope.Caption - 1);
                break;
            case "blockquote":
                _scope.Quoted = Math.Max(0, _scope.Quoted - 1);
                break;
            case "nav" or "footer":
                _scope.Apparatus = Math.Max(0, _scope.Apparatus - 1);
                break;
            case "div" or "aside" or "section":
                _scope.Note = false;
                break;
        }
    }

    private void OpenTable()
    {
        EndBlock();
        FlushCell();
        _outer.Push(_scope);
        _scope = new Scope { Table = new TableBuilder(Tables++, _document.Blocks.Count), Apparatus = _scope.Apparatus };
    }

    private void CloseTable()
    {
        EndCell();
        _scope.Table?.Finish(_document);
        _scope = _outer.Pop();
        _document.NextLine();
    }

    private void OpenCell(TableBuilder table, string name, HtmlTagToken tag)
    {
        EndCell();
        if (table.InRow)
        {
            _document.NextCell();
        }

        _scope.Cell = table.NextCell(Number(tag, "colspan"), Number(tag, "rowspan"), name == "th" || _scope.Head > 0);
    }

    private static int Number(HtmlTagToken tag, string attribute) =>
        int.TryParse(tag.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 1;

    // Ids that Word, Wikipedia, Pandoc and DocBook give to notes.
    private static bool IsNote(HtmlTagToken tag) =>
        tag.GetAttribute("role") is "doc-footnote" or "doc-endnote"
        || (tag.GetAttribute("id") is { Length: > 2 } id && char.IsAsciiDigit(id[^1])
            && (id.StartsWith("fn", StringComparison.Ordinal) || id.StartsWith("ftn", StringComparison.Ordinal) || id.StartsWith("edn", StringComparison.Ordinal)
                || id.StartsWith("footnote", StringComparison.Ordinal) || id.StartsWith("cite_note", StringComparison.Ordinal)));

    // The text up to here is a block, or a part of the cell that is open.
    private void EndBlock()
    {
        FlowText flow = _flow;
        _space = false;
        if (flow.Length == 0)
        {
            return;
        }

        _flow = new FlowText();
        if (flow.IsBlank)
        {
            return;
        }

        if (_scope.Cell is not null && _scope.Heading == 0 && _scope.Caption == 0)
        {
            if (_cellParts.Count > 0)
            {
                _document.NextLine();
            }

            if (_document.Append(flow) is { } part)
            {
                _cellParts.Add(part);
            }

            return;
        }

        FlushCell();
        if (_scope.Cell is null || _scope.Heading > 0)
        {
            _document.NextLine();
        }

        (BlockKind kind, int level) = KindOf(flow);
        _document.Add(flow, kind, level);
        _document.NextLine();
    }

    private (BlockKind Kind, int Level) KindOf(FlowText flow)
    {
        bool item = _scope.ItemOpens;
        _scope.ItemOpens = false;
        if (_scope.Apparatus > 0)
        {
            return (BlockKind.Furniture, 0);
        }

        if (_scope.Caption > 0)
        {
            return (BlockKind.Caption, 0);
        }

        if (_scope.Heading > 0)
        {
            return (BlockKind.Heading, _scope.Heading);
        }

        if (_scope.Note)
        {
            return (BlockKind.Footnote, 0);
        }

        if (item)
        {
            return (BlockKind.ListItem, Math.Max(1, _scope.Lists));
        }

        (BlockKind kind, int level) = LineRoles.ClassifyParagraph(flow);
        return _scope.Quoted > 0 && kind == BlockKind.Paragraph ? (BlockKind.Quotation, 0) : (kind, level);
    }

    private void EndCell()
    {
        EndBlock();
        FlushCell();
        if (_scope.Cell is not null)
        {
            // What a cell left open ends with it.
            _scope = new Scope { Table = _scope.Table, Head = _scope.Head, Apparatus = _scope.Apparatus };
        }
    }

    private void FlushCell()
    {
        if (_cellParts.Count > 0)
        {
            _document.Add(_scope.Apparatus > 0 ? new Block(BlockKind.Furniture, [.. _cellParts]) : new Block(BlockKind.TableCell, [.. _cellParts], 0, _scope.Cell));
            _cellParts.Clear();
        }
    }

    // Walks the text that the tokenizer decoded beside the characters it was decoded from.
    private void Append(string data, int source)
    {
        int at = source;
        for (int i = 0; i < data.Length;)
        {
            int decoded = 1;
            int consumed = 1;
            if (at >= 0 && at < _source.Length)
            {
                if (_source[at] == '\r' && at + 1 < _source.Length && _source[at + 1] == '\n')
                {
                    consumed = 2;
                }
                else if (_source[at] == '&')
                {
                    (consumed, decoded) = HtmlReferences.Measure(_source, at, data, i);
                }
            }

            for (int k = 0; k < decoded && i + k < data.Length; k++)
            {
                AppendShown(data[i + k], at);
            }

            i += decoded;
            at += consumed;
        }
    }

    private void AppendShown(char c, int source)
    {
        if (_scope.Preformatted > 0)
        {
            AppendCharacter(c, source);
            return;
        }

        if (c is ' ' or '\t' or '\n' or '\r' or '\f')
        {
            _space = _flow.Length > 0 && _flow.Last != '\n';
            return;
        }

        if (_space)
        {
            AppendCharacter(' ', source > 0 ? source - 1 : -1);
            _space = false;
        }

        AppendCharacter(_scope.Raised > 0 ? Superscripts.Raise(c) : c, source);
    }

    private void AppendCharacter(char c, int source) => _flow.Append(c, source, _scope.Bold > 0);

    /// <summary>What is open, in a table or outside of all.</summary>
    private sealed class Scope
    {
        public TableBuilder? Table { get; init; }

        public TableCell? Cell { get; set; }

        public int Head { get; set; }

        public int Bold { get; set; }

        public int Raised { get; set; }

        public int Lists { get; set; }

        public int Heading { get; set; }

        public int Caption { get; set; }

        public int Preformatted { get; set; }

        public int Quoted { get; set; }

        public int Apparatus { get; set; }

        public bool ItemOpens { get; set; }

        public bool Note { get; set; }
    }
}
