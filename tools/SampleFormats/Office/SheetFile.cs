using System.Globalization;
using BienNien.SampleFormats.Texts;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace BienNien.SampleFormats.Office;

/// <summary>The document as a workbook: a paragraph a row on the first sheet, each table on a sheet of its own.</summary>
internal static class SheetFile
{
    /// <summary>The file.</summary>
    public static byte[] Of(SampleDocument document)
    {
        using MemoryStream stream = new();
        using (SpreadsheetDocument workbook = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            WorkbookPart main = workbook.AddWorkbookPart();
            main.Workbook = new Workbook(new Sheets());
            IEnumerable<IEnumerable<string>> paragraphs = document.Blocks.Where(static block => block.Kind != SampleKind.Table)
                .Select(static block => PlainText.WithMarks(block))
                .Concat(document.Notes.Select(static (note, i) => $"{PlainText.MarkOf(i + 1)} {note}"))
                .Select(static words => (IEnumerable<string>)[words]);
            AddSheet(main, "Văn bản", paragraphs);
            int tables = 0;
            foreach (SampleBlock table in document.Blocks.Where(static block => block.Kind == SampleKind.Table))
            {
                AddSheet(main, string.Create(CultureInfo.InvariantCulture, $"Bảng {++tables}"), table.Rows.Select(static row => (IEnumerable<string>)row));
            }

            workbook.PackageProperties.Created = SampleDocument.Day;
            workbook.PackageProperties.Modified = SampleDocument.Day;
        }

        return Package.Settle(stream.ToArray());
    }

    private static void AddSheet(WorkbookPart main, string name, IEnumerable<IEnumerable<string>> rows)
    {
        Sheets sheets = main.Workbook.Sheets!;
        uint number = (uint)sheets.ChildElements.Count + 1;
        string id = string.Create(CultureInfo.InvariantCulture, $"sheet{number}");
        SheetData data = new();
        uint at = 0;
        foreach (IEnumerable<string> row in rows)
        {
            at++;
            data.Append(new Row(row.Select((words, column) => new Cell(new InlineString(new DocumentFormat.OpenXml.Spreadsheet.Text(words)))
            {
                CellReference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{at}"),
                DataType = CellValues.InlineString,
            }))
            { RowIndex = at });
        }

        main.AddNewPart<WorksheetPart>(id).Worksheet = new Worksheet(data);
        sheets.Append(new Sheet { Id = id, SheetId = number, Name = name });
    }
}
