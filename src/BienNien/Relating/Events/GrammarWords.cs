using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Relating.Events;

/// <summary>The function words that the grammar of events speaks of, as numbers of the vocabulary.</summary>
internal sealed class GrammarWords(Vocabulary.Builder words)
{
    /// <summary>“sinh”.</summary>
    public int Born { get; } = words.Add("sinh");

    /// <summary>“hy” of <c>hy sinh</c>, to fall.</summary>
    public WordSet Sacrifice { get; } = words.AddSet("hy", "hi");

    /// <summary>What may stand between the start of a clause and its date.</summary>
    public WordSet BeforeDate { get; } = words.AddSet(
        "vào", "đến", "từ", "sang", "bước", "tiếp", "đó", "sau", "trong", "hồi", "khoảng", "rồi", "tới", "đúng", "tính", "cũng", "chỉ", "ngay",
        "những", "giai", "đoạn", "thời", "kỳ", "kể", "và", "suốt", "riêng", "nhất", "là", "đặc", "biệt", "mãi", "cho", "gian", "trước");

    /// <summary>Words after which a date does not say when: a period of validity, a limit, a name.</summary>
    public WordSet NotWhen { get; } = words.AddSet("đoạn", "kỳ", "khóa", "hoạch", "thứ", "đến", "trước", "tới", "lấy", "khoá");

    /// <summary>Marks of the passive.</summary>
    public WordSet Passive { get; } = words.AddSet("được", "bị");

    /// <summary>Words that make a noun of the verb after them.</summary>
    public WordSet Nominalisers { get; } = words.AddSet(
        "cuộc", "tranh", "thù", "vụ", "trận", "sự", "việc", "lễ", "tác", "trào", "trình", "ngày", "đoạn", "kỳ", "lượng", "nền", "các", "những", "đợt", "hoạch", "trương",
        "sách", "dịp", "mốc", "công", "ban", "mọi", "vụ", "nơi", "tinh", "thần", "khu", "đường", "chí", "tội", "mạng", "của", "chiến", "là", "như", "liệu", "vi", "tính", "gian", "cách", "cờ");

    /// <summary>Nouns of people and bodies: the verb after them names what they are for (<c>ban tiếp quản</c>), not what happened.</summary>
    public WordSet Bodies { get; } = words.AddSet("ban", "khu", "lượng", "đội", "người", "tổ", "đoàn", "liệu", "chính");

    /// <summary>First words of <see cref="Happenings"/>.</summary>
    public WordSet HappeningOpenings { get; } = words.AddSet("chiến", "thắng", "hiệp", "hội", "đại", "phong", "khởi", "cách", "tổng", "trận", "kháng", "cuộc");

    /// <summary>Nouns of happenings that carry a name and a year: <c>Chiến thắng Đống Đa năm 1789</c>.</summary>
    public PhraseTable<bool> Happenings { get; } = Phrases(words,
        "chiến thắng", "chiến dịch", "chiến cuộc", "thắng lợi", "hiệp định", "hội nghị", "hội thề", "đại hội", "đại thắng", "phong trào", "khởi nghĩa", "cách mạng", "tổng tiến công",
        "tổng khởi nghĩa", "trận", "kháng chiến", "cuộc");

    /// <summary>Openings of a clause that counts a length: <c>Sau 12 ngày đêm (18 - 29/12/1972)</c>.</summary>
    public WordSet PeriodOpenings { get; } = words.AddSet("sau", "trong", "qua", "suốt", "hơn", "gần", "ngay", "trải", "với", "ròng");

    /// <summary>Words between a verb of issuing and a paper that is another one.</summary>
    public WordSet Founded { get; } = words.AddSet("thực", "theo", "hiện", "triển", "căn", "thi", "sửa", "bổ", "thay");

    /// <summary>“định”: it is meant, unless it ends <c>quyết định</c>.</summary>
    public int Mean { get; } = words.Add("định");

    /// <summary>What makes another word with “định”.</summary>
    public WordSet BeforeMean { get; } = words.AddSet("quyết", "chỉ", "nhất", "khẳng", "ấn", "quy", "xác", "nhận", "giám", "ổn", "cố", "hiệp", "nghị", "dự", "kiên", "phủ", "đã");

    /// <summary>“đồng”.</summary>
    public int Comrade { get; } = words.Add("đồng");

    /// <summary>“chí”.</summary>
    public int ComradeEnd { get; } = words.Add("chí");

