using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Text;

namespace BienNien.Reading.Papers;

/// <summary>A paper's header as JSON: what <c>biennien read --header</c> prints and the library keeps.</summary>
public static class PaperHeaderJson
{
    /// <summary>
    /// Writes the properties of a header into an object that is open: <c>kind</c>, <c>confidence</c>, then the parts that there are, each
    /// <c>{"text","start","end"}</c>, the date's text in EDTF, with <c>parts</c> where a part stands in several pieces.
    /// </summary>
    public static void WriteProperties(Utf8JsonWriter json, PaperHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        json.WriteString("kind", header.Kind.ToString());
        json.WriteNumber("confidence", header.KindConfidence);
        Write(json, "issuer", header.Issuer);
        Write(json, "above", header.Above);
        Write(json, "reference", header.Reference);
        Write(json, "number", header.Number);
        Write(json, "symbol", header.Symbol);
        Write(json, "place", header.Place);
        Write(json, "date", header.Date);
        Write(json, "type", header.Type);
        Write(json, "title", header.Title);
        Write(json, "enclosure", header.Enclosure);
        if (header.Signer is { } signer)
        {
            json.WriteStartObject("signer");
            Write(json, "name", signer.Name);
            Write(json, "office", signer.Office);
            Write(json, "form", signer.Form);
            if (signer.Modes.Length > 0)
            {
                json.WriteStartArray("modes");
                foreach (SigningMode mode in signer.Modes)
                {
                    json.WriteStringValue(mode.ToString());
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        WriteAll(json, "addressees", header.Addressees);
        WriteAll(json, "recipients", header.Recipients);
        Write(json, "handling", header.Handling);
        Write(json, "urgency", header.Urgency);
    }

    /// <summary>Reads what <see cref="WriteProperties"/> has written.</summary>
    /// <exception cref="JsonException">It was not written so.</exception>
    public static PaperHeader Read(string text)
    {
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement root = json.RootElement;
        return new PaperHeader
        {
            Kind = Enum.Parse<PaperKind>(root.GetProperty("kind").GetString()!),
            KindConfidence = root.GetProperty("confidence").GetDouble(),
            Issuer = Part(root, "issuer"),
            Above = Part(root, "above"),
            Reference = Part(root, "reference"),
            Number = Part(root, "number"),
            Symbol = Part(root, "symbol"),
            Place = Part(root, "place"),
            Date = Part(root, "date"),
            Type = Part(root, "type"),
            Title = Part(root, "title"),
            Enclosure = Part(root, "enclosure"),
            Signer = root.TryGetProperty("signer", out JsonElement signer)
                ? new PaperSigner(
                    Part(signer, "name"), Part(signer, "office"), Part(signer, "form"),
                    signer.TryGetProperty("modes", out JsonElement modes) ? [.. modes.EnumerateArray().Select(static mode => Enum.Parse<SigningMode>(mode.GetString()!))] : [])
                : null,
            Addressees = All(root, "addressees"),
            Recipients = All(root, "recipients"),
            Handling = Part(root, "handling"),
            Urgency = Part(root, "urgency"),
        };
    }

    private static void Write(Utf8JsonWriter json, string name, PaperPart<string>? part)
    {
        if (part is not null)
        {
            json.WriteStartObject(name);
            WriteBody(json, part);
            json.WriteEndObject();
        }
    }

    private static void WriteAll(Utf8JsonWriter json, string name, ImmutableArray<PaperPart<string>> parts)
    {
        if (parts.Length > 0)
        {
            json.WriteStartArray(name);
            foreach (PaperPart<string> part in parts)
            {
                json.WriteStartObject();
                WriteBody(json, part);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void WriteBody(Utf8JsonWriter json, PaperPart<string> part)
    {
        json.WriteString("text", part.Value);
        json.WriteNumber("start", part.Span.Start);
        json.WriteNumber("end", part.Span.End);
        if (part.Parts.Length > 1)
        {
            BlockJson.WriteParts(json, part.Parts);
        }
    }

    private static PaperPart<string>? Part(JsonElement holder, string name) => holder.TryGetProperty(name, out JsonElement part) ? Part(part) : null;

    private static ImmutableArray<PaperPart<string>> All(JsonElement holder, string name) =>
        holder.TryGetProperty(name, out JsonElement parts) ? [.. parts.EnumerateArray().Select(Part)] : [];

    private static PaperPart<string> Part(JsonElement part) => new(
        part.GetProperty("text").GetString()!,
        part.TryGetProperty("parts", out JsonElement parts)
            ? [.. parts.EnumerateArray().Select(static pair => TextSpan.Between(pair[0].GetInt32(), pair[1].GetInt32()))]
            : [TextSpan.Between(part.GetProperty("start").GetInt32(), part.GetProperty("end").GetInt32())]);
}
