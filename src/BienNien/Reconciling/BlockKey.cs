using System.Globalization;

namespace BienNien.Reconciling;

/// <summary>Where statements meet: two statements are compared when they share a key.</summary>
/// <param name="Hash">64 bits, the same on every machine.</param>
public readonly record struct BlockKey(ulong Hash) : IComparable<BlockKey>
{
    /// <summary>The key of some words; which kind of statement it is for comes first among them.</summary>
    internal static BlockKey Of(params ReadOnlySpan<string> parts)
    {
        // FNV-1a, 64 bits; a zero parts the words.
        ulong hash = 14695981039346656037;
        foreach (string part in parts)
        {
            foreach (char letter in part)
            {
                hash = (hash ^ letter) * 1099511628211;
            }

            hash *= 1099511628211;
        }

        return new BlockKey(hash);
    }

    /// <inheritdoc/>
    public int CompareTo(BlockKey other) => Hash.CompareTo(other.Hash);

    /// <inheritdoc/>
    public override string ToString() => Hash.ToString("x16", CultureInfo.InvariantCulture);
}
