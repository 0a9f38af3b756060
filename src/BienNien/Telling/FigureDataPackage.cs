using System.Text.Json;
using BienNien.Finding;

namespace BienNien.Telling;

/// <summary>What a data set of figures says of itself: a <c>datapackage.json</c> with a table schema (Data Package 2.0, datapackage.org).</summary>
public static class FigureDataPackage
{
    /// <summary>The name that the standard gives the file; it lies beside the data.</summary>
    public const string FileName = "datapackage.json";

    /// <summary>The package's own name: by it a file that lies there already is known for one of ours.</summary>
    public const string Name = "bien-nien-figures";

    /// <summary>Writes the description of a CSV.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="path">The CSV's file, relative to this one.</param>
    public static void Write(Stream output, string path)
    {
        using Utf8JsonWriter json = new(output, MentionJson.WriterOptions with { Indented = true });
        json.WriteStartObject();
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        json.WriteString("name", Name);
        json.WriteString("title", "Figures of indicators, as documents give them · Số liệu của các chỉ tiêu, theo từng tài liệu");
        json.WriteString("description", "One figure a row, with the document, page, line and characters that it was read from. A row is what one document says, not what is so: documents that disagree stand side by side.");
        json.WriteStartArray("resources");
        json.WriteStartObject();
        json.WriteString("name", "figures");
        json.WriteString("type", "table");
        json.WriteString("path", path);
        json.WriteString("format", "csv");
        json.WriteString("mediatype", "text/csv");
        json.WriteString("encoding", "utf-8");
        WriteDialect(json);
        WriteSchema(json);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private static void WriteDialect(Utf8JsonWriter json)
    {
        json.WriteStartObject("dialect");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\r\n");
        json.WriteString("quoteChar", "\"");
        json.WriteBoolean("doubleQuote", true);
        json.WriteBoolean("header", true);
        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (FigureColumn column in FigureColumn.All)
        {
            json.WriteStartObject();
            json.WriteString("name", column.Name);
            json.WriteString("type", column.Type);
            json.WriteString("description", column.Description);
            WriteConstraints(json, column);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("missingValues");
        json.WriteStringValue("");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteConstraints(Utf8JsonWriter json, FigureColumn column)
    {
        if (!column.IsRequired && column.Minimum is null && column.Values.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("constraints");
        if (column.IsRequired)
        {
            json.WriteBoolean("required", true);
        }

        if (column.Minimum is int minimum)
        {
            json.WriteNumber("minimum", minimum);
        }

        if (!column.Values.IsEmpty)
        {
            json.WriteStartArray("enum");
            foreach (string value in column.Values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }
}
