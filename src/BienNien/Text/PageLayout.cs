using System.Collections.Immutable;

namespace BienNien.Text;

/// <summary>A rectangle of a page, in points (1/72 inch) from the page's upper left corner.</summary>
/// <param name="Left">Distance of the left edge from the page's left.</param>
/// <param name="Top">Distance of the upper edge from the page's top.</param>
/// <param name="Right">Distance of the right edge from the page's left, at least <paramref name="Left"/>.</param>
/// <param name="Bottom">Distance of the lower edge from the page's top, at least <paramref name="Top"/>.</param>
public readonly record struct PageRectangle(float Left, float Top, float Right, float Bottom)
{
    /// <summary>The smallest rectangle that holds both.</summary>
    public PageRectangle With(PageRectangle other) =>
        new(Math.Min(Left, other.Left), Math.Min(Top, other.Top), Math.Max(Right, other.Right), Math.Max(Bottom, other.Bottom));
}

/// <summary>The size of a page, in points.</summary>
/// <param name="Width">From left to right.</param>
/// <param name="Height">From top to bottom.</param>
public readonly record struct PageSize(float Width, float Height);

/// <summary>One word where it stands on its page.</summary>
/// <param name="Span">Its characters in the document's text; never empty.</param>
/// <param name="Page">From 1.</param>
/// <param name="Box">Its rectangle.</param>
/// <param name="Confidence">How sure the program that recognised it was, 0 to 100; null for text that was not recognised from a picture.</param>
public readonly record struct PlacedWord(TextSpan Span, int Page, PageRectangle Box, byte? Confidence);

/// <summary>Where the words of a document stand on its pages: for PDF and for scans. Immutable.</summary>
/// <param name="pages">The pages in their order; page 1 is the first.</param>
/// <param name="words">Ascending by their spans, not overlapping.</param>
public sealed class PageLayout(ImmutableArray<PageSize> pages, ImmutableArray<PlacedWord> words)
{
    /// <summary>The pages in their order.</summary>
    public ImmutableArray<PageSize> Pages { get; } = pages;

    /// <summary>All words, ascending by their spans.</summary>
    public ImmutableArray<PlacedWord> Words { get; } = words;

    /// <summary>Where a stretch of the text stands: one rectangle for each line of each page, in reading order; empty when nothing of it was printed.</summary>
    /// <remarks>A word of which the stretch covers only a part counts in proportion to its characters.</remarks>
    public ImmutableArray<(int Page, PageRectangle Box)> RectanglesOf(TextSpan span)
    {
        ImmutableArray<(int Page, PageRectangle Box)>.Builder found = ImmutableArray.CreateBuilder<(int, PageRectangle)>();
        for (int i = FirstEndingAfter(span.Start); i < Words.Length && Words[i].Span.Start < span.End; i++)
        {
            PageRectangle box = Part(Words[i], span);
            if (found.Count > 0 && found[^1].Page == Words[i].Page && IsSameLine(found[^1].Box, box))
            {
                found[^1] = (Words[i].Page, found[^1].Box.With(box));
            }
            else
            {
                found.Add((Words[i].Page, box));
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The least confidence of the words that a stretch touches; null when none of them was recognised from a picture.</summary>
    public byte? ConfidenceOf(TextSpan span)
    {
        byte? least = null;
        for (int i = FirstEndingAfter(span.Start); i < Words.Length && Words[i].Span.Start < span.End; i++)
        {
            least = Words[i].Confidence is { } confidence && (least is null || confidence < least) ? confidence : least;
        }

        return least;
    }

    private int FirstEndingAfter(int offset)
    {
        int low = 0;
        int high = Words.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Words[middle].Span.End > offset ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static PageRectangle Part(PlacedWord word, TextSpan span)
    {
        int start = Math.Max(span.Start, word.Span.Start) - word.Span.Start;
        int end = Math.Min(span.End, word.Span.End) - word.Span.Start;
        float unit = (word.Box.Right - word.Box.Left) / word.Span.Length;
        return word.Box with { Left = word.Box.Left + (unit * start), Right = word.Box.Left + (unit * end) };
    }

    // Words of one line overlap by more than half of the lower one's height, and follow each other to the right.
    private static bool IsSameLine(PageRectangle line, PageRectangle word)
    {
        float shared = Math.Min(line.Bottom, word.Bottom) - Math.Max(line.Top, word.Top);
        return shared * 2 > Math.Min(line.Bottom - line.Top, word.Bottom - word.Top) && word.Left >= line.Left;
    }
}
