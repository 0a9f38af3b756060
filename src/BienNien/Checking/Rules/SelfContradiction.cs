using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Finding;
using BienNien.Finding.Times;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Relating.Facts;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

/// <summary>CHK017. Two figures, dates, places or persons for one fact of the document.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: SelfContradiction.md, beside this file.</remarks>
internal sealed class SelfContradiction : CheckRule
{
    // Below this the two may speak of two facts.
    private const double Sure = 0.7;
    private const double SureOfFigures = 0.9;

    private readonly AmountReader _amounts;
    private readonly FigureEchoes _echoes;
    private readonly FigureRetellings _retellings;
    private readonly Retold _retold;
    private readonly DateEchoes _dates;
    private readonly PlaceEchoes _places;
    private readonly Func<DocumentAnalysis, ImmutableArray<Judgement>>? _judge;

    public SelfContradiction(Vocabulary.Builder words, AmountReader amounts, Func<DocumentAnalysis, ImmutableArray<Judgement>>? judge)
        : base("CHK017", "self-contradiction", DiagnosticSeverity.Error)
    {
        _amounts = amounts;
        _echoes = new FigureEchoes(words);
        _retellings = new FigureRetellings(words);
        _retold = new Retold(words);
        _dates = new DateEchoes(words);
        _places = new PlaceEchoes(words);
        _judge = judge;
    }

    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        HashSet<TextSpan> told = [];
        if (_judge is not null && analysis.Claims.Length > 1)
        {
            // The surest first: of one stretch of words only one conflict is told.
            foreach (Judgement judgement in _judge(analysis).Where(static judgement => judgement.IsConflict).OrderByDescending(static judgement => judgement.Confidence).ThenBy(static judgement => judgement.A.Span))
            {
                if (judgement.Kind is ConflictKind.Date or ConflictKind.Figure or ConflictKind.Place or ConflictKind.Person or ConflictKind.Role
                    && judgement.Confidence >= (judgement.Kind == ConflictKind.Figure ? SureOfFigures : Sure) && !Calendars(analysis, judgement) && !(judgement.Kind == ConflictKind.Person && OtherOffice(analysis, judgement)) && !Tabled(analysis, judgement))
                {
                    Report(analysis, judgement.B.Span, judgement.A.Span, told, found);
                }
            }
        }

        AmountLines amounts = new(analysis, _amounts.Read(analysis));
        foreach ((TextSpan first, TextSpan second) in (IEnumerable<(TextSpan, TextSpan)>)[.. _echoes.Read(analysis, amounts), .. _retellings.Read(analysis, amounts), .. _dates.Read(analysis), .. _places.Read(analysis), .. LifeEchoes.Read(analysis), .. _retold.Read(analysis, amounts)])
        {
            Report(analysis, second, first, told, found);
        }
    }

    private void Report(DocumentAnalysis analysis, TextSpan span, TextSpan other, HashSet<TextSpan> told, DiagnosticSink found)
    {
        Document document = analysis.Document;
        if (told.Any(seen => seen.Overlaps(span) || seen.Overlaps(other)) || _amounts.IsCaveat(analysis.Tokens, analysis.Tokens.TokenAt(span.Start)) || _amounts.IsCaveat(analysis.Tokens, analysis.Tokens.TokenAt(other.Start)))
        {
            return;
        }

        told.Add(span);
        string said = document.WordsAt(span);
        string before = document.WordsAt(other);
        found.Report(
            span,
            new BilingualText($"“{said}”: cùng việc này, chỗ khác trong bài ghi “{before}”.", $"“{said}”: elsewhere the document tells the same as “{before}”."),
            expected: before,
            confidence: DiagnosticConfidence.Likely,
            related: [new RelatedPlace(other, new BilingualText($"Ở đây ghi “{before}”", $"“{before}” here"))]);
    }

    // Two calendars, a length, and two sources weighed in one sentence are other rules' matter, or none.
    private static bool Calendars(DocumentAnalysis analysis, Judgement judgement)
    {
        if (analysis.Tokens.SentenceOfToken(analysis.Tokens.TokenAt(judgement.A.Span.Start)) == analysis.Tokens.SentenceOfToken(analysis.Tokens.TokenAt(judgement.B.Span.Start)))
        {
            return true;
        }

        foreach (Mention mention in analysis.Mentions)
        {
            if (mention.Value is TimeValue time && (mention.Span.Overlaps(judgement.A.Span) || mention.Span.Overlaps(judgement.B.Span)) && (time.Lunar || time.LunarYear is not null || time.Type == TimexType.Duration || time.Implicit))
            {
                return true;
            }
        }

        return false;
    }

    // Prose against a table is another rule's.
    private static bool Tabled(DocumentAnalysis analysis, Judgement judgement) => IsCell(analysis, judgement.A.Span) != IsCell(analysis, judgement.B.Span);

    private static bool IsCell(DocumentAnalysis analysis, TextSpan span) =>
        analysis.Document.Blocks[analysis.Tokens.Sentences[analysis.Tokens.SentenceOfToken(Math.Max(0, analysis.Tokens.TokenAt(span.Start)))].Block].Cell is not null;

    // “Bí thư đầu tiên của Đảng bộ”, “Bí thư Đoàn đầu tiên”: an office named more closely must be spoken of in the other's sentence, too.
    private static bool OtherOffice(DocumentAnalysis analysis, Judgement judgement)
    {
        FactClaim? one = Office(analysis, judgement.A.Span);
        FactClaim? other = Office(analysis, judgement.B.Span);
        if (one is null || other is null || one.Value.Equals(other.Value, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        (FactClaim shorter, FactClaim longer) = one.Value.Length < other.Value.Length ? (one, other) : (other, one);
        if (!longer.Value.StartsWith(shorter.Value, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        string rest = longer.Value[shorter.Value.Length..].TrimStart();
        string word = rest.IndexOf(' ', StringComparison.Ordinal) is > 0 and int space ? rest[..space] : rest;
        return !analysis.Document.Surface(shorter.Evidence[0]).Contains(word, StringComparison.OrdinalIgnoreCase);
    }

    private static FactClaim? Office(DocumentAnalysis analysis, TextSpan person) =>
        analysis.Claims.OfType<FactClaim>().FirstOrDefault(claim => claim.Property == FactProperty.Office && claim.Subject >= 0 && analysis.Mentions[claim.Subject].Span.Overlaps(person));
}
