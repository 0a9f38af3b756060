using System.Globalization;
using NodaTime;

namespace BienNien.Reading.Xlsx;

/// <summary>A cell's number as a day and a time of that day.</summary>
/// <param name="Days">The whole number, with its fraction.</param>
/// <param name="Moment">The moment it stands for.</param>
internal readonly record struct CellDate(double Days, LocalDateTime Moment)
{
    private const int LastDay = 2_958_465; // 31/12/9999
    private const int DayThatWasNot = 60;  // 29/2/1900, which Excel counts
    private const int SecondsOfDay = 86_400;

    /// <summary>The moment; null when no day has such a number.</summary>
    public static CellDate? Of(double value, bool from1904)
    {
        if (!(value >= 0 && value < LastDay))
        {
            return null;
        }

        int day = (int)value;
        long seconds = (long)Math.Round((value - day) * SecondsOfDay);
        LocalDate date = from1904 ? new LocalDate(1904, 1, 1).PlusDays(day)
            : new LocalDate(1899, 12, day < DayThatWasNot ? 31 : 30).PlusDays(day);
        return new CellDate(value, date.AtMidnight().PlusSeconds(seconds));
    }

    /// <summary>One part of it.</summary>
    /// <param name="part">The letters of the format: <c>dd</c>, <c>yyyy</c>; <c>n</c> for minutes.</param>
    /// <param name="halfDays">Whether hours are counted to twelve.</param>
    public string Show(string part, bool halfDays) => part switch
    {
        "y" or "yy" => Number(Moment.Year % 100, 2),
        ['y', ..] => Number(Moment.Year, 4),
        "m" or "d" => Number(part == "m" ? Moment.Month : Moment.Day, 1),
        "mm" or "dd" => Number(part == "mm" ? Moment.Month : Moment.Day, 2),
        ['m', ..] => "tháng " + Number(Moment.Month, 1),
        ['d', ..] => Moment.DayOfWeek == IsoDayOfWeek.Sunday ? "Chủ nhật" : "thứ " + _weekdays[(int)Moment.DayOfWeek],
        ['h', ..] => Number(!halfDays ? Moment.Hour : Moment.Hour % 12 == 0 ? 12 : Moment.Hour % 12, part.Length),
        ['n', ..] => Number(Moment.Minute, part.Length),
        ['s', ..] => Number(Moment.Second, part.Length),
        "am/pm" => Moment.Hour < 12 ? "SA" : "CH",
        "[h]" => Number((long)(Days * 24), 1),
        "[m]" => Number((long)(Days * 24 * 60), 1),
        "[s]" => Number((long)(Days * SecondsOfDay), 1),
        _ => "",
    };

    private static readonly string[] _weekdays = ["", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy"];

    private static string Number(long value, int digits) => value.ToString("D" + Math.Clamp(digits, 1, 4).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
