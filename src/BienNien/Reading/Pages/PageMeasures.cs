namespace BienNien.Reading.Pages;

/// <summary>What is usual on a page, measured once.</summary>
/// <param name="Height">Of the letters.</param>
/// <param name="LineGap">Between the lines of a paragraph.</param>
/// <param name="Pitch">From the middle of one line to the middle of the next.</param>
/// <param name="IsRecognised">Whether the words come from a picture: then their boxes hold ink alone, and lines differ by the letters in them.</param>
internal readonly record struct PageMeasures(float Height, float LineGap, float Pitch, bool IsRecognised)
{
    /// <summary>Measures the lines of a page.</summary>
    /// <param name="bands">From top to bottom.</param>
    /// <param name="isRecognised">Whether the words come from a picture.</param>
    public static PageMeasures Of(List<PageBand> bands, bool isRecognised)
    {
        const float UsualGapOfInk = 0.55f;
        const float UsualGap = 0.12f;
        const float WidestGap = 1.4f;
        if (bands.Count == 0)
        {
            return default;
        }

        // Long lines count for more: they are the running text.
        List<(float Height, int Weight)> heights = [.. bands.SelectMany(static band => band.Segments).Select(static segment => (segment.Height, segment.Text.Length)).OrderBy(static one => one.Height)];
        int half = heights.Sum(static one => one.Weight) / 2;
        int at = 0;
        for (int weight = heights[0].Weight; weight < half && at + 1 < heights.Count; weight += heights[at].Weight)
        {
            at++;
        }

        float height = heights[at].Height;
        List<float> gaps = [];
        List<float> pitches = [];
        for (int i = 1; i < bands.Count; i++)
        {
            float gap = bands[i].Top - bands[i - 1].Bottom;
            if (!bands[i].IsSplit && !bands[i - 1].IsSplit && gap < WidestGap * height && bands[i - 1].Segments[0].Text.Length > 40)
            {
                gaps.Add(gap);
                pitches.Add(bands[i].Segments[0].Middle - bands[i - 1].Segments[0].Middle);
            }
        }

        if (gaps.Count < 3)
        {
            float usual = height * (isRecognised ? UsualGapOfInk : UsualGap);
            return new PageMeasures(height, usual, height + usual, isRecognised);
        }

        // Most lines of a page go on with a paragraph: the lower half of the gaps is theirs.
        gaps.Sort();
        pitches.Sort();
        return new PageMeasures(height, Math.Max(0, gaps[gaps.Count / 3]), pitches[pitches.Count / 3], isRecognised);
    }
}
