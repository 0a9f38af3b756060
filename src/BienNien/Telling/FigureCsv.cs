using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace BienNien.Telling;

/// <summary>Figures as CSV (RFC 4180): a head, then one figure a row; commas, CRLF, quotes where they are needed.</summary>
/// <remarks>
/// Text stands as the documents have it, even where a spreadsheet would take it for a formula: a data set that alters its values is none.
/// <c>docs/figures.md</c> says how to open it safely.
/// </remarks>
public static class FigureCsv
{
    // CRLF is what is left when no NewLine is set; were it set, a line feed alone would go unquoted.
    private static readonly CsvConfiguration _form = new(CultureInfo.InvariantCulture)
    {
        Delimiter = ",",
        InjectionOptions = InjectionOptions.None,
    };

    /// <summary>Writes the head and all rows.</summary>
    /// <param name="output">Where to; stays open.</param>
    /// <param name="rows">In any order; read once, row by row.</param>
    /// <returns>How many rows were written.</returns>
    public static int Write(TextWriter output, IEnumerable<FigureRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        using CsvWriter csv = new(output, _form, leaveOpen: true);
        foreach (FigureColumn column in FigureColumn.All)
        {
            csv.WriteField(column.Name);
        }

        csv.NextRecord();
        int count = 0;
        foreach (FigureRow row in rows)
        {
            count++;
            foreach (FigureColumn column in FigureColumn.All)
            {
                csv.WriteField(column.Cell(row));
            }

            csv.NextRecord();
        }

        return count;
    }
}
