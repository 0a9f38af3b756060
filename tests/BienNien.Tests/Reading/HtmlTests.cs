using System.Text;
using BienNien.Reading;
using BienNien.Tests.Reading.Encodings;
using BienNien.Text;
using Shouldly;

namespace BienNien.Tests.Reading;

public sealed class HtmlTests
{
    [Fact]
    public void Every_kind_of_block_comes_out_as_a_browser_shows_it()
    {
        const string Page = """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Bỏ &amp; qua</title><style>p{}</style>
            <script>if(a<b){document.write("<p>x")}</script></head>
            <body><nav><ul><li>Trang chủ</ul></nav>
            <h1>Huyện   Văn&nbsp;Yên
             một thế kỷ</h1>
            <p>Năm 1930<sup>2</sup>, xã <i>Đại</i> Phác <br> có 5 km<sup>2</sup> &#7897; &ecirc; A&B &lt;x&gt;.
            <p><b>I. BỐI CẢNH</b>
            <div>Đoạn <span>trong</span><!-- bỏ --> div <p>Đoạn con</p> đuôi</div>
            <ul><li>mục a<ol><li>con 1<li>con 2<p>đoạn hai</ol><li>mục b</ul>
            <table><caption>Bảng 2. Dân số</caption><tr><td rowspan=2>Xã<td colspan=2>Dân<tr><td>1960<td>1970<tr><td>A<td>10<td><td>12</table>
            <table><tr><td>bọc <table><tr><th>K<th>V<tr><td>a<td>1</table> ngoài</table>
            <table><tr><td><p>Một ô</p><p>hai đoạn</p></table>
            <figure><img src=x alt="y"><figcaption>Bến đò cũ</figcaption></figure>
            <div id="fn1"><p><sup>1</sup> Chú thích.</p></div>
            <footer>Bản quyền</footer><template><p>ẩn</p></template>
            </body></html>
            """;

        Document document = Blocks.Read("a.html", Page);

        Blocks.Draw(document).ShouldBe("""
            Furniture: Trang chủ
            Heading 1: Huyện Văn Yên một thế kỷ
            Paragraph: Năm 1930², xã Đại Phác⏎có 5 km² ộ ê A&B <x>.
            Heading 1: I. BỐI CẢNH
            Paragraph: Đoạn trong div
            Paragraph: Đoạn con
            Paragraph: đuôi
            ListItem 1: mục a
            ListItem 2: con 1
            ListItem 2: con 2
            Paragraph: đoạn hai
            ListItem 1: mục b
            Caption: Bảng 2. Dân số
            Cell 0,0,0 header: Xã
            Cell 0,0,1 header: Dân
            Cell 0,1,1: 1960
            Cell 0,1,2: 1970
            Cell 0,2,0: A
            Cell 0,2,1: 10
            Cell 0,2,3: 12
            Cell 1,0,0: bọc
            Cell 2,0,0 header: K
            Cell 2,0,1 header: V
            Cell 2,1,0: a
            Cell 2,1,1: 1
            Cell 1,0,0: ngoài
            Paragraph: Một ô ¦ hai đoạn
            Caption: Bến đò cũ
            Footnote: ¹ Chú thích.
            Furniture: Bản quyền
            """.Replace("Văn Yên", "Văn\u00A0Yên", StringComparison.Ordinal));
        document.Text.ShouldContain("\nA\t10\t\t12\n");
    }

    [Theory]
    [InlineData("<p>Bến &#7897;&nbsp;<b>Âu Lâu</b>\r\n thôn", "Âu")]
    [InlineData("<p>a &amp; b &lt; Âu Lâu", "Âu")]
    [InlineData("<p>a & b &ampx &notit; &zzz; Âu Lâu", "Âu")]
    [InlineData("<p>x<!-- y --> <script>z</script> Âu Lâu", "Âu")]
    [InlineData("<pre>\r\n\r\nx\r\n  Âu Lâu</pre>", "Âu")]
    public void Words_lead_back_to_their_place_in_the_file(string page, string word)
    {
        Document document = Blocks.Read("a.htm", page);
        int at = document.Text.IndexOf(word, StringComparison.Ordinal);
        document.SourceMap.ToSource(at).ShouldBe(page.IndexOf(word, StringComparison.Ordinal));
    }

