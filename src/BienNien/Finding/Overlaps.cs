namespace BienNien.Finding;

/// <summary>Chooses between overlapping proposals of one kind. The one place where rules meet.</summary>
public static class Overlaps
{
    /// <summary>Keeps the proposals that stand: the greater weight, then the longer, then the earlier, then the smaller rule id.</summary>
    /// <param name="proposals">Of one sentence, any kinds; sorted in place.</param>
    /// <param name="kept">Gets what stands, by start; kinds do not compete here.</param>
    public static void Choose(List<Proposal> proposals, List<Proposal> kept)
    {
        if (proposals.Count == 0)
        {
            return;
        }

        proposals.Sort(static (a, b) =>
        {
            int order = b.Weight.CompareTo(a.Weight);
            order = order != 0 ? order : b.Mention.Span.Length.CompareTo(a.Mention.Span.Length);
            order = order != 0 ? order : a.Mention.Span.Start.CompareTo(b.Mention.Span.Start);
            order = order != 0 ? order : a.Mention.Kind.CompareTo(b.Mention.Kind);
            return order != 0 ? order : string.CompareOrdinal(a.Mention.Rule.ToString(), b.Mention.Rule.ToString());
        });

        int first = kept.Count;
        foreach (Proposal proposal in proposals)
        {
            bool free = true;
            for (int i = first; i < kept.Count && free; i++)
            {
                free = kept[i].Mention.Kind != proposal.Mention.Kind || !kept[i].Mention.Span.Overlaps(proposal.Mention.Span);
            }

            if (free)
            {
                kept.Add(proposal);
            }
        }

        kept.Sort(first, kept.Count - first, ByStart.Instance);
    }

    private sealed class ByStart : IComparer<Proposal>
    {
        public static readonly ByStart Instance = new();

        public int Compare(Proposal x, Proposal y)
        {
            int order = x.Mention.Span.CompareTo(y.Mention.Span);
            return order != 0 ? order : x.Mention.Kind.CompareTo(y.Mention.Kind);
        }
    }
}
