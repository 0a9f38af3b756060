using System.Collections.Immutable;
using BienNien.Reconciling;
using Shouldly;

namespace BienNien.Tests.Reconciling.Linking;

/// <summary>Which entities of documents are one.</summary>
public sealed class EntityLinkerTests
{
    private static EntityTraits Born(string date) => EntityTraits.None with { Begun = date };

    private static EntityTraits With(params string[] beside) => EntityTraits.None with { Beside = [.. beside.Order(StringComparer.Ordinal)] };

    private static EntityTraits Seen(int first, int last) => EntityTraits.None with { Years = (first, last) };

    private static EntityTraits In(params string[] places) => EntityTraits.None with { In = [.. places] };

    private static EntityTraits Office(params string[] offices) => EntityTraits.None with { Offices = [.. offices] };

    private static EntityTraits Unit(string key) => EntityTraits.None with { Units = [key] };

    [Fact]
    public void One_name_is_one_person_unless_something_speaks_against_it() =>
        new Filed().Person("Đặng Quốc Bảo").Person("ĐẶNG QUỐC BẢO").Person("Đặng Quốc Bảo", Office("bí thư")).Groups().ShouldBe("1 2 3");

    [Theory]
    [InlineData("1904", "1906")]
    [InlineData("1904-06-01", "1904-04-06")]
    [InlineData("1904-06-01", "1904-06-21")]
    [InlineData("1912", "1921")]
    public void A_slip_in_a_date_of_birth_is_a_conflict_of_sources_not_of_persons(string one, string other) =>
        new Filed().Person("Đặng Quốc Bảo", Born(one) with { Beside = ["chi bộ Nà Sẳm"] }).Person("Đặng Quốc Bảo", Born(other) with { Beside = ["chi bộ Nà Sẳm"] }).Groups().ShouldBe("1 2");

    [Theory]
    [InlineData("1912", "1934")]
    [InlineData("1880", "1948")]
    [InlineData("1912-03-04", "1934-11-20")]
    public void Other_dates_of_birth_are_other_persons(string one, string other) =>
        new Filed().Person("Đặng Quốc Bảo", Born(one) with { Beside = ["chi bộ Nà Sẳm"] }).Person("Đặng Quốc Bảo", Born(other) with { Beside = ["chi bộ Nà Sẳm"] }).Groups().ShouldBe("1|2");

    [Fact]
    public void Nobody_acts_before_he_is_born_or_a_century_later() =>
        new Filed().Person("Đặng Quốc Bảo", EntityTraits.None with { Ended = "1887" }).Person("Đặng Quốc Bảo", Born("1910")).Person("Đặng Quốc Bảo", Seen(1885, 1885)).Groups().ShouldBe("1 3|2");

    [Fact]
    public void Men_of_two_centuries_are_two() =>
        new Filed().Person("Lê Quang Hòa", Seen(1885, 1886)).Person("Lê Quang Hòa", Seen(1952, 1953)).Groups().ShouldBe("1|2");

    [Fact]
    public void Another_native_district_and_nothing_in_common_makes_two() =>
        new Filed().Person("Nguyễn Văn An", In("huyện Hòa An")).Person("Nguyễn Văn An", In("huyện Thạch An")).Groups().ShouldBe("1|2");

    [Fact]
    public void Offices_and_company_outweigh_a_native_place_that_sources_give_differently() =>
        new Filed().Person("Nguyễn Văn An", In("xã Bình Dương") with { Offices = ["trưởng ban dân công tỉnh"], Beside = ["chi bộ Nà Sẳm"] })
            .Person("Nguyễn Văn An", In("xã Bình Long") with { Offices = ["trưởng ban dân công tỉnh"], Beside = ["chi bộ Nà Sẳm"] }).Groups().ShouldBe("1 2");

    [Fact]
    public void A_man_and_a_woman_are_two() =>
        new Filed().Person("Lê Thanh Hà", Office("ông")).Person("Lê Thanh Hà", Office("bà")).Groups().ShouldBe("1|2");

    [Fact]
    public void A_stated_alias_joins_names_over_documents()
    {
        ImmutableArray<LinkedEntity> linked = new Filed().Person("Nông Thị Mơ", null, "Hai Liên").Person("Hai Liên").Person("Nông Thị Mơ").Link();

        LinkedEntity one = linked.ShouldHaveSingleItem();
        one.Name.ShouldBe("Nông Thị Mơ");
        one.Aliases.ShouldBe(["Hai Liên"]);
        one.Links[1].Reason.ShouldBe(LinkReason.StatedAlias);
    }

