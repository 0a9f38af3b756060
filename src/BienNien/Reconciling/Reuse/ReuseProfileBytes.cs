namespace BienNien.Reconciling.Reuse;

/// <summary>Profiles as bytes: each different word once, then which word stands where.</summary>
internal static class ReuseProfileBytes
{
    private const int TraitBits = 3;

    public static byte[] Write(ReadOnlySpan<ReuseWord> words)
    {
        Dictionary<(uint, uint), int> numbers = [];
        using MemoryStream bytes = new(16 + (words.Length * 6));
        using BinaryWriter writer = new(bytes);
        writer.Write(ReuseProfile.Version);
        List<ReuseWord> different = [];
        foreach (ReuseWord word in words)
        {
            if (numbers.TryAdd((word.Folded, word.Exact), numbers.Count))
            {
                different.Add(word);
            }
        }

        writer.Write7BitEncodedInt(different.Count);
        foreach (ReuseWord word in different)
        {
            writer.Write(word.Folded);
            writer.Write(word.Exact);
        }

        writer.Write7BitEncodedInt(words.Length);
        int end = 0;
        foreach (ReuseWord word in words)
        {
            writer.Write7BitEncodedInt(numbers[(word.Folded, word.Exact)]);
            // Mostly 1; below 0 where reading goes back to a note that stood before.
            writer.Write7BitEncodedInt64(((long)ZigZag(word.Start - end) << TraitBits) | (byte)word.Traits);
            writer.Write7BitEncodedInt(word.Length);
            end = word.End;
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static ReuseWord[] Read(ReadOnlyMemory<byte> bytes)
    {
        using MemoryStream stream = new(bytes.ToArray(), writable: false);
        using BinaryReader reader = new(stream);
        try
        {
            if (reader.ReadByte() != ReuseProfile.Version)
            {
                throw new FormatException("A profile of another version.");
            }

            (uint Folded, uint Exact)[] different = new (uint, uint)[Count(reader, stream, leastSize: 8)];
            for (int i = 0; i < different.Length; i++)
            {
                different[i] = (reader.ReadUInt32(), reader.ReadUInt32());
            }

            ReuseWord[] words = new ReuseWord[Count(reader, stream, leastSize: 3)];
            int end = 0;
            for (int i = 0; i < words.Length; i++)
            {
                int number = reader.Read7BitEncodedInt();
                long place = reader.Read7BitEncodedInt64();
                int length = reader.Read7BitEncodedInt();
                long start = end + UnZigZag(place >>> TraitBits);
                if ((uint)number >= (uint)different.Length || length < 1 || start < 0 || start + length > int.MaxValue)
                {
                    throw Damaged();
                }

                (uint folded, uint exact) = different[number];
                words[i] = new ReuseWord(folded, exact, (int)start, length, (ReuseTraits)(place & ((1 << TraitBits) - 1)));
                end = words[i].End;
            }

            return stream.Position == stream.Length ? words : throw Damaged();
        }
        catch (EndOfStreamException)
        {
            throw Damaged();
        }
    }

    // A damaged number must not ask for more room than the bytes could fill.
    private static int Count(BinaryReader reader, MemoryStream stream, int leastSize)
    {
        int count = reader.Read7BitEncodedInt();
        return count >= 0 && count <= (stream.Length - stream.Position) / leastSize ? count : throw Damaged();
    }

    private static uint ZigZag(int number) => (uint)((number << 1) ^ (number >> 31));

    private static long UnZigZag(long number) => (number >>> 1) ^ -(number & 1);

    private static FormatException Damaged() => new("A profile that is cut short or damaged.");
}
