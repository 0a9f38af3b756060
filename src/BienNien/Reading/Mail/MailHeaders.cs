using System.Globalization;
using System.Text;

namespace BienNien.Reading.Mail;

/// <summary>The header lines of a letter or of a part of one (RFC 5322, RFC 2045).</summary>
internal sealed class MailHeaders
{
    private const int MostLines = 2_000;
    private const int LongestValue = 64 * 1024;

    private readonly List<(string Name, string Value)> _lines = [];

    /// <summary>Whether there is none: what stands here is no letter.</summary>
    public bool IsEmpty => _lines.Count == 0;

    /// <summary>Reads header lines.</summary>
    /// <param name="bytes">The part; it begins with them.</param>
    /// <param name="length">How many bytes they take, the empty line behind them included.</param>
    public static MailHeaders Read(ReadOnlySpan<byte> bytes, out int length)
    {
        MailHeaders headers = new();
        StringBuilder value = new();
        string name = "";
        int at = 0;
        while (at < bytes.Length && headers._lines.Count < MostLines)
        {
            int end = bytes[at..].IndexOf((byte)'\n');
            end = end < 0 ? bytes.Length : at + end;
            ReadOnlySpan<byte> line = bytes[at..end].TrimEnd((byte)'\r');
            if (line.IsEmpty)
            {
                at = Math.Min(end + 1, bytes.Length);
                break;
            }

            if (line[0] is (byte)' ' or (byte)'\t' && name.Length > 0)
            {
                if (value.Length + line.Length < LongestValue)
                {
                    value.Append(' ').Append(Encoding.Latin1.GetString(line.Trim(" \t"u8)));
                }
            }
            else
            {
                headers.Add(name, value);
                int colon = line.IndexOf((byte)':');
                if (colon <= 0 || line[..colon].ContainsAnyExceptInRange((byte)'!', (byte)'~'))
                {
                    // “From …” of a mailbox stands before the lines; anything else ends them.
                    if (at == 0 && line.StartsWith("From "u8))
                    {
                        at = end + 1;
                        continue;
                    }

                    name = "";
                    break;
                }

                name = Encoding.Latin1.GetString(line[..colon]);
                ReadOnlySpan<byte> rest = line[(colon + 1)..].Trim(" \t"u8);
                value.Clear().Append(Encoding.Latin1.GetString(rest[..Math.Min(rest.Length, LongestValue)]));
            }

            at = end + 1;
        }

        headers.Add(name, value);
        length = Math.Min(at, bytes.Length);
        return headers;
    }

    /// <summary>The value of the first line of a name, as its bytes stand there, a character a byte; null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            foreach ((string known, string value) in _lines)
            {
                if (known.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>The value without its parameters, lower case.</summary>
    public string? Word(string name) => this[name] is { } value ? (value.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? value[..end] : value).Trim().ToLowerInvariant() : null;

    /// <summary>A parameter of a value (<c>charset</c>, <c>filename</c>), decoded (RFC 2231, RFC 2047); null when there is none.</summary>
    public string? Parameter(string name, string parameter)
    {
        if (this[name] is not { } value)
        {
            return null;
        }

        SortedDictionary<int, (string Text, bool Encoded)> pieces = [];
        foreach ((string key, string text) in Parameters(value))
        {
            if (key.Equals(parameter, StringComparison.OrdinalIgnoreCase))
            {
                return EncodedWords.Decode(text);
            }

            // “filename*”, “filename*0”, “filename*1*”: encoded, cut in pieces, both.
            if (key.StartsWith(parameter + "*", StringComparison.OrdinalIgnoreCase))
            {
                string rest = key[(parameter.Length + 1)..];
                bool encoded = rest.Length == 0 || rest.EndsWith('*');
                if (int.TryParse(rest.TrimEnd('*') is { Length: > 0 } digits ? digits : "0", NumberStyles.None, CultureInfo.InvariantCulture, out int number))
                {
                    pieces.TryAdd(number, (text, encoded));
                }
            }
        }

        return pieces.Count == 0 ? null : Join(pieces.Values);
    }

    private void Add(string name, StringBuilder value)
    {
        if (name.Length > 0)
        {
            _lines.Add((name, value.ToString()));
        }
    }

    private static string Join(IEnumerable<(string Text, bool Encoded)> pieces)
    {
        string? charset = null;
        List<byte> bytes = [];
        foreach ((string text, bool encoded) in pieces)
        {
            string rest = text;
            if (encoded && charset is null)
            {
                // UTF-8'vi'B%C3%A1o
                string[] parts = text.Split('\'', 3);
                (charset, rest) = parts.Length == 3 ? (parts[0], parts[2]) : ("", text);
            }

            for (int i = 0; i < rest.Length; i++)
            {
                if (encoded && rest[i] == '%' && i + 2 < rest.Length && byte.TryParse(rest.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte b))
                {
                    bytes.Add(b);
                    i += 2;
                }
                else
                {
                    bytes.Add((byte)rest[i]);
                }
            }
        }

        return MailText.Decode([.. bytes], charset);
    }

    private static IEnumerable<(string Name, string Value)> Parameters(string value)
    {
        int at = value.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0 && at < value.Length)
        {
            int equals = value.IndexOf('=', at);
            if (equals < 0)
            {
                yield break;
            }

            string name = value[(at + 1)..equals].Trim(' ', '\t', ';');
            int start = equals + 1;
            while (start < value.Length && value[start] is ' ' or '\t')
            {
                start++;
            }

            if (start < value.Length && value[start] == '"')
            {
                StringBuilder quoted = new();
                int end = start + 1;
                for (; end < value.Length && value[end] != '"'; end++)
                {
                    end += value[end] == '\\' && end + 1 < value.Length ? 1 : 0;
                    quoted.Append(value[end]);
                }

                yield return (name, quoted.ToString());
                at = value.IndexOf(';', Math.Min(end, value.Length - 1));
            }
            else
            {
                int end = value.IndexOf(';', start);
                yield return (name, (end < 0 ? value[start..] : value[start..end]).Trim());
                at = end;
            }
        }
    }
}
