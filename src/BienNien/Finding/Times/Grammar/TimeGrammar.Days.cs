using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

internal sealed partial class TimeGrammar
{
    /// <summary>A part of the day: “sáng”, “rạng sáng”, “đêm”, “buổi chiều”.</summary>
    /// <returns>How many tokens it has; 0 when there is none.</returns>
    public int PartOfDay(Sentence s, int at, out string? part)
    {
        part = null;
        var first = at;
        if (Word(s, at) == TimeWord.PartWord)
        {
            at++;
        }

        switch (Word(s, at))
        {
            case TimeWord.Dawn when Word(s, at + 1) == TimeWord.Morning:
                return at + 2 - first;
            case TimeWord.Dawn:
                return at + 1 - first;
            case TimeWord.Dim when Word(s, at + 1) == TimeWord.Morning:
                part = "MO";
                return at + 2 - first;
            case TimeWord.Slanting when Word(s, at + 1) == TimeWord.Afternoon:
                part = "AF";
                return at + 2 - first;
            case TimeWord.Falling when Word(s, at + 1) is TimeWord.Evening or TimeWord.Toi:
                part = "EV";
                return at + 2 - first;
            case TimeWord.Morning:
                part = "MO";
                return (Word(s, at + 1) == TimeWord.Early ? at + 2 : at + 1) - first;
            case TimeWord.Noon:
                return at + 1 - first;
            case TimeWord.Afternoon:
                part = "AF";
                return (Word(s, at + 1) == TimeWord.Evening ? at + 2 : at + 1) - first;
            case TimeWord.Evening:
                part = "EV";
                return at + 1 - first;
            case TimeWord.Night:
                part = "NI";
                return at + 1 - first;
            // giờ Thìn ngày rằm: an hour of the cycle of twelve
            case TimeWord.Hour when s[at + 1].Capitalised && Lexicon.Branch(s[at + 1]) >= 0:
                return (Word(s, at + 2) == TimeWord.Night ? at + 3 : at + 2) - first;
            // canh ba đêm 13: a watch of the night
            case TimeWord.Watch when s[at + 1] is { IsNumber: true, Number: >= 1 and <= 5 } || Lexicon.Numeral(s[at + 1]) is >= 1 and <= 5:
                part = "NI";
                return (Word(s, at + 2) == TimeWord.Night ? at + 3 : at + 2) - first;
            case TimeWord.Half when Word(s, at + 1) == TimeWord.Night:
                part = "NI";
                return at + 2 - first;
            default:
                return 0;
        }
    }

    /// <summary>A day by any of its forms, with the part of the day before it: “sáng 16/9/1950”, “ngày 3 tháng 2 năm 1930”, “mùng 5 Tết Kỷ Dậu”.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place of its first token.</param>
    /// <param name="inRange">Whether a joint to another day follows or precedes, so that a lone figure may be a day.</param>
    /// <param name="point">What was read.</param>
    /// <param name="announced">Whether something outside the words says that it is a day: the head of a table's column.</param>
    public bool Day(Sentence s, int at, bool inRange, out TimePoint point, bool announced = false)
    {
        var start = at;
        at += PartOfDay(s, at, out var part);
        var hasPart = at > start;
        var weekday = WeekdayBefore(s, Word(s, at) == TimeWord.Day ? at + 1 : at);
        if (weekday > 0)
        {
            at += weekday + (Word(s, at) == TimeWord.Day ? 1 : 0);
        }

        var hasDay = weekday > 0;
        if (Word(s, at) == TimeWord.Day && !IsCountedDay(s, at))
        {
            hasDay = true;
            at++;
        }
        else if (Word(s, at) == TimeWord.Hom && s[at + 1] is { IsNumber: true, Length: <= 2 } && s[at + 2].IsMark)
        {
            hasDay = true;      // hôm 12-6
            at++;
        }

        if (!DayBody(s, at, hasDay, announced || hasDay || hasPart, inRange, out point))
        {
            return false;
        }

        // Without a month a part of the day needs the figure right behind it and nothing that it counts: đêm 29, not sáng 3 người.
        if (hasPart && !hasDay && !inRange && point is { Lunar: null, Date: { Month: null, Day: not null } } && (Lexicon.Is(s[point.End], TimeClass.CountedADay) || Lexicon.Is(s[point.End], TimeClass.Classifier)))
        {
            return false;
        }

        point = point with { Part = part, Named = point.Named || hasDay || hasPart };
        point = CalendarNote(s, point);
        point = point.Date.Day is null ? point : point with { End = point.End + WeekdayAfter(s, point.End) };
        return true;
    }

