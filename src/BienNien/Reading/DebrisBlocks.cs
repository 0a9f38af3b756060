using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Cuts what programs left behind out of blocks.</summary>
internal static class DebrisBlocks
{
    /// <summary>The blocks without debris in their parts, and a block for each debris, in reading order.</summary>
    /// <param name="text">The document's text.</param>
    /// <param name="blocks">In reading order.</param>
    /// <param name="debris">Where debris stands, ascending; those that are blocks already are taken out of the list.</param>
    public static List<Block> CutOut(string text, IReadOnlyList<Block> blocks, List<TextSpan> debris)
    {
        debris.RemoveAll(span => IsBlock(blocks, span));
        if (debris.Count == 0)
        {
            return [.. blocks];
        }

        List<Block> cut = new(blocks.Count + debris.Count);
        foreach (Block block in blocks)
        {
            int first = FirstEndingAfter(debris, block.Span.Start);
            if (first == debris.Count || debris[first].Start >= block.Span.End)
            {
                cut.Add(block);
                continue;
            }

            ImmutableArray<TextSpan> parts = Without(text, block.Parts, debris, first);
            if (parts.Length > 0)
            {
                cut.Add(block with { Parts = parts });
            }
        }

        cut.AddRange(debris.Select(static span => new Block(BlockKind.Debris, span)));
        return [.. cut.OrderBy(static block => block.Parts[0].Start)];
    }

    private static bool IsBlock(IReadOnlyList<Block> blocks, TextSpan span)
    {
        (int low, int high) = (0, blocks.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = blocks[middle].Parts[0].Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < blocks.Count && blocks[low].Kind == BlockKind.Debris && blocks[low].Parts[0].Start == span.Start;
    }

    private static ImmutableArray<TextSpan> Without(string text, ImmutableArray<TextSpan> parts, List<TextSpan> debris, int first)
    {
        ImmutableArray<TextSpan>.Builder left = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (TextSpan part in parts)
        {
            int start = part.Start;
            while (first < debris.Count && debris[first].End <= part.Start)
            {
                first++;
            }

            for (int d = first; d < debris.Count && debris[d].Start < part.End; d++)
            {
                Add(start, Math.Max(start, debris[d].Start));
                start = Math.Min(part.End, Math.Max(start, debris[d].End));
            }

            Add(start, part.End);
        }

        return left.DrainToImmutable();

        void Add(int start, int end)
        {
            TextSpan span = PlainText.Line.Trim(text, start, end);
            if (span.Length > 0 && (parts.Length > 1 || span.Length > 1 || char.IsLetterOrDigit(text[span.Start])))
            {
                left.Add(span);
            }
        }
    }

    private static int FirstEndingAfter(List<TextSpan> spans, int offset)
    {
        (int low, int high) = (0, spans.Count);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = spans[middle].End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
