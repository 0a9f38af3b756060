using System.Collections.Immutable;
using System.Globalization;
using Shouldly;

namespace BienNien.Tests.Checking;

/// <summary>Sentences made from computations: right ones are never reported, and a wrong number always is.</summary>
public sealed class ArithmeticPropertyTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly CultureInfo _vietnamese = new("vi-VN");

    [Fact]
    public void Right_anniversaries_are_silent_and_wrong_ones_reported()
    {
        Random random = new(1948);
        for (int i = 0; i < 300; i++)
        {
            int from = random.Next(1880, 1990);
            int years = random.Next(5, 120);
            (int day, int month) = (random.Next(1, 29), random.Next(3, 13));
            int slip = random.Next(1, 10) * (random.Next(2) == 0 ? 1 : -1);
            string dates = $"({day}/{month}/{from} - {day}/{month}/{from + years})";
            Slugs($"Lễ kỷ niệm {years} năm ngày thành lập hợp tác xã {dates}.").ShouldBeEmpty();
            if (years + slip > 0)
            {
                Slugs($"Lễ kỷ niệm {years + slip} năm ngày thành lập hợp tác xã {dates}.").ShouldBe(["anniversary-arithmetic"]);
            }
        }
    }

    [Fact]
    public void Right_shares_are_silent_however_they_are_rounded_and_wrong_ones_reported()
    {
        Random random = new(1975);
        for (int i = 0; i < 300; i++)
        {
            int whole = random.Next(20, 900);
            int part = random.Next(1, whole);
            int decimals = random.Next(0, 3);
            decimal share = 100m * part / whole;
            decimal rounded = Math.Round(share, decimals, random.Next(2) == 0 ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero);
            decimal wrong = rounded + (rounded > 50 ? -10 : 10);
            Slugs(Sentence(rounded)).ShouldBeEmpty(Sentence(rounded));
            Slugs(Sentence(wrong)).ShouldBe(["percent-or-ratio-arithmetic"], Sentence(wrong));

            string Sentence(decimal percent) => $"Huyện có {whole} lớp học, trong đó {part} lớp học kiên cố, chiếm {percent.ToString("F" + decimals, _vietnamese)}%.";
        }
    }

    [Fact]
    public void Right_growth_is_silent_and_wrong_growth_reported()
    {
        Random random = new(1986);
        for (int i = 0; i < 300; i++)
        {
            int before = random.Next(100, 5_000);
            int after = before + random.Next(before / 5, before * 3);
            decimal growth = Math.Round((100m * after / before) - 100, 1);
            Slugs(Sentence(growth)).ShouldBeEmpty(Sentence(growth));
            Slugs(Sentence(growth + 10)).ShouldBe(["percent-or-ratio-arithmetic"], Sentence(growth + 10));

            string Sentence(decimal percent) =>
                $"Đàn bò từ {before.ToString("N0", _vietnamese)} con tăng lên {after.ToString("N0", _vietnamese)} con, tăng {percent.ToString("F1", _vietnamese)}%.";
        }
    }

    private ImmutableArray<string> Slugs(string text) =>
        [.. fixture.Engine.Checker.Check(fixture.Engine.Analyze(EngineFixture.Read(text))).Select(diagnostic => diagnostic.Slug)];
}
