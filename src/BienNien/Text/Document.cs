using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>What Reading makes of one file: the text, made once and never edited, and where each part of it stands.</summary>
/// <remarks>Immutable and safe to share. Every span of every later stage speaks of <see cref="Text"/>.</remarks>
public sealed class Document
{
    private readonly ImmutableArray<int> _lineStarts;
    private readonly ImmutableArray<int> _pageStarts;
    private readonly Lazy<(ImmutableArray<Block> Blocks, ImmutableArray<NoteLink> Notes)> _found;
    private readonly Lazy<ImmutableArray<Damage>> _damages = new([]);
    private readonly ImmutableArray<NoteLink> _notes;

    /// <summary>Puts a document together.</summary>
    /// <param name="name">The file's name as the user gave it; shown in results, never opened.</param>
    /// <param name="text">The document's text. It must be NFC.</param>
    /// <param name="blocks">In reading order, not overlapping, inside the text.</param>
    /// <param name="sourceMap">From the text to the decoded characters of the file.</param>
    /// <param name="pageStarts">Offsets at which pages 2, 3, … begin; empty for a file without pages.</param>
    /// <exception cref="ArgumentException">The text is not NFC, or a block lies outside it.</exception>
    public Document(string name, string text, ImmutableArray<Block> blocks, OffsetMap sourceMap, ImmutableArray<int> pageStarts = default)
        : this(name, text, new Lazy<(ImmutableArray<Block>, ImmutableArray<NoteLink>)>((Within(text, blocks), [])), sourceMap, pageStarts)
    {
    }

    /// <summary>Puts a document together whose blocks are worked out when they are first asked for: whoever wants a large text alone does not pay for them.</summary>
    /// <param name="name">The file's name as the user gave it; shown in results, never opened.</param>
    /// <param name="text">The document's text. It must be NFC.</param>
    /// <param name="find">Gives the blocks and the links of notes of the text; asked once at most, from any thread.</param>
    /// <param name="sourceMap">From the text to the decoded characters of the file.</param>
    /// <param name="pageStarts">Offsets at which pages 2, 3, … begin; empty for a file without pages.</param>
    /// <exception cref="ArgumentException">The text is not NFC.</exception>
    public Document(
        string name, string text, Func<string, (ImmutableArray<Block> Blocks, ImmutableArray<NoteLink> Notes)> find, OffsetMap sourceMap,
        ImmutableArray<int> pageStarts = default)
        : this(name, text, new Lazy<(ImmutableArray<Block>, ImmutableArray<NoteLink>)>(() => find(text)), sourceMap, pageStarts)
    {
    }

    private Document(
        string name, string text, Lazy<(ImmutableArray<Block> Blocks, ImmutableArray<NoteLink> Notes)> found, OffsetMap sourceMap, ImmutableArray<int> pageStarts)
    {
        if (!text.IsNormalized())
        {
            throw new ArgumentException("The text of a document must be in Normalization Form C.", nameof(text));
        }

        Name = name;
        Text = text;
        SourceMap = sourceMap;
        _found = found;
        _pageStarts = pageStarts.IsDefault ? [] : pageStarts;
        _lineStarts = FindLineStarts(text);
    }

    private Document(Document other, Func<Document, ImmutableArray<Damage>> find)
    {
        (Name, Text, SourceMap) = (other.Name, other.Text, other.SourceMap);
        (_lineStarts, _pageStarts) = (other._lineStarts, other._pageStarts);
        (_found, _notes, Layout, Encoding) = (other._found, other._notes, other.Layout, other.Encoding);
        _damages = new Lazy<ImmutableArray<Damage>>(() => find(this));
    }

    /// <summary>The file's name as the user gave it.</summary>
    public string Name { get; }

    /// <summary>The whole text, NFC. For a plain-text file it is the file's text, nothing added or taken.</summary>
    public string Text { get; }

    /// <summary>Headings, paragraphs, list items, table cells …, in reading order; never null.</summary>
    public ImmutableArray<Block> Blocks => _found.Value.Blocks;

    /// <summary>Leads an offset of <see cref="Text"/> back to the decoded characters of the file.</summary>
    public OffsetMap SourceMap { get; }

    /// <summary>The marks of notes with the notes they stand for, by the marks' places; those whose note was not found are left out.</summary>
    public ImmutableArray<NoteLink> Notes
    {
        get => _notes.IsDefault ? _found.Value.Notes : _notes;
        init => _notes = value;
    }

    /// <summary>Words that a scan has probably damaged, by their places, not overlapping. Looked for when they are first asked for.</summary>
    public ImmutableArray<Damage> Damages => _damages.Value;

    /// <summary>Where the words stand on the pages; null for files that have no fixed pages.</summary>
    public PageLayout? Layout { get; init; }

    /// <summary>In which encoding the file was read; null for formats that settle it themselves.</summary>
    public SourceEncoding? Encoding { get; init; }

    /// <summary>The same document with a way to find its damage.</summary>
    /// <param name="find">Gives the damage by its places, not overlapping; asked once at most, from any thread.</param>
    public Document WithDamages(Func<Document, ImmutableArray<Damage>> find) => new(this, find);

    /// <summary>How many lines the text has; at least 1.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>How many pages the file has; 0 when it has none.</summary>
    public int PageCount => Layout?.Pages.Length ?? (_pageStarts.Length == 0 ? 0 : _pageStarts.Length + 1);

    /// <summary>The line on which an offset lies, counted from 1; lines end at U+000A.</summary>
    public int LineOf(int offset) => Rank(_lineStarts, offset);

    /// <summary>The page on which an offset lies, counted from 1; null for a file without pages.</summary>
    public int? PageOf(int offset) => _pageStarts.Length > 0 ? Rank(_pageStarts, offset) + 1 : Layout is null ? null : 1;

    /// <summary>The column of an offset in its line, counted from 1, in UTF-16 code units.</summary>
    public int ColumnOf(int offset) => offset - _lineStarts[LineOf(offset) - 1] + 1;

    /// <summary>The exact characters at a span.</summary>
    public string Surface(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The words at a span with one space between them, whatever white space stands there in the text.</summary>
    public string WordsAt(TextSpan span) => string.Join(' ', Surface(span).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // How many starts lie at or before the offset; pages without text begin where the next one does.
    private static ImmutableArray<Block> Within(string text, ImmutableArray<Block> blocks)
    {
        foreach (Block block in blocks)
        {
            if (block.Span.Start < 0 || block.Span.End > text.Length)
            {
                throw new ArgumentException($"The block {block.Span} lies outside the text.", nameof(blocks));
            }
        }

        return blocks;
    }

    private static int Rank(ImmutableArray<int> starts, int offset)
    {
        int low = 0;
        int high = starts.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = starts[middle] <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static ImmutableArray<int> FindLineStarts(string text)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        starts.Add(0);
        for (int i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return starts.ToImmutable();
    }
}
