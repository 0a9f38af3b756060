namespace BienNien.Time;

public readonly partial record struct EdtfDate
{
    // -Y, fifteen digits, E14, S15, three signs of qualification, two parts and 23:20:30+04:30: some to spare.
    private const int LongestText = 64;

    // What a clock time without a day leaves out when it is written.
    private const string NoDay = "XXXX-XX-XX";

    /// <summary>
    /// Reads one EDTF date: <c>1945</c>, <c>18XX</c>, <c>-0110</c>, <c>1975-21</c>, <c>XXXX-10-14</c>, <c>1945-09-02T14:00:00+07:00</c>,
    /// <c>1428~</c>, <c>Y-17E7</c>, <c>1950S2</c>, <c>156X-12-25</c>, <c>?2004-06-~11</c>.
    /// </summary>
    /// <remarks>
    /// Beyond the specification, a clock time may leave out its seconds and stand in any date that has a day, or alone when nothing is known of
    /// the day (<c>T08:00</c>, as TIMEX3 writes it), and <c>XXXX</c> is any year, not only those of four digits. A year of more than fifteen digits and a leap second are not read.
    /// </remarks>
    /// <returns>False, and <c>default</c>, when the text is something else or names no day of the calendar.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out EdtfDate date)
    {
        date = default;
        if (text is ['T', ..])
        {
            return TryClock(text, out date);
        }

        // A sign to the left of a part is about that part; one to the right, about it and all before it.
        var year = QualifierSigns.Read(ref text);
        if (!EdtfYear.TryRead(ref text, out var yearRead))
        {
            return false;
        }

        year |= QualifierSigns.Read(ref text);
        var (month, day) = (EdtfQualifiers.None, EdtfQualifiers.None);
        TwoDigits monthRead = default, dayRead = default;
        EdtfClock clock = default;
        if (!text.IsEmpty)
        {
            if (!yearRead.TakesMonth || !TryPart(ref text, out month, out monthRead, out var after) || !IsMonth(monthRead))
            {
                return false;
            }

            (year, month) = (year | after, month | after);
        }

        if (text is ['-', ..])
        {
            if (monthRead.Number is > 12 || !TryPart(ref text, out day, out dayRead, out var after))
            {
                return false;
            }

            (year, month, day) = (year | after, month | after, day | after);
        }

        if (text is ['T', ..] && dayRead.IsWritten)
        {
            if (!EdtfClock.TryRead(ref text, out clock))
            {
                return false;
            }

            var after = QualifierSigns.Read(ref text);
            (year, month, day) = (year | after, month | after, day | after);
        }

        var read = new EdtfDate(yearRead, monthRead, dayRead, clock, Pack(year, month, day));
        if (!text.IsEmpty || !read.IsPossible)
        {
            return false;
        }

        date = read;
        return true;
    }

    /// <summary>The EDTF text, which <see cref="TryParse"/> reads back to an equal value.</summary>
    /// <remarks>
    /// The signs of qualification stand where they are fewest and plainest: one after the last of the parts from the year on that share a
    /// reserve, when no other part has any (<c>2004-06~-11</c>); otherwise one before each part (<c>?2004-06-~11</c>).
    /// </remarks>
    public override string ToString()
    {
        Span<char> buffer = stackalloc char[LongestText];
        var (year, month, day) = (YearQualifiers, MonthQualifiers, DayQualifiers);
        var parts = _day.IsWritten ? 3 : _month.IsWritten ? 2 : 1;
        // How many parts, from the year on, share one reserve while no other has any; 0 when each has to be signed by itself.
        var shared = month == EdtfQualifiers.None && day == EdtfQualifiers.None ? 1
            : month == year && day == EdtfQualifiers.None ? 2
            : month == year && day == year ? 3
            : 0;

        var at = shared == 0 ? year.Write(buffer) : 0;
        at += _year.Write(buffer[at..]);
        if (parts > 1)
        {
            at += shared == 1 ? year.Write(buffer[at..]) : 0;
            at += WritePart(buffer[at..], shared == 0 ? month : EdtfQualifiers.None, _month);
        }

        if (parts > 2)
        {
            at += shared == 2 ? year.Write(buffer[at..]) : 0;
            at += WritePart(buffer[at..], shared == 0 ? day : EdtfQualifiers.None, _day);
            at += _clock.Write(buffer[at..]);
        }

        at += shared == parts ? year.Write(buffer[at..]) : 0;
        var written = buffer[..at];
        return new string(written.StartsWith(NoDay) && at > NoDay.Length && written[NoDay.Length] == 'T' ? written[NoDay.Length..] : written);
    }

    private static bool TryClock(ReadOnlySpan<char> text, out EdtfDate date)
    {
        date = default;
        Span<char> whole = stackalloc char[LongestText];
        if (text.Length + NoDay.Length > LongestText)
        {
            return false;
        }

        NoDay.CopyTo(whole);
        text.CopyTo(whole[NoDay.Length..]);
        return TryParse(whole[..(NoDay.Length + text.Length)], out date);
    }

    private static int WritePart(Span<char> to, EdtfQualifiers before, TwoDigits part)
    {
        to[0] = '-';
        var at = 1 + before.Write(to[1..]);
        part.Write(to[at..]);
        return at + 2;
    }

    private static bool IsMonth(TwoDigits month) =>
        month.Number is { } number ? number is (>= 1 and <= 12) or (>= 21 and <= 41) : month.First(1, 12) != 0;

    // A hyphen, two digits, and the signs before and after them.
    private static bool TryPart(ref ReadOnlySpan<char> text, out EdtfQualifiers before, out TwoDigits part, out EdtfQualifiers after)
    {
        (before, part, after) = (EdtfQualifiers.None, default, EdtfQualifiers.None);
        if (text[0] != '-')
        {
            return false;
        }

        text = text[1..];
        before = QualifierSigns.Read(ref text);
        if (!TwoDigits.TryRead(ref text, out part))
        {
            return false;
        }

        after = QualifierSigns.Read(ref text);
        return true;
    }
}
