using System.Text;

namespace BienNien.Reading.Mail;

/// <summary>Bytes of letters to characters.</summary>
internal static class MailText
{
    /// <summary>Decodes a short piece: by what it reads as, by what it declares, and as Latin 1 when neither says anything.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset)
    {
        if (bytes.IsEmpty || !bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return Encoding.ASCII.GetString(bytes);
        }

        return TextDecoding.DecodeSource(bytes, ReadOptions.Default, charset, out string source, out _) is null ? source : Encoding.Latin1.GetString(bytes);
    }

    /// <summary>The characters of a header value: controls and line ends are no part of it.</summary>
    public static FlowText Flow(string value)
    {
        FlowText text = new();
        foreach (char c in value)
        {
            text.Append(char.IsControl(c) ? ' ' : c);
        }

        return text;
    }
}
