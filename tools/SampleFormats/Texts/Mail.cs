using System.Globalization;
using System.Text;

namespace BienNien.SampleFormats.Texts;

/// <summary>Letters and saved pages: parts of text in the transfer encodings of MIME (RFC 2045 to 2047, RFC 2557).</summary>
internal static class Mail
{
    private const int LineLength = 76;

    /// <summary>A letter whose words are the document, as text and as a page, with the Word file hung on it.</summary>
    public static string Letter(SampleDocument document, byte[] word)
    {
        StringBuilder letter = new();
        AppendHead(letter,
            "From: =?utf-8?B?" + Base64("Trạm Thuỷ nông Tân Khẩn") + "?= <vanthu@tankhan.example>",
            "To: =?utf-8?Q?Ph=C3=B2ng_N=C3=B4ng_nghi=E1=BB=87p?= <nongnghiep@kimson.example>",
            "Subject: =?utf-8?B?" + Base64("Đề cương kỷ niệm 60 năm") + "?=\r\n =?utf-8?B?" + Base64(" Trạm Thuỷ nông Tân Khẩn") + "?=",
            "Date: Thu, 12 Sep 2019 15:00:00 +0700",
            "Message-ID: <20190912080000.1@tankhan.example>",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=\"phan-ngoai\"");
        letter.Append("--phan-ngoai\r\n");
        AppendHead(letter, "Content-Type: multipart/alternative; boundary=\"phan-trong\"");
        letter.Append("--phan-trong\r\n");
        AppendHead(letter, "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable");
        AppendQuotedPrintable(letter, PlainText.Of(document));
        letter.Append("--phan-trong\r\n");
        AppendHead(letter, "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: base64");
        AppendBase64(letter, Encoding.UTF8.GetBytes(WebPage.Of(document, "utf-8")));
        letter.Append("--phan-trong--\r\n--phan-ngoai\r\n");
        AppendHead(letter,
            "Content-Type: application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "Content-Disposition: attachment; filename*=utf-8''" + Uri.EscapeDataString("đề cương 60 năm.docx"),
            "Content-Transfer-Encoding: base64");
        AppendBase64(letter, word);
        return letter.Append("--phan-ngoai--\r\n").ToString();
    }

    /// <summary>A web page as a browser saves it in one file.</summary>
    public static string SavedPage(SampleDocument document)
    {
        StringBuilder page = new();
        AppendHead(page,
            "From: <Saved by a browser>",
            "Snapshot-Content-Location: https://tankhan.example/de-cuong-60-nam",
            "Subject: =?utf-8?B?" + Base64(SampleDocument.ShortTitle[..24]) + "?=",
            "Date: Thu, 12 Sep 2019 15:00:00 +0700",
            "MIME-Version: 1.0",
            "Content-Type: multipart/related; type=\"text/html\"; boundary=\"trang-luu\"");
        page.Append("--trang-luu\r\n");
        AppendHead(page, "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "Content-Location: https://tankhan.example/de-cuong-60-nam");
        AppendQuotedPrintable(page, WebPage.Of(document, "utf-8"));
        page.Append("--trang-luu\r\n");
        AppendHead(page, "Content-Type: text/css; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "Content-Location: cid:css@tankhan.example");
        AppendQuotedPrintable(page, "body { font-family: serif; }\n");
        return page.Append("--trang-luu--\r\n").ToString();
    }

    private static void AppendHead(StringBuilder mail, params ReadOnlySpan<string> fields)
    {
        foreach (string field in fields)
        {
            mail.Append(field).Append("\r\n");
        }

        mail.Append("\r\n");
    }

    private static string Base64(string words) => Convert.ToBase64String(Encoding.UTF8.GetBytes(words));

    private static void AppendBase64(StringBuilder mail, byte[] bytes) =>
        mail.Append(Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");

    private static void AppendQuotedPrintable(StringBuilder mail, string text)
    {
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            int length = 0;
            byte[] bytes = Encoding.UTF8.GetBytes(line);
            for (int i = 0; i < bytes.Length; i++)
            {
                byte code = bytes[i];
                bool literal = code is >= 33 and <= 126 and not (byte)'=' || (code is 32 or 9 && i + 1 < bytes.Length);
                int width = literal ? 1 : 3;
                if (length + width > LineLength - 1)
                {
                    mail.Append("=\r\n");
                    length = 0;
                }

                _ = literal ? mail.Append((char)code) : mail.Append(CultureInfo.InvariantCulture, $"={code:X2}");
                length += width;
            }

            mail.Append("\r\n");
        }
    }
}
