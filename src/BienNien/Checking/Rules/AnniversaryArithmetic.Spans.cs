using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Lengths counted back from the year in which a text was written or its sentence stands, the years somebody was away, the age of a body.
internal sealed partial class AnniversaryArithmetic
{
    private const int LongestByline = 16;
    private const int LongestOpening = 4;
    private const int SentencesBack = 2;
    private const int DeedGap = 10;
    private const int DeedAfter = 18;
    private const int LongestLine = 120;

    // “(Lạng Sơn, tháng 2 năm 2024)”: a line with a place and the date of writing; 0 where there is none.
    private int WrittenYear(MentionView view)
    {
        for (int block = 0; block < view.Document.Blocks.Length; block++)
        {
            if (block > LongestOpening && block < view.Document.Blocks.Length - 2)
            {
                continue;
            }

            TextSpan line = view.Document.Blocks[block].Span;
            if (line.Length > LongestLine)
            {
                continue;
            }

            foreach (Mention mention in view.Mentions)
            {
                if (mention.Kind == MentionKind.Time && mention.Span.Start >= line.Start && mention.Span.End <= line.End && IsWhole(mention) && view.RangeOf(mention.Span) is var (first, end)
                    && view[first - 1].Word == _spans.Comma && view[first - 2].Capitalised && first - view.SentenceOf(first).First <= LongestByline
                    && (_spans.Closes.Contains(view[end]) || end >= view.Tokens.Length || view.BlockOf(end) != block))
                {
                    return Told.Year(mention) ?? 0;
                }
            }
        }

        return 0;
    }

    // “Cách đây 35 năm, rạng sáng 17 tháng 2 năm 1979”
    private bool CheckAgo(MentionView view, Mention mention, TimeValue said, IsoDuration length, int written, DiagnosticSink found)
    {
        (int first, int end) = view.RangeOf(mention.Span);
        int ago = first - 1;
        while (ago >= first - LongestOpening && (_stories.Round.Contains(view[ago]) || _spans.Just.Contains(view[ago])))
        {
            ago--;
        }

        bool before = _spans.Here.Contains(view[ago]) && _spans.Since.Contains(view[ago - 1]);
        if ((!before && !(_spans.Ago.Contains(view[end]) && view[end + 1].Word == _spans.Comma)) || length.Unit != DurationUnit.Year)
        {
            return false;
        }

        Mention? start = null;
        for (int at = before ? end : end + 1; at <= end + LongestOpening && start is null && at < view.Tokens.Length && view.BlockOf(at) == view.BlockOf(first); at++)
        {
            start = view.At(at);
        }

        if (start is null || !IsWhole(start) || Told.Date(start)?.Start is not { } from)
        {
            return false;
        }

        // The year of telling: one said first in the sentence, or that of the text.
        (int sentence, _) = view.SentenceOf(first);
        int now = written;
        for (int at = sentence; at < first && at <= sentence + LongestOpening; at++)
        {
            now = view.At(at) is { } opening && IsWhole(opening) ? Told.Year(opening) ?? now : now;
        }

        now = now == 0 ? ToldNow(view, first) : now;
        int years = now - from.Year!.Value;
        if (now > 0 && years > 0 && Math.Abs(years - length.Amount) > 1 && !Agrees(length.Amount, said.Mod, new Lengths(years - 1, years + 1)))
        {
            Report(view, found, mention.Span, start, start, years, now);
        }

        return true;
    }

    // “nay là năm 2024”, “năm nay (2024)” in the same paragraph; 0 where nothing says so.
    private int ToldNow(MentionView view, int near)
    {
        int block = view.BlockOf(near);
        for (int at = near; at > 0 && view.BlockOf(at) == block; at--)
        {
            if (_clauses.Now.Contains(view[at]))
            {
                for (int next = at + 1; next <= at + LongestOpening; next++)
                {
                    if (view.At(next) is { } mention && IsWhole(mention))
                    {
                        return Told.Year(mention) ?? 0;
                    }
                }
            }
        }

        return 0;
    }

