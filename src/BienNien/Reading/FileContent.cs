namespace BienNien.Reading;

/// <summary>The bytes of one file: in memory, or where they lie until a format asks for them.</summary>
/// <remarks>What the file system refuses while a format reads comes through as the exception that it threw.</remarks>
public abstract class FileContent
{
    /// <summary>How many bytes there are.</summary>
    public abstract long Length { get; }

    /// <summary>All bytes, in memory.</summary>
    public abstract ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The bytes from the first on; may be asked for again.</summary>
    public abstract Stream Open();

    /// <summary>Bytes that are in memory.</summary>
    public static FileContent Of(ReadOnlyMemory<byte> bytes) => new InMemory(bytes);

    private sealed class InMemory(ReadOnlyMemory<byte> bytes) : FileContent
    {
        public override long Length => bytes.Length;

        public override ReadOnlyMemory<byte> Bytes => bytes;

        public override Stream Open() => System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
    }
}
