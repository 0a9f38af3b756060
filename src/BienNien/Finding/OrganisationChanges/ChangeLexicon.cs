using System.Collections.Immutable;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.OrganisationChanges;

/// <summary>What a body beside the words of a change is.</summary>
internal enum ChangeRole
{
    /// <summary>Nobody that changes; at most who did it.</summary>
    None,

    /// <summary>A body as it was before.</summary>
    From,

    /// <summary>A body as it was afterwards.</summary>
    To,
}

/// <summary>What must stand beside the words.</summary>
internal enum ChangeNeed
{
    /// <summary>A named body or a common noun for one.</summary>
    Body,

    /// <summary>A named body.</summary>
    Name,

    /// <summary>A named school.</summary>
    School,

    /// <summary>A named body on either side.</summary>
    Both,
}

/// <summary>A row of <c>data/org-changes.tsv</c>: words of a change and the bodies about them.</summary>
/// <param name="Type">founded, split, merged, renamed, dissolved or recognised.</param>
/// <param name="Before">What the body before the words is.</param>
/// <param name="After">What the body after the words is; of passive words, what the subject is when nothing stands in <paramref name="Before"/>.</param>
/// <param name="Need">What must stand there.</param>
/// <param name="OpensWithNoun">Begins with <c>sự</c>.</param>
internal sealed record ChangeWords(string Type, ChangeRole Before, ChangeRole After, ChangeNeed Need, bool OpensWithNoun);

/// <summary>The words of changes and the small words about them. Immutable once built.</summary>
internal sealed class ChangeLexicon
{
    /// <summary>Loads the tables and adds their words to a vocabulary.</summary>
    public ChangeLexicon(Vocabulary.Builder words)
    {
        DataTable changes = DataTable.Load("org-changes");
        int phrase = changes.IndexOf("words");
        int type = changes.IndexOf("type");
        int before = changes.IndexOf("before");
        int after = changes.IndexOf("after");
        int needs = changes.IndexOf("needs");
        PhraseTable<ChangeWords>.Builder table = new();
        foreach (ImmutableArray<string> row in changes.Rows)
        {
            table.Add(words.AddPhrase(row[phrase]).AsSpan(), new ChangeWords(
                row[type], Role(row[before]), Role(row[after]), Need(row[needs]), row[phrase].StartsWith("sự ", StringComparison.Ordinal)));
        }

        Changes = table.Build();
        OpeningWords = [.. changes.Column("words").Select(word => words.AddPhrase(word)[0]).Distinct()];

        PhraseTable<bool>.Builder nouns = new();
        foreach (string noun in DataTable.Load("body-nouns").Column("noun"))
        {
            nouns.Add(words.AddPhrase(noun).AsSpan(), value: true);
        }

        BodyNouns = nouns.Build();

        DataTable small = DataTable.Load("org-change-words");
        int role = small.IndexOf("role");
        int word = small.IndexOf("words");
        ILookup<string, ImmutableArray<int>> byRole = small.Rows.ToLookup(row => row[role], row => words.AddPhrase(row[word]));
        Decides = Ending(byRole["decides"]);
        Manner = Ending(byRole["manner"]);
        Unreal = Ending(byRole["unreal"]);
        Becomes = Phrases(byRole["becomes"]);
        Turns = Phrases(byRole["turns"]);
        Into = Phrases(byRole["into"]);
        With = Phrases(byRole["with"]);
        OutOf = Phrases(byRole["out of"]);
        Determiners = Phrases(byRole["determiner"]);
        Lists = Phrases(byRole["list"]);
        Honours = Phrases(byRole["not a body"]);
        Passive = Set(byRole["passive"]);
        Feasts = Ending(byRole["feast"]);
        Later = Set(byRole["later"]);
        Stops = Set(byRole["stop"]);
        Of = Set(byRole["of"]);
        Quotes = words.AddSet("“", "\"", "”", "‘", "’", "«", "»");
        And = words.AddSet("và", "với", "cùng");
        ClauseMarks = words.AddSet(",", ";", ":", "(", ")", ".", "!", "?", "-", "–", "—");
        HardMarks = words.AddSet(";", ".", "!", "?", ":");
        Comma = words.Add(",");
        Semicolon = words.Add(";");
        Open = words.Add("(");
        Close = words.Add(")");
        Decision = words.AddPhrase("quyết định");
        PaperVerbs = words.AddSet("ra", "ký", "hành", "bố", "theo", "có", "bằng", "các", "một", "số", "những", "bản", "nhận", "trao", "cứ");
        Basis = words.AddPhrase("cơ sở");
        Plurals = words.AddSet("các", "những", "nhiều", "mấy", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "số", "loạt");
        Schools = words.AddSet("trường");
        Comments = words.AddSet("là", "đã", "đánh", "có", "sớm", "mở", "tạo", "chứng", "làm", "góp", "không");
        Issues = words.AddSet("ra", "ký", "hành", "bố");
        About = [words.AddPhrase("về việc"), words.AddPhrase("về")];
        Hyphens = words.AddSet("-", "–", "—");
        By = words.AddSet("theo", "do", "bởi");
        Tails = words.AddSet(
            "viên", "nghị", "kết", "đội", "đêm", "quốc", "tuyến", "trợ", "án", "kỳ", "máy", "phái", "ngũ", "tiên", "gác", "cáo", "thủ", "phận", "hữu", "diện",
            "trưởng", "tưởng", "mùa", "ngày", "hè", "họp", "thảo", "hợp", "bào", "đầu", "hành", "chức", "thu", "ký", "phó", "nhất", "lạc", "hai", "ba");
        Colon = words.Add(":");
        First = [words.AddPhrase("đầu tiên")];
        TimeOpeners = words.AddSet("vào", "từ", "đến", "tới", "hồi", "trong", "sang");
        Halves = words.AddSet("độc", "đối", "cô", "trung", "tự", "xác", "thiết", "kiến", "công", "tạo", "quốc", "dân", "biệt", "lưu", "thành", "sáng", "trích", "lãnh", "thâm", "gia", "ghi", "xuất", "du", "hội", "đột", "sáp", "sát", "xây", "gây", "xóa", "bãi", "hủy", "từ", "rời", "thay", "trao", "biến", "sửa", "sắp", "cài", "lắp", "bắt", "rũ", "vứt", "đề", "thu", "cởi", "hé", "bóc");
        Prefixes = words.AddSet("sáp", "sát", "gia", "xuất", "du", "thâm", "đột", "thành", "trích", "sáng", "thiết");
        NounWords = [.. changes.Column("words").Where(static word => word.StartsWith("sự ", StringComparison.Ordinal)).Select(word => words.AddPhrase(word)[0]).Distinct()];
    }

