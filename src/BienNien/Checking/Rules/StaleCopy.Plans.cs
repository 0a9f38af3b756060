using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// What is still to come, due or held, in a plan of a year: dates and periods left from the year before.
internal sealed partial class StaleCopy
{
    // “từ nay đến hết tháng 12/2023” in the programme of 2024
    private void CheckDue(MentionView view, int end, List<int> years, DiagnosticSink found)
    {
        int least = years.Min();
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind != MentionKind.Time || mention.Value is not TimeValue { Implicit: false } || DateOf(mention) is not { Year: { } year } dated || least - year is <= 0 or > EditionsBack)
            {
                continue;
            }

            (int first, int last) = view.RangeOf(mention.Span);
            (int from, int to) = view.SentenceOf(first);
            // A plan is made in the last months of the year before: what is still due then may be meant, unless it is counted “from now”.
            bool late = dated.Month is null or >= 10;
            if (first >= end && Has(view, Math.Max(from, first - LongestCue), last, late ? _titles.Now : _titles.Due) && !HasPast(view, from, to))
            {
                ReportYear(view, found, mention.Span, least, end);
            }
        }
    }

    // A single date; of “trước ngày 20/3/2024” the day.
    private static EdtfDate? DateOf(Mention mention) =>
        Told.Date(mention) is not { IsSet: false } date ? null
            : !date.IsInterval ? date.Start
            : date.StartKind != EdtfEnd.Known && date.EndKind == EdtfEnd.Known ? date.End : null;

    // In a plan of one year, the one date of the year before among dates of its own.
    private void CheckOdd(MentionView view, int end, List<int> years, DiagnosticSink found)
    {
        int year = years[0];
        if (years.Exists(other => other != year))
        {
            return;
        }

        Mention? odd = null;
        int own = 0;
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind != MentionKind.Time || mention.Value is not TimeValue { Implicit: false } || DateOf(mention) is not { Year: { } told, Month: <= 12 }
                || view.RangeOf(mention.Span).First < end)
            {
                continue;
            }

            own += told == year ? 1 : 0;
            if (told == year - 1)
            {
                if (odd is not null)
                {
                    return;
                }

                odd = mention;
            }
        }

        if (odd is null || own < 2 || DateOf(odd)!.Value.Month >= 10)
        {
            return;
        }

        (int first, _) = view.RangeOf(odd.Span);
        (int from, int to) = view.SentenceOf(first);
        bool organises = false;
        bool based = false;
        for (int at = from; at < first; at++)
        {
            organises |= _titles.Organises.Contains(view[at]);
            based |= _titles.Bases.Contains(view[at]);
        }

        if (organises && !based && !HasPast(view, from, to))
        {
            ReportYear(view, found, odd.Span, year, end);
        }
    }

    // “đón xuân Quý Mão” in the programme for Tết of 2024
    private void CheckFeast(MentionView view, int end, List<int> years, DiagnosticSink found)
    {
        bool feast = false;
        for (int at = 0; at < end; at++)
        {
            feast |= _titles.Feasts.Contains(view[at]);
        }

        int year = years.Max();
        CanChi last = CanChi.OfYear(year - 1);
        for (int at = end; feast && at + 1 < view.Tokens.Length; at++)
        {
            if (_titles.Feasts.Contains(view[at - 1]) && view[at].Capitalised && view[at + 1].Capitalised
                && CanChi.TryParse(view.Document.Text.AsSpan(view[at].Start, view[at + 1].End - view[at].Start), out CanChi said) && said == last
                && view.SentenceOf(at) is var (from, to) && !HasPast(view, from, to) && !(view[at + 2] is { IsNumber: true, Length: 4 }))
            {
                ReportYear(view, found, view.SpanOf(at, at + 2), year, end);
            }
            else if ((_titles.Feasts.Contains(view[at - 1]) || (_titles.New.Contains(view[at - 1]) && view[at - 2].Word == _titles.Year)) && view[at] is { IsNumber: true, Length: 4 } figure && figure.Number == year - 1 && view.SentenceOf(at) is var (start, stop) && !HasPast(view, start, stop))
            {
                ReportYear(view, found, view.SpanOf(at, at + 1), year, end);
            }
        }
    }

    // “dự kiến vào dịp 30/4/2020” among dates that are all of 2025
    private void CheckPlanned(MentionView view, int end, DiagnosticSink found)
    {
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind != MentionKind.Time || mention.Value is not TimeValue { Implicit: false } || Told.Date(mention) is not { IsInterval: false, Start: { Year: { } year, Month: not null } })
            {
                continue;
            }

            (int first, int last) = view.RangeOf(mention.Span);
            (int from, int to) = view.SentenceOf(first);
            if (first < end || !Has(view, Math.Max(from, first - LongestCue), last, _titles.Planned) || HasPast(view, from, to))
            {
                continue;
            }

            int block = view.BlockOf(first);
            int other = 0;
            int count = 0;
            for (int at = first - 1; at >= 0 && view.BlockOf(at) == block && other >= 0; at--)
            {
                if (view.At(at) is { } before && before.Value is TimeValue { Implicit: false } && Told.Date(before) is { Start: { Year: { } told, Month: not null } })
                {
                    other = other == 0 || other == told ? told : -1;
                    count++;
                    at = view.RangeOf(before.Span).First;
                }
            }

            if (count >= 2 && other > year)
            {
                string said = view.Line(mention.Span);
                found.Report(
                    mention.Span,
                    new BilingualText($"“{said}” có lẽ còn sót từ văn bản cũ: các mốc trước đó đều thuộc năm {other}.", $"“{said}” may be left from an older text: the dates before it are all of {other}."),
                    expected: other.ToString(CultureInfo.InvariantCulture),
                    confidence: DiagnosticConfidence.Likely);
            }
        }
    }

    // “Tổng kinh phí dự kiến để thực hiện Đề án trong giai đoạn 2016 - 2020” in the scheme of 2021 - 2025
    private void CheckPeriod(MentionView view, int end, DiagnosticSink found)
    {
        Mention? own = null;
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind != MentionKind.Time || mention.Value is not TimeValue { Implicit: false }
                || Told.Date(mention) is not { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start: { Year: { } from, Month: null }, End: { Year: { } to, Month: null } })
            {
                continue;
            }

            (int first, int last) = view.RangeOf(mention.Span);
            if (!_titles.Period.Contains(view[first - 1]) && !_titles.Period.Contains(view[first]) && !_titles.Period.Contains(view[first + 1]))
            {
                continue;
            }

            if (first < end)
            {
                own ??= mention;
                continue;
            }

            (int start, int stop) = view.SentenceOf(first);
            if (own is not null && Told.Date(own) is { } title && to <= title.Start.Year && title.Start.Year - to <= 1 && from < title.Start.Year && to - from == title.End.Year - title.Start.Year
                && (Has(view, start, stop, _titles.Planned) || HasWill(view, start, stop) || IsHeading(view, first) || view.Has(start, _titles.Above) || IsCalled(view, start, first) || IsApplied(view, start, stop, title.Start.Year!.Value)) && !HasPast(view, start, stop))
            {
                ReportTitle(view, found, mention.Span, own.Span, DiagnosticConfidence.Likely);
            }

            _ = last;
        }
    }
}
