using BienNien.Finding.People;
using BienNien.Relating;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Relating.Facts;

/// <summary>Events take part in whom a word such as <c>ông</c> stands for.</summary>
public sealed class EventSubjectTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    [Theory]
    [InlineData("Phùng Chí Thành dạy học ở chợ Sãi. Năm 1931, ông bị bắt ở Vinh.", "Phùng Chí Thành", "patient")]
    [InlineData("Phùng Chí Thành dạy học ở chợ Sãi. Tháng 6/1937, ông gia nhập Đảng Cộng sản Đông Dương.", "Phùng Chí Thành", "agent")]
    [InlineData("## 3. Chu Đức Mậu\n\nNăm 1933 bị bắt ở Vinh.", "Chu Đức Mậu", "patient")]
    public void An_event_has_the_person_of_whom_its_sentence_tells(string text, string person, string role)
    {
        DocumentAnalysis analysis = fixture.Engine.Analyze(EngineFixture.Read(text, "tieu-su.md"));
        EventClaim told = analysis.Claims.OfType<EventClaim>().ShouldHaveSingleItem();
        Participant who = told.Who.Where(who => analysis.Mentions[who.Mention].Value is PersonValue).ShouldHaveSingleItem();
        (((PersonValue)analysis.Mentions[who.Mention].Value).Id, who.Role).ShouldBe((person, role));

        // The words that name the person are a part of the evidence.
        TextSpan name = analysis.Mentions[who.Mention].Span;
        told.Evidence.ShouldContain(place => place.Contains(name));
        told.Evidence[0].Contains(told.Span).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Phạm Đình Luyện và Trần Bá Cẩn dạy học ở chợ Sãi. Năm 1931, ông bị bắt ở Vinh.")]
    [InlineData("Phùng Chí Thành dạy học ở chợ Sãi. Năm 1931, 12 người bị bắt ở Vinh.")]
    [InlineData("Phùng Chí Thành dạy học ở chợ Sãi. Năm 1931, mẹ ông bị bắt ở Vinh.")]
    public void A_guess_takes_no_part(string text) =>
        fixture.Engine.Analyze(EngineFixture.Read(text, "tieu-su.md")).Claims.OfType<EventClaim>().ShouldAllBe(static told => told.Who.IsEmpty);
}
