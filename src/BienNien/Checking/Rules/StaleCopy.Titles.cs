using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Text;

namespace BienNien.Checking.Rules;

// What the title says besides an anniversary: the year, the month, the period, which time it is held.
internal sealed partial class StaleCopy
{
    private const int LongestTitle = 240;
    private const int SameWords = 3;
    private const int LongestCue = 8;

    private void CheckTitle(MentionView view, DiagnosticSink found)
    {
        int end = TitleEnd(view);
        CheckPlanned(view, end, found);
        CheckBanners(view, end, found);
        CheckKept(view, end, found);
        CheckNamed(view, found);
        if (end == 0)
        {
            return;
        }

        List<Numbered> numbers = [];
        List<int> years = [];
        bool plans = false;
        for (int at = 0; at < end; at++)
        {
            plans |= _titles.Plans.Contains(view[at], view[at + 1]);
            if (NumberAfter(view, at) is { } number)
            {
                numbers.Add(number);
                // The line of the day of signing is no title.
                bool signed = view[at - 1].IsNumber && view[at - 2].Word == _titles.Month && view[at - 3].IsNumber;
                if (view[at].Word == _titles.Year && number.Value is >= 1900 and <= 2199 && !signed)
                {
                    years.Add(number.Value);
                }
            }
        }

        CheckHeadings(view, end, numbers, found);
        CheckQuoted(view, end, numbers, found);
        CheckCounts(view, end, found);
        if (years.Count > 0)
        {
            CheckClosing(view, end, years, found);
            CheckFeast(view, end, years, found);
            if (plans)
            {
                CheckDue(view, end, years, found);
                CheckOdd(view, end, years, found);
            }
        }

        else if (OnlyYear(view, end) is { } only)
        {
            CheckFeast(view, end, [only], found);
        }

        CheckPeriod(view, end, found);
        CheckEditions(view, end, years, found);
        CheckOccasions(view, end, numbers, plans, found);
        CheckParts(view, end, numbers, found);
        CheckHalves(view, end, numbers, found);
        CheckSigned(view, end, years, found);
        CheckCovered(view, end, found);
        CheckClosingParts(view, end, numbers, found);
    }

    // The tokens of the title: headings, and lines that end without a full stop, before the text begins.
    private static int TitleEnd(MentionView view)
    {
        int last = Math.Min(TitleBlocks, view.Document.Blocks.Length);
        int end = 0;
        for (int block = 0; block < last; block++)
        {
            Block line = view.Document.Blocks[block];
            char close = line.Span.Length == 0 ? '.' : view.Document.Text[line.Span.End - 1];
            if (line.Span.Length > LongestTitle || line.Kind is not (BlockKind.Heading or BlockKind.Paragraph) || (line.Kind == BlockKind.Paragraph && close is '.' or ';' or '!' or '?' or ','))
            {
                break;
            }

            // A second heading below the title belongs to the text.
            if (block > 0 && line.Kind == BlockKind.Heading && line.Label.Length > 0)
            {
                break;
            }

            while (end < view.Tokens.Length && view[end].Start < line.Span.End)
            {
                end++;
            }
        }

        return end;
    }

    // “tháng 10”, “năm 2024”, “lần thứ 12”
    private Numbered? NumberAfter(MentionView view, int at)
    {
        if (!_titles.Units.Contains(view[at]))
        {
            return null;
        }

        int figure = at + 1;
        if (view[at].Word == _titles.Time)
        {
            if (view[at + 1].Word != _titles.Ordinal)
            {
                return null;
            }

            figure = at + 2;
        }

        return view[figure].Number > 0 && (view[figure].IsNumber || view[figure].IsRoman) ? new Numbered(at, figure, view[figure].Number) : null;
    }

    // “II. Nhiệm vụ trọng tâm tháng 9” under “…, nhiệm vụ trọng tâm tháng 10 năm 2024”
    private static bool IsHeading(MentionView view, int at) => view.Document.Blocks[view.BlockOf(at)].Kind == BlockKind.Heading;

    private void CheckHeadings(MentionView view, int end, List<Numbered> numbers, DiagnosticSink found)
    {
        for (int at = end; at < view.Tokens.Length; at++)
        {
            if (_titles.Units.Contains(view[at]) && IsHeading(view, at) && NumberAfter(view, at) is { } said
                && numbers.Find(title => IsSame(view, title, said)) is { First: > 0 } title && IsBefore(view, said, title)
                && !numbers.Exists(other => other.Value == said.Value && IsSame(view, other, said)))
            {
                ReportTitle(view, found, view.SpanOf(said.First, said.Figure + 1), view.SpanOf(title.First, title.Figure + 1), DiagnosticConfidence.Certain);
            }
        }
    }

    // The cup “Giải đua ghe lần thứ 11” in the rules of the twelfth.
    private void CheckQuoted(MentionView view, int end, List<Numbered> numbers, DiagnosticSink found)
    {
        for (int at = end; at < view.Tokens.Length; at++)
        {
            if (view[at].Word == _titles.Time && NumberAfter(view, at) is { } said && IsQuoted(view, at)
                && numbers.Find(title => IsSame(view, title, said)) is { First: > 0 } title && said.Value == title.Value - 1)
            {
                ReportTitle(view, found, view.SpanOf(said.First, said.Figure + 1), view.SpanOf(title.First, title.Figure + 1), DiagnosticConfidence.Likely);
            }
        }
    }

