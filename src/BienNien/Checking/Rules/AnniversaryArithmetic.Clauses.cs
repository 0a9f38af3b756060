using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Quantities;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Lengths tied to their two dates by the clause itself: “Sau 14 năm, đến tháng 7/1992, …”, “trước bình hoa lam 13 năm”, “cách nhau 18 năm”.
internal sealed partial class AnniversaryArithmetic
{
    private const int LongestClause = 12;
    private const int ThingReach = 6;

    // “ngày 19/5/2021 là tròn chín mươi năm sự kiện ấy”: the finder reads “năm” as five.
    private void CheckWorded(MentionView view, ImmutableArray<Mention> mentions, DiagnosticSink found)
    {
        foreach (Mention mention in mentions)
        {
            if (mention.Value is not QuantityValue)
            {
                continue;
            }

            (int first, int end) = view.RangeOf(mention.Span);
            if (!view[first].IsWord || view.At(first) is not null || _ordinals.Read(view, first, out int after) is not (>= LeastAge and var years) || after >= end || view[after].Word != _stories.Year || !view[after + 1].IsWord)
            {
                continue;
            }

            TimeValue value = new(TimexType.Duration, string.Create(CultureInfo.InvariantCulture, $"P{years}Y"));
            Mention length = mention with { Kind = MentionKind.Time, Span = view.SpanOf(first, after + 1), Value = value };
            if (IsoDuration.TryParse(value.Value, out IsoDuration read) && !CheckKept(view, length, value, read, found) && !CheckClause(view, length, value, read, found))
            {
                CheckStory(view, length, value, read, found);
            }
        }
    }

    // True when the clause names the two dates, whether or not they fit.
    private bool CheckClause(MentionView view, Mention mention, TimeValue said, IsoDuration length, DiagnosticSink found)
    {
        (int first, int end) = view.RangeOf(mention.Span);
        (int from, int to) = view.SentenceOf(first);
        if (length.Unit is not (DurationUnit.Year or DurationUnit.Month or DurationUnit.Day) || view.Document.Blocks[view.BlockOf(first)].Kind == BlockKind.TableCell || _others.Contains(view[end])
            || (AfterSome(view, first, end, from, to) ?? ApartFrom(view, first, end, from, to) ?? BeforeThing(view, first, end, from) ?? SinceThen(view, first, end, from, to)
                ?? Apart(view, first, end, from) ?? Worked(view, first, end, from, to) ?? AfterDay(view, end, to) ?? FoundedBeside(view, first, end, from)) is not var (start, stop)
            || Told.Date(start)?.Start is not { } one || Told.Date(stop)?.Start is not { } two)
        {
            return false;
        }

        one = one.IsSubYearGrouping ? EdtfDate.OfYear(one.Year!.Value) : one;
        two = two.IsSubYearGrouping ? EdtfDate.OfYear(two.Year!.Value) : two;
        (one, two) = one.Earliest <= two.Earliest ? (one, two) : (two, one);
        if (Lengths.Between(Edtf.Between(one, two), length.Unit, false) is not { } lengths)
        {
            return false;
        }

        int slack = length.Unit == DurationUnit.Year && length.Amount < LeastAge ? 1 : 0;
        if (!Agrees(length.Amount, said.Mod, new Lengths(lengths.Least - slack, lengths.Most + slack)) && !AnyPairAgrees(view, first, length.Amount, slack, said.Mod, length.Unit, stop))
        {
            Lengths years = Lengths.Between(Edtf.Between(one, two), length.Unit, true) ?? lengths;
            Report(view, found, mention.Span, start, stop, years, length.Unit);
        }

        return true;
    }

    // “Thành lập ngày 01/7/1978. Sau 14 năm, đến tháng 7/1992, …”: from the only date of the sentence before.
    private (Mention Start, Mention Stop)? AfterSome(MentionView view, int first, int end, int from, int to)
    {
        int lead = first - 1;
        lead = _stories.Round.Contains(view[lead]) ? lead - 1 : lead;
        if (lead != from || !_clauses.After.Contains(view[from]) || from == 0 || view.BlockOf(from - 1) != view.BlockOf(from) || view[end].Word != _spans.Comma)
        {
            return null;
        }

        int next = end + 1;
        while (next < to && next <= end + LongestCue && view.At(next) is null && (_clauses.Arrives.Contains(view[next]) || view[next].IsMark))
        {
            next++;
        }

        if (view.At(next) is not { } stop || !IsWhole(stop))
        {
            return null;
        }

        Mention? start = null;
        (int before, int until) = view.SentenceOf(from - 1);
        for (int at = before; at < until; at++)
        {
            if (view.At(at) is { } time)
            {
                if (start is not null || !IsWhole(time))
                {
                    return null;
                }

                start = time;
                at = view.RangeOf(time.Span).End - 1;
            }
        }

        return start is null ? null : (start, stop);
    }

