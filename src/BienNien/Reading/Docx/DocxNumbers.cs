using System.Globalization;
using System.Text;

namespace BienNien.Reading.Docx;

/// <summary>Writes numbers as the lists of Word files want them (ECMA-376 part 1, 17.18.59).</summary>
internal static class DocxNumbers
{
    private const int LongestRow = 40;

    private static readonly (int Value, string Sign)[] _roman =
        [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    private static readonly string[] _digits = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];

    /// <summary>Writes a number; one that the format cannot write stands in figures.</summary>
    public static string Write(int number, string format) => format switch
    {
        "none" => "",
        "upperRoman" when number is > 0 and < 4000 => Roman(number),
        "lowerRoman" when number is > 0 and < 4000 => Roman(number).ToLowerInvariant(),
        "upperLetter" when number is > 0 and <= 26 * LongestRow => Letters('A', number),
        "lowerLetter" when number is > 0 and <= 26 * LongestRow => Letters('a', number),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "vietnameseCounting" when number is >= 0 and < 100 => Words(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        StringBuilder written = new();
        foreach ((int value, string sign) in _roman)
        {
            for (; number >= value; number -= value)
            {
                written.Append(sign);
            }
        }

        return written.ToString();
    }

    // a … z, aa, bb …: Word doubles the letter.
    private static string Letters(char first, int number) => new((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Words(int number)
    {
        (int tens, int ones) = Math.DivRem(number, 10);
        string last = ones switch
        {
            1 when tens > 1 => "mốt",
            5 when tens > 0 => "lăm",
            _ => _digits[ones],
        };
        return tens == 0 ? last : (tens == 1 ? "mười" : _digits[tens] + " mươi") + (ones == 0 ? "" : " " + last);
    }
}
