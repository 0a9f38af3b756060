using System.Globalization;
using BienNien.Checking.Arithmetic;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

/// <summary>CHK004. A day or an hour that the calendar or the clock does not have: “31/6/1956”, “9 giờ 75 phút”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: DateImpossible.md, beside this file.</remarks>
internal sealed class DateImpossible : CheckRule
{
    // Larger figures are hardly a slip for a day.
    private const int LargestDay = 39;
    private const int LeapYear = 2000;
    private const int LastHour = 24;
    private const int LastMonth = 12;
    private const int LargestOfMonth = 31;
    private const int LargestHour = 39;

    private readonly DayReader _days;
    private readonly OrdinalReader _ordinals;
    private readonly int _last;
    private readonly int _firstMonth;
    private readonly WordSet _lunarWord;
    private readonly WordSet _denies;
    private readonly WordSet _at;
    private readonly WordSet _until;
    private readonly WordSet _separators;
    private readonly WordSet _lunar;
    private readonly WordSet _hourLetters;
    private readonly int _day;
    private readonly int _month;
    private readonly int _year;
    private readonly int _quarter;
    private readonly int _hour;
    private readonly int _minute;
    private readonly int _slash;

    public DateImpossible(Vocabulary.Builder words)
        : base("CHK004", "date-impossible", DiagnosticSeverity.Error)
    {
        _days = new DayReader(words);
        _ordinals = new OrdinalReader(words);
        _last = words.Add("Chạp");
        _firstMonth = words.Add("Giêng");
        _lunarWord = words.AddSet("âm", "ÂL");
        _denies = words.AddSet("nhầm", "lầm", "đính", "sai");
        _at = words.AddSet("lúc", "hồi", "vào", "tầm");
        _until = words.AddSet("đến", "tới", "từ", "đúng", "trước");
        _separators = words.AddSet("/", "-", ".", ",");
        _lunar = words.AddSet("âm", "ÂL", "nhuận", "Tết", "ta");
        _hourLetters = words.AddSet("h", "g");
        _day = words.Add("ngày");
        _month = words.Add("tháng");
        _year = words.Add("năm");
        _quarter = words.Add("quý");
        _hour = words.Add("giờ");
        _minute = words.Add("phút");
        _slash = words.Add("/");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        List<TextSpan> told = [];
        foreach (Mention mention in analysis.Mentions)
        {
            // What is possible of the date is kept as its value: the month, whose days can be told. A year that the passage settles may be the wrong one.
            if (mention.Value is TimeValue { Type: TimexType.Date, Invalid: true, Lunar: false, Implicit: false } value
                && Edtf.TryParse(value.Value) is { IsInterval: false, Start: { Year: { } year, Month: { } month and <= 12, Day: null } })
            {
                if (!IsDenied(view, mention.Span))
                {
                    Report(analysis, found, mention.Span, year, month);
                }

                told.Add(mention.Span);
            }
        }

        for (int at = 0; at < view.Tokens.Length; at++)
        {
            Token token = view[at];
            if (token.IsNumber)
            {
                if (!CheckClock(view, at, found))
                {
                    CheckDay(view, at, told, found);
                }
            }
            else if (token.Word == _month || token.Word == _quarter)
            {
                CheckNamed(view, at, told, found);
                CheckPart(view, at, found);
            }
        }
    }

    // “sổ ghi nhầm là ngày 31/4/1951, đúng ra là …”: the text says so itself.
    private bool IsDenied(MentionView view, TextSpan span)
    {
        (int from, int to) = view.SentenceOf(view.RangeOf(span).First);
        for (int at = from; at < to; at++)
        {
            if (_denies.Contains(view[at]))
            {
                return true;
            }
        }

        return false;
    }

