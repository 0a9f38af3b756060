using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Relating.Figures;

namespace BienNien.Telling;

/// <summary>The figures of a document as a data set for readers: a line for each, with what compares it beside it.</summary>
/// <param name="Row">The figure.</param>
/// <param name="Comparisons">Those that compare this very figure in the same sentence or table row, in reading order; empty, never default.</param>
public sealed record FigureLine(FigureRow Row, ImmutableArray<FigureRow> Comparisons);

/// <summary>Makes rows of the figures that documents claim.</summary>
public static class FigureTable
{
    /// <summary>All figures of a document, one a row, in reading order; empty, never default.</summary>
    /// <param name="analysis">The document.</param>
    /// <param name="source">How it is called.</param>
    public static ImmutableArray<FigureRow> Rows(DocumentAnalysis analysis, FigureSource source)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        return [.. analysis.Claims.OfType<FigureClaim>().Select(claim => FigureRow.Of(analysis, claim, source))];
    }

    /// <summary>The same figures as lines: <c>đạt 1.382,08 tỷ đồng, bằng 110,6% kế hoạch</c> is one line, of a value with one comparison.</summary>
    /// <inheritdoc cref="Rows"/>
    public static ImmutableArray<FigureLine> Lines(DocumentAnalysis analysis, FigureSource source)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        Dictionary<int, int> lineOf = [];
        List<(FigureClaim Claim, FigureRow Row, ImmutableArray<FigureRow>.Builder Comparisons)> lines = [];
        foreach (FigureClaim claim in analysis.Claims.OfType<FigureClaim>())
        {
            FigureRow row = FigureRow.Of(analysis, claim, source);
            int of = claim.Relations.Select(static relation => relation.Of).Where(of => of != claim.Figure).DefaultIfEmpty(-1).First();
            if (lineOf.TryGetValue(of, out int line) && IsBeside(lines[line].Claim, lines[line].Row, claim, row))
            {
                lines[line].Comparisons.Add(row);
                continue;
            }

            lineOf.TryAdd(claim.Figure, lines.Count);
            lines.Add((claim, row, ImmutableArray.CreateBuilder<FigureRow>()));
        }

        return [.. lines.Select(static line => new FigureLine(line.Row, line.Comparisons.ToImmutable()))];
    }

    // A comparison far from what it compares has a line of its own: its source is elsewhere.
    private static bool IsBeside(FigureClaim level, FigureRow levelRow, FigureClaim claim, FigureRow row)
    {
        if (row.Period != levelRow.Period || row.Scope != levelRow.Scope || row.Status != levelRow.Status)
        {
            return false;
        }

        return (levelRow.Cell, row.Cell) switch
        {
            (null, null) => level.Evidence[0] == claim.Evidence[0],
            ({ } one, { } other) => (one.Table, one.Row) == (other.Table, other.Row),
            _ => false,
        };
    }
}
