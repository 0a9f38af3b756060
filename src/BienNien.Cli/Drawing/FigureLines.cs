using System.Collections.Immutable;
using System.Globalization;
using BienNien.Cli.Hosting;
using BienNien.Finding.Quantities;
using BienNien.Relating;
using BienNien.Telling;
using Spectre.Console;
using Spectre.Console.Rendering;
using Cell = Spectre.Console.Text;

namespace BienNien.Cli.Drawing;

/// <summary>Figures of a document as a data set for the terminal: a row for each, what compares it beside it; in a narrow terminal, below it.</summary>
internal static class FigureLines
{
    private const int Narrow = 100;

    private static readonly Style _told = Style.Plain;
    private static readonly Style _implied = new(decoration: Decoration.Dim);

    internal static void Draw(Session session, string document, ImmutableArray<FigureLine> lines)
    {
        if (lines.IsEmpty)
        {
            session.Console.WriteLine(Session.Fill(session.Texts.NoFiguresIn, document));
            session.Console.WriteLine();
            return;
        }

        Table table = new() { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(Session.Fill(session.Texts.FiguresOf, document))) };
        if (session.Console.Profile.Width < Narrow)
        {
            Stack(session, table, lines);
        }
        else
        {
            Spread(session, table, lines);
        }

        session.Console.Write(table);
        if (lines.Any(static line => line.Row.ScopeIsImplied || line.Row.PeriodIsImplied))
        {
            session.Console.WriteLine(session.Texts.ImpliedKey, _implied);
            session.Console.WriteLine();
        }
    }

    private static void Spread(Session session, Table table, ImmutableArray<FigureLine> lines)
    {
        (TableColumn Column, Func<FigureLine, string> Words, Func<FigureLine, Style> Style)[] columns =
        [
            (new TableColumn(session.Texts.Place).RightAligned().NoWrap(), Place, static _ => _told),
            (new TableColumn(session.Texts.Indicator), static line => line.Row.Indicator, static _ => _told),
            (new TableColumn(session.Texts.Scope), Scope, static line => line.Row.ScopeIsImplied ? _implied : _told),
            (new TableColumn(session.Texts.Period).NoWrap(), line => Period(session, line), static line => line.Row.PeriodIsImplied ? _implied : _told),
            (new TableColumn(session.Texts.Value).RightAligned().NoWrap(), line => Value(session, line), static _ => _told),
            (new TableColumn(session.Texts.Comparison), line => Comparisons(session, line), static _ => _told),
            (new TableColumn(session.Texts.Status).NoWrap(), line => Status(session, line), static _ => _told),
        ];
        // A column in which nothing stands would take room from the others.
        columns = [.. columns.Where(column => lines.Any(line => column.Words(line).Length > 0))];
        foreach ((TableColumn column, _, _) in columns)
        {
            table.AddColumn(column);
        }

        foreach (FigureLine line in lines)
        {
            table.AddRow(columns.Select(column => (IRenderable)new Cell(column.Words(line), column.Style(line))));
        }
    }

    // What; where and when; how much; compared with what.
    private static void Stack(Session session, Table table, ImmutableArray<FigureLine> lines)
    {
        table.AddColumn(new TableColumn(session.Texts.Place).RightAligned().NoWrap()).AddColumn(session.Texts.Indicator);
        foreach (FigureLine line in lines)
        {
            string[] where = [Scope(line), Period(session, line), Status(session, line)];
            (string Words, Style Style)[] parts =
            [
                (line.Row.Indicator, new Style(decoration: Decoration.Bold)),
                (string.Join(" · ", where.Where(static part => part.Length > 0)), _implied),
                (Value(session, line), _told),
                (Comparisons(session, line), _told),
            ];
            table.AddRow(new Cell(Place(line)), new Rows(parts.Where(static part => part.Words.Length > 0).Select(static part => new Cell(part.Words, part.Style))));
        }
    }

    private static string Place(FigureLine line) => line.Row.Line.ToString(CultureInfo.InvariantCulture);

    private static string Scope(FigureLine line) => Implied(line.Row.Scope, line.Row.ScopeIsImplied);

    private static string Period(Session session, FigureLine line) => Implied(DateWords.Of(line.Row.Period, session.Texts.Language), line.Row.PeriodIsImplied);

    // Without colours brackets alone say it.
    private static string Implied(string words, bool implied) => implied && words.Length > 0 ? $"[{words}]" : words;

    private static string Value(Session session, FigureLine line) =>
        line.Row.Measure == FigureMeasure.Level ? FigureWords.Value(line.Row, session.Texts.Language) : "";

    private static string Comparisons(Session session, FigureLine line) => string.Join("; ", line.Comparisons.Prepend(line.Row)
        .Select(row => FigureWords.Comparison(row, session.Texts.Language)).Where(static words => words.Length > 0));

    private static string Status(Session session, FigureLine line) =>
        line.Row.Status == ClaimStatus.Asserted ? "" : EventWords.Of(line.Row.Status, session.Texts.Language);
}
