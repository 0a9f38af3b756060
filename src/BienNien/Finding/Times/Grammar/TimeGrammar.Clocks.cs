using BienNien.Text;

namespace BienNien.Finding.Times.Grammar;

/// <summary>A time of the clock as it stands, without its day.</summary>
/// <param name="End">One past its last token.</param>
/// <param name="Hour">0–24, as the part of the day settles it.</param>
/// <param name="Minute">0–59.</param>
/// <param name="Part">The part of the day told after it; <see cref="TimeWord.None"/> without.</param>
/// <param name="IsSure">Whether it is written as no length is: 8h30, 8 giờ 30, 8 giờ kém 10.</param>
internal readonly record struct ClockReading(int End, int Hour, int Minute, TimeWord Part, bool IsSure)
{
    /// <summary>Minutes after midnight.</summary>
    public int MinuteOfDay => (Hour * 60) + Minute;

    /// <summary>The same in a part of the day: 5 giờ chiều is 17:00, 12 giờ đêm the end of the day.</summary>
    public ClockReading In(TimeWord part) => this with
    {
        Part = part,
        Hour = (part, Hour) switch
        {
            (TimeWord.Noon, >= 1 and <= 3) => Hour + 12,
            (TimeWord.Afternoon or TimeWord.Evening, < 12) => Hour + 12,
            (TimeWord.Night or TimeWord.Half, >= 6 and < 12) => Hour + 12,
            (TimeWord.Evening or TimeWord.Night or TimeWord.Half, 12) when Minute == 0 => 24,
            _ => Hour,
        },
    };
}

internal sealed partial class TimeGrammar
{
    /// <summary>
    /// A time of the clock with the part of the day after it: “8 giờ 30 phút”, “11 giờ 30 sáng”, “5 giờ kém 10”, “bốn giờ rưỡi chiều”, “13h30’”,
    /// “20g30”, “17:45”. What could as well be a length (“8 giờ”) is read, too, and not called sure.
    /// </summary>
    public bool Clock(Sentence s, int at, out ClockReading clock)
    {
        if (!(s[at].IsNumber ? FigureClock(s, at, out clock) : WordClock(s, at, out clock)))
        {
            return false;
        }

        var length = Word(s, clock.End) is TimeWord.Hour ? 0 : PartOfDay(s, clock.End, out _);
        if (length > 0 && Word(s, clock.End + length) is not (TimeWord.Da or TimeWord.Thieu))
        {
            var part = Word(s, clock.End);
            part = part == TimeWord.PartWord ? Word(s, clock.End + 1) : part;
            clock = clock.In(part) with { End = clock.End + length };
        }

        return true;
    }

