using BienNien.Checking;
using BienNien.Keeping;
using BienNien.Reading;
using BienNien.Telling;

namespace BienNien.Web.Checking;

internal sealed class VietnameseCheckTexts : CheckTexts
{
    public static VietnameseCheckTexts Instance { get; } = new();

    public override string Code => "vi";
    public override TellingLanguage Language => TellingLanguage.Vietnamese;

    public override string Title => "Soát bản thảo";
    public override string Lead => "Dán văn bản hoặc chọn một tệp. Biên Niên đối chiếu ngày tháng, số liệu, tên riêng, văn bản viện dẫn và chữ nghĩa, rồi chỉ từng chỗ không khớp ngay bên câu văn.";
    public override string FileLabel => "Tệp bản thảo";
    public override string DropHere => "Kéo tệp thả vào đây, hoặc chọn tệp từ máy.";
    public override string FilesRead(string extensions) => $"Đọc được: {extensions}.";
    public override string LargestFile(int mebibytes) => $"Mỗi lần một tệp, tối đa {mebibytes} MiB.";
    public override string TextLabel => "Hoặc dán văn bản";
    public override string TextHint => "Dán cả bài hay một đoạn";
    public override string AgainstLibrary(int documents) => $"Đối chiếu cả với {Words.Number(documents)} tài liệu của thư viện";
    public override string LibraryEmpty => "Thư viện chưa có tài liệu nào: bản thảo được soát riêng một mình.";
    public override string LibraryNotAsked(LibraryProblem problem) => $"BN{(int)problem}: " + problem switch
    {
        LibraryProblem.Missing => "chưa có thư viện; bản thảo được soát riêng một mình. Hãy dựng thư viện bằng “biennien build”.",
        LibraryProblem.NotALibrary => "tệp thư viện không phải của Biên Niên; bản thảo được soát riêng một mình. Hãy chọn đúng tệp bằng --library.",
        LibraryProblem.TooNew => "thư viện do phiên bản mới hơn tạo ra; bản thảo được soát riêng một mình. Hãy nâng cấp Biên Niên.",
        LibraryProblem.Busy => "thư viện đang được chương trình khác ghi; bản thảo được soát riêng một mình. Hãy đợi rồi soát lại.",
        LibraryProblem.NotUpToDate => "thư viện do phiên bản khác dựng hoặc chưa dựng xong; bản thảo được soát riêng một mình. Hãy chạy lại “biennien build”.",
        _ => "không mở hoặc không ghi được thư viện; bản thảo được soát riêng một mình. Hãy xem lại quyền và chỗ trống trên ổ đĩa.",
    };
    public override string Check => "Soát";
    public override string KeptHow(int minutes, int drafts) =>
        $"Bản thảo chỉ nằm trong bộ nhớ của máy đang chạy Biên Niên: không ghi vào đĩa hay thư viện, không vào nhật ký. Sau {minutes} phút không dùng đến thì bị bỏ, hoặc sớm hơn khi có quá {drafts} bản.";
    public override string ProgramsNote => "Riêng PDF, ảnh và tệp văn phòng cũ phải qua một thư mục tạm để chương trình khác đọc; thư mục ấy bị xóa ngay sau đó.";
    public override string Working => "Đang đọc và soát bản thảo…";
    public override string WorkingFor => "Đang đọc và soát bản thảo… {0} giây";
    public override string OneFile => "Mỗi lần chỉ soát một tệp.";
    public override string Fault(UploadFault fault) => fault switch
    {
        UploadFault.Nothing => "Chưa có gì để soát. Hãy chọn một tệp hoặc dán văn bản.",
        UploadFault.Both => "Có cả tệp lẫn văn bản dán. Hãy để lại một trong hai.",
        UploadFault.TooLarge => $"Bản thảo quá lớn: tối đa {DraftUpload.MostBytes >> 20} MiB. Hãy chia thành nhiều tệp.",
        UploadFault.NotOurs => "Trang này mở đã lâu hoặc biểu mẫu không đến từ đây, nên không nhận. Hãy gửi lại từ trang này.",
        UploadFault.Busy => "Máy đang soát nhiều bản thảo khác. Hãy đợi một lát rồi gửi lại.",
        UploadFault.Gone => "Bản thảo này không còn trong bộ nhớ: đã quá hạn, hoặc Biên Niên đã khởi động lại. Hãy gửi lại.",
        _ => "Không nhận được. Hãy gửi lại.",
    };
    public override string NotRead => "Chưa đọc được bản thảo";
    public override string Unreadable(int code, string detail, long place, string extensions) =>
        Is(code, ProblemCode.Empty) ? $"tệp rỗng ({detail}); hãy lấy lại bản gốc"
        : Is(code, ProblemCode.NotText) ? $"không phải văn bản ({detail} ở byte {place}); xem tệp có mang đúng đuôi tên không"
        : Is(code, ProblemCode.NotUtf8) ? $"không phải UTF-8 ({detail} ở byte {place}), cũng không nhận ra bảng mã nào khác; hãy lưu lại tệp bằng UTF-8"
        : Is(code, ProblemCode.Damaged) ? $"tệp hỏng hoặc bị cắt ngang ({detail}); hãy lấy lại bản gốc"
        : Is(code, ProblemCode.TooLarge) ? $"tệp quá lớn ({detail}); hãy chia thành các tệp nhỏ hơn"
        : Is(code, ProblemCode.UnknownFormat) ? $"chưa đọc được loại tệp “{detail}”; hãy chuyển sang một trong các loại {extensions}"
        : Is(code, ProblemCode.Protected) ? "tệp có mật khẩu; hãy bỏ mật khẩu rồi thử lại"
        : Is(code, ProblemCode.ProgramMissing) ? $"máy chạy Biên Niên chưa cài {detail}, chương trình cần để đọc loại tệp này; chạy “biennien doctor” để xem cách cài"
        : Is(code, ProblemCode.ProgramFailed) ? $"chương trình đọc loại tệp này gặp lỗi ({detail}); hãy mở tệp xem có nguyên vẹn không"
        : Is(code, ProblemCode.OverLimit) ? $"việc đọc tệp vượt giới hạn ({detail}); hãy chia nhỏ tệp hoặc chuyển sang tệp nhẹ hơn"
        : code == DraftChecker.SeveralDocuments ? $"chứa nhiều tài liệu; hãy gửi riêng một tài liệu: {detail}"
        : code == (int)FileProblem.Internal ? $"chương trình vấp phải lỗi của chính nó ({detail}); xin báo cho người viết, kèm tệp này nếu được"
        : $"không đọc được ({detail})";

