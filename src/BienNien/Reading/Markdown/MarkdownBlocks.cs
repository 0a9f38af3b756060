using BienNien.Reading.PlainText;
using BienNien.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Block = BienNien.Text.Block;
using TableCell = BienNien.Text.TableCell;

namespace BienNien.Reading.Markdown;

/// <summary>The blocks of a Markdown syntax tree, at their places in the file's text.</summary>
/// <remarks>
/// The marks of headings and quotes, the targets of links and the underscores of emphasis lie outside the blocks' parts; a list
/// item's mark lies inside. Code and raw HTML are read as lines of text. The tree is never deeper than the parser's own limit.
/// </remarks>
internal sealed class MarkdownBlocks
{
    private readonly string _text;
    private readonly List<Block> _blocks = [];
    private int _tables;

    private MarkdownBlocks(string text) => _text = text;

    /// <summary>All blocks in reading order.</summary>
    public static List<Block> Of(string text, MarkdownDocument syntax)
    {
        MarkdownBlocks reader = new(text);
        reader.ReadChildren(syntax, list: 0, quoted: false);
        // The parser gathers footnotes at the end, wherever they stand.
        return [.. reader._blocks.OrderBy(static block => block.Span.Start)];
    }

    private void ReadChildren(ContainerBlock container, int list, bool quoted)
    {
        foreach (Markdig.Syntax.Block child in container)
        {
            Read(child, list, quoted);
        }
    }

    private void Read(Markdig.Syntax.Block block, int list, bool quoted)
    {
        switch (block)
        {
            case Table table:
                ReadTable(table);
                break;
            case ListBlock items:
                foreach (ListItemBlock item in items.OfType<ListItemBlock>())
                {
                    ReadListItem(item, list + 1, quoted);
                }

                break;
            case FootnoteGroup notes:
                foreach (Footnote note in notes.OfType<Footnote>())
                {
                    ReadFootnote(note);
                }

                break;
            case LinkReferenceDefinitionGroup:
                break;
            case QuoteBlock quote:
                ReadChildren(quote, list, quoted: true);
                break;
            case ContainerBlock other:
                ReadChildren(other, list, quoted);
                break;
            case YamlFrontMatterBlock or ThematicBreakBlock or HtmlBlock { Type: HtmlBlockType.Comment or HtmlBlockType.ScriptPreOrStyle }:
                AddFurniture(block);
                break;
            case HtmlBlock or CodeBlock:
                ReadLines((LeafBlock)block, quoted);
                break;
            case HeadingBlock heading:
                Add(BlockKind.Heading, heading.Level, PartsOf(heading, Inside(heading), quoted));
                break;
            case ParagraphBlock paragraph:
                ReadParagraph(paragraph, quoted);
                break;
        }
    }

    private void ReadParagraph(ParagraphBlock paragraph, bool quoted)
    {
        TextSpan span = Trim(Inside(paragraph));
        if (span.Length == 0)
        {
            return;
        }

        ReadOnlySpan<char> words = _text.AsSpan(span.Start, span.Length);
        int end = words.IndexOf('\n');
        ReadOnlySpan<char> first = (end < 0 ? words : words[..end]).TrimEnd();
        (BlockKind kind, int level) = LineRoles.Classify(first, LineRoles.Of(first), end < 0, IsBold(paragraph));
        Add(quoted && kind == BlockKind.Paragraph ? BlockKind.Quotation : kind, level, PartsOf(paragraph, span, quoted));
    }

    private void ReadListItem(ListItemBlock item, int depth, bool quoted)
    {
        bool first = true;
        foreach (Markdig.Syntax.Block child in item)
        {
            if (first && child is ParagraphBlock paragraph && Inside(paragraph) is { Length: > 0 } words)
            {
                // “1. **Title**” is a heading that its writer numbered by hand.
                bool heading = IsBold(paragraph) && depth == 1 && !_text.AsSpan(words.Start, words.Length).Contains('\n');
                TextSpan span = item.Span.Start >= 0 && item.Span.Start <= words.Start ? TextSpan.Between(item.Span.Start, words.End) : words;
                Add(heading ? BlockKind.Heading : BlockKind.ListItem, heading ? 2 : depth, PartsOf(paragraph, span, quoted));
            }
            else
            {
                Read(child, depth, quoted);
            }

            first = false;
        }
    }

    private void ReadFootnote(Footnote note)
    {
        List<TextSpan> parts = [];
        foreach (LeafBlock leaf in note.Descendants<LeafBlock>())
        {
            if (leaf is ParagraphBlock && Inside(leaf) is { Length: > 0 } span)
            {
                // The label's span begins after its bracket.
                TextSpan label = parts.Count == 0 ? Clip(note.LabelSpan) : default;
                parts.AddRange(PartsOf(leaf, label.Start > 0 && label.End < span.Start ? TextSpan.Between(label.Start - 1, span.End) : span, quoted: false));
            }
        }

        Add(BlockKind.Footnote, 0, parts);
    }

    private void ReadTable(Table table)
    {
        int number = _tables++;
        int row = 0;
        foreach (TableRow line in table.OfType<TableRow>())
        {
            int column = 0;
            foreach (Markdig.Extensions.Tables.TableCell cell in line.OfType<Markdig.Extensions.Tables.TableCell>())
            {
                List<TextSpan> parts = [];
                foreach (LeafBlock leaf in cell.OfType<LeafBlock>())
                {
                    parts.AddRange(PartsOf(leaf, Inside(leaf), quoted: false));
                }

                Add(BlockKind.TableCell, 0, parts, new TableCell(number, row, column, line.IsHeader));
                column += Math.Max(1, cell.ColumnSpan);
            }

            row++;
        }
    }

