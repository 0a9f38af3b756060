using System.Buffers.Binary;

namespace BienNien.Keeping.Chronicling;

/// <summary>Hashes that are the same on every machine, as SQLite's signed numbers.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a, 64 bits, of the UTF-16 code units.</summary>
    internal static long Of(ReadOnlySpan<char> text, ulong hash = 14695981039346656037)
    {
        foreach (char letter in text)
        {
            hash = (hash ^ letter) * 1099511628211;
        }

        return unchecked((long)hash);
    }

    /// <summary>The hash of two texts: that of the first goes into the second's.</summary>
    internal static long Of(string kind, ReadOnlySpan<char> text) => Of(text, unchecked((ulong)Of(kind) * 1099511628211));

    /// <summary>The hash as bytes.</summary>
    internal static byte[] BytesOf(string text)
    {
        byte[] bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, Of(text));
        return bytes;
    }
}
