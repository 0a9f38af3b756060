namespace BienNien.Time;

/// <summary>A month or day as EDTF writes it: two digits, each of which may be an X. <c>default</c> is one that is not written.</summary>
internal readonly record struct TwoDigits
{
    private const int Unknown = 15;
    private readonly byte _digits;   // tens and units in four bits each

    private TwoDigits(int tens, int units) => _digits = (byte)((tens << 4) | units);

    /// <summary><c>XX</c>.</summary>
    public static TwoDigits Unspecified => new(Unknown, Unknown);

    /// <summary>Whether there is one.</summary>
    public bool IsWritten => _digits != 0;

    /// <summary>Whether a digit is an X.</summary>
    public bool HasUnknown => Tens == Unknown || Units == Unknown;

    /// <summary>1–99, or null when it is not written or has an X.</summary>
    public int? Number => IsWritten && !HasUnknown ? (Tens * 10) + Units : null;

    private int Tens => _digits >> 4;

    private int Units => _digits & 15;

    /// <summary>Both digits known, 1–99.</summary>
    public static TwoDigits Of(int number) => new(number / 10, number % 10);

    /// <summary>Takes two characters off the text. <c>00</c>, which is no month and no day, is refused.</summary>
    public static bool TryRead(ref ReadOnlySpan<char> text, out TwoDigits read)
    {
        read = default;
        if (text.Length < 2 || Digit(text[0]) is not { } tens || Digit(text[1]) is not { } units)
        {
            return false;
        }

        read = new TwoDigits(tens, units);
        text = text[2..];
        return read.IsWritten;
    }

    /// <summary>The smallest number within the two bounds that it can stand for; 0 when there is none.</summary>
    public int First(int from, int to)
    {
        for (; from <= to; from++)
        {
            if (CanBe(from))
            {
                return from;
            }
        }

        return 0;
    }

    /// <summary>The largest number within the two bounds that it can stand for; 0 when there is none.</summary>
    public int Last(int from, int to)
    {
        for (; to >= from; to--)
        {
            if (CanBe(to))
            {
                return to;
            }
        }

        return 0;
    }

    /// <summary>Writes the two characters.</summary>
    public void Write(Span<char> to)
    {
        to[0] = Tens == Unknown ? 'X' : (char)('0' + Tens);
        to[1] = Units == Unknown ? 'X' : (char)('0' + Units);
    }

    private static int? Digit(char c) => char.IsAsciiDigit(c) ? c - '0' : c == 'X' ? Unknown : null;

    private bool CanBe(int number) => (Tens == Unknown || Tens == number / 10) && (Units == Unknown || Units == number % 10);
}
