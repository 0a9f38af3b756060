using System.Collections.Immutable;
using System.Globalization;
using Shouldly;

namespace BienNien.Tests.Checking;

/// <summary>Sums, directions and quotations made from computations: right ones are never reported, and a wrong number always is.</summary>
public sealed class SumPropertyTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly CultureInfo _vietnamese = new("vi-VN");

    [Fact]
    public void Right_sums_are_silent_and_wrong_ones_reported()
    {
        Random random = new(1945);
        for (int i = 0; i < 200; i++)
        {
            int[] parts = [random.Next(20, 900), random.Next(20, 900), random.Next(20, 900)];
            int slip = random.Next(1, 10) * (random.Next(2) == 0 ? 1 : 10) * (random.Next(2) == 0 ? 1 : -1);
            Slugs(Sentence(parts.Sum())).ShouldBeEmpty(Sentence(parts.Sum()));
            if (parts.Sum() + slip != parts[0] + parts[1] && parts.Sum() + slip > 0)
            {
                Slugs(Sentence(parts.Sum() + slip)).ShouldBe(["sum-mismatch"], Sentence(parts.Sum() + slip));
            }

            string Sentence(int total) => $"Huyện huy động {Written(total)} người, gồm {Written(parts[0])} người vùng trên, {Written(parts[1])} người vùng giữa và {Written(parts[2])} người vùng dưới.";
        }
    }

    [Fact]
    public void Sums_of_rounded_figures_are_silent()
    {
        Random random = new(1954);
        for (int i = 0; i < 200; i++)
        {
            decimal[] parts = [random.Next(100, 9_000) / 100m, random.Next(100, 9_000) / 100m, random.Next(100, 9_000) / 100m];
            string text = $"Ngân sách chi {Round(parts.Sum())} tỷ đồng, gồm chi thường xuyên {Round(parts[0])} tỷ đồng, chi đầu tư {Round(parts[1])} tỷ đồng, dự phòng {Round(parts[2])} tỷ đồng.";
            Slugs(text).ShouldBeEmpty(text);
        }

        static string Round(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero).ToString("N1", _vietnamese);
    }

    [Fact]
    public void Totals_of_tables_are_silent_when_right_and_reported_when_not()
    {
        Random random = new(1960);
        for (int i = 0; i < 100; i++)
        {
            int[] parts = [random.Next(50, 900), random.Next(50, 900), random.Next(50, 900)];
            int slip = random.Next(1, 9) * (random.Next(2) == 0 ? 1 : -1);
            Slugs(Table(parts.Sum())).ShouldBeEmpty();
            Slugs(Table(parts.Sum() + slip)).ShouldBe(["sum-mismatch"], Table(parts.Sum() + slip));

            string Table(int total) => $"| Xóm | Số hộ |\n|---|---|\n| Thượng | {Written(parts[0])} |\n| Trung | {Written(parts[1])} |\n| Hạ | {Written(parts[2])} |\n| Cộng | {Written(total)} |\n";
        }
    }

    [Fact]
    public void A_verb_agrees_with_its_figures_or_is_reported()
    {
        Random random = new(1968);
        for (int i = 0; i < 200; i++)
        {
            int before = random.Next(20, 5_000);
            int after = before + (random.Next(1, 900) * (random.Next(2) == 0 ? 1 : -1));
            if (after <= 0 || after == before)
            {
                continue;
            }

            bool rises = after > before;
            Slugs(Sentence(rises)).ShouldBeEmpty(Sentence(rises));
            Slugs(Sentence(!rises)).ShouldBe(["direction-mismatch"], Sentence(!rises));

            string Sentence(bool up) => $"Đàn bò từ {Written(before)} con {(up ? "tăng lên" : "giảm xuống")} {Written(after)} con.";
        }
    }

    [Fact]
    public void Averages_that_follow_are_silent_and_others_reported()
    {
        Random random = new(1986);
        for (int i = 0; i < 200; i++)
        {
            int people = random.Next(100, 2_000);
            int each = random.Next(120, 400);
            int slip = random.Next(20, 60);
            Slugs(Sentence(each)).ShouldBeEmpty(Sentence(each));
            Slugs(Sentence(each + slip)).ShouldBe(["percent-or-ratio-arithmetic"], Sentence(each + slip));

            string Sentence(int said) => $"Hợp tác xã có {Written(people)} xã viên, chia {Written(people * each)} kg thóc, bình quân mỗi người {Written(said)} kg.";
        }
    }

    private static string Written(int value) => value.ToString("N0", _vietnamese);

    private ImmutableArray<string> Slugs(string text) =>
        [.. fixture.Engine.Checker.Check(fixture.Engine.Analyze(EngineFixture.Read(text, text.StartsWith('|') ? "bang.md" : "thu.txt"))).Select(diagnostic => diagnostic.Slug)];
}
