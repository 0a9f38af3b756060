using System.Diagnostics;
using BienNien.Converting.Programs;
using BienNien.Reading;
using Shouldly;

namespace BienNien.Apps.Tests.Converting;

/// <summary>Programs that hang, fail, flood or are not there.</summary>
public sealed class ProgramRunnerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_program_that_is_not_installed_is_named() =>
        Machine.Refuse("a.pdf", Papers.TinyPdf(1), programs: new ProgramFinder([]))
            .ShouldBe(new ReadResult.Unreadable(ProblemCode.ProgramMissing, 0, "pdfinfo (Poppler)"));

    [LinuxFact]
    public void A_program_that_hangs_is_ended_with_what_it_started()
    {
        ProgramRunner runner = Fake("pdfinfo", "sleep 300 & echo $! > child; sleep 300");
        Stopwatch watch = Stopwatch.StartNew();
        using WorkFolder folder = new();

        ProgramFailure failure = Should.Throw<ProgramFailure>(() =>
            runner.Run(ExternalProgram.PdfInfo, [], folder, ProgramLimits.Default with { Time = TimeSpan.FromSeconds(1) }));

        failure.Code.ShouldBe(ProblemCode.OverLimit);
        failure.Message.ShouldBe("pdfinfo (Poppler): > 1 s");
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        int child = int.Parse(File.ReadAllText(folder["child"]), System.Globalization.CultureInfo.InvariantCulture);
        IsAlive(child).ShouldBeFalse();
    }

    [LinuxFact]
    public void A_program_that_takes_too_much_memory_is_ended()
    {
        ProgramRunner runner = Fake("pdfinfo", "tail /dev/zero");
        using WorkFolder folder = new();

        ProgramFailure failure = Should.Throw<ProgramFailure>(() =>
            runner.Run(ExternalProgram.PdfInfo, [], folder, ProgramLimits.Default with { MemoryBytes = 100 << 20 }));

        failure.Code.ShouldBe(ProblemCode.OverLimit);
        failure.Message.ShouldBe("pdfinfo (Poppler): > 100 MiB");
    }

    [LinuxFact]
    public void A_program_that_floods_its_output_or_error_stream_is_bounded()
    {
        using WorkFolder folder = new();
        Should.Throw<ProgramFailure>(() => Fake("pdfinfo", "cat /dev/zero").Run(
            ExternalProgram.PdfInfo, [], folder, ProgramLimits.Default with { OutputBytes = 5 << 20 })).Code.ShouldBe(ProblemCode.OverLimit);

        (int code, string error) = Fake("pdftotext", "head -c 30000000 /dev/zero | tr '\\0' 'x' >&2; echo; echo 'Lỗi\ncuối' >&2; exit 3")
            .Run(ExternalProgram.PdfToText, [], folder, ProgramLimits.Default);
        code.ShouldBe(3);
        error.Length.ShouldBeLessThan(400);
        error.ShouldEndWith("Lỗi cuối");
    }

    [LinuxFact]
    public void A_program_sees_nothing_of_the_users_settings_and_leaves_nothing_behind()
    {
        ProgramRunner runner = Fake("pdfinfo", "env; pwd; touch left; mkdir d; touch d/more");
        string said = "";
        string path;
        using (WorkFolder folder = new())
        {
            path = folder.Path;
            runner.RunWell(ExternalProgram.PdfInfo, [], folder, ProgramLimits.Default, output => said = new StreamReader(output).ReadToEnd());
        }

        Directory.Exists(path).ShouldBeFalse();
        said.ShouldContain($"HOME={path}\n");
        said.ShouldContain($"TMPDIR={path}\n");
        string[] names = [.. said.Split('\n').Select(static line => line.Split('=')).Where(static parts => parts.Length > 1).Select(static parts => parts[0])];
        names.ShouldBeSubsetOf(["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "LANG", "LC_ALL", "TZ", "OMP_THREAD_LIMIT", "SAL_USE_VCLPLUGIN", "TESSDATA_PREFIX", "PWD", "OLDPWD", "SHLVL", "_"]);
    }

    [LinuxFact]
    public void What_a_program_says_last_is_told_in_one_line()
    {
        using WorkFolder folder = new();
        Should.Throw<ProgramFailure>(() => Fake("pdftotext", "echo 'Syntax Error:\n  no such thing' >&2; exit 1").RunWell(ExternalProgram.PdfToText, [], folder, ProgramLimits.Default))
            .Message.ShouldBe("pdftotext (Poppler): Syntax Error: no such thing");
        Should.Throw<ProgramFailure>(() => Fake("pdftotext", "exit 7").RunWell(ExternalProgram.PdfToText, [], folder, ProgramLimits.Default))
            .Message.ShouldBe("pdftotext (Poppler): exit code 7");
    }

    // Only the folder of the test is looked in: prlimit is not found either, and the watch alone holds the limits.
    private ProgramRunner Fake(string name, string script)
    {
        string path = _folder.Write(name, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new ProgramRunner(new ProgramFinder([_folder.Path]));
    }

    private static bool IsAlive(int id)
    {
        for (int attempt = 0; attempt < 20; attempt++)
        {
            string status = $"/proc/{id}/stat";
            if (!File.Exists(status) || File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal))
            {
                return false;
            }

            Thread.Sleep(50);
        }

        return true;
    }
}
