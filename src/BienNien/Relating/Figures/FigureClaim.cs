using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Relating.Figures;

/// <summary>What a document gives as the figure of an indicator: what is measured, where, for which time, how much, and how it stands to others.</summary>
/// <param name="Span">The figure's words.</param>
/// <param name="Rule">The rule that read it.</param>
/// <param name="Status">Asserted, or planned: a target.</param>
/// <param name="Evidence">The figure's sentence or cell first, then the heads, headings and times that it leans on.</param>
/// <param name="Figure">Index of the QUANTITY mention: value, upper end, whole and approximation stand there.</param>
/// <param name="Indicator">What is measured.</param>
/// <param name="Measure">Whether the figure is the value itself or compares it.</param>
/// <param name="Turn">Whether the words say that it rose or fell.</param>
/// <param name="Unit">The unit as written, what the indicator's name says of it included (<c>giá trị sản xuất/ha: 35 triệu đồng</c> is <c>đồng/ha</c>); empty for none.</param>
/// <param name="Scope">Where it was measured.</param>
/// <param name="Period">For which time.</param>
/// <param name="Relations">How it stands to other figures; empty, never default.</param>
public sealed record FigureClaim(
    TextSpan Span,
    RuleId Rule,
    ClaimStatus Status,
    ImmutableArray<TextSpan> Evidence,
    int Figure,
    Indicator Indicator,
    FigureMeasure Measure,
    FigureTurn Turn,
    string Unit,
    FigureScope Scope,
    FigurePeriod Period,
    ImmutableArray<FigureRelation> Relations) : Claim(Span, Rule, Status, Evidence);

/// <summary>What a figure measures.</summary>
/// <param name="Name">As written, without unit, place and time; on one line.</param>
/// <param name="Key">The same for all spellings of one indicator: see <see cref="IndicatorNames"/>.</param>
public readonly record struct Indicator(string Name, string Key);

/// <summary>Whether words say that a value rose or fell.</summary>
public enum FigureTurn
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>It rose, or was higher than its base or plan.</summary>
    Rise,

    /// <summary>It fell, or was lower.</summary>
    Fall,
}

/// <summary>The place or body that a figure holds for.</summary>
/// <param name="Name">As written, on one line: a place or body, or <c>toàn ngành</c>; empty when nothing says it.</param>
/// <param name="Key">The same for all ways to write one place within a document: <c>province:cao bằng</c>; empty when nothing says it.</param>
/// <param name="Mention">Index of the PLACE or ORG mention; -1 without one.</param>
/// <param name="Implied">Whether it stands elsewhere: in a heading, or as the place that the whole document is about.</param>
public readonly record struct FigureScope(string Name, string Key, int Mention, bool Implied)
{
    private static readonly string[] _types = ["tỉnh ", "thành phố ", "thị xã ", "thị trấn ", "huyện ", "quận ", "châu ", "xã ", "phường "];

    /// <summary>Nothing says where.</summary>
    public static FigureScope None => new("", "", -1, Implied: false);

    /// <summary>The place or body of a mention.</summary>
    internal static FigureScope Of(Mention mention, string surface, int index, bool implied)
    {
        string name = FigureText.OneLine(surface);
        string bare = name.ToLowerInvariant();
        string level = mention.Value is PlaceValue place ? place.Level : "org";
        string? type = mention.Value is PlaceValue ? Array.Find(_types, type => bare.StartsWith(type, StringComparison.Ordinal)) : null;
        return new FigureScope(FigureText.Cased(name, type?.Length ?? 0), $"{level}:{bare[(type?.Length ?? 0)..]}", index, implied);
    }
}

/// <summary>The time that a figure holds for.</summary>
/// <param name="Value">EDTF; empty when nothing says it.</param>
/// <param name="Mention">Index of the TIME mention; -1 without one, as for a period told by a table's context.</param>
/// <param name="Implied">Whether it stands elsewhere: before in the paragraph, in the line that leads to a list, in a heading.</param>
public readonly record struct FigurePeriod(string Value, int Mention, bool Implied)
{
    /// <summary>Nothing says when.</summary>
    public static FigurePeriod None => new("", -1, Implied: false);

    /// <summary>When a time says that something was: a day, a year, a period, or what a length counted from a date comes to; empty for other lengths, for sets and “hiện nay”.</summary>
    internal static string Told(Mention mention) => mention.Value switch
    {
        TimeValue { Type: TimexType.Date, Value: { Length: > 0 } value } when value[0] is not ('P' or 'X') => value,
        TimeValue { Type: TimexType.Duration, Anchored: { Length: > 0 } reached } => reached,
        _ => "",
    };
}
