using BienNien.Reading;

namespace BienNien.Keeping.Files;

/// <summary>A file that can be read, or why there is none.</summary>
public abstract record FileResult
{
    private FileResult()
    {
    }

    /// <summary>The whole file.</summary>
    /// <param name="Content">Its bytes: in memory, or on disk when they are too many.</param>
    public sealed record Loaded(FileContent Content) : FileResult;

    /// <summary>It could not be loaded.</summary>
    /// <param name="Problem">Why; its path is the one that was asked for.</param>
    public sealed record Failed(ProblemRow Problem) : FileResult;
}

/// <summary>Takes files into memory, but none that is larger than the limit.</summary>
/// <param name="fileSystem">Where they lie.</param>
/// <param name="options">The limits.</param>
public sealed class FileLoader(IFileSystem fileSystem, ReadOptions options)
{
    /// <summary>Loads a file. What the file system refuses is a result, not an exception.</summary>
    /// <param name="path">The file.</param>
    /// <param name="streams">Whether files of its kind are read as a stream: a large one then stays on disk until it is read.</param>
    public FileResult Load(string path, bool streams = false)
    {
        try
        {
            using Stream stream = fileSystem.OpenRead(path);
            return streams && stream.CanSeek && stream.Length > options.MaxBytes
                ? stream.Length > options.MaxTextBytes ? TooLarge(path, stream.Length, options.MaxTextBytes) : new FileResult.Loaded(new FileOnDisk(fileSystem, path, stream.Length))
                : Load(path, stream);
        }
        catch (Exception e) when (ProblemOf(path, e) is { } problem)
        {
            return new FileResult.Failed(problem);
        }
    }

    /// <summary>Loads what a stream holds, of known length or not.</summary>
    /// <param name="path">For the problem.</param>
    /// <param name="stream">Read from where it stands to its end.</param>
    public FileResult Load(string path, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long expected = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (expected > options.MaxBytes)
        {
            return TooLarge(path, expected, options.MaxBytes);
        }

        // One byte more than expected: a file may grow while it is read, and the last read must see its end.
        byte[] bytes = new byte[Math.Max(expected + 1, 64 * 1024)];
        int length = 0;
        while (true)
        {
            int read = stream.Read(bytes, length, bytes.Length - length);
            if (read == 0)
            {
                return new FileResult.Loaded(FileContent.Of(bytes.AsMemory(0, length)));
            }

            length += read;
            if (length > options.MaxBytes)
            {
                return TooLarge(path, length, options.MaxBytes);
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, (int)Math.Min(2L * bytes.Length, options.MaxBytes + 1));
            }
        }
    }

    /// <summary>What an exception of the file system means; null for one that is none.</summary>
    public static FileProblem? ProblemOf(Exception exception) => exception switch
    {
        UnauthorizedAccessException or System.Security.SecurityException => FileProblem.AccessDenied,
        FileNotFoundException or DirectoryNotFoundException => FileProblem.NotFound,
        IOException => FileProblem.InputOutput,
        _ => null,
    };

    /// <summary>The same as a problem of a file.</summary>
    public static ProblemRow? ProblemOf(string path, Exception exception) =>
        ProblemOf(exception) is { } problem ? new ProblemRow(path, (int)problem, 0, Detail(exception)) : null;

    private static string Detail(Exception exception) => exception is IOException and not (FileNotFoundException or DirectoryNotFoundException)
        ? Library.OneLine(exception.Message)
        : "";

    private static FileResult.Failed TooLarge(string path, long length, long limit) =>
        new(new ProblemRow(path, (int)ProblemCode.TooLarge, 0, FormattableString.Invariant($"{length} > {limit} bytes")));

    /// <summary>A file that is read where it lies.</summary>
    private sealed class FileOnDisk(IFileSystem fileSystem, string path, long length) : FileContent
    {
        public override long Length => length;

        public override ReadOnlyMemory<byte> Bytes
        {
            get
            {
                using Stream stream = Open();
                byte[] bytes = new byte[length];
                return bytes.AsMemory(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            }
        }

        public override Stream Open() => fileSystem.OpenRead(path);
    }
}
