using BienNien.Reading.Papers;
using Shouldly;

namespace BienNien.Tests.Reading.Papers;

public sealed class HandlingTests
{
    private static readonly PaperHeaderReader _reader = PaperHeaderReader.Create();

    [Theory]
    [InlineData("HUYỆN ỦY KHÁNH SƠN\n\nMẬT\n\nBáo cáo về tình hình kho lương.", "MẬT")]
    [InlineData("Bản tin tháng 3\n\n*(Lưu hành nội bộ)*\n\nTrong tháng có hai việc.", "Lưu hành nội bộ")]
    [InlineData("TÀI LIỆU HỌC TẬP\n\nSử dụng và bảo quản trong nội bộ của Đảng\n", "Sử dụng và bảo quản trong nội bộ của Đảng")]
    [InlineData("Tờ trình\nTài liệu thu hồi.\n", "Tài liệu thu hồi")]
    public void A_mark_alone_on_its_line_restricts_the_paper(string text, string mark) => Handling(text).ShouldBe(mark);

    [Theory]
    [InlineData("Bản tin nội bộ năm 1995 chép khác, lưu hành nội bộ trong huyện.")]
    [InlineData("Kế hoạch mang tên mật.\n\nMật ong rừng được giá.")]
    public void The_same_words_in_a_sentence_do_not(string text) => Handling(text).ShouldBeNull();

    [Fact]
    public void A_mark_far_from_the_head_is_part_of_the_text() =>
        Handling(string.Concat(Enumerable.Repeat("Một đoạn kể việc.\n\n", 60)) + "Mật\n").ShouldBeNull();

    private static string? Handling(string text) => _reader.Read(EngineFixture.Read(text))?.Handling?.Value;
}
