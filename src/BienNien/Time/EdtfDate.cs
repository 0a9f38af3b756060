using System.Globalization;
using NodaTime;

namespace BienNien.Time;

/// <summary>How much of a year's number is known, from nothing to all of it.</summary>
public enum YearPrecision
{
    /// <summary><c>XXXX</c>: any year. The value of <c>default</c>.</summary>
    Unspecified,

    /// <summary><c>1XXX</c>: a thousand years.</summary>
    Millennium,

    /// <summary><c>18XX</c>: a hundred years, 1800 to 1899.</summary>
    Century,

    /// <summary><c>198X</c>: ten years.</summary>
    Decade,

    /// <summary><c>1945</c>: one year.</summary>
    Year,
}

/// <summary>What EDTF calls the qualification of a date: <c>?</c>, <c>~</c> or <c>%</c> after it.</summary>
[Flags]
public enum EdtfQualifiers
{
    /// <summary>Stated without reserve.</summary>
    None = 0,

    /// <summary><c>?</c>: the source of the date is doubtful.</summary>
    Uncertain = 1,

    /// <summary><c>~</c>: the date is an estimate.</summary>
    Approximate = 2,
}

/// <summary>
/// One end of an EDTF expression (ISO 8601-2): a year, perhaps with unknown last digits, then a month, season or quarter,
/// then a day, then a clock time; as much of it as is known.
/// </summary>
/// <remarks>
/// <para><c>default</c> is <c>XXXX</c>, a date of which nothing is known. Years are astronomical: 1 BC is 0, 111 BC is -110.</para>
/// <para>The dates are those of the proleptic Gregorian calendar. Values are not ordered by an operator, since most of them
/// are spans of days: sort by <see cref="Earliest"/>, then <see cref="Latest"/>.</para>
/// </remarks>
public readonly record struct EdtfDate
{
    private const byte UnspecifiedPart = 99;
    private const string NoDay = "XXXX-XX-XX";
    private readonly short _prefix;          // the known leading digits of the year, without its sign
    private readonly byte _month;            // 0: none, 1-12, 21-41, 99: XX
    private readonly byte _day;              // 0: none, 1-31, 99: XX
    private readonly short _minuteOfDay;     // 0: none, otherwise minute + 1

    private EdtfDate(YearPrecision precision, bool negative, int prefix, byte month, byte day, int minute, EdtfQualifiers qualifiers)
    {
        YearPrecision = precision;
        IsBeforeYearZero = negative;
        _prefix = (short)prefix;
        _month = month;
        _day = day;
        _minuteOfDay = (short)minute;
        Qualifiers = qualifiers;
    }

    /// <summary>How many digits of the year are known.</summary>
    public YearPrecision YearPrecision { get; }

    /// <summary>Whether the year is written with a minus sign. True of <c>-00XX</c>, the century that ends with the year 0.</summary>
    public bool IsBeforeYearZero { get; }

    /// <summary>What the writer reserved about the whole date.</summary>
    public EdtfQualifiers Qualifiers { get; }

    /// <summary>The astronomical year, -9998 to 9999, or null when a digit of it is unknown.</summary>
    public int? Year => YearPrecision == YearPrecision.Year ? (IsBeforeYearZero ? -_prefix : _prefix) : null;

    /// <summary>1–12, or 21–24 for spring to winter, 33–36 for quarters, 40–41 for halves; null when absent or <c>XX</c>.</summary>
    public int? Month => _month is 0 or UnspecifiedPart ? null : _month;

    /// <summary>Day of the month, 1–31; null when absent or <c>XX</c>.</summary>
    public int? Day => _day is 0 or UnspecifiedPart ? null : _day;

    /// <summary>Minutes after midnight, 0–1440; null when the date has no clock time.</summary>
    public int? MinuteOfDay => _minuteOfDay == 0 ? null : _minuteOfDay - 1;

    /// <summary>Whether the month is a season (21–24 and their hemispheres), quarter, four-month or half-year code.</summary>
    public bool IsSubYearGrouping => _month is >= 21 and <= 41;

    /// <summary>Whether some part is written with an X.</summary>
    public bool HasUnspecifiedPart => YearPrecision != YearPrecision.Year || _month == UnspecifiedPart || _day == UnspecifiedPart;

    /// <summary>A whole year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is not within -9998 to 9999, the years that can be a <see cref="LocalDate"/>.</exception>
    public static EdtfDate OfYear(int year) =>
        year is < -9998 or > 9999
            ? throw new ArgumentOutOfRangeException(nameof(year), year, "Years run from -9998 to 9999.")
            : new(YearPrecision.Year, year < 0, Math.Abs(year), 0, 0, 0, EdtfQualifiers.None);

    /// <summary>A decade by its first year: 1980 gives <c>198X</c>.</summary>
    public static EdtfDate OfDecade(int firstYear) =>
        firstYear is < 0 or > 9990 || firstYear % 10 != 0
            ? throw new ArgumentOutOfRangeException(nameof(firstYear), firstYear, "A decade begins with a year that ends in 0.")
            : new(YearPrecision.Decade, false, firstYear / 10, 0, 0, 0, EdtfQualifiers.None);

    /// <summary>A century by its ordinal: 19 gives <c>18XX</c>, -3 (the third before our era) gives <c>-02XX</c>.</summary>
    /// <remarks>As in common use and in the guidelines, <c>18XX</c> stands for the nineteenth century although its digits leave out 1900.</remarks>
    public static EdtfDate OfCentury(int ordinal) =>
        ordinal is 0 or < -99 or > 99
            ? throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "Centuries are counted from 1, and from -1 before our era.")
            : new(YearPrecision.Century, ordinal < 0, Math.Abs(ordinal) - 1, 0, 0, 0, EdtfQualifiers.None);

    /// <summary>A millennium by its ordinal: 1 gives <c>0XXX</c>, -1 (the first before our era) gives <c>-0XXX</c>.</summary>
    public static EdtfDate OfMillennium(int ordinal) =>
        ordinal is 0 or < -9 or > 9
            ? throw new ArgumentOutOfRangeException(nameof(ordinal), ordinal, "Millennia are counted from 1, and from -1 before our era.")
            : new(YearPrecision.Millennium, ordinal < 0, Math.Abs(ordinal) - 1, 0, 0, 0, EdtfQualifiers.None);

    /// <summary>One day.</summary>
    public static EdtfDate OfDay(LocalDate day)
    {
        var iso = day.WithCalendar(CalendarSystem.Iso);
        return OfYear(iso.Year).WithMonth(iso.Month).WithDay(iso.Day);
    }

    /// <summary>The same year with this month, season or quarter, and no day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is none of 1–12 and 21–41.</exception>
    public EdtfDate WithMonth(int month) =>
        month is (< 1 or > 12) and (< 21 or > 41)
            ? throw new ArgumentOutOfRangeException(nameof(month), month, "Months are 1–12, seasons and other parts of a year 21–41.")
            : new(YearPrecision, IsBeforeYearZero, _prefix, (byte)month, 0, 0, Qualifiers);

    /// <summary>The same month with this day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month (in that year, when the year is known) has no such day.</exception>
    public EdtfDate WithDay(int day) =>
        day < 1 || day > LongestMonth()
            ? throw new ArgumentOutOfRangeException(nameof(day), day, "The month has no such day.")
            : new(YearPrecision, IsBeforeYearZero, _prefix, _month == 0 ? UnspecifiedPart : _month, (byte)day, 0, Qualifiers);

    /// <summary>The same day with a clock time, 00:00 to 24:00. What is unknown of the day becomes <c>XX</c>.</summary>
    public EdtfDate WithTime(int hour, int minute) =>
        hour is < 0 or > 24 || minute is < 0 or > 59 || (hour == 24 && minute > 0)
            ? throw new ArgumentOutOfRangeException(nameof(hour), hour, "Clock times run from 00:00 to 24:00.")
            : new(YearPrecision, IsBeforeYearZero, _prefix, _month == 0 ? UnspecifiedPart : _month,
                _day == 0 ? UnspecifiedPart : _day, (hour * 60) + minute + 1, Qualifiers);

    /// <summary>The same date in another year, or in no year at all when <paramref name="year"/> is null.</summary>
    /// <returns>Null when that year has no such day, as the 29th of February of 1945.</returns>
    public EdtfDate? InYear(int? year)
    {
        var target = year is { } y ? OfYear(y) : default;
        var moved = new EdtfDate(target.YearPrecision, target.IsBeforeYearZero, target._prefix, _month, _day, _minuteOfDay, Qualifiers);
        return Day is { } day && day > moved.LongestMonth() ? null : moved;
    }

    /// <summary>The same date with these reserves.</summary>
    public EdtfDate Qualified(EdtfQualifiers qualifiers) =>
        new(YearPrecision, IsBeforeYearZero, _prefix, _month, _day, _minuteOfDay, qualifiers);

    /// <summary>The same date without clock time.</summary>
    public EdtfDate WithoutTime() => new(YearPrecision, IsBeforeYearZero, _prefix, _month, _day, 0, Qualifiers);

    /// <summary>The year alone, with its precision, without month and day.</summary>
    public EdtfDate YearOnly() => new(YearPrecision, IsBeforeYearZero, _prefix, 0, 0, 0, Qualifiers);

    /// <summary>
    /// The first day that the date can mean. An unspecified year begins at <see cref="LocalDate.MinIsoValue"/>, and then month and day say nothing.
    /// Seasons are the three months of the lunar calendar, at their widest in 1600–2199: spring 21 January to 22 May, summer 21 April to 23 August,
    /// autumn 24 July to 22 November, winter 22 October to 20 February of the next year.
    /// Qualifiers widen nothing: by how much is for the reader to judge.
    /// </summary>
    public LocalDate Earliest => Bounds().First;

    /// <summary>The last day that the date can mean, counterpart of <see cref="Earliest"/>.</summary>
    public LocalDate Latest => Bounds().Last;

    /// <summary>Reads one EDTF date: <c>1945</c>, <c>18XX</c>, <c>-0110</c>, <c>1975-21</c>, <c>XXXX-10-14</c>, <c>1945-09-02T14:00</c>, <c>T08:00</c>, <c>1428~</c>.</summary>
    /// <returns>False, and <c>default</c>, when the text is something else, names no day of the calendar, or uses a part of
    /// level 2 that is left out here: sets, exponents, significant digits, qualifiers within the date.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out EdtfDate date)
    {
        date = default;
        if (text.Length > 0 && text[0] == 'T')
        {
            return TryParse(NoDay + text.ToString(), out date);
        }

        var qualifiers = EdtfQualifiers.None;
        if (text.Length > 0)
        {
            qualifiers = text[^1] switch
            {
                '?' => EdtfQualifiers.Uncertain,
                '~' => EdtfQualifiers.Approximate,
                '%' => EdtfQualifiers.Uncertain | EdtfQualifiers.Approximate,
                _ => EdtfQualifiers.None,
            };
            if (qualifiers != EdtfQualifiers.None)
            {
                text = text[..^1];
            }
        }

        var negative = text.Length > 0 && text[0] == '-';
        if (negative)
        {
            text = text[1..];
        }

        if (text.Length < 4 || !TryYear(text[..4], out var precision, out var prefix)
            || (negative && (precision == YearPrecision.Unspecified || (precision == YearPrecision.Year && prefix is 0 or > 9998))))
        {
            return false;
        }

        var read = new EdtfDate(precision, negative, prefix, 0, 0, 0, qualifiers);
        text = text[4..];
        if (text.Length == 0)
        {
            date = read;
            return true;
        }

        if (!TryPart(ref text, out var month) || (month != UnspecifiedPart && month is (< 1 or > 12) and (< 21 or > 41)))
        {
            return false;
        }

        byte day = 0;
        var minute = 0;
        if (text.Length > 0 && text[0] == '-')
        {
            if (month is >= 21 and <= 41 || !TryPart(ref text, out day) || day == 0)
            {
                return false;
            }
        }

        if (text.Length > 0)
        {
            if (day == 0 || !TryClock(text, out minute))
            {
                return false;
            }
        }

        read = new EdtfDate(precision, negative, prefix, month, day, minute, qualifiers);
        if (day != UnspecifiedPart && day > read.LongestMonth())
        {
            return false;
        }

        date = read;
        return true;
    }

    /// <summary>The EDTF text, which <see cref="TryParse"/> reads back to an equal value.</summary>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[24];
        var at = 0;
        if (IsBeforeYearZero)
        {
            buffer[at++] = '-';
        }

        var known = (int)YearPrecision;
        _prefix.TryFormat(buffer[at..], out _, known == 0 ? [] : "D" + known.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        at += known;
        for (; known < 4; known++)
        {
            buffer[at++] = 'X';
        }

        Append(buffer, ref at, _month);
        Append(buffer, ref at, _day);
        if (MinuteOfDay is { } minute)
        {
            buffer[at++] = 'T';
            Two(buffer, ref at, minute / 60);
            buffer[at++] = ':';
            Two(buffer, ref at, minute % 60);
        }

        switch (Qualifiers)
        {
            case EdtfQualifiers.Uncertain: buffer[at++] = '?'; break;
            case EdtfQualifiers.Approximate: buffer[at++] = '~'; break;
            case EdtfQualifiers.Uncertain | EdtfQualifiers.Approximate: buffer[at++] = '%'; break;
            default: break;
        }

        // A time of the clock whose day is not told: T08:00.
        ReadOnlySpan<char> written = buffer[..at];
        return new string(written.StartsWith(NoDay + "T", StringComparison.Ordinal) ? written[NoDay.Length..] : written);
    }

    private static void Append(Span<char> buffer, ref int at, byte part)
    {
        if (part == 0)
        {
            return;
        }

        buffer[at++] = '-';
        if (part == UnspecifiedPart)
        {
            buffer[at++] = 'X';
            buffer[at++] = 'X';
        }
        else
        {
            Two(buffer, ref at, part);
        }
    }

    private static void Two(Span<char> buffer, ref int at, int value)
    {
        buffer[at++] = (char)('0' + (value / 10));
        buffer[at++] = (char)('0' + (value % 10));
    }

    private static bool TryYear(ReadOnlySpan<char> text, out YearPrecision precision, out int prefix)
    {
        prefix = 0;
        var known = 0;
        while (known < 4 && char.IsAsciiDigit(text[known]))
        {
            prefix = (prefix * 10) + (text[known++] - '0');
        }

        precision = (YearPrecision)known;
        return !text[known..].ContainsAnyExcept('X');
    }

    private static bool TryPart(ref ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        if (text.Length < 3 || text[0] != '-')
        {
            return false;
        }

        if (text[1] == 'X' && text[2] == 'X')
        {
            value = UnspecifiedPart;
        }
        else if (char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]))
        {
            value = (byte)(((text[1] - '0') * 10) + (text[2] - '0'));
            if (value == UnspecifiedPart)
            {
                return false;   // the digits 99, which are no month and no day
            }
        }
        else
        {
            return false;
        }

        text = text[3..];
        return true;
    }

    private static bool TryClock(ReadOnlySpan<char> text, out int minutePlusOne)
    {
        minutePlusOne = 0;
        if (text.Length != 6 || text[0] != 'T' || text[3] != ':'
            || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[4]) || !char.IsAsciiDigit(text[5]))
        {
            return false;
        }

        var hour = ((text[1] - '0') * 10) + (text[2] - '0');
        var minute = ((text[4] - '0') * 10) + (text[5] - '0');
        minutePlusOne = (hour * 60) + minute + 1;
        return minute < 60 && minutePlusOne <= 1441;
    }

    private int LongestMonth() => _month switch
    {
        2 => YearPrecision == YearPrecision.Year ? CalendarSystem.Iso.GetDaysInMonth(Year!.Value, 2) : 29,
        4 or 6 or 9 or 11 => 30,
        >= 21 and <= 41 => 0,
        _ => 31,
    };

    private (LocalDate First, LocalDate Last) Bounds()
    {
        var (first, last) = YearBounds();
        if (YearPrecision != YearPrecision.Year || _month is 0 or UnspecifiedPart)
        {
            return (Clamp(first, 1, 1), Clamp(last, 12, 31));
        }

        if (Month is { } month and <= 12)
        {
            return _day is 0 or UnspecifiedPart
                ? (Clamp(first, month, 1), Clamp(first, month, CalendarSystem.Iso.GetDaysInMonth(first, month)))
                : (Clamp(first, month, _day), Clamp(first, month, _day));
        }

        return _month switch
        {
            21 or 25 => (Clamp(first, 1, 21), Clamp(first, 5, 22)),
            22 or 26 => (Clamp(first, 4, 21), Clamp(first, 8, 23)),
            23 or 27 => (Clamp(first, 7, 24), Clamp(first, 11, 22)),
            24 or 28 => (Clamp(first, 10, 22), Clamp(first + 1, 2, 20)),
            >= 29 and <= 32 => (Clamp(first, 1, 1), Clamp(first, 12, 31)),   // the southern hemisphere's seasons: no document here uses them
            >= 33 and <= 36 => Months(first, ((_month - 33) * 3) + 1, 3),
            >= 37 and <= 39 => Months(first, ((_month - 37) * 4) + 1, 4),
            _ => Months(first, ((_month - 40) * 6) + 1, 6),
        };
    }

    private (int First, int Last) YearBounds()
    {
        if (YearPrecision == YearPrecision.Unspecified)
        {
            return (-9998, 9999);
        }

        var width = YearPrecision switch { YearPrecision.Millennium => 1000, YearPrecision.Century => 100, YearPrecision.Decade => 10, _ => 1 };
        var low = _prefix * width;
        return IsBeforeYearZero ? (-(low + width - 1), -low) : (low, low + width - 1);
    }

    private static (LocalDate First, LocalDate Last) Months(int year, int month, int count) =>
        (Clamp(year, month, 1), Clamp(year, month + count - 1, CalendarSystem.Iso.GetDaysInMonth(Math.Clamp(year, -9998, 9999), month + count - 1)));

    private static LocalDate Clamp(int year, int month, int day) =>
        year < -9998 ? LocalDate.MinIsoValue : year > 9999 ? LocalDate.MaxIsoValue : new LocalDate(year, month, day);
}
