using System.Text;

namespace BienNien.Reading.Mail;

/// <summary>A letter, or a part of one: header lines, then bytes or further parts (RFC 2046).</summary>
internal sealed class MailPart
{
    private const int MostDepth = 10;
    private const int MostParts = 1_000;

    private MailPart(MailHeaders headers, ReadOnlyMemory<byte> body)
    {
        Headers = headers;
        Body = body;
        Type = headers.Word("Content-Type") is { Length: > 0 } type ? type : "text/plain";
    }

    public MailHeaders Headers { get; }

    /// <summary>As it travels; see <see cref="Decode"/>.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>What it is: <c>text/html</c>, <c>multipart/mixed</c>.</summary>
    public string Type { get; }

    /// <summary>The parts of a part that has some.</summary>
    public List<MailPart> Parts { get; } = [];

    /// <summary>The name of the file that it is, as the sender gave it; null when it is none.</summary>
    public string? FileName => Headers.Parameter("Content-Disposition", "filename") ?? Headers.Parameter("Content-Type", "name");

    /// <summary>Whether it hangs on the letter rather than being its words.</summary>
    public bool IsAttachment => Headers.Word("Content-Disposition") == "attachment" || FileName is { Length: > 0 };

    /// <summary>Reads a letter.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="isWhole">False when it has more parts, or parts in parts, than are taken.</param>
    public static MailPart Read(ReadOnlyMemory<byte> bytes, out bool isWhole)
    {
        int left = MostParts;
        MailPart letter = Read(bytes, 0, ref left);
        isWhole = left >= 0;
        return letter;
    }

    /// <summary>The bytes that were sent.</summary>
    public ReadOnlyMemory<byte> Decode() => TransferCoding.Decode(Body, Headers.Word("Content-Transfer-Encoding"));

    private static MailPart Read(ReadOnlyMemory<byte> bytes, int depth, ref int left)
    {
        MailHeaders headers = MailHeaders.Read(bytes.Span, out int length);
        MailPart part = new(headers, bytes[length..]);
        if (part.Type.StartsWith("multipart/", StringComparison.Ordinal) && headers.Parameter("Content-Type", "boundary") is { Length: > 0 } boundary)
        {
            foreach (Range range in Cut(part.Body.Span, Encoding.Latin1.GetBytes("--" + boundary)))
            {
                if (depth == MostDepth || --left < 0)
                {
                    left = -1;
                    break;
                }

                part.Parts.Add(Read(part.Body[range], depth + 1, ref left));
            }
        }

        return part;
    }

    // Between the lines that begin with the boundary; what stands before the first and after the last is for old programs.
    private static List<Range> Cut(ReadOnlySpan<byte> body, ReadOnlySpan<byte> boundary)
    {
        List<Range> ranges = [];
        int start = -1;
        int at = 0;
        while (at < body.Length && ranges.Count <= MostParts)
        {
            int found = body[at..].IndexOf(boundary);
            if (found < 0)
            {
                break;
            }

            found += at;
            at = found + boundary.Length;
            bool closes = body[at..].StartsWith("--"u8);
            if ((found > 0 && body[found - 1] != '\n') || !(closes || at == body.Length || body[at] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t'))
            {
                continue;
            }

            if (start >= 0)
            {
                ranges.Add(start..Math.Max(start, EndBefore(body, found)));
            }

            int line = body[at..].IndexOf((byte)'\n');
            start = closes || line < 0 ? -1 : at + line + 1;
            if (closes)
            {
                return ranges;
            }
        }

        // A letter that is cut off: its last part goes to the end.
        if (start >= 0)
        {
            ranges.Add(start..body.Length);
        }

        return ranges;
    }

    // The line end before a boundary belongs to it.
    private static int EndBefore(ReadOnlySpan<byte> body, int boundary)
    {
        int end = boundary > 0 ? boundary - 1 : boundary;
        return end > 0 && body[end - 1] == '\r' ? end - 1 : end;
    }
}
