using BenchmarkDotNet.Running;
using BienNien.Benchmarks;

// Ways to measure: the whole-process run over a generated corpus, whose figures are ratios taken side by side in one run; the time
// rules over documents of growing size; the gazetteer, and its units in texts; libraries of growing size; and BenchmarkDotNet for one hot path at a time.
return args switch
{
    [] => CorpusRun.Run(CorpusRunOptions.Default, Console.Out),
    ["corpus", .. string[] rest] => CorpusRunOptions.Parse(rest) is { } options ? CorpusRun.Run(options, Console.Out) : Help(2),
    ["times"] => TimesRun.Run(Console.Out),
    ["gazetteer"] => GazetteerRun.Run(Console.Out),
    ["units"] => UnitsRun.Run(Console.Out),
    ["library"] => LibraryRun.Run([1_000, 10_000], 3, Console.Out),
    ["library", string documents, string kilobytes] when int.TryParse(documents, out int count) && int.TryParse(kilobytes, out int size) && count > 0 && size > 0 =>
        LibraryRun.Run([count], size, Console.Out),
    ["micro", .. string[] rest] => Micro(rest),
    ["--help" or "-h" or "help"] => Help(0),
    _ => Help(2),
};

static int Micro(string[] rest)
{
    BenchmarkSwitcher.FromAssembly(typeof(CorpusRun).Assembly).Run(rest.Length == 0 ? ["--filter", "*"] : rest);
    return 0;
}

static int Help(int code)
{
    (code == 0 ? Console.Out : Console.Error).WriteLine("""
        ./bench                                   the corpus run with its defaults
        ./bench corpus [--mb N] [--seed N] [--rounds N] [--document-kb N] [--write FOLDER]
            generates N MB of text from templates (default 16, seed 1, documents of 10 kB) and measures, on one thread,
            each stage next to the baseline of the same run: decode UTF-8, normalise to NFC, count words.
            Prints MB/s, the ratio to the baseline, bytes allocated a byte read, and the peak memory.
            --write FOLDER also writes the documents as files, to be built into a library.
        ./bench times                             the time rules alone over documents of 10 kB to 2.5 MB: their cost a kB, rules asked a token
        ./bench gazetteer                         the gazetteer: loading, memory, a look-up with 1x and 10x the names
        ./bench units                             finding with the units of the gazetteer over finding alone
        ./bench library [DOCUMENTS KB]            libraries of 1,000 and 10,000 generated documents of 3 kB: what each step of a build takes, and of one document more
        ./bench micro [BenchmarkDotNet options]   the hot paths alone: tokens, find, relate
        """);
    return code;
}
