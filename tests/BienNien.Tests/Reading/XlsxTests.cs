using System.Globalization;
using System.Text;
using BienNien.Reading;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shouldly;
using CellFormat = BienNien.Reading.Xlsx.CellFormat;

namespace BienNien.Tests.Reading;

/// <summary>Workbooks: what stands in the cells, as it is seen.</summary>
public sealed class XlsxTests
{
    private const string S = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    [Fact]
    public void Each_sheet_is_a_table_under_its_name_with_title_above_and_source_below()
    {
        byte[] file = Make(
            ("Dân số", """
                <row r="1"><c r="A1" t="inlineStr"><is><t>BIỂU TỔNG HỢP DÂN SỐ</t></is></c></row>
                <row r="3"><c r="B3" t="s"><v>0</v></c><c r="D3" t="s"><v>1</v></c></row>
                <row r="4"><c r="B4" t="s"><v>2</v></c><c r="D4" s="1"><v>12345.5</v></c></row>
                <row r="900000"><c r="B900000" t="str"><f>1+1</f><v>Tổng</v></c><c r="D900000"><f>D4</f><v>12345.5</v></c><c r="XFD900000" s="1"/></row>
                <row r="900002"><c r="A900002" t="inlineStr"><is><r><t>Nguồn: </t></r><r><t>Chi cục</t></r></is></c></row>
                """, false),
            ("Ẩn", """<row r="1"><c r="A1" t="s"><v>0</v></c></row>""", true),
            ("Sheet2", """<row r="1"><c r="A1" t="s"><v>2</v></c><c r="B1" s="2"><v>16568</v></c></row>""", false));

        BienNien.Text.Document document = Blocks.Read("a.xlsx", file);

        Blocks.Draw(document).ShouldBe("""
            Heading 1: Dân số
            Heading 1: BIỂU TỔNG HỢP DÂN SỐ
            Cell 0,0,0 header: Xã
            Cell 0,0,1 header: Người
            Cell 0,1,0: Đại Phác
            Cell 0,1,1: 12.345,50
            Cell 0,2,0: Tổng
            Cell 0,2,1: 12345,5
            Paragraph: Nguồn: Chi cục
            Cell 1,0,0: Đại Phác
            Cell 1,0,1: 11/05/1945
            """);
        document.Text.ShouldContain("Xã\tNgười\nĐại Phác\t12.345,50\n");
    }

