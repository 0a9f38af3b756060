using System.Collections.Immutable;
using System.Globalization;
using BienNien.Time;
using NodaTime;
using Shouldly;

namespace BienNien.Tests.Checking;

/// <summary>Sentences made from the calendar: right ones are never reported, and wrong ones always are, by the check they are made for.</summary>
public sealed class CalendarPropertyTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly string[] _weekdays = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
    private static readonly string[] _months = ["Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười Một", "Chạp"];
    private static readonly string[] _romans = ["XV", "XVI", "XVII", "XVIII", "XIX", "XX"];

    [Fact]
    public void Right_weekdays_are_silent_and_wrong_ones_reported()
    {
        Random random = new(1945);
        for (int i = 0; i < 300; i++)
        {
            LocalDate day = Day(random, 1860, 2040);
            int right = (int)day.DayOfWeek - 1;
            int wrong = (right + random.Next(1, 7)) % 7;
            int form = random.Next(6);
            Slugs(Sentence(right)).ShouldBeEmpty(Sentence(right));
            Slugs(Sentence(wrong)).ShouldBe(["weekday-mismatch"], Sentence(wrong));

            string Sentence(int weekday) => form switch
            {
                0 => $"Xã họp dân vào {_weekdays[weekday]}, ngày {Slashed(day)}, tại đình.",
                1 => $"Ngày {Slashed(day)} ({_weekdays[weekday]}), xã họp dân tại đình.",
                2 => $"Xã họp dân ngày {day.Day} tháng {day.Month} năm {day.Year}, nhằm {_weekdays[weekday]}, tại đình.",
                3 => $"Sáng {_weekdays[weekday]} {Slashed(day)}, xã họp dân tại đình.",
                4 => $"Ngày {Slashed(day)} là {_weekdays[weekday]}, xã họp dân tại đình.",
                _ => $"Xã họp dân vào tối {_weekdays[weekday]} ngày {day.Day:00}-{day.Month:00}-{day.Year}, tại đình.",
            };
        }
    }

    [Fact]
    public void Right_lunar_days_are_silent_and_wrong_ones_reported()
    {
        Random random = new(1789);
        LunisolarCalendar calendar = new();
        for (int i = 0; i < 600; i++)
        {
            LocalDate day = Day(random, 1815, 2090);
            LunarDate lunar = calendar.ToLunar(day);
            // Without the year's name a leap month is told in other ways.
            int form = lunar.IsLeapMonth ? 5 : random.Next(8);
            LocalDate wrong = day.PlusDays(random.Next(2, 12) * (random.Next(2) == 0 ? 1 : -1));
            Slugs(Sentence(day)).ShouldBeEmpty(Sentence(day));
            if (lunar.Month > 1 && lunar.Month < 11 && (day.Year < 1968 || day.Year > 1975))
            {
                Slugs(Sentence(wrong)).ShouldBe(["lunar-mismatch"], Sentence(wrong));
            }

            string Sentence(LocalDate solar)
            {
                string name = CanChi.OfYear(lunar.Year).ToString();
                string leap = lunar.IsLeapMonth ? " nhuận" : "";
                string said = lunar.Day <= 10 ? $"mùng {lunar.Day}" : lunar.Day == 15 ? "rằm" : $"ngày {lunar.Day}";
                return form switch
                {
                    0 => $"Cụ mất {said} tháng {lunar.Month}{leap} năm {name} ({Slashed(solar)}), thọ hơn 80 tuổi.",
                    1 => $"Cụ mất ngày {Slashed(solar)}, tức {said} tháng {_months[lunar.Month - 1]}{leap} năm {name}.",
                    2 => $"Làng mở hội ngày {lunar.Day}/{lunar.Month} âm lịch ({Slashed(solar)}).",
                    3 => $"Ngày {solar.Day} tháng {solar.Month} năm {solar.Year}, nhằm {said} tháng {_months[lunar.Month - 1]}{leap} năm {name}, làng mở hội.",
                    4 => $"Làng mở hội {said} tháng {_months[lunar.Month - 1]} âm lịch, tức ngày {Slashed(solar)}.",
                    5 => $"Ngày {Slashed(solar)} ({said} tháng {_months[lunar.Month - 1]}{leap} năm {name}) là ngày giỗ họ.",
                    6 => $"Giỗ họ {said} tháng {_months[lunar.Month - 1]}{leap} {name}, dương lịch là ngày {Slashed(solar)}.",
                    _ => $"Giỗ họ vào {said} tháng {_months[lunar.Month - 1]}{leap} năm {name} - {Slashed(solar)}.",
                };
            }
        }
    }

    [Fact]
    public void Right_names_of_years_are_silent_and_wrong_ones_reported()
    {
        Random random = new(1858);
        for (int i = 0; i < 400; i++)
        {
            int year = random.Next(1450, 2030);
            CanChi right = CanChi.OfYear(year);
            CanChi wrong = CanChi.OfYear(year + random.Next(1, 20));
            int form = random.Next(6);
            Slugs(Sentence(right)).ShouldBeEmpty(Sentence(right));
            Slugs(Sentence(wrong)).ShouldBe(["can-chi-mismatch"], Sentence(wrong));

            string Sentence(CanChi name) => form switch
            {
                0 => $"Đình được dựng năm {name} ({year}), ba gian.",
                1 => $"Đình được dựng năm {year} ({name}), ba gian.",
                2 => $"Đình được dựng năm {year}, tức năm {name}, ba gian.",
                3 => $"Đình được dựng vào năm {name} {year}, ba gian.",
                4 => $"Mùa xuân năm {name} ({year}), làng dựng đình ba gian.",
                _ => $"Cụ đồ đỗ khoa {name} ({year}), về làng mở lớp.",
            };
        }
    }

    [Fact]
    public void Years_in_their_century_or_decade_are_silent_and_others_reported()
    {
        Random random = new(1802);
        for (int i = 0; i < 300; i++)
        {
            int year = random.Next(1402, 1999);
            year += year % 100 is < 2 or > 98 ? 5 : 0;
            int century = year / 100;
            int wrong = century == 19 || (century > 14 && random.Next(2) == 0) ? century - 1 : century + 1;
            int form = random.Next(4);
            Slugs(Sentence(century)).ShouldBeEmpty(Sentence(century));
            Slugs(Sentence(wrong)).ShouldBe(["century-mismatch"], Sentence(wrong));

            string Sentence(int said) => form switch
            {
                0 => $"Chùa dựng vào thế kỷ {_romans[said - 14]} ({year}), lợp ngói.",
                1 => $"Chùa dựng năm {year}, thuộc thế kỷ {_romans[said - 14]}, lợp ngói.",
                2 => $"Chùa dựng vào thế kỷ {_romans[said - 14]}, cụ thể là năm {year}, lợp ngói.",
                _ => $"Năm {year} (thế kỷ {_romans[said - 14]}), chùa được dựng, lợp ngói.",
            };
        }
    }

    [Fact]
    public void Ages_by_any_way_of_counting_are_silent_and_others_reported()
    {
        Random random = new(1931);
        for (int i = 0; i < 300; i++)
        {
            int born = random.Next(1880, 1950);
            int age = random.Next(17, 80);
            int slip = random.Next(3, 12) * (random.Next(2) == 0 ? 1 : -1);
            int form = random.Next(4);
            foreach (int right in (int[])[age - 1, age, age + 1])
            {
                Slugs(Sentence(right)).ShouldBeEmpty(Sentence(right));
            }

            Slugs(Sentence(age + slip)).ShouldBe(["age-arithmetic"], Sentence(age + slip));

            string Sentence(int said) => form switch
            {
                0 => $"Ông Lê Văn Tám sinh năm {born}, mất năm {born + age}, thọ {said} tuổi.",
                1 => $"Bà Trần Thị Mận sinh năm {born}. Bà qua đời năm {born + age}, ở tuổi {said}.",
                2 => $"Sinh năm {born}, năm {born + age}, lúc {said} tuổi, ông Lê Văn Tám ra tỉnh.",
                _ => $"Ông Lê Văn Tám ({born} - {born + age}) hưởng thọ {said} tuổi.",
            };
        }
    }

    [Fact]
    public void Intervals_in_order_are_silent_and_reversed_ones_reported()
    {
        Random random = new(1954);
        for (int i = 0; i < 300; i++)
        {
            LocalDate one = Day(random, 1900, 2020);
            LocalDate other = one.PlusDays(random.Next(400, 9_000));
            int form = random.Next(4);
            Slugs(Sentence(one, other)).ShouldBeEmpty(Sentence(one, other));
            Slugs(Sentence(other, one)).ShouldBe(["chronology"], Sentence(other, one));

            string Sentence(LocalDate first, LocalDate last) => form switch
            {
                0 => $"Ông làm chủ nhiệm từ năm {first.Year} đến năm {last.Year}.",
                1 => $"Đội thanh niên đắp đê từ ngày {Slashed(first)} đến ngày {Slashed(last)}.",
                2 => $"Trạm bơm khởi công ngày {Slashed(first)}, khánh thành ngày {Slashed(last)}.",
                _ => $"Nhiệm kỳ II ({first.Year} - {last.Year}) bầu chín ủy viên.",
            };
        }
    }

    [Fact]
    public void Days_of_the_calendar_are_silent_and_others_reported()
    {
        Random random = new(1956);
        for (int i = 0; i < 300; i++)
        {
            int year = random.Next(1890, 2030);
            int month = random.Next(1, 13);
            int last = CalendarSystem.Iso.GetDaysInMonth(year, month);
            int wrong = random.Next(last + 1, last + 4);
            Slugs($"Đoàn xe rời bến ngày {last}/{month}/{year}.").ShouldBeEmpty();
            Slugs($"Đoàn xe rời bến ngày {wrong}/{month}/{year}.").ShouldBe(["date-impossible"], $"{wrong}/{month}/{year}");
        }
    }

    [Fact]
    public void Lengths_told_over_a_passage_are_silent_when_right_and_reported_when_wrong()
    {
        Random random = new(1975);
        for (int i = 0; i < 200; i++)
        {
            LocalDate one = Day(random, 1940, 2000);
            int years = random.Next(12, 70);
            LocalDate then = one.PlusYears(years);
            int slip = random.Next(3, 9);
            Slugs(Sentence(years)).ShouldBeEmpty(Sentence(years));
            Slugs(Sentence(years + slip)).ShouldBe(["anniversary-arithmetic"], Sentence(years + slip));

            string Sentence(int said) => $"Hợp tác xã thành lập ngày {Slashed(one)}. Đến ngày {Slashed(then)}, vừa tròn {said} năm xây dựng.";
        }
    }

    private static LocalDate Day(Random random, int from, int to)
    {
        int year = random.Next(from, to);
        int month = random.Next(1, 13);
        return new LocalDate(year, month, random.Next(1, CalendarSystem.Iso.GetDaysInMonth(year, month) + 1));
    }

    private static string Slashed(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}/{day.Month}/{day.Year}");

    private ImmutableArray<string> Slugs(string text) =>
        [.. fixture.Engine.Checker.Check(fixture.Engine.Analyze(EngineFixture.Read(text))).Select(diagnostic => diagnostic.Slug)];
}
