namespace BienNien.Keeping.Chronicling;

/// <summary>A statement as it stands in blocks.</summary>
/// <param name="Place">Its place among the many of a block (<see cref="BienNien.Reconciling.Judge.PlaceOf"/>).</param>
/// <param name="Keys">The blocks.</param>
internal readonly record struct FiledStatement(string Place, long[] Keys);

/// <summary>Under which keys a document is filed, as bytes: for each of its entities or statements the keys.</summary>
internal static class FilingCodec
{
    internal static byte[] WriteNames(IReadOnlyList<long[]> names) => Bytes(writer =>
    {
        writer.Write7BitEncodedInt(names.Count);
        foreach (long[] keys in names)
        {
            Write(writer, keys);
        }
    });

    /// <summary>Empty when there are no bytes.</summary>
    internal static long[][] ReadNames(byte[] bytes) => bytes.Length == 0 ? [] : Read(bytes, ReadKeys);

    internal static byte[] WriteBlocks(IReadOnlyList<FiledStatement> statements) => Bytes(writer =>
    {
        writer.Write7BitEncodedInt(statements.Count);
        foreach (FiledStatement statement in statements)
        {
            writer.Write(statement.Place);
            Write(writer, statement.Keys);
        }
    });

    /// <inheritdoc cref="ReadNames"/>
    internal static FiledStatement[] ReadBlocks(byte[] bytes) => bytes.Length == 0 ? [] : Read(bytes, static reader => new FiledStatement(reader.ReadString(), ReadKeys(reader)));

    private static byte[] Bytes(Action<BinaryWriter> write)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        write(writer);
        writer.Flush();
        return bytes.ToArray();
    }

    private static T[] Read<T>(byte[] bytes, Func<BinaryReader, T> read)
    {
        using BinaryReader reader = new(new MemoryStream(bytes));
        T[] filed = new T[reader.Read7BitEncodedInt()];
        for (int i = 0; i < filed.Length; i++)
        {
            filed[i] = read(reader);
        }

        return filed;
    }

    private static void Write(BinaryWriter writer, long[] keys)
    {
        writer.Write7BitEncodedInt(keys.Length);
        foreach (long key in keys)
        {
            writer.Write(key);
        }
    }

    private static long[] ReadKeys(BinaryReader reader)
    {
        long[] keys = new long[reader.Read7BitEncodedInt()];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = reader.ReadInt64();
        }

        return keys;
    }
}
