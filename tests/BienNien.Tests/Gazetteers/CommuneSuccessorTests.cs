using BienNien.Gazetteers;
using Shouldly;

namespace BienNien.Tests.Gazetteers;

/// <summary>Communes and districts of before and after 1 July 2025.</summary>
public sealed class CommuneSuccessorTests(GazetteerFixture fixture) : IClassFixture<GazetteerFixture>
{
    private readonly Gazetteer _gazetteer = fixture.Gazetteer;

    [Fact]
    public void A_commune_that_was_split_keeps_all_its_successors()
    {
        PlaceUnit ward = fixture.One("phường Dịch Vọng Hậu");
        ward.Validity.ShouldNotBeNull().ToString().ShouldBe("/2025-06-30");
        _gazetteer.SuccessorsOf(ward).Select(static next => next.Unit.ToString()).ShouldBe(["phường Cầu Giấy", "phường Nghĩa Đô"], ignoreOrder: true);
    }

    [Fact]
    public void A_ward_that_goes_by_number_has_its_successors_too()
    {
        PlaceUnit ward = fixture.One("Phường 13", new PlaceFilter { Within = "quận Gò Vấp" });
        _gazetteer.SuccessorsOf(ward).Select(static next => next.Unit.Name).ShouldBe(["An Hội Tây", "An Hội Đông"], ignoreOrder: true);
    }

    [Fact]
    public void A_commune_that_kept_its_code_is_another_unit_afterwards()
    {
        PlaceUnit before = fixture.Key("00166");
        PlaceUnit after = fixture.Key("00166@2025");
        before.ShouldNotBe(after);
        (before.ToString(), after.ToString()).ShouldBe(("phường Dịch Vọng", "phường Cầu Giấy"));
        _gazetteer.PredecessorsOf(after).Select(static previous => previous.Unit).ShouldContain(before);
    }

    [Theory]
    [InlineData("Bạch Long Vĩ", "Hải Phòng")]
    [InlineData("Côn Đảo", "Hồ Chí Minh")]
    [InlineData("Cồn Cỏ", "Quảng Trị")]
    [InlineData("Lý Sơn", "Quảng Ngãi")]
    public void An_island_district_became_a_special_zone(string name, string province)
    {
        PlaceUnit district = fixture.One("huyện " + name);
        PlaceUnit zone = _gazetteer.SuccessorsOf(district).ShouldHaveSingleItem().Unit;
        zone.ToString().ShouldBe("đặc khu " + name);
        _gazetteer.ContainersOf(zone).ShouldHaveSingleItem().Name.ShouldBe(province);
    }

    [Fact]
    public void Codes_of_provinces_of_2025_are_not_those_of_before()
    {
        // 24 was Bắc Giang and is Bắc Ninh.
        _gazetteer.Find("Bắc Ninh", new PlaceFilter { Level = PlaceLevel.Province }).Select(static unit => unit.Code).ShouldBe(["", "27", "24"]);
        PlaceUnit ward = fixture.One("phường Bắc Giang", PlaceFilter.On(GazetteerFixture.Day(2026)));
        _gazetteer.ContainersOf(ward).ShouldHaveSingleItem().Key.ShouldBe("Bắc Ninh@2025");
    }

    [Fact]
    public void Containers_are_those_of_the_unit_or_of_a_day()
    {
        PlaceUnit commune = fixture.One("xã Trường Hà", new PlaceFilter { Within = "Cao Bằng", During = PlaceFilter.InYear(2020).During });
        _gazetteer.ContainersOf(commune).Select(static unit => unit.ToString()).ShouldBe(["huyện Hà Quảng", "tỉnh Cao Bằng"]);
        _gazetteer.ContainersOf(commune, GazetteerFixture.Day(1977)).Select(static unit => unit.ToString()).ShouldBe(["huyện Hà Quảng", "tỉnh Cao Lạng"]);
    }

    [Fact]
    public void A_district_with_a_history_is_the_one_of_the_register()
    {
        PlaceUnit district = fixture.Key("Nghi Sơn@2020");
        district.Code.ShouldNotBeEmpty();
        fixture.Key(district.Code).ShouldBe(district);
        district.Parent.ShouldNotBeNull().Name.ShouldBe("Thanh Hóa");
        _gazetteer.PredecessorsOf(district).ShouldHaveSingleItem().Unit.Name.ShouldBe("Tĩnh Gia");
    }
}
