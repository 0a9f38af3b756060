using System.Collections.Immutable;
using BienNien.Reconciling.Conflicts;
using BienNien.Relating;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>A place of a draft that a document of the library contradicts, or has a newer figure for.</summary>
/// <param name="Kind">In what the two differ.</param>
/// <param name="Span">The draft's words.</param>
/// <param name="Source">The other document's name, with its place.</param>
/// <param name="SourceSpan">The words there, in that document's text.</param>
/// <param name="Quote">Those words.</param>
/// <param name="Confidence">How sure it is that both speak of one fact, 0 to 1.</param>
public sealed record SourceContradiction(ConflictKind Kind, TextSpan Span, string Source, TextSpan SourceSpan, string Quote, double Confidence)
{
    /// <summary>EDTF: the later time that the other document's figure holds for, where it overtakes the draft's; null where the two contradict each other.</summary>
    public string? Newer { get; init; }
}

/// <summary>A check that holds a draft against the documents of a library as well.</summary>
public interface ISourceCheck : ICheck
{
    /// <summary>Reports what is contradicted by documents.</summary>
    /// <param name="analysis">The draft with what was found in it.</param>
    /// <param name="sources">What documents of the library say otherwise.</param>
    /// <param name="found">Where to report, in any order.</param>
    void Check(DocumentAnalysis analysis, ImmutableArray<SourceContradiction> sources, DiagnosticSink found);
}
