using BienNien.Text;

namespace BienNien.Relating.Facts;

/// <summary>The function words that the grammar of facts speaks of, as numbers of the vocabulary. Immutable.</summary>
internal sealed class FactGrammar(Vocabulary.Builder words)
{
    /// <summary>Offices.</summary>
    public PhraseTable<bool> Offices { get; } = Facts.Offices.Table(words);

    /// <summary>“trưởng”, “phó”: heads of the body whose name follows.</summary>
    public WordSet Heads { get; } = words.AddSet("trưởng", "phó");

    /// <summary>“trưởng”.</summary>
    public int Head { get; } = words.Add("trưởng");

    /// <summary>Former, acting: no part of an office's name.</summary>
    public WordSet Former { get; } = words.AddSet("nguyên", "cựu", "cố");

    /// <summary>What stands between an office and the body it is held in.</summary>
    public WordSet OfficeTails { get; } = words.AddSet("đầu", "tiên", "lâm", "thời", "thứ", "nhất", "khóa", "khoá", "của", "chuyên", "trách", "thường", "trực");

    /// <summary>Last words of what says that somebody takes or holds the office behind.</summary>
    public WordSet Takes { get; } = words.AddSet("làm", "chức", "vụ", "nhiệm", "là", "kiêm", "cử", "bầu", "trò", "vị", "định", "nhận", "bạt");

    /// <summary>Words of the verb group before an office.</summary>
    public WordSet TakeGroup { get; } = words.AddSet(
        "làm", "giữ", "chức", "vụ", "danh", "bầu", "cử", "bổ", "nhiệm", "chỉ", "định", "đề", "bạt", "phân", "công", "giao", "được", "đã", "tiếp", "tục", "kiêm", "là", "đảm", "trúng",
        "cương", "vị", "vai", "trò", "lại", "nhận", "tái", "đắc", "lên", "cũng", "từng", "lần", "lượt", "quyền", "và", "đương", "trách", "phụ", "đồng", "thời", "bởi", "hội", "nghị", "đại", "tín", "trực", "tiếp", "các", ":");

    /// <summary>Words of the verb group that are no part of it where they open it.</summary>
    public WordSet NotGroupStart { get; } = words.AddSet("và", "hội", "nghị", "đại", "đồng", "thời", "bởi", "công", "lần", "vụ", "định", "chức", "trách", "các", ":");

    /// <summary>“là”.</summary>
    public int Is { get; } = words.Add("là");

    /// <summary>“do”.</summary>
    public int By { get; } = words.Add("do");

    /// <summary>“của”.</summary>
    public int Of { get; } = words.Add("của");

    /// <summary>Common nouns of bodies.</summary>
    public PhraseTable<bool> Bodies { get; } = Phrases(words, [.. Knowledge.DataTable.Load("body-nouns").Column("noun")]);

    /// <summary>Tiers of administration behind such a noun.</summary>
    public WordSet Tiers { get; } = words.AddSet("tỉnh", "huyện", "xã", "phường", "châu", "thành", "phố", "thị", "thôn", "bản", "khu", "quận", "tổng", "ủy", "uỷ", "cứu", "quốc", "đảng");

    /// <summary>Verbs of birth.</summary>
    public int Born { get; } = words.Add("sinh");

    /// <summary>Words before <c>sinh</c> that make another word of it.</summary>
    public WordSet NotBorn { get; } = words.AddSet("học", "hy", "hi", "vệ", "thí", "giáo", "khai", "ký", "phát", "tái", "nảy", "môn", "chúng", "dân", "quyên", "nam", "nữ", "tu", "ngày", "kháng", "quần", "di", "năm", "hộ");

    /// <summary>What stands between <c>sinh</c> and its date or place.</summary>
    public WordSet AfterBorn { get; } = words.AddSet("vào", "ra", "khoảng", "ngày", "tháng", "năm", "hồi", "lớn", "lên", "và", "đầu", "cuối", "giữa");

    /// <summary>“ngày”.</summary>
    public int Day { get; } = words.Add("ngày");

    /// <summary>In the head of a column of a register: who issued.</summary>
    public WordSet IssuingHeads { get; } = words.AddSet("hành", "quyết", "định", "ra", "ký");

