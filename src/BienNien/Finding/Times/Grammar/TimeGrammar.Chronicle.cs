using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

internal sealed partial class TimeGrammar
{
    private const int MostParts = 7;

    /// <summary>
    /// A date as chronicles, steles and edicts tell it: year, season, month, day and hour side by side, each with its own word, with or
    /// without commas: “Tự Đức năm thứ 15, mùa hạ, tháng 5, ngày mồng 9”, “năm 1940, ngày 23 tháng 11”. At least two parts.
    /// </summary>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place of its first token.</param>
    /// <param name="point">What was read.</param>
    public bool Chronicle(Sentence s, int at, out TimePoint point)
    {
        point = default;
        var chain = default(Chain);
        var best = default(Chain);
        for (var parts = 0; parts < MostParts; parts++)
        {
            var from = parts > 0 && Word(s, chain.End) == TimeWord.Comma ? chain.End + 1 : parts > 0 ? chain.End : at;
            if (!Part(s, from, parts == 0, ref chain, out var end))
            {
                break;
            }

            chain.End = end;
            if (parts > 0 && chain.IsWhole)
            {
                best = chain;
            }
        }

        if (best.End == 0)
        {
            return false;
        }

        point = CalendarNote(s, Finish(best));
        return true;
    }

    private bool Part(Sentence s, int at, bool opens, ref Chain chain, out int end)
    {
        end = at;
        if (s[at].Capitalised && NamePart(s, at, opens, ref chain, out end))
        {
            return true;
        }

        switch (Word(s, at))
        {
            case TimeWord.Year:
                return YearPart(s, at, ref chain, out end);
            case TimeWord.Nien:
                return ReignOfYear(s, at, out var era, out end) && chain.Take(era);
            case TimeWord.Tue when !opens:
                var cycle = at + (Word(s, at + 1) is TimeWord.Ordinal or TimeWord.Tai ? 2 : 1);
                end = cycle + 2;
                return CycleName(s, cycle, out var name) && chain.Take(LunarReading.WithoutYear with { Name = name });
            case TimeWord.Season:
                return SeasonPart(s, at + 1, ref chain, out end);
            case TimeWord.Spring or TimeWord.SummerHe or TimeWord.Ha or TimeWord.Autumn or TimeWord.Winter when !opens && chain.Year is not null:
                return SeasonPart(s, at, ref chain, out end);
            case TimeWord.Month or TimeWord.Leap:
                return MonthPart(s, at, ref chain, out end);
            case TimeWord.Day or TimeWord.Mung or TimeWord.Ram or TimeWord.Hour or TimeWord.Watch or TimeWord.Dawn or TimeWord.Morning or TimeWord.Noon
                or TimeWord.Afternoon or TimeWord.Evening or TimeWord.Night or TimeWord.PartWord or TimeWord.Half:
                return DayPart(s, at, opens, ref chain, out end);
            default:
                return chain.IsSino && SinoPart(s, at, ref chain, out end);
        }
    }

    // Canh Tuất; Hồng Đức thứ 21; Lê Thánh Tông năm thứ 10
    private bool NamePart(Sentence s, int at, bool opens, ref Chain chain, out int end)
    {
        end = at;
        if (CycleName(s, at, out var name))
        {
            // Without “năm”, two such words after a name are part of it: Lê Mậu Thân.
            if (opens && s[at - 1] is { IsWord: true, Capitalised: true })
            {
                return false;
            }

            end = at + 2;
            var year = LunarReading.WithoutYear with { Name = name };
            if (IsYearOf(s, end, name))
            {
                year = year with { Year = s[end].Number };
                end++;
            }

            return chain.Take(year);
        }

        if (ReignOfYear(s, at, out var era, out end) || RulerYear(s, at, out era, out end))
        {
            chain.IsSino = Word(s, end - 1) == TimeWord.Nien;
            return chain.Take(era);
        }

        return false;
    }

    private bool YearPart(Sentence s, int at, ref Chain chain, out int end)
    {
        end = at;
        if (!Year(s, at, out var year))
        {
            return false;
        }

        end = year.End;
        if (year.Lunar is { } lunar)
        {
            return chain.Take(lunar);
        }

        // Shorter figures after “năm” may count something: tháng 5, năm 20 tuổi.
        if (s[at + 1].Length < 3 || chain.Year is not null || chain.HasSolar)
        {
            return false;
        }

        (chain.Solar, chain.HasSolar) = (year.Date, true);
        return true;
    }