    /// <summary>Words behind a name that are no verb of a happening: <c>là</c>, <c>của</c>, <c>đạt</c>.</summary>
    public WordSet NoDeeds { get; } = words.AddSet(
        "có", "còn", "đạt", "chiếm", "tăng", "giảm", "ước", "bằng", "làm", "rất", "phải", "cần", "đang", "khi", "không", "chưa", "chẳng", "nằm", "khóa", "khoá", "nhiệm", "lâm",
        "tỉnh", "huyện", "xã", "thành", "trực", "tức", "quê", "người", "hoặc", "hay", "lúc", "thì", "vì", "nên", "cũ", "mới", "vốn", "luôn", "phấn", "dự", "sinh", "tuổi", "gọi", "nói", "trừ", "kiêm", "nguyên");

    /// <summary>“sau”.</summary>
    public int After { get; } = words.Add("sau");

    /// <summary>“khi”, “nơi”: a clause that tells when or where.</summary>
    public WordSet ClauseOpenings { get; } = words.AddSet("khi", "nơi");

    /// <summary>“kể”.</summary>
    public int Tell { get; } = words.Add("kể");

    /// <summary>Verbs that are nouns, too.</summary>
    public PhraseTable<bool> Victories { get; } = Phrases(words, "chiến thắng", "thắng lợi", "đại thắng", "thất bại");

    /// <summary>Words after which they are nouns.</summary>
    public WordSet BeforeVictory { get; } = words.AddSet("vào", "của", "cho", "sau", "với", "từ", "nên", "trước", "bằng", "và", "đầu", "giành", "sử");

    /// <summary>Verbs that begin something: after “từ” they happened at that time, they did not last.</summary>
    public WordSet Beginnings { get; } = words.AddSet("bước", "chuyển", "trở", "bắt", "mở", "hình", "đi", "ra", "về", "vào", "sang", "lên", "xuống", "đến");

    /// <summary>“từ”.</summary>
    public int From { get; } = words.Add("từ");

    /// <summary>Words that close a time opened by “từ”.</summary>
    public WordSet Until { get; } = words.AddSet("đến", "tới", "-", "–");

    /// <summary>“là”.</summary>
    public int Be { get; } = words.Add("là");

    /// <summary>“chống”.</summary>
    public int Against { get; } = words.Add("chống");

    /// <summary>“xâm”.</summary>
    public int Invade { get; } = words.Add("xâm");

    /// <summary>“đó”.</summary>
    public int That { get; } = words.Add("đó");

    /// <summary>“trong”.</summary>
    public int In { get; } = words.Add("trong");

    /// <summary>“bị”.</summary>
    public int Suffer { get; } = words.Add("bị");

    /// <summary>“ngay”.</summary>
    public int Right { get; } = words.Add("ngay");

    /// <summary>First words of sentences that lead to another time, so that the ones behind them have no date either.</summary>
    public WordSet LeadsAway { get; } = words.AddSet("sau", "từ", "trước", "hiện", "nay", "đến", "tới");

    /// <summary>Who stands behind these owns a place, and does nothing: <c>tại nhà ông …</c>.</summary>
    public WordSet Homes { get; } = words.AddSet("nhà", "vườn", "trại", "lán", "hầm");

    /// <summary>Words at which a verb is seen to have no object.</summary>
    public WordSet NoObject { get; } = words.AddSet("ngày", "tháng", "năm", "vào", "tại", "ở", "trong", "từ", "với", "thành", "rồi", "và", "theo", "đầu", "cuối", "giữa", "lần", "sau");

    /// <summary>“người”.</summary>
    public int Human { get; } = words.Add("người");

    /// <summary>“vào”.</summary>
    public int Into { get; } = words.Add("vào");

    /// <summary>“tham”.</summary>
    public int Join { get; } = words.Add("tham");

    /// <summary>“gia”.</summary>
    public int JoinEnd { get; } = words.Add("gia");

    /// <summary>“mất”.</summary>
    public int Lose { get; } = words.Add("mất");

    /// <summary>“có”.</summary>
    public int Have { get; } = words.Add("có");

    /// <summary>The last words of verbs that tell of a paper's contents before a colon: <c>Bản tổng kết in năm 1985 ghi:</c>.</summary>
    public WordSet Tellings { get; } = words.AddSet("ghi", "chép", "viết", "kể", "nói", "biết", "rõ", "thuật");

