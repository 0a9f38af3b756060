using System.Text;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Shouldly;

namespace BienNien.Apps.Tests.Cli;

/// <summary>Which encoding a file was read in is told, kept and shown, and the user has the last word.</summary>
public sealed class EncodingTests : IDisposable
{
    private const string Words = "Cộng hòa xã hội, Đường phố cũ\n";

    // The same in TCVN3.
    private static readonly byte[] _tcvn3 = Encoding.Latin1.GetBytes("Céng hßa x· héi, §­êng phè cò\n");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_encoding_that_was_found_is_told_and_is_no_problem()
    {
        CliRun run = await CliRun.Of("read", _folder.Write("a.txt", _tcvn3));

        (run.ExitCode, run.Output).ShouldBe((0, Words));
        run.Error.ShouldStartWith($"{_folder["a.txt"]}: read as tcvn3 (confidence 9");
        run.Error.TrimEnd().Split('\n').Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("read", "a.txt")]
    [InlineData("find", "a.txt", "--format", "jsonl")]
    [InlineData("relate", "a.txt", "--format", "jsonl")]
    [InlineData("check", "a.txt", "--format", "json")]
    public async Task What_the_user_says_is_done_without_a_word(params string[] arguments)
    {
        arguments[1] = _folder.Write("a.txt", _tcvn3);

        CliRun right = await CliRun.Of([.. arguments, "--encoding", "TCVN3"]);
        CliRun other = await CliRun.Of("read", arguments[1], "--encoding", "vni");

        right.ExitCode.ShouldBe(0);
        right.Error.ShouldNotContain("confidence");
        (other.Output, other.Error).ShouldBe(("Céng hßa x· héi, §­êng phè cị\n", ""));
    }

    [Theory]
    [InlineData("read")]
    [InlineData("build")]
    public async Task A_name_that_is_none_is_answered_with_those_that_are(string command)
    {
        CliRun run = await CliRun.Of(command, _folder.Write("a.txt", _tcvn3), "--encoding", "latin2");

        run.ExitCode.ShouldBe(2);
        run.Error.TrimEnd().ShouldBe(
            $"biennien: BN3001: --encoding takes one of utf-8, utf-16le, utf-16be, windows-1258, tcvn3, vni, viscii, vps, not “latin2”. See: biennien {command} --help");
    }

    [Fact]
    public async Task A_library_keeps_and_shows_it_and_reads_again_when_another_is_given()
    {
        _folder.Write("d/a.txt", _tcvn3);
        using (Library library = Library.Open(_folder["l.db"]))
        {
            await new Builder(library, new DiskFileSystem(), DocumentReader.Create(), () => Engine.Create()).BuildAsync([_folder["d"]], BuildOptions.Default);
            DocumentRow row = library.Documents().ShouldHaveSingleItem();
            row.Encoding!.Value.Encoding.ShouldBe(TextEncoding.Tcvn3);
            row.Encoding.Value.Confidence.ShouldBeInRange(0.9, 1);

            WebApplication app = BienNien.Web.WebApp.Create(
                new BienNien.Web.WebAppOptions { Library = _folder["l.db"] }, static builder => builder.WebHost.UseTestServer());
            await using (app)
            {
                await app.StartAsync();
                string page = await app.GetTestClient().GetStringAsync($"/documents/{row.Id}");
                page.ShouldContain("tcvn3");
            }
        }

        (await CliRun.Of("build", _folder["d"], "--library", _folder["l.db"], "--encoding", "vni")).ExitCode.ShouldBe(0);
        using Library again = Library.Open(_folder["l.db"]);
        again.Documents().ShouldHaveSingleItem().Encoding.ShouldBe(new SourceEncoding(TextEncoding.VniWindows, 1));
    }
}
