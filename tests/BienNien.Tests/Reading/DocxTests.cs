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
