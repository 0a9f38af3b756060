using System.Collections.Immutable;
using System.Globalization;
using BienNien.Knowledge;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

/// <summary>What each word of the vocabulary is to the grammar of time: one array look-up a token. Immutable once the rules are made.</summary>
internal sealed class TimeLexicon
{
    private static readonly (TimeWord Word, string Spellings)[] _spellings =
    [
        (TimeWord.Day, "ngày"), (TimeWord.Month, "tháng"), (TimeWord.Year, "năm"), (TimeWord.Quarter, "quý quí"), (TimeWord.Week, "tuần"), (TimeWord.Le, "lễ"), (TimeWord.Lam, "làm"), (TimeWord.Viec, "việc"),
        (TimeWord.Hour, "giờ"), (TimeWord.Minute, "phút"), (TimeWord.HourSign, "h"), (TimeWord.Season, "mùa"), (TimeWord.Century, "thế"),
        (TimeWord.CenturySign, "TK"), (TimeWord.Decade, "thập"), (TimeWord.Ky, "kỷ kỉ"), (TimeWord.Nien, "niên"), (TimeWord.Thien, "thiên"),
        (TimeWord.Dawn, "rạng"), (TimeWord.Morning, "sáng"), (TimeWord.Noon, "trưa"), (TimeWord.Afternoon, "chiều"), (TimeWord.Evening, "tối"),
        (TimeWord.Night, "đêm"), (TimeWord.Early, "sớm"), (TimeWord.PartWord, "buổi"), (TimeWord.Spring, "xuân"), (TimeWord.SummerHe, "hè"),
        (TimeWord.Ha, "hạ"), (TimeWord.Autumn, "thu"), (TimeWord.Winter, "đông"), (TimeWord.Start, "đầu"), (TimeWord.Mid, "giữa"),
        (TimeWord.End, "cuối"), (TimeWord.Half, "nửa"), (TimeWord.Thuong, "thượng"), (TimeWord.Trung, "trung"), (TimeWord.Before, "trước"),
        (TimeWord.After, "sau"), (TimeWord.About, "khoảng độ chừng quãng"), (TimeWord.Near, "gần ngót"), (TimeWord.More, "hơn trên ngoài"),
        (TimeWord.Under, "dưới"), (TimeWord.NotYet, "chưa"), (TimeWord.Not, "không"), (TimeWord.Over, "quá"), (TimeWord.Toi, "tối"),
        (TimeWord.Da, "đa"), (TimeWord.Thieu, "thiểu"), (TimeWord.It, "ít"), (TimeWord.NhatFirst, "nhất"), (TimeWord.Full, "đầy"),
        (TimeWord.From, "từ"), (TimeWord.To, "đến tới"), (TimeWord.Until, "hết"), (TimeWord.Cho, "cho"), (TimeWord.Of, "của"),
        (TimeWord.Those, "những"), (TimeWord.These, "các"), (TimeWord.And, "và"), (TimeWord.Hyphen, "- – — → ÷"), (TimeWord.Slash, "/"),
        (TimeWord.Dot, "."), (TimeWord.Comma, ","), (TimeWord.Colon, ":"), (TimeWord.Open, "( ["), (TimeWord.Close, ") ]"),
        (TimeWord.Blank, "… .. ... .... ..... ...... ....... ........ _ __ ___ ____ _____ …… ………"), (TimeWord.Now, "nay"),
        (TimeWord.Present, "hiện"), (TimeWord.Tai, "tại"), (TimeWord.Same, "cùng"), (TimeWord.Also, "cũng"), (TimeWord.That, "đó ấy"),
        (TimeWord.This, "này"), (TimeWord.Hom, "hôm"), (TimeWord.Ten, "mười"), (TimeWord.Tens, "mươi"), (TimeWord.Hundred, "trăm"),
        (TimeWord.Thousand, "nghìn ngàn"), (TimeWord.TenThousand, "vạn"), (TimeWord.Million, "triệu"), (TimeWord.Chuc, "chục"),
        (TimeWord.Odd, "linh lẻ"), (TimeWord.HalfMore, "rưỡi"), (TimeWord.SeveralMay, "mấy"), (TimeWord.SeveralVai, "vài"),
        (TimeWord.Many, "nhiều"), (TimeWord.Hang, "hằng"), (TimeWord.Hang2, "hàng"), (TimeWord.Each, "mỗi"), (TimeWord.Dinh, "định"),
        (TimeWord.Times, "lần"), (TimeWord.Ordinal, "thứ"), (TimeWord.Age, "tuổi"), (TimeWord.Mung, "mùng mồng"), (TimeWord.Ram, "rằm"),
        (TimeWord.Tet, "Tết"), (TimeWord.Dan, "Đán"), (TimeWord.Gieng, "Giêng"), (TimeWord.Chap, "Chạp"), (TimeWord.Leap, "nhuận"),
        (TimeWord.Am, "âm"), (TimeWord.Duong, "dương"), (TimeWord.Lich, "lịch"), (TimeWord.LunarSign, "ÂL"), (TimeWord.SolarSign, "DL"),
        (TimeWord.Nguyen, "nguyên"), (TimeWord.Hieu, "hiệu"), (TimeWord.Reign, "đời triều"), (TimeWord.King, "vua"), (TimeWord.Cong, "công"),
        (TimeWord.Bc, "TCN"), (TimeWord.CeSign, "CN SCN"), (TimeWord.Tr, "tr"), (TimeWord.CachWord, "cách"), (TimeWord.Mang, "mạng"),
        (TimeWord.Dong, "đồng"), (TimeWord.LastYear, "ngoái"), (TimeWord.Into, "sang"), (TimeWord.Tomorrow, "mai"), (TimeWord.Gone, "qua"),
        (TimeWord.Turn, "trở"), (TimeWord.Away, "đi"), (TimeWord.Back, "lại"), (TimeWord.Here, "đây"), (TimeWord.Towards, "về"),
        (TimeWord.DryOrRain, "khô mưa"), (TimeWord.School, "học"), (TimeWord.ChuOf, "chủ chúa"), (TimeWord.Nhat, "nhật nhựt"),
        (TimeWord.Dim, "mờ tảng"), (TimeWord.Slanting, "xế"), (TimeWord.Falling, "chập"), (TimeWord.Than, "so"), (TimeWord.Question, "?"), (TimeWord.Semicolon, ";"),
        (TimeWord.Watch, "canh"), (TimeWord.Nguyet, "nguyệt"), (TimeWord.So, "sơ"), (TimeWord.Tue, "tuế"), (TimeWord.Manh, "mạnh"),
        (TimeWord.Trong, "trọng"), (TimeWord.Gloss, "tức nhằm"), (TimeWord.Lucky, "lành"), (TimeWord.DeathDay, "giỗ kỵ kị"), (TimeWord.ExamYear, "khoa"),
        (TimeWord.Second, "giây"), (TimeWord.Tieng, "tiếng"), (TimeWord.MinuteSign, "’ ' ′"), (TimeWord.Less, "kém"), (TimeWord.Ra, "ra"),
        (TimeWord.Non, "non"), (TimeWord.Xap, "xấp"), (TimeWord.Xi, "xỉ"), (TimeWord.Nghet, "nghét"), (TimeWord.PlusMinus, "±"),
        (TimeWord.SeveralDam, "dăm"), (TimeWord.SeveralDoi, "đôi"), (TimeWord.Sky, "trời"), (TimeWord.Have, "có"), (TimeWord.Left, "dư"),
        (TimeWord.Period, "kỳ kì"), (TimeWord.Usual, "thường"), (TimeWord.Or, "hoặc hay"), (TimeWord.Draw, "kéo"), (TimeWord.Running, "liền ròng"),
    ];

