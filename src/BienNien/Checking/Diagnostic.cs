using System.Collections.Immutable;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Checking;

/// <summary>How grave a diagnostic is. The names are those of SARIF 2.1.0 (<c>level</c>).</summary>
public enum DiagnosticSeverity
{
    /// <summary>The text contradicts itself or the calendar, whichever way it is read.</summary>
    Error,

    /// <summary>Very likely wrong; an editor must look.</summary>
    Warning,

    /// <summary>Worth knowing; it may well be meant.</summary>
    Note,
}

/// <summary>How sure a check is that something is wrong.</summary>
public enum DiagnosticConfidence
{
    /// <summary>No customary reading of the words makes them right.</summary>
    Certain,

    /// <summary>A reading that makes them right can be thought of, but is unusual.</summary>
    Likely,
}

/// <summary>Another place that a diagnostic leans on.</summary>
/// <param name="Span">Where, in the document named by <paramref name="Document"/>.</param>
/// <param name="Reason">What stands there.</param>
/// <param name="Document">The name of another document; null for the document that was checked.</param>
public sealed record RelatedPlace(TextSpan Span, BilingualText Reason, string? Document = null);

/// <summary>A correction: these characters, replaced by those.</summary>
/// <param name="Span">What is replaced; inside the document, perhaps empty for an insertion.</param>
/// <param name="Replacement">What stands there afterwards.</param>
public sealed record TextEdit(TextSpan Span, string Replacement);

/// <summary>Something in a document that a careful editor would question.</summary>
/// <param name="Rule">The check's code; it leads to its page.</param>
/// <param name="Slug">The check's name in the annotation standard: <c>anniversary-arithmetic</c>.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Span">The offending words, as few as tell what is wrong.</param>
/// <param name="Message">What is wrong, with the computation that shows it.</param>
public sealed record Diagnostic(RuleId Rule, string Slug, DiagnosticSeverity Severity, TextSpan Span, BilingualText Message)
{
    /// <summary>What should stand there, or null where the document does not tell.</summary>
    public string? Expected { get; init; }

    /// <summary>The places that the words do not agree with, in reading order; empty, never default.</summary>
    public ImmutableArray<RelatedPlace> Related { get; init; } = [];

    /// <summary>The correction, only where there is but one that can be meant; otherwise null.</summary>
    public TextEdit? Fix { get; init; }

    /// <summary>How sure the check is.</summary>
    public DiagnosticConfidence Confidence { get; init; }

    /// <summary>
    /// Names the diagnostic by its words and the words beside them, so that edits elsewhere in the document leave it as it is: for baselines
    /// and suppressions. 16 hexadecimal digits, then <c>-2</c>, <c>-3</c> for repetitions. Empty until the <see cref="Checker"/> gives it.
    /// </summary>
    public string Fingerprint { get; init; } = "";
}
