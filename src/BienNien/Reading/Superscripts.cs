namespace BienNien.Reading;

/// <summary>Raised digits: a note's number must not run into the word or year before it (<c>1930</c> with note 2 is not 19302).</summary>
internal static class Superscripts
{
    private const string Digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>The raised form of a digit; any other character as it is.</summary>
    public static char Raise(char c) => char.IsAsciiDigit(c) ? Digits[c - '0'] : c;

    /// <summary>A number in raised digits.</summary>
    public static string Of(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}")
        .Aggregate("", static (raised, digit) => raised + Raise(digit));
}
