using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;

namespace BienNien.Checking.Rules;

/// <summary>CHK027. A date, place or figure that a document of the library gives otherwise.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: ContradictsSource.md, beside this file. Reconciling judges; here it is told.</remarks>
internal sealed class ContradictsSource() : CheckRule("CHK027", "contradicts-source", DiagnosticSeverity.Warning), ISourceCheck
{
    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        // A draft alone contradicts no source.
    }

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, ImmutableArray<SourceContradiction> sources, DiagnosticSink found) =>
        SourceReports.Report(analysis, sources, [ConflictKind.Date, ConflictKind.Place, ConflictKind.Figure, ConflictKind.Order], found);
}