    // “Năm 2015, xã kỷ niệm 50 năm ngày truyền thống (1955)”: the sentence opens with the year, the beginning is in brackets.
    private bool CheckKept(MentionView view, Mention mention, TimeValue said, IsoDuration length, DiagnosticSink found)
    {
        (int first, int end) = view.RangeOf(mention.Span);
        if (!Commemorates(view, first) || length.Unit != DurationUnit.Year || _others.Contains(view[end]))
        {
            return false;
        }

        Mention? start = null;
        bool birth = false;
        for (int at = end; at < end + LongestName && start is null && !_stops.Contains(view[at]); at++)
        {
            birth |= view[at].Word == _birth;
            start = view.At(at);
        }

        (int from, _) = view.SentenceOf(first);
        Mention? stop = null;
        int dates = 0;
        for (int at = from; at < first; at++)
        {
            if (view.At(at) is { } before)
            {
                dates++;
                stop = at <= from + 1 ? before : stop;
                at = view.RangeOf(before.Span).End - 1;
            }
        }

        if (birth || start is null || stop is null || dates != 1 || !IsWhole(start) || !IsWhole(stop) || Told.Year(start) is not { } founded || Told.Year(stop) is not { } now
            || view.RangeOf(start.Span) is var (open, close) && (view[close].Word != _close || (view[open - 1].Word != _open && view[open - 2].Word != _open)))
        {
            return false;
        }

        int years = now - founded;
        if (years > 0 && Math.Abs(years - length.Amount) >= 1 && !Agrees(length.Amount, said.Mod, new Lengths(years, years)))
        {
            Report(view, found, mention.Span, start, start, years, now);
        }

        return true;
    }

    private static void Report(MentionView view, DiagnosticSink found, TextSpan span, Mention start, Mention stop, int years, int now)
    {
        string said = view.Line(span);
        string from = view.Line(start.Span);
        found.Report(
            span,
            new BilingualText($"“{said}” không khớp: từ “{from}” đến năm {now} là {years} năm.", $"“{said}” does not fit: from “{from}” to {now} it is {years} years."),
            expected: string.Create(CultureInfo.InvariantCulture, $"{years} năm"),
            related: [new RelatedPlace(stop.Span, new BilingualText("Mốc được tính", "The date counted from"))]);
    }

    // “Tháng 8/1931, … bị đày ra Côn Đảo. Tháng 9/1945 … trở về. Suốt 19 năm trong ngục tù, …”
    private bool CheckStay(MentionView view, Mention mention, TimeValue said, IsoDuration length, DiagnosticSink found)
    {
        (int first, int end) = view.RangeOf(mention.Span);
        (int from, _) = view.SentenceOf(first);
        if (first - from > LongestOpening || first == from || !_spans.Whole.Contains(view[from]) || !IsStay(view, end) || length.Unit is not (DurationUnit.Year or DurationUnit.Month))
        {
            return false;
        }

        Mention? start = null;
        Mention? stop = null;
        int token = from;
        for (int back = 0; back < SentencesBack && token > 0 && view.BlockOf(token - 1) == view.BlockOf(first); back++)
        {
            (int begin, int after) = view.SentenceOf(token - 1);
            token = begin;
            for (int at = begin; at < after; at++)
            {
                if (view.At(at) is not { } time)
                {
                    continue;
                }

                (int timeFirst, int timeEnd) = view.RangeOf(time.Span);
                at = timeEnd - 1;
                if (!IsWhole(time))
                {
                    continue;
                }

                bool leaves = HasNear(view, timeFirst, timeEnd, begin, after, _spans.Leaves);
                bool returns = HasNear(view, timeFirst, timeEnd, begin, after, _spans.Returns);
                if ((leaves && start is not null) || (returns && stop is not null) || leaves == returns)
                {
                    return false;
                }

                (start, stop) = leaves ? (time, stop) : (start, time);
            }
        }

        if (start is not null && stop is not null && Told.Date(start)?.Start is { } one && Told.Date(stop)?.Start is { } two && Lengths.Between(Edtf.Between(one, two), length.Unit, false) is { } lengths
            && !Agrees(length.Amount, said.Mod, new Lengths(lengths.Least - 1, lengths.Most + 1)))
        {
            Report(view, found, mention.Span, start, stop, lengths, length.Unit);
            return true;
        }

        return false;
    }

    private bool IsStay(MentionView view, int end)
    {
        for (int at = end; at < end + 3; at++)
        {
            if (_spans.Stays.Contains(view[at]))
            {
                return true;
            }
        }

        return false;
    }

