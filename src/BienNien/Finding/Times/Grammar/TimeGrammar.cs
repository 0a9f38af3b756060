using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

/// <summary>
/// The grammar that the rules of TIME share: reads days, months, years and their parts from a place on. Fails without a trace and
/// allocates nothing on failure.
/// </summary>
internal sealed partial class TimeGrammar(TimeLexicon lexicon, ReignLexicon reigns, WordSet countedNouns)
{
    private const int EarliestBareYear = 1000;
    private const int LatestBareYear = 2199;

    /// <summary>The words.</summary>
    public TimeLexicon Lexicon { get; } = lexicon;

    private TimeWord Word(Sentence s, int at) => Lexicon[s[at]];

    /// <summary>Whether a token is one of the dashes.</summary>
    public bool IsDash(Sentence s, int at) => Word(s, at) == TimeWord.Hyphen;

    /// <summary>Whether no figure or word is glued to the front of a figure by a mark: the last of 2.1.2013 is no year of its own.</summary>
    public bool StartsFree(Sentence s, int first)
    {
        if (first < 2 || s[first].SpaceBefore || s[first - 1].SpaceBefore || s[first - 2].Kind is not (TokenKind.Number or TokenKind.Word))
        {
            return true;
        }

        return Word(s, first - 1) is not (TimeWord.Slash or TimeWord.Dot or TimeWord.Hyphen or TimeWord.Comma);
    }

    /// <summary>Whether no figure or name is glued to the end of a figure by a mark: 30/2020/NĐ-CP, 1.945.</summary>
    public bool EndsFree(Sentence s, int end)
    {
        var next = s[end];
        if (!next.IsMark || next.SpaceBefore || s[end + 1].SpaceBefore)
        {
            return true;
        }

        return Word(s, end) switch
        {
            TimeWord.Slash => !(s[end + 1].IsNumber || s[end + 1].Capitalised),
            TimeWord.Hyphen => !(s[end + 1].IsWord && s[end + 1].Capitalised),
            TimeWord.Dot or TimeWord.Comma => !s[end + 1].IsNumber,
            _ => true,
        };
    }

    /// <summary>Whether a word is a noun that figures count (or its first word).</summary>
    public bool IsCountedNoun(in Token token) => token.IsWord && !token.Capitalised && countedNouns.Contains(token);

    /// <summary>
    /// Whether what follows a figure leaves room for a day or for the beginning of an interval: a mark, a joint, a month, a feast. Nearly all figures of a
    /// text are told apart here, before anything is read.
    /// </summary>
    public bool MayBeDay(Sentence s, int at) =>
        Word(s, at + 1) is TimeWord.Slash or TimeWord.Hyphen or TimeWord.Dot or TimeWord.Month or TimeWord.To or TimeWord.Cho or TimeWord.Question or TimeWord.Turn or TimeWord.Comma
            or TimeWord.And or TimeWord.Tet or TimeWord.Am or TimeWord.LunarSign or TimeWord.Hang or TimeWord.Hang2 or TimeWord.Each or TimeWord.Bc or TimeWord.Before or TimeWord.Leap
            or TimeWord.Dawn or TimeWord.Ram or TimeWord.Mung or TimeWord.Open or TimeWord.Nhat or TimeWord.Nguyet
        || (s[at + 1].IsWord && Lexicon.ForeignMonth(s[at + 1]) > 0);

    /// <summary>A year of four digits as it may stand without a word for it.</summary>
    public static bool IsBareYear(Token token) => token is { IsNumber: true, Length: 4, Number: >= EarliestBareYear and <= LatestBareYear };

    /// <summary>Whether what stands before a “năm” counts it (5 năm, hai năm), rather than the year's own words.</summary>
    public bool IsCounted(Sentence s, int at)
    {
        var before = s[at - 1];
        if (!before.IsNumber && Lexicon.Numeral(before) < 0 && Word(s, at - 1) is not (TimeWord.Tens or TimeWord.Hundred or TimeWord.Thousand or TimeWord.Chuc or TimeWord.TenThousand))
        {
            return false;
        }

        // tháng 5 năm 1945, quý 2 năm 2020, lần thứ hai năm 1935, đợt 3 năm 2021, ngày 2/9 năm 1945
        var earlier = s[at - 2];
        return Word(s, at - 2) is not (TimeWord.Month or TimeWord.Quarter or TimeWord.Ordinal or TimeWord.Slash or TimeWord.Hyphen or TimeWord.Day or TimeWord.Mung)
            && !Lexicon.Is(earlier, TimeClass.Label);
    }

    /// <summary>A year told by its word: “năm 1945”, “năm 40”, “năm 111 trước Công nguyên”, “năm Canh Tý”, “năm Tự Đức thứ 10”.</summary>
    public bool Year(Sentence s, int at, out TimePoint point)
    {
        point = default;
        if (Word(s, at) != TimeWord.Year)
        {
            return false;
        }

        var number = s[at + 1];
        if (Word(s, at - 1) == TimeWord.Ordinal && !IsBareYear(number))
        {
            return false;       // thứ Năm 19-12-1946
        }

        if (number is { IsNumber: true, Length: <= 4, Number: > 0 })
        {
            return YearFigure(s, at + 1, out point) && EndsFree(s, at + 2);
        }

        // năm một nghìn chín trăm ba mươi
        if (Lexicon.Numeral(number) is 1 or 2 && Word(s, at + 2) == TimeWord.Thousand && Amount(s, at + 1, out var amount) && amount.Value is >= EarliestBareYear and <= LatestBareYear and var told)
        {
            point = new TimePoint(amount.End, EdtfDate.OfYear((int)told)) { Named = true };
            return true;
        }

        if (YearName(s, at + 1, out var lunar, out var end))
        {
            point = new TimePoint(end, default) { Named = true, Lunar = lunar };
            return true;
        }

        if (OrdinalYear(s, at, out lunar, out end))
        {
            point = new TimePoint(end, default) { Named = true, Lunar = lunar };
            return true;
        }

        return false;
    }

