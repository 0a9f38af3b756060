using BienNien.Relating;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>A rule that reports what is wrong in a document. Immutable; one file, one page.</summary>
public interface ICheck : IRule
{
    /// <summary>The rule's name in the annotation standard, lower case with hyphens; what users write in their settings.</summary>
    string Slug { get; }

    /// <summary>How grave its diagnostics are unless the user or the case says otherwise.</summary>
    DiagnosticSeverity Severity { get; }

    /// <summary>Reports what is wrong. Silent unless certain: a missed mistake costs less than a false alarm.</summary>
    /// <param name="analysis">The document with what was found in it.</param>
    /// <param name="found">Where to report, in any order.</param>
    void Check(DocumentAnalysis analysis, DiagnosticSink found);
}

/// <summary>Takes what checks report.</summary>
/// <param name="settings">How the house wants the draft checked.</param>
public sealed class DiagnosticSink(CheckSettings settings)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>How the house wants the draft checked.</summary>
    public CheckSettings Settings { get; } = settings;

    internal ICheck Check { get; set; } = null!;

    internal DiagnosticSeverity Severity { get; set; }

    internal List<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>What a rule has reported so far.</summary>
    internal IEnumerable<TextSpan> Spans(RuleId rule) => _diagnostics.Where(diagnostic => diagnostic.Rule == rule).Select(static diagnostic => diagnostic.Span);

    /// <summary>Reports words, as the rule that is being asked.</summary>
    /// <param name="span">The offending words.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="expected">What should stand there, or null.</param>
    /// <param name="confidence">How sure the rule is.</param>
    /// <param name="fix">The one correction that can be meant, or null.</param>
    /// <param name="related">The places that the words do not agree with.</param>
    public void Report(
        TextSpan span,
        BilingualText message,
        string? expected = null,
        DiagnosticConfidence confidence = DiagnosticConfidence.Certain,
        TextEdit? fix = null,
        params ReadOnlySpan<RelatedPlace> related) =>
        _diagnostics.Add(new Diagnostic(Check.Id, Check.Slug, Severity, span, message)
        {
            Expected = expected,
            Confidence = confidence,
            Fix = fix,
            Related = [.. related],
        });
}
