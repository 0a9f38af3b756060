using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using BienNien.Checking;
using BienNien.Cli.Hosting;
using BienNien.Cli.Language;
using BienNien.Telling;
using BienNien.Text;

namespace BienNien.Cli.Drawing;

/// <summary>Documents with what was seen in them, as one page that needs nothing else.</summary>
internal static class DiagnosticPage
{
    private const string Style = """
        body { font: 17px/1.65 "Be Vietnam Pro", "Noto Sans", system-ui, sans-serif; max-width: 50rem; margin: 0 auto; padding: 1rem 1rem 6rem; color: #1d1d1f; background: #fdfcf9 }
        h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; border-bottom: 1px solid #ddd; margin-top: 2.5rem; overflow-wrap: anywhere }
        li { margin: .6rem 0 } small { color: #555 } .error { color: #a01717 } .warning { color: #7a5200 } .note { color: #1b4f8f }
        .t { white-space: pre-wrap; overflow-wrap: anywhere; border-top: 1px solid #ddd; padding-top: 1rem }
        mark { background: #ffd9d4; color: inherit } mark.warning { background: #ffe9b8 } mark.note { background: #d5e6fb } mark:target { outline: 3px solid #a01717 }
        """;

    internal static void Write(TextWriter output, Texts texts, IReadOnlyList<CheckedDocument> documents)
    {
        int places = documents.Sum(static looked => looked.Diagnostics.Length);
        output.Write($"<!doctype html>\n<html lang=\"{texts.Tag}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        output.Write($"<title>{Escape(texts.CheckTitle)}</title>\n<style>\n{Style}\n</style>\n<h1>{Escape(texts.CheckTitle)}</h1>\n");
        string sum = places == 0 ? Session.Fill(texts.CheckedClean, documents.Count) : Session.Fill(texts.CheckedFound, documents.Count, places);
        output.Write($"<p>{Escape(sum)}</p>\n");
        for (int d = 0; d < documents.Count; d++)
        {
            WriteDocument(output, texts, documents[d], d);
        }

        output.Write("</html>\n");
    }

    private static void WriteDocument(TextWriter output, Texts texts, CheckedDocument looked, int number)
    {
        ImmutableArray<Diagnostic> diagnostics = looked.Diagnostics;
        output.Write($"<h2>{Escape(looked.Document.Name)}</h2>\n<ol>\n");
        for (int i = 0; i < diagnostics.Length; i++)
        {
            Diagnostic diagnostic = diagnostics[i];
            string level = diagnostic.Severity.Code();
            string line = Session.Fill(texts.LineShort, looked.Document.LineOf(diagnostic.Span.Start));
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"<li><a href=\"#d{number}-{i}\">{Escape(line)}</a> <strong class=\"{level}\">{Escape(texts.Of(diagnostic.Severity))}</strong>: "));
            output.Write($"{Escape(diagnostic.Message.In(texts.Tag))}");
            output.Write(diagnostic.Expected is { } expected ? $" {Escape(Session.Fill(texts.Expected, expected))}." : "");
            foreach (RelatedPlace related in diagnostic.Related)
            {
                string place = related.Document ?? Session.Fill(texts.LineShort, looked.Document.LineOf(related.Span.Start));
                output.Write($"<br><small>{Escape(Session.Fill(texts.SeeAlso, place, related.Reason.In(texts.Tag)))}</small>");
            }

            output.Write($" <small>{diagnostic.Rule} {Escape(diagnostic.Slug)}</small></li>\n");
        }

        output.Write("</ol>\n<div class=\"t\" lang=\"vi\">");
        HashSet<int> opened = [];
        foreach (MarkedRun run in MarkedText.Cut(new TextSpan(0, looked.Document.Text.Length), [.. diagnostics.Select(static diagnostic => diagnostic.Span)]))
        {
            foreach (int i in run.Marks)
            {
                string id = opened.Add(i) ? string.Create(CultureInfo.InvariantCulture, $" id=\"d{number}-{i}\"") : "";
                string level = diagnostics[i].Severity.Code();
                output.Write($"<mark class=\"{level}\"{id} title=\"{Escape(diagnostics[i].Message.In(texts.Tag))}\">");
            }

            output.Write(Escape(looked.Document.Surface(run.Span)));
            output.Write(string.Concat(Enumerable.Repeat("</mark>", run.Marks.Length)));
        }

        output.Write("</div>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
