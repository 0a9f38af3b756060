using System.Collections.Immutable;
using BienNien.Checking.Arithmetic;
using BienNien.Checking.Form;
using BienNien.Checking.Form.Rules;
using BienNien.Checking.Rules;
using BienNien.Gazetteers;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>Checks documents. Built once, immutable, safe to share between threads.</summary>
public sealed class Checker
{
    private Checker(ImmutableArray<ICheck> checks) => Checks = checks;

    /// <summary>All checks, by code.</summary>
    public ImmutableArray<ICheck> Checks { get; }

    /// <summary>A checker with the checks that the engine carries.</summary>
    /// <param name="words">The vocabulary of the finder that will cut the documents, still open.</param>
    /// <param name="gazetteer">The places that are known; loaded when a check needs it.</param>
    /// <param name="judge">Holds the statements of a document against each other; null where nobody can, so that contradictions are looked for in the words alone.</param>
    public static Checker Create(Vocabulary.Builder words, Lazy<Gazetteer> gazetteer, Func<DocumentAnalysis, ImmutableArray<Judgement>>? judge = null)
    {
        AmountReader amounts = new(words);
        return new Checker(
        [
            new AnniversaryArithmetic(words),
            new PercentOrRatioArithmetic(words, amounts),
            new CitationMismatch(),
            new DateImpossible(words),
            new StaleCopy(words),
            new NumberFormat(words, amounts),
            new WeekdayMismatch(words),
            new LunarMismatch(words),
            new CanChiMismatch(words),
            new CenturyMismatch(words),
            new Chronology(words),
            new AgeArithmetic(words),
            new SumMismatch(words, amounts),
            new DirectionMismatch(words, amounts),
            new UnitOrScale(words, amounts),
            new TableTextMismatch(words, amounts),
            new SelfContradiction(words, amounts, judge),
            new OcrMisspelling(words),
            new NameVariant(words),
            new DuplicateWords(),
            new ToneMarkStyle(),
            new EncodingOrLayout(),
            new CitationFormat(words),
            new PlaceValidity(words, gazetteer),
            new AbbreviationUnexplained(words),
            new TitleOfficeMismatch(),
            new ContradictsSource(),
            new StaleFigure(),
            new FormPaperSize(),
            new FormMargins(),
            new FormTypeface(),
            new FormBodySize(),
            new FormJustification(),
            new FormIndent(),
            new FormParagraphSpacing(),
            new FormLineSpacing(),
            new FormPageNumber(),
            new FormNationalHeading(),
            new FormPartyHeading(),
            new FormIssuer(),
            new FormNumber(),
            new FormPlaceDate(),
            new FormTitle(),
            new FormSignature(),
            new FormRecipients(),
        ]);
    }

    /// <summary>The diagnostics of a document: by span, then by code; empty, never default.</summary>
    /// <param name="analysis">The document with what was found in it.</param>
    public ImmutableArray<Diagnostic> Check(DocumentAnalysis analysis) => Check(analysis, CheckSettings.Default).Diagnostics;

    /// <summary>Checks a document as a house wants it checked.</summary>
    /// <param name="analysis">The document with what was found in it.</param>
    /// <param name="settings">Which checks, how grave, what stands.</param>
    /// <param name="sources">What documents of a library say otherwise; default without a library.</param>
    /// <param name="form">The paper with its measures; null when its form is not asked for or no standard was recognised.</param>
    public CheckedDocument Check(DocumentAnalysis analysis, CheckSettings settings, ImmutableArray<SourceContradiction> sources = default, PaperForm? form = null)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(settings);
        DiagnosticSink sink = new(settings);
        foreach (ICheck check in Checks)
        {
            if (settings.SeverityOf(check, check.Severity) is { } severity)
            {
                (sink.Check, sink.Severity) = (check, severity);
                check.Check(analysis, sink);
                if (check is ISourceCheck held && !sources.IsDefaultOrEmpty)
                {
                    held.Check(analysis, sources, sink);
                }

                if (check is IFormCheck measured && form is not null)
                {
                    measured.Check(form, sink);
                }
            }
        }

        // LINQ's sort keeps the order of equals, so that the same document gives the same bytes.
        IEnumerable<Diagnostic> sorted = sink.Diagnostics
            .OrderBy(static diagnostic => diagnostic.Span)
            .ThenBy(static diagnostic => diagnostic.Rule.ToString(), StringComparer.Ordinal);
        return Sift(analysis.Document, Fingerprints.Give(analysis.Tokens, sorted), settings);
    }

    // Sets apart what an editor lets stand: by a remark in the text, by its fingerprint, by a word of the house.
    private static CheckedDocument Sift(Document document, ImmutableArray<Diagnostic> found, CheckSettings settings)
    {
        ImmutableArray<SourceSuppression> remarks = SourceSuppressions.Of(document);
        if (remarks.IsEmpty && settings.Accepted.IsEmpty && settings.Words.IsEmpty)
        {
            return new CheckedDocument(document, found);
        }

        ImmutableArray<Diagnostic>.Builder told = ImmutableArray.CreateBuilder<Diagnostic>();
        ImmutableArray<SuppressedDiagnostic>.Builder kept = ImmutableArray.CreateBuilder<SuppressedDiagnostic>();
        foreach (Diagnostic diagnostic in found)
        {
            if (remarks.FirstOrDefault(remark => remark.Reason.Length > 0 && remark.Reach.Overlaps(diagnostic.Span)
                && (remark.Rule.Equals(diagnostic.Slug, StringComparison.OrdinalIgnoreCase) || remark.Rule.Equals(diagnostic.Rule.ToString(), StringComparison.OrdinalIgnoreCase))) is { } remark)
            {
                kept.Add(new SuppressedDiagnostic(diagnostic, remark.Reason, InSource: true));
            }
            else if (settings.Accepted.FirstOrDefault(accepted => accepted.Fingerprint == diagnostic.Fingerprint) is { } accepted)
            {
                kept.Add(new SuppressedDiagnostic(diagnostic, accepted.Reason, InSource: false));
            }
            else if (!settings.Words.Contains(document.WordsAt(diagnostic.Span).ToLowerInvariant()))
            {
                told.Add(diagnostic);
            }
        }

        return new CheckedDocument(document, told.ToImmutable())
        {
            Suppressed = kept.ToImmutable(),
            Unreasoned = [.. remarks.Where(static remark => remark.Reason.Length == 0)],
        };
    }
}
