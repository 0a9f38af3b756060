using BienNien.Text;

namespace BienNien.Reading.Pages;

/// <summary>Pages of words in their places to a document: paragraphs, headings, tables, notes and page furniture, found by where things stand.</summary>
/// <remarks>
/// Nothing says of a word on a page what it belongs to; only where it stands. Lines beside each other make bands, bands that share
/// their empty strips make regions, and a region is read line by line, column by column or as a table.
/// </remarks>
public static class PageDocument
{
    // Columns within columns within columns: no page is printed so.
    private const int MostDepth = 3;

    /// <summary>Makes the document.</summary>
    /// <param name="name">The file's name as the user gave it.</param>
    /// <param name="pages">In their order; pages without words count.</param>
    public static ReadResult Assemble(string name, IReadOnlyList<PageText> pages)
    {
        PageFurniture furniture = new();
        for (int i = 0; i < pages.Count; i++)
        {
            furniture.Learn(i + 1, pages[i].Size, PageSegment.Of(pages[i]));
        }

        PageComposer composer = new();
        for (int i = 0; i < pages.Count; i++)
        {
            composer.NextPage(pages[i]);
            Compose(composer, pages[i], i + 1, furniture);
        }

        return composer.Finish(name);
    }

    private static void Compose(PageComposer composer, PageText page, int number, PageFurniture furniture)
    {
        List<PageSegment> segments = PageSegment.Of(page);
        HashSet<PageSegment> printed = furniture.On(number, page.Size, segments);
        bool isRecognised = page.Words.Any(static word => word.Confidence is not null);
        List<PageBand> bands = PageBand.Of(segments.Where(segment => !printed.Contains(segment)));
        PageMeasures measures = PageMeasures.Of(bands, isRecognised);
        List<PageBand> notes = PageNotes.Take(bands, page.Size, measures, isRecognised);
        AddFurniture(composer, printed.Where(segment => segment.Middle < page.Size.Height / 2));
        Compose(composer, bands, measures, depth: 0);
        PageNotes.Add(composer, notes);
        AddFurniture(composer, printed.Where(segment => segment.Middle >= page.Size.Height / 2));
    }

    private static void AddFurniture(PageComposer composer, IEnumerable<PageSegment> segments)
    {
        foreach (PageSegment segment in segments.OrderBy(static segment => segment.Box.Top).ThenBy(static segment => segment.Box.Left))
        {
            composer.Add(BlockKind.Furniture, composer.PutLines([segment]));
        }
    }

    private static void Compose(PageComposer composer, List<PageBand> bands, PageMeasures measures, int depth)
    {
        foreach (PageRegion region in PageRegion.Of(bands, measures))
        {
            switch (region.Kind)
            {
                case RegionKind.Table:
                    AddTable(composer, region, measures);
                    break;
                case RegionKind.Columns when depth < MostDepth:
                    foreach (IGrouping<int, PageSegment> column in region.Bands.SelectMany(static band => band.Segments).GroupBy(region.Gutters.ColumnOf).OrderBy(static column => column.Key))
                    {
                        Compose(composer, PageBand.Of(column), measures, depth + 1);
                    }

                    break;
                default:
                    PageParagraphs.Add(composer, region.Bands, measures);
                    break;
            }
        }
    }

    private static void AddTable(PageComposer composer, PageRegion region, PageMeasures measures)
    {
        List<List<PageSegment>[]> rows = TableRows.Of(region, measures.LineGap);
        // The first row names the columns when it has no figures and those below have.
        bool headed = rows.Count > 1 && !rows[0].Any(HasFigure) && rows.Skip(1).Any(static row => row.Any(HasFigure));
        int table = composer.Tables++;
        for (int row = 0; row < rows.Count; row++)
        {
            int last = -1;
            for (int column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column].Count > 0)
                {
                    TextSpan span = composer.PutCell(rows[row][column], last < 0 ? 0 : column - last);
                    composer.Add(BlockKind.TableCell, span, cell: new TableCell(table, row, column, headed && row == 0));
                    last = column;
                }
            }
        }
    }

    private static bool HasFigure(List<PageSegment> cell) => cell.Exists(static segment => PageRegion.IsFigure(segment.Text) && !IsYear(segment.Text));

    // “2020” over a column names it.
    private static bool IsYear(string text) => text.Length == 4 && text[0] is '1' or '2' && text.All(char.IsAsciiDigit);
}
