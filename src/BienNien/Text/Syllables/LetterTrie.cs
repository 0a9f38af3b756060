namespace BienNien.Text.Syllables;

/// <summary>The letters of short words as a tree in one array: small enough to stay in the processor's nearest cache.</summary>
internal sealed class LetterTrie
{
    private const int Fan = SyllableLetters.Count;

    // The node after a letter stands at node * Fan + letter; 0 is no node, for nothing leads back to the root.
    private byte[] _next = new byte[Fan];
    private int[] _words = [-1];

    /// <summary>The node before the first letter.</summary>
    public static int Root => 0;

    /// <summary>The node after one more letter, or 0 when no word goes on so.</summary>
    public int After(int node, int letter) => _next[node * Fan + letter];

    /// <summary>The number of the word that ends at a node, or -1.</summary>
    public int WordAt(int node) => _words[node];

    /// <summary>Adds a word while the tree is being built.</summary>
    /// <exception cref="InvalidDataException">The word has other letters than Vietnamese ones, or there are too many words.</exception>
    public void Add(string word, int number)
    {
        int node = Root;
        foreach (char c in word)
        {
            int letter = SyllableLetters.CodeOf(c) & SyllableLetters.LetterMask;
            if (letter == 0)
            {
                throw new InvalidDataException($"«{word}» has the letter «{c}».");
            }

            int next = After(node, letter);
            if (next == 0)
            {
                next = _words.Length;
                _next[node * Fan + letter] = checked((byte)next);
                Array.Resize(ref _next, _next.Length + Fan);
                Array.Resize(ref _words, next + 1);
                _words[next] = -1;
            }

            node = next;
        }

        _words[node] = number;
    }
}
