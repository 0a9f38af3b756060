using System.Text;
using BienNien.Reading;
using Shouldly;

namespace BienNien.Tests.Reading;

/// <summary>Letters and saved web pages, as programs write them.</summary>
public sealed class MailTests
{
    private const string Head = "From: =?UTF-8?B?TMOqIFbEg24gVMOhbQ==?= <tam@example.vn>\r\nTo: van-phong@example.vn,\r\n =?utf-8?q?Ban_S=E1=BB=AD?= =?utf-8?q?_h=E1=BB=8Dc?= <su@example.vn>\r\nSubject: =?UTF-8?Q?B=C3=A1o_c=C3=A1o?=\r\n =?UTF-8?Q?_n=C4=83m_1950?=\r\nDate: Mon, 5 Jun 2023 08:00:00 +0700\r\nMIME-Version: 1.0\r\n";

    private static readonly DocumentReader _reader = DocumentReader.Create();

    [Fact]
    public void A_letter_says_who_writes_to_whom_and_what_hangs_on_it_are_files()
    {
        string letter = Head + """
            Content-Type: multipart/mixed; boundary="==1"

            đầu thừa
            --==1
            Content-Type: multipart/alternative; boundary=alt

            --alt
            Content-Type: text/plain; charset=utf-8

            bản thường
            --alt
            Content-Type: text/html; charset="utf-8"
            Content-Transfer-Encoding: quoted-printable

            <p>K=C3=ADnh g=E1=BB=ADi,</p><table><tr><td>X=
            =C3=A3<td>D=C3=A2n<tr><td>=C4=90=E1=BA=A1i Ph=C3=A1c<td>10</table>
            --alt--

            --==1
            Content-Type: application/octet-stream
            Content-Disposition: attachment; filename*0*=UTF-8''ph%E1%BB%A5%20l%E1%BB;
             filename*1*=%A5c.txt
            Content-Transfer-Encoding: base64

            TsSDbSAxOTUw
            LCBt4bufIGNo4bujLg==
            --==1
            Content-Type: image/x-none; name="=?UTF-8?Q?=E1=BA=A3nh.xyz?="
            Content-Transfer-Encoding: base64

            AAAA
            --==1
            Content-Type: message/rfc822

            Subject: chuyen tiep
            Content-Type: text/plain

            Năm 1936, bắc cầu.
            --==1--
            thừa
            """.ReplaceLineEndings("\r\n");

        FileReading[] readings = [.. _reader.ReadAll("thu.eml", FileContent.Of(Encoding.UTF8.GetBytes(letter)), ReadOptions.Default)];

        Blocks.Draw(((FileReading.Read)readings[0]).Document).ShouldBe("""
            Heading 0: Báo cáo năm 1950
            Paragraph: From: Lê Văn Tám <tam@example.vn>
            Paragraph: To: van-phong@example.vn, Ban Sử học <su@example.vn>
            Paragraph: Date: Mon, 5 Jun 2023 08:00:00 +0700
            Paragraph: Kính gửi,
            Cell 0,0,0 header: Xã
            Cell 0,0,1 header: Dân
            Cell 0,1,0: Đại Phác
            Cell 0,1,1: 10
            """);
        readings[1].ShouldBe(new FileReading.PassedOver("thu.eml", 1));
        readings[2].ShouldBeOfType<FileReading.Read>().Document.ShouldSatisfyAllConditions(
            static document => document.Name.ShouldBe("thu.eml/phụ lục.txt"), static document => document.Text.ShouldBe("Năm 1950, mở chợ."));
        readings[3].ShouldBeOfType<FileReading.Read>().Document.ShouldSatisfyAllConditions(
            static document => document.Name.ShouldBe("thu.eml/chuyen tiep.eml"), static document => document.Text.ShouldBe("chuyen tiep\nNăm 1936, bắc cầu."));
        readings.Length.ShouldBe(4);
    }

