using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using BienNien.Checking;
using BienNien.Checking.Form;
using BienNien.Checking.Word;
using BienNien.Cli.Checking;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>check FILE… [--format text|json|sarif|html] [--library LIB] [--form] [--comments OUT.docx] [--fix] [--config …] [--baseline …] [--changed-since REV]</c>: 0 clean, 1 findings, 2 could not run.</summary>
internal static class CheckCommand
{
    private static readonly string[] _plain = [".txt", ".md", ".markdown"];

    internal static Command Create(Session session)
    {
        Argument<string[]> files = new("FILE") { Description = session.Texts.FilesArgument, Arity = ArgumentArity.OneOrMore };
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "text", "json", "sarif", "html");
        Option<string?> comments = new("--comments") { Description = session.Texts.CommentsOption, HelpName = "OUT.docx" };
        Option<bool> form = new("--form") { Description = session.Texts.FormOption };
        Option<bool> fix = new("--fix") { Description = session.Texts.FixOption };
        Option<string?> config = new("--config") { Description = session.Texts.ConfigOption, HelpName = SettingsFile.Name };
        Option<string?> baseline = new("--baseline") { Description = session.Texts.BaselineOption, HelpName = "FILE" };
        Option<bool> update = new("--update-baseline") { Description = session.Texts.UpdateBaselineOption };
        Option<string?> since = new("--changed-since") { Description = session.Texts.ChangedSinceOption, HelpName = "REV" };
        Option<string?> library = new("--library") { Description = session.Texts.CheckLibraryOption, HelpName = "LIB" };
        Option<string?> encoding = Choices.Encoding(session.Texts);
        DescribedCommand command = new(
            "check", session.Texts.Check, "biennien check de-cuong.docx", "biennien check de-cuong.docx --comments de-cuong.soat.docx", "biennien check --fix ban-thao.md",
            "biennien check cong-van.docx --form", "biennien check --format sarif ban-thao/ > soat.sarif", "biennien check ban-thao/ --changed-since main")
        {
            files, format, library, form, comments, fix, config, baseline, update, since, encoding,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            session,
            new Asked(
                parsed.GetRequiredValue(files), parsed.GetRequiredValue(format), parsed.GetValue(comments), parsed.GetValue(fix), parsed.GetValue(config), parsed.GetValue(baseline),
                parsed.GetValue(update), parsed.GetValue(since), parsed.GetValue(library), parsed.GetValue(form)),
            Choices.Reading(parsed.GetValue(encoding)), cancel)));
        return command;
    }

    private static int Run(Session session, Asked asked, ReadOptions options, CancellationToken cancel)
    {
        if (SettingsFinder.Find(session, asked.Config, Directory.GetCurrentDirectory()) is not { } settings || Known(session, asked, settings, out string? baselinePath) is not { } baseline)
        {
            return ExitCode.CouldNotRun;
        }

        if (asked.Comments is not null && (asked.Files.Length != 1 || !IsWord(asked.Files[0])))
        {
            session.Report(new Problem(asked.Comments, 0, Problem.CommentsNeedWord, ""));
            return ExitCode.CouldNotRun;
        }

        HashSet<string>? changed = null;
        if (asked.Since is { } revision)
        {
            string folder = session.Terminal.Files.IsFolder(asked.Files[0]) ? asked.Files[0] : Path.GetDirectoryName(Path.GetFullPath(asked.Files[0])) ?? ".";
            changed = GitChanges.Since(revision, folder, out string problem);
            if (changed is null)
            {
                session.Report(new Problem("", 0, Problem.NoGit, problem));
                return ExitCode.CouldNotRun;
            }
        }

        Library? library = null;
        try
        {
            library = asked.Library is { } path ? Library.OpenExisting(path) : null;
            return Run(session, asked, settings, baseline, baselinePath, changed, library, options, cancel);
        }
        catch (LibraryException e)
        {
            session.Report(Problem.Of(e));
            return ExitCode.CouldNotRun;
        }
        finally
        {
            library?.Dispose();
        }
    }

    private static int Run(
        Session session, Asked asked, SettingsFile settings, Baseline baseline, string? baselinePath, HashSet<string>? changed, Library? library, ReadOptions options, CancellationToken cancel)
    {
        List<CheckedDocument> whole = [];
        List<CheckedDocument> documents = [];
        int places = 0;
        foreach (FileReading.Read read in Inputs.Files(session, asked.Files, options, cancel))
        {
            Document document = read.Document;
            if (changed is not null && !changed.Contains(Path.GetFullPath(document.Name)))
            {
                continue;
            }

            DocumentAnalysis analysis = session.Engine.Analyze(document);
            PaperForm? form = asked.Form || settings.Settings.Form ? FormReading.Of(session, read, options, asked.Form) : null;
            CheckedDocument looked = session.Engine.Checker.Check(analysis, settings.Settings, library is null ? [] : Confront(session, library, analysis), form);
            foreach (SourceSuppression remark in looked.Unreasoned)
            {
                session.Report(new Problem(document.Name, document.LineOf(remark.Remark.Start), Problem.RemarkWithoutReason, remark.Rule));
            }

            whole.Add(looked);
            looked = asked.Update ? looked : baseline.Sift(looked);
            looked = asked.Fix ? Fix(session, looked) : looked;
            places += looked.Diagnostics.Length;
            documents.Add(looked);
            if (asked.Format == "text" && !asked.Update)
            {
                DiagnosticLines.Draw(session, looked);
            }
        }

        if (asked.Comments is { } output && documents.Count == 1)
        {
            Comment(session, documents[0], asked.Files[0], output);
        }

        if (asked.Update)
        {
            return Update(session, baselinePath!, whole);
        }

        Write(session, asked.Format, documents, places);
        return Inputs.ExitCodeOf(session, documents.Count, places > 0);
    }

    private static ImmutableArray<SourceContradiction> Confront(Session session, Library library, DocumentAnalysis analysis) =>
        [.. library.HeldAgainst(analysis.Document.Name, analysis, session.Engine.Testify(analysis), session.Engine.Reconciler).Select(static said => said.Says)];

    private static void Write(Session session, string format, List<CheckedDocument> documents, int places)
    {
        switch (format)
        {
            case "json":
                JsonLines.WriteWhole(session.Output, json =>
                {
                    json.WriteStartArray();
                    foreach (CheckedDocument looked in documents)
                    {
                        foreach (Diagnostic diagnostic in looked.Diagnostics)
                        {
                            DiagnosticJson.Write(json, looked.Document, diagnostic, session.Texts.Tag);
                        }
                    }

                    json.WriteEndArray();
                });
                break;
            case "sarif":
                JsonLines.WriteWhole(session.Output, json => Sarif.Write(json, [.. documents], session.Engine.Checker.Checks, Session.Version, session.Texts.Tag));
                break;
            case "html":
                DiagnosticPage.Write(session.Output, session.Texts, documents);
                break;
            default:
                if (documents.Count > 0)
                {
                    session.Terminal.Error.WriteLine(places == 0
                        ? Session.Fill(session.Texts.CheckedClean, documents.Count)
                        : Session.Fill(session.Texts.CheckedFound, documents.Count, places));
                }

                break;
        }
    }

    // What stood there before; null when it cannot be read, or has to be written and nobody says where.
    private static Baseline? Known(Session session, Asked asked, SettingsFile settings, out string? path)
    {
        path = asked.Baseline ?? settings.Baseline;
        if (path is null && asked.Update)
        {
            session.Report(new Problem("", 0, Problem.BaselineMissing, ""));
            return null;
        }

        if (path is null || (asked.Update && !File.Exists(path)) || (asked.Baseline is null && !File.Exists(path)))
        {
            return Baseline.Of([]);
        }

        try
        {
            return Baseline.Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            session.Report(new Problem(path, 0, Problem.BaselineMalformed, e.Message.TrimEnd('.')));
            return null;
        }
    }

    private static int Update(Session session, string path, List<CheckedDocument> documents)
    {
        if (!Save(session, path, Encoding.UTF8.GetBytes(Baseline.Of(documents).ToJson())))
        {
            return ExitCode.CouldNotRun;
        }

        session.Terminal.Error.WriteLine(Session.Fill(session.Texts.BaselineWritten, documents.Sum(static looked => looked.Diagnostics.Length), path));
        return Inputs.ExitCodeOf(session, documents.Count);
    }

    private static void Comment(Session session, CheckedDocument looked, string file, string output)
    {
        if (Path.GetFullPath(file) == Path.GetFullPath(output))
        {
            session.Report(new Problem(output, 0, Problem.CommentsOverDraft, ""));
            return;
        }

        try
        {
            byte[] commented = WordMarkup.WithComments(File.ReadAllBytes(file), looked.Document, looked.Diagnostics, session.Texts.Tag, session.Terminal.Clock.GetUtcNow());
            if (Save(session, output, commented))
            {
                session.Terminal.Error.WriteLine(Session.Fill(session.Texts.CommentsWritten, looked.Diagnostics.Length, output));
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            session.Report(new Problem(file, 0, Problem.NotWritten, e.Message.TrimEnd('.')));
        }
    }

    // Corrects the file and gives what is left to be looked at.
    private static CheckedDocument Fix(Session session, CheckedDocument looked)
    {
        ImmutableArray<TextEdit> edits = TextEdits.Of(looked.Diagnostics);
        string path = looked.Document.Name;
        if (edits.IsEmpty)
        {
            return looked;
        }

        try
        {
            int written = edits.Length;
            byte[] bytes = File.ReadAllBytes(path);
            byte[]? changed = IsWord(path) ? WordMarkup.WithChanges(bytes, looked.Document, edits, session.Terminal.Clock.GetUtcNow(), out written)
                : _plain.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase) && looked.Document.Encoding is not { Encoding: not TextEncoding.Utf8 } ? Corrected(bytes, looked.Document, edits)
                : null;
            if (changed is null)
            {
                session.Report(new Problem(path, 0, Problem.NotFixable, ""));
                return looked;
            }

            if (!Save(session, path, changed))
            {
                return looked;
            }

            session.Note(path, Session.Fill(session.Texts.Fixed, written));
            return looked with { Diagnostics = [.. looked.Diagnostics.Where(diagnostic => diagnostic.Fix is null || !edits.Contains(diagnostic.Fix))] };
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            session.Report(new Problem(path, 0, Problem.NotWritten, e.Message.TrimEnd('.')));
            return looked;
        }
    }

    private static byte[] Corrected(byte[] bytes, Document document, ImmutableArray<TextEdit> edits)
    {
        ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
        bool marked = bytes.AsSpan().StartsWith(mark);
        string source = Encoding.UTF8.GetString(marked ? bytes.AsSpan(mark.Length) : bytes);
        byte[] changed = Encoding.UTF8.GetBytes(TextEdits.Apply(source, document, edits));
        return marked ? [.. mark, .. changed] : changed;
    }

    // Beside the old file first, so that one that cannot be written whole leaves the old one.
    private static bool Save(Session session, string path, byte[] bytes)
    {
        string beside = path + ".biennien-new";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            session.Report(new Problem(path, 0, Problem.NotWritten, e.Message.TrimEnd('.')));
            return false;
        }
    }

    private static bool IsWord(string path) => Path.GetExtension(path).ToLowerInvariant() is ".docx" or ".docm";

    /// <summary>What the user asked for.</summary>
    private sealed record Asked(string[] Files, string Format, string? Comments, bool Fix, string? Config, string? Baseline, bool Update, string? Since, string? Library, bool Form);
}
