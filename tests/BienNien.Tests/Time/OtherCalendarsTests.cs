using System.Globalization;
using BienNien.Time;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Time;

/// <summary>The calendar beside calendars that others made; docs/calendar.md tells the figures, and they are held here.</summary>
public sealed class OtherCalendarsTests
{
    private static readonly LunisolarCalendar _calendar = new();
    private static readonly CalendarTables.Year[] _years = CalendarTables.Years();

    // Every month that begins on another day in a calendar that was, or is, in force here, and every leap month that stands elsewhere there.
    // Key: source, year, month, n for nhuận. Number: how many days later the source begins the month, none where it has no such month.
    // “Minutes” are of the new moon by the rule of its time, from midnight.
    private static readonly Dictionary<string, (int? Later, string Why)> _documented = new()
    {
        // China's almanac until Đại Thống ended there in 1644. Korea reckoned by the same books.
        ["china 1281-03"] = (-1, "the first year of Thụ Thời: the Yuan's own numbers for the moon's course were corrected some years later"),
        ["china 1282-12"] = (1, "the same"),
        ["china 1287-05"] = (1, "the same"),
        ["china 1287-11"] = (-1, "the same"),
        ["china 1300-09"] = (1, "an entry of the time; Korea's tables have it a day earlier than here"),
        ["china 1300-10"] = (1, "an entry of the time; Korea's tables have it a day earlier than here"),
        ["china 1319-06"] = (-1, "94 minutes after midnight; Korea's tables have what China's have"),
        ["china 1335-08"] = (1, "noon here, and a day later in China's and Korea's tables: an entry of the time, not a reckoning"),
        ["china 1339-09"] = (-1, "144 minutes after midnight; Korea's tables have what China's have"),
        ["china 1462-11"] = (1, "four hours before midnight; Korea's tables have what is here"),
        ["china 1495-07"] = (-1, "four hours after midnight; Korea's tables have what is here"),
        ["china 1581-10"] = (1, "93 minutes before midnight; Korea's and Việt Nam's tables have what is here"),
        ["china 1588-03"] = (-1, "ten hours after midnight; Korea's and Việt Nam's tables have what is here"),
        ["china 1588-04"] = (-1, "an hour after midnight; Korea's and Việt Nam's tables have what is here"),
        ["china 1588-12"] = (1, "83 minutes before midnight; Korea's and Việt Nam's tables have what is here"),
        ["china 1600-01"] = (-1, "two hours after midnight; Korea's and Việt Nam's tables have what is here"),
        ["china 1609-01"] = (-1, "half an hour after midnight; Korea's and Việt Nam's tables have what is here"),

        // China's from 1813 to 1967, when the rule was the same.
        ["china 1890-07"] = (1, "5 minutes after midnight at Beijing; both Vietnamese tables have the day before"),
        ["china 1925-01"] = (-1, "82 minutes before midnight at Beijing; both Vietnamese tables have Tết Ất Sửu on 25 January, China's has the 24th"),

        // The almanac of the Lê.
        ["kham-thu 1558-12"] = (1, "China's and Korea's tables have what is here"),
        ["kham-thu 1559-10"] = (1, "China's and Korea's tables have what is here"),
        ["kham-thu 1569-12"] = (1, "China's and Korea's tables have what is here"),
        ["kham-thu 1616-07"] = (1, "China's and Korea's tables have what is here"),
        ["kham-thu 1621-02n"] = (null, "month 3 is the leap month there; China's and Korea's tables have what is here"),
        ["kham-thu 1621-03"] = (-30, "the same leap month"),
        ["kham-thu 1642-01"] = (1, "Tết Nhâm Ngọ is a day later there, in the North as in the South; China's and Korea's tables have what is here"),
        ["kham-thu 1648-03n"] = (null, "month 4 is the leap month there, as in China and in the South; Korea's tables have what is here"),
        ["kham-thu 1648-04"] = (-29, "the same leap month"),
        ["kham-thu 1653-12"] = (-1, "the South and China have the same; Korea's tables have what is here"),
        ["kham-thu 1705-04"] = (-1, "China and Korea had another leap month in this year"),

        // Hồ Ngọc Đức's tables.
        ["ho-ngoc-duc 1678-06"] = (1, "11 minutes before midnight; the almanac of the Lê has what is here"),
        ["ho-ngoc-duc 1705-03n"] = (null, "month 4 is the leap month there, as in China; the almanac of the Lê has what is here"),
        ["ho-ngoc-duc 1705-04"] = (-30, "the same leap month"),
        ["ho-ngoc-duc 1745-06"] = (1, "less than a minute before midnight; the almanac of the Lê has what is here"),
        ["ho-ngoc-duc 1775-11n"] = (-1, "32 minutes after midnight; the almanac of the Lê has what is here"),
        ["ho-ngoc-duc 1906-04"] = (-1, "8 minutes before midnight at Beijing; the other three tables have the day after, as here"),
        ["ho-ngoc-duc 2054-04"] = (-1, "the new moon comes within half a minute of midnight"),

        // The other table of the calendar since 1813.
        ["hiep-ky 1849-08"] = (-1, "the other three tables have what is here"),
        ["hiep-ky 1887-03"] = (-1, "the other three tables have what is here"),
        ["hiep-ky 1896-01"] = (1, "Tết Bính Thân is 14 February there, and 13 February in the other three tables"),
        ["hiep-ky 1927-10"] = (1, "37 minutes before midnight at Beijing; Hồ Ngọc Đức's and China's tables have what is here"),
        ["hiep-ky 1953-07"] = (-1, "the other three tables have what is here"),
        ["hiep-ky 1997-12"] = (1, "3 minutes before midnight at UTC+7; the day after is China's"),
    };

