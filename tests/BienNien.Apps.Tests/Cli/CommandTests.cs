using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>The commands through their front door, on texts of this test.</summary>
public sealed class CommandTests : IDisposable
{
    private const string Chronicle = """
        BIÊN NIÊN LÀNG NGHỀ

        Ngày 12 tháng 3 năm 1921, phường thợ bạc lập sổ.
        Năm 1936, cầu đá bắc qua sông Nhuệ được sửa lại.
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_prints_exactly_the_text_that_places_count_in()
    {
        string file = _folder.Write("a.txt", Chronicle.Normalize(NormalizationForm.FormD));

        CliRun run = await CliRun.Of("read", file);

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.ShouldBe(Chronicle);
    }

    [Fact]
    public async Task Read_blocks_gives_json_lines_whose_spans_are_of_that_text()
    {
        CliRun run = await CliRun.Of("read", "--blocks", _folder.Write("a.txt", Chronicle));

        JsonElement[] blocks = Json(run.Output);
        blocks.Length.ShouldBeGreaterThan(1);
        blocks[0].GetProperty("kind").GetString().ShouldBe("Heading");
        foreach (JsonElement block in blocks)
        {
            Chronicle[block.GetProperty("start").GetInt32()..block.GetProperty("end").GetInt32()].ShouldBe(block.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Read_damage_tells_what_is_printed_and_what_probably_stood_there()
    {
        const string Text = "SỔ GHI LÀNG NGHỀ\n\nPhường thợ họp ngày l5/8/l945 tại đình.\nThợ làrn cổng mới.";

        CliRun run = await CliRun.Of("read", "--damage", _folder.Write("a.txt", Text));

        JsonElement[] damages = Json(run.Output);
        damages.Select(damage => (
            damage.GetProperty("line").GetInt32(), damage.GetProperty("text").GetString(), damage.GetProperty("reading").GetString(),
            damage.GetProperty("reason").GetString())).ShouldBe([
                (3, "l5/8/l945", "15/8/1945", "letter-for-digit"),
                (4, "làrn", "làm", "impossible-syllable"),
            ]);
        foreach (JsonElement damage in damages)
        {
            Text[damage.GetProperty("start").GetInt32()..damage.GetProperty("end").GetInt32()].ShouldBe(damage.GetProperty("text").GetString());
            damage.GetProperty("confidence").GetDouble().ShouldBeInRange(0.7, 1);
            damage.TryGetProperty("page", out _).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task A_text_without_damage_has_no_lines_of_it()
    {
        CliRun run = await CliRun.Of("read", "--damage", _folder.Write("a.txt", Chronicle));

        (run.ExitCode, run.Output, run.Error).ShouldBe((0, "", ""));
    }

    [Fact]
    public async Task A_file_in_an_archive_is_named_by_both_paths()
    {
        string archive = _folder.WriteZip("kho.zip", ("cũ/một.txt", "Năm 1921."), ("cũ/hai.txt", "Năm 1936."), ("ba.txt", "Năm 1940."), ("hỏng.docx", "PK"));

        CliRun one = await CliRun.Of("read", archive + "/cũ/một.txt");
        CliRun many = await CliRun.Of("read", archive);
        CliRun none = await CliRun.Of("read", archive + "/bốn.txt");
        CliRun folder = await CliRun.Of("find", "--format", "jsonl", archive + "/cũ");
        CliRun all = await CliRun.Of("find", "--format", "jsonl", archive);

        (one.ExitCode, one.Output, one.Error).ShouldBe((0, "Năm 1921.", ""));
        (many.ExitCode, many.Output).ShouldBe((2, ""));
        many.Error.ShouldContain($"{archive}: BN3008: ");
        many.Error.ShouldContain($"\"{archive}/cũ/một.txt\", \"{archive}/cũ/hai.txt\", \"{archive}/ba.txt\"");
        (none.ExitCode, none.Output).ShouldBe((2, ""));
        none.Error.ShouldStartWith(archive + "/bốn.txt: BN1102: ");
        Json(folder.Output).Select(mention => mention.GetProperty("doc").GetString()).ShouldBe([archive + "/cũ/một.txt", archive + "/cũ/hai.txt"]);
        (folder.ExitCode, folder.Error).ShouldBe((0, ""));
        Json(all.Output).Length.ShouldBe(3);
        all.ExitCode.ShouldBe(1);
        all.Error.ShouldStartWith(archive + "/hỏng.docx: BN1004: ");
    }

    [Fact]
    public async Task Find_prints_mentions_as_json_lines_in_the_form_of_the_annotation_standard()
    {
        CliRun run = await CliRun.Of("find", "--format", "jsonl", "--kinds", "TIME", _folder.Write("a.txt", Chronicle));

        JsonElement[] mentions = Json(run.Output);
        mentions.Select(mention => mention.GetProperty("attrs").GetProperty("value").GetString()).ShouldBe(["1921-03-12", "1936"]);
        mentions.ShouldAllBe(mention => mention.GetProperty("kind").GetString() == "TIME");
        foreach (JsonElement mention in mentions)
        {
            Chronicle[mention.GetProperty("start").GetInt32()..mention.GetProperty("end").GetInt32()].ShouldBe(mention.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task Find_draws_a_table()
    {
        CliRun run = await CliRun.With(new CliRun.Options { Input = Chronicle }, "find", "-", "--kinds", "TIME", "--lang", "vi");

        run.ExitCode.ShouldBe(0);
        Lines(run.Output).ShouldBeApproved("find.table.vi");
    }

    [Fact]
    public async Task Find_makes_one_page_that_needs_nothing_else_and_keeps_every_character()
    {
        string text = Chronicle + "\n<script>alert(1)</script> & “Năm 1936”";
        CliRun run = await CliRun.Of("find", "--format", "html", _folder.Write("a <b>.txt", text));

        using AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(run.Output);
        page.QuerySelector("div.t")!.TextContent.ShouldBe(text);
        page.QuerySelectorAll("mark.TIME").Select(mark => mark.TextContent).ShouldContain("Ngày 12 tháng 3 năm 1921");
        page.QuerySelectorAll("nav label").ShouldNotBeEmpty();
        page.QuerySelectorAll("script, link, img, [src]").ShouldBeEmpty();
        page.QuerySelector("h2")!.TextContent.ShouldEndWith("a <b>.txt");
        run.Output.ShouldNotContain("http");
    }

    [Fact]
    public async Task Relate_prints_claims_with_their_evidence()
    {
        CliRun run = await CliRun.Of("relate", "--format", "jsonl", _folder.Write("a.txt", "Ngày 12 tháng 3 năm 1921, Chi hội thợ bạc được thành lập.\n"));

        JsonElement claim = Json(run.Output).ShouldHaveSingleItem();
        claim.GetProperty("date").GetString().ShouldBe("1921-03-12");
        claim.GetProperty("evidence")[0].GetArrayLength().ShouldBe(2);
        (await CliRun.Of("relate", _folder["a.txt"])).Output.ShouldContain("founding");
    }

    [Fact]
    public async Task A_folder_is_walked_and_names_are_as_they_were_given()
    {
        _folder.Write("d/b/hai.txt", "Năm 1936.");
        _folder.Write("d/một.txt", "Năm 1921.");

        CliRun run = await CliRun.Of("find", "--format", "jsonl", _folder["d"]);

        Json(run.Output).Select(mention => mention.GetProperty("doc").GetString()).ShouldBe([_folder["d/b/hai.txt"], _folder["d/một.txt"]]);
    }

    [Fact]
    public async Task Check_finds_an_anniversary_that_does_not_add_up_in_every_format()
    {
        string file = _folder.Write("a.txt", "Kỷ niệm 90 năm ngày lập phường (12/3/1921 - 12/3/2012).\n");

        CliRun text = await CliRun.Of("check", file);
        CliRun json = await CliRun.Of("check", file, "--format", "json");
        CliRun sarif = await CliRun.Of("check", file, "--format", "sarif");
        CliRun html = await CliRun.Of("check", file, "--format", "html", "--lang", "vi");

        text.ExitCode.ShouldBe(1);
        text.Output.ShouldContain($"{file}:1:");
        text.Output.ShouldContain("anniversary-arithmetic");
        using JsonDocument diagnostics = JsonDocument.Parse(json.Output);
        diagnostics.RootElement[0].GetProperty("slug").GetString().ShouldBe("anniversary-arithmetic");
        using JsonDocument log = JsonDocument.Parse(sarif.Output);
        log.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength().ShouldBe(diagnostics.RootElement.GetArrayLength());
        using AngleSharp.Html.Dom.IHtmlDocument page = new HtmlParser().ParseDocument(html.Output);
        page.QuerySelectorAll("mark").ShouldNotBeEmpty();
        page.QuerySelectorAll("li a").ShouldAllBe(link => page.QuerySelector(link.GetAttribute("href")!) != null);
    }

    [Fact]
    public async Task Check_is_content_with_a_draft_that_adds_up()
    {
        CliRun run = await CliRun.Of("check", _folder.Write("a.txt", "Kỷ niệm 91 năm ngày lập phường (12/3/1921 - 12/3/2012).\n"));

        (run.ExitCode, run.Output).ShouldBe((0, ""));
    }

    [Fact]
    public async Task A_library_is_built_searched_and_shown()
    {
        _folder.Write("d/một.txt", "Ngày 12 tháng 3 năm 1921, ông Đặng Văn Khiêm về Hà Đông. Năm 1936 ông Đặng Văn Khiêm mất.");
        string library = _folder["l.db"];

        CliRun built = await CliRun.Of("build", _folder["d"], "--library", library);
        CliRun again = await CliRun.Of("build", _folder["d"], "--library", library);
        CliRun found = await CliRun.Of("search", "dang", "khiem", "--library", library);
        CliRun shown = await CliRun.Of("show", "dang van khiem", "--library", library);
        CliRun nothing = await CliRun.Of("search", "vô tăm tích", "--library", library);

        built.ExitCode.ShouldBe(0);
        built.Error.ShouldContain("Read 1 documents");
        again.Error.ShouldContain("Read 0 documents");
        again.Error.ShouldContain("Unchanged: 1.");
        found.Output.ShouldStartWith("một.txt:1: ");
        found.Output.ShouldContain("Đặng Văn Khiêm");
        shown.Output.ShouldContain("Person: Đặng Văn Khiêm. Mentioned 2 times in 1 documents.");
        (nothing.ExitCode, nothing.Output).ShouldBe((0, ""));
    }

    [Fact]
    public async Task Rules_lists_all_and_prints_one()
    {
        CliRun all = await CliRun.Of("rules");
        CliRun one = await CliRun.Of("rules", "tim001");
        CliRun none = await CliRun.Of("rules", "XYZ999");

        all.Output.ShouldContain("TIM001");
        one.Output.ShouldStartWith("# TIM001 ");
        (none.ExitCode, none.Output).ShouldBe((2, ""));
        none.Error.ShouldContain("BN3006");
    }

    [Fact]
    public async Task Evaluate_scores_against_gold_that_fits_and_refuses_gold_that_does_not()
    {
        _folder.Write("corpus/a.txt", "Năm 1921 và năm 1936, rồi 12/3/1940.");
        string gold = _folder.Write("gold/a.jsonl", """
            {"kind": "TIME", "start": 0, "end": 8, "text": "Năm 1921", "attrs": {"type": "DATE", "value": "1921"}}
            {"kind": "TIME", "start": 12, "end": 20, "text": "năm 1936", "attrs": {"type": "DATE", "value": "1963"}}
            """);
        string wrong = _folder.Write("gold/b.jsonl", """{"kind": "TIME", "start": 1, "end": 8, "text": "Năm 1921", "attrs": {}}""");
        _folder.Write("corpus/b.txt", "Năm 1921.");
        string broken = _folder.Write("gold/c.jsonl", "{}\n");

        CliRun run = await CliRun.Of("evaluate", gold, "--kinds", "TIME", "--format", "json");
        CliRun misses = await CliRun.Of("evaluate", gold, "--kinds", "TIME", "--misses", "5");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement time = json.RootElement.GetProperty("TIME");
        time.GetProperty("gold").GetInt32().ShouldBe(2);
        time.GetProperty("pred").GetInt32().ShouldBe(3);
        time.GetProperty("R").GetDouble().ShouldBe(1);
        time.GetProperty("value").GetDouble().ShouldBe(0.5);
        misses.Output.ShouldContain("TIME wrong value: «năm 1936»");
        misses.Output.ShouldContain("TIME spurious: «12/3/1940»");
        (await CliRun.Of("evaluate", wrong)).Error.ShouldContain("b.jsonl:1: BN3004");
        (await CliRun.Of("evaluate", broken)).Error.ShouldContain("c.jsonl:1: BN3002");
        (await CliRun.Of("evaluate", _folder.Write("gold/d.jsonl", ""))).Error.ShouldContain("BN3003");
    }

    private static JsonElement[] Json(string lines)
    {
        List<JsonElement> rows = [];
        foreach (string line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument json = JsonDocument.Parse(line);
            rows.Add(json.RootElement.Clone());
        }

        return [.. rows];
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
