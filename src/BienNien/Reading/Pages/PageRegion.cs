using BienNien.Reading.PlainText;

namespace BienNien.Reading.Pages;

/// <summary>How the lines of a region are read.</summary>
internal enum RegionKind
{
    /// <summary>Line by line.</summary>
    Lines,

    /// <summary>Column by column: the sides of a letterhead, the columns of a newspaper.</summary>
    Columns,

    /// <summary>Row by row, cell by cell.</summary>
    Table,
}

/// <summary>Bands that belong together, with the columns that they share.</summary>
/// <param name="Kind">How it is read.</param>
/// <param name="Bands">From top to bottom, never empty.</param>
/// <param name="Gutters">What parts its columns.</param>
internal sealed record PageRegion(RegionKind Kind, List<PageBand> Bands, Gutters Gutters)
{
    // Longer labels than “(12)” or “a.1)” are words.
    private const int LongestLabel = 5;

    /// <summary>The regions of an area, from top to bottom.</summary>
    /// <param name="bands">Of the area, from top to bottom.</param>
    /// <param name="measures">What is usual on the page.</param>
    public static List<PageRegion> Of(List<PageBand> bands, PageMeasures measures)
    {
        List<PageRegion> regions = [];
        List<PageBand> lines = [];
        for (int i = 0; i < bands.Count;)
        {
            if (bands[i].IsSplit && Grow(bands, i, measures) is { Kind: not RegionKind.Lines } region)
            {
                Flush();
                regions.Add(region);
                i += region.Bands.Count;
            }
            else
            {
                lines.Add(bands[i]);
                i++;
            }
        }

        Flush();
        return regions;

        void Flush()
        {
            if (lines.Count > 0)
            {
                regions.Add(new PageRegion(RegionKind.Lines, lines, Gutters.Of([])));
                lines = [];
            }
        }
    }

    private static PageRegion Grow(List<PageBand> bands, int first, PageMeasures measures)
    {
        // A wider gap than this between two bands, in lines of text, ends a region.
        const float WidestGap = 2.2f;
        const int MostHeaderBands = 3;
        float least = 0.25f * bands[first].Height;
        Gutters gutters = Gutters.Of(bands[first].Segments);
        int end = first + 1;
        for (int i = end; i < bands.Count && bands[i].Top - bands[i - 1].Bottom < WidestGap * measures.Pitch; i++)
        {
            if (!bands[i].IsSplit)
            {
                // The rest of a cell, or a title over some rows; which, the next split band tells.
                bool inside = gutters.Holds(bands[i].Segments[0]);
                if (!inside && (i > end + 1 || bands[i].Segments[0].Width > 0.75f * WidthOf(bands, first, i)))
                {
                    break;
                }

                if (inside && bands[i].Top - bands[i - 1].Bottom < 0.6f * measures.Pitch && end == i)
                {
                    end = i + 1;
                }

                continue;
            }

            Gutters own = Gutters.Of(bands[i].Segments);
            Gutters both = gutters.With(own, least);
            if (both.Columns >= Math.Max(2, gutters.Columns - 1))
            {
                gutters = both.Columns < own.Columns && end - first <= MostHeaderBands && SpansOnly(bands, first, end, own) ? own : both;
            }
            else if (end - first <= MostHeaderBands && own.Columns > gutters.Columns && SpansOnly(bands, first, end, own))
            {
                gutters = own;
            }
            else
            {
                break;
            }

            end = i + 1;
        }

        List<PageBand> taken = bands.GetRange(first, end - first);
        gutters = gutters.Joined(taken);
        return new PageRegion(KindOf(taken, gutters), taken, gutters);
    }

    private static float WidthOf(List<PageBand> bands, int first, int end)
    {
        IEnumerable<PageSegment> segments = bands.Skip(first).Take(end - first).SelectMany(static band => band.Segments);
        return segments.Max(static segment => segment.Box.Right) - segments.Min(static segment => segment.Box.Left);
    }

    // The bands so far are a header: each of their cells stands over one or more whole columns of what follows.
    private static bool SpansOnly(List<PageBand> bands, int first, int end, Gutters columns) =>
        bands.Skip(first).Take(end - first).All(band => band.Segments.Count <= columns.Columns
            && band.Segments.Select(columns.ColumnOf).Distinct().Count() == band.Segments.Count);

    private static RegionKind KindOf(List<PageBand> bands, Gutters gutters)
    {
        int columns = gutters.Columns;
        int split = bands.Count(static band => band.IsSplit);
        if (columns < 2)
        {
            return RegionKind.Lines;
        }

        List<PageSegment>[] byColumn = [.. Enumerable.Range(0, columns).Select(_ => new List<PageSegment>())];
        foreach (PageSegment segment in bands.SelectMany(static band => band.Segments))
        {
            byColumn[gutters.ColumnOf(segment)].Add(segment);
        }

        if (columns == 2 && byColumn[0].TrueForAll(static segment => segment.Text.Length <= LongestLabel && !segment.Text.Any(char.IsWhiteSpace) && IsLabel(segment.Text)))
        {
            return RegionKind.Lines;
        }

        bool figures = byColumn.Any(static column => column.Count(static segment => IsFigure(segment.Text)) * 2 > column.Count);
        if (!figures && columns <= 3 && Array.TrueForAll(byColumn, IsProse))
        {
            return RegionKind.Columns;
        }

        if (columns == 2 && !figures && bands.Sum(static band => band.Segments.Count) <= 40 && (byColumn.Any(IsCentred) || split < 2))
        {
            return RegionKind.Columns;
        }

        return split >= 2 && (figures || columns > 2 || split * 2 >= bands.Count) ? RegionKind.Table : RegionKind.Lines;
    }

    /// <summary>Whether a cell is a figure: <c>12.345</c>, <c>45,2%</c>, <c>-</c>.</summary>
    public static bool IsFigure(string text)
    {
        int digits = 0;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is not ('.' or ',' or '%' or '-' or '–' or '+' or '(' or ')' or ' ' or '/'))
            {
                return false;
            }
        }

        return digits > 0 || text is "-" or "–";
    }

    private static bool IsLabel(string text) => text[^1] is '.' or ')' or '/' or '-' or '•' or '–' or '+' or '*' || LineRoles.Of(text + " a") != LineRole.Text;

    // Lines of running text: many, and most of them as wide as their column.
    private static bool IsProse(List<PageSegment> column)
    {
        const int LeastLines = 4;
        const int LeastCharacters = 18;
        float width = column.Max(static segment => segment.Box.Right) - column.Min(static segment => segment.Box.Left);
        return column.Count >= LeastLines && column.Count(segment => segment.Width > 0.85f * width && segment.Text.Length >= LeastCharacters) * 2 > column.Count;
    }

    // Lines of different lengths about one axis.
    private static bool IsCentred(List<PageSegment> column)
    {
        if (column.Count < 2)
        {
            return false;
        }

        float Spread(Func<PageSegment, float> place) => column.Max(place) - column.Min(place);
        float middle = Spread(static segment => (segment.Box.Left + segment.Box.Right) / 2);
        float height = column[0].Height;
        return middle < height && Spread(static segment => segment.Box.Left) > Math.Max(2 * middle, 0.8f * height);
    }
}
