using System.Collections.Immutable;
using System.Text.RegularExpressions;
using System.Xml;
using BienNien.Reading.Packages;
using BienNien.Reading.Tables;
using BienNien.Text;

namespace BienNien.Reading.Xlsx;

/// <summary>Excel workbooks: each sheet a table under its name, cells as a Vietnamese Excel shows them.</summary>
/// <remarks>
/// The parts are streamed: a sheet that is formatted to its millionth row costs what is filled in it. Formulas stand by the values that
/// were saved with them; hidden sheets are left out; names that the program itself gives to sheets (<c>Sheet1</c>) are nobody's words.
/// </remarks>
internal sealed partial class XlsxFormat : IDocumentFormat
{
    /// <inheritdoc/>
    public ImmutableArray<string> Extensions { get; } = [".xlsx", ".xlsm", ".xltx", ".xltm"];

    /// <inheritdoc/>
    public ReadResult Read(string name, FileContent content, ReadOptions options) => OfficePackage.Read(content, options, (package, main) =>
    {
        Workbook workbook = Workbook.Read(package, main);
        DocumentAssembler document = new();
        int tables = 0;
        int filled = 0;
        foreach ((string title, string part) in workbook.Sheets)
        {
            using XmlReader? sheet = package.Open(part);
            if (sheet is null)
            {
                continue;
            }

            List<GridCell> cells = Sheet.Read(sheet, workbook);
            filled += cells.Count;
            if (filled > GridCell.Most)
            {
                return GridCell.TooMany;
            }

            if (cells.Count > 0 && !GivenName.IsMatch(title))
            {
                AddTitle(document, title);
            }

            tables += GridBlocks.Add(document, cells, tables, Sheet.Flow) ? 1 : 0;
        }

        return document.Finish(name);
    });

    private static void AddTitle(DocumentAssembler document, string title)
    {
        FlowText text = new();
        foreach (char c in title)
        {
            text.Append(char.IsControl(c) ? ' ' : c);
        }

        document.NextLine();
        document.Add(text, BlockKind.Heading, 1);
        document.NextLine();
    }

    [GeneratedRegex(@"^(Sheet|Trang[ _]?tính|Feuil)[ _]?\d*( \(\d+\))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex GivenName { get; }
}
