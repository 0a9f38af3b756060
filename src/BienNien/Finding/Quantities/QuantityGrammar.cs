using BienNien.Knowledge;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities;

/// <summary>What kind of unit follows a number.</summary>
internal enum UnitKind
{
    /// <summary>No unit.</summary>
    None,

    /// <summary>A measure, a currency, a share, a multiple.</summary>
    Measure,

    /// <summary>A noun of the lexicon that even small numbers in words count.</summary>
    Thing,

    /// <summary>A noun that numbers in words count from three on: two of them are a pair (“hai nước”).</summary>
    Pairing,

    /// <summary>A noun of the lexicon that figures count.</summary>
    Noun,

    /// <summary>A word that the lexicons do not know.</summary>
    Unknown,
}

/// <summary>A unit read from a text.</summary>
/// <param name="End">One past its last token.</param>
/// <param name="First">Its first token: an age leaves out the word “năm” (<c>75 năm tuổi Đảng</c>).</param>
/// <param name="Kind">What it is.</param>
internal readonly record struct ReadUnit(int End, int First, UnitKind Kind);

/// <summary>What the rules for amounts share: numbers, modifiers, units, and where a number is none. Immutable.</summary>
internal sealed class QuantityGrammar
{
    private readonly PhraseTable<UnitKind> _units;
    private readonly PhraseTable<TimexMod> _modifiers;
    private readonly WordSet _classifiers;
    private readonly PhraseTable<bool> _ordinals;
    private readonly WordSet _sums;
    private readonly int _number;
    private readonly WordSet _unitNames;
    private readonly WordSet _time;
    private readonly WordSet _function;
    private readonly WordSet _compare;
    private readonly WordSet _count;
    private readonly WordSet _shares;
    private readonly int _year;
    private readonly int _age;
    private readonly int _above;
    private readonly int _times;
    private readonly int _inTurn;
    private readonly int _ordinal;
    private readonly int _person;

    public QuantityGrammar(Vocabulary.Builder words)
    {
        Numbers = new NumberReader(words);
        PhraseTable<UnitKind>.Builder units = new();
        foreach (string unit in DataTable.Load("units").Column("unit"))
        {
            units.Add(words.AddPhrase(unit).AsSpan(), UnitKind.Measure);
        }

        DataTable nouns = DataTable.Load("counted-nouns");
        (int noun, int classifier, int inWords) = (nouns.IndexOf("noun"), nouns.IndexOf("classifier"), nouns.IndexOf("words"));
        List<int> classifiers = [];
        foreach (var row in nouns.Rows)
        {
            var phrase = words.AddPhrase(row[noun]);
            units.Add(phrase.AsSpan(), row[inWords] switch { "yes" => UnitKind.Thing, "three" => UnitKind.Pairing, _ => UnitKind.Noun });
            if (row[classifier] == "yes")
            {
                classifiers.Add(phrase[0]);
            }
        }

        _units = units.Build();
        _classifiers = new WordSet(classifiers);
        PhraseTable<TimexMod>.Builder modifiers = new();
        DataTable around = DataTable.Load("quantity-words");
        (int word, int role) = (around.IndexOf("word"), around.IndexOf("role"));
        foreach (var row in around.Rows)
        {
            if (ModOf(row[role]) is var mod and not TimexMod.None)
            {
                modifiers.Add(words.AddPhrase(row[word]).AsSpan(), mod);
            }
        }

        _modifiers = modifiers.Build();
        PhraseTable<bool>.Builder ordinals = new();
        foreach (var row in around.Rows.Where(row => row[role] == "ordinal"))
        {
            ordinals.Add(words.AddPhrase(row[word]).AsSpan(), true);
        }

        _ordinals = ordinals.Build();
        _sums = Role("sum");
        _number = words.Add("số");
        _unitNames = Role("unit-name");
        _time = Role("time");
        _function = Role("function");
        _compare = Role("compare");
        _count = Role("count");
        _shares = words.AddSet("diện", "số", "dân", "tổng", "hộ", "xã", "thôn", "huyện", "chỉ");
        _year = words.Add("năm");
        _age = words.Add("tuổi");
        _above = words.Add("trên");
        _times = words.Add("lần");
        _inTurn = words.Add("lượt");
        _ordinal = words.Add("thứ");
        _person = words.Add("người");

        // A phrase of these roles is told by its last word.
        WordSet Role(string name) => words.AddSet(around.Rows.Where(row => row[role] == name).Select(row => Lexer.Split(row[word])[^1]));
    }

