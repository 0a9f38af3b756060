using BienNien.Finding.Names;
using BienNien.Finding.Places.Rules;
using BienNien.Text;

namespace BienNien.Finding.Places;

/// <summary>The rules that find PLACE mentions.</summary>
internal static class PlaceRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    public static FinderPart Create(Vocabulary.Builder words, NameLexicon lexicon)
    {
        NameReader names = new(lexicon);
        PlaceSaidBefore saidBefore = new();
        PlaceInList listed = new();
        return new(
            [
                new TypedPlace(words, names),
                new PlaceList(words, names),
                new KnownPlace(words, names),
                new PlaceInChain(names),
                new PlaceAfterPreposition(words, names),
                saidBefore,
                listed,
            ],
            new PlaceResolver(names, new PlaceLists(words, names, listed.Id), new PlaceChains(words, names), saidBefore.Id));
    }
}