    private bool IsQuoted(MentionView view, int at)
    {
        (int from, _) = view.SentenceOf(at);
        int quotes = 0;
        for (int i = from; i < at; i++)
        {
            quotes += _titles.Quotes.Contains(view[i]) ? 1 : 0;
        }

        return quotes % 2 == 1;
    }

    private static bool IsSame(MentionView view, Numbered one, Numbered other)
    {
        // Marks aside: “phương hướng, nhiệm vụ năm 2024”.
        (int here, int there) = (one.First, other.First);
        for (int i = 0; i <= SameWords; i++)
        {
            here -= view[here].IsMark ? 1 : 0;
            there -= view[there].IsMark ? 1 : 0;
            if (!view[here].IsWord || !view.IsSameWord(here, there))
            {
                return false;
            }

            here--;
            there--;
        }

        return true;
    }

    private bool IsBefore(MentionView view, Numbered said, Numbered title) =>
        title.Value - said.Value is > 0 and <= EditionsBack ? view[said.First].Word == _titles.Year || title.Value - said.Value == 1
            : view[said.First].Word == _titles.Month && title.Value == 1 && said.Value == 12;

    // A title without dates: “KỶ NIỆM 93 NĂM NGÀY THÀNH LẬP ĐẢNG”, and below “kỷ niệm 92 năm Ngày thành lập Đảng”.
    private void CheckCounts(MentionView view, int end, DiagnosticSink found)
    {
        if (Title(view) is not null)
        {
            return;
        }

        int count = -1;
        for (int at = 0; at + SameWords + 1 < end && count < 0; at++)
        {
            count = view[at] is { IsNumber: true, Length: <= 3, Number: >= LeastYears } && view[at + 1].Word == _titles.Year && _marks.Contains(view[at - 1]) && view[at + 2].IsWord ? at : -1;
        }

        foreach (Mention mention in view.Mentions)
        {
            // “(22/12/1944 - 22/12/2023)” under “KỶ NIỆM 80 NĂM”
            if (count >= 0 && mention.Kind == MentionKind.Time && view.RangeOf(mention.Span).First >= end && Told.Date(mention) is { IsInterval: true, Start: { Month: { } month, Day: { } day, Year: { } from }, End: { Year: { } to } last }
                && last.Month == month && last.Day == day && to - from == view[count].Number - 1)
            {
                ReportTitle(view, found, mention.Span, view.SpanOf(count, count + 2), DiagnosticConfidence.Likely);
            }
        }

        for (int at = end; count >= 0 && at < view.Tokens.Length; at++)
        {
            if (view[at] is { IsNumber: true } said && view[count].Number - said.Number == 1 && view[at + 1].Word == _titles.Year && _marks.Contains(view[at - 1]))
            {
                // “Trải qua 79 năm, …”: what else than the years of the title?
                bool gone = _titles.Gone.Contains(view[at - 1]) && view[at + 2].IsMark;
                bool same = true;
                for (int i = 2; i < SameWords + 2; i++)
                {
                    same &= gone || view.IsSameWord(count + i, at + i);
                }

                (int from, int to) = view.SentenceOf(at);
                for (int i = from; i < to && same; i++)
                {
                    same = !(view.At(i) is { } mention && Told.Date(mention) is { Start.Year: not null });
                }

                if (same)
                {
                    ReportTitle(view, found, view.SpanOf(at, at + 2), view.SpanOf(count, count + 2), DiagnosticConfidence.Likely);
                }
            }
        }
    }

    // “Trên đây là báo cáo công tác năm 2023” at the end of the report of 2024
    private void CheckClosing(MentionView view, int end, List<int> years, DiagnosticSink found)
    {
        int least = years.Min();
        foreach (SentenceRange sentence in view.Sentences)
        {
            if (sentence.First < end || !view.Has(sentence.First, _titles.Above))
            {
                continue;
            }

            for (int at = sentence.First; at < sentence.End; at++)
            {
                if (view[at].Word == _titles.Year && NumberAfter(view, at) is { } said && least - said.Value is > 0 and <= EditionsBack && view[at - 1].IsWord && !_titles.Compared.Contains(view[at - 1]))
                {
                    ReportYear(view, found, view.SpanOf(said.First, said.Figure + 1), least, end);
                    break;
                }
            }
        }
    }

    // “LỄ HỘI XUÂN ẤT TỴ 2025”: the one year of a title, though no “năm” stands before it.
    private static int? OnlyYear(MentionView view, int end)
    {
        int? year = null;
        for (int at = 0; at < end; at++)
        {
            if (view[at] is { IsNumber: true, Length: 4, Number: >= 1900 and <= 2199 } figure)
            {
                if (year is not null)
                {
                    return null;
                }

                year = figure.Number;
            }
        }

        return year;
    }

