using System.Text;

namespace BienNien.Reading.Archives;

/// <summary>File names in ZIP archives, which seldom say how they are written.</summary>
/// <remarks>
/// A name is UTF-8 when the archive says so or when it can be nothing else; then what Windows in Vietnamese writes (Windows-1258), or what
/// other systems write by the format's first description (code page 437), whichever leaves letters.
/// </remarks>
internal static class ZipNames
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // 0x80 to 0xFF of both; the tones of Windows-1258 are marks that join the letter before.
    private const string Ibm437 =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    private const string Windows1258 =
        "€\uFFFD‚ƒ„…†‡ˆ‰\uFFFD‹Œ\uFFFD\uFFFD\uFFFD\uFFFD‘’“”•–—˜™\uFFFD›œ\uFFFD\uFFFDŸ\u00A0¡¢£¤¥¦§¨©ª«¬\u00AD®¯°±²³´µ¶·¸¹º»¼½¾¿"
        + "ÀÁÂĂÄÅÆÇÈÉÊË\u0300ÍÎÏĐÑ\u0309ÓÔƠÖ×ØÙÚÛÜƯ\u0303ßàáâăäåæçèéêë\u0301íîïđñ\u0323óôơö÷øùúûüư₫ÿ";

    /// <summary>The name in characters, composed.</summary>
    /// <param name="name">As the archive has it.</param>
    /// <param name="isUtf8">Whether the archive says that it is UTF-8.</param>
    public static string Decode(ReadOnlySpan<byte> name, bool isUtf8)
    {
        try
        {
            return _strict.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            if (isUtf8)
            {
                return Encoding.UTF8.GetString(name);
            }
        }

        string vietnamese = Map(name, Windows1258);
        string first = Map(name, Ibm437);
        return Strange(vietnamese) <= Strange(first) ? vietnamese : first;
    }

    private static string Map(ReadOnlySpan<byte> name, string upper)
    {
        StringBuilder text = new(name.Length);
        foreach (byte b in name)
        {
            text.Append(b < 0x80 ? (char)b : upper[b - 0x80]);
        }

        string decoded = text.ToString();
        return TextDecoding.HeapOfMarks(decoded) >= 0 ? decoded : decoded.Normalize();
    }

    // What no file is called by: signs, and marks that join nothing.
    private static int Strange(string name) => name.Count(static c => c >= 0x80 && !char.IsLetter(c) && c is not ('–' or '“' or '”' or '’' or '\u00A0'));
}
