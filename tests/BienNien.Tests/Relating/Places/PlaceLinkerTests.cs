using System.Collections.Immutable;
using BienNien.Finding;
using BienNien.Finding.Places;
using BienNien.Gazetteers;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Relating.Places;

/// <summary>Places of a text and the units of the gazetteer that they may be.</summary>
public sealed class PlaceLinkerTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public void A_chain_leads_from_the_province_to_the_commune()
    {
        Linked[] places = Link("Đoàn công tác về xã Trường Hà, huyện Hà Quảng, tỉnh Cao Bằng ngày 15/3/2019.");

        places.Select(static place => place.Units).ShouldBe([["xã Trường Hà"], ["huyện Hà Quảng"], ["tỉnh Cao Bằng"]]);
        Containers(places[0]).ShouldBe(["Hà Quảng", "Cao Bằng"]);
        places[0].Link.Now.ShouldBe(["xã Trường Hà (tỉnh Cao Bằng)"]);
        places[2].Link.Now.ShouldBeEmpty();
    }

    [Fact]
    public void Namesakes_in_two_provinces_are_kept_apart_by_the_chain()
    {
        Linked[] places = Link("Trường học được dựng ở xã Quang Trung, huyện Hòa An, tỉnh Cao Bằng. Lớp khác ở xã Quang Trung, huyện Thống Nhất, tỉnh Đồng Nai.");

        Linked[] communes = [.. places.Where(static place => place.Value.Level == "commune")];
        Containers(communes[0]).ShouldBe(["Hoà An", "Cao Bằng"]);
        Containers(communes[1]).ShouldBe(["Thống Nhất", "Đồng Nai"]);
        communes.ShouldAllBe(static place => place.Link.Assumed == null);
    }

    [Fact]
    public void What_the_text_said_once_of_a_name_holds_when_it_comes_again()
    {
        Linked[] places = Link("Xã Quang Trung, huyện Thống Nhất, tỉnh Đồng Nai mở chợ phiên. Về sau xã Quang Trung có thêm trạm xá.");

        places[^1].Units.ShouldBe(["xã Quang Trung"]);
        Containers(places[^1]).ShouldBe(["Thống Nhất", "Đồng Nai"]);
    }

    [Fact]
    public void A_name_of_two_containers_may_be_either_when_it_comes_alone()
    {
        Linked[] places = Link(
            "Xã Quang Trung, huyện Thống Nhất, tỉnh Đồng Nai và xã Quang Trung, huyện Hòa An, tỉnh Cao Bằng kết nghĩa. Xã Quang Trung lập quỹ chung.");

        places[^1].Link.Units.Select(static unit => unit.Parent!.Value.Name).ShouldBe(["Hoà An", "Thống Nhất"]);
    }

    [Fact]
    public void A_commune_that_was_split_keeps_all_its_successors()
    {
        Linked ward = Link("Nhà văn hóa của phường Dịch Vọng Hậu, quận Cầu Giấy, Hà Nội.")[0];

        ward.Units.ShouldBe(["phường Dịch Vọng Hậu"]);
        ward.Link.Now.ShouldBe(["phường Nghĩa Đô (thành phố Hà Nội)", "phường Cầu Giấy (thành phố Hà Nội)"], ignoreOrder: true);
    }

    [Fact]
    public void Cao_Lang_in_1977_is_a_province_that_was_parted_since()
    {
        Linked[] places = Link("Năm 1977, xã Trường Hà, huyện Hà Quảng, tỉnh Cao Lạng làm đường mới.");

        places.Select(static place => place.Units).ShouldBe([["xã Trường Hà"], ["huyện Hà Quảng"], ["tỉnh Cao Lạng"]]);
        places[2].Link.Now.ShouldBe(["tỉnh Cao Bằng", "tỉnh Lạng Sơn"]);
        places[2].Link.Units[0].Key.ShouldBe("Cao Lạng@1975");
    }

    [Theory]
    [InlineData("Năm 1950, tỉnh Cao Bằng đắp đường.", "Cao Bằng@1831")]
    [InlineData("Năm 1985, tỉnh Cao Bằng đắp đường.", "Cao Bằng@1978")]
    [InlineData("Từ năm 1950 và năm 1985, tỉnh Cao Bằng đắp đường.", "Cao Bằng@1831", "Cao Bằng@1978")]
    [InlineData("Tỉnh Cao Bằng đắp đường.", "Cao Bằng@1831", "Cao Bằng@1978")]
    public void The_dates_of_the_sentence_tell_which_of_several_times(string text, params string[] keys)
    {
        Link(text).ShouldHaveSingleItem().Link.Units.Select(static unit => unit.Key).ShouldBe(keys);
    }

    [Fact]
    public void A_name_of_another_time_is_kept_and_told()
    {
        Linked place = Link("Năm 1938, tỉnh Cao Lạng chưa có nhà máy.").ShouldHaveSingleItem();

        place.Units.ShouldBe(["tỉnh Cao Lạng"]);
        place.Link.OutOfTime.ShouldBeTrue();
    }

    [Fact]
    public void What_stands_behind_nay_is_not_of_the_day_of_the_sentence()
    {
        Linked[] places = Link("Năm 1977, ông về tỉnh Cao Lạng (nay là tỉnh Cao Bằng).");

        places.Select(static place => place.Link.OutOfTime).ShouldBe([false, false]);
        places[1].Link.Units.Select(static unit => unit.Key).ShouldContain("Cao Bằng@1978");
    }

    [Fact]
    public void A_bare_name_of_several_gives_all_and_of_too_many_none()
    {
        Linked several = Link("Đội văn nghệ của xã Dân Chủ sang thăm.")[0];
        several.Link.Units.Length.ShouldBeInRange(2, 8);
        several.Link.Units.Select(static unit => unit.Id).ShouldBeInOrder();

        Link("Đội văn nghệ của xã Tân Lập sang thăm.", all: true).ShouldHaveSingleItem().Value.Link.ShouldBeNull();
    }

    [Fact]
    public void The_province_that_a_document_is_about_narrows_and_says_so()
    {
        Linked[] places = Link("Tỉnh Cao Bằng mở hội. Đội của xã Dân Chủ thắng, tỉnh Cao Bằng tặng cờ.");

        Linked commune = places.Single(static place => place.Value.Level == "commune");
        commune.Link.Assumed.ShouldBe("Cao Bằng");
        commune.Link.Units.ShouldNotBeEmpty();
        commune.Link.Units.ShouldAllBe(static unit => unit.Parent!.Value.Name == "Hoà An");
    }

    [Fact]
    public void A_commune_that_its_district_does_not_have_is_nobody()
    {
        Link("Đội văn nghệ của xã Trường Hà, huyện Thống Nhất, tỉnh Đồng Nai.", all: true)[0].Value.Link.ShouldBeNull();
    }

    [Fact]
    public void Units_are_attributes_in_json_and_only_there_when_asked_for()
    {
        Document document = EngineFixture.Read("Năm 1977, tỉnh Cao Lạng làm đường mới.");

        Attributes(fixture.Engine.FindWithUnits(document)).ShouldBe("""{"level":"province","units":["Cao Lạng@1975"],"now":["tỉnh Cao Bằng","tỉnh Lạng Sơn"]}""");
        Attributes(fixture.Engine.Finder.Find(document)).ShouldBe("""{"level":"province"}""");
    }

    [Fact]
    public void Everything_but_the_links_is_as_it_was_found()
    {
        Document document = EngineFixture.Read("Ngày 2/9/1945, xã Trường Hà, huyện Hà Quảng.\n\nXã Dân Chủ, sông Hồng, Pa-ri, ông Đặng Văn Khiêm, 12 ha.");

        fixture.Engine.FindWithUnits(document).Select(static mention => mention.Value is PlaceValue place ? mention with { Value = place with { Link = null } } : mention)
            .ShouldBe(fixture.Engine.Finder.Find(document));
        fixture.Engine.FindWithUnits(document).ShouldBe(fixture.Engine.FindWithUnits(document));
        fixture.Engine.FindWithUnits(EngineFixture.Read("Trời mưa.")).ShouldBeEmpty();
    }

    private static string Attributes(ImmutableArray<Mention> mentions) => MentionJson.Attributes(mentions.Single(static mention => mention.Kind == MentionKind.Place).Value);

    private static string[] Containers(Linked place) => [.. place.Link.Units.ShouldHaveSingleItem().Parent is { } parent ? Chain(parent) : []];

    private static IEnumerable<string> Chain(PlaceUnit unit)
    {
        for (PlaceUnit? at = unit; at is { } container; at = container.Parent)
        {
            yield return container.Name;
        }
    }

    private Linked[] Link(string text, bool all = false) =>
    [
        .. fixture.Engine.FindWithUnits(EngineFixture.Read(text)).Select(static mention => mention.Value).OfType<PlaceValue>()
            .Where(place => all || place.Link is not null).Select(static place => new Linked(place)),
    ];

    private sealed record Linked(PlaceValue Value)
    {
        public PlaceLink Link => Value.Link.ShouldNotBeNull();

        public string[] Units => [.. Link.Units.Select(static unit => unit.ToString())];
    }
}
