using System.Collections.Immutable;
using BienNien.Finding.People;
using BienNien.Finding.Places;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Finding;

/// <summary>What a document says once about a name holds for the whole document.</summary>
public sealed class PersonResolverTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Fact]
    public void A_given_name_after_a_title_is_the_person_whose_full_name_ends_so() =>
        IdsOf("Bà Nguyễn Thị Nghĩa quê Nam Đàn. Đồng chí Nghĩa hy sinh năm 1931.").ShouldBe(["Nguyễn Thị Nghĩa", "Nguyễn Thị Nghĩa"]);

    [Fact]
    public void A_given_name_that_two_persons_share_stays_itself() =>
        IdsOf("Ông Trần Văn Hải và ông Lê Đình Hải cùng làng. Ông Hải mất sớm.").ShouldBe(["Trần Văn Hải", "Lê Đình Hải", "Hải"]);

    [Fact]
    public void A_name_in_capitals_is_the_one_of_the_text() =>
        IdsOf("TIỂU SỬ ĐỒNG CHÍ TRẦN VĂN HẢI\n\nÔng Trần Văn Hải sinh năm 1901.").ShouldBe(["Trần Văn Hải", "Trần Văn Hải"]);

    [Fact]
    public void A_rare_spelling_that_differs_by_marks_alone_is_the_usual_one() =>
        IdsOf("Ông Trần Văn Nộn đến. Ông Trần Văn Nọn ở lại. Ông Trần Văn Nọn viết. Ông Trần Văn Nọn đi.")
            .ShouldAllBe(id => id == "Trần Văn Nọn");

    [Fact]
    public void Two_spellings_as_frequent_as_each_other_are_two_persons() =>
        IdsOf("Ông Trần Văn Cư đến. Ông Trần Văn Cừ ở lại.").ShouldBe(["Trần Văn Cư", "Trần Văn Cừ"]);

    [Fact]
    public void The_place_of_the_tone_mark_makes_no_other_place() =>
        Places("Ông ở Khánh Hoà, bà ở Khánh Hòa.").ShouldBe(["province", "province"]);

    private ImmutableArray<string> IdsOf(string text)
    {
        Document document = EngineFixture.Read(text);
        return [.. fixture.Engine.Finder.Find(document).Select(mention => mention.Value).OfType<PersonValue>().Select(person => person.Id)];
    }

    private ImmutableArray<string> Places(string text)
    {
        Document document = EngineFixture.Read(text);
        return [.. fixture.Engine.Finder.Find(document).Select(mention => mention.Value).OfType<PlaceValue>().Select(place => place.Level)];
    }
}
