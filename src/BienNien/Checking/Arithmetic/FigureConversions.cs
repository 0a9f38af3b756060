using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Arithmetic;

/// <summary>Finds measures that are told a second time in another unit, and not with the same size: “1,2 ha (1.200 m²)”. Immutable.</summary>
internal sealed class FigureConversions
{
    private readonly WordSet _open;
    private readonly WordSet _so;
    private readonly WordSet _not;

    public FigureConversions(Vocabulary.Builder words)
    {
        _open = words.AddSet("(");
        _so = words.AddSet("tức", "là", "bằng", "tương", "đương", "với", "nghĩa", "hay", ",", "(", "khoảng");
        _not = words.AddSet("với", "là", ",", "bằng");
    }

    /// <summary>Pairs that do not agree, the first told first.</summary>
    public List<(Amount First, Amount Second)> Read(DocumentAnalysis analysis, AmountLines amounts)
    {
        List<(Amount First, Amount Second)> pairs = [];
        for (int i = 0; i + 1 < amounts.All.Length; i++)
        {
            (Amount one, Amount other) = (amounts.All[i], amounts.All[i + 1]);
            if (one.IsMeasure && other.IsMeasure && one.IsSingle && other.IsSingle && !one.IsPercent && one.Base == other.Base && one.Base.Length > 0 && one.Scale != other.Scale && !one.Base.Contains('/', StringComparison.Ordinal)
                && one.Figure.Value.Cell is null && other.First - one.End is >= 1 and <= 4 && Says(analysis, one.End, other.First) && Closes(analysis, other) && one.Range is { } a && other.Range is { } b && !a.Meets(b) && IsScale(one.Value, other.Value))
            {
                pairs.Add((one, other));
            }
        }

        return pairs;
    }

    // “(”, “, tức là”, “tương đương với”.
    private bool Says(DocumentAnalysis analysis, int from, int to)
    {
        bool says = false;
        for (int at = from; at < to; at++)
        {
            Token token = analysis.Tokens.Tokens[at];
            if (!_so.Contains(token))
            {
                return false;
            }

            says |= !_not.Contains(token);
        }

        return says;
    }

    // In brackets nothing else stands beside it.
    private bool Closes(DocumentAnalysis analysis, Amount other) =>
        !_open.Contains(analysis.Tokens.Tokens[other.First - 1]) || (other.End < analysis.Tokens.Tokens.Length && analysis.Tokens.Tokens[other.End].IsMark);

    // Ten times too much or too little, or more.
    private static bool IsScale(decimal one, decimal other) => one > 0 && other > 0 && (one / other is > 5 or < 0.2m);
}