    private bool FigureClock(Sentence s, int at, out ClockReading clock)
    {
        clock = default;
        if (s[at] is not { Length: <= 2, Number: >= 0 and <= 24 and var hour })
        {
            return false;
        }

        var sign = s[at + 1];
        if (Word(s, at + 1) == TimeWord.Colon)
        {
            clock = new ClockReading(at + 3, hour, s[at + 2].Number, TimeWord.None, false);
            return hour < 24 && !sign.SpaceBefore && s[at + 2] is { IsNumber: true, Length: 2, SpaceBefore: false, Number: < 60 } && Word(s, at + 3) != TimeWord.Colon;
        }

        if (Word(s, at + 1) == TimeWord.Hour)
        {
            return Minutes(s, at + 2, hour, out clock);
        }

        if (!sign.IsWord || s.Surface(at + 1) is not (['h' or 'H' or 'g', .. var rest]))
        {
            return false;
        }

        if (rest.Length == 0)
        {
            // “8 h 30”; “8h”, “8h 30”; but not “8h/ngày”
            var isHour = Word(s, at + 1) == TimeWord.HourSign;
            if (MinuteFigure(s, at + 2, out var minute, out var end, out _) && hour < 24)
            {
                clock = new ClockReading(end, hour, minute, TimeWord.None, true);
                return isHour || !sign.SpaceBefore;
            }

            clock = new ClockReading(at + 2, hour, 0, TimeWord.None, isHour && hour < 24);
            return !sign.SpaceBefore && (Word(s, at + 2) != TimeWord.Slash || s[at + 2].SpaceBefore);
        }

        rest = rest.EndsWith("ph", StringComparison.Ordinal) ? rest[..^2] : rest.EndsWith("p", StringComparison.Ordinal) ? rest[..^1] : rest;
        if (sign.SpaceBefore || rest.Length is 0 or > 2 || rest.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        var told = 0;
        foreach (var digit in rest)
        {
            told = (told * 10) + (digit - '0');
        }

        var after = at + 2;
        after += Word(s, after) == TimeWord.Minute || (Word(s, after) == TimeWord.MinuteSign && !s[after].SpaceBefore) ? 1 : 0;
        clock = new ClockReading(after, hour, told, TimeWord.None, hour < 24);
        return told < 60 && (hour < 24 || told == 0);
    }

    // “bốn giờ”, “mười hai giờ”, “không giờ”
    private bool WordClock(Sentence s, int at, out ClockReading clock)
    {
        clock = default;
        if (!SmallNumeral(s, at, out var hour, out var end))
        {
            if (Lexicon.Numeral(s[at]) != 0)
            {
                return false;
            }

            (hour, end) = (0, at + 1);
        }

        return hour <= 24 && Word(s, end) == TimeWord.Hour && Minutes(s, end + 1, hour, out clock);
    }

    // What follows “8 giờ”: “30 phút”, “30”, “rưỡi”, “kém 10”, “mười lăm phút”.
    private bool Minutes(Sentence s, int at, int hour, out ClockReading clock)
    {
        clock = new ClockReading(at, hour, 0, TimeWord.None, false);
        if (Word(s, at) == TimeWord.Dong)
        {
            return false;       // giờ đồng hồ
        }

        if (hour == 24)
        {
            return true;
        }

        int minute;
        int end;
        switch (Word(s, at))
        {
            case TimeWord.HalfMore:
                clock = clock with { End = at + 1, Minute = 30 };
                return true;
            case TimeWord.Less when hour > 0:
                minute = s[at + 1].IsNumber ? s[at + 1].Number : -1;
                end = at + 2;
                if (minute < 0 && !SmallNumeral(s, at + 1, out minute, out end))
                {
                    return true;
                }

                if (minute is >= 1 and < 60)
                {
                    clock = new ClockReading(end + (Word(s, end) == TimeWord.Minute ? 1 : 0), hour - 1, 60 - minute, TimeWord.None, true);
                }

                return true;
            default:
                break;
        }

        if (MinuteFigure(s, at, out minute, out end, out var isSure))
        {
            clock = new ClockReading(end, hour, minute, TimeWord.None, isSure);
        }
        else if (!s[at].IsNumber && Word(s, at) != TimeWord.Year && SmallNumeral(s, at, out minute, out end) && minute < 60 && Word(s, end) == TimeWord.Minute)
        {
            clock = clock with { End = end + 1, Minute = minute };
        }

        return true;
    }

    // “30 phút”, “30’”; “30” alone where no date and no amount goes on from it.
    private bool MinuteFigure(Sentence s, int at, out int minute, out int end, out bool isSure)
    {
        minute = s[at].Number;
        end = at + 1;
        isSure = true;
        if (s[at] is not { IsNumber: true, Length: <= 2, Number: < 60 })
        {
            return false;
        }

        if (Word(s, end) == TimeWord.Minute)
        {
            end++;
            isSure = false;     // a length has them as well
            end += s[end].IsNumber && Word(s, end + 1) == TimeWord.Second ? 2 : 0;
            return true;
        }

        if (Word(s, end) == TimeWord.MinuteSign && !s[end].SpaceBefore)
        {
            end++;
            return true;
        }

        if (s[at].Length != 2)
        {
            return false;
        }

        var next = s[end];
        if (next.IsMark && s[end + 1].IsNumber && !next.SpaceBefore && !s[end + 1].SpaceBefore)
        {
            // 18 giờ 12/3/1966, but 7 giờ 30-11 giờ 30
            return Word(s, end) == TimeWord.Hyphen && (Word(s, end + 2) is TimeWord.Hour or TimeWord.HourSign);
        }

        return !next.IsWord || Word(s, end) is TimeWord.To or TimeWord.Ordinal or TimeWord.ChuOf || Lexicon.Is(next, TimeClass.Follower)
            || PartOfDay(s, end, out _) > 0 || ClockDay(s, end, out _, out _);
    }

    /// <summary>The day after a time of the clock: “ngày 16-9-1950”, “, 12/2/1949”, “cùng ngày”, “hôm sau”.</summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place after the clock.</param>
    /// <param name="day">The day; with nothing but its end when <paramref name="relation"/> tells it.</param>
    /// <param name="relation">Which day of the text before is meant.</param>
    public bool ClockDay(Sentence s, int at, out TimePoint day, out TimeRelation relation)
    {
        var comma = Word(s, at) == TimeWord.Comma;
        at += comma ? 1 : 0;
        var hom = Word(s, at) == TimeWord.Day && Word(s, at + 1) == TimeWord.Hom ? at + 1 : at;
        relation = (Word(s, hom), Word(s, hom + 1)) switch
        {
            (TimeWord.Same, TimeWord.Day) => TimeRelation.SameDay,
            (TimeWord.Day or TimeWord.Hom, TimeWord.That) => TimeRelation.SameDay,
            (TimeWord.Hom, TimeWord.After) => TimeRelation.NextDay,
            _ => TimeRelation.None,
        };
        if (relation != TimeRelation.None)
        {
            day = new TimePoint(hom + 2, default);
            return true;
        }

        // After figures for the minutes “ngày” is no unit of theirs: 11 giờ 30 ngày 16-9-1950.
        if (!(Word(s, at) == TimeWord.Day && s[at - 1].IsNumber ? DayBody(s, at + 1, true, true, true, out day) : Day(s, at, true, out day, announced: true))
            || day is not { Lunar: null, Invalid: false })
        {
            return false;
        }

        // “20 giờ 30/4” is a day; after a comma two figures alone are none.
        return day.Date.Month is null ? Word(s, at) == TimeWord.Day
            : day.Named || day.Date.Year is not null || (!comma && Word(s, at + 1) is TimeWord.Slash or TimeWord.Hyphen);
    }

    /// <summary>The name of a day of the week: “thứ Hai”, “thứ 7”, “Chủ nhật”; 1 for Monday to 7 for Sunday.</summary>
    public bool NamedWeekday(Sentence s, int at, out int weekday, out int end)
    {
        end = at + 2;
        weekday = 7;
        if (Word(s, at) == TimeWord.ChuOf)
        {
            return Word(s, at + 1) == TimeWord.Nhat;
        }

        if (s[at] is { IsWord: true, Length: 2 } && s.Surface(at) is ['T', >= '2' and <= '7' and var digit])
        {
            weekday = digit - '1';
            end = at + 1;
            return true;
        }

        var number = s[at + 1].IsNumber ? s[at + 1].Number : Lexicon.Numeral(s[at + 1]);
        weekday = number - 1;
        return Word(s, at) == TimeWord.Ordinal && number is >= 2 and <= 7 && Word(s, end) != TimeWord.Tens;
    }

    /// <summary>“hằng tuần”, “hàng năm”, “mỗi tháng”: a word for each and a unit.</summary>
    public bool IsEvery(Sentence s, int at, TimeWord unit) =>
        Word(s, at) is TimeWord.Hang or TimeWord.Hang2 or TimeWord.Each && Word(s, at + 1) == unit;

    /// <summary>Whether what stands here goes on with no noun: a mark, the end, or one of the words that may follow a time.</summary>
    public bool IsFree(Sentence s, int at) =>
        !s[at].IsWord || Lexicon.Is(s[at], TimeClass.Follower)
        || Word(s, at) is TimeWord.To or TimeWord.Before or TimeWord.After or TimeWord.HalfMore or TimeWord.And or TimeWord.Or or TimeWord.Sky or TimeWord.Running or TimeWord.Now or TimeWord.Each or TimeWord.Hang;
}
