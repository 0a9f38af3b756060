using System.Globalization;
using System.Xml;
using BienNien.Reading.Packages;

namespace BienNien.Reading.Xlsx;

/// <summary>What all sheets of a workbook share: their names, the texts, the formats.</summary>
internal sealed class Workbook
{
    private readonly List<string> _texts = [];
    private readonly List<CellFormat> _formats = [];

    /// <summary>The sheets that are shown, in their order.</summary>
    public List<(string Name, string Part)> Sheets { get; } = [];

    /// <summary>Whether days are counted from 1904.</summary>
    public bool From1904 { get; private set; }

    /// <summary>A text by its number; empty when there is none.</summary>
    public string Text(int number) => number >= 0 && number < _texts.Count ? _texts[number] : "";

    /// <summary>The format of cells of a style.</summary>
    public CellFormat Format(int style) => style >= 0 && style < _formats.Count ? _formats[style] : CellFormat.General;

    /// <summary>Reads all that is not a sheet.</summary>
    public static Workbook Read(OfficePackage package, string main)
    {
        Workbook workbook = new();
        List<PartRelationship> relationships = package.Relationships(main);
        using XmlReader book = package.Open(main)!;
        while (book.Read())
        {
            if (book.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (book.LocalName == "workbookPr")
            {
                workbook.From1904 = book.GetAttribute("date1904") is "1" or "true";
            }
            else if (book.LocalName == "sheet" && book.GetAttribute("state") is null or "visible" && OfficeXml.RelationshipId(book) is { } id
                && relationships.Find(one => one.Id == id && one.Kind == "worksheet") is { } sheet)
            {
                workbook.Sheets.Add((book.GetAttribute("name") ?? "", sheet.Target));
            }
        }

        using XmlReader? texts = package.Open(relationships.Find(static one => one.Kind == "sharedStrings")?.Target);
        workbook.ReadTexts(texts);
        using XmlReader? styles = package.Open(relationships.Find(static one => one.Kind == "styles")?.Target);
        workbook.ReadFormats(styles);
        return workbook;
    }

    private void ReadTexts(XmlReader? reader)
    {
        while (reader is not null && reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                using XmlReader item = reader.ReadSubtree();
                _texts.Add(RichText.Read(item));
            }
        }
    }

    private void ReadFormats(XmlReader? reader)
    {
        Dictionary<int, string> codes = [];
        Dictionary<int, CellFormat> formats = [];
        bool cells = false;
        while (reader is not null && reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "cellXfs" })
            {
                cells = false;
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "numFmt":
                    codes.TryAdd(Number(reader, "numFmtId"), reader.GetAttribute("formatCode") ?? "General");
                    break;
                case "cellXfs":
                    cells = !reader.IsEmptyElement;
                    break;
                case "xf" when cells:
                    int id = Number(reader, "numFmtId");
                    if (!formats.TryGetValue(id, out CellFormat? format))
                    {
                        formats.Add(id, format = CellFormat.Of(id, codes.GetValueOrDefault(id)));
                    }

                    _formats.Add(format);
                    break;
            }
        }
    }

    private static int Number(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
