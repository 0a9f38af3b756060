using System.Text.Json;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Where a stretch of text stands on its pages, as JSON.</summary>
public static class LayoutJson
{
    /// <summary>Writes the property <c>boxes</c>: <c>[{"page":1,"box":[left,top,right,bottom]}, …]</c>, points from the page's upper left corner; nothing for a document without fixed pages.</summary>
    public static void WriteBoxes(Utf8JsonWriter json, Document document, TextSpan span)
    {
        if (document.Layout is not { } layout)
        {
            return;
        }

        json.WriteStartArray("boxes");
        foreach ((int page, PageRectangle box) in layout.RectanglesOf(span))
        {
            json.WriteStartObject();
            json.WriteNumber("page", page);
            json.WriteStartArray("box");
            foreach (float edge in (ReadOnlySpan<float>)[box.Left, box.Top, box.Right, box.Bottom])
            {
                json.WriteNumberValue(Math.Round((decimal)edge, 2));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