    /// <summary>Numbers in figures and words.</summary>
    public NumberReader Numbers { get; }

    /// <summary>Whether a word shows that the “một” or “năm” after it counts.</summary>
    public bool ShowsCounting(in Token token) => _count.Contains(token);

    /// <summary>Whether the word “năm” stands here.</summary>
    public bool IsYearWord(in Token token) => token.Word == _year;

    /// <summary>Whether a share of it can be told as a fraction of small numbers: 2/3 diện tích.</summary>
    public bool CanBeShared(in Token token) => _shares.Contains(token);

    /// <summary>Whether a number here is the name of something, its place in a row, or part of a longer string of figures.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">The number's first token.</param>
    /// <param name="unit">The kind of what it would count.</param>
    public bool IsName(Sentence sentence, int at, UnitKind unit)
    {
        Token before = sentence[at - 1];
        if (before.Kind == TokenKind.None)
        {
            return false;
        }

        if (before.IsNumber || (before.IsMark && !sentence[at].SpaceBefore && sentence.Surface(at - 1) is "/" or "-" or "–" or "." or "," or ":" && sentence[at - 2] is var left && (left.IsNumber || left.IsWord)))
        {
            // “tr.149”, “B-52”, “12/5”: figures stuck to something; a list “3,5 ha” is read from its first figure.
            return true;
        }

        if (before.IsMark && sentence.Surface(at - 1) is "." && IsOrdinal(sentence, at - 2))
        {
            return true;
        }

        if (before.Word == _year && sentence[at + 1].Word == _age)
        {
            return false;       // năm 19 tuổi
        }

        bool known = unit is not (UnitKind.None or UnitKind.Unknown);
        return (IsOrdinal(sentence, at - 1) && !(known && before.Word == _number && _sums.Contains(sentence[at - 2])))
            || (_unitNames.Contains(before) && (!known || before.Capitalised || (sentence[at - 2].Capitalised && at > 2)))
            || (before.IsWord && before.Capitalised && !known && at > 1);
    }

    private bool IsOrdinal(Sentence sentence, int at) =>
        at >= 0 && (_ordinals.Longest(sentence, at, out _) == 1 || (at > 0 && _ordinals.Longest(sentence, at - 1, out _) == 2));

    /// <summary>Whether what follows a number makes a point or length of time of it.</summary>
    public bool IsTimeWord(in Token token) => _time.Contains(token);

    /// <summary>Looks for a modifier right before a number.</summary>
    /// <returns>Where the mention begins: at the modifier or at the number.</returns>
    public int ModifierBefore(Sentence sentence, int at, decimal value, UnitKind unit, out TimexMod mod)
    {
        for (int length = 2; length >= 1; length--)
        {
            int first = at - length;
            if (first < 0 || _modifiers.Longest(sentence, first, out mod) != length)
            {
                continue;
            }

            // “cao hơn 3 lần” compares; “trên 2 hướng” stands upon.
            bool compares = length == 1 && _compare.Contains(sentence[first - 1]);
            bool upon = sentence[first].Word == _above && length == 1 && value < 10 && unit is not UnitKind.Measure;
            if (!compares && !upon)
            {
                return first;
            }
        }

        mod = TimexMod.None;
        return at;
    }

