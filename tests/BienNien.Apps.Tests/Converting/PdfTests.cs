using System.Diagnostics;
using System.Globalization;
using System.Text;
using BienNien.Converting;
using BienNien.Converting.Programs;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Apps.Tests.Converting;

/// <summary>PDF with a text layer: the words, their places, and what they are on the page.</summary>
public sealed class PdfTests
{
    private static readonly Lazy<byte[]> _report = new(static () => Machine.Convert(Papers.Report, "pdf:writer_web_pdf_Export"));

    [NeedsFact("pdftotext", "soffice")]
    public void The_words_of_a_report_are_read_in_their_order()
    {
        Document document = Machine.Read("báo cáo.pdf", _report.Value);

        Machine.Agreement(Machine.Words(Papers.ReportText), Machine.Words(document.Text)).ShouldBeGreaterThanOrEqualTo(0.995);
        document.Layout!.Pages.ShouldHaveSingleItem();
    }

    [NeedsFact("pdftotext", "soffice")]
    public void Paragraphs_headings_tables_and_both_sides_of_the_letterhead_are_told_apart()
    {
        Document document = Machine.Read("báo cáo.pdf", _report.Value);
        string[] Of(BlockKind kind) => [.. document.Blocks.Where(block => block.Kind == kind).Select(block => string.Join(' ', Machine.Words(string.Join(' ', block.Parts.Select(document.Surface)))))];

        Of(BlockKind.Paragraph).ShouldBe(["Khau Cưởm, ngày 09 tháng 5 năm 2024", .. Papers.ReportParagraphs], ignoreOrder: true);
        Of(BlockKind.Heading).ShouldBeSubsetOf(
        [
            "ỦY BAN NHÂN DÂN", "HUYỆN KHAU CƯỞM", "ỦY BAN NHÂN DÂN HUYỆN KHAU CƯỞM", "Số: 27/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            "BÁO CÁO", "Kết quả sưu tầm tư liệu lịch sử địa phương", "I. NHỮNG NĂM ĐẦU", "II. XÂY DỰNG",
        ]);
        Of(BlockKind.Caption).ShouldBe(["Bảng 1. Số dân công và ngày công đào mương"]);
        Of(BlockKind.TableCell).ShouldBe(
        [
            "TT", "Đơn vị", "Dân công", "Ngày công",
            "1", "Hợp tác xã Bản Chang cùng các tổ đổi công của thôn Nà Phặc", "215", "12.480",
            "2", "Hợp tác xã Nà Mùi", "164", "9.035",
            "3", "Trường phổ thông cấp hai", "58", "1.160",
        ]);
        document.Blocks.Where(static block => block.Cell is { Row: 0 }).ShouldAllBe(static block => block.Cell!.Value.IsHeader);
        document.Blocks.Where(static block => block.Cell is { Row: 2 }).Select(static block => block.Cell!.Value.Column).ShouldBe([0, 1, 2, 3]);
    }

    [NeedsFact("pdftotext", "soffice")]
    public void Every_word_has_its_rectangle_and_every_stretch_of_text_lies_on_its_page()
    {
        Document document = Machine.Read("báo cáo.pdf", _report.Value);

        Layouts.ShouldFit(document);
        int at = document.Text.IndexOf("12/3/1931", StringComparison.Ordinal);
        (int page, PageRectangle box) = document.Layout!.RectanglesOf(new TextSpan(at, 9)).ShouldHaveSingleItem();
        page.ShouldBe(1);
        (box.Right - box.Left).ShouldBeInRange(30, 90);
        (box.Bottom - box.Top).ShouldBeInRange(8, 24);
    }

