using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

// Centuries that lean on a year elsewhere in the passage: “Năm 1558, … Cuộc di dân giữa thế kỷ XV ấy …”, “có niên đại thế kỷ XVIII, khắc năm 1841”.
internal sealed partial class CenturyMismatch
{
    private const int NounReach = 6;
    private const int DeedReach = 8;
    private const int LongestDeed = 22;
    private const int LongestSlip = 16;

    // “dựng năm 1712 …; như vậy ngay ở đầu thế kỷ XVII …”, “Nhà Mạc lập năm 1527, mở đầu một giai đoạn nội chiến ở thế kỷ XV”: the usual slip, by which 1712 is
    // of the seventeenth century, in a clause that speaks on of the year.
    private bool CheckSlip(MentionView view, Mention mention, Range era, DiagnosticSink found)
    {
        if (Told.Date(mention) is not { Start.YearPrecision: YearPrecision.Century, IsInterval: false } || mention.Value is not TimeValue { Days: { } days })
        {
            return false;
        }

        (int first, int end) = view.RangeOf(mention.Span);
        (int from, int to) = view.SentenceOf(first);
        Mention? year = null;
        bool concludes = false;
        int marks = 0;
        for (int at = first - 1; at >= from && at >= first - LongestSlip && year is null; at--)
        {
            year = view.At(at);
            concludes |= _passages.Concludes.Contains(view[at], view[at + 1]);
            marks += view[at].IsMark ? 1 : 0;
            if (year is null && (_passages.Makes.Contains(view[at]) || _passages.Old.Contains(view[at]) || IsLater(view, at)))
            {
                return false;
            }
        }

        bool placed = _passages.Places.Contains(view[first - 1]) || _passages.Places.Contains(view[first]);
        if (year is null || !placed || Years(year) is not { } said || said.First <= era.Last || (days.First.Year / 100) + 1 != said.First / 100 || view.At(end + 1) is not null || EndsLater(view, end, to))
        {
            return false;
        }

        int own = view.RangeOf(year.Span).First;
        bool clause = concludes || (marks == 1 && EndsThere(view, end) && view[view.RangeOf(year.Span).End].Word == _comma && _passages.Begins.Contains(view[view.RangeOf(year.Span).End + 1]));
        if (!clause || IsLaterDeed(view, own) || _passages.Until.Contains(view[own - 1]) || _passages.Until.Contains(view[own]))
        {
            return false;
        }

        Report(found, view, mention.Span, year.Span, mention.Span, said.First);
        return true;
    }

    // “thế kỷ XVII và XVIII”, “… đến thế kỷ XIX”
    private bool EndsLater(MentionView view, int end, int to) => end < to && (_passages.Until.Contains(view[end]) || _passages.And.Contains(view[end]));