    [Fact]
    public void Two_persons_who_used_one_alias_stay_two_and_the_alias_alone_is_doubtful()
    {
        ImmutableArray<LinkedEntity> linked = new Filed().Person("Nông Thị Mơ", null, "Hai Liên").Person("Trần Đình Kha", null, "Hai Liên").Person("Hai Liên").Link();

        linked.Length.ShouldBe(2);
        linked.SelectMany(static entity => entity.Links).Single(static link => link.Document == 3).Confidence.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void A_near_spelling_needs_traits_that_agree()
    {
        new Filed().Person("Hoàng Văn Nọn", With("Lê Đoàn Chu", "chi bộ Nà Sẳm")).Person("Hoàng Văn Nộn", With("Lê Đoàn Chu", "chi bộ Nà Sẳm")).Groups().ShouldBe("1 2");
        new Filed().Person("Lê Đoàn Chu", With("chi bộ Nà Sẳm")).Person("Lê Đoàn Trù", With("chi bộ Nà Sẳm")).Groups().ShouldBe("1 2");
        new Filed().Person("Nguyễn Văn Hòa").Person("Nguyễn Văn Hóa").Groups().ShouldBe("1|2");
        new Filed().Person("Nguyễn Văn Hòa", With("xã Bình Long")).Person("Nguyễn Văn Hóa", With("xã Bình Long")).Groups().ShouldBe("1|2");
    }

    [Fact]
    public void A_joined_spelling_says_so() =>
        new Filed().Person("Hoàng Văn Nọn", With("Lê Đoàn Chu", "chi bộ Nà Sẳm")).Person("Hoàng Văn Nộn", With("Lê Đoàn Chu", "chi bộ Nà Sẳm")).Person("Hoàng Văn Nọn").Link()
            .ShouldHaveSingleItem().Links.Select(static link => link.Reason).ShouldBe([LinkReason.SameName, LinkReason.Spelling, LinkReason.SameName]);

    [Fact]
    public void Spellings_of_one_sound_are_one_name() => new Filed().Person("Hồ Sĩ Lương").Person("Hồ Sỹ Lương").Person("Hồ Sỹ Lương").Groups().ShouldBe("1 2 3");

    [Fact]
    public void A_bare_name_goes_to_the_namesake_that_its_context_fits()
    {
        ImmutableArray<LinkedEntity> linked = new Filed()
            .Person("Nguyễn Văn Lợi", Born("1912") with { Beside = ["Huyện ủy Triệu Phong"] })
            .Person("Nguyễn Văn Lợi", Born("1934") with { Beside = ["đại đội Bến Hải"] })
            .Person("Nguyễn Văn Lợi", With("Huyện ủy Triệu Phong"))
            .Person("Nguyễn Văn Lợi").Link();

        linked.Select(static entity => entity.Id).ShouldBe(["person/nguyen-van-loi~1912", "person/nguyen-van-loi~1934"]);
        linked[0].Links.Select(static link => link.Document).ShouldContain(3);
        EntityLink doubtful = linked.SelectMany(static entity => entity.Links).Single(static link => link.Document == 4);
        doubtful.Reason.ShouldBe(LinkReason.Context);
        doubtful.Confidence.ShouldBeLessThan(0.5);
    }

    [Fact]
    public void A_commune_of_another_district_is_another() =>
        new Filed().Place("xã Tân Tiến", "commune", In("huyện Hòa An")).Place("xã Tân Tiến", "commune", In("huyện Văn Lãng")).Place("xã Tân Tiến", "commune", In("huyện Hòa An", "tỉnh Cao Bằng")).Groups().ShouldBe("1 3|2");

    [Fact]
    public void A_place_is_known_by_its_bare_name_and_level()
    {
        new Filed().Place("tỉnh Cao Bằng", "province").Place("Cao Bằng", "province").Place("thị xã Cao Bằng", "district").Place("thành phố Cao Bằng", "district").Groups().ShouldBe("1 2|3 4");
        new Filed().Place("châu Hòa An", "district").Place("huyện Hòa An", "district").Groups().ShouldBe("1 2");
        new Filed().Place("cầu Tài Hồ", "site").Place("chợ Tài Hồ", "site").Groups().ShouldBe("1|2");
        new Filed().Place("Bến Sanh", "site").Place("bến Sanh", "site").Place("nghĩa trang liệt sĩ Bến Sanh", "site").Groups().ShouldBe("1 2|3");
    }

    [Fact]
    public void A_renamed_place_is_one_and_says_so()
    {
        LinkedEntity one = new Filed().Place("làng Thạch Lũy", "hamlet", EntityTraits.None with { Renamed = ["làng Thạch Mỹ"] }).Place("làng Thạch Mỹ", "hamlet").Place("làng Thạch Mỹ", "hamlet").Link().ShouldHaveSingleItem();

        one.Name.ShouldBe("làng Thạch Mỹ");
        one.Links.Select(static link => link.Reason).ShouldBe([LinkReason.Renamed, LinkReason.SameName, LinkReason.SameName]);
    }

    [Fact]
    public void Units_that_the_gazetteer_knows_to_be_renamed_are_one_and_split_or_merged_ones_are_not()
    {
        LinkedEntity one = new Filed().Place("Cầu Đơ", "province", Unit("Cầu Đơ@1902")).Place("tỉnh Hà Đông", "province", Unit("Hà Đông@1904")).Place("tỉnh Hà Đông", "province").Link().ShouldHaveSingleItem();
        one.Links[0].Reason.ShouldBe(LinkReason.Renamed);
        new Filed().Place("huyện Trà Lĩnh", "district", Unit("Trà Lĩnh")).Place("huyện Trùng Khánh", "district", Unit("Trùng Khánh")).Groups().ShouldBe("1|2");
        new Filed().Place("Lai Châu", "province", Unit("Lai Châu@1909")).Place("Điện Biên", "province", Unit("Điện Biên@2004")).Groups().ShouldBe("1|2");
        new Filed().Place("Hà Tuyên", "province", Unit("Hà Tuyên@1975")).Place("Hà Giang", "province", Unit("Hà Giang@1991")).Groups().ShouldBe("1|2");
        new Filed().Place("Phước Tuy", "province", Unit("Phước Tuy@1956")).Place("Đồng Nai", "province", Unit("Đồng Nai@1976")).Groups().ShouldBe("1|2");
    }

    [Fact]
    public void A_bare_tier_is_the_unit_that_its_document_is_about()
    {
        new Filed().Body("UBND tỉnh", In("Cao Bằng")).Body("Ủy ban nhân dân tỉnh Cao Bằng").Body("UỶ BAN NHÂN DÂN TỈNH CAO BẰNG").Body("UBND tỉnh", In("Lạng Sơn")).Groups().ShouldBe("1 2 3|4");
        new Filed().Body("chi bộ Hải ngoại Long Châu", In("Hòa An")).Body("Chi bộ Hải ngoại Long Châu").Groups().ShouldBe("1 2");
    }

    [Fact]
    public void Bodies_are_joined_by_stated_names_and_renaming()
    {
        new Filed().Body("HTC", EntityTraits.None with { Full = "Công ty Than Hà Tu" }).Body("Công ty Than Hà Tu").Groups().ShouldBe("1 2");
        new Filed().Body("Ty Nông nghiệp", EntityTraits.None with { Renamed = ["Sở Nông nghiệp"] }).Body("Sở Nông nghiệp").Link().ShouldHaveSingleItem().Links.ShouldContain(static link => link.Reason == LinkReason.Renamed);
        new Filed().Body("Sở Thủy lợi").Body("Sở Nông nghiệp").Groups().ShouldBe("1|2");
    }

    [Theory]
    [InlineData("2024-04-15", "2024-04-25")]
    [InlineData("2009-04-15", "2010-04-15")]
    [InlineData("2009-04-15", "2009")]
    public void A_slipped_date_leaves_a_paper_one(string one, string other) => new Filed().Paper("Kế hoạch", "388-KH/TU", one).Paper("Kế hoạch", "388-KH/TU", other).Groups().ShouldBe("1 2");

    [Fact]
    public void Numbers_that_come_back_each_year_are_several_papers()
    {
        new Filed().Paper("Quyết định", "12/QĐ-UBND", "2019-01-03").Paper("Quyết định", "12/QĐ-UBND", "2020-01-09").Paper("Quyết định", "12/QĐ-UBND", "2019-01-03").Groups().ShouldBe("1 3|2");
        new Filed().Paper("Quyết định", "388/QĐ-UBND", "2019-01-03", "UBND huyện Hòa An").Paper("Quyết định", "388/QĐ-UBND", "2019-01-03", "UBND huyện Thạch An").Groups().ShouldBe("1|2");
    }

    [Fact]
    public void A_number_whose_digits_changed_places_is_the_same_paper_unless_one_document_cites_both()
    {
        new Filed().Paper("Quyết định", "328/QĐ-UB", "1996-08-12").Paper("Quyết định", "382/QĐ-UB", "1996-08-12").Groups().ShouldBe("1 2");
        new Filed().Paper("Quyết định", "328/QĐ-UB", "1996-08-12", document: 1).Paper("Quyết định", "382/QĐ-UB", "1996-08-12", document: 1).Link().Length.ShouldBe(2);
        new Filed().Paper("Quyết định", "328/QĐ-UB", "1996-08-12").Paper("Quyết định", "329/QĐ-UB", "1996-08-12").Groups().ShouldBe("1|2");
    }

    [Fact]
    public void A_ruling_joins_what_names_do_not_and_is_undone_by_leaving_it_out()
    {
        Filed filed = new Filed().Person("Trần Đình Kha").Person("Nông Thị Mơ");
        EntityRulings same = EntityRulings.None with { Same = [("nông thị mơ", "Trần Đình Kha")] };

        LinkedEntity one = filed.Link(same).ShouldHaveSingleItem();
        one.Links.Select(static link => link.Reason).ShouldContain(LinkReason.Ruling);
        filed.Groups().ShouldBe("1|2");
    }

    [Fact]
    public void A_ruling_by_ids_speaks_of_one_namesake()
    {
        Filed filed = new Filed().Person("Nguyễn Văn Lợi", Born("1912")).Person("Nguyễn Văn Lợi", Born("1934")).Person("Trần Đình Kha");

        filed.Groups(EntityRulings.None with { Same = [("person/tran-dinh-kha", "person/nguyen-van-loi~1934")] }).ShouldBe("1|2 3");
    }

    [Fact]
    public void A_ruling_parts_a_name_from_its_alias_and_near_spellings()
    {
        Filed filed = new Filed().Person("Hoàng Văn Nọn", With("Lê Đoàn Chu", "chi bộ Nà Sẳm")).Person("Hoàng Văn Nộn", With("Lê Đoàn Chu", "chi bộ Nà Sẳm"));

        filed.Groups(EntityRulings.None with { Different = [("Hoàng Văn Nộn", "Hoàng Văn Nọn")] }).ShouldBe("1|2");
    }

    [Fact]
    public void A_ruling_that_parts_wins_over_one_that_joins() =>
        new Filed().Person("Trần Đình Kha").Person("Nông Thị Mơ").Groups(new EntityRulings([("Nông Thị Mơ", "Trần Đình Kha")], [("Trần Đình Kha", "Nông Thị Mơ")], [])).ShouldBe("1|2");

    [Fact]
    public void An_editor_chooses_the_name_to_show()
    {
        LinkedEntity one = new Filed().Person("Nông Thị Mơ", null, "Hai Liên").Person("Nông Thị Mơ").Link(EntityRulings.None with { Preferred = [("Nông Thị Mơ", "Hai Liên")] }).ShouldHaveSingleItem();

        one.Name.ShouldBe("Hai Liên");
        one.Id.ShouldBe("person/nong-thi-mo");
        one.Aliases.ShouldBe(["Nông Thị Mơ"]);
    }

    [Fact]
    public void Every_name_of_an_entity_that_stands_alone_is_a_key()
    {
        LocalEntity entity = Filed.Of(1, 0, EntityKind.Person, "Nông Thị Mơ", null, ["Hai Liên", "Mơ", "Thị Mơ"]).Entity;

        Filed.Linker.KeysOf(entity).Length.ShouldBe(2);
        Filed.Linker.KeysOf(entity).ShouldContain(Filed.Linker.KeysOf(Filed.Of(2, 0, EntityKind.Person, "Hai Liên", null).Entity).ShouldHaveSingleItem());
    }
}
