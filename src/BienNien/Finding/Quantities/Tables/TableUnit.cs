namespace BienNien.Finding.Quantities.Tables;

/// <summary>The unit that a head gives to the figures under or beside it. <c>default</c> is none.</summary>
/// <param name="Text">As running text writes it, without scale: <c>đồng</c> for <c>Tỷ đồng</c>; empty where only a scale is told.</param>
/// <param name="Scale">What figures are multiplied by; 0 where there is no unit.</param>
internal readonly record struct TableUnit(string Text, decimal Scale)
{
    /// <summary>Whether there is one.</summary>
    public bool IsKnown => Scale > 0;

    /// <summary>This unit, or another when there is none.</summary>
    public TableUnit Or(TableUnit other) => IsKnown ? this : other;
}
