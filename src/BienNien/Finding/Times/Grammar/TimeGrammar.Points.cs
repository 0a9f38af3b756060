using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

internal sealed partial class TimeGrammar
{
    /// <summary>Any date from a place on, without shade: a day, month, quarter, season, decade, century or year.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place of its first token.</param>
    /// <param name="inRange">Whether a joint stands beside it, so that bare figures may be days and years.</param>
    /// <param name="point">What was read.</param>
    public bool Point(Sentence s, int at, bool inRange, out TimePoint point)
    {
        point = default;
        if (s[at].IsNumber)
        {
            return BareMonth(s, at, out point) || Day(s, at, inRange, out point) || BareYear(s, at, inRange, out point)
                || (inRange && PartOfYear(s, at, out point));
        }

        switch (Word(s, at))
        {
            case TimeWord.Day or TimeWord.Mung or TimeWord.Ram:
                return Day(s, at, inRange, out point);
            case TimeWord.Dawn or TimeWord.Morning or TimeWord.Noon or TimeWord.Afternoon or TimeWord.Evening or TimeWord.Night or TimeWord.PartWord or TimeWord.Half:
                return Day(s, at, inRange, out point);
            case TimeWord.Month:
                return Month(s, at, out point);
            case TimeWord.Quarter:
                return Quarter(s, at, out point);
            case TimeWord.Season or TimeWord.Spring or TimeWord.SummerHe or TimeWord.Ha or TimeWord.Autumn or TimeWord.Winter:
                return SeasonOfYear(s, at, out point);
            case TimeWord.Decade:
                return Decade(s, at, out point);
            case TimeWord.Century or TimeWord.CenturySign or TimeWord.Thien:
                return Century(s, at, out point);
            case TimeWord.Year:
                return Decade(s, at, out point) || Year(s, at, out point);
            case TimeWord.Nien:
                return NamedYear(s, at, out point);
            default:
                return s[at].Capitalised && NamedYear(s, at, out point);
        }
    }

    // A year by its name without “năm”: “Minh Mệnh thứ 2”, “niên hiệu Hoằng Định thứ 10”.
    private bool NamedYear(Sentence s, int at, out TimePoint point)
    {
        point = default;
        if (!ReignOfYear(s, at, out var lunar, out var end))
        {
            return false;
        }

        point = new TimePoint(end, default) { Named = true, Lunar = lunar };
        return true;
    }

    /// <summary>A date with đầu, giữa, cuối, nửa đầu … before it, or without. The “những” of “đầu những năm 1990” is part of it.</summary>
    public bool ShadedPoint(Sentence s, int at, bool inRange, out TimePoint point)
    {
        var shade = Shade(s, at, out var mod);
        if (shade == 0)
        {
            return Point(s, at, inRange, out point);
        }

        var inner = at + shade;
        inner += Word(s, inner) is TimeWord.Those or TimeWord.These ? 1 : 0;
        if (!(Point(s, inner, true, out point) || ShiftedYear(s, inner, out point)) || point.Date.Day is not null || point.To is not null)
        {
            return false;
        }

        point = point with { Mod = mod, Named = true };
        return true;
    }

    /// <summary>The words of a shade: “đầu”, “giữa”, “cuối”, “nửa đầu”, “trung tuần”.</summary>
    /// <returns>How many tokens; 0 when there is none.</returns>
    public int Shade(Sentence s, int at, out TimexMod mod)
    {
        mod = TimexMod.None;
        var first = Word(s, at);
        var second = Word(s, at + 1);
        switch (first)
        {
            case TimeWord.Start when !Lexicon.Is(s[at - 1], TimeClass.BeforeStart):
                mod = TimexMod.Start;
                return 1;
            case TimeWord.Mid:
                mod = TimexMod.Mid;
                return 1;
            case TimeWord.End:
                mod = TimexMod.End;
                return 1;
            case TimeWord.Half when second is TimeWord.Start or TimeWord.End or TimeWord.After:
                mod = second == TimeWord.Start ? TimexMod.Start : TimexMod.End;
                return 2;
            case TimeWord.Thuong when second == TimeWord.Week:
                mod = TimexMod.Start;
                return 2;
            case TimeWord.Trung when second == TimeWord.Week:
                mod = TimexMod.Mid;
                return 2;
            case TimeWord.Ha when second == TimeWord.Week:
                mod = TimexMod.End;
                return 2;
            default:
                return 0;
        }
    }

