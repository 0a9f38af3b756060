using System.Collections.Immutable;
using System.Text;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Tests.Reading.Encodings;

/// <summary>Writes Vietnamese text in the older encodings, as their programs wrote it.</summary>
internal static class LegacyEncoder
{
    private static readonly ILookup<string, (string Letter, byte[] Bytes)> _letters = ReadLetters();

    /// <summary>The encodings that have no byte order mark to go by.</summary>
    public static ImmutableArray<TextEncoding> Legacy { get; } =
        [TextEncoding.Windows1258, TextEncoding.Tcvn3, TextEncoding.VniWindows, TextEncoding.Viscii, TextEncoding.Vps];

    /// <summary>The 134 letters beyond ASCII that Vietnamese is written with.</summary>
    public static ImmutableArray<string> Letters { get; } = [.. _letters["viscii"].Select(static one => one.Letter).Order(StringComparer.Ordinal)];

    /// <summary>The text as it could be typed: VISCII and VPS have letters where Windows has the printer's quotes and dashes.</summary>
    public static string Typed(string text, TextEncoding encoding) => encoding is TextEncoding.Viscii or TextEncoding.Vps
        ? text.Replace('“', '"').Replace('”', '"').Replace('–', '-')
        : text;

    /// <summary>The bytes of a text in NFC.</summary>
    /// <param name="text">The text.</param>
    /// <param name="encoding">The encoding.</param>
    /// <param name="capitalFont">TCVN3: as under a capital font, which shows the codes of small letters as capitals; else a capital's tone follows it as a mark.</param>
    public static byte[] Encode(string text, TextEncoding encoding, bool capitalFont = false)
    {
        switch (encoding)
        {
            case TextEncoding.Utf8:
                return Encoding.UTF8.GetBytes(text);
            case TextEncoding.Utf16LittleEndian:
                return Encoding.Unicode.GetBytes(text);
            case TextEncoding.Utf16BigEndian:
                return Encoding.BigEndianUnicode.GetBytes(text);
            case TextEncoding.Windows1258:
                return CodePage(1258).GetBytes(string.Concat(text.Select(ToneApart)));
        }

        Dictionary<string, byte[]> letters = _letters[encoding.Name()].DistinctBy(static one => one.Letter).ToDictionary(static one => one.Letter, static one => one.Bytes);
        List<byte> bytes = [];
        foreach (char c in text)
        {
            if (encoding == TextEncoding.Tcvn3 && char.IsUpper(c) && ToneApart(c) is { Length: 2 } parts)
            {
                bytes.AddRange(capitalFont ? letters[char.ToLowerInvariant(c).ToString()] : [.. Encode(parts[..1], encoding), .. letters[$"\u25CC{parts[1]}"]]);
            }
            else
            {
                bytes.AddRange(letters.TryGetValue(c.ToString(), out byte[]? code) ? code : CodePage(1252).GetBytes([c]));
            }
        }

        return [.. bytes];
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    // ộ: ô and the dot below.
    private static string ToneApart(char c)
    {
        string parts = c.ToString().Normalize(NormalizationForm.FormD);
        int tone = parts.AsSpan().IndexOfAny("\u0300\u0301\u0303\u0309\u0323");
        return tone < 0 ? c.ToString() : parts.Remove(tone, 1).Normalize() + parts[tone];
    }

    private static ILookup<string, (string, byte[])> ReadLetters() =>
        DataTable.Load("encoding-letters").Rows.ToLookup(static row => row[0], static row => (row[2], Convert.FromHexString(row[1])));
}
