using System.Xml;
using BienNien.Reading.Docx;

namespace BienNien.Checking.Form;

/// <summary>What one place of a Word file says about letters; null where it says nothing.</summary>
internal sealed record RunLook
{
    // Larger letters than Word can set.
    private const decimal LargestSize = 1638;

    public static RunLook Nothing { get; } = new();

    /// <summary>A character style.</summary>
    public string? Style { get; private set; }

    /// <summary>The font of letters of ASCII; empty for one that cannot be known.</summary>
    public string? Ascii { get; private set; }

    /// <summary>The font of other letters; empty for one that cannot be known.</summary>
    public string? Other { get; private set; }

    /// <summary>Points.</summary>
    public decimal? Size { get; private set; }

    public bool? Bold { get; private set; }

    public bool? Italic { get; private set; }

    public bool? Capitals { get; private set; }

    public bool? Hidden { get; private set; }

    public bool? Underlined { get; private set; }

    public bool? Raised { get; private set; }

    /// <summary>Six hexadecimal digits, or <c>auto</c>.</summary>
    public string? Colour { get; private set; }

    /// <summary>Reads the properties that the reader stands on (<c>w:rPr</c>).</summary>
    /// <param name="reader">Left on the end of the element.</param>
    /// <param name="theme">The fonts of the theme.</param>
    public static RunLook Read(XmlReader reader, FormTheme theme)
    {
        RunLook look = new();
        foreach (string name in FormUnits.Inside(reader))
        {
            switch (name)
            {
                case "rStyle":
                    look.Style = DocxXml.Value(reader);
                    break;
                case "rFonts":
                    look.Ascii = theme.Font(DocxXml.Attribute(reader, "asciiTheme")) ?? DocxXml.Attribute(reader, "ascii") ?? look.Ascii;
                    look.Other = theme.Font(DocxXml.Attribute(reader, "hAnsiTheme")) ?? DocxXml.Attribute(reader, "hAnsi") ?? look.Other;
                    break;
                case "sz":
                    look.Size = Points(reader);
                    break;
                case "b":
                    look.Bold = DocxXml.IsOn(reader);
                    break;
                case "i":
                    look.Italic = DocxXml.IsOn(reader);
                    break;
                case "caps":
                    look.Capitals = DocxXml.IsOn(reader);
                    break;
                case "vanish":
                    look.Hidden = DocxXml.IsOn(reader);
                    break;
                case "u":
                    look.Underlined = DocxXml.Value(reader) is not (null or "none");
                    break;
                case "vertAlign":
                    look.Raised = DocxXml.Value(reader) == "superscript";
                    break;
                case "color":
                    look.Colour = DocxXml.Value(reader);
                    break;
            }
        }

        return look;
    }

    /// <summary>This, and of what lies below it what this says nothing about.</summary>
    public RunLook Over(RunLook below) => new()
    {
        Style = Style ?? below.Style,
        Ascii = Ascii ?? below.Ascii,
        Other = Other ?? below.Other,
        Size = Size ?? below.Size,
        Bold = Bold ?? below.Bold,
        Italic = Italic ?? below.Italic,
        Capitals = Capitals ?? below.Capitals,
        Hidden = Hidden ?? below.Hidden,
        Underlined = Underlined ?? below.Underlined,
        Raised = Raised ?? below.Raised,
        Colour = Colour ?? below.Colour,
    };

    /// <summary>With switches that were worked out otherwise: styles of several kinds turn them on and off (ISO/IEC 29500-1, 17.7.3).</summary>
    public RunLook With(bool bold, bool italic, bool capitals) => this with { Bold = bold, Italic = italic, Capitals = capitals };

    private static decimal? Points(XmlReader reader)
    {
        // Half points, or a number with its unit.
        string? value = DocxXml.Value(reader);
        decimal? size = value is { Length: > 0 } && char.IsAsciiLetter(value[^1]) ? FormUnits.Twips(value) / 20 : FormUnits.Twips(value) / 2;
        return size is > 0 and <= LargestSize ? size : null;
    }
}
