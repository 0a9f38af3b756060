using System.Globalization;
using System.Runtime.InteropServices;

namespace BienNien.Time;

/// <summary>
/// The year of an EDTF date: four digits of which any may be an X, or the letter Y and a number of up to fifteen digits, perhaps with an
/// exponent; and either of them, when all its digits are known, perhaps with the number of those that are vouched for.
/// </summary>
/// <remarks><c>default</c> is <c>XXXX</c>. Packed, since every date carries one.</remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
internal readonly record struct EdtfYear
{
    /// <summary>The most digits that a year may have once its exponent is worked out: universes are younger.</summary>
    public const int MostDigits = 15;

    private const byte AllKnown = 0b1111;
    private readonly long _digits;       // without sign, X as 0, before the exponent
    private readonly byte _known;        // a bit for each of the four digits, the thousands in 8
    private readonly byte _exponent;
    private readonly byte _significant;  // 0: no S
    private readonly Shape _shape;

    private EdtfYear(long digits, byte known, int exponent, int significant, Shape shape) =>
        (_digits, _known, _exponent, _significant, _shape) = (digits, known, (byte)exponent, (byte)significant, shape);

    [Flags]
    private enum Shape : byte
    {
        Plain = 0,
        Negative = 1,
        LetterPrefixed = 2,
    }

    public YearPrecision Precision =>
        IsLetterPrefixed ? YearPrecision.LetterPrefixed
        : _significant != 0 ? YearPrecision.Estimated
        : _known switch
        {
            0 => YearPrecision.Unspecified,
            0b1000 => YearPrecision.Millennium,
            0b1100 => YearPrecision.Century,
            0b1110 => YearPrecision.Decade,
            AllKnown => YearPrecision.Year,
            _ => YearPrecision.Scattered,
        };

    /// <summary>Whether it is <c>XXXX</c>.</summary>
    public bool IsUnspecified => _known == 0;

    /// <summary>Whether a digit is an X.</summary>
    public bool HasUnknown => _known != AllKnown;

    public bool IsNegative => (_shape & Shape.Negative) != 0;

    /// <summary>Whether month and day may follow: not after an S, nor in a letter-prefixed year, which is a year and no more.</summary>
    public bool TakesMonth => _significant == 0 && !IsLetterPrefixed;

    /// <summary>The number after S, 1–15, or null.</summary>
    public int? SignificantDigits => _significant == 0 ? null : _significant;

    /// <summary>The year that the digits tell, or null when one of them is an X.</summary>
    public long? Number => HasUnknown ? null : IsNegative ? -Magnitude : Magnitude;

    /// <summary>How many years it can mean: 1 for a year told in full. Not for <c>XXXX</c>, which is any year.</summary>
    public long Count => _significant != 0 ? Unit : Power(4 - int.PopCount(_known));

    private bool IsLetterPrefixed => (_shape & Shape.LetterPrefixed) != 0;

    private long Magnitude => _digits * Power(_exponent);

    // What the last digit that is vouched for counts.
    private long Unit => Power(DigitsOf(Magnitude) - _significant);

    /// <summary>Four digits, of which the first <paramref name="known"/> are told and the rest are X.</summary>
    public static EdtfYear Of(int known, int digits, bool negative) =>
        new(digits * Power(4 - known), (byte)(AllKnown << (4 - known) & AllKnown), 0, 0, negative ? Shape.Negative : Shape.Plain);

    /// <summary>Takes a year off the text, which is left as it was when there is none.</summary>
    public static bool TryRead(ref ReadOnlySpan<char> text, out EdtfYear year)
    {
        year = default;
        var rest = text;
        var shape = Take(ref rest, 'Y') ? Shape.LetterPrefixed : Shape.Plain;
        shape |= Take(ref rest, '-') ? Shape.Negative : Shape.Plain;
        long digits;
        var known = AllKnown;
        var exponent = 0;
        if ((shape & Shape.LetterPrefixed) != 0 ? !TryNumber(ref rest, out digits, out exponent) : !TryFour(ref rest, out digits, out known))
        {
            return false;
        }

        // 0 has no sign, and neither has a year of which nothing is known.
        if (shape == Shape.Negative && digits == 0 && known is 0 or AllKnown)
        {
            return false;
        }

        var significant = 0;
        if (known == AllKnown && Take(ref rest, 'S'))
        {
            significant = (int)ReadNumber(ref rest, 2, out _);
            if (significant == 0 || significant > DigitsOf(digits) + exponent)
            {
                return false;
            }
        }

        year = new EdtfYear(digits, known, exponent, significant, shape);
        text = rest;
        return true;
    }

    /// <summary>The years that it can mean, in the order of time.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    public long At(long index)
    {
        if (IsNegative)
        {
            index = Count - 1 - index;
        }

        var year = Magnitude;
        if (_significant != 0)
        {
            year = (year / Unit * Unit) + index;
        }
        else
        {
            // The digits of the index go where the X are.
            for (int place = 0, worth = 1; index > 0; place++, worth *= 10)
            {
                if ((_known & (1 << place)) == 0)
                {
                    year += index % 10 * worth;
                    index /= 10;
                }
            }
        }

        return IsNegative ? -year : year;
    }

    /// <summary>Writes the year, at most 24 characters.</summary>
    /// <returns>How many characters were written.</returns>
    public int Write(Span<char> to)
    {
        var at = 0;
        if (IsLetterPrefixed)
        {
            to[at++] = 'Y';
        }

        if (IsNegative)
        {
            to[at++] = '-';
        }

        if (IsLetterPrefixed)
        {
            at += Append(to[at..], _digits);
        }
        else
        {
            for (var place = 3; place >= 0; place--)
            {
                to[at++] = (_known & (1 << place)) == 0 ? 'X' : (char)('0' + (_digits / Power(place) % 10));
            }
        }

        if (_exponent != 0)
        {
            to[at++] = 'E';
            at += Append(to[at..], _exponent);
        }

        if (_significant != 0)
        {
            to[at++] = 'S';
            at += Append(to[at..], _significant);
        }

        return at;
    }

    private static int Append(Span<char> to, long number)
    {
        number.TryFormat(to, out var written, [], CultureInfo.InvariantCulture);
        return written;
    }

    private static bool TryFour(ref ReadOnlySpan<char> text, out long digits, out byte known)
    {
        (digits, known) = (0, 0);
        if (text.Length < 4)
        {
            return false;
        }

        for (var at = 0; at < 4; at++)
        {
            var isDigit = char.IsAsciiDigit(text[at]);
            if (!isDigit && text[at] != 'X')
            {
                return false;
            }

            digits = (digits * 10) + (isDigit ? text[at] - '0' : 0);
            known = (byte)((known << 1) | (isDigit ? 1 : 0));
        }

        text = text[4..];
        return true;
    }

    // The letter is for years of more than four digits; an exponent may make any year.
    private static bool TryNumber(ref ReadOnlySpan<char> text, out long digits, out int exponent)
    {
        exponent = 0;
        digits = ReadNumber(ref text, MostDigits, out var length);
        if (length == 0 || !Take(ref text, 'E'))
        {
            return length > 4;
        }

        exponent = (int)ReadNumber(ref text, 2, out _);
        return exponent != 0 && length + exponent <= MostDigits;
    }

    // A whole number that does not begin with 0; 0, of no length, when there is none or it is too long.
    private static long ReadNumber(ref ReadOnlySpan<char> text, int mostDigits, out int length)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        length = end < 0 ? text.Length : end;
        if (length == 0 || length > mostDigits || text[0] == '0')
        {
            length = 0;
            return 0;
        }

        long number = 0;
        foreach (var digit in text[..length])
        {
            number = (number * 10) + (digit - '0');
        }

        text = text[length..];
        return number;
    }

    private static bool Take(ref ReadOnlySpan<char> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static int DigitsOf(long number)
    {
        var digits = 1;
        for (; number > 9; number /= 10)
        {
            digits++;
        }

        return digits;
    }

    private static long Power(int exponent)
    {
        long power = 1;
        for (; exponent > 0; exponent--)
        {
            power *= 10;
        }

        return power;
    }
}