    // “từ ngày 24/4 đến ngày 31/4/1975”, “32/3/1963”, “ngày 31/9”
    private void CheckDay(MentionView view, int at, List<TextSpan> told, DiagnosticSink found)
    {
        if (_days.Read(view, at) is not { } written || written.Day > LargestDay || (written.Day == 0 && (view[at - 1].Word != _day || written.Year is null)) || (_separators.Contains(view[at - 1]) && !view[at].SpaceBefore)
            || (written.Day <= LargestOfMonth - 1 && (_lunar.Contains(view[written.End]) || view.At(at) is { Value: TimeValue { Lunar: true } }))
            || (_separators.Contains(view[written.End]) && !view[written.End].SpaceBefore && view[written.End + 1] is { SpaceBefore: false, Kind: TokenKind.Number or TokenKind.Word }))
        {
            return;
        }

        bool day = view[at - 1].Word == _day;
        if (written.Year is { } year)
        {
            if (year is < 1000 or > 2199 || written.Month == 0 || (written.Month > 12 && !(day && written.Month <= 31)))
            {
                return;
            }
        }
        else if (!day || written.Month is < 1 or > 12 || (written.Day <= 30 && written.Month == 2) || (written.Day < LargestOfMonth && view.At(at) is { Value: TimeValue { Type: TimexType.Set } }))
        {
            // The lunar calendar has a 30th of February; nobody has a 31st of April.
            return;
        }

        TextSpan span = TextSpan.Between(view[at].Start, view[written.End - 1].End);
        int of = written.Year ?? LeapYear;
        if (told.Exists(other => other.Overlaps(span)) || IsDenied(view, span) || (written.Month <= 12 && written.Day > 0 && written.Day <= CalendarSystem.Iso.GetDaysInMonth(of, written.Month)))
        {
            return;
        }

        if (written.Month > 12)
        {
            Report(view, found, span, $"không có tháng {written.Month}", $"there is no month {written.Month}");
            return;
        }

        if (written.Day == 0)
        {
            Report(view, found, span, "tháng bắt đầu từ ngày 1", "a month begins with day 1");
            return;
        }

        int days = CalendarSystem.Iso.GetDaysInMonth(of, written.Month);
        string ofYear = written.Year is { } told4 ? string.Create(CultureInfo.InvariantCulture, $" năm {told4}") : "";
        Report(view, found, span, $"tháng {written.Month}{ofYear} chỉ có {days} ngày", $"month {written.Month}{ofYear.Replace(" năm ", " of ", StringComparison.Ordinal)} has only {days} days");
    }

    // “ngày ba mươi mốt tháng Mười một”, “31 tháng Chạp”: told in words.
    private void CheckNamed(MentionView view, int at, List<TextSpan> told, DiagnosticSink found)
    {
        bool lunar = view[at + 1].Word == _last || view[at + 1].Word == _firstMonth;
        int month = lunar ? LastMonth : view[at + 1].IsWord ? _ordinals.Read(view, at + 1, out _) : 0;
        int first = view[at - 1].IsNumber ? at - 1 : view[at - 3].Word != _day && view[at - 4].Word == _day ? at - 3 : 0;
        if (view[at].Word != _month || first == 0 || month is < 1 or > LastMonth || _ordinals.Read(view, first, out int end) is not (>= LargestOfMonth and <= LargestDay) || end != at)
        {
            return;
        }

        // “31 tháng Ba âm lịch”: no lunar month has so many days.
        if (!lunar)
        {
            _ = _ordinals.Read(view, at + 1, out int after);
            if (_lunarWord.Contains(view[after]) || (view.At(at) is { Value: TimeValue { Lunar: true } }))
            {
                TextSpan lunarDay = view.SpanOf(first, after);
                if (!told.Exists(other => other.Overlaps(lunarDay)))
                {
                    Report(view, found, lunarDay, "tháng âm lịch nhiều nhất có 30 ngày", "a lunar month has at most 30 days");
                }

                return;
            }
        }

        if (_ordinals.Read(view, first, out end) != LargestOfMonth && !lunar)
        {
            return;
        }

        if (lunar || CalendarSystem.Iso.GetDaysInMonth(LeapYear, month) < LargestOfMonth)
        {
            int days = lunar ? LargestOfMonth - 1 : CalendarSystem.Iso.GetDaysInMonth(LeapYear, month);
            _ = lunar ? 0 : _ordinals.Read(view, at + 1, out end);
            TextSpan span = view.SpanOf(first, lunar ? at + 2 : end);
            if (!told.Exists(other => other.Overlaps(span)))
            {
                Report(view, found, span, $"tháng ấy nhiều nhất có {days} ngày", $"that month has at most {days} days");
            }
        }
    }

