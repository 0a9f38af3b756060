using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Damaged words as JSON: what <c>biennien read --damage</c> prints, one a line, and what the library keeps.</summary>
public static class DamageJson
{
    /// <summary>Writes <c>{"start","end","line","page","text","reading","reason","confidence"}</c>; page only where there is one.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="document">The document.</param>
    /// <param name="damage">One of its damaged words.</param>
    public static void Write(Utf8JsonWriter json, Document document, Damage damage)
    {
        json.WriteStartObject();
        json.WriteNumber("start", damage.Span.Start);
        json.WriteNumber("end", damage.Span.End);
        json.WriteNumber("line", document.LineOf(damage.Span.Start));
        if (document.PageOf(damage.Span.Start) is int page)
        {
            json.WriteNumber("page", page);
        }

        json.WriteString("text", document.Surface(damage.Span));
        WriteProposal(json, damage);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>[{"start","end","reading","reason","confidence"}, …]</c>: all that is not in the document's text already.</summary>
    public static void WriteAll(Utf8JsonWriter json, ImmutableArray<Damage> damages)
    {
        json.WriteStartArray();
        foreach (Damage damage in damages)
        {
            json.WriteStartObject();
            json.WriteNumber("start", damage.Span.Start);
            json.WriteNumber("end", damage.Span.End);
            WriteProposal(json, damage);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Reads what <see cref="WriteAll"/> has written.</summary>
    /// <exception cref="JsonException">It was not written so.</exception>
    public static ImmutableArray<Damage> ReadAll(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        return
        [
            .. json.RootElement.EnumerateArray().Select(static damage => new Damage(
                TextSpan.Between(damage.GetProperty("start").GetInt32(), damage.GetProperty("end").GetInt32()),
                damage.GetProperty("reading").GetString()!,
                DamageReasons.Parse(damage.GetProperty("reason").GetString()!) ?? throw new JsonException("An unknown reason of damage."),
                damage.GetProperty("confidence").GetDouble())),
        ];
    }

    private static void WriteProposal(Utf8JsonWriter json, Damage damage)
    {
        json.WriteString("reading", damage.Reading);
        json.WriteString("reason", damage.Reason.Name());
        json.WriteNumber("confidence", Math.Round(damage.Confidence, 3));
    }
}
