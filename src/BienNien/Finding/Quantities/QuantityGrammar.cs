using BienNien.Knowledge;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities;

/// <summary>What the rules for amounts share: numbers, modifiers, and where a number is none. Immutable.</summary>
internal sealed partial class QuantityGrammar
{
    private const int LongestModifier = 3;
    private const int LongestSaying = 5;

    private readonly PhraseTable<TimexMod> _modifiers;
    private readonly PhraseTable<TimexMod> _modifiersAfter;
    private readonly PhraseTable<bool> _ordinals;
    private readonly PhraseTable<bool> _notOrdinals;
    private readonly PhraseTable<bool> _sayings;
    private readonly WordSet _sums;
    private readonly WordSet _unitNames;
    private readonly WordSet _compare;
    private readonly WordSet _compared;
    private readonly WordSet _count;
    private readonly WordSet _joins;
    private readonly WordSet _each;
    private readonly WordSet _opening;
    private readonly WordSet _closing;
    private readonly int _number;
    private readonly int _year;
    private readonly int _age;
    private readonly int _above;
    private readonly int _outside;
    private readonly int _times;
    private readonly int _inTurn;
    private readonly int _ordinal;
    private readonly int _person;
    private readonly int _child;

    public QuantityGrammar(Vocabulary.Builder words)
    {
        Numbers = new NumberReader(words);
        DataTable around = DataTable.Load("quantity-words");
        (int word, int role) = (around.IndexOf("word"), around.IndexOf("role"));
        PhraseTable<TimexMod>.Builder modifiers = new();
        PhraseTable<TimexMod>.Builder after = new();
        PhraseTable<bool>.Builder ordinals = new();
        PhraseTable<bool>.Builder notOrdinals = new();
        foreach (var row in around.Rows)
        {
            if (row[role].EndsWith("_AFTER", StringComparison.Ordinal))
            {
                after.Add(words.AddPhrase(row[word]).AsSpan(), TimexNames.ParseMod(row[role][..^"_AFTER".Length]));
            }
            else if (TimexNames.ParseMod(row[role]) is var mod and not TimexMod.None)
            {
                modifiers.Add(words.AddPhrase(row[word]).AsSpan(), mod);
            }
            else if (row[role] == "ordinal")
            {
                ordinals.Add(words.AddPhrase(row[word]).AsSpan(), true);
            }
            else if (row[role] == "no-ordinal")
            {
                notOrdinals.Add(words.AddPhrase(row[word]).AsSpan(), true);
            }
        }

        _modifiers = modifiers.Build();
        _modifiersAfter = after.Build();
        _ordinals = ordinals.Build();
        _notOrdinals = notOrdinals.Build();
        PhraseTable<bool>.Builder sayings = new();
        foreach (string saying in DataTable.Load("number-idioms").Column("saying"))
        {
            sayings.Add(words.AddPhrase(saying).AsSpan(), true);
        }

        _sayings = sayings.Build();
        _sums = Role("sum");
        _unitNames = Role("unit-name");
        _time = Role("time");
        _function = Role("function");
        _stop = Role("stop");
        _compare = Role("compare");
        _count = Role("count");
        _compared = words.AddSet("hơn", "độ");
        _each = words.AddSet("mỗi", "hằng", "hàng", "từng", "một");
        _joins = words.AddSet("và", ",", "cùng", ";");
        _opening = words.AddSet("“", "\"", "‘", "«");
        _closing = words.AddSet("”", "’", "»");
        _shares = words.AddSet("diện", "số", "dân", "tổng", "hộ", "xã", "thôn", "huyện", "chỉ", "quân", "ruộng", "đất", "lực", "rừng");
        _number = words.Add("số");
        _year = words.Add("năm");
        _age = words.Add("tuổi");
        _above = words.Add("trên");
        _outside = words.Add("ngoài");
        _times = words.Add("lần");
        _inTurn = words.Add("lượt");
        _ordinal = words.Add("thứ");
        _person = words.Add("người");
        _child = words.Add("con");
        _areas = words.AddSet(DataTable.Load("units") is var table ? table.Rows.Where(row => row[table.IndexOf("dimension")] == "area").Select(row => Lexer.Split(row[table.IndexOf("unit")])[0]) : []);
        _units = Units(words, out _symbols);

        // A phrase of these roles is told by its last word.
        WordSet Role(string name) => words.AddSet(around.Rows.Where(row => row[role] == name).Select(row => Lexer.Split(row[word])[^1]));
    }

