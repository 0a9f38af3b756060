using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using BienNien.Text;

namespace BienNien.Reading.PlainText;

/// <summary>Text files in UTF-8: the document's text is the file's text in NFC, nothing added or taken.</summary>
internal sealed class PlainTextFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".txt", ".text"];

    /// <inheritdoc/>
    public ReadResult Read(string name, ReadOnlyMemory<byte> bytes, ReadOptions options)
    {
        if (TextDecoding.Decode(bytes.Span, out string text, out OffsetMap map) is { } problem)
        {
            return problem;
        }

        return new ReadResult.Read(new Document(name, text, LineBlocks.Find(text), map, PageStarts(text)));
    }

    private static ImmutableArray<int> PageStarts(string text)
    {
        ImmutableArray<int>.Builder starts = ImmutableArray.CreateBuilder<int>();
        for (int i = text.IndexOf('\f', StringComparison.Ordinal); i >= 0 && i + 1 < text.Length; i = text.IndexOf('\f', i + 1))
        {
            starts.Add(i + 1);
        }

        return starts.ToImmutable();
    }
}

/// <summary>Bytes to NFC text with a map back.</summary>
internal static class TextDecoding
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<byte> _controls = SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 28, 29, 30, 31]);

    /// <summary>Decodes UTF-8 (with or without a byte order mark) and composes it.</summary>
    /// <returns>What is wrong, or null when the text was made.</returns>
    public static ReadResult.Unreadable? Decode(ReadOnlySpan<byte> bytes, out string text, out OffsetMap map)
    {
        text = "";
        map = OffsetMap.Identity;
        int mark = bytes.StartsWith("\uFEFF"u8) ? 3 : 0;
        ReadOnlySpan<byte> body = bytes[mark..];
        int control = body.IndexOfAny(_controls);
        if (control >= 0)
        {
            return new ReadResult.Unreadable(ProblemCode.NotText, control + mark, $"0x{body[control]:X2}");
        }

        string source;
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

        (text, map) = Compose(source);
        return null;
    }

    /// <summary>The text in NFC and the map back to the text given.</summary>
    public static (string Text, OffsetMap Map) Compose(string source)
    {
        if (source.IsNormalized())
        {
            return (source, OffsetMap.Identity);
        }

        // Composition never crosses a character that starts a new cluster and composes with nothing before it: compose cluster by cluster.
        StringBuilder composed = new(source.Length);
        OffsetMap.Builder map = new();
        int start = 0;
        while (start < source.Length)
        {
            int end = start + 1;
            while (end < source.Length && !StartsCluster(source[end]))
            {
                end++;
            }

            map.Align(composed.Length, start);
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

        string text = composed.ToString();
        return text.IsNormalized() ? (text, map.Build()) : (text.Normalize(), OffsetMap.Identity);
    }

    // Marks join what stands before them; so do low surrogates and Hangul vowels and finals.
    private static bool StartsCluster(char c) =>
        c < '\u0300' || !(char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark
            || char.IsLowSurrogate(c) || c is >= '\u1160' and <= '\u11FF');
}