    /// <summary>The figure of a year with the era after it.</summary>
    public bool YearFigure(Sentence s, int at, out TimePoint point)
    {
        var number = s[at];
        point = default;
        if (number is not { IsNumber: true, Length: <= 4, Number: > 0 })
        {
            return false;
        }

        var end = at + 1;
        var before = EraAfter(s, ref end);
        point = new TimePoint(end, EdtfDate.OfYear(before == true ? 1 - number.Number : number.Number))
        {
            Named = true,
            IsBeforeEra = before == true,
            IsShortYear = before is null && number.Length == 2,
        };
        return true;
    }

    /// <summary>“TCN”, “trước Công nguyên”, “sau Công nguyên”: true before, false after, null when none stands here.</summary>
    public bool? EraAfter(Sentence s, ref int end)
    {
        switch (Word(s, end))
        {
            case TimeWord.Bc:
                end++;
                return true;
            case TimeWord.CeSign:
                end++;
                return false;
            case TimeWord.Before or TimeWord.After when Word(s, end + 1) == TimeWord.Cong && Word(s, end + 2) == TimeWord.Nguyen:
                end += 3;
                return Word(s, end - 3) == TimeWord.Before;
            case TimeWord.Before or TimeWord.After when Word(s, end + 1) == TimeWord.CeSign:
                end += 2;
                return Word(s, end - 2) == TimeWord.Before;
            case TimeWord.Tr when Word(s, end + 1) == TimeWord.Dot && Word(s, end + 2) == TimeWord.CeSign:
                end += 3;
                return true;
            default:
                return null;
        }
    }

    // The year after a day, month, quarter or season: “ năm 1945”, “/1945”, “-1945”, “, năm 1945”.
    private bool YearAfter(Sentence s, int at, bool shortYears, out TimePoint year)
    {
        year = default;
        var word = Word(s, at);
        if (word == TimeWord.Comma && Word(s, at + 1) == TimeWord.Year)
        {
            at++;
            word = TimeWord.Year;
        }

        if (ShiftedYear(s, at, out year))
        {
            return true;
        }

        if (word == TimeWord.Year)
        {
            return Year(s, at, out year);
        }

        // tháng Tám ấy: the year stands before
        if (word == TimeWord.That && Word(s, at - 2) == TimeWord.Month)
        {
            year = new TimePoint(at + 1, default) { Named = true };
            return true;
        }

        // 25 tháng 8, 2013; tháng Giêng 1937
        var bareAt = word == TimeWord.Comma && s[at + 1].SpaceBefore ? at + 1 : at;
        if (IsBareYear(s[bareAt]) && s[bareAt].SpaceBefore && IsMonthBefore(s, at) && EndsFree(s, bareAt + 1) && !IsDash(s, bareAt + 1)
            && (s[bareAt + 1].IsMark || s[bareAt + 1].Kind == TokenKind.None || (bareAt == at && !IsCountAfter(s, -1, bareAt + 1))))
        {
            year = new TimePoint(bareAt + 1, EdtfDate.OfYear(s[bareAt].Number)) { Named = true };
            return true;
        }

        if (word is TimeWord.Slash or TimeWord.Dot or TimeWord.Hyphen)
        {
            var number = s[at + 1];
            var glued = !s[at].SpaceBefore && !number.SpaceBefore;
            if (IsBareYear(number) && (glued || word != TimeWord.Dot) && EndsFree(s, at + 2))
            {
                year = new TimePoint(at + 2, EdtfDate.OfYear(number.Number)) { Named = true };
                return true;
            }

            if (shortYears && glued && number is { IsNumber: true, Length: 2 } && EndsFree(s, at + 2))
            {
                // Two digits are of the century that the documents speak of: 45 is 1945, 15 is 2015.
                year = new TimePoint(at + 2, EdtfDate.OfYear(number.Number + (number.Number < 30 ? 2000 : 1900))) { Named = true };
                return true;
            }
        }

        return false;
    }

    // tháng 8, tháng Giêng, tháng Mười một right before
    private bool IsMonthBefore(Sentence s, int at) => Word(s, at - 2) == TimeWord.Month || (Word(s, at - 3) == TimeWord.Month && Word(s, at - 2) == TimeWord.Ten);

    /// <summary>Puts a month (and a day) into a year that may be solar, lunar or missing.</summary>
    private static TimePoint Join(TimePoint year, int month, bool leap, int day)
    {
        if (year.Lunar is { } lunar)
        {
            return year with { Lunar = lunar with { Month = month, IsLeapMonth = leap, Day = day }, Named = true };
        }

        var inMonth = year.Date.YearOnly().WithMonth(month);
        if (day == 0)
        {
            return year with { Date = inMonth, Named = true };
        }

        var known = inMonth.Year is { } y ? DaysIn(y, month) : month == 2 ? 29 : DaysIn(2000, month);
        return day <= known
            ? year with { Date = inMonth.WithDay(day), Named = true }
            : year with { Date = inMonth, Named = true, Invalid = true };
    }

    /// <summary>Another day of the month that a date is in, read from elsewhere.</summary>
    public static TimePoint SameMonth(TimePoint date, int end, int day) =>
        Join(new TimePoint(end, date.Date.YearOnly()), date.Date.Month!.Value, false, day);

    private static int DaysIn(int year, int month) => NodaTime.CalendarSystem.Iso.GetDaysInMonth(Math.Clamp(year, -9998, 9999), month);
}
