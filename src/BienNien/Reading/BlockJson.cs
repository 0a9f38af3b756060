using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Blocks as JSON, one a line: what <c>biennien read --blocks</c> prints.</summary>
public static class BlockJson
{
    /// <summary>Writes <c>{"kind","level","start","end","line","page","boxes","parts","cell","text"}</c>; page, boxes, parts and cell only where there are any.</summary>
    public static void Write(Utf8JsonWriter json, Document document, Block block)
    {
        json.WriteStartObject();
        json.WriteString("kind", block.Kind.ToString());
        json.WriteNumber("level", block.Level);
        json.WriteNumber("start", block.Span.Start);
        json.WriteNumber("end", block.Span.End);
        json.WriteNumber("line", document.LineOf(block.Span.Start));
        if (document.PageOf(block.Span.Start) is int page)
        {
            json.WriteNumber("page", page);
        }

        LayoutJson.WriteBoxes(json, document, block.Span);
        if (block.Parts.Length > 1)
        {
            WriteParts(json, block.Parts);
        }

        if (block.Cell is { } cell)
        {
            json.WriteStartObject("cell");
            json.WriteNumber("table", cell.Table);
            json.WriteNumber("row", cell.Row);
            json.WriteNumber("column", cell.Column);
            json.WriteBoolean("header", cell.IsHeader);
            json.WriteEndObject();
        }

        json.WriteString("text", string.Join(' ', block.Parts.Select(document.Surface)));
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>parts</c>: pairs of start and end.</summary>
    public static void WriteParts(Utf8JsonWriter json, ImmutableArray<TextSpan> parts)
    {
        json.WriteStartArray("parts");
        foreach (TextSpan part in parts)
        {
            json.WriteStartArray();
            json.WriteNumberValue(part.Start);
            json.WriteNumberValue(part.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}
