using System.Diagnostics;
using System.Globalization;
using System.Text;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Benchmarks;

/// <summary>What it costs to say of each place which units it may be, over finding alone.</summary>
/// <remarks>Document by document in turn, and of each the best of the rounds: what else the machine does falls on both alike, and mostly on neither.</remarks>
public static class UnitsRun
{
    private const int Documents = 120;
    private const int DocumentLength = 10_000;
    private const int Rounds = 9;

    /// <summary>Measures and prints.</summary>
    public static int Run(TextWriter output)
    {
        Engine engine = Engine.Create();
        CorpusGenerator generator = new(1);
        Document[] documents = [.. Enumerable.Range(0, Documents).Select(_ => Read(engine, generator.Next(DocumentLength)))];
        double[] plain = Enumerable.Repeat(double.MaxValue, Documents).ToArray();
        double[] linked = Enumerable.Repeat(double.MaxValue, Documents).ToArray();
        for (int round = 0; round < Rounds; round++)
        {
            for (int d = 0; d < Documents; d++)
            {
                plain[d] = Math.Min(plain[d], Seconds(() => engine.Finder.Find(documents[d]).Length));
                linked[d] = Math.Min(linked[d], Seconds(() => engine.FindWithUnits(documents[d]).Length));
            }
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Documents} documents of {DocumentLength / 1000} kB, best of {Rounds} each: find {plain.Sum() * 1e3:0} ms, with units {linked.Sum() * 1e3:0} ms, {(linked.Sum() / plain.Sum()) - 1:+0.0%;-0.0%}"));
        return 0;
    }

    private static double Seconds(Func<int> work)
    {
        long start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Document Read(Engine engine, string text) =>
        engine.Reader.Read("thu.txt", Encoding.UTF8.GetBytes(text), ReadOptions.Default) is ReadResult.Read read
            ? read.Document
            : throw new InvalidOperationException("A generated document could not be read.");
}
