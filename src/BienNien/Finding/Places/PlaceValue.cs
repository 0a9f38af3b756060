namespace BienNien.Finding.Places;

/// <summary>Which place is named.</summary>
/// <param name="Level">country, region, province, district, commune, hamlet, street, site, water, mountain, route or other.</param>
public sealed record PlaceValue(string Level) : MentionValue
{
    /// <summary>The larger place in which the text puts it, as written (<c>châu Hòa An</c> for <c>xã Hoàng Tung, châu Hòa An</c>), or null.</summary>
    public string? In { get; init; }

    /// <summary>Which places of the gazetteer it may be; null when none is known, when there are too many, or when nobody asked.</summary>
    public PlaceLink? Link { get; init; }
}

/// <summary>What became of a place under its old name.</summary>
/// <param name="To">The new name as written.</param>
/// <param name="Type">renamed, nowPartOf, split or merged.</param>
public sealed record RenamedValue(string To, string Type) : MentionValue;