    /// <summary>The words of changes.</summary>
    public PhraseTable<ChangeWords> Changes { get; }

    /// <summary>First words of <see cref="Changes"/>.</summary>
    public ImmutableArray<int> OpeningWords { get; }

    /// <summary>Common nouns for bodies.</summary>
    public PhraseTable<bool> BodyNouns { get; }

    /// <summary>Verbs that decide or declare what follows, by their ends.</summary>
    public ImmutableArray<ImmutableArray<int>> Decides { get; }

    /// <summary>What may stand between a body and its verb.</summary>
    public ImmutableArray<ImmutableArray<int>> Manner { get; }

    /// <summary>What says before a verb that it has not come to pass.</summary>
    public ImmutableArray<ImmutableArray<int>> Unreal { get; }

    /// <summary>Lead to what a body becomes.</summary>
    public PhraseTable<bool> Becomes { get; }

    /// <summary>Lead to what a body is renamed, but mean other things elsewhere: <c>đổi Trường A làm Trường B</c>.</summary>
    public PhraseTable<bool> Turns { get; }

    /// <summary>Lead to the body that another goes into.</summary>
    public PhraseTable<bool> Into { get; }

    /// <summary>Lead to the other body of a merger.</summary>
    public PhraseTable<bool> With { get; }

    /// <summary>Lead to the body that another comes out of.</summary>
    public PhraseTable<bool> OutOf { get; }

    /// <summary>May stand between the words of a change and the body.</summary>
    public PhraseTable<bool> Determiners { get; }

    /// <summary>Lead from <c>các tổ chức</c> to their names.</summary>
    public PhraseTable<bool> Lists { get; }

    /// <summary>What follows one of these in the clause is honoured, not recognised as a body.</summary>
    public PhraseTable<bool> Honours { get; }

    /// <summary><c>được</c>, <c>bị</c>.</summary>
    public WordSet Passive { get; }

