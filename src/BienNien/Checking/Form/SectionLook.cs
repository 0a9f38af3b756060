using System.Xml;
using BienNien.Reading.Docx;
using BienNien.Reading.Packages;

namespace BienNien.Checking.Form;

/// <summary>What a section of a Word file says of its pages.</summary>
internal sealed class SectionLook
{
    /// <summary>Millimetres.</summary>
    public decimal? Width { get; private set; }

    /// <summary>Millimetres.</summary>
    public decimal? Height { get; private set; }

    public decimal? Top { get; private set; }

    public decimal? Bottom { get; private set; }

    public decimal? Left { get; private set; }

    public decimal? Right { get; private set; }

    public bool TitlePage { get; private set; }

    /// <summary>How pages are numbered: <c>decimal</c>, <c>lowerRoman</c>; null for Arabic figures.</summary>
    public string? NumberFormat { get; private set; }

    /// <summary>Relationships by which headers and footers are named: <c>header</c> or <c>footer</c>, then <c>default</c>, <c>first</c> or <c>even</c>.</summary>
    public Dictionary<(string Kind, string Page), string> Furniture { get; } = [];

    /// <summary>Reads the properties that the reader stands on (<c>w:sectPr</c>).</summary>
    /// <param name="reader">Left on the end of the element.</param>
    public static SectionLook Read(XmlReader reader)
    {
        SectionLook look = new();
        foreach (string name in FormUnits.Inside(reader))
        {
            switch (name)
            {
                case "pgSz":
                    (look.Width, look.Height) = (FormUnits.Millimetres(reader, "w"), FormUnits.Millimetres(reader, "h"));
                    break;
                case "pgMar":
                    // A margin below 0 holds against a header that is too tall; it is as wide all the same.
                    look.Top = FormUnits.Millimetres(reader, "top") is { } top ? Math.Abs(top) : null;
                    look.Bottom = FormUnits.Millimetres(reader, "bottom") is { } bottom ? Math.Abs(bottom) : null;
                    look.Left = FormUnits.Millimetres(reader, "left") + (FormUnits.Millimetres(reader, "gutter") ?? 0);
                    look.Right = FormUnits.Millimetres(reader, "right");
                    break;
                case "titlePg":
                    look.TitlePage = DocxXml.IsOn(reader);
                    break;
                case "pgNumType":
                    look.NumberFormat = DocxXml.Attribute(reader, "fmt");
                    break;
                case "headerReference" or "footerReference" when OfficeXml.RelationshipId(reader) is { } id:
                    look.Furniture[(name[..6], DocxXml.Attribute(reader, "type") ?? "default")] = id;
                    break;
            }
        }

        return look;
    }
}
