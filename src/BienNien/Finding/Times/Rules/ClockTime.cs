using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Finding.Times.Rules;

/// <summary>TIM020. A time of the clock, with its day: “8 giờ 30 phút ngày 19/8/2005”, “17h15”, “5 giờ sáng đến 6 giờ chiều”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ClockTime.md, beside this file.</remarks>
internal sealed class ClockTime(TimeGrammar grammar) : TimeRule("TIM020", grammar, [.. grammar.Lexicon.NumeralWords, .. grammar.Lexicon.Openings(TimeWord.Before, TimeWord.After, TimeWord.About, TimeWord.Near)], Openings.Numbers)
{
    private const int EarliestAlone = 5;
    private const int EarliestAfternoon = 13;
    private const int Weight = 3;

    /// <inheritdoc/>
    public override void Find(Sentence sentence, int at, MentionSink found)
    {
        var mod = Word(sentence, at) switch
        {
            TimeWord.Before => TimexMod.Before,
            TimeWord.After => TimexMod.After,
            TimeWord.About or TimeWord.Near => TimexMod.Approx,
            _ => TimexMod.None,
        };
        var first = mod == TimexMod.None ? at : at + 1;
        if (!StartsFree(sentence, first) || !Read(sentence, first, out var clocks))
        {
            return;
        }

        if (Tail(sentence, clocks, out var every, out var end) && !(clocks.CanBeLength && MeansLength(sentence, at, first, clocks, mod)))
        {
            Propose(sentence, at, end, new TimeValue(TimexType.Set, every, mod), found, Weight);
            return;
        }

        var isSure = clocks.HasDay || clocks.HasPart
            || (clocks.IsSure && (clocks.IsRange || !Is(sentence, at - 1, TimeClass.BeforeLength)))
            || (clocks.IsRange && !Is(sentence, at - 1, TimeClass.BeforeLength) && mod == TimexMod.None)
            || IsAnnounced(sentence, at, first, clocks, mod);
        // “24 giờ” is a length but for “24 giờ ngày 31/12”.
        if (isSure && (clocks.First.Hour < 24 || clocks.HasDay || clocks.HasPart))
        {
            Propose(sentence, at, clocks.End, Value(clocks, mod), found, Weight);
        }
    }

    // “phát sóng 6 giờ mỗi ngày”, “làm việc 8 giờ hằng ngày”
    private bool MeansLength(Sentence sentence, int at, int first, in Clocks clocks, TimexMod mod) =>
        Grammar.IsEvery(sentence, clocks.End, TimeWord.Day)
        && (Is(sentence, at - 1, TimeClass.BeforeLength) || (mod == TimexMod.None && !clocks.IsRange && !IsAnnounced(sentence, at, first, clocks, mod)));

    // Not the rest of a longer figure or numeral, nor the number of something.
    private bool StartsFree(Sentence sentence, int at)
    {
        // “điểm 3:15”, but “chuyến xe 15 giờ 20”
        if ((Is(sentence, at - 1, TimeClass.Label) && Word(sentence, at + 1) is TimeWord.Colon or TimeWord.Hyphen)
            || (Word(sentence, at - 1) == TimeWord.Colon && !sentence[at - 1].SpaceBefore && !sentence[at].SpaceBefore))
        {
            return false;
        }

        return sentence[at].IsNumber
            ? Grammar.StartsFree(sentence, at)
            : Grammar.Lexicon.Numeral(sentence[at - 1]) < 0 && !sentence[at - 1].IsNumber && Word(sentence, at - 1) is not (TimeWord.Tens or TimeWord.Ordinal);
    }

