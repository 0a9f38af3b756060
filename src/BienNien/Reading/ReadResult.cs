using System.Collections.Immutable;
using BienNien.Reading.Packages;
using BienNien.Text;

namespace BienNien.Reading;

/// <summary>Why a file could not be read. The number stands in messages and never changes its meaning.</summary>
public enum ProblemCode
{
    /// <summary>BN1001: there is nothing in the file.</summary>
    Empty = 1001,

    /// <summary>BN1002: the bytes are no text (a picture or a program under another name).</summary>
    NotText = 1002,

    /// <summary>BN1003: the text is not UTF-8.</summary>
    NotUtf8 = 1003,

    /// <summary>BN1004: the file is damaged or cut off.</summary>
    Damaged = 1004,

    /// <summary>BN1005: the file, or what it unpacks to, is larger than the limit.</summary>
    TooLarge = 1005,

    /// <summary>BN1006: no reader for this kind of file.</summary>
    UnknownFormat = 1006,

    /// <summary>BN1007: the file is locked by a password.</summary>
    Protected = 1007,

    /// <summary>BN1008: the program that reads this kind of file is not installed.</summary>
    ProgramMissing = 1008,

    /// <summary>BN1009: the program that reads this kind of file failed.</summary>
    ProgramFailed = 1009,

    /// <summary>BN1010: reading took longer or more memory than the limit.</summary>
    OverLimit = 1010,
}

/// <summary>A document, files with documents of their own, or why there is none.</summary>
public abstract record ReadResult
{
    private ReadResult()
    {
    }

    /// <summary>The file was read.</summary>
    /// <param name="Document">What it holds.</param>
    public sealed record Read(Document Document) : ReadResult;

    /// <summary>The file holds others, each to be read by itself: one that cannot be read costs the others nothing.</summary>
    /// <param name="Document">What the file says itself (the words of a letter); null for a mere archive.</param>
    /// <param name="Files">In their order, unpacked under the limit; may be empty.</param>
    public sealed record Container(Document? Document, ImmutableArray<ContainedFile> Files) : ReadResult
    {
        /// <summary>How many files of kinds that are not read were left in it.</summary>
        public int PassedOver { get; init; }

        /// <summary>Why not all of its files are here; null when they are.</summary>
        public Unreadable? Problem { get; init; }
    }

    /// <summary>The file could not be read; other files are not touched by this.</summary>
    /// <param name="Code">What is wrong.</param>
    /// <param name="ByteOffset">Where in the file, in bytes from its start; 0 when the whole file is meant.</param>
    /// <param name="Detail">What was seen, for the message; no line ends.</param>
    public sealed record Unreadable(ProblemCode Code, long ByteOffset, string Detail) : ReadResult;
}

/// <summary>Limits of reading.</summary>
/// <remarks>Change with <c>o with { … }</c>; <c>default</c> is not valid, use <see cref="Default"/>.</remarks>
/// <param name="MaxBytes">The largest file taken, and the most that a packed file may unpack to.</param>
public readonly record struct ReadOptions(long MaxBytes)
{
    /// <summary>64 MiB, a book of 40,000 pages; 768 MiB of plain text, about as much as one string can hold.</summary>
    public static ReadOptions Default { get; } = new(64L * 1024 * 1024) { MaxTextBytes = 768L * 1024 * 1024 };

    /// <summary>The longest file taken of a kind that is read as a stream (plain text in UTF-8), in bytes.</summary>
    public long MaxTextBytes
    {
        get => Math.Max(field, MaxBytes);
        init;
    }

    /// <summary>The encoding of text files when the user knows it; null: found out by evidence.</summary>
    public TextEncoding? Encoding { get; init; }

    /// <summary>What all files in one outermost file share; null while a file is read alone.</summary>
    internal UnpackAccount? Account { get; init; }
}
