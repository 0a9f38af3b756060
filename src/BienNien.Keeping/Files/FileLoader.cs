using BienNien.Reading;

namespace BienNien.Keeping.Files;

/// <summary>A file's bytes, or why there are none.</summary>
public abstract record FileResult
{
    private FileResult()
    {
    }

    /// <summary>The whole file.</summary>
    /// <param name="Bytes">Its bytes.</param>
    public sealed record Loaded(ReadOnlyMemory<byte> Bytes) : FileResult;

    /// <summary>It could not be loaded.</summary>
    /// <param name="Problem">Why; its path is the one that was asked for.</param>
    public sealed record Failed(ProblemRow Problem) : FileResult;
}

/// <summary>Takes files into memory, but none that is larger than the limit.</summary>
/// <param name="fileSystem">Where they lie.</param>
/// <param name="options">The limit.</param>
public sealed class FileLoader(IFileSystem fileSystem, ReadOptions options)
{
    /// <summary>Loads a file. What the file system refuses is a result, not an exception.</summary>
    public FileResult Load(string path)
    {
        try
        {
            using Stream stream = fileSystem.OpenRead(path);
            return Load(path, stream);
        }
        catch (Exception e) when (ProblemOf(e) is { } problem)
        {
            return new FileResult.Failed(new ProblemRow(path, (int)problem, 0, Detail(e)));
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
            return TooLarge(path, expected);
        }

        // One byte more than expected: a file may grow while it is read, and the last read must see its end.
        byte[] bytes = new byte[Math.Max(expected + 1, 64 * 1024)];
        int length = 0;
        while (true)
        {
            int read = stream.Read(bytes, length, bytes.Length - length);
            if (read == 0)
            {
                return new FileResult.Loaded(bytes.AsMemory(0, length));
            }

            length += read;
            if (length > options.MaxBytes)
            {
                return TooLarge(path, length);
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

    internal static string Detail(Exception exception) => exception is IOException and not (FileNotFoundException or DirectoryNotFoundException)
        ? Library.OneLine(exception.Message)
        : "";

    private FileResult.Failed TooLarge(string path, long length) =>
        new(new ProblemRow(path, (int)ProblemCode.TooLarge, 0, FormattableString.Invariant($"{length} > {options.MaxBytes} bytes")));
}