    /// <summary>A year in figures alone, believed where a joint or an era stands beside it.</summary>
    public bool BareYear(Sentence s, int at, bool inRange, out TimePoint point)
    {
        point = default;
        var number = s[at];
        if (!number.IsNumber || number.Length is < 2 or > 4 || number.Number <= 0)
        {
            return false;
        }

        if (IsBareYear(number) && inRange)
        {
            _ = YearFigure(s, at, out point);
            point = point with { Named = point.End > at + 1 };
            if (Word(s, at + 1) == TimeWord.Question && !s[at + 1].SpaceBefore && (IsDash(s, at + 2) || Word(s, at + 2) == TimeWord.Close))
            {
                point = point with { End = IsDash(s, at + 2) ? at + 1 : at + 2, Date = point.Date.Qualified(EdtfQualifiers.Uncertain) };
            }

            return EndsFree(s, at + 1) || IsDash(s, at + 1);
        }

        // 257 - 208 TCN
        var last = IsDash(s, at + 1) || Word(s, at + 1) == TimeWord.To ? at + 2 : 0;
        last += last > 0 && Word(s, last) == TimeWord.Year ? 1 : 0;
        if (inRange && last > 0 && YearFigure(s, last, out var end) && end.IsBeforeEra && s[last].Number <= number.Number)
        {
            point = new TimePoint(at + 1, EdtfDate.OfYear(1 - number.Number)) { Named = true, IsBeforeEra = true };
            return true;
        }

        // 179 TCN
        return YearFigure(s, at, out point) && point.End > at + 1;
    }

    /// <summary>Two dates joined to one interval, or one that runs to the present.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place of its first token: “từ” is no part of it.</param>
    /// <param name="first">The beginning, with what it leaves out taken from the end.</param>
    /// <param name="last">The end, or the present.</param>
    /// <param name="announced">Whether something outside the words says that it is a time: the head of a table's column, brackets.</param>
    public bool Interval(Sentence s, int at, out TimePoint first, out TimePoint last, bool announced = false)
    {
        last = default;
        if (Word(s, at) == TimeWord.Year && IsCounted(s, at) && IsBareYear(s[at + 1]))
        {
            first = default;
            return false;
        }

        announced |= IsDaySpan(s, at);
        if (SchoolYear(s, at, out first, out last))
        {
            return true;
        }

        // (? - 1409)
        if (Word(s, at) == TimeWord.Question)
        {
            first = new TimePoint(at + 1, default) { IsUnknown = true };
            return Word(s, at - 1) is TimeWord.Open or TimeWord.Comma or TimeWord.Semicolon && IsDash(s, at + 1) && BareYear(s, at + 2, true, out last);
        }

        var read = ShadedPoint(s, at, true, out first);
        if (!s[at].IsNumber && Chronicle(s, at, out var chain) && (!read || chain.End > first.End))
        {
            (read, first) = (true, chain);
        }

        if (!read || first.IsPresent)
        {
            return LoneFigures(s, at, announced, out first, out last);
        }

        if (OpenEnd(s, first.End, out var since) is > 0 and var words && first is { Lunar: null, To: null } && (first.Date.YearPrecision != YearPrecision.Unspecified || first.Date.Month is not null))
        {
            last = new TimePoint(first.End + words, default) { IsOpen = true };
            (first, last) = since ? (first, last) : (last, first with { End = last.End });
            return true;
        }

        if (!Joint(s, first, out var to, out var word))
        {
            return false;
        }

        if (IsUnknownEnd(s, first, to, word))
        {
            last = new TimePoint(to + 1, default) { IsUnknown = true };
            return true;
        }

        if (word && Present(s, to, out last))
        {
            return first.Lunar is null && first.Date.YearPrecision != YearPrecision.Unspecified;
        }

        if (!word && Word(s, to) == TimeWord.Now)
        {
            last = new TimePoint(to + 1, default) { IsPresent = true };
            return first.Date.YearPrecision != YearPrecision.Unspecified;
        }

        if (!LastPoint(s, to, first, out last) || last.Mod is TimexMod.Before or TimexMod.After)
        {
            return LoneFigures(s, at, announced, out first, out last);
        }

        return Complete(s, at, word, announced, ref first, ref last);
    }

    // 14 - 18/10: a day and the whole of another with a slash; no share is so written
    private bool IsDaySpan(Sentence s, int at) =>
        s[at] is { IsNumber: true, Length: <= 2 } && IsDash(s, at + 1) && s[at + 2].IsNumber && s[at + 2].Number > s[at].Number && Word(s, at + 3) == TimeWord.Slash
        && s[at + 4] is { IsNumber: true, Length: <= 2, Number: >= 1 and <= 12 } && !IsCountAfter(s, -1, at + 5);