    [Fact]
    public void A_header_that_reaches_over_two_rows_names_both()
    {
        byte[] file = Make(("Sheet1", """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="2"><c r="B2" t="inlineStr"><is><t>Nam</t></is></c><c r="C2" t="inlineStr"><is><t>Nữ</t></is></c></row>
            <row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3"><v>10</v></c><c r="C3"><v>12</v></c></row>
            """, false));
        string text = Encoding.UTF8.GetString(Part(file, "xl/worksheets/sheet1.xml"));
        file = WithPart(file, "xl/worksheets/sheet1.xml", text.Replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>", StringComparison.Ordinal));

        Blocks.Draw(Blocks.Read("a.xlsx", file)).ShouldBe("""
            Cell 0,0,0 header: Xã
            Cell 0,0,1 header: Người
            Cell 0,1,1 header: Nam
            Cell 0,1,2 header: Nữ
            Cell 0,2,0: Đại Phác
            Cell 0,2,1: 10
            Cell 0,2,2: 12
            """);
    }

    [Theory]
    [InlineData("General", 1945, "1945")]
    [InlineData("General", 0.1 + 0.2, "0,3")]
    [InlineData("General", -1234567.25, "-1234567,25")]
    [InlineData("General", 31086001234, "31086001234")]
    [InlineData("0", 2.5, "3")]
    [InlineData("0.00", 1234.567, "1234,57")]
    [InlineData("#,##0", 1234567, "1.234.567")]
    [InlineData("#,##0", -1234567, "-1.234.567")]
    [InlineData("#,##0.0#", 1234.5, "1.234,5")]
    [InlineData("#,##0.##", 12, "12")]
    [InlineData("#,##0;(#,##0);\"-\"", -1234, "(1.234)")]
    [InlineData("#,##0;(#,##0);\"-\"", 0, "-")]
    [InlineData("0%", 0.256, "26%")]
    [InlineData("0.0%", 0.256, "25,6%")]
    [InlineData("#,##0 \"người\"", 12000, "12.000 người")]
    [InlineData("#,##0,", 1234567, "1.235")]
    [InlineData("_-* #,##0\\ _₫_-;-* #,##0\\ _₫_-;_-* \"-\"\\ _₫_-;_-@_-", 5000, "5.000 ")]
    [InlineData("[$-42A]#,##0\\ [$₫-42A]", 5000, "5.000 ₫")]
    [InlineData("000", 7, "007")]
    [InlineData("0000\\-000\\-000", 912345678, "0912-345-678")]
    [InlineData("#", 0, "0")]
    [InlineData("dd/mm/yyyy", 44197, "01/01/2021")]
    [InlineData("[$-1010000]d/m/yyyy;@", 44197, "1/1/2021")]
    [InlineData("d/m/yy", 44197, "1/1/21")]
    [InlineData("\"Ngày\" d \"tháng\" m \"năm\" yyyy", 44197, "Ngày 1 tháng 1 năm 2021")]
    [InlineData("dd/mm/yyyy hh:mm:ss", 44197.75, "01/01/2021 18:00:00")]
    [InlineData("h:mm AM/PM", 44197.75, "6:00 CH")]
    [InlineData("[h]:mm", 1.5, "36:00")]
    [InlineData("mm/yyyy", 44197, "01/2021")]
    [InlineData("dd/mm/yyyy", -5, "-5")]
    [InlineData("dd/mm/yyyy", 1e20, "1E+20")]
    [InlineData("0.00E+00", 12345, "1,23E+04")]
    [InlineData("# ?/?", 0.5, "0,5")]
    [InlineData("@", 1234.5, "1234,5")]
    [InlineData("\"", 12, "")]
    [InlineData("[", 12, "")]
    public void A_number_is_shown_as_its_format_says(string code, double value, string shown) =>
        CellFormat.Of(200, code).Show(value, from1904: false).ShouldBe(shown);

    [Theory]
    [InlineData(1, false, "01/01/1900")]
    [InlineData(59, false, "28/02/1900")]
    [InlineData(61, false, "01/03/1900")]
    [InlineData(0, true, "01/01/1904")]
    [InlineData(2958464, false, "30/12/9999")]
    public void Days_are_counted_as_Excel_counts_them(double value, bool from1904, string shown) =>
        CellFormat.Of(14, null).Show(value, from1904).ShouldBe(shown);

    [Fact]
    public void Broken_places_and_numbers_cost_nothing_but_themselves() => Blocks.Draw(Blocks.Read("a.xlsx", Make(("Sheet1", """
        <row r="0"><c r="ZZZZ9" t="s"><v>0</v></c><c t="s"><v>99</v></c></row>
        <row r="2"><c r="B2" t="s"><v>1</v></c><c r="A2" t="s"><v>0</v></c><c r="A2" t="s"><v>2</v></c></row>
        <row><c><v>chữ</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c t="inlineStr"><is><t>a_x000D_b_x0009_c</t></is></c></row>
        """, false)))).ShouldBe("""
        Paragraph: Xã
        Cell 0,0,0: Xã
        Cell 0,0,1: Người
        Cell 0,1,0: chữ
        Cell 0,1,1: TRUE
        Cell 0,1,2: #DIV/0!
        Cell 0,1,3: ab c
        """);

    [Fact]
    public async Task Cells_far_apart_do_not_fill_the_room_between_them()
    {
        string rows = string.Concat(Enumerable.Range(1, 16_000).Select(static i => string.Create(
            CultureInfo.InvariantCulture, $"<row r=\"{i * 60}\"><c r=\"{Column(i)}{i * 60}\"><v>1</v></c><c r=\"XFD{i * 60}\"><v>2</v></c></row>")));
        BienNien.Text.Document document = await Task.Run(() => Blocks.Read("a.xlsx", Make(("Sheet1", rows, false)))).WaitAsync(TimeSpan.FromSeconds(20));
        document.Text.Length.ShouldBeLessThan(200_000);
        document.Blocks.Length.ShouldBe(32_000);
    }

    [Fact]
    public void More_cells_than_are_taken_are_refused() =>
        Blocks.Problem("a.xlsx", Make(("Sheet1", string.Concat(Enumerable.Repeat("<row>" + string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 10_000)) + "</row>", 201)), false)))
            .ShouldBe(new ReadResult.Unreadable(ProblemCode.TooLarge, 0, "> 2000000 cells"));

    [Fact]
    public void A_bomb_a_cut_file_an_entity_and_a_password_are_told()
    {
        byte[] file = Make(("Sheet1", """<row r="1"><c r="A1" t="s"><v>0</v></c></row>""", false));
        Blocks.Problem("a.xlsx", WithPart(file, "xl/sharedStrings.xml", $"<sst {S}><si><t>{new string('a', 80_000_000)}</t></si></sst>")).Code.ShouldBe(ProblemCode.TooLarge);
        Blocks.Problem("a.xlsx", file.AsMemory(0, file.Length / 2)).Code.ShouldBe(ProblemCode.Damaged);
        Blocks.Problem("a.xlsx", WithPart(file, "xl/sharedStrings.xml", "<!DOCTYPE a [<!ENTITY x \"xx\"><!ENTITY y \"&x;&x;\">]><sst><si><t>&y;</t></si></sst>")).Code.ShouldBe(ProblemCode.Damaged);
        Blocks.Problem("a.xlsx", (byte[])[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes("EncryptedPackage")]).Code.ShouldBe(ProblemCode.Protected);
    }

    [Fact]
    public void A_web_page_saved_as_a_workbook_is_read_as_a_web_page() =>
        Blocks.Draw(Blocks.Read("a.xlsx", "<html><table><tr><td>Xã<td>Dân<tr><td>Đại Phác<td>10</table>"))
            .ShouldBe("Cell 0,0,0 header: Xã\nCell 0,0,1 header: Dân\nCell 0,1,0: Đại Phác\nCell 0,1,1: 10");

    /// <summary>A workbook: sheets with their rows as XML; texts 0 “Xã”, 1 “Người”, 2 “Đại Phác”; style 1 with thousands and two decimals, 2 a date.</summary>
    internal static byte[] Make(params (string Name, string Rows, bool Hidden)[] sheets)
    {
        using MemoryStream stream = new();
        using (SpreadsheetDocument document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart book = document.AddWorkbookPart();
            Sheets list = new();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list);
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(
                new[] { "Xã", "Người", "Đại Phác" }.Select(static text => new SharedStringItem(new DocumentFormat.OpenXml.Spreadsheet.Text(text))));
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd/mm/yyyy" }),
                new CellFormats(new DocumentFormat.OpenXml.Spreadsheet.CellFormat { NumberFormatId = 0 }, new DocumentFormat.OpenXml.Spreadsheet.CellFormat { NumberFormatId = 4 }, new DocumentFormat.OpenXml.Spreadsheet.CellFormat { NumberFormatId = 164 }));
            for (uint i = 0; i < sheets.Length; i++)
            {
                WorksheetPart part = book.AddNewPart<WorksheetPart>();
                using (StreamWriter writer = new(part.GetStream(FileMode.Create)))
                {
                    writer.Write($"<worksheet {S}><sheetData>{sheets[i].Rows}</sheetData></worksheet>");
                }

                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet
                {
                    Name = sheets[i].Name,
                    SheetId = i + 1,
                    Id = book.GetIdOfPart(part),
                    State = sheets[i].Hidden ? SheetStateValues.Hidden : null,
                });
            }
        }

        return stream.ToArray();
    }

    private static string Column(int number)
    {
        string name = "";
        for (; number > 0; number = (number - 1) / 26)
        {
            name = (char)('A' + ((number - 1) % 26)) + name;
        }

        return name;
    }

    internal static byte[] Merged(byte[] file, IReadOnlyCollection<string> ranges) => ranges.Count == 0
        ? file
        : WithPart(file, "xl/worksheets/sheet1.xml", Encoding.UTF8.GetString(Part(file, "xl/worksheets/sheet1.xml"))
            .Replace("</sheetData>", $"</sheetData><mergeCells>{string.Concat(ranges.Select(static range => $"<mergeCell ref=\"{range}\"/>"))}</mergeCells>", StringComparison.Ordinal));

    private static byte[] Part(byte[] file, string name)
    {
        using System.IO.Compression.ZipArchive archive = new(new MemoryStream(file));
        using Stream entry = archive.GetEntry(name)!.Open();
        using MemoryStream bytes = new();
        entry.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static byte[] WithPart(byte[] file, string name, string text)
    {
        using MemoryStream stream = new();
        stream.Write(file);
        using (System.IO.Compression.ZipArchive archive = new(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)!.Delete();
            using StreamWriter writer = new(archive.CreateEntry(name).Open());
            writer.Write(text);
        }

        return stream.ToArray();
    }
}
