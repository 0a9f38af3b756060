using System.Globalization;
using BienNien.Finding;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Telling;

namespace BienNien.Web.Shared;

internal sealed class VietnameseTexts : Texts
{
    public static VietnameseTexts Instance { get; } = new();

    public override string Code => "vi";
    public override TellingLanguage Language => TellingLanguage.Vietnamese;
    public override CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("vi-VN");

    public override string Tagline => "Biên niên sử có nguồn";
    public override string SkipToContent => "Đến nội dung";
    public override string MainMenu => "Mục chính";
    public override string Home => "Trang đầu";
    public override string Timeline => "Dòng thời gian";
    public override string Documents => "Tài liệu";
    public override string Search => "Tìm";
    public override string CheckDraft => "Soát bản thảo";
    public override string SearchHint => "Tìm trong mọi tài liệu, có dấu hay không dấu";
    public override string SearchLabel => "Tìm kiếm";
    public override string LanguageLabel => "Ngôn ngữ";
    public override string ThemeToDark => "Nền tối";
    public override string ThemeToLight => "Nền sáng";
    public override string FooterText => "Mỗi dòng trong biên niên dẫn về câu gốc. Biên Niên ghi lại điều tài liệu nói, không phán xét đúng sai.";
    public override string Licenses => "Giấy phép phần mềm và phông chữ";
    public override string Loading => "Đang tải…";

    public override string HomeTitle => "Thư viện tài liệu";
    public override string HomeLead => "Ngày tháng, con người, địa danh và sự kiện trong các tài liệu này, mỗi điều đều dẫn về câu văn của nó.";
    public override string DocumentsCount(int count) => "tài liệu";
    public override string EventsCount(int count) => "sự kiện";
    public override string MentionsCount(int count) => "lần nhắc đến";
    public override string CopiesNote(int files, int documents) => $"{Number(files)} tệp, trong đó {Number(files - documents)} tệp là bản sao y nguyên.";
    public override string Period => "Khoảng thời gian";
    public override string ByDecade => "Sự kiện theo thập niên";
    public override string ByDecadeLead => "Chọn một thập niên để xem trên dòng thời gian.";
    public override string Decade(int firstYear) => firstYear < 0 ? $"{-firstYear - 9}–{-firstYear} TCN" : $"{firstYear.ToString(Culture)}–{(firstYear + 9).ToString(Culture)}";
    public override string Year(int year) => year <= 0 ? $"{(1 - year).ToString(Culture)} TCN" : year.ToString(Culture);
    public override string AllDocuments => "Tất cả tài liệu";
    public override string MentionsByKind => "Điều được nhắc đến";
    public override string EventsByType => "Loại sự kiện";
    public override string Unreadable => "Tệp chưa đọc được";
    public override string UnreadableLead(int count) => $"{Number(count)} tệp không đọc được; các tệp khác không bị ảnh hưởng.";
    public override string Problem(int code) => code switch
    {
        (int)ProblemCode.Empty => "Tệp rỗng.",
        (int)ProblemCode.NotText => "Không phải văn bản, dù đuôi tệp nói thế.",
        (int)ProblemCode.NotUtf8 => "Không phải UTF-8, cũng không nhận ra bảng mã nào khác. Hãy nêu --encoding khi dựng thư viện, hoặc lưu lại với bảng mã UTF-8.",
        (int)ProblemCode.Damaged => "Tệp hỏng hoặc bị cắt. Hãy chép lại từ bản gốc.",
        (int)ProblemCode.TooLarge => "Tệp quá lớn. Hãy chia thành nhiều tệp.",
        (int)ProblemCode.UnknownFormat => "Chưa đọc được loại tệp này. Hãy lưu thành .docx, .html, .md hoặc .txt.",
        (int)ProblemCode.Protected => "Tệp bị khóa bằng mật khẩu. Hãy mở khóa rồi lưu lại.",
        (int)ProblemCode.ProgramMissing => "Thiếu chương trình để đọc loại tệp này. Chạy biennien doctor để xem cách cài.",
        (int)ProblemCode.ProgramFailed => "Chương trình đọc loại tệp này gặp lỗi. Hãy mở tệp xem có nguyên vẹn không.",
        (int)ProblemCode.OverLimit => "Việc đọc tệp vượt giới hạn. Hãy chia nhỏ tệp.",
        (int)FileProblem.AccessDenied => "Không có quyền đọc. Hãy cấp quyền đọc cho tệp.",
        (int)FileProblem.NotFound => "Không còn tệp này.",
        (int)FileProblem.InputOutput => "Ổ đĩa hoặc chương trình khác cản trở. Hãy thử lại.",
        _ => "Không đọc được.",
    };

