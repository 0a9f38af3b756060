using BienNien.Finding.DocumentReferences.Rules;
using BienNien.Text;

namespace BienNien.Finding.DocumentReferences;

/// <summary>The rules that find DOCREF mentions.</summary>
public static class DocumentReferenceRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    /// <param name="words">The vocabulary.</param>
    /// <param name="resolver">What must be asked after the resolvers of names.</param>
    public static FinderPart Create(Vocabulary.Builder words, out FinderPart resolver)
    {
        PaperGrammar papers = new(words);
        resolver = new FinderPart([], new PaperResolver(words, papers));
        return new FinderPart(
        [
            new NumberedPaper(papers, words),
            new BareNumber(papers, words),
            new PartyResolution(papers, words),
            new Law(papers, words),
            new QuotedTitle(papers),
            new KnownPaper(papers, words),
            new Treaty(papers),
            new DatedPaper(papers, words),
            new Book(papers, words),
            new OldBook(words),
        ]);
    }
}
