using BienNien.Relating.Facts;
using BienNien.Text;

namespace BienNien.Relating.References;

/// <summary>The function words that the grammar of references speaks of, as numbers of the vocabulary.</summary>
internal sealed class ReferenceWords
{
    private readonly PhraseTable<int> _heads;
    private readonly PhraseTable<bool> _offices;

    public ReferenceWords(Vocabulary.Builder words)
    {
        PhraseTable<int>.Builder heads = new();
        int number = 0;
        foreach (string head in (ReadOnlySpan<string>)[
            "chi bộ", "đảng bộ", "ban", "hội", "đội", "trường", "trung đoàn", "tiểu đoàn", "đại đội", "sư đoàn", "đại đoàn", "nhà máy", "công ty", "xí nghiệp",
            "hợp tác xã", "nông trường", "lâm trường", "sở", "ty", "bệnh viện", "tỉnh", "huyện", "xã", "phường", "thị xã", "thị trấn", "châu", "phủ", "tổng", "làng",
            "thôn", "bản"])
        {
            heads.Add(words.AddPhrase(head).AsSpan(), ++number);
        }

        _heads = heads.Build();
        _offices = Offices.Table(words);
        Addresses = words.AddSet("đồng", "chí", "ông", "bà", "cụ", "anh", "chị", "cô", "chú", "bác", "thầy", "đ", "c", "các", "liệt", "sĩ", "sỹ", "nhà");
        HeadStarts = words.AddSet(
            "chi", "đảng", "ban", "hội", "đội", "trường", "trung", "tiểu", "đại", "sư", "nhà", "công", "xí", "hợp", "nông", "lâm", "sở", "ty", "bệnh", "tỉnh", "huyện", "xã",
            "phường", "thị", "châu", "phủ", "tổng", "làng", "thôn", "bản");
        Comrade = words.Add("đồng");
        ComradeEnd = words.Add("chí");
        Men = words.AddSet("ông", "anh");
        Women = words.AddSet("bà", "chị");
        Old = words.Add("cụ");
        He = words.Add("người");
        Uncle = words.Add("bác");
        Plurals = words.AddSet("các", "những", "hai", "ba", "bốn", "năm", "nhiều", "mọi", "mỗi", "một", "từng", "vài", "mấy", "số", "toàn", "cả", "tất");
        NotAddress = words.AddSet(
            "cha", "bà", "ông", "nội", "ngoại", "tổ", "chủ", "lão", "trời", "đồ", "con", "mẹ", "má", "đỡ", "chúa", "em", "hùng", "dũng", "chị", "anh", "ruột", "cả", "trai", "rể",
            "họ", "minh", "linh", "tài", "kiệt", "hào", "gái", "dâu", "thể", "già", "cố", "nghè", "cử", "tú", "giáo", "lang", "thợ", "bạn", "cụ", "đồng", "nuôi", "thầy", "vải", "trạng", "nhà", "thế");
        BeforeTool = words.AddSet("dụng", "công", "nông", "khí", "nhạc", "giáo", "đạo", "ngư", "chiến", "đàn", "tiếng", "nước", "mẹ", "thằng", "phương");
        Verbs = words.AddSet(
            "có", "được", "bị", "đã", "là", "gồm", "mang", "đổi", "tách", "kết", "phát", "họp", "cử", "bầu", "lấy", "ra", "trở", "lãnh", "tổ", "hoạt", "thành", "nhận", "vẫn",
            "còn", "chia", "do", "nằm", "thuộc", "giáp", "rộng", "lên", "tăng", "chỉ", "cũng", "không", "chưa", "từ", "sinh", "mất", "vào", "đi", "về", "sang", "qua", "để",
            "dạy", "viết", "nói", "làm", "giữ", "sẽ", "luôn", "thường", "trực", "chủ", "rời", "hy", "tham", "bắt", "cùng", "gặp", "thăm", "đến", "tiếp", "kêu", "đọc", "ký", "ở", "tạm");
        OfDates = words.AddSet("năm", "/", "-", ".", "tháng", "ngày");
        Objects = words.AddSet("của", "với", "cho", "gặp", "bởi", "cùng", "thay", "nhờ", "giúp", "thăm", "mời", "đón", "theo", "tặng", "gửi", "tới", "tên", "nhớ", "về", "thờ");
        Kin = words.AddSet("mẹ", "cha", "bố", "vợ", "chồng", "con", "em", "cháu", "trai", "gái", "đẻ", "ruột", "rể", "dâu", "bạn", "thầy", "trò", "anh", "chị", "nội", "ngoại", "họ");
        Joins = words.AddSet("và", "với", "cùng");
        BeforeSubject = words.AddSet(
            "vào", "đến", "từ", "trong", "sau", "khi", "tháng", "năm", "ngày", "lúc", "đó", "này", "ấy", "sang", "đầu", "cuối", "giữa", "tại", "ở", "trước", "rồi", "nay", "về",
            "cũng", "do", "chính", "là", "theo", "tiếp", "thời", "kỳ", "gian", "riêng", "còn", "liệt", "sĩ", "nhà", "cách", "mạng", "nguyên");
    }

