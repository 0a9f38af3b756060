using NodaTime;

namespace BienNien.Time;

/// <summary>How the days of one expression lie to those of another. Only bounds are looked at: see <see cref="Edtf.RelationTo"/>.</summary>
public enum EdtfRelation
{
    /// <summary>Both can mean exactly the same days.</summary>
    Same,

    /// <summary>Every day of the other is one of this: <c>1945</c> contains <c>1945-08-19</c>.</summary>
    Contains,

    /// <summary>Every day of this is one of the other.</summary>
    Within,

    /// <summary>They share days, and each has some of its own.</summary>
    Overlaps,

    /// <summary>They share no day, and this one is earlier.</summary>
    Before,

    /// <summary>They share no day, and this one is later.</summary>
    After,
}

/// <summary>What stands at one end of an interval.</summary>
public enum EdtfEnd
{
    /// <summary>A date.</summary>
    Known,

    /// <summary>Nothing is written: <c>1930/</c>. There was an end, and it is not known.</summary>
    Unknown,

    /// <summary><c>..</c>: no end, or not yet.</summary>
    Open,
}

/// <summary>
/// A time as EDTF (ISO 8601-2) writes it: one date, or an interval of two. Level 1, and of level 2 the unknown digits of years
/// (<c>198X</c>, <c>XXXX-10-14</c>), seasons, quarters and halves (21–41).
/// </summary>
/// <remarks>An interval's ends are not put in order: a source may well say “1935–1930”, and that is for a check to report.</remarks>
public sealed record Edtf
{
    private Edtf(EdtfDate start, EdtfEnd startKind, EdtfDate end, EdtfEnd endKind, bool interval)
    {
        (Start, StartKind, End, EndKind, IsInterval) = (start, startKind, end, endKind, interval);
    }

    /// <summary>The date, or the beginning of the interval; <c>XXXX</c> when <see cref="StartKind"/> is not <see cref="EdtfEnd.Known"/>.</summary>
    public EdtfDate Start { get; }

    /// <summary>What the interval begins with; <see cref="EdtfEnd.Known"/> for a single date.</summary>
    public EdtfEnd StartKind { get; }

    /// <summary>The same date again, or the end of the interval.</summary>
    public EdtfDate End { get; }

    /// <summary>What the interval ends with; <see cref="EdtfEnd.Known"/> for a single date.</summary>
    public EdtfEnd EndKind { get; }

    /// <summary>Whether it is written with a slash.</summary>
    public bool IsInterval { get; }

    /// <summary>The first day that can be meant; an open or unknown beginning gives <see cref="LocalDate.MinIsoValue"/>.</summary>
    public LocalDate Earliest => StartKind == EdtfEnd.Known ? Start.Earliest : LocalDate.MinIsoValue;

    /// <summary>The last day that can be meant; an open or unknown end gives <see cref="LocalDate.MaxIsoValue"/>.</summary>
    public LocalDate Latest => EndKind == EdtfEnd.Known ? End.Latest : LocalDate.MaxIsoValue;

    /// <summary>A single date.</summary>
    public static Edtf Of(EdtfDate date) => new(date, EdtfEnd.Known, date, EdtfEnd.Known, interval: false);

    /// <summary>The interval from one date to another, both included.</summary>
    public static Edtf Between(EdtfDate start, EdtfDate end) => new(start, EdtfEnd.Known, end, EdtfEnd.Known, interval: true);

    /// <summary>From a date on: <c>1988/..</c>.</summary>
    public static Edtf Since(EdtfDate start) => new(start, EdtfEnd.Known, default, EdtfEnd.Open, interval: true);

    /// <summary>Up to a date: <c>../1988</c>.</summary>
    public static Edtf Until(EdtfDate end) => new(default, EdtfEnd.Open, end, EdtfEnd.Known, interval: true);

    /// <summary>From a date to an end that there was and that is not known: <c>1874/</c>.</summary>
    public static Edtf WithUnknownEnd(EdtfDate start) => new(start, EdtfEnd.Known, default, EdtfEnd.Unknown, interval: true);

    /// <summary>
    /// Compares what the two can mean, by first and last day. It says nothing of the grain: <c>1945</c> and <c>1945-01/1945-12</c> are
    /// <see cref="EdtfRelation.Same"/>.
    /// </summary>
    public EdtfRelation RelationTo(Edtf other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (first, last, otherFirst, otherLast) = (Earliest, Latest, other.Earliest, other.Latest);
        if (last < otherFirst)
        {
            return EdtfRelation.Before;
        }

        if (otherLast < first)
        {
            return EdtfRelation.After;
        }

        return (first.CompareTo(otherFirst), last.CompareTo(otherLast)) switch
        {
            (0, 0) => EdtfRelation.Same,
            ( <= 0, >= 0) => EdtfRelation.Contains,
            ( >= 0, <= 0) => EdtfRelation.Within,
            _ => EdtfRelation.Overlaps,
        };
    }

    /// <summary>Whether no day can be meant by both, and neither is called approximate or uncertain: two such claims cannot both hold.</summary>
    public bool Contradicts(Edtf other) =>
        RelationTo(other) is EdtfRelation.Before or EdtfRelation.After
        && ((Start.Qualifiers | End.Qualifiers | other.Start.Qualifiers | other.End.Qualifiers) == EdtfQualifiers.None);

    /// <summary>Reads an EDTF expression.</summary>
    /// <exception cref="FormatException">It is none, or of a part of level 2 that is not read here.</exception>
    public static Edtf Parse(string text) =>
        TryParse(text) ?? throw new FormatException($"“{text}” is not an EDTF date or interval that can be read here.");

    /// <summary>Reads an EDTF expression, or gives null.</summary>
    public static Edtf? TryParse(ReadOnlySpan<char> text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            return EdtfDate.TryParse(text, out var date) ? Of(date) : null;
        }

        if (!TryEnd(text[..slash], out var start, out var startKind) || !TryEnd(text[(slash + 1)..], out var end, out var endKind))
        {
            return null;
        }

        // "/", "../.." and their like say nothing at all.
        return startKind != EdtfEnd.Known && endKind != EdtfEnd.Known ? null : new(start, startKind, end, endKind, interval: true);
    }

    /// <summary>The EDTF text, which <see cref="Parse"/> reads back to an equal value.</summary>
    public override string ToString() => IsInterval ? $"{Written(Start, StartKind)}/{Written(End, EndKind)}" : Start.ToString();

    private static string Written(EdtfDate date, EdtfEnd kind) => kind switch
    {
        EdtfEnd.Known => date.ToString(),
        EdtfEnd.Open => "..",
        _ => "",
    };

    private static bool TryEnd(ReadOnlySpan<char> text, out EdtfDate date, out EdtfEnd kind)
    {
        date = default;
        kind = text switch { "" => EdtfEnd.Unknown, ".." => EdtfEnd.Open, _ => EdtfEnd.Known };
        return kind != EdtfEnd.Known || EdtfDate.TryParse(text, out date);
    }
}
