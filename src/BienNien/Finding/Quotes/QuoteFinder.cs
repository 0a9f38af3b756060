using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Text;

namespace BienNien.Finding.Quotes;

/// <summary>Finds quotations, once for the whole document: their marks may stand in different sentences, and who speaks before or after them.</summary>
internal sealed class QuoteFinder(QuoteGrammar grammar, ImmutableArray<IQuoteRule> rules) : IMentionResolver
{
    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        List<Proposal> found = [];
        int mention = 0;
        string? previous = null;
        int previousClose = -1;
        for (int at = 0; at < document.Tokens.Length; at++)
        {
            bool verse = false;
            if (!(document.Tokens[at].IsMark && Quotation.TryRead(document, at, out Quotation quotation)) && !(verse = grammar.VerseAfter(document, at, out quotation)))
            {
                continue;
            }

            while (mention < mentions.Count && mentions[mention].FirstToken < quotation.Open)
            {
                mention++;
            }

            if (quotation.SixthEnd == 0)
            {
                continue;
            }

            QuoteScene scene = new(grammar, document, mentions, mention, quotation, verse, previousClose >= 0 && quotation.Open - previousClose <= 2 ? previous : null);
            foreach (IQuoteRule rule in rules)
            {
                if (rule.SpeakerOf(scene) is { } by)
                {
                    TextSpan span = TextSpan.Between(document.Tokens[quotation.First].Start, document.Tokens[quotation.SixthEnd - 1].End);
                    found.Add(new Proposal(new Mention(MentionKind.Quote, span, rule.Id, new QuoteValue(by)), quotation.First, quotation.SixthEnd, Weight: 0));
                    (previous, previousClose) = (by, quotation.Close);
                    // What stands in quotation marks inside a quotation is a part of it; one that never closes hides none behind it.
                    at = Math.Max(at, (quotation.Close < document.Tokens.Length ? quotation.Close : quotation.SixthEnd) - 1);
                    break;
                }
            }
        }

        if (found.Count > 0)
        {
            mentions.AddRange(found);
            ByStart.Sort(mentions);
        }
    }
}
