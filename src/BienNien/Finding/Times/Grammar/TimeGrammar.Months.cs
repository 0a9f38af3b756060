using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

internal sealed partial class TimeGrammar
{
    /// <summary>The number of a month after “tháng”: in figures, words or Roman numerals.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place after “tháng”.</param>
    /// <param name="month">1–12.</param>
    /// <param name="end">One past it.</param>
    /// <param name="lunar">Whether it is a name of the lunar calendar alone: Chạp. Giêng is used of January, too.</param>
    public bool MonthNumber(Sentence s, int at, out int month, out int end, out bool lunar)
    {
        lunar = false;
        end = at + 1;
        var token = s[at];
        month = token is { IsNumber: true, Length: <= 2 } ? token.Number : -1;
        if (token.IsNumber)
        {
            return month is >= 1 and <= 12;
        }

        switch (Word(s, at))
        {
            case TimeWord.Gieng:
                month = 1;
                return true;
            case TimeWord.Chap:
                month = 12;
                lunar = true;
                return true;
            case TimeWord.Ten:
                month = 10;
                if (Lexicon.Numeral(s[at + 1]) is >= 1 and <= 2 and var unit)
                {
                    month += unit;
                    end++;
                }

                return true;
            // “tháng năm” is May only where the word is capitalised or a year follows; otherwise it is “month and year”.
            case TimeWord.Year:
                month = 5;
                return token.Capitalised && !token.AllUpper && Word(s, at - 2) != TimeWord.Day;
            default:
                break;
        }

        month = Lexicon.Numeral(token);
        if (month is >= 1 and <= 9)
        {
            return true;
        }

        month = token.IsRoman && token.Number <= 12 ? token.Number : -1;
        return month > 0;
    }

    /// <summary>A month: “tháng 8/1945”, “tháng Tám năm 1945”, “tháng 5” with its year elsewhere.</summary>
    public bool Month(Sentence s, int at, out TimePoint point)
    {
        point = default;
        if (Word(s, at) == TimeWord.Month && Word(s, at + 1) == TimeWord.Leap)
        {
            var until = Word(s, at + 2) == TimeWord.That ? at + 3 : at + 2;
            point = new TimePoint(until, default) { Named = true, Lunar = LunarReading.WithoutYear with { IsLeapMonth = true } };      // tháng nhuận [ấy]
            return true;
        }

        if (Word(s, at) != TimeWord.Month || !MonthNumber(s, at + 1, out var month, out var end, out var lunar))
        {
            return false;
        }

        var leap = Word(s, end) == TimeWord.Leap;
        end += leap ? 1 : 0;
        TimePoint year;
        if (!YearAfter(s, end, false, out year))
        {
            year = YearName(s, end, out var name, out var nameEnd) ? new TimePoint(nameEnd, default) { Lunar = name } : new TimePoint(end, default);
        }

        if ((lunar || leap) && year.Lunar is null)
        {
            year = year with { Lunar = LunarReading.WithoutYear with { Year = year.Date.Year } };
        }

        var mot = IsMot(s, at + 1);
        point = CalendarNote(s, Join(year, mot && year.Lunar is not null ? 11 : month, leap, 0) with { IsMot = mot });
        return s[at + 1].IsNumber ? EndsFree(s, at + 2) || point.End > at + 2 : true;
    }

    /// <summary>A further month of a list: the 4 and the 5 of “tháng 3, 4 và 5 năm 1975”, “các tháng 3, 4, 5”.</summary>
    public bool MonthInList(Sentence s, int at, out TimePoint point)
    {
        const int LongestList = 12;
        point = default;
        var first = at;
        for (var count = 0; IsMonthFigure(s[first]) && Word(s, first - 1) is TimeWord.Comma or TimeWord.And && IsMonthFigure(s[first - 2]); count++)
        {
            if (count == LongestList)
            {
                return false;
            }

            first -= 2;
        }

        if (first == at || Word(s, first - 1) != TimeWord.Month || !s[at].SpaceBefore)
        {
            return false;
        }

        var last = at;
        while (Word(s, last + 1) is TimeWord.Comma or TimeWord.And && IsMonthFigure(s[last + 2]) && s[last + 2].SpaceBefore)
        {
            last += 2;
        }

        // Without a word for several or a year after the last one, a figure may count what follows: “tháng 3, 4 người …”.
        var hasYear = YearAfter(s, last + 1, false, out var year) && year.Lunar is null;
        if (!hasYear && Word(s, first - 2) is not (TimeWord.These or TimeWord.Those) && (s[last + 1].IsWord || s[last + 1].IsNumber || !EndsFree(s, last + 1)))
        {
            return false;
        }

        point = Join(hasYear && last == at ? year : new TimePoint(at + 1, default), s[at].Number, false, 0);
        return true;

        static bool IsMonthFigure(Token token) => token is { IsNumber: true, Length: <= 2, Number: >= 1 and <= 12 };
    }

