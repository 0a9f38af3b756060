using NodaTime;

namespace BienNien.Time;

/// <summary>The clock time of an EDTF date: hour and minute, perhaps the second, perhaps the offset from UTC as it was written.</summary>
/// <remarks><c>default</c> is none. <c>Z</c>, <c>+00</c> and <c>+00:00</c> are three ways to write one offset, and are kept apart.</remarks>
internal readonly record struct EdtfClock
{
    private readonly short _minute;          // 0: no clock time, otherwise minute of the day + 1
    private readonly byte _second;           // 0: none told, otherwise second + 1
    private readonly Zone _zone;
    private readonly short _offsetMinutes;

    private EdtfClock(int minute, int? second, Zone zone, int offsetMinutes) =>
        (_minute, _second, _zone, _offsetMinutes) = ((short)(minute + 1), (byte)(second + 1 ?? 0), zone, (short)offsetMinutes);

    private enum Zone : byte
    {
        None,
        Utc,
        Hours,
        HoursAndMinutes,
    }

    public bool IsTold => _minute != 0;

    /// <summary>0–1440, or null when there is no clock time.</summary>
    public int? MinuteOfDay => IsTold ? _minute - 1 : null;

    /// <summary>0–59, or null when it is not told.</summary>
    public int? Second => _second == 0 ? null : _second - 1;

    public Offset? Offset => _zone == Zone.None ? null : NodaTime.Offset.FromSeconds(_offsetMinutes * 60);

    public static EdtfClock Of(int hour, int minute) => new((hour * 60) + minute, null, Zone.None, 0);

    /// <summary>Takes a clock time, from its T on, off the text.</summary>
    /// <returns>False when there is none; the text is then of no further use.</returns>
    public static bool TryRead(ref ReadOnlySpan<char> text, out EdtfClock clock)
    {
        clock = default;
        if (!TryTwo(ref text, 'T', out var hour) || !TryTwo(ref text, ':', out var minute))
        {
            return false;
        }

        int? second = null;
        if (text is [':', ..])
        {
            if (!TryTwo(ref text, ':', out var told))
            {
                return false;
            }

            second = told;
        }

        var midnight = hour == 24 && minute == 0 && second is null or 0;
        if ((hour > 23 && !midnight) || minute > 59 || second > 59 || !TryZone(ref text, out var zone, out var offset))
        {
            return false;
        }

        clock = new EdtfClock((hour * 60) + minute, second, zone, offset);
        return true;
    }

    /// <summary>Writes it from its T on, at most 15 characters.</summary>
    /// <returns>How many characters were written.</returns>
    public int Write(Span<char> to)
    {
        if (MinuteOfDay is not { } minute)
        {
            return 0;
        }

        var at = Two(to, 0, 'T', minute / 60);
        at = Two(to, at, ':', minute % 60);
        if (Second is { } second)
        {
            at = Two(to, at, ':', second);
        }

        if (_zone == Zone.Utc)
        {
            to[at++] = 'Z';
        }
        else if (_zone != Zone.None)
        {
            at = Two(to, at, _offsetMinutes < 0 ? '-' : '+', Math.Abs(_offsetMinutes) / 60);
            if (_zone == Zone.HoursAndMinutes)
            {
                at = Two(to, at, ':', Math.Abs(_offsetMinutes) % 60);
            }
        }

        return at;
    }

    private static bool TryZone(ref ReadOnlySpan<char> text, out Zone zone, out int offset)
    {
        (zone, offset) = (Zone.None, 0);
        if (text is ['Z', ..])
        {
            zone = Zone.Utc;
            text = text[1..];
            return true;
        }

        if (text is not ['+' or '-', ..])
        {
            return true;
        }

        var sign = text[0];
        var minutes = 0;
        if (!TryTwo(ref text, sign, out var hours))
        {
            return false;
        }

        zone = Zone.Hours;
        if (text is [':', ..])
        {
            zone = Zone.HoursAndMinutes;
            if (!TryTwo(ref text, ':', out minutes))
            {
                return false;
            }
        }

        offset = ((hours * 60) + minutes) * (sign == '-' ? -1 : 1);
        // NodaTime's offsets end at 18 hours; and no offset at all is written with a plus.
        return minutes < 60 && Math.Abs(offset) <= 18 * 60 && (offset != 0 || sign == '+');
    }

    private static bool TryTwo(ref ReadOnlySpan<char> text, char before, out int number)
    {
        number = 0;
        if (text.Length < 3 || text[0] != before || !char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[2]))
        {
            return false;
        }

        number = ((text[1] - '0') * 10) + (text[2] - '0');
        text = text[3..];
        return true;
    }

    private static int Two(Span<char> to, int at, char before, int number)
    {
        to[at] = before;
        to[at + 1] = (char)('0' + (number / 10));
        to[at + 2] = (char)('0' + (number % 10));
        return at + 3;
    }
}
