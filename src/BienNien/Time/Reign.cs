using System.Collections.Immutable;
using System.Globalization;

namespace BienNien.Time;

/// <summary>A reign era, niên hiệu.</summary>
/// <param name="Name">The era's name, <c>Hồng Đức</c>.</param>
/// <param name="OtherNames">Other spellings and readings (Minh Mệnh for Minh Mạng).</param>
/// <param name="First">The lunar year that counts as its year 1.</param>
/// <param name="Last">The last lunar year in which it was used, also in part.</param>
/// <param name="Ruler">Who reigned, by the name that histories use.</param>
/// <param name="Dynasty">The dynasty, <c>Lê sơ</c>.</param>
/// <param name="Source">Where the row is taken from.</param>
public sealed record Reign(string Name, ImmutableArray<string> OtherNames, int First, int Last, string Ruler, string Dynasty, string Source)
{
    /// <summary>The lunar year of a year of the era, whether or not the era lasted so long: a source may count on.</summary>
    /// <param name="yearOfReign">1 is nguyên niên.</param>
    public int YearOf(int yearOfReign) => First + yearOfReign - 1;

    /// <summary>Whether the era has such a year.</summary>
    public bool HasYear(int yearOfReign) => yearOfReign >= 1 && YearOf(yearOfReign) <= Last;
}

/// <summary>A year counted within an era, as a source writes it.</summary>
/// <param name="Reign">The era.</param>
/// <param name="Number">1 is nguyên niên.</param>
public sealed record ReignYear(Reign Reign, int Number)
{
    /// <summary>The lunar year, by the solar year in which it begins: Tự Đức 10 is 1857.</summary>
    public int Year => Reign.YearOf(Number);

    /// <summary>The name of that year in the cycle of sixty.</summary>
    public CanChi CanChi => CanChi.OfYear(Year);

    /// <summary><c>Tự Đức 10</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Reign.Name} {Number}");
}

/// <summary>The eras of the Vietnamese dynasties, from Đinh to Nguyễn.</summary>
public sealed class ReignTable
{
    private readonly Dictionary<string, ImmutableArray<Reign>> _byName;

    /// <summary>A table of these eras.</summary>
    public ReignTable(IEnumerable<Reign> reigns)
    {
        All = [.. reigns.OrderBy(r => r.First).ThenBy(r => r.Name, StringComparer.Ordinal)];
        _byName = All.SelectMany(r => r.OtherNames.Append(r.Name).Select(n => (Name: n, Reign: r)))
            .GroupBy(x => x.Name, x => x.Reign, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All eras by first year.</summary>
    public ImmutableArray<Reign> All { get; }

    /// <summary>The eras of a name, earliest first: Thuận Thiên is one of Lý and one of Lê. Empty, never default.</summary>
    public ImmutableArray<Reign> Named(string name) => _byName.TryGetValue(name, out var found) ? found : [];

    /// <summary>Reads the columns <c>name, other_names (with |), first, last, ruler, dynasty, source</c>, tab-separated, after one line of heads.</summary>
    /// <exception cref="FormatException">A row is of another shape; the message says which.</exception>
    public static ReignTable Read(TextReader rows)
    {
        List<Reign> reigns = [];
        var number = 0;
        while (rows.ReadLine() is { } row)
        {
            number++;
            if (number == 1 || row.Length == 0)
            {
                continue;
            }

            var cells = row.Split('\t');
            if (cells.Length != 7
                || !int.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
                || !int.TryParse(cells[3], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
                || last < first)
            {
                throw new FormatException($"Row {number} of the reign table is not name, other names, first, last, ruler, dynasty, source.");
            }

            reigns.Add(new Reign(cells[0], [.. cells[1].Split('|', StringSplitOptions.RemoveEmptyEntries)], first, last, cells[4], cells[5], cells[6]));
        }

        return new ReignTable(reigns);
    }
}