    // năm học 1958 - 1959, đầu năm học 2023-24
    private bool SchoolYear(Sentence s, int at, out TimePoint first, out TimePoint last)
    {
        first = last = default;
        var year = at + Shade(s, at, out var mod);
        if (Word(s, year) != TimeWord.Year || Word(s, year + 1) != TimeWord.School || !BareYear(s, year + 2, true, out first)
            || !Joint(s, first, out var to, out var word) || word || !LastPoint(s, to, first, out last) || last.Date is not { Year: { } end, Month: null } || end <= first.Date.Year)
        {
            return false;
        }

        first = first with { Named = true, WholeMod = mod };
        return true;
    }

    // (1874 - ?): an end that the writer does not know
    private bool IsUnknownEnd(Sentence s, TimePoint first, int to, bool word) =>
        !word && Word(s, to) == TimeWord.Question && first.Date.Year is not null && first.Lunar is null && Word(s, to + 1) is TimeWord.Close or TimeWord.Semicolon or TimeWord.Comma;

    // Whether a joint follows: a dash, đến, or “rạng sáng” after a night. “cuối thế kỷ XIX đầu thế kỷ XX” are two mentions.
    private bool Joint(Sentence s, TimePoint first, out int to, out bool word)
    {
        var at = first.End;
        at += Word(s, at) == TimeWord.Question && Word(s, at + 1) == TimeWord.Hyphen ? 1 : 0;     // 1868? - 1923
        word = true;
        to = at + 1;
        switch (Word(s, at))
        {
            case TimeWord.Hyphen:
                word = false;
                to += Word(s, to) == TimeWord.To ? 1 : 0;
                return true;
            case TimeWord.To:
                to += Word(s, to) == TimeWord.Until ? 1 : 0;
                return true;
            case TimeWord.Cho when Word(s, at + 1) == TimeWord.To:
                to = at + 2;
                to += Word(s, to) == TimeWord.Until ? 1 : 0;
                return true;
            case TimeWord.Dawn when first.Part == "NI":
                to = at;
                return true;
            default:
                return false;
        }
    }

    /// <summary>“nay”, “hiện nay”, “ngày nay” as the end of an interval.</summary>
    private bool Present(Sentence s, int at, out TimePoint point)
    {
        var length = Word(s, at) == TimeWord.Now ? 1 : Word(s, at) is TimeWord.Present or TimeWord.Day && Word(s, at + 1) == TimeWord.Now ? 2 : 0;
        point = new TimePoint(at + length, default) { IsPresent = true };
        return length > 0;
    }

    // The end of an interval may leave out what its beginning has said: “tháng 3 - 5/1945”, “thế kỷ XVI - XVIII”, “ngày 5 đến 9/11/2018”.
    private bool LastPoint(Sentence s, int at, TimePoint first, out TimePoint last)
    {
        var date = first.Date;
        // 1961-65, 1935 – 40: the century stands before
        if (IsDash(s, at - 1) && date is { Year: > 1000 and var year, Month: null } && first.Lunar is null && s[at] is { IsNumber: true, Length: 2 } && s[at].Number > year % 100
            && EndsFree(s, at + 1) && !IsDash(s, at + 1) && Word(s, at + 1) != TimeWord.Slash && !(s[at].SpaceBefore && IsCountAfter(s, -1, at + 1)))
        {
            last = new TimePoint(at + 1, EdtfDate.OfYear((year / 100 * 100) + s[at].Number)) { Named = true };
            return true;
        }

        if (first.Date.YearPrecision == YearPrecision.Century && s[at].IsRoman && Ordinal(s, at, out var ordinal, out var end))
        {
            last = CenturyOf(s, ordinal, end, millennium: false);
            return true;
        }

        // từ ngày 23/9/1945 đến trước ngày 19/12/1946
        at += Word(s, at) is TimeWord.Before && Word(s, at - 1) == TimeWord.To && !EraFollows(s, at) ? 1 : 0;
        if (date.Month is >= 33 and <= 36 && (s[at].IsRoman || s[at] is { IsNumber: true, Length: 1 }) && s[at].Number is >= 1 and <= 4)
        {
            var quarterYear = YearAfter(s, at + 1, false, out var told) ? told : new TimePoint(at + 1, date.YearOnly());
            last = quarterYear with { Date = quarterYear.Date.YearOnly().WithMonth(32 + s[at].Number), Named = true };
            return true;
        }

        if (date.Month is >= 1 and <= 12 && date.Day is null && first.Lunar is null && s[at] is { IsNumber: true, Length: <= 2, Number: >= 1 and <= 12 }
            && Word(s, at + 1) == TimeWord.Year && YearAfter(s, at + 1, false, out var after) && after.Lunar is null)
        {
            last = Join(after, s[at].Number, false, 0);
            return true;
        }

        return ShadedPoint(s, at, true, out last);
    }

