using System.IO.Compression;
using System.Text;
using BienNien.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Shouldly;

namespace BienNien.Tests.Reading;

public sealed class DocxTests
{
    private const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    [Fact]
    public void Every_kind_of_block_comes_out()
    {
        byte[] file = Make("""
            <w:p><w:pPr><w:pStyle w:val="u1"/></w:pPr><w:r><w:t>Huyện Văn Yên</w:t></w:r></w:p>
            <w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Đầu đề theo bậc</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">Năm 1930</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> có </w:t><w:tab/><w:t>5 km</w:t></w:r>
              <w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:br/><w:t>dòng hai</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
            <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>mục con</w:t></w:r></w:p>
            <w:p><w:r><w:t xml:space="preserve">giữ </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>bỏ</w:delText></w:r></w:del><w:ins w:id="2" w:author="a"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>
            <w:p><w:pPr><w:rPr><w:del w:id="3" w:author="a"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">nối </w:t></w:r></w:p>
            <w:p><w:r><w:t>liền</w:t></w:r></w:p>
            <w:p><w:r><w:t>Trước khung</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></mc:Choice>
              <mc:Fallback><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t xml:space="preserve"> sau khung</w:t></w:r></w:p>
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Xã</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Dân</w:t></w:r></w:p></w:tc></w:tr>
              <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>10</w:t></w:r></w:p><w:p><w:r><w:t>người</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr>
              <w:tr><w:trPr><w:del w:id="4" w:author="a"/></w:trPr><w:tc><w:p><w:r><w:t>hàng bỏ</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:p><w:r><w:lastRenderedPageBreak/><w:t>Trang hai</w:t></w:r></w:p>
            """);

        BienNien.Text.Document document = Blocks.Read("a.docx", file);

        Blocks.Draw(document).ShouldBe("""
            Heading 1: Huyện Văn Yên
            Heading 2: Đầu đề theo bậc
            Paragraph: Năm 1930¹ có 	5 km²⏎dòng hai
            ListItem 2: mục con
            Paragraph: giữ thêm
            Paragraph: nối liền
            Paragraph: Trước khung sau khung
            Paragraph: trong khung
            Cell 0,0,0 header: Xã
            Cell 0,0,1 header: Dân
            Cell 0,1,1: 10 ¦ người
            Cell 0,1,2: 12
            Paragraph: Trang hai
            Footnote: ¹ Chú thích
            Furniture: Đầu trang
            """);
        document.PageCount.ShouldBe(2);
        document.PageOf(document.Text.IndexOf("trong", StringComparison.Ordinal)).ShouldBe(1);
        document.PageOf(document.Text.IndexOf("Trang hai", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Comments_stand_apart_with_their_authors_and_leave_the_text_alone()
    {
        byte[] file = Parts(
            """<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>Năm 19</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t>36.</w:t></w:r></w:p>""",
            ("comments", "word/comments.xml", $"""<w:comments {W}><w:comment w:id="0" w:author="Lê Văn Tám" w:date="2020-05-12T00:00:00Z"><w:p><w:r><w:annotationRef/></w:r><w:r><w:t>Xem lại: 1937?</w:t></w:r></w:p></w:comment></w:comments>"""));

        BienNien.Text.Document document = Blocks.Read("a.docx", file);

        Blocks.Draw(document).ShouldBe("Paragraph: Năm 1936.\nComment: Xem lại: 1937?");
        document.Blocks[1].Label.ShouldBe("Lê Văn Tám");
    }

    [Fact]
    public void The_numbers_that_Word_sets_itself_are_labels_and_no_text()
    {
        static string Item(int list, int level, string text, bool bold = false) =>
            $"""<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:rPr>{(bold ? "<w:b/>" : "")}</w:rPr><w:t>{text}</w:t></w:r></w:p>""";
        static string Level(int level, string format, string text, string more = "") =>
            $"""<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>""";
        string numbering = $"""
            <w:numbering {W}><w:abstractNum w:abstractNumId="0">{Level(0, "upperRoman", "%1.")}{Level(1, "decimal", "%2.")}{Level(2, "lowerLetter", "%3)")}{Level(3, "decimal", "%1.%2.%4", "<w:isLgl/>")}</w:abstractNum>
            <w:abstractNum w:abstractNumId="1">{Level(0, "bullet", "\uF0B7")}{Level(1, "bullet", "-")}</w:abstractNum>
            <w:abstractNum w:abstractNumId="2">{Level(0, "decimal", "Điều %1.", """<w:pStyle w:val="dieu"/>""")}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
            <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num></w:numbering>
            """;
        string styles = $"""<w:styles {W}><w:style w:type="paragraph" w:styleId="dieu"><w:name w:val="Dieu"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style></w:styles>""";
        string body = Item(1, 0, "Tình hình", bold: true) + Item(1, 1, "dân cư;") + Item(1, 2, "xã;") + Item(1, 2, "thôn;") + Item(1, 1, "ruộng đất;") + Item(1, 2, "công điền;") + Item(1, 3, "chi tiết;")
            + Item(1, 0, "Kết quả", bold: true) + Item(1, 1, "") + Item(1, 1, "chợ;") + Item(2, 0, "gạch;") + Item(2, 1, "ngang;") + Item(3, 0, "năm;") + Item(3, 0, "sáu;") + Item(9, 0, "không có;")
            + """<w:p><w:pPr><w:pStyle w:val="dieu"/></w:pPr><w:r><w:t>Phạm vi áp dụng;</w:t></w:r></w:p>""";

        BienNien.Text.Document document = Blocks.Read("a.docx", Parts(body, ("numbering", "word/numbering.xml", numbering), ("styles", "word/styles.xml", styles)));

        string.Join('\n', document.Blocks.Select(block => $"{block.Kind} {block.Level} «{block.Label}» {document.Surface(block.Span)}")).ShouldBe("""
            Heading 1 «I.» Tình hình
            ListItem 2 «1.» dân cư;
            ListItem 3 «a)» xã;
            ListItem 3 «b)» thôn;
            ListItem 2 «2.» ruộng đất;
            ListItem 3 «a)» công điền;
            ListItem 4 «1.2.1» chi tiết;
            Heading 1 «II.» Kết quả
            ListItem 2 «2.» chợ;
            ListItem 1 «•» gạch;
            ListItem 2 «-» ngang;
            ListItem 1 «V.» năm;
            ListItem 1 «VI.» sáu;
            ListItem 1 «» không có;
            ListItem 1 «Điều 1.» Phạm vi áp dụng;
            """);
    }

    [Theory]
    [InlineData(4, "upperRoman", "IV")]
    [InlineData(1999, "lowerRoman", "mcmxcix")]
    [InlineData(28, "lowerLetter", "bb")]
    [InlineData(7, "decimalZero", "07")]
    [InlineData(15, "vietnameseCounting", "mười lăm")]
    [InlineData(21, "vietnameseCounting", "hai mươi mốt")]
    [InlineData(10, "vietnameseCounting", "mười")]
    [InlineData(-3, "upperRoman", "-3")]
    [InlineData(5, "ideographDigital", "5")]
    public void Numbers_are_written_as_lists_want_them(int number, string format, string written) =>
        BienNien.Reading.Docx.DocxNumbers.Write(number, format).ShouldBe(written);

    [Fact]
    public void Files_that_Word_has_yet_to_take_in_are_taken_in()
    {
        byte[] file = Parts(
            """<w:p><w:r><w:t>Trước.</w:t></w:r></w:p><w:altChunk r:id="c1"/><w:altChunk r:id="c2"/><w:altChunk r:id="c9"/><w:p><w:r><w:t>Sau.</w:t></w:r></w:p>""",
            ("aFChunk", "word/c1.html", "<h2>Làng</h2><table><tr><td>Xã<td>Dân</table>"),
            ("aFChunk", "word/c2.docx", Encoding.Latin1.GetString(Zip("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"))));
        Blocks.Draw(Blocks.Read("a.docx", file)).ShouldBe("Paragraph: Trước.\nHeading 2: Làng\nCell 0,0,0: Xã\nCell 0,0,1: Dân\nCell 1,0,0: a\nCell 1,0,1: b\nParagraph: Sau.");
    }

    [Fact]
    public void Codes_of_fields_controls_and_nested_tables_give_what_the_page_shows() => Blocks.Draw(Blocks.Read("a.dotx", Parts("""
        <w:sdt><w:sdtPr><w:alias w:val="tên"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t xml:space="preserve">Xem </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://example.invalid/x"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>phụ lục</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr="PAGE"><w:r><w:t xml:space="preserve"> 12</w:t></w:r></w:fldSimple></w:p></w:sdtContent></w:sdt>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>ngoài</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>trong 1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>trong 2</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc><w:tc><w:p><w:r><w:t>bên</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        """))).ShouldBe("Paragraph: Xem phụ lục 12\nCell 0,0,0: ngoài\nCell 1,0,0: trong 1\nCell 1,0,1: trong 2\nCell 0,0,1: bên");

    [Fact]
    public void Strict_files_are_read_and_nothing_outside_is_opened()
    {
        byte[] file = Zips.Of(
            ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document.xml"/></Relationships>"""),
            ("word/_rels/document.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" TargetMode="External" Target="file:///etc/hostname"/><Relationship Id="b" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/aFChunk" Target="../../../../etc/hostname"/></Relationships>"""),
            ("word/document.xml", """<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><w:body><w:p><w:r><w:t>Năm 1936.</w:t></w:r></w:p><w:altChunk r:id="a"/><w:altChunk r:id="b"/></w:body></w:document>"""));
        Blocks.Read("a.docx", file).Text.ShouldBe("Năm 1936.");
    }

    [Fact]
    public void Decomposed_letters_are_composed() =>
        Blocks.Read("a.docx", Make($"<w:p><w:r><w:t>{"Bến Âu Lâu".Normalize(NormalizationForm.FormD)}</w:t></w:r></w:p>")).Text.ShouldStartWith("Bến Âu Lâu\n");

    [Fact]
    public void A_cut_file_is_damaged()
    {
        byte[] file = Make("<w:p><w:r><w:t>chữ</w:t></w:r></w:p>");
        Blocks.Problem("a.docx", file.AsMemory(0, file.Length / 2)).Code.ShouldBe(ProblemCode.Damaged);
        Blocks.Problem("a.docx", "văn bản"u8.ToArray()).Code.ShouldBe(ProblemCode.Damaged);
    }

    [Fact]
    public void An_encrypted_file_is_protected_and_an_old_one_is_of_another_format()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504]];
        Blocks.Problem("a.docx", ole).Code.ShouldBe(ProblemCode.UnknownFormat);
        Blocks.Problem("a.docx", (byte[])[.. ole, .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Code.ShouldBe(ProblemCode.Protected);
    }

    [Fact]
    public void A_zip_bomb_is_stopped_by_what_it_unpacks_to()
    {
        byte[] file = Zip("<w:p><w:r><w:t>" + new string('a', 80_000_000) + "</w:t></w:r></w:p>");
        file.Length.ShouldBeLessThan(1_000_000);
        Blocks.Problem("a.docx", file).Code.ShouldBe(ProblemCode.TooLarge);
    }

    [Fact]
    public void A_document_type_is_refused() =>
        Blocks.Problem("a.docx", Zip("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>")).Code.ShouldBe(ProblemCode.Damaged);

    [Fact]
    public void Deep_nesting_needs_no_stack() => Blocks.Read("a.docx", Zip(
        string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 20_000)) + "<w:p><w:r><w:t>chữ</w:t></w:r></w:p>" + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 20_000))))
        .Text.ShouldBe("chữ");

    /// <summary>A Word file with a heading style of a localised id, a note and a header.</summary>
    internal static byte[] Make(string body)
    {
        using MemoryStream stream = new();
        using (WordprocessingDocument word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = word.AddMainDocumentPart();
            StyleDefinitionsPart styles = main.AddNewPart<StyleDefinitionsPart>();
            styles.Styles = new Styles(new Style(new StyleName { Val = "heading 1" }) { StyleId = "u1", Type = StyleValues.Paragraph });
            FootnotesPart notes = main.AddNewPart<FootnotesPart>();
            notes.Footnotes = new Footnotes(
                new Footnote(new Paragraph(new Run(new SeparatorMark()))) { Id = 0, Type = FootnoteEndnoteValues.Separator },
                new Footnote(new Paragraph(new Run(new FootnoteReferenceMark()), new Run(new DocumentFormat.OpenXml.Wordprocessing.Text(" Chú thích") { Space = SpaceProcessingModeValues.Preserve }))) { Id = 2 });
            HeaderPart header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(new Paragraph(new Run(new DocumentFormat.OpenXml.Wordprocessing.Text("Đầu trang"))));
            using StreamWriter writer = new(main.GetStream(FileMode.Create), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            writer.Write($"<w:document {W}><w:body>{body}</w:body></w:document>");
        }

        return stream.ToArray();
    }

    /// <summary>A Word file of a body and other parts: kind of relationship, name, text (a character a byte when it is an archive). They are named c1, c2, ….</summary>
    private static byte[] Parts(string body, params (string Kind, string Name, string Text)[] parts) => Zips.Of(
    [
        ("_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"""u8.ToArray()),
        ("word/document.xml", Encoding.UTF8.GetBytes($"<w:document {W} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body>{body}</w:body></w:document>")),
        ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + string.Concat(parts.Select(static (part, i) =>
            $"<Relationship Id=\"c{i + 1}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{part.Kind}\" Target=\"/{part.Name}\"/>")) + "</Relationships>")),
        .. parts.Select(static part => (part.Name, part.Text.StartsWith("PK", StringComparison.Ordinal) ? Encoding.Latin1.GetBytes(part.Text) : Encoding.UTF8.GetBytes(part.Text))),
    ]);

    internal static byte[] Zip(string body, string prolog = "")
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(archive, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>""");
            Write(archive, "word/document.xml", $"{prolog}<w:document {W}><w:body>{body}</w:body></w:document>");
        }

        return stream.ToArray();
    }

    private static void Write(ZipArchive archive, string name, string text)
    {
        using StreamWriter writer = new(archive.CreateEntry(name).Open());
        writer.Write(text);
    }
}
