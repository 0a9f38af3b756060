using BienNien.Gazetteers;
using Shouldly;

namespace BienNien.Tests.Gazetteers;

/// <summary>Provinces that were merged, split and renamed.</summary>
public sealed class ProvinceChainTests(GazetteerFixture fixture) : IClassFixture<GazetteerFixture>
{
    private readonly Gazetteer _gazetteer = fixture.Gazetteer;

    [Fact]
    public void Cao_Bang_and_Lang_Son_were_Cao_Lang_from_1975_to_1978()
    {
        PlaceUnit merged = fixture.One("Cao Lạng");
        merged.Validity.ShouldNotBeNull().ToString().ShouldBe("1975-12-27/1978-12-28");
        merged.LegalBasis.ShouldContain("27-12-1975");
        Direct(_gazetteer.PredecessorsOf(merged)).ShouldBe(["Cao Bằng@1831", "Lạng Sơn@1831"]);
        Direct(_gazetteer.SuccessorsOf(merged)).ShouldBe(["Cao Bằng@1978", "Lạng Sơn@1978"]);
        _gazetteer.SuccessorsOf(fixture.Key("Cao Bằng@1831")).Select(static next => (next.Unit.Key, next.Steps))
            .ShouldBe([("Cao Lạng@1975", 1), ("Cao Bằng@1978", 2), ("Lạng Sơn@1978", 2)]);
    }

    [Theory]
    [InlineData("Hà Tây@1991", "Hà Nội", "2008-08-01")]
    [InlineData("Thừa Thiên Huế@1989", "Huế", "2025-01-01")]
    [InlineData("Kiến An@1906", "Hải Phòng", "1962-10-27")]
    [InlineData("Yên Bái@1991", "Lào Cai", "2025-07-01")]
    public void What_was_taken_in_says_by_whom_and_when(string key, string name, string day)
    {
        Succession next = _gazetteer.SuccessorsOf(fixture.Key(key))[0];
        (next.Unit.Name, next.Day.ToString("uuuu-MM-dd", null)).ShouldBe((name, day));
    }

    [Fact]
    public void Ha_Tay_was_made_twice()
    {
        _gazetteer.Find("Hà Tây", new PlaceFilter { Level = PlaceLevel.Province }).Select(static unit => unit.Key).ShouldBe(["Hà Tây@1965", "Hà Tây@1991"]);
        _gazetteer.On(fixture.Key("Hà Tây@1965"), GazetteerFixture.Day(1985)).ShouldHaveSingleItem().Name.ShouldBe("Hà Sơn Bình");
        _gazetteer.On(fixture.Key("Hà Tây@1965"), GazetteerFixture.Day(2000)).Select(static unit => unit.Name).ShouldBe(["Hà Tây", "Hòa Bình"]);
        _gazetteer.On(fixture.Key("Hà Tây@1991"), GazetteerFixture.Day(2026)).ShouldHaveSingleItem().ToString().ShouldBe("thành phố Hà Nội");
        _gazetteer.On(fixture.Key("Hà Tây@1991"), GazetteerFixture.Day(1940)).Select(static unit => unit.Name).ShouldBe(["Sơn Tây", "Hà Đông", "Hòa Bình"], ignoreOrder: true);
    }

    [Fact]
    public void Binh_Tri_Thien_was_four_before_and_three_after()
    {
        PlaceUnit merged = fixture.Key("Bình Trị Thiên@1976");
        Direct(_gazetteer.PredecessorsOf(merged)).ShouldBe(["Quảng Bình@1831", "Vĩnh Linh@1954", "Quảng Trị@1831", "Thừa Thiên@1822"], ignoreOrder: true);
        Direct(_gazetteer.SuccessorsOf(merged)).ShouldBe(["Quảng Bình@1989", "Quảng Trị@1989", "Thừa Thiên Huế@1989"]);
        _gazetteer.On(merged, GazetteerFixture.Day(2025, 7, 1)).Select(static unit => unit.Key).ShouldBe(["Quảng Trị@2025", "Huế@2025"], ignoreOrder: true);
    }

    [Fact]
    public void A_province_that_only_lost_a_part_goes_on()
    {
        PlaceUnit whole = fixture.Key("Đắk Lắk@1976");
        _gazetteer.SuccessorsOf(whole).Select(static next => next.Unit.Name).ShouldContain("Đắk Nông");
        whole.MayExistOn(GazetteerFixture.Day(2010)).ShouldBeTrue();
    }

    [Theory]
    [InlineData(1950, 0)]
    [InlineData(1977, 1)]
    [InlineData(2025, 0)]
    public void A_merged_province_was_there_in_its_years(int year, int count) =>
        _gazetteer.Find("Bình Trị Thiên", PlaceFilter.InYear(year) with { Level = PlaceLevel.Province }).Length.ShouldBe(count);

    [Theory]
    [InlineData(2025, 34)]
    [InlineData(2024, 63)]
    [InlineData(1996, 53)]
    [InlineData(1985, 40)]
    public void Provinces_on_the_last_day_of_a_year(int year, int count)
    {
        _gazetteer.At(GazetteerFixture.Day(year, 12, 31)).Count(static unit => unit.Level == PlaceLevel.Province && unit.Key.Contains('@', StringComparison.Ordinal))
            .ShouldBe(count);
    }

    [Fact]
    public void Every_province_of_2025_names_its_act_or_goes_back_before_it() =>
        _gazetteer.At(GazetteerFixture.Day(2025, 7, 1)).Where(static unit => unit.Level == PlaceLevel.Province && unit.Code.Length > 0)
            .Count(static unit => unit.LegalBasis.StartsWith("Nghị quyết 202/2025/QH15", StringComparison.Ordinal)).ShouldBe(23);

    [Theory]
    [InlineData("Phước Tuy", "Bà Rịa")]
    [InlineData("Kiến Hòa", "Bến Tre")]
    [InlineData("Phong Dinh", "Cần Thơ")]
    [InlineData("Ba Xuyên", "Sóc Trăng")]
    [InlineData("Vĩnh Bình", "Trà Vinh")]
    public void Provinces_of_the_Republic_lead_back_to_the_older_ones(string name, string before)
    {
        PlaceUnit unit = fixture.One(name, new PlaceFilter { Level = PlaceLevel.Province });
        _gazetteer.PredecessorsOf(unit).Where(static previous => previous.Steps == 1).Select(static previous => previous.Unit.Name).ShouldContain(before);
        unit.Parent.ShouldNotBeNull().Name.ShouldBe("Việt Nam Cộng hòa");
        unit.LegalBasis.ShouldBe("Sắc lệnh 143-NV, 22-10-1956");
    }

    [Fact]
    public void Zones_of_the_war_follow_each_other()
    {
        PlaceUnit zone = fixture.Key("Liên khu Việt Bắc@1949");
        _gazetteer.PredecessorsOf(zone).Select(static previous => previous.Unit.Name).ShouldBe(["Liên khu 1", "Liên khu 10", "Khu 1", "Khu 12", "Khu 10", "Khu 14"]);
        fixture.One("Chiến khu XII").Key.ShouldBe("Khu 12@1945");
    }

    private static IEnumerable<string> Direct(IEnumerable<Succession> chain) => chain.Where(static one => one.Steps == 1).Select(static one => one.Unit.Key);
}
