using BienNien.Finding.Times.Grammar;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Finding.Times.Resolving;

/// <summary>
/// What the text has told last by the lunar calendar. Months and days that follow without a year are of that calendar, too, until a solar
/// date is told that is not the gloss of a lunar one: “Nguyên Phong năm thứ 7 (1257). Tháng Chạp, ngày 12, … Ngày 24 (29-1-1258), …”.
/// </summary>
internal sealed class LunarContext(TokenizedDocument document, List<Proposal> mentions, List<int> times, TimeReading?[] readings, TimeLexicon lexicon, LunarYears years)
{
    // Since about 1885 documents count by the solar calendar, unless they say otherwise each time.
    private const int SolarSince = 1885;
    private const int FarthestSentence = 40;
    private const int LooksBack = 12;
    private const int LooksAhead = 8;

    private bool _known;
    private bool _heads;
    private bool _everyYear;
    private bool _chronicle;
    private int _year;
    private int _month;
    private bool _leap;
    private int _block;
    private int _sentence;

    /// <summary>What was read, as the calendar of the text around makes of it.</summary>
    /// <param name="t">Which of the times.</param>
    /// <param name="reading">What the words say.</param>
    /// <param name="near">The date that it would be counted from by the solar calendar.</param>
    public TimeReading Read(int t, TimeReading reading, ChosenAnchor? near)
    {
        if (reading is not { Last: null, Relation: TimeRelation.None, First: { To: null } point })
        {
            return reading;
        }

        if (point.Lunar is { IsYearless: true } lunar)
        {
            var filled = lunar.Month == 0 && lunar.Day == 0 && lunar.DayName is not null ? lunar with { Month = _month, IsLeapMonth = _leap } : lunar;
            return IsActive(t, point) && !_everyYear && lunar.Month <= 12
                ? reading with { First = point with { Lunar = filled with { Year = _year, IsFromContext = true } } }
                : reading;
        }

        if (point.Lunar is not null || point.Date is not { YearPrecision: YearPrecision.Unspecified, IsSubYearGrouping: false, MinuteOfDay: null } date || (date.Month is null && date.Day is null))
        {
            return reading;
        }

        var month = point.IsMot ? 11 : date.Month ?? 0;
        if (IsActive(t, point) && !IsInFigures(t) && (month > 0 || _month > 0))
        {
            return AsLunar(reading, LunarReading.WithoutYear with
            {
                Year = _everyYear ? null : _year,
                Month = month > 0 ? month : _month,
                IsLeapMonth = month == 0 && _leap,
                Day = date.Day ?? 0,
                IsFromContext = !_everyYear,
            });
        }

        var isOld = near is null || near.Value.Date.Year < SolarSince;
        return (point.IsMot && IsBeforeChap(t)) || ((point.IsMung || point.IsChronicle) && isOld) || (point.IsMung && date.Month is null && near?.Date.Month is null)
            ? AsLunar(reading, LunarReading.WithoutYear with { Month = month, Day = date.Day ?? 0 })
            : reading;
    }

