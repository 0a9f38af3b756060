using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace BienNien.Keeping.Chronicling;

/// <summary>The keys of one entity of a document.</summary>
/// <param name="Own">Those of the linker.</param>
/// <param name="Further">Those by which rulings lead to it (<see cref="NameKeys"/>).</param>
internal readonly record struct FiledKeys(long[] Own, long[] Further)
{
    internal IEnumerable<long> All => Own.Concat(Further);
}

/// <summary>Under which keys a document is filed, as bytes: for each of its entities or statements the keys.</summary>
internal static class FilingCodec
{
    internal static byte[] WriteNames(IReadOnlyList<FiledKeys> names)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write7BitEncodedInt(names.Count);
        foreach (FiledKeys keys in names)
        {
            Write(writer, keys.Own);
            Write(writer, keys.Further);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    internal static ImmutableArray<FiledKeys> ReadNames(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return [];
        }

        using BinaryReader reader = new(new MemoryStream(bytes));
        FiledKeys[] names = new FiledKeys[reader.Read7BitEncodedInt()];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = new FiledKeys(Read(reader), Read(reader));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(names);
    }

    internal static byte[] WriteBlocks(IReadOnlyList<long[]> blocks)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write7BitEncodedInt(blocks.Count);
        foreach (long[] keys in blocks)
        {
            Write(writer, keys);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    internal static long[][] ReadBlocks(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return [];
        }

        using BinaryReader reader = new(new MemoryStream(bytes));
        long[][] blocks = new long[reader.Read7BitEncodedInt()][];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = Read(reader);
        }

        return blocks;
    }

    private static void Write(BinaryWriter writer, long[] keys)
    {
        writer.Write7BitEncodedInt(keys.Length);
        foreach (long key in keys)
        {
            writer.Write(key);
        }
    }

    private static long[] Read(BinaryReader reader)
    {
        long[] keys = new long[reader.Read7BitEncodedInt()];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = reader.ReadInt64();
        }

        return keys;
    }
}
