using System.Collections.Immutable;
using BienNien.Finding.Quantities;
using BienNien.Reading;
using BienNien.Relating;
using BienNien.Relating.Figures;
using BienNien.Tests.Gold;
using Shouldly;

namespace BienNien.Tests.Relating.Figures;

/// <summary>The bullets of a real report, each with its indicator, period, unit and scale, and the percentage of plan told of it.</summary>
public sealed class ReportFigureTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    // Name, value, unit, measure, percentage of plan.
    private static readonly ImmutableArray<(string Indicator, decimal Value, string Unit, FigureMeasure Measure, decimal OfPlan)> _bullets =
    [
        ("tốc độ tăng trưởng kinh tế", 4.3m, "%", FigureMeasure.Level, 48.8m),
        ("GRDP bình quân đầu người", 21_700_000m, "đồng", FigureMeasure.Level, 104m),
        ("tổng sản lượng lương thực có hạt", 262_600m, "tấn", FigureMeasure.Level, 104.3m),
        ("giá trị sản xuất nông nghiệp/ha", 35_000_000m, "đồng/ha", FigureMeasure.Level, 100m),
        ("tổng vốn đầu tư toàn xã hội trên địa bàn", 7_600_000_000_000m, "đồng", FigureMeasure.Level, 100m),
        ("thu ngân sách trên địa bàn", 1_382_080_000_000m, "đồng", FigureMeasure.Level, 110.6m),
        ("tổng giá trị kim ngạch xuất nhập khẩu qua địa bàn", 556_940_000m, "USD", FigureMeasure.Level, 85.1m),
        ("tạo việc làm", 10_248m, "lao động", FigureMeasure.Level, 102m),
        ("giảm tỷ suất sinh", 0.15m, "‰", FigureMeasure.Level, 100m),
        ("tỷ lệ hộ nghèo", 4m, "%", FigureMeasure.Change, 100m),
    ];

    [GoldFact]
    public void Every_bullet_of_a_report_is_a_figure_of_its_indicator()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(GoldTheoryAttribute.Corpus, "002.txt"));
        DocumentAnalysis analysis = fixture.Engine.Analyze(fixture.Engine.Reader.Read("002.txt", bytes, ReadOptions.Default).ShouldBeOfType<ReadResult.Read>().Document);
        int lead = analysis.Document.Text.IndexOf("Kết thúc năm 2015", StringComparison.Ordinal);
        int end = analysis.Document.Text.IndexOf("2. Kết quả thực hiện", lead, StringComparison.Ordinal);
        ImmutableArray<FigureClaim> told = [.. analysis.Claims.OfType<FigureClaim>().Where(claim => claim.Span.Start > lead && claim.Span.End < end)];
        ImmutableArray<FigureClaim> plans = [.. told.Where(static claim => claim.Measure == FigureMeasure.OfPlan)];

        told.ShouldAllBe(static claim => claim.Period.Value == "2015");
        told.ShouldAllBe(static claim => claim.Scope.Name == "tỉnh Cao Bằng");
        told.Where(static claim => claim.Measure != FigureMeasure.OfPlan).Select(claim => (claim.Indicator.Name, ValueOf(claim), claim.Unit, claim.Measure))
            .ShouldBe(_bullets.Select(static bullet => (bullet.Indicator, (decimal?)bullet.Value, bullet.Unit, bullet.Measure)));
        plans.Select(claim => (claim.Indicator.Name, ValueOf(claim))).ShouldBe(_bullets.Select(static bullet => (bullet.Indicator, (decimal?)bullet.OfPlan)));

        decimal? ValueOf(FigureClaim claim) => ((QuantityValue)analysis.Mentions[claim.Figure].Value).Value;
    }
}