    private static readonly (TimeClass Class, string Words)[] _classes =
    [
        (TimeClass.Label,
            "số trang tr điều khoản mục chương phần bài tờ tập quyển lô thửa phòng tổ đội xe mã đường phố kho ngõ hẻm kiệt km đoàn trạm cột mốc đồi điểm bảng hình biểu "
            + "lục vụ khu ấp thôn xóm tuyến lộ kỳ thứ khóa lớp hạng bậc mẫu mức phiếu câu ảnh nhóm loại cấp tầng ô đợt buồng dãy block thuyết minh lệ phông cặp hộp quản"),
        (TimeClass.NamedAfterDay,
            "đường phố trường viên máy trại cầu viện xã ty nghiệp rạp đội đoàn khí hội chợ giải lộ cảng đê kênh phường ngõ đạo bản tàu in hãng xưởng"),
        (TimeClass.YearIntroducer,
            "từ đến tới trước sau cuối đầu giữa khoảng vào hồi đoạn kỳ kì khóa khoá học những xuân hè hạ thu đông tết niên kể trong sinh mất độ vụ nay mùa chiêm tức nhằm với"),
        (TimeClass.Follower,
            "đến tới và thì là của tại ở trên cho với do được đã có trong theo để khi nhằm như hoặc cùng vào về trở mà vẫn sẽ phải này đó ấy bằng ra lên sau trước nên "
            + "còn chỉ đang bị từ quy nêu đạt tăng giảm so cũng lại không rất hay rồi xong nữa qua gồm bởi vì mới"),
        (TimeClass.PresentCompound, "vật đại thực tượng trường hữu hành diện trạng tình hình kim sinh thân thời ra lên rõ về hóa hoá"),
        (TimeClass.CountedADay, "lần buổi bữa ca chuyến lượt giờ tiếng tấn tạ kg km người đồng triệu nghìn ngàn vạn trăm chục đêm suất lít lạng bát hào xu phiên tháng năm ngày"),
        (TimeClass.Compared, "cao thấp so tăng giảm hơn nhiều ít luôn tốt đạt vượt bằng gấp kém xấu"),
        (TimeClass.NewYear, "mới"),
        (TimeClass.Crop, "vụ"),
        (TimeClass.Habit, "thường mưa nắng nóng lạnh rét gió lũ hạn gieo cấy gặt thu mùa cúng giỗ kiêng trẩy lệ hằng"),
        (TimeClass.TimeHead, "thời niên sinh mất hy nhập dương"),
        (TimeClass.BeforePresent, "thực thể biểu phát xuất tái ẩn hiển cho tự thị thế"),
        (TimeClass.OtherMeasure, "công nắng tuổi giường học bay máy phép đường hội lễ giỗ sinh truyền kỷ kỉ nghỉ tết gia nhà tháng giờ làm"),
        (TimeClass.ClockAnnouncer, "lúc hồi đúng vào"),
        (TimeClass.Comparative, "sớm muộn lâu nhanh chậm dài ngắn già trẻ"),
        (TimeClass.Paper, "tư định quyết thị lệnh hoạch luật án lệ"),
        (TimeClass.DayIntroducer, "dịp lễ hôm"),
        (TimeClass.Uprising, "mạng nghĩa biến"),
        (TimeClass.AfterStart, "tư mối người"),
        (TimeClass.BeforeLength, "trong suốt mất dài hết thêm chậm trễ nghỉ ngủ chờ đợi qua lâu vòng cả mỗi làm việc lượng ca lên chạy học"),
        (TimeClass.Narrated, "thì ông bà anh chị cụ họ ta địch giặc quân lại mới được đã vẫn bị chúng tôi"),
        (TimeClass.OtherPeriod, "công tuổi học giường nắng phép bay lễ giỗ tết nghỉ lương"),
        (TimeClass.Turn, "lần buổi kỳ kì phiên lượt bận số chuyến"),
        (TimeClass.BeforeWare, "bán cửa mua bày chủ giá ngân bạn khách xếp xuất nhập đơn kho mặt đặt giao chở lấy gian lô kiện đầu món nhà"),
        (TimeClass.DoneInTurn, "họp đáo lệ mở hội tổ chức bầu thi mới lại chợ cúng giỗ tế diễn ra về tu sửa nộp báo cáo khám kiểm rước đại"),
        (TimeClass.Regular, "mở nghỉ trừ phiên lệ thường lịch hằng hàng mỗi các phát trực họp chợ kiêng đóng"),
        (TimeClass.Classifier, "người con cái chiếc đứa tên anh chị cô bà ông hộ"),
        (TimeClass.Market, "phiên chợ kiêng"),
        (TimeClass.BeforeDegree, "tiến tốc mức nhiệt trình chế mật cường hạn vĩ kinh ẩm biên thái"),
        (TimeClass.BeforeStart, "bắt lần bước ban hàng mở dẫn đứng khởi tháng năm ngày quý giai đoạn kỳ"),
    ];