    /// <summary>Whether a figure before “ngày” is counted by it, and the days stand after the word: “02 ngày 14-15/11/2024”; not “báo cáo số 12 ngày 19/6”.</summary>
    public bool IsCountedDay(Sentence s, int at)
    {
        var counts = (s[at - 1].IsNumber && Word(s, at - 2) is not (TimeWord.Slash or TimeWord.Month or TimeWord.Hour or TimeWord.Colon) && !Lexicon.Is(s[at - 2], TimeClass.Label))
            || (Lexicon.Numeral(s[at - 1]) > 0 && Word(s, at - 2) is not (TimeWord.Month or TimeWord.Ordinal or TimeWord.Hour))
            || Word(s, at - 1) == TimeWord.Tens;
        // Several days are a range or a list; one date behind a number is that of a paper.
        return counts && s[at + 1].IsNumber && Word(s, at + 2) is TimeWord.Hyphen or TimeWord.Comma or TimeWord.To or TimeWord.And;
    }

    private bool DayBody(Sentence s, int at, bool hasDay, bool announced, bool inRange, out TimePoint point)
    {
        point = default;
        var number = s[at];
        if (number is { IsNumber: true, Length: <= 2 })
        {
            return (ForeignDay(s, at, out point) || LunarFigures(s, at, out point) || NumericDay(s, at, hasDay, announced, inRange, out point) || WrittenDay(s, at, at + 1, number.Number, false, out point))
                || ((announced || number.Number is >= 23 and <= 30) && TetDay(s, at + 1, number.Number, out point))
                || LoneDay(s, at, at + 1, number.Number, hasDay, inRange, announced, out point);
        }

        switch (Word(s, at))
        {
            case TimeWord.Mung:
                var day = s[at + 1].IsNumber ? s[at + 1].Number : Lexicon.Numeral(s[at + 1]);
                if (day is < 1 or > 10)
                {
                    return false;
                }

                if (NumericDay(s, at + 1, true, true, inRange, out point) || TetDay(s, at + 2, day, out point) || WrittenDay(s, at, at + 2, day, true, out point))
                {
                    point = point with { IsMung = true };
                    return true;
                }

                point = new TimePoint(at + 2, default(EdtfDate).WithDay(day)) { Named = true, IsMung = true };     // ngày mồng 5
                return true;
            case TimeWord.Ram when announced && Word(s, at + 1) != TimeWord.Month:
                point = new TimePoint(at + 1, default(EdtfDate).WithDay(15)) { Named = true, IsMung = true };       // ngày rằm
                return true;
            case TimeWord.Ram when Word(s, at + 1) == TimeWord.Month:
                return WrittenDay(s, at, at + 1, 15, true, out point);
            case TimeWord.Blank or TimeWord.Slash or TimeWord.Month when hasDay:
                return BlankDay(s, at, out point);
            default:
                break;
        }

        if (hasDay && CycleName(s, at, out var name))
        {
            point = new TimePoint(at + 2, default) { Named = true, Lunar = LunarReading.WithoutYear with { DayName = name } };      // ngày Canh Dần
            return true;
        }

        if (announced && SmallNumeral(s, at, out var value, out var end) && value is >= 1 and <= 31)
        {
            return TetDay(s, end, value, out point) || WrittenDay(s, at, end, value, false, out point);
        }

        return SmallNumeral(s, at, out value, out end) && value is >= 29 and <= 30 && TetDay(s, end, value, out point);
    }

