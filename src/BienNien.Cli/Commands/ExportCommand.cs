using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using BienNien.Cli.Hosting;
using BienNien.Keeping;
using BienNien.Telling;

namespace BienNien.Cli.Commands;

/// <summary><c>export --to csv [--library LIB] [--output FILE|-] [--internal]</c></summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";
    private const string Csv = "csv";
    private const string Dump = "dump";

    internal static Command Create(Session session)
    {
        Option<string> to = Choices.OneOf(session.Texts, "--to", session.Texts.ToOption, Csv, Dump);
        Option<string> library = Choices.Library(session.Texts);
        Option<string> output = new("--output") { Description = session.Texts.OutputOption, HelpName = "FILE", DefaultValueFactory = static _ => StandardOutput };
        Option<bool> restricted = new("--internal") { Description = session.Texts.InternalOption };
        DescribedCommand command = new("export", session.Texts.Export, "biennien export --to csv --output so-lieu.csv", "biennien export --to csv --library tinh.db > so-lieu.csv") { to, library, output, restricted };
        command.SetAction((parsed, _) => Task.FromResult(parsed.GetRequiredValue(to) == Dump
            ? RunDump(session, parsed.GetRequiredValue(library), parsed.GetRequiredValue(output))
            : Run(session, parsed.GetRequiredValue(library), parsed.GetRequiredValue(output), parsed.GetValue(restricted))));
        return command;
    }

    // Whole, whatever its documents' marks: it is for comparing libraries and for moving house.
    private static int RunDump(Session session, string path, string output)
    {
        using Library library = Library.OpenExisting(path);
        if (output == StandardOutput)
        {
            using Utf8Stream stream = new(session.Output);
            library.Dump(stream);
            return ExitCode.Clean;
        }

        if (Problems(library, output) is { } problem)
        {
            session.Report(problem);
            return ExitCode.CouldNotRun;
        }

        try
        {
            WriteWhole(output, library.Dump);
            return ExitCode.Clean;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            session.Report(new Problem(output, 0, Problem.NotWritten, e.Message.TrimEnd('.')));
            return ExitCode.CouldNotRun;
        }
    }

    // What stands in the way of writing to a file.
    private static Problem? Problems(Library library, string output) =>
        Path.GetFullPath(output) == library.Path ? new Problem(output, 0, Problem.OutputIsLibrary, "")
        : Path.GetDirectoryName(output) is { Length: > 0 } folder && !Directory.Exists(folder) ? new Problem(folder, 0, (int)FileProblem.NotFound, "")
        : null;

    private static int Run(Session session, string path, string output, bool restricted)
    {
        using Library library = Library.OpenExisting(path);
        FigureSurvey survey = library.SurveyFigures();
        IEnumerable<FigureRow> rows = library.EachFigure(new FigureFilter { Restricted = restricted }).Select(static figure => figure.Row);
        int count;
        if (output == StandardOutput)
        {
            count = FigureCsv.Write(session.Output, rows);
            session.Terminal.Error.WriteLine(count == 0 ? session.Texts.NothingToExport : Session.Fill(session.Texts.Exported, count));
        }
        else if (WriteFiles(session, library, output, rows) is int written)
        {
            count = written;
            session.Terminal.Error.WriteLine(Session.Fill(session.Texts.ExportedTo, count, output, DescriptionOf(output)));
            if (count == 0)
            {
                session.Terminal.Error.WriteLine(session.Texts.NothingToExport);
            }
        }
        else
        {
            return ExitCode.CouldNotRun;
        }

        if (!restricted && survey.RestrictedDocuments > 0)
        {
            session.Terminal.Error.WriteLine(Session.Fill(session.Texts.LeftOut, survey.RestrictedDocuments, survey.RestrictedFigures));
        }

        if (survey.UnreadDocuments > 0)
        {
            session.Terminal.Error.WriteLine(Session.Fill(session.Texts.NotReadYet, survey.UnreadDocuments));
        }

        return survey.UnreadDocuments > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    // Null when something stands in the way, and then nothing has changed.
    private static int? WriteFiles(Session session, Library library, string output, IEnumerable<FigureRow> rows)
    {
        string description = DescriptionOf(output);
        if (Problems(library, output) is { } problem)
        {
            session.Report(problem);
            return null;
        }

        try
        {
            if (Path.GetFullPath(description) == Path.GetFullPath(output) || !MayReplace(description))
            {
                session.Report(new Problem(description, 0, Problem.OtherDataPackage, ""));
                return null;
            }

            int count = 0;
            WriteWhole(output, stream =>
            {
                using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
                count = FigureCsv.Write(writer, rows);
            });
            WriteWhole(description, stream => FigureDataPackage.Write(stream, Path.GetFileName(output)));
            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            session.Report(new Problem(output, 0, Problem.NotWritten, e.Message.TrimEnd('.')));
            return null;
        }
    }

    private static string DescriptionOf(string output) => Path.Combine(Path.GetDirectoryName(output) ?? "", FigureDataPackage.FileName);

    // A datapackage.json of this name may describe something else: only our own is replaced.
    private static bool MayReplace(string description)
    {
        if (!File.Exists(description))
        {
            return true;
        }

        try
        {
            using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(description));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("name", out JsonElement name)
                && name.ValueKind == JsonValueKind.String && name.GetString() == FigureDataPackage.Name;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // Beside it first, so that an export that is cut off leaves what was there.
    private static void WriteWhole(string path, Action<Stream> write)
    {
        string begun = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}.tmp");
        try
        {
            using (FileStream stream = new(begun, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(begun, path, overwrite: true);
        }
        finally
        {
            File.Delete(begun);
        }
    }
}
