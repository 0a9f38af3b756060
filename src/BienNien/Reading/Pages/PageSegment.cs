using BienNien.Reading.PlainText;
using BienNien.Text;

namespace BienNien.Reading.Pages;

/// <summary>Words of one line with no wide gap between them: a line of a paragraph, or of a cell.</summary>
/// <param name="First">The first of its words among the page's.</param>
/// <param name="End">The place after its last word.</param>
/// <param name="Box">What holds them all.</param>
/// <param name="Height">Of its letters: the height that most of its words have.</param>
/// <param name="Text">Its words with a space between.</param>
internal sealed record PageSegment(int First, int End, PageRectangle Box, float Height, string Text)
{
    /// <summary>Half way between its upper and its lower edge.</summary>
    public float Middle => (Box.Top + Box.Bottom) / 2;

    /// <summary>From its left to its right edge.</summary>
    public float Width => Box.Right - Box.Left;

    /// <summary>What it is by its opening alone.</summary>
    public LineRole Role => LineRoles.Of(Text) is var role && role is LineRole.MarkdownHeading or LineRole.TableRow ? LineRole.Text
        : role == LineRole.Text && Text.StartsWith("-_ ", StringComparison.Ordinal) ? LineRole.Bullet : role;

    /// <summary>The segments of a page, line by line.</summary>
    public static List<PageSegment> Of(PageText page)
    {
        // Spaces between words of justified text are seldom wider than the letters are high.
        const float WideGap = 1.3f;
        List<PageSegment> segments = [];
        for (int first = 0; first < page.Words.Length;)
        {
            int last = first + 1;
            while (last < page.Words.Length && page.Words[last].Line == page.Words[first].Line)
            {
                last++;
            }

            float widest = WideGap * MiddleHeight(page, first, last);
            while (first < last)
            {
                int end = first + 1;
                while (end < last && page.Words[end].Box.Left - page.Words[end - 1].Box.Right < widest && page.Words[end].Box.Left >= page.Words[first].Box.Left)
                {
                    end++;
                }

                segments.Add(Make(page, first, end));
                first = end;
            }
        }

        return segments;
    }

    /// <summary>Whether two lines stand beside each other: more than a third of the lower one is level with the other.</summary>
    public static bool AreLevel(PageRectangle one, PageRectangle other) =>
        (Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Top, other.Top)) * 3 > Math.Min(HeightOf(one), HeightOf(other));

    private static float HeightOf(PageRectangle box) => box.Bottom - box.Top;

    private static PageSegment Make(PageText page, int first, int end)
    {
        PageRectangle box = page.Words[first].Box;
        for (int i = first + 1; i < end; i++)
        {
            box = box.With(page.Words[i].Box);
        }

        return new PageSegment(first, end, box, MiddleHeight(page, first, end), string.Join(' ', Enumerable.Range(first, end - first).Select(i => page.Of(page.Words[i]).ToString())));
    }

    private static float MiddleHeight(PageText page, int first, int end)
    {
        Span<float> heights = end - first <= 256 ? stackalloc float[end - first] : new float[end - first];
        for (int i = first; i < end; i++)
        {
            heights[i - first] = HeightOf(page.Words[i].Box);
        }

        heights.Sort();
        return heights[heights.Length / 2];
    }
}
