using System.Globalization;
using BienNien.Cli.Hosting;
using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Text;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace BienNien.Cli.Drawing;

/// <summary>Mentions of a document as a table for the terminal.</summary>
internal static class MentionTable
{
    internal static void Draw(Session session, Document document, IReadOnlyCollection<Mention> mentions)
    {
        Table table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(document.Name)) }
            .AddColumn(new TableColumn(session.Texts.Place).RightAligned().NoWrap())
            .AddColumn(new TableColumn(session.Texts.Kind).NoWrap())
            .AddColumn(session.Texts.Words)
            .AddColumn(session.Texts.Value)
            .AddColumn(new TableColumn(session.Texts.Rule).NoWrap());
        foreach (Mention mention in mentions)
        {
            int start = mention.Span.Start;
            table.AddRow(
                new Cell(string.Create(CultureInfo.InvariantCulture, $"{document.LineOf(start)}:{document.ColumnOf(start)}")),
                new Cell(mention.Kind.Name(), new Style(Style.Parse(Kinds.ColourOf(mention.Kind).Terminal).Foreground)),
                new Cell(Library.OneLine(document.Surface(mention.Span))),
                new Cell(Attributes.Of(mention.Value)),
                new Cell(mention.Rule.ToString()));
        }

        session.Console.Write(table);
    }
}
