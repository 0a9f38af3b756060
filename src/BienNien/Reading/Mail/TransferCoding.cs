using System.Globalization;

namespace BienNien.Reading.Mail;

/// <summary>How bytes travel in letters (RFC 2045, section 6); what is malformed is taken as it stands or left out.</summary>
internal static class TransferCoding
{
    /// <summary>The bytes of a part.</summary>
    /// <param name="body">As they travel.</param>
    /// <param name="coding"><c>base64</c>, <c>quoted-printable</c>, or anything else for bytes as they are.</param>
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string? coding) => coding switch
    {
        "base64" => Base64(body.Span),
        "quoted-printable" => QuotedPrintable(body.Span, inHeader: false),
        _ => body,
    };

    /// <summary>Decodes Base64; whatever is none of its characters is passed over, as the standard asks.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> coded)
    {
        byte[] bytes = new byte[(coded.Length / 4 * 3) + 3];
        int length = 0;
        int bits = 0;
        int held = 0;
        foreach (byte c in coded)
        {
            int value = c switch
            {
                >= (byte)'A' and <= (byte)'Z' => c - 'A',
                >= (byte)'a' and <= (byte)'z' => c - 'a' + 26,
                >= (byte)'0' and <= (byte)'9' => c - '0' + 52,
                (byte)'+' or (byte)'-' => 62,
                (byte)'/' or (byte)'_' => 63,
                _ => -1,
            };
            if (value < 0)
            {
                continue;
            }

            held = ((held << 6) | value) & 0xFFFF;
            bits += 6;
            if (bits >= 8)
            {
                bits -= 8;
                bytes[length++] = (byte)(held >> bits);
            }
        }

        Array.Resize(ref bytes, length);
        return bytes;
    }

    /// <summary>Decodes Quoted-Printable.</summary>
    /// <param name="coded">As it travels.</param>
    /// <param name="inHeader">Whether it is the Q coding of headers, where <c>_</c> is a blank.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> coded, bool inHeader)
    {
        byte[] bytes = new byte[coded.Length];
        int length = 0;
        for (int i = 0; i < coded.Length; i++)
        {
            if (coded[i] == '=')
            {
                if (i + 2 < coded.Length && byte.TryParse(coded.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte b))
                {
                    bytes[length++] = b;
                    i += 2;
                    continue;
                }

                // A soft line end, perhaps with blanks that were added on the way.
                int end = i + 1;
                while (end < coded.Length && coded[end] is (byte)' ' or (byte)'\t' or (byte)'\r')
                {
                    end++;
                }

                if (end >= coded.Length || coded[end] == '\n')
                {
                    i = end;
                    continue;
                }
            }

            bytes[length++] = inHeader && coded[i] == '_' ? (byte)' ' : coded[i];
        }

        Array.Resize(ref bytes, length);
        return bytes;
    }
}
