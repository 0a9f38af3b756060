using System.Collections.Immutable;
using System.CommandLine;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Finding;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>find FILE… [--format table|jsonl|html] [--kinds …] [--units] [--encoding NAME]</c></summary>
internal static class FindCommand
{
    internal static Command Create(Session session)
    {
        Argument<string[]> files = new("FILE") { Description = session.Texts.FilesArgument, Arity = ArgumentArity.OneOrMore };
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "table", "jsonl", "html");
        Option<string?> kinds = Choices.Kinds(session.Texts, Enum.GetValues<MentionKind>().Select(static kind => kind.Name()));
        Option<bool> units = new("--units") { Description = session.Texts.UnitsOption };
        Option<string?> encoding = Choices.Encoding(session.Texts);
        DescribedCommand command = new(
            "find", session.Texts.Find,
            "biennien find de-cuong.txt --kinds TIME,PERSON",
            "biennien find --format html bao-cao.docx > bao-cao.html",
            "biennien find --format jsonl --kinds PLACE --units dia-chi.docx") { files, format, kinds, units, encoding };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            session, parsed.GetRequiredValue(files), parsed.GetRequiredValue(format), Choices.Split(parsed.GetValue(kinds)), parsed.GetValue(units),
            Choices.Reading(parsed.GetValue(encoding)), cancel)));
        return command;
    }

    private static int Run(Session session, string[] files, string format, string[] kinds, bool units, ReadOptions options, CancellationToken cancel)
    {
        int count = 0;
        List<(Document, Mention[])> pages = [];
        foreach (Document document in Inputs.Documents(session, files, options, cancel))
        {
            count++;
            ImmutableArray<Mention> found = units ? session.Engine.FindWithUnits(document) : session.Engine.Finder.Find(document);
            Mention[] mentions = [.. found.Where(mention => kinds.Length == 0 || kinds.Contains(mention.Kind.Name()))];
            switch (format)
            {
                case "jsonl":
                    JsonLines.Write(session.Output, mentions, (json, mention) => MentionJson.Write(json, document, mention));
                    break;
                case "html":
                    pages.Add((document, mentions));
                    break;
                default:
                    MentionTable.Draw(session, document, mentions);
                    break;
            }
        }

        if (format == "html" && count > 0)
        {
            MentionPage.Write(session.Output, session.Texts, pages);
        }

        return Inputs.ExitCodeOf(session, count);
    }
}
