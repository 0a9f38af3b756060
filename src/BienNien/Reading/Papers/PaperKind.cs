namespace BienNien.Reading.Papers;

/// <summary>What kind of document a paper is. The list is closed; <c>data/paper-kinds.tsv</c> says by which words each is known.</summary>
public enum PaperKind
{
    /// <summary>Nothing says what it is.</summary>
    Unknown,

    /// <summary>Nghị quyết, quyết nghị.</summary>
    Resolution,

    /// <summary>Quyết định.</summary>
    Decision,

    /// <summary>Nghị định, sắc lệnh, sắc luật, dụ.</summary>
    Decree,

    /// <summary>Luật, bộ luật, pháp lệnh, hiến pháp.</summary>
    Law,

    /// <summary>Lệnh, quân lệnh, nhật lệnh.</summary>
    Order,

    /// <summary>Thông tư, thông tri.</summary>
    Circular,

    /// <summary>Chỉ thị.</summary>
    Directive,

    /// <summary>Kết luận.</summary>
    Conclusion,

    /// <summary>Quy định, quy chế, điều lệ, nội quy.</summary>
    Regulation,

    /// <summary>Hướng dẫn.</summary>
    Guidance,

    /// <summary>Kế hoạch, phương án, quy hoạch.</summary>
    Plan,

    /// <summary>Chương trình.</summary>
    Programme,

    /// <summary>Đề án, dự án.</summary>
    Scheme,

    /// <summary>Báo cáo.</summary>
    Report,

    /// <summary>Tờ trình.</summary>
    Proposal,

    /// <summary>Thông báo, thông cáo.</summary>
    Notice,

    /// <summary>Công văn: a letter between offices, which names no type.</summary>
    OfficialLetter,

    /// <summary>Công điện, điện.</summary>
    Telegram,

    /// <summary>Biên bản.</summary>
    Minutes,

    /// <summary>Giấy mời.</summary>
    Invitation,

    /// <summary>Giấy chứng nhận, giấy giới thiệu.</summary>
    Certificate,

    /// <summary>Lời kêu gọi, hiệu triệu, truyền đơn.</summary>
    Appeal,

    /// <summary>Tuyên bố, tuyên ngôn, cương lĩnh.</summary>
    Declaration,

    /// <summary>Hiệp định, hợp đồng, bản ghi nhớ: what two sides sign.</summary>
    Treaty,

    /// <summary>Đề cương tuyên truyền.</summary>
    PropagandaOutline,

    /// <summary>Bản tin, tài liệu sinh hoạt chi bộ.</summary>
    Bulletin,

    /// <summary>Tài liệu học tập, hỏi đáp, tham khảo.</summary>
    Handout,

    /// <summary>Bài phát biểu, diễn văn, tham luận.</summary>
    Speech,

    /// <summary>Lịch sử đảng bộ.</summary>
    PartyHistory,

    /// <summary>Lược sử, địa chí: the history of a place or an office.</summary>
    LocalHistory,

    /// <summary>Biên niên, niên biểu, nhật ký: set down by days or years.</summary>
    Chronicle,

    /// <summary>Tiểu sử, lý lịch.</summary>
    Biography,

    /// <summary>Hồi ký, hồi ức.</summary>
    Memoir,

    /// <summary>Bài báo, phóng sự, ghi chép.</summary>
    Article,

    /// <summary>Sách, kỷ yếu, tuyển tập.</summary>
    Book,

    /// <summary>Hồ sơ, lý lịch di tích.</summary>
    SiteDossier,

    /// <summary>Bảng số liệu, thống kê.</summary>
    Statistics,

    /// <summary>Danh mục, danh sách, bảng kê.</summary>
    List,
}