    /// <summary>First words of the nouns of bodies and places.</summary>
    public WordSet HeadStarts { get; }

    /// <summary>“đồng”.</summary>
    public int Comrade { get; }

    /// <summary>“chí”.</summary>
    public int ComradeEnd { get; }

    /// <summary>Forms of address of men.</summary>
    public WordSet Men { get; }

    /// <summary>Forms of address of women.</summary>
    public WordSet Women { get; }

    /// <summary>“cụ”.</summary>
    public int Old { get; }

    /// <summary>“Người”.</summary>
    public int He { get; }

    /// <summary>“Bác”.</summary>
    public int Uncle { get; }

    /// <summary>Words before a form of address that make it many or anybody.</summary>
    public WordSet Plurals { get; }

    /// <summary>Words behind a form of address that make another noun of it: <c>ông cha</c>, <c>anh em</c>, <c>cụ thể</c>.</summary>
    public WordSet NotAddress { get; }

    /// <summary>Words before <c>cụ</c> or <c>anh</c> that make another noun of them: <c>dụng cụ</c>.</summary>
    public WordSet BeforeTool { get; }

    /// <summary>Words by which it is seen that a noun before them has ended and names nothing.</summary>
    public WordSet Verbs { get; }

    /// <summary>What stands before the last number of a date.</summary>
    public WordSet OfDates { get; }

    /// <summary>Prepositions and verbs after which a name is no subject.</summary>
    public WordSet Objects { get; }

    /// <summary>Words of kin: the name behind them is only that of a relative.</summary>
    public WordSet Kin { get; }

    /// <summary>Words that join a second subject.</summary>
    public WordSet Joins { get; }

    /// <summary>Words that may stand before the subject of a sentence.</summary>
    public WordSet BeforeSubject { get; }

    /// <summary>Whether an office begins at a place: <c>đồng chí Bí thư</c> is another.</summary>
    public bool TakesOffice(Sentence sentence, int at) => _offices.Longest(sentence, at, out _) > 0;

    /// <summary>Whether a word is a form of address or a part of one.</summary>
    public bool IsAddress(Sentence sentence, int at) => Addresses.Contains(sentence[at]);

    /// <summary>The words of forms of address before a name.</summary>
    public WordSet Addresses { get; }

    /// <summary>m, f or u, as the middle name tells.</summary>
    public static char SexOf(string id)
    {
        int first = id.IndexOf(' ', StringComparison.Ordinal);
        int second = first < 0 ? -1 : id.IndexOf(' ', first + 1);
        ReadOnlySpan<char> middle = second < 0 ? default : id.AsSpan(first + 1, second - first - 1);
        return middle is "Thị" ? 'f' : middle is "Văn" ? 'm' : 'u';
    }

    /// <summary>The number of the noun that a name or phrase opens with; 0 for none.</summary>
    public int HeadOf(Sentence sentence, int at) => Head(sentence, at, out int number) > 0 ? number : 0;

    /// <summary>How many tokens the noun has that begins at a place; 0 for none.</summary>
    public int Head(Sentence sentence, int at, out int number)
    {
        number = 0;
        return HeadStarts.Contains(sentence[at]) ? _heads.Longest(sentence, at, out number) : 0;
    }
}
