namespace BienNien.Time;

/// <summary>Where sun and moon stand, as closely as a calendar needs: new moons to some seconds, the sun to about one second of arc.</summary>
/// <remarks>
/// After J. Meeus, <i>Astronomical Algorithms</i>, 2nd ed. 1998: chapter 49 (new moons), chapters 25 and 32 with appendix III (the sun,
/// by the leading terms of VSOP87), chapter 22 (nutation). Difference of dynamical and universal time: the polynomials of
/// F. Espenak and J. Meeus, <i>Five Millennium Canon of Solar Eclipses</i>, NASA 2006. Instants are Julian days of universal time.
/// </remarks>
internal static class Astronomy
{
    /// <summary>The mean length of a lunation, in days.</summary>
    public const double SynodicMonth = 29.530588861;

    private const double J2000 = 2451545.0;
    private const double Degree = Math.PI / 180;

    // Amplitude (1e-8 rad), phase (rad), frequency (rad per thousand years): longitude of the earth, by powers of time.
    private static readonly double[][] _earthLongitude =
    [
        [
            175347046, 0, 0, 3341656, 4.6692568, 6283.0758500, 34894, 4.62610, 12566.15170, 3497, 2.7441, 5753.3849,
            3418, 2.8289, 3.5231, 3136, 3.6277, 77713.7715, 2676, 4.4181, 7860.4194, 2343, 6.1352, 3930.2097,
            1324, 0.7425, 11506.7698, 1273, 2.0371, 529.6910, 1199, 1.1096, 1577.3435, 990, 5.233, 5884.927,
            902, 2.045, 26.298, 857, 3.508, 398.149, 780, 1.179, 5223.694, 753, 2.533, 5507.553,
            505, 4.583, 18849.228, 492, 4.205, 775.523, 357, 2.920, 0.067, 317, 5.849, 11790.629,
            284, 1.899, 796.298, 271, 0.315, 10977.079, 243, 0.345, 5486.778, 206, 4.806, 2544.314,
            205, 1.869, 5573.143, 202, 2.458, 6069.777, 156, 0.833, 213.299, 132, 3.411, 2942.463,
            126, 1.083, 20.775, 115, 0.645, 0.980, 103, 0.636, 4694.003, 102, 0.976, 15720.839,
            102, 4.267, 7.114, 99, 6.21, 2146.17, 98, 0.68, 155.42, 86, 5.98, 161000.69,
            85, 1.30, 6275.96, 85, 3.67, 71430.70, 80, 1.81, 17260.15, 79, 3.04, 12036.46,
            75, 1.76, 5088.63, 74, 3.50, 3154.69, 74, 4.68, 801.82, 70, 0.83, 9437.76,
            62, 3.98, 8827.39, 61, 1.82, 7084.90, 57, 2.78, 6286.60, 56, 4.39, 14143.50,
            56, 3.47, 6279.55, 52, 0.19, 12139.55, 52, 1.33, 1748.02, 51, 0.28, 5856.48,
            49, 0.49, 1194.45, 41, 5.37, 8429.24, 41, 2.40, 19651.05, 39, 6.17, 10447.39,
            37, 6.04, 10213.29, 37, 2.57, 1059.38, 36, 1.71, 2352.87, 36, 1.78, 6812.77,
            33, 0.59, 17789.85, 30, 0.44, 83996.85, 30, 2.74, 1349.87, 25, 3.16, 4690.48,
        ],
        [
            628331966747, 0, 0, 206059, 2.678235, 6283.075850, 4303, 2.6351, 12566.1517, 425, 1.590, 3.523,
            119, 5.796, 26.298, 109, 2.966, 1577.344, 93, 2.59, 18849.23, 72, 1.14, 529.69,
            68, 1.87, 398.15, 67, 4.41, 5507.55, 59, 2.89, 5223.69, 56, 2.17, 155.42,
            45, 0.40, 796.30, 36, 0.47, 775.52, 29, 2.65, 7.11, 21, 5.34, 0.98,
            19, 1.85, 5486.78, 19, 4.97, 213.30, 17, 2.99, 6275.96, 16, 0.03, 2544.31,
        ],
        [52919, 0, 0, 8720, 1.0721, 6283.0758, 309, 0.867, 12566.152, 27, 0.05, 3.52, 16, 5.19, 26.30, 16, 3.68, 155.42],
        [289, 5.844, 6283.076, 35, 0, 0, 17, 5.49, 12566.15],
        [-114, 0, 0, 8, 4.13, 6283.08],
    ];

