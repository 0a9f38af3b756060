using System.Text.Json;
using BienNien.Finding;
using BienNien.Finding.People;
using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>Fact claims as JSON.</summary>
public static class FactJson
{
    /// <summary>
    /// Writes <c>{"doc","claim":"person|body|place|paper","property","status","certainty","subject":{"text","id","kind","start","end"},"object":{…},"value","date","start","end","line","rule","evidence"}</c>;
    /// object, value and date only where there is one, the id only of persons; without a subject the document itself is meant.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="analysis">The document that makes the claim.</param>
    /// <param name="claim">What to write.</param>
    public static void Write(Utf8JsonWriter json, DocumentAnalysis analysis, FactClaim claim)
    {
        Document document = analysis.Document;
        json.WriteStartObject();
        json.WriteString("doc", document.Name);
        json.WriteString("claim", claim.Kind(analysis.Mentions).Code());
        json.WriteString("property", claim.Property.Code());
        json.WriteString("status", claim.Status.Code());
        json.WriteString("certainty", ClaimJson.Lower(claim.Certainty.ToString()));
        WriteMention(json, analysis, "subject", claim.Subject);
        WriteMention(json, analysis, "object", claim.Object);
        WriteText(json, "value", claim.Value);
        WriteText(json, "date", claim.Date);
        json.WriteString("text", document.Surface(claim.ValueSpan));
        json.WriteNumber("start", claim.Span.Start);
        json.WriteNumber("end", claim.Span.End);
        json.WriteNumber("line", document.LineOf(claim.Span.Start));
        json.WriteString("rule", claim.Rule.ToString());
        ClaimJson.WriteEvidence(json, claim);
        json.WriteEndObject();
    }

    private static void WriteMention(Utf8JsonWriter json, DocumentAnalysis analysis, string name, int index)
    {
        if (index < 0)
        {
            return;
        }

        Mention mention = analysis.Mentions[index];
        json.WriteStartObject(name);
        json.WriteString("text", analysis.Document.Surface(mention.Span));
        if (mention.Value is PersonValue person)
        {
            json.WriteString("id", person.Id);
        }

        json.WriteString("kind", mention.Kind.Name());
        json.WriteNumber("start", mention.Span.Start);
        json.WriteNumber("end", mention.Span.End);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }
}
