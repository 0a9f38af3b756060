using System.Text;
using BienNien.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Presentation;
using Shouldly;

namespace BienNien.Tests.Reading;

/// <summary>Slides: one page each, in the order of the show.</summary>
public sealed class PptxTests
{
    private const string Namespaces = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

    [Fact]
    public void Titles_lists_tables_and_notes_come_out_slide_by_slide()
    {
        byte[] file = Make(
            (Shape("title", "<a:p><a:r><a:t>Đất và người</a:t></a:r></a:p>")
                + Shape("body", "<a:p><a:r><a:t>mục một</a:t></a:r></a:p><a:p><a:pPr lvl=\"1\"/><a:r><a:t>mục </a:t></a:r><a:r><a:t>con</a:t></a:r></a:p><a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>Không dấu đầu dòng.</a:t></a:r></a:p>", "")
                + Shape(null, "<a:p><a:r><a:rPr b=\"1\"/><a:t>Khung chữ</a:t></a:r><a:br/><a:r><a:t>dòng hai.</a:t></a:r></a:p>")
                + Shape("sldNum", "<a:p><a:fld type=\"slidenum\"><a:t>1</a:t></a:fld></a:p>"), "Lời nói thêm.", false),
            (Shape("title", "<a:p><a:r><a:t>Bị ẩn</a:t></a:r></a:p>"), null, true),
            ("""
                <p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc rowSpan="2"><a:txBody><a:p><a:r><a:t>Xã</a:t></a:r></a:p></a:txBody></a:tc>
                <a:tc gridSpan="2"><a:txBody><a:p><a:r><a:t>Dân</a:t></a:r></a:p></a:txBody></a:tc><a:tc hMerge="1"><a:txBody><a:p/></a:txBody></a:tc></a:tr>
                <a:tr><a:tc vMerge="1"><a:txBody><a:p/></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>Nam</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>Nữ</a:t></a:r></a:p></a:txBody></a:tc></a:tr>
                <a:tr><a:tc><a:txBody><a:p><a:r><a:t>Đại Phác</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>10</a:t></a:r></a:p></a:txBody></a:tc><a:tc><a:txBody><a:p><a:r><a:t>12</a:t></a:r></a:p></a:txBody></a:tc></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>
                <mc:AlternateContent><mc:Choice>
                """ + Shape(null, "<a:p><a:r><a:t>Một lần.</a:t></a:r></a:p>") + "</mc:Choice><mc:Fallback>" + Shape(null, "<a:p><a:r><a:t>Một lần.</a:t></a:r></a:p>") + "</mc:Fallback></mc:AlternateContent>", null, false));

        BienNien.Text.Document document = Blocks.Read("a.pptx", file);

        Blocks.Draw(document).ShouldBe("""
            Heading 1: Đất và người
            ListItem 1: mục một
            ListItem 2: mục con
            Paragraph: Không dấu đầu dòng.
            Paragraph: Khung chữ⏎dòng hai.
            Furniture: 1
            Paragraph: Lời nói thêm.
            Cell 0,0,0 header: Xã
            Cell 0,0,1 header: Dân
            Cell 0,1,1 header: Nam
            Cell 0,1,2 header: Nữ
            Cell 0,2,0: Đại Phác
            Cell 0,2,1: 10
            Cell 0,2,2: 12
            Paragraph: Một lần.
            """);
        (document.PageCount, document.PageOf(0), document.PageOf(document.Text.IndexOf("Xã", StringComparison.Ordinal))).ShouldBe((3, 1, 3));
    }

    [Fact]
    public void A_picture_file_of_slides_and_a_cut_one_are_told()
    {
        Blocks.Problem("a.pptx", Make(("", null, false))).Code.ShouldBe(ProblemCode.Empty);
        byte[] file = Make((Shape("title", "<a:p><a:r><a:t>chữ</a:t></a:r></a:p>"), null, false));
        Blocks.Problem("a.pptx", file.AsMemory(0, file.Length / 2)).Code.ShouldBe(ProblemCode.Damaged);
        Blocks.Problem("a.pptx", Make((Shape(null, "<a:p><a:r><a:t>" + new string('a', 80_000_000) + "</a:t></a:r></a:p>"), null, false))).Code.ShouldBe(ProblemCode.TooLarge);
    }

    [Fact]
    public void Slides_are_read_whatever_the_ending() =>
        Blocks.Read("a.docx", Make((Shape("title", "<a:p><a:r><a:t>Làng cũ</a:t></a:r></a:p>"), null, false))).Text.ShouldBe("Làng cũ");

    /// <summary>A presentation: slides with their shapes as XML.</summary>
    internal static byte[] Make(params (string Shapes, string? Notes, bool Hidden)[] slides)
    {
        using MemoryStream stream = new();
        using (PresentationDocument document = PresentationDocument.Create(stream, PresentationDocumentType.Presentation))
        {
            PresentationPart main = document.AddPresentationPart();
            SlideIdList list = new();
            main.Presentation = new Presentation(list);
            // Stored in another order than shown.
            SlidePart[] parts = [.. slides.Reverse().Select(_ => main.AddNewPart<SlidePart>()).Reverse()];
            for (int i = 0; i < slides.Length; i++)
            {
                (string shapes, string? notes, bool hidden) = slides[i];
                Write(parts[i], $"<p:sld {Namespaces}{(hidden ? " show=\"0\"" : "")}><p:cSld><p:spTree>{shapes}</p:spTree></p:cSld></p:sld>");
                list.Append(new SlideId { Id = (uint)(256 + i), RelationshipId = main.GetIdOfPart(parts[i]) });
                if (notes is not null)
                {
                    Write(parts[i].AddNewPart<NotesSlidePart>(), $"<p:notes {Namespaces}><p:cSld><p:spTree>{Shape("body", $"<a:p><a:r><a:t>{notes}</a:t></a:r></a:p>")}{Shape("sldNum", "<a:p><a:r><a:t>1</a:t></a:r></a:p>")}</p:spTree></p:cSld></p:notes>");
                }
            }
        }

        return stream.ToArray();
    }

    /// <summary>A shape that fills a place of the layout, or a text box.</summary>
    internal static string Shape(string? placeholder, string paragraphs, string? type = null) =>
        $"<p:sp><p:nvSpPr><p:nvPr>{(placeholder is null ? "" : type is null ? $"<p:ph type=\"{placeholder}\"/>" : "<p:ph idx=\"1\"/>")}</p:nvPr></p:nvSpPr><p:txBody>{paragraphs}</p:txBody></p:sp>";

    private static void Write(OpenXmlPart part, string text)
    {
        using StreamWriter writer = new(part.GetStream(FileMode.Create), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(text);
    }
}