    // “28 - 31/10/2020”: a figure, a dash, a whole day.
    private bool LoneFigures(Sentence s, int at, bool announced, out TimePoint first, out TimePoint last)
    {
        first = last = default;
        var day = Word(s, at) == TimeWord.Day && !IsCountedDay(s, at) ? at + 1 : at;
        if (s[day] is not { IsNumber: true, Length: <= 2, Number: >= 1 and <= 31 } || (day == at && IsLabelled(s, at) && !announced))
        {
            return false;
        }

        first = new TimePoint(day + 1, default(EdtfDate).WithDay(s[day].Number)) { Named = day > at };
        return Joint(s, first, out var to, out var word)
            && Day(s, to, true, out last) && (last.Date.Month is not null || last.Lunar is { Month: > 0 })
            && (last.Date.Year is not null || last.Lunar is not null || day > at || announced || (word && Word(s, at - 1) == TimeWord.From))
            && (day == at || EndsFree(s, day + 1) || IsDash(s, day + 1))
            && Complete(s, at, word, announced, ref first, ref last);
    }

    // Gives each end what only the other says, and refuses pairs that are no interval.
    private bool Complete(Sentence s, int at, bool word, bool announced, ref TimePoint first, ref TimePoint last)
    {
        if (first.Lunar is not null || last.Lunar is not null)
        {
            if (first is { Lunar: null, Date: { Month: null, Day: { } lunarDay } } && last.Lunar is { Month: > 0, Day: > 0 } end)
            {
                first = first with { Lunar = end with { Day = lunarDay } };     // mùng 6 đến mùng 8 tháng Giêng
                return true;
            }

            return CompleteLunar(ref first, ref last) && (word || first.Lunar is { Month: > 0 });
        }

        if (first.IsMung && last.IsMot && last.Date.YearPrecision == YearPrecision.Unspecified)
        {
            last = last with { Lunar = LunarReading.WithoutYear with { Month = 11, Day = last.Date.Day ?? 0 }, Date = default };       // mồng 9 đến 11 tháng Một
            first = first with { Lunar = LunarReading.WithoutYear with { Month = first.Date.Month ?? 11, Day = first.Date.Day ?? 0 }, Date = default };
            return true;
        }

        var (from, to) = (first.Date, last.Date);
        if (last.IsBeforeEra && !first.IsBeforeEra)
        {
            from = from.YearPrecision switch
            {
                YearPrecision.Year when from.Month is null => EdtfDate.OfYear(1 - from.Year!.Value),
                YearPrecision.Century => EdtfDate.OfCentury(-((from.Earliest.Year / 100) + 1)),
                _ => from,
            };
        }

        var bare = !first.Named && !last.Named;
        if (from.Month is null && from.Day is { } lone)
        {
            if (to.Month is not { } month || month > 12 || to.Day is null)
            {
                return false;
            }

            var moved = Join(new TimePoint(0, to.YearOnly()), month, false, lone);
            (from, first) = (moved.Date, first with { Invalid = first.Invalid | moved.Invalid });
        }
        else if (to.Month is null && to.Day is { } loneLast)
        {
            if (!last.Named || from.Month is not { } month || month > 12 || from.Day is null)
            {
                return false;
            }

            var moved = Join(new TimePoint(0, from.YearOnly()), month, false, loneLast);
            (to, last) = (moved.Date, last with { Invalid = last.Invalid | moved.Invalid });
        }

        if (last is { YearShift: not 0, OfDocument: false } && first is { YearShift: 0, Date.YearPrecision: YearPrecision.Unspecified } && from.Month <= to.Month)
        {
            first = first with { YearShift = last.YearShift };      // đêm 30-4 rạng 1-5 năm sau
        }

        if (last is { YearShift: not 0, OfDocument: false } && from.Year is { } known)
        {
            to = to.InYear(known + last.YearShift) ?? to;           // tháng 11/1950 đến tháng 4 năm sau
        }

        if (from.YearPrecision == YearPrecision.Unspecified && to.Year is { } year)
        {
            // From November to February: the beginning is of the year before.
            from = (from.InYear(from.Month is <= 12 && to.Month is <= 12 && from.Month > to.Month ? year - 1 : year)) ?? from;
        }
        else if (to.YearPrecision == YearPrecision.Unspecified && from.Year is { } fromYear)
        {
            to = (to.InYear(to.Month is <= 12 && from.Month is <= 12 && to.Month < from.Month ? fromYear + 1 : fromYear)) ?? to;
        }

        if (bare)
        {
            var years = from.Month is null && to.Month is null;
            if (years && (from.Year > to.Year || (IsCountAfter(s, at, last.End) && !AreYears(s, from, to, last.End)) || IsLabelled(s, at)))
            {
                return false;
            }

            // Two bare “day/month” with a dash are as likely fractions.
            if (!years && from.Year is null && !announced && !(word && Word(s, at - 1) == TimeWord.From) && !(Word(s, at - 1) == TimeWord.Open && Word(s, last.End) == TimeWord.Close))
            {
                return false;
            }
        }

        first = first with { Date = from };
        last = last with { Date = to };
        return first.Mod is not (TimexMod.Before or TimexMod.After);
    }

