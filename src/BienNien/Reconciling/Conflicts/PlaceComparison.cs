using System.Collections.Immutable;
using BienNien.Gazetteers;

namespace BienNien.Reconciling.Conflicts;

/// <summary>Compares places: the same, one within the other, one under its later name, or two.</summary>
internal sealed class PlaceComparison(Lazy<Gazetteer> gazetteer)
{
    /// <summary>How two places stand to each other.</summary>
    internal (ValueRelation Relation, JudgementReason Reason) Compare(in LinkedStatement a, int one, in LinkedStatement b, int other)
    {
        LocalEntity first = a.Local(one);
        LocalEntity second = b.Local(other);
        if (first.Kind != EntityKind.Place || second.Kind != EntityKind.Place)
        {
            return (ValueRelation.Unknown, default);
        }

        if (a.Entity(one) == b.Entity(other))
        {
            bool renamed = a.Witness.Links[one].Reason == LinkReason.Renamed || b.Witness.Links[other].Reason == LinkReason.Renamed;
            return BareNames.FormOf(first.Name) == BareNames.FormOf(second.Name) ? (ValueRelation.Same, default)
                : renamed ? (ValueRelation.Compatible, JudgementReason.RenamedPlace)
                : (ValueRelation.Compatible, JudgementReason.Alias);
        }

        if (AreRenamed(first, second) || AreRenamed(second, first) || Succeed(first, second) || Succeed(second, first))
        {
            return (ValueRelation.Compatible, JudgementReason.RenamedPlace);
        }

        if (LiesIn(first, second) || LiesIn(second, first))
        {
            return (ValueRelation.Compatible, JudgementReason.Precision);
        }

        int rank = Rank(first.Traits.Type);
        int otherRank = Rank(second.Traits.Type);
        if (rank == 0 || otherRank == 0)
        {
            return (ValueRelation.Unknown, default);
        }

        // A hamlet and a district that nobody says it lies in: it may well.
        return rank == otherRank || BothKnown(first, second) ? (ValueRelation.Contrary, JudgementReason.Contradiction) : (ValueRelation.Unknown, default);
    }

    /// <summary>How small a place is: 1 for a country, 5 for a hamlet or site; 0 where that says nothing.</summary>
    internal static int Rank(string level) => level switch
    {
        "country" or "region" => 1,
        "province" => 2,
        "district" => 3,
        "commune" => 4,
        "hamlet" or "street" or "site" => 5,
        _ => 0,
    };

    private static bool AreRenamed(LocalEntity old, LocalEntity now)
    {
        string form = BareNames.FormOf(now.Name);
        return old.Traits.Renamed.Any(name => BareNames.FormOf(name) == form);
    }

    private static bool LiesIn(LocalEntity place, LocalEntity larger)
    {
        string form = BareNames.FormOf(larger.Name);
        return place.Traits.In.Any(name => BareNames.FormOf(name) == form);
    }

    private bool Succeed(LocalEntity old, LocalEntity now)
    {
        if (old.Traits.Units.IsEmpty || now.Traits.Units.IsEmpty)
        {
            return false;
        }

        ImmutableArray<string> targets = now.Traits.Units;
        return old.Traits.Units.Any(key => gazetteer.Value.ByKey(key) is { } unit && gazetteer.Value.SuccessorsOf(unit).Any(next => next.Steps == 1 && targets.Contains(next.Unit.Key)));
    }

    private bool BothKnown(LocalEntity a, LocalEntity b) => Root(a) is { } one && Root(b) is { } other && one != other;

    private string? Root(LocalEntity place)
    {
        if (place.Traits.Units.Length != 1 || gazetteer.Value.ByKey(place.Traits.Units[0]) is not { } unit)
        {
            return null;
        }

        while (unit.Parent is { } parent)
        {
            unit = parent;
        }

        return unit.Key;
    }
}
