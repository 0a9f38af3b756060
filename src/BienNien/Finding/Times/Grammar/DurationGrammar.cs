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
            TimeWord.Over when lexicon[s[at - 1]] != TimeWord.Not => (TimexMod.MoreThan, 1),
            TimeWord.Near when second == TimeWord.Nghet => (TimexMod.Approx, 2),
            TimeWord.About when lexicon.Is(s[at - 1], TimeClass.BeforeDegree) => (TimexMod.None, 0),
            TimeWord.About when second is TimeWord.About or TimeWord.More or TimeWord.Near => (TimexMod.Approx, 2),
            TimeWord.Near or TimeWord.About => (TimexMod.Approx, 1),
            TimeWord.Xap when second == TimeWord.Xi => (TimexMod.Approx, 2),
            TimeWord.Non => (TimexMod.LessThan, 1),
            TimeWord.Under => (TimexMod.LessThan, 1),
            TimeWord.NotYet when second is TimeWord.Full or TimeWord.To => (TimexMod.LessThan, 2),
            TimeWord.Not when second == TimeWord.Over => (TimexMod.EqualOrLess, 2),
            TimeWord.Not when second == TimeWord.Full => (TimexMod.LessThan, 2),
            TimeWord.Not when second == TimeWord.Under => (TimexMod.EqualOrMore, 2),
            TimeWord.Toi or TimeWord.Evening when second == TimeWord.Da => (TimexMod.EqualOrLess, 2),
            TimeWord.Toi or TimeWord.Evening when second == TimeWord.Thieu => (TimexMod.EqualOrMore, 2),
            TimeWord.It when second is TimeWord.NhatFirst or TimeWord.Ra => (TimexMod.EqualOrMore, 2),
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
    /// <param name="mod">START or END for “đầu” and “cuối” after it; MORE_THAN for “có lẻ”, APPROX for a margin of error.</param>
    public static bool Read(TimeGrammar grammar, Sentence s, int at, out string value, out int end, out TimexMod mod)
    {
        var isRead = Read(grammar, s, at, out var length, out var to, out end, out mod);
        value = !isRead ? "" : to is { } last ? $"{length}/{last}" : length.ToString();
        return isRead;
    }

    /// <summary>The same with the length as a value, and its upper bound for “2 - 3 ngày”.</summary>
    public static bool Read(TimeGrammar grammar, Sentence s, int at, out IsoDuration length, out IsoDuration? to, out int end, out TimexMod mod)
    {
        length = default;
        to = null;
        mod = TimexMod.None;
        var lexicon = grammar.Lexicon;
        if (lexicon[s[at]] == TimeWord.Half)
        {
            return HalfOf(grammar, s, at, out length, out end);
        }

        end = at;
        if (!grammar.Amount(s, at, out var amount) || amount.Value is not { } number || number == 0 || !Unit(grammar, s, amount.End, out var unit, out end)
            || !IsLength(grammar, s, at, amount, end))
        {
            return false;
        }

        if (number * unit.Factor > 1_000_000_000)
        {
            return false;
        }

        length = IsoDuration.Of(number * unit.Factor, unit.Unit);
        to = amount.To is { } upper ? IsoDuration.Of(upper * unit.Factor, unit.Unit) : null;
        mod = amount.IsEstimate ? TimexMod.Approx : TimexMod.None;
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
        else if (IsWhole(number) && unit.Factor == 1 && to is null)
        {
            Smaller(grammar, s, unit.Unit, ref length, ref end);
        }

        mod = lexicon[s[end]] switch
        {
            TimeWord.Start when lexicon[s[end + 1]] is not (TimeWord.Year or TimeWord.Century or TimeWord.Month or TimeWord.Those) && !lexicon.Is(s[end + 1], TimeClass.AfterStart) => TimexMod.Start,
            TimeWord.End when lexicon[s[end + 1]] is not (TimeWord.Year or TimeWord.Century or TimeWord.Month or TimeWord.Those) => TimexMod.End,
            TimeWord.Have when lexicon[s[end + 1]] is TimeWord.Odd or TimeWord.Left => TimexMod.MoreThan,       // một năm có lẻ
            TimeWord.Odd when !s[end + 1].IsNumber && lexicon.Numeral(s[end + 1]) < 0 => TimexMod.MoreThan,
            _ => mod,
        };
        end += mod is TimexMod.Start or TimexMod.End ? 1 : mod == TimexMod.MoreThan ? (lexicon[s[end]] == TimeWord.Have ? 2 : 1) : 0;
        return true;
    }

    // “4 năm 2 tháng 10 ngày”, “hai năm lẻ ba tháng”; “7 ngày 7 đêm” are seven days.
    private static void Smaller(TimeGrammar grammar, Sentence s, DurationUnit unit, ref IsoDuration length, ref int end)
    {
        var lexicon = grammar.Lexicon;
        while (true)
        {
            var at = end;
            at += lexicon[s[at]] == TimeWord.Odd ? 1 : 0;
            var afterComma = lexicon[s[at]] == TimeWord.Comma && unit == DurationUnit.Day;
            if (!grammar.Amount(s, at + (afterComma ? 1 : 0), out var more) || more.Value is not { } amount || more.To is not null || !IsWhole(amount))
            {
                return;
            }

            if (unit == DurationUnit.Day && lexicon[s[more.End]] == TimeWord.Night && length.HasOneUnit && Math.Abs(amount - length.Amount) <= 1)
            {
                end = more.End + 1;
                return;
            }

            if (afterComma || !Unit(grammar, s, more.End, out var small, out var smallEnd) || small.Factor != 1 || lexicon[s[more.End]] is TimeWord.Night or TimeWord.Hom
                || !IsNext(unit, small.Unit) || amount <= 0 || amount > Most(small.Unit)
                || (lexicon[s[more.End]] == TimeWord.Month && IsMonth(grammar, s, smallEnd))
                || (lexicon[s[more.End]] == TimeWord.Year && IsYearAfter(grammar, s, at, smallEnd)))
            {
                return;
            }

            length = length.And((int)amount, small.Unit);
            unit = small.Unit;
            end = smallEnd;
        }
    }

    private static bool IsNext(DurationUnit unit, DurationUnit smaller) => (unit, smaller) is (DurationUnit.Year, DurationUnit.Month or DurationUnit.Day)
        or (DurationUnit.Month, DurationUnit.Week or DurationUnit.Day) or (DurationUnit.Week, DurationUnit.Day)
        or (DurationUnit.Day, DurationUnit.Hour) or (DurationUnit.Hour, DurationUnit.Minute) or (DurationUnit.Minute, DurationUnit.Second);

    private static int Most(DurationUnit unit) => unit switch
    {
        DurationUnit.Month => 11,
        DurationUnit.Week => 4,
        DurationUnit.Day => 31,
        DurationUnit.Hour => 23,
        _ => 59,
    };

    // “2 tháng 9”, but “2 tháng 9 ngày”
    private static bool IsMonth(TimeGrammar grammar, Sentence s, int at) =>
        grammar.MonthNumber(s, at, out _, out var end, out _) && grammar.Lexicon[s[at]] != TimeWord.Year && grammar.Lexicon[s[end]] is not (TimeWord.Times or TimeWord.Day);

    // Refuses what only looks like an amount with its unit.
    private static bool IsLength(TimeGrammar grammar, Sentence s, int at, TimeAmount amount, int end)
    {
        var lexicon = grammar.Lexicon;
        var word = lexicon[s[amount.End]];
        var next = lexicon[s[end]];
        var isShaded = Shade(grammar, s, at - 1, out _) == 1 || Shade(grammar, s, at - 2, out _) == 2;
        var isIntroduced = isShaded || lexicon.Is(s[at - 1], TimeClass.BeforeLength);
        switch (word)
        {
            case TimeWord.Year when IsYearAfter(grammar, s, at, end):
                return false;
            // “bốn năm người” are four or five; “rạng 1-5 năm sau” is a day
            case TimeWord.Year when (amount.End == at + 1 && lexicon.Numeral(s[at]) == 4 && lexicon.Is(s[end], TimeClass.Classifier)) || (amount.To is not null && IsDayOfYear(lexicon, s, at, end)):
                return false;
            case TimeWord.Day when s[end].IsNumber && lexicon.Is(s[at - 1], TimeClass.Paper):
                return false;       // Nghị quyết 10 ngày 5/4/1988
            // “12 tháng 9” is a day, “năm tháng” an idiom but in “gần năm tháng”
            case TimeWord.Month when IsMonth(grammar, s, end) || (lexicon[s[at]] == TimeWord.Year && amount.End == at + 1 && !isShaded):
                return false;
            case TimeWord.Hour when s[end].IsNumber && (s[end].Length > 2 || lexicon[s[end + 1]] != TimeWord.Minute):
                return false;
            case TimeWord.Night when amount.Value == 1 && !isIntroduced:
            case TimeWord.Hom when amount.Value == 1:
                return false;
            case TimeWord.Tieng when lexicon[s[amount.End + 1]] != TimeWord.Dong && next != TimeWord.HalfMore && !isIntroduced && !(lexicon.Is(s[end], TimeClass.Follower) && amount.Value > 1):
                return false;
            default:
                break;
        }

        // “2 - 3 ngày/năm” is a rate.
        if (next == TimeWord.Slash && !s[end].SpaceBefore && lexicon[s[end + 1]] is TimeWord.Year or TimeWord.Month or TimeWord.Week or TimeWord.Day)
        {
            return false;
        }

        // “từ 40 năm đến 70 năm tuổi Đảng”: both are ages.
        return !(next == TimeWord.To && s[end + 1].IsNumber && lexicon[s[end + 2]] == word && lexicon[s[end + 3]] == TimeWord.Age);
    }

    // “rạng 1-5 năm sau”, “30-4 đến 1-5 năm sau”
    private static bool IsDayOfYear(TimeLexicon lexicon, Sentence s, int at, int end) =>
        lexicon[s[at + 1]] == TimeWord.Hyphen && !s[at + 1].SpaceBefore && lexicon[s[end]] is TimeWord.After or TimeWord.Before or TimeWord.That or TimeWord.This or TimeWord.Now
        && (lexicon[s[at - 1]] is TimeWord.Dawn or TimeWord.Morning or TimeWord.Noon or TimeWord.Afternoon or TimeWord.Evening or TimeWord.Night or TimeWord.Day
            || (lexicon[s[at - 1]] is TimeWord.To or TimeWord.Hyphen && s[at - 2].IsNumber && lexicon[s[at - 3]] is TimeWord.Hyphen or TimeWord.Slash));

    /// <summary>A unit of time: “năm”, “ngày đêm”, “thế kỷ”, “giờ đồng hồ”.</summary>
    public static bool Unit(TimeGrammar grammar, Sentence s, int at, out TimeUnit unit, out int end)
    {
        var lexicon = grammar.Lexicon;
        end = at + 1;
        switch (lexicon[s[at]])
        {
            case TimeWord.Year:
                unit = new TimeUnit(DurationUnit.Year, 1);
                return !IsOther(lexicon, s, end) || lexicon[s[end]] == TimeWord.Cong;       // 50 năm công sức, 5 năm công tác
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
            case TimeWord.Second:
                unit = new TimeUnit(DurationUnit.Second, 1);
                return true;
            case TimeWord.Night:
                unit = new TimeUnit(DurationUnit.Day, 1);
                return grammar.IsFree(s, end);
            case TimeWord.Hom:
                unit = new TimeUnit(DurationUnit.Day, 1);
                return true;
            case TimeWord.Tieng:
                unit = new TimeUnit(DurationUnit.Hour, 1);
                end += lexicon[s[end]] == TimeWord.Dong ? 2 : 0;
                return end > at + 1 || grammar.IsFree(s, end);
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

    private static bool HalfOf(TimeGrammar grammar, Sentence s, int at, out IsoDuration half, out int end)
    {
        half = default;
        if (!Unit(grammar, s, at + 1, out var unit, out end))
        {
            return false;
        }

        half = unit switch
        {
            { Unit: DurationUnit.Year, Factor: 1 } => IsoDuration.Of(6, DurationUnit.Month),
            { Unit: DurationUnit.Year } => IsoDuration.Of(unit.Factor / 2, DurationUnit.Year),
            { Unit: DurationUnit.Month } => IsoDuration.Of(15, DurationUnit.Day),
            { Unit: DurationUnit.Day } => IsoDuration.Of(12, DurationUnit.Hour),
            { Unit: DurationUnit.Hour } => IsoDuration.Of(30, DurationUnit.Minute),
            _ => default,
        };
        return half != default && grammar.Lexicon[s[at + 1]] is not (TimeWord.Night or TimeWord.Hom or TimeWord.Tieng);
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

    // ngày công, năm tuổi, giờ học: another measure; but 70 năm Hội Chữ thập đỏ
    private static bool IsOther(TimeLexicon lexicon, Sentence s, int at) =>
        lexicon.Is(s[at], TimeClass.OtherMeasure) && (!s[at].Capitalised || s[at].AllUpper || lexicon[s[at]] == TimeWord.Age);

    private static bool IsWhole(decimal number) => number == decimal.Truncate(number);
}
