using System.Globalization;
using System.Text;
using BienNien.Text;

namespace BienNien.Tests.Reading;

/// <summary>A passage of our own with its blocks marked by hand in the margin.</summary>
/// <remarks>
/// <para>
/// A line is <c>margin | text</c>; <c>#</c> opens a remark. In the margin: <c>h1 I.</c> (heading, level, label), <c>l1 -</c> (list item), <c>n ¹</c> (note), <c>p</c>,
/// <c>q</c>(uotation), <c>v</c>(erse), <c>cap</c>(tion), <c>f</c>(urniture), <c>d</c>(ebris), <c>c 0,1,2</c> (cell: table, row, column), <c>ch</c> (header cell);
/// <c>.</c>: the block of the line before goes on; <c>+p</c>: a further part of the last <c>p</c>. Blocks of one line have <c>;</c> between their marks and <c>¦</c> between
/// their words, <c>-</c> marks words of none. <c>␌</c> is a form feed.
/// </para>
/// <para>At the end <c>= ¹ 3 n1</c>: the mark ¹ on line 3 stands for the first note.</para>
/// </remarks>
internal sealed class Passage
{
    private readonly List<(BlockKind Kind, List<(int Start, int End)> Parts, int Level, string Label, TableCell? Cell)> _blocks = [];

    private int _current;

    private Passage(string name) => Name = name;

    public string Name { get; }

    public string Text { get; private set; } = "";

    public List<Block> Blocks => [.. _blocks.Select(static block =>
        new Block(block.Kind, [.. block.Parts.Select(static part => TextSpan.Between(part.Start, part.End))], block.Level, block.Cell) { Label = block.Label })];

    /// <summary>Mark, its line from 1, and which of the notes, from 1.</summary>
    public List<(string Mark, int Line, int Note)> Notes { get; } = [];

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    private static string Folder => Repository.Path("tests", "BienNien.Tests", "Reading", "Passages");

    public static Passage Load(string name)
    {
        Passage passage = new(name);
        StringBuilder text = new();
        foreach (string line in File.ReadLines(Path.Combine(Folder, name), Encoding.UTF8))
        {
            int bar = line.IndexOf('|', StringComparison.Ordinal);
            if (line.StartsWith("= ", StringComparison.Ordinal))
            {
                string[] link = line.Split(' ');
                passage.Notes.Add((link[1], int.Parse(link[2], CultureInfo.InvariantCulture), int.Parse(link[3][1..], CultureInfo.InvariantCulture)));
            }
            else if (!line.StartsWith('#') && bar >= 0)
            {
                passage.AddLine(line[..bar], line.Length > bar + 2 ? line[(bar + 2)..] : "", text);
            }
        }

        passage.Text = text.ToString();
        return passage;
    }

    private void AddLine(string margin, string line, StringBuilder text)
    {
        string[] marks = margin.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string[] words = line.Replace('␌', '\f').Split('¦');
        if (marks.Length == 0)
        {
            text.Append(line).Append('\n');
            return;
        }

        for (int i = 0; i < words.Length; i++)
        {
            string piece = words[i];
            int start = text.Length + (piece.Length - piece.TrimStart().Length);
            text.Append(piece);
            Mark(marks[i], start, text.Length - (piece.Length - piece.TrimEnd().Length));
        }

        text.Append('\n');
    }

    private void Mark(string mark, int start, int end)
    {
        if (mark == "-")
        {
            return;
        }

        if (mark == ".")
        {
            if (end > start)
            {
                List<(int Start, int End)> parts = _blocks[_current].Parts;
                parts[^1] = (parts[^1].Start, end);
            }

            return;
        }

        bool more = mark[0] == '+';
        string[] words = (more ? mark[1..] : mark).Split(' ', 2);
        string code = words[0].TrimEnd("0123456789".ToCharArray());
        BlockKind kind = code switch
        {
            "h" => BlockKind.Heading,
            "p" => BlockKind.Paragraph,
            "l" => BlockKind.ListItem,
            "c" or "ch" => BlockKind.TableCell,
            "cap" => BlockKind.Caption,
            "n" => BlockKind.Footnote,
            "q" => BlockKind.Quotation,
            "v" => BlockKind.Verse,
            "f" => BlockKind.Furniture,
            "d" => BlockKind.Debris,
            _ => throw new InvalidDataException($"{Name}: «{mark}» is no mark."),
        };
        if (more)
        {
            _current = _blocks.FindLastIndex(block => block.Kind == kind);
            _blocks[_current].Parts.Add((start, end));
            return;
        }

        TableCell? cell = null;
        if (kind == BlockKind.TableCell)
        {
            int[] place = [.. words[1].Split(',').Select(static number => int.Parse(number, CultureInfo.InvariantCulture))];
            cell = new TableCell(place[0], place[1], place[2], code == "ch");
        }

        int level = words[0].Length > code.Length ? int.Parse(words[0][code.Length..], CultureInfo.InvariantCulture) : 0;
        _current = _blocks.Count;
        _blocks.Add((kind, [(start, end)], level, cell is null && words.Length > 1 ? words[1] : "", cell));
    }
}