    /// <summary>A month in figures alone: “9/1960”.</summary>
    public bool BareMonth(Sentence s, int at, out TimePoint point)
    {
        point = default;
        if (s[at] is not { IsNumber: true, Length: <= 2, Number: >= 1 and <= 12 } || Word(s, at + 1) is not (TimeWord.Slash or TimeWord.Hyphen or TimeWord.Dot)
            || s[at + 1].SpaceBefore || s[at + 2].SpaceBefore || !IsBareYear(s[at + 2]) || !EndsFree(s, at + 3))
        {
            return false;
        }

        point = new TimePoint(at + 3, EdtfDate.OfYear(s[at + 2].Number).WithMonth(s[at].Number)) { Named = Word(s, at + 1) == TimeWord.Slash };
        return true;
    }

    /// <summary>A month by its initial: “T9/1945”.</summary>
    public bool ShortMonth(Sentence s, int at, out TimePoint point)
    {
        point = default;
        var surface = s.Surface(at);
        if (surface.Length is < 2 or > 3 || surface[0] != 'T' || !char.IsAsciiDigit(surface[1]) || Word(s, at + 1) != TimeWord.Slash || !IsBareYear(s[at + 2]) || !EndsFree(s, at + 3)
            || !int.TryParse(surface[1..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var month) || month is < 1 or > 12)
        {
            return false;
        }

        point = new TimePoint(at + 3, EdtfDate.OfYear(s[at + 2].Number).WithMonth(month)) { Named = true };
        return true;
    }

    /// <summary>A further quarter of a list: the III of “quý II, III/2020”.</summary>
    public bool QuarterInList(Sentence s, int at, out TimePoint point)
    {
        point = default;
        if (!(s[at] is { IsRoman: true, Number: <= 4 } or { IsNumber: true, Length: 1, Number: >= 1 and <= 4 }) || Word(s, at - 1) is not (TimeWord.Comma or TimeWord.And))
        {
            return false;
        }

        var first = at - 2;
        while (Word(s, first - 1) is TimeWord.Comma or TimeWord.And && s[first - 2].Number is >= 1 and <= 4)
        {
            first -= 2;
        }

        if (Word(s, first - 1) != TimeWord.Quarter || s[first].Number is < 1 or > 4)
        {
            return false;
        }

        var year = YearAfter(s, at + 1, false, out var told) && told.Lunar is null ? told : new TimePoint(at + 1, default);
        point = year with { Date = year.Date.YearOnly().WithMonth(32 + s[at].Number), Named = true };
        return s[at].IsRoman || year.End > at + 1;
    }

    /// <summary>A quarter: “quý I năm 1949”, “quý III/2024”, “quý 2”.</summary>
    public bool Quarter(Sentence s, int at, out TimePoint point)
    {
        point = default;
        if (Word(s, at) != TimeWord.Quarter)
        {
            return false;
        }

        var token = s[at + 1];
        var quarter = token.IsNumber || token.IsRoman ? token.Number : Lexicon.Numeral(token);
        if (quarter is < 1 or > 4 || (token.IsNumber && token.Length > 2) || Lexicon.Branch(token) >= 0)
        {
            return false;
        }

        var year = YearAfter(s, at + 2, false, out var told) && told.Lunar is null ? told : new TimePoint(at + 2, default);
        point = year with { Date = year.Date.YearOnly().WithMonth(32 + quarter), Named = true };
        return true;
    }

    /// <summary>One or two seasons: “mùa xuân năm 1975”, “thu - đông 1947”, “đông xuân 1953 - 1954”, “mùa đông”.</summary>
    public bool SeasonOfYear(Sentence s, int at, out TimePoint point)
    {
        point = default;
        var named = Word(s, at) == TimeWord.Season;
        if (named && Word(s, at + 1) == TimeWord.DryOrRain)
        {
            return DryOrRain(s, at, out point);
        }

        var first = SeasonCode(Word(s, at + (named ? 1 : 0)));
        if (first == 0)
        {
            return false;
        }

        var end = at + (named ? 2 : 1);
        var joint = IsDash(s, end) ? end + 1 : Word(s, end) == TimeWord.Season ? end + 1 : end;
        var second = SeasonCode(Word(s, joint));
        end = second > 0 ? joint + 1 : end;
        var yearAt = Word(s, end) == TimeWord.Year ? end + 1 : end;
        var hasYear = false;
        TimePoint year;
        if (ShiftedYear(s, end, out year))
        {
            hasYear = true;     // mùa thu năm đó
        }
        else if (Word(s, end) == TimeWord.Year && Year(s, end, out year))
        {
            hasYear = true;
        }
        else if (IsBareYear(s[end]) && EndsFree(s, end + 1))
        {
            year = new TimePoint(end + 1, EdtfDate.OfYear(s[end].Number));
            hasYear = true;
        }
        else if (YearName(s, end, out var yearName, out var nameEnd))
        {
            year = new TimePoint(nameEnd, default) { Lunar = yearName };       // Xuân Mậu Thân 1968
            hasYear = true;
        }
        else
        {
            year = new TimePoint(end, default);
        }

        // By itself “thu” is a word for income and “đông” for the east: only “mùa” or a year makes them seasons.
        if (!named && !hasYear)
        {
            return false;
        }

        var start = year.Date.YearOnly();
        if (year.Lunar is { } lunar)
        {
            // mùa xuân năm Minh Mạng thứ 17
            point = year with { Lunar = lunar with { Season = first }, Named = true };
            return second == 0;
        }

        point = year with { Date = start.WithMonth(first), Named = true };
        if (second > 0)
        {
            var last = start;
            if (hasYear && IsDash(s, year.End) && IsBareYear(s[year.End + 1]) && s[year.End + 1].Number == start.Year + 1)
            {
                last = EdtfDate.OfYear(s[year.End + 1].Number);
                point = point with { End = year.End + 2 };
            }
            else if (second < first && start.Year is { } y)
            {
                // “đông xuân 1975”: the winter is that of the year before.
                point = point with { Date = EdtfDate.OfYear(y - 1).WithMonth(first) };
            }

            point = point with { To = last.WithMonth(second) };
        }

        return yearAt > 0;
    }

    // mùa khô 1965 - 1966: the years that it lies in; without one it is a word of nature
    private bool DryOrRain(Sentence s, int at, out TimePoint point)
    {
        point = default;
        var year = Word(s, at + 2) == TimeWord.Year ? at + 3 : at + 2;
        if (!BareYear(s, year, true, out var first))
        {
            return false;
        }

        point = first with { Named = true };
        if (IsDash(s, first.End) && LastPoint(s, first.End + 1, first, out var last) && last.Date is { Year: { } end, Month: null } && end == first.Date.Year + 1)
        {
            point = point with { End = last.End, To = last.Date };
        }

        return true;
    }

    /// <summary>Some months of a year counted from its beginning or end: “6 tháng đầu năm 2024”, “quý đầu năm”.</summary>
    public bool PartOfYear(Sentence s, int at, out TimePoint point)
    {
        point = default;
        int months;
        int end;
        if (s[at] is { IsNumber: true, Length: <= 2 })
        {
            (months, end) = (s[at].Number, at + 1);
        }
        else if (!SmallNumeral(s, at, out months, out end))
        {
            return false;
        }

        if (months is < 1 or > 11 || Word(s, end) != TimeWord.Month)
        {
            return false;
        }

        var shade = Word(s, end + 1);
        var yearAt = shade is TimeWord.Start or TimeWord.End ? end + 2 : end + 1;
        if (Word(s, yearAt) != TimeWord.Year)
        {
            return false;
        }

        var hasYear = Year(s, yearAt, out var year) && year.Date.Year is not null;
        if (!hasYear && shade is not (TimeWord.Start or TimeWord.End))
        {
            return false;
        }

        var date = hasYear ? year.Date : default;
        var (first, last) = shade == TimeWord.End ? (13 - months, 12) : (1, months);
        point = new TimePoint(hasYear ? year.End : yearAt + 1, date.WithMonth(first)) { To = date.WithMonth(last), Named = true };
        return true;
    }

    private static int SeasonCode(TimeWord word) => word switch
    {
        TimeWord.Spring => 21,
        TimeWord.SummerHe or TimeWord.Ha => 22,
        TimeWord.Autumn => 23,
        TimeWord.Winter => 24,
        _ => 0,
    };
}