    // Words of the clause of a date: before it up to a comma, or after it up to the next date.
    private static bool HasNear(MentionView view, int first, int end, int from, int to, CuePhrases phrases)
    {
        for (int at = first - 1; at >= from && at >= first - DeedGap && view.At(at) is null; at--)
        {
            if (phrases.Contains(view[at], view[at + 1]))
            {
                return true;
            }
        }

        for (int at = end; at < to && at < end + DeedAfter && view.At(at) is null; at++)
        {
            if (phrases.Contains(view[at], view[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    // “Ra đời năm 1957 …, Nông trường bước vào năm 2022 ở tuổi 45”
    private void CheckBodyAges(MentionView view, DiagnosticSink found)
    {
        for (int at = 1; at + 1 < view.Tokens.Length; at++)
        {
            int figure = view[at + 1].Word == _stories.Ordinal ? at + 2 : at + 1;
            if (!_stories.Age.Contains(view[at]) || !_spans.Into.Contains(view[at - 1]) || view[figure] is not { IsNumber: true, Length: <= 3, Number: >= LeastAge } age)
            {
                continue;
            }

            (int from, _) = view.SentenceOf(at);
            Mention? stop = null;
            for (int i = at - 1; i >= from && i >= at - LongestWay && stop is null; i--)
            {
                stop = view.At(i);
            }

            if (stop is null || !IsWhole(stop) || view.RangeOf(stop.Span).First is var first && !Arrives(view, first)
                || Founding(view, view.RangeOf(stop.Span).First, null) is not { } start || Told.Year(start) is not { } founded || Told.Year(stop) is not { } told)
            {
                continue;
            }

            int years = told - founded;
            if (years > 0 && Math.Abs(years - age.Number) > 1 && !IsBirth(view, start) && !IsJoining(view, start))
            {
                Report(view, found, view.SpanOf(at, figure + 1), start, stop, new Lengths(years, years), DurationUnit.Year);
            }
        }
    }

    private bool Arrives(MentionView view, int first) => _spans.Arrives.Contains(view[first - 1]) || _spans.Arrives.Contains(view[first - 2]) || _spans.Arrives.Contains(view[first]);

    // Who joined the army or the Party is older than the years since.
    private bool IsJoining(MentionView view, Mention start)
    {
        int first = view.RangeOf(start.Span).First;
        for (int at = first - 1; at >= first - LongestOpening && at >= 0; at--)
        {
            if (_clauses.Joins.Contains(view[at]))
            {
                return true;
            }
        }

        return false;
    }

    // Somebody's birth is for another check.
    private bool IsBirth(MentionView view, Mention start)
    {
        int first = view.RangeOf(start.Span).First;
        for (int at = first - 1; at >= first - LongestWay && at >= 0; at--)
        {
            if (view[at].Word == _birth)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words of lengths that are counted back, or spent somewhere.</summary>
    private sealed class Spans(Vocabulary.Builder words)
    {
        public int Comma { get; } = words.Add(",");

        public WordSet Closes { get; } = words.AddSet(")", "*", "]", ".", "_");

        public WordSet Since { get; } = words.AddSet("cách");

        public WordSet Here { get; } = words.AddSet("đây", "nay");

        public WordSet Ago { get; } = words.AddSet("trước");

        public WordSet Just { get; } = words.AddSet("vừa", "những", "đã", "cả");

        public WordSet Whole { get; } = words.AddSet("suốt", "sau", "trải", "ròng", "trong", "qua", "hết", "đằng", "vậy");

        public WordSet Stays { get; } = words.AddSet("tù", "ngục", "đày", "giam", "lao", "quê", "ngũ", "xứ", "lưu", "cách", "ấy", "đó", "súng", "biền", "vắng");

        public CuePhrases Leaves { get; } = CuePhrases.Of(words, "leaving");

        public CuePhrases Returns { get; } = CuePhrases.Of(words, "return");

        public WordSet Into { get; } = words.AddSet("ở", "sang", "vào", "tròn", "đúng", "bước", "ngưỡng");

        public WordSet Arrives { get; } = words.AddSet("vào", "đến", "tới", "sang", "năm");
    }
}
