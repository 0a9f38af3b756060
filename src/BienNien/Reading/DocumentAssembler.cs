using System.Collections.Immutable;
using System.Text;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Puts a document together from blocks, for formats whose text is not the file's text: a block a line, the cells of a row with tabs between.</summary>
internal sealed class DocumentAssembler
{
    private readonly StringBuilder _text = new();
    private readonly OffsetMap.Builder _map = new();
    private readonly List<Block> _blocks = [];
    private readonly List<int> _pageStarts = [];
    private readonly HashSet<int> _figures = [];
    private int _rawLength;
    private int _lastSource;
    private int _tabs;
    private bool _line;
    private bool _page;
    private int _pageNumber;
    private bool _heaped;

    /// <summary>In which encoding the file was read; null when the format settles it.</summary>
    public SourceEncoding? Encoding { get; init; }

    /// <summary>The blocks so far, in reading order.</summary>
    public IReadOnlyList<Block> Blocks => _blocks;

    /// <summary>What follows begins a new line.</summary>
    public void NextLine()
    {
        _line = true;
        _tabs = 0;
    }

    /// <summary>What follows begins a new cell of the row.</summary>
    public void NextCell() => _tabs++;

    /// <summary>What follows begins a new page.</summary>
    public void NextPage() => _page = true;

    /// <summary>What follows stands on the page of this number; pages before it may have no text.</summary>
    public void BeginPage(int number) => _pageNumber = number;

    /// <summary>Appends text, composed and without white space around it, as a block of its own.</summary>
    public void Add(FlowText flow, BlockKind kind, int level = 0, TableCell? cell = null, string label = "")
    {
        if (Append(flow) is { } span)
        {
            _blocks.Add(new Block(kind, span, level, cell) { Label = label });
        }
    }

    /// <summary>Appends text that belongs to a block added later.</summary>
    /// <returns>Where it stands; null when there was nothing but white space.</returns>
    public TextSpan? Append(FlowText flow)
    {
        if (flow.IsBlank)
        {
            return null;
        }

        string raw = flow.ToString();
        int first = 0;
        int end = raw.Length;
        while (char.IsWhiteSpace(raw[first]))
        {
            first++;
        }

        while (char.IsWhiteSpace(raw[end - 1]))
        {
            end--;
        }

        Separate();
        int start = _text.Length;
        _heaped |= TextDecoding.HeapOfMarks(raw) >= 0;
        (string text, OffsetMap toRaw) = _heaped ? ("", OffsetMap.Identity) : TextDecoding.Compose(raw[first..end]);
        _text.Append(text);
        if (IsFigure(text))
        {
            _figures.Add(start);
        }

        if (flow.Runs.Count == 0)
        {
            Align(start, _rawLength);
        }
        else if (ReferenceEquals(toRaw, OffsetMap.Identity))
        {
            AlignRuns(flow.Runs, start, first, end);
        }
        else
        {
            AlignEach(flow.Runs, start, first, text.Length, toRaw);
        }

        _rawLength += end - first;
        return new TextSpan(start, text.Length);
    }

    /// <summary>Adds a block of text appended before.</summary>
    public void Add(Block block) => _blocks.Add(block);

    /// <summary>Changes blocks that were added: what a table is shows only at its end.</summary>
    public void Rewrite(int first, Func<Block, Block> change)
    {
        for (int i = first; i < _blocks.Count; i++)
        {
            _blocks[i] = change(_blocks[i]);
        }
    }

    /// <summary>Whether a block opens with a figure; a year alone names a column as words do.</summary>
    public bool StartsWithFigure(Block block) => _figures.Contains(block.Parts[0].Start);

    /// <summary>The document of all that was added.</summary>
    /// <param name="name">The file's name as the user gave it.</param>
    public ReadResult Finish(string name)
    {
        if (_heaped)
        {
            return new ReadResult.Unreadable(ProblemCode.NotText, 0, "combining marks without end");
        }

        if (_text.Length == 0)
        {
            return new ReadResult.Unreadable(ProblemCode.Empty, 0, "no text");
        }

        string text = _text.ToString();
        ImmutableArray<Block> blocks = BlockSequence.Settle(text, _blocks);
        return new ReadResult.Read(new Document(name, text, blocks, _map.Build(), [.. _pageStarts]) { Encoding = Encoding, Notes = NoteLinks.Of(text, blocks) });
    }

    private static bool IsFigure(string text)
    {
        int digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length : digits;
        return digits > 0 && !(digits == 4 && text.Length == 4 && text[0] is '1' or '2');
    }

    private void Separate()
    {
        if (_text.Length > 0)
        {
            if (_line)
            {
                _text.Append('\n');
                _rawLength++;
            }

            _text.Append('\t', _tabs);
            _rawLength += _tabs;
        }

        _line = false;
        _tabs = 0;
        if (_page && _text.Length > 0 && (_pageStarts.Count == 0 || _pageStarts[^1] < _text.Length))
        {
            _pageStarts.Add(_text.Length);
        }

        _page = false;
        while (_pageStarts.Count < _pageNumber - 1)
        {
            _pageStarts.Add(_text.Length);
        }
    }

    private void AlignRuns(IReadOnlyList<(int At, int Source)> runs, int start, int first, int end)
    {
        for (int i = 0; i < runs.Count; i++)
        {
            (int at, int source) = runs[i];
            int until = i + 1 < runs.Count ? runs[i + 1].At : end;
            if (until > first && at < end)
            {
                int skipped = Math.Max(0, first - at);
                Align(start + at + skipped - first, source + skipped);
            }
        }
    }

    private void AlignEach(IReadOnlyList<(int At, int Source)> runs, int start, int first, int length, OffsetMap toRaw)
    {
        int run = 0;
        for (int i = 0; i < length; i++)
        {
            int raw = first + toRaw.ToSource(i);
            while (run + 1 < runs.Count && runs[run + 1].At <= raw)
            {
                run++;
            }

            Align(start + i, runs[run].Source + Math.Max(0, raw - runs[run].At));
        }
    }

    private void Align(int derived, int source)
    {
        // Text of a later place may stand earlier in a broken file; the map only ascends.
        if (source >= _lastSource)
        {
            _map.Align(derived, source);
            _lastSource = source;
        }
    }
}
