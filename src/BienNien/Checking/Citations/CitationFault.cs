using BienNien.Text;

namespace BienNien.Checking.Citations;

/// <summary>Something wrong with the form of a citation.</summary>
/// <param name="Span">The words.</param>
/// <param name="Why">What is wrong, small first letter, no stop.</param>
/// <param name="Expected">How it should read; null where only the writer knows.</param>
internal sealed record CitationFault(TextSpan Span, BilingualText Why, string? Expected);
