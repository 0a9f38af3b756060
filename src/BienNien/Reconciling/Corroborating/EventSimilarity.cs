using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Time;

namespace BienNien.Reconciling.Corroborating;

/// <summary>How likely two statements of happenings tell the same one.</summary>
/// <remarks>
/// A sum of what speaks for it and against it: type, date, participants and places by how much they single out, what it happened to, the words
/// around, figures. The weights were set on libraries written for the purpose, and are measured on others (<c>docs/reconciling.md</c>).
/// </remarks>
internal static class EventSimilarity
{
    /// <summary>From here on two statements tell one happening.</summary>
    internal const double SameFrom = 6;

    /// <summary>From here on they do even if their dates exclude each other.</summary>
    internal const double SameThoughDatesDiffer = 7;

    /// <summary>The likeness of two happenings with what speaks for it; the dates' relation beside it.</summary>
    internal static EventLikeness Compare(in LinkedStatement a, in LinkedStatement b)
    {
        EventStatement one = (EventStatement)a.Statement;
        EventStatement other = (EventStatement)b.Statement;
        (ValueRelation dates, JudgementReason reason) = DateComparison.Compare(one.Date, other.Date);
        bool unique = IsUnique(one.Type) && IsUnique(other.Type);
        double type = TypeScore(one.Type, other.Type);
        double date = DateScore(one, other, dates, unique);
        (double shared, double strongest) = Shared(a, one, b, other);
        double against = Against(a, one, b, other);
        double obj = one.Object.IsEmpty || other.Object.IsEmpty ? 0 : 2.5 * ContentWords.Overlap(one.Object, other.Object);
        double words = 3 * ContentWords.Overlap(one.Words, other.Words);
        double numbers = Numbers(one, other);
        TopicLikeness topics = TopicLikeness.Of(one.Context, other.Context);
        double setting = Setting(a, one, b, other) + Setting(b, other, a, one);
        double score = type + date + shared + against + obj + words + numbers + topics.Score + setting;

        // A province, a month and a common verb hold no happening together.
        bool anchored = strongest >= 2 || topics.Score >= 2 || numbers >= 1.5 || (words + obj >= 2.6 && dates is ValueRelation.Same or ValueRelation.Compatible) || words + obj >= 4;
        return new EventLikeness(anchored ? score : Math.Min(score, SameFrom - 1), dates, reason, topics.OtherOrdinal) { Features = [type, date, shared, strongest, against, obj, words, numbers, topics.Score, setting, unique ? 1 : 0, a.Document == b.Document ? 1 : 0] };
    }

    // Who takes part in the one, and is spoken of around the other.
    private static double Setting(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        double sum = 0;
        foreach (StatedPart part in one.Parts)
        {
            string entity = a.Entity(part.Local);
            bool inParts = false;
            foreach (StatedPart its in other.Parts)
            {
                inParts |= b.Entity(its.Local) == entity;
            }

            foreach (int around in other.Context.Setting)
            {
                if (!inParts && b.Entity(around) == entity)
                {
                    sum += 0.4 * Weight(a.Local(part.Local));
                    break;
                }
            }
        }

        return Math.Min(sum, 1.5);
    }

    /// <summary>Whether such a thing happens once to whom it happens.</summary>
    internal static bool IsUnique(EventType type) =>
        type is EventType.Founding or EventType.Birth or EventType.Death or EventType.Liberation or EventType.Merge or EventType.Split or EventType.Rename or EventType.Treaty or EventType.Admission;

    private static double TypeScore(EventType a, EventType b)
    {
        if (a == b)
        {
            return a == EventType.Other ? 0.5 : 1.5;
        }

        return Group(a) == Group(b) ? 0.75 : a == EventType.Other || b == EventType.Other ? -0.25 : -1.5;
    }

    private static int Group(EventType type) => type switch
    {
        EventType.Battle or EventType.Liberation or EventType.Movement => 1,
        EventType.Appointment or EventType.Election => 2,
        EventType.Founding or EventType.Merge or EventType.Split or EventType.Rename => 3,
        EventType.Meeting or EventType.Ceremony => 4,
        EventType.Journey or EventType.Visit => 5,
        _ => 100 + (int)type,
    };

    private static double DateScore(EventStatement one, EventStatement other, ValueRelation relation, bool unique)
    {
        switch (relation)
        {
            case ValueRelation.Same:
                return Grain(one.Date.Value) switch { 3 => 3, 2 => 2, _ => 1 };
            case ValueRelation.Compatible:
                return Math.Min(Grain(one.Date.Value), Grain(other.Date.Value)) switch { 3 => 2, 2 => 1.5, _ => 0.75 };
            case ValueRelation.Contrary:
                bool near = DateComparison.IsNear(one.Date.Value, other.Date.Value);
                return near ? 0.5 : unique ? -1 : -3;
            default:
                return 0;
        }
    }

    // 3 for days, 2 for months, 1 for years and less.
    private static int Grain(string date) => Edtf.TryParse(date) is { } edtf ? edtf.Start.Day is not null ? 3 : edtf.Start.Month is not null ? 2 : 1 : 0;

    private static (double Sum, double Strongest) Shared(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        double sum = 0;
        double strongest = 0;
        for (int i = 0; i < one.Parts.Length; i++)
        {
            string entity = a.Entity(one.Parts[i].Local);
            if (IsRepeated(one.Parts, i))
            {
                continue;
            }

            foreach (StatedPart part in other.Parts)
            {
                if (b.Entity(part.Local) == entity)
                {
                    double weight = Weight(a.Local(one.Parts[i].Local));
                    sum += one.Parts[i].Role == part.Role ? weight : weight * 0.7;
                    strongest = Math.Max(strongest, weight);
                    break;
                }
            }
        }

        return (Math.Min(sum, 6), strongest);
    }

    private static bool IsRepeated(ImmutableArray<StatedPart> parts, int at)
    {
        for (int i = 0; i < at; i++)
        {
            if (parts[i].Local == parts[at].Local)
            {
                return true;
            }
        }

        return false;
    }

    // Both name somebody in the same part, and not the same: a sign of two happenings, unless all else agrees.
    private static double Against(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other)
    {
        double against = 0;
        foreach (string role in (ReadOnlySpan<string>)["patient", "agent"])
        {
            (bool any, bool shared) = Meet(a, one, b, other, role);
            against -= any && !shared ? (role == "patient" ? 2 : 1.25) : 0;
        }

        return against;
    }

    private static (bool Any, bool Shared) Meet(in LinkedStatement a, EventStatement one, in LinkedStatement b, EventStatement other, string role)
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
                        return (true, true);
                    }
                }
            }
        }

        return (any, false);
    }

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

        return Math.Min(shared * 1.5, 3);
    }
}

/// <summary>How alike two happenings are.</summary>
/// <param name="Score">See <see cref="EventSimilarity.SameFrom"/>.</param>
/// <param name="Dates">How their dates stand to each other.</param>
/// <param name="Reason">Why both dates can hold, where they can.</param>
/// <param name="OtherOrdinal">Whether they are counted and bear other numbers: the second congress and the third.</param>
internal readonly record struct EventLikeness(double Score, ValueRelation Dates, JudgementReason Reason, bool OtherOrdinal)
{
    internal double[] Features { get; init; } = [];

    /// <summary>Whether they are one happening.</summary>
    internal bool AreSame => !OtherOrdinal && Score >= (Dates == ValueRelation.Contrary ? EventSimilarity.SameThoughDatesDiffer : EventSimilarity.SameFrom);
}
