using System.Collections.Immutable;
using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>What blocks are shows partly by their neighbours: settled once, the same for all formats.</summary>
internal static class BlockSequence
{
    private const int LongestCaption = 250;
    private const int LongestSentenceCaption = 100;
    private const int LongestHeading = 400;
    private const int LeastBlanksOfPicture = 3;

    // Shorter paragraphs without a full stop are lines of an address or a list.
    private const int LeastOpen = 60;
    private const int LeastOpenBeforeName = 200;
    private const int LeastRowsOfContent = 4;

    // No paragraph is printed over more pages; joining more would copy its parts once for each.
    private const int MostParts = 100;

    private static readonly ImmutableArray<string> _captionWords = ["Bảng ", "Biểu ", "Biểu đồ ", "Phụ biểu ", "Hình ", "Ảnh ", "Sơ đồ ", "Bản đồ ", "Lược đồ "];

    /// <summary>Cuts out debris, names captions, quotations and verse, ranks headings, joins what a page's end cuts, and reads the labels.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="blocks">In reading order.</param>
    public static ImmutableArray<Block> Settle(string text, IReadOnlyList<Block> blocks) =>
        [.. Settle(text, blocks, DebrisMarks.Find(text, new TextSpan(0, text.Length)), goesOn: false)];

    /// <summary>Does the same for a part of a text.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="blocks">Those of the part, in reading order.</param>
    /// <param name="debris">What programs left behind in the part, ascending.</param>
    /// <param name="goesOn">Whether text stands before the part: its first heading titles no document.</param>
    public static List<Block> Settle(string text, IReadOnlyList<Block> blocks, List<TextSpan> debris, bool goesOn)
    {
        List<Block> settled = Join(text, DebrisBlocks.CutOut(text, blocks, debris));
        NameByNeighbours(text, settled, goesOn);
        for (int i = 0; i < settled.Count; i++)
        {
            if (settled[i].Label.Length == 0 && settled[i].Kind is BlockKind.Heading or BlockKind.ListItem or BlockKind.Footnote)
            {
                settled[i] = settled[i] with { Label = LabelOf(text, settled[i]) };
            }
        }

        return settled;
    }

    /// <summary>Whether words name a table or a picture by its number: “Bảng 3. …”.</summary>
    public static bool IsCaption(ReadOnlySpan<char> words)
    {
        words = words.TrimStart("*_ ");
        if (words.Length > LongestCaption || words.IsEmpty || !char.IsUpper(words[0]))
        {
            return false;
        }

        foreach (string word in _captionWords)
        {
            if (words.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                ReadOnlySpan<char> number = words[word.Length..];
                number = number.StartsWith("số ", StringComparison.OrdinalIgnoreCase) ? number[3..] : number;
                int end = number.IndexOfAnyExceptInRange('0', '9');
                while (end > 0 && end + 1 < number.Length && number[end] is '.' or '-' && char.IsAsciiDigit(number[end + 1]))
                {
                    int more = number[(end + 1)..].IndexOfAnyExceptInRange('0', '9');
                    end = more < 0 ? -1 : end + 1 + more;
                }

                if (end < 0 || (end > 0 && number[end] is '.' or ':' or ')' or '*'))
                {
                    return number.Length > 0;
                }
            }
        }

        return false;
    }

    private static List<Block> Join(string text, List<Block> blocks)
    {
        List<Block> settled = new(blocks.Count);
        int open = -1;
        int openNote = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            switch (block.Kind)
            {
                // A note at the foot of a page stands between the two halves of a paragraph, as a page number does.
                case BlockKind.Furniture or BlockKind.Debris or BlockKind.Footnote:
                    openNote = block.Kind == BlockKind.Footnote ? settled.Count : openNote;
                    settled.Add(block);
                    continue;
                case BlockKind.Paragraph when openNote >= 0 && open >= 0 && ContinuesNote(text, blocks, i, settled[openNote], settled[open]):
                    settled[openNote] = settled[openNote] with { Parts = [.. settled[openNote].Parts, .. block.Parts] };
                    continue;
                case BlockKind.Paragraph when open >= 0 && settled[open].Parts.Length < MostParts && GoesOn(text, settled[open], block, beside: open == settled.Count - 1):
                    settled[open] = settled[open] with { Parts = [.. settled[open].Parts, .. block.Parts] };
                    continue;
                case BlockKind.Paragraph or BlockKind.Heading when IsCaption(text.AsSpan(block.Span.Start, block.Span.Length)):
                    settled.Add(block with { Kind = BlockKind.Caption, Level = 0 });
                    open = -1;
                    continue;
                default:
                    settled.Add(block);
                    break;
            }

            open = block.Kind is BlockKind.Paragraph or BlockKind.ListItem ? settled.Count - 1 : -1;
        }