    [Theory]
    [InlineData("china", 1281, 1644)]
    [InlineData("kham-thu", 1544, 1788)]
    [InlineData("ho-ngoc-duc", 1645, 2199)]
    [InlineData("china", 1813, 1967)]
    [InlineData("hiep-ky", 1813, 2030)]
    public void What_differs_from_a_calendar_that_was_in_force_is_told_with_its_reason(string source, int first, int last) =>
        Differences(source, first, last).ShouldBe(
            [
                .. _documented.Where(x => x.Key.StartsWith(source + " ", StringComparison.Ordinal))
                    .Where(x => int.Parse(x.Key.AsSpan(source.Length + 1, 4), CultureInfo.InvariantCulture) is var year && year >= first && year <= last)
                    .Select(static x => Line(x.Key, x.Value.Later)),
            ],
            ignoreOrder: true);

    // Under the Lê restored the two countries had Tết on different days eleven times: so Hoàng Xuân Hãn found from the almanacs. In these
    // years, those of other reckonings, this calendar does too.
    [Fact]
    public void From_1645_to_1812_Tet_was_eleven_times_another_day_than_in_China() =>
        _years.Where(static y => y.Source == "china" && y.Number is >= 1645 and <= 1812 && y.NewYear != _calendar.NewYear(y.Number)).Select(static y => y.Number)
            .ShouldBe([1651, 1652, 1662, 1670, 1682, 1685, 1716, 1727, 1746, 1765, 1795]);

    [Fact]
    public void From_1968_to_2100_Tet_is_another_day_than_in_China_in_six_years()
    {
        var chinese = new ChineseLunisolarCalendar();
        Enumerable.Range(1968, 2100 - 1968 + 1).Where(year => LocalDate.FromDateTime(chinese.ToDateTime(year, 1, 1, 0, 0, 0, 0)) != _calendar.NewYear(year))
            .ShouldBe([1968, 1969, 1985, 2007, 2030, 2053]);
    }

    // The rows of the table in docs/calendar.md, made again.
    [Theory]
    [InlineData("china", 1000, 1079)]
    [InlineData("china", 1080, 1280)]
    [InlineData("china", 1000, 1812)]
    [InlineData("china", 1281, 1383)]
    [InlineData("china", 1384, 1644)]
    [InlineData("kham-thu", 1544, 1788)]
    [InlineData("van-toan", 1631, 1788)]
    [InlineData("van-toan", 1789, 1812)]
    [InlineData("tay-son", 1789, 1801)]
    [InlineData("ho-ngoc-duc", 1645, 1812)]
    [InlineData("china", 1645, 1812)]
    [InlineData("china", 1813, 1900)]
    [InlineData("hiep-ky", 1813, 1900)]
    [InlineData("ho-ngoc-duc", 1813, 1900)]
    [InlineData("china", 1901, 1967)]
    [InlineData("hiep-ky", 1901, 1967)]
    [InlineData("ho-ngoc-duc", 1901, 1967)]
    [InlineData("hiep-ky", 1968, 2030)]
    [InlineData("ho-ngoc-duc", 1968, 2199)]
    public void The_page_tells_how_often_another_calendar_differs(string source, int first, int last)
    {
        CalendarTables.Year[] years = [.. _years.Where(y => y.Source == source && y.Number >= first && y.Number <= last)];
        int months = years.Sum(static y => y.Lengths.Length);
        int otherMonths = years.Sum(static y => y.Months().Count(m => FirstDay(y.Number, m.Month, m.IsLeap) != m.First));
        int otherTets = years.Count(static y => y.NewYear != _calendar.NewYear(y.Number));
        int otherLeaps = years.Count(static y => y.LeapMonth != _calendar.LeapMonth(y.Number));
        string row = string.Create(CultureInfo.InvariantCulture,
            $"| {first}–{last} | {source} | {years.Length} | {otherMonths} of {months} ({100.0 * otherMonths / months:F2}%) | {otherTets} ({100.0 * otherTets / years.Length:F1}%) | {otherLeaps} |");

        File.ReadAllLines(Repository.Path("docs", "calendar.md")).ShouldContain(row);
    }

