using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Relating.Facts;
using Shouldly;

namespace BienNien.Tests.Relating;

/// <summary>What holds of events in any document.</summary>
public sealed class RelaterTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string Passage =
        """
        # Lịch sử Trường Tân Phú

        Ngày 5/9/1951, Ủy ban nhân dân tỉnh Bến Tre quyết định thành lập trường tại xã Tân Phú, huyện Châu Thành. Ông Lê Văn Bảy được bổ nhiệm
        làm Hiệu trưởng. Năm 1954, trường sơ tán lên huyện Mỏ Cày; năm 1956, trường khánh thành dãy nhà mới.

        ## Năm 1975

        - Tháng 5: nhà trường tiếp quản trụ sở cũ.
        - Trường đổi tên thành Trường cấp II Tân Phú.

        Các phân hiệu sau đây được thành lập:

        - Năm 1977, phân hiệu Bình Khánh.
        - Năm 1979, phân hiệu Thành Triệu.

        ## Kế hoạch

        Ngày 2/9/2031, trường khánh thành thư viện.
        """;

    [Fact]
    public void The_two_days_of_a_feast_are_no_period_of_what_happens_on_it() =>
        fixture.Engine.Analyze(EngineFixture.Read("Tượng đài dựng dịp kỷ niệm 40 năm (2/9/1945 - 2/9/1985).")).Claims.OfType<EventClaim>()
            .Select(static claim => claim.Date).ShouldBe(["1985-09-02", "1985-09-02"]);

    [Fact]
    public void Claims_come_by_span_and_point_into_the_text()
    {
        DocumentAnalysis analysis = Analyze(Passage);
        analysis.Claims.Length.ShouldBeGreaterThan(5);
        analysis.Claims.Select(claim => claim.Span).ShouldBeInOrder();
        foreach (EventClaim claim in analysis.Claims.OfType<EventClaim>())
        {
            string trigger = analysis.Document.Surface(claim.Span);
            trigger.ShouldBe(trigger.Trim());
            claim.Evidence.ShouldContain(span => span.Contains(claim.Span));
            claim.Evidence.ShouldContain(span => span.Contains(analysis.Mentions[claim.DateMention].Span));
            claim.Who.Select(who => analysis.Mentions[who.Mention].Kind).ShouldBeSubsetOf([MentionKind.Person, MentionKind.Organisation]);
            claim.Where.Select(where => analysis.Mentions[where].Kind).ShouldAllBe(kind => kind == MentionKind.Place);
        }
    }

    [Theory]
    [InlineData("thành lập trường", "1951-09-05", false)]
    [InlineData("được bổ nhiệm làm Hiệu trưởng", "1951-09-05", true)]
    [InlineData("sơ tán", "1954", false)]
    [InlineData("khánh thành dãy nhà", "1956", false)]
    [InlineData("đổi tên thành", "1975", true)]
    public void A_date_comes_from_the_clause_or_else_from_the_text_before(string trigger, string date, bool implied)
    {
        DocumentAnalysis analysis = Analyze(Passage);
        EventClaim claim = analysis.Claims.OfType<EventClaim>()
            .FirstOrDefault(claim => analysis.Document.Surface(claim.Span).ReplaceLineEndings(" ").Contains(trigger, StringComparison.Ordinal))
            .ShouldNotBeNull(Seen(analysis));
        (claim.Date, claim.DateIsImplied).ShouldBe((date, implied));
    }

    [Fact]
    public void Items_of_a_list_share_the_verb_that_leads_it()
    {
        DocumentAnalysis analysis = Analyze(Passage);
        analysis.Claims.OfType<EventClaim>()
            .Where(claim => claim.Rule.ToString() == "REL006").Select(claim => claim.Date)
            .ShouldBe(["1977", "1979"], Seen(analysis));
    }

    [Fact]
    public void What_stands_under_a_plan_is_planned()
    {
        DocumentAnalysis analysis = Analyze(Passage);
        analysis.Claims.Last().Status.ShouldBe(ClaimStatus.Planned);
        analysis.Claims.Where(claim => claim.Status == ClaimStatus.Planned).ShouldHaveSingleItem(Seen(analysis));
    }

    [Fact]
    public void Text_put_before_only_shifts_the_claims()
    {
        const string Preface = "Lời nói đầu\n\n";
        ImmutableArray<Claim> plain = Analyze(Passage).Claims;
        // What a text before a document's form makes of the form is another matter.
        ImmutableArray<Claim> shifted = [.. Analyze(Preface + Passage).Claims.Where(static claim => claim is not FactClaim { Subject: < 0 })];
        shifted.Select(claim => (claim.Span.Start - Preface.Length, claim.Span.Length, claim.Rule, DateOf(claim)))
            .ShouldBe(plain.Select(claim => (claim.Span.Start, claim.Span.Length, claim.Rule, DateOf(claim))));

        static string DateOf(Claim claim) => claim switch { EventClaim told => told.Date, FactClaim fact => fact.Date, _ => "" };
    }

    [Fact]
    public void A_claim_is_one_line_of_json()
    {
        DocumentAnalysis analysis = Analyze("Năm 1951, chi bộ kết nạp ông Lê Văn Bảy tại huyện Châu Thành.");
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, MentionJson.WriterOptions))
        {
            ClaimJson.Write(json, analysis, analysis.Claims.ShouldHaveSingleItem());
        }

        string line = Encoding.UTF8.GetString(stream.ToArray());
        line.ShouldNotContain("\n");
        JsonElement claim = JsonDocument.Parse(line).RootElement;
        claim.GetProperty("claim").GetString().ShouldBe("event");
        claim.GetProperty("type").GetString().ShouldBe("admission");
        claim.GetProperty("status").GetString().ShouldBe("asserted");
        claim.GetProperty("date").GetString().ShouldBe("1951");
        claim.GetProperty("evidence")[0][0].GetInt32().ShouldBe(0);
        claim.GetProperty("who")[0].GetProperty("role").GetString().ShouldBe("patient");
        claim.GetProperty("where")[0].GetProperty("text").GetString().ShouldBe("huyện Châu Thành");
    }

    [Fact]
    public void The_lexicon_of_triggers_covers_every_type_and_names_its_sources()
    {
        DataTable table = DataTable.Load("event-triggers");
        table.Rows.Length.ShouldBeGreaterThan(250);
        table.Column("type").Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(Enum.GetValues<EventType>().Select(type => type.Code()).Order(StringComparer.Ordinal));
        table.Column("words").Select(words => words.ToLowerInvariant()).ShouldBeUnique();
        table.Column("source").ShouldAllBe(source => source.Length > 0);
    }

    private DocumentAnalysis Analyze(string text) => fixture.Engine.Analyze(EngineFixture.Read(text));

    private static string Seen(DocumentAnalysis analysis) => string.Join("; ", analysis.Claims.OfType<EventClaim>()
        .Select(claim => $"{claim.Rule}[{analysis.Document.Surface(claim.Span)}] {claim.Date} {claim.Status}"));
}
