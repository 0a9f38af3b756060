using BienNien.Finding.Quantities.Tables;
using BienNien.Time;

namespace BienNien.Finding.Quantities;

/// <summary>What a counted or measured amount means.</summary>
/// <param name="Value">The number, scale resolved (<c>10 vạn</c> is 100000); null where only an order of magnitude is said.</param>
/// <param name="Unit">The unit or the noun counted, as written, without scale; <c>%</c>, <c>lần</c>; empty where there is none.</param>
/// <param name="Mod">How the words around the number change it.</param>
public sealed record QuantityValue(decimal? Value, string Unit, TimexMod Mod = TimexMod.None) : MentionValue
{
    /// <summary>The upper end of a range (<c>01 - 02 nhiệm vụ</c>).</summary>
    public decimal? To { get; init; }

    /// <summary>The whole of a fraction (<c>156/187 cơ sở</c>).</summary>
    public decimal? Of { get; init; }

    /// <summary>The order of magnitude for <see cref="TimexMod.Order"/>: 10000 for “hàng vạn”.</summary>
    public long? Order { get; init; }

    /// <summary>How its figures are dressed; where only the document's other numbers tell, what they tell.</summary>
    public NumberDress Dress { get; init; }

    /// <summary>Whether the document dresses most of its other numbers otherwise.</summary>
    public bool DepartsInDress { get; init; }

    /// <summary>What a table says about the figure; null outside tables.</summary>
    public CellContext? Cell { get; init; }
}
