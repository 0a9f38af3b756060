namespace BienNien.Finding.Quotes;

/// <summary>Words quoted.</summary>
/// <param name="By">Whose words: a person's id, a body as written or a paper; empty when the text does not say.</param>
public sealed record QuoteValue(string By) : MentionValue;
