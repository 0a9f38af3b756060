using BienNien.Finding.Quantities;
using BienNien.Time;

namespace BienNien.Reconciling.Conflicts;

/// <summary>Compares numbers with their units, shades and the steps that their words tell apart.</summary>
internal sealed class NumberComparison(UnitTable units)
{
    /// <summary>How two numbers stand to each other, when both measure one thing.</summary>
    internal (ValueRelation Relation, JudgementReason Reason) Compare(in StatedNumber a, in StatedNumber b)
    {
        if (a.Value is not { } first || b.Value is not { } second)
        {
            return (ValueRelation.Unknown, default);
        }

        (decimal stepA, decimal stepB) = (a.Step, b.Step);
        bool otherUnit = !string.Equals(a.Unit, b.Unit, StringComparison.Ordinal);
        if (otherUnit)
        {
            UnitMeasure from = units.Find(a.Unit);
            UnitMeasure to = units.Find(b.Unit);
            if (from.Canonical != to.Canonical && from.ConvertsTo(to))
            {
                decimal factor = from.Convert(1, to);
                first *= factor;
                stepA *= factor;
            }
        }

        if (Range(first, a.To) is var (lowA, highA) && Range(second, b.To) is var (lowB, highB) && lowA == lowB && highA == highB)
        {
            // “35 vạn” and “350.000”: told by the span, the caller has seen that the words differ.
            return a.Mod == b.Mod || (Plain(a.Mod) && Plain(b.Mod)) ? (ValueRelation.Same, JudgementReason.Unit) : (ValueRelation.Compatible, JudgementReason.Rounding);
        }

        if (a.To is not null || b.To is not null)
        {
            return lowA <= highB && lowB <= highA ? (ValueRelation.Compatible, JudgementReason.Precision) : (ValueRelation.Contrary, JudgementReason.Contradiction);
        }

        return Rounds(first, stepA, a.Mod, second, stepB) || Rounds(second, stepB, b.Mod, first, stepA)
            ? (ValueRelation.Compatible, JudgementReason.Rounding)
            : (ValueRelation.Contrary, JudgementReason.Contradiction);
    }

    /// <summary>Whether two units can measure one thing: the same words, or units of one dimension.</summary>
    internal bool Meet(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal))
        {
            return true;
        }

        UnitMeasure one = units.Find(a);
        UnitMeasure other = units.Find(b);
        return one.ConvertsTo(other);
    }

    private static (decimal Low, decimal High) Range(decimal value, decimal? to) => (value, to ?? value);

    private static bool Plain(TimexMod mod) => mod is TimexMod.None;

    // Whether the first is a rounding of the second.
    private static bool Rounds(decimal rough, decimal step, TimexMod mod, decimal exact, decimal exactStep)
    {
        decimal difference = exact - rough;
        return mod switch
        {
            TimexMod.MoreThan or TimexMod.EqualOrMore => difference > 0 && (difference <= step || difference <= rough * 0.1m),
            TimexMod.LessThan or TimexMod.EqualOrLess => difference < 0 && (-difference <= step || -difference <= rough * 0.1m),
            TimexMod.Approx => Math.Abs(difference) <= Math.Max(step, rough * 0.05m),
            _ => step > exactStep && step >= 10 && Math.Abs(difference) * 2 <= step && Math.Abs(difference) <= rough * 0.02m,
        };
    }
}