    // 01/4/1930, 1-4-1930, 5.6.1911, 20-X-1930; 14/10 and 14-10 when something says that it is a day.
    private bool NumericDay(Sentence s, int at, bool hasDay, bool announced, bool inRange, out TimePoint point)
    {
        point = default;
        var separator = Word(s, at + 1);
        var month = s[at + 2];
        var roman = month is { IsRoman: true, Number: <= 12 };
        if (separator is not (TimeWord.Slash or TimeWord.Hyphen or TimeWord.Dot) || !(month is { IsNumber: true, Length: <= 2 } || roman))
        {
            return false;
        }

        var loose = s[at + 1].SpaceBefore || month.SpaceBefore;
        if (loose && !IsSpacedDay(s, at, separator, hasDay, announced || inRange))
        {
            return false;
        }

        var day = s[at].Number;
        if (Word(s, at + 3) == separator && YearAfter(s, at + 3, ShortYearMayFollow(s, at, separator, hasDay), out var year))
        {
            if (!EndsFree(s, at + 5))
            {
                return false;
            }

            // Two figures that are no day and month are no date, unless the word says so: then what is possible is kept.
            if (day is < 1 or > 31 || month.Number is < 1 or > 12)
            {
                point = year with { Invalid = true };
                return hasDay && day is >= 1 and <= 31 && month.Number is >= 1 and <= 31;
            }

            point = Join(year, month.Number, false, day) with { Named = separator != TimeWord.Dot || hasDay };
            return true;
        }

        // Without a year: a slash where a day is announced or joined to another, a dash or full stop only where words say that it is one.
        var joined = inRange && IsJoinedToDay(s, at, separator);
        var told = separator == TimeWord.Slash ? announced || inRange : announced || roman || joined;
        if (day is < 1 or > 31 || month.Number is < 1 or > 12 || !told || !EndsFree(s, at + 3) || (separator == TimeWord.Dot && !hasDay && !joined && month.Length < 2))
        {
            return false;
        }

        // ngày 2/9 năm 1945
        point = YearAfter(s, at + 3, false, out year) && Word(s, at + 3) is TimeWord.Year or TimeWord.Comma or TimeWord.Same
            ? Join(year, month.Number, false, day)
            : Join(new TimePoint(at + 3, default), month.Number, false, day) with { Named = false };
        return true;
    }

    // “ngày 22 . 12 . 1948”, “27 - 9 - 1940”, “ngày 5 - 6/1930”: white space around the marks.
    private bool IsSpacedDay(Sentence s, int at, TimeWord separator, bool hasDay, bool announced)
    {
        var whole = Word(s, at + 3) == separator && IsBareYear(s[at + 4]) && EndsFree(s, at + 5);
        return separator switch
        {
            TimeWord.Slash => announced || whole,
            TimeWord.Hyphen => whole ? (hasDay || (s[at + 1].SpaceBefore && s[at + 3].SpaceBefore && !IsLabelled(s, at)))
                : hasDay && Word(s, at + 3) is not (TimeWord.Slash or TimeWord.Month or TimeWord.To or TimeWord.Hyphen),
            _ => whole && hasDay,
        };
    }

    // Two digits of a year: “ngày 3-5-48”, “15/10/22”; with dashes and no word they are as likely a code.
    private bool ShortYearMayFollow(Sentence s, int at, TimeWord separator, bool hasDay) =>
        hasDay || (separator == TimeWord.Slash && s[at + 4] is { IsNumber: true, Length: 2 } && s[at] is { Length: 2, Number: >= 1 and <= 31 } && s[at + 2] is { Length: 2, Number: >= 1 and <= 12 } && !IsLabelled(s, at));