    /// <summary>Plurals: <c>các</c>, <c>những</c>.</summary>
    public WordSet Plurals { get; } = words.AddSet("các", "những");

    /// <summary>The last words of verbs that read or list: what the listed things have done is no news (<c>ghi các xã đã đổi tên</c>).</summary>
    public WordSet Listings { get; } = words.AddSet("ghi", "nêu", "kê", "soát", "đọc", "xem", "tìm", "sách", "chiếu");

    /// <summary>Words before a count of years that make a feast of it: <c>nhân 60 năm</c>, <c>kỷ niệm 60 năm</c>.</summary>
    public WordSet Feasts { get; } = words.AddSet("niệm", "nhân", "dịp", "tròn", "thứ");

    /// <summary>“năm”.</summary>
    public int Year { get; } = words.Add("năm");

    /// <summary>“.”.</summary>
    public int Dot { get; } = words.Add(".");

    /// <summary>The ends of meeting nouns: <c>Hội nghị</c>, <c>Đại hội thành lập</c>.</summary>
    public WordSet Meetings { get; } = words.AddSet("nghị", "hội", "quyết");

    /// <summary>Words that open a purpose.</summary>
    public WordSet Purposes { get; } = words.AddSet("để", "nhằm", "hòng", "đòi", "xin");

    /// <summary>Signs that it is still to be done; true where they hold for all verbs of the clause, not only for the next one.</summary>
    public PhraseTable<bool> Planned { get; } = ReadPlanned(words);

    /// <summary>What makes a plan of a whole heading or sentence start.</summary>
    public WordSet PlanHeads { get; } = words.AddSet("nhiệm", "phương", "mục", "giải", "kế", "chỉ");

    /// <summary>Their second syllables.</summary>
    public WordSet PlanTails { get; } = words.AddSet("vụ", "hướng", "tiêu", "pháp", "hoạch");

    /// <summary>Denials.</summary>
    public WordSet Negations { get; } = words.AddSet("không", "chưa", "chẳng", "chớ", "đừng");

    /// <summary>Words that may stand between a denial and its verb.</summary>
    public WordSet AfterNegation { get; } = words.AddSet("được", "bị", "thể", "kịp", "hề", "phải", "từng", "chịu", "dám", "có", "cho", "thành", "công");

    /// <summary>First words of sentences that do not go on from the date before.</summary>
    public WordSet LeavesDate { get; } = words.AddSet("sau", "từ", "trước", "hiện", "nay", "hằng", "hàng", "mỗi", "những", "đến", "tới", "nhiều", "theo", "nếu");

    /// <summary>Words at which an object noun phrase ends.</summary>
    public WordSet EndsObject { get; } = words.AddSet(
        "tại", "ở", "vào", "ngày", "tháng", "năm", "của", "và", "với", "cho", "từ", "để", "do", "là", "trong", "trên", "theo", "nhằm", "bằng", "các", "những",
        "được", "bị", "đã", "sẽ", "rồi", "mà", "thì", "như", "gồm", "sau", "trước", "khi", "về", "đến", "ra", "sang", "này", "đó", "đầu", "tiên", "một", "mọi", "dưới",
        "giữa", "đồng", "ông", "bà", "số", "lần", "qua", "nhưng", "cùng", "thành", "khỏi", "có", "đối", "hơn", "thuộc", "nhiều", "dịp", "nhân");

    /// <summary>Prepositions of time and place that open a setting: what is dated in it, dates what follows.</summary>
    public WordSet Settings { get; } = words.AddSet("tại", "trong", "ở");

    /// <summary>After these the reader is told of another name or time: <c>(nay là …)</c>.</summary>
    public WordSet Asides { get; } = words.AddSet("nay", "tức", "gọi", "trước", "bí");

    /// <summary>“đã”.</summary>
    public int Already { get; } = words.Add("đã");

    /// <summary>“làm”.</summary>
    public int Serve { get; } = words.Add("làm");

    /// <summary>“do”.</summary>
    public int By { get; } = words.Add("do");

    /// <summary>“nếu”, “giả”.</summary>
    public WordSet Ifs { get; } = words.AddSet("nếu", "giả");

    /// <summary>“theo”.</summary>
    public int AccordingTo { get; } = words.Add("theo");