    // Days that Vietnamese histories give in both calendars. Those before 1582 are of the Julian calendar there.
    [Theory]
    [MemberData(nameof(Equations))]
    public void A_day_that_histories_give_twice_is_one_day(string solar, bool julian, int year, int month, int day, string what)
    {
        int[] parts = [.. solar.Split('-').Select(static part => int.Parse(part, CultureInfo.InvariantCulture))];
        var date = new LocalDate(parts[0], parts[1], parts[2], julian ? CalendarSystem.Julian : CalendarSystem.Iso);

        _calendar.ToLunar(date).ShouldBe(new LunarDate(year, month, false, day), what);
        _calendar.ToSolar(new LunarDate(year, month, false, day)).ShouldBe(date.WithCalendar(CalendarSystem.Iso), what);
    }

    public static TheoryData<string, bool, int, int, int, string> Equations() => new()
    {
        { "1028-03-31", true, 1028, 3, 3, "Lý Thái Tổ dies" },
        { "1258-12-07", true, 1258, 11, 11, "Trần Nhân Tông is born" },
        { "1288-04-09", true, 1288, 3, 8, "the battle on the Bạch Đằng" },
        { "1418-02-07", true, 1418, 1, 2, "Lê Lợi rises at Lam Sơn" },
        { "1427-10-10", true, 1427, 9, 20, "Liễu Thăng falls at Chi Lăng" },
        { "1427-12-10", true, 1427, 11, 22, "the oath of Đông Quan" },
        { "1428-04-29", true, 1428, 4, 15, "Lê Lợi is crowned" },
        { "1442-08-25", true, 1442, 7, 20, "Lê Thánh Tông is born" },
        { "1442-09-19", true, 1442, 8, 16, "Nguyễn Trãi is put to death" },
        { "1497-03-03", true, 1497, 1, 30, "Lê Thánh Tông dies" },
        { "1766-01-03", false, 1765, 11, 23, "Nguyễn Du is born" },
        { "1788-12-22", false, 1788, 11, 25, "Quang Trung is crowned" },
        { "1789-01-30", false, 1789, 1, 5, "Ngọc Hồi and Đống Đa" },
        { "1802-06-01", false, 1802, 5, 2, "Gia Long takes his era" },
        { "1802-07-20", false, 1802, 6, 21, "Gia Long enters Thăng Long" },
        { "1820-02-03", false, 1819, 12, 19, "Gia Long dies" },
        { "1820-09-16", false, 1820, 8, 10, "Nguyễn Du dies" },
        { "1841-01-20", false, 1840, 12, 28, "Minh Mạng dies" },
        { "1847-11-04", false, 1847, 9, 27, "Thiệu Trị dies" },
        { "1883-07-19", false, 1883, 6, 16, "Tự Đức dies" },
        { "1945-08-25", false, 1945, 7, 18, "Bảo Đại abdicates" },
    };

    private static LocalDate? FirstDay(int year, int month, bool leap) => _calendar.ToSolar(new LunarDate(year, month, leap, 1));

    private static string[] Differences(string source, int first, int last) =>
    [
        .. from year in _years
           where year.Source == source && year.Number >= first && year.Number <= last
           let theirs = year.Months().ToDictionary(static m => (m.Month, m.IsLeap), static m => m.First)
           from month in Enumerable.Range(1, 12)
           from leap in new[] { false, true }
           let ours = FirstDay(year.Number, month, leap)
           where ours is not null
           let later = theirs.TryGetValue((month, leap), out LocalDate other) ? Period.DaysBetween(ours.Value, other) : (int?)null
           where later != 0
           select Line(string.Create(CultureInfo.InvariantCulture, $"{source} {year.Number}-{month:00}{(leap ? "n" : "")}"), later),
    ];

    private static string Line(string month, int? later) => string.Create(CultureInfo.InvariantCulture, $"{month}: {(later is { } days ? $"{days:+0;-0}" : "not there")}");
}
