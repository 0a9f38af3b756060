using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// What a text says of its own occasion, period or day, held against its title.
internal sealed partial class StaleCopy
{
    private const int OccasionReach = 26;
    private const int LastBlocks = 4;
    private const int LongestPlace = 6;
    private const int OpeningReach = 8;

    // “Nhân dịp kỷ niệm 55 năm thành lập trường” in the book “60 NĂM TRƯỜNG … (1964 - 2024)”, “trưng bày kỷ niệm 65 năm Chiến thắng … từ ngày 25/4/2024”
    private void CheckKept(MentionView view, int end, DiagnosticSink found)
    {
        if (Title(view) is not { } title)
        {
            return;
        }

        int own = view.RangeOf(title.Length.Span).End;
        int from = Math.Max(end, view.RangeOf(title.Dates.Span).End);
        for (int at = from; at < view.Tokens.Length; at++)
        {
            // One year less is looked for beside the title's dates already.
            if (view[at] is not { IsNumber: true, Length: <= 3, Number: >= LeastYears } said || view[at + 1].Word != _titles.Year || !_frames.Keeps.Contains(view[at - 1])
                || (title.Years - said.Number) is not (2 or 3 or 4 or 5 or 10) || (DatesAfter(view, at + 2) is { } dates && Told.Date(dates) is { Start.Year: { } begun } && begun < title.To) || !IsSameThing(view, own, at + 2))
            {
                continue;
            }

            (int start, int stop) = view.SentenceOf(at);
            bool today = false;
            bool other = false;
            for (int i = start; i < stop; i++)
            {
                other |= _frames.Once.Contains(view[i]);
                today |= _frames.Today.Contains(view[i]) || _titles.Quotes.Contains(view[i]);
                if (view.At(i) is { } mention && Told.Date(mention) is { Start.Year: { } year })
                {
                    today |= year == title.To;
                    other |= year < title.To && year > title.From;
                }
            }

            if (today && !other)
            {
                Report(view, found, view.SpanOf(at, at + 2), Count(title), title, DiagnosticConfidence.Likely);
            }
        }
    }

    // The founding, victory or body that the years are counted of: “ngày thành lập trường” is of the “Trường”.
    private bool IsSameThing(MentionView view, int one, int other)
    {
        while (_frames.Founding.Contains(view[one]))
        {
            one++;
        }

        while (_frames.Founding.Contains(view[other]))
        {
            other++;
        }

        return view[one].IsWord && view.IsSameWord(one, other) && (!view[one + 1].IsWord || !view[other + 1].IsWord || view.IsSameWord(one + 1, other + 1) || view[other].Capitalised != view[one].Capitalised);
    }

    // “an ninh trong suốt Lễ hội đền Bà Triệu năm 2024” in the plan of the feast of 2025
    private void CheckOccasions(MentionView view, int end, List<Numbered> numbers, bool plans, DiagnosticSink found)
    {
        foreach (Numbered title in numbers)
        {
            if (view[title.First].Word != _titles.Year || title.Value is < 1900 or > 2199 || numbers.Exists(other => other.First != title.First && view[other.First].Word == _titles.Year))
            {
                continue;
            }

            for (int at = end; at < view.Tokens.Length; at++)
            {
                if (view[at].Word != _titles.Year || NumberAfter(view, at) is not { } said || title.Value - said.Value is not (1 or 2) || !IsInTitle(view, at, title.First) || found.Spans(Id).Any(span => span.Overlaps(view[at].Span)))
                {
                    continue;
                }

                (int start, int stop) = view.SentenceOf(at);
                bool based = HasPast(view, start, stop);
                for (int i = start; i < at; i++)
                {
                    based |= _frames.Bases.Contains(view[i]);
                }

                if (!based && (plans || IsOfOccasion(view, end) || HasWill(view, start, stop) || IsQuoted(view, at) || IsCalled(view, start, at) || TellsDay(view, start, stop, title.Value)))
                {
                    ReportTitle(view, found, view.SpanOf(said.First, said.Figure + 1), view.SpanOf(title.First, title.Figure + 1), DiagnosticConfidence.Likely);
                }
            }
        }
    }

    // The three words before the year stand together in the title, before its own.
    private static bool IsInTitle(MentionView view, int at, int titleYear)
    {
        for (int i = 1; i <= SameWords; i++)
        {
            if (!view[at - i].IsWord)
            {
                return false;
            }
        }

        for (int word = titleYear - 1; word >= SameWords - 1; word--)
        {
            bool same = true;
            for (int i = 0; i < SameWords && same; i++)
            {
                same = view.IsSameWord(word - i, at - 1 - i);
            }

            if (same)
            {
                return true;
            }
        }

        return false;
    }