    /// <summary>The same: that bodies stand under it.</summary>
    public WordSet BodyHeads { get; } = words.AddSet("cơ", "nơi", "cấp", "thẩm");

    /// <summary>“(”, “)”.</summary>
    public int Open { get; } = words.Add("(");

    /// <summary>“)”.</summary>
    public int Close { get; } = words.Add(")");

    /// <summary>“,”.</summary>
    public int Comma { get; } = words.Add(",");

    /// <summary>“;”.</summary>
    public int Semicolon { get; } = words.Add(";");

    /// <summary>“:”.</summary>
    public int Colon { get; } = words.Add(":");

    /// <summary>Dashes.</summary>
    public WordSet Dashes { get; } = words.AddSet("-", "–", "—");

    /// <summary>Verbs of dying.</summary>
    public PhraseTable<bool> Deaths { get; } = Phrases(words,
        "mất", "hy sinh", "hi sinh", "qua đời", "từ trần", "tạ thế", "tử trận", "tử nạn", "tuẫn tiết", "băng hà", "viên tịch", "bị giết", "bị giết hại", "bị sát hại", "bị địch giết", "bị xử bắn", "bị xử tử",
        "bị tử hình", "bị bắn chết", "anh dũng hy sinh", "trút hơi thở cuối cùng", "bị địch sát hại", "bị giặc giết", "bị địch bắn chết", "đã hy sinh", "đã mất");

    /// <summary>First words of <see cref="Deaths"/>.</summary>
    public WordSet DeathStarts { get; } = words.AddSet("mất", "hy", "hi", "qua", "từ", "tạ", "tử", "tuẫn", "băng", "viên", "bị", "anh", "trút", "đã");

    /// <summary>“mất”: lost, too.</summary>
    public int Lost { get; } = words.Add("mất");

    /// <summary>What follows <c>mất</c> where it says that somebody died.</summary>
    public WordSet AfterLost { get; } = words.AddSet("ngày", "tháng", "năm", "ở", "tại", "vào", "vì", "khi", "lúc", "trong", "đầu", "cuối", "giữa", "do", "hồi", "trên", "ngay", "đột", "mùa", "để");

    /// <summary>“quê”.</summary>
    public int Native { get; } = words.Add("quê");

    /// <summary>“nguyên”.</summary>
    public int NativeFormer { get; } = words.Add("nguyên");

    /// <summary>“quán”.</summary>
    public int NativeEnd { get; } = words.Add("quán");

    /// <summary>“người”.</summary>
    public int Human { get; } = words.Add("người");

    /// <summary>What stands between words of origin and the place.</summary>
    public WordSet AfterNative { get; } = words.AddSet("quán", "gốc", "ở", "tại", ":", "là", "hương", "vốn", "nội", "từ");

    /// <summary>Prepositions of place.</summary>
    public WordSet At { get; } = words.AddSet("ở", "tại");

    /// <summary>“dân”, “tộc”.</summary>
    public int People { get; } = words.Add("dân");

    /// <summary>“tộc”.</summary>
    public int PeopleEnd { get; } = words.Add("tộc");

    /// <summary>Names of peoples.</summary>
    public PhraseTable<bool> Peoples { get; } = Phrases(words, [.. Knowledge.DataTable.Load("peoples").Column("people")]);

    /// <summary>Words before <c>sinh</c> that make a label of it: <c>Ngày sinh: …</c>.</summary>
    public WordSet BirthLabels { get; } = words.AddSet("ngày", "năm");

    /// <summary>Words of joining.</summary>
    public PhraseTable<bool> Joins { get; } = Phrases(words,
        "gia nhập", "xin gia nhập", "tham gia", "vào", "kết nạp vào", "kết nạp", "trở thành đảng viên", "đứng vào hàng ngũ", "được kết nạp vào hàng ngũ", "trở thành đảng viên của");

    /// <summary>First words of <see cref="Joins"/>.</summary>
    public WordSet JoinStarts { get; } = words.AddSet("gia", "xin", "tham", "vào", "kết", "trở", "đứng", "được");

    /// <summary>“Đảng”, “Đoàn”: joined by their short names.</summary>
    public WordSet ShortBodies { get; } = words.AddSet("đảng", "đoàn");

    /// <summary>“tham”: taking part is told with a date only.</summary>
    public int TakesPart { get; } = words.Add("tham");

