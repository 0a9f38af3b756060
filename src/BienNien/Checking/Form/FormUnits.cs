using System.Globalization;
using System.Xml;
using BienNien.Reading.Docx;

namespace BienNien.Checking.Form;

/// <summary>Measures of WordprocessingML: twentieths of a point, or a number with its unit.</summary>
internal static class FormUnits
{
    private const decimal PerInch = 1440;

    // Two hundred metres: what is larger is no measure of a page.
    private const decimal Largest = 10_000_000;

    /// <summary>Twentieths of a point; null for what is no measure.</summary>
    public static decimal? Twips(string? value)
    {
        if (value is null)
        {
            return null;
        }

        ReadOnlySpan<char> number = value.AsSpan().Trim();
        decimal unit = 1;
        if (number.Length > 2 && char.IsAsciiLetter(number[^1]))
        {
            unit = number[^2..] switch
            {
                "mm" => PerInch / 25.4m,
                "cm" => PerInch / 2.54m,
                "in" => PerInch,
                "pt" => 20,
                "pc" or "pi" => 240,
                _ => 0,
            };
            number = number[..^2];
        }

        return unit > 0 && decimal.TryParse(number, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal parsed)
            && Math.Abs(parsed) <= Largest && Math.Abs(parsed * unit) <= Largest ? parsed * unit : null;
    }

    /// <summary>An attribute in millimetres.</summary>
    public static decimal? Millimetres(XmlReader reader, string name) => Twips(DocxXml.Attribute(reader, name)) * 25.4m / PerInch;

    /// <summary>An attribute in points.</summary>
    public static decimal? Points(XmlReader reader, string name) => Twips(DocxXml.Attribute(reader, name)) / 20;

    /// <summary>The elements inside the one that the reader stands on, by their names, without earlier properties of tracked changes; empty for those that are not Word's.</summary>
    /// <remarks>To be walked to its end: the reader then stands on the end of that element.</remarks>
    public static IEnumerable<string> Inside(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            yield break;
        }

        int depth = reader.Depth;
        int leftOut = int.MaxValue;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth > leftOut)
            {
                continue;
            }

            leftOut = int.MaxValue;
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName.EndsWith("Change", StringComparison.Ordinal))
                {
                    leftOut = reader.Depth;
                }
                else
                {
                    yield return DocxXml.IsWord(reader) ? reader.LocalName : "";
                }
            }
        }
    }
}
