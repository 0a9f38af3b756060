using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>A word or phrase that says which of two figures is the greater.</summary>
/// <param name="Length">How many tokens it has; 0 for none.</param>
/// <param name="Sense">1 for more, later or longer, -1 for less.</param>
/// <param name="IsTo">Whether the new level follows it, not the change: <c>tăng lên</c>.</param>
/// <param name="IsBare">Whether it says a direction only between two figures: <c>lên</c>, <c>còn</c>.</param>
/// <param name="IsTime">Whether it compares dates.</param>
internal readonly record struct DirectionWord(int Length, int Sense, bool IsTo = false, bool IsBare = false, bool IsTime = false);

/// <summary>A word that says which of two sides of an account is the greater: <c>xuất siêu</c>.</summary>
/// <param name="Says">The word.</param>
/// <param name="More">What the greater side is called.</param>
/// <param name="Less">What the lesser side is called.</param>
/// <param name="IsGain">Whether the difference must stand behind it to be sure.</param>
internal sealed record BalanceWord(ImmutableArray<int> Says, ImmutableArray<ImmutableArray<int>> More, ImmutableArray<ImmutableArray<int>> Less, bool IsGain = false);

/// <summary>The words of rising and falling, of more and less. Immutable.</summary>
internal sealed class DirectionWords
{
    private readonly Dictionary<int, List<(ImmutableArray<int> Words, DirectionWord Says)>> _turns = [];
    private readonly Dictionary<int, List<(ImmutableArray<int> Words, DirectionWord Says)>> _comparisons = [];
    private readonly Dictionary<int, List<(ImmutableArray<int> Words, DirectionWord Says)>> _plans = [];
    private readonly Dictionary<int, List<(ImmutableArray<int> Words, DirectionWord Says)>> _ranks = [];
    private readonly WordSet _planHeads;

