using System.Collections.Immutable;
using BienNien.Checking;
using BienNien.Finding;
using BienNien.Gazetteers;
using BienNien.Reading;
using BienNien.Reading.Papers;
using BienNien.Reconciling;
using BienNien.Reconciling.Conflicts;
using BienNien.Reconciling.Linking;
using BienNien.Relating;
using BienNien.Relating.Places;
using BienNien.Text;

namespace BienNien;

/// <summary>All stages together, built once: bytes in, values out. Immutable and safe to share between threads.</summary>
/// <remarks>Each stage can be used alone; the engine only joins them. It touches no file, network, clock or console.</remarks>
public sealed class Engine
{
    private readonly Lazy<Gazetteer> _gazetteer;
    private readonly Lazy<PlaceLinker> _linker;
    private readonly Lazy<TestimonyReader> _testimonies;
    private readonly Lazy<Reconciler> _reconciler;

    private Engine(Lazy<Gazetteer> gazetteer, DocumentReader reader, PaperHeaderReader headers, Finder finder, Relater relater, Checker checker)
    {
        _gazetteer = gazetteer;
        Reader = reader;
        PaperHeaders = headers;
        Finder = finder;
        Relater = relater;
        Checker = checker;
        _linker = new Lazy<PlaceLinker>(() => new PlaceLinker(Gazetteer));
        _testimonies = new Lazy<TestimonyReader>(() => new TestimonyReader(_linker.Value, PaperHeaders));
        _reconciler = new Lazy<Reconciler>(() => new Reconciler(new EntityLinker(_gazetteer), Judge.Create(_gazetteer)));
    }

    /// <summary>Bytes to documents.</summary>
    public DocumentReader Reader { get; }

    /// <summary>Documents to their own headers: who issued them, when, under which number, of what kind they are.</summary>
    public PaperHeaderReader PaperHeaders { get; }

    /// <summary>Documents to mentions.</summary>
    public Finder Finder { get; }

    /// <summary>Mentions to claims.</summary>
    public Relater Relater { get; }

    /// <summary>Documents with their mentions to diagnostics.</summary>
    public Checker Checker { get; }

    /// <summary>The places that are known, with their times. Loaded when it is first asked for: who asks for no units does not pay for it.</summary>
    public Gazetteer Gazetteer => _gazetteer.Value;

    /// <summary>An engine with the rules, lexicons and gazetteers that it carries.</summary>
    /// <param name="further">Formats of files that need more than the engine has, such as programs of the machine.</param>
    public static Engine Create(params IEnumerable<IDocumentFormat> further)
    {
        Vocabulary.Builder words = new();
        // Later stages add their words before the finder closes the vocabulary.
        Lazy<Gazetteer> gazetteer = new(Gazetteer.Load);

        // A document is held against itself only when a check asks: by then the engine stands.
        Engine? engine = null;
        Checker checker = Checker.Create(words, gazetteer, analysis => engine!.JudgeAlone(analysis));
        PaperHeaderReader headers = PaperHeaderReader.Create();
        Relater relater = Relater.Create(words, headers);
        return engine = new Engine(gazetteer, DocumentReader.Create(further), headers, Finder.Create(words, headers), relater, checker);
    }

    /// <summary>The mentions of a document, its places with the units of the gazetteer that they may be (<see cref="Finding.Places.PlaceValue.Link"/>).</summary>
    public ImmutableArray<Mention> FindWithUnits(Document document)
    {
        RepairedView? view = RepairedView.Of(document);
        TokenizedDocument tokens = Finder.Lexer.Tokenize(view?.Repaired ?? document);
        ImmutableArray<Mention> mentions = _linker.Value.Link(tokens, Finder.Find(tokens));
        return view is null ? mentions : Finder.ToPrinted(view, mentions);
    }

    /// <summary>Finds and relates: all that later stages need of one document. Words that a scan has surely damaged are read as they probably were.</summary>
    public DocumentAnalysis Analyze(Document document)
    {
        RepairedView? view = RepairedView.Of(document);
        TokenizedDocument tokens = Finder.Lexer.Tokenize(view?.Repaired ?? document);
        ImmutableArray<Mention> mentions = Finder.Find(tokens);
        ImmutableArray<Claim> claims = Relater.Relate(tokens, mentions);
        return view is null
            ? new DocumentAnalysis(tokens, mentions, claims)
            : new DocumentAnalysis(view.ToPrinted(tokens), Finder.ToPrinted(view, mentions), Relater.ToPrinted(view, claims));
    }

    /// <summary>Testimonies to chronicles.</summary>
    public Reconciler Reconciler => _reconciler.Value;

    /// <summary>What an analysed document brings to a chronicle.</summary>
    public Testimony Testify(DocumentAnalysis analysis) => _testimonies.Value.Read(analysis);

    /// <summary>What is to be said of pairs of statements of one document alone.</summary>
    public ImmutableArray<Judgement> JudgeAlone(DocumentAnalysis analysis) => Reconciler.Reconcile([(1, Testify(analysis))], EntityRulings.None).Judgements;
}
