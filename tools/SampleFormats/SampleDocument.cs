using System.Collections.Immutable;

namespace BienNien.SampleFormats;

/// <summary>The sample document, read from the Markdown file that all others are made of.</summary>
/// <param name="Blocks">In their order.</param>
/// <param name="Notes">The words of note 1, 2, ….</param>
internal sealed record SampleDocument(ImmutableArray<SampleBlock> Blocks, ImmutableArray<string> Notes)
{
    /// <summary>What stands over every page of the formats that have pages.</summary>
    public const string RunningHead = "Trạm Thuỷ nông Tân Khẩn: đề cương kỷ niệm 60 năm";

    /// <summary>The title in short, for the properties and subjects of files.</summary>
    public const string ShortTitle = "Đề cương kỷ niệm 60 năm Trạm Thuỷ nông Tân Khẩn";

    /// <summary>The day on which every file was written, so that making them again gives the same bytes.</summary>
    public static DateTime Day { get; } = new(2019, 9, 12, 8, 0, 0, DateTimeKind.Utc);

    // Cells of the letterhead, in the order of reading: issuing body, country; number; place and day.
    private static readonly int[] _letterheadCells = [2, 2, 1, 1];

    /// <summary>The letterhead as its cells, two a row, each with its lines.</summary>
    public ImmutableArray<ImmutableArray<string>> Letterhead
    {
        get
        {
            ImmutableArray<string> lines = [.. Blocks.Where(static block => block.Kind == SampleKind.Letterhead).Select(static block => block.Text)];
            int at = 0;
            ImmutableArray<ImmutableArray<string>>.Builder cells = ImmutableArray.CreateBuilder<ImmutableArray<string>>();
            foreach (int count in _letterheadCells)
            {
                cells.Add(lines.Slice(at, count));
                at += count;
            }

            return cells.ToImmutable();
        }
    }

    /// <summary>Everything below the letterhead.</summary>
    public IEnumerable<SampleBlock> Body => Blocks.Where(static block => block.Kind != SampleKind.Letterhead);

    /// <summary>Reads the few marks of Markdown that the document is written with.</summary>
    public static SampleDocument Parse(string markdown)
    {
        ImmutableArray<SampleBlock>.Builder blocks = ImmutableArray.CreateBuilder<SampleBlock>();
        ImmutableArray<string>.Builder notes = ImmutableArray.CreateBuilder<string>();
        List<ImmutableArray<string>> rows = [];
        foreach (string line in markdown.Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                if (!line.StartsWith("| -", StringComparison.Ordinal))
                {
                    rows.Add([.. line.Trim('|').Split('|').Select(static cell => cell.Trim())]);
                }

                continue;
            }

            if (rows.Count > 0)
            {
                blocks.Add(new SampleBlock(SampleKind.Table, "") { Rows = [.. rows] });
                rows.Clear();
            }

            if (line.StartsWith("[^", StringComparison.Ordinal))
            {
                notes.Add(line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..]);
            }
            else if (line.Length > 0)
            {
                blocks.Add(BlockOf(line, blocks));
            }
        }

        return new SampleDocument(blocks.ToImmutable(), notes.ToImmutable());
    }

    private static SampleBlock BlockOf(string line, ImmutableArray<SampleBlock>.Builder before)
    {
        bool bold = line.StartsWith("**", StringComparison.Ordinal);
        string text = line.Trim('*');
        int marks = line.AsSpan().IndexOfAnyExcept('#');
        return before.Count < _letterheadCells.Sum() ? new SampleBlock(SampleKind.Letterhead, text)
            : bold ? new SampleBlock(before.Any(static block => block.Kind == SampleKind.Heading) ? SampleKind.Closing : SampleKind.Title, text)
            : marks > 0 ? new SampleBlock(SampleKind.Heading, line[(marks + 1)..], marks)
            : line.StartsWith("- ", StringComparison.Ordinal) ? new SampleBlock(SampleKind.ListItem, line[2..])
            : line.StartsWith("> ", StringComparison.Ordinal) ? new SampleBlock(SampleKind.Quotation, line[2..])
            : line.StartsWith("Bảng ", StringComparison.Ordinal) ? new SampleBlock(SampleKind.Caption, line)
            : new SampleBlock(SampleKind.Paragraph, line);
    }
}