    [Fact]
    public void Decomposed_letters_are_composed_and_lead_back()
    {
        const string Page = "<p>Bến <b>Âu Lâu</b> và Trấn Yên";
        string decomposed = Page.Normalize(NormalizationForm.FormD);
        Document document = Blocks.Read("a.html", decomposed);

        document.Text.ShouldBe("Bến Âu Lâu và Trấn Yên");
        foreach (string word in (string[])["Bến", "Âu", "Lâu", "Trấn", "Yên"])
        {
            document.SourceMap.ToSource(document.Text.IndexOf(word, StringComparison.Ordinal))
                .ShouldBe(decomposed.IndexOf(word.Normalize(NormalizationForm.FormD), StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_encoding_that_is_not_read_is_named()
    {
        byte[] russian = Encoding.Latin1.GetBytes("<meta charset=\"windows-1251\"><p>\u00CF\u00F0\u00E8\u00E2\u00E5\u00F2, \u00EC\u00E8\u00F0");

        ReadResult.Unreadable problem = Blocks.Problem("a.html", russian);
        problem.Code.ShouldBe(ProblemCode.NotUtf8);
        problem.Detail.ShouldContain("windows-1251");
    }

    [Theory]
    [InlineData("windows-1258", TextEncoding.Windows1258)]
    [InlineData("iso-8859-1", TextEncoding.Tcvn3)]
    [InlineData("x-viet-vps", TextEncoding.Vps)]
    [InlineData("utf-8", TextEncoding.VniWindows)]
    public void What_a_page_declares_counts_less_than_what_it_reads_as(string charset, TextEncoding encoding)
    {
        Document document = Blocks.Read("a.html", LegacyEncoder.Encode($"<meta charset=\"{charset}\"><p>Bến đò ngang, chợ phiên họp ngày mồng bảy &#7897;</p>", encoding));

        document.Text.ShouldBe("Bến đò ngang, chợ phiên họp ngày mồng bảy ộ");
        document.Encoding!.Value.Encoding.ShouldBe(encoding);
    }

    [Fact]
    public void A_declaration_settles_what_the_bytes_leave_open() =>
        Blocks.Read("a.html", (byte[])[.. "<meta charset=viscii><p>N"u8, 0xE5, .. "m 1951</p>"u8]).Text.ShouldBe("Năm 1951");

    [Fact]
    public void A_page_without_text_is_empty() =>
        Blocks.Problem("a.html", "<html><script>var a;</script><p> &#32; </p>"u8.ToArray()).Code.ShouldBe(ProblemCode.Empty);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public void Deep_nesting_needs_no_stack(string piece) =>
        Blocks.Read("a.html", string.Concat(Enumerable.Repeat(piece, 50_000)) + "chữ").Text.ShouldBe("chữ");

    [Theory]
    [InlineData("&#xFFFE;")]
    [InlineData("&#xD800;")]
    [InlineData("&#0;")]
    [InlineData("&#x110000;")]
    public void What_is_no_character_is_replaced(string reference) =>
        Blocks.Read("a.html", $"<p>a{reference}b").Text.ShouldBe("a\uFFFDb");

    [Fact]
    public void Quotations_verse_and_notes_are_told_by_their_tags() =>
        Blocks.Draw(Blocks.Read("a.html", """
            <p>Bà cụ giữ đò kể<sup>1</sup>:</p>
            <blockquote><p>Năm ấy nước lên tới bậc thềm đình, thuyền buộc ngay vào cột cái.</p></blockquote>
            <p>Rồi bà hát:</p>
            <p>Đò đưa một chuyến qua sông<br>Trăm năm còn giữ mùa đông lời thề</p>
            <p>[if !supportLists]Hết chuyện.[endif]</p>
            <div id="ftn1"><p><sup>1</sup> Ghi ở bến Gót năm 1981.</p></div>
            """)).ShouldBe("""
                Paragraph: Bà cụ giữ đò kể¹:
                Quotation: Năm ấy nước lên tới bậc thềm đình, thuyền buộc ngay vào cột cái.
                Paragraph: Rồi bà hát:
                Verse: Đò đưa một chuyến qua sông⏎Trăm năm còn giữ mùa đông lời thề
                Debris: [if !supportLists]
                Paragraph: Hết chuyện.
                Debris: [endif]
                Footnote: ¹ Ghi ở bến Gót năm 1981.
                """);
}
