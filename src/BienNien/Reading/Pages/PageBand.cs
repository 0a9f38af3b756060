namespace BienNien.Reading.Pages;

/// <summary>Lines that stand beside each other: one line of running text, a row of a table, or two columns side by side.</summary>
/// <param name="Segments">From left to right, those above each other from top to bottom.</param>
internal sealed record PageBand(List<PageSegment> Segments)
{
    /// <summary>The upper edge of the highest line.</summary>
    public float Top { get; } = Segments.Min(static segment => segment.Box.Top);

    /// <summary>The lower edge of the lowest line.</summary>
    public float Bottom { get; } = Segments.Max(static segment => segment.Box.Bottom);

    /// <summary>The height of its letters.</summary>
    public float Height { get; } = Segments.Average(static segment => segment.Height);

    /// <summary>Whether there is anything beside anything.</summary>
    public bool IsSplit => Segments.Count > 1;

    /// <summary>The bands of an area, from top to bottom.</summary>
    public static List<PageBand> Of(IEnumerable<PageSegment> segments)
    {
        List<PageBand> bands = [];
        List<PageSegment> open = [];
        float bottom = float.MinValue;
        foreach (PageSegment segment in segments.OrderBy(static segment => segment.Box.Top).ThenBy(static segment => segment.Box.Left))
        {
            // Level with what is open: a third of its height and more. Boxes of lines that follow each other may touch.
            if (open.Count > 0 && bottom - segment.Box.Top < (segment.Box.Bottom - segment.Box.Top) / 3)
            {
                bands.Add(new PageBand(Order(open)));
                open = [];
                bottom = float.MinValue;
            }

            open.Add(segment);
            bottom = Math.Max(bottom, segment.Box.Bottom);
        }

        if (open.Count > 0)
        {
            bands.Add(new PageBand(Order(open)));
        }

        return bands;
    }

    private static List<PageSegment> Order(List<PageSegment> segments)
    {
        segments.Sort(static (one, other) => one.Box.Left != other.Box.Left ? one.Box.Left.CompareTo(other.Box.Left) : one.Box.Top.CompareTo(other.Box.Top));
        return segments;
    }
}
