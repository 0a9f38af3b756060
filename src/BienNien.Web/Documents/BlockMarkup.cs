using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Telling;
using BienNien.Text;
using BienNien.Web.Shared;
using BienNien.Web.Timeline;

namespace BienNien.Web.Documents;

/// <summary>A document's blocks as HTML: its own words, with sentences, mentions and triggers marked.</summary>
/// <remarks>
/// Marks overlap; elements only nest. So text is cut where a mark begins or ends, and an element that must be closed for another's
/// sake is opened again after it: only its first piece has the id, the later ones the class <c>more</c>.
/// </remarks>
internal sealed class BlockMarkup
{
    private readonly DocumentContent _content;
    private readonly Texts _texts;
    private readonly MarkupWriter _html = new();
    private readonly ImmutableArray<Mark> _marks;
    private readonly ImmutableArray<EventRow> _events;
    private readonly int[] _lineStarts;
    private readonly TextSpan _extent;
    private readonly ILookup<int, int> _linksOf;
    private readonly IBlockMargin? _margin;
    private int _nextMark;
    private int _headingLevel = 1;
    private int _page;

    private BlockMarkup(DocumentContent content, ImmutableArray<BlockRow> blocks, Texts texts, IBlockMargin? margin)
    {
        _margin = margin;
        _content = content;
        _extent = blocks.IsEmpty ? default : TextSpan.Between(blocks[0].Span.Start, blocks.Max(static block => block.Span.End));
        _linksOf = Enumerable.Range(0, content.Notes.Length).ToLookup(link => content.Notes[link].Note);
        _texts = texts;
        _marks = Marks(content, margin);
        _events = [.. content.Events.OrderBy(static row => row.Trigger)];
        List<int> lines = [0];
        for (int i = content.Text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = content.Text.IndexOf('\n', i + 1))
        {
            lines.Add(i + 1);
        }

        _lineStarts = [.. lines];
    }

    public static string Write(DocumentContent content, ImmutableArray<BlockRow> blocks, Texts texts, IBlockMargin? margin = null)
    {
        BlockMarkup markup = new(content, blocks, texts, margin);
        for (int i = 0; i < blocks.Length;)
        {
            int end = i + 1;
            BlockRow first = blocks[i];
            switch (first.Kind)
            {
                case BlockKind.TableCell:
                    while (end < blocks.Length && blocks[end].Cell is { } cell && cell.Table == first.Cell?.Table)
                    {
                        end++;
                    }

                    markup.Table(blocks[i..end]);
                    break;
                case BlockKind.ListItem or BlockKind.Footnote:
                    while (end < blocks.Length && blocks[end].Kind == first.Kind)
                    {
                        end++;
                    }

                    markup.Group(blocks[i..end]);
                    break;
                default:
                    markup.Single(first);
                    break;
            }

            i = end;
        }

        return markup._html.ToString();
    }

    private void Single(BlockRow block)
    {
        (string tag, string kind) = block.Kind switch
        {
            BlockKind.Heading => (HeadingTag(block.Level), "b-heading level-" + Number(Math.Clamp(block.Level, 0, 6))),
            BlockKind.Caption => ("p", "b-caption"),
            BlockKind.Furniture => ("p", "b-furniture"),
            BlockKind.Quotation => ("blockquote", "b-quotation"),
            BlockKind.Verse => ("p", "b-verse"),
            BlockKind.Debris => ("p", "b-debris"),
            BlockKind.Comment => ("p", "b-comment"),
            _ => ("p", "b-paragraph"),
        };
        Row("div", [block], () => Element(tag, kind, block));
    }

    // Items of a list, or notes one after the other. The mark of an item (“-”, “a)”) is among its words: the list draws none.
    private void Group(ImmutableArray<BlockRow> blocks)
    {
        bool notes = blocks[0].Kind == BlockKind.Footnote;
        _html.Open("ul", ("class", notes ? "b-footnotes" : "b-list"), ("role", "list"), ("aria-label", notes ? _texts.Footnotes : null));
        foreach (BlockRow block in blocks)
        {
            string kind = notes ? "b-footnote" : "item level-" + Number(Math.Clamp(block.Level, 1, 6));
            Row("li", [block], () => Element("div", kind, block));
        }

        _html.Close("ul");
    }