    // 12.8 đến 3.9.1949, 28-2 đến 2-3-1951: the other end is written with the same marks.
    private bool IsJoinedToDay(Sentence s, int at, TimeWord separator)
    {
        var next = Word(s, at + 3) == TimeWord.To || Word(s, at + 3) == TimeWord.And ? at + 4 : -1;
        if (next > 0 && Word(s, next + 1) == separator && (s[next].IsNumber && (s[next + 2].IsNumber || s[next + 2].IsRoman)))
        {
            return true;
        }

        // từ 5 đến 20-4: a day alone before it
        return Word(s, at - 1) is TimeWord.To or TimeWord.And
            && (Word(s, at - 3) == separator || (s[at - 2].IsNumber && Word(s, at - 3) is TimeWord.From or TimeWord.Day && !IsCountAfter(s, -1, at + 3)));
    }

    // “22 Octobre 1936”, as papers of colonial times and titles in other languages write it
    private bool ForeignDay(Sentence s, int at, out TimePoint point)
    {
        point = default;
        var month = Lexicon.ForeignMonth(s[at + 1]);
        if (month == 0 || !IsBareYear(s[at + 2]) || !EndsFree(s, at + 3) || s[at].Number is < 1 or > 31)
        {
            return false;
        }

        point = Join(new TimePoint(at + 3, EdtfDate.OfYear(s[at + 2].Number)), month, false, s[at].Number);
        return true;
    }

    // “3 tháng 2 [năm 1930]”, after “ngày” or by itself.
    private bool WrittenDay(Sentence s, int at, int monthAt, int day, bool lunarDay, out TimePoint point)
    {
        point = default;
        if (day is < 1 or > 31 || Word(s, monthAt) != TimeWord.Month || !MonthNumber(s, monthAt + 1, out var month, out var end, out var lunarMonth))
        {
            return false;
        }

        var leap = Word(s, end) == TimeWord.Leap;
        end += leap ? 1 : 0;
        var hasYear = YearAfter(s, end, false, out var year) || (YearName(s, end, out var lunar, out var nameEnd) && Named(out year, lunar, nameEnd));
        var base0 = hasYear ? year : new TimePoint(end, default);
        // mùng and rằm are words of the lunar calendar only where the year is of it, too, or the month is (Giêng, Chạp) or rằm itself.
        // A day of tháng Giêng without the figure of a year is of the lunar one, too.
        var lunarForm = leap || lunarMonth || (lunarDay && Word(s, at) == TimeWord.Ram) || (Word(s, monthAt + 1) == TimeWord.Gieng && (lunarDay || !hasYear));
        var mot = IsMot(s, monthAt + 1);
        if (lunarForm && base0.Lunar is null)
        {
            base0 = base0 with { Lunar = LunarReading.WithoutYear with { Year = base0.Date.Year } };
        }

        point = Join(base0, mot && base0.Lunar is not null ? 11 : month, leap, day) with { IsMot = mot, IsMung = lunarDay };
        return true;

        static bool Named(out TimePoint year, LunarReading lunar, int end)
        {
            year = new TimePoint(end, default) { Lunar = lunar };
            return true;
        }
    }

    // “ngày 14”: the month stands elsewhere.
    private bool LoneDay(Sentence s, int at, int end, int day, bool hasDay, bool inRange, bool announced, out TimePoint point)
    {
        point = default;
        if (day is < 1 or > 31 || (!hasDay && !announced && !(inRange && s[at].IsNumber)))
        {
            return false;
        }

        // ngày 27 cùng tháng, ngày 27 tháng đó
        var same = hasDay && ((Word(s, end) == TimeWord.Same && Word(s, end + 1) == TimeWord.Month) || (Word(s, end) == TimeWord.Month && Word(s, end + 1) == TimeWord.That));
        point = new TimePoint(same ? end + 2 : end, default(EdtfDate).WithDay(day)) { Named = hasDay };
        return true;
    }

