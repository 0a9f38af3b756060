namespace BienNien.Finding.Times.Grammar;

/// <summary>The words of time expressions by what they do; the spellings are in <see cref="TimeLexicon"/>.</summary>
internal enum TimeWord : byte
{
    None,

    // Units
    Day,
    Month,
    Year,
    Quarter,
    Week,
    Le,
    Lam,
    Viec,
    School,         // (năm) học
    ChuOf,          // chủ (nhật)
    Hour,
    Minute,
    HourSign,
    Season,
    Century,        // thế (kỷ), TK
    CenturySign,
    Decade,         // thập (niên, kỷ)
    Ky,
    Nien,
    Thien,

    // Parts of a day
    Dawn,
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    Early,
    PartWord,
    Dim,            // mờ (sáng), tảng (sáng)
    Slanting,       // xế (chiều)
    Falling,        // chập (tối)

    // Seasons
    DryOrRain,      // (mùa) khô, mưa
    Spring,
    SummerHe,
    Ha,
    Autumn,
    Winter,

    // Shades
    Start,
    Mid,
    End,
    Half,
    Thuong,
    Trung,
    Before,
    After,
    About,
    Near,
    More,
    Under,
    NotYet,
    Not,
    Over,
    Toi,
    Da,
    Thieu,
    It,
    NhatFirst,
    Full,
    Reach,

    // Joints
    Than,           // so (với)
    From,
    To,
    Until,
    Cho,
    Of,
    Those,
    These,
    And,
    Hyphen,
    Slash,
    Dot,
    Comma,
    Colon,
    Open,
    Close,
    Question,
    Semicolon,
    Blank,

    // Now and then
    Now,
    Present,
    Tai,
    Same,
    Also,
    That,
    This,
    Hom,
    Tiep,
    LastYear,       // (năm) ngoái
    Into,           // sang (năm), sang (tháng)
    Tomorrow,       // (ngày) mai
    Gone,           // (hôm) qua
    Turn,           // trở (đi, lại, về)
    Away,           // (trở) đi
    Back,           // (trở) lại
    Here,           // (trở lại) đây
    Towards,        // (trở) về

    // Counting
    Ten,
    Tens,
    Hundred,
    Thousand,
    TenThousand,
    Million,
    Chuc,
    Odd,
    HalfMore,
    SeveralMay,
    SeveralVai,
    Many,
    Hang,
    Hang2,
    Each,
    Dinh,
    Times,
    Ordinal,
    Age,

    // Lunar calendar and eras
    Mung,
    Ram,
    Tet,
    Dan,
    Gieng,
    Chap,
    Leap,
    Am,
    Duong,
    Lich,
    LunarSign,
    SolarSign,
    Nguyen,
    Hieu,
    Reign,
    King,
    Cong,
    Bc,
    CeSign,
    Tr,

    // Others that decide
    CachWord,
    Mang,
    Dong,
    Khong,

    // Chronicles, steles and family records
    Watch,          // canh (ba)
    Nguyet,
    Nhat,
    So,             // sơ (nhất), mồng
    Tue,
    Manh,
    Trong,
    Gloss,          // tức, nhằm
    Lucky,
    DeathDay,
    ExamYear,       // khoa

    // Clocks, lengths and what comes again
    Second,
    Tieng,
    MinuteSign,
    Less,           // kém
    Ra,
    Non,
    Xap,
    Xi,
    Nghet,
    PlusMinus,
    SeveralDam,
    SeveralDoi,
    Sky,            // trời: hàng tháng trời
    Have,           // có (lẻ)
    Left,           // dư
    Period,         // kỳ: định kỳ
    Usual,          // thường (niên)
    Or,
    Draw,           // kéo (dài)
    Running,        // liền, ròng
}

/// <summary>What else a word can be; one word may be several of these.</summary>
[Flags]
internal enum TimeClass
{
    None = 0,

    /// <summary>After it a figure is a number of something, not a time: số 1954, trang 120, Điều 5.</summary>
    Label = 1,

    /// <summary>What is named after a day: đường 30/4, nhà máy 1/5.</summary>
    NamedAfterDay = 2,

    /// <summary>After it a bare figure of four digits is a year.</summary>
    YearIntroducer = 4,

    /// <summary>A word that may follow a bare year; any other in lower case is likely to be what is counted.</summary>
    Follower = 8,

    /// <summary>Before hiện it makes another word: thực hiện, biểu hiện.</summary>
    BeforePresent = 32,

    /// <summary>After a unit of time it makes another measure: ngày công, giờ học.</summary>
    OtherMeasure = 64,

    /// <summary>Before đầu it makes another word: bắt đầu, lần đầu, bước đầu.</summary>
    BeforeStart = 128,

    /// <summary>Before a figure with giờ it makes a time of the clock of it: lúc, hồi.</summary>
    ClockAnnouncer = 256,

    /// <summary>After đầu it makes another word: đầu tiên.</summary>
    AfterStart = 512,

    /// <summary>hơn after it compares: sớm hơn một năm.</summary>
    Comparative = 1024,

    /// <summary>Before the name of a month it makes the name of an event: cách mạng, khởi nghĩa.</summary>
    Uprising = 2048,

    /// <summary>After it “30/4” is a day: dịp, lễ.</summary>
    DayIntroducer = 4096,

    /// <summary>The last word of a kind of paper: “Thông tư 5/2013” is a number.</summary>
    Paper = 8192,

    /// <summary>What is counted by the day: ngày 3 buổi, ngày 2 lần.</summary>
    CountedADay = 16384,

    /// <summary>After hiện it makes another word: hiện vật, hiện đại.</summary>
    PresentCompound = 32768,

    /// <summary>After “năm sau” it compares: năm sau cao hơn năm trước.</summary>
    Compared = 65536,

    /// <summary>Before seasons it makes a crop of them: vụ đông xuân.</summary>
    Crop = 262144,

    /// <summary>At the head of a table's column it says that times stand under it: thời gian, niên đại, sinh.</summary>
    TimeHead = 524288,

    /// <summary>A word of weather, farming and custom: what is told of months in its sentence is so every year.</summary>
    Habit = 1 << 30,

    /// <summary>After “đầu năm” it makes a feast: đầu năm mới.</summary>
    NewYear = 131072,
    /// <summary>What takes or lasts a length of time stands before it: trong 8 giờ, làm việc 8 giờ.</summary>
    BeforeLength = 1 << 20,

    /// <summary>Begins what is told to have happened: “ba ngày sau địch rút” counts from the day told before, “ba ngày sau lễ” does not.</summary>
    Narrated = 1 << 21,

    /// <summary>After a unit that comes again it makes another word: mỗi năm học, mỗi ngày công.</summary>
    OtherPeriod = 1 << 22,

    /// <summary>What is counted in each period: lần, buổi, phiên.</summary>
    Turn = 1 << 23,

    /// <summary>Before hàng it makes it a ware: cửa hàng, bán hàng.</summary>
    BeforeWare = 1 << 24,

    /// <summary>May stand between a period and “một lần”: ba năm mở hội một lần.</summary>
    DoneInTurn = 1 << 25,

    /// <summary>Says that something is the rule: a day of the week in its sentence is one of every week.</summary>
    Regular = 1 << 26,

    /// <summary>Who or what is counted: “bốn năm người” are four or five.</summary>
    Classifier = 1 << 27,

    /// <summary>Days that follow it are those of a market: phiên, chợ.</summary>
    Market = 1 << 28,

    /// <summary>Before độ it makes another word: tiến độ, nhiệt độ.</summary>
    BeforeDegree = 1 << 29,
}
