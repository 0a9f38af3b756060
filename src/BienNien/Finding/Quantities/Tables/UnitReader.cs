using System.Collections.Immutable;
using System.Text;
using BienNien.Knowledge;
using BienNien.Text;

namespace BienNien.Finding.Quantities.Tables;

/// <summary>Reads the units of tables, which begin with a capital and carry a scale: <c>Nghìn tấn</c>, <c>Triệu đồng/ha</c>, <c>1.000 tấn</c>. Immutable.</summary>
internal sealed class UnitReader
{
    private const int MostWords = 5;

    private readonly QuantityGrammar _amounts;
    private readonly Dictionary<string, string> _written = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _exact = new(StringComparer.Ordinal);
    private readonly Dictionary<int, (decimal Scale, bool Whole)> _short = [];
    private readonly HashSet<string> _measures;
    private readonly WordSet _people;
    private readonly WordSet _dong;

    public UnitReader(QuantityGrammar amounts, Vocabulary.Builder words)
    {
        _amounts = amounts;
        foreach (string unit in DataTable.Load("units").Column("unit").Concat(DataTable.Load("counted-nouns").Column("noun")))
        {
            _written.TryAdd(unit, unit);
            _exact.Add(unit);
        }

        _measures = new HashSet<string>(DataTable.Load("units").Column("unit"), StringComparer.OrdinalIgnoreCase);
        _people = words.AddSet("người", "hộ");
        _dong = words.AddSet("đ", "đồng");

        // “trđ”, “tr.đ”, “ng.đ”: how accounts shorten millions and thousands of đồng.
        foreach ((string word, decimal scale) in new[] { ("trđ", 1e6m), ("trđồng", 1e6m), ("ngđ", 1e3m), ("tỷđ", 1e9m) })
        {
            _short.Add(words.Add(word), (scale, true));
        }

        foreach ((string word, decimal scale) in new[] { ("tr", 1e6m), ("ng", 1e3m) })
        {
            _short.Add(words.Add(word), (scale, false));
        }
    }

    /// <summary>Reads the unit that fills a stretch of a head or a cell.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sentence">The head.</param>
    /// <param name="first">Its first token.</param>
    /// <param name="end">One past its last.</param>
    /// <param name="isTold">Whether a unit is announced there (<c>Đơn vị tính:</c>): then it may be a word that no lexicon has.</param>
    public TableUnit Read(TokenizedDocument document, Sentence sentence, int first, int end, bool isTold)
    {
        while (first < end && sentence[first].IsMark && sentence.Text[sentence[first].Start] is not ('%' or '‰'))
        {
            first++;
        }

        if (first >= end)
        {
            return default;
        }

        return Read(Lower(document, sentence, first, end), isTold);
    }

    // Capitals say nothing in heads: the words are looked at as if running text had them.
    private static Sentence Lower(TokenizedDocument document, Sentence sentence, int first, int end)
    {
        ImmutableArray<Token>.Builder lower = ImmutableArray.CreateBuilder<Token>(end - first);
        for (int i = first; i < end; i++)
        {
            Token token = sentence[i];
            lower.Add(token with { Traits = (token.Traits & ~TokenTraits.Capitalised) | (i == first ? TokenTraits.SpaceBefore : 0) });
        }

        TokenizedDocument part = new(document.Document, lower.MoveToImmutable(), [new SentenceRange(0, end - first, sentence.BlockIndex)]);
        return part.SentenceAt(0);
    }

    /// <summary>Whether it is a measure or a currency, and not a thing counted.</summary>
    public bool IsMeasure(TableUnit unit) => unit.Text is "%" or "‰" || _measures.Contains(unit.Text.Split('/')[0]);

    /// <summary>The known noun that begins at a place: <c>Số hộ nghèo</c> counts <c>hộ nghèo</c>.</summary>
    public TableUnit Counted(Sentence sentence, int at)
    {
        ReadUnit unit = _amounts.UnitAt(sentence, at);
        return unit.Kind is UnitKind.None or UnitKind.Unknown ? default : new TableUnit(AsWritten(QuantityGrammar.Text(sentence, unit)), 1);
    }