    // “ngày   /9/2025”, “ngày … tháng 9 năm 2025”, “ngày tháng năm 2024”: a form not yet filled in.
    private bool BlankDay(Sentence s, int at, out TimePoint point)
    {
        point = default;
        while (Word(s, at) == TimeWord.Blank)
        {
            at++;
        }

        if (Word(s, at) == TimeWord.Slash && s[at + 1] is { IsNumber: true, Length: <= 2, Number: >= 1 and <= 12 } month
            && Word(s, at + 2) == TimeWord.Slash && IsBareYear(s[at + 3]))
        {
            point = new TimePoint(at + 4, EdtfDate.OfYear(s[at + 3].Number).WithMonth(month.Number)) { Named = true };
            return true;
        }

        if (Word(s, at) != TimeWord.Month)
        {
            return false;
        }

        at++;
        if (s[at] is { IsNumber: true, Length: <= 2, Number: >= 1 and <= 12 } figure && YearAfter(s, at + 1, false, out var year))
        {
            point = Join(year, figure.Number, false, 0);
            return true;
        }

        while (Word(s, at) == TimeWord.Blank)
        {
            at++;
        }

        return Word(s, at) == TimeWord.Year && IsBareYear(s[at + 1]) && Year(s, at, out point);
    }

    // “mùng 5 Tết Kỷ Dậu”, “ngày mồng hai Tết Nguyên đán năm 1968”, “30 Tết”
    private bool TetDay(Sentence s, int at, int day, out TimePoint point)
    {
        point = default;
        if (Word(s, at) != TimeWord.Tet)
        {
            return false;
        }

        point = TetYear(s, at + 1) with { Named = true };
        // The days before the new year are the last of month 12 of the year before; they are counted back from it.
        point = point with { Lunar = (point.Lunar ?? LunarReading.WithoutYear) with { Month = day > 15 ? 13 : 1, Day = day } };
        return true;
    }

    /// <summary>What follows “Tết”: “[Nguyên đán] [năm] Mậu Thân [năm] [1968]”.</summary>
    public TimePoint TetYear(Sentence s, int at)
    {
        if (Word(s, at) == TimeWord.Nguyen && Word(s, at + 1) == TimeWord.Dan)
        {
            at += 2;
        }

        var end = at;
        var from = Word(s, at) == TimeWord.Year ? at + 1 : at;
        LunarReading lunar = LunarReading.WithoutYear;
        if (YearName(s, from, out var named, out var nameEnd))
        {
            lunar = named;
            end = nameEnd;
            from = Word(s, nameEnd) == TimeWord.Year ? nameEnd + 1 : nameEnd;
        }

        if (IsBareYear(s[from]) && EndsFree(s, from + 1))
        {
            lunar = lunar with { Year = s[from].Number };
            end = from + 1;
        }

        return new TimePoint(end, default) { Lunar = lunar };
    }

    // “(dương lịch)”, “âm lịch”, “(ÂL)” after a day: taken into the span.
    private TimePoint CalendarNote(Sentence s, TimePoint point)
    {
        var at = point.End;
        var bracket = Word(s, at) == TimeWord.Open;
        at += bracket ? 1 : 0;
        bool lunar;
        if (Word(s, at) is TimeWord.Am or TimeWord.Duong && Word(s, at + 1) == TimeWord.Lich)
        {
            lunar = Word(s, at) == TimeWord.Am;
            at += 2;
        }
        else if (Word(s, at) is TimeWord.LunarSign or TimeWord.SolarSign)
        {
            lunar = Word(s, at) == TimeWord.LunarSign;
            at++;
        }
        else
        {
            return point;
        }

        if (bracket && Word(s, at) != TimeWord.Close)
        {
            return point;
        }

        at += bracket ? 1 : 0;
        var year = default(TimePoint);
        var later = point.Date.YearPrecision == YearPrecision.Unspecified && point.Lunar?.Name is null && YearAfter(s, at, false, out year);
        point = point with { End = later ? year.End : at };
        if (later && point.Date.Month is { } month)
        {
            point = Join(year, month, false, point.Date.Day ?? 0) with { Part = point.Part };
        }

        if (!lunar || point.Lunar is not null || point.Date.Month is not { } lunarMonth)
        {
            return point;
        }

        return point with { Lunar = LunarReading.WithoutYear with { Year = point.Date.Year, Month = point.IsMot ? 11 : lunarMonth, Day = point.Date.Day ?? 0 }, Date = default };
    }
}
