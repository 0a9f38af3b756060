using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Lengths whose two dates stand elsewhere in the passage, classes of anniversaries, and columns of them.
internal sealed partial class AnniversaryArithmetic
{
    private const int LongestCue = 4;
    private const int LongestWay = 8;
    private const int FarthestYear = 16;
    private const int LeastRows = 3;
    private const int LeastAge = 10;

    // “một phần tư thế kỷ”: the finder reads “tư thế kỷ”.
    private bool IsFraction(MentionView view, Mention mention) => view[view.RangeOf(mention.Span).First - 1].Word == _stories.Part;

    // “thành lập năm 1948; đến năm 2023, tròn 74 năm”, “từ ngày 17/8 đến ngày 12/10/1953, tất cả 40 ngày”
    private void CheckStory(MentionView view, Mention mention, TimeValue said, IsoDuration length, DiagnosticSink found)
    {
        (int first, int end) = view.RangeOf(mention.Span);
        decimal amount = length.Amount;
        decimal slack = 0;
        TextSpan span = mention.Span;
        if (view[first - 1].Word == _stories.Part)
        {
            if (length is not { Unit: DurationUnit.Year, Amount: 400 } || Array.IndexOf(_stories.Quarters, view[first - 2].Word) is not (>= 0 and var quarters))
            {
                return;
            }

            (amount, slack) = (25 * (quarters + 1), 1);
            first -= 2;
            span = TextSpan.Between(view[first].Start, span.End);
        }
        else if (_stories.Centuries.Contains(view[end - 1]))
        {
            slack = amount >= 50 ? 2 : 1;
        }

        if (view.Document.Blocks[view.BlockOf(first)].Kind == BlockKind.TableCell || _sentenced.Contains(view[first - 1]) || _sentenced.Contains(view[end]))
        {
            return;
        }

        if (Dates(view, first, end) is not var (start, stop, anniversary) || Told.Date(start)?.Start is not { } from || Told.Date(stop) is not { } to)
        {
            return;
        }

        // A season tells no more than its year.
        from = from.IsSubYearGrouping ? EdtfDate.OfYear(from.Year!.Value) : from;
        EdtfDate until = start == stop ? to.End : to.Start;
        // “ba mươi năm sau” may be some months less or more.
        slack = _stories.After.Contains(view[end]) ? Math.Max(slack, 1) : slack;
        if (Lengths.Between(Edtf.Between(from, until), length.Unit, anniversary) is not { } lengths)
        {
            return;
        }

        Lengths wide = new((int)(lengths.Least - slack), (int)(lengths.Most + slack));
        if (!Agrees(amount, said.Mod, wide) && !AnyPairAgrees(view, first, amount, slack, said.Mod, length.Unit, stop))
        {
            Report(view, found, span, start, stop, lengths, length.Unit);
        }
    }

    // “Ra đời năm 1962, … đến năm 2002 vừa tròn 50 tuổi”: a body is as old as its years.
    private void CheckBodyAge(MentionView view, Mention mention, DiagnosticSink found)
    {
        if (mention.Value is not QuantityValue { Value: { } years, To: null, Of: null, Unit: "tuổi" } said || years < LeastAge || decimal.Truncate(years) != years)
        {
            return;
        }

        (int first, int end) = view.RangeOf(mention.Span);
        (Mention Start, Mention Stop, bool Anniversary)? dates = Dates(view, first, end - 1);
        if (dates is null && FoundedBeside(view, first, end, view.SentenceOf(first).First) is var (founded, told))
        {
            dates = (founded, told, true);
        }

        if (dates is (var start, var stop, true) && Told.Date(start)?.Start is { } from && Told.Date(stop)?.Start is { } to
            && Lengths.Between(Edtf.Between(from, to), DurationUnit.Year, true) is { } lengths && !Agrees(years, said.Mod, lengths) && !AnyPairAgrees(view, first, years, 0, said.Mod, DurationUnit.Year))
        {
            Report(view, found, mention.Span, start, stop, lengths, DurationUnit.Year);
        }
    }

