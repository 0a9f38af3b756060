using System.Text.Json;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Text;

namespace BienNien.Relating.Figures;

/// <summary>Figure claims as JSON.</summary>
public static class FigureJson
{
    /// <summary>
    /// Writes <c>{"doc","claim":"figure","type":"level|growth|…","status","indicator","key","scope","period","value","to","of","unit","mod","turn","text","start","end","line","page","cell","rule","relations","evidence"}</c>;
    /// what is not known is an empty string, what does not apply is left out; relations have <c>{"kind","of","over","period","whole","parts"}</c> with the figures they speak of as <c>{"text","start","end"}</c>.
    /// </summary>
    /// <param name="json">Where to write.</param>
    /// <param name="analysis">The document that makes the claim.</param>
    /// <param name="claim">What to write.</param>
    public static void Write(Utf8JsonWriter json, DocumentAnalysis analysis, FigureClaim claim)
    {
        Document document = analysis.Document;
        QuantityValue value = (QuantityValue)analysis.Mentions[claim.Figure].Value;
        json.WriteStartObject();
        json.WriteString("doc", document.Name);
        json.WriteString("claim", "figure");
        json.WriteString("type", claim.Measure.Code());
        json.WriteString("status", claim.Status.Code());
        json.WriteString("indicator", claim.Indicator.Name);
        json.WriteString("key", claim.Indicator.Key);
        json.WriteString("scope", claim.Scope.Name);
        WriteImplied(json, "scope_implied", claim.Scope.Implied);
        json.WriteString("period", claim.Period.Value);
        WriteImplied(json, "period_implied", claim.Period.Implied);
        MentionJson.WriteAmount(json, value, claim.Unit);
        if (claim.Turn != FigureTurn.None)
        {
            json.WriteString("turn", ClaimJson.Lower(claim.Turn.ToString()));
        }

        json.WriteString("text", document.Surface(claim.Span));
        json.WriteNumber("start", claim.Span.Start);
        json.WriteNumber("end", claim.Span.End);
        json.WriteNumber("line", document.LineOf(claim.Span.Start));
        if (document.PageOf(claim.Span.Start) is int page)
        {
            json.WriteNumber("page", page);
        }

        if (value.Cell is { } cell)
        {
            MentionJson.WritePlace(json, cell.Place);
            WriteImplied(json, "total", cell.IsTotal);
        }

        json.WriteString("rule", claim.Rule.ToString());
        json.WriteStartArray("relations");
        foreach (FigureRelation relation in claim.Relations)
        {
            WriteRelation(json, analysis, relation);
        }

        json.WriteEndArray();
        ClaimJson.WriteEvidence(json, claim);
        json.WriteEndObject();
    }

    private static void WriteRelation(Utf8JsonWriter json, DocumentAnalysis analysis, FigureRelation relation)
    {
        json.WriteStartObject();
        json.WriteString("kind", relation.Kind.Code());
        WriteFigure(json, analysis, "of", relation.Of);
        WriteFigure(json, analysis, "over", relation.Over);
        if (relation.Period.Length > 0)
        {
            json.WriteString("period", relation.Period);
        }

        if (relation.Whole.Length > 0)
        {
            json.WriteString("whole", relation.Whole);
        }

        if (relation.Parts.Length > 0)
        {
            json.WriteStartArray("parts");
            foreach (int part in relation.Parts)
            {
                WriteFigure(json, analysis, null, part);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter json, DocumentAnalysis analysis, string? name, int mention)
    {
        if (mention < 0)
        {
            return;
        }

        TextSpan span = analysis.Mentions[mention].Span;
        if (name is null)
        {
            json.WriteStartObject();
        }
        else
        {
            json.WriteStartObject(name);
        }

        json.WriteString("text", analysis.Document.Surface(span));
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteEndObject();
    }

    private static void WriteImplied(Utf8JsonWriter json, string name, bool set)
    {
        if (set)
        {
            json.WriteBoolean(name, true);
        }
    }
}
