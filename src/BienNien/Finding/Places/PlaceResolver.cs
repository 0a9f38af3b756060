using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places;

/// <summary>Finds again, bare, the places that a document has named with their type or in a chain, and says which lies in which.</summary>
internal sealed class PlaceResolver(NameReader names, PlaceLists lists, PlaceChains chains, RuleId saidBefore) : IMentionResolver
{
    /// <inheritdoc/>
    public void Resolve(TokenizedDocument document, List<Proposal> mentions)
    {
        lists.Find(document, mentions);
        FindAgain(document, mentions);
        chains.Link(document, mentions);
    }

    private void FindAgain(TokenizedDocument document, List<Proposal> mentions)
    {
        Dictionary<string, string> levels = new(StringComparer.Ordinal);
        foreach (Proposal proposal in mentions)
        {
            if (proposal.Mention.Value is PlaceValue place)
            {
                Learn(document, proposal, place.Level, levels);
            }
        }

        if (levels.Count == 0)
        {
            return;
        }

        SaidBefore found = new(levels.Select(pair => (pair.Key, pair.Value)));
        List<Proposal> added = [];
        found.FindAgain(document, mentions, (sentence, at, length, level) =>
        {
            if (!NameReader.Shouts(sentence, at) && !NameReader.ContinuesRun(sentence, at) && !NameReader.IsName(sentence, at + length)
                && !PlaceContext.NamesAnEvent(names, sentence, at))
            {
                Mention mention = new(MentionKind.Place, sentence.Span(at, at + length), saidBefore, new PlaceValue(level));
                added.Add(new Proposal(mention, sentence.FirstToken + at, sentence.FirstToken + at + length, Weight: 0));
            }
        });

        if (added.Count > 0)
        {
            mentions.AddRange(added);
            ByStart.Sort(mentions);
        }
    }

    private void Learn(TokenizedDocument document, Proposal proposal, string level, Dictionary<string, string> levels)
    {
        Sentence sentence = document.SentenceAt(document.SentenceOfToken(proposal.FirstToken));
        int at = proposal.FirstToken - sentence.FirstToken;
        int end = proposal.EndToken - sentence.FirstToken;
        int type = names.Lexicon.PlaceTypes.Longest(sentence, at, out _);
        int first = type < end - at ? at + type : at;
        if (end - first is < 2 or > 4 || sentence[first].IsNumber || NameReader.Shouts(sentence, first) || names.ReadsAsPerson(sentence, first, out _)
            || (names.Named(names.Lexicon.Places, sentence, first, out PlaceLevels known) > 0 && (known & PlaceLevels.WellKnown) != 0)
            || names.Named(names.Lexicon.Persons, sentence, first, out _) > 0)
        {
            return;
        }

        for (int i = first; i < end; i++)
        {
            if (!sentence[i].IsWord || !sentence[i].Capitalised)
            {
                return;
            }
        }

        levels.TryAdd(SaidBefore.NameOf(sentence, first, end), level);
    }
}
