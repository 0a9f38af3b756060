using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>Finds the blocks of a text file by its lines.</summary>
/// <remarks>First what each line is (furniture, notes, items), then the stretches that only many lines show (flattened tables, verse), then the paragraphs between.</remarks>
internal sealed class LineBlocks
{
    // A longer text is read in stretches: what lines show of each other reaches no farther, and all lines at once would take more room than the text.
    private const int LongestStretch = 8 * 1024 * 1024;

    private readonly string _text;
    private readonly List<Line> _lines;
    private readonly Layout _layout;
    private readonly List<Block> _blocks = [];

    // Until where lines are short enough for verse, and how often verse was looked for there: an endless list of short lines must not be read over and over.
    private int _shortUntil;
    private int _tries;

    private LineBlocks(string text, List<Line> lines)
    {
        _text = text;
        _lines = lines;
        _layout = Layout.Measure(text, _lines);
    }

    /// <summary>The blocks of a text, in reading order; every line that is not blank is in one.</summary>
    public static ImmutableArray<Block> Find(string text)
    {
        ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();
        int tables = 0;
        for (int start = 0; start < text.Length;)
        {
            TextSpan stretch = TextSpan.Between(start, EndOfStretch(text, start));
            List<TextSpan> debris = DebrisMarks.Find(text, stretch);
            LineBlocks reader = new(text, Line.Split(text, debris, stretch));
            tables = reader.Read(tables);
            blocks.AddRange(BlockSequence.Settle(text, reader._blocks, debris, goesOn: start > 0));
            start = stretch.End;
        }

        return blocks.DrainToImmutable();
    }

    // Between two paragraphs, or at least between two lines.
    private static int EndOfStretch(string text, int start)
    {
        if (text.Length - start <= LongestStretch)
        {
            return text.Length;
        }

        ReadOnlySpan<char> stretch = text.AsSpan(start, LongestStretch);
        int gap = Math.Max(stretch.LastIndexOf("\n\n") + 2, stretch.LastIndexOf("\n\r\n") + 3);
        if (gap > 3)
        {
            return start + gap;
        }

        int end = text.IndexOf('\n', start + LongestStretch - 1);
        return end < 0 ? text.Length : end + 1;
    }

    // How many tables there are, with those before.
    private int Read(int table)
    {
        LineFurniture.Mark(_text, _lines, _layout);
        NoteLines.Mark(_text, _lines);
        Numbering.TakeBack(_text, _lines, _layout);
        Dictionary<int, FlatTable> tables = FlattenedTables.Find(_text, _lines, _layout);
        for (int i = 0; i < _lines.Count;)
        {
            if (tables.TryGetValue(i, out FlatTable? flat))
            {
                flat.AddTo(_blocks, table++);
                i = flat.EndLine;
                continue;
            }

            switch (_lines[i].Role)
            {
                case LineRole.Furniture:
                    _blocks.Add(new Block(BlockKind.Furniture, _lines[i].Span));
                    i++;
                    break;
                case LineRole.TableRow:
                    i = BarTables.Read(_text, _lines, i, table++, _blocks);
                    break;
                default:
                    int verse = VerseFrom(i);
                    if (verse > i)
                    {
                        _blocks.Add(new Block(BlockKind.Verse, TextSpan.Between(_lines[i].Start, _lines[verse - 1].End)));
                        i = verse;
                    }
                    else
                    {
                        i = ReadText(i, tables);
                    }

                    break;
            }
        }

        return table;
    }

    // Lines up to what cuts them: whether a paragraph goes on after a page's end is settled for all formats alike.
    private int ReadText(int first, Dictionary<int, FlatTable> tables)
    {
        int last = first;
        while (last + 1 < _lines.Count && !tables.ContainsKey(last + 1) && !_lines[last + 1].NewPage
            && _layout.Joins(_text, _lines[last], _lines[last + 1], last == first) && !EndsTitle(first, last) && (last > first || VerseFrom(last + 1) == last + 1))
        {
            last++;
        }

        (BlockKind kind, int level) = LineRoles.Classify(_text.AsSpan(_lines[first].Start, _lines[first].Length), _lines[first].Role, last == first);
        // A heading in capitals over several lines is one by all of them.
        if (kind == BlockKind.Heading && last > first && !LineRoles.IsAllUpper(_text.AsSpan(_lines[last].Start, _lines[last].Length)))
        {
            (kind, level) = _lines[first].Role == LineRole.Text ? (BlockKind.Paragraph, 0) : (BlockKind.ListItem, 1);
        }

        _blocks.Add(new Block(kind, TextSpan.Between(_lines[first].Start, _lines[last].End), level));
        return last + 1;
    }

    // A numbered title over a few lines has no full stop; what follows it opens a sentence.
    private bool EndsTitle(int first, int last)
    {
        const int MostLines = 4;
        if (_lines[first].Role is not (LineRole.RomanNumbered or LineRole.Numbered or LineRole.Lettered or LineRole.Division or LineRole.Article)
            || last - first >= MostLines || !Layout.OpensSentence(_text, _lines[last + 1]))
        {
            return false;
        }

        for (int i = first; i <= last; i++)
        {
            if (Layout.EndsSentence(_text, _lines[i].Span))
            {
                return false;
            }
        }

        return _text[_lines[last].End - 1] is not (',' or '-' or '–');
    }

    // The first line after the verse that begins here; the line itself when none does.
    private int VerseFrom(int first)
    {
        const int MostLines = 200;
        const int MostTries = 8;
        if (first < _shortUntil && ++_tries > MostTries)
        {
            return first;
        }

        int end = first;
        List<TextSpan> lines = [];
        while (end < _lines.Count && end - first < MostLines && _lines[end].Role == LineRole.Text
            && (end == first || (_lines[end].BlanksBefore <= _layout.BlanksInside && !_lines[end].NewPage))
            && (_layout.Width == 0 || _lines[end].Length < _layout.Width * 0.75)
            && Verse.MayBeLine(_text.AsSpan(_lines[end].Start, _lines[end].Length)))
        {
            lines.Add(_lines[end].Span);
            end++;
        }

        if (lines.Count < 2)
        {
            return first;
        }

        (_shortUntil, _tries) = first < _shortUntil ? (_shortUntil, _tries) : (end, 0);

        // The end of a paragraph is short, too.
        bool tail = first > 0 && _layout.IsFull(_lines[first - 1]) && _lines[first].BlanksBefore <= _layout.BlanksInside
            && !Layout.EndsSentence(_text, _lines[first - 1].Span);
        bool announced = first > 0 && _text[_lines[first - 1].End - 1] == ':';
        return !tail && Verse.IsVerse(_text, lines, announced) ? end : first;
    }
}
