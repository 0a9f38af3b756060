using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>What a house needs to live with a proof-reader: settings, remarks, baselines, corrections, comments, and the documents it has printed before.</summary>
public sealed class CheckTests : IDisposable
{
    private const string Draft = """
        # Sổ tay

        Nhà máy được được khánh thành năm 1961. Huyện có  rừng, suối,núi và “đồng cỏ".

        """;

    private static readonly XNamespace _w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_line_stands_with_carets_under_the_words()
    {
        CliRun run = await CliRun.Of("check", _folder.Write("a.md", Draft));
        run.ExitCode.ShouldBe(1);
        string[] lines = run.Output.Split('\n');
        int caret = Array.FindIndex(lines, static line => line.Contains("^^^^", StringComparison.Ordinal));
        lines[caret].IndexOf('^', StringComparison.Ordinal).ShouldBe(lines[caret - 1].IndexOf("được được", StringComparison.Ordinal));
        lines[caret].Count(static c => c == '^').ShouldBe("được được".Length);
    }

    [Fact]
    public async Task Settings_turn_checks_off_and_change_their_weight()
    {
        string settings = _folder.Write("nha.yml", "rules:\n  duplicate-words: off\n  CHK022: error\n");
        CliRun run = await CliRun.Of("check", _folder.Write("a.md", Draft), "--config", settings, "--format", "json");
        JsonElement[] found = [.. JsonDocument.Parse(run.Output).RootElement.EnumerateArray()];
        found.Select(static one => one.GetProperty("slug").GetString()).Distinct().ShouldBe(["encoding-or-layout"]);
        found.Select(static one => one.GetProperty("severity").GetString()).Distinct().ShouldBe(["error"]);
    }

    [Theory]
    [InlineData("rulez: 1\n", ":1: BN3019")]
    [InlineData("rules:\n  no-such-check: off\n", ":2: BN3019")]
    [InlineData("tone-marks: xưa\n", ":1: BN3019")]
    [InlineData("accepted:\n  - fingerprint: 0123456789abcdef\n", ":2: BN3019")]
    public async Task Settings_that_are_not_understood_are_told_with_their_line(string yaml, string told)
    {
        CliRun run = await CliRun.Of("check", _folder.Write("a.md", Draft), "--config", _folder.Write("nha.yml", yaml));
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(told);
    }

    [Fact]
    public async Task A_remark_with_a_reason_lets_its_paragraph_stand_and_one_without_does_not()
    {
        string file = _folder.Write(
            "a.md", "<!-- biennien: ignore encoding-or-layout: nguyên văn bản gốc -->\n\nXã có suối,núi và đồng cỏ.\n\n<!-- biennien: bỏ qua CHK022 -->\n\nXã có bò,dê và gà.\n");
        CliRun run = await CliRun.Of("check", file, "--format", "json");
        JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("bò,dê");
        run.Error.ShouldContain(":5: BN3026");
        CliRun sarif = await CliRun.Of("check", file, "--format", "sarif");
        JsonElement suppressed = JsonDocument.Parse(sarif.Output).RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Single(static result => result.TryGetProperty("suppressions", out _)).GetProperty("suppressions")[0];
        suppressed.GetProperty("kind").GetString().ShouldBe("inSource");
        suppressed.GetProperty("justification").GetString().ShouldBe("nguyên văn bản gốc");
    }

    [Fact]
    public async Task A_fingerprint_accepted_with_a_reason_is_told_no_more()
    {
        string file = _folder.Write("a.md", Draft);
        CliRun first = await CliRun.Of("check", file, "--format", "json");
        string fingerprint = JsonDocument.Parse(first.Output).RootElement[0].GetProperty("fingerprint").GetString().ShouldNotBeNull();
        string settings = _folder.Write("nha.yml", $"accepted:\n  - fingerprint: {fingerprint}\n    reason: lời kể, giữ nguyên\n");
        CliRun second = await CliRun.Of("check", file, "--format", "json", "--config", settings);
        JsonDocument.Parse(second.Output).RootElement.GetArrayLength().ShouldBe(JsonDocument.Parse(first.Output).RootElement.GetArrayLength() - 1);
        second.Output.ShouldNotContain(fingerprint);
    }

