using System.Collections.Immutable;
using BienNien.Relating;
using BienNien.Text;
using BienNien.Time;

namespace BienNien.Checking.Rules;

/// <summary>CHK028. A draft's last figure of something, where a document of the library has a newer one.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: StaleFigure.md, beside this file. Which figure overtakes which: <see cref="NewerFigures"/>.</remarks>
internal sealed class StaleFigure() : CheckRule("CHK028", "stale-figure", DiagnosticSeverity.Note), ISourceCheck
{
    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        // What a draft alone tells is its newest.
    }

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, ImmutableArray<SourceContradiction> sources, DiagnosticSink found)
    {
        foreach (SourceContradiction source in sources)
        {
            if (source.Newer is { } period && Edtf.TryParse(period) is { Start.Year: { } year })
            {
                string said = analysis.Document.WordsAt(source.Span);
                string quote = string.Join(' ', source.Quote.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
                found.Report(
                    source.Span,
                    new BilingualText(
                        $"“{said}”: {source.Source} có số liệu mới hơn, “{quote}” (năm {year}).",
                        $"“{said}”: {source.Source} has a newer figure, “{quote}” ({year})."),
                    expected: quote,
                    confidence: DiagnosticConfidence.Likely,
                    related: [new RelatedPlace(source.SourceSpan, new BilingualText($"Số liệu mới hơn: “{quote}”", $"The newer figure: “{quote}”"), source.Source)]);
            }
        }
    }
}