    private void Table(ImmutableArray<BlockRow> cells) =>
        Row("div", cells, () =>
        {
            // It may be wider than the page: then it scrolls by itself, also by key.
            _html.Open("div", ("class", "b-table"), ("tabindex", "0"), ("role", "group"), ("aria-label", Excerpt.OneLine(Surface(cells[0]), 60)));
            _html.Open("table");
            foreach (IGrouping<int, BlockRow> row in cells.GroupBy(static cell => cell.Cell?.Row ?? 0))
            {
                _html.Open("tr");
                int column = 0;
                foreach (BlockRow cell in row)
                {
                    // Empty cells are no blocks; they keep their place.
                    for (; column < cell.Cell?.Column; column++)
                    {
                        _html.Open("td").Close("td");
                    }

                    bool header = cell.Cell is { IsHeader: true };
                    string tag = header ? "th" : "td";
                    bool figure = Surface(cell) is var surface && surface.Any(char.IsAsciiDigit) && !surface.Any(char.IsLetter);
                    _html.Open(tag, ("id", BlockId(cell)), ("scope", header ? cell.Cell is { Row: 0 } ? "col" : "row" : null), ("class", figure ? "number" : null));
                    Words(cell);
                    _html.Close(tag);
                    column++;
                }

                _html.Close("tr");
            }

            _html.Close("table").Close("div");
        });

    private void Element(string tag, string kind, BlockRow block)
    {
        string? title = block.Kind switch { BlockKind.Debris => _texts.Debris, BlockKind.Comment => _texts.Comment, _ => null };
        _html.Open(tag, ("class", kind), ("title", title));
        Words(block);
        WriteWaysBack(block);
        _html.Close(tag);
    }

    // From a note to the marks that stand for it.
    private void WriteWaysBack(BlockRow block)
    {
        foreach (int link in _linksOf[block.Ordinal])
        {
            int start = _content.Notes[link].Mark.Start;
            string page = _extent.Start <= start && start < _extent.End ? "" : Links.Part(_content.Row.Id, start);
            _html.Text(" ").Open("a", ("class", "note-back"), ("href", page + "#" + NoteAnchor(link)), ("aria-label", _texts.BackToMark), ("title", _texts.BackToMark))
                .Text("↩").Close("a");
        }
    }

    // A row of the page: place on the left, words, events on the right.
    private void Row(string tag, ImmutableArray<BlockRow> blocks, Action words)
    {
        BlockRow first = blocks[0];
        int page = _content.PageStarts.IsEmpty ? _content.Layout is null ? 0 : 1 : Rank(_content.PageStarts, first.Span.Start) + 1;
        bool newPage = page != _page && page > 0;
        _page = page;
        int line = Rank(_lineStarts, first.Span.Start);
        // A table's cells have ids of their own.
        string? id = first.Kind == BlockKind.TableCell ? null : BlockId(first);
        _html.Open(tag, ("class", first.Kind is BlockKind.Furniture or BlockKind.Debris ? "row furniture" : "row"), ("id", id));
        _html.Open("p", ("class", "place"));
        if (newPage)
        {
            _html.Open("span", ("class", "place-page")).Text(_texts.Page(page)).Close("span").Text(" ");
        }

        // Where the page can be shown, the place leads to it.
        bool shown = page > 0 && _content.Layout is not null;
        if (shown)
        {
            TextSpan covered = TextSpan.Between(first.Span.Start, Math.Max(first.Span.End, blocks[^1].Span.End));
            _html.Open("a", ("href", Links.OnPage(_content.Row.Id, page, covered)), ("title", _texts.OnThePage));
        }

        _html.Open("span", ("class", "hidden")).Text(_texts.Line(line)).Close("span")
            .Open("span", ("aria-hidden", "true"), ("title", shown ? null : _texts.Line(line))).Text(Number(line)).Close("span");
        if (shown)
        {
            _html.Close("a");
        }

        _html.Close("p");
        _html.Open("div", ("class", "words"), ("lang", "vi"));
        words();
        _html.Close("div");
        Notes(TextSpan.Between(first.Span.Start, Math.Max(first.Span.End, blocks[^1].Span.End)));
        _margin?.WriteBeside(_html, blocks);
        _html.Close(tag);
    }