    [Fact]
    public void A_plain_letter_has_the_blocks_of_plain_text() => Blocks.Draw(Letter(Head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nNăm 1950, xã mở\r\nchợ.\r\n\r\n- mục một\r\n- mục hai\r\n"))
        .ShouldEndWith("\nParagraph: Năm 1950, xã mở⏎chợ.\nListItem 1: - mục một\nListItem 1: - mục hai");

    [Fact]
    public void An_older_charset_is_what_the_letter_declares()
    {
        byte[] head = Encoding.ASCII.GetBytes("Subject: =?windows-1258?Q?B=E1o_c=E1o?=\r\nContent-Type: text/plain; charset=windows-1258\r\n\r\n");
        // “Tỉnh lập chợ ở Đại Phác năm 1950.”: tones as marks of their own.
        byte[] body = [.. "Ti"u8, 0xD2, .. "nh l"u8, 0xE2, 0xF2, .. "p ch"u8, 0xF5, 0xF2, .. " "u8, 0xF5, 0xD2, .. " "u8, 0xD0, .. "a"u8, 0xF2, .. "i Ph"u8, 0xE1, .. "c n"u8, 0xE3, .. "m 1950."u8];
        BienNien.Text.Document document = Letter([.. head, .. body]);
        document.Text.ShouldBe("Báo cáo\nTỉnh lập chợ ở Đại Phác năm 1950.");
    }

    [Theory]
    [InlineData("không phải thư")]
    [InlineData("\r\n\r\nchữ")]
    public void What_has_no_header_lines_is_no_letter(string text) => Blocks.Problem("a.eml", Encoding.UTF8.GetBytes(text)).Code.ShouldBe(ProblemCode.Damaged);

    [Fact]
    public void A_cut_letter_gives_what_is_there()
    {
        BienNien.Text.Document document = Letter("Subject: cat\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+TsSDbSAxOTUw");
        document.Text.ShouldBe("cat\nNăm 1950");
    }

    [Fact]
    public async Task Parts_without_end_and_headers_without_end_take_time_by_their_length()
    {
        string nested = string.Concat(Enumerable.Range(0, 5_000).Select(static i => $"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n")) + "\r\nchữ";
        string many = "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + string.Concat(Enumerable.Repeat("--b\r\n\r\nchữ\r\n", 100_000));
        string headers = string.Concat(Enumerable.Repeat("X: y\r\n", 500_000)) + "\r\nchữ";
        string folded = "X: y\r\n" + string.Concat(Enumerable.Repeat(" y\r\n", 500_000)) + "\r\nchữ";
        string words = "Subject: " + string.Concat(Enumerable.Repeat("=?a?", 500_000)) + "\r\n\r\nchữ";
        await Task.Run(() =>
        {
            foreach (string letter in (string[])[nested, many, headers, folded, words])
            {
                foreach (FileReading reading in _reader.ReadAll("a.eml", FileContent.Of(Encoding.UTF8.GetBytes(letter)), ReadOptions.Default))
                {
                    reading.Name.ShouldStartWith("a.eml");
                }
            }
        }).WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void Letters_in_letters_end_somewhere()
    {
        string letter = "Subject: 0\r\n\r\nchữ";
        for (int depth = 0; depth < 6; depth++)
        {
            letter = "Subject: x\r\nContent-Type: message/rfc822\r\n\r\n" + letter;
        }

        FileReading[] readings = [.. _reader.ReadAll("a.eml", FileContent.Of(Encoding.UTF8.GetBytes(letter)), ReadOptions.Default)];
        readings[^1].ShouldBeOfType<FileReading.Unreadable>().Problem.Code.ShouldBe(ProblemCode.TooLarge);
        readings[^1].Name.Count(static c => c == '/').ShouldBe(3);
    }

    [Fact]
    public void A_saved_web_page_is_its_first_page()
    {
        string saved = """
            From: <Saved by Blink>
            Snapshot-Content-Location: https://example.vn/a
            Subject: trang
            MIME-Version: 1.0
            Content-Type: multipart/related; type="text/html"; boundary="----x"

            ------x
            Content-Type: text/html
            Content-ID: <frame-1@mhtml.blink>
            Content-Transfer-Encoding: quoted-printable
            Content-Location: https://example.vn/a

            <!DOCTYPE html><html><head><meta charset=3D"UTF-8"><link rel=3D"stylesheet" href=3D"https://example.vn/x.css"></head><body><h1>L=C3=A0ng</h1><p>N=C4=83m 19=
            50.</p><img src=3D"cid:1"></body></html>
            ------x
            Content-Type: image/png
            Content-Transfer-Encoding: base64
            Content-Location: cid:1

            AAAA
            ------x--
            """.ReplaceLineEndings("\r\n");
        Blocks.Draw(Blocks.Read("a.mhtml", saved)).ShouldBe("Heading 1: Làng\nParagraph: Năm 1950.");
        // Word writes the same under its own ending.
        Blocks.Draw(Blocks.Read("a.docx", saved)).ShouldBe("Heading 1: Làng\nParagraph: Năm 1950.");
        Blocks.Problem("a.mht", "MIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nAAAA"u8.ToArray()).Code.ShouldBe(ProblemCode.Damaged);
    }

    private static BienNien.Text.Document Letter(string letter) => Letter(Encoding.UTF8.GetBytes(letter));

    private static BienNien.Text.Document Letter(byte[] letter) =>
        _reader.ReadAll("a.eml", FileContent.Of(letter), ReadOptions.Default).ShouldHaveSingleItem().ShouldBeOfType<FileReading.Read>().Document;
}
