using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;

namespace BienNien.Checking.Rules;

/// <summary>CHK026. An office that a document of the library gives to somebody else, or under another name.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: TitleOfficeMismatch.md, beside this file. Reconciling judges; here it is told.</remarks>
internal sealed class TitleOfficeMismatch() : CheckRule("CHK026", "title-office-mismatch", DiagnosticSeverity.Warning), ISourceCheck
{
    /// <inheritdoc/>
    public override void Check(DocumentAnalysis analysis, DiagnosticSink found)
    {
        // A draft alone contradicts no source.
    }

    /// <inheritdoc/>
    public void Check(DocumentAnalysis analysis, ImmutableArray<SourceContradiction> sources, DiagnosticSink found) =>
        SourceReports.Report(analysis, sources, [ConflictKind.Role, ConflictKind.Person], found);
}