    public override string ResultOf(string name) => $"Soát: {name}";
    public override string NothingFound => "Không thấy chỗ nào cần xem";
    public override string NothingFoundLead => "Điều Biên Niên biết đối chiếu đều khớp. Điều nó không biết thì vẫn cần người đọc.";
    public override string Found(int count) => $"{Words.Number(count)} chỗ cần xem";
    public override string CountOf(DiagnosticSeverity severity, int count) => $"{Words.Number(count)} {Severity(severity).ToLowerInvariant()}";
    public override string Severity(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "Lỗi",
        DiagnosticSeverity.Warning => "Nên xem",
        _ => "Lưu ý",
    };
    public override string HeldAgainst(int documents) => $"Đã đối chiếu với {Words.Number(documents)} tài liệu của thư viện.";
    public override string OwnLeftOut => "Một tài liệu cùng tên tệp được coi là bản trước của chính bản này nên không đối chiếu:";
    public override string NotHeld => "Soát riêng một mình, không đối chiếu với thư viện.";
    public override string ToIssue(int number) => $"Xem chỗ {number}";
    public override string ToWords(int number) => $"Chỗ {number}, đến câu văn";
    public override string Expected => "Đối chiếu:";
    public override string Correction => "Sửa:";
    public override string Removed => "bỏ";
    public override string ComparedWith => "Những chỗ so với";
    public override string AtLine(int line) => $"dòng {line}";
    public override string OtherTab => "Mở ở thẻ khác";
    public override string WhyTold => "Vì sao báo";
    public override string WithExamples => "Quy tắc và ví dụ";
    public override string Decide(int number) => $"Quyết định chỗ {number}";
    public override string Take => "Nhận";
    public override string Leave => "Bỏ";
    public override string Reason => "Lý do";
    public override string Counts => "Chưa quyết: {0} · Nhận: {1} · Bỏ: {2}";
    public override string NextIssue => "Chỗ sau";
    public override string PreviousIssue => "Chỗ trước";
    public override string Keys => "Phím tắt";
    public override string KeysLead => "Khi con trỏ không ở trong ô chữ:";
    public override string KeyWords => "j, n|chỗ sau|k, p|chỗ trước|a|nhận|x|bỏ|u|chưa quyết";
    public override string UseKeys => "Dùng phím tắt";
    public override string Filter => "Lọc";
    public override string AnyRule => "Mọi quy tắc";
    public override string RuleLabel => "Quy tắc";
    public override string Shown => "Đang hiện {0} trong {1} chỗ";
    public override string NotKept => "Chưa ghi được lựa chọn: bản thảo không còn trong bộ nhớ, hoặc mất kết nối.";
    public override string TakeRest => "Nhận mọi chỗ chưa quyết";
    public override string LeaveRest => "Bỏ mọi chỗ chưa quyết";
    public override string KeepChoices => "Ghi lựa chọn";
    public override string Download => "Tải về";
    public override string WordComments => "Word có nhận xét";
    public override string WordChanges => "Word có sửa đổi theo dõi";
    public override string CorrectedText => "Văn bản đã sửa";
    public override string Report => "Báo cáo (HTML)";
    public override string ReportJson => "Báo cáo (JSON)";
    public override string Print => "In";
    public override string Forget => "Bỏ bản thảo khỏi bộ nhớ";
    public override string AnotherDraft => "Soát bản khác";
    public override string NothingTaken => "Chưa nhận chỗ nào nên chưa có gì để tải về. Hãy chọn “Nhận” ở ít nhất một chỗ.";
    public override string NoFixTaken => "Trong các chỗ đã nhận chưa có chỗ nào có sẵn cách sửa duy nhất. Hãy nhận một chỗ có dòng “Sửa”.";
    public override string NoWord => "Tệp này không nhận được lời nhận xét kiểu Word. Hãy tải báo cáo.";
    public override string DraftWords => "Bản thảo";
    public override string DownloadNote(DraftForm form) => form switch
    {
        DraftForm.Word => "Tệp Word giữ nguyên mọi thứ; chỉ những chỗ đã nhận có lời nhận xét. Bản có sửa đổi theo dõi chỉ sửa chỗ đã nhận có cách sửa duy nhất.",
        DraftForm.Plain => "Văn bản giữ nguyên mọi thứ, trừ những chỗ đã nhận có cách sửa duy nhất.",
        _ => "Chỉ có phần chữ của tệp, với những chỗ đã nhận có cách sửa duy nhất đã được sửa.",
    };