    public DirectionWords(Vocabulary.Builder words)
    {
        Add(_turns, words, 1, false, false, "tăng", "tăng thêm", "được nâng", "nâng", "thêm", "kéo dài", "mở rộng", "cao lên", "nhiều lên", "nhiều thêm", "tăng cao", "tăng vọt", "dâng", "nới rộng", "nới", "tăng trưởng", "gia tăng", "bổ sung", "tăng nhanh", "tăng mạnh", "tăng nhẹ", "nhích", "cải thiện", "nâng cao", "tăng đều", "tăng liên tục");
        Add(_turns, words, 1, true, false, "tăng lên", "tăng tới", "tăng đến", "nâng lên", "được nâng lên", "phát triển lên", "tăng vọt lên", "dâng lên", "nhích lên", "vọt lên", "leo lên", "kéo dài thành", "mở rộng thành", "nâng thành", "phục hồi lên", "tăng thành", "vươn lên", "đẩy lên", "nhảy lên", "nhảy vọt lên", "tăng lên đến", "tăng lên tới", "tăng lên thành", "tăng mạnh lên", "tăng nhanh lên", "tăng nhẹ lên", "bổ sung lên", "tăng thêm thành", "cải thiện lên");
        Add(_turns, words, -1, false, false, "giảm", "hạ", "sụt", "tụt", "rút ngắn", "thu hẹp", "bớt", "giảm bớt", "giảm đi", "rút", "hụt", "sụt giảm", "ít đi", "giảm mạnh", "giảm sút", "sút", "sút kém", "cắt giảm", "co lại", "thu nhỏ", "teo lại", "hao hụt", "vơi", "lùi", "giảm dần", "giảm nhanh", "giảm nhẹ", "tinh giản", "tinh giảm", "suy giảm");
        Add(_turns, words, -1, true, false, "giảm xuống", "giảm còn", "giảm xuống còn", "hạ xuống", "hạ còn", "hạ xuống còn", "tụt xuống", "tụt còn", "tụt xuống còn", "sụt xuống", "sụt còn", "chỉ còn", "rút xuống", "rút xuống còn", "rút ngắn còn", "rút ngắn xuống", "rơi xuống", "sút xuống", "sút còn", "thu hẹp còn", "thu hẹp xuống", "co lại còn", "vơi còn", "giảm chỉ còn", "cắt xuống còn", "tinh giản còn", "lùi xuống", "giảm xuống chỉ còn", "rút lại còn", "thu lại còn", "sụt giảm còn", "sụt giảm xuống", "giảm mạnh còn", "giảm mạnh xuống", "giảm nhẹ xuống", "giảm nhẹ còn", "rút bớt còn", "giảm bớt còn", "giảm thành", "hạ thấp còn", "hạ thấp xuống", "teo lại còn", "giảm dần còn", "giảm dần xuống", "giảm nhanh còn", "giảm nhanh xuống");
        Add(_turns, words, 1, true, true, "lên");
        Add(_turns, words, -1, true, true, "xuống", "xuống còn", "còn");
        Add(_comparisons, words, 1, false, false, "cao hơn", "lớn hơn", "nhiều hơn", "đông hơn", "dài hơn", "rộng hơn", "nặng hơn", "vượt", "vượt hơn", "hơn hẳn", "vượt xa", "già hơn", "lớn tuổi hơn", "dày hơn", "sâu hơn", "đắt hơn", "mạnh hơn", "to hơn", "lớn hơn hẳn", "cao hơn hẳn", "nhiều hơn hẳn", "đông hơn hẳn", "nóng hơn", "cao tuổi hơn", "nhiều tuổi hơn", "trội hơn", "nhỉnh hơn", "vượt trội hơn");
        Add(_comparisons, words, -1, false, false, "thấp hơn", "nhỏ hơn", "ít hơn", "kém", "kém hơn", "thua", "thua kém", "ngắn hơn", "hẹp hơn", "nhẹ hơn", "thưa hơn", "chưa bằng", "không bằng", "hụt", "trẻ hơn", "mỏng hơn", "nông hơn", "rẻ hơn", "yếu hơn", "thiếu", "bé hơn", "thấp hơn hẳn", "ít hơn hẳn", "lạnh hơn", "mát hơn", "ít tuổi hơn", "vắng hơn", "kém hẳn", "thua xa", "kém xa");
        AddTimes(words, 1, "chậm hơn", "muộn hơn", "chậm", "muộn", "trễ hơn", "trễ", "chậm so với", "quá hạn");
        AddTimes(words, -1, "sớm hơn", "sớm", "nhanh hơn", "trước thời hạn", "trước hạn", "vượt trước", "vượt tiến độ");
        Add(_plans, words, 1, false, false, "vượt kế hoạch", "vượt chỉ tiêu", "vượt mục tiêu", "vượt mức", "vượt mức kế hoạch", "vượt mức chỉ tiêu", "vượt dự toán", "hoàn thành vượt mức", "hoàn thành vượt mức kế hoạch", "vượt định mức", "vượt nghị quyết");
        Add(_plans, words, -1, false, false, "chưa đạt kế hoạch", "không đạt kế hoạch", "chưa đạt chỉ tiêu", "không đạt chỉ tiêu", "không hoàn thành kế hoạch", "chưa hoàn thành kế hoạch", "hụt kế hoạch", "chưa đạt mục tiêu", "không đạt mục tiêu",
            "hụt chỉ tiêu", "không hoàn thành chỉ tiêu", "chưa hoàn thành chỉ tiêu", "thấp hơn kế hoạch", "thấp hơn chỉ tiêu", "thấp hơn mục tiêu", "hụt so với kế hoạch", "chưa đạt dự toán", "không đạt dự toán", "hụt dự toán", "hụt mức", "hụt");
        Add(_plans, words, 1, false, false, "cao hơn kế hoạch", "cao hơn chỉ tiêu", "vượt", "vượt so với kế hoạch", "vượt mức đề ra", "vượt mức giao");
        _planHeads = words.AddSet("kế", "chỉ", "mục", "dự", "nghị", "năm", "định");
        PlanTails = words.AddSet("hoạch", "tiêu", "toán", "mức", "quyết", "giao", "ra");
        From = words.AddSet("từ");
        To = words.AddSet("lên", "xuống", "còn", "đến", "tới", "thành", "sang");
        Until = words.AddSet("đến", "tới");
        Breaks = words.AddSet(";", ".", "?", "!");
        Stops = words.AddSet(";", ".", "nhưng", "song", "riêng", "khi", "trong", "trái", "ngược");
        Not = words.AddSet("không", "chưa", "chẳng", "đừng", "nếu", "phấn", "sẽ", "muốn", "phải", "cần", "để", "nhằm");
        Nouns = words.AddSet("mức", "độ", "tốc", "sự", "việc", "tỷ", "lệ", "chiều");
        Ranks = words.AddSet("hạng", "thứ", "bậc", "nhóm", "vị", "trí", "số", "giải", "loại", "cấp", "lớp", "khóa");
        Levels = words.AddSet("mức", "số", "với", "ngưỡng", "lệ");
        Open = words.AddSet("(");
        Verdict = words.AddSet(",", ";", "(", ")", "tức", "là", "như", "vậy", "thế", "nghĩa", "đã", "rõ", "ràng", "có", "số", "coi", "xem", "thì", "cho", "thấy", "nên", "và", "tính", "ra", "tổng", "toàn", "xã", "hẳn", "lại", "cũng", "vẫn", "mức", "trước", "năm", "trên", "thực", "tế", "kết", "quả", "qua", "đó");
        Reached = words.AddSet("đạt", "bằng", "được", "thành", "hiện", "mới", "chỉ");
        Links = words.AddSet(",", "và", "đã", "tức", "là", "nghĩa", "như", "vậy", "kế", "hoạch", "chỉ", "tiêu", "mục", "dự", "toán", "năm", "cả", "đề", "ra", "được", "giao", "so", "với", "nghị", "quyết", "đạt", "bằng", "mới", "(", ")", "của", "huyện", "tỉnh", "trên", "đại", "hội", "định", "mức", "thế");
        Bases = words.AddSet("ngoái", "kế", "chỉ", "so", "trước", "cùng", "cũ", "dự", "định", "giao", "hợp", "yêu");
        Onward = words.AddSet(",", "đến", "đã", "lại", "nay", "năm", "cuối", "đầu", "thì", "chỉ", "hết", "tới", "sang", "và", "(", ")", "tháng", "vụ", "quý", "sau", "đó", "mà", "nhưng", "có", "được");
        Steady = words.AddSet("dần", "đều", "tục", "càng");
        Compared = words.AddPhrase("so với");
        ImmutableArray<ImmutableArray<int>> exports = [words.AddPhrase("xuất khẩu")];
        ImmutableArray<ImmutableArray<int>> imports = [words.AddPhrase("nhập khẩu")];
        ImmutableArray<ImmutableArray<int>> income = [words.AddPhrase("tổng thu"), words.AddPhrase("thu ngân sách"), words.AddPhrase("số thu"), words.AddPhrase("thu được")];
        ImmutableArray<ImmutableArray<int>> spending = [words.AddPhrase("tổng chi"), words.AddPhrase("chi ngân sách"), words.AddPhrase("số chi"), words.AddPhrase("chi hết")];
        ImmutableArray<ImmutableArray<int>> earned = [.. income, words.AddPhrase("thu"), words.AddPhrase("doanh thu"), words.AddPhrase("bán được"), words.AddPhrase("thu về"), words.AddPhrase("thu hoạch được"), words.AddPhrase("có")];
        ImmutableArray<ImmutableArray<int>> spent = [.. spending, words.AddPhrase("chi"), words.AddPhrase("chi phí"), words.AddPhrase("vốn bỏ ra"), words.AddPhrase("giá thành"), words.AddPhrase("chi hết"), words.AddPhrase("hết"), words.AddPhrase("cần")];
        Are = words.AddSet("là", "đạt", "chỉ", "có");
        Steps = words.AddSet("bậc", "hạng", "bực", "nấc", "trí", "thứ");
        Places = words.AddSet("thứ", "hạng");
        Courses = words.AddSet("qua", "các", "hằng", "hàng", "từng", "theo", "nói", "trên", "kỳ");
        Add(_ranks, words, 1, false, false, "tăng", "tăng được", "tiến", "tiến được", "vươn lên", "vượt", "vượt lên", "lên", "lên được", "thăng", "nhảy", "nhảy vọt", "cải thiện", "tăng lên", "tiến lên", "leo lên", "leo");
        Add(_ranks, words, -1, false, false, "tụt", "tụt mất", "giảm", "giảm mất", "lùi", "lùi lại", "xuống", "rớt", "rơi", "tụt xuống", "rớt xuống", "rơi xuống", "sụt", "lùi xuống", "giảm xuống", "mất");
        Balances =
        [
            new(words.AddPhrase("xuất siêu"), exports, imports),
            new(words.AddPhrase("nhập siêu"), imports, exports),
            new(words.AddPhrase("bội thu"), income, spending),
            new(words.AddPhrase("kết dư"), income, spending),
            new(words.AddPhrase("bội chi"), spending, income),
            new(words.AddPhrase("thâm hụt"), spending, income),
            new(words.AddPhrase("lãi"), earned, spent, IsGain: true),
            new(words.AddPhrase("lãi ròng"), earned, spent, IsGain: true),
            new(words.AddPhrase("dư"), earned, spent, IsGain: true),
            new(words.AddPhrase("tồn quỹ"), earned, spent, IsGain: true),
            new(words.AddPhrase("lỗ"), spent, earned, IsGain: true),
            new(words.AddPhrase("thiếu"), spent, earned, IsGain: true),
            new(words.AddPhrase("thiếu hụt"), spent, earned, IsGain: true),
        ];
    }

