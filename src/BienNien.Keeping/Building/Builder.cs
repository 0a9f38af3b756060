using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Channels;
using BienNien.Keeping.Chronicling;
using BienNien.Keeping.Files;
using BienNien.Reading;
using BienNien.Relating;
using BienNien.Text;

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
public readonly record struct BuildProgress(int Files, int TotalFiles, long Bytes)
{
    /// <summary>When all files are dealt with: which step of putting documents together comes next; it may come several times.</summary>
    public ChronicleStep? Step { get; init; }
}

/// <summary>What a build has done.</summary>
/// <param name="Read">Documents that were read, being new, changed or read by an older engine.</param>
/// <param name="Unchanged">Files that the library knew already, with those in unchanged archives.</param>
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
/// <param name="reader">Says which files are read, and reads them.</param>
/// <param name="engine">Made when the first file must be read: an engine takes longer to make than most builds take.</param>
public sealed class Builder(Library library, IFileSystem fileSystem, DocumentReader reader, Func<Engine> engine)
{
    private readonly Lazy<Engine> _engine = new(engine);

    /// <summary>Builds.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told after each file, from any thread; may be null.</param>
    /// <param name="cancel">Ends the build; what was read so far stays in the library, and the next build goes on.</param>
    /// <exception cref="LibraryException">The library cannot be written.</exception>
    public async Task<BuildReport> BuildAsync(
        IReadOnlyCollection<string> paths, BuildOptions options, IProgress<BuildProgress>? progress = null, CancellationToken cancel = default)
    {
        FileWalk walk = FileWalk.Through(fileSystem, paths, path => reader.Reads(path) && !IsOwnFile(path), cancel);
        LibraryWriter writer = new(library, reader.Version);
        await using (writer.ConfigureAwait(false))
        {
            Run run = new(writer.KnownDocuments(), writer.KnownContainers(), walk.Files.Length, progress);
            Channel<FileOutcome> outcomes = Channel.CreateBounded<FileOutcome>(new BoundedChannelOptions(2 * Math.Max(1, options.Jobs)) { SingleReader = true });
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            Task writing = WriteAllAsync(writer, outcomes.Reader, stop);
            try
            {
                await Parallel.ForEachAsync(
                    walk.Files,
                    new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Jobs), CancellationToken = stop.Token },
                    async (path, token) =>
                    {
                        foreach (FileOutcome outcome in Take(path, options.Reading, run))
                        {
                            await outcomes.Writer.WriteAsync(outcome, token).ConfigureAwait(false);
                        }
                    }).ConfigureAwait(false);
            }
            finally
            {
                outcomes.Writer.Complete();
                await writing.ConfigureAwait(false);
            }

            ImmutableArray<ProblemRow> problems = [.. walk.Problems.Concat(run.Problems).DistinctBy(static problem => problem.Path).OrderBy(static problem => problem.Path, StringComparer.Ordinal)];
            (int removed, int moved) = writer.Finish(paths, walk, problems);
            new ChronicleUpdate(library, () => _engine.Value.Reconciler).Run(step => progress?.Report(run.Progress with { Step = step }), cancel);
            return new BuildReport(run.Read, run.Unchanged, moved, removed, walk.PassedOver + run.PassedOver, run.Bytes, problems);
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

