using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Relating.Figures;
using Shouldly;

namespace BienNien.Tests.Relating.Figures;

/// <summary>Which names are of one indicator, and which are not.</summary>
public sealed class IndicatorNamesTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private static readonly IndicatorNames _names = IndicatorNames.Create();

    [Theory]
    [InlineData("Thu ngân sách trên địa bàn", "tổng thu ngân sách nhà nước trên địa bàn tỉnh")]
    [InlineData("Tổng giá trị kim ngạch xuất nhập khẩu qua địa bàn", "Kim ngạch xuất, nhập khẩu")]
    [InlineData("tỷ lệ hộ nghèo", "Tỉ lệ hộ nghèo")]
    [InlineData("độ che phủ rừng", "Tỷ lệ che phủ rừng")]
    [InlineData("Tổng sản phẩm trên địa bàn (GRDP)", "GRDP")]
    [InlineData("GRDP bình quân đầu người", "tổng sản phẩm trên địa bàn bình quân đầu người")]
    [InlineData("Giá trị sản xuất nông - lâm - ngư nghiệp", "giá trị sản xuất nông, lâm, thủy sản")]
    [InlineData("sản lượng thủy sản", "Sản lượng thuỷ sản")]
    [InlineData("số học sinh hòa nhập", "Tổng số học sinh hoà nhập")]
    [InlineData("tổng vốn đầu tư toàn xã hội trên địa bàn", "vốn đầu tư thực hiện toàn xã hội")]
    public void Spellings_of_one_indicator_meet(string one, string other) => _names.Of(one).Key.ShouldBe(_names.Of(other).Key);

    [Theory]
    [InlineData("thu ngân sách", "chi ngân sách")]
    [InlineData("thu ngân sách trên địa bàn", "thu ngân sách địa phương")]
    [InlineData("GRDP", "GDP")]
    [InlineData("GRDP", "GRDP bình quân đầu người")]
    [InlineData("tỷ lệ hộ nghèo", "tỷ lệ hộ cận nghèo")]
    [InlineData("tỷ lệ hộ nghèo", "số hộ nghèo")]
    [InlineData("sản lượng lương thực", "sản lượng lương thực có hạt")]
    [InlineData("diện tích lúa", "năng suất lúa")]
    [InlineData("tốc độ tăng dân số", "dân số")]
    [InlineData("thu thuế", "thú thuế")]
    public void Different_indicators_stay_apart(string one, string other) => _names.Of(one).Key.ShouldNotBe(_names.Of(other).Key);

    [Fact]
    public void A_key_is_its_own_key()
    {
        foreach (string name in (string[])["Tổng thu NSNN trên địa bàn tỉnh", "Độ che phủ rừng", "Tổng số", "lượng khách du lịch", "GTSX công nghiệp - xây dựng", "thủy điện"])
        {
            string key = _names.Of(name).Key;
            key.ShouldNotBeEmpty();
            _names.Of(key).Key.ShouldBe(key);
        }
    }

    [Fact]
    public void What_differs_in_place_or_unit_is_never_the_base_of_a_comparison()
    {
        const string Text =
            """
            # Báo cáo năm 2022

            Năm 2015, doanh thu du lịch của huyện Hòa An đạt 10 tỷ đồng. Năm 2015, doanh thu du lịch của huyện Quảng Hòa đạt 20 tỷ đồng.
            Năm 2022, doanh thu du lịch của huyện Quảng Hòa đạt 30 tỷ đồng, tăng 50% so với năm 2015. Năm 2022, sản lượng ngô của huyện Quảng Hòa đạt 5 tấn, tăng 10% so với năm 2015 và tăng 25% so với năm 2010.

            Năm 2015, sản lượng ngô của huyện Quảng Hòa đạt 4.000 bao. Năm 2010, sản lượng ngô của huyện Quảng Hòa đạt 4.000 kg.
            """;
        DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(Text, "bao-cao.md"));
        ImmutableList<string> bases = [.. analysis.Claims.OfType<FigureClaim>().SelectMany(static claim => claim.Relations)
            .Select(relation => relation.Over < 0 ? "none" : analysis.Document.Surface(analysis.Mentions[relation.Over].Span))];
        bases.ShouldBe(["20 tỷ đồng", "none", "4.000 kg"]);
    }
}
