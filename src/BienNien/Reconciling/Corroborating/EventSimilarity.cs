using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Time;

namespace BienNien.Reconciling.Corroborating;

/// <summary>How likely two statements of happenings tell the same one.</summary>
/// <remarks>
/// A sum of what speaks for it and against it: type, date, participants and places by how much they single out, what it happened to, the words
/// around, figures. The weights were fitted on libraries written for the purpose, and are measured on others (<c>docs/reconciling.md</c>).
/// </remarks>
internal static class EventSimilarity
{
    private const double InFrame = 1;
    private const double InSentence = 0.7;
    private const double Around = 0.4;

    /// <summary>The likeness of two happenings.</summary>
    internal static EventLikeness Compare(in LinkedStatement a, in LinkedStatement b)
    {
        EventStatement one = (EventStatement)a.Statement;
        EventStatement other = (EventStatement)b.Statement;
        (ValueRelation dates, JudgementReason reason) = DateComparison.Compare(one.Date, other.Date);
        TopicLikeness topics = TopicLikeness.Of(one.Context, other.Context);
        (double shared, double strongest) = Shared(a, one, b, other);
        (int patients, int agents) = Against(a, one, b, other);
        int grain = Math.Min(Grain(one.Date.Value), Grain(other.Date.Value));
        bool contrary = dates == ValueRelation.Contrary;
        bool near = contrary && DateComparison.IsNear(one.Date.Value, other.Date.Value);
        return new EventLikeness
        {
            Dates = dates,
            Reason = reason,
            OtherOrdinal = topics.OtherOrdinal,
            SameType = one.Type == other.Type && one.Type != EventType.Other,
            KindredType = one.Type != other.Type && Group(one.Type) == Group(other.Type),
            OtherType = one.Type != EventType.Other && other.Type != EventType.Other && Group(one.Type) != Group(other.Type),
            SameDay = dates == ValueRelation.Same && grain == 3,
            SameMonth = dates == ValueRelation.Same && grain == 2,
            Meeting = dates is ValueRelation.Compatible || (dates == ValueRelation.Same && grain < 2),
            MeetingInMonth = dates == ValueRelation.Compatible && grain >= 2,
            Near = near,
            OnePart = contrary && DateComparison.DifferInOnePart(one.Date, other.Date),
            Far = contrary && !near,
            Shared = Math.Min(shared, 5) / 5,
            Strongest = Math.Min(strongest, 3) / 3,
            OtherPatient = patients == 2,
            OtherPlace = AreElsewhere(a, one, b, other) || (a.Document == b.Document && AreBesideOthers(a, one, b, other)),
            OtherAgent = agents == 2,
            SamePatient = patients == 1,
            Object = ContentWords.Overlap(one.Object, other.Object),
            Words = ContentWords.Overlap(one.Words, other.Words),
            Numbers = Numbers(one, other),
            Topic = topics.Score / 3,
            OtherBody = IsOfBody(one.Type) && IsOfBody(other.Type) && AreOfOtherBodies(a, one, b, other),
            OfJoining = one.Type == EventType.Admission,
            OfOnePerson = patients == 1 && one.Type == other.Type && one.Type is EventType.Birth or EventType.Death,
            OtherStep = contrary && IsOfBody(one.Type) && IsOfBody(other.Type) && Grain(one.Date.Value) != Grain(other.Date.Value),
            OtherProvince = AreOfOtherProvinces(a, one, b, other),
            Known = PassageSigns.IsKnown(PassageSigns.OfDate(one.Date.Value), other.Context.Passage, PassageSigns.OfDate(other.Date.Value), one.Context.Passage),
            Passage = PassageLikeness.Of(one.Context.Passage, other.Context.Passage, dates == ValueRelation.Same ? PassageSigns.OfDate(one.Date.Value) : null),
            Unique = IsUnique(one.Type) && one.Type == other.Type,
            IsOfPlaceOrBody = one.Type is EventType.Battle or EventType.Liberation or EventType.Meeting or EventType.Founding or EventType.Construction or EventType.Rename or EventType.Merge,
            BareDate = one.IsBareDate || other.IsBareDate,
            SameDocument = a.Document == b.Document,
            IsYearly = one.Type is EventType.Ceremony or EventType.Meeting && other.Type is EventType.Ceremony or EventType.Meeting && YearOf(one.Date.Value) != YearOf(other.Date.Value),
        };
    }

