namespace BienNien.Reading.Pages;

/// <summary>The strips of an area, from top to bottom of it, in which nothing is printed: between them stand its columns.</summary>
internal sealed class Gutters
{
    private readonly List<(float Left, float Right)> _strips;

    private Gutters(List<(float Left, float Right)> strips) => _strips = strips;

    /// <summary>How many columns they part: one more than there are strips with something on either side.</summary>
    public int Columns => _strips.Count - 1;

    /// <summary>The strips beside and between the lines of a band.</summary>
    public static Gutters Of(IEnumerable<PageSegment> segments)
    {
        List<(float Left, float Right)> strips = [];
        float right = float.NegativeInfinity;
        foreach (PageSegment segment in segments.OrderBy(static segment => segment.Box.Left))
        {
            if (segment.Box.Left > right)
            {
                strips.Add((right, segment.Box.Left));
            }

            right = Math.Max(right, segment.Box.Right);
        }

        strips.Add((right, float.PositiveInfinity));
        return new Gutters(strips);
    }

    /// <summary>The strips that are empty in both.</summary>
    /// <param name="other">Of another band.</param>
    /// <param name="least">Strips narrower than this part nothing.</param>
    public Gutters With(Gutters other, float least)
    {
        List<(float Left, float Right)> both = [];
        for (int i = 0, j = 0; i < _strips.Count && j < other._strips.Count;)
        {
            float left = Math.Max(_strips[i].Left, other._strips[j].Left);
            float right = Math.Min(_strips[i].Right, other._strips[j].Right);
            if (right - left >= least)
            {
                both.Add((left, right));
            }

            if (_strips[i].Right < other._strips[j].Right)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return new Gutters(both);
    }

    /// <summary>Without the strips that part nothing: a name on the left of its column and figures on the right leave one between them.</summary>
    /// <param name="bands">No band has a line on either side of such a strip, next to it.</param>
    public Gutters Joined(IReadOnlyList<PageBand> bands)
    {
        Gutters joined = this;
        for (int column = 0; column + 1 < joined.Columns;)
        {
            bool parts = bands.Any(band => band.Segments.Exists(segment => joined.ColumnOf(segment) == column) && band.Segments.Exists(segment => joined.ColumnOf(segment) == column + 1));
            if (parts)
            {
                column++;
            }
            else
            {
                joined = new Gutters([.. joined._strips.Where((_, i) => i != column + 1)]);
            }
        }

        return joined;
    }

    /// <summary>The column in which a line begins, from 0.</summary>
    public int ColumnOf(PageSegment segment)
    {
        int column = 0;
        while (column + 1 < Columns && _strips[column + 1].Left < segment.Box.Left + 0.5f)
        {
            column++;
        }

        return column;
    }

    /// <summary>Whether a line lies in one column.</summary>
    public bool Holds(PageSegment segment) => _strips.TrueForAll(strip => segment.Box.Right <= strip.Right + 0.5f && segment.Box.Right <= strip.Left + 0.5f || segment.Box.Left >= strip.Right - 0.5f);
}
