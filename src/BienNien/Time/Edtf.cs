using System.Collections.Immutable;

namespace BienNien.Time;

/// <summary>What an EDTF expression is made of.</summary>
public enum EdtfForm
{
    /// <summary>One date: <c>1945-08</c>.</summary>
    Date,

    /// <summary>From one date to another: <c>1945/1954</c> (level 0), <c>1988/..</c> (level 1).</summary>
    Interval,

    /// <summary>One of the members, no telling which: <c>[1667,1668,1670..1672]</c> (level 2).</summary>
    OneOf,

    /// <summary>All of the members: <c>{1960,1961-12}</c> (level 2).</summary>
    AllOf,
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
/// A time as EDTF (ISO 8601-2; Library of Congress, levels 0 to 2) writes it: one date, an interval of two, or a set of dates and ranges.
/// </summary>
/// <remarks>An interval's ends are not put in order: a source may well say “1935–1930”, and that is for a check to report.</remarks>
public sealed partial record Edtf
{
    private Edtf(EdtfForm form, EdtfDate start, EdtfEnd startKind, EdtfDate end, EdtfEnd endKind, ImmutableArray<Edtf> members)
    {
        (Form, Start, StartKind, End, EndKind, Members) = (form, start, startKind, end, endKind, members);
    }

    /// <summary>Whether it is a date, an interval or a set, and of which kind.</summary>
    public EdtfForm Form { get; }

    /// <summary>
    /// The date, the beginning of the interval, or of the dates of a set the one that begins first;
    /// <c>XXXX</c> when <see cref="StartKind"/> is not <see cref="EdtfEnd.Known"/>.
    /// </summary>
    public EdtfDate Start { get; }

    /// <summary>What the interval or set begins with; <see cref="EdtfEnd.Known"/> for a single date.</summary>
    public EdtfEnd StartKind { get; }

    /// <summary>
    /// The same date again, the end of the interval, or of the dates of a set the one that ends last;
    /// <c>XXXX</c> when <see cref="EndKind"/> is not <see cref="EdtfEnd.Known"/>.
    /// </summary>
    public EdtfDate End { get; }

    /// <summary>What the interval or set ends with; <see cref="EdtfEnd.Known"/> for a single date.</summary>
    public EdtfEnd EndKind { get; }

    /// <summary>
    /// The members of a set in the order written, each a date or an interval (a range, which a set writes with two dots); never none.
    /// Empty for what is no set.
    /// </summary>
    public ImmutableArray<Edtf> Members { get; }

    /// <summary>Whether it is written with a slash.</summary>
    public bool IsInterval => Form == EdtfForm.Interval;

    /// <summary>Whether it is written with brackets or braces.</summary>
    public bool IsSet => Form is EdtfForm.OneOf or EdtfForm.AllOf;

    /// <summary>All that is reserved about any part of any of its dates.</summary>
    public EdtfQualifiers Qualifiers
    {
        get
        {
            var all = Start.Qualifiers | End.Qualifiers;
            foreach (var member in Members)
            {
                all |= member.Qualifiers;
            }

            return all;
        }
    }

    /// <summary>A single date.</summary>
    public static Edtf Of(EdtfDate date) => new(EdtfForm.Date, date, EdtfEnd.Known, date, EdtfEnd.Known, []);

    /// <summary>The interval from one date to another, both included.</summary>
    public static Edtf Between(EdtfDate start, EdtfDate end) => Interval(start, EdtfEnd.Known, end, EdtfEnd.Known);

    /// <summary>From a date on: <c>1988/..</c>.</summary>
    public static Edtf Since(EdtfDate start) => Interval(start, EdtfEnd.Known, default, EdtfEnd.Open);

    /// <summary>From a date to an end that there was and that is not known: <c>1874/</c>.</summary>
    public static Edtf WithUnknownEnd(EdtfDate start) => Interval(start, EdtfEnd.Known, default, EdtfEnd.Unknown);

    /// <summary>Up to a date from a beginning that there was and that is not known: <c>/1409</c>.</summary>
    public static Edtf WithUnknownStart(EdtfDate end) => Interval(default, EdtfEnd.Unknown, end, EdtfEnd.Known);

    /// <summary>Up to a date: <c>../1988</c>.</summary>
    public static Edtf Until(EdtfDate end) => Interval(default, EdtfEnd.Open, end, EdtfEnd.Known);

    /// <summary>One of these dates and ranges, no telling which: <c>[1667,1670..1672]</c>.</summary>
    /// <param name="members">Dates and intervals, at least one. Only the first may be open at its beginning, only the last at its end.</param>
    /// <exception cref="ArgumentException">There are none, one is a set or has an unknown end, or one is open at another place.</exception>
    public static Edtf OneOf(params ImmutableArray<Edtf> members) => Set(EdtfForm.OneOf, members);

    /// <summary>All of these dates and ranges: <c>{1960,1961-12}</c>.</summary>
    /// <param name="members">As for <see cref="OneOf"/>.</param>
    /// <exception cref="ArgumentException">As for <see cref="OneOf"/>.</exception>
    public static Edtf AllOf(params ImmutableArray<Edtf> members) => Set(EdtfForm.AllOf, members);

    /// <summary>Whether both say the same in the same way: <c>1945</c> and <c>1945-01/1945-12</c> are not equal.</summary>
    public bool Equals(Edtf? other) =>
        other is not null && Form == other.Form && StartKind == other.StartKind && EndKind == other.EndKind
        && Start == other.Start && End == other.End && Members.AsSpan().SequenceEqual(other.Members.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Form);
        hash.Add(Start);
        hash.Add(End);
        foreach (var member in Members)
        {
            hash.Add(member);
        }

        return hash.ToHashCode();
    }

    private static Edtf Interval(EdtfDate start, EdtfEnd startKind, EdtfDate end, EdtfEnd endKind) =>
        new(EdtfForm.Interval, start, startKind, end, endKind, []);

    private static Edtf Set(EdtfForm form, ImmutableArray<Edtf> members)
    {
        if (members.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A set has at least one member.", nameof(members));
        }

        EdtfDate? start = null;
        EdtfDate? end = null;
        for (var at = 0; at < members.Length; at++)
        {
            var member = members[at];
            if (member.IsSet || member.StartKind == EdtfEnd.Unknown || member.EndKind == EdtfEnd.Unknown
                || (member.StartKind == EdtfEnd.Open && at > 0) || (member.EndKind == EdtfEnd.Open && at < members.Length - 1))
            {
                throw new ArgumentException("A set has dates and ranges, the first perhaps open before, the last after.", nameof(members));
            }

            if (start is not { } first || member.Start.FirstDay < first.FirstDay)
            {
                start = member.Start;
            }

            if (end is not { } last || member.End.LastDay > last.LastDay)
            {
                end = member.End;
            }
        }

        // XXXX, which an open member has in place of a date, begins before and ends after all others.
        return new(form, start!.Value, members[0].StartKind, end!.Value, members[^1].EndKind, members);
    }
}
