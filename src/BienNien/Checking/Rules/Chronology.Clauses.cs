using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Orders told by the clauses of a passage: the years of a period listed, what follows a paper or an event, deeds after a death, hours of one day.
internal sealed partial class Chronology
{
    private const int LongestOpening = 16;
    private const int NearWords = 4;
    private const int StepReach = 8;
    private const int LongestName = 8;
    private const int Noon = 12;
    private const int MinutesOfHour = 60;

    // “Thứ 6 - 05/4/2024” is a day of the week and its date.
    private bool IsWeekday(MentionView view, Mention mention)
    {
        int first = view.RangeOf(mention.Span).First;
        return view[first] is { IsNumber: true, Length: 1 } && view[first - 1].Word == _clauses.Ordinal;
    }

    // “Giai đoạn 2016 - 2020, …: năm 2017 có hai xã đạt chuẩn, năm 2022 thêm ba xã”
    private void CheckListed(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        foreach (SentenceRange sentence in view.Sentences)
        {
            int at = sentence.First;
            while (at < sentence.End && at <= sentence.First + 3 && view.At(at) is null)
            {
                at++;
            }

            if (view.At(at) is not { } period || at >= sentence.End || (!_periods.Contains(view[at - 1]) && !_periods.Contains(view[at]))
                || Told.Date(period) is not { IsInterval: true, StartKind: EdtfEnd.Known, EndKind: EdtfEnd.Known, Start: { Year: { } from, Month: null }, End: { Year: { } to, Month: null } } || from > to)
            {
                continue;
            }

            Mention? odd = OddOfList(view, view.RangeOf(period.Span).End, sentence.End, from, to);
            if (odd is not null)
            {
                ReportOrder(view, odd.Span, period.Span, told, found, "giai đoạn", "the period");
            }
        }
    }

    // “hoàn thành năm 2005 sau khi khởi công năm 2007”: of the same thing, for nothing but small words stand between.
    private bool Follows(MentionView view, Dated earlier, Dated step)
    {
        int from = view.RangeOf(earlier.Date.Span).End;
        if (from > step.First || step.First - from > NearWords || view.RangeOf(step.Date.Span).First < step.First)
        {
            return false;
        }

        for (int at = from; at < step.First; at++)
        {
            if (!_clauses.Small.Contains(view[at]))
            {
                return false;
            }
        }

        int end = step.First;
        while (view.At(end) is null && end < step.First + StepReach && !view[end].IsMark)
        {
            end++;
        }

        return view.At(end) == step.Date;
    }

    // The one year after the colon that the period does not hold, where others there are held.
    private Mention? OddOfList(MentionView view, int start, int end, int from, int to)
    {
        bool colon = false;
        int held = 0;
        Mention? odd = null;
        for (int at = start; at < end; at++)
        {
            colon |= view[at].Word == _clauses.Colon;
            if (view.At(at) is not { } mention)
            {
                continue;
            }

            (int first, int after) = view.RangeOf(mention.Span);
            at = after - 1;
            if (!colon || Told.Year(mention) is not { } year)
            {
                continue;
            }

            // Each item opens with its year; “so với năm 2015” is no item.
            bool item = view[first - 1].IsMark || _clauses.Adds.Contains(view[first - 1]);
            held += item && year >= from && year <= to ? 1 : 0;
            if (item && (year < from || year > to))
            {
                if (odd is not null || !IsDate(mention))
                {
                    return null;
                }

                odd = mention;
            }
        }

        return held > 0 ? odd : null;
    }

    // “Quán triệt Nghị quyết … (tháng 1/1959), cuối năm 1957, …”, “Sau Hiệp định … (7/1954), đầu năm 1953 …”
    private void CheckOpenings(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        foreach (SentenceRange sentence in view.Sentences)
        {
            int first = sentence.First;
            bool carries = (_clauses.Carries.Contains(view[first], view[first + 1])) || _clauses.By.Contains(view[first]);
            int after = _clauses.Right.Contains(view[first]) ? first + 1 : first;
            if (!carries && !_clauses.After.Contains(view[after]))
            {
                continue;
            }

            Mention? cause = null;
            bool plans = false;
            bool paper = !carries;
            int reach = carries ? LongestOpening * 3 : LongestOpening;
            for (int at = first; at < sentence.End && at <= first + reach; at++)
            {
                plans |= carries && _clauses.Plans.Contains(view[at]);
                paper |= _clauses.Papers.Contains(view[at], view[at + 1]);
                if (view.At(at) is not { } mention)
                {
                    continue;
                }

                (int from, int end) = view.RangeOf(mention.Span);
                at = end - 1;
                if (!IsDate(mention))
                {
                    break;
                }

                if (cause is null)
                {
                    cause = mention;
                    first = from;
                    continue;
                }

                // The second date opens the main clause, right after the first.
                int gap = view.RangeOf(cause.Span).End;
                gap = view[gap].Word == _close ? gap + 1 : gap;
                if (carries)
                {
                    // “Thực hiện Quyết định ngày 20/8/1998 của tỉnh, huyện đã giải thể ba lâm trường vào tháng 5/1999”: what was done by it, said at its end.
                    int before = gap;
                    for (int at2 = gap; at2 < from && at2 <= before + LongestOpening && view[gap].Word != _clauses.Comma; at2++)
                    {
                        gap = view[at2].IsMark ? at2 : gap;
                    }

                    if (view[gap].Word == _clauses.Comma && from > gap + 2 && IsDoneBy(view, gap, from, end, sentence) && Told.Date(cause) is { } ordered && Told.Date(mention) is { } done && done.Latest < ordered.Earliest)
                    {
                        ReportOrder(view, mention.Span, cause.Span, told, found, "văn bản được thực hiện", "the paper carried out");
                        break;
                    }
                }

                bool joined = view[gap].Word == _clauses.Comma && from - gap <= 2 && (from == gap + 1 || _clauses.Into.Contains(view[from - 1]));
                if (joined && paper && !plans && Told.Date(cause) is { } one && Told.Date(mention) is { } two && two.Latest < one.Earliest)
                {
                    ReportOrder(view, mention.Span, cause.Span, told, found, "việc dẫn đến", "what led to it");
                }

                break;
            }
        }
    }

