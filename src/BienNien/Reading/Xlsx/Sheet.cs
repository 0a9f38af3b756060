using System.Globalization;
using System.Xml;
using BienNien.Reading.Tables;

namespace BienNien.Reading.Xlsx;

/// <summary>The cells of one sheet: those in which something stands, as it is shown.</summary>
internal static class Sheet
{
    private const int MostRows = 1_048_576;
    private const int MostColumns = 16_384;

    /// <summary>Reads a sheet; rows and columns that it leaves out cost nothing.</summary>
    public static List<GridCell> Read(XmlReader reader, Workbook workbook)
    {
        List<GridCell> cells = [];
        Dictionary<(int Row, int Column), (int Rows, int Columns)> merged = [];
        int row = -1;
        int column = -1;
        while (cells.Count <= GridCell.Most && reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "row":
                    row = Number(reader.GetAttribute("r")) is { } number and > 0 ? number - 1 : row + 1;
                    column = -1;
                    break;
                case "c":
                    (int Row, int Column)? place = Place(reader.GetAttribute("r"));
                    column = place?.Column ?? column + 1;
                    int cellRow = place?.Row ?? row;
                    string type = reader.GetAttribute("t") ?? "n";
                    int style = Number(reader.GetAttribute("s")) ?? 0;
                    if (!reader.IsEmptyElement && cellRow is >= 0 and < MostRows && column < MostColumns)
                    {
                        using XmlReader cell = reader.ReadSubtree();
                        string text = Value(cell, type, style, workbook);
                        if (!string.IsNullOrWhiteSpace(text))
                        {
                            cells.Add(new GridCell(cellRow, column, text));
                        }
                    }

                    break;
                case "mergeCell":
                    Merge(reader.GetAttribute("ref") ?? "", merged);
                    break;
            }
        }

        return Ordered(cells, merged);
    }

    /// <summary>The characters of a cell.</summary>
    public static FlowText Flow(GridCell cell)
    {
        FlowText text = new();
        foreach (char c in XmlEscapes.Undo(cell.Text))
        {
            // Tabs part cells; other controls are no text.
            if (c != '\r')
            {
                text.Append(c == '\n' ? c : char.IsControl(c) ? ' ' : c);
            }
        }

        return text;
    }

    private static List<GridCell> Ordered(List<GridCell> cells, Dictionary<(int Row, int Column), (int Rows, int Columns)> merged)
    {
        // Broken files repeat places or go back: the first cell of a place counts.
        cells = [.. cells.OrderBy(static cell => cell.Row).ThenBy(static cell => cell.Column).DistinctBy(static cell => (cell.Row, cell.Column))];
        for (int i = 0; i < cells.Count; i++)
        {
            if (merged.TryGetValue((cells[i].Row, cells[i].Column), out (int Rows, int Columns) size))
            {
                cells[i] = cells[i] with { Rows = size.Rows, Columns = size.Columns };
            }
        }

        return cells;
    }

    private static string Value(XmlReader reader, string type, int style, Workbook workbook)
    {
        string value = "";
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "is" && type == "inlineStr")
            {
                using XmlReader text = reader.ReadSubtree();
                return RichText.Read(text);
            }

            if (reader is { NodeType: XmlNodeType.Element, LocalName: "v", IsEmptyElement: false } && reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace)
            {
                value = reader.Value;
            }
        }

        switch (type)
        {
            case "s":
                return Number(value.Trim()) is { } text ? workbook.Text(text) : "";
            case "b":
                return value.Trim() == "1" ? "TRUE" : "FALSE";
            case "n" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number):
                return workbook.Format(style).Show(number, workbook.From1904);
            default:
                // A formula's text, an error, a date in ISO 8601: as they stand.
                return value;
        }
    }

    private static void Merge(string range, Dictionary<(int Row, int Column), (int Rows, int Columns)> merged)
    {
        int colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && Place(range[..colon]) is { } from && Place(range[(colon + 1)..]) is { } to && to.Row >= from.Row && to.Column >= from.Column)
        {
            merged.TryAdd(from, (to.Row - from.Row + 1, to.Column - from.Column + 1));
        }
    }

    // “BC12”: row 11, column 54.
    private static (int Row, int Column)? Place(string? name)
    {
        int letters = 0;
        int column = 0;
        while (name is not null && letters < name.Length && char.IsAsciiLetter(name[letters]) && letters < 4)
        {
            column = (column * 26) + (char.ToUpperInvariant(name[letters]) - 'A' + 1);
            letters++;
        }

        return letters > 0 && column <= MostColumns && Number(name![letters..]) is { } row and > 0 ? (row - 1, column - 1) : null;
    }

    private static int? Number(string? digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
