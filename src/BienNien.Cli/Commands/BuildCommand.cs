using System.CommandLine;
using System.Diagnostics;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Keeping;
using BienNien.Keeping.Building;

namespace BienNien.Cli.Commands;

/// <summary><c>build FOLDER… [--library LIB] [--jobs N] [--encoding NAME]</c></summary>
internal static class BuildCommand
{
    internal static Command Create(Session session)
    {
        Argument<string[]> folders = new("FOLDER") { Description = session.Texts.FoldersArgument, Arity = ArgumentArity.OneOrMore };
        Option<string> library = Choices.Library(session.Texts);
        Option<int?> jobs = Choices.Number(session.Texts, "--jobs", session.Texts.JobsOption);
        Option<string?> encoding = Choices.Encoding(session.Texts);
        DescribedCommand command = new("build", session.Texts.Build, "biennien build tai-lieu/", "biennien build tai-lieu/ --library tinh.db --jobs 4") { folders, library, jobs, encoding };
        command.SetAction((parsed, cancel) => RunAsync(
            session, parsed.GetRequiredValue(folders), parsed.GetRequiredValue(library),
            new BuildOptions(parsed.GetValue(jobs) ?? Environment.ProcessorCount, Choices.Reading(parsed.GetValue(encoding))), cancel));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string[] folders, string path, BuildOptions options, CancellationToken cancel)
    {
        // A mistyped folder must not leave an empty library behind.
        if (folders.All(folder => !session.Terminal.Files.IsFolder(folder) && !File.Exists(folder)))
        {
            foreach (string folder in folders)
            {
                session.Report(new Problem(folder, 0, (int)FileProblem.NotFound, ""));
            }

            return ExitCode.CouldNotRun;
        }

        using Library library = Library.Open(path);
        Builder builder = new(library, session.Terminal.Files, session.Reader, () => session.Engine);
        Stopwatch watch = Stopwatch.StartNew();
        BuildReport report = await BuildBar.RunAsync(
            session, progress => builder.BuildAsync(folders, options, progress, cancel));
        foreach (ProblemRow problem in report.Problems)
        {
            session.Report(problem, Shown(folders, problem.Path));
        }

        Tell(session, report, watch.Elapsed);
        int good = report.Read + report.Unchanged;
        if (good == 0 && report.Problems.IsEmpty)
        {
            session.Report(new Problem(folders[0], 0, Problem.NoFiles, session.Extensions));
        }

        return Inputs.ExitCodeOf(session, good);
    }

    private static void Tell(Session session, BuildReport report, TimeSpan took)
    {
        string line = Session.Fill(
            session.Texts.Built, report.Read, Session.Fill("{0:0.00}", report.Bytes / 1e6), Session.Fill("{0:0.0}", took.TotalSeconds))
            + " " + Session.Fill(session.Texts.BuiltRest, report.Unchanged, report.Moved, report.Removed);
        line += report.PassedOver > 0 ? " " + Session.Fill(session.Texts.PassedOver, report.PassedOver) : "";
        line += report.Problems.Length > 0 ? " " + Session.Fill(session.Texts.Unreadable, report.Problems.Length) : "";
        session.Terminal.Error.WriteLine(line);
    }

    // As the user gave it: tai-lieu/a.txt rather than /home/…/tai-lieu/a.txt.
    private static string Shown(string[] folders, string path)
    {
        foreach (string folder in folders)
        {
            string inside = Path.GetRelativePath(Path.GetFullPath(folder), path);
            if (inside == ".")
            {
                return folder;
            }

            if (!inside.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(inside))
            {
                return Path.Combine(folder, inside);
            }
        }

        return path;
    }
}
