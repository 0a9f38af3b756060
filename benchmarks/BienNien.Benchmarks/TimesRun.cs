using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using BienNien.Finding;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Benchmarks;

/// <summary>Shows that finding times costs in proportion to the text: documents of growing size, and how few of the rules are asked at a token.</summary>
public static class TimesRun
{
    private const int Rounds = 7;
    private static readonly int[] _kilobytes = [10, 40, 160, 640, 2560];

    /// <summary>Measures and prints a table.</summary>
    public static int Run(TextWriter output)
    {
        Engine engine = Engine.Create();
        Finder times = Finder.CreateForTimes();
        ImmutableArray<Document> documents = [.. _kilobytes.Select((size, i) => Read(engine, new CorpusGenerator(i + 1).Next(size * 1000), i))];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times.Rules.Length} time rules; one thread, median of {Rounds} rounds, sizes in turn"));
        output.WriteLine($"{"document kB",12} {"ms",9} {"microseconds/kB",16} {"tokens",9} {"rules asked/token",18} {"times",8}");
        List<double>[] seconds = [.. documents.Select(static _ => new List<double>())];
        foreach (Document document in documents)
        {
            times.Find(document);
        }

        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < documents.Length; i++)
            {
                GC.Collect();
                long start = Stopwatch.GetTimestamp();
                times.Find(documents[i]);
                seconds[i].Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        for (int i = 0; i < documents.Length; i++)
        {
            double median = seconds[i].Order().ElementAt(Rounds / 2);
            double kilobytes = Encoding.UTF8.GetByteCount(documents[i].Text) / 1000.0;
            ImmutableArray<Token> tokens = times.Lexer.Tokenize(documents[i]).Tokens;
            double asked = tokens.Sum(token => (long)times.RulesAskedAt(token)) / (double)tokens.Length;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{kilobytes,12:0} {median * 1e3,9:0.00} {median * 1e6 / kilobytes,16:0.0} {tokens.Length,9} {asked,18:0.00} {times.Find(documents[i]).Length,8}"));
        }

        PrintRules(times, times.Lexer.Tokenize(documents[^1]), output);
        return 0;
    }

    // Each rule by itself at all the places where it opens: which of them a profile would show.
    private static void PrintRules(Finder times, TokenizedDocument document, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine($"{"rule",-20} {"asked",9} {"ms",9} {"ns/call",9}");
        List<(string Name, long Asked, double Seconds)> rows = [];
        foreach (IMentionRule rule in times.Rules)
        {
            HashSet<int> words = [.. rule.OpeningWords];
            (long asked, double best) = (0, double.MaxValue);
            for (int round = 0; round < 3; round++)
            {
                asked = 0;
                MentionSink sink = new();
                long start = Stopwatch.GetTimestamp();
                for (int s = 0; s < document.Sentences.Length; s++)
                {
                    Sentence sentence = document.SentenceAt(s);
                    sink.Clear();
                    for (int at = 0; at < sentence.Count; at++)
                    {
                        Token token = sentence[at];
                        if ((token.Word != 0 && words.Contains(token.Word)) || (token.IsNumber && (rule.Openings & Openings.Numbers) != 0)
                            || (token.Capitalised && (rule.Openings & Openings.Capitals) != 0) || (token.IsRoman && (rule.Openings & Openings.RomanNumerals) != 0))
                        {
                            asked++;
                            rule.Find(sentence, at, sink);
                        }
                    }
                }

                best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
            }

            rows.Add(($"{rule.Id} {rule.GetType().Name}", asked, best));
        }

        foreach ((string name, long asked, double seconds) in rows.OrderByDescending(static row => row.Seconds))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-20} {asked,9} {seconds * 1e3,9:0.00} {seconds * 1e9 / Math.Max(1, asked),9:0}"));
        }
    }

    private static Document Read(Engine engine, string text, int number) =>
        engine.Reader.Read(string.Create(CultureInfo.InvariantCulture, $"{number}.txt"), Encoding.UTF8.GetBytes(text), ReadOptions.Default) is ReadResult.Read read
            ? read.Document
            : throw new InvalidOperationException("A generated document could not be read.");
}