    // “tách ra năm 1989 và hợp nhất lại năm 2025, sau 36 năm đứng riêng”
    private (Mention Start, Mention Stop)? ApartFrom(MentionView view, int first, int end, int from, int to)
    {
        if (!_clauses.After.Contains(view[first - 1]) || view[first - 2].Word != _spans.Comma || !_clauses.States.Contains(view[end]))
        {
            return null;
        }

        for (int at = end; at < to; at++)
        {
            if (view.At(at) is not null)
            {
                return null;        // “kể từ năm …” tells the first date itself
            }
        }

        return TwoBefore(view, first, from) is var (one, other) && view.RangeOf(other.Span).End == first - 2 ? (one, other) : null;
    }

    // The only two whole dates of the sentence before a place, in the order told.
    private static (Mention One, Mention Other)? TwoBefore(MentionView view, int before, int from)
    {
        Mention? one = null;
        Mention? other = null;
        for (int at = from; at < before; at++)
        {
            if (view.At(at) is not { } time)
            {
                continue;
            }

            if (other is not null || !IsWhole(time))
            {
                return null;
            }

            (one, other) = one is null ? (time, other) : (one, time);
            at = view.RangeOf(time.Span).End - 1;
        }

        return one is not null && other is not null ? (one, other) : null;
    }

    // “hiến tặng năm 1986, tức là trước bình hoa lam 13 năm”, “xây năm 1941, trước cây cầu (năm 1961) đúng 20 năm”
    private (Mention Start, Mention Stop)? BeforeThing(MentionView view, int first, int end, int from)
    {
        int cue = -1;
        int last = _stories.Round.Contains(view[first - 1]) || _spans.Just.Contains(view[first - 1]) ? first - 1 : first;
        Mention? inner = null;
        for (int at = last - 1; at > from && at >= last - LongestClause && cue < 0; at--)
        {
            if (view.At(at) is { } time)
            {
                if (inner is not null || !IsWhole(time) || view[at + 1].Word != _close)
                {
                    return null;
                }

                inner = time;
                at = view.RangeOf(time.Span).First;
                continue;
            }

            if (view[at].IsMark && view[at].Word != _open && view[at].Word != _close)
            {
                return null;
            }

            cue = _clauses.Sides.Contains(view[at]) ? at : -1;
        }

        if (cue < 0 || last - cue < 3 || (view[last - 1].IsWord && _clauses.NotThings.Contains(view[cue + 1])) || !(view[end].IsMark || view[end].Kind == TokenKind.None))
        {
            return null;
        }

        // The date of what the sentence speaks of: right before the comparison.
        Mention? own = null;
        for (int at = cue - 1; at >= from && at >= cue - LongestCue && own is null; at--)
        {
            own = view.At(at);
        }

        if (own is null || !IsWhole(own))
        {
            return null;
        }

        return inner is not null ? (own, inner) : DateOfThing(view, cue + 1, last, from) is { } other && other != own ? (own, other) : null;
    }

    // The one date of the sentence that speaks of a thing by the same two words.
    private static Mention? DateOfThing(MentionView view, int name, int nameEnd, int from)
    {
        int block = view.BlockOf(from);
        Mention? date = null;
        // “Bức tượng được trao năm 1995, còn chiếc trống tìm thấy năm 1983, tức là trước bức tượng 12 năm”
        for (int at = from; at < name - 1 && nameEnd - name >= 2; at++)
        {
            if (view.IsSameWord(at, name) && view.IsSameWord(at + 1, name + 1))
            {
                for (int i = at + 2; i < name; i++)
                {
                    if (view.At(i) is { } time)
                    {
                        return IsWhole(time) ? time : null;
                    }
                }
            }
        }

        for (int at = from - 1; at > 0 && view.BlockOf(at) == block; at--)
        {
            if (nameEnd - name < 2 || !view.IsSameWord(at, name) || !view.IsSameWord(at + 1, name + 1))
            {
                continue;
            }

            (int start, int stop) = view.SentenceOf(at);
            for (int i = start; i < stop; i++)
            {
                if (view.At(i) is { } time && IsWhole(time))
                {
                    date ??= time;
                }
            }

            return date;
        }

        return null;
    }

    // “gặp lại nhau năm 2005, sau 30 năm xa cách kể từ ngày chia tay năm 1975”
    private (Mention Start, Mention Stop)? SinceThen(MentionView view, int first, int end, int from, int to)
    {
        if (!_clauses.After.Contains(view[first - 1]))
        {
            return null;
        }

        bool since = false;
        Mention? start = null;
        for (int at = end; at < to && at <= end + LongestClause && start is null && !_stops.Contains(view[at]) && !view[at].IsMark; at++)
        {
            since |= _from.Contains(view[at]);
            start = view.At(at);
        }

        Mention? stop = null;
        for (int at = first - 1; at >= from && at >= first - LongestCue && stop is null; at--)
        {
            stop = view.At(at);
        }

        return since && start is not null && stop is not null && start != stop && IsWhole(start) && IsWhole(stop) ? (start, stop) : null;
    }

