namespace BienNien.Reconciling.Reuse;

/// <summary>Hashes that are the same in every run and on every machine. They are stored: a change is a new <see cref="ReuseProfile.Version"/>.</summary>
/// <remarks>FNV-1a by code units, its bits spread by the finaliser of MurmurHash3.</remarks>
internal static class StableHash
{
    public const ulong Empty = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    public static ulong Add(ulong hash, uint part) => (hash ^ part) * Prime;

    public static ulong Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    public static uint Of(ReadOnlySpan<char> text)
    {
        ulong hash = Empty;
        foreach (char c in text)
        {
            hash = Add(hash, c);
        }

        return (uint)Finish(hash);
    }
}
