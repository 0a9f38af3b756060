using System.Buffers.Binary;

namespace BienNien.Reading.Packages;

/// <summary>The list at the end of a ZIP archive, looked at before anything is made of it.</summary>
internal static class ZipDirectory
{
    private const int EntryLength = 46;
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;

    /// <summary>The names as the archive has them and whether it says that they are UTF-8, in its order; empty when there is no such list.</summary>
    /// <param name="archive">The whole archive.</param>
    /// <param name="most">Where to stop: an archive may list millions of entries in little room.</param>
    public static List<(ReadOnlyMemory<byte> Name, bool IsUtf8)> Names(ReadOnlyMemory<byte> archive, int most)
    {
        List<(ReadOnlyMemory<byte>, bool)> names = [];
        ReadOnlySpan<byte> bytes = archive.Span;
        for (long at = Start(bytes); at >= 0 && at <= bytes.Length - EntryLength && names.Count < most;)
        {
            ReadOnlySpan<byte> entry = bytes[(int)at..];
            if (!entry.StartsWith("PK\u0001\u0002"u8))
            {
                break;
            }

            int name = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            int extra = BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]);
            int comment = BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
            if (EntryLength + name > entry.Length)
            {
                break;
            }

            names.Add((archive.Slice((int)at + EntryLength, name), (BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]) & 0x800) != 0));
            at += EntryLength + name + extra + comment;
        }

        return names;
    }

    private static long Start(ReadOnlySpan<byte> bytes)
    {
        int from = Math.Max(0, bytes.Length - EndLength - LongestComment);
        int end = bytes[from..].LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || from + end + EndLength > bytes.Length)
        {
            return -1;
        }

        end += from;
        uint start = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        // ZIP64: a longer record says where the list is; a shorter one before this end says where that record is.
        int locator = end - 20;
        if (start == uint.MaxValue && locator >= 0 && bytes[locator..].StartsWith("PK\u0006\u0007"u8))
        {
            long record = BinaryPrimitives.ReadInt64LittleEndian(bytes[(locator + 8)..]);
            return record >= 0 && record <= bytes.Length - 56 ? BinaryPrimitives.ReadInt64LittleEndian(bytes[((int)record + 48)..]) : -1;
        }

        return start;
    }
}
