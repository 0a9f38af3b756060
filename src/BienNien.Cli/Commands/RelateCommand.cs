using System.CommandLine;
using System.Globalization;
using BienNien.Cli.Drawing;
using BienNien.Cli.Hosting;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Relating;
using BienNien.Telling;
using BienNien.Text;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace BienNien.Cli.Commands;

/// <summary><c>relate FILE… [--format table|jsonl|csv] [--encoding NAME]</c></summary>
internal static class RelateCommand
{
    internal static Command Create(Session session)
    {
        Argument<string[]> files = new("FILE") { Description = session.Texts.FilesArgument, Arity = ArgumentArity.OneOrMore };
        Option<string> format = Choices.OneOf(session.Texts, "--format", session.Texts.FormatOption, "table", "jsonl", "csv");
        Option<string?> encoding = Choices.Encoding(session.Texts);
        DescribedCommand command = new(
            "relate", session.Texts.Relate, "biennien relate lich-su.docx", "biennien relate --format jsonl tai-lieu/ > su-kien.jsonl", "biennien relate --format csv bao-cao.docx > so-lieu.csv") { files, format, encoding };
        command.SetAction((parsed, cancel) => Task.FromResult(Run(session, parsed.GetRequiredValue(files), parsed.GetRequiredValue(format), Choices.Reading(parsed.GetValue(encoding)), cancel)));
        return command;
    }

    private static int Run(Session session, string[] files, string format, ReadOptions options, CancellationToken cancel)
    {
        int count = 0;
        if (format == "csv")
        {
            return WriteFigures(session, Inputs.Documents(session, files, options, cancel));
        }

        foreach (Document document in Inputs.Documents(session, files, options, cancel))
        {
            count++;
            DocumentAnalysis analysis = session.Engine.Analyze(document);
            if (format == "jsonl")
            {
                JsonLines.Write(session.Output, analysis.Claims, (json, claim) => ClaimJson.Write(json, analysis, claim));
            }
            else
            {
                Draw(session, analysis);
                FigureLines.Draw(session, document.Name, FigureTable.Lines(analysis, SourceOf(session, document)));
                FactLines.Draw(session, analysis);
            }
        }

        return Inputs.ExitCodeOf(session, count);
    }

    // The head is written with the first document: nothing at all when there is none.
    private static int WriteFigures(Session session, IEnumerable<Document> documents)
    {
        int count = 0;
        using IEnumerator<Document> each = documents.GetEnumerator();
        if (each.MoveNext())
        {
            FigureCsv.Write(session.Output, Rows());
        }

        return Inputs.ExitCodeOf(session, count);

        IEnumerable<FigureRow> Rows()
        {
            do
            {
                count++;
                foreach (FigureRow row in FigureTable.Rows(session.Engine.Analyze(each.Current), SourceOf(session, each.Current)))
                {
                    yield return row;
                }
            }
            while (each.MoveNext());
        }
    }

    private static FigureSource SourceOf(Session session, Document document) =>
        new(Path.GetFileName(document.Name), document.Name, DocumentTitle.Of(document, session.Engine.PaperHeaders.Read(document)));

    private static void Draw(Session session, DocumentAnalysis analysis)
    {
        if (!analysis.Claims.Any(static claim => claim is EventClaim))
        {
            session.Console.WriteLine(Session.Fill(session.Texts.NoEventsIn, analysis.Document.Name));
            session.Console.WriteLine();
            return;
        }

        Table table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(analysis.Document.Name)) }
            .AddColumn(new TableColumn(session.Texts.Place).RightAligned().NoWrap())
            .AddColumn(new TableColumn(session.Texts.Date).NoWrap())
            .AddColumn(new TableColumn(session.Texts.Type).NoWrap())
            .AddColumn(session.Texts.Trigger)
            .AddColumn(session.Texts.Who)
            .AddColumn(session.Texts.Where)
            .AddColumn(new TableColumn(session.Texts.Status).NoWrap());
        foreach (EventClaim told in analysis.Claims.OfType<EventClaim>())
        {
            table.AddRow(
                new Cell(analysis.Document.LineOf(told.Span.Start).ToString(CultureInfo.InvariantCulture)),
                new Cell(told.Date.Length == 0 ? "–" : DateWords.Of(told.Date, session.Texts.Language)),
                new Cell(EventWords.Of(told.Type, session.Texts.Language)),
                new Cell(Surface(told.Span)),
                new Cell(string.Join("; ", told.Who.Select(who => Surface(analysis.Mentions[who.Mention].Span)))),
                new Cell(string.Join("; ", told.Where.Select(place => Surface(analysis.Mentions[place].Span)))),
                new Cell(EventWords.Of(told.Status, session.Texts.Language)));
        }

        session.Console.Write(table);

        string Surface(TextSpan span) => Library.OneLine(analysis.Document.Surface(span));
    }
}