    /// <summary>Reads the unit of a number: a measure, a counted noun in its shortest form, or a word that no lexicon has.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Where it begins.</param>
    public ReadUnit UnitAt(Sentence sentence, int at)
    {
        Token token = sentence[at];
        if (token.IsMark)
        {
            return sentence.Text[token.Start] is '%' or '‰' ? new ReadUnit(RateAt(sentence, at + 1), at, UnitKind.Measure) : default;
        }

        if (!token.IsWord)
        {
            return default;
        }

        // “75 năm tuổi Đảng”: the year is counted in the age.
        int first = token.Word == _year && sentence[at + 1].Word == _age ? at + 1 : at;
        int length = _units.Longest(sentence, first, out UnitKind kind);
        if (length > 0 && IsSymbolOfOtherCase(sentence, first, length))
        {
            length = 0;
        }

        if (length > 0)
        {
            // lần thứ hai; “năm 2017 và 2018 lần lượt là …”
            if (sentence[first].Word == _times && (sentence[first + 1].Word == _ordinal || sentence[first + 1].Word == _inTurn))
            {
                return default;
            }

            int end = first + length;
            if (length == 1 && _time.Contains(sentence[first]) && sentence[first].Word != _age)
            {
                return default;
            }

            if (length == 1 && _classifiers.Contains(sentence[first]))
            {
                end = ClassifiedAt(sentence, end);
                kind = end > first + 1 ? UnitKind.Thing : kind;
            }

            return new ReadUnit(RateAt(sentence, end), first, kind);
        }

        return _time.Contains(token) || _function.Contains(token) || token.Capitalised || !token.SpaceBefore || (token.Traits & TokenTraits.HasDigit) != 0
            ? default
            : new ReadUnit(RateAt(sentence, GoesOn(sentence, at + 1) ? at + 2 : at + 1), at, UnitKind.Unknown);
    }

    /// <summary>Whether a unit counts people: “1945 người”.</summary>
    public bool IsPerson(in Token token) => token.Word == _person;

    /// <summary>The words of a unit.</summary>
    public static string Text(Sentence sentence, ReadUnit unit)
    {
        if (unit.End == 0)
        {
            return "";
        }

        if (unit.End == unit.First + 1)
        {
            return sentence.Surface(unit.First).ToString();
        }

        System.Text.StringBuilder text = new();
        for (int i = unit.First; i < unit.End; i++)
        {
            if (i > unit.First && sentence[i].SpaceBefore)
            {
                text.Append(' ');
            }

            text.Append(sentence.Surface(i));
        }

        return text.ToString();
    }

    // “M” is no metre, “Lạng Sơn” no tael: symbols and short measures only as they are written, others not with a capital amid a name.
    private static bool IsSymbolOfOtherCase(Sentence sentence, int at, int length)
    {
        ReadOnlySpan<char> surface = sentence.Surface(at);
        return length == 1 && sentence[at].Capitalised && (surface.Length == 1 ? surface[0] is not 'V' : sentence[at + 1].Capitalised && !sentence[at].AllUpper);
    }

    // Most nouns have two syllables: “98 thùng phuy”. What no noun goes on with ends it.
    private bool GoesOn(Sentence sentence, int at)
    {
        Token token = sentence[at];
        return token.IsWord && !token.Capitalised && token.SpaceBefore && (token.Traits & TokenTraits.HasDigit) == 0
            && !_function.Contains(token) && !_time.Contains(token) && !_compare.Contains(token) && !_count.Contains(token)
            && _modifiers.Longest(sentence, at, out _) == 0 && _units.Longest(sentence, at, out _) == 0;
    }

    private int ClassifiedAt(Sentence sentence, int at)
    {
        Token token = sentence[at];
        if (!token.IsWord || token.Capitalised || _function.Contains(token))
        {
            return at;
        }

        int known = _units.Longest(sentence, at, out UnitKind kind);
        return known > 0 && kind != UnitKind.Measure ? at + known : at + 1;
    }

    // “/người/năm”, “/ha”, “/vạn dân”
    private int RateAt(Sentence sentence, int at)
    {
        int end = at;
        while (sentence[end] is { IsMark: true, Length: 1 } slash && sentence.Text[slash.Start] == '/' && sentence[end + 1].IsWord && end - at < 10)
        {
            int scaled = Numbers.ScaleAt(sentence, end + 1, out int past) > 0 ? past : end + 1;
            int length = _units.Longest(sentence, scaled, out _);
            end = scaled + Math.Max(1, length);
        }

        return end;
    }

    private static TimexMod ModOf(string role) => role switch
    {
        "MORE_THAN" => TimexMod.MoreThan,
        "LESS_THAN" => TimexMod.LessThan,
        "APPROX" => TimexMod.Approx,
        "EQUAL_OR_LESS" => TimexMod.EqualOrLess,
        "EQUAL_OR_MORE" => TimexMod.EqualOrMore,
        _ => TimexMod.None,
    };
}
