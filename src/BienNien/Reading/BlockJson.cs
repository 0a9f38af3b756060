using System.Collections.Immutable;
using System.Text.Json;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Blocks as JSON, one a line: what <c>biennien read --blocks</c> prints.</summary>
public static class BlockJson
{
    /// <summary>
    /// Writes <c>{"kind","level","label","start","end","line","page","boxes","parts","cell","notes","text"}</c>; label, page, boxes, parts, cell and notes only where there are any.
    /// <c>notes</c>: the marks in the block with the notes they stand for, <c>[[mark start, mark end, note start], …]</c>.
    /// </summary>
    /// <param name="json">Where to.</param>
    /// <param name="document">The document.</param>
    /// <param name="block">One of its blocks.</param>
    public static void Write(Utf8JsonWriter json, Document document, Block block)
    {
        json.WriteStartObject();
        json.WriteString("kind", block.Kind.ToString());
        json.WriteNumber("level", block.Level);
        if (block.Label.Length > 0)
        {
            json.WriteString("label", block.Label);
        }

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
            if (cell.Columns > 1)
            {
                json.WriteNumber("columns", cell.Columns);
            }

            if (cell.Rows > 1)
            {
                json.WriteNumber("rows", cell.Rows);
            }

            json.WriteEndObject();
        }

        WriteNotes(json, document, block);
        json.WriteString("text", string.Join(' ', block.Parts.Select(document.Surface)));
        json.WriteEndObject();
    }

    private static void WriteNotes(Utf8JsonWriter json, Document document, Block block)
    {
        bool any = false;
        (int low, int high) = (0, document.Notes.Length);
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = document.Notes[middle].Mark.Start < block.Span.Start ? (middle + 1, high) : (low, middle);
        }

        for (; low < document.Notes.Length && document.Notes[low].Mark.Start < block.Span.End; low++)
        {
            NoteLink link = document.Notes[low];
            if (!block.Parts.Any(part => part.Contains(link.Mark)))
            {
                continue;
            }

            if (!any)
            {
                json.WriteStartArray("notes");
                any = true;
            }

            json.WriteStartArray();
            json.WriteNumberValue(link.Mark.Start);
            json.WriteNumberValue(link.Mark.End);
            json.WriteNumberValue(document.Blocks[link.Note].Span.Start);
            json.WriteEndArray();
        }

        if (any)
        {
            json.WriteEndArray();
        }
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
