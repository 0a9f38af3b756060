using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Relating.Facts;
using BienNien.Relating.Figures;
using BienNien.Text;

namespace BienNien.Relating;

/// <summary>Claims as JSON, one a line: what <c>biennien relate --format jsonl</c> prints.</summary>
public static class ClaimJson
{
    /// <summary>
    /// Writes an event as <c>{"doc","claim","type","status","date","implied","trigger","start","end","line","rule","who","where","figures","evidence"}</c>;
    /// who, where and figures are objects with their text and place, evidence pairs of start and end, the sentence first.
    /// A figure: see <see cref="FigureJson"/>; a fact of a person, body, place or paper: <see cref="FactJson"/>.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="analysis">The document that makes the claim.</param>
    /// <param name="claim">What to write.</param>
    /// <exception cref="ArgumentOutOfRangeException">A kind of claim without a form in JSON.</exception>
    public static void Write(Utf8JsonWriter json, DocumentAnalysis analysis, Claim claim)
    {
        switch (claim)
        {
            case EventClaim happening:
                WriteEvent(json, analysis, happening);
                break;
            case FigureClaim figure:
                FigureJson.Write(json, analysis, figure);
                break;
            case FactClaim fact:
                FactJson.Write(json, analysis, fact);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(claim), claim, "A claim without a form in JSON.");
        }
    }

    private static void WriteEvent(Utf8JsonWriter json, DocumentAnalysis analysis, EventClaim happening)
    {
        Document document = analysis.Document;
        Claim claim = happening;
        json.WriteStartObject();
        json.WriteString("doc", document.Name);
        json.WriteString("claim", "event");
        json.WriteString("type", happening.Type.Code());
        json.WriteString("status", happening.Status.Code());
        json.WriteString("date", happening.Date);
        if (happening.DateIsImplied)
        {
            json.WriteBoolean("implied", true);
        }

        json.WriteString("trigger", document.Surface(claim.Span));
        json.WriteNumber("start", claim.Span.Start);
        json.WriteNumber("end", claim.Span.End);
        json.WriteNumber("line", document.LineOf(claim.Span.Start));
        json.WriteString("rule", claim.Rule.ToString());
        json.WriteStartArray("who");
        foreach (Participant participant in happening.Who)
        {
            WriteMention(json, analysis, participant.Mention, participant.Role);
        }

        json.WriteEndArray();
        WriteMentions(json, analysis, "where", happening.Where);
        WriteMentions(json, analysis, "figures", happening.Figures);
        WriteEvidence(json, claim);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>"evidence":[[start,end],…]</c> into the object that is open.</summary>
    internal static void WriteEvidence(Utf8JsonWriter json, Claim claim)
    {
        json.WriteStartArray("evidence");
        foreach (TextSpan span in claim.Evidence)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    /// <summary>The name of a type as the annotation standard writes it: <c>founding</c>.</summary>
    public static string Code(this EventType type) => Lower(type.ToString());

    /// <summary>asserted, planned, negated, hypothetical or reported.</summary>
    public static string Code(this ClaimStatus status) => Lower(status.ToString());

    internal static string Lower(string name) => string.Create(name.Length, name, static (room, source) => source.AsSpan().ToLowerInvariant(room));

    private static void WriteMentions(Utf8JsonWriter json, DocumentAnalysis analysis, string name, ImmutableArray<int> mentions)
    {
        json.WriteStartArray(name);
        foreach (int mention in mentions)
        {
            WriteMention(json, analysis, mention, role: null);
        }

        json.WriteEndArray();
    }

    private static void WriteMention(Utf8JsonWriter json, DocumentAnalysis analysis, int index, string? role)
    {
        Mention mention = analysis.Mentions[index];
        json.WriteStartObject();
        json.WriteString("text", analysis.Document.Surface(mention.Span));
        if (role is not null)
        {
            json.WriteString("role", role);
        }

        json.WriteString("kind", mention.Kind.Name());
        json.WriteNumber("start", mention.Span.Start);
        json.WriteNumber("end", mention.Span.End);
        if (mention.Value is QuantityValue)
        {
            json.WritePropertyName("attrs");
            MentionJson.WriteAttributes(json, mention.Value);
        }

        json.WriteEndObject();
    }
}
