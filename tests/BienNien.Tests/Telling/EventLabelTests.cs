using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Telling;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Telling;

/// <summary>Labels are clauses of the source: what a reader sees beside the date.</summary>
public sealed class EventLabelTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("Ngày 27/12/1946, quân Pháp rút khỏi thành phố Nam Định.", "Quân Pháp rút khỏi thành phố Nam Định")]
    [InlineData("- Tháng 5/1931: thành lập chi bộ Cầu Kè ở Trà Vinh.", "Thành lập chi bộ Cầu Kè ở Trà Vinh")]
    [InlineData("1884. Tháng 6, triều đình Huế ký hiệp ước với Pháp.", "Triều đình Huế ký hiệp ước với Pháp")]
    [InlineData("Ngày 5/6/1911 (mùng 9 tháng 5 năm Tân Hợi), Nguyễn Tất Thành rời bến Nhà Rồng.", "Nguyễn Tất Thành rời bến Nhà Rồng")]
    [InlineData("Tháng 3/1938, ông Nguyễn Văn Cừ được bầu làm Tổng Bí thư.¹", "Ông Nguyễn Văn Cừ được bầu làm Tổng Bí thư")]
    [InlineData("Ngày 10/10/1954, bộ đội vào tiếp quản Thủ đô;[^2] phố xá đông vui.", "Bộ đội vào tiếp quản Thủ đô")]
    [InlineData("Nhân 60 năm ngày thành lập huyện Cần Đước (3/2/1950 - 3/2/2010), huyện mở hội chợ.", "Thành lập huyện Cần Đước (3/2/1950 - 3/2/2010), huyện mở hội chợ")]
    [InlineData("Tháng 6/1931, ông bị bắt, khi mới hai mươi tuổi.", "Ông bị bắt, khi mới hai mươi tuổi")]
    public void A_label_is_the_clause_without_its_date(string text, string label) => Label(text, 0).ShouldBe(label);

    [Fact]
    public void A_clause_without_a_subject_takes_the_nearest_name_before_it()
    {
        string text = "Phan Bội Châu sinh ngày 26/12/1867 tại Nam Đàn; năm 1900 thi đỗ đầu trường Nghệ.";
        Label(text, 0).ShouldBe("Phan Bội Châu sinh ngày 26/12/1867 tại Nam Đàn");
        Label(text, 1).ShouldBe("Phan Bội Châu … thi đỗ đầu trường Nghệ");
    }

    [Fact]
    public void An_item_of_a_list_shows_its_own_words_behind_the_verb_of_the_list() =>
        Label("Tháng 6/1951, trường Tân Phú được thành lập; tháng 9/1953, trường Vĩnh Lộc.", 1).ShouldBe("Được thành lập … trường Vĩnh Lộc");

    [Fact]
    public void A_long_clause_is_cut_at_a_word_and_keeps_its_verb()
    {
        string label = Label(
            "Ngày 2/1/1963, tại vùng ruộng lầy phía bắc thị trấn, nơi nhiều kênh rạch đan nhau và dân đã tản cư từ mấy hôm trước, bộ đội địa phương chặn đánh cuộc càn của đối phương và giữ được trận địa tới tối.", 0);
        label.Length.ShouldBeLessThanOrEqualTo(70);
        label.ShouldContain("chặn đánh");
        label.ShouldStartWith("…");
        label.ShouldEndWith("…");
        label.ShouldNotContain("2/1/1963");
    }

    [Fact]
    public void A_long_clause_shows_its_subject_rather_than_its_middle() =>
        Label("Ngày 6/3/1930, đồng chí Nguyễn Văn Cừ thay mặt những người làm thuê ở các đồn điền và những gia đình nghèo quanh vùng, lập chi bộ ở Cà Mau.", 0)
            .ShouldBe("Nguyễn Văn Cừ … lập chi bộ ở Cà Mau");

    [Fact]
    public void Every_piece_of_a_label_stands_in_the_source()
    {
        string text = "Ngày 20/11/1873, quân Pháp chiếm thành Hà Nội; Nguyễn Tri Phương bị thương nặng rồi mất.";
        for (int i = 0; i < 2; i++)
        {
            foreach (string piece in Label(text, i).Split('…', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                text.Contains(piece, StringComparison.OrdinalIgnoreCase).ShouldBeTrue(piece);
            }
        }
    }

    [Fact]
    public void A_trigger_outside_the_sentence_has_no_label() => EventLabel.Of("Một câu.", new TextSpan(40, 3), [], []).ShouldBe("");

    private string Label(string text, int number)
    {
        DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(text));
        EventClaim happening = analysis.Claims.OfType<EventClaim>().OrderBy(claim => analysis.Mentions[claim.DateMention].Span.Start).ElementAt(number);
        int from = happening.Evidence[0].Start;
        List<TextSpan> times = [.. analysis.Mentions.Where(mention => mention.Value is TimeValue && happening.Evidence[0].Contains(mention.Span)).Select(mention => Move(mention.Span, from))];
        return EventLabel.Of(
            analysis.Document.Surface(happening.Evidence[0]).ToString(), Move(happening.Span, from), times,
            [.. happening.Who.Select(who => Move(analysis.Mentions[who.Mention].Span, from)).Where(span => span.Start >= 0)], 70,
            happening.DateIsImplied ? null : Move(analysis.Mentions[happening.DateMention].Span, from));
    }

    private static TextSpan Move(TextSpan span, int from) => new(span.Start - from, span.Length);
}
