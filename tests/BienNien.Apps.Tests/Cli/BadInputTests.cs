using System.Diagnostics;
using System.Text;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>Bad input gets one clear line each, the rest goes on, and nobody sees a stack.</summary>
public sealed class BadInputTests : IDisposable
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "BienNien.Cli.dll");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_bad_file_of_a_folder_is_one_line_and_the_rest_is_read()
    {
        WriteBadFolder();

        CliRun run = await CliRun.Of("build", _folder["d"], "--library", _folder["l.db"]);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBe("");
        string[] lines = run.Error.TrimEnd().Split('\n');
        lines[..^1].Select(line => line.Split(": ")[..2]).ShouldBe(
        [
            [_folder["d/ảnh.txt"], "BN1002"], [_folder["d/latin.txt"] + ":2", "BN1003"], [_folder["d/một dòng.txt"], "BN1005"],
            [_folder["d/rỗng.txt"], "BN1001"],
        ], ignoreOrder: true);
        lines.ShouldAllBe(line => !line.Contains("   at ", StringComparison.Ordinal) && !line.Contains("Exception", StringComparison.Ordinal));
        lines[^1].ShouldStartWith("Read 1 documents");
        lines[^1].ShouldEndWith("Could not be read: 4.");
    }

    [Theory]
    [InlineData("find")]
    [InlineData("relate")]
    [InlineData("check")]
    [InlineData("read")]
    public async Task Commands_tell_the_same_of_files_one_by_one(string command)
    {
        WriteBadFolder();

        CliRun nothing = await CliRun.Of(command, _folder["d/rỗng.txt"]);
        CliRun missing = await CliRun.Of(command, _folder["không có.txt"]);
        CliRun unknown = await CliRun.Of(command, _folder.Write("ảnh.gif", "GIF89a"u8.ToArray()));

        (nothing.ExitCode, nothing.Output).ShouldBe((2, ""));
        nothing.Error.ShouldStartWith(_folder["d/rỗng.txt"] + ": BN1001: the file is empty");
        (missing.ExitCode, missing.Output).ShouldBe((2, ""));
        missing.Error.ShouldStartWith(_folder["không có.txt"] + ": BN1102: ");
        unknown.ExitCode.ShouldBe(2);
        unknown.Error.ShouldContain("BN1006");
        unknown.Error.ShouldContain(".txt");
    }

    [Fact]
    public async Task A_truncated_docx_is_told_as_damaged()
    {
        CliRun run = await CliRun.Of("find", _folder.Write("cắt.docx", [.. "PK"u8, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00]), _folder.Write("tốt.txt", "Năm 1921."), "--format", "jsonl");

        run.ExitCode.ShouldBe(1);
        run.Error.TrimEnd().Split('\n').ShouldHaveSingleItem().ShouldStartWith(_folder["cắt.docx"] + ": BN10");
        run.Output.ShouldContain("Năm 1921");
    }

    [Fact]
    public async Task Libraries_that_are_none_are_refused_in_one_line()
    {
        string text = _folder.Write("a.db", new string('x', 4096));
        (await CliRun.Of("search", "a", "--library", text)).Error.ShouldStartWith(text + ": BN2002: ");
        CliRun missing = await CliRun.Of("search", "a", "--library", _folder["không có.db"]);
        (missing.ExitCode, missing.Output).ShouldBe((2, ""));
        missing.Error.ShouldContain("BN2001");
        missing.Error.TrimEnd().Split('\n').Length.ShouldBe(1);

        CliRun nowhere = await CliRun.Of("build", _folder["không có"], "--library", _folder["l.db"]);
        nowhere.ExitCode.ShouldBe(2);
        File.Exists(_folder["l.db"]).ShouldBeFalse("a mistyped folder leaves no library behind");
    }

    [Fact]
    public async Task A_folder_without_anything_to_read_says_what_is_read()
    {
        Directory.CreateDirectory(_folder["trống"]);
        CliRun run = await CliRun.Of("find", _folder["trống"]);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("BN3005");
        run.Error.ShouldContain(".txt");
    }

    [UnixFact]
    public async Task A_reader_who_has_read_enough_ends_the_program_quietly()
    {
        string file = _folder.Write("dài.txt", string.Concat(Enumerable.Range(0, 20000).Select(i => $"Năm 1921, việc thứ {i}.\n")));

        (int code, string output, string error) = await Shell($"dotnet '{_program}' find --format jsonl '{file}' | head -n 1; echo ${{PIPESTATUS[0]}}");

        code.ShouldBe(0);
        error.ShouldBe("");
        string[] lines = output.TrimEnd().Split('\n');
        lines.Length.ShouldBe(2);
        lines[1].ShouldBe("0");
    }

    [UnixFact]
    public async Task A_pipe_in_a_folder_is_not_waited_for()
    {
        _folder.Write("d/tốt.txt", "Năm 1921.");
        await Shell($"mkfifo '{_folder["d/ống.txt"]}'");

        CliRun run = await CliRun.Of("build", _folder["d"], "--library", _folder["l.db"]).WaitAsync(TimeSpan.FromMinutes(2));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(_folder["d/ống.txt"] + ": BN1001");
        run.Error.ShouldContain("Read 1 documents");
    }

    [UnixFact]
    public async Task What_the_system_refuses_is_one_line_and_the_rest_is_read()
    {
        _folder.Write("d/tốt.txt", "Năm 1921.");
        _folder.Write("d/đóng.txt", "Năm 1936.");
        _folder.Write("d/kín/trong.txt", "Năm 1940.");
        await Shell($"chmod 0755 '{_folder.Path}' '{_folder["d"]}'; chmod 0 '{_folder["d/đóng.txt"]}' '{_folder["d/kín"]}'");

        // Root reads everything: then another user asks.
        string asUser = Environment.UserName == "root" ? "setpriv --reuid=65534 --regid=65534 --clear-groups env DOTNET_CLI_HOME=/tmp HOME=/tmp" : "env";
        (int code, string output, string error) = await Shell(
            $"{asUser} dotnet '{_program}' find --format jsonl --lang en '{_folder["d"]}'");
        await Shell($"chmod 755 '{_folder["d/đóng.txt"]}' '{_folder["d/kín"]}'");

        error.TrimEnd().Split('\n').Select(line => line.Split(": ")[..2]).ShouldBe(
            [[_folder["d/kín"], "BN1101"], [_folder["d/đóng.txt"], "BN1101"]], ignoreOrder: true);
        output.ShouldContain("Năm 1921");
        code.ShouldBe(1);
    }

    private static async Task<(int Code, string Output, string Error)> Shell(string command)
    {
        ProcessStartInfo start = new("bash", ["-c", command])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await error);
    }

    private void WriteBadFolder()
    {
        _folder.Write("d/tốt.txt", "Năm 1921, phường thợ bạc lập sổ.");
        _folder.Write("d/rỗng.txt", "");
        _folder.Write("d/ảnh.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00]);
        _folder.Write("d/latin.txt", [.. "Dòng một\nN"u8, 0xE3, .. "m 1936"u8]);
        using FileStream large = File.Create(_folder["d/một dòng.txt"]);
        large.SetLength(1_000_000_000);
    }
}

/// <summary>A test that needs bash and, as root, setpriv; skipped where they are not.</summary>
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows() || !File.Exists("/bin/bash") || (Environment.UserName == "root" && !File.Exists("/usr/bin/setpriv")))
        {
            Skip = "needs bash, and setpriv when run as root";
        }
    }
}
