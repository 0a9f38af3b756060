using System.Collections.Immutable;
using BienNien.Checking.Spelling;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking.Rules;

/// <summary>CHK019. One name spelled two ways in a document: “Hoàng Văn Nọn” and “Hoàng Văn Nộn”, “Lênin” and “Lê nin”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: NameVariant.md, beside this file; each sort of variant in its file under <c>Spelling/</c>.</remarks>
internal sealed class NameVariant(Vocabulary.Builder words) : CheckRule("CHK019", "name-variant", DiagnosticSeverity.Warning), ISourceCheck
{
    // A spelling that one document alone has is rather that document's slip.
    private const int LeastDocuments = 2;
    private const int FarthestSaying = 8;

    private readonly OfficialNames _official = new(words);
    private readonly SlippedNames _persons = new(words);
    private readonly PublisherNames _publishers = new(words);
    private readonly WordSet _writes = words.AddSet("ghi", "viết", "chép", "gọi", "khắc", "đọc", "phiên");
    private readonly WordSet _otherwise = words.AddSet("viết", "hoặc", "hay");
    private readonly int _is = words.Add("là");

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, ImmutableArray<SourceContradiction> sources, DiagnosticSink found) =>
        SourceReports.Report(analysis, sources, [ConflictKind.NameVariant], found, LeastDocuments);

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        List<NameSlip> slips = [];
        _official.Find(analysis, slips);
        List<PublisherName> publishers = _publishers.Read(analysis);
        NameLettering.Find(analysis, publishers, slips);
        PublisherNames.FindInitials(analysis, publishers, slips);
        _persons.Find(analysis, slips);
        ForeignSpellings.Find(analysis, slips);
        List<TextSpan> told = [];
        foreach (NameSlip slip in slips)
        {
            if (told.Exists(span => span.Overlaps(slip.Span)) || (slip.Usual is not null && IsQuotedForm(analysis, slip.Span)))
            {
                continue;
            }

            told.Add(slip.Span);
            string said = analysis.Document.WordsAt(slip.Span);
            found.Report(
                slip.Span,
                slip.Usual is null
                    ? new BilingualText($"“{said}”: tên chính thức viết là “{slip.Expected}”.", $"“{said}”: the official name is “{slip.Expected}”.")
                    : new BilingualText($"“{said}”: chỗ khác trong văn bản viết “{slip.Expected}”.", $"“{said}”: elsewhere the document writes “{slip.Expected}”."),
                expected: slip.Expected,
                confidence: slip.Confidence,
                fix: slip.Usual is null ? new TextEdit(slip.Span, slip.Expected) : null,
                related: slip.Usual is { } usual ? [new RelatedPlace(usual, new BilingualText("Cách viết thường gặp hơn", "The more frequent spelling"))] : []);
        }
    }

    // “… sách cũ ghi tên làng là Kẻ Nhồi”: the spelling itself is what is told.
    private bool IsQuotedForm(DocumentAnalysis analysis, TextSpan span)
    {
        int name = analysis.Tokens.TokenAt(span.Start);
        SentenceRange sentence = analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(name)];
        ImmutableArray<Token> tokens = analysis.Tokens.Tokens;

        // The odd word may be the second of its name.
        name -= name > sentence.First && tokens[name - 1] is { IsWord: true, Capitalised: true } ? 1 : 0;
        if (name <= sentence.First || tokens[name - 1].Word != _is)
        {
            return name > sentence.First && _otherwise.Contains(tokens[name - 1]);
        }

        for (int i = name - 2; i >= Math.Max(sentence.First, name - FarthestSaying); i--)
        {
            if (_writes.Contains(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }
}
