using BienNien.Gazetteers;
using Shouldly;

namespace BienNien.Tests.Gazetteers;

/// <summary>Looking up names.</summary>
public sealed class LookupTests(GazetteerFixture fixture) : IClassFixture<GazetteerFixture>
{
    private readonly Gazetteer _gazetteer = fixture.Gazetteer;

    [Theory]
    [InlineData("Hòa Bình", "Hoà Bình")]
    [InlineData("Cao Lạng", "CAO LẠNG")]
    [InlineData("Quảng Nam - Đà Nẵng", "Quảng Nam – Đà Nẵng")]
    [InlineData("Quảng Nam - Đà Nẵng", "Quảng Nam-Đà Nẵng")]
    [InlineData("Cao Lạng", "tỉnh Cao Lạng")]
    [InlineData("Cao Lạng", "cao lang")]
    [InlineData("Cao Lạng", "Tinh Cao Lang")]
    public void Spellings_of_one_name_find_the_same(string usual, string other) =>
        _gazetteer.Find(other, new PlaceFilter { Level = PlaceLevel.Province }).ShouldBe(_gazetteer.Find(usual, new PlaceFilter { Level = PlaceLevel.Province }));

    [Fact]
    public void A_name_with_its_marks_wins_over_one_without()
    {
        _gazetteer.Find("Cao Bằng").ShouldAllBe(static unit => unit.Name == "Cao Bằng");
        _gazetteer.Find("Cao Băng", default, NameMatching.Exact).ShouldBeEmpty();
        _gazetteer.Find("Cao Băng").ShouldNotBeEmpty();
        _gazetteer.Find("Cao Bằng".Normalize(System.Text.NormalizationForm.FormD)).ShouldBe(_gazetteer.Find("Cao Bằng"));
    }

    [Fact]
    public void A_type_before_the_name_narrows() =>
        _gazetteer.Find("thị xã Nghĩa Lộ").ShouldAllBe(static unit => unit.Type == "thị xã");

    [Fact]
    public void A_container_narrows_and_may_be_an_older_one()
    {
        _gazetteer.Find("Tân Lập").Length.ShouldBeGreaterThan(20);
        PlaceUnit[] inside = [.. _gazetteer.Find("xã Quang Trung", new PlaceFilter { Within = "Cao Bằng" })];
        inside.ShouldNotBeEmpty();
        inside.ShouldAllBe(unit => _gazetteer.ContainersOf(unit).Any(static container => container.Name == "Cao Bằng"));
        _gazetteer.Find("xã Quang Trung", new PlaceFilter { Within = "Cao Lạng" }).ShouldNotBeEmpty();
        _gazetteer.Find("xã Quang Trung", new PlaceFilter { Within = "Không Có Đâu" }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Không Có Đâu Cả")]
    [InlineData("tỉnh")]
    public void What_is_no_name_finds_nothing(string name)
    {
        _gazetteer.Find(name).ShouldBeEmpty();
        _gazetteer.Knows(name, NameMatching.ExactElseFolded).ShouldBeFalse();
    }

    [Fact]
    public void A_very_long_name_finds_nothing() => _gazetteer.Find(new string('a', 5000)).ShouldBeEmpty();

    [Theory]
    [InlineData("Long Châu", "Trung Quốc")]
    [InlineData("Tĩnh Tây", "Trung Quốc")]
    [InlineData("Ninh Minh", "Trung Quốc")]
    [InlineData("Sê Pôn", "Lào")]
    public void Places_over_the_border_lie_in_their_country(string name, string country) =>
        _gazetteer.Find(name).SelectMany(unit => _gazetteer.ContainersOf(unit)).Select(static unit => unit.Name).ShouldContain(country);

    [Fact]
    public void Every_province_is_on_the_map()
    {
        foreach (PlaceUnit unit in _gazetteer.At(GazetteerFixture.Day(2025, 7, 1)).AddRange(_gazetteer.At(GazetteerFixture.Day(2024, 6, 1)))
            .Where(static unit => unit.Level == PlaceLevel.Province && unit.Code.Length > 0))
        {
            GeoPoint point = unit.Location.ShouldNotBeNull(unit.Key);
            point.Latitude.ShouldBeInRange(8, 23.5, unit.Key);
            point.Longitude.ShouldBeInRange(102, 109.6, unit.Key);
        }
    }

    [Fact]
    public void A_commune_is_where_its_district_is()
    {
        PlaceUnit commune = fixture.One("xã Trường Hà", new PlaceFilter { Within = "Hà Quảng" });
        (GeoPoint Point, PlaceUnit Of) location = _gazetteer.LocationOf(commune).ShouldNotBeNull();
        location.Of.Level.ShouldBe(PlaceLevel.District);
        location.Point.Latitude.ShouldBeInRange(22.7, 23.1);
    }

    [Fact]
    public void No_place_is_a_place_of_no_gazetteer()
    {
        PlaceUnit none = default;
        (none.Name, none.Key, none.Source, none.Parent, none.Validity).ShouldBe(("", "", "", null, null));
        Should.Throw<ArgumentException>(() => _gazetteer.SuccessorsOf(none));
        Should.Throw<ArgumentException>(() => Gazetteer.Load().SuccessorsOf(_gazetteer[0]));
        Should.Throw<ArgumentOutOfRangeException>(() => _gazetteer[_gazetteer.Count]);
    }
}