    // One clock time or two, each with its day: “20h ngày 21/2 đến 5h sáng hôm sau”.
    private bool Read(Sentence sentence, int at, out Clocks clocks)
    {
        clocks = default;
        int end;
        if (Grammar.Clock(sentence, at, out var first))
        {
            end = first.End;
        }
        else if (sentence[at] is { IsNumber: true, Length: <= 2, Number: < 24 } figure
                 && Joint(sentence, at + 1, out var bareEnd) && Grammar.Clock(sentence, bareEnd, out var other) && other.Part != TimeWord.None)
        {
            first = new ClockReading(at + 1, figure.Number, 0, TimeWord.None, false);      // 5 - 7 giờ sáng
            end = at + 1;
        }
        else
        {
            return false;
        }

        clocks = new Clocks(end, first);
        if (Grammar.ClockDay(sentence, end, out var day, out var relation))
        {
            clocks = clocks with { End = day.End, FirstDay = day.Date, Relation = relation, HasDay = true };
        }

        if (!Joint(sentence, clocks.End, out var lastAt) || !Grammar.Clock(sentence, lastAt, out var last))
        {
            return true;
        }

        if (first.Part == TimeWord.None && last.Part != TimeWord.None && first.In(last.Part) is var both && both.MinuteOfDay < last.MinuteOfDay)
        {
            clocks = clocks with { First = both };      // 2g30 tới 5g chiều
        }

        clocks = clocks with { End = last.End, Last = last, IsRange = true };
        if (Grammar.ClockDay(sentence, last.End, out day, out relation))
        {
            clocks = clocks with { End = day.End, LastDay = day.Date, LastRelation = relation, HasDay = true };
        }

        return true;
    }

    private bool Joint(Sentence sentence, int at, out int next)
    {
        next = at + 1;
        next += Word(sentence, at) == TimeWord.Cho && Word(sentence, next) == TimeWord.To ? 1 : 0;
        var isJoint = Word(sentence, next - 1) is TimeWord.To or TimeWord.Hyphen;
        next += isJoint && Word(sentence, next) == TimeWord.Until ? 1 : 0;
        return isJoint;
    }

    // “7 giờ đến 17 giờ hằng ngày”, “20h00 thứ Bảy hằng tuần”, “24 giờ ngày 31/12 hằng năm”
    private bool Tail(Sentence sentence, in Clocks clocks, out string every, out int end)
    {
        end = clocks.End + 2;
        every = "";
        var day = clocks.FirstDay;
        if (clocks.HasDay)
        {
            var repeats = day is { Year: null, Month: not null } ? TimeWord.Year : day is { Year: null, Day: not null } ? TimeWord.Month : TimeWord.None;
            if (clocks.IsRange || clocks.Relation != TimeRelation.None || repeats == TimeWord.None || !Grammar.IsEvery(sentence, clocks.End, repeats))
            {
                return false;
            }

            every = Edtf.Of(At(day, clocks.First)).ToString();
            return true;
        }

        if (Grammar.IsEvery(sentence, clocks.End, TimeWord.Day))
        {
            every = Written(default, clocks).ToString();
            return clocks.First.Hour < 24;
        }

        if (Grammar.NamedWeekday(sentence, clocks.End, out var weekday, out var dayEnd) && Grammar.IsEvery(sentence, dayEnd, TimeWord.Week))
        {
            end = dayEnd + 2;
            var clock = $"XXXX-WXX-{weekday}{Edtf.Of(At(default, clocks.First))}";
            every = clocks.IsRange ? $"{clock}/XXXX-WXX-{weekday}{Edtf.Of(At(default, clocks.Last))}" : clock;
            return true;
        }

        return false;
    }