    private static bool TellsDay(MentionView view, int from, int to, int year)
    {
        for (int at = from; at < to; at++)
        {
            if (view.At(at) is { Value: TimeValue { Implicit: false } } mention && Told.Date(mention) is { } date
                && ((date.Start is { Year: { } told, Month: <= 12 } && told == year) || (date.End is { Year: { } last, Month: <= 12 } && last == year)))
            {
                return true;
            }
        }

        return false;
    }

    // Rules, instructions, invitations: what they say is of what is still to be held.
    private bool IsOfOccasion(MentionView view, int end)
    {
        for (int at = 0; at < end; at++)
        {
            if (_frames.Kinds.Contains(view[at], view[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    // “Trong 6 tháng đầu năm 2023, xã đã thu …” in the report of the first half of 2024
    private void CheckHalves(MentionView view, int end, List<Numbered> numbers, DiagnosticSink found)
    {
        foreach (SentenceRange sentence in view.Sentences)
        {
            if (sentence.First < end || !_frames.Within.Contains(view[sentence.First]))
            {
                continue;
            }

            for (int at = sentence.First + 3; at <= sentence.First + OpeningReach && at < sentence.End; at++)
            {
                if (view[at].Word == _titles.Year && NumberAfter(view, at) is { } said && view[said.Figure + 1].Word == _frames.Comma
                    && numbers.Find(title => title.Value - said.Value == 1 && view[title.First].Word == _titles.Year && title.First > 2 && view.IsSameWord(title.First - 1, at - 1) && view.IsSameWord(title.First - 2, at - 2)) is { Figure: > 0 } own
                    && !numbers.Exists(title => title.Value == said.Value && view[title.First].Word == _titles.Year))
                {
                    ReportTitle(view, found, view.SpanOf(said.First, said.Figure + 1), view.SpanOf(own.First, own.Figure + 1), DiagnosticConfidence.Likely);
                    break;
                }
            }
        }
    }

    // “Trong quý II, Khối Dân vận đã …” in the report of quarter III; the report of the month tells of no other one so.
    private void CheckParts(MentionView view, int end, List<Numbered> numbers, DiagnosticSink found)
    {
        foreach (SentenceRange sentence in view.Sentences)
        {
            int at = sentence.First + 1;
            if (sentence.First < end || !_frames.Within.Contains(view[sentence.First]) || view[at].Word == _titles.Year || NumberAfter(view, at) is not { } said || !_frames.Parts.Contains(view[at])
                || view[said.Figure + 1].Word != _frames.Comma)
            {
                continue;
            }

            Numbered own = default;
            foreach (Numbered title in numbers)
            {
                if (view[title.First].Word == view[at].Word)
                {
                    if (title.Value == said.Value)
                    {
                        own = default;
                        break;
                    }

                    int before = title.Value == 1 ? (view[at].Word == _titles.Month ? 12 : 4) : title.Value - 1;
                    own = before == said.Value && own.Figure == 0 ? title : own;
                }
            }

            if (own.Figure > 0 && !ComparesOrRepeats(view, end, sentence, own))
            {
                ReportTitle(view, found, view.SpanOf(said.First, said.Figure + 1), view.SpanOf(own.First, own.Figure + 1), DiagnosticConfidence.Likely);
            }
        }
    }

    // Where the title's own part opens a sentence, too, the one before it is told on purpose.
    private bool ComparesOrRepeats(MentionView view, int end, SentenceRange said, Numbered own)
    {
        for (int at = said.First; at < said.End; at++)
        {
            if (_frames.Versus.Contains(view[at]))
            {
                return true;
            }
        }

        foreach (SentenceRange sentence in view.Sentences)
        {
            if (sentence.First >= end && _frames.Within.Contains(view[sentence.First]) && view[sentence.First + 1].Word == view[own.First].Word && view[sentence.First + 2].Number == own.Value)
            {
                return true;
            }
        }

        return false;
    }

    // “Nhiệt liệt chào mừng bầu cử … nhiệm kỳ 2016 - 2021!”
    private bool IsCalled(MentionView view, int from, int at)
    {
        for (int i = at - 1; i >= from && i >= at - OccasionReach; i--)
        {
            if (_frames.Hails.Contains(view[i]))
            {
                return true;
            }
        }

        return false;
    }

    // “Hồ sơ dự tuyển năm học 2024 - 2025 nộp từ ngày 05/5/2025”: in the year in which the title's own begins.
    private bool IsApplied(MentionView view, int from, int to, int year)
    {
        bool applies = false;
        for (int at = from; at < to; at++)
        {
            if (_frames.Sums.Contains(view[at]))
            {
                return false;
            }

            applies |= _frames.Applies.Contains(view[at]);
        }

        return applies && TellsDay(view, from, to, year);
    }

    // The same words before the years: “Lịch sử Đảng bộ xã (1930 - 2015)” in the book “LỊCH SỬ ĐẢNG BỘ XÃ (1930 - 2020)”.
    private bool IsSameName(MentionView view, Mention own, Mention said)
    {
        int one = view.RangeOf(own.Span).First - 2;
        int other = view.RangeOf(said.Span).First - 2;
        for (int i = 0; i < SameWords; i++)
        {
            if (!view[one - i].IsWord || !view.IsSameWord(one - i, other - i))
            {
                return false;
            }
        }

        (int from, int to) = view.SentenceOf(other);
        for (int at = from; at < to; at++)
        {
            if (_frames.Old.Contains(view[at]))
            {
                return false;
            }
        }

        return !HasPast(view, from, to);
    }

    // A report of a year is not signed before it: “Yên Lạc, ngày 12 tháng 12 năm 2022” under “Báo cáo kết quả công tác năm 2023”.
    private void CheckSigned(MentionView view, int end, List<int> years, DiagnosticSink found)
    {
        if (years.Count == 0 || !_frames.Reports.Contains(view[0], view[1]))
        {
            return;
        }

        int least = years.Min();
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind != MentionKind.Time || mention.Value is not TimeValue { Implicit: false } || Told.SolarDay(mention) is not { } day || least - day.Year is not (1 or 2))
            {
                continue;
            }

            (int first, int last) = view.RangeOf(mention.Span);
            int block = view.BlockOf(first);
            bool edge = first < end || block <= TitleBlocks || block >= view.Document.Blocks.Length - LastBlocks;
            (int from, int to) = view.SentenceOf(first);
            if (edge && to == last && first - from is >= 2 and <= LongestPlace && view[first - 1].Word == _frames.Comma && view[first - 2].Capitalised && view[from].Capitalised && view.BlockOf(from) == block)
            {
                ReportYear(view, found, mention.Span, least, end);
            }
        }
    }

    /// <summary>The words of occasions, and of what is told of other ones.</summary>
    private sealed class Frames(Vocabulary.Builder words)
    {
        public int Comma { get; } = words.Add(",");

        public WordSet Keeps { get; } = words.AddSet("niệm", "mừng", "dịp");

        public WordSet Founding { get; } = words.AddSet("ngày", "thành", "lập", "truyền", "thống", "của", "mở", "ra", "đời", "sinh");

        public WordSet Today { get; } = words.AddSet("nhân", "xin", "chúng", "này", "nay", "mừng", "!", "kính", "trân", "sẽ", "hướng");

        public WordSet Once { get; } = words.AddSet("trước", "cách", "từng", "cũ", "nhớ", "rồi");

        public WordSet Bases { get; } = words.AddSet("với", "so", "cứ", "nghiệm", "sau", "trước", "quả", "như", "hơn", "kể", "từ", "cùng", "tiếp", "rút", "thay", "theo", "nợ", "khác", "dù", "nếu", "huy", "đoạt", "nhận", "thắng", "tại", "ở");

        public WordSet Sums { get; } = words.AddSet("tổng", "quả", "so", "với", "căn");

        public WordSet Versus { get; } = words.AddSet("so", "hơn");

        public WordSet Within { get; } = words.AddSet("trong");

        public WordSet Parts { get; } = words.AddSet("tháng", "quý", "tuần");

        public WordSet Hails { get; } = words.AddSet("mừng");

        public WordSet Applies { get; } = words.AddSet("nộp", "tuyển", "ký", "nhận", "thi", "xét", "gửi", "khai");

        public WordSet Old { get; } = words.AddSet("xuất", "hết", "cũ", "bản", "tiếp", "nối", "tập", "từ");

        public WordSet Papers { get; } = words.AddSet("nghị", "quyết", "quy", "kế", "chương", "báo", "thông", "đề", "tờ", "chỉ", "hướng");

        public CuePhrases Kinds { get; } = CuePhrases.Of(words, "call-or-rules");

        public CuePhrases Reports { get; } = CuePhrases.Of(words, "report");

    }
}
