using System.Text.Json;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>Looking up places, and places of texts with their units, through the front door.</summary>
public sealed class PlaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task A_place_is_told_with_its_times_acts_and_changes(string language)
    {
        CliRun run = await CliRun.Of("place", "cao", "lang", "--lang", language);

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        string.Join('\n', run.Output.Split('\n').Select(static line => line.TrimEnd())).ShouldBeApproved($"place.{language}");
    }

    [Fact]
    public async Task Containers_are_those_of_the_day_that_was_asked_for()
    {
        CliRun then = await CliRun.Of("place", "xã", "Trường", "Hà", "--in", "Cao", "Bằng", "--on", "1977");
        CliRun later = await CliRun.Of("place", "xã Trường Hà", "--in", "Cao Bằng", "--on", "15/3/1990");
        CliRun changing = await CliRun.Of("place", "xã Trường Hà", "--on", "1978");

        then.Output.ShouldContain("huyện Hà Quảng, tỉnh Cao Lạng");
        later.Output.ShouldContain("huyện Hà Quảng, tỉnh Cao Bằng");
        changing.Output.ShouldContain("huyện Hà Quảng, tỉnh Cao Lạng, tỉnh Cao Bằng");
    }

    [Fact]
    public async Task A_place_as_json_has_all_its_candidates()
    {
        CliRun run = await CliRun.Of("place", "phường Dịch Vọng Hậu", "--format", "json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement ward = json.RootElement.EnumerateArray().ShouldHaveSingleItem();
        ward.GetProperty("key").GetString().ShouldBe("00167");
        ward.GetProperty("level").GetString().ShouldBe("commune");
        ward.GetProperty("to").GetString().ShouldBe("2025-06-30");
        ward.GetProperty("goes_on").GetBoolean().ShouldBeFalse();
        ward.GetProperty("in").EnumerateArray().Select(static unit => unit.GetProperty("name").GetString()).ShouldBe(["Cầu Giấy", "Hà Nội"]);
        ward.GetProperty("successors").EnumerateArray().Select(static unit => unit.GetProperty("name").GetString()).ShouldBe(["Nghĩa Đô", "Cầu Giấy"], ignoreOrder: true);
        ward.GetProperty("location").GetProperty("of").GetString().ShouldBe("005");
        ward.GetProperty("source").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_answered_with_names_much_like_it()
    {
        CliRun run = await CliRun.Of("place", "Cao Bẳnh", "--lang", "vi");
        CliRun json = await CliRun.Of("place", "Cao Bẳnh", "--format", "json");
        CliRun far = await CliRun.Of("place", "Zzyzx Qwfpgj", "--lang", "vi");

        (run.ExitCode, run.Output).ShouldBe((0, ""));
        run.Error.ShouldStartWith("Không có địa danh nào tên “Cao Bẳnh”; gần giống: Cao Bằng, Cao Lãnh");
        json.Output.Trim().ShouldBe("[]");
        far.Error.TrimEnd().ShouldBe("Không có địa danh nào tên “Zzyzx Qwfpgj”.");
    }

    [Fact]
    public async Task A_name_that_conditions_leave_out_is_told_apart_from_one_that_nobody_has()
    {
        CliRun run = await CliRun.Of("place", "Cao Lạng", "--on", "1990", "--in", "Việt Bắc");

        (run.ExitCode, run.Output).ShouldBe((0, ""));
        run.Error.TrimEnd().ShouldBe("There is no “Cao Lạng” like that (--in Việt Bắc, --on 1990); without that there are 1.");
    }

    [Theory]
    [InlineData("BN3001: NAME is missing. See: biennien place --help")]
    [InlineData("BN3001: NAME is missing. See: biennien place --help", "")]
    [InlineData("BN3001: --in needs a value. See: biennien place --help", "Tân Lập", "--in")]
    [InlineData("BN3001: --in needs a value. See: biennien place --help", "Tân Lập", "--in", " ")]
    [InlineData("BN3001: --on takes a year, month or day (1977, 8/1945, 29/12/1978), not “31/2/1999”. See: biennien place --help", "Tân Lập", "--on", "31/2/1999")]
    [InlineData("BN3001: --on takes a year, month or day (1977, 8/1945, 29/12/1978), not “hôm qua”. See: biennien place --help", "Tân Lập", "--on", "hôm qua")]
    [InlineData("BN3001: --on takes a year, month or day (1977, 8/1945, 29/12/1978), not “77”. See: biennien place --help", "Tân Lập", "--on", "77")]
    [InlineData("BN3001: --format takes one of table, json, not “xml”. See: biennien place --help", "Tân Lập", "--format", "xml")]
    [InlineData("BN3012: there is no place called “Zzyzx Qwfpgj”; look at --in again", "Tân Lập", "--in", "Zzyzx Qwfpgj")]
    public async Task What_cannot_be_asked_is_explained_in_one_line(string line, params string[] arguments)
    {
        CliRun run = await CliRun.Of(["place", .. arguments]);

        (run.ExitCode, run.Output).ShouldBe((2, ""));
        run.Error.TrimEnd().ShouldBe("biennien: " + line);
    }

    [Theory]
    [InlineData("1977")]
    [InlineData("1977-08")]
    [InlineData("8/1977")]
    [InlineData("29/12/1977")]
    [InlineData("1977-12-29")]
    [InlineData("1976/1977")]
    [InlineData("197X")]
    public async Task Dates_are_taken_in_the_habit_of_the_reader_and_as_edtf(string date)
    {
        CliRun run = await CliRun.Of("place", "Cao Lạng", "--on", date);

        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Output.ShouldStartWith("tỉnh Cao Lạng");
    }

    [Fact]
    public async Task Find_adds_units_when_they_are_asked_for()
    {
        string file = _folder.Write("a.txt", "Năm 1977, xã Trường Hà, huyện Hà Quảng, tỉnh Cao Lạng làm đường mới.");

        CliRun plain = await CliRun.Of("find", file, "--format", "jsonl", "--kinds", "PLACE");
        CliRun linked = await CliRun.Of("find", file, "--format", "jsonl", "--kinds", "PLACE", "--units");
        CliRun table = await CliRun.Of("find", file, "--kinds", "PLACE", "--units");

        plain.Output.ShouldNotContain("units");
        string[] lines = linked.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(3);
        lines[0].ShouldContain("\"units\":[\"01399\"],\"now\":[\"xã Trường Hà (tỉnh Cao Bằng)\"]");
        lines[2].ShouldContain("\"units\":[\"Cao Lạng@1975\"],\"now\":[\"tỉnh Cao Bằng\",\"tỉnh Lạng Sơn\"]");
        table.Output.ShouldContain("Cao Lạng@1975");
    }
}
