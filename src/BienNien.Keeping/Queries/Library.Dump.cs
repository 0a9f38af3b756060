using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using BienNien.Finding;
using BienNien.Reading;
using BienNien.Reading.Papers;
using BienNien.Telling;
using BienNien.Text;

namespace BienNien.Keeping;

public sealed partial class Library
{
    /// <summary>
    /// Everything the library holds as JSON lines, documents by path: two libraries of the same files give the same bytes, however they were built.
    /// </summary>
    public void Dump(Stream output)
    {
        using Utf8JsonWriter json = new(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) });
        foreach (DocumentRow row in Documents())
        {
            if (Document(row.Id) is { } content)
            {
                WriteDocument(json, content);
                EndLine(json, output);
                content.Blocks.ToList().ForEach(block => Line(json, output, "block", content, block.Span, () => WriteBlock(json, block)));
                content.Mentions.ToList().ForEach(mention => Line(json, output, "mention", content, mention.Span, () => WriteMention(json, mention)));
                content.Events.ToList().ForEach(told => Line(json, output, "event", content, told.Trigger, () => WriteEvent(json, told)));
                Figures(new FigureFilter { Document = row.Id }).ToList().ForEach(figure => Line(json, output, "figure", content, figure.Row.Span, () => WriteFigure(json, figure)));
            }
        }

        DumpChronicle(json, output);
        foreach (ProblemRow problem in Summary().Problems)
        {
            json.WriteStartObject();
            json.WriteString("problem", problem.Path);
            json.WriteNumber("code", problem.Code);
            json.WriteNumber("place", problem.Place);
            json.WriteString("detail", problem.Detail);
            json.WriteEndObject();
            EndLine(json, output);
        }
    }

    private static void WriteDocument(Utf8JsonWriter json, DocumentContent content)
    {
        json.WriteStartObject();
        json.WriteString("document", content.Row.Path);
        json.WriteNumber("id", content.Row.Id);
        json.WriteString("sha256", content.Row.Sha256);
        json.WriteString("title", content.Row.Title);
        json.WriteNumber("size", content.Row.Size);
        json.WriteString("handling", content.Row.Handling);
        json.WriteString("encoding", content.Row.Encoding?.Encoding.Name());
        if (content.Row.Paper is { } paper)
        {
            json.WriteStartObject("paper");
            PaperHeaderJson.WriteProperties(json, paper);
            json.WriteEndObject();
        }

        json.WriteStartArray("paths");
        content.Paths.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        json.WriteStartArray("pages");
        content.PageStarts.ToList().ForEach(json.WriteNumberValue);
        json.WriteEndArray();
        json.WriteString("text", content.Text);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, BlockRow block)
    {
        json.WriteString("kind", block.Kind.ToString());
        json.WriteNumber("level", block.Level);
        if (block.Parts.Length > 1)
        {
            BlockJson.WriteParts(json, block.Parts);
        }

        if (block.Cell is { } cell)
        {
            json.WriteString("cell", FormattableString.Invariant($"{cell.Table}:{cell.Row}:{cell.Column}{(cell.IsHeader ? "h" : "")}"));
        }
    }

    private static void WriteMention(Utf8JsonWriter json, MentionRow mention)
    {
        json.WriteString("kind", mention.Kind.Name());
        json.WriteString("name", mention.Name);
        json.WriteString("rule", mention.Rule);
        json.WritePropertyName("attrs");
        json.WriteRawValue(mention.Attributes);
    }

    private static void WriteEvent(Utf8JsonWriter json, EventRow told)
    {
        json.WriteString("type", Queries.Codes.Write(told.Type));
        json.WriteString("status", Queries.Codes.Write(told.Status));
        json.WriteString("date", told.Date);
        json.WriteBoolean("implied", told.DateIsImplied);
        json.WriteString("sentence", told.SentenceText);
        json.WriteStartArray("parts");
        foreach (EventPart part in told.Parts)
        {
            json.WriteStringValue(FormattableString.Invariant($"{part.Role}:{part.Ordinal}:{part.Name}"));
        }

        json.WriteEndArray();
    }

    private static void WriteFigure(Utf8JsonWriter json, KeptFigure figure)
    {
        json.WriteNumber("ordinal", figure.Ordinal);
        json.WriteNumber("mention", figure.Mention);
        // As the export has them; document, path, title and place stand on this line or the document's.
        foreach (FigureColumn column in FigureColumn.All.Where(static column => column.Name is not ("document" or "path" or "title" or "start" or "end")))
        {
            if (column.Cell(figure.Row) is { Length: > 0 } cell)
            {
                json.WriteString(column.Name, cell);
            }
        }

        json.WritePropertyName("relations");
        json.WriteRawValue(figure.Relations);
        json.WritePropertyName("evidence");
        json.WriteRawValue(figure.Evidence);
    }

    private static void Line(Utf8JsonWriter json, Stream output, string what, DocumentContent content, TextSpan span, Action write)
    {
        json.WriteStartObject();
        json.WriteString("what", what);
        json.WriteString("in", content.Row.Path);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        write();
        json.WriteEndObject();
        EndLine(json, output);
    }

    private static void EndLine(Utf8JsonWriter json, Stream output)
    {
        json.Flush();
        json.Reset();
        output.Write(Encoding.UTF8.GetBytes("\n"));
    }
}