    // “Trên đây là báo cáo công tác tháng 8” at the end of the report of September
    private void CheckClosingParts(MentionView view, int end, List<Numbered> numbers, DiagnosticSink found)
    {
        foreach (SentenceRange sentence in view.Sentences)
        {
            for (int at = sentence.First; sentence.First >= end && at < sentence.End && view.Has(sentence.First, _titles.Above); at++)
            {
                if (view[at].Word != _titles.Year && !_titles.School.Contains(view[at]) && NumberAfter(view, at) is { } said && !_titles.Compared.Contains(view[at - 1])
                    && !numbers.Exists(title => view[title.First].Word == view[at].Word && title.Value == said.Value)
                    && numbers.Find(title => view[title.First].Word == view[at].Word && IsBefore(view, said, title)) is { Figure: > 0 } other)
                {
                    ReportTitle(view, found, view.SpanOf(said.First, said.Figure + 1), view.SpanOf(other.First, other.Figure + 1), DiagnosticConfidence.Likely);
                    break;
                }
            }
        }
    }

    private static bool Has(MentionView view, int from, int to, CuePhrases phrases)
    {
        for (int at = from; at < to; at++)
        {
            if (phrases.Contains(view[at], view[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasWill(MentionView view, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            if (_titles.Will.Contains(view[at]))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasPast(MentionView view, int from, int to)
    {
        for (int at = from; at < to; at++)
        {
            // “trước ngày 20/3”: by then.
            if (_titles.Past.Contains(view[at]) && !(view[at].Word == _titles.Before && (view[at + 1].IsNumber || view[at + 1].Word == _titles.Day || view[at + 1].Word == _titles.Month)))
            {
                return true;
            }
        }

        return false;
    }

    private static void ReportYear(MentionView view, DiagnosticSink found, TextSpan span, int year, int end)
    {
        string said = view.Line(span);
        TextSpan title = view.SpanOf(0, end);
        found.Report(
            span,
            new BilingualText($"“{said}” có lẽ còn sót từ văn bản năm trước: tên văn bản ghi năm {year}.", $"“{said}” may be left from an earlier year's text: the title says {year}."),
            expected: $"năm {year}",
            confidence: DiagnosticConfidence.Likely,
            related: [new RelatedPlace(title, new BilingualText("Tên văn bản", "The title"))]);
    }

    private static void ReportTitle(MentionView view, DiagnosticSink found, TextSpan span, TextSpan title, DiagnosticConfidence confidence)
    {
        string said = view.Line(span);
        string heading = view.Line(title);
        found.Report(
            span,
            new BilingualText($"“{said}” có lẽ còn sót từ văn bản cũ: tên văn bản ghi “{heading}”.", $"“{said}” may be left from an older text: the title says “{heading}”."),
            expected: heading,
            confidence: confidence,
            related: [new RelatedPlace(title, new BilingualText("Ở tên văn bản", "In the title"))]);
    }

    /// <summary>A number with the word that it belongs to.</summary>
    private readonly record struct Numbered(int First, int Figure, int Value);

    /// <summary>The words of titles, and of what is still to come.</summary>
    private sealed class Titles(Vocabulary.Builder words)
    {
        public WordSet Units { get; } = words.AddSet("tháng", "năm", "quý", "tuần", "lần", "học");

        public WordSet School { get; } = words.AddSet("học");

        public WordSet New { get; } = words.AddSet("mới");

        public WordSet Gone { get; } = words.AddSet("qua", "sau", "suốt");

        public int Before { get; } = words.Add("trước");

        public int Day { get; } = words.Add("ngày");

        public int Year { get; } = words.Add("năm");

        public int Month { get; } = words.Add("tháng");

        public int Time { get; } = words.Add("lần");

        public int Ordinal { get; } = words.Add("thứ");

        public WordSet Quotes { get; } = words.AddSet("\"", "“", "”", "«", "»");

        public CuePhrases Plans { get; } = CuePhrases.Of(words, "plan");

        public System.Collections.Immutable.ImmutableArray<int> Above { get; } = words.AddPhrase("Trên đây là");

        public WordSet Compared { get; } = words.AddSet("với", "hơn", "từ", "so", "cuối");

        public CuePhrases Due { get; } = CuePhrases.Of(words, "due");

        public CuePhrases Now { get; } = CuePhrases.Of(words, "due-of-the-year");

        public CuePhrases Planned { get; } = CuePhrases.Of(words, "intended");

        public WordSet Period { get; } = words.AddSet("đoạn", "kỳ", "khóa", "học");

        public WordSet Will { get; } = words.AddSet("sẽ", "mời");

        public WordSet Organises { get; } = words.AddSet("tổ", "thời", "diễn", "khai", "gửi", "nộp", "xong", "triển", "tập", "họp", "lễ", "hạn", "kết", "bế");

        public WordSet Feasts { get; } = words.AddSet("xuân", "Tết", "đán");

        public WordSet Bases { get; } = words.AddSet("cứ", "số", "với", "thực", "theo", "từ", "kể");

        public WordSet Past { get; } = words.AddSet("đã", "từng", "trước", "cũ", "quả", "được");
    }
}
