using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using BienNien.Keeping.Files;
using BienNien.Reading;

namespace BienNien.Keeping.Building;

/// <summary>How a library is built.</summary>
/// <param name="Jobs">How many files are read and analysed at once, at least 1.</param>
/// <param name="Reading">Limits of reading.</param>
public readonly record struct BuildOptions(int Jobs, ReadOptions Reading)
{
    /// <summary>One job a core, and the engine's own limits.</summary>
    public static BuildOptions Default => new(Environment.ProcessorCount, ReadOptions.Default);
}

/// <summary>How far a build has come.</summary>
/// <param name="Files">Files dealt with.</param>
/// <param name="TotalFiles">Files to deal with.</param>
/// <param name="Bytes">Bytes of the files that were loaded so far.</param>
public readonly record struct BuildProgress(int Files, int TotalFiles, long Bytes);

/// <summary>What a build has done.</summary>
/// <param name="Read">Documents that were read, being new, changed or read by an older engine.</param>
/// <param name="Unchanged">Files that the library knew already.</param>
/// <param name="Moved">Of these, files that have another path than before.</param>
/// <param name="Removed">Files that are gone from the folders.</param>
/// <param name="PassedOver">Files of kinds that are not read.</param>
/// <param name="Bytes">Bytes of all files that were looked at.</param>
/// <param name="Problems">Files and folders that could not be read; paths absolute, in their order.</param>
public sealed record BuildReport(int Read, int Unchanged, int Moved, int Removed, int PassedOver, long Bytes, ImmutableArray<ProblemRow> Problems);

/// <summary>Takes folders into a library: reads what is new or changed, forgets what is gone, leaves the rest.</summary>
/// <remarks>
/// The same files give the same content whatever their order, the number of jobs or what was built before. What was written is whole
/// after each batch, so that a build that is cut off goes on where it was.
/// </remarks>
/// <param name="library">The library.</param>
/// <param name="fileSystem">Where the files lie.</param>
/// <param name="engine">Made when the first file must be read: an engine takes longer to make than most builds take.</param>
public sealed class Builder(Library library, IFileSystem fileSystem, Func<Engine> engine)
{
    private readonly Lazy<Engine> _engine = new(engine);

    /// <summary>Which engine has read a document: another build of it reads the document again.</summary>
    public static string RulesVersion { get; } = typeof(Engine).Assembly.ManifestModule.ModuleVersionId.ToString("N");

    /// <summary>Builds.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each file, from any thread; may be null.</param>
    /// <param name="cancel">Ends the build; what was read so far stays in the library.</param>
    /// <exception cref="LibraryException">The library cannot be written.</exception>
    public async Task<BuildReport> BuildAsync(
        IReadOnlyCollection<string> paths, BuildOptions options, IProgress<BuildProgress>? progress = null, CancellationToken cancel = default)
    {
        DocumentReader kinds = DocumentReader.Create();
        FileWalk walk = FileWalk.Through(fileSystem, paths, path => kinds.Reads(path) && !IsOwnFile(path), cancel);
        LibraryWriter writer = new(library);
        await using (writer.ConfigureAwait(false))
        {
            Run run = new(writer.KnownDocuments(RulesVersion), walk.Files.Length, progress);
            Channel<FileOutcome> outcomes = Channel.CreateBounded<FileOutcome>(new BoundedChannelOptions(2 * Math.Max(1, options.Jobs)) { SingleReader = true });
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            Task writing = WriteAllAsync(writer, outcomes.Reader, stop);
            try
            {
                await Parallel.ForEachAsync(
                    walk.Files,
                    new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Jobs), CancellationToken = stop.Token },
                    async (path, token) => await outcomes.Writer.WriteAsync(Take(path, kinds, options.Reading, run), token)).ConfigureAwait(false);
            }
            finally
            {
                outcomes.Writer.Complete();
                await writing.ConfigureAwait(false);
            }

