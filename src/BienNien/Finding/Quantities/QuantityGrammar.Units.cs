using System.Collections.Frozen;
using System.Text;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Quantities;

/// <summary>Units behind numbers.</summary>
internal sealed partial class QuantityGrammar
{
    private const int LongestRate = 12;
    private const int MostChildren = 30;

    private readonly PhraseTable<UnitWord> _units;
    private readonly FrozenSet<char> _symbols;
    private readonly WordSet _time;
    private readonly WordSet _function;
    private readonly WordSet _stop;
    private readonly WordSet _shares;
    private readonly WordSet _areas;

    /// <summary>Reads the unit of a number: a measure, a counted noun in its shortest form, or a word that no lexicon has.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="at">Where it begins.</param>
    public ReadUnit UnitAt(Sentence sentence, int at)
    {
        Token token = sentence[at];
        if (!token.IsWord && !token.IsMark)
        {
            return default;
        }

        // “75 năm tuổi Đảng”: the year is counted in the age.
        int first = token.Word == _year && sentence[at + 1].Word == _age ? at + 1 : at;
        int length = _units.Longest(sentence, first, out UnitWord unit);
        if (length > 0 && IsSymbolOfOtherCase(sentence, first, length))
        {
            length = 0;
        }

        if (length > 0)
        {
            // lần thứ hai; “năm 2017 và 2018 lần lượt là …”; “năm 1968 tấn công”
            if (unit.Kind == UnitKind.None || (sentence[first].Word == _times && (sentence[first + 1].Word == _ordinal || sentence[first + 1].Word == _inTurn)))
            {
                return default;
            }

            int end = first + length;
            if (length == 1 && _time.Contains(sentence[first]) && sentence[first].Word != _age)
            {
                return default;
            }

            UnitKind kind = unit.Kind;
            if (unit.Classifying != Classifying.Nothing)
            {
                end = ClassifiedAt(sentence, end, unit);
                kind = end > first + length ? UnitKind.Thing : kind;
            }

            return new ReadUnit(RateAt(sentence, end), first, kind);
        }

        return !token.IsWord || _time.Contains(token) || _function.Contains(token) || _stop.Contains(token) || token.Capitalised || !token.SpaceBefore || (token.Traits & TokenTraits.HasDigit) != 0
            ? default
            : new ReadUnit(RateAt(sentence, GoesOn(sentence, at + 1) ? at + 2 : at + 1), at, UnitKind.Unknown);
    }

    /// <summary>Reads what a share is a share of: as <see cref="UnitAt"/>, and “số hộ”, “tổng số đại biểu”.</summary>
    public ReadUnit WholeAt(Sentence sentence, int at)
    {
        ReadUnit unit = UnitAt(sentence, at);
        if (unit.Kind is not (UnitKind.None or UnitKind.Unknown) || sentence[at].Word != _number || sentence[at].Capitalised)
        {
            return unit;
        }

        ReadUnit counted = UnitAt(sentence, at + 1);
        return counted.End > 0 && counted.First == at + 1 ? new ReadUnit(counted.End, at, UnitKind.Noun) : unit;
    }

    /// <summary>A unit that fits the number before it: a family's “người con” are few, “26.862 người con ưu tú” are people.</summary>
    public ReadUnit Fitting(Sentence sentence, ReadUnit unit, decimal value) =>
        value > MostChildren && unit.End == unit.First + 2 && sentence[unit.First].Word == _person && sentence[unit.First + 1].Word == _child ? unit with { End = unit.End - 1 } : unit;

    /// <summary>Whether two units are written with the same words.</summary>
    public static bool AreSame(Sentence sentence, ReadUnit one, ReadUnit other)
    {
        if (one.End - one.First != other.End - other.First)
        {
            return false;
        }

        for (int i = 0; i < one.End - one.First; i++)
        {
            if (!sentence.Surface(one.First + i).SequenceEqual(sentence.Surface(other.First + i)))
            {
                return false;
            }
        }

        return true;
    }

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

        StringBuilder text = new();
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

