using BienNien.Finding.DocumentReferences;
using BienNien.Finding.People;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Quotes;

/// <summary>Says whose words are quoted: the nearest person, body or paper before them in the sentence.</summary>
internal sealed class Speakers : IMentionResolver
{
    // “về”, or nothing, between a paper's reference and its quoted subject; the opening mark counts as well.
    private const int FarthestPaper = 2;

    /// <summary>The rule whose quotations stand only after a reference to a paper.</summary>
    public static RuleId Subject { get; } = new("QUO002");

    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        bool dropped = false;
        for (int i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Mention.Value is not QuoteValue)
            {
                continue;
            }

            int first = document.Sentences[document.SentenceOfToken(mentions[i].FirstToken)].First;
            bool subject = mentions[i].Mention.Rule == Subject;
            string? by = null;
            for (int j = i - 1; j >= 0 && by is null && mentions[j].Mention is not null && mentions[j].FirstToken >= first; j--)
            {
                int distance = mentions[i].FirstToken - mentions[j].EndToken;
                by = distance < 1 || (subject && distance > FarthestPaper) ? null : NameOf(document, mentions[j].Mention, subject);
            }

            if (by is null && subject)
            {
                mentions[i] = default;
                dropped = true;
            }
            else
            {
                mentions[i] = mentions[i] with { Mention = mentions[i].Mention with { Value = new QuoteValue(by ?? "") } };
            }
        }

        if (dropped)
        {
            mentions.RemoveAll(static proposal => proposal.Mention is null);
        }
    }

    private static string? NameOf(TokenizedDocument document, Mention mention, bool papersOnly) => mention.Value switch
    {
        DocumentReferenceValue paper => paper.Number ?? document.Document.Surface(mention.Span),
        PersonValue person when !papersOnly => person.Id,
        _ when !papersOnly && mention.Kind == MentionKind.Organisation => document.Document.Surface(mention.Span),
        _ => null,
    };
}