    private bool SeasonPart(Sentence s, int at, ref Chain chain, out int end)
    {
        end = at + 1;
        var season = SeasonCode(Word(s, at));
        if (season == 0 || chain.Season > 0 || chain.Month > 0 || chain.HasDay || IsDash(s, end) || Word(s, end) == TimeWord.Season || SeasonCode(Word(s, end)) > 0)
        {
            return false;
        }

        chain.Season = season;
        return true;
    }

    // tháng 5; tháng Tám nhuận; nhuận tháng Hai
    private bool MonthPart(Sentence s, int at, ref Chain chain, out int end)
    {
        end = at;
        var leap = Word(s, at) == TimeWord.Leap;
        var month = at + (leap ? 1 : 0);
        if (chain.Month > 0 || Word(s, month) != TimeWord.Month || !MonthNumber(s, month + 1, out var number, out end, out var lunar) || GoesOn(s, end))
        {
            return false;
        }

        chain.IsMot = IsMot(s, month + 1);
        if (Word(s, end) == TimeWord.Leap)
        {
            leap = true;
            end++;
        }

        chain.Month = number;
        chain.IsLeap = leap;
        chain.IsLunar |= lunar || leap;
        return true;
    }

    private bool DayPart(Sentence s, int at, bool opens, ref Chain chain, out int end)
    {
        var isHour = Word(s, at) is TimeWord.Hour or TimeWord.Watch;
        var length = PartOfDay(s, at, out var part);
        end = at + length;
        if (chain.HasDay)
        {
            return isHour && length > 0;        // ngày 16, giờ Thìn
        }

        if (isHour && length == 0)
        {
            return false;
        }

        var day = end;
        day += isHour && Word(s, day) == TimeWord.Comma && Word(s, day + 1) is TimeWord.Day or TimeWord.Mung ? 1 : 0;
        var named = Word(s, day) == TimeWord.Day;
        day += named ? 1 : 0;
        end = day + 1;
        if (named && Word(s, day) == TimeWord.Lucky)
        {
            return opens && Word(s, end) == TimeWord.Month;     // ngày lành tháng 8 năm Canh Thân
        }

        if (named && CycleName(s, day, out var name))
        {
            (chain.DayName, chain.Part, end) = (name, part, day + 2);
            return true;
        }

        var number = -1;
        var mung = Word(s, day) == TimeWord.Mung;
        if (mung)
        {
            number = s[end].IsNumber ? s[end].Number : Lexicon.Numeral(s[end]);
            number = number <= 10 ? number : -1;
            end++;
        }
        else if (Word(s, day) == TimeWord.Ram)
        {
            (number, mung) = (named || length > 0 || chain.Month > 0 || Word(s, end) == TimeWord.Month ? 15 : -1, true);
        }
        else if ((named || length > 0) && s[day] is { IsNumber: true, Length: <= 2 })
        {
            number = s[day].Number;
        }
        else if (named && SmallNumeral(s, day, out var small, out end))
        {
            number = small;
        }

        if (number is < 1 or > 31)
        {
            return false;
        }

        // năm 1945, ngày 2/9
        if (Word(s, end) == TimeWord.Slash && chain.Month == 0 && s[end + 1] is { IsNumber: true, Length: <= 2, Number: >= 1 and <= 12 } month && EndsFree(s, end + 2)
            && !GoesOn(s, end + 2))
        {
            chain.Month = month.Number;
            end += 2;
        }
        else if (GoesOn(s, end) || (chain.Month > 0 && Word(s, end) == TimeWord.Month))
        {
            return false;
        }

        (chain.Day, chain.IsMung, chain.Part) = (number, mung, part);
        return true;
    }

    // thập nhất nguyệt, sơ lục nhật, mạnh đông: after the year of a stele that is told so, too.
    private bool SinoPart(Sentence s, int at, ref Chain chain, out int end)
    {
        end = at + 2;
        if (Word(s, at) is TimeWord.Manh or TimeWord.Trong or TimeWord.Quarter && SeasonCode(Word(s, at + 1)) is > 0 and var season && chain.Month == 0)
        {
            var place = Word(s, at) == TimeWord.Manh ? 1 : Word(s, at) == TimeWord.Trong ? 2 : 3;
            chain.Month = (3 * (season - 21)) + place;
            return true;
        }

        var leap = Word(s, at) == TimeWord.Leap;
        var from = at + (leap || Word(s, at) == TimeWord.So ? 1 : 0);
        if (!SinoNumeral(s, from, out var number, out var after))
        {
            return false;
        }

        end = after + 1;
        if (Word(s, after) == TimeWord.Nguyet && chain.Month == 0 && number <= 12)
        {
            (chain.Month, chain.IsLeap) = (number, leap);
            return true;
        }

        if (Word(s, after) == TimeWord.Nhat && chain.Month > 0 && !chain.HasDay && number <= 30 && !leap)
        {
            chain.Day = number;
            return true;
        }

        return false;
    }

