using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Names of years in inscriptions and in the columns of tables.
internal sealed partial class CanChiMismatch
{
    private const int LeastRows = 2;

    // “khắc "Giáp Sửu niên trọng thu"”: the word for a year, or nothing else, in the quotation.
    private bool IsInscribed(MentionView view, int at) =>
        _yearsOld.Contains(view[at + 2]) || (_quotes.Contains(view[at - 1]) && _quotes.Contains(view[at + 2]) && view[at + 3].Word == _open && view[at + 4].IsNumber);

    // A column of years and one of their names: reported where the other rows agree.
    private void CheckTables(MentionView view, DiagnosticSink found)
    {
        foreach (TableGrid grid in view.Tables.Grids)
        {
            for (int column = 0; column < grid.Columns; column++)
            {
                if (view.Tables.TryGet(grid.Table, 0, column, out Sentence head) && NamesYears(view, head))
                {
                    CheckColumn(view, grid, column, found);
                }
            }
        }
    }

    private bool NamesYears(MentionView view, Sentence head)
    {
        for (int i = head.FirstToken; i < head.FirstToken + head.Count; i++)
        {
            if (_columns.Contains(view[i], view[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private void CheckColumn(MentionView view, TableGrid grid, int column, DiagnosticSink found)
    {
        List<Row> rows = [];
        int right = 0;
        for (int row = 1; row < grid.Rows; row++)
        {
            if (!view.Tables.TryGet(grid.Table, row, column, out Sentence cell) || YearOf(view, grid, row, column) is not { } solar)
            {
                continue;
            }

            if (Named(view, cell, solar) is { } read)
            {
                right += read.Agrees ? 1 : 0;
                rows.Add(read);
            }
        }

        foreach (Row row in rows)
        {
            if (!row.Agrees && right >= LeastRows && right > rows.Count - right)
            {
                string said = view.Line(row.Said);
                string year = view.Line(row.Solar);
                found.Report(
                    view.Both(row.Said, row.Solar),
                    new BilingualText($"“{said}” không phải năm {year}: {row.Right}.", $"“{said}” is not {year}: {row.Right}."),
                    expected: row.Right,
                    related: [new RelatedPlace(row.Solar, new BilingualText("Năm dương lịch cùng dòng", "The solar year of the row"))]);
            }
        }
    }

    // What a cell says of a year: its name in the cycle, or the year of an era.
    private Row? Named(MentionView view, Sentence cell, Solar solar)
    {
        for (int at = cell.FirstToken; at < cell.FirstToken + cell.Count; at++)
        {
            if (view.At(at) is { Value: TimeValue { Type: TimexType.Date } } mention && mention.Rule.ToString() == "TIM012" && Told.Date(mention) is { IsInterval: false, Start: { Year: { } own } })
            {
                return new Row(mention.Span, solar.Span, own == solar.Year || own + 1 == solar.Year, own.ToString(CultureInfo.InvariantCulture));
            }

            if (_stemWords.Contains(view[at]) && view[at].Capitalised && StemOf(view[at]) is var stem and >= 0 && BranchOf(view[at + 1]) is var branch and >= 0 && at + 1 < cell.FirstToken + cell.Count)
            {
                CanChi right = CanChi.OfYear(solar.Year);
                return new Row(view.SpanOf(at, at + 2), solar.Span, CanChi.Of(stem, branch) == right || CanChi.Of(stem, branch) == CanChi.OfYear(solar.Year - 1), right.ToString());
            }
        }

        return null;
    }

    // The one year that stands alone in another cell of the row.
    private Solar? YearOf(MentionView view, TableGrid grid, int row, int column)
    {
        Solar? year = null;
        for (int other = 0; other < grid.Columns; other++)
        {
            if (other != column && view.Tables.TryGet(grid.Table, row, other, out Sentence cell) && cell.Count <= 2 && cell[cell.Count - 1] is { IsNumber: true, Length: 4, Number: >= 900 and <= 2199 } figure
                && (cell.Count == 1 || cell[0].Word == _year))
            {
                if (year is not null)
                {
                    return null;
                }

                year = new Solar(cell.FirstToken, figure.Span, figure.Number, null, null, GlossKind.Same);
            }
        }

        return year;
    }

    /// <summary>A row's name of a year and its number.</summary>
    private readonly record struct Row(TextSpan Said, TextSpan Solar, bool Agrees, string Right);
}
