using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using BienNien.Keeping;
using BienNien.Keeping.Building;
using BienNien.Keeping.Chronicling;
using BienNien.Keeping.Files;
using BienNien.Reading;

namespace BienNien.Benchmarks;

/// <summary>Builds libraries of growing size from generated documents, and adds one document to each.</summary>
public static class LibraryRun
{
    private const int Added = 5;

    /// <summary>Generates, builds, prints a table.</summary>
    /// <param name="sizes">Numbers of documents.</param>
    /// <param name="kilobytes">Size of a document.</param>
    /// <param name="output">Takes the table.</param>
    public static int Run(ImmutableArray<int> sizes, int kilobytes, TextWriter output)
    {
        Engine engine = Engine.Create();
        _ = engine.Reconciler;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"documents of {kilobytes} kB, {Environment.ProcessorCount} processors; seconds of processor time (of the clock behind “/”); “+1”: one more document, the median of {Added}"));
        output.WriteLine($"{"documents",10} {"",4} {"Reading",15} {string.Join(' ', Enum.GetNames<ChronicleStep>().Select(static step => step.PadLeft(15)))} {"Together",15} {"Library",9}");
        foreach (int size in sizes)
        {
            Measure(engine, size, kilobytes, output);
        }

        return 0;
    }

    private static void Measure(Engine engine, int size, int kilobytes, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("biennien-bench-").FullName;
        try
        {
            CorpusGenerator generator = CorpusGenerator.OfOneProvince(1);
            for (int i = 0; i < size; i++)
            {
                File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{i:00000}.txt")), generator.Next(kilobytes * 1000));
            }

            string path = Path.Combine(folder, "library.db");
            using Library library = Library.Open(path);
            Row(output, size, "", Build(engine, library, folder), new FileInfo(path).Length);

            List<(double Processor, double Clock)[]> added = [];
            for (int i = 0; i < Added; i++)
            {
                File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"new-{i}.txt")), generator.Next(kilobytes * 1000));
                added.Add(Build(engine, library, folder));
            }

            Row(output, size, "+1", [.. Enumerable.Range(0, added[0].Length).Select(column => (Median(added.Select(row => row[column].Processor)), Median(added.Select(row => row[column].Clock))))], new FileInfo(path).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Of reading, then of each step.
    private static (double Processor, double Clock)[] Build(Engine engine, Library library, string folder)
    {
        Steps steps = new();
        new Builder(library, new DiskFileSystem(), engine.Reader, () => engine)
            .BuildAsync([folder], new BuildOptions(Environment.ProcessorCount, ReadOptions.Default), steps).GetAwaiter().GetResult();
        return steps.Seconds();
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Added / 2);

    private static void Row(TextWriter output, int size, string what, (double Processor, double Clock)[] seconds, long bytes)
    {
        (double Processor, double Clock) together = (seconds.Skip(1).Sum(static step => step.Processor), seconds.Skip(1).Sum(static step => step.Clock));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{size,10} {what,4} {string.Join(' ', seconds.Append(together).Select(static step => string.Create(CultureInfo.InvariantCulture, $"{step.Processor:0.000}/{step.Clock:0.000}").PadLeft(15)))} {bytes / 1e6,6:0} MB"));
    }

    private sealed class Steps : IProgress<BuildProgress>
    {
        private readonly Lock _gate = new();
        private readonly (double Processor, double Clock)[] _seconds = new (double, double)[1 + Enum.GetValues<ChronicleStep>().Length];
        private readonly Process _process = Process.GetCurrentProcess();
        private long _since = Stopwatch.GetTimestamp();
        private double _used;
        private int _now;

        internal Steps() => _used = _process.TotalProcessorTime.TotalSeconds;

        public void Report(BuildProgress value)
        {
            lock (_gate)
            {
                int next = value.Step is { } step ? 1 + (int)step : 0;
                if (next != _now)
                {
                    Turn(next);
                }
            }
        }

        internal (double Processor, double Clock)[] Seconds()
        {
            Turn(_now);
            return _seconds;
        }

        private void Turn(int next)
        {
            long now = Stopwatch.GetTimestamp();
            _process.Refresh();
            double used = _process.TotalProcessorTime.TotalSeconds;
            _seconds[_now].Processor += used - _used;
            _seconds[_now].Clock += Stopwatch.GetElapsedTime(_since, now).TotalSeconds;
            (_since, _used, _now) = (now, used, next);
        }
    }
}
