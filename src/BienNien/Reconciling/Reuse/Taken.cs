namespace BienNien.Reconciling.Reuse;

/// <summary>Which words of a document belong to a passage already: stretches that do not overlap, in order.</summary>
internal sealed class Taken
{
    private readonly List<int> _starts = [];
    private readonly List<int> _ends = [];

    public void Add(int start, int end)
    {
        int at = After(start);
        _starts.Insert(at, start);
        _ends.Insert(at, end);
    }

    /// <summary>The free words around a free one, up to the ends of a document of <paramref name="count"/> words.</summary>
    public (int Start, int End) FreeAround(int word, int count)
    {
        int next = After(word);
        return (next == 0 ? 0 : _ends[next - 1], next == _starts.Count ? count : _starts[next]);
    }

    /// <summary>The stretch that holds a word, or the first behind it; empty and beyond all words when there is none.</summary>
    public (int Start, int End) From(int word)
    {
        int next = After(word);
        if (next > 0 && word < _ends[next - 1])
        {
            next--;
        }

        return next == _starts.Count ? (int.MaxValue, int.MaxValue) : (_starts[next], _ends[next]);
    }

    // How many stretches begin at or before a word.
    private int After(int word)
    {
        int found = _starts.BinarySearch(word);
        return found < 0 ? ~found : found + 1;
    }
}