            ImmutableArray<ProblemRow> problems = [.. walk.Problems.Concat(run.Problems).OrderBy(static problem => problem.Path, StringComparer.Ordinal)];
            (int removed, int moved) = writer.Finish(paths, walk, problems);
            return new BuildReport(run.Read, run.Unchanged, moved, removed, walk.PassedOver, run.Bytes, problems);
        }
    }

    private static async Task WriteAllAsync(LibraryWriter writer, ChannelReader<FileOutcome> outcomes, CancellationTokenSource stop)
    {
        try
        {
            await foreach (FileOutcome outcome in outcomes.ReadAllAsync().ConfigureAwait(false))
            {
                writer.Write(outcome);
            }

            writer.Commit();
        }
        catch
        {
            // Nobody takes any more: the workers must not wait for room.
            await stop.CancelAsync().ConfigureAwait(false);
            throw;
        }
    }

    private FileOutcome Take(string path, DocumentReader kinds, ReadOptions options, Run run)
    {
        FileOutcome outcome = new FileLoader(fileSystem, options).Load(path, kinds.Streams(path)) switch
        {
            FileResult.Loaded loaded => TakeContent(path, loaded.Content, options, run),
            FileResult.Failed failed => new FileOutcome.Unreadable(failed.Problem),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        run.Count(outcome);
        return outcome;
    }

    private FileOutcome TakeContent(string path, FileContent content, ReadOptions options, Run run)
    {
        try
        {
            string hash = HashOf(path, content);
            run.Add(content.Length);
            if (run.IsKnown(hash))
            {
                return new FileOutcome.Known(path, hash);
            }

            switch (_engine.Value.Reader.Read(Path.GetFileName(path), content, options))
            {
                case ReadResult.Read read:
                    return run.Claim(hash)
                        ? new FileOutcome.Analyzed(path, DocumentRecord.Of(hash, content.Length, _engine.Value.Analyze(read.Document), _engine.Value.HandlingMarks.Find(read.Document)))
                        : new FileOutcome.Known(path, hash);
                case ReadResult.Unreadable bad:
                    return new FileOutcome.Unreadable(ProblemRow.Of(path, bad, content));
                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (Exception e) when (FileLoader.ProblemOf(path, e) is { } problem)
        {
            // A file that is read as a stream may go away meanwhile.
            return new FileOutcome.Unreadable(problem);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // One document that the engine stumbles over must not cost the other thousands; it is told like any problem.
            return new FileOutcome.Unreadable(new ProblemRow(path, (int)FileProblem.Internal, 0, Library.OneLine($"{e.GetType().Name}: {e.Message}")));
        }
    }

    // The same bytes under another ending are another document: they are read another way.
    private static string HashOf(string path, FileContent content)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Path.GetExtension(path).ToLowerInvariant() + "\n"));
        if (content.Length <= ReadOptions.Default.MaxBytes)
        {
            hash.AppendData(content.Bytes.Span);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }

        using Stream stream = content.Open();
        byte[] buffer = new byte[128 * 1024];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private bool IsOwnFile(string path) => path.StartsWith(library.Path, StringComparison.Ordinal);

    /// <summary>What the workers of one build share.</summary>
    private sealed class Run(IEnumerable<string> known, int total, IProgress<BuildProgress>? progress)
    {
        private readonly ConcurrentDictionary<string, bool> _claimed = new(known.Select(static hash => KeyValuePair.Create(hash, true)), StringComparer.Ordinal);
        private readonly ConcurrentBag<ProblemRow> _problems = [];
        private int _done;
        private int _read;
        private int _unchanged;
        private long _bytes;

        internal int Read => _read;

        internal int Unchanged => _unchanged;

        internal long Bytes => _bytes;

        internal IEnumerable<ProblemRow> Problems => _problems;

        /// <summary>True for the first who asks: of several copies one is read.</summary>
        internal bool Claim(string hash) => _claimed.TryAdd(hash, value: true);

        internal bool IsKnown(string hash) => _claimed.ContainsKey(hash);

        internal void Add(long bytes) => Interlocked.Add(ref _bytes, bytes);

        internal void Count(FileOutcome outcome)
        {
            switch (outcome)
            {
                case FileOutcome.Analyzed:
                    Interlocked.Increment(ref _read);
                    break;
                case FileOutcome.Known:
                    Interlocked.Increment(ref _unchanged);
                    break;
                case FileOutcome.Unreadable bad:
                    _problems.Add(bad.Problem);
                    break;
            }

            progress?.Report(new BuildProgress(Interlocked.Increment(ref _done), total, Interlocked.Read(ref _bytes)));
        }
    }
}