    public override string EmptyTitle => "Thư viện còn trống";
    public override string EmptyLead => "Hãy chỉ cho Biên Niên một thư mục tài liệu (.txt, .md, .html, .docx):";
    public override string EmptyCommand => "biennien build THƯ-MỤC --library";
    public override string EmptyThen => "Xong thì tải lại trang này. Thêm tài liệu về sau chỉ cần chạy lại lệnh: tệp cũ không phải đọc lại.";
    public override string ReadTimeline => "Mở dòng thời gian";

    public override string TimelineLead => "Mỗi vạch rộng đúng bằng điều tài liệu cho biết: một ngày là một điểm, “thế kỷ XIX” là một trăm năm.";
    public override string FilterTitle => "Lọc sự kiện";
    public override string FilterTypes => "Loại sự kiện";
    public override string FilterFrom => "Từ năm";
    public override string FilterTo => "Đến năm";
    public override string FilterDocument => "Tài liệu";
    public override string AnyDocument => "Mọi tài liệu";
    public override string FilterText => "Có chữ";
    public override string FilterName => "Có tên";
    public override string FilterStatus => "Cách nói";
    public override string AnyStatus => "Mọi cách nói";
    public override string Apply => "Lọc";
    public override string ClearFilters => "Bỏ lọc";
    public override string BadYear(string value) => $"“{value}” không phải là năm; hãy viết bằng số, như 1930.";
    public override string EventList => "Danh sách sự kiện";
    public override string EventRange(int first, int last, int total) =>
        total <= last - first + 1 ? $"{Number(total)} sự kiện" : $"{Number(first)}–{Number(last)} trong {Number(total)} sự kiện";
    public override string NoEvents => "Không có sự kiện nào hợp với bộ lọc.";
    public override string NoEventsHint => "Hãy bớt điều kiện hoặc nới khoảng năm.";
    public override string TimelineDrawing => "Hình dòng thời gian";
    public override string TimelineKeys => "Kéo để dời, Ctrl + lăn chuột để phóng. Bàn phím: ← → dời, + − phóng, 0 xem tất cả. Danh sách bên dưới có đủ mọi sự kiện.";
    public override string ZoomIn => "Phóng to";
    public override string ZoomOut => "Thu nhỏ";
    public override string FitAll => "Xem tất cả";
    public override string DrawnNote => "Vạch nhạt: tài liệu nói “khoảng”, “độ”. Dải có số: nhiều sự kiện, bấm để đến gần.";
    public override string ClusterLabel(int count) => $"{Number(count)} sự kiện";
    public override string EventsInView => "{0} sự kiện trong khung nhìn";
    public override string ShortMonths => "Th.1|Th.2|Th.3|Th.4|Th.5|Th.6|Th.7|Th.8|Th.9|Th.10|Th.11|Th.12";
    public override string BeforeOurEra => "TCN";
    public override string TimelineFailed => "Không tải được hình; danh sách bên dưới vẫn đầy đủ.";
    public override string Previous => "Trước";
    public override string Next => "Sau";
    public override string Pages => "Các trang";
    public override string PageOf(int page, int pages) => $"Trang {Number(page)}/{Number(pages)}";