    private static readonly string[] _numeralWords = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    private readonly Dictionary<int, TimeWord> _words = [];
    private readonly Dictionary<int, TimeClass> _classOf = [];
    private readonly Dictionary<int, sbyte> _numerals = [];
    private readonly Dictionary<int, sbyte> _stems = [];
    private readonly Dictionary<int, sbyte> _branches = [];
    private readonly Dictionary<int, int> _foreignMonths = [];
    private Entry[] _entries = [];

    /// <summary>Adds all words to a vocabulary.</summary>
    public TimeLexicon(Vocabulary.Builder words)
    {
        foreach (var (word, spellings) in _spellings)
        {
            foreach (var spelling in spellings.Split(' '))
            {
                // “tối” is both a part of the day and half of “tối đa”: the first meaning stays, the grammar looks further.
                _words.TryAdd(words.Add(spelling), word);
            }
        }

        foreach (var (kind, members) in _classes)
        {
            foreach (var member in members.Split(' '))
            {
                var number = words.Add(member);
                _classOf[number] = _classOf.GetValueOrDefault(number) | kind;
            }
        }

        for (var i = 0; i < _numeralWords.Length; i++)
        {
            _numerals[words.Add(_numeralWords[i])] = (sbyte)i;
        }

        foreach (var (word, value) in new[] { ("mốt", 1), ("tư", 4), ("lăm", 5), ("nhăm", 5), ("bẩy", 7), ("hăm", 2) })
        {
            _numerals[words.Add(word)] = (sbyte)value;
        }

        AddNames(words, CanChi.Stems, _stems, static name => CanChi.StemOf(name), ["Kỉ", "Quí"]);
        AddNames(words, CanChi.Branches, _branches, static name => CanChi.BranchOf(name), ["Tí", "Tị", "Mẹo"]);
        var months = DataTable.Load("foreign-months");
        foreach (var row in months.Rows)
        {
            _foreignMonths[words.Add(row[months.IndexOf("word")])] = int.Parse(row[months.IndexOf("month")], CultureInfo.InvariantCulture);
        }

        Freeze();
    }

