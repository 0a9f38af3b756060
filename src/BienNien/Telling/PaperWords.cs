using BienNien.Reading.Papers;

namespace BienNien.Telling;

/// <summary>Kinds of papers as a reader calls them, in both languages.</summary>
public static class PaperWords
{
    /// <summary>The kind of a paper: “Nghị quyết”, “Resolution”.</summary>
    public static string Of(PaperKind kind, TellingLanguage language)
    {
        (string vietnamese, string english) = kind switch
        {
            PaperKind.Unknown => ("Chưa rõ loại", "Unknown kind"),
            PaperKind.Resolution => ("Nghị quyết", "Resolution"),
            PaperKind.Decision => ("Quyết định", "Decision"),
            PaperKind.Decree => ("Nghị định, sắc lệnh", "Decree"),
            PaperKind.Law => ("Luật, pháp lệnh", "Law"),
            PaperKind.Order => ("Lệnh", "Order"),
            PaperKind.Circular => ("Thông tư, thông tri", "Circular"),
            PaperKind.Directive => ("Chỉ thị", "Directive"),
            PaperKind.Conclusion => ("Kết luận", "Conclusion"),
            PaperKind.Regulation => ("Quy định, quy chế", "Regulation"),
            PaperKind.Guidance => ("Hướng dẫn", "Guidance"),
            PaperKind.Plan => ("Kế hoạch", "Plan"),
            PaperKind.Programme => ("Chương trình", "Programme"),
            PaperKind.Scheme => ("Đề án", "Scheme"),
            PaperKind.Report => ("Báo cáo", "Report"),
            PaperKind.Proposal => ("Tờ trình", "Proposal"),
            PaperKind.Notice => ("Thông báo", "Notice"),
            PaperKind.OfficialLetter => ("Công văn", "Official letter"),
            PaperKind.Telegram => ("Công điện", "Telegram"),
            PaperKind.Minutes => ("Biên bản", "Minutes"),
            PaperKind.Invitation => ("Giấy mời", "Invitation"),
            PaperKind.Certificate => ("Giấy chứng nhận, giới thiệu", "Certificate"),
            PaperKind.Appeal => ("Lời kêu gọi", "Appeal"),
            PaperKind.Declaration => ("Tuyên bố, cương lĩnh", "Declaration"),
            PaperKind.Treaty => ("Hiệp định, hợp đồng", "Treaty or contract"),
            PaperKind.PropagandaOutline => ("Đề cương tuyên truyền", "Outline for talks"),
            PaperKind.Bulletin => ("Bản tin", "Bulletin"),
            PaperKind.Handout => ("Tài liệu học tập", "Study material"),
            PaperKind.Speech => ("Bài phát biểu", "Speech"),
            PaperKind.PartyHistory => ("Lịch sử đảng bộ", "Party history"),
            PaperKind.LocalHistory => ("Lịch sử địa phương", "Local history"),
            PaperKind.Chronicle => ("Biên niên, niên biểu", "Chronicle"),
            PaperKind.Biography => ("Tiểu sử", "Biography"),
            PaperKind.Memoir => ("Hồi ký", "Memoir"),
            PaperKind.Article => ("Bài báo", "Article"),
            PaperKind.Book => ("Sách", "Book"),
            PaperKind.SiteDossier => ("Hồ sơ di tích", "Monument dossier"),
            PaperKind.Statistics => ("Bảng số liệu", "Statistics"),
            PaperKind.List => ("Danh mục, danh sách", "List"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of paper without a name."),
        };
        return language == TellingLanguage.English ? english : vietnamese;
    }
}
