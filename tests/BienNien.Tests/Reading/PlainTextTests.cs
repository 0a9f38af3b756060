using Shouldly;

namespace BienNien.Tests.Reading;

public sealed class PlainTextTests
{
    [Fact]
    public void A_footnote_does_not_end_the_paragraph_that_it_cuts() =>
        Blocks.Draw(Blocks.Read("a.txt", "Đoàn thuyền ngược sông Chảy đến bến\n\n[^1]: Sổ tay của xã.\n\n---\n\nÂu Lâu thì dừng.\n\nNước lên nhanh, thuyền phải\n\n[^2]: Lời kể.\n\nbuộc lại.\n"))
            .ShouldBe("""
                Paragraph: Đoàn thuyền ngược sông Chảy đến bến
                Footnote: [^1]: Sổ tay của xã.
                Furniture: ---
                Paragraph: Âu Lâu thì dừng.
                Paragraph: Nước lên nhanh, thuyền phải ¦ buộc lại.
                Footnote: [^2]: Lời kể.
                """);

    [Fact]
    public void Numbers_that_count_up_a_page_apart_are_page_numbers_and_others_are_not()
    {
        string page = string.Concat(Enumerable.Range(0, 14).Select(static i => $"Đây là câu thứ {i}.\n\n"));
        Blocks.Read("a.txt", $"{page}1\n\n{page}2\n\n{page}{page}4\n\n{page}").Blocks.Count(static block => block.Kind == BienNien.Text.BlockKind.Furniture).ShouldBe(3);
        Blocks.Read("a.txt", "Cột một.\n\n1\n\n2\n\n3\n\n4\n\n5\n").Blocks.ShouldAllBe(static block => block.Kind != BienNien.Text.BlockKind.Furniture);
    }

    [Theory]
    [InlineData("Xưởng dời lần đầu vào cuối năm", "1940, rồi ở lại đó.")]
    [InlineData("Xưởng dời lần hai vào tháng 3 năm", "1942, rồi ở lại đó.")]
    [InlineData("Xưởng chạy từ tháng 5 đến tháng 8-", "1944 thì dừng.")]
    [InlineData("Trong kế hoạch ấy (1961 -", "1965) có hai xưởng.")]
    [InlineData("Sơ kết phong trào, 31-", "12-1965, huyện khen xưởng.")]
    [InlineData("Xưởng nghỉ từ đầu tháng", "Chạp cho thợ về quê.")]
    [InlineData("Xưởng cháy đêm 12 tháng", "9 năm 1967, dựng lại sau.")]
    [InlineData("Xưởng mở cửa từ sáng", "23 tháng Chạp năm ấy.")]
    [InlineData("Bão kéo dài từ tối 8 đến", "10/9/1985 mới tan.")]
    public void A_line_that_ends_inside_a_date_goes_on(string line, string next) =>
        Blocks.Read("a.txt", $"{line}\n{next}\n").Blocks.ShouldHaveSingleItem();

    [Theory]
    [InlineData("Số năm", "1990")]
    [InlineData("Năm", "1945")]
    [InlineData("Thành tựu của cả năm", "1961: khởi công đập")]
    [InlineData("Buổi sáng", "8 giờ: đón đại biểu")]
    [InlineData("Chương trình buổi sáng", "8h00 đón đại biểu")]
    [InlineData("Kết quả sau 5 năm", "12 hộ thoát nghèo")]
    [InlineData("Thành phần gồm có", "12 đại biểu")]
    [InlineData("Lịch họp trong tháng", "12. Họp chi bộ")]
    [InlineData("Đội văn nghệ của tháng", "Năm cô gái bến sông")]
    public void Short_lines_that_only_stand_below_each_other_stay_apart(string line, string next) =>
        Blocks.Read("a.txt", $"{line}\n{next}\n").Blocks.Length.ShouldBe(2);
}
