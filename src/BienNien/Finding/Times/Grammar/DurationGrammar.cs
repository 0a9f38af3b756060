using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Grammar;

/// <summary>A unit of time as a word names it: a decade is ten years.</summary>
internal readonly record struct TimeUnit(DurationUnit Unit, int Factor);

/// <summary>Reads lengths of time: shades before them, amounts, units and what may follow.</summary>
internal static class DurationGrammar
{
    /// <summary>“hơn”, “gần”, “chưa đầy”, “không quá”, “tối đa” …</summary>
    /// <returns>How many tokens; 0 when there is none.</returns>
    public static int Shade(TimeGrammar grammar, Sentence s, int at, out TimexMod mod)
    {
        var lexicon = grammar.Lexicon;
        var second = lexicon[s[at + 1]];
        (mod, var length) = lexicon[s[at]] switch
        {
            TimeWord.More => (TimexMod.MoreThan, 1),
            TimeWord.Near or TimeWord.About => (TimexMod.Approx, 1),
            TimeWord.Under => (TimexMod.LessThan, 1),
            TimeWord.NotYet when second is TimeWord.Full or TimeWord.To => (TimexMod.LessThan, 2),
            TimeWord.Not when second == TimeWord.Over => (TimexMod.EqualOrLess, 2),
            TimeWord.Not when second == TimeWord.Full => (TimexMod.LessThan, 2),
            TimeWord.Toi or TimeWord.Evening when second == TimeWord.Da => (TimexMod.EqualOrLess, 2),
            TimeWord.Toi or TimeWord.Evening when second == TimeWord.Thieu => (TimexMod.EqualOrMore, 2),
            TimeWord.It when second == TimeWord.NhatFirst => (TimexMod.EqualOrMore, 2),
            TimeWord.Many when second == TimeWord.NhatFirst => (TimexMod.EqualOrLess, 2),
            _ => (TimexMod.None, 0),
        };
        return length;
    }

    /// <summary>An amount with its unit, and what belongs to them: “29 ngày đêm”, “6 năm 3 tháng”, “một năm rưỡi”, “15 năm đầu”.</summary>
    /// <param name="grammar">The shared grammar.</param>
    /// <param name="s">The sentence.</param>
    /// <param name="at">The place of the amount.</param>
    /// <param name="value">The ISO duration.</param>
    /// <param name="end">One past the last token.</param>
    /// <param name="mod">START or END for “đầu” and “cuối” after it.</param>
    public static bool Read(TimeGrammar grammar, Sentence s, int at, out string value, out int end, out TimexMod mod)
    {
        value = "";
        mod = TimexMod.None;
        var lexicon = grammar.Lexicon;
        if (lexicon[s[at]] == TimeWord.Half)
        {
            return HalfOf(grammar, s, at, out value, out end);
        }

        end = at;
        if (!grammar.Amount(s, at, out var amount) || amount.Value is not { } number || number == 0 || !Unit(grammar, s, amount.End, out var unit, out end))
        {
            return false;
        }

        var word = lexicon[s[amount.End]];
        if (word == TimeWord.Year && IsYearAfter(grammar, s, at, end))
        {
            return false;
        }

        // “12 tháng 9” is a day, “năm tháng” an idiom.
        if (word == TimeWord.Month && ((grammar.MonthNumber(s, end, out _, out var monthEnd, out _) && lexicon[s[end]] != TimeWord.Year && !(lexicon[s[monthEnd]] == TimeWord.Times))
            || (lexicon[s[at]] == TimeWord.Year && amount.End == at + 1)))
        {
            return false;
        }

        if (word == TimeWord.Hour && s[end].IsNumber)
        {
            if (s[end].Length > 2 || lexicon[s[end + 1]] != TimeWord.Minute)
            {
                return false;
            }
        }

        // “từ 40 năm đến 70 năm tuổi Đảng”: both are ages.
        if (lexicon[s[end]] == TimeWord.To && s[end + 1].IsNumber && lexicon[s[end + 2]] == word && lexicon[s[end + 3]] == TimeWord.Age)
        {
            return false;
        }

        if (number * unit.Factor > 1_000_000_000)
        {
            return false;
        }

        var length = IsoDuration.Of(number * unit.Factor, unit.Unit);
        if (lexicon[s[end]] == TimeWord.HalfMore)
        {
            end++;
            length = unit switch
            {
                { Unit: DurationUnit.Year, Factor: 1 } when IsWhole(number) => length.And(6, DurationUnit.Month),
                { Unit: DurationUnit.Month } when IsWhole(number) => length.And(15, DurationUnit.Day),
                { Unit: DurationUnit.Hour } when IsWhole(number) => length.And(30, DurationUnit.Minute),
                _ => IsoDuration.Of((number * unit.Factor) + (unit.Factor / 2m), unit.Unit),
            };
        }
        else if (IsWhole(number) && unit.Factor == 1 && grammar.Amount(s, end, out var more) && more.Value is { } smaller && IsWhole(smaller) && smaller is > 0 and < 1000
                 && Unit(grammar, s, more.End, out var small, out var smallEnd) && small.Factor == 1 && small.Unit == Next(unit.Unit)
                 && !(lexicon[s[more.End]] == TimeWord.Month && grammar.MonthNumber(s, smallEnd, out _, out _, out _)))
        {
            length = length.And((int)smaller, small.Unit);
            end = smallEnd;
        }

        value = amount.To is { } to ? $"{length}/{IsoDuration.Of(to * unit.Factor, unit.Unit)}" : length.ToString();
        mod = lexicon[s[end]] switch
        {
            TimeWord.Start when lexicon[s[end + 1]] is not (TimeWord.Year or TimeWord.Century or TimeWord.Month or TimeWord.Those) && !lexicon.Is(s[end + 1], TimeClass.AfterStart) => TimexMod.Start,
            TimeWord.End when lexicon[s[end + 1]] is not (TimeWord.Year or TimeWord.Century or TimeWord.Month or TimeWord.Those) => TimexMod.End,
            _ => TimexMod.None,
        };
        end += mod == TimexMod.None ? 0 : 1;
        return true;
    }

