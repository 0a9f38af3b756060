using System.Globalization;

namespace BienNien.Checking.Arithmetic;

/// <summary>Writes computed figures as the document writes its own.</summary>
internal static class AmountText
{
    private static readonly NumberFormatInfo _vietnamese = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = ".", NumberGroupSizes = [3] };

    /// <summary>A number with points between thousands and a decimal comma, without trailing zeros.</summary>
    public static string Plain(decimal value, int decimals = 4) => Math.Round(value, decimals, MidpointRounding.AwayFromZero).ToString("#,##0.####", _vietnamese);

    /// <summary>The number alone of a figure, as it is written, with its scale word.</summary>
    public static string Number(string surface)
    {
        int first = surface.AsSpan().IndexOfAnyInRange('0', '9');
        if (first < 0)
        {
            return surface;
        }

        int end = first;
        while (end < surface.Length && (char.IsAsciiDigit(surface[end]) || (surface[end] is '.' or ',' && end + 1 < surface.Length && char.IsAsciiDigit(surface[end + 1]))))
        {
            end++;
        }

        return surface[first..end];
    }

    /// <summary>A value written in the scale, with the unit and the decimals of another figure.</summary>
    /// <param name="surface">The other figure's words.</param>
    /// <param name="like">The other figure.</param>
    /// <param name="value">In the base unit.</param>
    public static string Like(string surface, Amount like, decimal value)
    {
        string number = Number(surface);
        if (!Figure.TryReadWritten(surface, out decimal written, out _) || written == 0 || like.Value == 0)
        {
            return Plain(value / like.Scale);
        }

        bool grouped = number.Contains('.', StringComparison.Ordinal) || !number.Contains("0000", StringComparison.Ordinal);
        decimal scaled = value / (like.Value / written);
        string right = grouped ? Plain(scaled) : scaled.ToString("0.####", _vietnamese);
        return string.Join(' ', surface.Replace(number, right, StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