    private void Notes(TextSpan span)
    {
        int from = LowerBound(span.Start);
        int to = LowerBound(span.End);
        if (from == to)
        {
            return;
        }

        _html.Open("ul", ("class", "notes"), ("role", "list"), ("aria-label", _texts.EventsHere));
        foreach (EventRow row in _events.AsSpan()[from..to])
        {
            string date = _texts.Date(row);
            _html.Open("li", ("class", "note t-" + TimelineFilter.Code(row.Type)), ("data-note", Number(row.Ordinal)))
                .Open("a", ("class", "note-event"), ("href", Links.Event(row)))
                .Open("span", ("class", "note-date")).Text(date).Close("span").Text(" ")
                .Open("span", ("class", "note-type")).Text(_texts.EventTypeName(row.Type)).Close("span")
                .Close("a");
            if (row.Date.Length > 0)
            {
                _html.Text(" ").Open("a", ("class", "note-timeline"), ("href", Links.EventOnTimeline(row)), ("title", _texts.SeeOnTimeline), ("aria-label", $"{_texts.SeeOnTimeline}: {date}"))
                    .Open("svg", ("width", "16"), ("height", "16"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true"))
                    .Open("path", ("d", "M1 8h14M4 5v6M8 3v10M12 5v6")).Close("path").Close("svg").Close("a");
            }

            _html.Close("li");
        }

        _html.Close("ul");
    }

    private void Words(BlockRow block)
    {
        for (int i = 0; i < block.Parts.Length; i++)
        {
            if (i > 0)
            {
                _html.Text(" ");
            }

            Stretch(block.Parts[i]);
        }
    }

    // Words as they look: marks of emphasis (“**93 năm**”) are not printed, a note's reference (“[^2]”, “<sup>2</sup>”) is set as one.
    private void Plain(TextSpan span)
    {
        string text = _content.Text;
        int written = span.Start;
        for (int i = span.Start; i < span.End; i++)
        {
            int marks = Emphasis.At(text, i, span.End);
            if (marks > 0)
            {
                _html.Text(text[written..i]);
                written = i + marks;
                i = written - 1;
            }
            else if (text[i] == '[' && i + 2 < span.End && text[i + 1] == '^' && text.IndexOf(']', i, Math.Min(span.End - i, 12)) is var close and > 0)
            {
                _html.Text(text[written..i]).Open("sup").Text(text[(i + 2)..close]).Close("sup");
                written = close + 1;
                i = close;
            }
            else if (text[i] == '<' && Raised(text.AsSpan(i, Math.Min(span.End - i, 40))) is > 0 and int length)
            {
                _html.Text(text[written..i]).Open("sup").Text(text.Substring(i + 5, length - 11)).Close("sup");
                written = i + length;
                i = written - 1;
            }
        }

        _html.Text(text[written..span.End]);
    }

    // How long “<sup>1</sup>” is, with which a converter wrote a raised number; 0 when it is not there.
    private static int Raised(ReadOnlySpan<char> text)
    {
        int close = text.StartsWith("<sup>", StringComparison.OrdinalIgnoreCase) ? text.IndexOf("</sup>", StringComparison.OrdinalIgnoreCase) : -1;
        return close > 5 && text[5..close].IndexOf('<') < 0 ? close + 6 : 0;
    }

    private void Stretch(TextSpan part)
    {
        // Blocks come in reading order: what ends before this one is not looked at again.
        while (_nextMark < _marks.Length && _marks[_nextMark].FarthestEnd <= part.Start)
        {
            _nextMark++;
        }

        List<Mark> marks = [];
        for (int i = _nextMark; i < _marks.Length && _marks[i].Span.Start < part.End; i++)
        {
            if (_marks[i].Span.Overlaps(part))
            {
                marks.Add(_marks[i]);
            }
        }

        List<int> open = [];
        HashSet<int> begun = [];
        int written = part.Start;
        foreach (MarkedRun run in MarkedText.Cut(part, [.. marks.Select(static mark => mark.Span)]))
        {
            int same = 0;
            while (same < open.Count && same < run.Marks.Length && open[same] == run.Marks[same])
            {
                same++;
            }

            Close(same);
            foreach (int mark in run.Marks.AsSpan()[same..])
            {
                bool inMention = open.Exists(outer => marks[outer].Mention is { } mention && TellsOfDamage(mention));
                OpenMark(marks[mark], isFirst: begun.Add(mark) && marks[mark].Span.Start >= part.Start, inMention);
                open.Add(mark);
            }

            Plain(run.Span);
            written = run.Span.End;
        }

        Close(0);

        void Close(int down)
        {
            for (int i = open.Count - 1; i >= down; i--)
            {
                Mark mark = marks[open[i]];
                if (mark.Damage is { } damage && written >= mark.Span.End)
                {
                    // Said once, after the word's last piece.
                    _html.Open("span", ("class", "hidden"), ("lang", _texts.Code)).Text(_texts.ReadingNote(damage.Reading)).Close("span");
                }

                if (mark.Margin >= 0)
                {
                    _margin!.Close(_html, mark.Margin, inLink: open[..i].Exists(outer => marks[outer].Note >= 0));
                }
                else
                {
                    _html.Close(mark.Tag);
                }
            }

            open.RemoveRange(down, open.Count - down);
        }
    }

    private void OpenMark(Mark mark, bool isFirst, bool inMention)
    {
        if (mark.Margin >= 0)
        {
            _margin!.Open(_html, mark.Margin);
        }
        else if (mark.Damage is { } damage)
        {
            // Two hints would cover each other: within a mention, its own tells of the damage, too.
            _html.Open(mark.Tag, ("class", "damage"), ("title", inMention ? null : Title(damage)));
        }
        else if (mark.Mention is { } mention)
        {
            _html.Open(mark.Tag, ("class", $"m m-{mention.Kind.Name().ToLowerInvariant()}{(isFirst ? "" : " more")}"), ("title", Title(mention)));
        }
        else if (mark.Note >= 0)
        {
            NoteLink link = _content.Notes[mark.Note];
            BlockRow note = _content.Blocks[link.Note];
            string surface = _content.Text.Substring(link.Mark.Start, link.Mark.Length);
            _html.Open(
                mark.Tag,
                ("class", "note-mark"),
                ("id", isFirst ? NoteAnchor(mark.Note) : null),
                ("href", _extent.Start <= note.Span.Start && note.Span.Start < _extent.End ? "#" + BlockId(note) : Links.Block(_content.Row.Id, link.Note, note.Span.Start)),
                ("aria-label", _texts.Note(note.Label.Length > 0 ? note.Label : surface)));
        }
        else if (mark.Sentence.IsEmpty)
        {
            _html.Open(mark.Tag, ("class", "trigger"));
        }
        else
        {
            _html.Open(
                mark.Tag,
                ("class", isFirst ? "s" : "s more"),
                ("id", isFirst ? EventAnchor(mark.Sentence[0]) : null),
                ("data-events", string.Join(' ', mark.Sentence.Select(static row => Number(row.Ordinal)))));
            if (isFirst)
            {
                // A sentence may tell several events; each has an anchor.
                foreach (EventRow row in mark.Sentence.AsSpan()[1..])
                {
                    _html.Open("span", ("id", EventAnchor(row))).Close("span");
                }
            }
        }
    }

    private string Title(Damage damage) => _texts.Damage(damage.Reading, (int)Math.Round(100 * damage.Confidence));

    private string Title(MentionRow mention)
    {
        string title = MentionTitle.Of(mention, _texts);
        for (int i = FirstDamage(mention.Span.Start); TellsOfDamage(mention) && i < _content.Damages.Length && _content.Damages[i].Span.Start < mention.Span.End; i++)
        {
            title += " · " + Title(_content.Damages[i]);
        }

        return title;
    }

    // A quote can be pages long: its damaged words keep their own hints.
    private static bool TellsOfDamage(MentionRow mention) => mention.Kind != MentionKind.Quote;

    // The first damage that ends after the offset; they do not overlap.
    private int FirstDamage(int offset)
    {
        (int low, int high) = (0, _content.Damages.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _content.Damages[middle].Span.End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static string EventAnchor(EventRow row) => "e" + Number(row.Ordinal);

    private static string NoteAnchor(int note) => "n" + Number(note);

    private static string BlockId(BlockRow block) => "b" + Number(block.Ordinal);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The page has an h1 of its own; a document that jumps from 1 to 4 gets no hole in the outline.
    private string HeadingTag(int level)
    {
        _headingLevel = Math.Clamp(Math.Max(level, 1) + 1, 2, Math.Min(_headingLevel + 1, 6));
        return "h" + Number(_headingLevel);
    }

    private string Surface(BlockRow block) => _content.Text[block.Span.Start..block.Span.End];

    // How many of the starts are at or before the offset.
    private static int Rank(IReadOnlyList<int> starts, int offset)
    {
        (int low, int high) = (0, starts.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = starts[middle] <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int LowerBound(int offset)
    {
        (int low, int high) = (0, _events.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _events[middle].Trigger.Start < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static ImmutableArray<Mark> Marks(DocumentContent content, IBlockMargin? margin)
    {
        // Sentences before mentions before triggers of the same extent: the sort is stable.
        IEnumerable<Mark> all = content.Events.GroupBy(static row => row.Sentence).Select(static group => new Mark(group.Key, [.. group], null, 0))
            .Concat(content.Mentions.Select(static mention => new Mark(mention.Span, [], mention, 0)))
            .Concat(content.Events.Select(static row => row.Trigger).Distinct().Select(static span => new Mark(span, [], null, 0)))
            .Concat(content.Notes.Select(static (link, index) => new Mark(link.Mark, [], null, 0) { Note = index }))
            .Concat(content.Damages.Select(static damage => new Mark(damage.Span, [], null, 0) { Damage = damage }))
            .Concat((margin?.Marks ?? []).Select(static (span, index) => new Mark(span, [], null, 0) { Margin = index }));
        ImmutableArray<Mark>.Builder sorted = ImmutableArray.CreateBuilder<Mark>();
        int farthest = 0;
        foreach (Mark mark in all.OrderBy(static mark => mark.Span))
        {
            farthest = Math.Max(farthest, mark.Span.End);
            sorted.Add(mark with { FarthestEnd = farthest });
        }

        return sorted.ToImmutable();
    }

    // A sentence with its events, a mention, a note's mark, damage, or (none of them) a trigger. FarthestEnd: of this and all marks before it.
    private readonly record struct Mark(TextSpan Span, ImmutableArray<EventRow> Sentence, MentionRow? Mention, int FarthestEnd)
    {
        // Which of the document's note links; -1: none.
        public int Note { get; init; } = -1;

        public Damage? Damage { get; init; }

        // Which of the margin's marks; -1: none.
        public int Margin { get; init; } = -1;

        public string Tag => Damage is not null ? "span" : Mention is not null ? "mark" : Note >= 0 ? "a" : Sentence.IsEmpty ? "b" : "span";
    }
}
