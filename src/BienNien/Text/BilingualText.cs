namespace BienNien.Text;

/// <summary>One sentence in both languages of the interface.</summary>
/// <param name="Vietnamese">Never empty; one sentence, no line breaks.</param>
/// <param name="English">Never empty; figures are quoted as the document writes them.</param>
public sealed record BilingualText(string Vietnamese, string English)
{
    /// <summary>The sentence in a language: English for <c>en</c> (and <c>en-…</c>), Vietnamese for every other.</summary>
    /// <param name="language">A BCP 47 tag.</param>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Vietnamese;
}
