using BienNien.Finding;
using BienNien.Finding.Times;
using Shouldly;

namespace BienNien.Tests.Finding.Times;

/// <summary>What a time was counted from, and how sure that is.</summary>
public sealed class AnchoringTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("Họp vào tháng 4 và tháng 5 năm 2016.", "tháng 4", "2016-04", AnchorSource.Joined, AnchorCertainty.High, "tháng 5 năm 2016")]
    [InlineData("Năm 1953 mở đường; tháng 6 làm xong.", "tháng 6", "1953-06", AnchorSource.Sentence, AnchorCertainty.High, "Năm 1953")]
    [InlineData("Đợt rét mùa đông làm chết trâu, sổ ghi năm 1955.", "mùa đông", "1955-24", AnchorSource.Following, AnchorCertainty.Medium, "năm 1955")]
    [InlineData("Năm 1951 lập xưởng dệt. Tháng 3 có thêm hai máy.", "Tháng 3", "1951-03", AnchorSource.Narrative, AnchorCertainty.Medium, "Năm 1951")]
    [InlineData("## Năm 1962\n\n- Ngày 7/10: lập trạm.\n- Tháng 12: khánh thành, nhớ lại năm 1950.\n- Ngày 20/12: tổng kết.", "Ngày 20/12", "1962-12-20", AnchorSource.Heading, AnchorCertainty.High, "Năm 1962")]
    [InlineData("| Việc | 1967 |\n|---|---|\n| Đắp đê | tháng 3 |", "tháng 3", "1967-03", AnchorSource.Table, AnchorCertainty.High, "1967")]
    [InlineData("ỦY BAN NHÂN DÂN\nTỈNH HÀ GIANG\nSố: 15/KH-UBND\n\nHà Giang, ngày 05 tháng 3 năm 2021\n\nKẾ HOẠCH\nTrồng rừng\n\nCác huyện báo cáo trước ngày 15/12.", "trước ngày 15/12", "2021-12-15", AnchorSource.Document, AnchorCertainty.Medium, "ngày 05 tháng 3 năm 2021")]
    public void A_time_says_what_it_was_counted_from(string text, string surface, string value, AnchorSource source, AnchorCertainty certainty, string anchor)
    {
        var document = EngineFixture.Read(text);
        var mention = fixture.Engine.Finder.Find(document).Single(m => m.Kind == MentionKind.Time && document.Surface(m.Span) == surface);
        mention.Value.ShouldBeOfType<TimeValue>().Value.ShouldBe(value);
        var found = mention.Anchor.ShouldNotBeNull();
        (found.Source, found.Certainty, document.Surface(found.Span)).ShouldBe((source, certainty, anchor));
    }

    [Fact]
    public void A_time_that_says_all_has_no_anchor()
    {
        var document = EngineFixture.Read("Năm 1951 lập xưởng. Ngày 3/5/1952 khánh thành.");
        fixture.Engine.Finder.Find(document).Where(m => m.Kind == MentionKind.Time).ShouldAllBe(m => m.Anchor == null);
    }

    [Theory]
    [InlineData("Sản lượng năm 2023 tăng 5% so với năm 2019; tháng 6 cao nhất.", "tháng 6", "2023-06")]       // what is compared with is not told of
    [InlineData("Ngày 3/5/1951 vây đồn. Ba ngày sau, giặc hàng. Hôm sau, ta rút.", "Hôm sau", "1951-05-07")]   // a counted day goes on being counted from
    [InlineData("Đêm 14/10/1951, bộ đội áp sát; 2 giờ sáng nổ súng.", "2 giờ sáng", "1951-10-15T02:00")]       // after midnight
    public void A_tale_goes_on_from_where_it_is(string text, string surface, string value)
    {
        var document = EngineFixture.Read(text);
        var mention = fixture.Engine.Finder.Find(document).Single(m => m.Kind == MentionKind.Time && document.Surface(m.Span) == surface);
        mention.Value.ShouldBeOfType<TimeValue>().Value.ShouldBe(value);
    }
}
