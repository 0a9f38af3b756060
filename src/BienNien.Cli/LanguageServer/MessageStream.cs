using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BienNien.Cli.LanguageServer;

/// <summary>Messages of JSON-RPC 2.0 as the language server protocol frames them: <c>Content-Length: N</c>, an empty line, N bytes of UTF-8.</summary>
/// <remarks>Reading is for one reader; writing may come from several threads.</remarks>
internal sealed class MessageStream(Stream input, Stream output)
{
    private const int LongestMessage = 128 << 20;
    private const int LongestHead = 4096;

    private readonly Lock _writing = new();
    private readonly byte[] _byte = new byte[1];

    /// <summary>The next message; null when the other side has closed.</summary>
    /// <exception cref="InvalidDataException">What comes is no frame.</exception>
    /// <exception cref="JsonException">What is framed is no JSON.</exception>
    internal async Task<JsonDocument?> ReadAsync(CancellationToken cancel)
    {
        int? length = null;
        while (true)
        {
            if (await ReadLineAsync(cancel).ConfigureAwait(false) is not { } line)
            {
                return null;
            }

            if (line.Length == 0)
            {
                break;
            }

            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase)
                && int.TryParse(line.AsSpan("Content-Length:".Length).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int said) && said <= LongestMessage)
            {
                length = said;
            }
        }

        byte[] body = new byte[length ?? throw new InvalidDataException("Content-Length")];
        await input.ReadExactlyAsync(body, cancel).ConfigureAwait(false);
        return JsonDocument.Parse(body);
    }

    /// <summary>Answers a request.</summary>
    internal void Respond(JsonElement id, Action<Utf8JsonWriter> result) => Write(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WritePropertyName("result");
        result(json);
    });

    /// <summary>Refuses a request.</summary>
    internal void Refuse(JsonElement id, int code, string message) => Write(json =>
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
        json.WriteStartObject("error");
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteEndObject();
    });

    /// <summary>Tells something that was not asked for.</summary>
    internal void Notify(string method, Action<Utf8JsonWriter> parameters) => Write(json =>
    {
        json.WriteString("method", method);
        json.WritePropertyName("params");
        parameters(json);
    });

    private void Write(Action<Utf8JsonWriter> members)
    {
        ArrayBufferWriter<byte> body = new();
        using (Utf8JsonWriter json = new(body))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc", "2.0");
            members(json);
            json.WriteEndObject();
        }

        byte[] head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.WrittenCount}\r\n\r\n"));
        lock (_writing)
        {
            output.Write(head);
            output.Write(body.WrittenSpan);
            output.Flush();
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancel)
    {
        StringBuilder line = new();
        while (await input.ReadAsync(_byte, cancel).ConfigureAwait(false) == 1)
        {
            if (_byte[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            if (line.Append((char)_byte[0]).Length > LongestHead)
            {
                throw new InvalidDataException("Content-Length");
            }
        }

        return null;
    }
}
