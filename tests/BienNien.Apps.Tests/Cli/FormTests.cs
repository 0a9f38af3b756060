using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>The form of papers through the front door: asked for, told with its measures, in every output.</summary>
public sealed class FormTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Remarks_on_form_are_as_approved(string language)
    {
        string file = WriteWord("cong-van.docx");
        CliRun run = await CliRun.Of("check", file, "--form", "--lang", language);
        run.ExitCode.ShouldBe(1);
        (run.Output + new string('-', 60) + "\n" + run.Error).Replace(file, "cong-van.docx", StringComparison.Ordinal).ShouldBeApproved($"form.{language}");
    }

    [Fact]
    public async Task Form_is_not_checked_unless_asked_for()
    {
        CliRun run = await CliRun.Of("check", WriteWord("a.docx"));
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldNotContain("30/2020");
    }

    [Fact]
    public async Task Settings_ask_for_it_for_a_whole_house_and_turn_single_rules_off()
    {
        string settings = _folder.Write("nha.yml", "form: true\nrules:\n  form-margins: off\n  CHK049: note\n");
        string text = _folder.Write("b.md", "Nhà máy khánh thành năm 1961.\n");
        CliRun run = await CliRun.Of("check", WriteWord("a.docx"), text, "--config", settings, "--format", "json");
        JsonElement[] found = [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
        found.ShouldContain(static one => one.GetProperty("rule").GetString() == "CHK049" && one.GetProperty("severity").GetString() == "note");
        found.ShouldNotContain(static one => one.GetProperty("rule").GetString() == "CHK041");
        run.Error.ShouldNotContain("b.md");
        (await CliRun.Of("check", text, "--config", _folder.Write("sai.yml", "form: có lẽ\n"))).Error.ShouldContain(":1: BN3019");
    }

    [Fact]
    public async Task Of_another_format_it_is_told_in_one_line_and_the_rest_goes_on()
    {
        CliRun run = await CliRun.Of("check", _folder.Write("a.md", "Nhà máy được được khánh thành.\n"), "--form", "--format", "json");
        run.ExitCode.ShouldBe(1);
        JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldHaveSingleItem().GetProperty("slug").GetString().ShouldBe("duplicate-words");
        run.Error.Split('\n').Count(static line => line.Contains(".docx files only", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_heading_no_standard_is_recognised_and_nothing_is_reported()
    {
        CliRun run = await CliRun.Of("check", WriteWord("a.docx", heading: "Sổ tay vùng chè"), "--form");
        run.ExitCode.ShouldBe(0);
        run.Error.ShouldContain("no standard is known");
        run.Output.ShouldBe("");
    }

    [Fact]
    public async Task A_paper_of_another_time_than_the_standard_is_told_so()
    {
        CliRun run = await CliRun.Of("check", WriteWord("a.docx", date: "ngày 12 tháng 3 năm 2014"), "--form");
        run.Error.ShouldContain("the paper is of 12-03-2014, before it came into force (05-03-2020)");
    }

    [Fact]
    public async Task Sarif_html_and_comments_have_the_remarks_as_well()
    {
        string file = WriteWord("a.docx");
        CliRun sarif = await CliRun.Of("check", file, "--form", "--format", "sarif");
        JsonElement ran = JsonDocument.Parse(sarif.Output).RootElement.GetProperty("runs")[0];
        JsonElement result = ran.GetProperty("results").EnumerateArray().First(static one => one.GetProperty("ruleId").GetString() == "CHK041");
        ran.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString().ShouldBe("CHK041");
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("snippet").GetProperty("text").GetString().ShouldBe("UBND HUYỆN ĐỒI CHÈ");
        (await CliRun.Of("check", file, "--form", "--format", "html")).Output.ShouldContain("CHK041 form-margins");
        string copy = _folder["b.docx"];
        (await CliRun.Of("check", file, "--form", "--comments", copy)).ExitCode.ShouldBe(1);
        using ZipArchive archive = ZipFile.OpenRead(copy);
        using Stream comments = archive.GetEntry("word/comments.xml")!.Open();
        XDocument.Load(comments).Root!.Value.ShouldContain("[CHK041 form-margins]");
    }

    [Fact]
    public async Task A_rule_of_form_prints_its_page()
    {
        CliRun run = await CliRun.Of("rules", "CHK040");
        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith("# CHK040 FormPaperSize");
    }

    public void Dispose() => _folder.Dispose();

    // A paper of the state, set as Word sets one that nobody has set: what is wrong with it is in the approved files.
    private string WriteWord(string name, string heading = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", string date = "ngày 5 tháng 3 năm 2024")
    {
        const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        string path = _folder[name];
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Write("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
        Write("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
        Write("word/document.xml", $"""
            <w:document xmlns:w="{Main}"><w:body>
            {Line("UBND HUYỆN ĐỒI CHÈ", "", 26)}{Line("PHÒNG VĂN HÓA VÀ THÔNG TIN", "<w:b/>", 26)}{Line("Số: 5/TB-VHTT", "", 26)}
            {Line(heading, "<w:b/>", 26)}{Line("Độc lập – Tự do – Hạnh phúc", "<w:b/>", 26)}{Line("Đồi Chè, " + date, "<w:i/>", 26)}
            {Line("THÔNG BÁO", "<w:b/>", 32, "center")}{Line("Về việc thu gom sách báo cũ tại thư viện", "<w:b/>", 28, "center")}
            {Line("Thư viện huyện nhận sách báo cũ của các gia đình trong huyện, từ ngày 20 tháng 4 đến hết ngày 30 tháng 6 năm 2024, tại phòng đọc tầng một.", "", 24)}
            {Line("Mỗi cuốn kèm một tờ ghi tên người tặng, năm in và nơi cuốn sách đã được giữ, để thư viện vào sổ và trả lời khi có người hỏi về sau.", "", 24)}
            {Line("K/T TRƯỞNG PHÒNG", "<w:b/>", 28)}{Line("PHÓ TRƯỞNG PHÒNG", "<w:b/>", 28)}{Line("Lò Thị Mây Thu", "<w:b/>", 28)}
            <w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440"/></w:sectPr></w:body></w:document>
            """);
        return path;

        static string Line(string text, string look, int halfPoints, string alignment = "left") =>
            $"""<w:p><w:pPr><w:jc w:val="{alignment}"/></w:pPr><w:r><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{look}<w:sz w:val="{halfPoints}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>""";

        void Write(string part, string text)
        {
            using StreamWriter writer = new(archive.CreateEntry(part).Open());
            writer.Write(text);
        }
    }
}