    // Coefficient (days), power of E, multiples of M (sun), M' (moon), F (latitude), Ω (node).
    private static readonly double[] _newMoon =
    [
        -0.40720, 0, 0, 1, 0, 0, 0.17241, 1, 1, 0, 0, 0, 0.01608, 0, 0, 2, 0, 0, 0.01039, 0, 0, 0, 2, 0,
        0.00739, 1, -1, 1, 0, 0, -0.00514, 1, 1, 1, 0, 0, 0.00208, 2, 2, 0, 0, 0, -0.00111, 0, 0, 1, -2, 0,
        -0.00057, 0, 0, 1, 2, 0, 0.00056, 1, 1, 2, 0, 0, -0.00042, 0, 0, 3, 0, 0, 0.00042, 1, 1, 0, 2, 0,
        0.00038, 1, 1, 0, -2, 0, -0.00024, 1, -1, 2, 0, 0, -0.00017, 0, 0, 0, 0, 1, -0.00007, 0, 2, 1, 0, 0,
        0.00004, 0, 0, 2, -2, 0, 0.00004, 0, 3, 0, 0, 0, 0.00003, 0, 1, 1, -2, 0, 0.00003, 0, 0, 2, 2, 0,
        -0.00003, 0, 1, 1, 2, 0, 0.00003, 0, -1, 1, 2, 0, -0.00002, 0, -1, 1, -2, 0, -0.00002, 0, 1, 3, 0, 0,
        0.00002, 0, 0, 4, 0, 0,
    ];

    // Angle at k = 0 (degrees), its growth with k, coefficient (days): the planets' share.
    private static readonly double[] _newMoonPlanets =
    [
        299.77, 0.107408, 0.000325, 251.88, 0.016321, 0.000165, 251.83, 26.651886, 0.000164, 349.42, 36.412478, 0.000126,
        84.66, 18.206239, 0.000110, 141.74, 53.303771, 0.000062, 207.14, 2.453732, 0.000060, 154.84, 7.306860, 0.000056,
        34.52, 27.261239, 0.000047, 207.19, 0.121824, 0.000042, 291.34, 1.844379, 0.000040, 161.72, 24.198154, 0.000037,
        239.56, 25.513099, 0.000035, 331.55, 3.592518, 0.000023,
    ];

    /// <summary>The number of the lunation that is nearest to an instant; 0 is the new moon of 6 January 2000.</summary>
    public static int NearestLunation(double julianDay) => (int)Math.Round((julianDay - 2451550.09766) / SynodicMonth);

    /// <summary>When the moon is new.</summary>
    public static double NewMoon(int lunation)
    {
        double k = lunation;
        var t = k / 1236.85;
        var t2 = t * t;
        var t3 = t2 * t;
        var day = 2451550.09766 + (SynodicMonth * k) + (0.00015437 * t2) - (0.000000150 * t3) + (0.00000000073 * t2 * t2);
        var sun = (2.5534 + (29.10535670 * k) - (0.0000014 * t2) - (0.00000011 * t3)) * Degree;
        var moon = (201.5643 + (385.81693528 * k) + (0.0107582 * t2) + (0.00001238 * t3) - (0.000000058 * t2 * t2)) * Degree;
        var latitude = (160.7108 + (390.67050284 * k) - (0.0016118 * t2) - (0.00000227 * t3) + (0.000000011 * t2 * t2)) * Degree;
        var node = (124.7746 - (1.56375588 * k) + (0.0020672 * t2) + (0.00000215 * t3)) * Degree;
        var eccentricity = 1 - (0.002516 * t) - (0.0000074 * t2);
        for (var i = 0; i < _newMoon.Length; i += 6)
        {
            var term = _newMoon.AsSpan(i, 6);
            var angle = (term[2] * sun) + (term[3] * moon) + (term[4] * latitude) + (term[5] * node);
            day += term[0] * Math.Pow(eccentricity, term[1]) * Math.Sin(angle);
        }

        for (var i = 0; i < _newMoonPlanets.Length; i += 3)
        {
            var angle = _newMoonPlanets[i] + (_newMoonPlanets[i + 1] * k) - (i == 0 ? 0.009173 * t2 : 0);
            day += _newMoonPlanets[i + 2] * Math.Sin(angle * Degree);
        }

        return day - (DeltaT(day) / 86400);
    }

