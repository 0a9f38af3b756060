namespace BienNien.Keeping.Chronicling;

/// <summary>Under which keys a document is filed, as bytes: for each of its entities or statements the keys.</summary>
internal static class FilingCodec
{
    internal static byte[] Write(IReadOnlyList<long[]> filed)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write7BitEncodedInt(filed.Count);
        foreach (long[] keys in filed)
        {
            writer.Write7BitEncodedInt(keys.Length);
            foreach (long key in keys)
            {
                writer.Write(key);
            }
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>Empty when there are no bytes.</summary>
    internal static long[][] Read(byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return [];
        }

        using BinaryReader reader = new(new MemoryStream(bytes));
        long[][] filed = new long[reader.Read7BitEncodedInt()][];
        for (int i = 0; i < filed.Length; i++)
        {
            filed[i] = new long[reader.Read7BitEncodedInt()];
            for (int j = 0; j < filed[i].Length; j++)
            {
                filed[i][j] = reader.ReadInt64();
            }
        }

        return filed;
    }
}
