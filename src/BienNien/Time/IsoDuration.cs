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
/// A length of time as ISO 8601 writes it (<c>P93Y</c>, <c>P4Y2M10D</c>, <c>PT1H52M7S</c>), or with TIMEX3's X for an amount that is not told: <c>PXY</c>.
/// </summary>
/// <remarks>
/// <c>default</c> is <c>P0Y</c>. Amounts are kept as said: 36 months is not 3 years, and the two are not equal. Only the largest amount may
/// have a fraction, and then it stands alone: <c>P0.5D</c>.
/// </remarks>
public readonly record struct IsoDuration
{
    private readonly Smaller _smaller;

    private IsoDuration(decimal? amount, DurationUnit unit, Smaller smaller)
    {
        HasUnknownAmount = amount is null;
        Amount = amount ?? 0;
        Unit = unit;
        _smaller = smaller;
    }

    /// <summary>How many of <see cref="Unit"/>; 0 when the amount is not told.</summary>
    public decimal Amount { get; }

    /// <summary>The unit, or the largest of several.</summary>
    public DurationUnit Unit { get; }

    /// <summary>Whether no smaller unit is told besides.</summary>
    public bool HasOneUnit => _smaller == default;

    /// <summary>Whether the amount is an X: “mấy năm”, “nhiều tháng”.</summary>
    public bool HasUnknownAmount { get; }

    /// <summary>How many of a unit are told: the first amount, or one after it; 0 for a unit that is not told.</summary>
    public decimal this[DurationUnit unit] => unit == Unit ? Amount : _smaller.Of(unit);

    /// <summary>So many of a unit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public static IsoDuration Of(decimal amount, DurationUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new(amount, unit, default);
    }

    /// <summary>Some of a unit, no telling how many.</summary>
    public static IsoDuration Unknown(DurationUnit unit) => new(null, unit, default);

    /// <summary>The same with a smaller unit after it: two years <c>And</c> six months <c>And</c> ten days. An amount of 0 changes nothing.</summary>
    /// <exception cref="ArgumentException">The unit is not smaller than those told, or the first amount is unknown or not whole.</exception>
    public IsoDuration And(int amount, DurationUnit unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return HasUnknownAmount || Amount != decimal.Truncate(Amount) || unit <= Smallest
            ? throw new ArgumentException("The next unit must be smaller, and the first amount a whole number.", nameof(unit))
            : new(Amount, Unit, _smaller.With(unit, amount));
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
            else if (unknown || read.HasUnknownAmount || amount is 0 or > int.MaxValue || unit <= read.Smallest
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
        var clock = false;
        Append(text, HasUnknownAmount ? "X" : Amount.ToString("0.############", CultureInfo.InvariantCulture), Unit, ref clock);
        for (var unit = Unit + 1; unit <= DurationUnit.Second; unit++)
        {
            if (_smaller.Of(unit) is > 0 and var amount)
            {
                Append(text, amount.ToString(CultureInfo.InvariantCulture), unit, ref clock);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string amount, DurationUnit unit, ref bool clock)
    {
        if (unit >= DurationUnit.Hour && !clock)
        {
            text.Append('T');
            clock = true;
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

    private DurationUnit Smallest
    {
        get
        {
            var unit = DurationUnit.Second;
            while (unit > Unit && _smaller.Of(unit) == 0)
            {
                unit--;
            }

            return unit;
        }
    }

    /// <summary>The amounts after the first; 0 for what is not told.</summary>
    private readonly record struct Smaller(int Months, int Weeks, int Days, int Hours, int Minutes, int Seconds)
    {
        public int Of(DurationUnit unit) => unit switch
        {
            DurationUnit.Month => Months,
            DurationUnit.Week => Weeks,
            DurationUnit.Day => Days,
            DurationUnit.Hour => Hours,
            DurationUnit.Minute => Minutes,
            DurationUnit.Second => Seconds,
            _ => 0,
        };

        public Smaller With(DurationUnit unit, int amount) => unit switch
        {
            DurationUnit.Month => this with { Months = amount },
            DurationUnit.Week => this with { Weeks = amount },
            DurationUnit.Day => this with { Days = amount },
            DurationUnit.Hour => this with { Hours = amount },
            DurationUnit.Minute => this with { Minutes = amount },
            _ => this with { Seconds = amount },
        };
    }
}
