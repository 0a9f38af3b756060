using System.Collections.Immutable;
using BienNien.Reconciling.Corroborating;

namespace BienNien.Reconciling.Conflicts;

/// <summary>Figures of one thing: told with another number, rounded, in another unit, or counting something else after all.</summary>
internal sealed class FigureJudge(NumberComparison numbers) : IStatementJudge
{
    private const double SameFrom = 5;

    /// <inheritdoc/>
    public void Judge(in LinkedStatement a, in LinkedStatement b, Findings found)
    {
        FigureStatement one = (FigureStatement)a.Statement;
        FigureStatement other = (FigureStatement)b.Statement;
        if (!numbers.Meet(one.Number.Unit, other.Number.Unit))
        {
            return;
        }

        (double likeness, bool otherPeriod, bool otherScope) = Likeness(a, one, b, other);
        if (likeness < SameFrom)
        {
            return;
        }

        (ValueRelation relation, JudgementReason reason) = numbers.Compare(one.Number, other.Number);
        bool sameWords = one.Number.Unit == other.Number.Unit && one.Number.Step == other.Number.Step;
        if (relation == ValueRelation.Same && !sameWords)
        {
            relation = ValueRelation.Compatible;
        }

        if (otherPeriod || otherScope)
        {
            if (relation == ValueRelation.Contrary)
            {
                Add(a, one, b, other, JudgementReason.Scope, 0.5, found);
            }
        }
        else if (relation is ValueRelation.Compatible or ValueRelation.Contrary)
        {
            Add(a, one, b, other, reason, Math.Clamp(likeness / 10, 0.5, 1), found);
        }
    }

    private static void Add(in LinkedStatement a, FigureStatement one, in LinkedStatement b, FigureStatement other, JudgementReason reason, double confidence, Findings found) =>
        found.Add(
            ConflictKind.Figure, reason, ConflictSeverity.Medium, new Side(a.Document, one.Span, one.Sentence), new Side(b.Document, other.Span, other.Sentence), confidence, one.Number.Unit);

    private static (double Likeness, bool OtherPeriod, bool OtherScope) Likeness(in LinkedStatement a, FigureStatement one, in LinkedStatement b, FigureStatement other)
    {
        double words = 4 * Overlap(one.Words, other.Words);
        double indicator = one.Indicator.Length > 0 && one.Indicator == other.Indicator ? 3 : one.Indicator.Length > 0 && other.Indicator.Length > 0 ? -2 : 0;
        (double near, bool apart) = Near(a, one, b, other);
        (ValueRelation periods, _) = DateComparison.Compare(one.Period, other.Period);
        double period = periods switch { ValueRelation.Same => 2, ValueRelation.Compatible => 1, _ => 0 };
        double unit = one.Number.Unit.Contains(' ', StringComparison.Ordinal) || one.Number.Unit == other.Number.Unit ? 0.75 : 0;
        bool otherScope = one.Scope >= 0 && other.Scope >= 0 && a.Entity(one.Scope) != b.Entity(other.Scope);
        return (words + indicator + near + period + unit, periods == ValueRelation.Contrary, otherScope || apart);
    }

    // Entities of both surroundings; two places of one level, or two bodies, that the other does not have: another thing is counted.
    private static (double Shared, bool Apart) Near(in LinkedStatement a, FigureStatement one, in LinkedStatement b, FigureStatement other)
    {
        double shared = 0;
        bool sharesPlace = false;
        int finestA = 0;
        int finestB = 0;
        foreach (int mine in one.Near)
        {
            string entity = a.Entity(mine);
            LocalEntity local = a.Local(mine);
            finestA = Math.Max(finestA, local.Kind == EntityKind.Place ? PlaceComparison.Rank(local.Traits.Type) : 0);
            foreach (int its in other.Near)
            {
                if (b.Entity(its) == entity)
                {
                    shared += EventSimilarity.Weight(local);
                    sharesPlace |= local.Kind == EntityKind.Place && PlaceComparison.Rank(local.Traits.Type) >= 2;
                    break;
                }
            }
        }

        foreach (int its in other.Near)
        {
            LocalEntity local = b.Local(its);
            finestB = Math.Max(finestB, local.Kind == EntityKind.Place ? PlaceComparison.Rank(local.Traits.Type) : 0);
        }

        bool apart = finestA >= 2 && finestB >= 2 && (!sharesPlace || finestA != finestB);
        return (Math.Min(shared, 4), apart);
    }

    private static double Overlap(ImmutableArray<uint> a, ImmutableArray<uint> b)
    {
        int least = Math.Min(a.Length, b.Length);
        return least < 2 ? 0 : (double)ContentWords.Shared(a.AsSpan(), b.AsSpan()) / (least + 1);
    }
}
