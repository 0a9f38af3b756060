namespace BienNien.Gazetteers;

/// <summary>Levels by the names that the annotation standard gives them.</summary>
public static class PlaceLevelWords
{
    private static readonly string[] _names = ["country", "region", "province", "district", "commune", "hamlet", "street", "site", "water", "mountain", "route", "other"];

    /// <summary>The level's name: <c>province</c>.</summary>
    public static string Name(this PlaceLevel level) => _names[(int)level];

    /// <summary>The level of a name; null when it is none.</summary>
    public static PlaceLevel? Parse(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (name.SequenceEqual(_names[i]))
            {
                return (PlaceLevel)i;
            }
        }

        return null;
    }
}