    /// <summary>Words that say which side of an account is the greater.</summary>
    public ImmutableArray<BalanceWord> Balances { get; }

    /// <summary>Words between a name and its figure.</summary>
    public WordSet Are { get; }

    /// <summary>The steps of a ranking.</summary>
    public WordSet Steps { get; }

    /// <summary>Words before a place in a ranking.</summary>
    public WordSet Places { get; }

    /// <summary>Words that lead over all the times of a table.</summary>
    public WordSet Courses { get; }

    public WordSet PlanTails { get; }

    public WordSet From { get; }

    public WordSet To { get; }

    /// <summary>Words that also stand between the ends of a range.</summary>
    public WordSet Until { get; }

    public WordSet Breaks { get; }

    public WordSet Stops { get; }

    public WordSet Not { get; }

    /// <summary>Words that make a noun of a verb of rising: <c>tốc độ tăng</c>.</summary>
    public WordSet Nouns { get; }

    public WordSet Ranks { get; }

    public WordSet Levels { get; }

    public WordSet Open { get; }

    public WordSet Reached { get; }

    /// <summary>Words that may stand between a percentage of a plan and the words that judge it.</summary>
    public WordSet Links { get; }

    /// <summary>Words that lead from two figures to what is made of them.</summary>
    public WordSet Verdict { get; }

