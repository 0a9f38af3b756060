using BienNien.Keeping;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Cli.Hosting;

/// <summary>The documents that a command line names: files, folders with the folders in them, <c>-</c> for the standard input.</summary>
internal static class Inputs
{
    internal const string StandardInput = "-";

    // The standard input has no ending: it is plain text, in which nothing can be mistaken for a form.
    private const string StandardInputName = "stdin.txt";

    /// <summary>Reads them one after the other, as they are asked for; what cannot be read is reported and passed over.</summary>
    internal static IEnumerable<Document> Documents(Session session, IEnumerable<string> paths, CancellationToken cancel)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        FileLoader loader = new(session.Terminal.Files, ReadOptions.Default);
        foreach (string path in paths)
        {
            if (path == StandardInput)
            {
                using Stream input = session.Terminal.Input();
                if (Read(session, StandardInput, StandardInputName, loader.Load(StandardInput, input)) is { } typed)
                {
                    yield return typed;
                }

                continue;
            }

            bool isFolder = session.Terminal.Files.IsFolder(path);
            FileWalk walk = FileWalk.Through(session.Terminal.Files, [path], session.Engine.Reader.Reads, cancel);
            foreach (ProblemRow problem in walk.Problems)
            {
                session.Report(problem, Shown(path, problem.Path, isFolder));
            }

            if (isFolder && walk.Files.IsEmpty && walk.Problems.IsEmpty)
            {
                session.Report(new Problem(path, 0, Problem.NoFiles, Session.Extensions()));
            }

            foreach (string file in walk.Files)
            {
                cancel.ThrowIfCancellationRequested();
                string shown = Shown(path, file, isFolder);
                if (seen.Add(file) && Read(session, shown, shown, loader.Load(file, session.Engine.Reader.Streams(file))) is { } document)
                {
                    yield return document;
                }
            }
        }
    }

    /// <summary>How a command that has gone through documents ends.</summary>
    /// <param name="session">What it has reported.</param>
    /// <param name="documents">How many documents it had.</param>
    /// <param name="findings">Whether it found something that must be looked at.</param>
    internal static int ExitCodeOf(Session session, int documents, bool findings = false) =>
        documents == 0 && session.Problems > 0 ? ExitCode.CouldNotRun
        : findings || session.Problems > 0 ? ExitCode.Findings
        : ExitCode.Clean;

    private static Document? Read(Session session, string shown, string name, FileResult loaded)
    {
        if (loaded is FileResult.Failed failed)
        {
            session.Report(failed.Problem, shown);
            return null;
        }

        FileContent content = ((FileResult.Loaded)loaded).Content;
        try
        {
            switch (session.Engine.Reader.Read(name, content, ReadOptions.Default))
            {
                case ReadResult.Read read:
                    return read.Document;
                case ReadResult.Unreadable bad:
                    session.Report(ProblemRow.Of(shown, bad, content), shown);
                    return null;
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (Exception e) when (FileLoader.ProblemOf(shown, e) is { } problem)
        {
            // A file that is read as a stream may go away meanwhile.
            session.Report(problem, shown);
            return null;
        }
    }

    // As the user gave it; a file of a folder below the folder as the user gave it.
    private static string Shown(string given, string full, bool isFolder)
    {
        if (!isFolder)
        {
            return given;
        }

        string inside = Path.GetRelativePath(Path.GetFullPath(given), full);
        return inside == "." ? given : Path.Combine(given, inside);
    }
}
