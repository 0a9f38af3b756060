using System.Globalization;
using System.Net;
using System.Text;
using BienNien.Cli.Language;
using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Telling;
using BienNien.Text;

namespace BienNien.Cli.Drawing;

/// <summary>Documents with their mentions in colour, as one page that needs nothing else: no script, no file, no network.</summary>
internal static class MentionPage
{
    private const string Style = """
        body { font: 17px/1.65 "Be Vietnam Pro", "Noto Sans", system-ui, sans-serif; max-width: 48rem; margin: 0 auto; padding: 1rem 1rem 6rem; color: #1d1d1f; background: #fdfcf9 }
        h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; border-bottom: 1px solid #ddd; padding-bottom: .25rem; margin-top: 2.5rem; overflow-wrap: anywhere }
        nav { position: sticky; top: 0; background: #fdfcf9; padding: .5rem 0; border-bottom: 1px solid #ddd; display: flex; flex-wrap: wrap; gap: .3rem .9rem; font-size: .85rem }
        nav strong { flex-basis: 100% } nav label { white-space: nowrap; cursor: pointer }
        .t { white-space: pre-wrap; overflow-wrap: anywhere }
        mark { color: inherit; border-radius: .2em; padding: .05em 0; box-decoration-break: clone; -webkit-box-decoration-break: clone }
        mark mark { box-shadow: inset 0 -2px #0004 }
        """;

    internal static void Write(TextWriter output, Texts texts, IReadOnlyList<(Document Document, Mention[] Mentions)> documents)
    {
        MentionKind[] kinds = [.. documents.SelectMany(static pair => pair.Mentions).Select(static mention => mention.Kind).Distinct().Order()];
        string title = documents.Count == 1 ? $"{documents[0].Document.Name} · {texts.MentionsTitle}" : texts.MentionsTitle;
        output.Write($"<!doctype html>\n<html lang=\"{texts.Tag}\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        output.Write($"<title>{Escape(title)}</title>\n<style>\n{Style}\n");
        foreach (MentionKind kind in kinds)
        {
            // A key that switches: unticked, the kind is not shown.
            output.Write($"mark.{kind.Name()}, label.{kind.Name()} {{ background: {Kinds.ColourOf(kind).Page} }} ");
            output.Write($"body:not(:has(#k-{kind.Name()}:checked)) mark.{kind.Name()} {{ background: none; box-shadow: none }}\n");
        }

        output.Write($"</style>\n<h1>{Escape(texts.MentionsTitle)}</h1>\n<nav><strong>{Escape(texts.Key)}</strong>\n");
        foreach (MentionKind kind in kinds)
        {
            int count = documents.Sum(pair => pair.Mentions.Count(mention => mention.Kind == kind));
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"<label class=\"{kind.Name()}\"><input type=\"checkbox\" id=\"k-{kind.Name()}\" checked> {Escape(Kinds.NameOf(texts, kind))} ({count})</label>\n"));
        }

        output.Write("</nav>\n");
        foreach ((Document document, Mention[] mentions) in documents)
        {
            output.Write($"<h2>{Escape(document.Name)}</h2>\n<div class=\"t\" lang=\"vi\">");
            WriteText(output, texts, document, mentions);
            output.Write("</div>\n");
        }

        output.Write("</html>\n");
    }

    private static void WriteText(TextWriter output, Texts texts, Document document, Mention[] mentions)
    {
        TextSpan[] spans = [.. mentions.Select(static mention => mention.Span)];
        StringBuilder page = new(document.Text.Length * 2);
        foreach (MarkedRun run in MarkedText.Cut(new TextSpan(0, document.Text.Length), spans))
        {
            foreach (int i in run.Marks)
            {
                Mention mention = mentions[i];
                // ← the words from which it got what it leaves out itself
                string from = mention.Anchor is { } anchor ? $" ← {Library.OneLine(document.Surface(anchor.Span))}" : "";
                string says = $"{Kinds.NameOf(texts, mention.Kind)}: {Attributes.Of(mention.Value)}{from} · {mention.Rule}";
                page.Append("<mark class=\"").Append(mention.Kind.Name()).Append("\" title=\"").Append(Escape(says)).Append("\">");
            }

            page.Append(Escape(document.Surface(run.Span)));
            for (int i = 0; i < run.Marks.Length; i++)
            {
                page.Append("</mark>");
            }
        }

        output.Write(page);
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