    public override string DocumentsLead => "Mở một tài liệu để đọc với những điều tìm thấy được tô màu, và từ mỗi câu sang sự kiện của nó.";
    public override string ColumnTitle => "Nhan đề";
    public override string ColumnFile => "Tệp";
    public override string ColumnEvents => "Sự kiện";
    public override string ColumnMentions => "Lần nhắc đến";
    public override string ColumnLength => "Độ dài";
    public override string Characters(int count) => $"{Number(count)} ký tự";
    public override string Key => "Chú giải màu";
    public override string KeyHint => "Bỏ chọn để ẩn màu của một loại.";
    public override string ShowAll => "Hiện tất cả";
    public override string HideAll => "Ẩn tất cả";
    public override string Contents => "Mục lục";
    public override string EventsHere => "Sự kiện trong tài liệu";
    public override string OnTimeline => "Trên dòng thời gian";
    public override string DocumentOnTimeline => "Xem tài liệu này trên dòng thời gian";
    public override string Line(int line) => $"dòng {Number(line)}";
    public override string OnThePage => "Xem trên trang gốc";
    public override string PageImage(int page, string title) => $"Ảnh trang {Number(page)} của “{title}”";
    public override string PageNotShown(ProblemCode problem) => problem switch
    {
        ProblemCode.Empty => "Tệp gốc không còn ở chỗ cũ hoặc đã thay đổi nên không hiện được trang. Hãy đọc lại thư mục bằng biennien build.",
        ProblemCode.ProgramMissing => "Máy chưa cài chương trình vẽ trang PDF. Chạy biennien doctor để xem cách cài.",
        ProblemCode.UnknownFormat => "Trình duyệt không hiện được loại ảnh này (TIFF). Hãy mở tệp gốc.",
        ProblemCode.OverLimit => "Trang quá lớn nên không hiện được. Hãy mở tệp gốc.",
        _ => "Không vẽ được trang này. Hãy mở tệp gốc.",
    };

    public override string Outlined(string words) => $"Đóng khung: “{words}”.";
    public override string InTheText => "Xem trong văn bản";
    public override string MentionedHere => "Được nhắc đến ở trang này";
    public override string NothingMentionedHere => "Không có gì.";
    public override string Page(int page) => $"trang {Number(page)}";
    public override string Part(int part, int parts) => $"Phần {Number(part)}/{Number(parts)}";
    public override string Handling => "Chế độ sử dụng";
    public override string EncodingFound(string name, int percent) => $"Đọc theo bảng mã {name} (độ tin {percent}%)";
    public override string OtherCopies => "Các tệp cùng nội dung";
    public override string FilterKind => "Loại văn bản";
    public override string AnyKind => "Mọi loại";
    public override string ApplyKind => "Lọc";
    public override string PaperHeader => "Thể thức văn bản";
    public override string PaperIssuer => "Cơ quan ban hành";
    public override string PaperNumber => "Số, ký hiệu";
    public override string PaperDate => "Nơi và ngày";
    public override string PaperType => "Loại";
    public override string PaperTitle => "Trích yếu";
    public override string PaperEnclosure => "Kèm theo";
    public override string PaperSigner => "Người ký";
    public override string PaperAddressees => "Kính gửi";
    public override string PaperRecipients => "Nơi nhận";
    public override string PaperUrgency => "Độ khẩn";
    public override string NumberLeftBlank(string symbol) => $"{symbol} (số để trống)";
    public override string KindGuessed(string kind) => $"{kind} (theo nhan đề)";
    public override string Source => "Nguồn";
    public override string Rule => "quy tắc";
    public override string NoText => "Tài liệu này không có chữ.";
    public override string Footnotes => "Chú thích";

    public override string Note(string mark) => $"Chú thích {mark}";

    public override string BackToMark => "Trở lại chỗ mang chú thích";
    public override string Debris => "Mảnh vụn do chương trình để lại";
    public override string Comment => "Lời ghi của người biên tập";
    public override string DamagedWords => "Chữ có lẽ quét sai";
    public override string Damage(string reading, int percent) => $"Có lẽ quét sai, đúng ra là “{reading}” ({percent}%)";
    public override string ReadingNote(string reading) => $" (có lẽ là “{reading}”)";

