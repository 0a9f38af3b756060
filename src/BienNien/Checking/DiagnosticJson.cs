using System.Text.Json;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>Diagnostics as JSON: one object a diagnostic.</summary>
public static class DiagnosticJson
{
    /// <summary>
    /// Writes <c>{"doc","rule","slug","severity","confidence","start","end","line","column","text","message","expected","related":[{"doc","start","end","quote","reason"}],"fix":{"start","end","replacement"},"fingerprint"}</c>;
    /// <c>expected</c> and <c>fix</c> are null where there is none.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="document">The document that was checked.</param>
    /// <param name="diagnostic">What to write.</param>
    /// <param name="language">The language of messages and reasons, as a BCP 47 tag.</param>
    /// <param name="quote">
    /// The words of a related place in another document, or null when they are not at hand; not asked for the document itself.
    /// </param>
    public static void Write(
        Utf8JsonWriter json, Document document, Diagnostic diagnostic, string language, Func<RelatedPlace, string?>? quote = null)
    {
        json.WriteStartObject();
        json.WriteString("doc", document.Name);
        json.WriteString("rule", diagnostic.Rule.ToString());
        json.WriteString("slug", diagnostic.Slug);
        json.WriteString("severity", diagnostic.Severity.Code());
        json.WriteString("confidence", diagnostic.Confidence.Code());
        json.WriteNumber("start", diagnostic.Span.Start);
        json.WriteNumber("end", diagnostic.Span.End);
        json.WriteNumber("line", document.LineOf(diagnostic.Span.Start));
        json.WriteNumber("column", document.ColumnOf(diagnostic.Span.Start));
        json.WriteString("text", document.Surface(diagnostic.Span));
        json.WriteString("message", diagnostic.Message.In(language));
        json.WriteString("expected", diagnostic.Expected);
        json.WriteStartArray("related");
        foreach (RelatedPlace place in diagnostic.Related)
        {
            json.WriteStartObject();
            json.WriteString("doc", place.Document ?? document.Name);
            json.WriteNumber("start", place.Span.Start);
            json.WriteNumber("end", place.Span.End);
            json.WriteString("quote", place.Document is null ? document.Surface(place.Span) : quote?.Invoke(place));
            json.WriteString("reason", place.Reason.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (diagnostic.Fix is { } fix)
        {
            json.WriteStartObject("fix");
            json.WriteNumber("start", fix.Span.Start);
            json.WriteNumber("end", fix.Span.End);
            json.WriteString("replacement", fix.Replacement);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("fix");
        }

        json.WriteString("fingerprint", diagnostic.Fingerprint);
        json.WriteEndObject();
    }

    /// <summary>The severity as it is written: <c>error</c>, <c>warning</c>, <c>note</c>, the levels of SARIF.</summary>
    public static string Code(this DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    /// <summary>The confidence as it is written: <c>certain</c>, <c>likely</c>.</summary>
    public static string Code(this DiagnosticConfidence confidence) => confidence == DiagnosticConfidence.Certain ? "certain" : "likely";
}
