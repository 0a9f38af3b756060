using System.Globalization;
using BienNien.Time;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Time;

public sealed class LunisolarCalendarTests
{
    private static readonly LunisolarCalendar _calendar = new();

    [Fact]
    public void New_moon_of_February_1977_is_that_of_Meeus_example_49a()
    {
        var dynamic = 2443192.65118;
        (Astronomy.NewMoon(-283) + (Astronomy.DeltaT(dynamic) / 86400)).ShouldBe(dynamic, 0.0001);
    }

    [Fact]
    public void Sun_of_13_October_1992_is_that_of_Meeus_example_25b() =>
        Astronomy.SunLongitude(2448908.5 - (Astronomy.DeltaT(2448908.5) / 86400)).ShouldBe(199.906016, 0.0005);

    [Fact]
    public void Solstice_of_June_1962_is_that_of_Meeus_example_27a() =>
        Astronomy.WhenSunAt(90, 2437830).ShouldBe(2437837.39245 - (Astronomy.DeltaT(2437837) / 86400), 0.001);

    // Tết as printed calendars and histories give it. 1789: Quang Trung entered Thăng Long on mùng 5 Tết Kỷ Dậu, 30 January.
    [Theory]
    [InlineData(1789, 1, 26)]
    [InlineData(1858, 2, 14)]
    [InlineData(1930, 1, 30)]
    [InlineData(1941, 1, 27)]
    [InlineData(1945, 2, 13)]
    [InlineData(1954, 2, 3)]
    [InlineData(1968, 1, 29)]
    [InlineData(1969, 2, 16)]
    [InlineData(1975, 2, 11)]
    [InlineData(1985, 1, 21)]
    [InlineData(1986, 2, 9)]
    [InlineData(2000, 2, 5)]
    [InlineData(2007, 2, 17)]
    [InlineData(2024, 2, 10)]
    [InlineData(2025, 1, 29)]
    [InlineData(2030, 2, 2)]
    public void New_year_falls_on(int year, int month, int day) => _calendar.NewYear(year).ShouldBe(new LocalDate(year, month, day));

    // 1985 had its leap month (2) where China's calendar had none until 10 of 1984; 2020: 4; 2023: 2; 2025: 6.
    [Theory]
    [InlineData(1984, null)]
    [InlineData(1985, 2)]
    [InlineData(2020, 4)]
    [InlineData(2023, 2)]
    [InlineData(2025, 6)]
    [InlineData(2033, 11)]
    public void Leap_month_is(int year, int? month) => _calendar.LeapMonth(year).ShouldBe(month);

