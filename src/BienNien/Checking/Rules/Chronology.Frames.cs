using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

// Dates held against the frame they stand in: the heading's period, the order of a schedule, “trước …” and “sau …”.
internal sealed partial class Chronology
{
    private const int LeastItems = 3;
    private const int LongestDrop = 180;
    private const int LeastOutside = 2;

    // “Tháng 7/1981, …” between November 1959 and the end of 1964, under a heading “(1954 - 1965)”
    private void CheckHeadings(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        Mention? period = null;
        List<Mention> dates = [];
        int block = -1;
        for (int s = 0; s < view.Sentences.Length; s++)
        {
            SentenceRange sentence = view.Sentences[s];
            if (view.Document.Blocks[sentence.Block].Kind == BlockKind.Heading)
            {
                if (sentence.Block != block)
                {
                    Judge(view, period, dates, told, found);
                    (period, block) = (null, sentence.Block);
                    dates.Clear();
                }

                for (int at = sentence.First; at < sentence.End; at++)
                {
                    period = view.At(at) is { } mention && Told.Date(mention) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start: { Year: { } from }, End: { Year: { } to } } && from <= to ? mention : period;
                }
            }
            else if (period is not null && view.Document.Blocks[sentence.Block].Cell is null)
            {
                for (int at = sentence.First; at < sentence.End && at <= sentence.First + 1; at++)
                {
                    if (view.At(at) is { } opening && IsDate(opening) && !IsRecalled(view, sentence))
                    {
                        dates.Add(opening);
                        break;
                    }
                }
            }
        }

