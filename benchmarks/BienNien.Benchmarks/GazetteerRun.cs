using System.Diagnostics;
using System.Globalization;
using System.Text;
using BienNien.Gazetteers;
using BienNien.Knowledge;
using BienNien.Reading;
using BienNien.Text;

namespace BienNien.Benchmarks;

/// <summary>What the gazetteer costs: loading, memory, and a look-up with the names that there are and with ten times as many, in one run.</summary>
public static class GazetteerRun
{
    private const int Rounds = 9;
    private static readonly string[] _tables = ["places-historic", "places-provinces", "places-districts", "places-communes"];

    /// <summary>Measures and prints.</summary>
    public static int Run(TextWriter output)
    {
        // The tables of letters are the engine's: whoever reads a text has them. The first load is what a program pays: its code is compiled on the way.
        (double letters, _) = Timed(static () => Letters.FormOf("Hoà"));
        (double cold, Gazetteer gazetteer) = Timed(Gazetteer.Load);
        List<double> warm = [];
        for (int round = 0; round < Rounds; round++)
        {
            warm.Add(Timed(Gazetteer.Load).Seconds);
        }

        (double tableCold, _) = Timed(() => Phrases(copies: 1));
        List<double> tableWarm = [];
        for (int round = 0; round < Rounds; round++)
        {
            tableWarm.Add(Timed(() => Phrases(copies: 1)).Seconds);
        }

        output.WriteLine(Line($"{gazetteer.Count} places; processor time, median of {Rounds} rounds"));
        output.WriteLine($"{"",-34} {"first ms",9} {"later ms",9} {"MB kept",9}");
        output.WriteLine(Line($"{"letters, shared with the engine",-34} {letters * 1e3,9:0.0}"));
        output.WriteLine(Line($"{"Gazetteer.Load",-34} {cold * 1e3,9:0.0} {Median(warm) * 1e3,9:0.0} {Kept(Gazetteer.Load),9:0.0}"));
        output.WriteLine(Line($"{"phrase table of places, as finders",-34} {tableCold * 1e3,9:0.0} {Median(tableWarm) * 1e3,9:0.0} {Kept(() => Phrases(copies: 1)),9:0.0}"));
        output.WriteLine();

        string text = new CorpusGenerator(1).Next(400_000);
        string[] words = text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        string[] pairs = [.. words.Zip(words.Skip(1), static (one, two) => $"{one} {two}")];
        PlaceNames one = Names(copies: 1);
        PlaceNames ten = Names(copies: 10);
        (PhraseTable<int> table1, Lexer lexer1) = Phrases(copies: 1);
        (PhraseTable<int> table10, Lexer lexer10) = Phrases(copies: 10);
        TokenizedDocument text1 = lexer1.Tokenize(Read(text));
        TokenizedDocument text10 = lexer10.Tokenize(Read(text));
        List<double>[] seconds = [[], [], [], []];
        for (int round = 0; round < Rounds; round++)
        {
            seconds[0].Add(Timed(() => Ask(one, pairs)).Seconds);
            seconds[1].Add(Timed(() => Ask(ten, pairs)).Seconds);
            seconds[2].Add(Timed(() => Walk(table1, text1)).Seconds);
            seconds[3].Add(Timed(() => Walk(table10, text10)).Seconds);
        }

        output.WriteLine($"{"",-34} {"ns, 1x",9} {"ns, 10x",9} {"ratio",9}");
        output.WriteLine(Ratio("a name by hash, hit or miss", seconds[0], seconds[1], pairs.Length));
        output.WriteLine(Ratio("longest name at a token", seconds[2], seconds[3], text1.Tokens.Length));
        return 0;
    }

    private static string Ratio(string what, List<double> one, List<double> ten, int count) =>
        Line($"{what,-34} {Median(one) * 1e9 / count,9:0.0} {Median(ten) * 1e9 / count,9:0.0} {Median(ten) / Median(one),9:0.00}");

    private static int Ask(PlaceNames names, string[] questions)
    {
        Span<char> room = stackalloc char[2 * PlaceNames.Longest];
        int found = 0;
        foreach (string question in questions)
        {
            found += names.Ask(question, room).MoveNext() ? 1 : 0;
        }

        return found;
    }

    private static int Walk(PhraseTable<int> table, TokenizedDocument document)
    {
        int found = 0;
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            Sentence sentence = document.SentenceAt(s);
            for (int at = 0; at < sentence.Count; at++)
            {
                found += table.Longest(sentence, at, out _);
            }
        }

        return found;
    }

    // Ten times the names, none of the further ones in the text: what a look-up then costs more, it costs for the size alone.
    private static List<string> AllNames(int copies)
    {
        List<string> names = [.. _tables.SelectMany(static table => DataTable.Load(table).Column("name"))];
        int count = names.Count;
        for (int copy = 1; copy < copies; copy++)
        {
            for (int i = 0; i < count; i++)
            {
                names.Add(string.Join(' ', names[i].Split(' ').Select(syllable => string.Create(CultureInfo.InvariantCulture, $"{syllable}q{copy}"))));
            }
        }

        return names;
    }

    private static PlaceNames Names(int copies)
    {
        List<string> names = AllNames(copies);
        PlaceNames.Builder builder = new(names.Count);
        for (int i = 0; i < names.Count; i++)
        {
            builder.Add(names[i], i);
        }

        return builder.Build(folded: false);
    }

    private static (PhraseTable<int> Table, Lexer Lexer) Phrases(int copies)
    {
        Vocabulary.Builder words = new();
        PhraseTable<int>.Builder builder = new();
        foreach (string name in AllNames(copies))
        {
            builder.Add(words.AddPhrase(name).AsSpan(), 1);
        }

        return (builder.Build(), new Lexer(words.Build(), new WordSet([]), new WordSet([])));
    }

    private static Document Read(string text) =>
        DocumentReader.Create().Read("thu.txt", Encoding.UTF8.GetBytes(text), ReadOptions.Default) is ReadResult.Read read
            ? read.Document
            : throw new InvalidOperationException("A generated document could not be read.");

    // Processor time, since other work on the machine must not count; its compiling in the background does.
    private static (double Seconds, T Made) Timed<T>(Func<T> make)
    {
        GC.Collect();
        using Process process = Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime;
        T made = make();
        process.Refresh();
        return ((process.TotalProcessorTime - start).TotalSeconds, made);
    }

    private static double Kept<T>(Func<T> make)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        T made = make();
        long after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(made);
        return (after - before) / 1e6;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
