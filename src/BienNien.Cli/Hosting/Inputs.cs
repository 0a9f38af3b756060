using BienNien.Keeping;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Cli.Hosting;

/// <summary>The documents that a command line names: files with the files in them, folders with the folders in them, <c>-</c> for the standard input.</summary>
internal static class Inputs
{
    internal const string StandardInput = "-";

    // The standard input has no ending: it is plain text, in which nothing can be mistaken for a form.
    private const string StandardInputName = "stdin.txt";

    /// <summary>Reads them one after the other, as they are asked for; what cannot be read is reported and passed over.</summary>
    /// <remarks>An encoding that had to be found out is told too: it is no problem, but the user may know better.</remarks>
    internal static IEnumerable<Document> Documents(Session session, IEnumerable<string> paths, ReadOptions options, CancellationToken cancel) =>
        Files(session, paths, options, cancel).Select(static read => read.Document);

    /// <summary>The same, each with the bytes that it was read from.</summary>
    internal static IEnumerable<FileReading.Read> Files(Session session, IEnumerable<string> paths, ReadOptions options, CancellationToken cancel)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        FileLoader loader = new(session.Terminal.Files, options);
        foreach (string path in paths)
        {
            if (path == StandardInput)
            {
                using Stream input = session.Terminal.Input();
                foreach (FileReading.Read typed in Read(session, StandardInput, StandardInputName, loader.Load(StandardInput, input), options))
                {
                    yield return typed;
                }

                continue;
            }

            bool isFolder = session.Terminal.Files.IsFolder(path);
            FileWalk walk = FileWalk.Through(session.Terminal.Files, [path], session.Reader.Reads, cancel);
            foreach (ProblemRow problem in walk.Problems)
            {
                session.Report(problem, Shown(path, problem.Path, isFolder));
            }

            if (isFolder && walk.Files.IsEmpty && walk.Problems.IsEmpty)
            {
                session.Report(new Problem(path, 0, Problem.NoFiles, session.Extensions));
            }

            foreach (string file in walk.Files)
            {
                cancel.ThrowIfCancellationRequested();
                string shown = Shown(path, file, isFolder);
                foreach (FileReading.Read document in seen.Add(file) ? Read(session, loader, shown, file, options) : [])
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

    // What is no file may be the name of one in a file: kho.zip/bao-cao/2020.docx.
    private static IEnumerable<FileReading.Read> Read(Session session, FileLoader loader, string shown, string file, ReadOptions options)
    {
        FileResult loaded = loader.Load(file, session.Reader.Streams(file));
        if (loaded is FileResult.Failed { Problem.Code: (int)FileProblem.NotFound or (int)FileProblem.InputOutput })
        {
            string? holder = Path.GetDirectoryName(file);
            for (; holder is { Length: > 0 } && !session.Terminal.Files.IsFolder(holder); holder = Path.GetDirectoryName(holder))
            {
                if (loader.Load(holder) is FileResult.Loaded outer)
                {
                    string inside = file[(holder.Length + 1)..];
                    string shownHolder = shown.Length > inside.Length ? shown[..^(inside.Length + 1)] : holder;
                    return ReadInside(session, shown, shownHolder, $"{shownHolder}/{inside.Replace('\\', '/').Normalize()}", outer.Content, options);
                }
            }
        }

        return Read(session, shown, shown, loaded, options);
    }

    private static IEnumerable<FileReading.Read> ReadInside(Session session, string shown, string holder, string wanted, FileContent content, ReadOptions options)
    {
        bool IsWanted(string name) => name == wanted || name.StartsWith(wanted + "/", StringComparison.Ordinal);
        bool LiesAside(string name, FileContent _) => !IsWanted(name) && !wanted.StartsWith(name + "/", StringComparison.Ordinal);
        bool found = false;
        foreach (FileReading reading in session.Reader.ReadAll(holder, content, options, LiesAside).Where(reading => IsWanted(reading.Name)))
        {
            found = true;
            if (Take(session, reading.Name, reading) is { } document)
            {
                yield return document;
            }
        }

        if (!found)
        {
            session.Report(new Problem(shown, 0, (int)FileProblem.NotFound, ""));
        }
    }

    private static IEnumerable<FileReading.Read> Read(Session session, string shown, string name, FileResult loaded, ReadOptions options)
    {
        if (loaded is FileResult.Failed failed)
        {
            session.Report(failed.Problem, shown);
            yield break;
        }

        bool any = false;
        using IEnumerator<FileReading> readings = session.Reader.ReadAll(name, ((FileResult.Loaded)loaded).Content, options).GetEnumerator();
        while (MoveNext(session, shown, readings, ref any))
        {
            FileReading reading = readings.Current;
            any |= reading is not FileReading.PassedOver;
            if (Take(session, reading.Name == name ? shown : reading.Name, reading) is { } document)
            {
                yield return document;
            }
        }

        if (!any)
        {
            session.Report(new Problem(shown, 0, Problem.NoFiles, session.Extensions));
        }
    }

    private static bool MoveNext(Session session, string shown, IEnumerator<FileReading> readings, ref bool told)
    {
        try
        {
            return readings.MoveNext();
        }
        catch (Exception e) when (FileLoader.ProblemOf(shown, e) is { } problem)
        {
            // A file that is read as a stream may go away meanwhile.
            session.Report(problem, shown);
            told = true;
            return false;
        }
    }

    private static FileReading.Read? Take(Session session, string shown, FileReading reading)
    {
        if (reading is FileReading.Unreadable bad)
        {
            session.Report(ProblemRow.Of(shown, bad.Problem, bad.Content), shown);
        }

        FileReading.Read? read = reading as FileReading.Read;
        if (read?.Document.Encoding is { IsGiven: false, Encoding: not TextEncoding.Utf8 } found)
        {
            session.Note(shown, Session.Fill(session.Texts.EncodingFound, found.Encoding.Name(), (int)(100 * found.Confidence)));
        }

        return read;
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
