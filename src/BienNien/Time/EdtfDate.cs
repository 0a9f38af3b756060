using NodaTime;

namespace BienNien.Time;

/// <summary>
/// One date of EDTF (ISO 8601-2; Library of Congress, levels 0 to 2): a year, then a month, season or quarter, then a day, then a clock
/// time; as much of it as is known. Digits may be unknown, and each part may be called uncertain or approximate.
/// </summary>
/// <remarks>
/// <para><c>default</c> is <c>XXXX</c>, a date of which nothing is known. Years are astronomical: 1 BC is 0, 111 BC is -110.</para>
/// <para>The dates are those of the proleptic Gregorian calendar. Values are not ordered by an operator, since most of them
/// are spans of days: sort by <see cref="Earliest"/>, then <see cref="Latest"/>, or expressions by <see cref="EdtfComparer"/>.</para>
/// <para>24 bytes; reading one allocates nothing.</para>
/// </remarks>
public readonly partial record struct EdtfDate
{
    private readonly EdtfYear _year;
    private readonly TwoDigits _month;   // a month, or a part of the year: 21–41
    private readonly TwoDigits _day;
    private readonly byte _qualifiers;   // two bits each for year, month and day, from the lowest
    private readonly EdtfClock _clock;

    private EdtfDate(EdtfYear year, TwoDigits month, TwoDigits day, EdtfClock clock, byte qualifiers) =>
        (_year, _month, _day, _clock, _qualifiers) = (year, month, day, clock, qualifiers);

    /// <summary>How the year is told, and how many digits of it are known.</summary>
    public YearPrecision YearPrecision => _year.Precision;

    /// <summary>Whether the year is written with a minus sign. True of <c>-00XX</c>, the century that ends with the year 0.</summary>
    public bool IsBeforeYearZero => _year.IsNegative;

    /// <summary>All that the writer reserved, about whichever part: of <c>?2004-06-~11</c> both.</summary>
    public EdtfQualifiers Qualifiers => YearQualifiers | MonthQualifiers | DayQualifiers;

    /// <summary>What is reserved about the year (level 1 of a whole date, level 2 of a part).</summary>
    public EdtfQualifiers YearQualifiers => (EdtfQualifiers)(_qualifiers & 3);

    /// <summary>What is reserved about the month or part of the year; nothing when there is none.</summary>
    public EdtfQualifiers MonthQualifiers => (EdtfQualifiers)((_qualifiers >> 2) & 3);

    /// <summary>What is reserved about the day; nothing when there is none.</summary>
    public EdtfQualifiers DayQualifiers => (EdtfQualifiers)((_qualifiers >> 4) & 3);

    /// <summary>
    /// The astronomical year, -9999 to 9999; null unless <see cref="YearPrecision"/> is <see cref="YearPrecision.Year"/>.
    /// (<see cref="LocalDate"/> begins a year later, with -9998.)
    /// </summary>
    public int? Year => YearPrecision == YearPrecision.Year ? (int?)_year.Number : null;

    /// <summary>
    /// The astronomical year that the digits tell, estimated or not, of up to fifteen digits: 1945, 1950 of <c>1950S2</c>, -170000000 of
    /// <c>Y-17E7</c>. Null when a digit is unknown.
    /// </summary>
    public long? NominalYear => _year.Number;

    /// <summary>How many leading digits of the year are vouched for, from 1 to all of them: the number after S (level 2). Null when all are.</summary>
    public int? SignificantDigits => _year.SignificantDigits;

    /// <summary>1–12; or 21–24 for spring to winter, 25–28 in the northern hemisphere, 29–32 in the southern, 33–36 for quarters, 37–39 for
    /// thirds, 40–41 for halves of a year; null when absent or when a digit of it is unknown.</summary>
    public int? Month => _month.Number;

    /// <summary>Day of the month, 1–31; null when absent or when a digit of it is unknown.</summary>
    public int? Day => _day.Number;

    /// <summary>Minutes after midnight, 0–1440; null when the date has no clock time.</summary>
    public int? MinuteOfDay => _clock.MinuteOfDay;

    /// <summary>Seconds of the minute, 0–59; null when they are not told. There are no leap seconds here.</summary>
    public int? Second => _clock.Second;

    /// <summary>How far the clock is from UTC, -18 to 18 hours, 0 for <c>Z</c>; null when that is not told: the clock of the place.</summary>
    public Offset? ZoneOffset => _clock.Offset;

    /// <summary>Whether the month is a season (21–24 and their hemispheres), quarter, four-month or half-year code.</summary>
    public bool IsSubYearGrouping => _month.Number is >= 21;

    /// <summary>Whether some part is written with an X.</summary>
    public bool HasUnspecifiedPart => _year.HasUnknown || _month.HasUnknown || _day.HasUnknown;

    /// <summary>A whole year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within -9999 to 9999, the years of four digits.</exception>
    public static EdtfDate OfYear(int year) =>
        year is < -9999 or > 9999
            ? throw new ArgumentOutOfRangeException(nameof(year), year, "Years run from -9999 to 9999.")
            : Of(EdtfYear.Of(4, Math.Abs(year), year < 0));

    /// <summary>A decade by its first year: 1980 gives <c>198X</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is negative, above 9990 or does not end in 0.</exception>
    public static EdtfDate OfDecade(int firstYear) =>
        firstYear is < 0 or > 9990 || firstYear % 10 != 0
            ? throw new ArgumentOutOfRangeException(nameof(firstYear), firstYear, "A decade begins with a year that ends in 0.")
            : Of(EdtfYear.Of(3, firstYear / 10, false));

    /// <summary>A century by its ordinal: 19 gives <c>18XX</c>, -3 (the third before our era) gives <c>-02XX</c>.</summary>
    /// <remarks>As in common use and in the guidelines, <c>18XX</c> stands for the nineteenth century although its digits leave out 1900.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is 0, or not within -99 to 99.</exception>
    public static EdtfDate OfCentury(int ordinal) =>
        ordinal is 0 or < -99 or > 99
            ? throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "Centuries are counted from 1, and from -1 before our era.")
            : Of(EdtfYear.Of(2, Math.Abs(ordinal) - 1, ordinal < 0));

    /// <summary>A millennium by its ordinal: 1 gives <c>0XXX</c>, -1 (the first before our era) gives <c>-0XXX</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The ordinal is 0, or not within -9 to 9.</exception>
    public static EdtfDate OfMillennium(int ordinal) =>
        ordinal is 0 or < -9 or > 9
            ? throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "Millennia are counted from 1, and from -1 before our era.")
            : Of(EdtfYear.Of(1, Math.Abs(ordinal) - 1, ordinal < 0));

    /// <summary>One day.</summary>
    public static EdtfDate OfDay(LocalDate day)
    {
        var iso = day.WithCalendar(CalendarSystem.Iso);
        return OfYear(iso.Year).WithMonth(iso.Month).WithDay(iso.Day);
    }

    /// <summary>The same year with this month, season or quarter, and no day. The year's reserves are the month's too.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is none of 1–12 and 21–41.</exception>
    /// <exception cref="InvalidOperationException">The year is letter-prefixed or an estimate, which take no month.</exception>
    public EdtfDate WithMonth(int month)
    {
        if (month is (< 1 or > 12) and (< 21 or > 41))
        {
            throw new ArgumentOutOfRangeException(nameof(month), month, "Months are 1–12, seasons and other parts of a year 21–41.");
        }

        RequireMonth();
        return new(_year, TwoDigits.Of(month), default, default, Pack(YearQualifiers, YearQualifiers, EdtfQualifiers.None));
    }

    /// <summary>The same month with this day. The month's reserves are the day's too; a month that is not told becomes <c>XX</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month (in that year, when the year is known) has no such day.</exception>
    /// <exception cref="InvalidOperationException">The year is letter-prefixed or an estimate, which take no day.</exception>
    public EdtfDate WithDay(int day)
    {
        RequireMonth();
        var month = WithDayAndMonth();
        var dated = new EdtfDate(_year, month._month, TwoDigits.Of(Math.Clamp(day, 1, 31)), default, month._qualifiers);
        return day is < 1 or > 31 || IsSubYearGrouping || !dated.IsPossible
            ? throw new ArgumentOutOfRangeException(nameof(day), day, "The month has no such day.")
            : dated;
    }

    /// <summary>The same day with a clock time, 00:00 to 24:00, of the place. What is unknown of the day becomes <c>XX</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such time.</exception>
    /// <exception cref="InvalidOperationException">The year is letter-prefixed or an estimate, which take no day.</exception>
    public EdtfDate WithTime(int hour, int minute)
    {
        if (hour is < 0 or > 24 || minute is < 0 or > 59 || (hour == 24 && minute > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(hour), hour, "Clock times run from 00:00 to 24:00.");
        }

        RequireMonth();
        var day = WithDayAndMonth();
        return new(_year, day._month, day._day, EdtfClock.Of(hour, minute), day._qualifiers);
    }

    /// <summary>The same date in another year, or in no year at all when <paramref name="year"/> is null.</summary>
    /// <returns>Null when that year has no such day, as the 29th of February of 1945.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within -9999 to 9999.</exception>
    public EdtfDate? InYear(int? year)
    {
        var target = year is { } y ? OfYear(y) : default;
        var moved = new EdtfDate(target._year, _month, _day, _clock, _qualifiers);
        return moved.IsPossible ? moved : null;
    }

    /// <summary>The same date with these reserves about all of it.</summary>
    public EdtfDate Qualified(EdtfQualifiers qualifiers) => Qualified(qualifiers, qualifiers, qualifiers);

    /// <summary>The same date with these reserves about its parts (level 2); those about a part that it does not have are dropped.</summary>
    public EdtfDate Qualified(EdtfQualifiers year, EdtfQualifiers month, EdtfQualifiers day) =>
        new(_year, _month, _day, _clock, Pack(year, _month.IsWritten ? month : EdtfQualifiers.None, _day.IsWritten ? day : EdtfQualifiers.None));

    /// <summary>The same date without clock time.</summary>
    public EdtfDate WithoutTime() => new(_year, _month, _day, default, _qualifiers);

    /// <summary>The year alone, with its precision and its reserves, without month and day.</summary>
    public EdtfDate YearOnly() => new(_year, default, default, default, Pack(YearQualifiers, EdtfQualifiers.None, EdtfQualifiers.None));

    private static EdtfDate Of(EdtfYear year) => new(year, default, default, default, 0);

    private static byte Pack(EdtfQualifiers year, EdtfQualifiers month, EdtfQualifiers day) =>
        (byte)(((int)year & 3) | (((int)month & 3) << 2) | (((int)day & 3) << 4));

    // With XX for what is not written, which is then as doubtful as the part before it.
    private EdtfDate WithDayAndMonth()
    {
        var month = _month.IsWritten ? MonthQualifiers : YearQualifiers;
        var day = _day.IsWritten ? DayQualifiers : month;
        return new(_year, _month.IsWritten ? _month : TwoDigits.Unspecified, _day.IsWritten ? _day : TwoDigits.Unspecified, _clock,
            Pack(YearQualifiers, month, day));
    }

    private void RequireMonth()
    {
        if (!_year.TakesMonth)
        {
            throw new InvalidOperationException($"{this} is a year and no more: it takes no month and no day.");
        }
    }
}
