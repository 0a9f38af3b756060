using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BienNien.Checking;
using BienNien.Checking.Word;
using BienNien.Text;
using BienNien.Web.Documents;

namespace BienNien.Web.Checking;

/// <summary>A file that a reader takes away.</summary>
internal sealed record OutputFile(string Name, string MediaType, byte[] Bytes);

/// <summary>What can be made of a draft and the decisions on it.</summary>
internal static class DraftOutputs
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string MacroType = "application/vnd.ms-word.document.macroEnabled.12";

    private const string Style = """
        body { font: 16px/1.6 "Be Vietnam Pro", "Noto Sans", system-ui, sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; color: #1d1d1f; background: #fff }
        h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; border-bottom: 1px solid #ccc; margin-top: 2rem }
        li { margin: .9rem 0 } blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid #ccc } small { color: #555 } mark { background: #ffe9b8; color: inherit }
        """;

    // Around the words, so that a report can be read without the draft.
    private const int Beside = 120;

    /// <summary>The Word file with a comment at the words of each place that was taken; everything else as it was.</summary>
    /// <exception cref="InvalidDataException">It is no Word file.</exception>
    public static OutputFile WordComments(Draft draft, CheckTexts texts, DateTimeOffset when) =>
        Word(draft, WordMarkup.WithComments(draft.Bytes, draft.Looked.Document, draft.Taken, texts.Code, when));

    /// <summary>The Word file with the corrections of places that were taken as tracked changes.</summary>
    /// <exception cref="InvalidDataException">It is no Word file.</exception>
    public static OutputFile WordChanges(Draft draft, DateTimeOffset when) =>
        Word(draft, WordMarkup.WithChanges(draft.Bytes, draft.Looked.Document, TextEdits.Of(draft.Taken), when, out _));

    /// <summary>The text with the corrections of places that were taken.</summary>
    public static OutputFile CorrectedText(Draft draft)
    {
        ImmutableArray<TextEdit> edits = TextEdits.Of(draft.Taken);
        if (draft.Form == DraftForm.Plain)
        {
            ReadOnlySpan<byte> mark = Encoding.UTF8.Preamble;
            ReadOnlySpan<byte> bytes = draft.Bytes.Span;
            bool marked = bytes.StartsWith(mark);
            byte[] changed = Encoding.UTF8.GetBytes(TextEdits.Apply(Encoding.UTF8.GetString(marked ? bytes[mark.Length..] : bytes), draft.Looked.Document, edits));
            return new OutputFile(NameWith(draft, null), "text/plain; charset=utf-8", marked ? [.. mark, .. changed] : changed);
        }

        // The file itself cannot be written; its words can.
        StringBuilder words = new();
        int done = 0;
        foreach (TextEdit edit in edits)
        {
            words.Append(draft.Looked.Document.Text, done, edit.Span.Start - done).Append(edit.Replacement);
            done = edit.Span.End;
        }

        words.Append(draft.Looked.Document.Text, done, draft.Looked.Document.Text.Length - done);
        return new OutputFile(NameWith(draft, ".txt"), "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(words.ToString()));
    }

    /// <summary><c>{"doc","taken":[…],"left":[{"diagnostic","reason"}]}</c>: diagnostics as <see cref="DiagnosticJson"/> writes them, those left with the reason.</summary>
    public static OutputFile Json(Draft draft, CheckTexts texts)
    {
        using MemoryStream written = new();
        using (Utf8JsonWriter json = new(written, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("doc", draft.Name);
            json.WriteStartArray("taken");
            foreach (Diagnostic diagnostic in draft.Taken)
            {
                DiagnosticJson.Write(json, draft.Looked.Document, diagnostic, texts.Code);
            }

            json.WriteEndArray();
            json.WriteStartArray("left");
            foreach ((Diagnostic diagnostic, string reason) in draft.Left)
            {
                json.WriteStartObject();
                json.WritePropertyName("diagnostic");
                DiagnosticJson.Write(json, draft.Looked.Document, diagnostic, texts.Code);
                json.WriteString("reason", reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return new OutputFile(NameWith(draft, ".json"), "application/json", written.ToArray());
    }

    /// <summary>A page that needs nothing else: what was taken, then what was left and why.</summary>
    public static OutputFile Report(Draft draft, CheckTexts texts, RuleWords rules)
    {
        MarkupWriter html = new();
        string title = texts.ReportTitle(draft.Name);
        html.Open("html", ("lang", texts.Code)).Open("head").Open("meta", ("charset", "utf-8")).Open("meta", ("name", "viewport"), ("content", "width=device-width"))
            .Open("title").Text(title).Close("title").Open("style").Raw(Style).Close("style").Close("head").Open("body");
        html.Open("h1").Text(title).Close("h1");
        List("taken", texts.TakenTitle, [.. draft.Taken.Select(static diagnostic => (diagnostic, ""))]);
        List("left", texts.LeftTitle, [.. draft.Left]);
        html.Close("body").Close("html");
        return new OutputFile(NameWith(draft, ".html"), "text/html; charset=utf-8", Encoding.UTF8.GetBytes("<!doctype html>\n" + html));

        void List(string id, string heading, (Diagnostic Diagnostic, string Reason)[] items)
        {
            html.Open("h2", ("id", id)).Text($"{heading} ({items.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)})").Close("h2");
            if (items.Length == 0)
            {
                html.Open("p").Text(texts.Nothing).Close("p");
                return;
            }

            html.Open("ol");
            foreach ((Diagnostic diagnostic, string reason) in items)
            {
                Item(html, draft, diagnostic, reason, texts, rules);
            }

            html.Close("ol");
        }
    }

    private static void Item(MarkupWriter html, Draft draft, Diagnostic diagnostic, string reason, CheckTexts texts, RuleWords rules)
    {
        Document document = draft.Looked.Document;
        html.Open("li").Open("b").Text($"{texts.Severity(diagnostic.Severity)}: {rules.Title(diagnostic.Rule, diagnostic.Slug, texts)}").Close("b")
            .Open("small").Text($" {texts.AtLine(document.LineOf(diagnostic.Span.Start))} · {diagnostic.Rule} {diagnostic.Slug}").Close("small");
        int from = Math.Max(0, diagnostic.Span.Start - Beside);
        int to = Math.Min(document.Text.Length, diagnostic.Span.End + Beside);
        html.Open("blockquote", ("lang", "vi")).Text((from > 0 ? "…" : "") + document.Text[from..diagnostic.Span.Start])
            .Open("mark").Text(document.Surface(diagnostic.Span)).Close("mark").Text(document.Text[diagnostic.Span.End..to] + (to < document.Text.Length ? "…" : "")).Close("blockquote");
        html.Text(diagnostic.Message.In(texts.Code));
        if (diagnostic.Expected is { Length: > 0 } expected)
        {
            html.Text($" {texts.Expected} ").Open("b", ("lang", "vi")).Text(expected).Close("b");
        }

        foreach (RelatedPlace place in diagnostic.Related)
        {
            html.Open("br").Open("small").Text($"{place.Reason.In(texts.Code)}: {place.Document ?? texts.AtLine(document.LineOf(place.Span.Start))}").Close("small");
        }

        if (reason.Length > 0)
        {
            html.Open("p").Open("b").Text(texts.Reason + ": ").Close("b").Text(reason).Close("p");
        }

        html.Close("li");
    }

    private static OutputFile Word(Draft draft, byte[] bytes) =>
        new(NameWith(draft, null), Path.GetExtension(draft.Name).Equals(".docm", StringComparison.OrdinalIgnoreCase) ? MacroType : WordType, bytes);

    private static string NameWith(Draft draft, string? ending) => $"{Path.GetFileNameWithoutExtension(draft.Name)}.soat{ending ?? Path.GetExtension(draft.Name)}";
}
