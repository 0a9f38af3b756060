using System.Collections.Immutable;
using BienNien.Text;

namespace BienNien.Telling;

/// <summary>A stretch of text under one and the same set of marks.</summary>
/// <param name="Span">Where it stands; never empty.</param>
/// <param name="Marks">Indices of the marks that cover it: the one that begins first and reaches farthest is outermost and comes first.</param>
public readonly record struct MarkedRun(TextSpan Span, ImmutableArray<int> Marks);

/// <summary>Cuts text where marks begin and end, so that marks which overlap can be shown by elements that only nest.</summary>
public static class MarkedText
{
    /// <summary>The runs of a stretch of text, in reading order; together they are exactly the stretch.</summary>
    /// <param name="stretch">The text to cut.</param>
    /// <param name="marks">Spans in any order; parts outside the stretch, and empty spans, are left out.</param>
    public static ImmutableArray<MarkedRun> Cut(TextSpan stretch, IReadOnlyList<TextSpan> marks)
    {
        ArgumentNullException.ThrowIfNull(marks);
        if (stretch.Length == 0)
        {
            return [];
        }

        // Outermost first: reading order of spans is by start, then longest first.
        int[] order = [.. Enumerable.Range(0, marks.Count).Where(i => marks[i].Length > 0 && marks[i].Overlaps(stretch)).OrderBy(i => marks[i]).ThenBy(i => i)];
        SortedSet<int> cuts = [stretch.Start, stretch.End];
        foreach (int i in order)
        {
            cuts.Add(Math.Max(stretch.Start, marks[i].Start));
            cuts.Add(Math.Min(stretch.End, marks[i].End));
        }

        ImmutableArray<MarkedRun>.Builder runs = ImmutableArray.CreateBuilder<MarkedRun>(cuts.Count - 1);
        List<int> open = [];
        int next = 0;
        int start = stretch.Start;
        foreach (int end in cuts.Skip(1))
        {
            open.RemoveAll(i => marks[i].End <= start);
            while (next < order.Length && marks[order[next]].Start <= start)
            {
                open.Add(order[next++]);
            }

            runs.Add(new MarkedRun(TextSpan.Between(start, end), [.. open]));
            start = end;
        }

        return runs.ToImmutable();
    }
}
