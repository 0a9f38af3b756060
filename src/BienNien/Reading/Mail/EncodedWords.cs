using System.Text;
using System.Text.RegularExpressions;

namespace BienNien.Reading.Mail;

/// <summary>Header values that are not ASCII (RFC 2047): <c>=?UTF-8?B?QsOhbyBjw6Fv?=</c>.</summary>
internal static partial class EncodedWords
{
    /// <summary>Decodes a value.</summary>
    /// <param name="value">As it stands in the file, a character a byte.</param>
    public static string Decode(string value)
    {
        StringBuilder text = new();
        List<byte> bytes = [];
        string charset = "";
        int at = 0;
        foreach (Match word in Word.Matches(value))
        {
            string between = value[at..word.Index];
            bool joined = bytes.Count > 0 && string.IsNullOrWhiteSpace(between);
            string next = word.Groups["charset"].Value;

            // Between two words blanks mean nothing; a letter may be cut by the end of one.
            if (!joined || !next.Equals(charset, StringComparison.OrdinalIgnoreCase))
            {
                Flush(text, bytes, charset);
                charset = next;
            }

            if (!joined)
            {
                text.Append(Plain(between));
            }

            byte[] coded = Encoding.Latin1.GetBytes(word.Groups["text"].Value);
            bytes.AddRange(word.Groups["coding"].ValueSpan is "B" or "b" ? TransferCoding.Base64(coded) : TransferCoding.QuotedPrintable(coded, inHeader: true));
            at = word.Index + word.Length;
        }

        Flush(text, bytes, charset);
        return text.Append(Plain(value[at..])).ToString();
    }

    private static void Flush(StringBuilder text, List<byte> bytes, string charset)
    {
        text.Append(MailText.Decode([.. bytes], charset));
        bytes.Clear();
    }

    private static string Plain(string raw) => MailText.Decode(Encoding.Latin1.GetBytes(raw), null);

    [GeneratedRegex(@"=\?(?<charset>[^?*\s]{1,40})(\*[^?\s]{0,40})?\?(?<coding>[BbQq])\?(?<text>[^?\s]*)\?=", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Word { get; }
}
