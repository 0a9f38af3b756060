using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using BienNien.Reading;
using Shouldly;
using Xunit.Abstractions;

namespace BienNien.Tests.Reading.Fuzz;

/// <summary>Damaged files over all readers: each is read or refused, soon, in little memory.</summary>
/// <remarks>20,000 inputs by default; <c>BIENNIEN_FUZZ=100000 ./test fuzz</c> for a long run, <c>BIENNIEN_FUZZ_SEED</c> for other damage.</remarks>
public sealed class FuzzTests(EngineFixture fixture, ITestOutputHelper output) : IClassFixture<EngineFixture>
{
    private const int DefaultInputs = 20_000;

    // One in so many goes through all later stages as well.
    private const int Analyzed = 20;

    // What one input may allocate beside a multiple of its own size: tables of the readers, parsers' buffers.
    private const long MostAllocated = 256L * 1024 * 1024;
    private const int MostAllocatedPerByte = 2_000;
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(20);

    private static readonly DocumentReader _reader = DocumentReader.Create();

    [Fact]
    public void Every_format_that_the_engine_reads_has_a_file_to_damage() =>
        _reader.Formats.Where(static endings => !FuzzSeeds.All.Any(seed => endings.Contains(Path.GetExtension(seed.Name)))).ShouldBeEmpty();

    [Fact]
    public async Task Damaged_files_are_read_or_refused()
    {
        int inputs = Number("BIENNIEN_FUZZ", DefaultInputs);
        int seed = Number("BIENNIEN_FUZZ_SEED", 1);
        byte[][] corpus = [.. FuzzSeeds.All.Select(static one => one.Bytes)];
        ConcurrentDictionary<string, int> answers = new(StringComparer.Ordinal);
        ConcurrentBag<string> failures = [];
        long slowest = 0;
        int next = -1;
        Stopwatch all = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Task.Run(async () =>
        {
            for (int i = Interlocked.Increment(ref next); i < inputs && failures.IsEmpty; i = Interlocked.Increment(ref next))
            {
                (string name, byte[] bytes) = FuzzSeeds.All[i % FuzzSeeds.All.Length];
                byte[] input = new Mutator(HashCode(seed, i), corpus).Mutate(bytes);
                Stopwatch watch = Stopwatch.StartNew();
                Task<string> reading = Task.Factory.StartNew(() => Read(name, input, i % Analyzed == 0), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                if (await Task.WhenAny(reading, Task.Delay(_longest)) != reading)
                {
                    failures.Add(string.Create(CultureInfo.InvariantCulture, $"input {i} of seed {seed} ({name}, {input.Length} bytes): not done after {_longest}"));
                    Keep(i, name, input);
                    return;
                }

                long taken = watch.ElapsedMilliseconds;
                InterlockedMax(ref slowest, taken);
                string answer = await reading;
                if (answer.StartsWith('!'))
                {
                    failures.Add(string.Create(CultureInfo.InvariantCulture, $"input {i} of seed {seed} ({name}, {input.Length} bytes): {answer[1..]}"));
                    Keep(i, name, input);
                    return;
                }

                answers.AddOrUpdate($"{Path.GetExtension(name)} {answer}", 1, static (_, count) => count + 1);
            }
        })));
        failures.ShouldBeEmpty();
        output.WriteLine($"{inputs} inputs in {all.Elapsed.TotalSeconds:F0} s, the slowest {slowest} ms");
        foreach ((string answer, int count) in answers.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            output.WriteLine($"{count,7} {answer}");
        }
    }

    private string Read(string name, byte[] input, bool analyze)
    {
        try
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            List<FileReading> readings = [.. _reader.ReadAll(name, FileContent.Of(input), ReadOptions.Default)];
            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > MostAllocated + ((long)MostAllocatedPerByte * input.Length))
            {
                return string.Create(CultureInfo.InvariantCulture, $"!{allocated:N0} bytes allocated");
            }

            foreach (FileReading reading in readings)
            {
                Invariants.Check(reading);
                if (analyze && reading is FileReading.Read read)
                {
                    fixture.Engine.Analyze(read.Document);
                }
            }

            return readings is [FileReading.Unreadable bad] ? bad.Problem.Code.ToString() : readings.Exists(static reading => reading is FileReading.Read) ? "read" : "nothing in it";
        }
        catch (Exception e)
        {
            return "!" + e;
        }
    }

    private static void Keep(int number, string name, byte[] input) =>
        File.WriteAllBytes(Path.Combine(Path.GetTempPath(), $"biennien-fuzz-{number}{Path.GetExtension(name)}"), input);

    private static int HashCode(int seed, int number) => unchecked((seed * 1_000_003) + number);

    private static void InterlockedMax(ref long most, long value)
    {
        for (long seen = Interlocked.Read(ref most); value > seen; seen = Interlocked.Read(ref most))
        {
            if (Interlocked.CompareExchange(ref most, value, seen) == seen)
            {
                return;
            }
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : otherwise;
}