    /// <summary>Whether such a thing happens once to whom it happens.</summary>
    internal static bool IsUnique(EventType type) =>
        type is EventType.Founding or EventType.Birth or EventType.Death or EventType.Liberation or EventType.Merge or EventType.Split or EventType.Rename or EventType.Treaty or EventType.Admission;

    /// <summary>How much it singles out a happening that an entity takes part in it.</summary>
    internal static double Weight(LocalEntity entity) => entity.Kind switch
    {
        EntityKind.Person or EntityKind.Paper => 3,
        EntityKind.Organisation => 2.5,
        _ => entity.Traits.Type switch
        {
            "country" or "region" => 0.2,
            "province" => 0.5,
            "district" => 1.2,
            _ => 2.5,
        },
    };

    // Writers tell one deed by its several sides: the enemy leaves, the town is liberated, troops take it over.
    private static int Group(EventType type) => type switch
    {
        EventType.Battle or EventType.Liberation or EventType.Movement or EventType.Journey or EventType.Visit => 1,
        EventType.Appointment or EventType.Election => 2,
        EventType.Founding or EventType.Merge or EventType.Split or EventType.Rename or EventType.Issue or EventType.Construction => 3,
        EventType.Meeting or EventType.Ceremony => 4,
        _ => 100 + (int)type,
    };

    // Both say where it happened, each at a place of the same level that the other does not know of.
    private static bool AreElsewhere(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        bool any = false;
        foreach (StatedPart mine in one.Parts)
        {
            int rank = RankOf(a, mine);
            foreach (StatedPart its in other.Parts)
            {
                if (rank >= 2 && RankOf(b, its) == rank)
                {
                    any = true;
                    if (Knows(b, other, a.Entity(mine.Local)) || Knows(a, one, b.Entity(its.Local)))
                    {
                        return false;
                    }
                }
            }
        }

        return any;
    }

    private static bool IsOfBody(EventType type) => type is EventType.Admission or EventType.Appointment or EventType.Election;

    private static bool AreOfOtherBodies(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        bool mine = false;
        bool its = false;
        foreach (int local in one.Near)
        {
            if (a.Local(local).Kind == EntityKind.Organisation)
            {
                mine = true;
                if (Knows(b, other, a.Entity(local)))
                {
                    return false;
                }
            }
        }

        foreach (int local in other.Near)
        {
            its |= b.Local(local).Kind == EntityKind.Organisation;
        }

        return mine && its;
    }

    // “Thị xã được giải phóng” is told of the province that the document speaks of, “Lạng Sơn được giải phóng” is not.
    private static bool AreOfOtherProvinces(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        HashSet<string> mine = Provinces(a, one);
        HashSet<string> its = Provinces(b, other);
        return mine.Count > 0 && its.Count > 0 && !mine.Overlaps(its);
    }

    // The provinces and towns of its sentence, since a town bears its province's name; else the provinces of what stands around.
    private static HashSet<string> Provinces(in LinkedStatement statement, EventStatement told)
    {
        HashSet<string> near = Names(statement, told.Near, withTowns: true);
        return near.Count > 0 ? near : Names(statement, told.Context.Setting, withTowns: false);
    }

    private static HashSet<string> Names(in LinkedStatement statement, ImmutableArray<int> locals, bool withTowns)
    {
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (int local in locals)
        {
            if (statement.Local(local) is { Kind: EntityKind.Place } place
                && (place.Traits.Type == "province" || (withTowns && BareNames.TypeOf(place.Name).Word is "thị xã" or "thành phố" or "tỉnh lỵ")))
            {
                names.Add(NameForms.Exact(BareNames.Of(place.Name)));
            }
        }

        return names;
    }

    // In a list of one document each item names its own commune or hamlet.
    private static bool AreBesideOthers(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        HashSet<string> mine = Small(a, one);
        HashSet<string> its = Small(b, other);
        return mine.Count > 0 && its.Count > 0 && !mine.Overlaps(its);
    }

