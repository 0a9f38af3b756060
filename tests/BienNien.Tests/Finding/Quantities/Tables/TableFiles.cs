using System.Globalization;
using System.Net;
using System.Text;
using BienNien.Tests.Reading;
using BienNien.Text;

namespace BienNien.Tests.Finding.Quantities.Tables;

/// <summary>The tables of a page, saved as files of other formats.</summary>
internal static class TableFiles
{
    /// <summary>A document in Markdown, its lines and tables saved as another kind of file.</summary>
    /// <param name="markdown">Lines and tables.</param>
    /// <param name="extension">csv, html, docx or xlsx.</param>
    /// <param name="headRows">How many rows of each table are merged heads; 0 leaves empty cells empty.</param>
    public static Document Save(string markdown, string extension, int headRows)
    {
        StringBuilder body = new();
        int row = 0;
        List<string[]> table = [];
        List<string> merges = [];
        foreach (string line in markdown.Split('\n').Append(""))
        {
            if (line.StartsWith('|'))
            {
                if (!line.StartsWith("|---", StringComparison.Ordinal))
                {
                    table.Add([.. line[1..line.LastIndexOf('|')].Split('|').Select(static cell => cell.Trim())]);
                }

                continue;
            }

            if (table.Count > 0)
            {
                body.Append(Table(table, extension, headRows, ref row, merges));
                table.Clear();
            }

            if (line.Trim().Length > 0)
            {
                body.Append(Line(line.Trim(), extension, ref row));
            }
        }

        byte[] bytes = extension switch
        {
            "docx" => DocxTests.Make(body.ToString()),
            "xlsx" => XlsxTests.Merged(XlsxTests.Make(("Sheet1", body.ToString(), false)), merges),
            _ => Encoding.UTF8.GetBytes(body.ToString()),
        };
        return Blocks.Read("bảng." + extension, bytes);
    }

    private static string Line(string line, string extension, ref int row) => extension switch
    {
        "html" => $"<p>{WebUtility.HtmlEncode(line)}</p>",
        "docx" => $"<w:p><w:r><w:t>{WebUtility.HtmlEncode(line)}</w:t></w:r></w:p>",
        "xlsx" => $"<row r=\"{++row}\">{Sheet(row, 0, line)}</row>",
        _ => Quote(line) + "\n",
    };

    private static string Table(List<string[]> table, string extension, int headRows, ref int first, List<string> merges)
    {
        StringBuilder body = new();
        for (int r = 0; r < table.Count; r++)
        {
            first++;
            StringBuilder cells = new();
            for (int c = 0; c < table[r].Length; c++)
            {
                (int columns, int rows, bool covered) = Size(table, r, c, headRows);
                string text = WebUtility.HtmlEncode(table[r][c]);
                switch (extension)
                {
                    case "html" when !covered:
                        cells.Append(CultureInfo.InvariantCulture, $"<td{(columns > 1 ? $" colspan=\"{columns}\"" : "")}{(rows > 1 ? $" rowspan=\"{rows}\"" : "")}>{text}</td>");
                        break;
                    case "docx" when !(covered && r < headRows && table[r][c].Length == 0 && Origin(table, r, c, headRows) == r):
                        string merge = rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : covered ? "<w:vMerge/>" : "";
                        cells.Append(CultureInfo.InvariantCulture, $"<w:tc><w:tcPr>{(columns > 1 ? $"<w:gridSpan w:val=\"{columns}\"/>" : "")}{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
                        break;
                    case "xlsx":
                        cells.Append(Sheet(first, c, table[r][c]));
                        if (columns > 1 || rows > 1)
                        {
                            merges.Add($"{(char)('A' + c)}{first}:{(char)('A' + c + columns - 1)}{first + rows - 1}");
                        }

                        break;
                    case "csv":
                        cells.Append(c > 0 ? "," : "").Append(Quote(table[r][c]));
                        break;
                }
            }

            body.Append(extension switch
            {
                "html" => $"<tr>{cells}</tr>",
                "docx" => $"<w:tr>{cells}</w:tr>",
                "xlsx" => $"<row r=\"{first}\">{cells}</row>",
                _ => $"{cells}\n",
            });
        }

        return extension switch { "html" => $"<table>{body}</table>", "docx" => $"<w:tbl>{body}</w:tbl>", _ => body.ToString() };
    }

    // A head takes the empty places right of it when heads stand below, else those below it.
    private static (int Columns, int Rows, bool Covered) Size(List<string[]> table, int row, int column, int headRows)
    {
        if (row >= headRows)
        {
            return (1, 1, false);
        }

        if (table[row][column].Length == 0)
        {
            return (1, 1, true);
        }

        bool group = row + 1 < headRows && table[row + 1][column].Length > 0;
        int columns = 1;
        while (group && column + columns < table[row].Length && table[row][column + columns].Length == 0)
        {
            columns++;
        }

        int rows = 1;
        while (!group && row + rows < headRows && table[row + rows][column].Length == 0)
        {
            rows++;
        }

        return (columns, rows, false);
    }

    // The row of the head that takes an empty place.
    private static int Origin(List<string[]> table, int row, int column, int headRows)
    {
        for (int left = column; left >= 0; left--)
        {
            if (table[row][left].Length > 0)
            {
                return Size(table, row, left, headRows).Columns > column - left ? row : row - 1;
            }
        }

        return row - 1;
    }

    private static string Sheet(int row, int column, string text) =>
        text.Length == 0 ? "" : $"<c r=\"{(char)('A' + column)}{row}\" t=\"inlineStr\"><is><t>{WebUtility.HtmlEncode(text)}</t></is></c>";

    private static string Quote(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
