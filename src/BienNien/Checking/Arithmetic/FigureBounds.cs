using System.Collections.Immutable;
using System.Globalization;
using BienNien.Finding.Quantities;
using BienNien.Knowledge;

namespace BienNien.Checking.Arithmetic;

/// <summary>The units of administration, by which what is possible differs.</summary>
internal enum PlaceLevel
{
    /// <summary>thôn, bản, ấp</summary>
    Hamlet,

    /// <summary>xã, phường, thị trấn</summary>
    Commune,

    /// <summary>huyện, quận, thị xã</summary>
    District,

    /// <summary>tỉnh</summary>
    Province,

    /// <summary>Nothing says which, or the whole country.</summary>
    Country,
}

/// <summary>One row of <c>data/figure-bounds.tsv</c>.</summary>
/// <param name="Leads">Words before the figure in its clause; empty when none need stand there.</param>
/// <param name="Subjects">Words in the sentence before it; empty when none need stand there.</param>
/// <param name="After">Words right behind the unit; empty when none need stand there.</param>
/// <param name="Not">Words before the figure in its clause with which the row says nothing.</param>
/// <param name="Base">What the unit counts back to.</param>
/// <param name="IsPeople">Whether any noun for people will do as the unit.</param>
/// <param name="Level">The greatest unit of administration that it holds for; null for all.</param>
/// <param name="Least">In the base unit.</param>
/// <param name="Most">In the base unit; 0 when the unit is of another kind.</param>
internal sealed record FigureBound(
    ImmutableArray<string> Leads, ImmutableArray<string> Subjects, ImmutableArray<string> After, ImmutableArray<string> Not, string Base, bool IsPeople, PlaceLevel? Level, decimal Least, decimal Most);

/// <summary>Bounds within which figures can be right at all. Immutable.</summary>
internal sealed class FigureBounds
{
    private readonly ImmutableDictionary<string, ImmutableArray<FigureBound>> _byBase;

    private FigureBounds(ImmutableDictionary<string, ImmutableArray<FigureBound>> byBase) => _byBase = byBase;

    /// <summary>Reads the table that the engine carries.</summary>
    public static FigureBounds Load()
    {
        UnitTable units = UnitTable.Load();
        DataTable table = DataTable.Load("figure-bounds");
        (int lead, int subject, int after, int not, int unit, int level, int least, int most) = (
            table.IndexOf("lead"), table.IndexOf("subject"), table.IndexOf("after"), table.IndexOf("not"), table.IndexOf("unit"), table.IndexOf("level"), table.IndexOf("least"), table.IndexOf("most"));
        return new FigureBounds(table.Rows.Select(row =>
        {
            UnitMeasure measure = units.Find(row[unit]);
            decimal scale = measure.Scale / measure.Divisor;
            return new FigureBound(
                Words(row[lead]), Words(row[subject]), Words(row[after]), Words(row[not]), measure.Base, row[unit] == "người", LevelOf(row[level]),
                decimal.Parse(row[least], CultureInfo.InvariantCulture) * scale, decimal.Parse(row[most], CultureInfo.InvariantCulture) * scale);
        }).GroupBy(static bound => bound.Base).ToImmutableDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>The bounds for figures of a unit; empty when there is none.</summary>
    public ImmutableArray<FigureBound> Of(Amount amount) =>
        _byBase.TryGetValue(amount.Class == "person" && amount.Base is not "đảng viên" and not "học sinh" ? "người" : amount.Base, out ImmutableArray<FigureBound> bounds) ? bounds : [];

    /// <summary>The unit of administration that a word names, or null.</summary>
    public static PlaceLevel? LevelOf(string word) => word switch
    {
        "thôn" => PlaceLevel.Hamlet,
        "xã" => PlaceLevel.Commune,
        "huyện" => PlaceLevel.District,
        "tỉnh" => PlaceLevel.Province,
        "nước" => PlaceLevel.Country,
        _ => null,
    };

    private static ImmutableArray<string> Words(string cell) => cell == "-" ? [] : [.. cell.Split('|')];
}
