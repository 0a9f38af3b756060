using System.Globalization;
using System.Text;

namespace BienNien.Time;

/// <summary>The unit of a length of time.</summary>
public enum DurationUnit
{
    /// <summary>ISO letter Y.</summary>
    Year,

    /// <summary>ISO letter M, before the T.</summary>
    Month,

    /// <summary>ISO letter W.</summary>
    Week,

    /// <summary>ISO letter D.</summary>
    Day,

    /// <summary>ISO letter H, after the T.</summary>
    Hour,

    /// <summary>ISO letter M, after the T.</summary>
    Minute,

    /// <summary>ISO letter S, after the T.</summary>
    Second,
}

/// <summary>
/// A length of time as ISO 8601 writes it (<c>P93Y</c>, <c>P1Y6M</c>, <c>PT30M</c>), or with TIMEX3's X for an amount that is not told: <c>PXY</c>.
/// </summary>
/// <remarks>
/// <c>default</c> is <c>P0Y</c>. Amounts are kept as said: 36 months is not 3 years, and the two are not equal. At most two units, as in “hai năm sáu tháng”.
/// </remarks>
public readonly record struct IsoDuration
{
    private IsoDuration(decimal? amount, DurationUnit unit, int second, DurationUnit secondUnit)
    {
        HasUnknownAmount = amount is null;
        Amount = amount ?? 0;
        Unit = unit;
        SecondAmount = second;
        SecondUnit = second == 0 ? default : secondUnit;
    }

    /// <summary>How many of <see cref="Unit"/>; 0 when the amount is not told.</summary>
    public decimal Amount { get; }

    /// <summary>The unit, or the larger of two.</summary>
    public DurationUnit Unit { get; }

    /// <summary>How many of <see cref="SecondUnit"/> besides; 0 when there is but one unit.</summary>
    public int SecondAmount { get; }

    /// <summary>The smaller unit; meaningless while <see cref="SecondAmount"/> is 0.</summary>
    public DurationUnit SecondUnit { get; }

    /// <summary>Whether the amount is an X: “mấy năm”, “nhiều tháng”.</summary>
    public bool HasUnknownAmount { get; }

    /// <summary>So many of a unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static IsoDuration Of(decimal amount, DurationUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new(amount, unit, 0, default);
    }

    /// <summary>Some of a unit, no telling how many.</summary>
    public static IsoDuration Unknown(DurationUnit unit) => new(null, unit, 0, default);

    /// <summary>The same with a smaller unit after it: two years <c>And</c> six months.</summary>
    /// <exception cref="ArgumentException">The unit is not smaller than the first, or the first amount is unknown or not whole.</exception>
    public IsoDuration And(int amount, DurationUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return HasUnknownAmount || Amount != decimal.Truncate(Amount) || unit <= Unit
            ? throw new ArgumentException("The second unit must be smaller, and the first amount a whole number.", nameof(unit))
            : new(Amount, Unit, amount, unit);
    }

    /// <summary>Reads the forms that <see cref="ToString"/> writes.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out IsoDuration duration)
    {
        duration = default;
        if (text.Length < 3 || text[0] != 'P')
        {
            return false;
        }

        text = text[1..];
        var clock = false;
        var parts = 0;
        IsoDuration read = default;
        while (text.Length > 0)
        {
            if (text[0] == 'T' && !clock)
            {
                clock = true;
                text = text[1..];
                continue;
            }

            var unknown = text[0] == 'X';
            var digits = unknown ? 1 : 0;
            while (!unknown && digits < text.Length && (char.IsAsciiDigit(text[digits]) || text[digits] == '.'))
            {
                digits++;
            }

            if (digits < 1 || digits >= text.Length || UnitOf(text[digits], clock) is not { } unit)
            {
                return false;
            }

            decimal amount = 0;
            if (!unknown && !decimal.TryParse(text[..digits], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount))
            {
                return false;
            }

            if (parts == 0)
            {
                read = unknown ? Unknown(unit) : Of(amount, unit);
            }
            else if (parts > 1 || unknown || read.HasUnknownAmount || amount is 0 or > int.MaxValue || unit <= read.Unit
                     || amount != decimal.Truncate(amount) || read.Amount != decimal.Truncate(read.Amount))
            {
                return false;
            }
            else
            {
                read = read.And((int)amount, unit);
            }

            parts++;
            text = text[(digits + 1)..];
        }

        duration = read;
        return parts > 0;
    }

    /// <summary>The ISO 8601 text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("P");
        Append(text, HasUnknownAmount ? "X" : Amount.ToString("0.############", CultureInfo.InvariantCulture), Unit, clock: false);
        if (SecondAmount > 0)
        {
            Append(text, SecondAmount.ToString(CultureInfo.InvariantCulture), SecondUnit, clock: Unit >= DurationUnit.Hour);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string amount, DurationUnit unit, bool clock)
    {
        if (unit >= DurationUnit.Hour && !clock)
        {
            text.Append('T');
        }

        text.Append(amount).Append("YMWDHMS"[(int)unit]);
    }

    private static DurationUnit? UnitOf(char letter, bool clock) => (letter, clock) switch
    {
        ('Y', false) => DurationUnit.Year,
        ('M', false) => DurationUnit.Month,
        ('W', false) => DurationUnit.Week,
        ('D', false) => DurationUnit.Day,
        ('H', true) => DurationUnit.Hour,
        ('M', true) => DurationUnit.Minute,
        ('S', true) => DurationUnit.Second,
        _ => null,
    };
}
