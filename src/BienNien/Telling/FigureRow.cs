using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Telling;

/// <summary>The document that a row comes from.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Path">Where it lies, as the reader knows it.</param>
/// <param name="Title">What it is called in lists.</param>
public readonly record struct FigureSource(string Name, string Path, string Title);

/// <summary>One figure of one document as a row of a data set: all that is known of it, in values that a table can hold.</summary>
/// <remarks>A row needs no other: what it is compared with stands in it, where the document gives it.</remarks>
public sealed record FigureRow
{
    /// <summary>Where it stands.</summary>
    public required FigureSource Source { get; init; }

    /// <summary>The page, from 1; null in a document without pages.</summary>
    public int? Page { get; init; }

    /// <summary>The line of the text, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The figure's words.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Those words, on one line.</summary>
    public required string Text { get; init; }

    /// <summary>What is measured, as written.</summary>
    public required string Indicator { get; init; }

    /// <summary>The same for all spellings of one indicator.</summary>
    public required string IndicatorKey { get; init; }

    /// <summary>Whether it is the indicator's value or compares it.</summary>
    public required FigureMeasure Measure { get; init; }

    /// <summary>Whether the words say that it rose or fell.</summary>
    public FigureTurn Turn { get; init; }

    /// <summary>The place or body that it holds for, as written; empty when nothing says it.</summary>
    public string Scope { get; init; } = "";

    /// <summary>Whether <see cref="Scope"/> stands elsewhere, as in a heading.</summary>
    public bool ScopeIsImplied { get; init; }

    /// <summary>The time that it holds for, EDTF; empty when nothing says it.</summary>
    public string Period { get; init; } = "";

    /// <summary>Whether <see cref="Period"/> stands elsewhere.</summary>
    public bool PeriodIsImplied { get; init; }

    /// <summary>The number; null where only an order of magnitude is said.</summary>
    public decimal? Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? ValueTo { get; init; }

    /// <summary>The whole of a fraction: 187 for <c>156/187 cơ sở</c>.</summary>
    public decimal? Whole { get; init; }

    /// <summary>Without a number, its order of magnitude: 10000 for <c>hàng vạn</c>.</summary>
    public long? Magnitude { get; init; }

    /// <summary>The unit as written; empty for none.</summary>
    public string Unit { get; init; } = "";

    /// <summary>How the words shade the number.</summary>
    public TimexMod Mod { get; init; }

    /// <summary>How the document stands to it.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>How it stands to <see cref="Base"/>; null when it stands to nothing.</summary>
    public FigureRelationKind? Relation { get; init; }

    /// <summary>The base's time, EDTF; empty when not told.</summary>
    public string BasePeriod { get; init; } = "";

    /// <summary>What the base is, in the text's words: <c>cùng kỳ</c>, <c>dân số</c>; empty without words.</summary>
    public string Base { get; init; } = "";

    /// <summary>The base's number, when the document gives it.</summary>
    public decimal? BaseValue { get; init; }

    /// <summary>The unit of <see cref="BaseValue"/> as written; empty for none.</summary>
    public string BaseUnit { get; init; } = "";

    /// <summary>The cell that it stands in; null outside tables.</summary>
    public TableCell? Cell { get; init; }

    /// <summary>Whether it stands in a row or column of totals.</summary>
    public bool IsTotal { get; init; }

    /// <summary>The id of the rule that read it.</summary>
    public required string Rule { get; init; }

    /// <summary>A claim as a row.</summary>
    /// <param name="analysis">The document that makes it.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="source">How the document is called.</param>
    public static FigureRow Of(DocumentAnalysis analysis, FigureClaim claim, FigureSource source)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(claim);
        QuantityValue amount = Amount(analysis, claim.Figure);
        // A sum is no comparison: it comes into the row only when nothing else does.
        FigureRelation? relation = claim.Relations.FirstOrDefault(static relation => relation.Kind != FigureRelationKind.SumOf) ?? claim.Relations.FirstOrDefault();
        QuantityValue? over = relation is { Over: >= 0 } ? Amount(analysis, relation.Over) : null;
        return new FigureRow
        {
            Source = source,
            Page = analysis.Document.PageOf(claim.Span.Start),
            Line = analysis.Document.LineOf(claim.Span.Start),
            Span = claim.Span,
            Text = OneLine(analysis.Document.Surface(claim.Span)),
            Indicator = OneLine(claim.Indicator.Name),
            IndicatorKey = claim.Indicator.Key,
            Measure = claim.Measure,
            Turn = claim.Turn,
            Scope = OneLine(claim.Scope.Name),
            ScopeIsImplied = claim.Scope.Implied,
            Period = claim.Period.Value,
            PeriodIsImplied = claim.Period.Implied,
            Value = amount.Value,
            ValueTo = amount.To,
            Whole = amount.Of,
            Magnitude = amount.Order,
            Unit = OneLine(claim.Unit),
            Mod = amount.Mod,
            Status = claim.Status,
            Relation = relation?.Kind,
            BasePeriod = relation?.Period ?? "",
            Base = OneLine(relation?.Whole ?? ""),
            BaseValue = over?.Value,
            BaseUnit = over is null ? "" : OneLine(over.Unit),
            Cell = amount.Cell?.Place,
            IsTotal = amount.Cell is { IsTotal: true },
            Rule = claim.Rule.ToString(),
        };
    }

    private static QuantityValue Amount(DocumentAnalysis analysis, int mention) => (QuantityValue)analysis.Mentions[mention].Value;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
