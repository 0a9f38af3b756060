using System.Buffers.Binary;
using System.Globalization;
using BienNien.Converting.Programs;
using BienNien.Converting.Tesseract;
using BienNien.Reading;
using BienNien.Text;
using Shouldly;

namespace BienNien.Apps.Tests.Converting;

/// <summary>Scans: the words that Tesseract recognises, with places and confidences.</summary>
public sealed class RecognitionTests
{
    private static readonly Lazy<byte[]> _report = new(static () => Machine.Convert(Papers.Report, "pdf:writer_web_pdf_Export"));
    private static readonly Lazy<byte[]> _scan = new(static () => Machine.Draw(_report.Value, 300, "-png"));

    [NeedsFact("pdftoppm", "soffice", "tesseract")]
    public void A_clean_scan_is_recognised_word_by_word()
    {
        Document document = Machine.Read("quét.png", _scan.Value);

        Machine.Agreement(Machine.Words(Papers.ReportText), Machine.Words(document.Text)).ShouldBeGreaterThanOrEqualTo(0.97);
        Layouts.ShouldFit(document);
        document.Layout!.Words.ShouldAllBe(static word => word.Confidence != null);
        document.Layout.Words.Average(static word => word.Confidence!.Value).ShouldBeGreaterThan(80);
        document.Layout.Pages.ShouldHaveSingleItem().Height.ShouldBe(792, 60);
        document.Blocks.Count(static block => block.Cell is { Row: 3 }).ShouldBe(4);
    }

    [NeedsFact("pdftoppm", "soffice", "tesseract", "pdftotext")]
    public void A_scan_in_a_pdf_stands_where_the_text_of_the_electronic_page_stood()
    {
        Document electronic = Machine.Read("báo cáo.pdf", _report.Value);
        Document scan = Machine.Read("quét.pdf", Papers.PicturePdf(Machine.Draw(_report.Value, 300, "-jpeg"), words: null));

        Machine.Agreement(Machine.Words(Papers.ReportText), Machine.Words(scan.Text)).ShouldBeGreaterThanOrEqualTo(0.97);
        (PageRectangle Text, PageRectangle Scan) place = (PlaceOf(electronic, "12/3/1931"), PlaceOf(scan, "12/3/1931"));
        place.Scan.Left.ShouldBe(place.Text.Left, 3);
        place.Scan.Right.ShouldBe(place.Text.Right, 5);
        place.Scan.Top.ShouldBeInRange(place.Text.Top - 3, place.Text.Bottom);
    }

    [NeedsFact("pdftoppm", "soffice", "tesseract", "pdftotext")]
    public void Pages_with_a_text_layer_are_not_recognised_again()
    {
        byte[] jpeg = Machine.Draw(_report.Value, 300, "-jpeg");

        Document document = Machine.Read("lẫn.pdf", Papers.PicturePdf(jpeg, words: "Trang dau co chu san, noi ve nam 1923 va 1924."));

        document.PageCount.ShouldBe(2);
        document.Layout!.Words.Where(static word => word.Page == 1).ShouldAllBe(static word => word.Confidence == null);
        document.Layout.Words.Where(static word => word.Page == 2).ShouldAllBe(static word => word.Confidence != null);
        document.Layout.Words.Count(static word => word.Page == 2).ShouldBeGreaterThan(200);
        Layouts.ShouldFit(document);
    }

    [NeedsFact("pdftoppm", "pdftotext")]
    public void A_scan_without_Tesseract_says_what_is_missing()
    {
        string folder = Path.GetDirectoryName(Machine.Programs.Find("pdftotext")!)!;
        using TemporaryFolder programs = new();
        foreach (string name in (string[])["pdfinfo", "pdftotext", "pdftoppm"])
        {
            File.CreateSymbolicLink(programs[name], Path.Combine(folder, name));
        }

        byte[] scan = Papers.PicturePdf(Machine.Draw(Papers.TinyPdf(1), 100, "-jpeg"), words: null);
        Machine.Refuse("quét.pdf", scan, programs: new ProgramFinder([programs.Path])).ShouldBe(new ReadResult.Unreadable(ProblemCode.ProgramMissing, 0, "Tesseract"));
    }

    [Fact]
    public void A_picture_that_unpacks_to_gigabytes_is_refused_by_its_header()
    {
        byte[] bomb = [0x89, .. "PNG\r\n\x1A\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. Big(60_000), .. Big(60_000), 8, 2, 0, 0, 0, 0, 0, 0, 0];

        Machine.Refuse("bom.png", bomb).ShouldBe(new ReadResult.Unreadable(ProblemCode.OverLimit, 0, "3600 > 150 megapixels"));
        Machine.Refuse("ảnh.png", "Đây chỉ là chữ."u8.ToArray()).Code.ShouldBe(ProblemCode.Damaged);
    }

    [NeedsFact("tesseract", "pdftoppm")]
    public void A_picture_that_is_cut_off_is_told_or_read_as_far_as_it_goes()
    {
        byte[] whole = Machine.Draw(Papers.TinyPdf(1), 300, "-png");

        ReadResult result = Machine.Reader.Read("cắt.png", whole.AsMemory(0, whole.Length / 2), ReadOptions.Default);

        (result is ReadResult.Read || result is ReadResult.Unreadable { Code: ProblemCode.ProgramFailed or ProblemCode.Empty or ProblemCode.Damaged }).ShouldBeTrue(result.ToString());
    }

    [NeedsFact("pdftoppm")]
    public void Headers_say_how_large_a_picture_is()
    {
        byte[] pdf = Papers.TinyPdf(1);
        (string Format, string Ending)[] formats = [("-png", ".png"), ("-jpeg", ".jpg"), ("-tiff", ".tif")];
        foreach ((string format, string ending) in formats)
        {
            PictureHeader.Of(Machine.Draw(pdf, 144, format)).ShouldBe(new PictureHeader(ending, 600, 200, 144), format);
        }
    }

    [Fact]
    public void No_header_of_any_bytes_makes_the_reader_of_headers_stumble()
    {
        Random random = new(20_260_401);
        byte[][] openings = [[0x89, .. "PNG\r\n\x1A\n"u8], [0xFF, 0xD8, 0xFF, 0xE0], [.. "II*\0"u8, 8, 0, 0, 0], [.. "MM\0*"u8, 0, 0, 0, 8], [.. "BM"u8], [.. "RIFF\0\0\0\0WEBPVP8X"u8]];
        for (int i = 0; i < 20_000; i++)
        {
            byte[] opening = openings[i % openings.Length];
            byte[] rest = new byte[random.Next(120)];
            random.NextBytes(rest);
            _ = PictureHeader.Of([.. opening, .. rest]);
        }
    }

    private static byte[] Big(uint value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static PageRectangle PlaceOf(Document document, string words)
    {
        int at = document.Text.IndexOf(words, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, words.ToString(CultureInfo.InvariantCulture));
        return document.Layout!.RectanglesOf(new TextSpan(at, words.Length)).ShouldHaveSingleItem().Box;
    }
}