    /// <summary>A unit of time: “năm”, “ngày đêm”, “thế kỷ”, “giờ đồng hồ”.</summary>
    public static bool Unit(TimeGrammar grammar, Sentence s, int at, out TimeUnit unit, out int end)
    {
        var lexicon = grammar.Lexicon;
        end = at + 1;
        switch (lexicon[s[at]])
        {
            case TimeWord.Year:
                unit = new TimeUnit(DurationUnit.Year, 1);
                return !IsOther(lexicon, s, end);
            case TimeWord.Month:
                unit = new TimeUnit(DurationUnit.Month, 1);
                return !IsOther(lexicon, s, end);
            case TimeWord.Week:
                unit = new TimeUnit(DurationUnit.Week, 1);
                end += lexicon[s[end]] == TimeWord.Le ? 1 : 0;
                return true;
            case TimeWord.Day:
                unit = new TimeUnit(DurationUnit.Day, 1);
                end += lexicon[s[end]] == TimeWord.Night ? 1 : 0;
                if (lexicon[s[end]] == TimeWord.Lam && lexicon[s[end + 1]] == TimeWord.Viec)
                {
                    end += 2;
                    return true;
                }

                return !IsOther(lexicon, s, end);
            case TimeWord.Hour:
                unit = new TimeUnit(DurationUnit.Hour, 1);
                end += lexicon[s[end]] == TimeWord.Dong ? 2 : 0;
                return !IsOther(lexicon, s, end);
            case TimeWord.Minute:
                unit = new TimeUnit(DurationUnit.Minute, 1);
                return true;
            case TimeWord.Century when lexicon[s[end]] == TimeWord.Ky:
                unit = new TimeUnit(DurationUnit.Year, 100);
                end++;
                return true;
            case TimeWord.Decade when lexicon[s[end]] is TimeWord.Ky or TimeWord.Nien:
                unit = new TimeUnit(DurationUnit.Year, 10);
                end++;
                return !s[end].IsNumber;
            case TimeWord.Thien when lexicon[s[end]] == TimeWord.Nien && lexicon[s[end + 1]] == TimeWord.Ky:
                unit = new TimeUnit(DurationUnit.Year, 1000);
                end += 2;
                return true;
            default:
                unit = default;
                return false;
        }
    }

    private static bool HalfOf(TimeGrammar grammar, Sentence s, int at, out string value, out int end)
    {
        value = "";
        if (!Unit(grammar, s, at + 1, out var unit, out end))
        {
            return false;
        }

        value = unit switch
        {
            { Unit: DurationUnit.Year, Factor: 1 } => "P6M",
            { Unit: DurationUnit.Year } => IsoDuration.Of(unit.Factor / 2, DurationUnit.Year).ToString(),
            { Unit: DurationUnit.Month } => "P15D",
            { Unit: DurationUnit.Day } => "PT12H",
            { Unit: DurationUnit.Hour } => "PT30M",
            _ => "",
        };
        return value.Length > 0;
    }

    // “đợt 2 năm 2024” is a year; “5 năm 2016 - 2020” a length, and then years.
    private static bool IsYearAfter(TimeGrammar grammar, Sentence s, int at, int end)
    {
        var figure = s[end];
        if (figure is not { IsNumber: true, Length: 3 or 4 })
        {
            return grammar.CycleName(s, end, out _) && at + 2 == end;
        }

        var joined = grammar.IsDash(s, end + 1) || grammar.Lexicon[s[end + 1]] is TimeWord.To or TimeWord.And or TimeWord.Comma;
        return !(TimeGrammar.IsBareYear(figure) && joined && TimeGrammar.IsBareYear(s[end + 2]));
    }

    // ngày công, năm tuổi, giờ học: another measure
    private static bool IsOther(TimeLexicon lexicon, Sentence s, int at) => lexicon.Is(s[at], TimeClass.OtherMeasure);

    private static bool IsWhole(decimal number) => number == decimal.Truncate(number);

    private static DurationUnit Next(DurationUnit unit) => unit switch
    {
        DurationUnit.Year => DurationUnit.Month,
        DurationUnit.Month => DurationUnit.Day,
        DurationUnit.Day => DurationUnit.Hour,
        DurationUnit.Hour => DurationUnit.Minute,
        _ => DurationUnit.Second,
    };
}
