using System.Collections.Immutable;
using System.Globalization;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Checking.Form;

/// <summary>One thing that a standard prescribes (<c>data/form-limits.tsv</c>).</summary>
/// <param name="Least">The least, or the word for what is prescribed.</param>
/// <param name="Most">The most; null for none.</param>
/// <param name="Source">The provision, as messages cite it.</param>
internal sealed record FormLimit(string Least, string? Most, BilingualText Source)
{
    /// <summary>The least as a number.</summary>
    public decimal From { get; } = decimal.TryParse(Least, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal least) ? least : 0;

    /// <summary>The most as a number.</summary>
    public decimal To { get; } = decimal.TryParse(Most, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal most) ? most : decimal.MaxValue;

    /// <summary>Whether a measure is within the limits, or so little beyond that it is rounding.</summary>
    public bool Allows(decimal measured, decimal rounding = 0) => measured >= From - rounding && (To == decimal.MaxValue || measured <= To + rounding);

    /// <summary>The limits as a reader writes them: <c>20–25</c>, <c>12,7</c>.</summary>
    public BilingualText Range => Measures.Both(format => Most is null || Most == Least ? Measures.Number(From, format) : $"{Measures.Number(From, format)}–{Measures.Number(To, format)}");
}

/// <summary>A standard of the form of papers (<c>data/form-standards.tsv</c>, <c>data/form-limits.tsv</c>).</summary>
public sealed class FormStandard
{
    private readonly ImmutableDictionary<(string Part, string Property), ImmutableArray<FormLimit>> _limits;

    private FormStandard(string code, string heading, BilingualText name, DateOnly since, DateOnly? until, BilingualText? successor, ImmutableDictionary<(string, string), ImmutableArray<FormLimit>> limits)
    {
        (Code, Heading, Name, Since, Until, Successor) = (code, heading, name, since, until, successor);
        _limits = limits;
    }

    /// <summary>The short name in <c>data/</c>: <c>ND30</c>, <c>HD36</c>.</summary>
    public string Code { get; }

    /// <summary>The line at the head of a paper by which it is known.</summary>
    public string Heading { get; }

    /// <summary>How it is cited.</summary>
    public BilingualText Name { get; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly Since { get; }

    /// <summary>The first day on which it holds no more; null while it holds.</summary>
    public DateOnly? Until { get; }

    /// <summary>What holds then.</summary>
    public BilingualText? Successor { get; }

    /// <summary>All standards that the engine carries.</summary>
    public static ImmutableArray<FormStandard> LoadAll()
    {
        DataTable standards = DataTable.Load("form-standards");
        DataTable limits = DataTable.Load("form-limits");
        int code = standards.IndexOf("standard");
        return
        [
            .. standards.Rows.Select(row => new FormStandard(
                row[code],
                row[standards.IndexOf("heading")],
                new BilingualText(row[standards.IndexOf("name")], row[standards.IndexOf("name_en")]),
                Day(row[standards.IndexOf("since")])!.Value,
                Day(row[standards.IndexOf("until")]),
                row[standards.IndexOf("successor")] is { Length: > 0 } successor ? new BilingualText(successor, row[standards.IndexOf("successor_en")]) : null,
                Limits(limits, row[code]))),
        ];
    }

    /// <summary>What is prescribed of a part; null when nothing is.</summary>
    internal FormLimit? Limit(string part, string property) => Limits(part, property) is [var first, ..] ? first : null;

    /// <summary>All that is allowed of a part, one beside the other; empty when nothing is prescribed.</summary>
    internal ImmutableArray<FormLimit> Limits(string part, string property) => _limits.GetValueOrDefault((part, property), []);

    private static ImmutableDictionary<(string, string), ImmutableArray<FormLimit>> Limits(DataTable table, string standard)
    {
        (int code, int part, int property) = (table.IndexOf("standard"), table.IndexOf("part"), table.IndexOf("property"));
        (int least, int most, int source, int english) = (table.IndexOf("least"), table.IndexOf("most"), table.IndexOf("source"), table.IndexOf("source_en"));
        return table.Rows.Where(row => row[code] == standard).GroupBy(row => (row[part], row[property])).ToImmutableDictionary(
            static group => group.Key,
            group => group.Select(row => new FormLimit(row[least], row[most].Length == 0 ? null : row[most], new BilingualText(row[source], row[english]))).ToImmutableArray());
    }

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