    // The two dates that a length is counted between, where the words tie them to it; null otherwise.
    private (Mention Start, Mention Stop, bool Anniversary)? Dates(MentionView view, int first, int end)
    {
        (int from, int to) = view.SentenceOf(first);
        if (OfLater(view, first, end, from) is { } later)
        {
            return later;
        }

        bool round = false;
        bool counts = false;
        bool gone = false;
        bool commemorates = false;
        for (int at = first - 1; at >= first - LongestCue && at >= from && view.At(at) is null; at--)
        {
            round |= _stories.Round.Contains(view[at]);
            counts |= _stories.Counts.Contains(view[at]) || round;
            gone |= _stories.Gone.Contains(view[at]);
            commemorates |= _commemorates.Contains(view[at]);
            if (_others.Contains(view[at]))
            {
                return null;
            }
        }

        if (_others.Contains(view[end]) && !_stories.Age.Contains(view[end]))
        {
            return null;
        }

        // The times before it in its sentence, the nearest first.
        Mention? near = null;
        Mention? far = null;
        int gap = 0;
        int others = 0;
        for (int at = first - 1; at >= from; at--)
        {
            if (view.At(at) is { } mention)
            {
                if (mention.Value is TimeValue { Value: TimeValue.PresentReference })
                {
                    continue;
                }

                // “Đợt thi đua 100 ngày bắt đầu từ 01/5, kết thúc ngày 30/6”: a length told before both dates.
                if (near is not null && far is not null && mention.Value is TimeValue { Type: TimexType.Duration })
                {
                    break;
                }

                if (Told.Date(mention) is not { IsSet: false })
                {
                    return null;
                }

                others++;
                far = near is not null && far is null ? mention : far;
                near ??= mention;
                gap = near == mention ? first - view.RangeOf(mention.Span).End : gap;
                at = view.RangeOf(mention.Span).First;
            }
        }

        if (near is null)
        {
            return OfSteps(view, first, end, from);
        }

        // “từ ngày 17/8 đến ngày 12/10/1953, tất cả 40 ngày”
        if (Told.Date(near) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known })
        {
            return (counts || commemorates) && gap <= LongestCue + 1 && others == 1 && Told.IsSure(near) && near.Value is TimeValue { Lunar: false, Invalid: false } && view[first - 1].Word != _open
                ? (near, near, false)
                : null;
        }

        int nearFirst = view.RangeOf(near.Span).First;
        bool arrives = _stories.Until.Contains(view[nearFirst - 1]) || _stories.Until.Contains(view[nearFirst - 2]) || _stories.Until.Contains(view[nearFirst]);

        // “năm 2024 là tròn 78 năm”
        // “từ năm 1990 đến nay, năm 2020”
        bool open = far is not null && Told.Date(far) is { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: not EdtfEnd.Known, Start.Year: not null };
        arrives |= open;
        arrives |= round && _stories.Is.Contains(view[view.RangeOf(near.Span).End]);

        // “mở ngày 13/3/1954, kết thúc ngày 7/5/1954, kéo dài 56 ngày đêm”
        if (far is not null && others == 2 && IsWhole(far) && IsWhole(near) && counts && gap <= LongestCue + 2 && HasStep(view, view.RangeOf(far.Span).First, _stories.Begins)
            && HasStep(view, nearFirst, _stories.Ends))
        {
            return (far, near, false);
        }

        // “kể từ năm 1968 đến năm 1996 là 28 năm”
        for (int at = nearFirst - 1; far is not null && at >= nearFirst - LongestWay && view.At(at) is null; at--)
        {
            arrives |= _stories.Until.Contains(view[at]);
        }

        if (far is not null && others == 2 && (open || IsWhole(far)) && IsWhole(near) && arrives && (counts || round) && gap <= LongestCue + 4)
        {
            int farFirst = view.RangeOf(far.Span).First;
            for (int at = farFirst; at >= farFirst - LongestWay && at >= from; at--)
            {
                if (_from.Contains(view[at]))
                {
                    return (far, near, round);
                }
            }
        }

