using System.Globalization;
using BienNien.Text;

namespace BienNien.Checking.Form;

/// <summary>Measures in words of both languages: 12,7 in Vietnamese is 12.7 in English.</summary>
internal static class Measures
{
    private static readonly NumberFormatInfo _vietnamese = NumberFormatInfo.ReadOnly(new NumberFormatInfo { NumberDecimalSeparator = "," });

    /// <summary>The same in both languages but for the figures.</summary>
    public static BilingualText Both(Func<NumberFormatInfo, string> of) => new(of(_vietnamese), of(NumberFormatInfo.InvariantInfo));

    /// <summary>A number with one figure behind the point, where there is one.</summary>
    public static string Number(decimal number, NumberFormatInfo format) => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString("0.#", format);

    /// <summary>A number in both languages.</summary>
    public static BilingualText Number(decimal number) => Both(format => Number(number, format));

    /// <summary>Words around a number or other words.</summary>
    /// <param name="vietnamese">With <c>{0}</c> where the inner words stand.</param>
    /// <param name="english">The same in English.</param>
    /// <param name="inner">The inner words.</param>
    public static BilingualText Say(string vietnamese, string english, params ReadOnlySpan<BilingualText> inner)
    {
        object[] own = new object[inner.Length];
        object[] other = new object[inner.Length];
        for (int i = 0; i < inner.Length; i++)
        {
            (own[i], other[i]) = (inner[i].Vietnamese, inner[i].English);
        }

        return new BilingualText(string.Format(CultureInfo.InvariantCulture, vietnamese, own), string.Format(CultureInfo.InvariantCulture, english, other));
    }

    /// <summary>The same words in both languages.</summary>
    public static BilingualText Same(string words) => new(words, words);

    /// <summary>Several, with a mark between.</summary>
    public static BilingualText Join(IEnumerable<BilingualText> texts, string between = ", ") =>
        new(string.Join(between, texts.Select(static text => text.Vietnamese)), string.Join(between, texts.Select(static text => text.English)));
}
