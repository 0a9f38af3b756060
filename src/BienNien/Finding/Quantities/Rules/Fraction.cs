using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Quantities.Rules;

/// <summary>QTY004. So many of so many: “156/187 cơ sở”, “3/4 số hộ”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: Fraction.md, beside this file.</remarks>
internal sealed class Fraction(QuantityGrammar amounts) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("QTY004");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Numbers;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        ReadNumber part = amounts.Numbers.FiguresAt(sentence, at);
        if (part.End == 0 || sentence[part.End] is not { IsMark: true, Length: 1 } slash || sentence.Text[slash.Start] != '/' || !sentence[part.End + 1].IsNumber)
        {
            return;
        }

        ReadNumber whole = amounts.Numbers.FiguresAt(sentence, part.End + 1);
        ReadUnit unit = amounts.WholeAt(sentence, whole.End);
        if (whole.Value < part.Value || whole.Value == 0 || !unit.IsKnown || (unit.Measures && whole.Value <= 31) || amounts.IsName(sentence, at, whole, unit))
        {
            return;
        }

        // What could be a day and a month must be a share of something that is shared: “2/9 nhân dân” is a holiday.
        if (whole.Value <= 12 && !(part.Value < whole.Value && amounts.CanBeShared(sentence[unit.First])))
        {
            return;
        }

        // “3.000/4.000 tỷ đồng”: the scale is that of both.
        decimal value = whole.Scaled && !part.Scaled ? part.Value * whole.Scale : part.Value;
        int first = amounts.ModifierBefore(sentence, at, 100, unit, out TimexMod mod);
        found.Add(sentence, MentionKind.Quantity, first, unit.End, new QuantityValue(value, QuantityGrammar.Text(sentence, unit), mod) { Of = whole.Value, Dress = part.Dress is NumberDress.Plain or NumberDress.Ambiguous && whole.Dress is not NumberDress.Plain ? whole.Dress : part.Dress });
    }
}
