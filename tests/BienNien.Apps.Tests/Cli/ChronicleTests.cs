using System.Text.Json;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>What a library says together, through the front door: forms of JSON, tables, rulings.</summary>
public sealed class ChronicleTests(ChronicleLibrary library) : IClassFixture<ChronicleLibrary>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("conflicts", "vi")]
    [InlineData("conflicts", "en")]
    [InlineData("entities", "vi")]
    [InlineData("events", "vi")]
    [InlineData("events", "en")]
    [InlineData("reuse", "vi")]
    public async Task Tables_fit_a_terminal_of_100_columns(string command, string language)
    {
        CliRun run = await CliRun.Of(command, "--all", "--library", library.Path, "--lang", language);

        run.ExitCode.ShouldBe(0, run.Error);
        string[] lines = [.. run.Output.Split('\n').Select(static line => line.TrimEnd())];
        lines.ShouldAllBe(static line => line.Length <= 100);
        string.Join('\n', lines).ShouldBeApproved($"{command}.{language}");
    }

    [Fact]
    public async Task An_entity_is_shown_with_all_that_is_said_of_it()
    {
        CliRun run = await CliRun.Of("show", "tran van lam", "--library", library.Path, "--lang", "vi");

        run.ExitCode.ShouldBe(0, run.Error);
        string.Join('\n', run.Output.Split('\n').Select(static line => line.TrimEnd())).ShouldBeApproved("show.vi");
    }

    [Fact]
    public async Task Conflicts_have_both_sides_with_exactly_their_words()
    {
        JsonElement[] conflicts = await Json("conflicts");

        conflicts.ShouldNotBeEmpty();
        foreach (JsonElement conflict in conflicts)
        {
            Names(conflict)[..8].ShouldBe(["id", "kind", "verdict", "reason", "severity", "why", "a", "b"]);
            Text(conflict, "id").ShouldMatch("^[0-9a-f]{10}$");
            Text(conflict, "verdict").ShouldBe("conflict");
            Text(conflict, "reason").ShouldBe("contradiction");
            foreach (JsonElement side in new[] { conflict.GetProperty("a"), conflict.GetProperty("b") })
            {
                Names(side)[..4].ShouldBe(["doc", "start", "end", "quote"]);
                Text(side, "quote").ShouldBe(Cut(side));
                ChronicleLibrary.Texts[Text(side, "doc")].ShouldContain(Text(side, "sentence"));
                ChronicleLibrary.Texts[Text(side, "doc")].Split('\n')[side.GetProperty("line").GetInt32() - 1].ShouldContain(Text(side, "quote"));
            }
        }

        JsonElement liberation = conflicts.Single(static conflict => Text(conflict, "about") == "liberation");
        (Text(liberation, "kind"), Text(liberation, "severity")).ShouldBe(("date", "major"));
        new[] { Text(liberation.GetProperty("a"), "quote"), Text(liberation.GetProperty("b"), "quote") }.ShouldBe(["Ngày 17/10/1950", "Ngày 18/10/1950"], ignoreOrder: true);
        conflicts.ShouldContain(static conflict => Text(conflict, "kind") == "citation");
    }

    [Fact]
    public async Task With_all_come_the_pairs_that_agree_in_other_words()
    {
        JsonElement[] conflicts = await Json("conflicts");
        JsonElement[] all = await Json("conflicts", "--all");

        all.Where(static pair => Text(pair, "verdict") == "conflict").Select(static pair => Text(pair, "id")).ShouldBe(conflicts.Select(static pair => Text(pair, "id")));
        JsonElement rounded = all.Single(static pair => Text(pair, "verdict") == "compatible" && Text(pair, "kind") == "figure");
        Text(rounded, "reason").ShouldBe("rounding");
        all.Select(static pair => Text(pair, "id")).ShouldBeUnique();
    }

    [Fact]
    public async Task The_reason_is_told_in_the_language_of_the_reader()
    {
        JsonElement english = (await Json("conflicts", "--lang", "en")).Single(static conflict => Text(conflict, "about") == "liberation");
        JsonElement vietnamese = (await Json("conflicts", "--lang", "vi")).Single(static conflict => Text(conflict, "about") == "liberation");

        Text(english, "why").ShouldStartWith("Two sources give different days for one happening: ");
        Text(vietnamese, "why").ShouldStartWith("Hai nguồn ghi ngày khác nhau cho cùng một sự kiện: ");
        Text(english, "id").ShouldBe(Text(vietnamese, "id"));
    }

    [Fact]
    public async Task Entities_have_their_names_and_mentions()
    {
        JsonElement[] entities = await Json("entities");

        foreach (JsonElement entity in entities)
        {
            Names(entity).ShouldBe(["id", "kind", "name", "aliases", "mentions"]);
            Text(entity, "kind").ShouldBeOneOf("PERSON", "PLACE", "ORG", "DOCREF");
            foreach (JsonElement mention in entity.GetProperty("mentions").EnumerateArray())
            {
                Names(mention)[..4].ShouldBe(["doc", "start", "end", "surface"]);
                Text(mention, "surface").ShouldBe(Cut(mention));
            }
        }

        entities.Select(static entity => Text(entity, "id")).ShouldBeUnique();
        JsonElement paper = entities.Single(static entity => Text(entity, "kind") == "DOCREF");
        paper.GetProperty("mentions").EnumerateArray().Select(static mention => Text(mention, "doc")).ShouldBe(["de-cuong.txt", "su-dang-bo.txt"]);
    }

    [Fact]
    public async Task Events_have_all_their_tellings()
    {
        JsonElement[] events = await Json("events");
        HashSet<string> entities = [.. (await Json("entities")).Select(static entity => Text(entity, "id"))];

        foreach (JsonElement told in events)
        {
            Names(told)[..7].ShouldBe(["id", "type", "date", "what", "who", "where", "claims"]);
            told.GetProperty("who").EnumerateArray().Concat(told.GetProperty("where").EnumerateArray()).ShouldAllBe(id => entities.Contains(id.GetString()!));
            foreach (JsonElement claim in told.GetProperty("claims").EnumerateArray())
            {
                Text(claim, "quote").ShouldBe(Cut(claim));
                claim.TryGetProperty("date", out _).ShouldBeTrue();
            }
        }

        JsonElement liberation = events.Single(static told => Text(told, "type") == "liberation");
        Text(liberation, "what").ShouldBe("Quân ta giải phóng thị trấn Thanh Khê");
        liberation.GetProperty("claims").EnumerateArray().Select(static claim => (Text(claim, "doc"), Text(claim, "date")))
            .ShouldBe([("de-cuong.txt", "1950-10-18"), ("su-dang-bo.txt", "1950-10-17")]);
        // Told once only is told, too.
        events.ShouldContain(static told => told.GetProperty("claims").GetArrayLength() == 1);
    }

    [Fact]
    public async Task Copies_say_what_was_changed()
    {
        JsonElement passage = (await Json("reuse")).ShouldHaveSingleItem();

        Names(passage).ShouldBe(["a", "b", "similarity", "edits"]);
        Text(passage.GetProperty("a"), "doc").ShouldBe("de-cuong.txt");
        Text(passage.GetProperty("b"), "doc").ShouldBe("su-dang-bo.txt");
        Cut(passage.GetProperty("a")).ShouldEndWith("những năm trước");
        passage.GetProperty("similarity").GetDouble().ShouldBeInRange(0.8, 1);
        passage.GetProperty("edits").EnumerateArray().Select(static edit => (Text(edit, "a"), Text(edit, "b"))).ShouldContain(("15/6/1957", "05/6/1957"));
    }

    [Fact]
    public async Task A_dossier_of_an_entity_has_facts_events_and_names()
    {
        JsonElement dossier = (await Json("show", "Trần Văn Lâm")).ShouldHaveSingleItem();

        Text(dossier, "kind").ShouldBe("PERSON");
        dossier.GetProperty("names").EnumerateArray().Select(static name => Text(name, "doc")).ShouldBe(["su-dang-bo.txt", "tieu-su.txt"]);
        dossier.GetProperty("facts").EnumerateArray().Where(static fact => Text(fact, "property") == "born").Select(static fact => Text(fact, "date")).ShouldBe(["1904", "1904-09-02"]);
        dossier.GetProperty("facts").EnumerateArray().ShouldAllBe(static fact => Text(fact, "quote") == Cut(fact));
        dossier.GetProperty("events").EnumerateArray().Select(static told => Text(told, "date")).ShouldBe(["1904-09-02", "1932-04"]);
        JsonElement byId = (await Json("show", Text(dossier, "id"))).ShouldHaveSingleItem();
        Text(byId, "id").ShouldBe(Text(dossier, "id"));
        (await Json("show", "vô tăm tích")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ruling_that_two_names_are_one_is_kept_shown_and_taken_back()
    {
        string path = library.Copy(_folder);
        string[] rule = ["rule", "same", "tran lam son", "Trần Văn Lâm", "--reason", "lý lịch năm 1941 ghi cả hai tên", "--by", "Lê Thị Hà", "--library", path];

        CliRun ruled = await CliRun.Of(rule);
        ruled.ExitCode.ShouldBe(0, ruled.Error);
        Lines(ruled)[0].ShouldStartWith("Ruling 1: “Trần Lâm Sơn” and “Trần Văn Lâm” are one. Lê Thị Hà, 2027-03-01T08:30:00Z: lý lịch");
        Lines(ruled)[^1].ShouldMatch("^They are one now: Trần Văn Lâm \\[person/.+\\], mentioned \\d+ times in 3 documents\\.$");
        JsonElement one = (await JsonOf("show", "Trần Lâm Sơn", "--format", "json", "--library", path)).ShouldHaveSingleItem();
        one.GetProperty("names").EnumerateArray().Single(static name => Text(name, "doc") == "ghi-chep.txt").GetProperty("reason").GetString().ShouldBe("ruling");

        JsonElement kept = (await JsonOf("rule", "list", "--format", "json", "--library", path)).ShouldHaveSingleItem();
        (Text(kept, "kind"), Text(kept, "by"), Text(kept, "reason")).ShouldBe(("same", "Lê Thị Hà", "lý lịch năm 1941 ghi cả hai tên"));

        CliRun withdrawn = await CliRun.Of("rule", "withdraw", "1", "--reason", "hai người khác nhau", "--library", path);
        (withdrawn.ExitCode, withdrawn.Output.TrimEnd()).ShouldBe((0, "Ruling 1 was taken back."));
        (await JsonOf("rule", "list", "--format", "json", "--library", path)).ShouldBeEmpty();
        JsonElement gone = (await JsonOf("rule", "list", "--all", "--format", "json", "--library", path)).ShouldHaveSingleItem().GetProperty("withdrawn");
        (Text(gone, "by"), Text(gone, "reason")).ShouldBe(("thu-thu", "hai người khác nhau"));
        (await JsonOf("entities", "--format", "json", "--library", path)).Select(static entity => Text(entity, "id"))
            .ShouldBe((await Json("entities")).Select(static entity => Text(entity, "id")));
        CliRun again = await CliRun.Of("rule", "withdraw", "1", "--reason", "x", "--library", path);
        (again.ExitCode, again.Error.TrimEnd().Split('\n')[^1]).ShouldBe((2, "biennien: BN3016: there is no ruling “1” that stands; “biennien rule list” lists them"));
    }

    [Fact]
    public async Task A_ruling_that_two_names_are_different_parts_them()
    {
        string path = library.Copy(_folder);
        await CliRun.Of("rule", "same", "Trần Lâm Sơn", "Trần Văn Lâm", "--reason", "đoán", "--library", path);
        await CliRun.Of("rule", "withdraw", "1", "--reason", "đoán sai", "--library", path);

        CliRun ruled = await CliRun.Of("rule", "different", "Trần Lâm Sơn", "Trần Văn Lâm", "--reason", "hai đời khác nhau", "--library", path);

        ruled.ExitCode.ShouldBe(0);
        Lines(ruled)[^1].ShouldMatch("^They are two now: Trần Lâm Sơn \\[.+\\] and Trần Văn Lâm \\[.+\\]\\.$");
    }

    [Fact]
    public async Task A_preferred_name_is_the_one_that_is_shown()
    {
        string path = library.Copy(_folder);

        CliRun ruled = await CliRun.Of("rule", "prefer", "Trần Văn Lâm", "Trần Văn Lâm (1904)", "--reason", "dễ phân biệt", "--library", path);

        ruled.ExitCode.ShouldBe(0);
        Lines(ruled)[^1].ShouldMatch("^It is called Trần Văn Lâm \\(1904\\) now \\[.+\\]\\.$");
        (await JsonOf("entities", "--format", "json", "--library", path)).ShouldContain(static entity => Text(entity, "name") == "Trần Văn Lâm (1904)");
    }

    [Fact]
    public async Task A_conflict_that_was_looked_at_leaves_the_list_and_keeps_its_ruling()
    {
        string path = library.Copy(_folder);
        JsonElement liberation = (await Json("conflicts")).Single(static conflict => Text(conflict, "about") == "liberation");
        string id = Text(liberation, "id");

        CliRun ruled = await CliRun.Of("rule", "accept", id[..8], "--side", "b", "--reason", "theo báo cáo ngày 20/10/1950", "--library", path);
        CliRun table = await CliRun.Of("conflicts", "--library", path);
        CliRun all = await CliRun.Of("conflicts", "--all", "--library", path);

        ruled.ExitCode.ShouldBe(0, ruled.Error);
        Lines(ruled)[0].ShouldStartWith($"Ruling 1: conflict {id}: side b holds. thu-thu, 2027-03-01T08:30:00Z: theo báo cáo");
        table.Output.ShouldNotContain(id);
        table.Error.ShouldContain("1 conflicts have a ruling (--all).");
        all.Output.ShouldContain("With a ruling: 1");
        all.Output.ShouldContain($"conflict {id}: side b holds");
        JsonElement kept = (await JsonOf("conflicts", "--format", "json", "--library", path)).Single(conflict => Text(conflict, "id") == id);
        Text(kept.GetProperty("ruling"), "object").ShouldBe("b");
        Text(kept, "verdict").ShouldBe("conflict");
    }

    [Theory]
    [InlineData("BN3017: --reason is missing: every ruling says why", "rule", "same", "Trần Lâm Sơn", "Trần Văn Lâm")]
    [InlineData("BN3017: --reason is missing: every ruling says why", "rule", "withdraw", "1", "--reason", " ")]
    [InlineData("BN3013: the library has nothing called “Vô Danh”; look at the name again, or at “biennien entities --all”", "rule", "same", "Vô Danh", "Trần Văn Lâm", "--reason", "x")]
    [InlineData("BN3018: both names are the same; two are needed", "rule", "different", "tran van lam", "Trần Văn Lâm", "--reason", "x")]
    [InlineData("BN3015: there is no conflict “zzz”; “biennien conflicts --all” prints the ids", "rule", "accept", "zzz", "--reason", "x")]
    [InlineData("BN3016: there is no ruling “ba” that stands; “biennien rule list” lists them", "rule", "withdraw", "ba", "--reason", "x")]
    public async Task What_cannot_be_ruled_is_explained_in_one_line_and_nothing_is_kept(string line, params string[] arguments)
    {
        string path = library.Copy(_folder);

        CliRun run = await CliRun.Of([.. arguments, "--library", path]);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.TrimEnd().Split('\n')[^1].ShouldBe("biennien: " + line);
        (await JsonOf("rule", "list", "--all", "--format", "json", "--library", path)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("entities")]
    [InlineData("events")]
    [InlineData("conflicts")]
    [InlineData("reuse")]
    public async Task A_library_that_is_missing_or_empty_says_what_to_do(string command)
    {
        _folder.Write("d/rỗng.txt", "");
        await CliRun.Of("build", _folder["d"], "--library", _folder["trống.db"]);

        CliRun empty = await CliRun.Of(command, "--library", _folder["trống.db"]);
        CliRun json = await CliRun.Of(command, "--format", "json", "--library", _folder["trống.db"]);
        CliRun missing = await CliRun.Of(command, "--library", _folder["không có.db"]);

        (empty.ExitCode, empty.Output, empty.Error.TrimEnd().Split('\n')[^1]).ShouldBe((0, "", "The library holds no documents yet; run “biennien build FOLDER”."));
        (json.ExitCode, json.Output).ShouldBe((0, "[]\n"));
        (missing.ExitCode, missing.Output).ShouldBe((2, ""));
        missing.Error.ShouldContain("BN2001");
    }

    [Fact]
    public async Task Documents_of_one_name_are_told_apart_by_their_paths()
    {
        _folder.Write("d/x/bai.txt", "Ngày 17/10/1950, quân ta giải phóng thị trấn Thanh Khê.");
        _folder.Write("d/y/bai.txt", "Ngày 18/10/1950, quân ta giải phóng thị trấn Thanh Khê.");
        await CliRun.Of("build", _folder["d"], "--library", _folder["l.db"]);

        JsonElement conflict = (await JsonOf("conflicts", "--format", "json", "--library", _folder["l.db"])).ShouldHaveSingleItem();

        new[] { Text(conflict.GetProperty("a"), "doc"), Text(conflict.GetProperty("b"), "doc") }.ShouldBe(["d/x/bai.txt", "d/y/bai.txt"], ignoreOrder: true);
    }

    private Task<JsonElement[]> Json(params string[] arguments) => JsonOf([.. arguments, "--format", "json", "--library", library.Path]);

    private static async Task<JsonElement[]> JsonOf(params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);
        run.ExitCode.ShouldBe(0, run.Error);
        using JsonDocument json = JsonDocument.Parse(run.Output);
        return [.. json.RootElement.EnumerateArray().Select(static element => element.Clone())];
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(static property => property.Name)];

    private static string Cut(JsonElement place) =>
        ChronicleLibrary.Texts[Text(place, "doc")][place.GetProperty("start").GetInt32()..place.GetProperty("end").GetInt32()];

    private static string[] Lines(CliRun run) => run.Output.TrimEnd().Split('\n');
}
