using System.Globalization;
using BienNien.Cli.Hosting;
using BienNien.Finding.People;
using BienNien.Keeping;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Telling;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace BienNien.Cli.Drawing;

/// <summary>What a document says of persons, bodies, places and papers, for the terminal: a row for each fact. Nothing when it says nothing.</summary>
internal static class FactLines
{
    private static readonly Style _told = Style.Plain;
    private static readonly Style _implied = new(decoration: Decoration.Dim);

    internal static void Draw(Session session, DocumentAnalysis analysis)
    {
        if (!analysis.Claims.Any(static claim => claim is FactClaim))
        {
            return;
        }

        Table table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(Session.Fill(session.Texts.FactsOf, analysis.Document.Name))) }
            .AddColumn(new TableColumn(session.Texts.Place).RightAligned().NoWrap())
            .AddColumn(session.Texts.About)
            .AddColumn(session.Texts.Fact)
            .AddColumn(session.Texts.Value)
            .AddColumn(session.Texts.Date)
            .AddColumn(session.Texts.Status);
        bool guessed = false;
        foreach (FactClaim fact in analysis.Claims.OfType<FactClaim>())
        {
            bool implied = fact.Certainty != FactCertainty.High;
            guessed |= implied;
            table.AddRow(
                new Cell(analysis.Document.LineOf(fact.Span.Start).ToString(CultureInfo.InvariantCulture)),
                new Cell(implied ? $"[{Subject(session, analysis, fact)}]{(fact.Certainty == FactCertainty.Low ? "?" : "")}" : Subject(session, analysis, fact), implied ? _implied : _told),
                new Cell(FactWords.Of(fact.Property, session.Texts.Language)),
                new Cell(Value(analysis, fact)),
                new Cell(fact.Date.Length == 0 ? "" : DateWords.Of(fact.Date, session.Texts.Language)),
                new Cell(fact.Status == ClaimStatus.Asserted ? "" : EventWords.Of(fact.Status, session.Texts.Language)));
        }

        session.Console.Write(table);
        if (guessed)
        {
            session.Console.WriteLine(session.Texts.GuessedKey, _implied);
            session.Console.WriteLine();
        }
    }

    // A person by the usual name, where the words give another.
    private static string Subject(Session session, DocumentAnalysis analysis, FactClaim fact)
    {
        if (fact.Subject < 0)
        {
            return session.Texts.ThisDocument;
        }

        string name = Surface(analysis, fact.Subject);
        return analysis.Mentions[fact.Subject].Value is PersonValue person && !person.Id.Equals(name, StringComparison.OrdinalIgnoreCase) ? $"{name} ({person.Id})" : name;
    }

    private static string Value(DocumentAnalysis analysis, FactClaim fact)
    {
        string other = fact.Object >= 0 ? Surface(analysis, fact.Object) : "";
        return fact.Value.Length == 0 || fact.Property is FactProperty.Members or FactProperty.Renamed or FactProperty.Lineage ? other : other.Length == 0 ? fact.Value : $"{fact.Value}, {other}";
    }

    private static string Surface(DocumentAnalysis analysis, int mention) => Library.OneLine(analysis.Document.Surface(analysis.Mentions[mention].Span));
}
