namespace BienNien.Finding.Quantities;

/// <summary>A number read from a text.</summary>
/// <param name="End">One past its last token; 0 when there is none.</param>
/// <param name="Value">What it is worth, scale words included.</param>
/// <param name="Grouped">Whether a mark groups its thousands (<c>5.700.000</c>): such a number is never a year or a name.</param>
/// <param name="Scaled">Whether a scale word multiplies it (<c>10 vạn</c>).</param>
/// <param name="Words">Of how many number words it consists, figures not counted.</param>
internal readonly record struct ReadNumber(int End, decimal Value, bool Grouped, bool Scaled, int Words)
{
    /// <summary>How its figures are dressed.</summary>
    public NumberDress Dress { get; init; }

    /// <summary>The upper end when two numbers are said in one breath (<c>ba bốn trăm</c>); 0 otherwise.</summary>
    public decimal To { get; init; }

    /// <summary>What its last scale word is worth; 1 without one. Half of it is a <c>rưỡi</c>.</summary>
    public decimal Scale { get; init; }
}