    // “Liệt sĩ Rạng hy sinh ngày 6/3/1968. Tháng 10/1970, ông được điều về làm Huyện đội phó”
    private void CheckDeeds(MentionView view, HashSet<TextSpan> told, DiagnosticSink found)
    {
        for (int s = 1; s < view.Sentences.Length; s++)
        {
            SentenceRange before = view.Sentences[s - 1];
            SentenceRange deed = view.Sentences[s];
            if (view.BlockOf(before.First) != view.BlockOf(deed.First) || (DeathOf(view, before) ?? LifeOf(view, before)) is not { } death)
            {
                continue;
            }

            Mention? date = null;
            int at = deed.First;
            while (at < deed.End && at <= deed.First + 2 && view.At(at) is null)
            {
                at++;
            }

            if (view.At(at) is { } opening && IsDate(opening))
            {
                date = opening;
                at = view.RangeOf(opening.Span).End;
                at = view[at].Word == _clauses.Comma ? at + 1 : at;
            }

            if (date is not null && _clauses.Persons.Contains(view[at]) && Acts(view, at + 1, deed.End) && Told.Date(date) is { } then && Told.Date(death) is { } died && then.Earliest > died.Latest)
            {
                ReportOrder(view, date.Span, death.Span, told, found, "năm mất", "the death");
            }
        }
    }

    // The date of the death of whom the sentence opens with.
    private Mention? DeathOf(MentionView view, SentenceRange sentence)
    {
        for (int at = sentence.First + 1; at + 1 < sentence.End && at <= sentence.First + LongestName; at++)
        {
            if (_turns.Contains(view[at]) || view.At(at) is not null)
            {
                return null;
            }

            if (!_clauses.Dies.Contains(view[at], view[at + 1]) || !view[at - 1].Capitalised)
            {
                continue;
            }

            Mention? death = null;
            for (int next = at + 2; next < sentence.End; next++)
            {
                if (view.At(next) is { } mention)
                {
                    if (death is not null || !IsDate(mention))
                    {
                        return null;
                    }

                    death = mention;
                    next = view.RangeOf(mention.Span).End - 1;
                }
            }

            return death;
        }

        return null;
    }

    // What only the living do: “được truy tặng” is done to the dead.
    private bool Acts(MentionView view, int at, int end)
    {
        for (int i = at; i < end && i < at + NearWords; i++)
        {
            if (_clauses.Acts.Contains(view[i], view[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The words by which clauses order what they tell.</summary>
    private sealed class Clauses(Vocabulary.Builder words)
    {
        public int Ordinal { get; } = words.Add("thứ");

        public int Colon { get; } = words.Add(":");

        public int Comma { get; } = words.Add(",");

        public WordSet Small { get; } = words.AddSet(",", "sau", "khi", "được", "vốn", "do", "(", "đã", "từ");

        public WordSet Adds { get; } = words.AddSet("và", "rồi", "sang", "riêng", "trong", "đến", "tới");

        public CuePhrases Carries { get; } = CuePhrases.Of(words, "carrying-out");

        public WordSet By { get; } = words.AddSet("theo");

        public CuePhrases Papers { get; } = CuePhrases.Of(words, "paper-type");

        public WordSet Right { get; } = words.AddSet("ngay", "liền", "tiếp");

        public WordSet After { get; } = words.AddSet("sau");

        public WordSet Plans { get; } = words.AddSet("kế", "nhiệm", "chương", "dự");

        public WordSet Into { get; } = words.AddSet("vào", "đến", "tới", "sang", "ngày");

        public WordSet Persons { get; } = words.AddSet("ông", "bà", "anh", "chị", "cụ", "đồng");

        public CuePhrases Dies { get; } = CuePhrases.Of(words, "death");

        public CuePhrases Acts { get; } = CuePhrases.Of(words, "deed-of-a-person");

        public WordSet From { get; } = words.AddSet("từ");

        public WordSet To { get; } = words.AddSet("đến", "tới");

        public WordSet Same { get; } = words.AddSet("cùng");

        public int Day { get; } = words.Add("ngày");

        public int Hour { get; } = words.Add("giờ");

        public int Minute { get; } = words.Add("phút");

        public WordSet Told { get; } = words.AddSet("kể", "nhắc", "xưa", "nhớ");

        public WordSet Before { get; } = words.AddSet("trước");

        public WordSet At { get; } = words.AddSet("vào", "trong", "ngay", "đến");

        public WordSet Done { get; } = words.AddSet("đã", "xong", "hoàn", "được");

        // What was there before, what is planned, whose turn it was.
        public WordSet Recalls { get; } = words.AddSet("từ", "trước", "sẽ", "vốn", "cũ", "từng", "mà", "khi", "lại", "phải", "dự", "những", "các");

        public WordSet Times { get; } = words.AddSet("lúc", "từ", "vào", "sáng", "hồi", "khoảng", "đúng");

        public WordSet Afternoon { get; } = words.AddSet("chiều", "tối");
    }
}
