using BienNien.Reconciling;
using BienNien.Text;

namespace BienNien.Telling.Chronicles;

/// <summary>Which passages stand in several documents: who copies is no second witness. Immutable.</summary>
public sealed class CopiedPassages
{
    private readonly ILookup<long, (TextSpan Span, long Other, TextSpan OtherSpan)> _passages;

    /// <summary>With pairs of passages, in any order.</summary>
    public CopiedPassages(IEnumerable<(long DocumentA, TextSpan A, long DocumentB, TextSpan B)> passages) =>
        _passages = passages.SelectMany(static pair => new[] { (pair.DocumentA, (pair.A, pair.DocumentB, pair.B)), (pair.DocumentB, (pair.B, pair.DocumentA, pair.A)) })
            .ToLookup(static pair => pair.Item1, static pair => pair.Item2);

    /// <summary>None.</summary>
    public static CopiedPassages None { get; } = new([]);

    /// <summary>For each place the number of the first that is one witness with it: of one document, or copied over some steps.</summary>
    /// <param name="places">By document.</param>
    public int[] Witnesses(IReadOnlyList<QuotedPlace> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        ILookup<long, int> ofDocument = Enumerable.Range(0, places.Count).ToLookup(i => places[i].Document);
        List<(int A, int B)> ties = [];
        for (int i = 0; i < places.Count; i++)
        {
            ties.Add((ofDocument[places[i].Document].First(), i));
            foreach ((TextSpan span, long other, TextSpan otherSpan) in _passages[places[i].Document])
            {
                if (span.Overlaps(places[i].Sentence))
                {
                    ties.AddRange(ofDocument[other].Where(j => otherSpan.Overlaps(places[j].Sentence)).Select(j => (i, j)));
                }
            }
        }

        return EventGroups.Of(places.Count, ties);
    }
}
