using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

/// <summary>CHK007. A day of the week said with a date that falls on another: “thứ Hai, ngày 2/9/1945”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: WeekdayMismatch.md, beside this file.</remarks>
internal sealed class WeekdayMismatch : CheckRule
{
    private const int LongestGap = 7;
    private const int FirstGregorianYear = 1583;

    private static readonly string[] _names = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"];
    private static readonly string[] _english = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private const int WholeGap = 5;

    private readonly DayReader _days;
    private readonly int _ordinal;
    private readonly WordSet _lords;
    private readonly WordSet _suns;
    private readonly int _sunday;
    private readonly int _first;
    private readonly int[] _numerals;
    private readonly int[] _short;
    private readonly WordSet _before;
    private readonly WordSet _ahead;
    private readonly WordSet _behind;
    private readonly WordSet _marks;
    private readonly WordSet _every;
    private readonly WordSet _through;
    private readonly WordSet _dashes;
    private readonly WordSet _slashes;
    private readonly WordSet _held;
    private readonly WordSet _counted;
    private readonly WordSet _and;
    private readonly int _hour;
    private readonly int _sitting;
    private readonly int _minute;
    private readonly WordSet _lunar;
    private readonly int _open;
    private readonly int _close;

    public WeekdayMismatch(Vocabulary.Builder words)
        : base("CHK007", "weekday-mismatch", DiagnosticSeverity.Error)
    {
        _days = new DayReader(words);
        _ordinal = words.Add("thứ");
        _lords = words.AddSet("chủ", "chúa");
        _suns = words.AddSet("nhật", "nhựt");
        _sunday = words.Add("CN");
        _first = words.Add("nhất");
        _numerals = [.. ((string[])["hai", "ba", "tư", "năm", "sáu", "bảy", "bẩy"]).Select(words.Add)];
        _short = [.. ((string[])["T2", "T3", "T4", "T5", "T6", "T7"]).Select(words.Add)];

        // What may stand before a day of the week; “kỳ họp thứ Hai”, “lần thứ ba” are no such days.
        _before = words.AddSet(
            "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "khuya", "sớm", "vào", "nhằm", "là", "hôm", "đúng", "trúng", "từ", "đến", "tới", "và", "hoặc", "cứ", "trước", "sau", "tức", "ấy");
        _ahead = words.AddSet(
            "ngày", "sáng", "trưa", "chiều", "tối", "đêm", "tức", "là", "nhằm", "hôm", "tuần", "này", "tới", "sau", "qua", "vừa", "rồi", "đúng", "mùng", "mồng", "vào", "dương", "lịch");
        _behind = words.AddSet(
            "là", "nhằm", "rơi", "vào", "đúng", "trúng", "cũng", "một", "ngày", "hôm", "đó", "ấy", "tức", "lại", "chính", "buổi", "sáng", "chiều", "tối", "đêm", "vẫn", "năm", "nay", "thứ");
        _marks = words.AddSet(",", "(", "-", "–", ":", "—", "[");
        _every = words.AddSet("hằng", "hàng", "mỗi", "mọi", "các", "những", "tuần");
        _through = words.AddSet("đến", "tới", "-", "–");
        _dashes = words.AddSet("-", "–", "đến", "tới");
        _slashes = words.AddSet("/", "-", ".");
        _held = words.AddSet("mở", "giảng", "mạc", "họp", "hết", "giờ", "phút", "cuối", "nghỉ", "trực", "đầu", "hành", "thúc", "công", "ra", "chức", "khai", "lên");

        // What is counted: the third session, child, term …
        _counted = words.AddSet(
            "lần", "họp", "khóa", "khoá", "con", "trai", "gái", "hạng", "tập", "cuốn", "quyển", "bậc", "đợt", "quý", "lớp", "nghị", "hội", "kỳ", "phiên", "trận", "đội", "đoàn", "chương", "phần", "mục",
            "điều", "ngôi", "người", "vợ", "bài", "số", "nhất", "bộ", "khu", "nhiệm", "năm", "tuần", "giải", "cấp", "loại", "ba", "hai", "giai", "đoạn", "quân", "chiến", "dịch", "đời", "vòng", "cái", "chiếc", "nhà");
        _and = words.AddSet("và", ",");
        _hour = words.Add("giờ");
        _sitting = words.Add("cuộc");
        _minute = words.Add("phút");
        _lunar = words.AddSet("âm", "ÂL", "Tết");
        _open = words.Add("(");
        _close = words.Add(")");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        List<Pair> pairs = [];
        bool counts = CountsItsPoints(view);
        for (int at = 0; at < view.Tokens.Length; at++)
        {
            if (Weekday(view, at, out int weekday) is var length and > 0)
            {
                if (IsWeekday(view, at, length, counts) && Pairing(view, at, length, weekday) is { } pair)
                {
                    pairs.Add(pair);
                }

                at += length - 1;
            }
        }

        foreach (Pair pair in pairs)
        {
            // A year that the passage gives may be the wrong one, unless other days of that year agree.
            if (!pair.Agrees && (pair.Anchor == default || pairs.Exists(other => other.Agrees && other.Anchor == pair.Anchor && other.Day.Year == pair.Day.Year)))
            {
                Report(view, found, pair);
            }
        }
    }

    // Monday is 1, Sunday is 7; returns how many tokens it has, 0 when there is none.
    private int Weekday(MentionView view, int at, out int day)
    {
        day = 0;
        Token token = view[at];
        if (token.Word == 0)
        {
            return 0;
        }

        if (token.Word == _ordinal)
        {
            Token next = view[at + 1];
            day = next.IsNumber ? (next.Length == 1 && next.Number is >= 2 and <= 7 ? next.Number - 1 : 0) : Array.IndexOf(_numerals, next.Word) + 1;
            day = day == 7 && !next.IsNumber ? 6 : day;
            return day > 0 ? 2 : 0;
        }

        if (_lords.Contains(token) && _suns.Contains(view[at + 1]))
        {
            day = 7;
            return 2;
        }

        day = token.Word == _sunday && token.AllUpper ? 7 : token.AllUpper || (token.Traits & TokenTraits.HasDigit) != 0 ? Array.IndexOf(_short, token.Word) + 1 : 0;
        return day > 0 ? 1 : 0;
    }

    // Whether the words name a day of the week, not the second of several things.
    private bool IsWeekday(MentionView view, int at, int length, bool counts)
    {
        Token previous = view[at - 1];
        bool opens = at == view.SentenceOf(at).First;
        if (_every.Contains(previous) || _every.Contains(view[at - 2]) || (_every.Contains(view[at + length]) && _every.Contains(view[at + length + 1])))
        {
            return false;
        }

        if (view[at].Word != _ordinal)
        {
            return length == 2 || (!_slashes.Contains(view[at + 1]) && (opens || previous.IsMark || _before.Contains(previous)));
        }

        // “khai giảng thứ Tư (12/3/2010)”, “đến hết thứ Bảy, ngày 3/6/1998”: a whole date right behind it.
        if (!opens && !previous.IsMark && !_before.Contains(previous) && (view[at + 1].Capitalised || view[at + 1].IsNumber || _held.Contains(previous)) && (!_counted.Contains(previous) || (_held.Contains(previous) && !_counted.Contains(view[at - 2]) && view[at - 2].Word != _sitting)))
        {
            return After(view, at + length) is { } whole && whole.Anchor == default && whole.First - at - length <= WholeGap;
        }

        // “Thứ hai, ngày …” may open the second of the points of a text.
        return opens ? !counts || view[at + 1].Capitalised : previous.IsMark || _before.Contains(previous);
    }

    // “Thứ nhất, …” somewhere: then “Thứ hai, …” is the next point.
    private bool CountsItsPoints(MentionView view)
    {
        for (int at = 0; at + 1 < view.Tokens.Length; at++)
        {
            if (view[at].Word == _ordinal && view[at + 1].Word == _first && (view[at].Traits & TokenTraits.SentenceStart) != 0)
            {
                return true;
            }
        }

        return false;
    }

    private Pair? Pairing(MentionView view, int at, int length, int weekday)
    {
        int end = at + length;
        Place? after = After(view, end);
        Place? before = Before(view, at);
        if (after is null && before is null)
        {
            return OfCell(view, at, end) is { } cell ? Made(cell) : null;
        }

        // “Hai ngày 03 và 04/4/1965 (thứ Bảy và Chủ nhật)”: each day of the week is of its own date.
        if (IsOneOfTwo(view, at, length, after, before))
        {
            return null;
        }

        // “thứ Hai - thứ Sáu (14/10 - 18/10/2024)”: the first is of the first, the second of the second.
        if (after is { } range && _dashes.Contains(view[range.End]) && _days.Read(view, range.End + 1) is not null && Weekday(view, at - 3, out _) == 2 && _through.Contains(view[at - 1]))
        {
            return null;
        }

        // Between two dates, the one in brackets or right beside it is meant; where that is not plain, both must disagree.
        if (after is { } one && before is { } other)
        {
            bool agrees = Is(one.Day, weekday) || Is(other.Day, weekday);
            Place nearer = other.Bracketed ? other : one;
            return agrees ? new Pair(at, end, nearer.First, nearer.End, nearer.Day, weekday, true, nearer.Anchor) : Made(nearer);
        }

        return Made((after ?? before)!.Value);

        Pair Made(Place place) => new(at, end, place.First, place.End, place.Day, weekday, Is(place.Day, weekday), place.Anchor);
    }

    // Two days of the week joined by “và” or a comma, beside two dates joined likewise.
    private bool IsOneOfTwo(MentionView view, int at, int length, Place? after, Place? before)
    {
        int end = at + length;
        bool first = _and.Contains(view[end]) && Weekday(view, end + 1, out _) > 0;
        bool second = _and.Contains(view[at - 1]) && (Weekday(view, at - 3, out _) == 2 || Weekday(view, at - 2, out _) == 1);
        if (!first && !second)
        {
            return false;
        }

        Place? place = first ? before ?? after : after ?? before;
        if (place is not { } dates)
        {
            return false;
        }

        // “03 và 04/4/1965”: a figure with “và” before the date, or after it.
        return (_and.Contains(view[dates.First - 1]) && view[dates.First - 2].IsNumber) || (_and.Contains(view[dates.End]) && (view[dates.End + 1].IsNumber || view.At(dates.End + 1) is not null));
    }

    private Place? After(MentionView view, int end)
    {
        int at = end;
        while (at < end + LongestGap && (_ahead.Contains(view[at]) || _marks.Contains(view[at])))
        {
            at++;
        }

        // “Chủ nhật 9 giờ ngày 18/3/2023”
        if (view[at].IsNumber && view[at + 1].Word == _hour)
        {
            at = view[at + 2].IsNumber ? (view[at + 3].Word == _minute ? at + 4 : at + 3) : at + 2;
            while (_ahead.Contains(view[at]) || _marks.Contains(view[at]))
            {
                at++;
            }
        }

        return view.BlockOf(Math.Max(0, end - 1)) == view.BlockOf(Math.Min(at, view.Tokens.Length - 1)) ? DayAt(view, at) : null;
    }

    private Place? Before(MentionView view, int at)
    {
        int last = at - 1;
        bool bracket = false;
        while (last > at - 1 - LongestGap && last >= 0 && !view[last].IsNumber && (_behind.Contains(view[last]) || _marks.Contains(view[last]) || (view[last].Word == _close && _behind.Contains(view[last + 1]))))
        {
            bracket |= view[last].Word == _open;
            last--;
        }

        if (last < 0 || view.At(last) is not { } mention || view.BlockOf(last) != view.BlockOf(at))
        {
            return null;
        }

        // The last day that the mention writes.
        (int first, _) = view.RangeOf(mention.Span);
        for (int from = last; from >= first; from--)
        {
            if (_days.Read(view, from) is { } written && written.End == last + 1 && !(from > first && (view[from - 1].IsNumber || _slashes.Contains(view[from - 1]))))
            {
                return DayOf(view, mention, written, from) is { } place ? place with { Bracketed = bracket } : null;
            }
        }

        return Told.SolarDay(mention) is { } day && first < at ? new Place(first, last + 1, day, AnchorOf(view, mention), bracket) : null;
    }

    private Place? DayAt(MentionView view, int at)
    {
        if (view.At(at) is not { } mention)
        {
            return null;
        }

        if (_days.Read(view, at) is { } written)
        {
            return DayOf(view, mention, written, at);
        }

        // A day written in words.
        (int first, int end) = view.RangeOf(mention.Span);
        return at - first <= 3 && !view[at].IsNumber && Told.SolarDay(mention) is { } day ? new Place(at, end, day, AnchorOf(view, mention), false) : null;
    }

    private Place? DayOf(MentionView view, Mention mention, WrittenDay written, int at)
    {
        if (mention.Value is not TimeValue { Lunar: false, Type: TimexType.Date or TimexType.Time } value || _lunar.Contains(view[written.End]))
        {
            return null;
        }

        int? year = written.Year;
        TextSpan anchor = default;
        if (year is null && Edtf.TryParse(value.Value) is { } told)
        {
            bool isStart = told.Start.Month == written.Month && told.Start.Day == written.Day;
            year = isStart ? told.Start.Year : told.End.Month == written.Month && told.End.Day == written.Day ? told.End.Year : null;
            anchor = AnchorOf(view, mention);
        }

        return year is >= FirstGregorianYear and <= 2199 && written.Month is >= 1 and <= 12 && written.Day >= 1
            && written.Day <= CalendarSystem.Iso.GetDaysInMonth(year.Value, written.Month)
            ? new Place(at, written.End, new LocalDate(year.Value, written.Month, written.Day), anchor, false)
            : null;
    }

    // A cell that holds nothing but the day of the week: the date is in a cell beside it, or in the one below.
    private Place? OfCell(MentionView view, int at, int end)
    {
        if (view.Document.Blocks[view.BlockOf(at)].Cell is not { } cell || view.SentenceOf(at) != (at, end))
        {
            return null;
        }

        return Beside(0, 1) ?? Beside(0, -1) ?? Beside(0, 2) ?? Beside(0, -2) ?? Beside(1, 0);

        Place? Beside(int rows, int columns)
        {
            if (!view.Tables.TryGet(cell.Table, cell.Row + rows, cell.Column + columns, out Sentence sentence))
            {
                return null;
            }

            for (int i = sentence.FirstToken; i < sentence.FirstToken + Math.Min(2, sentence.Count); i++)
            {
                if (DayAt(view, i) is { } place)
                {
                    return place;
                }
            }

            return null;
        }
    }

    // Where the year stands when it is far away; default where the words beside the date tell it. “17/4 (Tân Hợi), rồi thứ Ba, 23/4”: the name in brackets is a day's, and tells no year.
    private static TextSpan AnchorOf(MentionView view, Mention mention) =>
        mention.Value is TimeValue { Implicit: false }
            || (mention.Anchor is { Certainty: AnchorCertainty.High, Source: AnchorSource.Joined or AnchorSource.Sentence } anchor && !CanChi.TryParse(view.Surface(anchor.Span), out _))
            ? default
            : mention.Anchor?.Span ?? mention.Span;

    private static bool Is(LocalDate day, int weekday) => (int)day.DayOfWeek == weekday;

    private static void Report(MentionView view, DiagnosticSink found, Pair pair)
    {
        TextSpan said = TextSpan.Between(view[pair.First].Start, view[pair.End - 1].End);
        TextSpan date = TextSpan.Between(view[pair.DateFirst].Start, view[pair.DateEnd - 1].End);
        int right = (int)pair.Day.DayOfWeek;
        string written = view.Line(date);
        string day = $"{pair.Day.Day}/{pair.Day.Month}/{pair.Day.Year}";
        found.Report(
            said,
            new BilingualText(
                $"Ngày {day} là {_names[right - 1]}, không phải {_names[pair.Weekday - 1]}.",
                $"{day} (day/month/year) was a {_english[right - 1]}, not a {_english[pair.Weekday - 1]}."),
            expected: _names[right - 1],
            related: [new RelatedPlace(date, new BilingualText($"Ngày đi cùng: {written}", $"The date said with it: {written}"))]);
    }

    /// <summary>A date beside a day of the week.</summary>
    private readonly record struct Place(int First, int End, LocalDate Day, TextSpan Anchor, bool Bracketed);

    /// <summary>A day of the week with its date.</summary>
    private readonly record struct Pair(int First, int End, int DateFirst, int DateEnd, LocalDate Day, int Weekday, bool Agrees, TextSpan Anchor);
}
