namespace BienNien.Time;

/// <summary>New moons and the sun's course as the almanac Đại Thống reckoned them, and Thụ Thời before it: with the numbers of the
/// books, not with the sky's.</summary>
/// <remarks>
/// <para>Thụ Thời was made for the Yuan in 1280 and Đại Thống kept its method with the epoch of 1384; Việt Nam used the one and the other
/// (as Hiệp Kỷ, Thuận Thiên, Khâm Thụ) from about 1306 to 1812. The numbers are those of <i>Minh sử</i>, the chapters on the calendar
/// (quyển 31–36): the epoch's values 气應 55.0375, 閏應 18.207018, 轉應 20.9690 days; the year 365.2425, the month 29.530593 and the
/// moon's course from apogee to apogee 27.5546 days; the cubic excess of the sun and of the moon. N. Sivin, <i>Granting the Seasons</i>,
/// Springer 2009, translates the canon of Thụ Thời and explains each step.</para>
/// <para>Instants are days with their fraction from midnight: the whole part is the Julian day number of the civil day. The slight change
/// of the year's length that Thụ Thời had and Đại Thống dropped is left out; it would come to a few minutes by 1384.</para>
/// </remarks>
internal static class DaiThong
{
    private const double Epoch = 2226491;               // the day Giáp Tý before the solstice of December 1383
    private const double EpochSolstice = Epoch + 55.0375;
    private const int EpochYear = 1384;
    private const double YearLength = 365.2425;
    private const double MonthLength = 29.530593;
    private const double EpochAge = 18.207018;          // of the mean moon at the solstice
    private const double EpochAnomaly = 20.9690;        // days from the moon's swiftest point at the solstice
    private const double AnomalisticMonth = 27.5546;
    private const double Limit = 0.0820;                // the 336th part of the moon's course, in days, as the books round it
    private const double LimitsInDay = 12.20;           // and its inverse, as they round that
    private const double MeanMotionInLimit = 1.0962375; // degrees, of which the circle has 365.2575

    // The lunation, as Astronomy numbers them, of the mean new moon before the epoch's solstice.
    private const int EpochLunation = -7620;

    /// <summary>The winter solstice from which the almanac of a year is reckoned, that of the December before.</summary>
    public static double SolsticeBefore(int year) => EpochSolstice + (YearLength * (year - EpochYear));

    /// <summary>The new moon of a lunation, numbered as <see cref="Astronomy.NewMoon"/> numbers them.</summary>
    public static double NewMoon(int lunation)
    {
        var mean = EpochSolstice - EpochAge + (MonthLength * (lunation - EpochLunation));
        var sun = SunAhead(Remainder(mean - EpochSolstice, YearLength));
        var (moon, speed) = MoonAhead(Remainder(mean - EpochSolstice + EpochAnomaly, AnomalisticMonth));
        return mean + ((sun - moon) * Limit / speed);
    }

    // How far the true sun is ahead of the mean one, in degrees, so many days after the winter solstice.
    private static double SunAhead(double days)
    {
        const double HalfYear = YearLength / 2;
        const double WinterQuarter = 88.909225;
        const double SummerQuarter = 93.712025;
        return days < HalfYear
            ? (days < WinterQuarter ? NearWinter(days) : NearSummer(HalfYear - days))
            : -(days - HalfYear < SummerQuarter ? NearSummer(days - HalfYear) : NearWinter(YearLength - days));

        static double NearWinter(double x) => (5133200 - (((31 * x) + 24600) * x)) * x / 1e8;
        static double NearSummer(double x) => (4870600 - (((27 * x) + 22100) * x)) * x / 1e8;
    }

    // How far the true moon is ahead of the mean one, in degrees, and how far it goes in the limit it is in.
    private static (double Ahead, double Speed) MoonAhead(double days)
    {
        const double HalfCourse = AnomalisticMonth / 2;
        var sign = days < HalfCourse ? 1 : -1;
        var limits = (days < HalfCourse ? days : days - HalfCourse) * LimitsInDay;
        var limit = Math.Floor(limits);
        return (sign * Excess(limits), MeanMotionInLimit + (sign * (Excess(limit + 1) - Excess(limit))));

        static double Excess(double limits)
        {
            var x = limits < 84 ? limits : 168 - limits;
            return (11110000 - (((325 * x) + 28100) * x)) * x / 1e8;
        }
    }

    private static double Remainder(double value, double length) => value - (length * Math.Floor(value / length));
}