        return settled;
    }

    // The part before ends in the middle of a sentence, the part after begins in one. Without anything between, the part before must be longer than a line of an address.
    private static bool GoesOn(string text, Block before, Block after, bool beside)
    {
        if (Layout.EndsSentence(text, before.Span))
        {
            return false;
        }

        if (char.IsLower(Layout.FirstLetter(text, after.Span)))
        {
            return !beside || before.Span.Length >= LeastOpen;
        }

        // “… thành phố Cao ¦ Bằng. Từ đó …”: the rest of a name, then the next sentence.
        return before.Span.Length >= LeastOpenBeforeName && char.IsLetter(text[before.Span.End - 1]) && BeginsWithRestOfName(text.AsSpan(after.Span.Start, after.Span.Length));
    }

    private static bool BeginsWithRestOfName(ReadOnlySpan<char> words)
    {
        int stop = words.IndexOf('.');
        return stop is > 1 and <= 20 && stop + 2 < words.Length && words[stop + 1] == ' ' && char.IsUpper(words[0]) && char.IsLower(words[stop - 1])
            && words[..stop].IndexOfAnyExcept(" ") == 0 && words[..stop].Count(' ') <= 1 && words.Length > LeastOpen;
    }

    // At a page's foot, before the notes of that page, stands the rest of a note of the page before; the paragraph goes on after all of them.
    private static bool ContinuesNote(string text, List<Block> blocks, int at, Block note, Block paragraph)
    {
        if (at + 1 >= blocks.Count || blocks[at + 1].Kind != BlockKind.Footnote || at == 0 || blocks[at - 1].Kind is not (BlockKind.Furniture or BlockKind.Footnote)
            || note.Parts.Length >= MostParts || Layout.EndsSentence(text, note.Span) || !char.IsLower(Layout.FirstLetter(text, blocks[at].Span)))
        {
            return false;
        }

        int next = at + 1;
        while (next < blocks.Count && blocks[next].Kind is BlockKind.Footnote or BlockKind.Furniture or BlockKind.Debris)
        {
            next++;
        }

        return next < blocks.Count && blocks[next].Kind == BlockKind.Paragraph && GoesOn(text, paragraph, blocks[next], beside: false);
    }

    private static void NameByNeighbours(string text, List<Block> blocks, bool begun)
    {
        int usualBlanks = UsualBlanks(text, blocks);
        int before = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (!block.Kind.IsSaid() || block.Kind == BlockKind.Footnote)
            {
                continue;
            }

            int next = i + 1;
            while (next < blocks.Count && (!blocks[next].Kind.IsSaid() || blocks[next].Kind == BlockKind.Footnote))
            {
                next++;
            }

            Block? after = next < blocks.Count ? blocks[next] : null;
            blocks[i] = block = block.Kind switch
            {
                BlockKind.Paragraph when VerseOf(text, block, before >= 0 ? blocks[before] : null) => block with { Kind = BlockKind.Verse },
                BlockKind.Quotation when VerseOf(text, block, block) => block with { Kind = BlockKind.Verse },
                BlockKind.Paragraph when before >= 0 && IsQuotation(text, block, blocks[before]) => block with { Kind = BlockKind.Quotation },
                BlockKind.Paragraph when before >= 0 && i > 0 && IsPictureCaption(text, blocks, i, usualBlanks, after) => block with { Kind = BlockKind.Caption },
                BlockKind.ListItem when TitlesText(text, block, after) is > 0 and int level => block with { Kind = BlockKind.Heading, Level = level },
                BlockKind.Heading when before >= 0 && i > 0 && CountsOn(text, blocks[before], block) is > 0 and int depth => block with { Kind = BlockKind.ListItem, Level = depth },
                // What titles nothing signs the paper.
                BlockKind.Heading when block.Level == 0 && begun && after is null && i == blocks.Count - 1 => block with { Kind = BlockKind.Paragraph },
                BlockKind.Heading when block.Level == 0 && begun => block with { Level = 1 },
                _ => block,
            };

            // The title stands before the first running text; headings in capitals after it are divisions.
            begun |= (block.Kind == BlockKind.Paragraph && block.Span.Length > 150) || block.Kind == BlockKind.ListItem || block is { Kind: BlockKind.Heading, Level: > 0 }
                || block.Cell is { Row: >= LeastRowsOfContent };
            before = i;
        }
    }

    // How many blank lines usually part two blocks.
    private static int UsualBlanks(string text, List<Block> blocks)
    {
        Span<int> counts = stackalloc int[LeastBlanksOfPicture + 1];
        foreach (Block block in blocks)
        {
            counts[Math.Min(LeastBlanksOfPicture, BlanksBefore(text, block))]++;
        }

        int usual = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            usual = counts[i] > counts[usual] ? i : usual;
        }

        return usual;
    }

    private static int BlanksBefore(string text, Block block)
    {
        const int Farthest = 200;
        int lines = 0;
        for (int i = block.Span.Start - 1; i >= Math.Max(0, block.Span.Start - Farthest) && char.IsWhiteSpace(text[i]); i--)
        {
            lines += text[i] == '\n' ? 1 : 0;
        }

        return Math.Max(0, lines - 1);
    }

    // The gap that a picture left, then one short sentence about it, then the text goes on.
    private static bool IsPictureCaption(string text, List<Block> blocks, int at, int usualBlanks, Block? after)
    {
        Block block = blocks[at];
        if (usualBlanks > 1 || after is null || block.Span.Length > LongestCaption || BlanksBefore(text, block) < LeastBlanksOfPicture
            || BlanksBefore(text, after) >= LeastBlanksOfPicture || blocks[at - 1].Kind is BlockKind.Furniture or BlockKind.Heading
            || !char.IsUpper(text[block.Span.Start]) && text[block.Span.Start] != '*' || !Layout.EndsSentence(text, blocks[at - 1].Span))
        {
            return false;
        }

        ReadOnlySpan<char> words = text.AsSpan(block.Span.Start, block.Span.Length).TrimEnd("*_ ");
        return words[^1] is not (':' or ';' or ',' or '”' or '"') && !words.Contains(". ", StringComparison.Ordinal)
            && (words[^1] != '.' || words.Length <= LongestSentenceCaption) && !char.IsAsciiDigit(words[0]);
    }

    // A whole paragraph in quotation marks, announced by a colon.
    private static bool IsQuotation(string text, Block block, Block before)
    {
        char opening = text[block.Span.Start];
        char closing = opening switch { '“' => '”', '«' => '»', '"' => '"', _ => '\0' };
        if (closing == '\0' || block.Span.Length < LeastOpen || text[before.Span.End - 1] != ':')
        {
            return false;
        }

        int close = text.LastIndexOf(closing, block.Span.End - 1, block.Span.Length);
        return close > block.Span.Start && block.Span.End - close <= 12
            && (opening == closing || text.IndexOf(opening, block.Span.Start + 1, close - block.Span.Start - 1) < 0 || text.IndexOf(closing, block.Span.Start, close - block.Span.Start) >= 0)
            && text.AsSpan(close, block.Span.End - close).IndexOfAnyInRange('a', 'z') < 0;
    }

    private static bool VerseOf(string text, Block block, Block? before)
    {
        const int MostLength = 8_000;
        if (block.Span.Length > MostLength)
        {
            return false;
        }

        List<TextSpan> lines = [];
        foreach (TextSpan part in block.Parts)
        {
            for (int start = part.Start; start < part.End;)
            {
                int end = text.IndexOf('\n', start, part.End - start);
                end = end < 0 ? part.End : end;
                TextSpan line = Line.Trim(text, start, end);
                if (!Verse.MayBeLine(text.AsSpan(line.Start, line.Length)))
                {
                    return false;
                }

                lines.Add(line);
                start = end + 1;
            }
        }

        bool announced = before is not null && (ReferenceEquals(before, block) || text[before.Span.End - 1] == ':');
        return Verse.IsVerse(text, lines, announced);
    }

    // A numbered line without a full stop is a heading when text follows it and not the next number. The level; 0 when it is none.
    private static int TitlesText(string text, Block item, Block? after)
    {
        if (after is null || item.Span.Length > LongestHeading || Layout.EndsSentence(text, item.Span) || text[item.Span.End - 1] is ',' or '-')
        {
            return 0;
        }

        LineLabel label = LineLabel.Read(text.AsSpan(item.Parts[0].Start, item.Parts[0].Length));
        LineLabel next = LineLabel.Read(text.AsSpan(after.Parts[0].Start, after.Parts[0].Length));
        bool sibling = after.Kind == BlockKind.ListItem && next.Role == label.Role && next.Depth == label.Depth;
        return sibling || after.Kind is not (BlockKind.Paragraph or BlockKind.Heading or BlockKind.ListItem or BlockKind.TableCell or BlockKind.Caption or BlockKind.Quotation or BlockKind.Verse) ? 0
            : label.Role switch
            {
                LineRole.RomanNumbered => 1,
                LineRole.Numbered => 1 + Math.Min(label.Depth, 4),
                LineRole.Lettered => 3,
                _ => 0,
            };
    }

    // The next number after an item, with nothing between, is an item: the level of the item; 0 when it is not so.
    private static int CountsOn(string text, Block before, Block block)
    {
        if (before.Kind != BlockKind.ListItem)
        {
            return 0;
        }

        LineLabel item = LineLabel.Read(text.AsSpan(before.Parts[0].Start, before.Parts[0].Length));
        LineLabel next = LineLabel.Read(text.AsSpan(block.Parts[0].Start, block.Parts[0].Length));
        return next.Role is LineRole.Numbered or LineRole.Lettered && item.Role == next.Role && item.Depth == next.Depth && next.Number == item.Number + 1 ? before.Level : 0;
    }

    private static string LabelOf(string text, Block block)
    {
        TextSpan first = block.Parts[0];
        if (block.Kind == BlockKind.Footnote)
        {
            return NoteMarks.LabelOf(text, first);
        }

        LineLabel label = LineLabel.Read(text.AsSpan(first.Start, first.Length));
        return label.Role is LineRole.Furniture or LineRole.TableRow ? "" : text.Substring(first.Start + label.Start, label.End - label.Start);
    }
}