    [Fact]
    public async Task A_baseline_outlives_edits_and_tells_only_what_is_new()
    {
        string file = _folder.Write("a.md", Draft);
        string baseline = _folder["moc.json"];
        (await CliRun.Of("check", file, "--baseline", baseline, "--update-baseline")).ExitCode.ShouldBe(0);
        (await CliRun.Of("check", file, "--baseline", baseline)).ExitCode.ShouldBe(0);
        _folder.Write("a.md", "Lời nói đầu.\n\n" + Draft + "\nXã có bò,dê và gà.\n");
        CliRun run = await CliRun.Of("check", file, "--baseline", baseline, "--format", "json");
        JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldHaveSingleItem().GetProperty("text").GetString().ShouldBe("bò,dê");
    }

    [Fact]
    public async Task Certain_corrections_are_made_in_a_text_file_and_nothing_else_changes()
    {
        string file = _folder.Write("a.md", Draft);
        CliRun run = await CliRun.Of("check", file, "--fix");
        run.ExitCode.ShouldBe(0);
        File.ReadAllText(file).ShouldBe(Draft.Replace("được được", "được", StringComparison.Ordinal).Replace("  rừng", " rừng", StringComparison.Ordinal)
            .Replace("suối,núi", "suối, núi", StringComparison.Ordinal).Replace("cỏ\"", "cỏ”", StringComparison.Ordinal));
        Directory.GetFiles(Path.GetDirectoryName(file)!).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_whose_letters_are_set_apart_keeps_them_where_nothing_is_corrected()
    {
        string apart = "Nhà máy được được khánh thành.\n".Normalize(System.Text.NormalizationForm.FormD);
        string file = _folder.Write("a.txt", apart);
        await CliRun.Of("check", file, "--fix");
        File.ReadAllText(file).ShouldBe("Nhà máy được khánh thành.\n".Normalize(System.Text.NormalizationForm.FormD));
    }

    [Fact]
    public async Task Corrections_in_a_word_file_are_tracked_changes_that_can_be_refused()
    {
        string file = _folder["a.docx"];
        WriteWord(file, ["Nhà máy ", "được đ", "ược khánh thành, có suối,núi."]);
        (await CliRun.Of("check", file, "--fix")).ExitCode.ShouldBe(0);
        XDocument body = Part(file, "word/document.xml");
        string.Concat(body.Descendants().Where(element => element.Name == _w + "t" && !element.Ancestors(_w + "ins").Any() || element.Name == _w + "delText").Select(static element => element.Value))
            .ShouldBe("Nhà máy được được khánh thành, có suối,núi.");
        string.Concat(body.Descendants(_w + "t").Select(static element => element.Value)).ShouldBe("Nhà máy được khánh thành, có suối, núi.");
        body.Descendants(_w + "del").ShouldAllBe(element => (string?)element.Attribute(_w + "author") == "Biên Niên");
    }

    [Fact]
    public async Task A_commented_copy_has_each_message_at_its_words_and_the_rest_untouched()
    {
        string file = _folder["a.docx"];
        string copy = _folder["b.docx"];
        WriteWord(file, ["Nhà máy ", "được đ", "ược khánh thành, có suối,núi."]);
        byte[] before = File.ReadAllBytes(file);
        CliRun run = await CliRun.Of("check", file, "--comments", copy);
        run.ExitCode.ShouldBe(1);
        File.ReadAllBytes(file).ShouldBe(before);
        XDocument body = Part(copy, "word/document.xml");
        XElement paragraph = body.Descendants(_w + "p").First();
        Between(paragraph, 0).ShouldBe("được được");
        Between(paragraph, 1).ShouldBe("suối,núi.");
        string.Concat(body.Descendants(_w + "t").Select(static element => element.Value)).ShouldBe("Nhà máy được được khánh thành, có suối,núi.");
        Part(copy, "word/comments.xml").Descendants(_w + "comment").Count().ShouldBe(2);
        Part(copy, "[Content_Types].xml").ToString().ShouldContain("/word/comments.xml");
        using ZipArchive source = ZipFile.OpenRead(file);
        using ZipArchive target = ZipFile.OpenRead(copy);
        Bytes(target.GetEntry("word/styles.xml")!).ShouldBe(Bytes(source.GetEntry("word/styles.xml")!));
    }

    [Fact]
    public async Task A_draft_is_never_overwritten_by_its_commented_copy()
    {
        string file = _folder["a.docx"];
        WriteWord(file, ["Nhà máy được được khánh thành."]);
        byte[] before = File.ReadAllBytes(file);
        (await CliRun.Of("check", file, "--comments", file)).Error.ShouldContain("BN3023");
        File.ReadAllBytes(file).ShouldBe(before);
        (await CliRun.Of("check", _folder.Write("a.md", Draft), "--comments", file)).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task A_library_contradicts_a_draft_and_stays_as_it_was()
    {
        string folder = Directory.CreateDirectory(_folder["kho"]).FullName;
        File.WriteAllText(Path.Combine(folder, "bien-nien.txt"), "Ngày 12/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh.\n");
        string library = _folder["kho.db"];
        (await CliRun.Of("build", folder, "--library", library)).ExitCode.ShouldBe(0);
        string draft = _folder.Write("nhap.txt", "Ngày 15/3/1957, huyện Thanh Khê khánh thành cầu Bình Minh.\n");
        string before = (await CliRun.Of("export", "--to", "dump", "--library", library)).Output;
        CliRun run = await CliRun.Of("check", draft, "--library", library, "--format", "json");
        JsonElement told = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().Single(static one => one.GetProperty("slug").GetString() == "contradicts-source");
        told.GetProperty("text").GetString().ShouldBe("Ngày 15/3/1957");
        told.GetProperty("expected").GetString().ShouldBe("Ngày 12/3/1957");
        told.GetProperty("related")[0].GetProperty("doc").GetString().ShouldBe("bien-nien.txt");
        (await CliRun.Of("export", "--to", "dump", "--library", library)).Output.ShouldBe(before);
        (await CliRun.Of("check", draft)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_newer_figure_of_the_library_is_shown_beside_the_drafts_last_one_and_its_own_earlier_state_has_none()
    {
        string folder = Directory.CreateDirectory(_folder["kho"]).FullName;
        File.WriteAllText(Path.Combine(folder, "bao-cao-2021.txt"), "Năm 2021, thu nhập bình quân đầu người của xã Đồng Lạc đạt 46 triệu đồng.\n");
        string draft = Path.Combine(folder, "de-cuong.txt");
        File.WriteAllText(draft, "Đồng Lạc, ngày 12/5/2022\n\nNăm 2019, thu nhập bình quân đầu người của xã Đồng Lạc đạt 38 triệu đồng.\n");
        string library = _folder["kho.db"];
        (await CliRun.Of("build", folder, "--library", library)).ExitCode.ShouldBe(0);
        CliRun run = await CliRun.Of("check", draft, "--library", library, "--format", "json");
        JsonElement told = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ShouldHaveSingleItem();
        told.GetProperty("slug").GetString().ShouldBe("stale-figure");
        told.GetProperty("severity").GetString().ShouldBe("note");
        told.GetProperty("text").GetString().ShouldBe("38 triệu đồng");
        told.GetProperty("expected").GetString().ShouldBe("46 triệu đồng");
        told.GetProperty("related")[0].GetProperty("doc").GetString().ShouldBe("bao-cao-2021.txt");
        (await CliRun.Of("check", Path.Combine(folder, "bao-cao-2021.txt"), "--library", library)).ExitCode.ShouldBe(0);
    }

    public void Dispose() => _folder.Dispose();

    // The words between a comment's marks.
    private static string Between(XElement paragraph, int comment)
    {
        List<XElement> children = [.. paragraph.Elements()];
        int start = children.FindIndex(element => element.Name == _w + "commentRangeStart" && (int?)element.Attribute(_w + "id") == comment);
        int end = children.FindIndex(element => element.Name == _w + "commentRangeEnd" && (int?)element.Attribute(_w + "id") == comment);
        return string.Concat(children[start..end].SelectMany(static element => element.Descendants(_w + "t")).Select(static element => element.Value));
    }

    private static XDocument Part(string file, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(file);
        using Stream stream = archive.GetEntry(name)!.Open();
        return XDocument.Load(stream, LoadOptions.PreserveWhitespace);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    // A paragraph of several runs, the least that Word opens.
    private static void WriteWord(string path, string[] runs)
    {
        using ZipArchive archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Write("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""");
        Write("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
        Write("word/document.xml", new XElement(_w + "document", new XAttribute(XNamespace.Xmlns + "w", _w.NamespaceName), new XElement(_w + "body", new XElement(
            _w + "p", runs.Select(static run => new XElement(_w + "r", new XElement(_w + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), run)))))).ToString(SaveOptions.DisableFormatting));
        Write("word/styles.xml", $"""<w:styles xmlns:w="{_w.NamespaceName}"><!-- giữ nguyên --></w:styles>""");

        void Write(string name, string text)
        {
            using StreamWriter writer = new(archive.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
