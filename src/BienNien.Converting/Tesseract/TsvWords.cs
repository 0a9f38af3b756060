using System.Globalization;
using System.Text;
using BienNien.Reading.Pages;
using BienNien.Text;

namespace BienNien.Converting.Tesseract;

/// <summary>What <c>tesseract … tsv</c> writes: pages, blocks, paragraphs, lines and words, each with its rectangle in pixels.</summary>
internal static class TsvWords
{
    private const int Columns = 12;
    private const int PageLevel = 1;
    private const int LineLevel = 4;
    private const int WordLevel = 5;

    /// <summary>Reads the pages while they are written.</summary>
    /// <param name="output">Of Tesseract.</param>
    /// <param name="points">How many points a pixel is.</param>
    public static List<PageText> Read(Stream output, float points)
    {
        List<PageText> pages = [];
        PageText.Builder? page = null;
        using StreamReader reader = new(output, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            // level, page, block, paragraph, line, word, left, top, width, height, confidence, text
            string[] cells = line.Split('\t', Columns);
            if (cells.Length < Columns || !int.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out int level))
            {
                continue;
            }

            float left = Number(cells[6]) * points;
            float top = Number(cells[7]) * points;
            float width = Number(cells[8]) * points;
            float height = Number(cells[9]) * points;
            switch (level)
            {
                case PageLevel:
                    Close();
                    page = new PageText.Builder(new PageSize(width, height));
                    break;
                case LineLevel:
                    page?.EndLine();
                    break;
                case WordLevel when cells[11].AsSpan().Trim().TrimStart('|').IsEmpty:
                    // The rule between two columns of a table is no word: it parts them.
                    page?.EndLine();
                    break;
                case WordLevel:
                    page?.Add(cells[11], new PageRectangle(left, top, left + width, top + height), (byte)Math.Clamp(Number(cells[10]), 0, 100));
                    break;
            }
        }

        Close();
        return pages;

        void Close()
        {
            if (page is not null)
            {
                pages.Add(page.Build());
            }
        }
    }

    private static float Number(string cell) => float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float value) && float.IsFinite(value) ? value : 0;
}