    /// <summary>Words before the figure that another is compared with.</summary>
    public WordSet Bases { get; }

    /// <summary>Words that lead on from a figure to a later one of the same thing.</summary>
    public WordSet Onward { get; }

    /// <summary>Words that say that a series goes one way.</summary>
    public WordSet Steady { get; }

    public ImmutableArray<int> Compared { get; }

    /// <summary>A word of rising or falling.</summary>
    public DirectionWord TurnAt(ImmutableArray<Token> tokens, int at) => Longest(_turns, tokens, at);

    /// <summary>A word of more or less.</summary>
    public DirectionWord ComparisonAt(ImmutableArray<Token> tokens, int at) => Longest(_comparisons, tokens, at);

    /// <summary>A word of rising or falling in a ranking: 1 for the better.</summary>
    public DirectionWord RankTurn(ImmutableArray<Token> tokens, int at) => Longest(_ranks, tokens, at);

    /// <summary>Words that say that a plan was exceeded or missed.</summary>
    public DirectionWord Plan(ImmutableArray<Token> tokens, int at) => Longest(_plans, tokens, at);

    public bool IsPlan(Token token) => _planHeads.Contains(token);

    private void AddTimes(Vocabulary.Builder words, int sense, params ReadOnlySpan<string> phrases)
    {
        foreach (string phrase in phrases)
        {
            Add(_comparisons, words.AddPhrase(phrase), new DirectionWord(0, sense, IsTime: true));
        }
    }

    private static void Add(
        Dictionary<int, List<(ImmutableArray<int> Words, DirectionWord Says)>> table, Vocabulary.Builder words, int sense, bool isTo, bool isBare, params ReadOnlySpan<string> phrases)
    {
        foreach (string phrase in phrases)
        {
            Add(table, words.AddPhrase(phrase), new DirectionWord(0, sense, isTo, isBare));
        }
    }

    private static void Add(Dictionary<int, List<(ImmutableArray<int> Words, DirectionWord Says)>> table, ImmutableArray<int> phrase, DirectionWord says)
    {
        if (!table.TryGetValue(phrase[0], out List<(ImmutableArray<int> Words, DirectionWord Says)>? same))
        {
            table.Add(phrase[0], same = []);
        }

        same.Add((phrase, says with { Length = phrase.Length }));
        same.Sort(static (a, b) => b.Words.Length.CompareTo(a.Words.Length));
    }

    private static DirectionWord Longest(Dictionary<int, List<(ImmutableArray<int> Words, DirectionWord Says)>> table, ImmutableArray<Token> tokens, int at)
    {
        if (table.TryGetValue(tokens[at].Word, out List<(ImmutableArray<int> Words, DirectionWord Says)>? phrases))
        {
            foreach ((ImmutableArray<int> words, DirectionWord says) in phrases)
            {
                int i = 0;
                while (i < words.Length && at + i < tokens.Length && tokens[at + i].Word == words[i])
                {
                    i++;
                }

                if (i == words.Length)
                {
                    return says;
                }
            }
        }

        return default;
    }
}
