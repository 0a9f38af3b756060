using BienNien.Relating;
using BienNien.Rules;

namespace BienNien.Checking;

/// <summary>What every check says of itself.</summary>
/// <param name="id">Its code: <c>CHK001</c>.</param>
/// <param name="slug">Its name in settings and in output: <c>anniversary-arithmetic</c>.</param>
/// <param name="severity">How grave what it finds is, unless a house decides otherwise.</param>
internal abstract class CheckRule(string id, string slug, DiagnosticSeverity severity) : ICheck
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new(id);

    /// <inheritdoc/>
    public string Slug { get; } = slug;

    /// <inheritdoc/>
    public DiagnosticSeverity Severity { get; } = severity;

    /// <inheritdoc/>
    public abstract void Check(DocumentAnalysis analysis, DiagnosticSink found);
}
