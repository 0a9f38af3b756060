using System.Buffers;
using System.Globalization;
using System.Text;
using BienNien.Reading.Encodings;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Bytes to NFC text with a map back.</summary>
/// <remarks>
/// The map leads to the characters of the file as its encoding has them: in Windows-1258 a mark is one by itself, in VNI the two bytes of a letter are one.
/// UTF-8 is what decodes as such; anything else is settled by a byte order mark, by what the user says, or by evidence (<see cref="EncodingDetector"/>).
/// </remarks>
internal static class TextDecoding
{
    /// <summary>Bytes that no text has: control characters other than white space.</summary>
    public static SearchValues<byte> Controls { get; } = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]);

    // Ordering the marks of one letter takes time that grows with the square of their number; no script sets more than a few.
    private const int MostMarksInARow = 256;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding _utf16LittleEndian = new(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding _utf16BigEndian = new(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> _notText = SearchValues.Create([.. Enumerable.Range(0, 32).Where(static c => Controls.Contains((byte)c)).Select(static c => (char)c), '\uFFFE']);

    /// <summary>Decodes a file and composes its text.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="options">The encoding, when the user gave it.</param>
    /// <param name="charset">What the file, or the letter that it hangs on, declares (<c>windows-1258</c>); null when it declares nothing. Evidence, no more.</param>
    /// <param name="text">The text in NFC.</param>
    /// <param name="map">From the text to the characters of the file.</param>
    /// <param name="encoding">In which encoding it was read.</param>
    /// <returns>What is wrong, or null when the text was made.</returns>
    public static ReadResult.Unreadable? Decode(
        ReadOnlySpan<byte> bytes, ReadOptions options, string? charset, out string text, out OffsetMap map, out SourceEncoding encoding)
    {
        (text, map) = ("", OffsetMap.Identity);
        if (DecodeSource(bytes, options, charset, out string source, out encoding) is { } problem)
        {
            return problem;
        }

        (text, map) = Compose(source);
        return null;
    }

    /// <summary>Decodes a file and leaves its text as it is: what a format adds to it is still to be composed with it.</summary>
    /// <inheritdoc cref="Decode"/>
    public static ReadResult.Unreadable? DecodeSource(ReadOnlySpan<byte> bytes, ReadOptions options, string? charset, out string source, out SourceEncoding encoding)
    {
        encoding = options.Encoding is { } given ? new SourceEncoding(given, 1, IsGiven: true) : EncodingDetector.OfMark(bytes) ?? new SourceEncoding(TextEncoding.Utf8, 1);
        ReadResult.Unreadable? problem = DecodeAs(encoding.Encoding, bytes, out source);
        if (problem is { Code: ProblemCode.NotUtf8 or ProblemCode.NotText } && !encoding.IsGiven && EncodingDetector.OfMark(bytes) is null
            && EncodingDetector.Detect(bytes, Charsets.EncodingOf(charset)) is { } found)
        {
            encoding = found;
            problem = DecodeAs(encoding.Encoding, bytes, out source);
        }

        if (problem is not null)
        {
            return problem;
        }

        if (string.IsNullOrWhiteSpace(source))
        {
            return new ReadResult.Unreadable(ProblemCode.Empty, 0, "white space only");
        }

        int heap = HeapOfMarks(source);
        return heap >= 0
            ? new ReadResult.Unreadable(ProblemCode.NotText, Encoding.UTF8.GetByteCount(source.AsSpan(0, heap)), $"> {MostMarksInARow} combining marks")
            : null;
    }

    private static ReadResult.Unreadable? DecodeAs(TextEncoding encoding, ReadOnlySpan<byte> bytes, out string source) => encoding switch
    {
        TextEncoding.Utf8 => DecodeUtf8(bytes, out source),
        TextEncoding.Utf16LittleEndian => DecodeUtf16(_utf16LittleEndian, bytes, out source),
        TextEncoding.Utf16BigEndian => DecodeUtf16(_utf16BigEndian, bytes, out source),
        _ => DecodeByTable(encoding, bytes, out source),
    };

    private static ReadResult.Unreadable? DecodeUtf8(ReadOnlySpan<byte> bytes, out string source)
    {
        source = "";
        int mark = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        ReadOnlySpan<byte> body = bytes[mark..];
        int control = body.IndexOfAny(Controls);
        if (control >= 0)
        {
            return new ReadResult.Unreadable(ProblemCode.NotText, control + mark, $"0x{body[control]:X2}");
        }

        // The one character of UTF-8 that normalisation refuses, being no character.
        int reversed = body.IndexOf("\uFFFE"u8);
        if (reversed >= 0)
        {
            return new ReadResult.Unreadable(ProblemCode.NotText, reversed + mark, "U+FFFE");
        }

        try
        {
            source = _strict.GetString(body);
            return null;
        }
        catch (DecoderFallbackException e)
        {
            return new ReadResult.Unreadable(ProblemCode.NotUtf8, e.Index + mark, BytesOf(e));
        }
    }

    private static ReadResult.Unreadable? DecodeUtf16(UnicodeEncoding order, ReadOnlySpan<byte> bytes, out string source)
    {
        source = "";
        int mark = bytes.StartsWith(order.GetPreamble()) ? 2 : 0;
        try
        {
            string decoded = order.GetString(bytes[mark..]);
            int odd = decoded.AsSpan().IndexOfAny(_notText);
            source = odd < 0 ? decoded : "";
            return odd < 0 ? null : new ReadResult.Unreadable(ProblemCode.NotText, 2 * odd + mark, $"U+{(int)decoded[odd]:X4}");
        }
        catch (DecoderFallbackException e)
        {
            return new ReadResult.Unreadable(ProblemCode.Damaged, e.Index + mark, $"UTF-16: {BytesOf(e)}");
        }
    }

    private static ReadResult.Unreadable? DecodeByTable(TextEncoding encoding, ReadOnlySpan<byte> bytes, out string source)
    {
        source = "";
        ByteTable table = ByteTable.Of(encoding)!;
        int control = table.IndexOfControl(bytes);
        if (control >= 0)
        {
            return new ReadResult.Unreadable(ProblemCode.NotText, control, $"0x{bytes[control]:X2}");
        }

        char[] room = ArrayPool<char>.Shared.Rent(bytes.Length);
        int length = table.Decode(bytes, room);
        if (encoding == TextEncoding.Tcvn3)
        {
            SmallCapitals.Raise(room.AsSpan(0, length));
        }

        source = new string(room, 0, length);
        ArrayPool<char>.Shared.Return(room);
        return null;
    }

    private static string BytesOf(DecoderFallbackException exception) => string.Join(' ', (exception.BytesUnknown ?? []).Select(static b => $"0x{b:X2}"));

    /// <summary>The text in NFC and the map back to the text given.</summary>
    /// <param name="source">Without U+FFFE, surrogates in pairs, no heap of combining marks.</param>
    public static (string Text, OffsetMap Map) Compose(string source)
    {
        if (source.IsNormalized())
        {
            return (source, OffsetMap.Identity);
        }

        StringBuilder composed = new(source.Length);
        OffsetMap.Builder map = new();
        Compose(source, composed, map, 0, 0);
        return (composed.ToString(), map.Build());
    }

    /// <summary>Composes a part of a text that ends where a line does.</summary>
    /// <param name="source">The part.</param>
    /// <param name="composed">Where the part is composed.</param>
    /// <param name="map">Told where the part's places stand.</param>
    /// <param name="derivedStart">Where <paramref name="composed"/> begins in the whole text composed.</param>
    /// <param name="sourceStart">Where the part begins in the whole text.</param>
    public static void Compose(string source, StringBuilder composed, OffsetMap.Builder map, int derivedStart, int sourceStart)
    {
        // Composition never crosses a character that starts a new cluster and composes with nothing before it: compose cluster by cluster.
        int start = 0;
        while (start < source.Length)
        {
            int end = start + 1;
            while (end < source.Length && !StartsCluster(source, end))
            {
                end++;
            }

            map.Align(derivedStart + composed.Length, sourceStart + start);
            if (end == start + 1 && source[start] < 0x300)
            {
                composed.Append(source[start]);
            }
            else
            {
                string cluster = source[start..end].Normalize();
                composed.Append(cluster);
            }

            start = end;
        }
    }

    /// <summary>Where more combining marks stand in a row than are taken, or -1.</summary>
    public static int HeapOfMarks(ReadOnlySpan<char> text)
    {
        int run = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < '\u0300' || c is >= '\u1E00' and <= '\u206F')
            {
                run = 0;
            }
            else if (!char.IsLowSurrogate(c))
            {
                run = IsMark(text, i) ? run + 1 : 0;
                if (run > MostMarksInARow)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    // Marks join what stands before them; so do low surrogates and Hangul vowels and finals.
    private static bool StartsCluster(string text, int at)
    {
        char c = text[at];
        return c < '\u0300' || !(char.IsLowSurrogate(c) || c is >= '\u1160' and <= '\u11FF' || IsMark(text, at));
    }

    private static bool IsMark(ReadOnlySpan<char> text, int at) => CategoryAt(text, at)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static UnicodeCategory CategoryAt(ReadOnlySpan<char> text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])
            ? CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[at], text[at + 1]))
            : CharUnicodeInfo.GetUnicodeCategory(text[at]);
}
