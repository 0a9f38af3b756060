using System.Globalization;
using System.Text;
using BienNien.Converting.Tesseract;

namespace BienNien.Apps.Tests.Converting;

/// <summary>Papers of our own prose, as web pages that LibreOffice turns into other files.</summary>
internal static class Papers
{
    /// <summary>The words of <see cref="Report"/>, in reading order; tables cell by cell.</summary>
    internal static string[] ReportParagraphs { get; } =
    [
        "Thực hiện kế hoạch sưu tầm tư liệu, Ban Biên soạn đã đi qua 14 xã và ghi lời kể của 37 người cao tuổi; dưới đây là những việc chính được ghi lại, xếp theo thứ tự thời gian.",
        "Ngày 12/3/1931, tại làng Nà Mùi, năm thanh niên họp kín bên bếp lửa, lập nhóm đọc sách đầu tiên của tổng. Cuối năm ấy nhóm có 11 người, góp được 24 đồng bạc mua giấy mực và gửi người xuống chợ Bó Lịn mua báo về đọc cho cả bản nghe.",
        "Tháng 8 năm 1945, nhân dân ba xã kéo về đồn Khau Cưởm; lính đồn nộp 42 khẩu súng, không bên nào bị thương. Sáng hôm sau, cuộc mít tinh đông tới 1.200 người bầu ra ủy ban lâm thời gồm bảy người, do ông Nông Văn Thẻ đứng đầu.",
        "Từ năm 1959 đến năm 1963, hợp tác xã đào con mương dài 6,5 km dẫn nước từ suối Phia Đén về cánh đồng Bản Chang, tưới được 85 ha ruộng hai vụ. Nhiều gia đình góp công liền bốn mùa đông mà không nhận một cân thóc nào.",
    ];

    internal static string Report { get; } = $"""
        <html><head><meta charset="utf-8"></head><body style="font-family:'Noto Serif','DejaVu Serif',serif;font-size:12pt">
        <table width="100%"><tr>
        <td width="45%" align="center">ỦY BAN NHÂN DÂN<br>HUYỆN KHAU CƯỞM<br>Số: 27/BC-UBND</td>
        <td width="55%" align="center">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc<br><i>Khau Cưởm, ngày 09 tháng 5 năm 2024</i></td>
        </tr></table>
        <p align="center"><b>BÁO CÁO</b></p>
        <p align="center"><b>Kết quả sưu tầm tư liệu lịch sử địa phương</b></p>
        <p align="justify">{ReportParagraphs[0]}</p>
        <p><b>I. NHỮNG NĂM ĐẦU</b></p>
        <p align="justify">{ReportParagraphs[1]}</p>
        <p align="justify">{ReportParagraphs[2]}</p>
        <p><b>II. XÂY DỰNG</b></p>
        <p align="justify">{ReportParagraphs[3]}</p>
        <p align="center">Bảng 1. Số dân công và ngày công đào mương</p>
        <table border="1" cellspacing="0" cellpadding="5" width="100%">
        <tr><td width="8%">TT</td><td width="48%">Đơn vị</td><td width="22%">Dân công</td><td width="22%">Ngày công</td></tr>
        <tr><td>1</td><td>Hợp tác xã Bản Chang cùng các tổ đổi công của thôn Nà Phặc</td><td align="right">215</td><td align="right">12.480</td></tr>
        <tr><td>2</td><td>Hợp tác xã Nà Mùi</td><td align="right">164</td><td align="right">9.035</td></tr>
        <tr><td>3</td><td>Trường phổ thông cấp hai</td><td align="right">58</td><td align="right">1.160</td></tr>
        </table>
        </body></html>
        """;

    /// <summary>The words of <see cref="Report"/> as they are read: side by side first, then down the page.</summary>
    internal static string ReportText { get; } = string.Join('\n',
    [
        "ỦY BAN NHÂN DÂN HUYỆN KHAU CƯỞM Số: 27/BC-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Khau Cưởm, ngày 09 tháng 5 năm 2024",
        "BÁO CÁO", "Kết quả sưu tầm tư liệu lịch sử địa phương",
        ReportParagraphs[0], "I. NHỮNG NĂM ĐẦU", ReportParagraphs[1], ReportParagraphs[2], "II. XÂY DỰNG", ReportParagraphs[3],
        "Bảng 1. Số dân công và ngày công đào mương",
        "TT Đơn vị Dân công Ngày công",
        "1 Hợp tác xã Bản Chang cùng các tổ đổi công của thôn Nà Phặc 215 12.480", "2 Hợp tác xã Nà Mùi 164 9.035", "3 Trường phổ thông cấp hai 58 1.160",
    ]);

