using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using BienNien.Finding;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Benchmarks;

/// <summary>What to generate and how often to measure.</summary>
/// <param name="Megabytes">Size of the corpus in MB (10^6 bytes).</param>
/// <param name="Seed">The same seed gives the same corpus.</param>
/// <param name="Rounds">Each stage is measured that often, in turn with the others; the median counts.</param>
/// <param name="DocumentKilobytes">Size of one document.</param>
/// <param name="WriteTo">A folder to write the documents to, or null.</param>
public sealed record CorpusRunOptions(int Megabytes, int Seed, int Rounds, int DocumentKilobytes, string? WriteTo)
{
    public static CorpusRunOptions Default { get; } = new(16, 1, 5, 10, null);

    /// <summary>Reads options; null when they are off.</summary>
    public static CorpusRunOptions? Parse(string[] args)
    {
        CorpusRunOptions options = Default;
        for (int i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                return null;
            }

            if (args[i] == "--write")
            {
                options = options with { WriteTo = args[i + 1] };
                continue;
            }

            if (!int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1)
            {
                return null;
            }

            switch (args[i])
            {
                case "--mb": options = options with { Megabytes = number }; break;
                case "--seed": options = options with { Seed = number }; break;
                case "--rounds": options = options with { Rounds = number }; break;
                case "--document-kb": options = options with { DocumentKilobytes = number }; break;
                default: return null;
            }
        }

        return options;
    }
}

/// <summary>Runs each stage over one generated corpus, on one thread, next to a baseline of the same run.</summary>
public static class CorpusRun
{
    /// <summary>Generates, measures, prints a table.</summary>
    public static int Run(CorpusRunOptions options, TextWriter output)
    {
        ImmutableArray<byte[]> files = Generate(options);
        long bytes = files.Sum(file => (long)file.Length);
        Engine engine = Engine.Create();
        ImmutableArray<Document> documents = [.. files.Select((file, i) => Read(engine, file, i))];
        Finder times = Finder.CreateForTimes();
        ImmutableArray<TokenizedDocument> tokens = [.. documents.Select(engine.Finder.Lexer.Tokenize)];

        (string Name, Func<long> Work)[] stages =
        [
            ("baseline: decode, NFC, count words", () => files.Sum(CountWords)),
            ("read: bytes to blocks", () => files.Select((file, i) => Read(engine, file, i)).Sum(document => (long)document.Blocks.Length)),
            ("read and look for damage", () => files.Select((file, i) => Read(engine, file, i)).Sum(document => (long)document.Damages.Length)),
            ("tokens", () => documents.Sum(document => (long)engine.Finder.Lexer.Tokenize(document).Tokens.Length)),
            ("times: tokens and time rules", () => documents.Sum(document => (long)times.Find(document).Length)),
            ("find: tokens and mentions", () => documents.Sum(document => (long)engine.Finder.Find(document).Length)),
            ("find, places with their units", () => documents.Sum(document => (long)engine.FindWithUnits(document).Length)),
            ("find from bytes", () => files.Select((file, i) => Read(engine, file, i)).Sum(document => (long)engine.Finder.Find(document).Length)),
            ("analyse: find and relate", () => documents.Sum(document => (long)engine.Analyze(document).Claims.Length)),
        ];

        foreach ((_, Func<long> work) in stages)
        {
            work();
        }

        List<double>[] seconds = [.. stages.Select(_ => new List<double>())];
        double[] allocated = new double[stages.Length];
        long[] results = new long[stages.Length];
        for (int round = 0; round < options.Rounds; round++)
        {
            for (int s = 0; s < stages.Length; s++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                long before = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                results[s] = stages[s].Work();
                seconds[s].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                allocated[s] = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)bytes;
            }
        }

        double baseline = Median(seconds[0]);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{bytes / 1e6:0.0} MB in {files.Length} documents, {tokens.Sum(t => (long)t.Tokens.Length)} tokens, seed {options.Seed}, one thread, median of {options.Rounds} rounds"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"stage",-36} {"MB/s",8} {"1/baseline",11} {"allocated/byte",15} {"results",10}"));
        for (int s = 0; s < stages.Length; s++)
        {
            double median = Median(seconds[s]);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{stages[s].Name,-36} {bytes / 1e6 / median,8:0.0} {median / baseline,11:0.0} {allocated[s],15:0.00} {results[s],10}"));
        }

        using Process process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory {process.PeakWorkingSet64 / 1e6:0} MB; {Environment.ProcessorCount} processors; .NET {Environment.Version}"));
        return 0;
    }

    private static ImmutableArray<byte[]> Generate(CorpusRunOptions options)
    {
        CorpusGenerator generator = new(options.Seed);
        List<byte[]> files = [];
        long total = 0;
        while (total < options.Megabytes * 1_000_000L)
        {
            byte[] file = Encoding.UTF8.GetBytes(generator.Next(options.DocumentKilobytes * 1000));
            files.Add(file);
            total += file.Length;
        }

        if (options.WriteTo is { } folder)
        {
            Directory.CreateDirectory(folder);
            for (int i = 0; i < files.Count; i++)
            {
                File.WriteAllBytes(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"tai-lieu-{i:00000}.txt")), files[i]);
            }
        }

        return [.. files];
    }

    private static Document Read(Engine engine, byte[] file, int number) =>
        engine.Reader.Read(string.Create(CultureInfo.InvariantCulture, $"{number}.txt"), file, ReadOptions.Default) is ReadResult.Read read
            ? read.Document
            : throw new InvalidOperationException("A generated document could not be read.");

    private static long CountWords(byte[] file)
    {
        string text = Encoding.UTF8.GetString(file).Normalize();
        long words = 0;
        bool inside = false;
        foreach (char c in text)
        {
            bool letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }

        return words;
    }

    private static double Median(List<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
