using System.Xml;
using BienNien.Reading.Docx;

namespace BienNien.Checking.Form;

/// <summary>What the styles of a Word file make of paragraphs and letters.</summary>
internal sealed class FormStyles
{
    // Longer chains of "based on" are rings.
    private const int LongestChain = 20;

    private static readonly Style _none = new() { IsFlat = true };

    private readonly Dictionary<string, Style> _styles = new(StringComparer.OrdinalIgnoreCase);
    private RunLook _runs = RunLook.Nothing;
    private ParagraphLook _paragraphs = ParagraphLook.Nothing;
    private string? _ordinary;

    /// <summary>Reads <c>styles.xml</c>; null gives no styles.</summary>
    public static FormStyles Read(XmlReader? reader, FormTheme theme)
    {
        // What comes before the first style holds for all.
        FormStyles styles = new();
        Style? style = null;
        int leftOut = int.MaxValue;
        while (reader is not null && reader.Read())
        {
            if (reader.Depth > leftOut)
            {
                continue;
            }

            leftOut = int.MaxValue;
            if (reader.NodeType != XmlNodeType.Element || !DocxXml.IsWord(reader))
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "style":
                    style = new Style();
                    string id = DocxXml.Attribute(reader, "styleId") ?? "";
                    styles._styles.TryAdd(id, style);
                    if (DocxXml.Attribute(reader, "type") == "paragraph" && DocxXml.Attribute(reader, "default") is "1" or "true" or "on")
                    {
                        styles._ordinary = id;
                    }

                    break;
                case "basedOn" when style is not null:
                    style.BasedOn = DocxXml.Value(reader);
                    break;
                case "rPr" when style is not null:
                    style.Runs = RunLook.Read(reader, theme);
                    break;
                case "pPr" when style is not null:
                    style.Paragraphs = ParagraphLook.Read(reader);
                    break;
                case "rPr":
                    styles._runs = RunLook.Read(reader, theme);
                    break;
                case "pPr":
                    styles._paragraphs = ParagraphLook.Read(reader);
                    break;
                case "tblStylePr":
                    // What holds for some cells of a table alone.
                    leftOut = reader.Depth;
                    break;
            }
        }

        return styles;
    }

    /// <summary>A paragraph with all that it takes over.</summary>
    public ParagraphLook Resolve(ParagraphLook direct) => direct.Over(Of(direct.Style ?? _ordinary).Paragraphs).Over(_paragraphs);

    /// <summary>A run with all that it takes over.</summary>
    /// <param name="direct">What the run itself says.</param>
    /// <param name="paragraph">The style of its paragraph; null for that of ordinary paragraphs.</param>
    /// <param name="table">The style of the table that it stands in; null without one.</param>
    public RunLook Resolve(RunLook direct, string? paragraph, string? table)
    {
        RunLook character = direct.Style is null ? RunLook.Nothing : Of(direct.Style).Runs;
        RunLook own = Of(paragraph is not null && _styles.ContainsKey(paragraph) ? paragraph : _ordinary).Runs;
        RunLook around = table is null ? RunLook.Nothing : Of(table).Runs;
        return direct.Over(character).Over(own).Over(around).Over(_runs).With(
            Switch(static look => look.Bold), Switch(static look => look.Italic), Switch(static look => look.Capitals));

        bool Switch(Func<RunLook, bool?> of) =>
            of(direct) ?? (of(_runs) == true || ((of(character) == true) ^ (of(own) == true) ^ (of(around) == true)));
    }

    private Style Of(string? id)
    {
        if (id is null || !_styles.TryGetValue(id, out Style? style))
        {
            return _none;
        }

        if (!style.IsFlat)
        {
            string? below = style.BasedOn;
            for (int step = 0; step < LongestChain && below is not null && _styles.TryGetValue(below, out Style? next) && next != style; step++)
            {
                style.Runs = style.Runs.Over(next.Runs);
                style.Paragraphs = style.Paragraphs.Over(next.Paragraphs);
                below = next.IsFlat ? null : next.BasedOn;
            }

            style.IsFlat = true;
        }

        return style;
    }

    private sealed class Style
    {
        public string? BasedOn { get; set; }

        public RunLook Runs { get; set; } = RunLook.Nothing;

        public ParagraphLook Paragraphs { get; set; } = ParagraphLook.Nothing;

        public bool IsFlat { get; set; }
    }
}
