using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>Words diagnostics that lean on other documents: one for a place of the draft, however many documents contradict it.</summary>
internal static class SourceReports
{
    // More documents than these convince nobody further.
    private const int MostSources = 5;

    /// <summary>Reports the contradictions of some kinds.</summary>
    /// <param name="analysis">The draft.</param>
    /// <param name="sources">All contradictions.</param>
    /// <param name="kinds">The kinds that are reported.</param>
    /// <param name="found">Where to report.</param>
    /// <param name="leastDocuments">How many documents must say so.</param>
    public static void Report(
        DocumentAnalysis analysis, ImmutableArray<SourceContradiction> sources, ReadOnlySpan<ConflictKind> kinds, DiagnosticSink found, int leastDocuments = 1)
    {
        List<SourceContradiction> own = [];
        foreach (SourceContradiction source in sources)
        {
            if (source.Newer is null && kinds.Contains(source.Kind))
            {
                own.Add(source);
            }
        }

        foreach (IGrouping<TextSpan, SourceContradiction> place in own.GroupBy(static source => source.Span).OrderBy(static group => group.Key))
        {
            SourceContradiction[] told = [.. place.OrderByDescending(static source => source.Confidence).ThenBy(static source => source.Source, StringComparer.Ordinal).Take(MostSources)];
            string said = analysis.Document.WordsAt(place.Key);
            string quote = OneLine(told[0].Quote);
            int documents = place.Select(static source => source.Source).Distinct(StringComparer.Ordinal).Count();
            if (documents < leastDocuments)
            {
                continue;
            }

            found.Report(
                place.Key,
                new BilingualText(
                    $"“{said}”: {(documents == 1 ? told[0].Source : $"{documents} tài liệu của thư viện")} ghi “{quote}”.",
                    $"“{said}”: {(documents == 1 ? told[0].Source : $"{documents} documents of the library")} {(documents == 1 ? "says" : "say")} “{quote}”."),
                expected: quote,
                confidence: DiagnosticConfidence.Likely,
                related: [.. told.Select(static source => new RelatedPlace(source.SourceSpan, new BilingualText($"Ở đây ghi “{OneLine(source.Quote)}”", $"“{OneLine(source.Quote)}” here"), source.Source))]);
        }
    }

    private static string OneLine(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
