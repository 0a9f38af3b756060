using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>What words in a head say of the column or row that it heads.</summary>
[Flags]
internal enum HeadRoles
{
    None = 0,
    RowNumber = 1,
    Code = 1 << 1,
    Unit = 1 << 2,
    Scope = 1 << 3,
    Time = 1 << 4,
    Total = 1 << 5,
    Whole = 1 << 6,
    Part = 1 << 7,
    Plan = 1 << 8,
    Actual = 1 << 9,
    Share = 1 << 10,
    Compare = 1 << 11,
    Fulfil = 1 << 12,
    LastYear = 1 << 13,
    Difference = 1 << 14,
    Rise = 1 << 15,
    Times = 1 << 16,
    Generic = 1 << 17,
    Ditto = 1 << 18,
    RowHead = 1 << 19,
    Filler = 1 << 20,
}

/// <summary>The words of <c>data/table-words.tsv</c>. Immutable.</summary>
internal sealed class HeadWords
{
    private readonly PhraseTable<HeadRoles> _phrases;
    private readonly WordSet _axis;
    private readonly WordSet _timeLead;
    private readonly WordSet _directions;

    public HeadWords(Vocabulary.Builder words)
    {
        DataTable table = DataTable.Load("table-words");
        (int word, int role) = (table.IndexOf("word"), table.IndexOf("role"));
        PhraseTable<HeadRoles>.Builder phrases = new();
        List<int> axis = [];
        List<int> lead = [];
        foreach (var row in table.Rows)
        {
            switch (row[role])
            {
                case "axis":
                    axis.Add(words.Add(row[word]));
                    break;
                case "time-lead":
                    lead.Add(words.Add(row[word]));
                    break;
                default:
                    phrases.Add(words.AddPhrase(row[word]).AsSpan(), Enum.Parse<HeadRoles>(row[role].Replace("-", "", StringComparison.Ordinal), ignoreCase: true), static (one, other) => one | other);
                    break;
            }
        }

        _phrases = phrases.Build();
        _axis = new WordSet(axis);
        _timeLead = new WordSet(lead);
        _directions = words.AddSet(Rules.TableFigure.DirectionWords);
        Number = words.Add("số");
        Unit = [.. words.AddPhrase("đơn vị")];
        Sum = words.Add("tổng");
        Year = words.Add("năm");
        Rise = words.Add("tăng");
        Fall = words.Add("giảm");
        Times = words.Add("lần");
        Area = words.Add("DT");
    }

    public int Number { get; }

    public int Sum { get; }

    public int Year { get; }

    public int Rise { get; }

    public int Fall { get; }

    public int Times { get; }

    /// <summary>DT: a budget (dự toán), or an area (diện tích) where its unit says so.</summary>
    public int Area { get; }

    /// <summary>The words of “đơn vị”.</summary>
    public System.Collections.Immutable.ImmutableArray<int> Unit { get; }

    /// <summary>The longest phrase with a role that begins at a place.</summary>
    public int At(Sentence sentence, int at, out HeadRoles roles) => _phrases.Longest(sentence, at, out roles);

    /// <summary>Whether a word says nothing of what is measured.</summary>
    public bool IsAxis(in Token token) => _axis.Contains(token);

    /// <summary>Whether a word may stand before a time and belong to it.</summary>
    public bool LeadsTime(in Token token) => _timeLead.Contains(token);

    /// <summary>Whether a word only says which way a figure went.</summary>
    public bool IsDirection(in Token token) => _directions.Contains(token);
}