    public override string SearchTitle => "Tìm trong thư viện";
    public override string SearchLead => "Gõ không dấu vẫn tìm được chữ có dấu; “d” tìm được cả “đ”. Đặt trong ngoặc kép để tìm đúng cụm từ.";
    public override string ResultCount(int count) => $"{Number(count)} đoạn";
    public override string NoResults(string query) => $"Không tìm thấy “{query}”.";
    public override string NoResultsHint => "Hãy thử ít chữ hơn, bỏ dấu, hoặc bỏ ngoặc kép.";
    public override string SearchExamples => "Ví dụ";
    public override string InexactHits => "Khác dấu";

    public override string EventWord => "Sự kiện";
    public override string WhatSourceSays => "Tài liệu viết";
    public override string When => "Khi nào";
    public override string NoDate => "không ghi ngày";
    public override string DateCarried => "ngày lấy từ câu hoặc đề mục khác";
    public override string EdtfLabel => "Theo EDTF";
    public override string Who => "Ai";
    public override string Where => "Ở đâu";
    public override string Figures => "Con số";
    public override string Type => "Loại";
    public override string StatusLabel => "Cách nói";
    public override string OpenSentence => "Mở câu này trong tài liệu";
    public override string SeeOnTimeline => "Xem trên dòng thời gian";
    public override string ReadByRule => "Đọc theo quy tắc";
    public override string Role(string role) => role switch
    {
        "agent" => "chủ thể",
        "patient" => "đối tượng",
        "office" => "chức vụ",
        "place" or EventPart.Where => "nơi chốn",
        EventPart.Figure => "con số",
        _ => "liên quan",
    };
    public override string Kind(MentionKind kind) => kind switch
    {
        MentionKind.Time => "Thời gian",
        MentionKind.Quantity => "Số lượng",
        MentionKind.Person => "Người",
        MentionKind.Alias => "Bí danh",
        MentionKind.Place => "Địa danh",
        MentionKind.Renamed => "Tên cũ",
        MentionKind.Organisation => "Tổ chức",
        MentionKind.OrganisationChange => "Đổi tổ chức",
        MentionKind.DocumentReference => "Văn bản",
        MentionKind.Award => "Khen thưởng",
        MentionKind.Quote => "Lời trích",
        _ => kind.ToString(),
    };

    public override string NotFoundTitle => "Không có trang này";
    public override string NotFoundLead => "Địa chỉ sai, hoặc tài liệu đã bị bỏ khỏi thư viện. Hãy tìm theo tên, hoặc mở danh sách tài liệu.";
    public override string ErrorTitle => "Có lỗi trong chương trình";
    public override string ErrorLead => "Trang này không dựng được. Thư viện không bị thay đổi. Hãy tải lại; nếu vẫn lỗi, xin báo kèm những dòng cuối trong cửa sổ đang chạy biennien serve.";
    public override string BackHome => "Về trang đầu";
    public override string LibraryTitle(LibraryProblem problem) => problem switch
    {
        LibraryProblem.Missing => "Chưa có thư viện",
        LibraryProblem.NotALibrary => "Tệp này không phải thư viện của Biên Niên",
        LibraryProblem.TooNew => "Thư viện do phiên bản mới hơn tạo ra",
        LibraryProblem.Busy => "Thư viện đang bận",
        _ => "Không mở được thư viện",
    };
    public override string LibraryLead(LibraryProblem problem) => problem switch
    {
        LibraryProblem.Missing => "Không thấy tệp thư viện. Hãy tạo bằng lệnh dưới đây rồi tải lại trang:",
        LibraryProblem.NotALibrary => "Hãy chọn đúng tệp bằng --library, hoặc tạo thư viện mới bằng lệnh:",
        LibraryProblem.TooNew => "Hãy dùng phiên bản Biên Niên mới hơn, hoặc tạo thư viện khác bằng lệnh:",
        LibraryProblem.Busy => "Một chương trình khác đang giữ tệp. Hãy đợi một lát rồi tải lại trang.",
        _ => "Không có quyền đọc tệp, hoặc ổ đĩa đã đầy. Hãy kiểm tra quyền và chỗ trống rồi tải lại trang.",
    };
    public override string TryAgain => "Tải lại";
}