    internal const string HistoryHead = "Lịch sử các xã vùng cao";

    /// <summary>The notes of <see cref="HistoryRtf"/>.</summary>
    internal static string[] HistoryNotes { get; } =
    [
        "Theo lời kể của ông Lý Văn Páo, ghi tại bản Phìn Hồ ngày 3 tháng 4 năm 2019, có đối chiếu với sổ tay của đội thủy lợi.",
        "Sổ chi của hợp tác xã Tả Lèng, quyển hai, còn giữ ở nhà kho của xã.",
        "Có người nhớ là cuối năm trước, khi nước lũ đã rút hẳn khỏi cánh đồng Nà Cáy và đường xe lên bản đã thông.",
    ];

    /// <summary>
    /// Forty paragraphs in five chapters with a running head, page numbers and three notes. All paragraphs are alike but for their years,
    /// so that lines of text, too, stand at the same height of several pages.
    /// </summary>
    internal static string HistoryRtf { get; } = MakeHistory();

    private static string MakeHistory()
    {
        const string Work = ", nhân dân các xã vùng cao góp sức mở đường vào bản, đào đá, bắc cầu gỗ qua suối và dựng trường học đầu tiên bằng tre nứa; nhiều gia đình cho mượn nhà làm lớp học, cụ già dạy chữ cho trẻ nhỏ suốt mùa đông giá rét";
        StringBuilder rtf = new(@"{\rtf1\ansi\deff0{\fonttbl{\f0 Noto Serif;}}\paperw11906\paperh16838\margl1701\margr1134\margt1134\margb1134");
        rtf.Append(@"{\header\pard\qr\fs20 ").Append(Escape(HistoryHead)).Append(@"\par}{\footer\pard\qc\chpgn\par}\fs26").AppendLine();
        string[] chapters = ["I", "II", "III", "IV", "V"];
        for (int i = 0; i < 40; i++)
        {
            if (i % 8 == 0)
            {
                rtf.Append(@"\pard\qc\b ").Append(Escape("Chương " + chapters[i / 8])).Append(@"\par\pard\b0\qj").AppendLine();
            }

            rtf.Append(@"\pard\fi567\qj\sb120 ").Append(Escape($"Năm {1950 + i}{Work}"));
            if (Array.IndexOf([2, 9, 20], i) is >= 0 and int note)
            {
                rtf.Append(@"{\super\chftn}{\footnote\pard\fs18{\super\chftn} ").Append(Escape(HistoryNotes[note])).Append('}');
            }

            rtf.Append(". ").Append(Escape($"Năm {1951 + i}{Work}.")).Append(@"\par").AppendLine();
        }

        return rtf.Append('}').ToString();
    }

    private static string Escape(string text) => string.Concat(text.Select(static c => c < 128 ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $@"\u{(int)c}?")));

    /// <summary>A PDF of many small pages, each with a line of its own, written by hand.</summary>
    internal static byte[] TinyPdf(int pages)
    {
        using TinyPdf pdf = new();
        int font = pdf.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        for (int page = 1; page <= pages; page++)
        {
            pdf.AddPage(300, 100, $"/Font<</F1 {font} 0 R>>", $"BT /F1 12 Tf 20 60 Td (Trang thu {page} noi ve nam {1000 + (page % 900)}.) Tj ET");
        }

        return pdf.Write();
    }

    /// <summary>A PDF whose last page is a picture of a sheet of Letter at 300 dots an inch or of any size, after a page of words when there are any.</summary>
    internal static byte[] PicturePdf(byte[] jpeg, string? words)
    {
        PictureHeader header = PictureHeader.Of(jpeg)!.Value;
        using TinyPdf pdf = new();
        int font = pdf.Add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        if (words is not null)
        {
            pdf.AddPage(400, 200, $"/Font<</F1 {font} 0 R>>", $"BT /F1 12 Tf 20 60 Td ({words}) Tj ET");
        }

        int picture = pdf.AddStream(
            string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {header.Width}/Height {header.Height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"), jpeg);
        double width = header.Width * 72.0 / header.Resolution;
        double height = header.Height * 72.0 / header.Resolution;
        pdf.AddPage(width, height, $"/XObject<</Im1 {picture} 0 R>>", string.Create(CultureInfo.InvariantCulture, $"q {width} 0 0 {height} 0 0 cm /Im1 Do Q"));
        return pdf.Write();
    }
}
