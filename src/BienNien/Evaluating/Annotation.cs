using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Checking;
using BienNien.Finding;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Evaluating;

/// <summary>One marked stretch of text, by a person or by the engine, in the form of the annotation standard.</summary>
/// <param name="Kind">TIME, PERSON, EVENT …</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">Its characters, for messages.</param>
/// <param name="Attributes">The <c>attrs</c> object; undefined when there is none.</param>
public sealed record Annotation(string Kind, TextSpan Span, string Text, JsonElement Attributes)
{
    /// <summary>The kind of event claims, which are no mentions.</summary>
    public const string Event = "EVENT";

    /// <summary>The kind of what a checking editor questions: attribute <c>rule</c> is a check's slug, <c>sure</c> is false where editors may disagree.</summary>
    public const string Issue = "ISSUE";

    /// <summary>Reads a gold file: one JSON object a line with kind, start, end, text and attrs; empty lines are left out.</summary>
    /// <param name="jsonLines">The file's text.</param>
    /// <returns>In the order of the file.</returns>
    /// <exception cref="FormatException">A line is malformed; the message begins with its number.</exception>
    public static ImmutableArray<Annotation> ReadAll(string jsonLines)
    {
        ArgumentNullException.ThrowIfNull(jsonLines);
        ImmutableArray<Annotation>.Builder annotations = ImmutableArray.CreateBuilder<Annotation>();
        int number = 0;
        foreach (string line in jsonLines.Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                using JsonDocument json = JsonDocument.Parse(line);
                JsonElement row = json.RootElement;
                annotations.Add(new Annotation(
                    row.GetProperty("kind").GetString() ?? "",
                    TextSpan.Between(row.GetProperty("start").GetInt32(), row.GetProperty("end").GetInt32()),
                    row.TryGetProperty("text", out JsonElement text) ? text.GetString() ?? "" : "",
                    row.TryGetProperty("attrs", out JsonElement attributes) ? attributes.Clone() : default));
            }
            catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw new FormatException($"{number}: {e.Message}", e);
            }
        }

        return annotations.ToImmutable();
    }

    /// <summary>What the engine says of a document: its mentions, then its dated and asserted events, each in reading order.</summary>
    public static ImmutableArray<Annotation> Of(DocumentAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ImmutableArray<Annotation>.Builder annotations = ImmutableArray.CreateBuilder<Annotation>();
        foreach (Mention mention in analysis.Mentions)
        {
            annotations.Add(new Annotation(
                mention.Kind.Name(), mention.Span, analysis.Document.Surface(mention.Span), Json(json => MentionJson.WriteAttributes(json, mention.Value))));
        }

        foreach (EventClaim told in analysis.Claims.OfType<EventClaim>().Where(static told => told.Status == ClaimStatus.Asserted && told.Date.Length > 0))
        {
            annotations.Add(new Annotation(Event, told.Span, analysis.Document.Surface(told.Span), Json(json =>
            {
                json.WriteStartObject();
                json.WriteString("date", told.Date);
                json.WriteString("type", told.Type.Code());
                json.WriteEndObject();
            })));
        }

        return annotations.ToImmutable();
    }

    /// <summary>What the checks say of a document, in reading order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostics">Its diagnostics.</param>
    public static IEnumerable<Annotation> Of(Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(document);
        return diagnostics.Select(diagnostic => new Annotation(Issue, diagnostic.Span, document.Surface(diagnostic.Span), Json(json =>
        {
            json.WriteStartObject();
            json.WriteString("rule", diagnostic.Slug);
            json.WriteEndObject();
        })));
    }

    private static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            write(json);
        }

        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
