namespace BienNien.Reading.Pages;

/// <summary>The rows of a table that has no lines drawn: which lines stand in one row, each in its column.</summary>
internal static class TableRows
{
    // Lines of one cell follow each other as lines of text do; rows have more space between them, by this share of the letters' height.
    private const float MoreSpace = 0.22f;

    /// <summary>The rows, each with the lines of its cells by column.</summary>
    /// <param name="region">A table.</param>
    /// <param name="lineGap">The space between lines of running text on the page.</param>
    public static List<List<PageSegment>[]> Of(PageRegion region, float lineGap)
    {
        float apart = lineGap + (MoreSpace * region.Bands[0].Height);
        bool spaced = Enumerable.Range(1, region.Bands.Count - 1).Any(i => region.Bands[i].Top - region.Bands[i - 1].Bottom > apart);
        List<List<PageSegment>[]> rows = [];
        float bottom = 0;
        foreach (PageBand band in region.Bands)
        {
            if (rows.Count == 0 || Begins(region.Gutters, band, rows[^1], spaced ? band.Top - bottom > apart : null))
            {
                rows.Add([.. Enumerable.Range(0, region.Gutters.Columns).Select(static _ => new List<PageSegment>())]);
                bottom = band.Bottom;
            }

            foreach (PageSegment segment in band.Segments)
            {
                rows[^1][region.Gutters.ColumnOf(segment)].Add(segment);
            }

            bottom = Math.Max(bottom, band.Bottom);
        }

        foreach (List<PageSegment> cell in rows.SelectMany(static row => row))
        {
            cell.Sort(static (one, other) => one.Middle != other.Middle && !PageSegment.AreLevel(one.Box, other.Box) ? one.Middle.CompareTo(other.Middle) : one.Box.Left.CompareTo(other.Box.Left));
        }

        return rows;
    }

    private static bool Begins(Gutters gutters, PageBand band, List<PageSegment>[] row, bool? isApart)
    {
        // Two figures never stand in one cell.
        if (band.Segments.Exists(segment => PageRegion.IsFigure(segment.Text) && row[gutters.ColumnOf(segment)].Exists(static said => PageRegion.IsFigure(said.Text))))
        {
            return true;
        }

        if (isApart is { } apart)
        {
            return apart;
        }

        // Rows close together: a line that leaves the first column empty goes on with the cells above.
        return band.Segments.Exists(segment => gutters.ColumnOf(segment) == 0)
            && (band.Segments.Select(gutters.ColumnOf).Distinct().Count() > 1 || !char.IsLower(band.Segments[0].Text[0]));
    }
}
