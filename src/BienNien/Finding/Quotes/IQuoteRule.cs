namespace BienNien.Finding.Quotes;

/// <summary>A rule that knows words in quotation marks as somebody's. Immutable.</summary>
/// <remarks>It looks at what stands before and after both marks, so it is asked once all other mentions are known, not at a token.</remarks>
internal interface IQuoteRule : IMentionRule
{
    /// <summary>Whose words they are.</summary>
    /// <returns>The speaker as <see cref="QuoteValue.By"/> has it, empty when the text does not say who; null when this rule does not take them for quoted.</returns>
    string? SpeakerOf(in QuoteScene scene);
}
