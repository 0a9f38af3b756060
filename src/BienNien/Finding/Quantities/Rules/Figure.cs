using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY001. An amount in figures: “gần 2.500 cán bộ”, “26,7 triệu đồng/người/năm”, “01 - 02 nhiệm vụ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Figure.md, beside this file.</remarks>
internal sealed class Figure(QuantityGrammar amounts, Vocabulary.Builder words) : IMentionRule
{
    private readonly WordSet _to = words.AddSet("đến", "tới", "-", "–");

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

        ReadNumber upper = UpperEnd(sentence, number, out int next);
        ReadUnit unit = amounts.UnitAt(sentence, next);
        if (IsOtherThanAmount(sentence, at, next, number, upper, unit) || amounts.IsName(sentence, at, unit.Kind))
        {
            return;
        }

        int first = amounts.ModifierBefore(sentence, at, number.Value, unit.Kind, out TimexMod mod);
        if (first < at && amounts.IsName(sentence, first, unit.Kind) && !sentence[first - 1].Capitalised)
        {
            return;
        }

        if (unit.End == 0 && !number.Grouped && !number.Scaled && mod == TimexMod.None)
        {
            return;
        }

        decimal value = number.Value;
        if (upper.Scaled && !number.Scaled && number.Value > 0 && upper.Value > 1000 * number.Value)
        {
            // “5 - 7 triệu đồng”: the scale of the upper end is that of both.
            decimal scale = 1;
            for (int i = number.End + 1; i < next && scale == 1; i++)
            {
                scale = amounts.Numbers.ScaleAt(sentence, i, out _) is var read and > 0 ? read : 1;
            }

            value *= scale;
        }

        found.Add(sentence, MentionKind.Quantity, first, unit.End > 0 ? unit.End : next, new QuantityValue(value, QuantityGrammar.Text(sentence, unit), mod)
        {
            To = upper.End > 0 ? upper.Value : null,
        });
    }

    private ReadNumber UpperEnd(Sentence sentence, ReadNumber number, out int next)
    {
        next = number.End;
        if (!_to.Contains(sentence[next]) || !sentence[next + 1].IsNumber)
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

    private bool IsOtherThanAmount(Sentence sentence, int at, int next, ReadNumber number, ReadNumber upper, ReadUnit unit)
    {
        Token after = sentence[next];
        if (after.IsNumber || (IsDateMark(sentence, next) && !sentence[next].SpaceBefore) || amounts.IsTimeWord(after) && unit.End == 0)
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
            : unit.Kind != UnitKind.Measure && number.Value is >= 1858 and < 2100 && !amounts.IsPerson(sentence[unit.First]));
        if (year || IsAloneOnItsLine(sentence, at))
        {
            return true;
        }

        // In quotation marks a number with an unknown word is a slogan: “4 tốt”.
        return unit.Kind == UnitKind.Unknown && sentence[at - 1].IsMark && sentence.Surface(at - 1) is "“" or "\"" or "‘";
    }

    // A page number that the reader of the file took for text.
    private static bool IsAloneOnItsLine(Sentence sentence, int at) =>
        (sentence[at].Traits & TokenTraits.LineBefore) != 0 && (sentence[at + 1].Traits & TokenTraits.LineBefore) != 0;

    private static bool IsDateMark(Sentence sentence, int at) =>
        sentence[at] is { IsMark: true, Length: 1 } mark && sentence.Text[mark.Start] is '/' or '-' && !sentence[at + 1].SpaceBefore && (sentence[at + 1].IsNumber || sentence[at + 1].IsWord);
}
