using BienNien.Finding.Names;
using BienNien.Finding.Organisations.Rules;
using BienNien.Text;

namespace BienNien.Finding.Organisations;

/// <summary>The rules that find ORG mentions.</summary>
internal static class OrganisationRules
{
    /// <summary>Makes the rules; each adds its words to the vocabulary.</summary>
    public static FinderPart Create(Vocabulary.Builder words, NameLexicon lexicon)
    {
        NameReader names = new(lexicon);
        OrganisationReader reader = new(words, names);
        AbbreviatedBody abbreviation = new();
        return new(
            [
                new KnownBody(names),
                new HeadedBody(words, names, reader),
                new UnitNumbers(words, names),
                abbreviation,
            ],
            new OrganisationResolver(words, names, abbreviation.Id));
    }
}