    // Code and raw HTML: whole lines of the file.
    private void ReadLines(LeafBlock leaf, bool quoted)
    {
        int start = -1;
        int end = -1;
        for (int i = 0; i < leaf.Lines.Count; i++)
        {
            Markdig.Helpers.StringLine line = leaf.Lines.Lines[i];
            // A line with a tab in its indent is a copy: its place is not known, and it lies between the others.
            if (line.Slice.Length > 0 && ReferenceEquals(line.Slice.Text, _text))
            {
                start = start < 0 ? line.Slice.Start : start;
                end = line.Slice.End + 1;
            }
        }

        if (start < 0)
        {
            (start, end) = (Clip(leaf.Span).Start, Clip(leaf.Span).End);
        }

        if (quoted)
        {
            Add(BlockKind.Paragraph, 0, PartsOf(leaf, TextSpan.Between(start, end), quoted));
            return;
        }

        int tables = 0;
        foreach (Block block in LineBlocks.Find(_text[start..end]))
        {
            tables = Math.Max(tables, (block.Cell?.Table ?? -1) + 1);
            _blocks.Add(block with
            {
                Parts = [.. block.Parts.Select(part => part with { Start = part.Start + start })],
                Cell = block.Cell is { } cell ? cell with { Table = cell.Table + _tables } : null,
            });
        }

        _tables += tables;
    }

    private void AddFurniture(Markdig.Syntax.Block block)
    {
        TextSpan span = Trim(Clip(block.Span));
        if (span.Length > 0)
        {
            _blocks.Add(new Block(BlockKind.Furniture, span));
        }
    }

    private void Add(BlockKind kind, int level, List<TextSpan> parts, TableCell? cell = null)
    {
        if (parts.Count > 0)
        {
            _blocks.Add(new Block(kind, [.. parts], level, cell));
        }
    }

    private static bool IsBold(LeafBlock leaf) =>
        leaf.Inline is { FirstChild: EmphasisInline { DelimiterCount: >= 2, NextSibling: null } };

    private TextSpan Inside(LeafBlock leaf) => Trim(Clip(leaf.Inline is { Span.IsEmpty: false } inline ? inline.Span : leaf.Span));

    private TextSpan Clip(SourceSpan span) => span.IsEmpty || span.Start < 0 || span.Start >= _text.Length
        ? default
        : TextSpan.Between(span.Start, Math.Min(_text.Length, span.End + 1));

    private TextSpan Trim(TextSpan span)
    {
        int start = span.Start;
        int end = span.End;
        while (start < end && char.IsWhiteSpace(_text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(_text[end - 1]))
        {
            end--;
        }

        return TextSpan.Between(start, end);
    }

    // A stretch without what is no words: link targets, comments, underscores of emphasis, the marks of quoted lines.
    private List<TextSpan> PartsOf(LeafBlock leaf, TextSpan span, bool quoted)
    {
        List<TextSpan> holes = [];
        if (leaf.Inline is { } inlines)
        {
            foreach (Inline inline in inlines.Descendants())
            {
                AddHoles(inline, holes);
            }
        }

        if (quoted)
        {
            for (int end = _text.IndexOf('\n', span.Start, span.Length); end >= 0; end = _text.IndexOf('\n', end, span.End - end))
            {
                int start = end;
                while (++end < span.End && _text[end] is ' ' or '\t' or '>')
                {
                }

                holes.Add(TextSpan.Between(start, end));
            }
        }

        holes.Sort();
        List<TextSpan> parts = new(holes.Count + 1);
        int at = span.Start;
        foreach (TextSpan hole in holes)
        {
            if (hole.End > at && hole.Start < span.End)
            {
                AddPart(at, hole.Start);
                at = hole.End;
            }
        }

        AddPart(at, span.End);
        return parts;

        void AddPart(int from, int to)
        {
            TextSpan part = to > from ? Trim(TextSpan.Between(from, to)) : default;
            if (part.Length > 0)
            {
                parts.Add(part);
            }
        }
    }

    private void AddHoles(Inline inline, List<TextSpan> holes)
    {
        TextSpan span = Clip(inline.Span);
        switch (inline)
        {
            case LinkInline { IsAutoLink: false, FirstChild: { } first, LastChild: { } last } when span.Length > 0:
                TextSpan opening = Clip(first.Span);
                TextSpan closing = Clip(last.Span);
                if (opening.Length > 0 && closing.Length > 0 && span.Contains(opening) && span.Contains(closing))
                {
                    holes.Add(TextSpan.Between(span.Start, opening.Start));
                    holes.Add(TextSpan.Between(closing.End, span.End));
                }

                break;
            case LinkInline { IsAutoLink: false, FirstChild: null } when span.Length > 0:
                holes.Add(span);
                break;
            case EmphasisInline { DelimiterChar: '_' } emphasis when span.Length > 2 * emphasis.DelimiterCount:
                holes.Add(new TextSpan(span.Start, emphasis.DelimiterCount));
                holes.Add(new TextSpan(span.End - emphasis.DelimiterCount, emphasis.DelimiterCount));
                break;
            case HtmlInline html when html.Tag.StartsWith("<!--", StringComparison.Ordinal):
                holes.Add(span);
                break;
        }
    }
}
