using BienNien.Time;
using Shouldly;

namespace BienNien.Tests.Time;

public sealed class CanChiTests
{
    [Theory]
    [InlineData(4, "Giáp Tý")]
    [InlineData(1010, "Canh Tuất")]
    [InlineData(1490, "Canh Tuất")]
    [InlineData(1789, "Kỷ Dậu")]
    [InlineData(1941, "Tân Tỵ")]
    [InlineData(1945, "Ất Dậu")]
    [InlineData(1968, "Mậu Thân")]
    [InlineData(2024, "Giáp Thìn")]
    [InlineData(3, "Quý Hợi")]
    [InlineData(0, "Canh Thân")]
    [InlineData(-56, "Giáp Tý")]
    public void A_year_has_its_name(int year, string name) => CanChi.OfYear(year).ToString().ShouldBe(name);

    [Fact]
    public void Every_name_is_read_back()
    {
        for (var index = 0; index < 60; index++)
        {
            CanChi.TryParse(new CanChi(index).ToString(), out var read).ShouldBeTrue();
            read.Index.ShouldBe(index);
        }
    }

    [Theory]
    [InlineData("Tân Tị", 17)]
    [InlineData("KỈ MẸO", 15)]
    [InlineData("quí tí", null)]
    [InlineData("Giáp Sửu", null)]
    [InlineData("Giáp", null)]
    [InlineData("", null)]
    [InlineData("Canh tác", null)]
    public void Spellings_vary_and_half_of_the_pairs_do_not_occur(string text, int? index) =>
        (CanChi.TryParse(text, out var read) ? read.Index : (int?)null).ShouldBe(index);

    [Fact]
    public void The_years_of_a_name_are_sixty_apart()
    {
        CanChi.TryParse("Canh Tuất", out var name).ShouldBeTrue();
        name.YearsBetween(1400, 1600).ShouldBe([1430, 1490, 1550]);
        name.YearsBetween(1490, 1490).ShouldBe([1490]);
        name.YearsBetween(1491, 1549).ShouldBeEmpty();
    }
}
