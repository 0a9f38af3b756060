using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Telling;
using BienNien.Text;
using BienNien.Time;
using Shouldly;

namespace BienNien.Tests.Telling;

public sealed class FigureWordsTests
{
    [Fact]
    public void A_value_has_the_scale_of_the_text_and_the_readers_dress()
    {
        Value(Row("1.382,08 tỷ đồng", 1_382_080_000_000m, "đồng"), "1.382,08 tỷ đồng", "1,382.08 billion đồng");
        Value(Row("16.300 triệu đồng", 16_300_000_000m, "đồng"), "16.300 triệu đồng", "16,300 million đồng");
        Value(Row("26,7 triệu đồng", 26_700_000m, "đồng/người/năm"), "26,7 triệu đồng/người/năm", "26.7 million đồng/người/năm");
        Value(Row("1,2 triệu người", 1_200_000m, "người"), "1,2 triệu người", "1.2 million người");
        Value(Row("35 vạn dân", 350_000m, "dân"), "350.000 dân", "350,000 dân");
        Value(Row("910,5", 910_500_000_000m, "đồng"), "910,5 tỷ đồng", "910.5 billion đồng");
        Value(Row("5.700.000 ngày công", 5_700_000m, "ngày công"), "5.700.000 ngày công", "5,700,000 ngày công");
    }

    [Fact]
    public void Ranges_fractions_and_shades_are_said()
    {
        Value(Row("01 - 02 nhiệm vụ", 1, "nhiệm vụ") with { ValueTo = 2 }, "1 – 2 nhiệm vụ", "1 – 2 nhiệm vụ");
        Value(Row("156/187 cơ sở", 156, "cơ sở") with { Whole = 187 }, "156/187 cơ sở", "156/187 cơ sở");
        Value(Row("hơn 2.000 người", 2000, "người") with { Mod = TimexMod.MoreThan }, "hơn 2.000 người", "over 2,000 người");
        Value(Row("hàng vạn người", null, "người") with { Mod = TimexMod.Order, Magnitude = 10_000 }, "hàng vạn người", "tens of thousands of người");
    }

    [Fact]
    public void What_compares_says_with_what()
    {
        FigureRow percent = Row("51,8%", 51.8m, "%");
        Comparison(percent with { Measure = FigureMeasure.Growth, Turn = FigureTurn.Rise, Relation = FigureRelationKind.GrowthOver, BasePeriod = "2015" }, "tăng 51,8% so với năm 2015", "up 51.8% on 2015");
        Comparison(
            percent with { Measure = FigureMeasure.Growth, Turn = FigureTurn.Fall, Relation = FigureRelationKind.GrowthOver, BasePeriod = "2015", BaseValue = 910_500_000_000m, BaseUnit = "đồng" },
            "giảm 51,8% so với năm 2015 (910,5 tỷ đồng)", "down 51.8% on 2015 (910.5 billion đồng)");
        Comparison(percent with { Measure = FigureMeasure.OfPlan, Base = "kế hoạch" }, "bằng 51,8% kế hoạch", "51.8% of the plan");
        Comparison(percent with { Measure = FigureMeasure.OfPlan, Turn = FigureTurn.Rise }, "vượt 51,8% kế hoạch", "51.8% above the plan");
        Comparison(percent with { Measure = FigureMeasure.Share, Base = "dân số" }, "chiếm 51,8% dân số", "51.8% of dân số");
        Comparison(percent with { Measure = FigureMeasure.Ratio, Base = "cùng kỳ", BasePeriod = "2021" }, "bằng 51,8% so với cùng kỳ (năm 2021)", "51.8% of the same period (2021)");
        Comparison(Row("4,8 lần", 4.8m, "lần") with { Measure = FigureMeasure.Multiple, BasePeriod = "1990" }, "gấp 4,8 lần so với năm 1990", "4.8 times as compared with 1990");
        Comparison(
            Row("2,5 điểm phần trăm", 2.5m, "điểm phần trăm") with { Measure = FigureMeasure.Change, Turn = FigureTurn.Fall, BasePeriod = "2021" },
            "giảm 2,5 điểm phần trăm so với năm 2021", "down 2.5 percentage points on 2021");
        Comparison(
            Row("48,2%", 48.2m, "%") with { Relation = FigureRelationKind.FromTo, BasePeriod = "2015", BaseValue = 34, BaseUnit = "%" }, "từ 34% (năm 2015)", "from 34% (2015)");
        Comparison(Row("48,2%", 48.2m, "%"), "", "");
    }

    [Fact]
    public void Every_measure_has_words()
    {
        foreach (FigureMeasure measure in Enum.GetValues<FigureMeasure>())
        {
            foreach (FigureTurn turn in Enum.GetValues<FigureTurn>())
            {
                FigureRow row = Row("5%", 5, "%") with { Measure = measure, Turn = turn };
                (FigureWords.Comparison(row, TellingLanguage.Vietnamese).Length > 0).ShouldBe(measure != FigureMeasure.Level);
                (FigureWords.Comparison(row, TellingLanguage.English).Length > 0).ShouldBe(measure != FigureMeasure.Level);
            }
        }
    }

    internal static FigureRow Row(string text, decimal? value, string unit) => new()
    {
        Source = new FigureSource("a.txt", "d/a.txt", "Báo cáo"),
        Line = 1,
        Span = new TextSpan(0, text.Length),
        Text = text,
        Indicator = "thu ngân sách",
        IndicatorKey = "thu ngân sách",
        Measure = FigureMeasure.Level,
        Value = value,
        Unit = unit,
        Status = ClaimStatus.Asserted,
        Rule = "FIG001",
    };

    private static void Value(FigureRow row, string vietnamese, string english)
    {
        FigureWords.Value(row, TellingLanguage.Vietnamese).ShouldBe(vietnamese);
        FigureWords.Value(row, TellingLanguage.English).ShouldBe(english);
    }

    private static void Comparison(FigureRow row, string vietnamese, string english)
    {
        FigureWords.Comparison(row, TellingLanguage.Vietnamese).ShouldBe(vietnamese);
        FigureWords.Comparison(row, TellingLanguage.English).ShouldBe(english);
    }
}