    /// <summary>The known noun that a label is, or begins with where it cannot be part of another word: <c>Học sinh</c>, <c>Hộ nghèo cuối năm</c>.</summary>
    public TableUnit Named(TokenizedDocument document, Sentence sentence, int first, int end)
    {
        if (first >= end || !sentence[first].IsWord)
        {
            return default;
        }

        Sentence words = Lower(document, sentence, first, end);
        ReadUnit unit = _amounts.UnitAt(words, 0);
        bool whole = unit.Kind switch
        {
            UnitKind.Thing or UnitKind.Pairing or UnitKind.Noun => unit.End == words.Count || unit.End >= 2 || _people.Contains(words[0]),
            UnitKind.Measure => unit.End >= 2,
            _ => false,
        };
        return whole ? new TableUnit(AsWritten(TextOf(words, 0, unit.End)), 1) : default;
    }

    private TableUnit Read(Sentence words, bool isTold)
    {
        int at = 0;
        decimal scale = 1;
        if (words[0].IsNumber)
        {
            ReadNumber number = _amounts.Numbers.FiguresAt(words, 0);
            if (number.End == 0 || !IsPowerOfTen(number.Value))
            {
                return default;
            }

            (scale, at) = (number.Value, number.End);
        }
        else if (_short.TryGetValue(words[0].Word, out (decimal Scale, bool Whole) cut))
        {
            int next = words[1].IsMark ? 2 : 1;
            if (cut.Whole)
            {
                return new TableUnit("đồng", cut.Scale);
            }

            if (!_dong.Contains(words[next]))
            {
                return default;
            }

            (scale, at) = (cut.Scale, next);
        }
        else if (_amounts.Numbers.ScaleAt(words, 0, out int past) is var told and > 0)
        {
            (scale, at) = (told, past);
        }

        if (at >= words.Count || (words[at].IsMark && words.Text[words[at].Start] is not ('%' or '‰')))
        {
            return isTold && at > 0 ? new TableUnit("", scale) : default;
        }

        ReadUnit unit = _amounts.UnitAt(words, at);
        int end = unit.End > 0 && (unit.Kind != UnitKind.Unknown || isTold) ? unit.End : at;
        if (end < words.Count && words[end].IsWord)
        {
            // More words than the unit that is known: an unknown unit, or no unit at all.
            if (!isTold)
            {
                return default;
            }

            while (end < words.Count && (words[end].IsWord || (words[end].IsMark && words.Surface(end) is "/" or "-")))
            {
                end++;
            }
        }

        return end > at && end - at <= 2 * MostWords ? new TableUnit(AsWritten(TextOf(words, at, end)), scale) : default;
    }

    private static bool IsPowerOfTen(decimal value)
    {
        while (value >= 10 && value % 10 == 0)
        {
            value /= 10;
        }

        return value == 1;
    }

    private static string TextOf(Sentence words, int first, int end)
    {
        StringBuilder text = new();
        for (int i = first; i < end; i++)
        {
            if (i > first && words[i].SpaceBefore)
            {
                text.Append(' ');
            }

            text.Append(words.Surface(i));
        }

        return text.ToString();
    }

    // “Tấn” → “tấn”, “Tạ/Ha” → “tạ/ha”, “NGƯỜI” → “người”; “USD” stays.
    private string AsWritten(string unit)
    {
        if (unit.Contains('/', StringComparison.Ordinal))
        {
            return string.Join('/', unit.Split('/').Select(part => AsWritten(part.Trim())));
        }

        if (unit is "đ" or "Đ")
        {
            return "đồng";
        }

        if (_exact.Contains(unit))
        {
            return unit;
        }

        if (_written.TryGetValue(unit, out string? known))
        {
            return known;
        }

        return unit.Length > 1 && char.IsUpper(unit[0]) && !char.IsUpper(unit[1]) ? char.ToLowerInvariant(unit[0]) + unit[1..] : unit;
    }
}
