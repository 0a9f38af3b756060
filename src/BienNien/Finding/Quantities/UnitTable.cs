using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using BienNien.Knowledge;

namespace BienNien.Finding.Quantities;

/// <summary>What a unit measures, so that figures can be compared.</summary>
/// <param name="Canonical">The one spelling of the unit: <c>km2</c> for <c>km²</c> and <c>ki-lô-mét vuông</c>; parts of a rate joined with <c>/</c>.</param>
/// <param name="Dimension">What it measures: <c>length</c>, <c>money/count:người/time</c>, <c>count:hộ</c>; <c>number</c> without a unit.</param>
/// <param name="Base">The units that it counts back to: <c>m2</c>, <c>đồng/người/tháng</c>.</param>
/// <param name="Scale">How many of the base one is, above the line.</param>
/// <param name="Divisor">How many of the base one is, below the line: 12 for a year counted back to months; never 0.</param>
public sealed record UnitMeasure(string Canonical, string Dimension, string Base, decimal Scale, decimal Divisor)
{
    /// <summary>Whether a value of the one can be told in the other: the same dimension and base. Two currencies, and measures whose size changed, do not convert.</summary>
    public bool ConvertsTo(UnitMeasure other) => Dimension == other.Dimension && Base == other.Base;

    /// <summary>A value of this unit, told in another.</summary>
    /// <exception cref="ArgumentException">The units do not convert.</exception>
    public decimal Convert(decimal value, UnitMeasure other) => ConvertsTo(other)
        ? value * Scale * other.Divisor / (Divisor * other.Scale)
        : throw new ArgumentException($"«{Canonical}» does not convert to «{other.Canonical}».", nameof(other));
}

/// <summary>The units of <c>data/units.tsv</c> by any of their spellings, with rates of them and of what is counted. Immutable.</summary>
public sealed class UnitTable
{
    private readonly FrozenDictionary<string, UnitMeasure> _exact;
    private readonly FrozenDictionary<string, UnitMeasure> _anyCase;
    private readonly FrozenDictionary<string, decimal> _scales;

    private UnitTable(Dictionary<string, UnitMeasure> units, Dictionary<string, decimal> scales)
    {
        _exact = units.ToFrozenDictionary(StringComparer.Ordinal);
        Dictionary<string, UnitMeasure> folded = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, UnitMeasure unit) in units)
        {
            folded.TryAdd(name, unit);
        }

        _anyCase = folded.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _scales = scales.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        Units = [.. units.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The spellings of the table, without rates, in ordinal order.</summary>
    public ImmutableArray<string> Units { get; }

    /// <summary>Reads the table that the engine carries.</summary>
    public static UnitTable Load()
    {
        Dictionary<string, UnitMeasure> units = new(StringComparer.Ordinal);
        DataTable table = DataTable.Load("units");
        (int unit, int canonical, int dimension, int unitBase, int scale) =
            (table.IndexOf("unit"), table.IndexOf("canonical"), table.IndexOf("dimension"), table.IndexOf("base"), table.IndexOf("scale"));
        foreach (var row in table.Rows)
        {
            units.Add(row[unit], new UnitMeasure(row[canonical], row[dimension], row[unitBase], decimal.Parse(row[scale], CultureInfo.InvariantCulture), 1));
        }

        // Times stand only in rates; months of a year and days of a month do not convert.
        foreach ((string name, string of, decimal times) in new (string, string, decimal)[]
        {
            ("năm", "tháng", 12), ("quý", "tháng", 3), ("tháng", "tháng", 1), ("tuần", "s", 604_800), ("ngày", "s", 86_400), ("ngày đêm", "s", 86_400),
            ("giờ", "s", 3_600), ("h", "s", 3_600), ("phút", "s", 60), ("giây", "s", 1), ("s", "s", 1),
        })
        {
            units.TryAdd(name, new UnitMeasure(name, "time", of, times, 1));
        }

        Dictionary<string, decimal> scales = new(StringComparer.OrdinalIgnoreCase);
        DataTable words = DataTable.Load("number-words");
        (int word, int value, int role) = (words.IndexOf("word"), words.IndexOf("value"), words.IndexOf("role"));
        foreach (var row in words.Rows.Where(row => row[role] == "scale"))
        {
            scales.Add(row[word], decimal.Parse(row[value], CultureInfo.InvariantCulture));
        }

        return new UnitTable(units, scales);
    }

    /// <summary>What a unit measures, as <see cref="QuantityValue.Unit"/> has it; a noun that the table lacks is counted.</summary>
    /// <param name="unit">Any spelling, alone or in a rate: <c>đồng/người/năm</c>, <c>bác sĩ/vạn dân</c>; empty for a bare number.</param>
    public UnitMeasure Find(string unit)
    {
        string text = unit.Normalize().Trim();
        if (text.Length == 0)
        {
            return new UnitMeasure("", "number", "", 1, 1);
        }

        string[] parts = text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
        {
            return Counted(text);
        }

        UnitMeasure first = One(parts[0]);
        if (parts.Length == 1)
        {
            return first;
        }

        StringBuilder canonical = new(first.Canonical);
        StringBuilder dimension = new(first.Dimension);
        StringBuilder counted = new(first.Base);
        decimal divisor = first.Divisor;
        foreach (string part in parts.AsSpan(1))
        {
            (decimal number, UnitMeasure below) = Below(part);
            canonical.Append('/').Append(number == 1 ? "" : number.ToString("0", CultureInfo.InvariantCulture) + " ").Append(below.Canonical);
            dimension.Append('/').Append(below.Dimension);
            counted.Append('/').Append(below.Base);
            divisor *= number * below.Scale;
        }

        return new UnitMeasure(canonical.ToString(), dimension.ToString(), counted.ToString(), first.Scale, divisor);
    }

    private UnitMeasure One(string name) => _exact.TryGetValue(name, out UnitMeasure? unit) || _anyCase.TryGetValue(name, out unit) ? unit : Counted(name);

    private static UnitMeasure Counted(string noun)
    {
        string name = noun.ToLowerInvariant();
        return new UnitMeasure(name, "count:" + name, name, 1, 1);
    }

    // “vạn dân”, “100.000 dân”, “1 năm”: what stands below the line with its own number.
    private (decimal Number, UnitMeasure Unit) Below(string part)
    {
        decimal number = 1;
        string rest = part;
        while (rest.IndexOf(' ', StringComparison.Ordinal) is var space and > 0)
        {
            string head = rest[..space];
            if (_scales.TryGetValue(head, out decimal scale))
            {
                number *= scale;
            }
            else if (char.IsAsciiDigit(head[0]) && decimal.TryParse(head.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out decimal figures) && figures > 0)
            {
                number *= figures;
            }
            else
            {
                break;
            }

            rest = rest[(space + 1)..];
        }

        return (number, One(rest));
    }
}