    /// <summary>“vào”.</summary>
    public int Into { get; } = words.Add("vào");

    /// <summary>“kết”.</summary>
    public int Admit { get; } = words.Add("kết");

    /// <summary>“và”, “rồi”.</summary>
    public WordSet Ands { get; } = words.AddSet("và", "rồi");

    /// <summary>“hành”, “ra”, “ký”: last words of what issues the paper behind.</summary>
    public WordSet Issuing { get; } = words.AddSet("hành", "ra", "ký");

    /// <summary>Adverbs and auxiliaries between a subject and its verb.</summary>
    public WordSet Adverbs { get; } = words.AddSet(
        "đã", "được", "bị", "lại", "cũng", "từng", "vốn", "chính", "thức", "mới", "thì", "còn", "liền", "mà", "sau", "đó", "này", "về", "vẫn", "anh", "dũng", "tiếp", "tục", "không", "chưa", "sẽ", "là",
        "đột", "ngột", "lần", "lượt", "vinh", "dự", "bèn", "đều");

    /// <summary>Verbs and nouns with which a sentence of a life opens that leaves its subject out.</summary>
    public WordSet OpeningVerbs { get; } = words.AddSet(
        "sinh", "quê", "nguyên", "mất", "hy", "hi", "qua", "từ", "dân", "tên", "bí", "được", "bị", "tham", "gia", "vào", "làm", "giữ", "nhập", "tốt", "học", "dạy", "người", "là", "kết", "đi", "hoạt",
        "công", "đảm", "xuất", "con", "lớn", "nghỉ", "trúng", "đỗ", "thi", "phụ", "kiêm", "ra", "trở", "về");

    /// <summary>What stands before a date.</summary>
    public WordSet BeforeDate { get; } = words.AddSet("vào", "đến", "từ", "sang", "trong", "khoảng", "hồi", "tới", "ngày", "những", "ngay", "đầu", "cuối", "giữa", "sau", "bước", "tiếp", "đó");

    /// <summary>Words after which a date does not say when: a limit, a plan.</summary>
    public WordSet NotWhen { get; } = words.AddSet("đến", "trước", "tới", "hoạch", "đoạn", "kỳ", "thứ", "khóa", "hết");

    /// <summary>Prepositions and verbs after which a name is no subject.</summary>
    public WordSet Objects { get; } = words.AddSet("của", "với", "cho", "gặp", "bởi", "cùng", "thay", "nhờ", "giúp", "thăm", "mời", "đón", "theo", "tặng", "gửi", "tới", "tên", "nhớ", "thờ", "về");

    /// <summary>Words of kin: the name behind them is only that of a relative.</summary>
    public WordSet Kin { get; } = words.AddSet("mẹ", "cha", "bố", "vợ", "chồng", "con", "em", "cháu", "trai", "gái", "đẻ", "ruột", "rể", "dâu", "bạn", "trò", "nội", "ngoại");

    /// <summary>Words of address before a name.</summary>
    public WordSet Addresses { get; } = words.AddSet(
        "đồng", "chí", "ông", "bà", "cụ", "anh", "chị", "cô", "chú", "bác", "thầy", "đ", "c", "liệt", "sĩ", "sỹ", "đại", "thượng", "trung", "thiếu", "tá", "úy", "tướng", "bác", "kỹ", "sư", "nhà", "giáo", "dược");

    /// <summary>Denials.</summary>
    public WordSet Negations { get; } = words.AddSet("không", "chưa", "chẳng");

    /// <summary>Signs that it is still to be done.</summary>
    public PhraseTable<bool> Planned { get; } = Phrases(words, "sẽ", "dự kiến", "đề nghị", "phấn đấu", "dự định", "cần", "giới thiệu", "đề cử");

    /// <summary>“nếu”.</summary>
    public WordSet Ifs { get; } = words.AddSet("nếu", "giả");

    /// <summary>Words that say that another tells it.</summary>
    public PhraseTable<bool> Sayings { get; } = Phrases(words, "cho biết", "kể lại", "cho rằng", "thuật lại", "tương truyền", "truyền rằng", "được cho là", "kể rằng", "nói rằng", "có người nói", "có thuyết");

    /// <summary>Verbs by which a place lies in a larger one.</summary>
    public int Belongs { get; } = words.Add("thuộc");