    private static HashSet<string> Small(in LinkedStatement statement, EventStatement told)
    {
        HashSet<string> small = new(StringComparer.Ordinal);
        foreach (int local in told.Near)
        {
            if (PlaceComparison.Rank(statement.Local(local).Traits.Type) >= 3)
            {
                small.Add(statement.Entity(local));
            }
        }

        return small;
    }

    private static int RankOf(in LinkedStatement statement, StatedPart part) =>
        part.Role == "where" ? PlaceComparison.Rank(statement.Local(part.Local).Traits.Type) : 0;

    private static bool Knows(in LinkedStatement statement, EventStatement told, string entity)
    {
        foreach (int local in told.Near)
        {
            if (statement.Entity(local) == entity)
            {
                return true;
            }
        }

        return false;
    }

    private static int? YearOf(string date) => Edtf.TryParse(date)?.Start.Year;

    // 3 for days, 2 for months, 1 for years and less.
    private static int Grain(string date) => Edtf.TryParse(date) is { } edtf ? edtf.Start.Day is not null ? 3 : edtf.Start.Month is not null ? 2 : 1 : 0;

    private static (double Sum, double Strongest) Shared(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        Dictionary<string, double> its = Presence(b, other);
        double sum = 0;
        double strongest = 0;
        foreach ((string entity, double presence) in Presence(a, one))
        {
            if (its.TryGetValue(entity, out double theirs))
            {
                double weight = WeightOf(a, one, entity) * Math.Min(presence, theirs);
                sum += weight;
                strongest = Math.Max(strongest, weight);
            }
        }

        return (sum, strongest);
    }

    private static double WeightOf(in LinkedStatement statement, EventStatement told, string entity)
    {
        foreach (StatedPart part in told.Parts)
        {
            if (statement.Entity(part.Local) == entity)
            {
                return Weight(statement.Local(part.Local));
            }
        }

        foreach (int local in told.Near.AddRange(told.Context.Setting))
        {
            if (statement.Entity(local) == entity)
            {
                return Weight(statement.Local(local));
            }
        }

        return 0;
    }

    // Each entity by the nearest place that it has to the happening.
    private static Dictionary<string, double> Presence(in LinkedStatement statement, EventStatement told)
    {
        Dictionary<string, double> presence = new(StringComparer.Ordinal);
        foreach (StatedPart part in told.Parts)
        {
            presence[statement.Entity(part.Local)] = InFrame;
        }

        foreach (int local in told.Near)
        {
            presence.TryAdd(statement.Entity(local), told.IsBareDate ? InFrame : InSentence);
        }

        foreach (int local in told.Context.Setting)
        {
            presence.TryAdd(statement.Entity(local), Around);
        }

        return presence;
    }

    // 2 where both name somebody in the same part and nobody is named by both: a sign of two happenings, unless all else agrees; 1 where one is.
    private static (int Patients, int Agents) Against(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other) =>
        (Meet(a, one, b, other, "patient"), Meet(a, one, b, other, "agent"));

    private static int Meet(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other, string role)
    {
        bool any = false;
        foreach (StatedPart mine in one.Parts)
        {
            if (mine.Role != role)
            {
                continue;
            }

            foreach (StatedPart its in other.Parts)
            {
                if (its.Role == role && a.Local(mine.Local).Kind == b.Local(its.Local).Kind)
                {
                    any = true;
                    if (a.Entity(mine.Local) == b.Entity(its.Local))
                    {
                        return 1;
                    }
                }
            }
        }

        return any ? 2 : 0;
    }

    private static double Numbers(EventStatement one, EventStatement other)
    {
        int shared = 0;
        foreach (StatedNumber mine in one.Numbers)
        {
            foreach (StatedNumber its in other.Numbers)
            {
                if (mine.Value is { } value && value == its.Value && value > 3 && mine.Unit == its.Unit)
                {
                    shared++;
                    break;
                }
            }
        }

        return Math.Min(shared, 2) / 2.0;
    }
}
