using System.Globalization;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Time;

namespace BienNien.Checking.Arithmetic;

/// <summary>The numbers that a written figure can stand for, given its decimals and the words before it.</summary>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The greatest; not less than <paramref name="Least"/>.</param>
/// <remarks>Arithmetic on ranges: a result lies in a range whatever was rounded, so that only what cannot be right is reported.</remarks>
internal readonly record struct FigureRange(decimal Least, decimal Most)
{
    // “hơn 70”, “gần 200”, “khoảng 1.910”: how far a writer goes from the round number, as a part of it.
    private const decimal Round = 0.15m;

    /// <summary>Whether both have a number in common.</summary>
    public bool Meets(FigureRange other) => Least <= other.Most && other.Least <= Most;

    /// <summary>The range of a quotient; null when the divisor can be 0.</summary>
    public static FigureRange? operator /(FigureRange left, FigureRange right) =>
        right.Least <= 0 || left.Least < 0 ? null : new FigureRange(left.Least / right.Most, left.Most / right.Least);

    /// <summary>The range of a difference.</summary>
    public static FigureRange operator -(FigureRange left, FigureRange right) => new(left.Least - right.Most, left.Most - right.Least);

    /// <summary>The range a number of times as large.</summary>
    public FigureRange Times(decimal factor) => new(Least * factor, Most * factor);

    /// <summary>The range moved.</summary>
    public FigureRange Plus(decimal amount) => new(Least + amount, Most + amount);

    /// <summary>What a figure used in a computation can be; null when it says no number.</summary>
    /// <param name="value">The figure's value, scale resolved.</param>
    /// <param name="mod">The words before it.</param>
    /// <param name="step">What one of its last written digit is worth: 0.01 for “1.382,08 tấn”, 100 million for “2,4 tỷ đồng”; 0 for a count.</param>
    public static FigureRange? OfFigure(decimal value, TimexMod mod, decimal step) => mod switch
    {
        TimexMod.None => new(value - (step / 2), value + (step / 2)),
        TimexMod.MoreThan or TimexMod.EqualOrMore => new(value, value * (1 + Round)),
        TimexMod.LessThan or TimexMod.EqualOrLess => new(value * (1 - Round), value),
        TimexMod.Approx => new(value * (1 - Round), value * (1 + Round)),
        _ => null,
    };

    /// <summary>The results of a computation that a written share, growth or ratio can tell: rounded or cut off, by its decimals.</summary>
    /// <param name="value">The percentage or number of times.</param>
    /// <param name="mod">The words before it.</param>
    /// <param name="decimals">How many decimals it is written with.</param>
    /// <param name="times">Whether it is a number of times, which is rounded coarsely.</param>
    public static FigureRange? OfResult(decimal value, TimexMod mod, int decimals, bool times)
    {
        decimal step = 1m;
        for (int i = 0; i < decimals; i++)
        {
            step /= 10;
        }

        decimal below = times && decimals == 0 ? step / 2 : step;
        decimal wide = Math.Max(value * Round, times ? 0.5m : 1m);
        return mod switch
        {
            TimexMod.None => new(value - below, value + step),
            // “hơn 80%” of 83 is right, of 79,96 too; how far above is for the writer to say.
            TimexMod.MoreThan or TimexMod.EqualOrMore => new(value - (below / 2), (value * (1 + Round)) + (times ? 1m : 5m)),
            TimexMod.LessThan or TimexMod.EqualOrLess => new(value - Math.Max(wide, times ? 1m : 5m), value + (step / 2)),
            TimexMod.Approx => new(value - wide, value + wide),
            _ => null,
        };
    }
}

/// <summary>A QUANTITY as a computation sees it.</summary>
/// <param name="Mention">Where it stands.</param>
/// <param name="Value">Its meaning.</param>
/// <param name="Decimals">How many decimals are written.</param>
/// <param name="Step">What one of the last written digit is worth.</param>
internal sealed record Figure(Mention Mention, QuantityValue Value, int Decimals, decimal Step)
{
    public bool IsPercent => Value.Unit == "%";

    public bool IsTimes => Value.Unit == "lần";

    /// <summary>The numbers that it can stand for; for a fraction its upper part.</summary>
    public FigureRange? Range => Value.To is null && Value.Value is { } value ? FigureRange.OfFigure(value, Value.Mod, Step) : null;

    /// <summary>For a fraction, the whole.</summary>
    public FigureRange? Whole => Value.Of is { } of ? FigureRange.OfFigure(of, TimexMod.None, Step) : null;

    /// <summary>The results that it can tell, for a percentage or a number of times.</summary>
    public FigureRange? Result =>
        Value.To is null && Value.Of is null && Value.Value is { } value ? FigureRange.OfResult(value, Value.Mod, Decimals, IsTimes) : null;

    /// <summary>Reads the decimals of a figure from its words.</summary>
    public static Figure Of(Mention mention, QuantityValue value, ReadOnlySpan<char> surface)
    {
        if (!TryReadWritten(surface, out decimal written, out int decimals) || written == 0 || value.Value is not { } meant)
        {
            return new Figure(mention, value, decimals, 0);
        }

        decimal scale = meant / written;
        decimal step = scale;
        for (int i = 0; i < decimals; i++)
        {
            step /= 10;
        }

        // A whole number without a scale word is a count, and exact.
        return new Figure(mention, value, decimals, decimals == 0 && scale == 1 ? 0 : step);
    }

    /// <summary>Reads the first number of a text as it is written, without scale words.</summary>
    public static bool TryReadWritten(ReadOnlySpan<char> surface, out decimal written, out int decimals)
    {
        (written, decimals) = (0, 0);
        int first = surface.IndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return false;
        }

        int end = first;
        while (end < surface.Length && (char.IsAsciiDigit(surface[end]) || (surface[end] is '.' or ',' && end + 1 < surface.Length && char.IsAsciiDigit(surface[end + 1]))))
        {
            end++;
        }

        // The comma opens the decimals; a point groups thousands unless other than three digits follow it.
        ReadOnlySpan<char> digits = surface[first..end];
        int comma = digits.LastIndexOf(',');
        int point = digits.LastIndexOf('.');
        int mark = comma >= 0 ? comma : point >= 0 && digits.Length - point - 1 != 3 ? point : -1;
        decimals = mark < 0 ? 0 : digits.Length - mark - 1;
        System.Text.StringBuilder plain = new(digits.Length);
        for (int i = 0; i < digits.Length; i++)
        {
            if (char.IsAsciiDigit(digits[i]))
            {
                plain.Append(digits[i]);
            }
            else if (i == mark)
            {
                plain.Append('.');
            }
        }

        return decimal.TryParse(plain.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out written);
    }
}
