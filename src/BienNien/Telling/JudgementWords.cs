using BienNien.Reconciling.Conflicts;
using BienNien.Text;

namespace BienNien.Telling;

/// <summary>What is to be said of two places whose words differ, in one sentence, and the names of kinds, reasons and weights.</summary>
/// <remarks>The sentences say what stands where and how the two agree or do not; they never say who is right.</remarks>
public static class JudgementWords
{
    private const int LongestQuote = 90;

    /// <summary>The sentence for a judgement, with both quotes as the documents write them.</summary>
    /// <param name="judgement">What was judged.</param>
    /// <param name="a">The words of side A, in any number of lines.</param>
    /// <param name="b">The words of side B.</param>
    public static BilingualText Explain(Judgement judgement, string a, string b)
    {
        ArgumentNullException.ThrowIfNull(judgement);
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        string one = Quote(a);
        string other = Quote(b);
        return judgement.IsConflict
            ? Conflict(judgement, one, other, IsDay(a) && IsDay(b))
            : Compatible(judgement.Kind, judgement.Reason, one, other);
    }

    /// <summary>In what two statements differ: “Thời gian”, “Date”.</summary>
    public static string Of(ConflictKind kind, TellingLanguage language) => In(language, kind switch
    {
        ConflictKind.Date => ("Thời gian", "Date"),
        ConflictKind.Place => ("Nơi", "Place"),
        ConflictKind.Person => ("Người", "Person"),
        ConflictKind.Role => ("Chức vụ", "Office"),
        ConflictKind.Figure => ("Số liệu", "Figure"),
        ConflictKind.Citation => ("Văn bản viện dẫn", "Cited paper"),
        ConflictKind.Order => ("Thứ tự", "Order"),
        ConflictKind.NameVariant => ("Cách viết tên", "Spelling of a name"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of conflict without a name."),
    });

    /// <summary>Why both can hold, or that they cannot: “một bên làm tròn”, “one is rounded”.</summary>
    public static string Of(JudgementReason reason, TellingLanguage language) => In(language, reason switch
    {
        JudgementReason.Contradiction => ("không thể cùng đúng", "cannot both hold"),
        JudgementReason.Precision => ("một bên chi tiết hơn", "one is more exact"),
        JudgementReason.Rounding => ("một bên làm tròn", "one is rounded"),
        JudgementReason.Unit => ("khác cách ghi", "written another way"),
        JudgementReason.Scope => ("khác phạm vi", "another scope"),
        JudgementReason.Calendar => ("khác lịch", "another calendar"),
        JudgementReason.RenamedPlace => ("địa danh đổi tên", "a renamed place"),
        JudgementReason.Alias => ("tên khác", "another name"),
        JudgementReason.Supersession => ("đã được thay thế", "superseded"),
        JudgementReason.DifferentEvent => ("hai việc khác nhau", "two happenings"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without a name."),
    });

    /// <summary>How much a conflict weighs: “Quan trọng”, “Major”.</summary>
    public static string Of(ConflictSeverity severity, TellingLanguage language) => In(language, severity switch
    {
        ConflictSeverity.Major => ("Quan trọng", "Major"),
        ConflictSeverity.Medium => ("Đáng chú ý", "Medium"),
        ConflictSeverity.Minor => ("Nhỏ", "Minor"),
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "A weight without a name."),
    });

    private static string In(TellingLanguage language, (string Vietnamese, string English) words) =>
        language == TellingLanguage.English ? words.English : words.Vietnamese;

    private static BilingualText Conflict(Judgement judgement, string one, string other, bool days)
    {
        (string vietnamese, string english) = judgement.Kind switch
        {
            ConflictKind.Date => DateWords(judgement.About, days),
            ConflictKind.Place when judgement.About == "NativePlace" => ("quê quán khác nhau của cùng một người", "different native places of one person"),
            ConflictKind.Place => ("nơi khác nhau cho cùng một việc", "different places for one happening"),
            ConflictKind.Person when judgement.About == "Office" => ("hai người khác nhau cùng giữ một chức vụ trong một thời gian", "different people in one office at one time"),
            ConflictKind.Person => ("người khác nhau cho cùng một việc", "different people for one happening"),
            ConflictKind.Role => ("chức vụ khác nhau của cùng một người trong cùng thời gian", "different offices of one person at one time"),
            ConflictKind.Figure => ("số liệu khác nhau cho cùng một điều", "different figures for one thing"),
            ConflictKind.Citation when judgement.About == "Issuer" => ("cơ quan ban hành khác nhau cho cùng một văn bản", "different issuers of one paper"),
            ConflictKind.Citation when judgement.About == "Issued" => ($"{(days ? "ngày" : "thời gian")} khác nhau cho cùng một văn bản", $"different {(days ? "days" : "dates")} of one paper"),
            ConflictKind.Citation => ("số, ngày khác nhau cho cùng một văn bản", "different dates or numbers of one paper"),
            ConflictKind.Order => ("thứ tự trước sau khác nhau cho cùng hai việc", "one pair of happenings in different order"),
            ConflictKind.NameVariant => ("cùng một tên theo hai cách viết", "one name in two spellings"),
            _ => throw new ArgumentOutOfRangeException(nameof(judgement), judgement.Kind, "A kind of conflict without words."),
        };
        bool alone = judgement.A.Document == judgement.B.Document;
        return new BilingualText(
            $"{(alone ? "Hai chỗ của cùng một tài liệu" : "Hai nguồn")} ghi {vietnamese}: {one} và {other}.",
            $"{(alone ? "Two places of one document" : "Two sources")} give {english}: {one} and {other}.");
    }

    private static (string Vietnamese, string English) DateWords(string about, bool days)
    {
        string when = days ? "ngày" : "thời gian";
        string date = days ? "days" : "dates";
        return about switch
        {
            "Born" => ($"{when} sinh khác nhau của cùng một người", $"different {date} of birth of one person"),
            "Died" => ($"{when} mất khác nhau của cùng một người", $"different {date} of death of one person"),
            "Founded" => ($"{when} thành lập khác nhau của cùng một tổ chức", $"different {date} on which one body was founded"),
            "Joined" => ($"{when} gia nhập khác nhau của cùng một người", $"different {date} on which one person joined"),
            "Award" => ($"{when} trao tặng khác nhau cho cùng một phần thưởng", $"different {date} for one award"),
            _ => ($"{when} khác nhau cho cùng một sự kiện", $"different {date} for one happening"),
        };
    }

    private static BilingualText Compatible(ConflictKind kind, JudgementReason reason, string one, string other)
    {
        (string vietnamese, string english) = reason switch
        {
            JudgementReason.Precision when kind == ConflictKind.Place => ("cùng chỉ một nơi, một bên ghi rộng hơn", "mean one place, told more widely in one of them"),
            JudgementReason.Precision when kind is ConflictKind.Date or ConflictKind.Order => ("cùng chỉ một thời gian, một bên ghi chi tiết hơn", "mean one date, told more exactly in one of them"),
            JudgementReason.Precision => ("không trái nhau, một bên ghi chi tiết hơn", "agree: one is more exact"),
            JudgementReason.Rounding => ("là cùng một số, một bên làm tròn", "are one number, rounded in one of them"),
            JudgementReason.Unit => ("là cùng một số, khác cách ghi", "are one number, written in two ways"),
            JudgementReason.Scope when kind == ConflictKind.Figure => ("tính cho phạm vi khác nhau: khác nơi, khác thời kỳ hoặc khác bộ phận", "count different things: another place, period or part"),
            JudgementReason.Scope => ("nói về phạm vi khác nhau: khác nơi, khác thời kỳ hoặc khác bộ phận", "speak of different things: another place, period or part"),
            JudgementReason.Calendar => ("là cùng một thời gian, ghi theo hai cách tính lịch", "are one date by two calendars"),
            JudgementReason.RenamedPlace => ("là cùng một nơi, trước và sau khi đổi tên hoặc sáp nhập", "are one place, before and after it was renamed or merged"),
            JudgementReason.Alias => kind switch
            {
                ConflictKind.Person or ConflictKind.Role => ("là hai tên của cùng một người", "are two names of one person"),
                ConflictKind.Place => ("là hai tên của cùng một nơi", "are two names of one place"),
                ConflictKind.Citation => ("là hai cách gọi của cùng một văn bản", "are two names of one paper"),
                _ => ("là hai tên của cùng một người, một nơi hoặc một tổ chức", "are two names of one person, place or body"),
            },
            JudgementReason.Supersession when kind == ConflictKind.Figure => ("khác nhau vì nguồn ra sau đã thay hoặc đính chính số ra trước", "differ because the later source replaces or corrects the earlier figure"),
            JudgementReason.Supersession => ("khác nhau vì văn bản ra sau đã thay hoặc sửa văn bản ra trước", "differ because the later paper replaces or amends the earlier one"),
            JudgementReason.DifferentEvent => ("thuộc về hai việc khác nhau, tuy giống nhau", "belong to two happenings, however alike"),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without words."),
        };
        return new BilingualText($"{one} và {other} {vietnamese}.", $"{one} and {other} {english}.");
    }

    // “17/10/1950”, “ngày 3 tháng 2 năm 1930”
    private static bool IsDay(string words) => words.Contains("ngày", StringComparison.OrdinalIgnoreCase) || words.AsSpan().Count('/') + words.AsSpan().Count('.') >= 2;

    // On one line, and not longer than a sentence can bear.
    private static string Quote(string words)
    {
        string line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length > LongestQuote)
        {
            int space = line.LastIndexOf(' ', LongestQuote);
            line = line[..(space > LongestQuote / 2 ? space : LongestQuote)] + "…";
        }

        return $"“{line}”";
    }
}
