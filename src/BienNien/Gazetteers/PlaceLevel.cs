namespace BienNien.Gazetteers;

/// <summary>What a place is, as the annotation standard sorts places; from the largest to the smallest, then what is no unit of a state.</summary>
public enum PlaceLevel
{
    /// <summary>A nation or realm.</summary>
    Country,

    /// <summary>A part of a country above provinces: Bắc Bộ, Liên khu 4, Đàng Trong.</summary>
    Region,

    /// <summary>A province, and a city, trấn or thừa tuyên of the same rank.</summary>
    Province,

    /// <summary>huyện, quận, thị xã, châu, phủ, and a city of a province.</summary>
    District,

    /// <summary>xã, phường, thị trấn, tổng, đặc khu of 2025; also a bare place of that size.</summary>
    Commune,

    /// <summary>thôn, làng, bản, ấp and the like.</summary>
    Hamlet,

    /// <summary>A street or road of a town.</summary>
    Street,

    /// <summary>A pagoda, fort, prison, bridge, border gate, relic and the like.</summary>
    Site,

    /// <summary>A river, lake, bay, sea, waterfall.</summary>
    Water,

    /// <summary>A mountain, range, pass or plateau.</summary>
    Mountain,

    /// <summary>A road or railway between places.</summary>
    Route,

    /// <summary>An island, a town abroad, a battlefield, and what fits nowhere else.</summary>
    Other,
}
