using System.Collections.Immutable;
using System.Globalization;
using BienNien.Checking.Dates;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Knowledge;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;
using NodaTime;

namespace BienNien.Checking.Rules;

/// <summary>CHK008. A day of the lunar calendar and its solar day, said together, that are not the same: “ngày 10/3 âm lịch (19/4/2024)”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: LunarMismatch.md, beside this file.</remarks>
internal sealed partial class LunarMismatch : CheckRule
{
    // From here on the calendar is the printed one; before, months may begin a day away; still earlier a date may be a month away.
    private const int FirstExactYear = 1813;
    private const int FirstNearYear = 1281;
    private const int FirstSureYear = 1976;
    private const int FarthestBeside = 40;
    private const int DaysOfReform = 10;

    private static readonly LocalDate _gregorianReform = new(1582, 10, 15);

    private readonly LunisolarCalendar _calendar = new();
    private readonly Gloss _gloss;
    private readonly DayReader _days;
    private readonly PhraseTable<(int Month, int Day)> _feasts;
    private readonly WordSet _joins;
    private readonly int _leap;
    private readonly int _open;
    private readonly int _lunarWord;
    private readonly int _solarWord;
    private readonly int _month;
    private readonly int _last;
    private readonly int _first;
    private readonly WordSet _months;

    public LunarMismatch(Vocabulary.Builder words)
        : base("CHK008", "lunar-mismatch", DiagnosticSeverity.Error)
    {
        _gloss = new Gloss(words);
        _days = new DayReader(words);
        PhraseTable<(int Month, int Day)>.Builder feasts = new();
        DataTable table = DataTable.Load("named-days");
        (int name, int monthOf, int dayOf) = (table.IndexOf("name"), table.IndexOf("month"), table.IndexOf("day"));
        foreach (ImmutableArray<string> row in table.Rows)
        {
            // The eve of Tết is of a month of 29 or 30 days.
            if (int.TryParse(row[monthOf], CultureInfo.InvariantCulture, out int month) && month <= 12 && int.TryParse(row[dayOf], CultureInfo.InvariantCulture, out int day))
            {
                feasts.Add(words.AddPhrase(row[name]).AsSpan(), (month, day));
            }
        }

        _feasts = feasts.Build();
        _joins = words.AddSet("và", "đến", "tới", "-", "–", "hoặc", "hay", ",");
        _leap = words.Add("nhuận");
        _open = words.Add("(");
        _lunarWord = words.Add("âm");
        _solarWord = words.Add("dương");
        _month = words.Add("tháng");
        _last = words.Add("Chạp");
        _first = words.Add("Giêng");
        _months = words.AddSet("tháng", "Giêng", "Chạp", "/", "-", ".", "Tết", "giao", "Đán");
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        MentionView view = new(analysis, MentionKind.Time);
        List<Mention> times = Times(view);
        int used = -1;
        for (int i = 1; i < times.Count; i++)
        {
            // In a list of pairs the second of one pair stands beside the first of the next.
            if (used == i - 1)
            {
                continue;
            }

            GlossKind kind = _gloss.Between(view, times[i - 1], times[i]);
            if (kind == GlossKind.Beside && i + 1 < times.Count && IsLunar(times[i]) && !IsLunar(times[i + 1]) && _gloss.Between(view, times[i], times[i + 1]) == GlossKind.Same)
            {
                continue;       // “ngày 13/2/2024, rằm tháng Giêng (24/2/2024)”
            }

            if (Compare(view, times[i - 1], times[i], kind, found)
                || (i > 1 && used != i - 2 && IsYearBetween(times[i - 1], times[i]) && _gloss.Between(view, times[i - 2], times[i - 1]) != GlossKind.None
                    && Compare(view, times[i - 2], times[i], kind, found)))
            {
                // The latter: “ngày 10/3 âm lịch, năm 2024 rơi vào ngày 18/4/2024”.
                used = i;
            }
        }

        CheckFeasts(view, found);
        CheckTables(view, found);
    }

