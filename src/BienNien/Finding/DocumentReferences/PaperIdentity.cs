using System.Globalization;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.DocumentReferences;

/// <summary>Whether two citations that differ in date or issuer are of one paper.</summary>
internal static class PaperIdentity
{
    /// <summary>The type of books.</summary>
    internal const string Book = "Sách";

    // Offices number their papers anew each year, so that low numbers come back with other dates.
    private const int LowestRareNumber = 20;

    /// <summary>How sure it is that a number with two dates is one paper, dated wrongly once.</summary>
    /// <param name="type">The type of paper.</param>
    /// <param name="number">Number and symbol, or null.</param>
    /// <param name="one">A date.</param>
    /// <param name="other">One that excludes it.</param>
    /// <returns>1 when nothing else is possible in one year, 0.5 when it is likely, 0 when they may well be two papers.</returns>
    internal static double Slipped(string type, string? number, EdtfDate one, EdtfDate other)
    {
        if (one.Year is not { } left || other.Year is not { } right)
        {
            return 0;
        }

        if (type == Book)
        {
            // Another edition is likelier than a slip unless one digit differs.
            return DigitsApart(left, right) == 1 ? 0.5 : 0;
        }

        if (left == right)
        {
            return 1;
        }

        bool sameDay = one.Month is { } month && month == other.Month && one.Day is { } day && day == other.Day;
        return IsRare(number) && (sameDay || Math.Abs(left - right) == 1) ? 0.5 : 0;
    }

    /// <summary>Whether a paper's number is so high that it does not come back in most years.</summary>
    internal static bool IsRare(string? number)
    {
        ReadOnlySpan<char> digits = number;
        int end = digits.IndexOfAnyExceptInRange('0', '9');
        return int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out int serial) && serial >= LowestRareNumber;
    }

    /// <summary>Whether one number is the other with two neighbouring digits turned, everything behind the digits alike: 27-CT/TU, 72-CT/TU.</summary>
    internal static bool IsSlipOf(string number, string other)
    {
        if (number.Length != other.Length || number == other)
        {
            return false;
        }

        int apart = 0;
        int first = -1;
        for (int i = 0; i < number.Length; i++)
        {
            if (number[i] != other[i])
            {
                if (!char.IsAsciiDigit(number[i]) || !char.IsAsciiDigit(other[i]) || (apart == 1 && i != first + 1))
                {
                    return false;
                }

                first = apart == 0 ? i : first;
                apart++;
            }
        }

        return apart == 2 && number[first] == other[first + 1] && number[first + 1] == other[first];
    }

    /// <summary>Whether one number is the other with one figure changed, everything else alike: 08-NQ/TU, 18-NQ/TU.</summary>
    internal static bool IsOneFigureFrom(string number, string other)
    {
        int apart = 0;
        for (int i = 0; i < number.Length && number.Length == other.Length; i++)
        {
            apart += number[i] == other[i] ? 0 : char.IsAsciiDigit(number[i]) && char.IsAsciiDigit(other[i]) ? 1 : 2;
        }

        return apart == 1;
    }

    /// <summary>Whether two bodies that are said to have issued it are two: neither name is a part of the other.</summary>
    internal static bool IsOtherIssuer(string? left, string? right)
    {
        if (string.IsNullOrEmpty(left) || string.IsNullOrEmpty(right))
        {
            return false;
        }

        string first = Letters.Fold(left);
        string second = Letters.Fold(right);
        return !first.Contains(second, StringComparison.Ordinal) && !second.Contains(first, StringComparison.Ordinal);
    }

    /// <summary>In how many places two numbers differ.</summary>
    internal static int DigitsApart(int left, int right)
    {
        int apart = 0;
        for (; left > 0 || right > 0; left /= 10, right /= 10)
        {
            apart += left % 10 == right % 10 ? 0 : 1;
        }

        return apart;
    }
}