    /// <summary>Words right before the words of a change that make a feast day or a meeting of it.</summary>
    public ImmutableArray<ImmutableArray<int>> Feasts { get; }

    /// <summary>Words that lead from a date to another time.</summary>
    public WordSet Later { get; }

    /// <summary>Words at which a body without a name ends.</summary>
    public WordSet Stops { get; }

    /// <summary>Words that tie a body to a larger one or to a place.</summary>
    public WordSet Of { get; }

    public WordSet Quotes { get; }

    public WordSet And { get; }

    public WordSet ClauseMarks { get; }

    public WordSet HardMarks { get; }

    public int Comma { get; }

    public int Semicolon { get; }

    public int Open { get; }

    public int Close { get; }

    /// <summary>“quyết định”, verb or noun.</summary>
    public ImmutableArray<int> Decision { get; }

    /// <summary>Words before <c>quyết định</c> that make a paper of it.</summary>
    public WordSet PaperVerbs { get; }

    /// <summary>“cơ sở”, of “trên cơ sở”.</summary>
    public ImmutableArray<int> Basis { get; }

    /// <summary>Words that say that several are meant.</summary>
    public WordSet Plurals { get; }

    /// <summary>First halves of other words that end like the words of a change: <c>độc lập</c>, <c>xuất nhập</c>.</summary>
    public WordSet Halves { get; }

    /// <summary>Those of them that make another word of longer words of a change, too: <c>sáp nhập vào</c>.</summary>
    public WordSet Prefixes { get; }

    /// <summary>First words of nouns among <see cref="Changes"/>.</summary>
    public ImmutableArray<int> NounWords { get; }

    public int Colon { get; }

    /// <summary>Second halves of words that begin like a noun for a body: <c>đảng viên</c>, <c>hội nghị</c>.</summary>
    public WordSet Tails { get; }

    /// <summary>Words after a verb that say something of the change and do not tell it: <c>ra đời là kết quả</c>.</summary>
    public WordSet Comments { get; }

    /// <summary>Last words of verbs that issue a paper.</summary>
    public WordSet Issues { get; }

    /// <summary>Between a paper and what it does.</summary>
    public ImmutableArray<ImmutableArray<int>> About { get; }

    public WordSet Hyphens { get; }

    /// <summary>Words before whoever or whatever did it.</summary>
    public WordSet By { get; }

    /// <summary>“đầu tiên”.</summary>
    public ImmutableArray<ImmutableArray<int>> First { get; }

    /// <summary>Prepositions before a time.</summary>
    public WordSet TimeOpeners { get; }

    /// <summary>First words of schools.</summary>
    public WordSet Schools { get; }

    /// <summary>How many tokens the longest of these phrases has that ends right before a place; 0 for none.</summary>
    public static int EndingAt(ImmutableArray<ImmutableArray<int>> phrases, Sentence sentence, int end)
    {
        foreach (ImmutableArray<int> phrase in phrases)
        {
            if (end >= phrase.Length && sentence.Has(end - phrase.Length, phrase.AsSpan()))
            {
                return phrase.Length;
            }
        }

        return 0;
    }

    private static ChangeRole Role(string text) => text switch
    {
        "from" => ChangeRole.From,
        "to" => ChangeRole.To,
        _ => ChangeRole.None,
    };

    private static ChangeNeed Need(string text) => text switch
    {
        "body" => ChangeNeed.Body,
        "name" => ChangeNeed.Name,
        "school" => ChangeNeed.School,
        "both" => ChangeNeed.Both,
        _ => throw new InvalidDataException($"data/org-changes.tsv: «{text}» is no need."),
    };

    private static ImmutableArray<ImmutableArray<int>> Ending(IEnumerable<ImmutableArray<int>> phrases) => [.. phrases.OrderByDescending(static phrase => phrase.Length)];

    private static PhraseTable<bool> Phrases(IEnumerable<ImmutableArray<int>> phrases)
    {
        PhraseTable<bool>.Builder table = new();
        foreach (ImmutableArray<int> phrase in phrases)
        {
            table.Add(phrase.AsSpan(), value: true);
        }

        return table.Build();
    }

    private static WordSet Set(IEnumerable<ImmutableArray<int>> phrases) => new(phrases.Select(static phrase => phrase[0]));
}