    // “Giỗ Tổ Hùng Vương năm 2024 rơi vào ngày 18/4/2024”
    private void CheckFeasts(MentionView view, DiagnosticSink found)
    {
        for (int s = 0; s < view.Sentences.Length; s++)
        {
            Sentence sentence = view.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                int length = _feasts.Longest(sentence, at, out (int Month, int Day) feast);
                if (length == 0)
                {
                    continue;
                }

                int first = sentence.FirstToken + at;
                int end = first + length;
                if (SolarAfter(view, end) is { } solar && Told.SolarDay(solar) is { } day && solar.Value is TimeValue { Implicit: false } && Judge(new Said(feast.Month, feast.Day, false), day) is { } judged)
                {
                    TextSpan name = TextSpan.Between(view[first].Start, view[end - 1].End);
                    Report(found, view, view.Both(name, solar.Span), solar.Span, name, day, judged);
                }

                at += length - 1;
            }
        }
    }

    private Mention? SolarAfter(MentionView view, int end)
    {
        Mention? year = null;
        int from = end;
        for (int at = end; at < end + 12; at++)
        {
            if (view.At(at) is not { } mention)
            {
                continue;
            }

            (int first, int after) = view.RangeOf(mention.Span);
            GlossKind kind = _gloss.Between(view, from, first);
            if (Told.SolarDay(mention) is { } day)
            {
                // A feast may be kept some days before its day: only words that say “is” make the two one.
                bool bracket = false;
                for (int i = end; i < first; i++)
                {
                    bracket |= view[i].Word == _open;
                }

                return kind == GlossKind.Same && !bracket && (year is null || Told.Year(year) == day.Year) ? mention : null;
            }

            if (kind == GlossKind.None || year is not null || Told.Year(mention) is null)
            {
                return null;
            }

            (year, from, at) = (mention, after, after - 1);
        }

        return null;
    }

    private static List<Mention> Times(MentionView view)
    {
        List<Mention> times = [];
        foreach (Mention mention in view.Mentions)
        {
            if (mention.Kind == MentionKind.Time && (times.Count == 0 || mention.Span.Start >= times[^1].Span.End))
            {
                times.Add(mention);
            }
        }

        return times;
    }

    private static bool IsYearBetween(Mention year, Mention day) =>
        Told.Date(year) is { IsInterval: false, Start: { Year: { } told, Month: null } } && Told.SolarDay(day)?.Year == told;

    // True when the two were a lunar and a solar day that belong together.
    private bool Compare(MentionView view, Mention one, Mention other, GlossKind kind, DiagnosticSink found)
    {
        if (kind == GlossKind.None)
        {
            return false;
        }

        (Mention lunar, Mention solar) = IsLunar(one) ? (one, other) : (other, one);
        if (!IsLunar(lunar) || IsLunar(solar) || Told.SolarDay(solar) is not { } day || solar.Value is TimeValue { Implicit: true } || !SaysMonth(view, lunar) || Read(view, lunar) is not { } said)
        {
            return false;
        }

        // “ngày 9 và 10/3 âm lịch (17 và 18/4/2024)”: the last of the one list is not the first of the other.
        bool lists = IsListed(view, view.RangeOf(one.Span).First - 1, -1) && IsListed(view, view.RangeOf(other.Span).End, 1);
        // “mồng 2 tháng 9 (2/9/1945)”: a solar day told so.
        bool same = lunar.Value is TimeValue { Lunar: false } && said.Day == day.Day && said.Month == day.Month;
        bool tet = lunar.Rule.ToString() == "TIM024" && (kind != GlossKind.Same || HasBracket(view, one, other));
        if (!lists && !same && !tet && Judge(said, day) is { } judged && !(kind == GlossKind.Beside && judged.Apart > FarthestBeside)
            && !(judged.Apart == 1 && (lunar.Value is TimeValue { Part: "NI" } || solar.Value is TimeValue { Part: "NI" })))
        {
            Report(found, view, view.Both(one.Span, other.Span), solar.Span, lunar.Span, day, judged);
        }

        return true;
    }

    // “Tết Mậu Thân (30/1/1968)” may mean any of its days; “Tết Ất Tỵ rơi vào ngày 29/1/2025” means the first.
    private bool HasBracket(MentionView view, Mention one, Mention other)
    {
        (int end, int first) = (view.RangeOf(one.Span).End, view.RangeOf(other.Span).First);
        while (end < first && view[end].Word != _open)
        {
            end++;
        }

        return end < first;
    }

    private bool IsListed(MentionView view, int at, int step) =>
        _joins.Contains(view[at]) && (view[at + step].IsNumber || view.At(at + step) is not null);

    // “mùng 1 tháng 7” beside a solar date is of the lunar calendar, though the finder took it for another solar one.
    private static bool IsLunar(Mention mention) =>
        mention.Value is TimeValue { Mod: TimexMod.None } value && mention.Rule.ToString() is var rule && (value.Lunar || (rule == "TIM014" && value.Type == TimexType.Date));

    // “mồng 7” alone takes its month from a heading, which the passage before may not be.
    private bool SaysMonth(MentionView view, Mention lunar)
    {
        (int first, int end) = view.RangeOf(lunar.Span);
        for (int at = first; at < end; at++)
        {
            if (_months.Contains(view[at]))
            {
                return true;
            }
        }

        // “Tết Ất Mão, mùng Một nhằm ngày …”
        int before = view[first - 1].IsMark ? first - 2 : first - 1;
        return _months.Contains(view[end]) || (view.At(before) is { } feast && feast.Rule.ToString() == "TIM024" && view.BlockOf(before) == view.BlockOf(first));
    }

    // The lunar day that a mention tells: its value is the solar day that the calendar makes of it, or the lunar day of every year.
    private Said? Read(MentionView view, Mention mention)
    {
        TimeValue value = (TimeValue)mention.Value;
        (int first, int end) = view.RangeOf(mention.Span);
        bool leap = false;
        for (int at = first; at < end; at++)
        {
            leap |= view[at].Word == _leap;
        }

        leap |= view[end].Word == _leap;
        if (!value.Invalid && Edtf.TryParse(value.Value) is { IsInterval: false, IsSet: false, Start: { Month: { } month, Day: { } day } } told)
        {
            if (told.Start.Year is null || !value.Lunar)
            {
                return new Said(month, day, leap);
            }

            if (told.Earliest >= _calendar.FirstDay && told.Earliest <= _calendar.LastDay)
            {
                LunarDate lunar = _calendar.ToLunar(told.Earliest);
                return new Said(lunar.Month, lunar.Day, leap || lunar.IsLeapMonth);
            }

            return null;
        }

        // A month that has no such day keeps no day in its value: what is written is read again.
        if (value.Invalid)
        {
            for (int at = first; at < end; at++)
            {
                if (_days.Read(view, at) is { Day: >= 1 and <= 30, Month: >= 1 and <= 12 } written)
                {
                    return new Said(written.Month, written.Day, leap);
                }

                if (view[at] is { IsNumber: true, Number: >= 1 and <= 30 } figure && view[at + 1].Word == _month)
                {
                    int named = view[at + 2].Word == _last ? 12 : view[at + 2].Word == _first ? 1 : 0;
                    return named > 0 ? new Said(named, figure.Number, leap) : null;
                }
            }
        }

        return null;
    }

    // Null when the two are the same day as far as the calendar of the time is known.
    private Judgement? Judge(Said said, LocalDate day)
    {
        if (day < _calendar.FirstDay.PlusDays(400) || day > _calendar.LastDay.PlusDays(-400))
        {
            return null;
        }

        Judgement? best = Nearest(said, day);
        if (day < _gregorianReform)
        {
            // Days before the reform are written by the Julian calendar, or turned into the Gregorian.
            LocalDate julian = new LocalDate(day.Year, day.Month, Math.Min(day.Day, CalendarSystem.Julian.GetDaysInMonth(day.Year, day.Month)), CalendarSystem.Julian)
                .WithCalendar(CalendarSystem.Iso);
            Judgement? other = Nearest(said, julian);
            best = best is null || (other is not null && other.Value.Apart < best.Value.Apart) ? other : best;
        }

        int tolerated = day.Year >= FirstExactYear ? 0 : day >= _gregorianReform ? 1 : day.Year >= FirstNearYear ? DaysOfReform : 31;
        // Old almanacs, and those who reckon them again, put leap months in different places.
        bool otherLeap = day.Year < FirstExactYear && best is { Apart: >= 28 and <= 31 };
        return best is null || best.Value.Apart <= tolerated || otherLeap || (best.Value.Apart == 1 && day.Year < FirstSureYear && IsDoubtful(day, said.Day)) ? null : best;
    }

    private Judgement? Nearest(Said said, LocalDate day)
    {
        LunarDate right = _calendar.ToLunar(day);
        Judgement? best = null;
        for (int year = right.Year - 1; year <= right.Year + 1; year++)
        {
            for (int leap = 0; leap < 2; leap++)
            {
                // A month said to be the leap one is no other; one of which nothing is said may be either.
                if ((leap == 0 && said.Leap && _calendar.DaysInMonth(year, said.Month, true) > 0) || (leap == 1 && _calendar.DaysInMonth(year, said.Month, true) == 0))
                {
                    continue;
                }

                // The 30th of a month of 29 days would be the day after its last.
                LocalDate? exact = _calendar.ToSolar(new LunarDate(year, said.Month, leap == 1, said.Day));
                LocalDate? near = exact ?? _calendar.ToSolar(new LunarDate(year, said.Month, leap == 1, said.Day - 1))?.PlusDays(1);
                if (near is { } meant && Math.Max(exact is null ? 1 : 0, Math.Abs(Period.DaysBetween(meant, day))) is var apart && (best is null || apart < best.Value.Apart))
                {
                    best = new Judgement(apart, exact, right);
                }
            }
        }

        return best;
    }

    // Until 1967, and in the South until 1975, days were those of a meridian east of Viet Nam's; where the moon is new in the last hour of a day, who converts by UTC+7
    // begins the month a day earlier.
    private static bool IsDoubtful(LocalDate day, int dayOfMonth)
    {
        double noon = 2451545 + Period.DaysBetween(new LocalDate(2000, 1, 1), day) - dayOfMonth + 1;
        double newMoon = Astronomy.NewMoon(Astronomy.NearestLunation(noon)) + 0.5;
        return Math.Floor(newMoon + (7.0 / 24)) != Math.Floor(newMoon + (8.0 / 24));
    }

    private static void Report(DiagnosticSink found, MentionView view, TextSpan span, TextSpan solar, TextSpan lunar, LocalDate day, Judgement judged)
    {
        string said = view.Line(lunar);
        string date = Written(day);
        string right = $"{judged.Right.Day}/{judged.Right.Month}{(judged.Right.IsLeapMonth ? " nhuận" : "")} âm lịch";
        string meant = judged.Solar is { } exact ? Written(exact) : right;
        found.Report(
            span,
            new BilingualText(
                judged.Solar is null ? $"Ngày {date} là ngày {right}; tháng ấy không có ngày “{said}”." : $"“{said}” là ngày {meant}; còn ngày {date} là ngày {right}.",
                judged.Solar is null ? $"{date} is {right}; that lunar month has no “{said}”." : $"“{said}” is {meant}; {date} is {right} (lunar)."),
            expected: meant,
            related:
            [
                new RelatedPlace(lunar, new BilingualText("Ngày âm lịch", "The lunar day")),
                new RelatedPlace(solar, new BilingualText("Ngày dương lịch", "The solar day")),
            ]);
    }

    private static string Written(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Day}/{day.Month}/{day.Year}");

    /// <summary>A lunar day, of whichever year.</summary>
    private readonly record struct Said(int Month, int Day, bool Leap);

    /// <summary>What the calendar says: how many days the two are apart, the solar day of the lunar one (null when its month has no such day), the lunar day of the solar one.</summary>
    private readonly record struct Judgement(int Apart, LocalDate? Solar, LunarDate Right);
}
