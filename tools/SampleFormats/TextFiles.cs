using System.Collections.Immutable;
using System.Text;
using BienNien.SampleFormats.Texts;
using BienNien.Tests.Reading.Encodings;
using BienNien.Text;

namespace BienNien.SampleFormats;

/// <summary>The files that are text: made of the Markdown file alone, the same bytes on every machine.</summary>
internal static class TextFiles
{
    /// <summary>The name of the Markdown file that everything is made of, and the name that all files share.</summary>
    public const string Source = Stem + ".md";

    /// <inheritdoc cref="Source"/>
    public const string Stem = "van-ban";

    /// <summary>All of them.</summary>
    /// <param name="document">The document.</param>
    /// <param name="word">The Word file that hangs on the letter.</param>
    public static ImmutableArray<(string Name, byte[] Bytes)> Of(SampleDocument document, byte[] word)
    {
        string text = PlainText.Of(document);
        string page = WebPage.Of(document, "utf-8");
        string values = CommaValues.Of(document);
        UTF8Encoding utf8 = new(encoderShouldEmitUTF8Identifier: false);
        return
        [
            ("van-ban.txt", utf8.GetBytes(text)),
            ("van-ban.utf-8-bom.txt", [.. Encoding.UTF8.Preamble, .. utf8.GetBytes(text)]),
            ("van-ban.utf-16le.txt", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)]),
            ("van-ban.utf-16be.txt", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(text)]),
            ("van-ban.nfd.txt", utf8.GetBytes(text.Normalize(NormalizationForm.FormD))),
            ("van-ban.windows-1258.txt", Legacy(text, TextEncoding.Windows1258)),
            ("van-ban.tcvn3.txt", Legacy(text, TextEncoding.Tcvn3)),
            ("van-ban.vni.txt", Legacy(text, TextEncoding.VniWindows)),
            ("van-ban.viscii.txt", Legacy(text, TextEncoding.Viscii)),
            ("van-ban.vps.txt", Legacy(text, TextEncoding.Vps)),
            ("van-ban.html", utf8.GetBytes(page)),
            ("van-ban.ky-hieu.html", utf8.GetBytes(WebPage.WithReferences(page))),
            ("van-ban.windows-1258.html", Legacy(WebPage.Of(document, "windows-1258"), TextEncoding.Windows1258)),
            ("van-ban.mhtml", utf8.GetBytes(Mail.SavedPage(document))),
            ("van-ban.eml", utf8.GetBytes(Mail.Letter(document, word))),
            ("van-ban.csv", utf8.GetBytes(values)),
            ("van-ban.windows-1258.csv", Legacy(values, TextEncoding.Windows1258)),
            ("van-ban.vntime.rtf", utf8.GetBytes(RichText.Of(document))),
        ];
    }

    // Programs of that time wrote small letters in TCVN3 where it has no capitals.
    private static byte[] Legacy(string text, TextEncoding encoding) => LegacyEncoder.Encode(LegacyEncoder.Typed(text, encoding), encoding, capitalFont: true);
}
