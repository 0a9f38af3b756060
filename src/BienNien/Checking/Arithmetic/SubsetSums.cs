namespace BienNien.Checking.Arithmetic;

/// <summary>Tells whether some of the figures of a list make a total, so that the others may be parts of parts.</summary>
internal static class SubsetSums
{
    private const int Most = 12;

    /// <summary>Whether at least two of the parts, the last among them if it must be, add up to the total.</summary>
    public static bool Make(IReadOnlyList<Amount> parts, FigureRange total, bool withLast)
    {
        if (parts.Count > Most)
        {
            return true;
        }

        for (int mask = 1; mask < 1 << parts.Count; mask++)
        {
            if ((withLast && (mask >> (parts.Count - 1) & 1) == 0) || int.PopCount(mask) < 2)
            {
                continue;
            }

            FigureRange sum = new(0, 0);
            for (int i = 0; i < parts.Count; i++)
            {
                if ((mask >> i & 1) != 0 && parts[i].Range is { } range)
                {
                    sum = new FigureRange(sum.Least + range.Least, sum.Most + range.Most);
                }
            }

            if (sum.Meets(total))
            {
                return true;
            }
        }

        return false;
    }
}