    // “Cách nhau 18 năm, hai trận lụt năm 1953 và năm 1971”, “năm 1953 và năm 1971 cách nhau 18 năm”
    private (Mention Start, Mention Stop)? Apart(MentionView view, int first, int end, int from)
    {
        int lead = first - 1;
        while (lead > from && (_stories.Round.Contains(view[lead]) || _spans.Just.Contains(view[lead])))
        {
            lead--;
        }

        if (!_clauses.EachOther.Contains(view[lead]) || !_spans.Since.Contains(view[lead - 1]))
        {
            return null;
        }

        (_, int to) = view.SentenceOf(first);
        return lead - 1 == from ? TwoBefore(view, to, end) : TwoBefore(view, first, from);
    }

    // “khởi công ngày 2/9/2018, làm ròng rã 12 tháng, tới ngày 2/9/2019 thì xong”
    private (Mention Start, Mention Stop)? Worked(MentionView view, int first, int end, int from, int to)
    {
        Mention? start = null;
        bool counts = false;
        for (int at = first - 1; at >= from && at >= first - LongestCue - 2 && start is null; at--)
        {
            counts |= _stories.Counts.Contains(view[at]) || _clauses.After.Contains(view[at]);
            start = view.At(at);
        }

        int next = end;
        bool arrives = false;
        while (next < to && next <= end + ThingReach && view.At(next) is null)
        {
            arrives |= _clauses.Until.Contains(view[next]);
            next++;
        }

        return counts && arrives && start is not null && IsWhole(start) && view.At(next) is { } stop && IsWhole(stop) && next < to && HasStep(view, view.RangeOf(start.Span).First, _stories.Begins)
            && _clauses.Done.Contains(view[view.RangeOf(stop.Span).End])
            ? (start, stop)
            : null;
    }

    // “Năm 2023, trường tròn 60 tuổi (thành lập năm 1963)”
    private (Mention Start, Mention Stop)? FoundedBeside(MentionView view, int first, int end, int from)
    {
        if (view[end].Word != _open)
        {
            return null;
        }

        Mention? start = null;
        bool founds = false;
        for (int at = end + 1; at <= end + LongestCue + 1 && start is null && view[at].Word != _close; at++)
        {
            founds |= _stories.Founds.Contains(view[at], view[at + 1]);
            start = view.At(at);
        }

        Mention? stop = view.At(from) ?? view.At(from + 1);
        bool counts = _stories.Round.Contains(view[first - 1]) || _stories.Counts.Contains(view[first - 1]);
        return founds && counts && start is not null && IsWhole(start) && view[view.RangeOf(start.Span).End].Word == _close && stop is not null && IsWhole(stop) && view.RangeOf(stop.Span).End < first ? (start, stop) : null;
    }

    // “Chỉ hai tháng sau ngày Tổng khởi nghĩa 19/8/1945, ngày 19/10/1945, …”
    private (Mention Start, Mention Stop)? AfterDay(MentionView view, int end, int to)
    {
        if (!_stories.After.Contains(view[end]) || !_clauses.OfDay.Contains(view[end + 1]))
        {
            return null;
        }

        Mention? start = null;
        int at = end + 1;
        for (; at < to && at <= end + LongestClause && start is null && !view[at].IsMark; at++)
        {
            start = view.At(at);
        }

        if (start is null || !IsWhole(start))
        {
            return null;
        }

        int next = view.RangeOf(start.Span).End;
        next = view[next].Word == _close ? next + 1 : next;
        return view[next].Word == _spans.Comma && view.At(next + 1) is { } stop && IsWhole(stop) ? (start, stop) : null;
    }

    // “Năm 2024 là năm thứ 55 kể từ ngày thành lập Đội (1969)”
    private void CheckYearNumbers(MentionView view, DiagnosticSink found)
    {
        for (int at = 1; at + 4 < view.Tokens.Length; at++)
        {
            if (view[at].Word != _stories.Year || view[at + 1].Word != _stories.Ordinal || view[at + 2] is not { IsNumber: true, Length: <= 3, Number: >= LeastAge } number || !_stories.Is.Contains(view[at - 1])
                || view.At(at - 2) is not { } stop || !IsWhole(stop))
            {
                continue;
            }

            Mention? start = null;
            bool founds = false;
            for (int next = at + 3; next <= at + 3 + LongestClause && start is null && view[next].Word != _spans.Comma; next++)
            {
                founds |= _stories.Founds.Contains(view[next], view[next + 1]);
                start = view.At(next);
            }

            if (founds && start is not null && IsWhole(start) && Told.Year(start) is { } from && Told.Year(stop) is { } to && to > from && number.Number != to - from && number.Number != to - from + 1)
            {
                Report(view, found, view.SpanOf(at, at + 3), start, stop, new Lengths(to - from, to - from + 1), DurationUnit.Year);
            }
        }
    }

    // “dời về năm 1968, ba năm sau, năm 1971, mới có điện”
    private static (Mention Start, Mention Stop, bool Anniversary)? OfLaterInside(MentionView view, int first, int end, int from)
    {
        int next = view[end + 1].IsMark ? end + 2 : end + 1;
        return view[first - 1].IsMark && first - 2 >= from && view.At(first - 2) is { } start && IsWhole(start) && view.At(next) is { } stop && IsWhole(stop) ? (start, stop, true) : null;
    }
}
