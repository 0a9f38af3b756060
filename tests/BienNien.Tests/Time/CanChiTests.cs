using System.Globalization;
using BienNien.Time;
using NodaTime;
using NodaTime.Text;
using Shouldly;

namespace BienNien.Tests.Time;

public sealed class CanChiTests
{
    [Theory]
    [InlineData(4, "Giáp Tý")]
    [InlineData(1010, "Canh Tuất")]
    [InlineData(1490, "Canh Tuất")]
    [InlineData(1789, "Kỷ Dậu")]
    [InlineData(1941, "Tân Tỵ")]
    [InlineData(1945, "Ất Dậu")]
    [InlineData(1968, "Mậu Thân")]
    [InlineData(2024, "Giáp Thìn")]
    [InlineData(3, "Quý Hợi")]
    [InlineData(0, "Canh Thân")]
    [InlineData(-56, "Giáp Tý")]
    public void A_year_has_its_name(int year, string name) => CanChi.OfYear(year).ToString().ShouldBe(name);

    [Fact]
    public void Every_name_is_read_back()
    {
        for (var index = 0; index < 60; index++)
        {
            CanChi.TryParse(new CanChi(index).ToString(), out var read).ShouldBeTrue();
            read.Index.ShouldBe(index);
        }
    }

    [Theory]
    [InlineData("Tân Tị", 17)]
    [InlineData("KỈ MẸO", 15)]
    [InlineData("quí tí", null)]
    [InlineData("Giáp Sửu", null)]
    [InlineData("Giáp", null)]
    [InlineData("", null)]
    [InlineData("Canh tác", null)]
    public void Spellings_vary_and_half_of_the_pairs_do_not_occur(string text, int? index) =>
        (CanChi.TryParse(text, out var read) ? read.Index : (int?)null).ShouldBe(index);

    [Fact]
    public void The_years_of_a_name_are_sixty_apart()
    {
        CanChi.TryParse("Canh Tuất", out var name).ShouldBeTrue();
        name.YearsBetween(1400, 1600).ShouldBe([1430, 1490, 1550]);
        name.YearsBetween(1490, 1490).ShouldBe([1490]);
        name.YearsBetween(1491, 1549).ShouldBeEmpty();
    }

    // 1 October 1949 and 7 January 2000 are Giáp Tý in every almanac; the last is the day that Julian day numbers begin with.
    [Theory]
    [InlineData("2000-01-01", "Mậu Ngọ")]
    [InlineData("2000-01-07", "Giáp Tý")]
    [InlineData("1949-10-01", "Giáp Tý")]
    [InlineData("1900-01-01", "Giáp Tuất")]
    [InlineData("-4713-11-24", "Quý Sửu")]
    public void A_day_has_its_name(string day, string name) => CanChi.OfDay(LocalDatePattern.Iso.Parse(day).Value).ToString().ShouldBe(name);

    [Fact]
    public void Years_months_and_days_are_named_as_by_another_calendar()
    {
        var calendar = new LunisolarCalendar();
        string[][] rows = [.. CalendarTables.Rows("can-chi.tsv")];
        foreach (string[] row in rows)
        {
            LocalDate day = LocalDatePattern.Iso.Parse(row[0]).Value;
            int year = int.Parse(row[1], CultureInfo.InvariantCulture);
            int month = int.Parse(row[2], CultureInfo.InvariantCulture);

            string[] names = [CanChi.OfYear(year).ToString(), CanChi.OfMonth(year, Math.Abs(month)).ToString(), CanChi.OfDay(day).ToString()];

            names.ShouldBe(row[3..6], row[0]);
            LunarDate lunar = calendar.ToLunar(day);
            (lunar.Year, lunar.Month, lunar.IsLeapMonth).ShouldBe((year, Math.Abs(month), month < 0), row[0]);
        }

        rows.Length.ShouldBeGreaterThan(40);
    }

    [Fact]
    public void Days_follow_one_another_through_the_cycle()
    {
        var day = new LocalDate(1000, 1, 1);
        CanChi before = CanChi.OfDay(day.PlusDays(-1));
        for (; day.Year < 2200; day = day.PlusDays(1))
        {
            CanChi name = CanChi.OfDay(day);
            name.Index.ShouldBe((before.Index + 1) % 60);
            before = name;
        }
    }

    [Fact]
    public void Months_follow_one_another_and_come_back_after_five_years()
    {
        CanChi before = CanChi.OfMonth(-1, 12);
        for (int year = 0; year < 130; year++)
        {
            for (int month = 1; month <= 12; month++)
            {
                CanChi name = CanChi.OfMonth(year, month);
                name.Index.ShouldBe((before.Index + 1) % 60);
                name.ShouldBe(CanChi.OfMonth(year + 5, month));
                before = name;
            }
        }
    }

    // The verses by which the stems of months and hours are remembered: Giáp Kỷ khởi Bính Dần; Giáp Kỷ hoàn gia Giáp.
    [Theory]
    [InlineData("Giáp", "Bính Dần", "Giáp Tý")]
    [InlineData("Kỷ", "Bính Dần", "Giáp Tý")]
    [InlineData("Ất", "Mậu Dần", "Bính Tý")]
    [InlineData("Canh", "Mậu Dần", "Bính Tý")]
    [InlineData("Bính", "Canh Dần", "Mậu Tý")]
    [InlineData("Tân", "Canh Dần", "Mậu Tý")]
    [InlineData("Đinh", "Nhâm Dần", "Canh Tý")]
    [InlineData("Nhâm", "Nhâm Dần", "Canh Tý")]
    [InlineData("Mậu", "Giáp Dần", "Nhâm Tý")]
    [InlineData("Quý", "Giáp Dần", "Nhâm Tý")]
    public void The_first_month_and_the_first_hour_follow_from_the_stem(string stem, string month, string hour)
    {
        for (int year = 1900; year < 2020; year++)
        {
            CanChi name = CanChi.OfYear(year);
            if (name.ToString().StartsWith(stem + " ", StringComparison.Ordinal))
            {
                CanChi.OfMonth(year, 1).ToString().ShouldBe(month);
                CanChi.OfHour(name, 0).ToString().ShouldBe(hour);
                CanChi.OfHour(name, 11).Index.ShouldBe((CanChi.OfHour(name, 0).Index + 11) % 60);
            }
        }
    }

    [Fact]
    public void Months_and_hours_beyond_twelve_are_the_callers_mistake()
    {
        Should.Throw<ArgumentOutOfRangeException>(static () => CanChi.OfMonth(2024, 0));
        Should.Throw<ArgumentOutOfRangeException>(static () => CanChi.OfMonth(2024, 13));
        Should.Throw<ArgumentOutOfRangeException>(static () => CanChi.OfHour(default, 12));
    }
}
