using System.Text;
using BenchmarkDotNet.Attributes;
using BienNien.Reading;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Benchmarks;

/// <summary>One generated document of 100 kB through each hot path.</summary>
[MemoryDiagnoser]
public class HotPaths
{
    private readonly Engine _engine = Engine.Create();
    private byte[] _bytes = [];
    private Document _document = null!;
    private TokenizedDocument _tokens = null!;

    [GlobalSetup]
    public void Setup()
    {
        _bytes = Encoding.UTF8.GetBytes(new CorpusGenerator(1).Next(100_000));
        _document = Read();
        _tokens = _engine.Finder.Lexer.Tokenize(_document);
    }

    [Benchmark(Baseline = true)]
    public int DecodeAndNormalise() => Encoding.UTF8.GetString(_bytes).Normalize().Length;

    [Benchmark]
    public Document Read() => ((ReadResult.Read)_engine.Reader.Read("thu.txt", _bytes, ReadOptions.Default)).Document;

    [Benchmark]
    public TokenizedDocument Tokens() => _engine.Finder.Lexer.Tokenize(_document);

    [Benchmark]
    public int Find() => _engine.Finder.Find(_tokens).Length;

    [Benchmark]
    public DocumentAnalysis FindAndRelate() => _engine.Analyze(_document);
}