    /// <summary>Takes in a settled time.</summary>
    /// <param name="t">Which of the times.</param>
    /// <param name="reading">What was read, after <see cref="Read"/>; null when the words said all.</param>
    /// <param name="value">Its value.</param>
    public void Pass(int t, TimeReading? reading, TimeValue value)
    {
        if (value.Type == TimexType.Duration || Edtf.TryParse(value.Value) is not { } edtf)
        {
            return;
        }

        var proposal = mentions[times[t]];
        var sentence = document.SentenceOfToken(proposal.FirstToken);
        var range = document.Sentences[sentence];
        if (reading is { First.Lunar: { } lunar })
        {
            var last = reading.Last?.Lunar ?? lunar;
            _chronicle = reading.First.IsChronicle;
            if (value.Type == TimexType.Set || (lunar.IsYearless && edtf.Start.Year is null))
            {
                (_known, _everyYear, _heads, _year, _month, _leap, _block, _sentence) = (last.Month > 0, true, false, 0, Month(last), last.IsLeapMonth, range.Block, sentence);
                return;
            }

            if (years.YearIn(last, edtf.Start) is not { } year || IsInBrackets(proposal, range) || (year >= SolarSince && last is { Month: 0, YearOfReign: 0 }))
            {
                return;
            }

            var heads = proposal.FirstToken - range.First <= 1 && year < SolarSince && (last.YearOfReign > 0 || last.Name is not null);
            (_known, _everyYear, _heads) = (true, false, heads || (_heads && last.IsFromContext));
            (_year, _month, _leap, _block, _sentence) = (year, Month(last), last.IsLeapMonth, range.Block, sentence);
            return;
        }

        if (value is { Type: TimexType.Set, Lunar: true } && edtf.End.Month is { } every)
        {
            (_known, _everyYear, _heads, _year, _month, _leap, _block, _sentence) = (true, true, false, 0, every, false, range.Block, sentence);
            return;
        }

        if (value.Type == TimexType.Set || edtf.Start.Year is not { } solar || IsInBrackets(proposal, range))
        {
            _known &= value.Type != TimexType.Set || !_everyYear;
            return;
        }

        if (reading is { Relation: TimeRelation.None, First: { YearShift: 0, Date.YearPrecision: YearPrecision.Unspecified, Date.Month: null } }
            || reading?.Relation is TimeRelation.SameMonth or TimeRelation.SameDay or TimeRelation.NextDay or TimeRelation.PreviousDay)
        {
            return;     // năm đó, hôm ấy
        }

        if (_known && reading is { First: { YearShift: not 0, OfDocument: false } })
        {
            (_year, _month) = (solar, 0);       // năm sau
            return;
        }

        _known = false;
    }

    /// <summary>The year that settles the name of one: a solar year further on in the paragraph that bears the name.</summary>
    public ChosenAnchor? Naming(int t, LunarReading lunar, bool inSentence)
    {
        if (lunar is not { Name: { } name, Year: null, YearOfReign: 0 })
        {
            return null;
        }

        var proposal = mentions[times[t]];
        var sentence = document.SentenceOfToken(proposal.FirstToken);
        var range = document.Sentences[sentence];
        for (var next = t + 1; next < times.Count && next <= t + LooksAhead; next++)
        {
            var other = mentions[times[next]];
            if (inSentence ? other.FirstToken >= range.End : document.Sentences[document.SentenceOfToken(other.FirstToken)].Block != range.Block)
            {
                return null;
            }

            if (readings[next] is null && other.Mention.Value is TimeValue { Type: TimexType.Date } value && Edtf.TryParse(value.Value) is { IsInterval: false, Start.Year: { } year } edtf
                && (CanChi.OfYear(year) == name || (lunar.Month >= 11 && CanChi.OfYear(year - 1) == name)) && DatedAnchor.Of(edtf, other.Mention.Span) is { } date)
            {
                var isOf = CanChi.OfYear(year) == name ? year : year - 1;
                return new ChosenAnchor(date with { Year = isOf }, AnchorSource.Joined, AnchorCertainty.High) { IsNear = true };
            }
        }

        return null;
    }

    /// <summary>Whether the solar date in brackets beside a lunar one, or around it, cannot be the same: “năm Giáp Tý (1985)”.</summary>
    public bool IsContradicted(int t)
    {
        var mention = mentions[times[t]];
        if (readings[t] is not { Last: null, First.Lunar: { IsYearless: false } lunar } || mention.Mention.Value is not TimeValue { Type: TimexType.Date } value
            || Edtf.TryParse(value.Value) is not { Start.Year: not null } own)
        {
            return false;
        }

        return (t + 1 < times.Count && IsGloss(mention, mentions[times[t + 1]]) && Differs(lunar, own, t + 1))
            || (t > 0 && IsGloss(mentions[times[t - 1]], mention) && Differs(lunar, own, t - 1));
    }

    private bool Differs(LunarReading lunar, Edtf own, int other)
    {
        if (readings[other] is not null || mentions[times[other]].Mention.Value is not TimeValue { Type: TimexType.Date, Mod: TimexMod.None or TimexMod.Start or TimexMod.Mid or TimexMod.End } value
            || Edtf.TryParse(value.Value) is not { IsInterval: false, Start.Year: { } year } told || years.YearIn(lunar, own.Start) is not { } lunarYear)
        {
            return false;
        }

        // A lunar year ends in the next solar one; old calendars are a day or a month uncertain.
        if (lunar.Day > 0 && own.Start.Day is not null && told.Start.Day is not null)
        {
            const int Sure = 1813;
            var apart = NodaTime.Period.DaysBetween(own.Earliest, told.Earliest);
            return Math.Abs(apart) > (lunarYear >= Sure ? 1 : 31);
        }

        return year != lunarYear && !(year == lunarYear + 1 && (lunar.Month >= 11 || lunar.Season == 24));
    }

