using System.Collections.Immutable;

namespace BienNien.Reconciling.Conflicts;

/// <summary>What follows from all that was found in blocks: what holds of one telling holds of those that say the same.</summary>
/// <remarks>
/// Of four documents that say 17/10 and one that says 18/10, each of the four is at odds with the one, in whatever words it tells it, and also where only one
/// of them stands near enough to the one to be held against it. Depends on what was found alone, not on its order.
/// </remarks>
public static class Conclusions
{
    /// <summary>From this confidence on an agreement is one.</summary>
    internal const double LeastAgreement = 0.6;

    /// <summary>Of a group of tellings that agree, so many of the first stand for it beside the one that was compared.</summary>
    private const int MostSpread = 12;

    // A guess is not made many.
    private const double LeastSpread = 0.6;

    // What is passed on is a little less sure than what it was drawn from.
    private const double PassedOn = 0.9;

    /// <summary>The one judgement on each pair of places, in order.</summary>
    /// <param name="judgements">What was found, each perhaps several times.</param>
    /// <param name="agreements">Which places say the same.</param>
    public static ImmutableArray<Judgement> Of(IEnumerable<Judgement> judgements, IEnumerable<Agreement> agreements)
    {
        HashSet<Judgement> all = [.. judgements];
        Groups groups = new();
        foreach (Agreement agreement in agreements)
        {
            if (agreement.Confidence >= LeastAgreement)
            {
                groups.Join(LineOf(agreement.Kind, agreement.About), agreement.A, agreement.B);
            }
        }

        groups.Close();
        List<Judgement> spread = [];
        foreach (Judgement judgement in all)
        {
            if (judgement.Reason == JudgementReason.Scope || judgement.Confidence < LeastSpread || (!judgement.IsConflict && judgement.A.Document == judgement.B.Document))
            {
                continue;
            }

            ImmutableArray<Side> ones = groups.Around(LineOf(judgement.Kind, judgement.About), judgement.A);
            ImmutableArray<Side> others = groups.Around(LineOf(judgement.Kind, judgement.About), judgement.B);
            foreach (Side one in ones)
            {
                foreach (Side other in others)
                {
                    bool apart = one.Document != other.Document || (!one.Span.Overlaps(other.Span) && one.Sentence != other.Sentence);
                    if (apart && (one != judgement.A || other != judgement.B))
                    {
                        spread.Add((judgement with { A = one, B = other, Confidence = judgement.Confidence * PassedOn }).Ordered());
                    }
                }
            }
        }

        // What was seen itself goes before what was passed on.
        HashSet<(ConflictKind, long, Text.TextSpan, long, Text.TextSpan)> seen = [.. all.Select(Place)];
        return JudgementOrder.Sorted(all.Concat(spread.Where(judgement => !seen.Contains(Place(judgement)))));
    }

    /// <summary>As few of the agreements as hold the same places together.</summary>
    internal static IEnumerable<Agreement> Spanning(IEnumerable<Agreement> agreements)
    {
        Groups groups = new();
        foreach (Agreement agreement in agreements
            .Where(static agreement => agreement.Confidence >= LeastAgreement)
            .OrderByDescending(static agreement => agreement.Confidence).ThenBy(static agreement => agreement.A).ThenBy(static agreement => agreement.B).ThenBy(static agreement => agreement.Kind).ThenBy(static agreement => agreement.About, StringComparer.Ordinal))
        {
            if (groups.Join(LineOf(agreement.Kind, agreement.About), agreement.A, agreement.B))
            {
                yield return agreement;
            }
        }
    }

    // One date may be of somebody's birth and of somebody's death. Properties of facts are written with a capital; happenings may be told under several types.
    private static (ConflictKind, string) LineOf(ConflictKind kind, string about) => (kind, about.Length > 0 && char.IsUpper(about[0]) ? about : "");

    private static (ConflictKind, long, Text.TextSpan, long, Text.TextSpan) Place(Judgement judgement) =>
        (judgement.Kind, judgement.A.Document, judgement.A.Span, judgement.B.Document, judgement.B.Span);

    /// <summary>Places that say the same, found by joining pairs.</summary>
    private sealed class Groups
    {
        private readonly Dictionary<((ConflictKind, string), long, Text.TextSpan), int> _index = [];
        private readonly List<Side> _sides = [];
        private readonly List<int> _parent = [];
        private readonly Dictionary<int, ImmutableArray<Side>> _members = [];

        /// <summary>Whether the two were not yet together.</summary>
        internal bool Join((ConflictKind, string) line, Side a, Side b)
        {
            (int one, int other) = (Root(IndexOf(line, a)), Root(IndexOf(line, b)));
            _parent[Math.Max(one, other)] = Math.Min(one, other);
            return one != other;
        }

        internal void Close()
        {
            foreach (IGrouping<int, int> group in Enumerable.Range(0, _sides.Count).GroupBy(Root))
            {
                _members.Add(group.Key, [.. group.Select(side => _sides[side]).Order().Take(MostSpread)]);
            }
        }

        /// <summary>The place itself, then those that say the same.</summary>
        internal ImmutableArray<Side> Around((ConflictKind, string) line, Side side) =>
            _index.TryGetValue((line, side.Document, side.Span), out int index) ? [side, .. _members[Root(index)].Where(other => (other.Document, other.Span) != (side.Document, side.Span))] : [side];

        private int IndexOf((ConflictKind, string) line, Side side)
        {
            if (!_index.TryGetValue((line, side.Document, side.Span), out int index))
            {
                _index.Add((line, side.Document, side.Span), index = _sides.Count);
                _sides.Add(side);
                _parent.Add(index);
            }
            else if (side.Sentence.CompareTo(_sides[index].Sentence) < 0)
            {
                // The same words in two statements: whichever came first must not matter.
                _sides[index] = side;
            }

            return index;
        }

        private int Root(int index)
        {
            while (_parent[index] != index)
            {
                index = _parent[index] = _parent[_parent[index]];
            }

            return index;
        }
    }
}
