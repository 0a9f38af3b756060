using BienNien.Relating;

namespace BienNien.Telling;

/// <summary>Kinds of events and the standing of claims as a reader calls them, in both languages.</summary>
public static class EventWords
{
    /// <summary>The kind of an event: “Thành lập”, “Founding”.</summary>
    public static string Of(EventType type, TellingLanguage language)
    {
        (string vietnamese, string english) = type switch
        {
            EventType.Other => ("Khác", "Other"),
            EventType.Founding => ("Thành lập", "Founding"),
            EventType.Meeting => ("Hội nghị", "Meeting"),
            EventType.Battle => ("Trận đánh", "Battle"),
            EventType.Liberation => ("Giải phóng", "Liberation"),
            EventType.Admission => ("Kết nạp", "Admission"),
            EventType.Appointment => ("Bổ nhiệm", "Appointment"),
            EventType.Election => ("Bầu cử", "Election"),
            EventType.Birth => ("Sinh", "Birth"),
            EventType.Death => ("Mất", "Death"),
            EventType.Arrest => ("Bị bắt", "Arrest"),
            EventType.Journey => ("Chuyến đi", "Journey"),
            EventType.Issue => ("Ban hành", "Issue"),
            EventType.Award => ("Trao tặng", "Award"),
            EventType.Rename => ("Đổi tên", "Renaming"),
            EventType.Merge => ("Hợp nhất", "Merger"),
            EventType.Split => ("Chia tách", "Division"),
            EventType.Movement => ("Phong trào", "Movement"),
            EventType.Construction => ("Xây dựng", "Construction"),
            EventType.Visit => ("Thăm", "Visit"),
            EventType.Ceremony => ("Lễ", "Ceremony"),
            EventType.Treaty => ("Hiệp ước", "Treaty"),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A kind of event without a name."),
        };
        return language == TellingLanguage.English ? english : vietnamese;
    }

    /// <summary>How the document stands to what it says: “Dự định”, “Planned”.</summary>
    public static string Of(ClaimStatus status, TellingLanguage language)
    {
        (string vietnamese, string english) = status switch
        {
            ClaimStatus.Asserted => ("Khẳng định", "Asserted"),
            ClaimStatus.Planned => ("Dự định", "Planned"),
            ClaimStatus.Negated => ("Phủ định", "Denied"),
            ClaimStatus.Hypothetical => ("Giả định", "Supposed"),
            ClaimStatus.Reported => ("Dẫn lời", "Reported"),
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "A standing without a name."),
        };
        return language == TellingLanguage.English ? english : vietnamese;
    }
}
