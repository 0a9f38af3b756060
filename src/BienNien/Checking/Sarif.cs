using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>Diagnostics as a SARIF 2.1.0 log (OASIS standard): one run, its rules with their pages, its results with related places.</summary>
/// <remarks>Regions speak of the document's text, as <c>biennien read</c> prints it: lines from 1, columns and offsets in UTF-16 code units.</remarks>
public static class Sarif
{
    private const string Fingerprint = "bienNien/v1";

    /// <summary>Writes the whole log.</summary>
    /// <param name="json">Where to write; an indented writer makes a file that people can read.</param>
    /// <param name="documents">What was checked, in the order in which it is to be shown.</param>
    /// <param name="checks">The checks that were asked.</param>
    /// <param name="version">The program's version.</param>
    /// <param name="language">The language of messages, as a BCP 47 tag.</param>
    public static void Write(
        Utf8JsonWriter json, ImmutableArray<CheckedDocument> documents, ImmutableArray<ICheck> checks, string version, string language)
    {
        ImmutableDictionary<RuleId, RulePage> pages = RulePage.LoadAll().ToImmutableDictionary(static page => page.Id);
        json.WriteStartObject();
        json.WriteString("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "Biên Niên");
        json.WriteString("version", version);
        json.WriteString("language", language);
        json.WriteStartArray("rules");
        foreach (ICheck check in checks)
        {
            WriteRule(json, check, pages.GetValueOrDefault(check.Id));
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartArray("artifacts");
        foreach (CheckedDocument document in documents)
        {
            json.WriteStartObject();
            WriteLocation(json, "location", document.Document.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("results");
        foreach (CheckedDocument document in documents)
        {
            foreach (Diagnostic diagnostic in document.Diagnostics)
            {
                WriteResult(json, document.Document, diagnostic, checks, language, null);
            }

            foreach (SuppressedDiagnostic suppressed in document.Suppressed)
            {
                WriteResult(json, document.Document, suppressed.Diagnostic, checks, language, suppressed);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRule(Utf8JsonWriter json, ICheck check, RulePage? page)
    {
        json.WriteStartObject();
        json.WriteString("id", check.Id.ToString());
        json.WriteString("name", page?.Name ?? check.Slug);
        WriteText(json, "shortDescription", page?.Title ?? check.Slug);
        json.WriteStartObject("help");
        json.WriteString("text", page?.Markdown ?? check.Slug);
        json.WriteString("markdown", page?.Markdown ?? check.Slug);
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", check.Severity.Code());
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("slug", check.Slug);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResult(Utf8JsonWriter json, Document document, Diagnostic diagnostic, ImmutableArray<ICheck> checks, string language, SuppressedDiagnostic? suppressed)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", diagnostic.Rule.ToString());
        for (int i = 0; i < checks.Length; i++)
        {
            if (checks[i].Id == diagnostic.Rule)
            {
                json.WriteNumber("ruleIndex", i);
            }
        }

        json.WriteString("level", diagnostic.Severity.Code());
        WriteText(json, "message", diagnostic.Message.In(language));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePlace(json, document.Name, document, diagnostic.Span);
        json.WriteEndObject();
        json.WriteEndArray();
        if (!diagnostic.Related.IsEmpty)
        {
            json.WriteStartArray("relatedLocations");
            for (int i = 0; i < diagnostic.Related.Length; i++)
            {
                RelatedPlace place = diagnostic.Related[i];
                json.WriteStartObject();
                json.WriteNumber("id", i + 1);
                WritePlace(json, place.Document ?? document.Name, place.Document is null ? document : null, place.Span);
                WriteText(json, "message", place.Reason.In(language));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (suppressed is not null)
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", suppressed.InSource ? "inSource" : "external");
            json.WriteString("justification", suppressed.Reason);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("partialFingerprints");
        json.WriteString(Fingerprint, diagnostic.Fingerprint);
        json.WriteEndObject();
        if (diagnostic.Fix is { } fix)
        {
            WriteFix(json, document, fix);
        }

        json.WriteStartObject("properties");
        json.WriteString("confidence", diagnostic.Confidence.Code());
        if (diagnostic.Expected is { } expected)
        {
            json.WriteString("expected", expected);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteFix(Utf8JsonWriter json, Document document, TextEdit fix)
    {
        json.WriteStartArray("fixes");
        json.WriteStartObject();
        json.WriteStartArray("artifactChanges");
        json.WriteStartObject();
        WriteLocation(json, "artifactLocation", document.Name);
        json.WriteStartArray("replacements");
        json.WriteStartObject();
        WriteRegion(json, "deletedRegion", document, fix.Span, snippet: false);
        WriteText(json, "insertedContent", fix.Replacement);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WritePlace(Utf8JsonWriter json, string name, Document? document, TextSpan span)
    {
        json.WriteStartObject("physicalLocation");
        WriteLocation(json, "artifactLocation", name);
        WriteRegion(json, "region", document, span, snippet: true);
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string property, Document? document, TextSpan span, bool snippet)
    {
        json.WriteStartObject(property);
        if (document is not null)
        {
            json.WriteNumber("startLine", document.LineOf(span.Start));
            json.WriteNumber("startColumn", document.ColumnOf(span.Start));
            json.WriteNumber("endLine", document.LineOf(span.End));
            json.WriteNumber("endColumn", document.ColumnOf(span.End));
        }

        json.WriteNumber("charOffset", span.Start);
        json.WriteNumber("charLength", span.Length);
        if (document is not null && snippet)
        {
            WriteText(json, "snippet", document.Surface(span));
        }

        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, string property, string name)
    {
        json.WriteStartObject(property);
        json.WriteString("uri", string.Join('/', name.Split('/', '\\').Select(Uri.EscapeDataString)));
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string property, string text)
    {
        json.WriteStartObject(property);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
