using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>A name spelled otherwise than elsewhere in the document, or than its official form.</summary>
/// <param name="Span">Where.</param>
/// <param name="Expected">The usual or official spelling.</param>
/// <param name="Usual">A place with the usual spelling; null when it is the official one.</param>
/// <param name="Confidence">How sure it is that one name is meant.</param>
internal sealed record NameSlip(TextSpan Span, string Expected, TextSpan? Usual, DiagnosticConfidence Confidence);
