using System.Globalization;

namespace BienNien.Telling;

/// <summary>Numbers in the dress that a reader is used to: <c>1.382,08</c> in Vietnamese, <c>1,382.08</c> in English.</summary>
public static class NumberWords
{
    private static readonly NumberFormatInfo _vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NegativeSign = "-" };

    private static readonly NumberFormatInfo _english = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = ".", NegativeSign = "-" };

    /// <summary>A number, exactly: thousands grouped, no zeros behind the last digit that says something.</summary>
    public static string Of(decimal number, TellingLanguage language) =>
        number.ToString("#,0.############################", language == TellingLanguage.English ? _english : _vietnamese);

    /// <summary>A number for data, exactly: a decimal point, nothing grouped, no exponent: <c>1382.08</c>.</summary>
    public static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>An order of magnitude: “hàng vạn”, “tens of thousands of”.</summary>
    /// <param name="magnitude">A power of ten, at least 10.</param>
    /// <param name="language">The reader's.</param>
    public static string Magnitude(long magnitude, TellingLanguage language)
    {
        bool english = language == TellingLanguage.English;
        return magnitude switch
        {
            >= 1_000_000_000 => Tens(magnitude / 1_000_000_000, english, "tỷ", "billions"),
            >= 1_000_000 => Tens(magnitude / 1_000_000, english, "triệu", "millions"),
            >= 100_000 when !english => Tens(magnitude / 10_000, english, "vạn", ""),
            10_000 when !english => "hàng vạn",
            >= 1_000 => Tens(magnitude / 1_000, english, "nghìn", "thousands"),
            >= 100 => english ? "hundreds of" : "hàng trăm",
            _ => english ? "tens of" : "hàng chục",
        };
    }

    private static string Tens(long many, bool english, string vietnamese, string plural)
    {
        string tens = many < 10 ? "" : many < 100 ? english ? "tens of " : "chục " : english ? "hundreds of " : "trăm ";
        return english ? $"{tens}{plural} of" : $"hàng {tens}{vietnamese}";
    }
}
