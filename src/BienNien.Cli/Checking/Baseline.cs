using System.Text.Json;
using BienNien.Checking;

namespace BienNien.Cli.Checking;

/// <summary>What stood in the drafts when a house began to check them: told no more until its words change. By document and fingerprint, so that edits elsewhere change nothing.</summary>
internal sealed class Baseline
{
    private const int Version = 1;

    private readonly SortedDictionary<string, SortedSet<string>> _documents = new(StringComparer.Ordinal);

    /// <summary>The baseline of these drafts as they are.</summary>
    internal static Baseline Of(IEnumerable<CheckedDocument> documents)
    {
        Baseline baseline = new();
        foreach (CheckedDocument document in documents)
        {
            if (!document.Diagnostics.IsEmpty)
            {
                baseline._documents[document.Document.Name] = new SortedSet<string>(document.Diagnostics.Select(static diagnostic => diagnostic.Fingerprint), StringComparer.Ordinal);
            }
        }

        return baseline;
    }

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    internal static Baseline Parse(string json)
    {
        using JsonDocument parsed = JsonDocument.Parse(json);
        if (parsed.RootElement.ValueKind != JsonValueKind.Object || !parsed.RootElement.TryGetProperty("version", out JsonElement version) || !version.TryGetInt32(out int number) || number != Version
            || !parsed.RootElement.TryGetProperty("documents", out JsonElement documents) || documents.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("version, documents");
        }

        Baseline baseline = new();
        foreach (JsonProperty document in documents.EnumerateObject())
        {
            baseline._documents[document.Name] = document.Value.ValueKind == JsonValueKind.Array
                ? new SortedSet<string>(document.Value.EnumerateArray().Select(static one => one.GetString() ?? throw new JsonException("null")), StringComparer.Ordinal)
                : throw new JsonException(document.Name);
        }

        return baseline;
    }

    /// <summary>The document without what stood there before.</summary>
    internal CheckedDocument Sift(CheckedDocument document) => _documents.TryGetValue(document.Document.Name, out SortedSet<string>? known)
        ? document with { Diagnostics = [.. document.Diagnostics.Where(diagnostic => !known.Contains(diagnostic.Fingerprint))] }
        : document;

    /// <summary>Writes it; the same drafts give the same bytes.</summary>
    internal string ToJson()
    {
        using MemoryStream written = new();
        using (Utf8JsonWriter json = new(written, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteStartObject("documents");
            foreach ((string name, SortedSet<string> fingerprints) in _documents)
            {
                json.WriteStartArray(name);
                foreach (string fingerprint in fingerprints)
                {
                    json.WriteStringValue(fingerprint);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(written.ToArray()) + "\n";
    }
}
