using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Checking;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Checking;

/// <summary>What holds of diagnostics whatever the rule, and how they are written.</summary>
public sealed class CheckerTests(EngineFixture fixture) : IClassFixture<EngineFixture>
{
    private const string TwoDates =
        "Kế hoạch số 77-KH/HU, ngày 02/5/2019, có ba việc cho các xã.\n\nLàm theo Kế hoạch số 77-KH/HU, ngày 20/5/2019, các xã đã xong trước mùa mưa.\n";

    [Fact]
    public void A_diagnostic_names_the_other_place_and_lies_in_the_text()
    {
        Document document = EngineFixture.Read(TwoDates);
        Diagnostic diagnostic = Check(document).ShouldHaveSingleItem();
        document.Surface(diagnostic.Span).ShouldBe("Kế hoạch số 77-KH/HU, ngày 20/5/2019");
        document.Surface(diagnostic.Related.ShouldHaveSingleItem().Span).ShouldBe("Kế hoạch số 77-KH/HU, ngày 02/5/2019");
        diagnostic.Expected.ShouldBe("ngày 02/5/2019");
    }

    [Fact]
    public void Lines_put_before_and_wrapped_elsewhere_change_no_fingerprint()
    {
        string before = Check(EngineFixture.Read(TwoDates)).ShouldHaveSingleItem().Fingerprint;
        string moved = "Huyện có 12 xã.\n\nDân sống bằng nghề rừng.\n\n" + TwoDates.Replace("Làm theo Kế", "Làm theo\nKế", StringComparison.Ordinal);
        Check(EngineFixture.Read(moved)).ShouldHaveSingleItem().Fingerprint.ShouldBe(before);
        before.Length.ShouldBe(16);
    }

    [Fact]
    public void The_same_words_twice_have_two_fingerprints()
    {
        string twice = "Kế hoạch số 77-KH/HU, ngày 02/5/2019, có ba việc. Kế hoạch số 77-KH/HU, ngày 02/5/2019, có ba việc. Kế hoạch số 77-KH/HU, ngày 02/5/2019, có ba việc.\n\n"
            + "Theo đúng lời văn Kế hoạch số 77-KH/HU, ngày 20/5/2019, các xã đã xong.\n\nTheo đúng lời văn Kế hoạch số 77-KH/HU, ngày 20/5/2019, các xã đã xong.\n";
        ImmutableArray<Diagnostic> found = Check(EngineFixture.Read(twice));
        found.Length.ShouldBe(2);
        found.Select(diagnostic => diagnostic.Fingerprint).ShouldBeUnique();
    }

    [Fact]
    public void Json_has_the_fields_of_the_contract()
    {
        Document document = EngineFixture.Read(TwoDates, "ke hoach.txt");
        Diagnostic diagnostic = Check(document).ShouldHaveSingleItem();
        JsonElement written = Written(json => DiagnosticJson.Write(json, document, diagnostic, "vi"));
        written.GetProperty("doc").GetString().ShouldBe("ke hoach.txt");
        written.GetProperty("rule").GetString().ShouldBe("CHK003");
        written.GetProperty("slug").GetString().ShouldBe("citation-mismatch");
        written.GetProperty("severity").GetString().ShouldBe("error");
        (int start, int end) = (written.GetProperty("start").GetInt32(), written.GetProperty("end").GetInt32());
        document.Text[start..end].ShouldBe(written.GetProperty("text").GetString());
        JsonElement related = written.GetProperty("related").EnumerateArray().ShouldHaveSingleItem();
        related.GetProperty("quote").GetString().ShouldBe("Kế hoạch số 77-KH/HU, ngày 02/5/2019");
        written.GetProperty("message").GetString().ShouldBe(diagnostic.Message.Vietnamese);
        Written(json => DiagnosticJson.Write(json, document, diagnostic, "en-GB")).GetProperty("message").GetString().ShouldBe(diagnostic.Message.English);
    }

    [Fact]
    public void Sarif_leads_from_result_to_rule_place_and_fingerprint()
    {
        Document document = EngineFixture.Read(TwoDates, "thư mục/kế hoạch.txt");
        ImmutableArray<Diagnostic> found = Check(document);
        JsonElement log = Written(json => Sarif.Write(json, [new CheckedDocument(document, found)], fixture.Engine.Checker.Checks, "1.0", "vi"));
        log.GetProperty("version").GetString().ShouldBe("2.1.0");
        JsonElement run = log.GetProperty("runs").EnumerateArray().ShouldHaveSingleItem();
        run.GetProperty("columnKind").GetString().ShouldBe("utf16CodeUnits");
        JsonElement result = run.GetProperty("results").EnumerateArray().ShouldHaveSingleItem();
        JsonElement rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        rule.GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
        rule.GetProperty("help").GetProperty("markdown").GetString().ShouldNotBeNull().ShouldContain("citation-mismatch");
        JsonElement place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        string uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString().ShouldNotBeNull();
        Uri.IsWellFormedUriString(uri, UriKind.Relative).ShouldBeTrue();
        Uri.UnescapeDataString(uri).ShouldBe("thư mục/kế hoạch.txt");
        JsonElement region = place.GetProperty("region");
        region.GetProperty("startLine").GetInt32().ShouldBe(3);
        region.GetProperty("startColumn").GetInt32().ShouldBe("Làm theo ".Length + 1);
        region.GetProperty("snippet").GetProperty("text").GetString().ShouldBe("Kế hoạch số 77-KH/HU, ngày 20/5/2019");
        result.GetProperty("relatedLocations").GetArrayLength().ShouldBe(1);
        result.GetProperty("partialFingerprints").EnumerateObject().ShouldHaveSingleItem().Value.GetString().ShouldBe(found[0].Fingerprint);
    }

    private static JsonElement Written(Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            write(json);
        }

        using JsonDocument parsed = JsonDocument.Parse(stream.ToArray());
        return parsed.RootElement.Clone();
    }

    private ImmutableArray<Diagnostic> Check(Document document) => fixture.Engine.Checker.Check(fixture.Engine.Analyze(document));
}