    private bool IsAnnounced(Sentence sentence, int at, int first, in Clocks clocks, TimexMod mod)
    {
        // Ba giờ sau, … : a length
        var next = Word(sentence, clocks.End);
        if (next is TimeWord.After or TimeWord.Before or TimeWord.Night or TimeWord.Sky)
        {
            return false;
        }

        var clock = clocks.First;
        switch (mod)
        {
            case TimexMod.Before:
                return clock.Hour >= EarliestAlone && Grammar.IsFree(sentence, clocks.End);
            case TimexMod.After:
                return clock.Hour >= EarliestAfternoon && at > 0 && !sentence[at - 1].IsMark && !sentence[clocks.End].IsWord && next != TimeWord.Comma;
            default:
                break;
        }

        if (Is(sentence, at - 1, TimeClass.ClockAnnouncer))
        {
            return true;
        }

        if (Word(sentence, at - 1) is TimeWord.To or TimeWord.From)
        {
            return !Is(sentence, at - 2, TimeClass.BeforeLength) && !sentence[at - 2].IsNumber && Grammar.IsFree(sentence, clocks.End);
        }

        // “15 giờ, cờ tung bay”, “11 giờ 30 phút cờ tung bay”, “ngày 5/3/1979, 8 giờ, …”
        var before = Word(sentence, at - 1);
        if (before == TimeWord.Comma)
        {
            return next == TimeWord.Comma && sentence[at - 2].IsNumber && Word(sentence, at - 3) is TimeWord.Slash or TimeWord.Hyphen or TimeWord.Year or TimeWord.Month;
        }

        var isHead = at == 0 || (sentence[at - 1].IsMark && before is not (TimeWord.Open or TimeWord.MinuteSign or TimeWord.Slash or TimeWord.Colon));
        return isHead && (next == TimeWord.Comma || (clock.End > first + 2 && sentence[clocks.End].IsWord && mod == TimexMod.None));
    }

    private static TimeValue Value(in Clocks clocks, TimexMod mod)
    {
        var (from, to) = (clocks.FirstDay, clocks.LastDay);
        var relation = clocks.Relation;
        var days = clocks.LastRelation == TimeRelation.NextDay ? 1 : 0;
        if (clocks.IsRange)
        {
            if (from == default && relation == TimeRelation.None && clocks.LastRelation != TimeRelation.NextDay)
            {
                (from, relation) = (to, clocks.LastRelation);       // 7 giờ đến 11 giờ 30 ngày 16-9-1950
            }

            to = to == default ? Later(from, days) : to;
            (from, to) = (Completed(from, to), Completed(to, from));
        }

        var first = new TimePoint(clocks.End, At(from, clocks.First)) { Named = true, Mod = mod };
        var value = clocks.IsRange
            ? TimeReading.Value(first, first with { Date = At(to, clocks.Last) }) with { Mod = mod }
            : TimeReading.Value(first);
        return value.Reading is { } reading ? value with { Reading = reading with { Relation = relation, DaysToLast = days } } : value;
    }

    // What only the other end tells: the year, the month.
    private static EdtfDate Completed(EdtfDate date, EdtfDate other)
    {
        if (date is { Month: null, Day: { } day } && other.Month is { } month && day <= CalendarSystem.Iso.GetDaysInMonth(other.Year ?? 2000, month))
        {
            return other.YearOnly().WithMonth(month).WithDay(day);
        }

        return date is { Month: not null, Year: null } && other.Year is { } year ? date.InYear(year) ?? date : date;
    }

    // The day some days after; without a year (or a month) as far as that can be said.
    private static EdtfDate Later(EdtfDate date, int days)
    {
        if (days == 0 || date is not { Month: { } month, Day: { } day })
        {
            return date;
        }

        var later = new LocalDate(date.Year ?? 2000, month, day).PlusDays(days);
        return EdtfDate.OfDay(later).InYear(date.Year is null ? null : later.Year) ?? date;
    }

    private static Edtf Written(EdtfDate day, in Clocks clocks) =>
        clocks.IsRange ? Edtf.Between(At(day, clocks.First), At(day, clocks.Last)) : Edtf.Of(At(day, clocks.First));

    private static EdtfDate At(EdtfDate day, ClockReading clock) => day.WithTime(clock.Hour, clock.Minute);

    /// <summary>One clock time, or two with what is told of their days.</summary>
    private readonly record struct Clocks(int End, ClockReading First)
    {
        public bool IsRange { get; init; }

        public ClockReading Last { get; init; }

        public EdtfDate FirstDay { get; init; }

        public EdtfDate LastDay { get; init; }

        public TimeRelation Relation { get; init; }

        public TimeRelation LastRelation { get; init; }

        public bool HasDay { get; init; }

        public bool HasPart => First.Part != TimeWord.None || Last.Part != TimeWord.None;

        public bool CanBeLength => !HasDay && !HasPart && !IsSure;

        public bool IsSure => First.IsSure || (IsRange && Last.IsSure);
    }
}
