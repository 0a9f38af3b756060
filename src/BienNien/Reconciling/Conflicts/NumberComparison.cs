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
            // “35 vạn” and “350.000”, “1,2 tấn” and “1.200 kg”.
            bool otherMeasure = otherUnit && CountedNouns.Measure(a.Unit) == CountedNouns.Measure(b.Unit) && first != a.Value;
            return a.Mod != b.Mod ? (ValueRelation.Compatible, JudgementReason.Rounding)
                : otherMeasure || (a.Scaled != b.Scaled && first >= 1000) ? (ValueRelation.Compatible, JudgementReason.Unit)
                : (ValueRelation.Same, default);
        }

        if (a.To is not null || b.To is not null)
        {
            return lowA <= highB && lowB <= highA ? (ValueRelation.Compatible, JudgementReason.Precision) : (ValueRelation.Contrary, JudgementReason.Contradiction);
        }

        // Both are limits: neither rounds the other.
        bool limits = a.Mod == b.Mod && a.Mod is TimexMod.MoreThan or TimexMod.LessThan or TimexMod.EqualOrMore or TimexMod.EqualOrLess;
        return !limits && Rounds(first, stepA, a.Mod, second, stepB) || (!limits && Rounds(second, stepB, b.Mod, first, stepA))
            ? (ValueRelation.Compatible, JudgementReason.Rounding)
            : (ValueRelation.Contrary, JudgementReason.Contradiction);
    }

    /// <summary>
    /// Whether two numbers that differ look like one that was copied wrongly: the same digits in another order (<c>8.312</c>, <c>8.132</c>), one digit
    /// other, or a nought or point misplaced (<c>3,5 vạn</c>, <c>35 vạn</c>).
    /// </summary>
    internal static bool IsSlip(in StatedNumber a, in StatedNumber b)
    {
        string one = Digits(a.Value);
        string other = Digits(b.Value);
        if (one.Length < 2 || other.Length < 2)
        {
            return false;
        }

        if (one.Length != other.Length)
        {
            return one.Trim('0') == other.Trim('0') && one.Trim('0').Length >= 2;
        }

        int different = 0;
        for (int i = 0; i < one.Length; i++)
        {
            different += one[i] == other[i] ? 0 : 1;
        }

        return (different == 1 && one.Length >= 3) || (different == 2 && string.Concat(one.Order()) == string.Concat(other.Order()));
    }

    private static string Digits(decimal? value) =>
        value is { } number ? number.ToString(System.Globalization.CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal) : "";

    private static (decimal Low, decimal High) Range(decimal value, decimal? to) => (value, to ?? value);

    // Whether the first is a rounding of the second.
    private static bool Rounds(decimal rough, decimal step, TimexMod mod, decimal exact, decimal exactStep)
    {
        decimal difference = exact - rough;

        // “hơn 2.000” is said of 2.478 as well, “hơn 2.400” is not said of 2.900.
        decimal room = Math.Max(rough * 0.12m, step / 2);
        return mod switch
        {
            TimexMod.MoreThan or TimexMod.EqualOrMore => difference > 0 && difference < room,
            TimexMod.LessThan or TimexMod.EqualOrLess => difference < 0 && -difference < room,
            TimexMod.Approx => Math.Abs(difference) <= Math.Max(step / 2, rough * 0.05m),
            _ => step > exactStep && step >= 10 && Math.Abs(difference) * 2 <= step && Math.Abs(difference) <= rough * 0.02m,
        };
    }
}
