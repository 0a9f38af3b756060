using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>What a table says about one of its figures, beside its value and unit.</summary>
/// <param name="Place">The cell that it stands in.</param>
/// <param name="Indicator">What is measured, as the heads of its row or column say it, from the outermost to its own, without unit and row number; empty when no head says so.</param>
/// <param name="Scope">The place or body that a head or the caption names, as written; empty without one.</param>
/// <param name="Period">EDTF, from a head or the caption; empty without one.</param>
/// <param name="Measure">Whether the column or row gives the value or compares it.</param>
/// <param name="Base">For a comparison, the period that it counts from (EDTF); empty otherwise or when not told.</param>
/// <param name="Evidence">The heads that this was read from, in reading order.</param>
public sealed record CellContext(
    TableCell Place,
    string Indicator,
    string Scope,
    string Period,
    FigureMeasure Measure,
    string Base,
    ImmutableArray<TextSpan> Evidence)
{
    /// <summary>Whether the row or column holds totals: <c>Tổng số</c>, <c>Cộng</c>.</summary>
    public bool IsTotal { get; init; }

    /// <summary>Whether the value was planned, not reached: a column <c>Kế hoạch năm 2023</c>.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>The cells that a comparison compares, the compared one first, then its base; empty when it is none or the cells are not there.</summary>
    public ImmutableArray<TableCell> Compared { get; init; } = [];
}
