namespace BienNien.Finding.Quantities;

/// <summary>How a number's thousands and decimals are set apart.</summary>
public enum NumberDress
{
    /// <summary>Nothing is set apart, or the number is in words: <c>98</c>, <c>hai mươi</c>.</summary>
    Plain,

    /// <summary>Points group, a comma opens the decimals: <c>6.724,72</c>, <c>26,7</c>.</summary>
    Vietnamese,

    /// <summary>Commas group, a point opens the decimals: <c>12,500.75</c>, <c>7.5</c>.</summary>
    English,

    /// <summary>Spaces group: <c>1 250 000</c>.</summary>
    Spaced,

    /// <summary>One mark with three figures behind it: <c>1.307</c> and <c>12,500</c> group or open decimals as the document's other numbers do.</summary>
    Ambiguous,
}

/// <summary>How dresses are written in data.</summary>
public static class NumberDresses
{
    /// <summary>plain, vietnamese, english, spaced or ambiguous.</summary>
    public static string Code(this NumberDress dress) => dress switch
    {
        NumberDress.Plain => "plain",
        NumberDress.Vietnamese => "vietnamese",
        NumberDress.English => "english",
        NumberDress.Spaced => "spaced",
        NumberDress.Ambiguous => "ambiguous",
        _ => throw new ArgumentOutOfRangeException(nameof(dress), dress, "A dress without a code."),
    };
}
