using System.Text.Json;
using BienNien.Text;

namespace BienNien.Reconciling.Reuse;

/// <summary>Reused passages as JSON.</summary>
public static class ReuseJson
{
    private const int SimilarityDigits = 4;

    /// <summary>Writes <c>[{"a":{"doc","start","end"},"b":{…},"similarity","edits":[{"a","b"}]}]</c>; the sides of an edit are the words themselves, empty where a side has none.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="a">The first document of all passages.</param>
    /// <param name="b">The second document.</param>
    /// <param name="passages">What the two share.</param>
    public static void Write(Utf8JsonWriter json, Document a, Document b, IEnumerable<ReusedPassage> passages)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(passages);
        json.WriteStartArray();
        foreach (ReusedPassage passage in passages)
        {
            WritePassage(json, a, b, passage);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes one passage: <c>{"a","b","similarity","edits"}</c>.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="a">The first document.</param>
    /// <param name="b">The second document.</param>
    /// <param name="passage">What they share.</param>
    public static void WritePassage(Utf8JsonWriter json, Document a, Document b, ReusedPassage passage)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(passage);
        json.WriteStartObject();
        WritePlace(json, "a", a, passage.A);
        WritePlace(json, "b", b, passage.B);
        json.WriteNumber("similarity", Math.Round(passage.Similarity, SimilarityDigits));
        json.WriteStartArray("edits");
        foreach (ReuseEdit edit in passage.Edits)
        {
            json.WriteStartObject();
            json.WriteString("a", a.Surface(edit.A));
            json.WriteString("b", b.Surface(edit.B));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, string side, Document document, TextSpan span)
    {
        json.WriteStartObject(side);
        json.WriteString("doc", document.Name);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteEndObject();
    }
}
