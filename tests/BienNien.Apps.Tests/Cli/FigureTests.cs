using System.Text.Json;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>Figures through the front door: as a table for eyes, as CSV for programs.</summary>
public sealed class FigureTests : IDisposable
{
    private const string Report = """
        # Báo cáo tỉnh Cao Bằng năm 2022

        Thu ngân sách trên địa bàn đạt 1.382,08 tỷ đồng, bằng 110,6% kế hoạch, tăng 51,8% so với năm 2015.

        Dân số là 543.000 người.

        """;

    private const string Internal = """
        BÁO CÁO

        Lưu hành nội bộ

        Năm 2022, thu ngân sách trên địa bàn tỉnh Cao Bằng đạt 910,5 tỷ đồng.

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("vi", 100)]
    [InlineData("en", 100)]
    [InlineData("vi", 50)]
    [InlineData("en", 50)]
    public async Task Relate_draws_figures_as_a_data_set_in_wide_and_narrow_terminals(string language, int width)
    {
        CliRun run = await CliRun.With(new CliRun.Options { Input = Report, Width = width }, "relate", "-", "--lang", language);

        run.ExitCode.ShouldBe(0);
        run.Output.Split('\n').ShouldAllBe(line => line.TrimEnd().Length <= width);
        string.Join('\n', run.Output.Split('\n').Select(line => line.TrimEnd())).ShouldBeApproved($"relate.figures.{language}.{width}");
    }

    [Theory]
    [InlineData("vi", "stdin.txt: không có số liệu nào.")]
    [InlineData("en", "stdin.txt: no figures.")]
    public async Task A_document_without_figures_says_so(string language, string line)
    {
        CliRun run = await CliRun.With(new CliRun.Options { Input = "Một trang không có con số." }, "relate", "-", "--lang", language);

        run.Output.ShouldContain(line);
        run.Output.ShouldNotContain("[…]");
    }

    [Fact]
    public async Task Relate_and_export_give_the_same_rows()
    {
        string file = _folder.Write("d/báo cáo.md", Report);
        await CliRun.Of("build", _folder["d"], "--library", _folder["l.db"]);

        CliRun related = await CliRun.Of("relate", "--format", "csv", file, _folder.Write("e.txt", "Không có gì."));
        CliRun exported = await CliRun.Of("export", "--to", "csv", "--library", _folder["l.db"]);

        (related.ExitCode, related.Error).ShouldBe((0, ""));
        (exported.ExitCode, exported.Error.TrimEnd()).ShouldBe((0, "Exported 4 figures."));
        exported.Output.ShouldBe(related.Output.Replace(file, "d/báo cáo.md", StringComparison.Ordinal));
        string[] rows = exported.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(5);
        rows[1].ShouldContain("báo cáo.md,d/báo cáo.md,Báo cáo tỉnh Cao Bằng năm 2022,,3,");
        rows[1].ShouldContain(",2022,true,1382080000000,");
        rows[1].ShouldContain("\"1.382,08 tỷ đồng\"");
    }

    [Fact]
    public async Task Export_writes_a_file_and_its_description_beside_it()
    {
        _folder.Write("d/a.md", Report);
        await CliRun.Of("build", _folder["d"], "--library", _folder["l.db"]);
        Directory.CreateDirectory(_folder["ra"]);

        CliRun run = await CliRun.Of("export", "--to", "csv", "--library", _folder["l.db"], "--output", _folder["ra/số liệu.csv"]);
        byte[] first = File.ReadAllBytes(_folder["ra/số liệu.csv"]);
        CliRun again = await CliRun.Of("export", "--library", _folder["l.db"], "--output", _folder["ra/số liệu.csv"]);
        CliRun screen = await CliRun.Of("export", "--library", _folder["l.db"], "--output", "-");

        (run.ExitCode, run.Output).ShouldBe((0, ""));
        run.Error.TrimEnd().ShouldBe($"Exported 4 figures to {_folder["ra/số liệu.csv"]}, described in {_folder["ra/datapackage.json"]}.");
        Directory.GetFiles(_folder["ra"]).Select(Path.GetFileName).ShouldBe(["số liệu.csv", "datapackage.json"], ignoreOrder: true);
        again.ExitCode.ShouldBe(0);
        File.ReadAllBytes(_folder["ra/số liệu.csv"]).ShouldBe(first, "same input, same output");
        System.Text.Encoding.UTF8.GetString(first).ShouldBe(screen.Output);
        first[0].ShouldBe((byte)'d', "no byte order mark");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(_folder["ra/datapackage.json"]));
        JsonElement resource = json.RootElement.GetProperty("resources")[0];
        resource.GetProperty("path").GetString().ShouldBe("số liệu.csv");
        string.Join(',', resource.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString()))
            .ShouldBe(screen.Output.Split("\r\n")[0]);
    }

    [Fact]
    public async Task Documents_for_internal_use_are_left_out_unless_asked_for()
    {
        _folder.Write("d/a.md", Report);
        _folder.Write("d/b.txt", Internal);
        await CliRun.Of("build", _folder["d"], "--library", _folder["l.db"]);

        CliRun open = await CliRun.Of("export", "--library", _folder["l.db"]);
        CliRun all = await CliRun.Of("export", "--library", _folder["l.db"], "--internal");

        open.Output.ShouldNotContain("b.txt");
        open.Error.TrimEnd().Split('\n').ShouldBe(
            ["Exported 4 figures.", "1 documents marked for restricted use were left out, with 1 figures; --internal exports them, too."]);
        all.Output.ShouldContain("b.txt");
        all.Error.TrimEnd().ShouldBe("Exported 5 figures.");
        (open.ExitCode, all.ExitCode).ShouldBe((0, 0));
    }

    [Fact]
    public async Task An_empty_library_gives_the_head_and_a_notice()
    {
        Directory.CreateDirectory(_folder["d"]);
        _folder.Write("d/a.txt", "Không có gì.");
        await CliRun.Of("build", _folder["d"], "--library", _folder["l.db"]);

        CliRun run = await CliRun.Of("export", "--library", _folder["l.db"]);

        run.ExitCode.ShouldBe(0);
        run.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldStartWith("document,path,");
        run.Error.TrimEnd().ShouldBe("There are no figures to export; the table has a head only.");
    }

    [Fact]
    public async Task What_cannot_be_exported_is_one_line_and_nothing_is_touched()
    {
        _folder.Write("d/a.md", Report);
        string library = _folder["l.db"];
        await CliRun.Of("build", _folder["d"], "--library", library);
        string other = _folder.Write("khác/datapackage.json", """{"name": "mưa"}""");
        string broken = _folder.Write("hỏng.db", "không phải thư viện, chỉ là chữ, dài hơn một trăm byte để SQLite phải đọc phần đầu của nó cho hết rồi mới nói.");
        Directory.CreateDirectory(_folder["thư mục"]);

        (CliRun Run, string Line)[] runs =
        [
            (await CliRun.Of("export", "--library", _folder["không có.db"]), _folder["không có.db"] + ": BN2001: "),
            (await CliRun.Of("export", "--library", broken), broken + ": BN2002: "),
            (await CliRun.Of("export", "--library", library, "--output", library), library + ": BN3010: "),
            (await CliRun.Of("export", "--library", library, "--output", _folder["khác/a.csv"]), other + ": BN3011: "),
            (await CliRun.Of("export", "--library", library, "--output", _folder["không có/a.csv"]), _folder["không có"] + ": BN1102: "),
            (await CliRun.Of("export", "--library", library, "--output", _folder["thư mục"]), _folder["thư mục"] + ": BN3009: "),
            (await CliRun.Of("export", "--to", "xml", "--library", library), "biennien: BN3001: --to takes one of csv, dump, not “xml”"),
        ];

        foreach ((CliRun run, string line) in runs)
        {
            (run.ExitCode, run.Output).ShouldBe((2, ""), line);
            run.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith(line);
        }

        File.ReadAllText(other).ShouldBe("""{"name": "mưa"}""");
        Directory.GetFiles(_folder["khác"]).ShouldBe([other]);
        (await CliRun.Of("export", "--library", library)).Error.TrimEnd().ShouldBe("Exported 4 figures.");
    }
}