    // “tháng 13/1975”, “quý V/2023”
    private void CheckPart(MentionView view, int at, DiagnosticSink found)
    {
        Token figure = view[at + 1];
        int most = view[at].Word == _month ? 12 : 4;
        bool isFigure = (figure.IsNumber && figure.Length <= 2) || (figure.IsRoman && most == 4);
        if (!isFigure || figure.Number <= most || figure.Number > 31 || view[at - 1].IsNumber)
        {
            return;
        }

        bool slash = view[at + 2].Word == _slash && !view[at + 2].SpaceBefore;
        if ((slash || view[at + 2].Word == _year) && view[at + 3] is { IsNumber: true, Length: 4, Number: >= 1000 and <= 2199 } year)
        {
            string what = most == 12 ? $"một năm có 12 tháng" : "một năm có 4 quý";
            Report(view, found, TextSpan.Between(view[at].Start, year.End), what, most == 12 ? "a year has 12 months" : "a year has 4 quarters");
        }
    }

    // “9 giờ 75 phút”, “lúc 25 giờ”, “9h75”; true when the number was of a clock.
    private bool CheckClock(MentionView view, int at, DiagnosticSink found)
    {
        Token hour = view[at];
        Token unit = view[at + 1];
        if (hour.Length > 2 || !unit.IsWord)
        {
            return false;
        }

        int minutes = -1;
        int end = at + 2;
        if (unit.Word == _hour || (_hourLetters.Contains(unit) && unit.Length == 1))
        {
            if (view[at + 2] is { IsNumber: true, Length: 2 } number && view[at + 3].Word == _minute)
            {
                minutes = number.Number;
                end = at + 4;
            }
            else if (view[at + 2] is { IsNumber: true, Length: 2, SpaceBefore: false } close && unit.Word != _hour)
            {
                minutes = close.Number;
                end = at + 3;
            }
        }
        else if (!unit.SpaceBefore && unit.Length == 3 && (unit.Traits & TokenTraits.HasDigit) != 0
            && view.Document.Text[unit.Start] is 'h' or 'g' or 'H' && int.TryParse(view.Document.Text.AsSpan(unit.Start + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int written))
        {
            minutes = written;
        }
        else
        {
            return false;
        }

        TextSpan span = TextSpan.Between(hour.Start, view[end - 1].End);
        if (minutes >= 60)
        {
            if (hour.Number <= LastHour)
            {
                Report(view, found, span, "một giờ có 60 phút", "an hour has 60 minutes");
            }

            return true;
        }

        // “lúc 25 giờ” is of the clock; “sau 25 giờ” is a length.
        bool clock = _at.Contains(view[at - 1]) || minutes >= 0 || (_until.Contains(view[at - 1]) && (view[at - 1].Traits & TokenTraits.SentenceStart) != 0);
        if (hour.Number is > LastHour and <= LargestHour && clock && (minutes < 0 || _at.Contains(view[at - 1]) || _until.Contains(view[at - 1])))
        {
            Report(view, found, span, "một ngày có 24 giờ", "a day has 24 hours");
        }

        return true;
    }

    private static void Report(MentionView view, DiagnosticSink found, TextSpan span, string vietnamese, string english)
    {
        string said = view.Line(span);
        found.Report(span, new BilingualText($"“{said}”: {vietnamese}.", $"“{said}”: {english}."));
    }

    private static void Report(DocumentAnalysis analysis, DiagnosticSink found, TextSpan span, int year, int month)
    {
        string said = analysis.Document.Surface(span);
        int days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        found.Report(
            span,
            new BilingualText(
                string.Create(CultureInfo.InvariantCulture, $"“{said}”: tháng {month} năm {year} chỉ có {days} ngày."),
                string.Create(CultureInfo.InvariantCulture, $"“{said}”: month {month} of {year} has only {days} days.")));
    }
}
