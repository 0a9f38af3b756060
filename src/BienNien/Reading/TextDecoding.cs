using System.Buffers;
using System.Globalization;
using System.Text;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Bytes to NFC text with a map back.</summary>
internal static class TextDecoding
{
    // Ordering the marks of one letter takes time that grows with the square of their number; no script sets more than a few.
    private const int MostMarksInARow = 256;

    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    /// <summary>Bytes that no text has: control characters other than white space.</summary>
    public static SearchValues<byte> Controls { get; } = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]);

    /// <summary>Decodes UTF-8 (with or without a byte order mark) and composes it.</summary>
    /// <returns>What is wrong, or null when the text was made.</returns>
    public static ReadResult.Unreadable? Decode(ReadOnlySpan<byte> bytes, out string text, out OffsetMap map)
    {
        (text, map) = ("", OffsetMap.Identity);
        if (DecodeSource(bytes, out string source) is { } problem)
        {
            return problem;
        }

        (text, map) = Compose(source);
        return null;
    }

    /// <summary>Decodes UTF-8 (with or without a byte order mark) and leaves it as it is.</summary>
    /// <returns>What is wrong, or null when the text was made.</returns>
    public static ReadResult.Unreadable? DecodeSource(ReadOnlySpan<byte> bytes, out string source)
    {
        source = "";
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new ReadResult.Unreadable(ProblemCode.NotUtf8, 0, "UTF-16");
        }

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
        }
        catch (DecoderFallbackException e)
        {
            return new ReadResult.Unreadable(ProblemCode.NotUtf8, e.Index + mark, string.Join(' ', (e.BytesUnknown ?? []).Select(b => $"0x{b:X2}")));
        }

        if (string.IsNullOrWhiteSpace(source))
        {
            return new ReadResult.Unreadable(ProblemCode.Empty, 0, "white space only");
        }

        int heap = HeapOfMarks(source);
        return heap >= 0
            ? new ReadResult.Unreadable(ProblemCode.NotText, mark + Encoding.UTF8.GetByteCount(source.AsSpan(0, heap)), $"> {MostMarksInARow} combining marks")
            : null;
    }

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
