using System.Net;
using System.Text;
using BienNien.Tests.Properties;
using BienNien.Text;
using FsCheck;
using FsCheck.Fluent;

namespace BienNien.Tests.Reading;

/// <summary>One table, saved in every format that has tables.</summary>
public sealed class TableProperties
{
    private const string Letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạếềểễệỨĐ0123456789.,;|\"'<>&-%()/";

    private static Gen<string[][]> Grids =>
        from rows in Gen.Choose(2, 5)
        from columns in Gen.Choose(2, 5)
        from cells in Words.ListOf(rows * columns)
        select cells.Chunk(columns).ToArray();

    private static Gen<string> Words =>
        from count in Gen.Choose(1, 3)
        from words in (from length in Gen.Choose(1, 6)
                       from letters in Gen.Elements<char>(Letters).ListOf(length)
                       select string.Concat(letters)).ListOf(count)
        select string.Join(' ', words);

    [Fact]
    public void Every_format_gives_the_same_grid() => Seeded.Check(Grids, 300, static grid =>
    {
        string html = Grid("a.html", Encoding.UTF8.GetBytes("<table>" + string.Concat(grid.Select(static row => "<tr>" + string.Concat(row.Select(static cell => $"<td>{Escape(cell)}</td>")))) + "</table>"));
        return html == Grid("a.csv", Encoding.UTF8.GetBytes(string.Join('\n', grid.Select(static row => string.Join(',', row.Select(Quote))))))
            && html == Grid("a.docx", DocxTests.Make("<w:tbl>" + string.Concat(grid.Select(static row => "<w:tr>" + string.Concat(row.Select(static cell => $"<w:tc><w:p><w:r><w:t>{Escape(cell)}</w:t></w:r></w:p></w:tc>")) + "</w:tr>")) + "</w:tbl>"))
            && html == Grid("a.xlsx", XlsxTests.Make(("Sheet1", string.Concat(grid.Select(static row => "<row>" + string.Concat(row.Select(static cell => $"<c t=\"inlineStr\"><is><t>{Escape(cell)}</t></is></c>")) + "</row>")), false)));
    });

    private static string Grid(string name, byte[] file)
    {
        Document document = Blocks.Read(name, file);
        return string.Join('\n', document.Blocks.Where(static block => block.Cell is not null).Select(block => $"{block.Cell}: {document.Surface(block.Span)}"));
    }

    private static string Escape(string cell) => WebUtility.HtmlEncode(cell);

    private static string Quote(string cell) => cell.AsSpan().ContainsAny(",;|\"") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
