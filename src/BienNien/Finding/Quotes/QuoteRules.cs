using BienNien.Finding.Quotes.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes;

/// <summary>The rules that find QUOTE mentions.</summary>
public static class QuoteRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    public static FinderPart Create(Vocabulary.Builder words)
    {
        QuotedSubject subject = new(words);
        AttributedQuote attributed = new();
        QuoteBeforeSpeaker before = new();
        QuotedVerse verse = new();
        return new([attributed, subject, before, verse], new QuoteFinder(new QuoteGrammar(words), [subject, attributed, before, verse]));
    }
}
