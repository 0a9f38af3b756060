using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Renames;

/// <summary>Where the old and the new name of a place stand about the words of a change.</summary>
internal enum RenameFrame
{
    /// <summary>The old name before the words, the new one after: <c>A (nay là B)</c>, <c>A đổi thành B</c>.</summary>
    Now,

    /// <summary>As <see cref="Now"/>, when a word for today follows: <c>A (tức B ngày nay)</c>.</summary>
    Today,

    /// <summary>The new name before the words, the old one after: <c>B (trước đây là A)</c>.</summary>
    Former,

    /// <summary>The old names may follow the words: <c>sáp nhập A và B thành C</c>, <c>A sáp nhập với B thành C</c>.</summary>
    Joins,

    /// <summary>The new name before the words, what was joined to it after: <c>B được nhập thêm A</c>.</summary>
    Takes,

    /// <summary>The new name in a bracket before the words, the old one before the bracket: <c>A (B ngày nay)</c>.</summary>
    Bracket,
}

/// <summary>A row of <c>data/place-changes.tsv</c>.</summary>
/// <param name="Type">renamed, nowPartOf, split or merged.</param>
/// <param name="Frame">Where the names stand.</param>
internal sealed record RenameWords(string Type, RenameFrame Frame);

/// <summary>The words that say what became of a place, and the small words about them. Immutable once built.</summary>
internal sealed class RenameLexicon
{
    /// <summary>Loads the table and adds its words to a vocabulary.</summary>
    public RenameLexicon(Vocabulary.Builder words)
    {
        DataTable table = DataTable.Load("place-changes");
        int phrase = table.IndexOf("words");
        int type = table.IndexOf("type");
        int frame = table.IndexOf("frame");
        PhraseTable<RenameWords>.Builder changes = new();
        foreach (ImmutableArray<string> row in table.Rows)
        {
            changes.Add(words.AddPhrase(row[phrase]).AsSpan(), new RenameWords(row[type], Frame(row[frame])));
        }

        Changes = changes.Build();
        OpeningWords = [.. table.Rows.ToLookup(row => Frame(row[frame]), row => words.AddPhrase(row[phrase])[0]).SelectMany(static group => group).Distinct()];
        Canton = words.Add("tổng");
        Comma = words.Add(",");
        Open = words.Add("(");
        Close = words.Add(")");
        Manner = words.AddSet(
            "được", "bị", "đã", "cũng", "đều", "cùng", "lại", "sau", "đó", "về", "này", "chính", "thức", "lần", "lượt", "có", "lúc", "mới", "rồi", "hai", "cho", "được", "nay", "thì", "và",
            "tiếp", "tục", "vua", "chúa", "cũ", "để", "kiêng", "húy", "vì", "bèn", "liền", "từ", "đến");
        Passive = words.AddSet("được", "bị");
        TimeOpeners = words.AddSet("vào", "từ", "đến", "tới", "hồi", "trong", "năm");
        And = words.AddSet("và", "với", "cùng", "hoặc");
        With = words.AddSet("với", "cùng");
        Links = words.AddSet("thành", "làm", "vào", "về", "ra");
        LinkTails = words.AddSet("là", "lập", "một", "mới", "có", "tên", "gọi", "lấy", "mang", "đơn", "vị", "đặt", "các", "những", "hai", "ba", "bốn", "năm", "sáu", "xã", "phường", "huyện", "thị", "trấn", "tỉnh", "hành", "chính", "địa", "phận", "bàn", "phần", "khu", "vực", "của");
        Fillers = words.AddSet(
            "các", "những", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "toàn", "bộ", "một", "phần", "diện", "tích", "tự", "nhiên", "quy", "mô", "dân", "số", "của", "cả", "nốt",
            "thêm", "đất", "lãnh", "thổ", "và", ",", "còn", "lại", "khu", "vực", "vùng", "địa", "phận", "bàn");
        Becomes = words.AddSet("thành", "làm");
        Colon = words.Add(":");
        Numerals = words.AddSet("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "2", "3", "4", "5", "6");
        Today = words.AddSet("nay", "giờ");
        Founding = words.AddPhrase("thành lập");
        Union = words.Add("liên");
        Unreal = words.AddSet("sẽ", "chưa", "không", "chẳng", "nghị", "kiến", "xin", "đòi");
        HardMarks = words.AddSet(";", ".", "!", "?");
        Quotes = words.AddSet("“", "\"", "”", "‘", "’", "«", "»", ":");
        Hyphens = words.AddSet("-", "–");
    }

    /// <summary>The words of changes.</summary>
    public PhraseTable<RenameWords> Changes { get; }

    /// <summary>First words of <see cref="Changes"/>.</summary>
    public ImmutableArray<int> OpeningWords { get; }

    /// <summary>“tổng”.</summary>
    public int Canton { get; }

    public int Comma { get; }

    public int Open { get; }

    public int Close { get; }

    /// <summary>What may stand between a place and the words.</summary>
    public WordSet Manner { get; }

    public WordSet Passive { get; }

    public WordSet TimeOpeners { get; }

    /// <summary>Between places of a list.</summary>
    public WordSet And { get; }

    /// <summary>Before the other place of a merger.</summary>
    public WordSet With { get; }

    /// <summary>Lead from the old names to the new one.</summary>
    public WordSet Links { get; }

    /// <summary>May stand between such a word and the new name: <c>thành xã mới có tên gọi là</c>.</summary>
    public WordSet LinkTails { get; }

    /// <summary>May stand between the words and the old names: <c>nhập toàn bộ diện tích của các xã</c>.</summary>
    public WordSet Fillers { get; }

    /// <summary>Lead to the new name in a list of pairs.</summary>
    public WordSet Becomes { get; }

    public int Colon { get; }

    /// <summary>How many a place is divided into.</summary>
    public WordSet Numerals { get; }

    /// <summary>Last words of <c>ngày nay</c>, <c>bây giờ</c>.</summary>
    public WordSet Today { get; }

    /// <summary>“thành lập”.</summary>
    public ImmutableArray<int> Founding { get; }

    /// <summary>“liên”, before the type of a union of communes.</summary>
    public int Union { get; }

    /// <summary>Words before a verb that say that it has not come to pass.</summary>
    public WordSet Unreal { get; }

    public WordSet HardMarks { get; }

    public WordSet Quotes { get; }

    public WordSet Hyphens { get; }

    private static RenameFrame Frame(string text) => text switch
    {
        "now" => RenameFrame.Now,
        "today" => RenameFrame.Today,
        "former" => RenameFrame.Former,
        "joins" => RenameFrame.Joins,
        "takes" => RenameFrame.Takes,
        "bracket" => RenameFrame.Bracket,
        _ => throw new InvalidDataException($"data/place-changes.tsv: «{text}» is no frame."),
    };
}
