using System.Collections.Immutable;
using System.CommandLine;
using BienNien.Checking;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>check FILE… [--format text|json|sarif|html] [--encoding NAME]</c>: 0 clean, 1 findings, 2 could not run.</summary>
internal static class CheckCommand
{
    internal static Command Create(Session session)
    {
        Argument<string[]> files = new("FILE") { Description = session.Texts.FilesArgument, Arity = ArgumentArity.OneOrMore };
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "text", "json", "sarif", "html");
        Option<string?> encoding = Choices.Encoding(session.Texts);
        DescribedCommand command = new("check", session.Texts.Check, "biennien check de-cuong.docx", "biennien check --format sarif ban-thao/ > soat.sarif") { files, format, encoding };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(session, parsed.GetRequiredValue(files), parsed.GetRequiredValue(format), Choices.Reading(parsed.GetValue(encoding)), cancel)));
        return command;
    }

    private static int Run(Session session, string[] files, string format, ReadOptions options, CancellationToken cancel)
    {
        List<CheckedDocument> documents = [];
        int places = 0;
        foreach (Document document in Inputs.Documents(session, files, options, cancel))
        {
            ImmutableArray<Diagnostic> diagnostics = session.Engine.Checker.Check(session.Engine.Analyze(document));
            places += diagnostics.Length;
            documents.Add(new CheckedDocument(document, diagnostics));
            if (format == "text")
            {
                DiagnosticLines.Draw(session, documents[^1]);
            }
        }

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

        return Inputs.ExitCodeOf(session, documents.Count, places > 0);
    }
}
