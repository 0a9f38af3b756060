namespace BienNien.Gazetteers;

/// <summary>A point on the map: WGS 84, decimal degrees, known to 0.01° (about a kilometre).</summary>
/// <param name="Latitude">North is positive.</param>
/// <param name="Longitude">East is positive.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude);