    /// <summary>The sun's apparent longitude, in degrees, 0 to 360.</summary>
    public static double SunLongitude(double julianDay)
    {
        var dynamic = julianDay + (DeltaT(julianDay) / 86400);
        var millennia = (dynamic - J2000) / 365250;
        double longitude = 0;
        double power = 1;
        foreach (var series in _earthLongitude)
        {
            double sum = 0;
            for (var i = 0; i < series.Length; i += 3)
            {
                sum += series[i] * Math.Cos(series[i + 1] + (series[i + 2] * millennia));
            }

            longitude += sum * power;
            power *= millennia;
        }

        var centuries = millennia * 10;
        var degrees = (longitude * 1e-8 / Degree) + 180;
        var node = (125.04452 - (1934.136261 * centuries)) * Degree;
        var sunMean = (280.4665 + (36000.7698 * centuries)) * Degree;
        var moonMean = (218.3165 + (481267.8813 * centuries)) * Degree;
        var nutation = (-17.20 * Math.Sin(node)) - (1.32 * Math.Sin(2 * sunMean)) - (0.23 * Math.Sin(2 * moonMean)) + (0.21 * Math.Sin(2 * node));
        var anomaly = (357.52911 + (35999.05029 * centuries)) * Degree;
        var eccentricity = 0.016708634 - (0.000042037 * centuries);
        var aberration = -20.4898 * (1 + (eccentricity * Math.Cos(anomaly)));
        degrees += (nutation + aberration - 0.09033) / 3600;
        return degrees - (360 * Math.Floor(degrees / 360));
    }

    /// <summary>When the sun reaches a longitude, at the time nearest to an instant.</summary>
    public static double WhenSunAt(double longitude, double near)
    {
        var day = near;
        for (var i = 0; i < 8; i++)
        {
            var missing = longitude - SunLongitude(day);
            missing -= 360 * Math.Round(missing / 360);
            day += missing * 365.2422 / 360;
        }

        return day;
    }

    /// <summary>Dynamical minus universal time, in seconds.</summary>
    public static double DeltaT(double julianDay)
    {
        var year = 2000 + ((julianDay - J2000) / 365.25);
        double u;
        switch (year)
        {
            case < 500:
                u = (year - 1820) / 100;
                return -20 + (32 * u * u);
            case < 1600:
                u = (year - 1000) / 100;
                return Polynomial(u, 1574.2, -556.01, 71.23472, 0.319781, -0.8503463, -0.005050998, 0.0083572073);
            case < 1700:
                return Polynomial(year - 1600, 120, -0.9808, -0.01532, 1.0 / 7129);
            case < 1800:
                return Polynomial(year - 1700, 8.83, 0.1603, -0.0059285, 0.00013336, -1.0 / 1174000);
            case < 1860:
                return Polynomial(year - 1800, 13.72, -0.332447, 0.0068612, 0.0041116, -0.00037436, 0.0000121272, -0.0000001699, 0.000000000875);
            case < 1900:
                return Polynomial(year - 1860, 7.62, 0.5737, -0.251754, 0.01680668, -0.0004473624, 1.0 / 233174);
            case < 1920:
                return Polynomial(year - 1900, -2.79, 1.494119, -0.0598939, 0.0061966, -0.000197);
            case < 1941:
                return Polynomial(year - 1920, 21.20, 0.84493, -0.076100, 0.0020936);
            case < 1961:
                return Polynomial(year - 1950, 29.07, 0.407, -1.0 / 233, 1.0 / 2547);
            case < 1986:
                return Polynomial(year - 1975, 45.45, 1.067, -1.0 / 260, -1.0 / 718);
            case < 2005:
                return Polynomial(year - 2000, 63.86, 0.3345, -0.060374, 0.0017275, 0.000651814, 0.00002373599);
            case < 2050:
                return Polynomial(year - 2000, 62.92, 0.32217, 0.005589);
            default:
                u = (year - 1820) / 100;
                return -20 + (32 * u * u) - (year < 2150 ? 0.5628 * (2150 - year) : 0);
        }
    }

    private static double Polynomial(double x, params ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * x) + coefficients[i];
        }

        return sum;
    }
}
