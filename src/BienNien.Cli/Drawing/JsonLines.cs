using System.Buffers;
using System.Text;
using System.Text.Json;
using BienNien.Finding;

namespace BienNien.Cli.Drawing;

/// <summary>JSON without markup: one object a line, or one whole.</summary>
internal static class JsonLines
{
    /// <summary>Writes items, one a line.</summary>
    internal static void Write<T>(TextWriter output, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, MentionJson.WriterOptions);
        foreach (T item in items)
        {
            write(json, item);
            json.Flush();
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            output.Write('\n');
            buffer.ResetWrittenCount();
            json.Reset();
        }
    }

    /// <summary>Writes one value over several lines, for eyes as well as for programs.</summary>
    internal static void WriteWhole(TextWriter output, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, MentionJson.WriterOptions with { Indented = true }))
        {
            write(json);
        }

        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }

    /// <summary>Writes items as one array, one item a line, for <c>grep</c> as well as for programs; none are <c>[]</c>.</summary>
    internal static void WriteArray<T>(TextWriter output, IReadOnlyCollection<T> items, Action<Utf8JsonWriter, T> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter json = new(buffer, MentionJson.WriterOptions);
        output.Write('[');
        string between = "\n";
        foreach (T item in items)
        {
            write(json, item);
            json.Flush();
            output.Write(between);
            output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
            between = ",\n";
            buffer.ResetWrittenCount();
            json.Reset();
        }

        output.Write(items.Count == 0 ? "]\n" : "\n]\n");
    }
}
