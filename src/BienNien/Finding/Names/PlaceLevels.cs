namespace BienNien.Finding.Names;

/// <summary>The levels at which the gazetteers know a name, and how far it may be trusted alone.</summary>
[Flags]
internal enum PlaceLevels
{
    None = 0,
    Country = 1,
    Region = 2,
    Province = 4,
    District = 8,
    Commune = 16,
    Hamlet = 32,
    Street = 64,
    Site = 128,
    Water = 256,
    Mountain = 512,
    Route = 1024,
    Other = 2048,

    /// <summary>In a list of names worth knowing, not only in the register of communes.</summary>
    WellKnown = 4096,

    /// <summary>The usual spelling has words in small letters (<c>Việt Nam Dân chủ Cộng hòa</c>).</summary>
    Mixed = 8192,

    /// <summary>The usual spelling begins with a small letter, its type word (<c>miền Nam</c>).</summary>
    SmallStart = 16384,

    /// <summary>A province also before 2025, when towns became cities that rank as provinces.</summary>
    LongProvince = 32768,
}

/// <summary>The names of the levels in the annotation standard, and the choice between several.</summary>
internal static class PlaceLevelNames
{
    // A bare name that stands for several things is the most widely known of them.
    private static readonly (PlaceLevels Level, string Name)[] _byPreference =
    [
        (PlaceLevels.Country, "country"),
        (PlaceLevels.Province, "province"),
        (PlaceLevels.Region, "region"),
        (PlaceLevels.Other, "other"),
        (PlaceLevels.District, "district"),
        (PlaceLevels.Water, "water"),
        (PlaceLevels.Mountain, "mountain"),
        (PlaceLevels.Site, "site"),
        (PlaceLevels.Route, "route"),
        (PlaceLevels.Street, "street"),
        (PlaceLevels.Commune, "commune"),
        (PlaceLevels.Hamlet, "hamlet"),
    ];

    /// <summary>The level that a bare name most likely has.</summary>
    public static string Likeliest(PlaceLevels levels)
    {
        if ((levels & (PlaceLevels.Province | PlaceLevels.District | PlaceLevels.LongProvince)) == (PlaceLevels.Province | PlaceLevels.District))
        {
            // A town that some time gave its name to a province (“Hà Đông”, “Pleiku”).
            levels &= ~PlaceLevels.Province;
        }

        foreach ((PlaceLevels level, string name) in _byPreference)
        {
            if ((levels & level) != 0)
            {
                return name;
            }
        }

        return "other";
    }

    /// <summary>The flag of a level's name.</summary>
    /// <exception cref="InvalidDataException">There is no such level: a mistake in <c>data/</c>.</exception>
    public static PlaceLevels Parse(string name)
    {
        foreach ((PlaceLevels level, string known) in _byPreference)
        {
            if (known == name)
            {
                return level;
            }
        }

        throw new InvalidDataException($"«{name}» is no level of a place.");
    }

    /// <summary>The level of a unit that lies inside one of this level (a hamlet in a commune).</summary>
    public static string Below(string level) => level switch
    {
        "country" => "province",
        "region" => "province",
        "province" => "district",
        "district" => "commune",
        _ => "hamlet",
    };
}