    public override string ReportTitle(string name) => $"Kết quả soát “{name}”";
    public override string TakenTitle => "Cần sửa";
    public override string LeftTitle => "Đã xem và giữ nguyên";
    public override string Nothing => "Không có.";
    public override string RuleOver => "Quy tắc soát";
    public override string ToldHere => "Báo";
    public override string NotToldHere => "Không báo";
    public override string FullEnglish => "Đầy đủ, bằng tiếng Anh";

    public override string? Explain(string slug) => slug switch
    {
        "anniversary-arithmetic" => "Số năm, tháng, ngày không khớp với hai mốc thời gian đi cùng. Bài năm nay thường sửa từ bài năm trước và quên một trong ba con số. Kỷ niệm đếm từ chính ngày ấy (1948 đến 2023 là 75 năm); “hơn”, “gần”, “khoảng” đều được tính đến.",
        "percent-or-ratio-arithmetic" => "Tỷ lệ phần trăm hay số lần không ra từ các con số trong cùng câu hoặc cùng bảng. Số liệu được cập nhật mà tỷ lệ bên cạnh thì không. Mọi cách làm tròn đều được chấp nhận.",
        "citation-mismatch" => "Cùng một văn bản (loại, số) mà ghi hai ngày khác nhau, hoặc số mang năm khác năm của ngày. Người đọc tìm văn bản bằng số và ngày; chỗ báo là ngày ít được ghi hơn.",
        "date-impossible" => "Ngày không có trong lịch (31 tháng 4, 29 tháng 2 năm thường, tháng 13) hoặc giờ không có trên đồng hồ. Ngày âm lịch không bị xét.",
        "stale-copy" => "Số năm, ngày tháng còn sót từ bản của năm trước, trái với tiêu đề của bản này.",
        "number-format" => "Dấu chấm, dấu phẩy trong số viết theo lối khác với các số khác của bài, nên không rõ là hàng nghìn hay phần thập phân.",
        "weekday-mismatch" => "Thứ trong tuần không phải thứ của ngày dương lịch đi cùng. Lịch năm trước được sửa ngày mà quên sửa thứ.",
        "lunar-mismatch" => "Ngày âm lịch và ngày dương lịch được nói là một mà không phải một ngày. Từ năm 1813 lịch được biết đến từng ngày; trước đó sai một ngày không báo; từ 1968 đến 1975 lịch hai miền đều đúng.",
        "can-chi-mismatch" => "Tên năm theo can chi hoặc niên hiệu không phải năm dương lịch đi cùng, hoặc cặp can chi không có thật (Giáp Sửu). Tháng Giêng, tháng Hai dương lịch có thể thuộc năm âm trước.",
        "century-mismatch" => "Thế kỷ hay thập niên không chứa năm đi cùng: các năm 18xx thuộc thế kỷ XIX.",
        "chronology" => "Mốc thời gian trái trình tự: kết thúc trước khi bắt đầu, vào Đảng trước 14 tuổi, làm việc sau khi mất, văn bản thi hành một văn bản ra sau.",
        "age-arithmetic" => "Tuổi hay tuổi Đảng không ra từ năm sinh, năm vào Đảng và mốc được nói đến. Tính theo sinh nhật, theo hiệu hai năm hay theo tuổi mụ đều được; chỉ báo khi mọi cách đều sai.",
        "sum-mismatch" => "Tổng số không bằng các phần cộng lại, phần lớn hơn toàn thể, hoặc số lượng nêu ra khác số tên được liệt kê. “Trong đó”, “một số”, “v.v.” được coi là chưa kể hết.",
        "direction-mismatch" => "Lời nói tăng mà số giảm, nói nhiều hơn mà số ít hơn, nói sớm mà ngày muộn. Câu cũ được thay số mới mà giữ nguyên động từ.",
        "unit-or-scale" => "Đơn vị hoặc thang số làm cho con số không thể có: năng suất 450 tấn/ha, xã rộng 12 triệu ha. “kg” thành “tấn”, “triệu” thành “tỷ” khi gõ lại.",
        "table-text-mismatch" => "Lời văn dẫn số liệu của bảng mà con số khác với ô trong bảng. Bảng được cập nhật còn đoạn văn dưới bảng thì không.",
        "self-contradiction" => "Hai chỗ trong bài ghi khác nhau về cùng một việc: ngày, số liệu, nơi chốn, người, chức vụ. Chỗ sau được báo, chỗ trước nêu bên cạnh.",
        "ocr-misspelling" => "Chữ hỏng do quét hoặc gõ: âm tiết tiếng Việt không có, âm tiết có thật nhưng không đi được với chữ bên cạnh, chữ cái đứng thay chữ số.",
        "name-variant" => "Một tên viết nhiều cách trong bài: khác dấu, khác chữ đọc giống nhau, khác chữ hoa hay dấu nối. Người đọc và người tra cứu sẽ tưởng là hai người.",
        "duplicate-words" => "Một từ hay cụm từ viết lặp liền nhau, thường do cắt dán. Từ láy (“luôn luôn”), tên riêng và thơ không bị xét.",
        "tone-mark-style" => "Bài lẫn hai lối đặt dấu thanh (hòa, hoà). Chỉ báo một lần, ở chữ đầu tiên của lối ít dùng hơn.",
        "encoding-or-layout" => "Mảnh vụn của phần mềm, chữ hỏng vì bảng mã, thừa thiếu dấu cách, dấu ngoặc thiếu một bên, câu bị số trang hay dòng trống cắt ngang.",
        "citation-format" => "Văn bản viện dẫn còn để trống số hoặc ngày, ký hiệu không đúng thể thức của cơ quan ban hành, hoặc sách ghi không cùng lối với các sách khác.",
        "place-validity" => "Tỉnh, huyện được gọi tên vào lúc chưa có hoặc không còn. Dấu hiệu của câu chép lại từ thời khác. Nơi sinh, quê quán không bị xét.",
        "abbreviation-unexplained" => "Chữ viết tắt không thông dụng mà bài không giải thích; báo ở chỗ đầu tiên.",
        "title-office-mismatch" => "Chức vụ trong bản thảo khác với điều một tài liệu của thư viện ghi về cùng cơ quan, cùng thời gian.",
        "contradicts-source" => "Ngày, nơi chốn hoặc con số khác với điều một tài liệu của thư viện ghi về cùng một việc. Khác do làm tròn, đơn vị, phạm vi hay lịch thì không báo.",
        "stale-figure" => "Bản thảo dừng ở số liệu cũ, trong khi một tài liệu của thư viện đã có số liệu của thời gian sau đó, mà vẫn trước ngày viết bản thảo.",
        "form-paper-size" => "Trang không phải khổ A4 (210 mm × 297 mm), hoặc trang đầu để nằm ngang. Chỉ xét khi soát thể thức.",
        "form-margins" => "Lề trang rộng hơn hoặc hẹp hơn mức quy định. Sai lệch nửa mi-li-mét do làm tròn thì không báo.",
        "form-typeface" => "Chữ không phải phông Times New Roman, dùng phông của bảng mã cũ (.VnTime, VNI), hoặc không phải màu đen. Mỗi phông chỉ báo một lần.",
        "form-body-size" => "Chữ của phần nội dung to hơn hoặc nhỏ hơn cỡ quy định. Bảng, chú thích và mục lục không bị xét.",
        "form-justification" => "Đoạn văn của phần nội dung chỉ canh thẳng một bên lề.",
        "form-indent" => "Dòng đầu của đoạn không lùi vào đúng mức quy định.",
        "form-paragraph-spacing" => "Các đoạn văn đứng sát nhau hơn 6 pt.",
        "form-line-spacing" => "Khoảng cách dòng nhỏ hơn dòng đơn hoặc lớn hơn 1,5 dòng; văn bản của Đảng: nhỏ hơn 18 pt.",
        "form-page-number" => "Thiếu số trang, số trang không ở giữa lề trên, hiện cả ở trang đầu, hoặc sai cỡ chữ, kiểu chữ.",
        "form-national-heading" => "Quốc hiệu, tiêu ngữ sai cỡ chữ, kiểu chữ, thiếu gạch nối có dấu cách hoặc thiếu dòng kẻ bên dưới.",
        "form-party-heading" => "Tiêu đề “ĐẢNG CỘNG SẢN VIỆT NAM” sai cỡ chữ, kiểu chữ hoặc thiếu đường kẻ bên dưới.",
        "form-issuer" => "Tên cơ quan ban hành hoặc cơ quan chủ quản sai cỡ chữ, kiểu chữ; văn bản của Đảng thiếu dấu sao bên dưới.",
        "form-number" => "Số và ký hiệu viết sai dấu (văn bản nhà nước: Số: 05/TB-…; văn bản của Đảng: Số 05-BC/…), số dưới 10 thiếu số 0, hoặc sai cỡ chữ.",
        "form-place-date" => "Dòng địa danh và ngày tháng không in nghiêng, sai cỡ chữ, thiếu số 0 trước ngày dưới 10 và tháng 1, tháng 2, hoặc thiếu dấu phẩy sau địa danh.",
        "form-title" => "Tên loại và trích yếu sai cỡ chữ, kiểu chữ hoặc không đặt giữa dòng.",
        "form-signature" => "Chữ tắt của quyền hạn ký viết sai (KT. của nhà nước, K/T của Đảng); văn bản nhà nước: chức vụ, họ tên sai cỡ chữ, kiểu chữ.",
        "form-recipients" => "“Kính gửi”, “Nơi nhận” và danh sách bên dưới sai cỡ chữ, kiểu chữ, hoặc “Nơi nhận” thiếu dấu hai chấm.",
        _ => null,
    };
}
