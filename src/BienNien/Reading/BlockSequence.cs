using System.Collections.Immutable;
using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>What blocks are shows partly by their neighbours: settled once, the same for all formats.</summary>
internal static class BlockSequence
{
    private const int LongestCaption = 250;

    // No paragraph is printed over more pages; joining more would copy its parts once for each.
    private const int MostParts = 100;

    private static readonly ImmutableArray<string> _captionWords = ["Bảng ", "Biểu ", "Biểu đồ ", "Phụ biểu ", "Hình ", "Ảnh ", "Sơ đồ ", "Bản đồ ", "Lược đồ "];

    /// <summary>Names captions, ranks headings in capitals, and joins paragraphs that a page number, a rule or a footnote cuts.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="blocks">In reading order.</param>
    public static ImmutableArray<Block> Settle(string text, IReadOnlyList<Block> blocks)
    {
        ImmutableArray<Block>.Builder settled = ImmutableArray.CreateBuilder<Block>(blocks.Count);
        bool begun = false;
        int open = -1;
        foreach (Block block in blocks)
        {
            switch (block.Kind)
            {
                // A note at the foot of a page stands between the two halves of a paragraph, as a page number does.
                case BlockKind.Furniture or BlockKind.Footnote:
                    settled.Add(block);
                    continue;
                case BlockKind.Paragraph when open >= 0 && open < settled.Count - 1 && settled[open].Parts.Length < MostParts && GoesOn(text, settled[open], block):
                    settled[open] = settled[open] with { Parts = [.. settled[open].Parts, .. block.Parts] };
                    continue;
                case BlockKind.Paragraph or BlockKind.Heading when IsCaption(text.AsSpan(block.Span.Start, block.Span.Length)):
                    settled.Add(block with { Kind = BlockKind.Caption, Level = 0 });
                    open = -1;
                    continue;
                case BlockKind.Heading when block.Level == 0 && begun:
                    settled.Add(block with { Level = 1 });
                    break;
                default:
                    settled.Add(block);
                    break;
            }

            // The title stands before the first running text; headings in capitals after it are divisions.
            begun |= block.Kind is BlockKind.Paragraph && block.Span.Length > 150 || block.Kind is BlockKind.ListItem || block is { Kind: BlockKind.Heading, Level: > 0 };
            open = block.Kind is BlockKind.Paragraph or BlockKind.ListItem ? settled.Count - 1 : -1;
        }

        return settled.DrainToImmutable();
    }

    // The part before ends in the middle of a sentence, the part after begins in one.
    private static bool GoesOn(string text, Block before, Block after) =>
        !Layout.EndsSentence(text, before.Span) && char.IsLower(Layout.FirstLetter(text, after.Span));

    private static bool IsCaption(ReadOnlySpan<char> words)
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
}