    // Nothing but a bracket, or tức after it, stands between.
    private bool IsGloss(Proposal first, Proposal second)
    {
        var at = first.EndToken;
        if (second.FirstToken - at is < 1 or > 2 || lexicon[document.Tokens[at]] != TimeWord.Open)
        {
            return false;
        }

        return at + 1 == second.FirstToken || lexicon[document.Tokens[at + 1]] == TimeWord.Gloss;
    }

    private bool IsActive(int t, TimePoint point)
    {
        if (!_known || IsInBrackets(mentions[times[t]], document.Sentences[document.SentenceOfToken(mentions[times[t]].FirstToken)]))
        {
            return false;
        }

        var sentence = document.SentenceOfToken(mentions[times[t]].FirstToken);
        if (!_everyYear && _year <= LunisolarCalendar.FirstYear)
        {
            return false;       // no calendar tells the days of so early a year
        }

        if (!_everyYear && _year >= SolarSince)
        {
            // mùng and rằm are of the lunar calendar anyway: they go on with its month over some sentences
            return (point.IsMung && document.Sentences[sentence].Block == _block && sentence - _sentence <= 2) || (sentence == _sentence && _month > 0 && point.Date.Month is null);
        }

        if (_everyYear)
        {
            return document.Sentences[sentence].Block == _block && sentence - _sentence <= 1 && (point.IsMung || _chronicle) && point.Date is { Month: null, Day: not null } && !IsInList(t);
        }

        return document.Sentences[sentence].Block == _block || (_heads && sentence - _sentence <= FarthestSentence);
    }

    // A solar date beside a lunar one explains it, in brackets or after tức: the tale goes on by the lunar calendar.
    private bool IsInBrackets(Proposal proposal, SentenceRange range)
    {
        for (var at = proposal.FirstToken - 1; at >= range.First && at >= proposal.FirstToken - LooksBack; at--)
        {
            switch (lexicon[document.Tokens[at]])
            {
                case TimeWord.Open:
                    return true;
                case TimeWord.Close:
                    return false;
                case TimeWord.Gloss when at >= proposal.FirstToken - 2:
                    return true;
                default:
                    break;
            }
        }

        return false;
    }

    private bool IsInFigures(int t)
    {
        var proposal = mentions[times[t]];
        for (var at = proposal.FirstToken; at < proposal.EndToken; at++)
        {
            if (lexicon[document.Tokens[at]] is TimeWord.Slash or TimeWord.Hyphen)
            {
                return true;
            }
        }

        return false;
    }

    // mồng 6, 7, 8 tháng Giêng: the month stands after
    private bool IsInList(int t)
    {
        var end = mentions[times[t]].EndToken;
        return end + 1 < document.Tokens.Length && lexicon[document.Tokens[end]] is TimeWord.Comma or TimeWord.And && document.Tokens[end + 1].IsNumber;
    }

    /// <summary>The lunar year that is told of where “năm sau”, “năm ấy” is said of it; null by the solar calendar.</summary>
    public int? YearBefore(int t) =>
        _known && !_everyYear && _year < SolarSince && IsActive(t, default) ? _year : null;

    // cấy tháng Một, tháng Chạp
    private bool IsBeforeChap(int t) =>
        t + 1 < times.Count && readings[t + 1] is { First.Lunar: { IsYearless: true, Month: 12, Day: 0 } }
        && document.SentenceOfToken(mentions[times[t + 1]].FirstToken) - document.SentenceOfToken(mentions[times[t]].FirstToken) <= 1;

    private static TimeReading AsLunar(TimeReading reading, LunarReading lunar) => reading with { First = reading.First with { Lunar = lunar, Date = default } };

    private static int Month(LunarReading lunar) => lunar.Month > 12 ? 1 : lunar.Month;
}
