namespace BienNien.Reading;

/// <summary>A file that lies in another one: in an archive, or hung on a letter.</summary>
/// <param name="Name">Its path inside, with <c>/</c>, without <c>..</c>, control characters or a root; never empty, no two alike.</param>
/// <param name="Bytes">All its bytes, unpacked.</param>
public sealed record ContainedFile(string Name, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Why it could not be taken out; null when it was.</summary>
    public ReadResult.Unreadable? Problem { get; init; }
}