    private static PhraseTable<UnitWord> Units(Vocabulary.Builder words, out FrozenSet<char> symbols)
    {
        PhraseTable<UnitWord>.Builder units = new();
        HashSet<char> letters = [];
        DataTable measures = DataTable.Load("units");
        (int unit, int alone) = (measures.IndexOf("unit"), measures.IndexOf("words"));
        foreach (var row in measures.Rows)
        {
            bool isLetter = row[unit].Length == 1 && char.IsUpper(row[unit][0]);
            if (row[unit].Length == 1)
            {
                letters.Add(row[unit][0]);
            }

            // “lớp 10A”: a capital letter behind a number is more often a name than a unit.
            units.Add(words.AddPhrase(row[unit]).AsSpan(), new UnitWord(row[alone] == "no" || isLetter ? UnitKind.Loose : UnitKind.Measure, Classifying.Nothing, IsPerson: false, NamesByNumber: false));
        }

        symbols = letters.ToFrozenSet();
        foreach (string other in DataTable.Load("unit-lookalikes").Column("words"))
        {
            units.Add(words.AddPhrase(other).AsSpan(), default);
        }

        DataTable nouns = DataTable.Load("counted-nouns");
        (int noun, int sort, int classifier, int inWords) = (nouns.IndexOf("noun"), nouns.IndexOf("class"), nouns.IndexOf("classifier"), nouns.IndexOf("words"));
        foreach (var row in nouns.Rows)
        {
            UnitKind kind = row[inWords] switch { "yes" => UnitKind.Thing, "three" => UnitKind.Pairing, _ => UnitKind.Noun };
            Classifying classifying = row[classifier] switch { "yes" => Classifying.AnyNoun, "known" => Classifying.KnownNouns, _ => Classifying.Nothing };
            units.Add(
                words.AddPhrase(row[noun]).AsSpan(),
                new UnitWord(kind, classifying, row[sort] == "person", row[sort] is "body" or "place"),
                static (old, added) => old.Kind == UnitKind.None ? added : old);
        }

        return units.Build();
    }

    // “M” is no metre, “Lạng Sơn” no tael: symbols of one letter only as they are written, others not with a capital amid a name.
    private bool IsSymbolOfOtherCase(Sentence sentence, int at, int length)
    {
        ReadOnlySpan<char> surface = sentence.Surface(at);
        return length == 1 && (surface.Length == 1 && sentence[at].IsWord ? !_symbols.Contains(surface[0])
            : sentence[at].Capitalised && sentence[at + 1].Capitalised && !sentence[at].AllUpper);
    }

    // Most nouns have two syllables: “98 thùng phuy”. What no noun goes on with ends it.
    private bool GoesOn(Sentence sentence, int at)
    {
        Token token = sentence[at];
        return token.IsWord && !token.Capitalised && token.SpaceBefore && (token.Traits & TokenTraits.HasDigit) == 0
            && !_function.Contains(token) && !_stop.Contains(token) && !_time.Contains(token) && !_compare.Contains(token) && !_count.Contains(token)
            && _modifiers.Longest(sentence, at, out _) == 0 && _units.Longest(sentence, at, out _) == 0;
    }

    private int ClassifiedAt(Sentence sentence, int at, UnitWord classifier)
    {
        Token token = sentence[at];
        // “8.600 con năm 1976”: a time follows, no noun.
        if (!token.IsWord || token.Capitalised || !token.SpaceBefore || _time.Contains(token))
        {
            return at;
        }

        int known = _units.Longest(sentence, at, out UnitWord noun);
        if (known > 0 && noun.Kind is UnitKind.Thing or UnitKind.Noun or UnitKind.Pairing)
        {
            // “7.530 khẩu đồng bào Dao”: people are no guns
            return noun.IsPerson && !classifier.IsPerson && classifier.Classifying == Classifying.KnownNouns ? at : at + known;
        }

        return classifier.Classifying == Classifying.AnyNoun && known == 0 && !_function.Contains(token) ? at + 1 : at;
    }

    // “/người/năm”, “/ha”, “/vạn dân”, “/100.000 dân”
    private int RateAt(Sentence sentence, int at)
    {
        int end = at;
        while (sentence[end] is { IsMark: true, Length: 1 } slash && sentence.Text[slash.Start] == '/' && end - at < LongestRate)
        {
            int next = end + 1;
            ReadNumber number = sentence[next].IsNumber ? Numbers.FiguresAt(sentence, next) : default;
            if (number.End > 0 ? (number.Value != 1 && (number.Value < 100 || number.Value % 100 != 0)) || !sentence[number.End].IsWord : !sentence[next].IsWord)
            {
                break;
            }

            next = number.End > 0 ? number.End : next;
            int scaled = Numbers.ScaleAt(sentence, next, out int past) > 0 ? past : next;
            int length = _units.Longest(sentence, scaled, out UnitWord unit);
            if (number.End > 0 && (length == 0 || unit.Kind == UnitKind.None) && !_time.Contains(sentence[scaled]))
            {
                break;
            }

            end = scaled + Math.Max(1, length);
        }

        return end;
    }
}