    [NeedsFact("pdftotext", "soffice")]
    public void Running_heads_page_numbers_and_notes_stand_apart_and_paragraphs_go_on_over_them()
    {
        Document document = Machine.Read("lịch sử.pdf", Machine.Convert(Encoding.ASCII.GetBytes(Papers.HistoryRtf), "page.rtf", "pdf"));
        string[] Of(BlockKind kind) => [.. document.Blocks.Where(block => block.Kind == kind).Select(block => string.Join(' ', Machine.Words(string.Join(' ', block.Parts.Select(document.Surface)))))];

        int pages = document.PageCount;
        pages.ShouldBeGreaterThan(5);
        Of(BlockKind.Furniture).ShouldBe([.. Enumerable.Range(1, pages).SelectMany(static page => (string[])[Papers.HistoryHead, page.ToString(CultureInfo.InvariantCulture)])]);
        Of(BlockKind.Heading).ShouldBe(["Chương I", "Chương II", "Chương III", "Chương IV", "Chương V"]);
        Of(BlockKind.Footnote).ShouldBe([.. Papers.HistoryNotes.Select(static (note, i) => $"{i + 1} {note}")]);
        Of(BlockKind.Paragraph).Length.ShouldBe(40);
        Of(BlockKind.Paragraph).ShouldAllBe(static paragraph => paragraph.StartsWith("Năm 19", StringComparison.Ordinal) && paragraph.EndsWith("giá rét.", StringComparison.Ordinal));

        document.Notes.Length.ShouldBe(Papers.HistoryNotes.Length);
        document.Notes.Select(link => document.Surface(link.Mark)).ShouldBe(["¹", "²", "³"]);
        document.Notes.Select(link => document.Blocks[link.Note].Kind).ShouldAllBe(static kind => kind == BlockKind.Footnote);
        Layouts.ShouldFit(document);
    }

    [NeedsFact("pdftotext")]
    public void Ten_thousand_pages_are_read_and_each_word_knows_its_page()
    {
        byte[] pdf = Papers.TinyPdf(10_000);
        Stopwatch watch = Stopwatch.StartNew();

        Document document = Machine.Read("dài.pdf", pdf);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
        document.PageCount.ShouldBe(10_000);
        int at = document.Text.IndexOf("thu 7777 ", StringComparison.Ordinal);
        document.PageOf(at).ShouldBe(7777);
        document.Layout!.RectanglesOf(new TextSpan(at, 8)).ShouldHaveSingleItem().Page.ShouldBe(7777);
    }

    [NeedsFact("pdftotext")]
    public void A_file_over_a_limit_is_told_not_cut_short()
    {
        Machine.Refuse("dài.pdf", Papers.TinyPdf(30), new ConvertOptions { MaxPages = 20 })
            .ShouldBe(new ReadResult.Unreadable(ProblemCode.OverLimit, 0, "30 > 20 pages"));
        Machine.Refuse("dài.pdf", Papers.TinyPdf(3000), new ConvertOptions { ForFile = ProgramLimits.Default with { OutputBytes = 200_000 } })
            .Code.ShouldBe(ProblemCode.OverLimit);
    }

    [NeedsFact("pdftotext", "soffice")]
    public void A_locked_file_is_told_as_locked()
    {
        byte[] locked = Machine.Convert(
            Papers.Report, """pdf:writer_web_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"bí mật"}}""");

        Machine.Refuse("khóa.pdf", locked).Code.ShouldBe(ProblemCode.Protected);
    }

    [NeedsFact("pdftotext", "soffice")]
    public void A_file_that_is_cut_off_is_read_as_far_as_it_goes_or_told_as_damaged()
    {
        byte[] whole = _report.Value;
        foreach (int length in (int[])[20, 200, whole.Length / 2, whole.Length - 200])
        {
            switch (Machine.Reader.Read("cắt.pdf", whole.AsMemory(0, length), ReadOptions.Default))
            {
                case ReadResult.Unreadable bad:
                    bad.Code.ShouldBeOneOf(ProblemCode.Damaged, ProblemCode.ProgramFailed, ProblemCode.Empty);
                    bad.Detail.ShouldNotContain('\n');
                    break;
                case ReadResult.Read read:
                    Layouts.ShouldFit(read.Document);
                    break;
            }
        }

        Machine.Refuse("không phải.pdf", "Đây chỉ là chữ."u8.ToArray()).Code.ShouldBe(ProblemCode.Damaged);
    }

    [NeedsFact("pdftotext")]
    public void The_name_of_a_file_never_reaches_a_program() =>
        Machine.Read("-rf\n../../$(touch x)`y`;.pdf", Papers.TinyPdf(1)).Text.ShouldBe("Trang thu 1 noi ve nam 1001.");
}
