namespace BienNien.Text;

/// <summary>Roman numerals as they number centuries, congresses and parts: capitals, 1 to 399.</summary>
public static class RomanNumeral
{
    /// <summary>The value of a numeral, or -1.</summary>
    /// <param name="text">Capitals only; each numeral has one accepted spelling (<c>IV</c>, not <c>IIII</c>).</param>
    public static int Parse(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 9)
        {
            return -1;
        }

        int total = 0;
        int previous = 0;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            int value = text[i] switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };
            if (value == 0)
            {
                return -1;
            }

            total += value < previous ? -value : value;
            previous = Math.Max(previous, value);
        }

        Span<char> canonical = stackalloc char[16];
        return total is > 0 and < 400 && text.SequenceEqual(canonical[..Write(total, canonical)]) ? total : -1;
    }

    /// <summary>A number from 1 to 399 as a numeral.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is not within 1 to 399.</exception>
    public static string Write(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 399);
        Span<char> room = stackalloc char[16];
        return new string(room[..Write(value, room)]);
    }

    private static int Write(int value, Span<char> room)
    {
        ReadOnlySpan<int> values = [100, 90, 50, 40, 10, 9, 5, 4, 1];
        ReadOnlySpan<string> signs = ["C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        int length = 0;
        for (int i = 0; i < values.Length; i++)
        {
            for (; value >= values[i]; value -= values[i])
            {
                signs[i].CopyTo(room[length..]);
                length += signs[i].Length;
            }
        }

        return length;
    }
}