        // “Thành lập ngày 25/5/1948, … đến năm 2023 vừa tròn 74 năm”, “năm 2023, xã kỷ niệm 74 năm ngày thành lập”
        if (far is null || others == 2)
        {
            bool founded = commemorates && _founding.Contains(view[end]);
            if (IsWhole(near) && (((round || _stories.Age.Contains(view[end]) || (counts && Grows(view, end))) && arrives) || founded) && Founding(view, nearFirst, far) is { } founding)
            {
                return (founding, near, true);
            }
        }

        // “Sáng 3/11/2022, …; trận Xương Giang năm 1427 đã lùi xa 585 năm”
        if (gone && gap <= LongestCue && IsWhole(near) && others == 2 && IsWhole(far!) && view.RangeOf(far!.Span).First - from <= 2)
        {
            return (near, far, true);
        }

        return null;
    }

    // “đã 74 năm xây dựng và phát triển”: all the years of a body, not some of them.
    private bool Grows(MentionView view, int end) =>
        (_stories.Grows.Contains(view[end], view[end + 1])) || (view[end] is { IsMark: true } && _stops.Contains(view[end]));

    private static bool HasStep(MentionView view, int first, CuePhrases phrases)
    {
        bool one = false;
        for (int at = first - 1; at >= first - LongestCue && view.At(at) is null; at--)
        {
            one |= phrases.Contains(view[at], view[at + 1]) || (phrases.Opens(view[at]) && view.At(at + 1) is not null);
        }

        return one;
    }

    // The one founding told before, in the sentence or the paragraph.
    private Mention? Founding(MentionView view, int before, Mention? only)
    {
        int block = view.BlockOf(before);
        Mention? found = null;
        for (int at = before - 1; at >= 0 && view.BlockOf(at) == block; at--)
        {
            if (view.At(at) is not { } mention || !IsWhole(mention))
            {
                continue;
            }

            (int first, int end) = view.RangeOf(mention.Span);
            (int from, _) = view.SentenceOf(first);
            bool founds = false;
            // “Năm 1997 tỉnh được tái lập”
            for (int i = end; i <= end + LongestCue && first == from && !view[i].IsMark; i++)
            {
                founds |= _stories.Founds.Contains(view[i], view[i + 1]);
            }

            for (int i = first - 1; i >= from && i >= first - LongestWay; i--)
            {
                founds |= _stories.Founds.Contains(view[i], view[i + 1]);
            }

            if (founds)
            {
                if (found is not null)
                {
                    return null;
                }

                found = mention;
            }

            at = first;
        }

        return found is not null && (only is null || only == found) ? found : null;
    }

    // “khởi công tháng 3/2023 và khánh thành tháng 9/2024. Ròng rã 12 tháng thi công ấy”
    private (Mention Start, Mention Stop, bool Anniversary)? OfSteps(MentionView view, int first, int end, int from)
    {
        if (from == 0 || view.BlockOf(from - 1) != view.BlockOf(from) || first - from > LongestCue || !_stories.Works.Contains(view[end]) || !_stories.Works.Contains(view[end + 1]))
        {
            return null;
        }

        Mention? start = null;
        Mention? stop = null;
        (int before, int until) = view.SentenceOf(from - 1);
        for (int at = before; at < until; at++)
        {
            if (view.At(at) is not { } mention)
            {
                continue;
            }

            (int mentionFirst, int mentionEnd) = view.RangeOf(mention.Span);
            for (int i = mentionFirst - 1; i >= mentionFirst - 3 && i >= before; i--)
            {
                start = _stories.Begins.Contains(view[i], view[i + 1]) && IsWhole(mention) ? mention : start;
                stop = _stories.Ends.Contains(view[i], view[i + 1]) && IsWhole(mention) ? mention : stop;
            }

            at = mentionEnd - 1;
        }

        return start is not null && stop is not null && start != stop ? (start, stop, false) : null;
    }

    private static bool IsWhole(Mention mention) =>
        mention.Value is TimeValue { Lunar: false, Invalid: false, Type: TimexType.Date or TimexType.Time, Mod: TimexMod.None or TimexMod.Start or TimexMod.Mid or TimexMod.End }
        && Told.Date(mention) is { IsInterval: false, IsSet: false, Start: { Year: > 0, YearPrecision: YearPrecision.Year } } && Told.IsSure(mention) && mention.Rule.ToString() != "TIM022";

    // Whether any two dates told so far in the paragraph make the length right: then it may be said of them.
    private static bool AnyPairAgrees(MentionView view, int first, decimal amount, decimal slack, TimexMod mod, DurationUnit unit, Mention? stop = null)
    {
        int block = view.BlockOf(first);
        List<EdtfDate> dates = [];
        if (stop is not null && Told.Date(stop) is { } last)
        {
            dates.Add(last.Start);
        }

        for (int at = first - 1; at >= 0 && view.BlockOf(at) == block && dates.Count < FarthestYear; at--)
        {
            if (view.At(at) is { } mention && IsWhole(mention))
            {
                dates.Add(Told.Date(mention)!.Start);
                at = view.RangeOf(mention.Span).First;
            }
        }

        for (int i = 0; i < dates.Count; i++)
        {
            for (int j = i + 1; j < dates.Count; j++)
            {
                (EdtfDate one, EdtfDate other) = dates[i].Earliest <= dates[j].Earliest ? (dates[i], dates[j]) : (dates[j], dates[i]);
                if (Lengths.Between(Edtf.Between(one, other), unit, true) is { } lengths && Agrees(amount, mod, new((int)(lengths.Least - slack), (int)(lengths.Most + slack))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // “Năm 1945, … Ba mươi năm sau, ngày 25/4/1976”: from none of the dates before.
    private (Mention Start, Mention Stop, bool Anniversary)? OfLater(MentionView view, int first, int end, int from)
    {
        if (!_stories.After.Contains(view[end]))
        {
            return null;
        }

        if (first - from > 2)
        {
            return OfLaterInside(view, first, end, from);
        }

        int next = _stories.AfterThat.Contains(view[end + 1]) ? end + 2 : end + 1;
        next = view[next].IsMark ? next + 1 : next;
        if (view.At(next) is not { } stop || !IsWhole(stop) || from == 0)
        {
            return null;
        }

        // The last date of the sentence before.
        (int before, _) = view.SentenceOf(from - 1);
        if (view.BlockOf(from - 1) != view.BlockOf(from))
        {
            return null;
        }

        for (int at = from - 1; at >= before; at--)
        {
            if (view.At(at) is { } start)
            {
                return IsWhole(start) ? (start, stop, true) : null;
            }
        }

        return null;
    }

    private static void Report(MentionView view, DiagnosticSink found, TextSpan span, Mention start, Mention stop, Lengths lengths, DurationUnit unit)
    {
        (string vietnamese, string english) = Units(unit);
        string right = lengths.Least == lengths.Most
            ? lengths.Least.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{lengths.Least}–{lengths.Most}");
        string said = view.Line(span);
        found.Report(
            span,
            start == stop
                ? new BilingualText(
                    $"“{said}” không khớp với “{view.Line(start.Span)}”: từ mốc đầu đến mốc cuối là {right} {vietnamese}.",
                    $"“{said}” does not match “{view.Line(start.Span)}”: from the first to the last it is {right} {english}.")
                : new BilingualText(
                    $"“{said}” không khớp: từ “{view.Line(start.Span)}” đến “{view.Line(stop.Span)}” là {right} {vietnamese}.",
                    $"“{said}” does not fit: from “{view.Line(start.Span)}” to “{view.Line(stop.Span)}” it is {right} {english}."),
            expected: $"{right} {vietnamese}",
            related: start == stop
                ? [new RelatedPlace(start.Span, new BilingualText("Hai mốc thời gian được tính", "The two dates counted"))]
                : [new RelatedPlace(start.Span, new BilingualText("Mốc đầu", "The first date")), new RelatedPlace(stop.Span, new BilingualText("Mốc cuối", "The last date"))]);
    }
}