    /// <summary>“về”.</summary>
    public int About { get; } = words.Add("về");

    /// <summary>“việc”.</summary>
    public int AboutEnd { get; } = words.Add("việc");

    /// <summary>Words at which what a paper is about has ended.</summary>
    public WordSet EndsTopic { get; } = words.AddSet("được", "đã", "là", "ghi", "thì", "xác", "nhấn", "khẳng", "sẽ", "cũng", "vẫn");

    /// <summary>“trong”: opens a setting.</summary>
    public int Inside { get; } = words.Add("trong");

    /// <summary>Words before a paper that another carries out.</summary>
    public PhraseTable<bool> Implements { get; } = Phrases(words, "thực hiện", "căn cứ", "căn cứ vào", "theo", "thi hành", "triển khai", "quán triệt", "triển khai thực hiện", "cụ thể hóa", "chấp hành");

    /// <summary>Last words of what brings forth a paper.</summary>
    public WordSet Issues { get; } = words.AddSet("hành", "dựng", "ra", "có", "bằng", "ký", "là", "lập", "thông", "qua", "này");

    /// <summary>Verbs by which a paper changes another.</summary>
    public PhraseTable<FactProperty> Changes { get; } = ChangePhrases(words);

    /// <summary>Words that may stand between such a verb and the other paper.</summary>
    public WordSet ChangeLinks { get; } = words.AddSet(
        "sửa", "đổi", "bổ", "sung", "một", "số", "điều", "khoản", "nội", "dung", "của", "cho", "các", "toàn", "bộ", "và", ",", "điểm", "mục", "phần", "quy", "định", "tại", "ban", "hành", "kèm", "theo", "tên", "đoạn", "thế");

    /// <summary>Marks of the passive.</summary>
    public WordSet Passive { get; } = words.AddSet("được", "bị");

    /// <summary>“bằng”, “bởi”: by which paper.</summary>
    public WordSet ByPaper { get; } = words.AddSet("bằng", "bởi", "theo");

    /// <summary>Verbs before their number.</summary>
    public WordSet Have { get; } = words.AddSet("có", "gồm", "với", "lên", "còn", "là");

    /// <summary>What stands between such a verb and the number.</summary>
    public WordSet AfterHave { get; } = words.AddSet("lúc", "đầu", "chỉ", "tất", "cả", "đến", "tổng", "số", "được", "đã", "bao");

    /// <summary>“từ”.</summary>
    public int From { get; } = words.Add("từ");

    /// <summary>Heads of columns of terms of office.</summary>
    public WordSet TermHeads { get; } = words.AddSet("gian", "kỳ", "khóa", "khoá", "niên");

    /// <summary>Heads of columns of offices.</summary>
    public WordSet OfficeHeads { get; } = words.AddSet("chức", "cương");

    /// <summary>“hy”, “hi”: behind them <c>sinh</c> tells of death.</summary>
    public WordSet Sacrifice { get; } = words.AddSet("hy", "hi");

    /// <summary>“căn”.</summary>
    public int Ground { get; } = words.Add("căn");

    private static PhraseTable<bool> Phrases(Vocabulary.Builder words, params ReadOnlySpan<string> phrases)
    {
        PhraseTable<bool>.Builder table = new();
        foreach (string phrase in phrases)
        {
            table.Add(words.AddPhrase(phrase).AsSpan(), value: true);
        }

        return table.Build();
    }

    private static PhraseTable<FactProperty> ChangePhrases(Vocabulary.Builder words)
    {
        PhraseTable<FactProperty>.Builder table = new();
        foreach ((string phrase, FactProperty property) in (ReadOnlySpan<(string, FactProperty)>)[
            ("sửa đổi", FactProperty.Amends), ("bổ sung", FactProperty.Amends), ("đính chính", FactProperty.Amends), ("điều chỉnh", FactProperty.Amends),
            ("thay thế", FactProperty.Replaces), ("thay thế cho", FactProperty.Replaces), ("bãi bỏ", FactProperty.Replaces), ("hủy bỏ", FactProperty.Replaces), ("thay cho", FactProperty.Replaces)])
        {
            table.Add(words.AddPhrase(phrase).AsSpan(), property);
        }

        return table.Build();
    }
}