    /// <summary>The stems as opening words.</summary>
    public ImmutableArray<int> StemWords => [.. _stems.Keys];

    /// <summary>The numerals as opening words.</summary>
    public ImmutableArray<int> NumeralWords => [.. _numerals.Keys];

    /// <summary>What a token is to the grammar.</summary>
    public TimeWord this[in Token token] => At(token.Word).Word;

    /// <summary>The numbers of all spellings of these words, as opening words of a rule.</summary>
    public ImmutableArray<int> Openings(params ReadOnlySpan<TimeWord> words)
    {
        var openings = ImmutableArray.CreateBuilder<int>();
        foreach (var (number, word) in _words)
        {
            if (words.Contains(word))
            {
                openings.Add(number);
            }
        }

        return openings.ToImmutable();
    }

    /// <summary>Whether a word is of a class.</summary>
    public bool Is(in Token token, TimeClass kind) => (At(token.Word).Class & kind) != 0;

    /// <summary>The digit that a numeral word stands for, 0–10, or -1.</summary>
    public int Numeral(in Token token) => At(token.Word).Numeral;

    /// <summary>The month, 1–12, that a French or English word names; 0 for another word.</summary>
    public int ForeignMonth(in Token token) => token.Word == 0 ? 0 : _foreignMonths.GetValueOrDefault(token.Word);

    /// <summary>The heavenly stem, 0–9, or -1.</summary>
    public int Stem(in Token token) => At(token.Word).Stem;

    /// <summary>The earthly branch, 0–11, or -1.</summary>
    public int Branch(in Token token) => At(token.Word).Branch;

    private static void AddNames(Vocabulary.Builder words, ReadOnlySpan<string> names, Dictionary<int, sbyte> into, Func<string, int> indexOf, string[] others)
    {
        foreach (var name in names)
        {
            into[words.Add(name)] = (sbyte)indexOf(name);
        }

        foreach (var name in others)
        {
            into[words.Add(name)] = (sbyte)indexOf(name);
        }
    }

    private void Freeze()
    {
        var last = _words.Keys.Concat(_classOf.Keys).Concat(_numerals.Keys).Concat(_stems.Keys).Concat(_branches.Keys).Max();
        _entries = new Entry[last + 1];
        for (var number = 0; number <= last; number++)
        {
            _entries[number] = new Entry(
                _words.GetValueOrDefault(number),
                _classOf.GetValueOrDefault(number),
                _numerals.GetValueOrDefault(number, (sbyte)-1),
                _stems.GetValueOrDefault(number, (sbyte)-1),
                _branches.GetValueOrDefault(number, (sbyte)-1));
        }
    }

    private Entry At(int word) => _entries[word < _entries.Length ? word : 0];

    private readonly record struct Entry(TimeWord Word, TimeClass Class, sbyte Numeral, sbyte Stem, sbyte Branch);
}
