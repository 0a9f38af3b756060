namespace BienNien.Finding.Quotes;

/// <summary>Words quoted.</summary>
/// <param name="By">Whose words, as written; empty when the sentence does not say.</param>
public sealed record QuoteValue(string By) : MentionValue;
