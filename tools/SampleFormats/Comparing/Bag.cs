namespace BienNien.SampleFormats.Comparing;

/// <summary>How far two lists hold the same things, each as often; their order does not matter.</summary>
/// <param name="Agreement">Twice what they share by what they hold together, 0 to 1.</param>
/// <param name="Missing">What only the first list holds.</param>
/// <param name="Extra">What only the second list holds.</param>
internal sealed record Bag(double Agreement, IReadOnlyList<string> Missing, IReadOnlyList<string> Extra)
{
    /// <summary>Compares two lists.</summary>
    public static Bag Compare(IReadOnlyCollection<string> wanted, IReadOnlyCollection<string> seen)
    {
        List<string> extra = [.. seen];
        List<string> missing = [];
        int common = 0;
        foreach (string one in wanted)
        {
            if (extra.Remove(one))
            {
                common++;
            }
            else
            {
                missing.Add(one);
            }
        }

        int all = wanted.Count + seen.Count;
        return new Bag(all == 0 ? 1 : 2.0 * common / all, missing, extra);
    }
}