    // Lunar dates give each other the month and the year that one leaves out: “tháng 8 đến tháng 10 năm Đinh Mão”, “23 tháng Chạp đến mồng 7 tháng Giêng”.
    private static bool CompleteLunar(ref TimePoint first, ref TimePoint last)
    {
        if (first.Lunar is null && last.Lunar is { Month: > 0 } to && AsLunar(first, to, -1) is { } from)
        {
            first = first with { Lunar = from, Date = default };
        }
        else if (last.Lunar is null && first.Lunar is { Month: > 0 } start && AsLunar(last, start, 1) is { } until)
        {
            last = last with { Lunar = until, Date = default };
        }

        if (first.Lunar is not { } a || last.Lunar is not { } b)
        {
            return false;
        }

        var turns = a.Month is > 0 and <= 12 && b.Month > 0 && a.Month > b.Month;
        if (a.IsYearless && b.Month > 0)
        {
            first = first with { Lunar = b with { Month = a.Month, IsLeapMonth = a.IsLeapMonth, Day = a.Day, YearShift = turns ? -1 : 0 } };
        }
        else if (b.IsYearless && a.Month > 0)
        {
            last = last with { Lunar = a with { Month = b.Month, IsLeapMonth = b.IsLeapMonth, Day = b.Day, YearShift = turns ? 1 : 0 } };
        }

        return true;
    }

    // A month or day without a year, in the year of the lunar date at the other end.
    private static LunarReading? AsLunar(TimePoint point, LunarReading other, int step)
    {
        if (point.Date is not { YearPrecision: YearPrecision.Unspecified, IsSubYearGrouping: false } date || (date.Month is null && date.Day is null))
        {
            return null;
        }

        var month = point.IsMot ? 11 : date.Month ?? other.Month;
        var turns = step < 0 ? month > other.Month : month < other.Month;
        return other with { Month = month, IsLeapMonth = date.Month is null && other.IsLeapMonth, Day = date.Day ?? 0, YearShift = turns ? step : 0 };
    }

    // “phong trào 1930 - 1931 lan rộng”: two years of late times close to each other, unless what follows is counted
    private bool AreYears(Sentence s, EdtfDate from, EdtfDate to, int end) =>
        from.Year is >= 1800 and <= 2050 && to.Year - from.Year is > 0 and <= 30 && !(from.Year % 100 == 0 || to.Year % 100 == 0)
        && !Lexicon.Is(s[end], TimeClass.CountedADay) && !Lexicon.Is(s[end], TimeClass.Classifier);

    /// <summary>Whether the word before makes a figure the number of something: số 1954, but not nhiệm kỳ 2020.</summary>
    public bool IsLabelled(Sentence s, int at) => Lexicon.Is(s[at - 1], TimeClass.Label) && !Lexicon.Is(s[at - 1], TimeClass.YearIntroducer);

    /// <summary>Whether the word after a bare figure is what it counts (1930 hộ), and nothing before it speaks of years.</summary>
    public bool IsCountAfter(Sentence s, int at, int end)
    {
        var next = s[end];
        return next.IsWord && !next.Capitalised && !Lexicon.Is(next, TimeClass.Follower)
            && !(at > 0 && (Lexicon.Is(s[at - 1], TimeClass.YearIntroducer) || Word(s, at - 1) == TimeWord.Year || Word(s, at - 1) == TimeWord.Open));
    }
}
