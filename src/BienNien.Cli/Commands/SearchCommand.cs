using System.CommandLine;
using System.Globalization;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Keeping;
using BienNien.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>search WORDS [--library LIB]</c></summary>
internal static class SearchCommand
{
    private const int Limit = 20;

    internal static Command Create(Session session)
    {
        Argument<string[]> words = new("WORDS") { Description = session.Texts.WordsArgument, Arity = ArgumentArity.OneOrMore };
        Option<string> library = Choices.Library(session.Texts);
        Option<int?> limit = Choices.Number(session.Texts, "--limit", session.Texts.LimitOption, Limit);
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "text", "jsonl");
        DescribedCommand command = new("search", session.Texts.Search, "biennien search hoang dinh giong", "biennien search '\"chi bộ đầu tiên\" 1930'") { words, library, limit, format };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            session, string.Join(' ', parsed.GetRequiredValue(words)), parsed.GetRequiredValue(library), parsed.GetValue(limit) ?? Limit, parsed.GetRequiredValue(format))));
        return command;
    }

    private static int Run(Session session, string words, string path, int limit, string format)
    {
        using Library library = Library.OpenExisting(path);
        SearchPage page = library.Search(words, 0, limit);
        if (format == "jsonl")
        {
            JsonLines.Write(session.Output, page.Hits, static (json, hit) =>
            {
                json.WriteStartObject();
                json.WriteString("doc", hit.DocumentName);
                json.WriteNumber("id", hit.Document);
                json.WriteNumber("line", hit.Line);
                json.WriteNumber("start", hit.Offset);
                json.WriteBoolean("exact", hit.IsExact);
                json.WriteString("text", hit.Snippet);
                json.WriteStartArray("found");
                foreach (TextSpan span in hit.Highlights)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(hit.SnippetStart + span.Start);
                    json.WriteNumberValue(hit.SnippetStart + span.End);
                    json.WriteEndArray();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            });
            return ExitCode.Clean;
        }

        foreach (SearchHit hit in page.Hits)
        {
            Snippets.Draw(session, string.Create(CultureInfo.InvariantCulture, $"{hit.DocumentName}:{hit.Line}"), hit.Snippet, hit.Highlights);
        }

        session.Terminal.Error.WriteLine(page.Total == 0
            ? Session.Fill(session.Texts.NothingFound, words)
            : Session.Fill(session.Texts.HitsShown, page.Hits.Length, page.Total));
        return ExitCode.Clean;
    }
}
