using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY001. An amount in figures: “gần 2.500 cán bộ”, “26,7 triệu đồng/người/năm”, “01 - 02 nhiệm vụ”, “05 (năm) hồ sơ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Figure.md, beside this file.</remarks>
internal sealed class Figure(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    private const int MostListed = 5;
    private const int InTurnWithin = 10;
    private const int LargestSlogan = 12;

    private readonly WordSet _to = words.AddSet("đến", "tới", "-", "–");
    private readonly WordSet _listing = words.AddSet(",", "và");
    private readonly WordSet _degrees = words.AddSet("°", "độ");
    private readonly WordSet _streets = words.AddSet("phố", "đường", "ngõ", "nhà");
    private readonly int _and = words.Add("và");
    private readonly int _between = words.Add("giữa");
    private readonly int _minus = words.Add("âm");
    private readonly ImmutableArray<int> _inTurn = words.AddPhrase("lần lượt");

    /// <inheritdoc/>
    public RuleId Id { get; } = new("QTY001");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Numbers;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        ReadNumber number = amounts.Numbers.FiguresAt(sentence, at);
        if (number.End == 0 || (sentence[at].Length > 2 && sentence.Text[sentence[at].Start] == '0'))
        {
            return;
        }

        if (SplitAt(sentence, at, out decimal whole, out string split, out int splitEnd))
        {
            found.Add(sentence, MentionKind.Quantity, at, splitEnd, new QuantityValue(whole, split));
            return;
        }

        number = number with { End = AfterWords(sentence, number) };
        ReadNumber upper = UpperEnd(sentence, at, number, out int next);
        ReadUnit unit = amounts.Fitting(sentence, amounts.UnitAt(sentence, next), number.Value);
        if (upper.End == 0 && unit.End > 0)
        {
            upper = UpperAmount(sentence, unit, number, out ReadUnit other);
            unit = other.End > 0 ? other : unit;
        }

        if (IsOtherThanAmount(sentence, at, next, number, upper, unit) || amounts.IsName(sentence, at, number, unit))
        {
            return;
        }

        ReadUnit listed = unit.End == 0 && upper.End == 0 ? ListedUnit(sentence, at, next) : default;
        int first = amounts.ModifierBefore(sentence, at, number.Value, unit, out TimexMod mod);
        if (first < at && !sentence[first - 1].IsNumber && amounts.IsName(sentence, first, number, unit) && !sentence[first - 1].Capitalised)
        {
            return;
        }

        if (unit.End == 0 && listed.End == 0 && !number.Grouped && !number.Scaled && !upper.Scaled && mod == TimexMod.None)
        {
            return;
        }

        decimal value = LowerEnd(sentence, number, upper, next);
        int end = unit.End > 0 ? unit.End : next;
        if (unit.Measures && !number.Scaled && upper.End == 0 && amounts.Numbers.IsHalf(sentence, end))
        {
            // “2 đồng rưỡi”
            value += 0.5m;
            end++;
        }

        first = WithSign(sentence, first, at, unit, ref value);
        end = amounts.ModifierAfter(sentence, end, ref mod);
        found.Add(sentence, MentionKind.Quantity, first, end, new QuantityValue(value, QuantityGrammar.Text(sentence, listed.End > 0 ? listed : unit), mod)
        {
            To = upper.End > 0 ? upper.Value : null,
            Dress = Dressed(number.Dress, upper.Dress),
        });
    }

    // “1m58”, “4đ5”, “2$50”: the unit stands where the decimal mark would.
    private static bool SplitAt(Sentence sentence, int at, out decimal value, out string unit, out int end)
    {
        value = sentence[at].Number;
        unit = "";
        end = at + 2;
        ReadOnlySpan<char> after = sentence.Surface(at + 1);
        if (sentence[at].Length > 3 || sentence[at + 1].SpaceBefore || after.IsEmpty || after is "m2" or "m3" || after[0] is not ('m' or 'đ' or '$'))
        {
            return false;
        }

        unit = after[0] switch { 'm' => "m", 'đ' => "đ", _ => "$" };
        ReadOnlySpan<char> decimals = after[1..];
        if (after is "$" && sentence[at + 2] is { IsNumber: true, SpaceBefore: false })
        {
            decimals = sentence.Surface(at + 2);
            end = at + 3;
        }

        decimal part = 1;
        foreach (char figure in decimals)
        {
            if (!char.IsAsciiDigit(figure))
            {
                return false;
            }

            part /= 10;
            value += part * (figure - '0');
        }

        return decimals.Length is 1 or 2;
    }

    // “05 (năm) hồ sơ”: the number once more, in words.
    private int AfterWords(Sentence sentence, ReadNumber number)
    {
        if (sentence[number.End] is not { IsMark: true } open || sentence.Text[open.Start] != '(')
        {
            return number.End;
        }

        ReadNumber again = amounts.Numbers.WordsAt(sentence, number.End + 1);
        return again.End > 0 && again.Value == number.Value && sentence[again.End] is { IsMark: true } close && sentence.Text[close.Start] == ')' ? again.End + 1 : number.End;
    }

    private ReadNumber UpperEnd(Sentence sentence, int at, ReadNumber number, out int next)
    {
        next = number.End;
        bool joined = _to.Contains(sentence[next]) || (sentence[next].Word == _and && sentence[at - 1].Word == _between);
        if (!joined || !sentence[next + 1].IsNumber)
        {
            return default;
        }

        ReadNumber upper = amounts.Numbers.FiguresAt(sentence, next + 1);
        if (upper.End == 0 || upper.Value <= number.Value || IsDateMark(sentence, upper.End))
        {
            return default;
        }

        next = upper.End;
        return upper;
    }

    // “1,2 tỷ đồng đến 1,5 tỷ đồng”, “25% - 27%”: the unit with either end.
    private ReadNumber UpperAmount(Sentence sentence, ReadUnit unit, ReadNumber number, out ReadUnit other)
    {
        other = default;
        if (!_to.Contains(sentence[unit.End]) || !sentence[unit.End + 1].IsNumber)
        {
            return default;
        }

        ReadNumber upper = amounts.Numbers.FiguresAt(sentence, unit.End + 1);
        ReadUnit read = upper.End > 0 && upper.Value > number.Value ? amounts.UnitAt(sentence, upper.End) : default;
        if (!unit.IsKnown || !QuantityGrammar.AreSame(sentence, unit, read))
        {
            return default;
        }

        other = read;
        return upper;
    }

    // “5 - 7 triệu đồng”: the scale of the upper end is that of both.
    private decimal LowerEnd(Sentence sentence, ReadNumber number, ReadNumber upper, int next)
    {
        if (!upper.Scaled || number.Scaled || number.Value == 0 || upper.Value <= 1000 * number.Value)
        {
            return number.Value;
        }

        for (int i = number.End + 1; i < next; i++)
        {
            if (amounts.Numbers.ScaleAt(sentence, i, out _) is var scale and > 0)
            {
                return number.Value * scale;
            }
        }

        return number.Value;
    }

    // “lần lượt có 7, 9 và 11 hộ”: the unit stands with the last one.
    private ReadUnit ListedUnit(Sentence sentence, int at, int end)
    {
        int before = at - 1;
        while (before >= 0 && before > at - InTurnWithin && !sentence.Has(before, _inTurn.AsSpan()))
        {
            before--;
        }

        if (!sentence.Has(before, _inTurn.AsSpan()))
        {
            return default;
        }

        for (int listed = 1; listed < MostListed && _listing.Contains(sentence[end]) && sentence[end + 1].IsNumber; listed++)
        {
            ReadNumber number = amounts.Numbers.FiguresAt(sentence, end + 1);
            ReadUnit unit = amounts.UnitAt(sentence, number.End);
            if (unit.End > 0)
            {
                return unit.IsKnown ? unit : default;
            }

            end = number.End;
        }

        return default;
    }

    // “-2°C”, “±0,5%”, “âm 5 độ C”
    private int WithSign(Sentence sentence, int first, int at, ReadUnit unit, ref decimal value)
    {
        if (first < at || at == 0 || !unit.Measures)
        {
            return first;
        }

        Token sign = sentence[at - 1];
        bool degrees = _degrees.Contains(sentence[unit.First]);
        if (sign.Word == _minus && degrees)
        {
            value = -value;
            return at - 1;
        }

        if (!sign.IsMark || sign.Length != 1 || sentence[at].SpaceBefore || (!sign.SpaceBefore && at > 1))
        {
            return first;
        }

        char mark = sentence.Text[sign.Start];
        bool minus = mark is '-' or '−' or '–' && (degrees || ((sign.Traits & TokenTraits.LineBefore) == 0 && at > 1));
        value = minus ? -value : value;
        return minus || mark == '±' ? at - 1 : first;
    }

    private static NumberDress Dressed(NumberDress one, NumberDress other) =>
        one is NumberDress.Plain || (one is NumberDress.Ambiguous && other is not NumberDress.Plain) ? other : one;

    private bool IsOtherThanAmount(Sentence sentence, int at, int next, ReadNumber number, ReadNumber upper, ReadUnit unit)
    {
        Token after = sentence[next];
        if (after.IsNumber || (IsDateMark(sentence, next) && !sentence[next].SpaceBefore) || (amounts.IsTimeWord(after) && unit.End == 0))
        {
            return true;
        }

        // “1. Bối cảnh”, “2) …”
        if (at == 0 && after.IsMark && sentence.Surface(next) is "." or ")")
        {
            return true;
        }

        bool figures = sentence[at].Length == 4 && !number.Grouped && next == (upper.End > 0 ? upper.End : at + 1);
        bool year = figures && (unit.Kind is UnitKind.None or UnitKind.Unknown ? number.Value is >= 1000 and < 2200
            : !unit.Measures && number.Value is >= 1858 and < 2100 && !amounts.IsPerson(sentence[unit.First]));
        if (year || IsAloneOnItsLine(sentence, at))
        {
            return true;
        }

        // In quotation marks a number with an unknown word is a slogan: “4 tốt”.
        return (unit.Kind == UnitKind.Unknown && number.Value <= LargestSlogan && amounts.IsInQuotes(sentence, at)) || IsAddress(sentence, unit);
    }

    // “19 phố Hàng Bông”
    private bool IsAddress(Sentence sentence, ReadUnit unit) =>
        unit.End == unit.First + 1 && _streets.Contains(sentence[unit.First]) && sentence[unit.End].Capitalised;

    // A page number that the reader of the file took for text.
    private static bool IsAloneOnItsLine(Sentence sentence, int at) =>
        (sentence[at].Traits & TokenTraits.LineBefore) != 0 && (sentence[at + 1].Traits & TokenTraits.LineBefore) != 0;

    private static bool IsDateMark(Sentence sentence, int at) =>
        sentence[at] is { IsMark: true, Length: 1 } mark && sentence.Text[mark.Start] is '/' or '-' && !sentence[at + 1].SpaceBefore && (sentence[at + 1].IsNumber || sentence[at + 1].IsWord);
}