    /// <summary>A figure as steles write it: “nhị”, “thập bát”, “tam thập nhất”.</summary>
    private bool SinoNumeral(Sentence s, int at, out int value, out int end)
    {
        value = reigns.Figure(s[at]);
        end = at + 1;
        if (value is > 0 and < 10 && reigns.Figure(s[end]) == 10)
        {
            value *= 10;
            end++;
        }

        if (value is > 0 && value % 10 == 0 && reigns.Figure(s[end]) is > 0 and < 10 and var unit)
        {
            value += unit;
            end++;
        }

        return value > 0;
    }

    // A mark and a figure go on: tháng 3 - 5/1945, ngày 2.9.
    private bool GoesOn(Sentence s, int at) =>
        Word(s, at) is TimeWord.Slash or TimeWord.Hyphen && s[at + 1].IsNumber
        || (Word(s, at) is TimeWord.Dot or TimeWord.Comma && !s[at].SpaceBefore && !s[at + 1].SpaceBefore && s[at + 1].IsNumber);

    /// <summary>Whether the month is told as “Một”, which of the lunar calendar is the eleventh.</summary>
    private bool IsMot(Sentence s, int at) => !s[at].IsNumber && Lexicon.Numeral(s[at]) == 1;

    /// <summary>Whether a figure of four digits stands here that is a year of this name: Mậu Thân 1968.</summary>
    private bool IsYearOf(Sentence s, int at, CanChi name) => IsBareYear(s[at]) && EndsFree(s, at + 1) && CanChi.OfYear(s[at].Number) == name;

    private static TimePoint Finish(Chain chain)
    {
        var lunar = chain.Year is not null || chain.IsLunar || chain.DayName is not null;
        var point = new TimePoint(chain.End, default) { Named = true, Part = chain.Part, IsMot = chain.IsMot, IsMung = chain.IsMung };
        if (lunar)
        {
            return point with
            {
                Lunar = (chain.Year ?? LunarReading.WithoutYear with { Year = chain.Solar.Year }) with
                {
                    Month = chain.IsMot ? 11 : chain.Month,
                    IsLeapMonth = chain.IsLeap,
                    Day = chain.Day,
                    DayName = chain.DayName,
                    Season = chain.Month == 0 ? chain.Season : 0,
                },
            };
        }

        point = point with { Date = chain.Solar };
        point = chain.Month > 0 ? Join(point, chain.Month, false, chain.Day)
            : chain.Season > 0 ? point with { Date = chain.Solar.YearOnly().WithMonth(chain.Season) }
            : point;
        return point with { IsChronicle = chain is { Season: > 0, Month: > 0, HasSolar: false } };
    }

    // What has been read so far of a date of several parts.
    private struct Chain
    {
        public LunarReading? Year;
        public EdtfDate Solar;
        public bool HasSolar;
        public int Season;
        public int Month;
        public bool IsLeap;
        public bool IsMot;
        public int Day;
        public bool IsMung;
        public CanChi? DayName;
        public string? Part;
        public bool IsLunar;
        public bool IsSino;
        public int End;

        public readonly bool HasDay => Day > 0 || DayName is not null;

        public readonly bool IsWhole => !HasDay || Month > 0;

        // A second name of the year is taken where it says what the first does not: can chi and era.
        public bool Take(LunarReading year)
        {
            if (HasSolar)
            {
                return false;
            }

            if (Year is not { } known)
            {
                Year = year;
                return true;
            }

            if ((known.Name is not null && year.Name is not null) || (known.YearOfReign > 0 && year.YearOfReign > 0) || (known.Year is not null && year.Year is not null))
            {
                return false;
            }

            var told = known.YearOfReign > 0 ? known : year;
            Year = told with { Name = known.Name ?? year.Name, Year = known.Year ?? year.Year };
            return true;
        }
    }
}
