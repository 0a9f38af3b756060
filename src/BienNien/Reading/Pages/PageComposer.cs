using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Pages;

/// <summary>Writes the text of a document from the words of its pages: a line a line, a row of a table a line with tabs between its cells.</summary>
internal sealed class PageComposer
{
    // Words nearer to each other than this share of their height have no space between them: the font changed, nothing else.
    private const float NoSpace = 0.08f;

    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<PlacedWord>.Builder _words = ImmutableArray.CreateBuilder<PlacedWord>();
    private readonly List<int> _pageStarts = [];
    private readonly List<PageSize> _sizes = [];
    private readonly List<(int Page, int Number, TextSpan Span)> _marks = [];
    private readonly List<(int Page, int Number, int Start)> _notes = [];
    private PageText? _page;

    /// <summary>The blocks so far, in reading order.</summary>
    public List<Block> Blocks { get; } = [];

    /// <summary>How many tables there are so far.</summary>
    public int Tables { get; set; }

    /// <summary>What follows stands on the next page.</summary>
    public void NextPage(PageText page)
    {
        _page = page;
        _sizes.Add(page.Size);
    }

    /// <summary>Writes lines, each on a line of its own.</summary>
    public TextSpan PutLines(IEnumerable<PageSegment> segments) => Put(segments, '\n', '\n');

    /// <summary>Writes a cell on one line.</summary>
    /// <param name="segments">Its lines.</param>
    /// <param name="tabs">How many columns it stands from the cell before it; 0 when it begins a row.</param>
    public TextSpan PutCell(IEnumerable<PageSegment> segments, int tabs)
    {
        if (tabs == 0)
        {
            return Put(segments, '\n', ' ');
        }

        _text.Append('\t', tabs - 1);
        return Put(segments, '\t', ' ');
    }

    /// <summary>Adds a block; a paragraph that goes on from the page or column before is joined to it.</summary>
    public void Add(BlockKind kind, TextSpan span, int level = 0, TableCell? cell = null)
    {
        if (kind == BlockKind.Paragraph && Blocks.Count > 0 && Blocks[^1] is { Kind: BlockKind.Paragraph or BlockKind.ListItem } open
            && char.IsLower(Layout.FirstLetter(Characters(span), new TextSpan(0, span.Length))) && !EndsSentence(open.Parts[^1]))
        {
            Blocks[^1] = open with { Parts = [.. open.Parts[..^1], TextSpan.Between(open.Parts[^1].Start, span.End)] };
            return;
        }

        Blocks.Add(new Block(kind, span, level, cell));
    }

    /// <summary>Adds a note at the foot of the page.</summary>
    public void AddNote(TextSpan span, string label)
    {
        Blocks.Add(new Block(BlockKind.Footnote, span) { Label = label });
        if (NumberOf(label) is > 0 and int number)
        {
            _notes.Add((_sizes.Count, number, span.Start));
        }
    }

    /// <summary>Whether the text so far ends, at a span, as sentences do.</summary>
    public bool EndsSentence(TextSpan span) => Layout.EndsSentence(Characters(span), new TextSpan(0, span.Length));

    /// <summary>The document.</summary>
    public ReadResult Finish(string name)
    {
        if (_text.Length == 0)
        {
            return new ReadResult.Unreadable(ProblemCode.Empty, 0, "no text");
        }

        string text = _text.ToString();
        ImmutableArray<Block> blocks = BlockSequence.Settle(text, Blocks);
        return new ReadResult.Read(new Document(name, text, blocks, OffsetMap.Identity, [.. _pageStarts])
        {
            Layout = new PageLayout([.. _sizes], _words.ToImmutable()),
            Notes = Notes(blocks),
        });
    }

    private string Characters(TextSpan span) => _text.ToString(span.Start, span.Length);

    private TextSpan Put(IEnumerable<PageSegment> segments, char before, char between)
    {
        int start = -1;
        foreach (PageSegment segment in segments)
        {
            if (_text.Length > 0)
            {
                _text.Append(start < 0 ? before : between);
            }

            // The text of a page begins with its first character; pages without any begin where the next one does.
            while (_pageStarts.Count < _sizes.Count - 1)
            {
                _pageStarts.Add(_text.Length);
            }

            start = start < 0 ? _text.Length : start;
            Put(segment);
        }

        return TextSpan.Between(start, _text.Length);
    }

    private void Put(PageSegment segment)
    {
        PageText page = _page!;
        for (int i = segment.First; i < segment.End; i++)
        {
            PageWord word = page.Words[i];
            bool joined = false;
            if (i > segment.First)
            {
                PageRectangle last = page.Words[i - 1].Box;
                joined = word.Confidence is null && word.Box.Left - last.Right < NoSpace * segment.Height;
                if (!joined)
                {
                    _text.Append(' ');
                }
            }

            int start = _text.Length;
            ReadOnlySpan<char> characters = page.Of(word);
            bool raised = IsRaised(word, segment, characters) && (joined || i == segment.First);
            foreach (char c in characters)
            {
                _text.Append(raised ? Superscripts.Raise(c) : c);
            }

            TextSpan span = TextSpan.Between(start, _text.Length);
            if (raised && i > segment.First)
            {
                _marks.Add((_sizes.Count, int.Parse(characters, CultureInfo.InvariantCulture), span));
            }

            if (joined && char.GetUnicodeCategory(_text[start]) is UnicodeCategory.NonSpacingMark)
            {
                // A mark printed by itself over the letter before it.
                Compose(span);
                continue;
            }

            _words.Add(new PlacedWord(span, _sizes.Count, word.Box, word.Confidence));
        }
    }

    // The number of a note: smaller figures, standing higher than the words beside them.
    private static bool IsRaised(PageWord word, PageSegment segment, ReadOnlySpan<char> characters) =>
        word.Confidence is null && characters.Length <= 3 && characters.IndexOfAnyExceptInRange('0', '9') < 0
        && word.Box.Bottom - word.Box.Top < 0.88f * segment.Height && word.Box.Bottom < segment.Box.Bottom - (0.12f * segment.Height);

    private void Compose(TextSpan mark)
    {
        PlacedWord before = _words[^1];
        string composed = _text.ToString(before.Span.Start, mark.End - before.Span.Start).Normalize();
        _text.Length = before.Span.Start;
        _text.Append(composed);
        _words[^1] = before with { Span = TextSpan.Between(before.Span.Start, _text.Length) };
    }

    private ImmutableArray<NoteLink> Notes(ImmutableArray<Block> blocks)
    {
        if (_notes.Count == 0)
        {
            return [];
        }

        Dictionary<int, int> blockAt = [];
        for (int i = 0; i < blocks.Length; i++)
        {
            blockAt[blocks[i].Span.Start] = i;
        }

        ImmutableArray<NoteLink>.Builder links = ImmutableArray.CreateBuilder<NoteLink>();
        foreach ((int page, int number, TextSpan span) in _marks)
        {
            int note = _notes.FindIndex(note => note.Page == page && note.Number == number);
            if (note >= 0 && blockAt.TryGetValue(_notes[note].Start, out int block))
            {
                links.Add(new NoteLink(span, block));
            }
        }

        return links.ToImmutable();
    }

    private static int NumberOf(string label)
    {
        int number = 0;
        foreach (char c in label)
        {
            int digit = char.IsAsciiDigit(c) ? c - '0' : (int)CharUnicodeInfo.GetNumericValue(c);
            number = digit is >= 0 and <= 9 && number < 1000 ? (10 * number) + digit : number;
        }

        return number;
    }
}
