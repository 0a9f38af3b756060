using System.Globalization;
using BienNien.Knowledge;
using Shouldly;

namespace BienNien.Tests.Time;

/// <summary><c>data/rulers.tsv</c> is whole, and agrees with <c>data/reigns.tsv</c>.</summary>
public sealed class RulerDataTests
{
    private static readonly Row[] _rulers = Load("rulers", "name", "name");
    private static readonly Row[] _eras = Load("reigns", "name", "ruler");

    private sealed record Row(string Name, string Ruler, string[] Others, int First, int Last, string Dynasty);

    [Fact]
    public void Rows_are_in_order_of_time_and_whole()
    {
        _rulers.ShouldAllBe(r => r.Name.Length > 0 && r.Dynasty.Length > 0 && r.First <= r.Last && !r.Others.Contains(r.Name));
        _rulers.Select(r => r.First).ShouldBeInOrder();
        _rulers.Select(r => (r.Name, r.First)).ShouldBeUnique();
    }

    [Theory]
    [InlineData("Đinh Tiên Hoàng", 968, 979)]
    [InlineData("Lý Thái Tổ", 1009, 1028)]
    [InlineData("Lý Nhân Tông", 1072, 1128)]
    [InlineData("Trần Nhân Tông", 1278, 1293)]
    [InlineData("Lê Thánh Tông", 1460, 1497)]
    [InlineData("Mạc Đăng Dung", 1527, 1529)]
    [InlineData("Mạc Kính Cung", 1593, 1625)]
    [InlineData("Trịnh Sâm", 1767, 1782)]
    [InlineData("chúa Tiên", 1558, 1613)]
    [InlineData("vua Quang Trung", 1788, 1792)]
    [InlineData("vua Minh Mệnh", 1820, 1841)]
    [InlineData("vua Bảo Đại", 1926, 1945)]
    public void A_ruler_is_found_by_each_name(string name, int first, int last)
    {
        Row ruler = _rulers.Where(r => r.Name == name || r.Others.Contains(name)).ShouldHaveSingleItem();
        (ruler.First, ruler.Last).ShouldBe((first, last));
    }

    // Two sources for his years; two kings of one temple name, 1005 and 1548; one who reigned twice.
    [Fact]
    public void Three_names_have_two_rows() =>
        _rulers.GroupBy(r => r.Name).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBe(["An Dương Vương", "Lê Trung Tông", "Lê Thần Tông"], ignoreOrder: true);

    [Fact]
    public void From_Ngo_to_1945_no_year_is_without_a_ruler() =>

        // Under Ming rule none is counted.
        Enumerable.Range(939, 1945 - 939 + 1).Where(year => !_rulers.Any(r => r.First <= year && year <= r.Last)).ShouldBe(Enumerable.Range(1415, 1425 - 1415 + 1));

    // An era may begin in the year after its ruler's accession, and end in the year after his death.
    [Fact]
    public void Each_era_is_of_a_ruler_of_its_years()
    {
        string[] alone =
        [
            .. _eras.Where(era => !_rulers.Any(r => (r.Name == era.Ruler || r.Others.Contains(era.Ruler)) && r.First - 1 <= era.First && era.Last <= r.Last + 1))
                .Select(era => era.Name),
        ];

        // The era outlived the first of its three rulers; it went on while the king was in the hills; leaders of revolts are not in the table of rulers.
        alone.ShouldBe(["Ứng Thiên", "Hàm Nghi", "Khải Lịch", "Vĩnh Ninh", "Vĩnh Thiên", "Thiên Ứng"], ignoreOrder: true);
    }

    private static Row[] Load(string table, string name, string ruler)
    {
        DataTable data = DataTable.Load(table);
        int names = data.IndexOf(name);
        int rulers = data.IndexOf(ruler);
        int others = data.IndexOf("other_names");
        int first = data.IndexOf("first");
        int last = data.IndexOf("last");
        int dynasty = data.IndexOf("dynasty");
        return
        [
            .. data.Rows.Select(row => new Row(
                row[names],
                row[rulers],
                row[others].Split('|', StringSplitOptions.RemoveEmptyEntries),
                int.Parse(row[first], CultureInfo.InvariantCulture),
                int.Parse(row[last], CultureInfo.InvariantCulture),
                row[dynasty])),
        ];
    }
}