    private void CheckPassages(MentionView view, DiagnosticSink found)
    {
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind == MentionKind.Time && Names(view, mention) && Era(mention) is { } era && !found.Spans(Id).Any(span => span.Overlaps(mention.Span)))
            {
                _ = CheckEcho(view, mention, era, found) || CheckSameDecade(view, mention, era, found) || CheckSlip(view, mention, era, found);
            }
        }
    }

    // “Cuộc di dân lớn giữa thế kỷ XV ấy”, “Biến cố đó, ở cuối thế kỷ XVIII, …”: of the one year that the sentence before tells.
    private bool CheckEcho(MentionView view, Mention mention, Range era, DiagnosticSink found)
    {
        (int first, int end) = view.RangeOf(mention.Span);
        (int from, _) = view.SentenceOf(first);
        if (from == 0 || view.BlockOf(from - 1) != view.BlockOf(from) || !PointsBack(view, from, first, end))
        {
            return false;
        }

        Mention? year = null;
        (int before, int until) = view.SentenceOf(from - 1);
        for (int at = before; at < until; at++)
        {
            if (view.At(at) is { } time)
            {
                if (year is not null || Years(time) is null)
                {
                    return false;
                }

                (int yearFirst, int yearEnd) = view.RangeOf(time.Span);
                if (IsLaterDeed(view, yearFirst) || IsLaterDeed(view, Math.Min(until, yearEnd + DeedReach)))
                {
                    return false;
                }

                year = time;
                at = yearEnd - 1;
            }
        }

        if (year is null || Years(year) is not { } said || (said.First <= era.Last && said.Last >= era.First))
        {
            return false;
        }

        Report(found, view, mention.Span, year.Span, mention.Span, said.First);
        return true;
    }

    // A happening, with “ấy”, “đó”, “này” right behind it or behind the century, and nothing but small words between.
    private bool PointsBack(MentionView view, int from, int first, int end)
    {
        bool points = _passages.Back.Contains(view[end]);
        bool happening = false;
        for (int at = first - 1; at >= from && at >= first - NounReach; at--)
        {
            if (view.At(at) is not null)
            {
                return false;
            }

            points |= _passages.Back.Contains(view[at]);
            happening |= _passages.Happenings.Contains(view[at]);
        }

        return points && happening;
    }

    // “Phong trào 1930 - 1931, cao trào đầu những năm 30 của thế kỷ XIX”: the decade is that of the year, the century is not.
    private bool CheckSameDecade(MentionView view, Mention mention, Range era, DiagnosticSink found)
    {
        if (Told.Date(mention) is not { Start.YearPrecision: YearPrecision.Decade } || mention.Value is not TimeValue { Days: { } days })
        {
            return false;
        }

        int decade = days.First.Year / 10 * 10;

        (int first, int end) = view.RangeOf(mention.Span);
        if (!SaysCentury(view, first, end))
        {
            return false;
        }

        (int from, int to) = view.SentenceOf(first);
        Mention? near = null;
        for (int at = from; at < to; at++)
        {
            if (view.At(at) is not { } time || time == mention || Years(time) is not { } said)
            {
                continue;
            }

            if (said.First <= era.Last && said.Last >= era.First)
            {
                return false;
            }

            near = (said.First - decade) % 100 is >= 0 and < 10 && said.Last - said.First < 10 ? time : near;
        }

        if (near is null)
        {
            return false;
        }

        Report(found, view, mention.Span, near.Span, mention.Span, Years(near)!.Value.First);
        return true;
    }

    private bool SaysCentury(MentionView view, int first, int end)
    {
        for (int at = first; at + 1 < end; at++)
        {
            if (_fractions.Centuries.Contains(view[at]))
            {
                return view[at + 1].IsNumber || view[at + 1].IsRoman;
            }
        }

        return false;
    }

    // “có niên đại thế kỷ XVIII, khắc năm 1841”: what was carved, cast or written, and no second time.
    private bool IsMade(MentionView view, int end, int first)
    {
        if (view[end].Word != _comma)
        {
            return false;
        }

        bool made = false;
        for (int at = end + 1; at < first; at++)
        {
            made |= _passages.Makes.Contains(view[at]);
            if (!_passages.Makes.Contains(view[at]) && !_happens.Contains(view[at]) && !_passages.Joins.Contains(view[at]))
            {
                return false;
            }
        }

        return made && first - end <= NounReach;
    }

    // “Cuối thế kỷ XVIII, Phan Đình Phùng dựng cờ khởi nghĩa (1885).”: the deed of the sentence, its year at its end.
    private bool IsDone(MentionView view, Mention era, Mention years, int end, int first)
    {
        int opening = view.RangeOf(era.Span).First - view.SentenceOf(end - 1).First;
        int after = view.RangeOf(years.Span).End;
        if (opening > 2 || view[end].Word != _comma || view[first - 1].Word != _open || view[after].Word != _close || first - end > LongestDeed || !EndsThere(view, after + 1)
            || Years(years) is not { IsLong: false })
        {
            return false;
        }

        bool deed = false;
        for (int at = end + 1; at < first - 1; at++)
        {
            if (view[at].IsMark || IsLater(view, at))
            {
                return false;
            }

            deed |= _passages.Deeds.Contains(view[at], view[at + 1]);
        }

        return deed;
    }

    private bool EndsThere(MentionView view, int at) => view[at].IsMark || view[at].Kind == TokenKind.None || view.BlockOf(at) != view.BlockOf(at - 1);

    // What is done to old things, or in their memory: the year of that is not the year of the thing.
    private bool IsLaterDeed(MentionView view, int first)
    {
        (int from, _) = view.SentenceOf(Math.Max(0, first - 1));
        for (int at = first - 1; at >= from && at >= first - DeedReach; at--)
        {
            if (IsLater(view, at))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsLater(MentionView view, int at) =>
        _passages.Again.Contains(view[at]) || ((!view[at].Capitalised || (view[at].Traits & TokenTraits.SentenceStart) != 0) && _passages.Later.Contains(view[at], view[at + 1]));

    /// <summary>The words by which a passage joins a century to a year.</summary>
    private sealed class Passages(Vocabulary.Builder words)
    {
        public WordSet Joins { get; } = words.AddSet(
            ",", "là", "tức", "nghĩa", "hay", "đúng", "thuộc", "ở", "vào", "trong", "nằm", "trọn", "hoàn", "toàn", "gọn", "hẳn", "giữa", "buổi", "lúc", "bước", "sang", "khi", "đang", "ấy", "đó",
            "bấy", "giờ", "khoảng", "rơi", "mới", "vẫn", "còn", "chỉ", "những", "năm", "về", "cũng", "chính", "xác", "thời", "kỳ", "giai", "đoạn", "hồi", "của", "cả", "đều", "thì", "đầu", "cuối", "vừa", "-", "–", "suốt", "ngay", "được", "này");

        public int Dash { get; } = words.Add("-");

        public WordSet Back { get; } = words.AddSet("ấy", "đó", "này", "trên");

        public WordSet Happenings { get; } = words.AddSet(
            "cuộc", "đợt", "chuyến", "trào", "cố", "kiện", "trận", "vụ", "nghĩa", "dịch", "chiến", "loạn", "biến", "lần", "nạn", "phong", "làn", "thắng", "phen");

        public WordSet Makes { get; } = words.AddSet("khắc", "đúc", "tạc", "soạn", "viết", "chép", "tạo", "vẽ", "lập", "tác");

        public CuePhrases Concludes { get; } = CuePhrases.Of(words, "conclusion");

        public WordSet Places { get; } = words.AddSet("ở", "vào", "trong", "giữa", "đầu", "cuối", "suốt", "của");

        public WordSet Begins { get; } = words.AddSet("mở", "mang", "là", "khép", "đánh", "kết", "thuộc", "đúng", "một", "trở");

        public WordSet Old { get; } = words.AddSet("cũ", "cổ", "xưa", "từ", "còn", "có", "vốn", "dựng", "xây", "gốc", "đến", "sang", "trước", "sau", "theo", "so", "khác");

        public WordSet Until { get; } = words.AddSet("đến", "tới", "từ", "trước", "sau");

        public WordSet And { get; } = words.AddSet("và", "-", "–");

        public CuePhrases Deeds { get; } = CuePhrases.Of(words, "deed-of-an-age");

        public WordSet Again { get; } = words.AddSet("lại", "nay", "tặng", "niệm", "hạng", "viếng", "thăm", "gặp");

        public CuePhrases Later { get; } = CuePhrases.Of(words, "deed-of-a-later-age");

    }
}
