using System.Collections.Frozen;
using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Relating.Figures;

/// <summary>What a word does in a statement of a figure.</summary>
internal enum FigureRole : byte
{
    /// <summary>Part of a name, as far as the grammar knows.</summary>
    None,

    /// <summary>Opens the name of an indicator.</summary>
    Head,

    /// <summary>Stands between an indicator and its value.</summary>
    Connector,

    /// <summary>The same, of a value that something came to.</summary>
    To,

    /// <summary>A comparison follows: more than the base.</summary>
    Rise,

    /// <summary>A comparison follows: less than the base.</summary>
    Fall,

    /// <summary>A multiple of the base follows.</summary>
    Times,

    /// <summary>A part of a whole follows.</summary>
    Share,

    /// <summary>A percentage of a base or plan follows.</summary>
    Equal,

    /// <summary>What a percentage is of: a plan.</summary>
    Plan,

    /// <summary>Opens the base of a comparison.</summary>
    Over,

    /// <summary>The base is the same period a year before.</summary>
    Earlier,

    /// <summary>The area that a whole report is about.</summary>
    Whole,

    /// <summary>Parts follow.</summary>
    Part,

    /// <summary>An average, of which a name may speak: <c>thu nhập bình quân</c>.</summary>
    Mean,

    /// <summary>Says nothing at the ends of a name or between it and its value.</summary>
    Skip,

    /// <summary>No name goes back over it.</summary>
    Boundary,

    /// <summary>What follows is still to be reached.</summary>
    Planned,

    /// <summary>The things counted follow.</summary>
    Have,
}

/// <summary>The words of the grammar of indicators, as numbers of the vocabulary. Immutable.</summary>
internal sealed class FigureGrammar
{
    private readonly FrozenSet<string> _measures;

    public FigureGrammar(Vocabulary.Builder words)
    {
        PhraseTable<FigureRole>.Builder roles = new();
        DataTable table = DataTable.Load("figure-words");
        (int word, int role) = (table.IndexOf("word"), table.IndexOf("role"));
        foreach (ImmutableArray<string> row in table.Rows)
        {
            roles.Add(words.AddPhrase(row[word]).AsSpan(), Enum.Parse<FigureRole>(row[role], ignoreCase: true));
        }

        Roles = roles.Build();
        PlanHeads = words.AddSet("mục", "chỉ", "phương", "nhiệm");
        PlanTails = words.AddSet("tiêu", "hướng", "vụ");
        Reached = words.AddSet("đạt", "kết", "thực", "hoàn");
        Prepositions = words.AddSet("cho", "được", "với", "trên", "từ", "thêm", "mới");
        Base = words.AddSet("sánh", "gốc", "hành");
        NounEnds = words.AddSet(
            "được", "đã", "đang", "bị", "có", "trong", "tại", "ở", "cho", "của", "và", "với", "để", "do", "từ", "theo", "trên", "dưới", "là", "này", "đó", "trở", "vào",
            "hoàn", "tham", "trực", "khi", "nhằm", "mà", "bao", "gồm", "thuộc", "đi", "nằm", "chưa", "không", "cùng", "hoặc", "về", "ra", "nên", "giúp", "tạo", "nhưng", "thì", "vẫn", "sẽ");
        Feast = words.Add("niệm");
        From = words.Add("từ");
        Lists = words.AddSet("gồm");
        Joins = words.AddSet("và", "với", "cùng");
        Pronouns = words.AddSet("đây", "đó", "nó", "họ", "ông", "bà", "anh", "chị", "tôi", "ta", "này", "ấy");
        Rates = words.AddSet("tỷ", "tỉ", "độ", "cơ");
        RateEnds = words.AddSet("lệ", "trọng", "suất", "che", "cấu");
        _measures = DataTable.Load("units").Column("unit").ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Tier = words.AddSet("tỉnh", "huyện", "xã", "thị", "thành", "phường", "quận");
    }

    /// <summary>What words and phrases do.</summary>
    public PhraseTable<FigureRole> Roles { get; }

    /// <summary>First syllables of what makes a plan of a heading: <c>Mục tiêu</c>, <c>Phương hướng</c>.</summary>
    public WordSet PlanHeads { get; }

    /// <summary>Their second syllables.</summary>
    public WordSet PlanTails { get; }

    /// <summary>Words that make results of a heading or lead-in about targets: <c>các chỉ tiêu đạt được</c>.</summary>
    public WordSet Reached { get; }

    /// <summary>What stands between a verb and the amount of its object, no part of a name at its end.</summary>
    public WordSet Prepositions { get; }

    /// <summary>Words before a year that is the basis of prices: <c>giá so sánh năm 2010</c>.</summary>
    public WordSet Base { get; }

    /// <summary>Words that no noun phrase behind a number goes on over.</summary>
    public WordSet NounEnds { get; }

    /// <summary>“niệm”, of <c>kỷ niệm</c>: a heading's years are those of a feast.</summary>
    public int Feast { get; }

    /// <summary>“từ”.</summary>
    public int From { get; }

    /// <summary>Last words of what opens a list of all parts: <c>bao gồm</c>; <c>trong đó</c> opens one of some.</summary>
    public WordSet Lists { get; }

    /// <summary>What joins a count to the one before it.</summary>
    public WordSet Joins { get; }

    /// <summary>Words that point at something instead of naming it.</summary>
    public WordSet Pronouns { get; }

    /// <summary>First syllables of names of rates: <c>tỷ lệ</c>, <c>độ che phủ</c>.</summary>
    public WordSet Rates { get; }

    /// <summary>Their second syllables.</summary>
    public WordSet RateEnds { get; }

    /// <summary>Whether a unit is one of measure, not a noun that is counted.</summary>
    public bool IsMeasure(string unit) => _measures.Contains(unit);

    /// <summary>Words for the units of administration, by which a report names its own: <c>dân số của tỉnh</c>.</summary>
    public WordSet Tier { get; }
}
