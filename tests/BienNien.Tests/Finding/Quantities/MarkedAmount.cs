using System.Globalization;
using BienNien.Tests.Finding.Marked;

namespace BienNien.Tests.Finding.Quantities;

/// <summary>An amount as a person marked it: <c>VALUE; unit=…; mod=…; to=…; of=…; order=…</c>.</summary>
/// <param name="Value">The number; null where only an order of magnitude is said.</param>
/// <param name="To">The upper end of a range.</param>
/// <param name="Of">The whole of a fraction.</param>
/// <param name="Order">The order of magnitude.</param>
/// <param name="Unit">The unit, empty where there is none.</param>
/// <param name="Mod">The code of the modifier, empty where there is none.</param>
internal sealed record MarkedAmount(decimal? Value, decimal? To, decimal? Of, decimal? Order, string Unit, string Mod)
{
    /// <summary>Reads what a mark says.</summary>
    public static MarkedAmount Read(Mark mark)
    {
        var parts = mark.Says.Split(';', StringSplitOptions.TrimEntries);
        var told = parts.Skip(1).Where(static part => part.Length > 0).Select(static part => part.Split('=', 2)).ToDictionary(static pair => pair[0].Trim(), static pair => pair[1].Trim(), StringComparer.Ordinal);
        return new MarkedAmount(Number(parts[0]), Number(told.GetValueOrDefault("to")), Number(told.GetValueOrDefault("of")), Number(told.GetValueOrDefault("order")), told.GetValueOrDefault("unit", ""), told.GetValueOrDefault("mod", ""));
    }

    private static decimal? Number(string? text) => text is null or "null" ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
