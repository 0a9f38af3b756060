using System.Xml;
using BienNien.Reading.Docx;

namespace BienNien.Checking.Form;

/// <summary>What one place of a Word file says about a paragraph; null where it says nothing.</summary>
internal sealed record ParagraphLook
{
    public static ParagraphLook Nothing { get; } = new();

    public string? Style { get; private set; }

    public FormAlignment? Alignment { get; private set; }

    /// <summary>Millimetres.</summary>
    public decimal? Left { get; private set; }

    /// <summary>How far the first line stands from the others, in millimetres: to the right, or less than 0 to the left.</summary>
    public decimal? First { get; private set; }

    /// <summary>Whether the indents are counted in characters, so that they cannot be told.</summary>
    public bool? InCharacters { get; private set; }

    /// <summary>Points; less than 0 for a space that cannot be told.</summary>
    public decimal? Before { get; private set; }

    /// <summary>Points; less than 0 for a space that cannot be told.</summary>
    public decimal? After { get; private set; }

    /// <summary>240ths of a line, or twentieths of a point.</summary>
    public decimal? Line { get; private set; }

    public FormLineRule? LineRule { get; private set; }

    public bool? Contextual { get; private set; }

    /// <summary>The list; 0 for none.</summary>
    public int? List { get; private set; }

    /// <summary>Where a frame stands, of which the paragraph is part; null without one, empty when it does not say.</summary>
    public string? Frame { get; private set; }

    public bool? HasBorder { get; private set; }

    /// <summary>Whether its mark was deleted, so that the next paragraph goes on with it.</summary>
    public bool JoinsNext { get; private set; }

    /// <summary>The section that ends with the paragraph.</summary>
    public SectionLook? Section { get; private set; }

    /// <summary>Reads the properties that the reader stands on (<c>w:pPr</c>).</summary>
    /// <param name="reader">Left on the end of the element.</param>
    public static ParagraphLook Read(XmlReader reader)
    {
        ParagraphLook look = new();
        foreach (string name in FormUnits.Inside(reader))
        {
            switch (name)
            {
                case "pStyle":
                    look.Style = DocxXml.Value(reader);
                    break;
                case "jc":
                    look.Alignment = DocxXml.Value(reader) switch
                    {
                        "center" => FormAlignment.Centre,
                        "right" or "end" => FormAlignment.Right,
                        "left" or "start" => FormAlignment.Left,
                        null => null,
                        _ => FormAlignment.Both,
                    };
                    break;
                case "ind":
                    look.Left = FormUnits.Millimetres(reader, "left") ?? FormUnits.Millimetres(reader, "start");
                    look.First = FormUnits.Millimetres(reader, "firstLine") ?? -FormUnits.Millimetres(reader, "hanging");
                    look.InCharacters = Counts(reader, "firstLineChars") || Counts(reader, "hangingChars") || Counts(reader, "leftChars") || Counts(reader, "startChars") ? true : null;
                    break;
                case "spacing":
                    look.Before = IsOn(reader, "beforeAutospacing") || Counts(reader, "beforeLines") ? -1 : FormUnits.Points(reader, "before");
                    look.After = IsOn(reader, "afterAutospacing") || Counts(reader, "afterLines") ? -1 : FormUnits.Points(reader, "after");
                    look.Line = FormUnits.Twips(DocxXml.Attribute(reader, "line"));
                    look.LineRule = DocxXml.Attribute(reader, "lineRule") switch
                    {
                        "exact" => FormLineRule.Exactly,
                        "atLeast" => FormLineRule.AtLeast,
                        "auto" => FormLineRule.Lines,
                        _ => look.Line is null ? null : FormLineRule.Lines,
                    };
                    break;
                case "contextualSpacing":
                    look.Contextual = DocxXml.IsOn(reader);
                    break;
                case "numId":
                    look.List = DocxXml.Number(reader);
                    break;
                case "framePr":
                    look.Frame = DocxXml.Attribute(reader, "xAlign") ?? "";
                    break;
                case "top" or "bottom" or "between" when DocxXml.Value(reader) is not (null or "nil" or "none"):
                    look.HasBorder = true;
                    break;
                case "rPr":
                    // Of the paragraph's mark, not of its words.
                    foreach (string mark in FormUnits.Inside(reader))
                    {
                        look.JoinsNext |= mark == "del";
                    }

                    break;
                case "sectPr":
                    look.Section = SectionLook.Read(reader);
                    break;
            }
        }

        return look;
    }

    /// <summary>This, and of what lies below it what this says nothing about.</summary>
    public ParagraphLook Over(ParagraphLook below) => new()
    {
        Style = Style ?? below.Style,
        Alignment = Alignment ?? below.Alignment,
        Left = Left ?? below.Left,
        First = First ?? below.First,
        InCharacters = InCharacters ?? below.InCharacters,
        Before = Before ?? below.Before,
        After = After ?? below.After,
        Line = Line ?? below.Line,
        LineRule = LineRule ?? below.LineRule,
        Contextual = Contextual ?? below.Contextual,
        List = List ?? below.List,
        Frame = Frame ?? below.Frame,
        HasBorder = HasBorder ?? below.HasBorder,
        JoinsNext = JoinsNext,
        Section = Section,
    };

    private static bool Counts(XmlReader reader, string name) => DocxXml.Attribute(reader, name) is not (null or "0" or "");

    private static bool IsOn(XmlReader reader, string name) => DocxXml.Attribute(reader, name) is "1" or "true" or "on";
}