    /// <summary>Numbers in figures and words.</summary>
    public NumberReader Numbers { get; }

    /// <summary>Whether what stands before a “một” or “năm” shows that it counts: a verb, or an amount that it is listed with (“24 giường, một y sĩ”).</summary>
    public bool ShowsCounting(Sentence sentence, int at)
    {
        if (_count.Contains(sentence[at - 1]))
        {
            return true;
        }

        if (!_joins.Contains(sentence[at - 1]))
        {
            return false;
        }

        for (int i = at - 2; i >= 0 && i >= at - 7 && !_joins.Contains(sentence[i]); i--)
        {
            if (sentence[i].IsNumber || (Numbers.IsNumberWord(sentence[i]) && sentence[i].Word != _year))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the word “năm” stands here.</summary>
    public bool IsYearWord(in Token token) => token.Word == _year;

    /// <summary>Whether a share of it can be told as a fraction of small numbers: 2/3 diện tích.</summary>
    public bool CanBeShared(in Token token) => _shares.Contains(token);

    /// <summary>Whether a unit counts people: “1945 người”.</summary>
    public bool IsPerson(in Token token) => token.Word == _person;

    /// <summary>Whether what follows a number makes a point or length of time of it.</summary>
    public bool IsTimeWord(in Token token) => _time.Contains(token);

    /// <summary>Whether these words are part of a saying: “ba cọc ba đồng”.</summary>
    public bool IsSaying(Sentence sentence, int at)
    {
        for (int first = at; first >= 0 && first >= at - LongestSaying; first--)
        {
            if (_sayings.Longest(sentence, first, out _) > at - first)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a quotation has been opened a few words before: “5 không, 3 sạch”.</summary>
    public bool IsInQuotes(Sentence sentence, int at)
    {
        for (int i = at - 1; i >= 0 && i >= at - 8; i--)
        {
            if (_closing.Contains(sentence[i]))
            {
                return false;
            }

            if (_opening.Contains(sentence[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a number here is the name of something, its place in a row, or part of a longer string of figures.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Where the number, or the modifier before it, begins.</param>
    /// <param name="number">The number.</param>
    /// <param name="unit">What it would count.</param>
    public bool IsName(Sentence sentence, int at, ReadNumber number, ReadUnit unit)
    {
        Token before = sentence[at - 1];
        if (before.Kind == TokenKind.None)
        {
            return false;
        }

        if (before.IsNumber || IsStuck(sentence, at))
        {
            return true;
        }

        if (before.IsMark)
        {
            return sentence.Surface(at - 1) is "." && IsOrdinal(sentence, at - 2);
        }

        if (IsOrdinal(sentence, at - 1))
        {
            return IsInRow(sentence, at, number, unit);
        }

        // “Kinh 61.300 người, Mường 8.900 người”: grouped thousands that count something name nothing.
        if (number.Grouped && unit.IsKnown)
        {
            return false;
        }

        return (_unitNames.Contains(before) && (!unit.IsKnown || before.Capitalised || (sentence[at - 2].Capitalised && at > 2)))
            || (before.Capitalised && !unit.IsKnown && at > 1)
            || (unit.IsKnown && unit.Kind != UnitKind.Measure && IsNamedByNumber(sentence, at));
    }

    // “tr.149”, “B-52”, “12/5”: figures stuck to something; a list “3,5 ha” is read from its first figure.
    private static bool IsStuck(Sentence sentence, int at)
    {
        Token before = sentence[at - 1];
        Token left = sentence[at - 2];
        return before.IsMark && !sentence[at].SpaceBefore && (left.IsNumber || left.IsWord)
            && (sentence.Surface(at - 1) is "/" or "." or "," or ":" || (sentence.Surface(at - 1) is "-" or "–" or "+" && !before.SpaceBefore));
    }

    // Behind an ordinal word: “Điều 5”, “năm 1945”, “số 27”; not “cả năm 8 - 8,5%”, “mỗi ngày 200 lượt khách”, “trong số 34 học sinh”.
    private bool IsInRow(Sentence sentence, int at, ReadNumber number, ReadUnit unit)
    {
        Token before = sentence[at - 1];
        if (before.Word == _ordinal || !unit.IsKnown)
        {
            return !(number.Grouped || number.Scaled) || before.Word == _ordinal || before.Word == _number;
        }

        if (before.Word == _number)
        {
            // “tần số 91,5 MHz”
            return !_sums.Contains(sentence[at - 2]) && !(unit.Kind == UnitKind.Measure && number.Dress != NumberDress.Plain);
        }

        bool bareYear = sentence[at].Length == 4 && sentence[at].Number is >= 1000 and < 2200;
        return !(number.Grouped || number.Scaled
            || (before.Word == _year && sentence[at + 1].Word == _age)
            || (unit.Kind == UnitKind.Measure && !bareYear)
            || _each.Contains(sentence[at - 2])
            || (_time.Contains(before) && number.Value > 31 && !bareYear)
            || _notOrdinals.Longest(sentence, at - 2, out _) == 2);
    }

    // “Làng 5 bãi công”, “Đại đội 62 bộ đội địa phương”
    private bool IsNamedByNumber(Sentence sentence, int at) =>
        (at > 1 && sentence[at - 1].Capitalised && _units.Longest(sentence, at - 1, out UnitWord one) >= 1 && one.NamesByNumber)
        || (at > 1 && sentence[at - 2].Capitalised && !sentence[at - 1].Capitalised && _units.Longest(sentence, at - 2, out UnitWord two) == 2 && two.NamesByNumber);

    private bool IsOrdinal(Sentence sentence, int at) =>
        at >= 0 && (_ordinals.Longest(sentence, at, out _) == 1 || (at > 0 && _ordinals.Longest(sentence, at - 1, out _) == 2));

    /// <summary>Looks for a modifier right before a number.</summary>
    /// <returns>Where the mention begins: at the modifier or at the number.</returns>
    public int ModifierBefore(Sentence sentence, int at, decimal value, ReadUnit unit, out TimexMod mod)
    {
        for (int length = LongestModifier; length >= 1; length--)
        {
            int first = at - length;
            if (first < 0 || _modifiers.Longest(sentence, first, length, out mod) != length)
            {
                continue;
            }

            // “cao hơn 3 lần” compares; “trên 2 hướng” stands upon; “ngoài 3 xã ấy” leaves out.
            bool compares = length == 1 && _compared.Contains(sentence[first]) && _compare.Contains(sentence[first - 1]);
            bool upon = length == 1 && sentence[first].Word == _above && ((value < 10 && !unit.Measures) || IsOnArea(sentence, first, unit));
            bool besides = length == 1 && sentence[first].Word == _outside && first == 0 && sentence[unit.First].Word != _age;
            if (!compares && !upon && !besides)
            {
                return first;
            }
        }

        mod = TimexMod.None;
        return at;
    }

    /// <summary>Looks for a modifier right behind an amount: “10 người trở lên”.</summary>
    /// <returns>Where the mention ends: behind the modifier, or where it ended.</returns>
    public int ModifierAfter(Sentence sentence, int end, ref TimexMod mod)
    {
        if (mod != TimexMod.None)
        {
            return end;
        }

        int length = _modifiersAfter.Longest(sentence, end, out TimexMod after);
        mod = length > 0 ? after : mod;
        return end + length;
    }

    // “186.000 cây trên 620 ha”: an amount on a surface.
    private bool IsOnArea(Sentence sentence, int above, ReadUnit unit)
    {
        if (!unit.Measures || !_areas.Contains(sentence[unit.First]))
        {
            return false;
        }

        for (int i = above - 1; i >= 0 && i >= above - 4; i--)
        {
            if (sentence[i].IsNumber)
            {
                return true;
            }
        }

        return false;
    }
}
