using System.Collections.Immutable;
using BienNien.Finding.Names;
using BienNien.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places.Rules;

/// <summary>PLA004. An unknown name that opens a chain of places: “Nà Phặc, xã Tung Cao, huyện …”.</summary>
/// <remarks>Examples, sources and the cases it leaves alone: PlaceInChain.md, beside this file.</remarks>
internal sealed class PlaceInChain(NameReader names) : IMentionRule
{
    /// <inheritdoc/>
    public RuleId Id { get; } = new("PLA004");

    /// <inheritdoc/>
    public ImmutableArray<int> OpeningWords => [];

    /// <inheritdoc/>
    public Openings Openings => Openings.Capitals;

    /// <inheritdoc/>
    public void Find(Sentence sentence, int at, MentionSink found)
    {
        NameLexicon lexicon = names.Lexicon;
        int end = names.RunEnd(sentence, at);
        if (end == at || NameReader.Shouts(sentence, at) || NameReader.ContinuesRun(sentence, at)
            || (sentence[end].Word != lexicon.Comma && sentence[end].Word != lexicon.Open))
        {
            return;
        }

        int type = lexicon.PlaceTypes.Longest(sentence, end + 1, out PlaceType? word);
        if (type == 0 || word is not { NeedsKnown: false, Level: "commune" or "district" or "province" }
            || PlaceReader.NameEnd(names, sentence, end + 1 + type, word) == end + 1 + type)
        {
            return;
        }

        bool located = PlaceContext.IsLocated(names, sentence, at);
        bool listed = sentence[at - 1].Word == lexicon.Comma || sentence[at - 1].Word == lexicon.Open || lexicon.And.Contains(sentence[at - 1]);
        if (end - at > 4 || (!located && !listed) || (!located && LooksLikeAnother(sentence, at, end)))
        {
            return;
        }

        found.Add(sentence, MentionKind.Place, at, end, new PlaceValue(PlaceLevelNames.Below(word.Level)));
    }

    private bool LooksLikeAnother(Sentence sentence, int at, int end) =>
        names.ReadsAsPerson(sentence, at, out _)
        || names.Named(names.Lexicon.Persons, sentence, at, out _) > 0
        || names.Lexicon.Surnames.Contains(sentence[at])
        || names.Lexicon.OrganisationHeads.Longest(sentence, at, out _) > 0
        || names.Lexicon.Titles.Longest(sentence, at, out _) > 0
        || end - at < 2;
}
