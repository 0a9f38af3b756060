using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Columns of dates and numbers of years, classes and ordinal numbers of anniversaries.
internal sealed partial class AnniversaryArithmetic
{
    // “120 năm … thuộc loại năm lẻ 5”: by the decree, round years end in 0, “năm lẻ 5” in 5, all others are other years.
    private void CheckClasses(MentionView view, DiagnosticSink found)
    {
        for (int at = 0; at + 1 < view.Tokens.Length; at++)
        {
            if (view[at].Word != _stories.Year)
            {
                continue;
            }

            int end = view[at + 1].Word == _stories.RoundYear ? at + 2
                : view[at + 1].Word == _stories.Odd && (view[at + 2] is { IsNumber: true, Number: 5 } || view[at + 2].Word == _stories.Five) ? at + 3
                : view[at + 1].Word == _stories.Other ? at + 2
                : 0;
            if (end == 0 || _stories.Not.Contains(view[at - 1]) || _stories.Not.Contains(view[at - 2]) || (_stories.Lists.Contains(view[end]) && view[end + 1].Word == _stories.Year) || _stories.Lists.Contains(view[at - 1]))
            {
                continue;
            }

            (int from, _) = view.SentenceOf(at);
            bool tied = false;
            for (int i = at - 1; i >= from && i >= at - FarthestYear; i--)
            {
                tied |= _stories.Is.Contains(view[i]);
                if (view[i] is { IsNumber: true, Length: <= 3, Number: > 0 } number && (view[i + 1].Word == _stories.Year || view[i - 1].Word == _stories.Year) && !view[i - 1].IsNumber)
                {
                    string right = number.Number % 10 == 0 ? "năm tròn" : number.Number % 10 == 5 ? "năm lẻ 5" : "năm khác";
                    bool agrees = right == (end == at + 3 ? "năm lẻ 5" : view[at + 1].Word == _stories.RoundYear ? "năm tròn" : "năm khác");
                    if (tied && !agrees)
                    {
                        TextSpan span = TextSpan.Between(view[at].Start, view[end - 1].End);
                        found.Report(
                            span,
                            new BilingualText($"{number.Number} năm là “{right}”, không phải “{view.Line(span)}”.", $"{number.Number} years are “{right}”, not “{view.Line(span)}”."),
                            expected: right,
                            related: [new RelatedPlace(number.Span, new BilingualText("Số năm kỷ niệm", "The number of years"))]);
                    }

                    break;
                }
            }
        }
    }

    // “kỷ niệm lần thứ 94 Ngày thành lập Đảng (3/2/1930 - 3/2/2025)”
    private void CheckOrdinals(MentionView view, DiagnosticSink found)
    {
        for (int at = 0; at + 2 < view.Tokens.Length; at++)
        {
            if (view[at].Word != _stories.Time || view[at + 1].Word != _stories.Ordinal || view[at + 2] is not { IsNumber: true, Length: <= 3 } number || !(Commemorates(view, at) || _stories.Birthday.Contains(view[at - 1])))
            {
                continue;
            }

            for (int next = at + 3; next < at + LongestName && !_stops.Contains(view[next]); next++)
            {
                if (view.At(next) is not { } mention)
                {
                    continue;
                }

                if ((IsSameDayOfYear(((TimeValue)mention.Value).Value) || (mention.Value is TimeValue { Mod: TimexMod.None } && Told.Date(mention) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start: { Month: null }, End: { Month: null } })) && Told.Date(mention) is { } interval && interval.End.Year - interval.Start.Year is { } years && years != number.Number
                    && Told.IsSure(mention))
                {
                    TextSpan span = TextSpan.Between(view[at].Start, number.End);
                    found.Report(
                        span,
                        new BilingualText(
                            $"“{view.Line(span)}” không khớp với hai mốc “{view.Line(mention.Span)}”: từ mốc đầu đến mốc cuối là {years} năm.",
                            $"“{view.Line(span)}” does not match the dates “{view.Line(mention.Span)}”: from the first to the last it is {years} years."),
                        expected: $"lần thứ {years}",
                        related: [new RelatedPlace(mention.Span, new BilingualText("Hai mốc thời gian được tính", "The two dates counted"))]);
                }

                break;
            }
        }
    }

    // A column of dates and one of numbers of years: in most rows they lead to one and the same year.
    private void CheckTables(MentionView view, DiagnosticSink found)
    {
        foreach (TableGrid grid in view.Tables.Grids)
        {
            for (int column = 1; column < grid.Columns; column++)
            {
                if (view.Tables.TryGet(grid.Table, 0, column, out Sentence head) && IsCountOfYears(view, head))
                {
                    CheckColumn(view, grid, column, found);
                }
            }
        }
    }

    private bool IsCountOfYears(MentionView view, Sentence head)
    {
        bool years = false;
        bool kept = false;
        for (int i = head.FirstToken; i < head.FirstToken + head.Count; i++)
        {
            years |= view[i].Word == _stories.Year;
            kept |= _commemorates.Contains(view[i]) || view[i].Word == _stories.Number || view[i].Word == _stories.RoundYear;
        }

        return years && kept;
    }

    private void CheckColumn(MentionView view, TableGrid grid, int column, DiagnosticSink found)
    {
        List<(Token Count, Mention Date, int Sum)> rows = [];
        for (int row = 1; row < grid.Rows; row++)
        {
            if (!view.Tables.TryGet(grid.Table, row, column, out Sentence cell) || cell[0] is not { IsNumber: true, Length: <= 4 } count
                || (cell.Count > 1 && (cell.Count > 2 || cell[1].Word != _stories.Year)))
            {
                continue;
            }

            Mention? date = null;
            for (int other = 0; other < grid.Columns; other++)
            {
                if (other != column && view.Tables.TryGet(grid.Table, row, other, out Sentence beside) && view.At(beside.FirstToken) is { } mention && Told.Year(mention) is not null
                    && view.RangeOf(mention.Span) == (beside.FirstToken, beside.FirstToken + beside.Count))
                {
                    date ??= mention;
                }
            }

            if (date is not null)
            {
                rows.Add((count, date, Told.Year(date)!.Value + count.Number));
            }
        }

        if (rows.Count < LeastRows || rows.GroupBy(static row => row.Sum).OrderByDescending(static group => group.Count()).First() is not { } most || most.Count() * 3 < rows.Count * 2)
        {
            return;
        }

        foreach ((Token count, Mention date, int sum) in rows)
        {
            if (sum != most.Key)
            {
                int right = most.Key - Told.Year(date)!.Value;
                found.Report(
                    count.Span,
                    new BilingualText(
                        $"“{view.Line(count.Span)}” không khớp: từ {view.Line(date.Span)} đến năm {most.Key} (như các dòng khác) là {right} năm.",
                        $"“{view.Line(count.Span)}” does not fit: from {view.Line(date.Span)} to {most.Key}, as in the other rows, it is {right} years."),
                    expected: right.ToString(CultureInfo.InvariantCulture),
                    related: [new RelatedPlace(date.Span, new BilingualText("Mốc được tính", "The date counted from"))]);
            }
        }
    }
}
