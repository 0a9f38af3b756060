using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Text;
using NodaTime;

namespace BienNien.Checking.Rules;

// Columns of lunar and solar days.
internal sealed partial class LunarMismatch
{
    // Two columns, of which the heads say that one is lunar and one solar.
    private void CheckTables(MentionView view, DiagnosticSink found)
    {
        foreach (TableGrid grid in view.Tables.Grids)
        {
            int lunar = -1;
            int solar = -1;
            int columns = 0;
            while (view.Tables.TryGet(grid.Table, 0, columns, out Sentence head))
            {
                for (int i = head.FirstToken; i < head.FirstToken + head.Count; i++)
                {
                    lunar = view[i].Word == _lunarWord ? columns : lunar;
                    solar = view[i].Word == _solarWord ? columns : solar;
                }

                columns++;
            }

            if (lunar < 0 || solar < 0 || lunar == solar)
            {
                continue;
            }

            List<(TextSpan Where, TextSpan Day, LocalDate Date, Judgement Judged)> wrong = [];
            int right = 0;
            for (int row = 1; view.Tables.TryGet(grid.Table, row, solar, out Sentence cell); row++)
            {
                if (!view.Tables.TryGet(grid.Table, row, lunar, out Sentence left) || DayIn(view, cell) is not { } day || !Told.IsSure(day) || Told.SolarDay(day) is not { } date)
                {
                    continue;
                }

                (Said? said, TextSpan where) = LunarIn(view, left);
                if (said is { } lunarDay && Judge(lunarDay, date) is { } judged)
                {
                    wrong.Add((where, day.Span, date, judged));
                }
                else
                {
                    right += said is null ? 0 : 1;
                }
            }

            // Where most rows are wrong the columns are of different years.
            for (int i = 0; i < wrong.Count && right >= wrong.Count; i++)
            {
                Report(found, view, solar == lunar + 1 || lunar == solar + 1 ? view.Both(wrong[i].Where, wrong[i].Day) : wrong[i].Day, wrong[i].Day, wrong[i].Where, wrong[i].Date, wrong[i].Judged);
            }
        }
    }

    private static Mention? DayIn(MentionView view, Sentence cell)
    {
        for (int i = cell.FirstToken; i < cell.FirstToken + cell.Count; i++)
        {
            if (view.At(i) is { } mention && Told.SolarDay(mention) is not null)
            {
                return mention;
            }
        }

        return null;
    }

    private (Said? Said, TextSpan Where) LunarIn(MentionView view, Sentence cell)
    {
        for (int i = cell.FirstToken; i < cell.FirstToken + cell.Count; i++)
        {
            if (view.At(i) is { } mention && IsLunar(mention))
            {
                return (Read(view, mention), mention.Span);
            }

            if (_days.Read(view, i) is { Day: >= 1 and <= 30, Month: >= 1 and <= 12 } written)
            {
                return (new Said(written.Month, written.Day, view[written.End].Word == _leap), TextSpan.Between(view[i].Start, view[written.End - 1].End));
            }
        }

        return (null, default);
    }
}
