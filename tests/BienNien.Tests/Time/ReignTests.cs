using BienNien.Time;
using Shouldly;

namespace BienNien.Tests.Time;

public sealed class ReignTests
{
    private static readonly ReignTable _reigns = Load();

    [Theory]
    [InlineData("Hồng Đức", 21, 1490, "Canh Tuất")]
    [InlineData("Tự Đức", 10, 1857, "Đinh Tỵ")]
    [InlineData("Gia Long", 1, 1802, "Nhâm Tuất")]
    [InlineData("Minh Mệnh", 14, 1833, "Quý Tỵ")]
    [InlineData("Minh Mạng", 14, 1833, "Quý Tỵ")]
    [InlineData("Cảnh Hưng", 40, 1779, "Kỷ Hợi")]
    [InlineData("Chính Hòa", 18, 1697, "Đinh Sửu")]
    [InlineData("Bảo Đại", 20, 1945, "Ất Dậu")]
    [InlineData("Quang Trung", 2, 1789, "Kỷ Dậu")]
    [InlineData("Thiệu Bảo", 7, 1285, "Ất Dậu")]
    [InlineData("Thành Thái", 18, 1906, "Bính Ngọ")]
    [InlineData("Đoan Thái", 2, 1587, "Đinh Hợi")]
    [InlineData("Hưng Trị", 3, 1590, "Canh Dần")]
    [InlineData("Càn Thống", 19, 1611, "Tân Hợi")]         // so on the bell of chùa Viên Minh, Cao Bằng
    [InlineData("Chánh Hòa", 18, 1697, "Đinh Sửu")]
    [InlineData("Hàm Nghi", 1, 1885, "Ất Dậu")]
    [InlineData("Thiên Khánh", 2, 1427, "Đinh Mùi")]
    public void A_year_of_an_era_is_a_lunar_year(string name, int number, int year, string canChi)
    {
        var reign = _reigns.Named(name).ShouldHaveSingleItem();
        reign.HasYear(number).ShouldBeTrue();
        var counted = new ReignYear(reign, number);
        counted.Year.ShouldBe(year);
        counted.CanChi.ToString().ShouldBe(canChi);
    }

    [Fact]
    public void A_name_may_be_that_of_two_eras() => _reigns.Named("thuận thiên").Select(r => r.First).ShouldBe([1010, 1428]);

    [Fact]
    public void From_Dinh_to_1945_no_year_is_without_an_era()
    {
        var bare = Enumerable.Range(970, 1945 - 970 + 1).Where(year => !_reigns.All.Any(r => r.First <= year && year <= r.Last)).ToArray();

        // Under Ming rule, and in the war that ended it, no Vietnamese era is counted but those of Phạm Ngọc, Lê Ngã and, from 1426, Trần Cảo.
        bare.ShouldBe([1415, 1416, 1417, 1418, 1421, 1422, 1423, 1424, 1425]);
    }

    [Fact]
    public void Every_row_says_where_it_is_from() => _reigns.All.ShouldAllBe(r => r.Source.Length > 10 && r.Ruler.Length > 0 && r.Dynasty.Length > 0);

    [Theory]
    [InlineData("Gia Long\t\t1802\t1820\tNguyễn Thế Tổ\tNguyễn")]
    [InlineData("Gia Long\t\t1820\t1802\tNguyễn Thế Tổ\tNguyễn\tsách")]
    [InlineData("Gia Long\t\tnăm\t1802\tNguyễn Thế Tổ\tNguyễn\tsách")]
    public void A_broken_row_is_named(string row) =>
        Should.Throw<FormatException>(() => ReignTable.Read(new StringReader("name\n" + row))).Message.ShouldContain("Row 2");

    private static ReignTable Load()
    {
        using var stream = typeof(ReignTable).Assembly.GetManifestResourceStream("data/reigns.tsv")!;
        using var reader = new StreamReader(stream);
        return ReignTable.Read(reader);
    }
}
