namespace BienNien.Text;

/// <summary>A lexicon of phrases, looked up by the word numbers of the text itself: no string is made, hit or miss.</summary>
/// <typeparam name="T">What is known of a phrase.</typeparam>
/// <remarks>Immutable once built. Looks up the longest phrase that begins at a token (a trie over word numbers).</remarks>
public sealed class PhraseTable<T>
{
    // One flat table of edges: (node, word) → node. Node 0 is the root; its edges stand in an array,
    // since most questions end there.
    private readonly int[] _firsts;
    private readonly Dictionary<long, int> _edges;
    private readonly List<T?> _values;
    private readonly List<bool> _ends;

    private PhraseTable(Dictionary<long, int> edges, List<T?> values, List<bool> ends)
    {
        _firsts = new int[edges.Keys.Where(static key => key >> 32 == 0).Select(static key => (int)key).DefaultIfEmpty().Max() + 1];
        foreach ((long key, int next) in edges.Where(static edge => edge.Key >> 32 == 0))
        {
            _firsts[(int)key] = next;
        }

        _edges = edges;
        _values = values;
        _ends = ends;
    }

    /// <summary>The longest phrase that begins at a place.</summary>
    /// <param name="sentence">Where to look.</param>
    /// <param name="at">The place of its first word.</param>
    /// <param name="value">What is known of the phrase found.</param>
    /// <returns>How many tokens the phrase has; 0 when none begins here.</returns>
    public int Longest(Sentence sentence, int at, out T? value) => Longest(sentence, at, sentence.Count, out value);

    /// <summary>The longest phrase of no more than so many tokens that begins at a place.</summary>
    /// <param name="sentence">Where to look.</param>
    /// <param name="at">The place of its first word.</param>
    /// <param name="limit">The most tokens that the phrase may have.</param>
    /// <param name="value">What is known of the phrase found.</param>
    /// <returns>How many tokens the phrase has; 0 when none begins here.</returns>
    public int Longest(Sentence sentence, int at, int limit, out T? value)
    {
        value = default;
        int node = 0;
        int length = 0;
        for (int i = at; i < sentence.Count && i - at < limit; i++)
        {
            int word = sentence[i].Word;
            if (i == at)
            {
                node = word < _firsts.Length ? _firsts[word] : 0;
                if (node == 0)
                {
                    break;
                }
            }
            else if (word == 0 || !_edges.TryGetValue(Key(node, word), out node))
            {
                break;
            }

            if (_ends[node])
            {
                length = i - at + 1;
                value = _values[node];
            }
        }

        return length;
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    /// <summary>Collects phrases.</summary>
    public sealed class Builder
    {
        private readonly Dictionary<long, int> _edges = [];
        private readonly List<T?> _values = [default];
        private readonly List<bool> _ends = [false];

        /// <summary>Adds a phrase, or lets <paramref name="merge"/> decide when it is there already.</summary>
        /// <param name="phrase">Word numbers, not empty.</param>
        /// <param name="value">What is known of it.</param>
        /// <param name="merge">Old and new value to the value kept; without it the first stays.</param>
        public void Add(ReadOnlySpan<int> phrase, T value, Func<T, T, T>? merge = null)
        {
            int node = 0;
            foreach (int word in phrase)
            {
                if (!_edges.TryGetValue(Key(node, word), out int next))
                {
                    next = _values.Count;
                    _edges.Add(Key(node, word), next);
                    _values.Add(default);
                    _ends.Add(false);
                }

                node = next;
            }

            if (!_ends[node])
            {
                _ends[node] = true;
                _values[node] = value;
            }
            else if (merge is not null)
            {
                _values[node] = merge(_values[node]!, value);
            }
        }

        /// <summary>The table of all phrases added.</summary>
        public PhraseTable<T> Build() => new(_edges, _values, _ends);
    }
}