    [Theory]
    [InlineData(1941, 1, 2, "1941-01-28")]
    [InlineData(1945, 7, 12, "1945-08-19")]
    [InlineData(1975, 3, 20, "1975-04-30")]      // 19 in the South, where the new moon of 23:39 fell on the next day at UTC+8
    [InlineData(1890, 4, 1, "1890-05-19")]
    [InlineData(1885, 5, 23, "1885-07-05")]      // Huế rose on the night of 22 to 23 of the fifth month of Ất Dậu
    public void A_lunar_day_is_a_solar_one(int year, int month, int day, string solar)
    {
        var found = _calendar.ToSolar(new LunarDate(year, month, false, day));
        found!.Value.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture).ShouldBe(solar);
    }

    [Fact]
    public void From_1802_to_1945_every_day_goes_there_and_back() => GoThereAndBack(new LocalDate(1802, 1, 1), new LocalDate(1945, 12, 31));

    [Fact]
    public void Every_day_of_the_whole_range_goes_there_and_back() => GoThereAndBack(_calendar.FirstDay, _calendar.LastDay);

    [Fact]
    public void The_range_holds_every_day_of_the_years_1000_to_2199()
    {
        _calendar.FirstDay.ShouldBeLessThanOrEqualTo(new LocalDate(1000, 1, 1));
        _calendar.LastDay.ShouldBeGreaterThanOrEqualTo(new LocalDate(2199, 12, 31));
    }

    // Also where one rule gives way to another: 1080, 1306, 1813.
    [Fact]
    public void Months_have_29_or_30_days_and_years_12_or_13_months_each_beginning_where_the_one_before_ends()
    {
        LocalDate expected = _calendar.FirstDay;
        for (var year = LunisolarCalendar.FirstYear; year <= LunisolarCalendar.LastYear; year++)
        {
            _calendar.NewYear(year).ShouldBe(expected);
            for (var month = 1; month <= 12; month++)
            {
                foreach (var leap in new[] { false, true }.Where(leap => !leap || _calendar.LeapMonth(year) == month))
                {
                    _calendar.ToSolar(new LunarDate(year, month, leap, 1)).ShouldBe(expected);
                    _calendar.DaysInMonth(year, month, leap).ShouldBeInRange(29, 30);
                    expected = expected.PlusDays(_calendar.DaysInMonth(year, month, leap));
                }
            }
        }
    }

    // A second opinion: the calendar of .NET is China's, the same as Việt Nam's until 1967 by the rule. Two months differ, as they were
    // printed here; OtherCalendarsTests tells why.
    [Fact]
    public void From_1901_to_1967_every_day_but_those_of_two_months_is_that_of_the_Chinese_calendar()
    {
        var chinese = new ChineseLunisolarCalendar();
        HashSet<(int Year, int Month)> different = [];
        for (var day = new LocalDate(1901, 2, 19); day < new LocalDate(1968, 1, 1); day = day.PlusDays(1))
        {
            var ours = _calendar.ToLunar(day);
            var date = day.ToDateTimeUnspecified();
            var year = chinese.GetYear(date);
            var leap = chinese.GetLeapMonth(year);
            var month = chinese.GetMonth(date);
            var isLeap = leap > 0 && month == leap;
            if (ours != new LunarDate(year, leap > 0 && month >= leap ? month - 1 : month, isLeap, chinese.GetDayOfMonth(date)))
            {
                different.Add((ours.Year, ours.Month));
            }
        }

        different.ShouldBe([(1924, 12), (1925, 1)]);
    }

    [Fact]
    public void From_1968_to_2050_only_the_documented_new_years_differ_from_the_Chinese()
    {
        var chinese = new ChineseLunisolarCalendar();
        List<int> different = [];
        for (var year = 1968; year <= 2050; year++)
        {
            if (LocalDate.FromDateTime(chinese.ToDateTime(year, 1, 1, 0, 0, 0, 0)) != _calendar.NewYear(year))
            {
                different.Add(year);
            }
        }

        different.ShouldBe([1968, 1969, 1985, 2007, 2030]);
    }

    // EDTF seasons are bounded by the widest reach of three lunar months, but for a day in two years: autumn of 1368 and of 1740 began on 23 July.
    [Fact]
    public void Seasons_of_EDTF_hold_their_lunar_months()
    {
        for (var year = 1000; year <= 2199; year++)
        {
            for (var season = 0; season < 4; season++)
            {
                var date = EdtfDate.OfYear(year).WithMonth(21 + season);
                var first = _calendar.ToSolar(new LunarDate(year, (season * 3) + 1, false, 1))!.Value;
                var lastMonth = (season * 3) + 3;
                var leap = _calendar.DaysInMonth(year, lastMonth, leap: true) > 0;
                var last = _calendar.ToSolar(new LunarDate(year, lastMonth, leap, _calendar.DaysInMonth(year, lastMonth, leap)))!.Value;
                date.Earliest.ShouldBeLessThanOrEqualTo(year is 1368 or 1740 && season == 2 ? first.PlusDays(1) : first);
                date.Latest.ShouldBeGreaterThanOrEqualTo(last);
            }
        }
    }

    [Fact]
    public void A_day_that_is_not_is_null()
    {
        var year = Enumerable.Range(1900, 100).First(y => _calendar.DaysInMonth(y, 12, leap: false) == 29);
        _calendar.ToSolar(new LunarDate(year, 12, false, 30)).ShouldBeNull();
        _calendar.ToSolar(new LunarDate(2024, 2, true, 1)).ShouldBeNull();
        _calendar.ToSolar(new LunarDate(2024, 2, false, 0)).ShouldBeNull();
    }

    [Fact]
    public void Years_outside_the_range_are_the_callers_mistake()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => _calendar.NewYear(998));
        Should.Throw<ArgumentOutOfRangeException>(() => _calendar.NewYear(2200));
        Should.Throw<ArgumentOutOfRangeException>(() => _calendar.ToLunar(new LocalDate(999, 1, 1)));
        Should.Throw<ArgumentOutOfRangeException>(() => _calendar.ToSolar(new LunarDate(2024, 13, false, 1)));
    }

    private static void GoThereAndBack(LocalDate first, LocalDate last)
    {
        var before = _calendar.ToLunar(first) with { Day = _calendar.ToLunar(first).Day - 1 };
        for (var day = first; day <= last; day = day.PlusDays(1))
        {
            var lunar = _calendar.ToLunar(day);
            if (_calendar.ToSolar(lunar) != day || (lunar.Day != before.Day + 1 && lunar.Day != 1) || lunar.Day > 30)
            {
                Assert.Fail($"{day} is {lunar}, after {before}, and that is {_calendar.ToSolar(lunar)}");
            }

            before = lunar;
        }
    }
}
