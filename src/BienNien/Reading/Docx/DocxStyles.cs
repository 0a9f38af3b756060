using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using BienNien.Reading.Encodings;

namespace BienNien.Reading.Docx;

/// <summary>What a paragraph style makes of a paragraph.</summary>
internal enum DocxRole
{
    Text,
    Heading,
    Caption,
    Contents,
}

/// <summary>What the styles of a Word file say about paragraphs.</summary>
internal sealed partial class DocxStyles
{
    // Longer chains of "based on" are rings.
    private const int LongestChain = 20;

    private readonly Style _defaults = new();
    private readonly Dictionary<string, Style> _styles = new(StringComparer.OrdinalIgnoreCase);

    private string? _ordinary;

    /// <summary>Reads <c>styles.xml</c>; null gives no styles.</summary>
    public static DocxStyles Read(XmlReader? reader)
    {
        // What comes before the first style holds for all.
        DocxStyles styles = new();
        Style style = styles._defaults;
        while (reader is not null && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
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
                case "name":
                    style.Name = DocxXml.Value(reader) ?? "";
                    break;
                case "basedOn":
                    style.BasedOn = DocxXml.Value(reader);
                    break;
                case "outlineLvl":
                    style.Outline = DocxXml.Number(reader);
                    break;
                case "ilvl":
                    style.ListLevel = DocxXml.Number(reader);
                    break;
                case "numId":
                    style.List = DocxXml.Number(reader);
                    break;
                case "rFonts" when DocxXml.Font(reader) is { } font:
                    style.Font = font;
                    break;
                case "b":
                    style.Bold = DocxXml.IsOn(reader);
                    break;
            }
        }

        return styles;
    }

    /// <summary>A paragraph style with what it takes over from others.</summary>
    /// <returns>The role; the heading's level (0 for a title); the list's level from 0, or null outside lists; whether its text is bold.</returns>
    public (DocxRole Role, int Level, int? ListLevel, bool Bold) Of(string? id)
    {
        int? outline = null;
        int? list = null;
        int? listLevel = null;
        bool? bold = null;
        for (int step = 0; step < LongestChain && id is not null && _styles.TryGetValue(id, out Style? style); step++)
        {
            Match heading = HeadingName.Match(style.Name);
            if (heading.Success)
            {
                return (DocxRole.Heading, int.Parse(heading.Groups["level"].ValueSpan, CultureInfo.InvariantCulture), null, true);
            }

            switch (style.Name.ToLowerInvariant())
            {
                case "title":
                    return (DocxRole.Heading, 0, null, true);
                case "caption":
                    return (DocxRole.Caption, 0, null, false);
                case ['t', 'o', 'c', ' ', ..] or "table of figures":
                    return (DocxRole.Contents, 0, null, false);
            }

            outline ??= style.Outline;
            list ??= style.List;
            listLevel ??= style.ListLevel;
            bold ??= style.Bold;
            id = style.BasedOn;
        }

        return outline is >= 0 and <= 8
            ? (DocxRole.Heading, outline.Value + 1, null, true)
            : (DocxRole.Text, 0, list > 0 ? listLevel ?? 0 : null, bold ?? false);
    }

    /// <summary>What the font of a paragraph's style makes of letters; null when it shows them as they are.</summary>
    /// <param name="id">The style; null for that of ordinary paragraphs.</param>
    public FontEncoding? FontOf(string? id) => FontEncoding.Of(FontName(id ?? _ordinary) ?? _defaults.Font);

    /// <summary>The same of a run's style.</summary>
    /// <param name="id">The style.</param>
    /// <param name="otherwise">What holds when the style says nothing of fonts.</param>
    public FontEncoding? FontOfRuns(string? id, FontEncoding? otherwise) => FontName(id) is { } font ? FontEncoding.Of(font) : otherwise;

    private string? FontName(string? id)
    {
        for (int step = 0; step < LongestChain && id is not null && _styles.TryGetValue(id, out Style? style); step++)
        {
            if (style.Font is not null)
            {
                return style.Font;
            }

            id = style.BasedOn;
        }

        return null;
    }

    /// <summary>The list that a paragraph style belongs to, and its level there from 0; null where the style says nothing.</summary>
    public (int? List, int? Level) ListOf(string? id)
    {
        int? level = null;
        for (int step = 0; step < LongestChain && id is not null && _styles.TryGetValue(id, out Style? style); step++)
        {
            level ??= style.ListLevel;
            if (style.List is { } list)
            {
                return (list, level);
            }

            id = style.BasedOn;
        }

        return (null, level);
    }

    // Word keeps the English names of its own styles in every language; other programs and hand-made styles have words of theirs.
    [GeneratedRegex("^(heading|tiêu đề|đầu đề|đề mục|titre) ?(?<level>[1-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex HeadingName { get; }

    private sealed class Style
    {
        public string Name { get; set; } = "";

        public string? BasedOn { get; set; }

        public int? Outline { get; set; }

        public int? List { get; set; }

        public int? ListLevel { get; set; }

        public bool? Bold { get; set; }

        public string? Font { get; set; }
    }
}