        Judge(view, period, dates, told, found);
    }

    // “Năm 1947, như trên đã kể, …”
    private bool IsRecalled(MentionView view, SentenceRange sentence)
    {
        for (int at = sentence.First; at < sentence.End; at++)
        {
            if (_clauses.Told.Contains(view[at]))
            {
                return true;
            }
        }

        return false;
    }

    // The one date that the period does not hold, told between dates that it holds and that are in order.
    private static void Judge(MentionView view, Mention? period, List<Mention> dates, HashSet<TextSpan> told, DiagnosticSink found)
    {
        if (period is null || Told.Date(period) is not { Start.Year: { } from, End.Year: { } to })
        {
            return;
        }

        int odd = -1;
        int outside = 0;
        for (int i = 0; i < dates.Count; i++)
        {
            int year = Told.Year(dates[i]) ?? 0;
            if (year < from || year > to)
            {
                outside++;
                odd = i;
            }
        }

        // What happened a year before or after a period is told with it; what is told first or last may lead to it or from it.
        if (outside != 1 || odd == 0 || odd == dates.Count - 1 || Told.Year(dates[odd]) is not { } said || (said >= from - LeastOutside && said <= to + LeastOutside)
            || Told.Year(dates[odd - 1]) is not { } before || Told.Year(dates[odd + 1]) is not { } after || before > after)
        {
            return;
        }

        ReportOrder(view, dates[odd].Span, period.Span, told, found, "thời kỳ ở tên mục", "the period of the heading");
    }

    // A step told after one that it must come before, of the same thing: “Lễ khánh thành cầu …, ngày 5/6/1972. Cầu khởi công ngày 10/10/1973.”
    private static bool IsToldBack(MentionView view, Dated told, Dated step, Step first)
    {
        if (step.Sentence - told.Sentence != 1 || Told.Date(told.Date) is not { } end || Told.Date(step.Date) is not { } start || end.Latest >= start.Earliest)
        {
            return false;
        }

        bool later = false;
        foreach (Step one in told.Is)
        {
            later |= one.Course == first.Course && one.Rank > first.Rank;
        }

        // The second sentence opens with the thing of which the first told the step.
        int opening = view.Sentences[step.Sentence].First;
        bool same = false;
        for (int at = told.First + 1; at <= told.First + NearWords && !view[at].IsMark; at++)
        {
            same |= view.IsSameWord(at, opening);
        }

        return later && same && step.First - opening <= 2;
    }

    // The main clause tells what was done, its date at its end: “…, huyện đã giải thể ba lâm trường vào tháng 5/1998.”
    private bool IsDoneBy(MentionView view, int comma, int from, int end, SentenceRange sentence)
    {
        if (!_clauses.At.Contains(view[from - 1]) || !(end >= sentence.End || view[end].IsMark))
        {
            return false;
        }

        bool done = false;
        for (int at = comma + 1; at < from; at++)
        {
            if (_clauses.Recalls.Contains(view[at]))
            {
                return false;
            }

            // “huyện đã giải thể …”, not “việc khoán đã làm thử vào …”
            done |= _clauses.Done.Contains(view[at]) && at <= comma + NearWords + 1;
        }

        return done;
    }

    // “Trước năm 1945, vào năm 1951, …”: what is told to come before comes after.
    private void CheckBefore(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        foreach (SentenceRange sentence in view.Sentences)
        {
            if (!_clauses.Before.Contains(view[sentence.First]))
            {
                continue;
            }

            Mention? cause = null;
            for (int at = sentence.First; at < sentence.End && at <= sentence.First + LongestOpening; at++)
            {
                if (view.At(at) is not { } mention)
                {
                    continue;
                }

                (int from, int end) = view.RangeOf(mention.Span);
                at = end - 1;
                if (cause is null)
                {
                    if (Told.Date(mention) is not { IsSet: false, Start.Year: not null } || !Told.IsSure(mention))
                    {
                        break;
                    }

                    cause = mention;
                    continue;
                }

                int gap = view.RangeOf(cause.Span).End;
                gap = view[gap].Word == _close ? gap + 1 : gap;
                if (view[gap].Word == _clauses.Comma && from - gap <= 2 && IsDate(mention) && Day(cause) is { } limit && Told.Date(mention) is { } said && said.Earliest > limit)
                {
                    ReportOrder(view, mention.Span, cause.Span, told, found, "mốc phải ở sau", "what comes after");
                }

                break;
            }
        }
    }

    // “trước năm 1945” has no end that is known but the year itself.
    private static LocalDate? Day(Mention mention) =>
        mention.Value is TimeValue { Value: { } value } && Edtf.TryParse(value) is { } date
            ? date.IsInterval && date.EndKind != EdtfEnd.Known ? date.Start.Latest : date.Latest
            : null;

    // “7 giờ 30: đón tiếp / 8 giờ 00: khai mạc / 7 giờ 45: báo cáo / 9 giờ 30: thảo luận”
    private void CheckSchedules(MentionView view, DiagnosticSink found)
    {
        List<Clock> times = [];
        int last = -2;
        for (int block = 0; block <= view.Document.Blocks.Length; block++)
        {
            Clock? clock = block < view.Document.Blocks.Length && view.Document.Blocks[block] is { Kind: BlockKind.ListItem or BlockKind.Paragraph } ? Opening(view, block) : null;
            if (clock is null || block != last + 1)
            {
                Judge(view, times, found);
                times.Clear();
            }

            if (clock is { } time)
            {
                times.Add(time);
                last = block;
            }
        }

        foreach (TableGrid grid in view.Tables.Grids)
        {
            times.Clear();
            for (int row = 0; row < grid.Rows; row++)
            {
                if (view.Tables.TryGet(grid.Table, row, 0, out Sentence cell) && ClockAt(view, cell.FirstToken) is { } time)
                {
                    times.Add(time);
                }
            }

            Judge(view, times, found);
        }
    }

    private Clock? Opening(MentionView view, int block)
    {
        TextSpan span = view.Document.Blocks[block].Span;
        (int first, _) = view.RangeOf(span with { Length = Math.Max(1, span.Length) });
        for (int at = first; at <= first + 2 && view.Tokens.Length > at && view.BlockOf(at) == block; at++)
        {
            if (ClockAt(view, at) is { } clock)
            {
                return clock;
            }

            if (!view[at].IsMark && !_clauses.Times.Contains(view[at]))
            {
                break;
            }
        }

        return null;
    }

    // One time that is too early, where all others are in order; a fall of hours is the afternoon told by twelve.
    private static void Judge(MentionView view, List<Clock> times, DiagnosticSink found)
    {
        if (times.Count < LeastItems)
        {
            return;
        }

        int odd = -1;
        for (int i = 1; i < times.Count; i++)
        {
            if (times[i].Minutes < times[i - 1].Minutes)
            {
                if (odd >= 0 || times[i - 1].Minutes - times[i].Minutes > LongestDrop)
                {
                    return;
                }

                odd = i;
            }
        }

        if (odd < 0 || (odd + 1 < times.Count && times[odd + 1].Minutes < times[odd - 1].Minutes))
        {
            return;
        }

        string said = view.Line(times[odd].Span);
        string before = view.Line(times[odd - 1].Span);
        found.Report(
            times[odd].Span,
            new BilingualText($"“{said}” đứng sau “{before}” trong lịch: trái trình tự thời gian.", $"“{said}” stands after “{before}” in the schedule: the order of time forbids it."),
            related: [new RelatedPlace(times[odd - 1].Span, new BilingualText("Mốc không khớp", "The time it does not agree with"))]);
    }
}