    /// <summary>Papers and ideas after “theo” that are no witnesses.</summary>
    public WordSet NotWitnesses { get; } = words.AddSet(
        "nghị", "quyết", "hiệp", "tinh", "chủ", "kế", "đó", "lệnh", "chỉ", "yêu", "sắc", "luật", "đề", "thông", "công", "tiếng", "lời", "sự", "quy", "hướng", "phương", "điều", "dõi", "phân");

    /// <summary>“kỷ”.</summary>
    public int Commemorate { get; } = words.Add("kỷ");

    /// <summary>“niệm”.</summary>
    public int CommemorateEnd { get; } = words.Add("niệm");

    /// <summary>What a feast counts: <c>kỷ niệm 60 năm ngày</c>.</summary>
    public WordSet Years { get; } = words.AddSet("năm", "ngày", "lần", "thứ", "tròn");

    /// <summary>Two of these together lead to another time: <c>về sau</c>, <c>sau đó</c>, <c>sau này</c>, <c>từ đó</c>, <c>từ nay</c>.</summary>
    public WordSet Later { get; } = words.AddSet("về", "sau", "đó", "này", "từ");

    /// <summary>“và”.</summary>
    public int And { get; } = words.Add("và");

    /// <summary>“rồi”.</summary>
    public int Then { get; } = words.Add("rồi");

    /// <summary>“:”.</summary>
    public int Colon { get; } = words.Add(":");

    /// <summary>“;”.</summary>
    public int Semicolon { get; } = words.Add(";");

    /// <summary>“,”.</summary>
    public int Comma { get; } = words.Add(",");

    /// <summary>“(”.</summary>
    public int Open { get; } = words.Add("(");

    /// <summary>“)”.</summary>
    public int Close { get; } = words.Add(")");

    /// <summary>Verbs that make <c>… làm Bí thư</c> an appointment: <c>cử</c>, <c>giao</c>, <c>chọn</c>.</summary>
    public WordSet Appointers { get; } = words.AddSet("cử", "giao", "chọn", "đưa", "sai", "phong", "tôn", "lập");

    /// <summary>First words of <see cref="Sayings"/>.</summary>
    public WordSet SayingOpenings { get; } = words.AddSet("cho", "kể", "thuật", "chép", "ghi", "tương", "truyền", "được", "nói", "viết");

    /// <summary>First words of <see cref="Planned"/>.</summary>
    public WordSet PlannedOpenings { get; } = words.AddSet("sẽ", "hãy", "phấn", "dự", "nhiệm", "mục", "đề", "yêu", "cần", "có", "muốn", "toan", "chuẩn", "mưu", "âm");

    /// <summary>Words that say that another tells it.</summary>
    public PhraseTable<bool> Sayings { get; } = Phrases(words,
        "cho biết", "kể lại", "cho rằng", "thuật lại", "chép rằng", "ghi rằng", "tương truyền", "truyền rằng", "được cho là", "kể rằng", "nói rằng", "viết rằng");

    /// <summary>Offices and titles: <c>data/person-titles.tsv</c>, what is not a form of address.</summary>
    public PhraseTable<bool> Offices { get; } = ReadOffices(words);

    private static PhraseTable<bool> Phrases(Vocabulary.Builder words, params ReadOnlySpan<string> phrases)
    {
        PhraseTable<bool>.Builder table = new();
        foreach (string phrase in phrases)
        {
            table.Add(words.AddPhrase(phrase).AsSpan(), true);
        }

        return table.Build();
    }

    private static PhraseTable<bool> ReadPlanned(Vocabulary.Builder words)
    {
        PhraseTable<bool>.Builder table = new();
        foreach (string phrase in (ReadOnlySpan<string>)["sẽ", "hãy", "phấn đấu", "dự kiến", "đề nghị", "yêu cầu"])
        {
            table.Add(words.AddPhrase(phrase).AsSpan(), true);
        }

        foreach (string phrase in (ReadOnlySpan<string>)["cần", "nhiệm vụ", "mục tiêu", "có ý định", "dự định", "muốn", "toan", "chuẩn bị", "mưu toan", "âm mưu"])
        {
            table.Add(words.AddPhrase(phrase).AsSpan(), false);
        }

        return table.Build();
    }

    private static PhraseTable<bool> ReadOffices(Vocabulary.Builder words)
    {
        DataTable titles = DataTable.Load("person-titles");
        int title = titles.IndexOf("title");
        int category = titles.IndexOf("category");
        return Phrases(words, [.. titles.Rows.Where(row => row[category] is "office" or "military" or "court").Select(row => row[title])]);
    }
}
