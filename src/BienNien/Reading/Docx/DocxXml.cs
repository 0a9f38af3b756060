using System.Globalization;
using System.Xml;

namespace BienNien.Reading.Docx;

/// <summary>Attributes of WordprocessingML, in its transitional and its strict form.</summary>
internal static class DocxXml
{
    /// <summary>Whether the element is one of Word's own.</summary>
    public static bool IsWord(XmlReader reader) => reader.NamespaceURI
        is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>An attribute in the element's own namespace.</summary>
    public static string? Attribute(XmlReader reader, string name) => reader.GetAttribute(name, reader.NamespaceURI) ?? reader.GetAttribute(name);

    /// <summary><c>w:val</c>.</summary>
    public static string? Value(XmlReader reader) => Attribute(reader, "val");

    /// <summary>The font of <c>w:rFonts</c> for letters beyond ASCII; empty for one of the theme, null when it says nothing of them.</summary>
    public static string? Font(XmlReader reader) => Attribute(reader, "hAnsiTheme") is not null || Attribute(reader, "asciiTheme") is not null
        ? ""
        : Attribute(reader, "hAnsi") ?? Attribute(reader, "ascii");

    /// <summary><c>w:val</c> as a number, or null.</summary>
    public static int? Number(XmlReader reader) =>
        int.TryParse(Value(reader), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>A switch: on when there is no value.</summary>
    public static bool IsOn(XmlReader reader) => Value(reader) is not ("0" or "false" or "off" or "none");
}
