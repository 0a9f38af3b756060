using System.Globalization;
using BienNien.Checking;
using BienNien.Cli.Hosting;
using BienNien.Text;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>Diagnostics for the terminal: <c>file:line:column: severity RULE slug: message</c>, the words marked, what they disagree with.</summary>
internal static class DiagnosticLines
{
    private const int Beside = 50;

    internal static void Draw(Session session, CheckedDocument looked)
    {
        foreach (Diagnostic diagnostic in looked.Diagnostics)
        {
            string colour = diagnostic.Severity switch { DiagnosticSeverity.Error => "red", DiagnosticSeverity.Warning => "yellow", _ => "blue" };
            Line(session, $"[bold]{Markup.Escape(Place(looked.Document, diagnostic.Span))}[/]: [{colour}]{session.Texts.Of(diagnostic.Severity)}[/] "
                + $"{diagnostic.Rule} {Markup.Escape(diagnostic.Slug)}: {Markup.Escape(diagnostic.Message.In(session.Texts.Tag))}");
            Show(session, looked.Document, diagnostic.Span);
            if (diagnostic.Expected is { } expected)
            {
                Line(session, "    " + Markup.Escape(Session.Fill(session.Texts.Expected, expected)));
            }

            foreach (RelatedPlace related in diagnostic.Related)
            {
                string place = related.Document ?? Place(looked.Document, related.Span);
                string reason = related.Reason.In(session.Texts.Tag);
                Line(session, "    " + Markup.Escape(Session.Fill(session.Texts.SeeAlso, place, reason)));
            }
        }
    }

    internal static string Place(Document document, TextSpan span) =>
        string.Create(CultureInfo.InvariantCulture, $"{document.Name}:{document.LineOf(span.Start)}:{document.ColumnOf(span.Start)}");

    // One line, however narrow the terminal: editors and grep read it, too.
    private static void Line(Session session, string markup)
    {
        if (session.Terminal.OutputIsTerminal)
        {
            session.Console.MarkupLine(markup);
        }
        else
        {
            session.Output.WriteLine(Markup.Remove(markup));
        }
    }

    // The line with carets under the words; a long one is cut on both sides.
    private static void Show(Session session, Document document, TextSpan span)
    {
        int line = document.LineOf(span.Start);
        string text = document.Text;
        int start = span.Start - document.ColumnOf(span.Start) + 1;
        int end = text.IndexOf('\n', span.Start);
        end = end < 0 ? text.Length : end;
        int first = Math.Max(start, span.Start - Beside);
        int last = Math.Min(end, Math.Min(span.End, end) + Beside);
        string before = (first > start ? "…" : "") + Printed(text[first..span.Start]);
        string words = Printed(text[span.Start..Math.Min(span.End, end)]);
        string after = Printed(text[Math.Min(span.End, end)..last]).TrimEnd() + (last < end ? "…" : "");
        string number = line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        Line(session, $"[grey]{number} |[/] {Markup.Escape(before)}[underline]{Markup.Escape(words)}[/]{Markup.Escape(after)}");
        Line(session, $"[grey]{new string(' ', number.Length)} |[/] {new string(' ', before.Length)}{new string('^', Math.Max(1, words.Length))}");
    }

    // Each character as wide as its caret.
    private static string Printed(string text) => string.Concat(text.Select(static c => char.IsControl(c) ? ' ' : c));
}