    private IEnumerable<FileOutcome> Take(string path, ReadOptions options, Run run)
    {
        IEnumerable<FileOutcome> outcomes = new FileLoader(fileSystem, options).Load(path, reader.Streams(path)) switch
        {
            FileResult.Loaded loaded => TakeContent(path, loaded.Content, options, run),
            FileResult.Failed failed => [new FileOutcome.Unreadable(failed.Problem)],
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        foreach (FileOutcome outcome in outcomes)
        {
            run.Count(outcome);
            yield return outcome;
        }

        run.Done();
    }

    private IEnumerable<FileOutcome> TakeContent(string path, FileContent content, ReadOptions options, Run run)
    {
        try
        {
            string hash = HashOf(path, content, options);
            run.Add(content.Length);
            if (run.UnchangedContainer(library.Relative(path), hash) is { } container)
            {
                return [new FileOutcome.Unopened(path, container)];
            }

            return run.IsKnown(hash) && !reader.HoldsFiles(path) ? [new FileOutcome.Known(path, hash)] : Read(path, hash, content, options, run);
        }
        catch (Exception e) when (FileLoader.ProblemOf(path, e) is { } problem)
        {
            return [new FileOutcome.Unreadable(problem)];
        }
    }

    private IEnumerable<FileOutcome> Read(string path, string hash, FileContent content, ReadOptions options, Run run)
    {
        // The engine knows the file by its name, the library by its path.
        string name = Path.GetFileName(path);
        string PathOf(string inside) => path + inside[name.Length..];
        string at = path;
        bool holdsFiles = reader.HoldsFiles(path);
        bool whole = true;
        int passedOver = 0;
        using IEnumerator<FileReading> readings = reader
            .ReadAll(name, content, options, (inside, held) => !reader.HoldsFiles(inside) && run.IsKnown(HashOf(inside, held, options)))
            .GetEnumerator();
        while (true)
        {
            FileOutcome? outcome;
            try
            {
                if (!readings.MoveNext())
                {
                    break;
                }

                FileReading reading = readings.Current;
                passedOver += (reading as FileReading.PassedOver)?.Count ?? 0;
                at = PathOf(reading.Name);
                holdsFiles |= at.Length > path.Length;
                outcome = Outcome(reading, at, at.Length > path.Length ? path : null, options, run);
            }
            catch (Exception e) when (FileLoader.ProblemOf(at, e) is { } problem)
            {
                // A file that is read as a stream may go away meanwhile.
                outcome = new FileOutcome.Unreadable(problem);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // One document that the engine stumbles over must not cost the other thousands; it is told like any problem.
                outcome = new FileOutcome.Unreadable(new ProblemRow(at, (int)FileProblem.Internal, 0, Library.OneLine($"{e.GetType().Name}: {e.Message}")));
            }

            if (outcome is not null)
            {
                whole &= outcome is not FileOutcome.Unreadable;
                yield return outcome;
            }
        }

        if (holdsFiles)
        {
            yield return new FileOutcome.Opened(path, whole ? hash : "", passedOver);
        }
    }

    private FileOutcome? Outcome(FileReading reading, string path, string? container, ReadOptions options, Run run)
    {
        switch (reading)
        {
            case FileReading.Read read:
                string hash = HashOf(path, read.Content, options);
                if (!run.Claim(hash))
                {
                    return new FileOutcome.Known(path, hash) { Container = container };
                }

                DocumentAnalysis analysis = _engine.Value.Analyze(read.Document);
                DocumentRecord record = DocumentRecord.Of(hash, read.Content.Length, analysis, _engine.Value.PaperHeaders.Read(read.Document), _engine.Value.Testify(analysis));
                return new FileOutcome.Analyzed(path, record) { Container = container };
            case FileReading.Known known:
                return new FileOutcome.Known(path, HashOf(path, known.Content, options)) { Container = container };
            case FileReading.Unreadable bad:
                return new FileOutcome.Unreadable(ProblemRow.Of(path, bad.Problem, bad.Content));
            default:
                return null;
        }
    }

    // The same bytes under another ending, or in another encoding, are another document: they are read another way.
    private static string HashOf(string path, FileContent content, ReadOptions options)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Path.GetExtension(path).ToLowerInvariant() + options.Encoding?.Name() + "\n"));
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
    private sealed class Run(IEnumerable<string> known, IReadOnlyDictionary<string, KnownContainer> containers, int total, IProgress<BuildProgress>? progress)
    {
        private readonly ConcurrentDictionary<string, bool> _claimed = new(known.Select(static hash => KeyValuePair.Create(hash, true)), StringComparer.Ordinal);
        private readonly ConcurrentBag<ProblemRow> _problems = [];
        private int _done;
        private int _read;
        private int _unchanged;
        private int _passedOver;
        private long _bytes;

        internal int Read => _read;

        internal int Unchanged => _unchanged;

        internal int PassedOver => _passedOver;

        internal long Bytes => _bytes;

        internal IEnumerable<ProblemRow> Problems => _problems;

        internal BuildProgress Progress => new(Volatile.Read(ref _done), total, Interlocked.Read(ref _bytes));

        /// <summary>True for the first who asks: of several copies one is read.</summary>
        internal bool Claim(string hash) => _claimed.TryAdd(hash, value: true);

        internal bool IsKnown(string hash) => _claimed.ContainsKey(hash);

        /// <summary>A file that holds others and has these bytes still; null for any other.</summary>
        internal KnownContainer? UnchangedContainer(string path, string hash) =>
            containers.TryGetValue(path, out KnownContainer? container) && container.Hash == hash ? container : null;

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
                case FileOutcome.Unopened unopened:
                    Interlocked.Add(ref _unchanged, unopened.Container.Files);
                    Interlocked.Add(ref _passedOver, unopened.Container.PassedOver);
                    break;
                case FileOutcome.Opened opened:
                    Interlocked.Add(ref _passedOver, opened.PassedOver);
                    break;
                case FileOutcome.Unreadable bad:
                    _problems.Add(bad.Problem);
                    break;
            }
        }

        /// <summary>A file of the folders is dealt with, and all files in it.</summary>
        internal void Done()
        {
            Interlocked.Increment(ref _done);
            progress?.Report(Progress);
        }
    }
}
