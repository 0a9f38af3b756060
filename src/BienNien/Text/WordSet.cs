namespace BienNien.Text;

/// <summary>A set of vocabulary words, tested in constant time. Immutable.</summary>
public sealed class WordSet
{
    private readonly ulong[] _bits;

    /// <summary>A set of these word numbers.</summary>
    public WordSet(IEnumerable<int> words)
    {
        int[] members = [.. words];
        _bits = new ulong[(members.Length == 0 ? 0 : members.Max() / 64) + 1];
        foreach (int word in members)
        {
            _bits[word / 64] |= 1UL << (word % 64);
        }

        _bits[0] &= ~1UL;
    }

    /// <summary>Whether the word is in the set; never for 0, the unknown word.</summary>
    public bool Contains(int word)
    {
        int cell = word / 64;
        return cell < _bits.Length && (_bits[cell] & (1UL << (word % 64))) != 0;
    }

    /// <summary>Whether the token's word is in the set.</summary>
    public bool Contains(in Token token) => Contains(token.Word);
}
