using NodaTime;

namespace BienNien.Time;

public sealed partial record Edtf
{
    /// <summary>
    /// The first day that can be meant; an open or unknown beginning gives <see cref="LocalDate.MinIsoValue"/>, and so does one that is
    /// before it. Of an interval that is written backwards (1935/1930) it is the first day of what stands second. Never after
    /// <see cref="Latest"/>.
    /// </summary>
    public LocalDate Earliest => FirstDay.ToLocalDate();

    /// <summary>The last day that can be meant, counterpart of <see cref="Earliest"/>, up to <see cref="LocalDate.MaxIsoValue"/>.</summary>
    public LocalDate Latest => LastDay.ToLocalDate();

    /// <summary>The first day that can be meant, in a year of any length.</summary>
    internal EdtfDay FirstDay => Bounds().First;

    /// <summary>The last day that can be meant, in a year of any length.</summary>
    internal EdtfDay LastDay => Bounds().Last;

    /// <summary>
    /// Compares what the two can mean, by first and last day. It says nothing of the grain: <c>1945</c> and <c>1945-01/1945-12</c> are
    /// <see cref="EdtfRelation.Same"/>; nor of the gaps in a set. Years of any length are told apart, also where <see cref="Earliest"/> and
    /// <see cref="Latest"/> no longer do.
    /// </summary>
    public EdtfRelation RelationTo(Edtf other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (first, last) = Bounds();
        var (otherFirst, otherLast) = other.Bounds();
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

    /// <summary>
    /// The days that both can mean, by their bounds: from the later of the first days to the earlier of the last ones, both included.
    /// </summary>
    /// <returns>Null when there are none, which is when <see cref="RelationTo"/> says before or after. Days of years that
    /// <see cref="LocalDate"/> does not have are given as the nearest that it has.</returns>
    public DateInterval? IntersectionWith(Edtf other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (first, last) = Bounds();
        var (otherFirst, otherLast) = other.Bounds();
        first = first > otherFirst ? first : otherFirst;
        last = last < otherLast ? last : otherLast;
        return last < first ? null : new DateInterval(first.ToLocalDate(), last.ToLocalDate());
    }

    /// <summary>
    /// Whether no day can be meant by both, and nothing in either is called approximate or uncertain: two such claims cannot both hold.
    /// The members of a set are looked at one by one: <c>[1945,1954]</c> contradicts <c>1950</c>.
    /// </summary>
    public bool Contradicts(Edtf other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Qualifiers | other.Qualifiers) == EdtfQualifiers.None && !SharesDay(other);
    }

    private bool SharesDay(Edtf other)
    {
        // The bounds of a set hold those of its members, so most pairs end here.
        if (RelationTo(other) is EdtfRelation.Before or EdtfRelation.After)
        {
            return false;
        }

        if (!IsSet)
        {
            return !other.IsSet || other.SharesDay(this);
        }

        foreach (var member in Members)
        {
            if (member.SharesDay(other))
            {
                return true;
            }
        }

        return false;
    }

    private (EdtfDay First, EdtfDay Last) Bounds()
    {
        if (IsSet)
        {
            var (earliest, latest) = (EdtfDay.End, EdtfDay.Beginning);
            foreach (var member in Members)
            {
                var (memberFirst, memberLast) = member.Bounds();
                earliest = memberFirst < earliest ? memberFirst : earliest;
                latest = memberLast > latest ? memberLast : latest;
            }

            return (earliest, latest);
        }

        var first = StartKind == EdtfEnd.Known ? Start.FirstDay : EdtfDay.Beginning;
        var last = EndKind == EdtfEnd.Known ? End.LastDay : EdtfDay.End;
        return first <= last ? (first, last) : (End.FirstDay, Start.LastDay);
    }
}
