using System.Globalization;
using BienNien.Checking;
using BienNien.Cli.Hosting;
using BienNien.Keeping;
using BienNien.Text;
using Spectre.Console;

namespace BienNien.Cli.Drawing;

/// <summary>Diagnostics for the terminal: <c>file:line:column: severity RULE slug: message</c>, the words marked, what they disagree with.</summary>
internal static class DiagnosticLines
{
    internal static void Draw(Session session, CheckedDocument looked)
    {
        foreach (Diagnostic diagnostic in looked.Diagnostics)
        {
            string colour = diagnostic.Severity switch { DiagnosticSeverity.Error => "red", DiagnosticSeverity.Warning => "yellow", _ => "blue" };
            Line(session, $"[bold]{Markup.Escape(Place(looked.Document, diagnostic.Span))}[/]: [{colour}]{session.Texts.Of(diagnostic.Severity)}[/] "
                + $"{diagnostic.Rule} {Markup.Escape(diagnostic.Slug)}: {Markup.Escape(diagnostic.Message.In(session.Texts.Tag))}");
            Line(session, "    " + Around(looked.Document, diagnostic.Span));
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

    private static string Around(Document document, TextSpan span)
    {
        const int Beside = 60;
        int start = Math.Max(0, span.Start - Beside);
        int end = Math.Min(document.Text.Length, span.End + Beside);
        string before = Tail(document.Text[start..span.Start], start > 0);
        string after = Head(document.Text[span.End..end], end < document.Text.Length);
        return $"{Markup.Escape(before)}[underline]«{Markup.Escape(Library.OneLine(document.Surface(span)))}»[/]{Markup.Escape(after)}";
    }

    private static string Tail(string text, bool cut)
    {
        text = text[(text.LastIndexOf('\n') + 1)..];
        int space = cut ? text.IndexOf(' ', StringComparison.Ordinal) : -1;
        return space > 0 ? "…" + text[space..] : text.TrimStart();
    }

    private static string Head(string text, bool cut)
    {
        int line = text.IndexOf('\n', StringComparison.Ordinal);
        text = line >= 0 ? text[..line] : text;
        int space = cut && line < 0 ? text.LastIndexOf(' ') : -1;
        return space > 0 ? text[..space] + " …" : text.TrimEnd();
    }
}
