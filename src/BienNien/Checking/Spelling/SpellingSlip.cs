using BienNien.Text;

namespace BienNien.Checking.Spelling;

/// <summary>Words that were mistyped or misread.</summary>
/// <param name="Span">The words.</param>
/// <param name="Reading">What should stand there, in the case of what is printed.</param>
/// <param name="Why">How it is known, small first letter, no stop.</param>
/// <param name="IsSure">Whether nothing else can be meant.</param>
internal sealed record SpellingSlip(TextSpan Span, string Reading, BilingualText Why, bool IsSure);
